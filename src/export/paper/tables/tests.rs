//! The tables against the gold of the sample study: every number, every quotation.

use super::*;
use crate::analysis::Naming;
use crate::analysis::sample::{Builder, gold, number, words as text_of};
use crate::domain::Language;

fn made(kind: TableKind, choice: &TableChoice) -> (Study, Paper) {
    let study = Builder::gold().build();
    let hand_in = HandIn { naming: Naming::Codes, today: "2025-06-01".parse().expect("a day") };
    let paper = table_paper(&study, &[kind], choice, hand_in, &Catalog::new(Language::Indonesian), None);
    (study, paper)
}

fn rows(paper: &Paper) -> Vec<Vec<String>> {
    paper
        .tables()
        .flat_map(|grid| &grid.rows)
        .map(|row| row.iter().map(super::super::GridCell::text).collect())
        .collect()
}

#[test]
fn every_source_is_in_the_first_table_with_its_day_in_words() {
    let (_, paper) = made(TableKind::Informants, &TableChoice::default());
    let rows = rows(&paper);
    assert_eq!(rows.len(), 10);
    assert_eq!(rows[0][..4], ["1", "W.KS.12-02-2025", "Wawancara", "KS"]);
    assert_eq!((rows[0][4].as_str(), rows[0][5].as_str()), ("Kepala sekolah", "12 Februari 2025"));
    assert!(rows.iter().any(|row| row[1] == "O.2.26-02-2025" && row[2] == "Observasi" && row[3] == "Peneliti"));
}

#[test]
fn every_statement_is_in_the_second_table_character_for_character() {
    let (_, paper) = made(TableKind::Reduction, &TableChoice::default());
    let rows = rows(&paper);
    let passages = gold()["koding"].as_array().expect("koding").clone();
    assert_eq!((rows.len(), passages.len()), (167, 167));
    for passage in passages {
        let quote = format!("“{}”", text_of(&passage["quote"]));
        let row = rows.iter().find(|row| row[2] == quote).expect("the statement");
        let codes: Vec<String> = passage["codes"].as_array().expect("codes").iter().map(text_of).collect();
        let mut named: Vec<&str> = row[4].split(", ").collect();
        named.sort_unstable();
        let mut codes: Vec<&str> = codes.iter().map(String::as_str).collect();
        codes.sort_unstable();
        assert_eq!(named, codes, "{quote}");
        let mark = match passage["arah"].as_str() {
            Some("mendukung") => "▲",
            Some("sebagian") => "◐",
            _ => "▼",
        };
        assert_eq!(row[5], mark, "{quote}");
    }
}

#[test]
fn the_third_table_counts_as_the_gold_does() {
    let (_, paper) = made(TableKind::Coding, &TableChoice::default());
    let rows = rows(&paper);
    let counted = gold()["hitungan"]["subkode"].as_object().expect("subkode").clone();
    for (code, n) in &counted {
        let begins = |cell: &str| cell.split(' ').next() == Some(code);
        let row = rows.iter().find(|row| begins(&row[1])).unwrap_or_else(|| panic!("{code}"));
        let all = row.last().expect("a count");
        assert_eq!(all.split(' ').next(), Some(number(n).to_string().as_str()), "{code}");
    }
    let coded = rows.iter().filter(|row| !row.last().expect("a count").starts_with("0 ")).count();
    assert_eq!(coded, counted.len());
    let supervision = rows.iter().find(|row| row[1].starts_with("SUP.2 ")).expect("supervision");
    assert_eq!(supervision[2..], ["W.KS b.45 ▲", "W.G1 b.30 ▼; W.G2 b.30 ▼", "–", "O.2 b.15 ▼", "D.1 b.16 ▼", "5 (5)"]);
    // A role stands where its indicators begin, and only there.
    assert_eq!(rows.iter().filter(|row| row[0] == "Supervisor").count(), 1);
}

#[test]
fn the_triangulations_count_as_the_gold_does() {
    let choice = TableChoice { has_counts: true, ..TableChoice::default() };
    for (kind, key, sides) in [
        (TableKind::Sources, "peran_x_kelompok_sumber", ["kepala_sekolah", "guru", "siswa"]),
        (TableKind::Techniques, "peran_x_teknik", ["wawancara", "observasi", "dokumentasi"]),
    ] {
        let (study, paper) = made(kind, &choice);
        let rows = rows(&paper);
        assert_eq!(rows.len(), 7);
        for (code, counts) in gold()["hitungan"][key].as_object().expect("roles") {
            let name = &study.codes.iter().find(|one| one.short == *code).expect("a role").name;
            let row = rows.iter().find(|row| row[0] == *name).expect("its row");
            for (cell, side) in row[1..].iter().zip(sides) {
                match number(&counts[side]) {
                    0 => assert!(!cell.contains("segmen"), "{code} {side}: {cell}"),
                    n => assert!(cell.contains(&format!("{n} segmen")), "{code} {side}: {cell}"),
                }
            }
        }
        assert!(rows.iter().all(|row| row[4] == "Belum dinilai"));
    }
}

#[test]
fn the_supervisor_row_cites_what_it_rests_on_and_not_the_inspector() {
    let cited = |kind| {
        let (_, paper) = made(kind, &TableChoice::default());
        rows(&paper).into_iter().find(|row| row[0] == "Supervisor").expect("the supervisor")
    };
    let by_group = cited(TableKind::Sources);
    assert!(by_group[1].contains("W.KS, b.45"), "{}", by_group[1]);
    assert!(by_group[2].contains("W.G1, b.30") && by_group[2].contains("W.G2, b.30"), "{}", by_group[2]);
    let by_technique = cited(TableKind::Techniques);
    assert!(by_technique[2].contains("O.2, b.15–16"), "{}", by_technique[2]);
    assert!(by_technique[3].contains("D.1, b.16"), "{}", by_technique[3]);
    let choice = TableChoice { cells: CellWords::Quotes, rows: RowsKind::Codes, ..TableChoice::default() };
    let (study, paper) = made(TableKind::Sources, &choice);
    assert!(rows(&paper).iter().flatten().all(|cell| !cell.to_lowercase().contains("pengawas dinas")));
    // What stands between quotation marks is what was said.
    for cell in rows(&paper).iter().flatten() {
        for quote in cell.split(['“', '”']).skip(1).step_by(2) {
            assert!(study.segments.iter().any(|entry| entry.segment.quote.contains(quote)), "{quote}");
        }
    }
}

#[test]
fn all_tables_are_one_file_each_on_pages_of_its_own() {
    let study = Builder::gold().build();
    let hand_in = HandIn { naming: Naming::Codes, today: "2025-06-01".parse().expect("a day") };
    for language in Language::ALL {
        let words = Catalog::new(language);
        let choice = TableChoice { is_wide: Some(false), ..TableChoice::default() };
        let paper = table_paper(&study, &TableKind::ALL, &choice, hand_in, &words, None);
        assert_eq!(paper.tables().count(), TableKind::ALL.len());
        assert_eq!(paper.sections.len(), TableKind::ALL.len() + 1);
        assert!(paper.sections.iter().all(|section| !section.is_wide));
        let few = table_paper(&study, &TableKind::ALL, &choice, hand_in, &words, Some(3));
        assert!(few.tables().all(|grid| grid.rows.len() <= 3) && few.total == paper.total);
    }
}
