//! Every number of `gold.json.hitungan`, asked of [`compare`], and what must not change one of them.

use super::*;
use crate::analysis::sample::{Builder, gold, number};
use std::collections::BTreeMap;

/// segments by (row, column) of a comparison, columns by `name`.
fn table(comparison: &Comparison, name: impl Fn(&Column) -> String) -> BTreeMap<(String, String), u32> {
    let mut found = BTreeMap::new();
    for row in &comparison.rows {
        for (column, cell) in comparison.columns.iter().zip(&row.cells) {
            assert_eq!(cell.column, column.id);
            found.insert((row.code.clone(), name(column)), cell.segments);
        }
    }
    found
}

/// A table of `hitungan`, its column names changed by `names`.
fn expected(table: &str, names: &[(&str, &str)]) -> BTreeMap<(String, String), u32> {
    let mut found = BTreeMap::new();
    for (row, columns) in gold()["hitungan"][table].as_object().expect("a table") {
        for (column, count) in columns.as_object().expect("a row") {
            let renamed = names.iter().find(|(from, _)| from == column).map_or(column.as_str(), |(_, to)| to);
            found.insert((row.clone(), renamed.to_owned()), number(count));
        }
    }
    found
}

const GROUPS: &[(&str, &str)] = &[("kepala_sekolah", "principal"), ("guru", "teacher"), ("siswa", "student")];
const TECHNIQUES: &[(&str, &str)] =
    &[("wawancara", "interview"), ("observasi", "observation"), ("dokumentasi", "document")];

#[test]
fn roles_by_group_are_the_gold_table() {
    let comparison = compare(&Builder::gold().build(), RowsKind::Roles, Axis::Group);
    assert_eq!(table(&comparison, |column| column.id.to_string()), expected("peran_x_kelompok_sumber", GROUPS));
    let totals: Vec<u32> = comparison.columns.iter().map(|column| column.informants_total).collect();
    assert_eq!(totals, [1, 2, 3]);
}

#[test]
fn roles_by_technique_are_the_gold_table() {
    let comparison = compare(&Builder::gold().build(), RowsKind::Roles, Axis::Technique);
    assert_eq!(table(&comparison, |column| column.id.to_string()), expected("peran_x_teknik", TECHNIQUES));
}

#[test]
fn roles_by_source_are_the_gold_table() {
    let study = Builder::gold().build();
    let comparison = compare(&study, RowsKind::Roles, Axis::Source);
    let short = |column: &Column| match column.key {
        ColumnKey::Source(id) => study.source(id).expect("a source").short.clone(),
        _ => panic!("{column:?}"),
    };
    assert_eq!(table(&comparison, short), expected("peran_x_dokumen", &[]));
}

/// Segments of the row of a code over all columns.
fn row_total(comparison: &Comparison, code: &str) -> u32 {
    let row = comparison.rows.iter().find(|row| row.code == code).unwrap_or_else(|| panic!("no row {code}"));
    row.cells.iter().map(|cell| cell.segments).sum()
}

#[test]
fn codes_by_technique_are_the_gold_counts() {
    let study = Builder::gold().build();
    let comparison = compare(&study, RowsKind::Codes, Axis::Technique);
    let gold = gold();
    let counts = gold["hitungan"]["subkode"].as_object().expect("subkode");
    let mut seen = 0;
    for row in &comparison.rows {
        let expected = counts.get(&row.code).map_or(0, number);
        if row.code.contains('.') {
            assert_eq!(row_total(&comparison, &row.code), expected, "{}", row.code);
        } else {
            // `subkode` counts what is coded with the role itself; a row of a role has its indicators too.
            let own: Vec<u32> = study
                .codings
                .iter()
                .filter(|entry| RowKey::Code(entry.coding.code) == row.key)
                .map(|entry| entry.segment)
                .collect();
            assert_eq!(own.len(), expected as usize, "{}", row.code);
            assert!(own.iter().all(|own| row.cells.iter().any(|cell| cell.places.contains(own))), "{}", row.code);
        }
        seen += expected;
    }
    assert_eq!(seen, 201);
    assert_eq!(study.codings.len(), 201);
}

#[test]
fn every_passage_is_one_segment() {
    let study = Builder::gold().build();
    assert_eq!(study.segments.len(), number(&gold()["hitungan"]["jumlah_segmen"]) as usize);
    let comparison = compare(&study, RowsKind::Codes, Axis::Technique);
    let mut places: Vec<u32> =
        comparison.rows.iter().flat_map(|row| row.cells.iter().flat_map(|cell| cell.places.clone())).collect();
    places.sort_unstable();
    places.dedup();
    assert_eq!(places.len(), 167);
}

#[test]
fn what_is_no_evidence_leaves_the_table_as_it_is() {
    for by in Axis::ALL {
        let before = compare(&Builder::gold().build(), RowsKind::Roles, by);
        let mut builder = Builder::gold();
        let gold = gold();
        for passage in gold["bukan_bukti"].as_array().expect("bukan_bukti") {
            let direction = (passage["speaker"] != "P").then_some(Direction::Context);
            for code in passage["must_not"].as_array().expect("must_not") {
                builder.code_passage(passage, code.as_str().expect("a code"), direction, 0);
            }
        }
        let study = builder.build();
        let after = compare(&study, RowsKind::Roles, by);
        for (before, after) in before.rows.iter().zip(&after.rows) {
            for (before, after) in before.cells.iter().zip(&after.cells) {
                assert_eq!(Cell { asked: after.asked, ..before.clone() }, *after, "{by}");
            }
            assert_eq!(before.suggestion.verdict, after.suggestion.verdict, "{by}");
        }
        assert_eq!(before.left_out.researcher + before.left_out.context, 0);
        assert_eq!(after.left_out.researcher, 2, "{by}");
        assert_eq!(after.left_out.context, 7, "{by}");
        assert_eq!(after.left_out.no_informant, before.left_out.no_informant, "{by}");
        let lines = |reason| {
            let places = after.left_out.segments(&study, reason);
            places.iter().map(|at| study.citation(&study.segments[*at as usize])).collect::<Vec<_>>()
        };
        assert_eq!(
            lines(LeftOutReason::Researcher),
            ["W.KS.12-02-2025, baris 18", "W.KS.12-02-2025, baris 29"],
            "{by}"
        );
        assert_eq!(lines(LeftOutReason::Context).len(), 7);
        let asked: u32 = after.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.asked).sum();
        // EDU in line 18, MAN in line 29 (KES is no role), both put to the principal in one source.
        assert_eq!(asked, 2, "{by}");
        if by == Axis::Group {
            assert_eq!((after.rows[0].cells[0].asked, after.rows[1].cells[0].asked), (1, 1));
        }
    }
}

#[test]
fn text_without_turns_is_left_out_by_group_and_named() {
    let study = Builder::gold().build();
    let by_group = compare(&study, RowsKind::Roles, Axis::Group);
    let roles = |passage: &serde_json::Value| !passage["roles"].as_array().expect("roles").is_empty();
    let expected = gold()["koding"]
        .as_array()
        .expect("koding")
        .iter()
        .filter(|passage| passage["speaker"].is_null() && roles(passage))
        .count();
    assert_eq!(by_group.left_out.no_informant as usize, expected);
    assert_eq!(compare(&study, RowsKind::Roles, Axis::Technique).left_out, LeftOut::default());
}

/// Where the rule and the researcher of the study part: row and what the rule says.
fn differences(axis: Axis, rows: RowsKind, verdicts: &serde_json::Value) -> Vec<(String, &'static str)> {
    let comparison = compare(&Builder::gold().build(), rows, axis);
    let mut found = Vec::new();
    for (code, expected) in verdicts.as_object().expect("verdicts") {
        let row = comparison.rows.iter().find(|row| row.code == *code).expect("a row");
        let suggested = row.suggestion.verdict.expect("all gold codings have a direction");
        if expected["verdict"] != suggested.key() {
            found.push((code.clone(), suggested.key()));
        }
        if axis == Axis::Group {
            let mut silent: Vec<&str> =
                expected["senyap"].as_array().expect("senyap").iter().filter_map(|side| side.as_str()).collect();
            let rename = |side: &str| GROUPS.iter().find(|(from, _)| *from == side).expect("a group").1;
            silent.sort_unstable();
            let mut expected: Vec<&str> = silent.into_iter().map(rename).collect();
            expected.sort_unstable();
            let mut silent: Vec<&str> = row.suggestion.silent.iter().map(|side| &**side).collect();
            silent.sort_unstable();
            assert_eq!(silent, expected, "{code}");
        }
    }
    found
}

#[test]
fn the_rule_suggests_what_the_method_says_of_it() {
    let verdicts = &gold()["triangulasi"];
    // methodology.md 2.2: 6 of 7 roles by group, 5 of 7 by technique, 35 of 38 indicators.
    assert_eq!(differences(Axis::Group, RowsKind::Roles, &verdicts["sumber"]), [("ADM".to_owned(), "agreement")]);
    assert_eq!(verdicts["teknik"].as_object().expect("teknik").len(), 7);
    assert_eq!(
        differences(Axis::Technique, RowsKind::Roles, &verdicts["teknik"]),
        [("LEA".to_owned(), "partial"), ("SUP".to_owned(), "partial")]
    );
    assert_eq!(verdicts["indikator_sumber"].as_object().expect("indikator").len(), 38);
    assert_eq!(
        differences(Axis::Group, RowsKind::Codes, &verdicts["indikator_sumber"]),
        [("INO.3".to_owned(), "partial"), ("LEA.5".to_owned(), "dissonance"), ("SUP.1".to_owned(), "dissonance")]
    );
}
