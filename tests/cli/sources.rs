//! `source` and `memos`: facts of sources are changed, sources typed in and deleted, every memo has its host.

use crate::support::Bench;
use serde_json::Value;
use std::fs;

fn source<'a>(answer: &'a Value, name: &str) -> Option<&'a Value> {
    answer["items"].as_array().expect("a list").iter().find(|item| item["name"] == name)
}

#[test]
fn a_source_gets_another_name_and_other_facts() {
    let bench = Bench::with_sample();
    let said = bench.run(["source", "p.emaslim", "rename", "W.KS", "Wawancara kepala"]).done();
    assert_eq!(said, "Renamed W.KS.12-02-2025 to Wawancara kepala\n");
    let words = ["--technique", "document", "--date", "none", "--place", "Aula", "--note", "Rekaman terputus."];
    let said = bench.run(["source", "p.emaslim", "set", "Wawancara kepala", "O.1"].into_iter().chain(words)).done();
    assert_eq!(said, "Changed details of 2 sources\n");
    let answer = bench.run(["sources", "p.emaslim", "--json"]).json();
    let item = source(&answer, "Wawancara kepala").expect("the source");
    assert_eq!((&item["technique"], &item["place"]), (&"document".into(), &"Aula".into()));
    assert_eq!((&item["date"], &item["note"]), (&Value::Null, &"Rekaman terputus.".into()));
    assert!(item["words"].as_u64().is_some_and(|words| words > 500), "{item}");
    assert_eq!(item["progress"]["stage"], "done");
    bench.run(["source", "p.emaslim", "set", "W.KS", "--done", "false"]).done();
    let answer = bench.run(["sources", "p.emaslim", "--json"]).json();
    assert_eq!(source(&answer, "Wawancara kepala").expect("the source")["progress"]["stage"], "in_progress");
    for _ in 0..3 {
        bench.run(["undo", "p.emaslim"]).done();
    }
    let answer = bench.run(["sources", "p.emaslim", "--json"]).json();
    let item = source(&answer, "W.KS.12-02-2025").expect("the source");
    assert_eq!((&item["technique"], &item["date"]), (&"interview".into(), &"2025-02-12".into()));
    assert_eq!(item["progress"]["stage"], "done");
}

#[test]
fn what_makes_no_sense_is_a_sentence_and_changes_nothing() {
    let bench = Bench::with_sample();
    let before = fs::read(bench.at("p.emaslim")).expect("the project");
    for (words, status, holds) in [
        (&["rename", "W.KS", " "][..], 1, "needs a name"),
        (&["rename", "W.KS", "W.G1.14-02-2025"], 1, "W.G1.14-02-2025"),
        (&["rename", "W.XX", "W"], 1, "W.XX"),
        (&["set", "W.KS"], 2, "missing"),
        (&["set", "W.KS", "--date", "2025-02-30"], 2, "2025-02-30"),
        (&["set", "W.KS", "W.G1", "--short", "W"], 1, "one at a time"),
        (&["set", "W.KS", "--technique", "survey"], 2, "interview"),
        (&["delete", "W.KS", "W.XX"], 1, "W.XX"),
        (&["add", "--name", "W.KS.12-02-2025", "--text", "Baru."], 1, "named W.KS"),
        (&["add", "--name", "O.9", "--text", " "], 1, "no words"),
        (&["add", "--name", "O.9"], 2, "missing"),
        (&["add", "--name", "O.9", "--file", "tidak-ada.txt"], 1, "not found"),
        (&["original", "W.KS", "-o", "p.emaslim"], 1, "project itself"),
    ] {
        let sentence = bench.run(["source", "p.emaslim"].iter().chain(words)).sentence(status);
        assert!(sentence.contains(holds), "{words:?}: {sentence}");
    }
    // Opening for writing may touch the file; what stands in it is the same.
    let dump = |bytes: &[u8]| {
        let bench = Bench::new();
        bench.write("d.emaslim", bytes);
        bench.run(["codings", "d.emaslim", "--json"]).done() + &bench.run(["sources", "d.emaslim", "--json"]).done()
    };
    assert_eq!(dump(&before), dump(&fs::read(bench.at("p.emaslim")).expect("the project")));
}

#[test]
fn a_deleted_source_says_what_went_along_and_comes_back() {
    let bench = Bench::with_sample();
    let before = bench.run(["codings", "p.emaslim", "--json"]).json();
    let said = bench.run(["source", "p.emaslim", "delete", "W.S3"]).done();
    assert!(said.starts_with("Deleted W.S3 with ") && said.contains("segments"), "{said}");
    let answer = bench.run(["sources", "p.emaslim", "--json"]).json();
    assert_eq!((answer["items"].as_array().map(Vec::len), source(&answer, "W.S3.19-02-2025")), (Some(9), None));
    bench.run(["undo", "p.emaslim"]).done();
    let after = bench.run(["codings", "p.emaslim", "--json"]).json();
    assert_eq!(before["items"], after["items"]);
    bench.run(["check", "p.emaslim"]).done();
}

#[test]
fn a_typed_source_and_its_file_come_and_go() {
    let bench = Bench::with_project();
    let text = "LEMBAR OBSERVASI\r\nTanggal: 3 Maret 2025\r\n\r\nSiswa berbaris 👩‍🏫.";
    let words = ["source", "p.emaslim", "add", "--name", "O.3", "--technique", "observation", "--file", "-"];
    assert_eq!(bench.run_with(words, "en", Some(text)).done(), "Typed in O.3\n");
    let answer = bench.run(["sources", "p.emaslim", "--json"]).json();
    let item = source(&answer, "O.3").expect("the source");
    assert_eq!((&item["technique"], &item["date"]), (&"observation".into(), &"2025-03-03".into()));
    assert_eq!(item["original_name"], "O.3.txt");
    bench.run(["source", "p.emaslim", "original", "O.3", "-o", "keluar.txt"]).done();
    assert_eq!(fs::read_to_string(bench.at("keluar.txt")).expect("the file"), format!("{text}\n"));
    let talk = [
        "source",
        "p.emaslim",
        "add",
        "--name",
        "W.G9",
        "--informant",
        "G9",
        "--text",
        "Saya mengajar.",
        "--place",
        "Kelas",
    ];
    bench.run(talk).done();
    let answer = bench.run(["sources", "p.emaslim", "--json"]).json();
    assert_eq!(source(&answer, "W.G9").expect("the source")["informants"], serde_json::json!(["G9"]));
}

#[test]
fn every_memo_has_its_host() {
    let bench = Bench::with_sample();
    let coding = bench.run(["codings", "p.emaslim", "--source", "W.KS", "--json"]).json();
    let coding = coding["items"][0]["id"].as_str().expect("an id").to_owned();
    for (on, said) in [
        (&[][..], "page of the journal"),
        (&["--source", "W.KS"], "the source W.KS"),
        (&["--code", "SUP.2"], "the code SUP.2"),
        (&["--informant", "G1"], "the informant G1"),
        (&["--coding", coding.as_str()], "the coding at W.KS"),
    ] {
        let words = ["memo", "p.emaslim", "--text", "- Periksa lagi.\nBesok."];
        let answer = bench.run(words.iter().chain(on)).done();
        assert!(answer.contains(said), "{answer}");
    }
    bench.run(["memo", "p.emaslim", "--text", "x", "--source", "W.XX"]).sentence(1);
    let answer = bench.run(["memos", "p.emaslim", "--json"]).json();
    let items = answer["items"].as_array().expect("a list");
    assert_eq!(items.len(), 5);
    for item in items {
        assert_eq!(item["host"] == "journal", item["host_id"].is_null(), "{item}");
        assert!(item["text"].as_str().is_some_and(|text| !text.is_empty()));
    }
    let coding = items.iter().find(|item| item["host"] == "coding").expect("a memo on a coding");
    assert!(coding["citation"].as_str().is_some_and(|citation| citation.contains("baris")), "{coding}");
    let shown = bench.run_in("id", ["memos", "p.emaslim"]).done();
    assert_eq!(shown.lines().count(), items.len() + 1);
    assert!(shown.contains("Jurnal") && shown.contains("SUP.2"), "{shown}");
}
