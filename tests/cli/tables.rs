//! The tables of the thesis, the audit trail and the sheets of the member check, read back cell by cell.

use crate::support::{Bench, gold, study_folder};
use calamine::{Data, Reader as _, Xlsx, open_workbook};
use quick_xml::Reader;
use quick_xml::events::Event;
use std::fs;
use std::io::Read;
use std::path::Path;

/// The tables of a Word document: rows of cells, each with its paragraphs one a line.
fn docx_tables(path: &Path) -> Vec<Vec<Vec<String>>> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).expect("written")).expect("an archive");
    let mut xml = String::new();
    zip.by_name("word/document.xml").expect("a document").read_to_string(&mut xml).expect("text");
    let mut reader = Reader::from_str(&xml);
    let (mut tables, mut cell, mut is_text) = (Vec::<Vec<Vec<String>>>::new(), String::new(), false);
    loop {
        match reader.read_event().expect("well-formed") {
            Event::Start(tag) => match tag.name().as_ref() {
                "w:tbl" => tables.push(Vec::new()),
                "w:tr" => tables.last_mut().expect("a table").push(Vec::new()),
                "w:tc" => cell.clear(),
                "w:t" => is_text = true,
                _ => {}
            },
            Event::Empty(tag) if tag.name().as_ref() == "w:br" => cell.push('\n'),
            Event::Text(text) if is_text => cell.push_str(&text),
            Event::GeneralRef(entity) if is_text => cell.push(match &*entity {
                "lt" => '<',
                "gt" => '>',
                "amp" => '&',
                "quot" => '"',
                "apos" => '\'',
                other => panic!("entity {other}"),
            }),
            Event::End(tag) => match tag.name().as_ref() {
                "w:t" => is_text = false,
                "w:p" => cell.push('\n'),
                "w:tc" => {
                    let row = tables.last_mut().and_then(|table| table.last_mut()).expect("a row");
                    row.push(cell.trim_end().to_owned());
                }
                _ => {}
            },
            Event::Eof => return tables,
            _ => {}
        }
    }
}

fn export(bench: &Bench, words: &[&str]) {
    bench.run([&["export", "p.emaslim", "--what"], words].concat()).done();
}

/// The rows of one table below its head.
fn table(bench: &Bench, number: &str, more: &[&str]) -> Vec<Vec<String>> {
    let words = ["tables", "--format", "docx", "--table", number, "-o", "t.docx"];
    export(bench, &[&words[..], more].concat());
    let mut tables = docx_tables(&bench.at("t.docx"));
    assert_eq!(tables.len(), 1, "{number}");
    tables.remove(0).split_off(1)
}

#[test]
fn every_table_is_in_the_file_of_all_and_alone_in_its_own() {
    let bench = Bench::with_sample();
    export(&bench, &["tables", "--format", "docx", "-o", "all.docx"]);
    let all = docx_tables(&bench.at("all.docx"));
    // The first is the identity of the project.
    assert_eq!(all.len(), 7);
    for (number, whole) in ["4.1", "4.2", "4.3", "4.4", "4.5", "4.6"].into_iter().zip(&all[1..]) {
        assert_eq!(table(&bench, number, &[]), whole[1..], "{number}");
    }
    export(&bench, &["tables", "--format", "docx", "-o", "again.docx"]);
    assert_eq!(fs::read(bench.at("all.docx")).expect("one"), fs::read(bench.at("again.docx")).expect("another"));
    let xml = part(&bench.at("all.docx"), "word/document.xml");
    assert_eq!(xml.matches("<w:tblHeader/>").count(), 6, "every head stands again on the next page");
    assert!(xml.contains("w:orient=\"landscape\"") && xml.contains("<w:cantSplit/>"));
    let styles = part(&bench.at("all.docx"), "word/styles.xml");
    for name in ["Emaslim Tabel", "Emaslim Judul Tabel", "Emaslim Kutipan Blok", "Emaslim Isi Tabel"] {
        assert!(styles.contains(&format!("<w:name w:val=\"{name}\"/>")), "{name}");
    }
    export(&bench, &["tables", "--format", "docx", "--portrait", "-o", "upright.docx"]);
    assert!(!part(&bench.at("upright.docx"), "word/document.xml").contains("landscape"));
}

fn part(docx: &Path, name: &str) -> String {
    let mut zip = zip::ZipArchive::new(fs::File::open(docx).expect("written")).expect("an archive");
    let mut text = String::new();
    zip.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

#[test]
fn every_statement_equals_the_transcript() {
    let bench = Bench::with_sample();
    let rows = table(&bench, "4.2", &[]);
    assert_eq!(rows.len(), gold().hitungan.jumlah_segmen);
    for row in &rows {
        let quote = row[2].strip_prefix('“').and_then(|rest| rest.strip_suffix('”')).expect("quotation marks");
        let (source, lines) = row[1].split_once(", baris ").expect("a citation");
        let text = fs::read_to_string(study_folder().join("txt").join(format!("{source}.txt"))).expect("a transcript");
        let first: usize = lines.split('–').next().and_then(|line| line.parse().ok()).expect("a line");
        let from: usize = text.split_inclusive('\n').take(first - 1).map(str::len).sum();
        let found = text[from..].find(quote).expect("the words as they were said");
        assert!(!text[from..from + found].contains('\n'), "{} begins in its line", row[1]);
    }
    // So does every quotation in a cell of a triangulation.
    let texts: Vec<String> =
        crate::support::texts().iter().map(|path| fs::read_to_string(path).expect("text")).collect();
    let mut quotes = 0;
    for cell in table(&bench, "4.4", &["--cells", "quotes", "--rows", "codes"]).iter().flatten() {
        for quote in cell.split(['“', '”']).skip(1).step_by(2) {
            assert!(texts.iter().any(|text| text.contains(quote)), "{quote}");
            quotes += 1;
        }
    }
    assert!(quotes > 100, "{quotes}");
}

#[test]
fn the_numbers_are_those_of_the_study() {
    let bench = Bench::with_sample();
    let coding = table(&bench, "4.3", &[]);
    for (code, n) in &gold().hitungan.subkode {
        let row = coding.iter().find(|row| row[1].split(' ').next() == Some(code)).expect(code);
        assert_eq!(row.last().and_then(|all| all.split(' ').next()), Some(n.to_string().as_str()), "{code}");
    }
    let names = [
        ("EDU", "Edukator"),
        ("MAN", "Manajer"),
        ("ADM", "Administrator"),
        ("SUP", "Supervisor"),
        ("LEA", "Leader (Pemimpin)"),
        ("INO", "Inovator"),
        ("MOT", "Motivator"),
    ];
    for (number, counts, sides) in [
        ("4.4", &gold().hitungan.peran_x_kelompok_sumber, ["kepala_sekolah", "guru", "siswa"]),
        ("4.5", &gold().hitungan.peran_x_teknik, ["wawancara", "observasi", "dokumentasi"]),
    ] {
        let rows = table(&bench, number, &["--counts"]);
        assert_eq!(rows.len(), 7);
        for (code, name) in names {
            let row = rows.iter().find(|row| row[0] == name).expect(name);
            for (cell, side) in row[1..].iter().zip(sides) {
                match counts[code][side] {
                    0 => assert!(!cell.contains(" segmen"), "{code} {side}: {cell}"),
                    n => assert!(cell.ends_with(&format!("{n} segmen")), "{code} {side}: {cell}"),
                }
            }
        }
    }
}

#[test]
fn a_workbook_has_a_sheet_a_table() {
    let bench = Bench::with_sample();
    export(&bench, &["tables", "--format", "xlsx", "-o", "t.xlsx"]);
    let mut book: Xlsx<_> = open_workbook(bench.at("t.xlsx")).expect("a workbook");
    let names = book.sheet_names();
    assert_eq!(names.len(), 7, "{names:?}");
    assert!(names[0].starts_with("Tabel 4.1 ") && names[5].starts_with("Tabel 4.6 "), "{names:?}");
    let reduction = book.worksheet_range(&names[1]).expect("a sheet");
    let numbered = reduction.rows().filter(|row| matches!(row[0], Data::Float(_))).count();
    assert_eq!(numbered, gold().hitungan.jumlah_segmen);
    for format in ["html", "md"] {
        export(&bench, &["tables", "--format", format, "--table", "4.4", "-o", "t.out"]);
        let text = fs::read_to_string(bench.at("t.out")).expect("text");
        assert!(text.contains("Supervisor") && text.contains("Hasil triangulasi"), "{format}");
    }
    // English words where they are asked for; the quotations stay.
    bench
        .run_in("id", ["export", "p.emaslim", "--what", "tables", "--format", "md", "--lang", "en", "-o", "en.md"])
        .done();
    let text = fs::read_to_string(bench.at("en.md")).expect("text");
    assert!(text.contains("Table 4\\.4") || text.contains("Table 4.4"), "{text}");
}

#[test]
fn the_audit_trail_says_who_did_what_and_what_stood_there_before() {
    let bench = Bench::with_sample();
    bench.run(["project", "p.emaslim", "--title", "Judul baru"]).done();
    export(&bench, &["audit", "--format", "docx", "-o", "a.docx"]);
    let tables = docx_tables(&bench.at("a.docx"));
    let trail = tables.last().expect("a table");
    let last = trail.last().expect("a step");
    assert_eq!((last[4].as_str(), last[5].as_str()), ("Studi contoh SMPN 31 Tirta Banua", "Judul baru"), "{last:?}");
    let steps = bench.items(&["history"]).len();
    assert_eq!(trail.len(), steps + 1);
    for format in ["xlsx", "html", "md"] {
        export(&bench, &["audit", "--format", format, "-o", "a.out"]);
        assert!(fs::metadata(bench.at("a.out")).expect("written").len() > 500, "{format}");
    }
}

#[test]
fn what_does_not_go_together_is_said() {
    let bench = Bench::with_sample();
    for (words, status) in [
        (vec!["tables", "--format", "csv"], 2),
        (vec!["membercheck", "--format", "xlsx"], 2),
        (vec!["tables", "--format", "docx", "--code", "SUP"], 2),
    ] {
        let words = [&["export", "p.emaslim", "-o", "x.out", "--what"], &words[..]].concat();
        let said = bench.run(words).sentence(status);
        assert!(!said.is_empty());
    }
    assert!(!bench.at("x.out").exists());
}
