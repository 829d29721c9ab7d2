//! What a project says about itself, and the pattern that every citation follows.

use crate::support::Bench;
use serde_json::json;

#[test]
fn the_identity_is_set_in_one_step_and_read_back() {
    let bench = Bench::with_sample();
    let set = [
        "project",
        "p.emaslim",
        "--school",
        "SMPN 31 Tirta Banua",
        "--researcher",
        "Rahma A.",
        "--student-number",
        "2110111",
        "--supervisor",
        "Dr. Ḥasan",
        "--citation",
        "({short}, {date:d MMMM yyyy}, b. {line})",
    ];
    assert!(bench.run(set).done().contains("Changed the identity"));
    let answer = bench.run(["project", "p.emaslim", "--json"]).json();
    assert_eq!(answer["command"], "project");
    let item = &answer["items"][0];
    assert_eq!(item["researcher"], "Rahma A.");
    assert_eq!(item["student_number"], "2110111");
    let example = item["citation_example"].as_str().expect("a real passage");
    assert!(example.starts_with("(W.KS, 12 February 2025, b. ") || example.starts_with("(W.KS, 12 Februari 2025, b. "));
    let codings = bench.run(["codings", "p.emaslim", "--source", "O.1", "--json"]).json();
    for item in codings["items"].as_array().expect("codings") {
        assert!(item["citation"].as_str().is_some_and(|said| said.starts_with("(O.1, 24 Febru")), "{item}");
    }
    let shown = bench.run(["project", "p.emaslim"]).done();
    assert!(shown.contains("Dr. Ḥasan") && shown.contains("2110111"), "{shown}");
    bench.run(["undo", "p.emaslim"]).done();
    assert_eq!(bench.run(["project", "p.emaslim", "--json"]).json()["items"][0]["school"], json!(""));
}

#[test]
fn a_pattern_that_cannot_be_used_is_a_sentence_and_the_old_one_stays() {
    let bench = Bench::with_sample();
    let before = bench.run(["project", "p.emaslim", "--json"]).json();
    for (pattern, named) in [
        ("{siapa}, baris {line}", "{siapa}"),
        ("{who}, baris {line", "{line"),
        ("{date:tt-bb}", "tt-bb"),
        ("", "{technique}"),
    ] {
        let answer = bench.run(["project", "p.emaslim", "--title", "Lain", "--citation", pattern]);
        assert_eq!((answer.status, answer.err.lines().count()), (1, 1), "{}", answer.err);
        assert!(answer.err.contains(named), "{pattern}: {}", answer.err);
    }
    assert_eq!(bench.run(["project", "p.emaslim", "--json"]).json(), before);
    bench.run(["project", "p.emaslim", "--title", "  "]).sentence(1);
}

#[test]
fn english_lines_have_a_plural() {
    let bench = Bench::new();
    bench.run(["new", "p.emaslim", "--lang", "en"]).done();
    bench.write("talk.txt", "KS: Satu saja.\nKS: Dua juga.\n");
    bench.run(["import", "p.emaslim", "talk.txt", "--technique", "interview", "--date", "2025-02-12"]).done();
    for (code, range) in [("MAN", "4..8"), ("SUP", "4..20")] {
        bench.run(["code", "p.emaslim", "--source", "talk", "--code", code, "--range", range]).done();
    }
    let codings = bench.run(["codings", "p.emaslim", "--json"]).json();
    let said: Vec<_> = codings["items"].as_array().expect("codings").iter().map(|item| &item["citation"]).collect();
    assert_eq!(said, [&json!("W.KS.12-02-2025, line 1"), &json!("W.KS.12-02-2025, lines 1–2")]);
}
