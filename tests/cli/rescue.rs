//! `rescue`: what can still be read of a damaged project lies in a new file, and what could not is said.

use crate::support::Bench;
use std::fs;

/// Shuts off what guards the file and does something to it, as another program might.
fn meddle(bench: &Bench, sql: &str) {
    let file = rusqlite::Connection::open(bench.at("p.emaslim")).expect("a database");
    let triggers: Vec<(String, String)> = file
        .prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'")
        .and_then(|mut all| all.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .expect("triggers");
    for (name, _) in &triggers {
        file.execute_batch(&format!("DROP TRIGGER {name}")).expect("dropped");
    }
    file.execute_batch("PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;").expect("unguarded");
    file.execute_batch(sql).expect("done");
    for (_, again) in &triggers {
        file.execute_batch(again).expect("put back");
    }
}

/// The names of what lies in the folder.
fn names(bench: &Bench) -> Vec<String> {
    let entries = fs::read_dir(bench.at(".")).expect("a folder").flatten();
    let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_whole_project_is_rescued_whole() {
    let bench = Bench::with_sample();
    let before = fs::read(bench.at("p.emaslim")).expect("a file");
    let codings = bench.items(&["codings"]);
    let said = bench.run(["rescue", "p.emaslim", "baru.emaslim"]).done();
    assert!(said.contains("Everything in p.emaslim") && said.contains("168"), "{said}");
    assert_eq!(fs::read(bench.at("p.emaslim")).expect("a file"), before, "the damaged file stays as it is");
    let rescued = bench.run(["codings", "baru.emaslim", "--json"]).json();
    assert_eq!(rescued["items"].as_array(), Some(&codings));
    assert!(bench.run(["check", "baru.emaslim"]).done().starts_with("All is well"));
    assert_eq!(names(&bench), ["baru.emaslim", "p.emaslim"]);
}

#[test]
fn what_is_lost_is_listed_and_exit_status_1() {
    let bench = Bench::with_sample();
    let whole = fs::read(bench.at("p.emaslim")).expect("a file");
    bench.write("p.emaslim", &whole[..whole.len() * 3 / 4]);
    let english = bench.run(["rescue", "p.emaslim", "satu.emaslim"]);
    assert!(english.out.contains("What was saved") && english.out.contains("What is lost"), "{}", english.out);
    assert!(english.sentence(1).contains("satu.emaslim"));
    let indonesian = bench.run_in("id", ["rescue", "p.emaslim", "dua.emaslim"]);
    assert!(indonesian.out.contains("Yang diselamatkan"), "{}", indonesian.out);
    indonesian.sentence(1);
    let answer = bench.run(["rescue", "p.emaslim", "tiga.emaslim", "--json"]);
    assert_eq!(answer.status, 1, "{}", answer.err);
    let json: serde_json::Value = serde_json::from_str(&answer.out).expect("JSON");
    assert_eq!((&json["command"], &json["is_whole"]), (&"rescue".into(), &false.into()));
    let items = json["items"].as_array().expect("a list");
    assert!(items.iter().any(|item| item["is_saved"] == false) && items.iter().any(|item| item["is_saved"] == true));
    for name in ["satu.emaslim", "dua.emaslim", "tiga.emaslim"] {
        assert!(!bench.run(["sources", name, "--json"]).json()["items"].as_array().expect("a list").is_empty());
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_left_where_there_is_nothing_to_rescue() {
    let bench = Bench::with_project();
    bench.write("catatan.emaslim", "bukan proyek\n".repeat(100));
    bench.write("kosong.emaslim", "");
    fs::create_dir(bench.at("folder.emaslim")).expect("a folder");
    let before = names(&bench);
    for words in [
        ["rescue", "p.emaslim", "p.emaslim"],
        ["rescue", "p.emaslim", "catatan.emaslim"],
        ["rescue", "p.emaslim", "tidak ada/baru.emaslim"],
        ["rescue", "catatan.emaslim", "baru.emaslim"],
        ["rescue", "kosong.emaslim", "baru.emaslim"],
        ["rescue", "folder.emaslim", "baru.emaslim"],
        ["rescue", "tidak ada.emaslim", "baru.emaslim"],
    ] {
        let indonesian = bench.run_in("id", words).sentence(1);
        assert_ne!(bench.run(words).sentence(1), indonesian, "{words:?}");
        assert_eq!(names(&bench), before, "{words:?}");
    }
}

/// Values that no project has: nothing falls over them, a backup of them is refused as the project is, and a rescue
/// makes a sound project.
#[test]
fn hostile_values_are_refused_by_everything_but_a_rescue() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    for sql in [
        "UPDATE source SET date = -99999999".to_owned(),
        "UPDATE source SET date = '0000-99-99'".to_owned(),
        "UPDATE turn SET start = -1".to_owned(),
        "UPDATE segment SET start = -5 WHERE id = (SELECT min(id) FROM segment)".to_owned(),
        "UPDATE project SET title = CAST(x'c328ff' AS TEXT)".to_owned(),
        format!("UPDATE code SET examples = '{deep}', aliases = '{deep}'"),
    ] {
        let bench = Bench::with_sample();
        meddle(&bench, &sql);
        let before = fs::read(bench.at("p.emaslim")).expect("a file");
        let name = &sql[..sql.len().min(60)];
        for words in [
            &["sources", "p.emaslim"][..],
            &["undo", "p.emaslim"],
            &["backup", "p.emaslim"],
            &["backup", "p.emaslim", "-o", "salinan.emaslim"],
        ] {
            let said = bench.run(words).sentence(1);
            assert!(said.ends_with(": p.emaslim") && said.contains("rescue"), "{name}: {words:?}: {said}");
        }
        assert_eq!(fs::read(bench.at("p.emaslim")).expect("a file"), before, "{name}: a refused file was written to");
        let rescued = bench.run(["rescue", "p.emaslim", "baru.emaslim"]);
        assert!(rescued.status <= 1, "{name}: {}", rescued.err);
        assert!(bench.run(["check", "baru.emaslim"]).done().starts_with("All is well"), "{name}");
        assert_eq!(names(&bench), ["baru.emaslim", "p.emaslim"], "{name}");
    }
}

/// Names that would steer the terminal, or fill it.
#[test]
fn hostile_names_are_shown_and_do_nothing() {
    let bench = Bench::with_sample();
    meddle(
        &bench,
        "UPDATE source SET name = name || char(27) || '[2J' || char(10) || char(7);
         UPDATE step SET coder = char(27) || '[31m', device = char(13);
         INSERT INTO visit VALUES (randomblob(16), printf('%.1000000c', 'x'), char(27) || 'c', 1, 1);",
    );
    for words in [&["sources", "p.emaslim"][..], &["history", "p.emaslim"], &["codings", "p.emaslim"]] {
        let answer = bench.run(words);
        assert!(!answer.out.contains('\u{1b}') && !answer.err.contains('\u{1b}'), "{words:?}");
        answer.done();
    }
    let said = bench.run(["undo", "p.emaslim"]).sentence(1);
    assert!(said.len() < 5_000 && !said.contains('\u{1b}') && said.contains("--take-over"), "{}", said.len());
}

#[cfg(unix)]
#[test]
fn a_pipe_is_not_waited_for() {
    let bench = Bench::with_project();
    let made = std::process::Command::new("mkfifo").arg(bench.at("pipa.emaslim")).status();
    if !made.is_ok_and(|status| status.success()) {
        eprintln!("SKIPPED: no pipe can be made here");
        return;
    }
    for words in [
        &["sources", "pipa.emaslim"][..],
        &["undo", "pipa.emaslim"],
        &["backup", "pipa.emaslim"],
        &["rescue", "pipa.emaslim", "baru.emaslim"],
        &["import", "p.emaslim", "pipa.emaslim"],
    ] {
        bench.run(words).sentence(1);
    }
    bench.run(["copies", "p.emaslim"]).done();
}
