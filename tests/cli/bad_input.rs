//! What cannot be done: one sentence in the user's language, exit status 1, nothing changed.

use crate::support::{Bench, study_folder};
use std::fs;

/// Runs a command that must fail, in both languages, and holds that nothing has changed.
#[track_caller]
fn refused(bench: &Bench, words: &[&str], holds: &[&str]) -> String {
    let before = bench.everything();
    let indonesian = bench.run_in("id", words).sentence(1);
    let english = bench.run(words).sentence(1);
    assert_ne!(indonesian, english, "one of the two is not translated");
    assert_eq!(bench.everything(), before, "something has changed");
    for part in holds {
        assert!(english.contains(part), "{part}: {english}");
        assert!(indonesian.contains(part), "{part}: {indonesian}");
    }
    english
}

fn bench_with_talk() -> Bench {
    let bench = Bench::with_project();
    bench.write("W.G1.txt", "P: Apa kabar?\nG1: Saya datang.\nP: Lagi?\nG1: Ya, Saya datang. Ka 🙏\n");
    bench.run(["import", "p.emaslim", "W.G1.txt"]).done();
    bench
}

#[test]
fn files_that_cannot_be_imported() {
    let bench = bench_with_talk();
    bench.write("empty.txt", "");
    bench.write("blank.txt", " \n\n");
    fs::create_dir(bench.at("nothing")).expect("a folder");
    fs::create_dir(bench.at("other")).expect("a folder");
    bench.write("other/W.G1.txt", "G1: Lain sekali.\n");
    fs::copy(bench.at("W.G1.txt"), bench.at("copy.txt")).expect("a copy");
    bench.write("picture.txt", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01");
    for (file, holds) in [
        ("empty.txt", "empty.txt"),
        ("blank.txt", "blank.txt"),
        ("nothing", "nothing"),
        ("missing.txt", "missing.txt"),
        ("other/W.G1.txt", "W.G1"),
        ("copy.txt", "W.G1"),
        ("picture.txt", "picture.txt"),
        ("p.emaslim", "p.emaslim"),
    ] {
        refused(&bench, &["import", "p.emaslim", file], &[holds]);
    }
    refused(&bench, &["import", "p.emaslim", "W.G1.txt", "--group", "techer"], &["teacher"]);
}

#[test]
fn one_refused_file_does_not_keep_the_others_out() {
    let bench = Bench::with_project();
    bench.write("a.txt", "satu\n");
    bench.write("b.txt", "");
    bench.write("c.txt", "tiga\n");
    let answer = bench.run(["import", "p.emaslim", "a.txt", "b.txt", "c.txt"]);
    assert_eq!(answer.status, 1);
    assert!(answer.err.lines().any(|line| line.contains("b.txt")), "{}", answer.err);
    let names: Vec<_> = bench.items(&["sources"]).iter().map(|source| source["name"].clone()).collect();
    assert_eq!(names, ["a", "c"]);
}

#[test]
fn a_star_that_the_shell_has_left_is_filled_in() {
    let bench = Bench::with_project();
    for (name, words) in [("W.G1.txt", "G1: satu\n"), ("W.G2.txt", "G2: dua\n"), ("O.1.txt", "tiga\n")] {
        bench.write(name, words);
    }
    assert_eq!(bench.run(["import", "p.emaslim", "W.*.txt"]).done().lines().count(), 2);
    assert_eq!(bench.items(&["sources"]).len(), 2);
    refused(&bench, &["import", "p.emaslim", "X*.txt"], &["X*.txt"]);
}

#[test]
fn a_dry_run_changes_nothing() {
    let bench = Bench::with_project();
    let before = bench.everything();
    let folder = study_folder().join("txt");
    let out = bench.run(["import", "p.emaslim", "--dry-run", folder.to_str().expect("UTF-8")]).done();
    let files = out.lines().filter(|line| !line.starts_with(' ')).count();
    assert_eq!(files, 10 + 1, "each file and the sentence that nothing was changed: {out}");
    assert!(out.contains("W.KS.12-02-2025") && out.contains("12 Feb 2025"), "{out}");
    assert_eq!(bench.everything(), before);
}

#[test]
fn quotations_that_do_not_stand_once() {
    let bench = bench_with_talk();
    let code = |words: &[&'static str]| [&["code", "p.emaslim", "--source", "W.G1", "--code", "EDU"], words].concat();
    refused(&bench, &code(&["--quote", "Saya tidak pernah ada"]), &[]);
    refused(&bench, &code(&["--quote", "ya, saya datang"]), &["4"]);
    refused(&bench, &code(&["--quote", "Saya datang."]), &["2, 4", "--nth"]);
    refused(&bench, &code(&["--quote", "Saya datang.", "--nth", "3"]), &["3", "2, 4"]);
    refused(&bench, &code(&["--quote", "Saya datang.", "--nth", "0"]), &["2, 4"]);
    refused(&bench, &code(&["--quote", ""]), &[]);
    refused(&bench, &code(&["--quote-file", "missing.txt"]), &["missing.txt"]);
    let second = bench.run(code(&["--quote", "Saya datang.", "--nth", "2", "--json"])).json();
    assert_eq!(second["items"][0]["line"], 4);
}

#[test]
fn ranges_and_lines_beyond_the_text() {
    let bench = bench_with_talk();
    let code = |range: &'static str| ["code", "p.emaslim", "--source", "W.G1", "--code", "EDU", "--range", range];
    for range in ["0..999999", "60000..60001", "0..4294967295"] {
        refused(&bench, &code(range), &[range]);
    }
    refused(&bench, &code("5..5"), &["5..5"]);
    bench.run(code("9..5")).sentence(2);
    refused(&bench, &["text", "p.emaslim", "W.G1", "--lines", "3-5"], &["5", "4"]);
    bench.run(["text", "p.emaslim", "W.G1", "--lines", "0-2"]).sentence(2);
}

#[test]
fn names_that_nothing_bears() {
    let bench = bench_with_talk();
    let code = |source: &'static str, code: &'static str| {
        ["code", "p.emaslim", "--source", source, "--code", code, "--quote", "Apa kabar?"]
    };
    refused(&bench, &code("W.G1", "SPU"), &["SPU", "SUP Supervisor"]);
    refused(&bench, &code("W.G1", "Motivasi"), &["Motivasi", "MOT Motivator"]);
    refused(&bench, &code("W.G2", "SUP"), &["W.G2", "W.G1"]);
    refused(&bench, &["text", "p.emaslim", "nobody"], &["nobody"]);
    refused(&bench, &["codings", "p.emaslim", "--informant", "G9"], &["G9", "G1"]);
    refused(&bench, &["codings", "p.emaslim", "--group", "studnet"], &["student"]);
    refused(&bench, &["codings", "p.emaslim", "--coder", "Nobody"], &["Nobody"]);
    refused(&bench, &["uncode", "p.emaslim", "00000000-0000-0000-0000-000000000000"], &["00000000"]);
    refused(&bench, &["uncode", "p.emaslim", "abc"], &["abc"]);
}

#[test]
fn an_ambiguous_name_lists_its_candidates() {
    let bench = Bench::with_project();
    bench.write("satu.txt", "Kode dokumen: W.X\n\nG1: Satu.\n");
    bench.write("W.X.txt", "Kode dokumen: W.X\n\nG2: Dua.\n");
    bench.run(["import", "p.emaslim", "satu.txt", "W.X.txt"]).done();
    let sources = bench.items(&["sources"]);
    if sources[0]["short"] == sources[1]["short"] {
        refused(&bench, &["text", "p.emaslim", "w.x"], &["satu", "W.X"]);
    }
    for source in &sources {
        let id = source["id"].as_str().expect("an id");
        assert!(!bench.run(["text", "p.emaslim", id]).done().is_empty());
    }
}

#[test]
fn a_file_of_codings_lands_whole_or_not_at_all() {
    let bench = bench_with_talk();
    let good = r#"{"source":"W.G1","code":"EDU","quote":"Apa kabar?"}"#;
    for (name, content, holds) in [
        ("wrong-code.json", format!(r#"[{good},{{"source":"W.G1","code":"SPU","quote":"Lagi?"}}]"#), "SUP Supervisor"),
        ("wrong-words.json", format!(r#"{{"items":[{good},{{"source":"W.G1","code":"EDU","quote":"x y"}}]}}"#), "2"),
        ("twice.json", r#"[{"source":"W.G1","code":"EDU","quote":"Saya datang."}]"#.to_owned(), "2, 4"),
        ("no-source.json", r#"[{"code":"EDU","quote":"Saya datang."}]"#.to_owned(), "1"),
        (
            "wrong-direction.json",
            r#"[{"source":"W.G1","code":"EDU","quote":"Lagi?","direction":"up"}]"#.to_owned(),
            "json",
        ),
        ("no-json.json", "{\"items\": [".to_owned(), "no-json.json"),
        ("empty.json", String::new(), "empty.json"),
    ] {
        bench.write(name, content);
        refused(&bench, &["code", "p.emaslim", "--from", name], &[holds]);
    }
    refused(&bench, &["code", "p.emaslim", "--from", "missing.json"], &["missing.json"]);
}

#[test]
fn files_that_are_no_project() {
    let bench = bench_with_talk();
    bench.write("text.emaslim", "not a project at all, only words\n".repeat(100));
    bench.write("empty.emaslim", "");
    fs::create_dir(bench.at("folder.emaslim")).expect("a folder");
    let foreign = rusqlite::Connection::open(bench.at("foreign.emaslim")).expect("a database");
    foreign.execute_batch("CREATE TABLE t (x); INSERT INTO t VALUES (1);").expect("made");
    drop(foreign);
    fs::copy(bench.at("p.emaslim"), bench.at("newer.emaslim")).expect("a copy");
    let newer = rusqlite::Connection::open(bench.at("newer.emaslim")).expect("a database");
    newer.pragma_update(None, "user_version", 9999).expect("set");
    drop(newer);
    for name in
        ["missing.emaslim", "text.emaslim", "empty.emaslim", "folder.emaslim", "foreign.emaslim", "newer.emaslim"]
    {
        let before = fs::read(bench.at(name)).ok();
        for command in [&["codings", name][..], &["undo", name], &["import", name, "W.G1.txt"], &["check", name]] {
            refused(&bench, command, &[name]);
        }
        assert_eq!(fs::read(bench.at(name)).ok(), before, "{name} was written to");
    }
    assert!(!bench.at("missing.emaslim").exists());
}

#[test]
fn a_new_project_overwrites_nothing() {
    let bench = bench_with_talk();
    refused(&bench, &["new", "p.emaslim"], &["p.emaslim"]);
    refused(&bench, &["new", "nowhere/p.emaslim"], &["nowhere"]);
    bench.write("codebook.json", "{\"families\": 3}");
    refused(&bench, &["new", "q.emaslim", "--codebook", "codebook.json"], &[]);
    refused(&bench, &["new", "q.emaslim", "--codebook", "missing.json"], &["missing.json"]);
    assert!(!bench.at("q.emaslim").exists(), "a half-made project stays");
    refused(&bench, &["undo-nothing.emaslim"], &["undo-nothing.emaslim"]);
}

#[test]
fn wrong_usage_is_status_2_and_one_sentence() {
    let bench = bench_with_talk();
    for words in [
        &["codings"][..],
        &["codings", "p.emaslim", "--directon", "supports"],
        &["codings", "p.emaslim", "--direction", "sideways"],
        &["compare", "p.emaslim", "--by", "moon"],
        &["code", "p.emaslim", "--source", "W.G1", "--code", "EDU"],
        &["code", "p.emaslim", "--source", "W.G1", "--code", "EDU", "--quote", "a", "--range", "1..2"],
        &["import", "p.emaslim"],
        &["import", "p.emaslim", "W.G1.txt", "--date", "12-02-2025"],
        &["finding", "p.emaslim"],
        &["p.emaslim", "codings", "p.emaslim"],
        &["export", "p.emaslim", "--what", "tables", "--format", "csv", "-o", "x.csv"],
        &["export", "p.emaslim", "--what", "comparison", "--format", "csv", "--code", "EDU", "-o", "x.csv"],
    ] {
        let indonesian = bench.run_in("id", words).sentence(2);
        assert_ne!(bench.run(words).sentence(2), indonesian, "{words:?} is not translated");
    }
    let pairs = bench.run(["export", "p.emaslim", "--what", "tables", "--format", "csv", "-o", "x.csv"]).sentence(2);
    for pair in
        ["excerpts csv", "excerpts xlsx", "excerpts json", "comparison csv", "comparison xlsx", "comparison json"]
    {
        assert!(pairs.contains(pair), "{pairs}");
    }
    assert!(!bench.at("x.docx").exists() && !bench.at("x.csv").exists());
}

#[test]
fn what_the_system_refuses_is_said_in_the_users_words() {
    let bench = bench_with_talk();
    fs::create_dir(bench.at("folder")).expect("a folder");
    for words in [
        &["new", "q.emaslim", "--codebook", "missing.json"][..],
        &["new", "q.emaslim", "--codebook", "folder"],
        &["new", "nowhere/q.emaslim"],
        &["code", "p.emaslim", "--from", "missing.json"],
        &["code", "p.emaslim", "--source", "W.G1", "--code", "EDU", "--quote-file", "folder"],
        &["demo", "--no-window", "--into", "W.G1.txt"],
    ] {
        let before = bench.everything();
        let indonesian = bench.run_in("id", words).sentence(1);
        assert!(!indonesian.contains("os error"), "{indonesian}");
        bench.run(words).sentence(1);
        assert_eq!(bench.everything(), before, "something has changed");
    }
    let folder = bench.run(["new", "nowhere/q.emaslim"]).sentence(1);
    assert!(folder.contains("folder") && folder.ends_with("nowhere"), "{folder}");
    let name = format!("{}.emaslim", "q".repeat(300));
    assert!(bench.run(["new", &name]).sentence(1).contains("too long"));
}

#[test]
fn one_near_quotation_is_not_one_of_several() {
    let bench = bench_with_talk();
    let words = ["code", "p.emaslim", "--source", "W.G1", "--code", "EDU", "--quote", "apa kabar"];
    let indonesian = bench.run_in("id", words).sentence(1);
    assert!(indonesian.contains("baris 1; salin dari sana"), "{indonesian}");
}

#[test]
fn an_unknown_group_hears_all_groups() {
    let bench = bench_with_talk();
    refused(&bench, &["codings", "p.emaslim", "--group", "wali murid"], &["principal, teacher, student"]);
}

#[test]
fn a_range_written_the_wrong_way_round_is_refused() {
    let bench = bench_with_talk();
    bench.write("reversed.json", r#"[{"source":"W.G1","code":"EDU","start":9,"end":2}]"#);
    refused(&bench, &["code", "p.emaslim", "--from", "reversed.json"], &["9..2"]);
    let blank = ["code", "p.emaslim", "--source", "W.G1", "--code", "EDU", "--range", "13..14"];
    refused(&bench, &blank, &["W.G1"]);
    let list =
        r#"[{"source":"W.G1","code":"EDU","start":0,"end":9},{"source":"W.G1","code":"EDU","start":13,"end":14}]"#;
    bench.write("blank.json", list);
    refused(&bench, &["code", "p.emaslim", "--from", "blank.json"], &["2", "W.G1"]);
}

#[test]
fn a_comparison_says_how_many_directions_are_missing() {
    let bench = bench_with_talk();
    bench.run(["code", "p.emaslim", "--source", "W.G1", "--code", "EDU", "--quote", "G1: Ya"]).done();
    let table = bench.run(["compare", "p.emaslim"]).done();
    assert!(table.lines().any(|line| line.starts_with("EDU") && line.contains("1 of 1")), "{table}");
}
