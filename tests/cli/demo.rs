//! `demo` on a machine without a display: the folder, the table, the counts, exit status 0.

use crate::support::{Bench, command, gold};
use serde_json::json;

/// Role, then segments of principal, teachers, students.
pub const TABLE: [(&str, [u64; 3]); 7] = [
    ("EDU", [7, 6, 3]),
    ("MAN", [8, 4, 5]),
    ("ADM", [5, 3, 0]),
    ("SUP", [3, 7, 0]),
    ("LEA", [5, 6, 7]),
    ("INO", [5, 8, 5]),
    ("MOT", [4, 8, 5]),
];

/// The numbers of the row that begins with a role's short code.
fn row(out: &str, role: &str) -> Vec<u64> {
    let line = out.lines().find(|line| line.split_whitespace().next() == Some(role)).expect("a row");
    line.split_whitespace().filter_map(|word| word.parse().ok()).collect()
}

#[test]
fn the_demo_prints_the_table_and_needs_no_display() {
    for (language, groups, counts) in [
        ("en", ["Principal", "Teachers", "Students"], "167 passages, 201 codings"),
        ("id", ["Kepala sekolah", "Guru", "Siswa"], "167 kutipan, 201 koding"),
    ] {
        let bench = Bench::new();
        let answer = bench.run_in(language, ["demo", "--into", "study"]);
        assert_eq!(answer.err, "");
        let out = answer.done();
        let folder = bench.at("study").canonicalize().expect("a folder");
        let first = out.lines().next().expect("a first line");
        assert!(first.ends_with("study"), "{first}");
        let head = out.lines().find(|line| line.contains(groups[0])).expect("a head");
        let places: Vec<usize> = groups.iter().map(|group| head.find(group).expect("a group")).collect();
        assert!(places.is_sorted(), "{head}");
        for (role, counts) in TABLE {
            assert_eq!(row(&out, role), counts, "{role}: {out}");
        }
        assert!(out.lines().any(|line| line == counts), "{out}");
        let last = out.lines().last().expect("a last line");
        assert!(last.contains(if language == "en" { "no display" } else { "Tidak ada layar" }), "{last}");
        let mut files: Vec<String> = folder
            .read_dir()
            .expect("a folder")
            .map(|entry| entry.expect("a file").file_name().into_string().expect("a name"))
            .collect();
        files.sort();
        assert_eq!(
            files,
            [
                "audit.docx",
                "audit.html",
                "audit.md",
                "audit.xlsx",
                "chart-coverage.png",
                "chart-coverage.svg",
                "chart-informants.png",
                "chart-informants.svg",
                "codebook.csv",
                "codebook.docx",
                "codebook.html",
                "codebook.json",
                "comparison.csv",
                "comparison.docx",
                "comparison.html",
                "comparison.json",
                "comparison.md",
                "comparison.xlsx",
                "excerpts.csv",
                "excerpts.docx",
                "excerpts.html",
                "excerpts.json",
                "excerpts.md",
                "excerpts.xlsx",
                "membercheck.docx",
                "membercheck.html",
                "membercheck.md",
                "sample.emaslim",
                "tables.docx",
                "tables.html",
                "tables.md",
                "tables.xlsx",
                "transcript.docx",
                "transcript.html"
            ]
        );
        // No two of them are the same, and the codebook is one that a project can begin with.
        let contents: std::collections::HashSet<Vec<u8>> =
            files.iter().map(|name| std::fs::read(folder.join(name)).expect("a file")).collect();
        assert_eq!(contents.len(), files.len());
        bench.run(["new", "p.emaslim", "--codebook", "study/codebook.json"]).done();
        let codes = bench.run(["codes", "p.emaslim", "--json"]).json();
        assert_eq!(codes["items"].as_array().map(Vec::len), Some(61));
        std::fs::remove_file(bench.at("p.emaslim")).expect("removed");
    }
}

/// A display that is named but not there is no display either.
#[cfg(target_os = "linux")]
#[test]
fn a_display_that_does_not_answer_is_no_failure() {
    let bench = Bench::new();
    let output = command(&bench.at("."))
        .args(["demo", "--lang", "en", "--into", "study"])
        .env("DISPLAY", ":4242")
        .output()
        .expect("the program starts");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success(), "{out}");
    assert!(out.lines().last().is_some_and(|line| line.contains("no display")), "{out}");
    // With a window as the whole of the job it is one.
    let output = command(&bench.at(".")).env("DISPLAY", ":4242").env("EMASLIM_LANG", "en").output();
    assert_eq!(output.expect("the program starts").status.code(), Some(1));
}

#[test]
fn without_a_folder_it_makes_one_and_keeps_it() {
    let bench = Bench::new();
    let output = command(&bench.at("."))
        .args(["demo", "--no-window", "--lang", "en"])
        .env("TMPDIR", bench.at("."))
        .env("TMP", bench.at("."))
        .env("TEMP", bench.at("."))
        .output()
        .expect("the program starts");
    let out = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(output.status.success());
    let folder = out.lines().next().expect("a line").strip_prefix("Sample study in ").expect("the folder first");
    assert!(std::path::Path::new(folder).join("sample.emaslim").is_file(), "{folder}");
}

#[test]
fn a_second_demo_leaves_the_first_alone() {
    let bench = Bench::with_sample();
    std::fs::rename(bench.at("p.emaslim"), bench.at("sample.emaslim")).expect("renamed");
    let before = std::fs::read(bench.at("sample.emaslim")).expect("read");
    let answer = bench.run(["demo", "--no-window", "--into", "."]);
    let sentence = answer.sentence(1);
    assert!(sentence.contains("sample.emaslim"), "{sentence}");
    assert_eq!(std::fs::read(bench.at("sample.emaslim")).expect("read"), before);
}

#[test]
fn the_suggestions_are_those_of_the_study() {
    let bench = Bench::with_sample();
    let answer = bench.run(["compare", "p.emaslim", "--json"]).json();
    let by_technique = bench.run(["compare", "p.emaslim", "--by", "technique", "--json"]).json();
    for row in by_technique["items"].as_array().expect("rows") {
        let expected = &gold().triangulasi["teknik"][row["code"].as_str().expect("a code")];
        assert_eq!((&row["verdict"], &row["conclusion"]), (&expected["verdict"], &expected["kesimpulan"]));
    }
    // The students said that they do not know, which holds in interviews as it does in all.
    let crossed = bench.run(["compare", "p.emaslim", "--within", "technique", "--json"]).json();
    let supervisor = crossed["items"].as_array().and_then(|rows| rows.iter().find(|row| row["code"] == "SUP"));
    let cells = supervisor.and_then(|row| row["cells"].as_array()).expect("cells");
    let reason = |column: &str| &cells.iter().find(|cell| cell["column"] == column).expect("a cell")["empty_reason"];
    assert_eq!((reason("interview/student"), reason("interview/teacher")), (&json!("dont_know"), &json!(null)));
    let indicators = bench.run(["compare", "p.emaslim", "--rows", "codes", "--json"]).json();
    let indicators = indicators["items"].as_array().expect("rows");
    for (code, expected) in gold().triangulasi["indikator_sumber"].as_object().expect("indicators") {
        let row = indicators.iter().find(|row| row["code"] == code.as_str()).expect("a row");
        assert_eq!(row["verdict"], expected["verdict"], "{code}");
    }
    let mut seen = 0;
    for row in answer["items"].as_array().expect("rows") {
        let role = row["code"].as_str().expect("a code");
        let expected = &gold().triangulasi["sumber"][role];
        // The study's own researcher calls a side's silence the verdict; the rule names the silent side beside
        // the agreement of the others.
        let by_rule = if expected["verdict"] == "silence" { &json!("agreement") } else { &expected["verdict"] };
        assert_eq!(&row["suggestion"]["verdict"], by_rule, "{role}: {}", row["suggestion"]);
        let silent = if expected["senyap"] == json!(["siswa"]) { json!(["student"]) } else { json!([]) };
        assert_eq!(row["suggestion"]["silent"], silent, "{role}: {}", row["suggestion"]);
        assert_eq!((&row["verdict"], &row["silent"]), (&expected["verdict"], &silent), "{role}");
        assert_eq!(row["conclusion"], expected["kesimpulan"], "{role}");
        seen += 1;
    }
    assert_eq!(seen, 7);
}
