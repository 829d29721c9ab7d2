//! Transcripts are corrected: by a new version of their file, and word by word. Segments follow, what is touched is
//! named, and nothing of it is written by a dry run.

use crate::support::Bench;
use serde_json::Value;
use std::collections::BTreeSet;

const TEXT: &str = "Peneliti: Apa kabar?\nKS: Saya supervisi dua kali.\nPeneliti: Lalu?\nKS: Kami bahas 🙏🏽 hasilnya.\n";

fn bench() -> Bench {
    let bench = Bench::with_project();
    bench.write("W.KS.txt", TEXT);
    bench.run(["import", "p.emaslim", "W.KS.txt"]).done();
    for quote in ["supervisi dua kali", "Kami bahas 🙏🏽 hasilnya"] {
        bench.run(["code", "p.emaslim", "--source", "W.KS", "--code", "SUP.2", "--quote", quote]).done();
    }
    bench
}

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn quotes(bench: &Bench) -> Vec<String> {
    let codings = bench.items(&["codings"]);
    codings.iter().map(|coding| coding["quote"].as_str().expect("a quotation").to_owned()).collect()
}

#[test]
fn a_new_version_is_noticed_and_corrects_when_asked() {
    let bench = bench();
    bench.write("W.KS.txt", TEXT.replace("Saya supervisi dua", "Ya. Saya supervisi dua").replace("bahas", "membahas"));
    let before = bench.items(&["history"]);
    // Not without being asked, and the refusal says how.
    assert!(bench.run(["import", "p.emaslim", "W.KS.txt"]).sentence(1).contains("--as correction"));
    let dry = bench.run(["import", "p.emaslim", "W.KS.txt", "--as", "correction", "--dry-run", "--json"]).json();
    let item = &dry["items"][0];
    assert_eq!((&item["state"], &item["refusal"]), (&"would_correct".into(), &Value::Null));
    let correction = &item["correction"];
    assert_eq!(
        keys(correction),
        "source_id source kept changed gone locked touched".split(' ').collect::<BTreeSet<_>>()
    );
    assert_eq!((&correction["kept"], &correction["changed"], &correction["gone"]), (&1.into(), &1.into(), &0.into()));
    assert_eq!(
        keys(&correction["touched"][0]),
        "segment line line_end before after codings".split(' ').collect::<BTreeSet<_>>()
    );
    assert_eq!(correction["touched"][0]["after"], "Kami membahas 🙏🏽 hasilnya");
    assert_eq!(bench.items(&["history"]), before);
    let done = bench.run(["import", "p.emaslim", "W.KS.txt", "--as", "correction", "--json"]).json();
    assert_eq!((&done["items"][0]["state"], &done["items"][0]["correction"]), (&"corrected".into(), correction));
    assert_eq!(quotes(&bench), ["supervisi dua kali", "Kami membahas 🙏🏽 hasilnya"]);
    assert_eq!(bench.items(&["sources"]).len(), 1);
    bench.run(["check", "p.emaslim"]).done();
    bench.run(["undo", "p.emaslim"]).done();
    assert_eq!(quotes(&bench), ["supervisi dua kali", "Kami bahas 🙏🏽 hasilnya"]);
    assert_eq!(bench.run(["text", "p.emaslim", "W.KS"]).done(), TEXT);
}

#[test]
fn a_file_that_only_looks_like_a_version_is_a_source_of_its_own() {
    let bench = bench();
    std::fs::create_dir(bench.at("lain")).expect("a folder");
    bench.write("lain/W.KS.txt", "Peneliti: Lain?\nKS: Lain.\n");
    bench.write("lagi.txt", TEXT.replace("kabar", "berita"));
    assert_eq!(
        bench.run(["import", "p.emaslim", "lagi.txt", "--as", "correction", "--json"]).json()["items"][0]["state"],
        "taken"
    );
    assert!(bench.run(["import", "p.emaslim", "lain/W.KS.txt", "--as", "new"]).sentence(1).contains("W.KS"));
}

#[test]
fn words_are_typed_anew() {
    let bench = bench();
    let start =
        TEXT.chars().position(|letter| letter == '\n').expect("a line") + 1 + "KS: Saya supervisi ".chars().count();
    let range = format!("{start}..{}", start + 3);
    let edit = |text: &str, more: &[&str]| {
        let words = ["edit", "p.emaslim", "--source", "W.KS", "--range", &range, "--text", text];
        bench.run(words.iter().chain(more))
    };
    let answer = edit("tiga", &["--json"]).json();
    assert_eq!(
        keys(&answer),
        "emaslim command project kept changed gone locked items".split(' ').collect::<BTreeSet<_>>()
    );
    assert_eq!((&answer["kept"], &answer["changed"]), (&1.into(), &1.into()));
    assert_eq!(answer["items"][0]["after"], "supervisi tiga kali");
    assert_eq!(quotes(&bench), ["supervisi tiga kali", "Kami bahas 🙏🏽 hasilnya"]);
    bench.run(["check", "p.emaslim"]).done();
    assert!(
        bench
            .run(["edit", "p.emaslim", "--source", "W.KS", "--range", "5..900", "--text", ""])
            .sentence(1)
            .contains("900")
    );
    bench.run(["edit", "p.emaslim", "--source", "W.KS", "--range", "5..6"]).sentence(2);
}

#[test]
fn a_label_that_is_typed_in_begins_a_turn() {
    let bench = bench();
    let who = |bench: &Bench, quote: &str| {
        bench.run(["code", "p.emaslim", "--source", "W.KS", "--code", "MAN", "--quote", quote]).done();
        let codings = bench.items(&["codings", "--code", "MAN"]);
        let coding = codings.iter().find(|coding| coding["quote"] == quote).expect("coded").clone();
        bench.run(["undo", "p.emaslim"]).done();
        coding["informants"].clone()
    };
    let at = |words: &str| {
        let text = bench.run(["text", "p.emaslim", "W.KS"]).done();
        text.split(words).next().expect("a part").chars().count()
    };
    let edit = |range: (usize, usize), words: &str| {
        let range = format!("{}..{}", range.0, range.1);
        bench.run(["edit", "p.emaslim", "--source", "W.KS", "--range", &range, "--text", words]).done();
    };
    // In the middle of an answer somebody else speaks.
    let middle = at(" 🙏🏽 hasilnya");
    edit((middle, middle + 1), "\nGuru 1: tadi ");
    assert_eq!(who(&bench, "hasilnya"), serde_json::json!(["Guru 1"]));
    assert_eq!(who(&bench, "Kami bahas"), serde_json::json!(["KS"]));
    bench.run(["check", "p.emaslim"]).done();
    // Whoever speaks gets another label, and loses it.
    let label = at("Guru 1: ");
    edit((label, label + 6), "KS");
    assert_eq!(who(&bench, "hasilnya"), serde_json::json!(["KS"]));
    let label = at("Peneliti: Lalu?");
    edit((label, label + 10), "");
    assert_eq!(who(&bench, "Lalu?"), serde_json::json!(["KS"]));
    for _ in 0..3 {
        bench.run(["undo", "p.emaslim"]).done();
    }
    assert_eq!(bench.run(["text", "p.emaslim", "W.KS"]).done(), TEXT);
    assert_eq!(who(&bench, "Lalu?"), serde_json::json!([]));
    bench.run(["check", "p.emaslim"]).done();
}
