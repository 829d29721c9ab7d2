//! Every number of `gold.json.hitungan`, asked of [`compare`].

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
