//! What is written is read back, with other libraries than wrote it: every quotation character for character.

use super::*;
use crate::analysis::sample::{Builder, gold, words};
use crate::analysis::{Axis, Filter, RowsKind, compare, excerpts};
use crate::domain::{CodeKind, Direction, Language, Technique};
use calamine::{Data, DataType, Range, Reader, Xlsx};
use proptest::prelude::*;
use std::collections::BTreeSet;
use std::io::Cursor;

/// Rows of a CSV file by heading.
/// No identity at all.
fn bare() -> Stamp {
    Stamp { identity: Vec::new(), author: String::new(), today: Date::default() }
}

fn csv_rows(bytes: &[u8]) -> (Vec<String>, Vec<Vec<String>>) {
    assert!(bytes.starts_with("\u{feff}".as_bytes()));
    let mut reader = ::csv::ReaderBuilder::new().has_headers(true).from_reader(&bytes[3..]);
    let headings = reader.headers().expect("headings").iter().map(str::to_owned).collect();
    let row = |record: ::csv::StringRecord| record.iter().map(|field| unguarded(field).to_owned()).collect();
    (headings, reader.records().map(|record| row(record.expect("a row"))).collect())
}

fn xlsx(write: impl FnOnce(&mut dyn Sink) -> Result<(), Error>) -> Xlsx<Cursor<Vec<u8>>> {
    let mut out = Cursor::new(Vec::new());
    write(&mut out).expect("written");
    Xlsx::new(Cursor::new(out.into_inner())).expect("a workbook")
}

/// Text under a heading, all parts of it where it is carried on.
fn column(sheet: &Range<Data>, heading: &str) -> Vec<String> {
    let headings: Vec<String> = sheet.rows().next().expect("headings").iter().map(ToString::to_string).collect();
    let wanted: Vec<usize> = (0..headings.len())
        .filter(|at| headings[*at] == heading || headings[*at].starts_with(&format!("{heading} (")))
        .collect();
    assert!(!wanted.is_empty(), "no {heading} in {headings:?}");
    sheet.rows().skip(1).map(|row| wanted.iter().map(|at| row[*at].to_string()).collect()).collect()
}

fn words_of(language: Language) -> Catalog {
    Catalog::new(language)
}

#[test]
fn every_gold_quotation_comes_back() {
    let study = Builder::gold().build();
    let all = excerpts(&study, &Filter::default());
    let gold: BTreeSet<String> =
        gold()["koding"].as_array().expect("koding").iter().map(|passage| words(&passage["quote"])).collect();
    assert_eq!(gold.len(), 167);
    let words = words_of(Language::Indonesian);

    for (words, heading) in [(None, "quote"), (Some(&words), "Kutipan")] {
        let mut out = Vec::new();
        excerpts_csv(&mut out, &all, words).expect("written");
        let (headings, rows) = csv_rows(&out);
        let at = headings.iter().position(|other| other == heading).expect("quotations");
        assert_eq!(rows.len(), 201);
        assert_eq!(rows.iter().map(|row| row[at].clone()).collect::<BTreeSet<_>>(), gold);
        // Not one of them needs a guard, so whoever reads the file has the bare words.
        assert!(gold.iter().all(|quote| guarded(quote) == *quote));
    }

    let mut book = xlsx(|out| excerpts_xlsx(out, &bare(), &all, &words));
    let sheet = book.worksheet_range("Kutipan").expect("a sheet");
    assert_eq!(column(&sheet, "Kutipan").into_iter().collect::<BTreeSet<_>>(), gold);
    assert_eq!(column(&sheet, "Rujukan"), all.iter().map(|excerpt| excerpt.citation.clone()).collect::<Vec<_>>());
    assert_eq!(column(&sheet, "Arah bukti")[0], "mendukung");
    assert_eq!(column(&sheet, "Kelompok")[0], "Kepala sekolah");
    let date = sheet.get((1, 8)).expect("a date");
    assert!(date.is_datetime(), "{date:?}");
    // Days since the last of 1899, as Excel counts.
    assert_eq!(date.get_datetime().map(|day| day.as_f64()), Some(45_700.0));

    let mut out = Vec::new();
    excerpts_json(&mut out, &study.project, "codings", &all).expect("written");
    let json: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
    assert_eq!((&json["emaslim"], &json["command"]), (&1.into(), &"codings".into()));
    assert_eq!(json["project"]["revision"], 7);
    let items = json["items"].as_array().expect("items");
    assert_eq!(items.iter().map(|item| crate::analysis::sample::words(&item["quote"])).collect::<BTreeSet<_>>(), gold);
}

#[test]
fn csv_keys_are_those_of_the_coding_object() {
    let study = Builder::gold().build();
    let all = excerpts(&study, &Filter::default());
    let mut out = Vec::new();
    excerpts_csv(&mut out, &all, None).expect("written");
    let (headings, rows) = csv_rows(&out);
    let value = serde_json::to_value(&all[0]).expect("JSON");
    let keys: BTreeSet<&str> = value.as_object().expect("an object").keys().map(String::as_str).collect();
    assert_eq!(headings.iter().map(String::as_str).collect::<BTreeSet<_>>(), keys);
    for (heading, field) in headings.iter().zip(&rows[0]) {
        let expected = match &value[heading] {
            serde_json::Value::Null => String::new(),
            serde_json::Value::String(text) => text.clone(),
            serde_json::Value::Array(list) => {
                list.iter().filter_map(|item| item.as_str()).collect::<Vec<_>>().join("; ")
            }
            other => other.to_string(),
        };
        assert_eq!(*field, expected, "{heading}");
    }
}

/// Excerpts whose quotations, memos and coders are `texts`.
fn excerpts_of(texts: &[String]) -> Vec<Excerpt> {
    let mut builder = Builder::empty();
    builder.code("EDU", "Edukator", CodeKind::Role, None);
    builder.source("D", "D", Technique::Document, "", "x");
    builder.coder("Rahma");
    builder.code_range(0, crate::domain::CharRange::new(0, 1), "EDU", Some(Direction::Supports), 0);
    let one = excerpts(&builder.build(), &Filter::default()).remove(0);
    texts.iter().map(|text| Excerpt { quote: text.clone(), memo: Some(text.clone()), ..one.clone() }).collect()
}

fn check_round_trip(texts: &[String]) {
    let all = excerpts_of(texts);
    let mut out = Vec::new();
    excerpts_csv(&mut out, &all, None).expect("written");
    let (headings, rows) = csv_rows(&out);
    for key in ["quote", "memo"] {
        let at = headings.iter().position(|heading| heading == key).expect("a column");
        assert_eq!(rows.iter().map(|row| row[at].clone()).collect::<Vec<_>>(), texts, "CSV {key}");
    }
    // What a spreadsheet sees never starts a formula.
    let mut reader = ::csv::ReaderBuilder::new().from_reader(&out[3..]);
    for record in reader.records() {
        for field in &record.expect("a row") {
            assert!(!field.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{field:?}");
        }
    }
    let mut book = xlsx(|out| excerpts_xlsx(out, &bare(), &all, &words_of(Language::English)));
    let sheet = book.worksheet_range("Excerpts").expect("a sheet");
    assert_eq!(column(&sheet, "Quotation"), texts, "XLSX");
    assert_eq!(column(&sheet, "Memo"), texts, "XLSX");
    assert!(book.worksheet_formula("Excerpts").expect("formulas").is_empty(), "nothing is a formula");
}

#[test]
fn nasty_quotations_come_back() {
    let texts = [
        "=1+1",
        "=HYPERLINK(\"http://x\",\"klik\")",
        "+62 812",
        "- Guru hadir",
        "@kepsek",
        "\tmenjorok",
        "'=apostrof",
        "''",
        "baris satu\nbaris \"dua\", koma; titik koma\n\nbaris empat",
        "  spasi di kedua ujung  ",
        "Wa’alaikumussalam (وعليكم السلام) 👨‍👩‍👧‍👦 e\u{301}",
        "_x000D_ bukan kendali",
        "a\u{85}b\u{2028}c\u{200f}d",
        "<b>&amp;</b>",
        "a\u{b}b\u{c}c\u{1}d\re\u{1b}",
        "a\u{fffe}b\u{ffff}c",
        "0012",
        "TRUE",
        "2025-02-12",
    ];
    check_round_trip(&texts.map(str::to_owned));
}

#[test]
fn a_text_longer_than_a_cell_is_carried_on() {
    let long = "👨‍👩‍👧 rapat ".repeat(9_000);
    check_round_trip(&["pendek".to_owned(), long, "=".repeat(40_000)]);
    let all = excerpts_of(&["a\u{301}".repeat(40_000)]);
    let mut book = xlsx(|out| excerpts_xlsx(out, &bare(), &all, &words_of(Language::Indonesian)));
    let sheet = book.worksheet_range("Kutipan").expect("a sheet");
    let headings: Vec<String> = sheet.rows().next().expect("headings").iter().map(ToString::to_string).collect();
    assert!(headings.contains(&"Kutipan (lanjutan 3)".to_owned()), "{headings:?}");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]
    #[test]
    fn any_quotation_comes_back(
        texts in proptest::collection::vec(
            "[=+@'\"\\-,;\\n\\t a-zé\u{301}🙏🏽\u{200d}السلام_xX0-9&<>\u{2028}\u{85}]{1,30}", 1..8,
        )
    ) {
        check_round_trip(&texts);
    }
}

#[test]
fn a_comparison_is_written_with_what_it_leaves_out() {
    let mut builder = Builder::gold();
    let asked = builder.texts[0].find_all("Sebagai manajer, bagaimana").next().expect("these words");
    builder.code_range(0, asked, "MAN", None, 0);
    let study = builder.build();
    let comparison = compare(&study, RowsKind::Roles, Axis::Group);

    let mut out = Vec::new();
    comparison_csv(&mut out, &comparison, None).expect("written");
    let (headings, rows) = csv_rows(&out);
    let at = |heading: &str| headings.iter().position(|other| other == heading).unwrap_or_else(|| panic!("{heading}"));
    let sup = rows.iter().find(|row| row[at("code")] == "SUP").expect("SUP");
    let counts: Vec<&str> = ["principal", "teacher", "student"].iter().map(|column| &*sup[at(column)]).collect();
    assert_eq!(counts, ["3", "7", "0"]);
    assert_eq!(sup[at("teacher.weakens")], "7");
    assert_eq!(sup[at("student.empty_reason")], "not_coded");
    assert_eq!(sup[at("suggestion")], "dissonance");
    assert_eq!(sup[at("verdict")], "unrated");
    assert_eq!(rows[1][at("principal.asked")], "1");

    let mut book = xlsx(|out| comparison_xlsx(out, &study, &comparison, &words_of(Language::Indonesian)));
    let matrix = book.worksheet_range("Matriks triangulasi").expect("a sheet");
    assert_eq!(column(&matrix, "Guru"), ["6", "4", "3", "7", "6", "8", "8"]);
    assert_eq!(column(&matrix, "Saran")[3], "Bertentangan");
    assert_eq!(column(&matrix, "Alasan saran")[3], "Kepala sekolah ▲3, Guru ▼7. Tidak ada keterangan dari: Siswa.");
    let counted = book.worksheet_range("Cara menghitung").expect("a sheet");
    let quotes = column(&counted, "Kutipan");
    assert!(quotes.contains(&"Sebagai manajer, bagaimana".to_owned()));
    let left_out = comparison.left_out.no_informant + comparison.left_out.researcher + comparison.left_out.context;
    assert_eq!(quotes.iter().filter(|quote| !quote.is_empty()).count(), left_out as usize);
    let detail = book.worksheet_range("Rincian").expect("a sheet");
    assert_eq!(detail.rows().count(), 1 + 7 * 3);

    let by_technique = compare(&study, RowsKind::Codes, Axis::Technique);
    let mut book = xlsx(|out| comparison_xlsx(out, &study, &by_technique, &words_of(Language::English)));
    assert_eq!(
        book.worksheet_range("Comparison").expect("a sheet").get_value((0, 4)).map(ToString::to_string).as_deref(),
        Some("Observation")
    );

    let mut out = Vec::new();
    comparison_json(&mut out, &study.project, &comparison).expect("written");
    let json: serde_json::Value = serde_json::from_slice(&out).expect("JSON");
    assert_eq!((&json["by"], &json["rows_kind"]), (&"group".into(), &"roles".into()));
    assert_eq!(json["columns"][1], serde_json::json!({"id": "teacher", "label": "Guru", "informants_total": 2}));
    let left_out = json["left_out"].as_object().expect("left_out");
    assert_eq!(
        left_out.keys().map(String::as_str).collect::<BTreeSet<_>>(),
        ["researcher", "no_informant", "context", "withdrawn"].into()
    );
    let row = &json["items"][3];
    let keys =
        |value: &serde_json::Value| value.as_object().expect("an object").keys().cloned().collect::<BTreeSet<_>>();
    let set = |keys: &str| keys.split(',').map(str::to_owned).collect::<BTreeSet<_>>();
    assert_eq!(keys(row), set("kind,id,code,label,cells,suggestion,verdict,silent,conclusion"));
    assert_eq!(
        keys(&row["cells"][0]),
        set("column,segments,codings,informants,sources,supports,partly,weakens,unset,asked,empty_reason")
    );
    assert_eq!(
        row["suggestion"],
        serde_json::json!({
            "verdict": "dissonance",
            "silent": ["student"],
            "reason": "principal: supports 3; teacher: weakens 7; silent: student",
        })
    );
    assert_eq!((&row["kind"], &row["verdict"]), (&"role".into(), &"unrated".into()));
    assert!(row["conclusion"].is_null());
}

#[test]
fn every_format_is_saved() {
    let study = Builder::gold().build();
    let all = excerpts(&study, &Filter::default());
    let comparison = compare(&study, RowsKind::Roles, Axis::Group);
    let folder = tempfile::tempdir().expect("a folder");
    for format in Format::ALL {
        assert_eq!(format.key().parse::<Format>().map(Format::key), Ok(format.key()));
        let path = folder.path().join(format!("hasil.{format}"));
        save_excerpts(&path, format, &study, &all, None).expect("saved");
        let size = std::fs::metadata(&path).expect("there").len();
        save_comparison(&path, format, &study, &comparison, None).expect("saved");
        let again = std::fs::metadata(&path).expect("there").len();
        assert!(size > 10_000 && again > 1_000 && again < size, "{format}: {size} {again}");
    }
}
