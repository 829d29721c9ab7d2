//! Every quotation of the study comes back character for character, whichever way it leaves the program.

use crate::support::{Bench, Passage, gold, sample};
use calamine::{Data, Reader, Xlsx, open_workbook};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// (source, start, code) → words.
type Words = BTreeMap<(String, u64, String), String>;

fn expected() -> Words {
    let of = |passage: &'static Passage| {
        passage
            .codes
            .iter()
            .map(move |code| ((passage.source().to_owned(), passage.start, code.clone()), passage.quote.clone()))
    };
    gold().koding.iter().flat_map(of).collect()
}

fn of_json(answer: &Value) -> Words {
    let text = |value: &Value| value.as_str().expect("text").to_owned();
    let items = answer["items"].as_array().expect("a list");
    items
        .iter()
        .map(|item| {
            let start = item["start"].as_u64().expect("a number");
            ((text(&item["source"]), start, text(&item["code"])), text(&item["quote"]))
        })
        .collect()
}

/// Picks three columns and the words out of a table whose first row names them.
fn of_table(rows: &[Vec<String>], names: [&str; 4]) -> Words {
    let places = names.map(|name| rows[0].iter().position(|cell| cell == name).expect(name));
    rows[1..]
        .iter()
        .map(|row| {
            let [source, start, code, quote] = places.map(|at| row[at].clone());
            ((source, start.parse().expect("a number"), code), quote)
        })
        .collect()
}

fn csv_rows(path: &Path) -> Vec<Vec<String>> {
    let bytes = fs::read(path).expect("written");
    let text = bytes.strip_prefix(b"\xef\xbb\xbf").expect("a mark that tells Excel it is UTF-8");
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text);
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn xlsx_rows(path: &Path) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("readable");
    let text = |cell: &Data| match cell {
        Data::String(text) => text.clone(),
        Data::Empty => String::new(),
        other => other.to_string(),
    };
    let head = sheet.rows().position(|row| row.iter().filter(|cell| **cell != Data::Empty).count() > 5);
    sheet.rows().skip(head.expect("headings")).map(|row| row.iter().map(text).collect()).collect()
}

#[test]
fn every_quotation_comes_back_from_every_way_out() {
    let bench = Bench::with_sample();
    let expected = expected();
    assert_eq!(expected.len(), 201);
    assert_eq!(of_json(&bench.run(["codings", "p.emaslim", "--json"]).json()), expected);
    for format in ["csv", "xlsx", "json"] {
        let file = format!("out.{format}");
        let what = ["export", "p.emaslim", "--what", "excerpts", "--format", format, "-o", &file];
        bench.run(what).done();
    }
    let json: Value = serde_json::from_slice(&fs::read(bench.at("out.json")).expect("written")).expect("JSON");
    assert_eq!(json, bench.run(["codings", "p.emaslim", "--json"]).json(), "the file is the answer of codings");
    assert_eq!(of_table(&csv_rows(&bench.at("out.csv")), ["source", "start", "code", "quote"]), expected);
    // The project speaks Indonesian, and so does a workbook, which is for people.
    let words: Words = of_quotes(&xlsx_rows(&bench.at("out.xlsx")), "Kutipan");
    let mut quotes: Vec<&String> = expected.values().collect();
    let mut found: Vec<&String> = words.values().collect();
    quotes.sort();
    found.sort();
    assert_eq!(found, quotes);
}

/// The words of one column, numbered by row.
fn of_quotes(rows: &[Vec<String>], name: &str) -> Words {
    let place = rows[0].iter().position(|cell| cell == name).expect("a column of quotations");
    (0_u64..).zip(&rows[1..]).map(|(at, row)| ((String::new(), at, String::new()), row[place].clone())).collect()
}

#[test]
fn lines_speakers_and_directions_are_those_of_the_study() {
    let bench = Bench::with_sample();
    let items = bench.items(&["codings"]);
    for passage in &gold().koding {
        for code in &passage.codes {
            let item = items
                .iter()
                .find(|item| {
                    item["source"] == passage.source() && item["start"] == passage.start && item["code"] == **code
                })
                .expect("a coding");
            assert_eq!(item["end"], passage.end, "{}", passage.quote);
            assert_eq!((&item["line"], &item["line_end"]), (&passage.line.into(), &passage.line_end.into()));
            assert_eq!(item["direction"], passage.direction());
            let speaker: Vec<&str> = passage.speaker.as_deref().into_iter().collect();
            assert_eq!(item["informants"], Value::from(speaker), "{}", passage.quote);
            let lines = if passage.line == passage.line_end {
                passage.line.to_string()
            } else {
                format!("{}–{}", passage.line, passage.line_end)
            };
            assert_eq!(item["citation"], format!("{}, baris {lines}", passage.source()));
        }
    }
    let in_order = items.is_sorted_by_key(|item| item["source"] == "D.2.13-01-2025");
    assert!(in_order, "sources stand in the order of import");
}

#[test]
fn filters_narrow_what_is_listed_and_exported() {
    let bench = Bench::with_sample();
    let all = bench.items(&["codings"]);
    let count = |holds: &dyn Fn(&Value) -> bool| all.iter().filter(|item| holds(item)).count();
    let has =
        |item: &Value, key: &str, value: &str| item[key].as_array().expect("a list").iter().any(|one| one == value);
    let cases: [(&[&str], usize); 8] = [
        (&["--code", "SUP"], count(&|item| item["code"].as_str().is_some_and(|code| code.starts_with("SUP")))),
        (&["--code", "SUP.4"], count(&|item| item["code"] == "SUP.4")),
        (&["--group", "teacher"], count(&|item| has(item, "groups", "teacher"))),
        (&["--informant", "S2"], count(&|item| has(item, "informants", "S2"))),
        (&["--technique", "document"], count(&|item| item["technique"] == "document")),
        (&["--source", "W.KS"], count(&|item| item["source"] == "W.KS.12-02-2025")),
        (&["--direction", "weakens", "--coder", "Rina"], count(&|item| item["direction"] == "weakens")),
        (&["--direction", "null"], 0),
    ];
    for (filter, expected) in cases {
        assert_eq!(bench.items(&[&["codings"], filter].concat()).len(), expected, "{filter:?}");
        let export = ["export", "p.emaslim", "--what", "excerpts", "--format", "csv", "-o", "f.csv"];
        bench.run([&export[..], filter].concat()).done();
        assert_eq!(csv_rows(&bench.at("f.csv")).len(), expected + 1, "{filter:?}");
    }
}

#[test]
fn a_quotation_that_starts_like_a_formula_stays_text() {
    let bench = Bench::with_project();
    let formulas = ["=SUM(A1:A9)", "+62 812", "-5 poin", "@rina", "=cmd|' /C calc'!A0"];
    bench.write("talk.txt", formulas.map(|words| format!("G1: {words}\n")).concat());
    bench.run(["import", "p.emaslim", "talk.txt"]).done();
    for words in formulas {
        bench.run(["code", "p.emaslim", "--source", "talk", "--code", "EDU", "--quote", words]).done();
    }
    for format in ["csv", "xlsx", "json"] {
        let file = format!("out.{format}");
        let what = ["export", "p.emaslim", "--what", "excerpts", "--format", format, "--lang", "en", "-o", &file];
        bench.run(what).done();
    }
    let place = |rows: &[Vec<String>]| rows[0].iter().position(|cell| cell == "Quotation").expect("a column");
    let rows = csv_rows(&bench.at("out.csv"));
    let at = place(&rows);
    for (row, words) in rows[1..].iter().zip(formulas) {
        assert!(!row[at].starts_with(['=', '+', '-', '@']), "{}", row[at]);
        assert_eq!(emaslim::export::unguarded(&row[at]), words);
    }
    let rows = xlsx_rows(&bench.at("out.xlsx"));
    let at = place(&rows);
    let found: Vec<&str> = rows[1..].iter().map(|row| row[at].as_str()).collect();
    assert_eq!(found, formulas);
    let mut book: Xlsx<_> = open_workbook(bench.at("out.xlsx")).expect("a workbook");
    for name in book.sheet_names() {
        let formulas = book.worksheet_formula(&name).expect("readable");
        assert!(formulas.cells().all(|(_, _, formula)| formula.is_empty()), "{name} computes something");
    }
}

#[test]
fn what_codings_print_can_be_coded_again() {
    let bench = Bench::with_sample();
    let printed = bench.run(["codings", "p.emaslim", "--json"]).done();
    let all: Value = serde_json::from_str(&printed).expect("JSON");
    let items = all["items"].as_array().expect("a list");
    for item in items {
        bench.write("last-id", item["id"].as_str().expect("an id"));
    }
    // Into another project with the same sources, where every id is another.
    let other = Bench::new();
    other.run(["new", "p.emaslim", "--lang", "id"]).done();
    let mut words: Vec<std::ffi::OsString> = vec!["import".into(), "p.emaslim".into()];
    words.extend(crate::support::texts().into_iter().map(Into::into));
    other.run(words).done();
    other.run_with(["code", "p.emaslim", "--from", "-"], "en", Some(&printed)).done();
    assert_eq!(of_json(&other.run(["codings", "p.emaslim", "--json"]).json()), expected());
    assert_eq!(other.items(&["history"]).len(), 12, "all codings are one step");
    // And into its own: all is there already.
    bench.write("codings.json", &printed);
    let before = bench.everything();
    bench.run(["code", "p.emaslim", "--from", "codings.json"]).done();
    assert_eq!(bench.everything(), before);
}

#[test]
fn comparisons_leave_in_every_format() {
    let bench = Bench::with_sample();
    let answer = bench.run(["compare", "p.emaslim", "--by", "technique", "--json"]).json();
    for format in ["csv", "xlsx", "json"] {
        let file = format!("out.{format}");
        let what =
            ["export", "p.emaslim", "--what", "comparison", "--format", format, "--by", "technique", "-o", &file];
        bench.run(what).done();
        assert!(sample().join(format!("comparison.{format}")).is_file());
    }
    let json: Value = serde_json::from_slice(&fs::read(bench.at("out.json")).expect("written")).expect("JSON");
    assert_eq!(json, answer, "the file is the answer of compare");
    let sup = |row: &&Vec<String>| row.iter().any(|cell| cell == "SUP");
    let numbers = |row: &Vec<String>| row.iter().filter_map(|cell| cell.parse::<f64>().ok()).collect::<Vec<_>>();
    for rows in [csv_rows(&bench.at("out.csv")), xlsx_rows_any(&bench.at("out.xlsx"))] {
        let row = rows.iter().find(sup).expect("a row");
        let found = numbers(row);
        assert!(found.starts_with(&[10.0, 3.0, 2.0]), "{row:?}");
    }
}

#[test]
fn a_divided_comparison_leaves_as_compare_shows_it() {
    let bench = Bench::with_sample();
    let answer = bench.run(["compare", "p.emaslim", "--within", "technique", "--json"]).json();
    for format in ["csv", "xlsx", "json", "md"] {
        let file = format!("out.{format}");
        let what = ["export", "p.emaslim", "--what", "comparison", "--format", format, "--within", "technique"];
        bench.run(what.into_iter().chain(["--lang", "id", "-o", &file])).done();
    }
    let json: Value = serde_json::from_slice(&fs::read(bench.at("out.json")).expect("written")).expect("JSON");
    assert_eq!(json, answer, "the file is the answer of compare");
    let columns = answer["columns"].as_array().expect("columns").len();
    for rows in [csv_rows(&bench.at("out.csv")), xlsx_rows_any(&bench.at("out.xlsx"))] {
        let heads = &rows[0][3..3 + columns];
        assert!(heads.iter().any(|head| head == "Wawancara: Guru"), "{heads:?}");
        assert!(heads.iter().all(|head| head.contains(": ")), "{heads:?}");
        assert!(heads.iter().any(|head| head == "Observasi: Bukan kata informan"), "{heads:?}");
        // A silent side is named as the researcher named it, whatever the columns are divided by.
        let silent = rows.iter().find(|row| row.iter().any(|cell| cell == "ADM")).expect("a row");
        assert!(silent.iter().any(|cell| cell == "Siswa"), "{silent:?}");
    }
    let refused = ["export", "p.emaslim", "--what", "tables", "--format", "docx", "--within", "group", "-o", "x.docx"];
    assert!(bench.run(refused).sentence(2).contains("--what comparison"));
}

fn xlsx_rows_any(path: &Path) -> Vec<Vec<String>> {
    let mut book: Xlsx<_> = open_workbook(path).expect("a workbook");
    let sheet = book.worksheet_range_at(0).expect("a sheet").expect("readable");
    sheet.rows().map(|row| row.iter().map(ToString::to_string).collect()).collect()
}

#[test]
fn an_export_never_lands_on_the_project_or_leaves_half_a_file() {
    let bench = Bench::with_sample();
    let before = fs::read(bench.at("p.emaslim")).expect("read");
    let export =
        |file: &'static str| bench.run(["export", "p.emaslim", "--what", "excerpts", "--format", "csv", "-o", file]);
    export("p.emaslim").sentence(1);
    export("p.emaslim-wal").sentence(1);
    export("another.emaslim").sentence(1);
    export("nowhere/out.csv").sentence(1);
    fs::create_dir(bench.at("folder")).expect("a folder");
    export("folder").sentence(1);
    assert_eq!(fs::read(bench.at("p.emaslim")).expect("read"), before);
    assert_eq!(fs::read_dir(bench.at("folder")).expect("a folder").count(), 0);
    assert_eq!(fs::read_dir(bench.at(".")).expect("a folder").count(), 2);
}

fn document(path: &Path) -> String {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).expect("written")).expect("an archive");
    std::io::read_to_string(zip.by_name("word/document.xml").expect("a document")).expect("text")
}

#[test]
fn papers_hold_every_quotation_and_every_line() {
    let bench = Bench::with_sample();
    let identity = ["project", "p.emaslim", "--researcher", "Rahma A.", "--student-number", "2110"];
    bench.run(identity).done();
    for by in ["role", "informant", "source"] {
        let file = format!("{by}.docx");
        bench.run(["export", "p.emaslim", "--what", "excerpts", "--format", "docx", "--by", by, "-o", &file]).done();
        let xml = document(&bench.at(&file));
        for passage in &gold().koding {
            let quote = passage.quote.replace('&', "&amp;").replace('"', "&quot;").replace('\'', "&apos;");
            let words = format!(
                "<w:p><w:pPr><w:pStyle w:val=\"Quote\"/></w:pPr><w:r><w:t xml:space=\"preserve\">{quote}</w:t>"
            );
            assert!(xml.contains(&words), "{by}: {quote}");
        }
        assert!(xml.contains("Rahma A. (2110)"));
    }
    let transcript = ["export", "p.emaslim", "--what", "transcript", "--source", "W.KS"];
    bench.run(transcript.into_iter().chain(["--format", "html", "-o", "t.html"])).done();
    let html = fs::read_to_string(bench.at("t.html")).expect("written");
    for number in [9, 45, 47] {
        let lines = number.to_string();
        let line = bench.run(["text", "p.emaslim", "W.KS", "--lines", &lines]).done();
        let words = line.trim_end().split_once(": ").expect("a label").1.replace('\'', "&apos;");
        assert!(html.contains(&format!("<td class=\"n\">{number}</td>")) && html.contains(&words), "{words}");
    }
    assert!(!html.contains("TRANSKRIP WAWANCARA 2") && html.matches("class=\"lines\"").count() == 1);
    bench.run(["export", "p.emaslim", "--what", "codebook", "--format", "docx", "-o", "k.docx"]).done();
    assert!(document(&bench.at("k.docx")).contains("Melaksanakan supervisi"));
    bench
        .run(["export", "p.emaslim", "--what", "comparison", "--format", "md", "--by", "technique", "-o", "m.md"])
        .done();
    assert!(fs::read_to_string(bench.at("m.md")).expect("written").contains("Wawancara"));
}

#[test]
fn charts_are_pictures_in_the_language_asked_for() {
    let bench = Bench::with_sample();
    let mut export = vec!["export", "p.emaslim", "--what", "chart", "--format"];
    bench.run(export.iter().copied().chain(["png", "-o", "c.png"])).done();
    assert!(fs::read(bench.at("c.png")).expect("written").starts_with(b"\x89PNG\r\n\x1a\n"));
    export.extend(["svg", "-o", "c.svg"]);
    bench.run(export.iter().copied()).done();
    let bars = fs::read_to_string(bench.at("c.svg")).expect("written");
    assert!(bars.starts_with("<svg ") && bars.contains("<title>Gambar 4.1 Jumlah informan"), "{}", &bars[..300]);
    assert!(bars.contains("Supervisor: Kepala sekolah 1 dari 1; Guru 2 dari 2; Siswa 0 dari 3."), "{}", &bars[..2000]);
    bench.run(export.iter().copied().chain(["--chart", "coverage", "--lang", "en"])).done();
    let map = fs::read_to_string(bench.at("c.svg")).expect("written");
    assert!(map.contains("<title>Figure 4.2 Coverage"), "{}", &map[..300]);
    bench.run(export.iter().copied().chain(["--chart", "pie"])).sentence(2);
    bench.run(export.iter().copied().chain(["--code", "SUP"])).sentence(2);
}

#[test]
fn what_cannot_be_exported_lists_what_can() {
    let bench = Bench::with_sample();
    let run = |what: &str, format: &str, more: &[&str]| {
        let words = ["export", "p.emaslim", "--what", what, "--format", format, "-o", "x.bin"];
        bench.run(words.into_iter().chain(more.iter().copied())).sentence(2)
    };
    for (what, format) in [("transcript", "csv"), ("codebook", "xlsx"), ("excerpts", "pdf"), ("gambar", "docx")] {
        let sentence = run(what, format, &[]);
        for pair in ["excerpts docx", "comparison html", "transcript docx", "codebook html"] {
            assert!(sentence.contains(pair), "{sentence}");
        }
    }
    assert!(run("excerpts", "docx", &["--by", "group"]).contains("role, informant, source"));
    assert!(run("comparison", "docx", &["--by", "role"]).contains("technique"));
    run("transcript", "docx", &["--code", "SUP"]);
    assert!(!bench.at("x.bin").exists());
    let there = bench.run(["export", "p.emaslim", "--what", "transcript", "--format", "docx", "-o", "tidak/ada.docx"]);
    there.sentence(1);
}
