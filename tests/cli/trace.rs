//! Holds that the log and the report of a crash hold no word of the researcher.

use crate::support::{Bench, command};
use std::fs;
use std::path::{Path, PathBuf};

/// Stands in a text, a quotation, a memo, a name and a search; must stand in no log.
const SECRET: &str = "rahasianyaibukhadijah";

/// Everything below the folder of the log, as one text.
fn left_behind(bench: &Bench) -> String {
    let folder = bench.at("data/log");
    let mut files: Vec<PathBuf> =
        fs::read_dir(&folder).map(|entries| entries.flatten().map(|entry| entry.path()).collect()).unwrap_or_default();
    files.sort();
    files.iter().map(|path| format!("{}\n{}", path.display(), fs::read_to_string(path).expect("text"))).collect()
}

fn run(bench: &Bench, fall: Option<&str>, words: &[&str]) -> (i32, String) {
    let mut command = command(&bench.at(""));
    command
        .env("EMASLIM_DATA", bench.at("data"))
        .args(words)
        .env("EMASLIM_LANG", "en")
        .env("EMASLIM_LOG", "trace")
        .env("RUST_BACKTRACE", "0");
    if let Some(place) = fall {
        command.env("EMASLIM_FALL", place);
    }
    let output = command.output().expect("the program");
    (output.status.code().unwrap_or(-1), String::from_utf8_lossy(&output.stderr).into_owned())
}

#[test]
fn the_log_of_work_that_goes_well_and_badly_holds_no_word_of_the_researcher() {
    let bench = Bench::with_project();
    let text = format!("P: Apa yang terjadi?\n{SECRET}: Kata {SECRET} disupervisi kepala sekolah.\n");
    bench.write(&format!("W.{SECRET}.txt"), &text);
    bench.write(&format!("{SECRET}.bin"), b"\x00\x01\x02\xff\xfe\x00");
    bench.write("rusak.emaslim", format!("bukan proyek {SECRET}"));
    let source = format!("W.{SECRET}");
    let (ours, missing) = (format!("{source}.txt"), format!("{SECRET}.bin"));
    let tries: &[&[&str]] = &[
        &["import", "p.emaslim", &ours, &missing, "tidak ada.txt"],
        &["import", "p.emaslim", &ours],
        &["code", "p.emaslim", "--source", &source, "--code", "SUP", "--quote", SECRET, "--memo", SECRET],
        &["code", "p.emaslim", "--source", &source, "--code", SECRET, "--quote", "Kata"],
        &["code", "p.emaslim", "--source", &source, "--code", "SUP", "--quote", &format!("{SECRET} tidak ada")],
        &["codings", "p.emaslim", "--informant", SECRET],
        &["text", "p.emaslim", &format!("{SECRET}x")],
        &["sources", "rusak.emaslim"],
        &["sources", &format!("{SECRET}.emaslim")],
        &["export", "p.emaslim", "--what", "excerpts", "--format", "csv", "-o", &format!("tidak ada/{SECRET}.csv")],
        &["undo", "p.emaslim"],
        &["check", "p.emaslim"],
    ];
    let failed = tries.iter().filter(|words| run(&bench, None, words).0 != 0).count();
    assert!(failed >= 6, "only {failed} of the tries failed");
    let log = left_behind(&bench);
    assert!(log.contains("warn emaslim::cli"), "the log was written: {log}");
    assert!(!log.contains(SECRET), "{log}");
}

#[test]
fn the_report_of_a_crash_lies_beside_the_log_and_holds_no_word_of_the_researcher() {
    let bench = Bench::with_project();
    if !cfg!(debug_assertions) {
        eprintln!("SKIPPED: a release cannot be asked to fall");
        return;
    }
    let words = ["code", "p.emaslim", "--source", SECRET, "--code", "SUP", "--quote", SECRET];
    let (status, said) = run(&bench, Some("command"), &words);
    assert_eq!(status, 1, "{said}");
    let line = said.lines().find(|line| line.starts_with("emaslim: ")).expect("a sentence");
    let path = line.rsplit(' ').next().map(PathBuf::from).expect("a path");
    assert_eq!(path.parent(), Some(bench.at("data/log").as_path()), "{line}");
    let report = fs::read_to_string(&path).expect("a report");
    for part in ["Emaslim ", "thread main", "src/trace/mod.rs", "left out", "emaslim::cli::run"] {
        assert!(report.contains(part), "{part} is missing: {report}");
    }
    assert!(!left_behind(&bench).contains(SECRET), "{report}");
    for _ in 0..12 {
        run(&bench, Some("command"), &words);
    }
    let reports = fs::read_dir(bench.at("data/log")).expect("a folder").flatten();
    let reports = reports.filter(|file| file.file_name().to_string_lossy().starts_with("crash-")).count();
    assert_eq!(reports, 10, "the oldest go");
}

#[test]
fn where_no_log_can_be_written_the_program_goes_on() {
    let bench = Bench::with_project();
    bench.write("data", "no folder");
    let (status, said) = run(&bench, None, &["sources", "nichts.emaslim"]);
    assert_eq!(status, 1, "{said}");
    let (status, said) = run(&bench, None, &["sources", "p.emaslim"]);
    assert_eq!(status, 0, "{said}");
}

/// Every call of the log, as (file, statement).
fn calls(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            calls(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a readable file");
            for (at, _) in text.match_indices("log::") {
                let call = text[at..].split(';').next().unwrap_or_default();
                let is_call = ["trace!", "debug!", "info!", "warn!", "error!"];
                if is_call.iter().any(|name| call["log::".len()..].starts_with(name)) {
                    found.push((path.display().to_string(), call.to_owned()));
                }
            }
        }
    }
}

#[test]
fn no_call_of_the_log_hands_over_words_from_outside() {
    let mut found = Vec::new();
    calls(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    assert!(found.len() > 10, "only {} calls were found", found.len());
    // An error or a detail in its own words, a path, a message with its values.
    let never = ["{error}", "{error:", "{detail", "{why", "{path", "display()", ".say(", "{message", "to_string_lossy"];
    let wrong: Vec<_> = found
        .iter()
        .filter(|(_, call)| !call.contains("TERMINAL") && never.iter().any(|words| call.contains(words)))
        .collect();
    assert!(wrong.is_empty(), "the rule stands in src/trace/mod.rs: {wrong:#?}");
}
