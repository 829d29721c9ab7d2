//! Names and JSON keys are a contract: every command is there, every key always, nothing translated.

use crate::support::{Bench, command};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Stdio;

const COMMANDS: [&str; 31] = [
    "demo",
    "new",
    "import",
    "edit",
    "sources",
    "source",
    "memos",
    "memo",
    "informants",
    "informant",
    "assign",
    "codes",
    "codings",
    "text",
    "code",
    "uncode",
    "coding",
    "segments",
    "segment",
    "compare",
    "findings",
    "finding",
    "verdict",
    "cell",
    "evaluate",
    "export",
    "undo",
    "redo",
    "history",
    "check",
    "copies",
];

fn keys(value: &Value) -> BTreeSet<&str> {
    value.as_object().expect("an object").keys().map(String::as_str).collect()
}

fn words(list: &str) -> BTreeSet<&str> {
    list.split([' ', ',']).filter(|word| !word.is_empty()).collect()
}

#[test]
fn every_listing_has_the_keys_of_the_contract() {
    let bench = Bench::with_sample();
    bench.run(["memo", "p.emaslim", "--text", "Hari pertama."]).done();
    for (command, list) in [
        (
            "codings",
            "id segment source_id source revision code_id code code_name code_path start end line line_end quote \
             speakers informants groups technique date direction coder memo citation created",
        ),
        (
            "sources",
            "id name short description technique date place setting number revision original_name length lines turns \
             informants groups segments codings words note progress",
        ),
        ("memos", "id host host_id on source code citation text author changed"),
        (
            "informants",
            "id code description group standing is_child sources segments codings pseudonym consent consent_date scope \
             assent guardian lacks_guardian withdrawn turns locked_segments attributes",
        ),
        (
            "codes",
            "id parent_id kind code name path colour key definition test counts counts_not examples keywords aliases \
             segments codings",
        ),
        ("segments", "id source_id source revision start end line line_end quote reduction key memo codings citation"),
        ("findings", "id code_id code claim order created evidence groups techniques warnings checks verdicts"),
        ("history", "id at coder device operation values undoes is_undone"),
    ] {
        let answer = bench.run([command, "p.emaslim", "--json"]).json();
        assert_eq!(keys(&answer), words("emaslim command project items"), "{command}");
        assert_eq!((&answer["emaslim"], &answer["command"]), (&1.into(), &command.into()));
        assert_eq!(keys(&answer["project"]), words("id revision"));
        assert!(answer["project"]["revision"].as_u64().is_some_and(|revision| revision > 0));
        let items = answer["items"].as_array().expect("a list");
        assert!(!items.is_empty());
        for item in items {
            assert_eq!(keys(item), words(list), "{command}");
        }
    }
    let check = bench.run(["check", "p.emaslim", "--json"]).json();
    assert_eq!(keys(&check), words("emaslim command project items quotations steps"));
    assert_eq!((&check["quotations"], &check["items"]), (&168.into(), &Value::Array(Vec::new())));
    let text = bench.run(["text", "p.emaslim", "W.S2", "--json"]).json();
    assert_eq!(keys(&text["items"][0]), words("source_id source line start end text"));
}

#[test]
fn a_comparison_has_the_keys_of_the_contract() {
    let bench = Bench::with_sample();
    for by in ["group", "informant", "technique", "source", "date", "coder"] {
        for (rows, kind, count) in [("roles", "role", 7), ("codes", "code", 61), ("findings", "finding", 3)] {
            let answer = bench.run(["compare", "p.emaslim", "--rows", rows, "--by", by, "--json"]).json();
            assert_eq!(keys(&answer), words("emaslim command project by rows_kind within columns left_out items"));
            assert_eq!((&answer["by"], &answer["rows_kind"]), (&by.into(), &rows.into()));
            assert_eq!(keys(&answer["left_out"]), words("researcher no_informant context withdrawn"));
            let columns = answer["columns"].as_array().expect("columns");
            assert!(columns.iter().all(|column| keys(column) == words("id label informants_total")));
            let items = answer["items"].as_array().expect("rows");
            assert_eq!(items.len(), count);
            for row in items {
                assert_eq!(keys(row), words("kind id code label cells suggestion verdict silent conclusion"));
                assert_eq!(row["kind"], kind);
                assert_eq!(keys(&row["suggestion"]), words("verdict silent reason"));
                let cells = row["cells"].as_array().expect("cells");
                assert_eq!(cells.len(), columns.len());
                for (cell, column) in cells.iter().zip(columns) {
                    let list =
                        "column segments codings informants sources supports partly weakens unset asked empty_reason";
                    assert_eq!(keys(cell), words(list));
                    assert_eq!(cell["column"], column["id"]);
                    assert_eq!(cell["empty_reason"].is_null(), cell["segments"] != 0);
                }
            }
        }
    }
}

#[test]
fn answers_for_scripts_are_the_same_in_both_languages() {
    let bench = Bench::with_sample();
    for command in ["sources", "informants", "codes", "codings", "segments", "compare", "findings", "history", "check"]
    {
        let words = [command, "p.emaslim", "--json"];
        assert_eq!(bench.run_in("id", words).done(), bench.run_in("en", words).done(), "{command}");
    }
}

#[test]
fn every_command_explains_itself_in_both_languages() {
    let bench = Bench::new();
    let overview = bench.run(["--help"]).done();
    for command in COMMANDS {
        assert!(overview.lines().any(|line| line.trim_start().starts_with(command)), "{command}: {overview}");
        let english = bench.run([command, "--help"]).done();
        let indonesian = bench.run_in("id", [command, "--help"]).done();
        assert!(
            english.contains("Usage: emaslim") && indonesian.contains("Pemakaian: emaslim"),
            "{english}{indonesian}"
        );
        assert!(!english.contains("cli-") && !indonesian.contains("cli-"), "{english}{indonesian}");
    }
    assert_eq!(bench.run(["--version"]).done(), format!("emaslim {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn every_command_is_in_the_readme() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(readme).expect("a README");
    let missing: Vec<&str> =
        COMMANDS.into_iter().filter(|command| !readme.contains(&format!("emaslim {command}"))).collect();
    assert!(missing.is_empty(), "not in the README: {missing:?}");
}

#[test]
fn the_readme_names_no_file_that_is_not_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let readme = fs::read_to_string(root.join("README.md")).expect("a README");
    let links = readme.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let files: Vec<&str> = links.filter(|link| !link.starts_with("https://")).collect();
    assert!(files.len() >= 3, "{files:?}");
    let missing: Vec<&&str> = files.iter().filter(|file| !root.join(file).exists()).collect();
    assert!(missing.is_empty(), "the README names {missing:?}");
}

#[test]
fn a_reader_who_leaves_early_is_no_error() {
    let bench = Bench::with_sample();
    for words in [&["codings", "p.emaslim", "--json"][..], &["text", "p.emaslim", "W.KS"], &["--help"]] {
        let mut child = command(&bench.at("."))
            .args(words)
            .env("EMASLIM_LANG", "en")
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        drop(child.stdout.take());
        let output = child.wait_with_output().expect("the program ends");
        assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{words:?}");
        assert_eq!(output.status.code(), Some(0), "{words:?}");
    }
}

#[test]
fn tables_stand_aligned_and_speak_the_language() {
    let bench = Bench::with_sample();
    for (language, head) in [("en", "Source"), ("id", "Sumber data")] {
        let out = bench.run_in(language, ["sources", "p.emaslim"]).done();
        assert!(out.starts_with(head), "{out}");
        assert_eq!(out.lines().count(), 11);
        assert!(out.lines().all(|line| line.trim_end() == line));
    }
    let out = bench.run_in("id", ["compare", "p.emaslim"]).done();
    let column = |line: &str| line.chars().position(|letter| letter.is_ascii_digit());
    let places: BTreeSet<_> = out.lines().skip(1).take(7).map(column).collect();
    assert_eq!(places.len(), 1, "{out}");
}
