//! A study of another school, for what the sample lacks: a group interview of four voices under mixed labels, the
//! principal at two dates, answers that mean nothing without their question, and codings that overlap, nest and run
//! over turns and lines. `fixtures/second-study/gold.json` says what is where and what it adds up to.

use crate::support::Bench;
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::OnceLock;

#[derive(Deserialize)]
struct Gold {
    dokumen: Vec<Document>,
    koding: Vec<Passage>,
    bukan_bukti: Vec<NoEvidence>,
    hitungan: Counts,
}

#[derive(Deserialize)]
struct Document {
    key: String,
    file: String,
    informan: Vec<String>,
    tanggal: String,
    code_points: u64,
    lines: u64,
}

#[derive(Deserialize)]
struct Passage {
    id: String,
    file: String,
    quote: String,
    codes: Vec<String>,
    arah: Option<String>,
    start: u64,
    end: u64,
    line: u64,
    line_end: u64,
    speaker: Option<String>,
    speakers: Vec<String>,
}

#[derive(Deserialize)]
struct NoEvidence {
    file: String,
    quote: String,
    must_not: Vec<String>,
    line: u64,
}

type Table = BTreeMap<String, BTreeMap<String, u64>>;

#[derive(Deserialize)]
struct Counts {
    peran_x_informan: Table,
    peran_x_kelompok: Table,
    peran_x_tanggal: Table,
    peran_x_teknik: Table,
    #[serde(rename = "arah_SUP_x_tanggal")]
    supervision_by_date: Table,
    jumlah_koding: usize,
    jumlah_segmen: u64,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/second-study")
}

fn gold() -> &'static Gold {
    static GOLD: OnceLock<Gold> = OnceLock::new();
    GOLD.get_or_init(|| {
        let text = fs::read_to_string(folder().join("gold.json")).expect("the second study");
        serde_json::from_str(&text).expect("gold.json")
    })
}

fn named(file: &str) -> &str {
    file.strip_suffix(".txt").expect("a text file")
}

fn direction(arah: &str) -> &'static str {
    match arah {
        "mendukung" => "supports",
        "sebagian" => "partly",
        "melemahkan" => "weakens",
        "konteks" => "context",
        "belum" => "unset",
        other => panic!("{other}"),
    }
}

/// The texts with their people. Every label is found without help; that `guru 1` is the teacher of W.G1, whom a
/// name or an office stands for in the group, only the researcher knows, and says with `--label`.
fn imported() -> Bench {
    let bench = Bench::new();
    bench.run(["new", "p.emaslim", "--lang", "id"]).done();
    let words = ["import", "p.emaslim"].map(OsString::from).into_iter().chain([folder().join("txt").into()]);
    let labels = ["guru 1=G1", "Bu Rina=G2", "waka kur=WK"];
    let answer = bench.run(words.chain(labels.into_iter().flat_map(|label| ["--label".into(), label.into()])));
    assert_eq!(answer.err, "", "nothing to warn of");
    answer.done();
    bench
}

/// All passages of the gold coded in one step.
fn coded() -> Bench {
    let bench = imported();
    let one = |passage: &Passage, code: &str| {
        json!({
            "source": named(&passage.file), "code": code, "start": passage.start, "end": passage.end,
            "quote": passage.quote, "direction": passage.arah.as_deref().map(direction),
        })
    };
    let all: Vec<Value> =
        gold().koding.iter().flat_map(|passage| passage.codes.iter().map(|code| one(passage, code))).collect();
    let list = json!({ "items": all }).to_string();
    bench.run_with(["code", "p.emaslim", "--from", "-"], "en", Some(&list)).done();
    bench
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or_else(|| panic!("{key} of {value}"))
}

fn texts(value: &Value) -> Vec<&str> {
    value.as_array().expect("a list").iter().map(|one| one.as_str().expect("text")).collect()
}

fn compare(bench: &Bench, by: &str) -> Value {
    bench.run(["compare", "p.emaslim", "--rows", "roles", "--by", by, "--json"]).json()
}

/// The cell of a role in a column.
fn cell<'a>(compared: &'a Value, role: &str, column: &str) -> &'a Value {
    let rows = compared["items"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["code"] == role).expect("a role");
    let columns = compared["columns"].as_array().expect("columns");
    let id = columns
        .iter()
        .find(|one| one["id"] == column || one["label"] == column)
        .map(|one| &one["id"])
        .unwrap_or_else(|| panic!("no column {column} in {columns:?}"));
    row["cells"].as_array().expect("cells").iter().find(|cell| cell["column"] == *id).expect("a cell")
}

fn assert_table(bench: &Bench, by: &str, expected: &Table, column: fn(&str) -> &str) {
    let compared = compare(bench, by);
    for (role, cells) in expected {
        let sum: u64 = cells.values().sum();
        for (name, count) in cells {
            assert_eq!(cell(&compared, role, column(name))["segments"], *count, "{role} {name}");
        }
        let row = compared["items"].as_array().expect("rows").iter().find(|row| row["code"] == **role);
        let all = row.expect("a role")["cells"].as_array().expect("cells").iter();
        assert_eq!(all.map(|cell| cell["segments"].as_u64().expect("a number")).sum::<u64>(), sum, "{role} by {by}");
    }
}

#[test]
fn every_voice_is_found_under_its_label() {
    let bench = Bench::with_project();
    let path = folder().join("txt/W.FGD.10-09-2025.txt");
    let words = [OsString::from("import"), "p.emaslim".into(), path.into(), "--dry-run".into(), "--json".into()];
    let tried = bench.run(words).json();
    let labels: BTreeMap<&str, (Option<&str>, &str)> = tried["items"][0]["labels"]
        .as_array()
        .expect("labels")
        .iter()
        .map(|label| (text(label, "label"), (label["informant"].as_str(), text(label, "kind"))))
        .collect();
    let expected = BTreeMap::from([
        ("peneliti", (None, "question")),
        ("Bu Rina", (Some("Bu Rina"), "speech")),
        ("waka kur", (Some("waka kur"), "speech")),
        ("guru 1", (Some("guru 1"), "speech")),
        ("KS", (Some("KS"), "speech")),
    ]);
    assert_eq!(labels, expected, "days of the week at the start of a line are no voices");
}

#[test]
fn the_sources_are_understood() {
    let bench = imported();
    let sources = bench.items(&["sources"]);
    assert_eq!(sources.len(), gold().dokumen.len());
    for document in &gold().dokumen {
        let source = sources.iter().find(|one| one["name"] == named(&document.file)).expect("a source");
        assert_eq!((&source["date"], &source["lines"]), (&json!(document.tanggal), &json!(document.lines)));
        assert_eq!(source["length"], document.code_points, "{}", document.key);
        let mut informants = document.informan.clone();
        informants.sort();
        assert_eq!(source["informants"], json!(informants), "{}", document.key);
    }
    let groups: BTreeMap<String, String> = bench
        .items(&["informants"])
        .iter()
        .map(|one| (text(one, "code").to_owned(), text(one, "group").to_owned()))
        .collect();
    let expected = [("G1", "teacher"), ("G2", "teacher"), ("KS", "principal"), ("WK", "teacher")];
    assert_eq!(groups, expected.map(|(code, group)| (code.to_owned(), group.to_owned())).into());
}

#[test]
fn windows_line_ends_and_a_mark_change_no_place() {
    let bench = Bench::with_project();
    let path = folder().join("variants/W.FGD.10-09-2025.bom-crlf.txt");
    bench.run([OsString::from("import"), "p.emaslim".into(), path.into()]).done();
    let name = text(&bench.items(&["sources"])[0], "name").to_owned();
    let kept = bench.run(["text", "p.emaslim", &name]).done();
    assert_eq!(kept, fs::read_to_string(folder().join("txt/W.FGD.10-09-2025.txt")).expect("the text"));
}

#[test]
fn every_quotation_is_exact_and_belongs_to_all_who_speak_in_it() {
    let bench = coded();
    let codings = bench.items(&["codings"]);
    assert_eq!(codings.len(), gold().hitungan.jumlah_koding);
    for passage in &gold().koding {
        let place = |one: &&Value| {
            one["source"] == named(&passage.file) && one["start"] == passage.start && one["end"] == passage.end
        };
        let here: Vec<&Value> = codings.iter().filter(place).collect();
        let mut codes: Vec<&str> = here.iter().map(|one| text(one, "code")).collect();
        codes.sort_unstable();
        let mut expected: Vec<&str> = passage.codes.iter().map(String::as_str).collect();
        expected.sort_unstable();
        assert_eq!(codes, expected, "{}", passage.id);
        for one in here {
            assert_eq!(text(one, "quote"), passage.quote, "{}", passage.id);
            assert_eq!((&one["line"], &one["line_end"]), (&json!(passage.line), &json!(passage.line_end)));
            assert_eq!(one["direction"], json!(passage.arah.as_deref().map(direction)));
            let (mut found, mut speakers) = (texts(&one["informants"]), passage.speakers.clone());
            found.sort_unstable();
            speakers.sort();
            assert_eq!(found, speakers, "{} belongs to each once", passage.id);
            assert!(passage.speaker.as_ref().is_none_or(|only| *speakers == [only.clone()]));
        }
    }
    assert!(bench.run(["check", "p.emaslim"]).done().starts_with("All is well"));
}

#[test]
fn a_question_with_its_answer_belongs_to_the_one_who_answers() {
    let bench = coded();
    let quote = "P: Apakah Ibu Kepala membahas hasil supervisi dengan Bapak?\nG1: Iya, Bu, selalu.";
    let codings = bench.items(&["codings", "--informant", "G1"]);
    let one = codings.iter().find(|one| one["quote"] == quote).expect("the question with its answer");
    assert_eq!((texts(&one["informants"]), texts(&one["groups"])), (vec!["G1"], vec!["teacher"]));
    assert_eq!(one["direction"], "supports");
}

#[test]
fn lines_are_cited_from_the_first_to_the_last() {
    let bench = coded();
    let cited = |code: &str| -> Vec<String> {
        let codings = bench.items(&["codings", "--code", code]);
        codings.iter().map(|one| text(one, "citation").to_owned()).collect()
    };
    assert_eq!(cited("MAN.2"), ["W.FGD.10-09-2025, baris 24–29", "W.KS.05-08-2025, baris 35"]);
    // A line end at the end of the words begins no further line.
    assert_eq!(cited("KES.6"), ["W.G1.20-08-2025, baris 27"]);
}

#[test]
fn the_tables_add_up() {
    let bench = coded();
    let expected = &gold().hitungan;
    assert_table(&bench, "informant", &expected.peran_x_informan, |name| name);
    assert_table(&bench, "date", &expected.peran_x_tanggal, |name| name);
    assert_table(&bench, "group", &expected.peran_x_kelompok, |name| match name {
        "kepala_sekolah" => "principal",
        "guru" => "teacher",
        other => panic!("{other}"),
    });
    assert_table(&bench, "technique", &expected.peran_x_teknik, |name| match name {
        "wawancara" => "interview",
        "observasi" => "observation",
        other => panic!("{other}"),
    });
    let sources = bench.items(&["sources"]);
    let segments: u64 = sources.iter().map(|source| source["segments"].as_u64().expect("a number")).sum();
    assert_eq!(segments, expected.jumlah_segmen);
}

#[test]
fn the_principal_contradicts_herself_from_one_date_to_the_next() {
    let bench = coded();
    let compared = compare(&bench, "date");
    let mut dates: Vec<&str> = gold().dokumen.iter().map(|document| document.tanggal.as_str()).collect();
    dates.sort_unstable();
    let columns = compared["columns"].as_array().expect("columns");
    assert_eq!(columns.iter().map(|column| text(column, "id")).collect::<Vec<_>>(), dates, "in the order of time");
    for (date, directions) in &gold().hitungan.supervision_by_date {
        let found = cell(&compared, "SUP", date);
        for (arah, count) in directions {
            if arah != "konteks" {
                assert_eq!(found[direction(arah)], *count, "{date} {arah}");
            }
        }
    }
    let (august, november) = (cell(&compared, "SUP", "2025-08-05"), cell(&compared, "SUP", "2025-11-18"));
    assert_eq!((&august["weakens"], &november["supports"]), (&json!(0), &json!(0)));
    let rows = compared["items"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["code"] == "SUP").expect("supervision");
    assert_ne!(row["suggestion"]["verdict"], "agreement");
}

#[test]
fn the_researchers_words_alone_count_nowhere() {
    let bench = coded();
    let before: Vec<Value> = ["informant", "group", "date"].map(|by| compare(&bench, by)["items"].clone()).into();
    let segments = |items: &Value| -> Vec<u64> {
        let rows = items.as_array().expect("rows").iter();
        rows.flat_map(|row| row["cells"].as_array().expect("cells"))
            .map(|cell| cell["segments"].as_u64().expect("a number"))
            .collect()
    };
    for passage in &gold().bukan_bukti {
        for code in &passage.must_not {
            let words = ["code", "p.emaslim", "--source", named(&passage.file), "--code", code];
            let item = bench.run(words.iter().chain(&["--quote", &passage.quote, "--json"])).json()["items"][0].clone();
            assert_eq!(item["line"], passage.line, "{}", passage.quote);
            assert_eq!(item["informants"], json!([]), "{}", passage.quote);
        }
    }
    for (by, before) in ["informant", "group", "date"].into_iter().zip(before) {
        assert_eq!(segments(&compare(&bench, by)["items"]), segments(&before), "{by}");
    }
}
