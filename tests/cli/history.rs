//! The history says each step as a sentence in the user's language; undo and redo name what they take back,
//! and survive that every command is a program of its own.

use crate::support::Bench;
use emaslim::project::{Access, Project, Who};
use serde_json::Value;

const WORDS: [&str; 10] =
    ["code", "p.emaslim", "--source", "W.KS", "--code", "SUP.4", "--range", "4931..4960", "--direction", "supports"];

fn codings(bench: &Bench) -> Vec<Value> {
    bench.items(&["codings"])
}

#[test]
fn undo_and_redo_say_what_they_do_in_both_languages() {
    let bench = Bench::with_sample();
    let before = codings(&bench);
    let line = bench.run([&WORDS[..], &["--json"]].concat()).json()["items"][0]["line"].clone();
    let after = codings(&bench);
    assert_eq!(after.len(), before.len() + 1);
    let english = format!("Coded W.KS line {line} with SUP.4 (supports)");
    let indonesian = format!("Mengode W.KS baris {line} dengan SUP.4 (mendukung)");
    let newest = |language: &str| {
        let out = bench.run_in(language, ["history", "p.emaslim", "--limit", "1"]).done();
        out.lines().nth(1).expect("a step").to_owned()
    };
    assert!(newest("en").ends_with(&english), "{}", newest("en"));
    assert!(newest("id").ends_with(&indonesian), "{}", newest("id"));
    assert!(newest("id").contains("Rina"), "{}", newest("id"));

    assert_eq!(bench.run_in("id", ["undo", "p.emaslim"]).done(), format!("Diurungkan: {indonesian}\n"));
    assert_eq!(codings(&bench), before);
    assert_eq!(bench.run(["redo", "p.emaslim"]).done(), format!("Redone: {english}\n"));
    assert_eq!(codings(&bench), after);
    bench.run(["redo", "p.emaslim"]).sentence(1);
    assert_eq!(bench.run(["undo", "p.emaslim"]).done(), format!("Undone: {english}\n"));
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
}

#[test]
fn everything_can_be_undone_one_command_at_a_time() {
    let bench = Bench::with_project();
    bench.write("W.G1.txt", "G1: Satu, dua, tiga.\n");
    let listings = |bench: &Bench| ["sources", "informants", "codings"].map(|listing| bench.items(&[listing]));
    let mut states = vec![listings(&bench)];
    let code = ["code", "p.emaslim", "--source", "W.G1", "--code"];
    for words in [
        vec!["import", "p.emaslim", "W.G1.txt"],
        [&code[..], &["EDU", "--quote", "Satu", "--memo", "Catatan saya"]].concat(),
        [&code[..], &["EDU", "--quote", "Satu", "--direction", "weakens"]].concat(),
        [&code[..], &["MAN", "--quote", "dua", "--coder", "Budi"]].concat(),
    ] {
        bench.run(words).done();
        states.push(listings(&bench));
    }
    let last = &states[4][2];
    assert_eq!(last.len(), 2);
    assert_eq!((&last[0]["direction"], &last[0]["memo"]), (&"weakens".into(), &"Catatan saya".into()));
    assert_eq!((&last[0]["coder"], &last[1]["coder"]), (&"Rina".into(), &"Budi".into()));
    for expected in states.iter().rev().skip(1) {
        bench.run(["undo", "p.emaslim"]).done();
        assert_eq!(&listings(&bench), expected);
    }
    for expected in &states[1..] {
        bench.run(["redo", "p.emaslim"]).done();
        assert_eq!(&listings(&bench), expected);
    }
}

#[test]
fn a_coding_is_removed_by_its_id_or_the_end_of_it() {
    let bench = Bench::with_sample();
    let all = codings(&bench);
    let id = |at: usize| all[at]["id"].as_str().expect("an id").to_owned();
    bench.run(["uncode", "p.emaslim", &id(0)]).done();
    let table = bench.run(["codings", "p.emaslim"]).done();
    let first = table.lines().nth(1).expect("a coding").split(' ').next().expect("an id").to_owned();
    assert!(id(1).ends_with(&first));
    bench.run(["uncode", "p.emaslim", &first]).done();
    assert_eq!(codings(&bench), all[2..]);
    bench.run(["uncode", "p.emaslim", &id(0)]).sentence(1);
}

#[test]
fn coding_the_same_again_changes_nothing() {
    let bench = Bench::with_sample();
    bench.run(WORDS).done();
    let before = bench.everything();
    assert_eq!(bench.run(WORDS).done(), "Nothing to change: it is so already.\n");
    assert_eq!(bench.everything(), before);
}

#[test]
fn a_window_that_has_the_project_open_sees_what_a_command_does() {
    let bench = Bench::with_sample();
    let who = Who { coder: "Rina".to_owned(), device: "meja".to_owned() };
    let mut window = Project::open(&bench.at("p.emaslim"), Access::ReadWrite, who).expect("opened");
    let before = window.study().codings.len();
    assert_eq!(codings(&bench).len(), before);
    bench.run(WORDS).done();
    let changes = window.refresh().expect("read anew").expect("something has changed");
    assert!(changes.codings);
    assert_eq!(window.study().codings.len(), before + 1);
    window.undo().expect("undone");
    assert_eq!(codings(&bench).len(), before);
    window.close().expect("closed");
    let files = std::fs::read_dir(bench.at(".")).expect("a folder").count();
    assert_eq!(files, 1, "exactly one file lies there");
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
}

#[test]
fn a_quotation_that_no_longer_fits_its_text_is_found() {
    let bench = Bench::with_sample();
    let database = rusqlite::Connection::open(bench.at("p.emaslim")).expect("a database");
    let changed = database
        .execute("UPDATE segment SET quote = quote || '!' WHERE id = (SELECT min(id) FROM segment)", [])
        .expect("changed");
    assert_eq!(changed, 1);
    drop(database);
    let answer = bench.run(["check", "p.emaslim"]);
    assert!(answer.out.contains("!”"), "{}", answer.out);
    answer.sentence(1);
    let answer = bench.run(["check", "p.emaslim", "--json"]);
    assert_eq!(answer.status, 1);
    let json: Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!(json["items"][0]["problem"], "check-quotation");
}
