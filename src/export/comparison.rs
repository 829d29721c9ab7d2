//! A comparison as a table for a thesis: one line a row, the number of segments a column, then the detail.

use super::columns::{column_words, own_column_words};
use super::csv::write_csv;
use super::table::{Heading, Table, Value};
use super::xlsx::{Sheet, write_xlsx};
use super::{Error, Sink};
use crate::analysis::{Cell, Column, Comparison, LeftOutReason, Row, Study};
use crate::domain::{Message, Verdict};
use crate::i18n::Catalog;
use std::io::Write;
use std::sync::Arc;

/// A count of a cell: its key, and how it is had.
type Count = (&'static str, fn(&Cell) -> u32);

/// What is counted of a cell besides its segments, in order.
const COUNTS: [Count; 8] = [
    ("informants", |cell| cell.informants),
    ("codings", |cell| cell.codings),
    ("sources", |cell| cell.sources),
    ("supports", |cell| cell.supports),
    ("partly", |cell| cell.partly),
    ("weakens", |cell| cell.weakens),
    ("unset", |cell| cell.unset),
    ("asked", |cell| cell.asked),
];

fn heading(words: Option<&Catalog>, key: &str) -> String {
    words.map_or_else(|| key.to_owned(), |words| words.text(&format!("comparison-{key}")))
}

fn column_name(words: Option<&Catalog>, column: &Column) -> String {
    words.map_or_else(|| column.id.to_string(), |words| column_words(words, column))
}

fn verdict_name(words: Option<&Catalog>, verdict: Verdict) -> String {
    words.map_or_else(|| verdict.key().to_owned(), |words| words.text(&format!("verdict-{verdict}")))
}

fn silent_names(words: Option<&Catalog>, comparison: &Comparison, silent: &[Arc<str>]) -> String {
    let name = |id: &Arc<str>| {
        let column = comparison.columns.iter().find(|column| column.id == *id);
        // Where two axes cross, a verdict names the sides of its own: the last part of a column's id.
        let own = || comparison.columns.iter().find(|column| column.id.rsplit('/').next() == Some(id));
        match (words, column) {
            (_, Some(column)) => column_name(words, column),
            (Some(words), None) => {
                own().map_or_else(|| id.to_string(), |column| own_column_words(words, column.key, &column.label))
            }
            (None, None) => id.to_string(),
        }
    };
    silent.iter().map(name).collect::<Vec<_>>().join("; ")
}

fn reason(words: Option<&Catalog>, comparison: &Comparison, row: &Row) -> String {
    let Some(words) = words else { return row.suggestion.reason.clone() };
    let label = |at: u32| column_words(words, &comparison.columns[at as usize]);
    row.suggestion.words(label).iter().map(|message| words.say(message)).collect::<Vec<_>>().join(" ")
}

/// The table that stands first: row, segments of each column, suggestion, verdict, conclusion.
fn matrix(comparison: &Comparison, words: Option<&Catalog>) -> Table {
    let mut headings = vec![
        Heading::new(heading(words, "kind"), 9),
        Heading::new(heading(words, "code"), 9),
        Heading::new(heading(words, "label"), 28),
    ];
    headings.extend(comparison.columns.iter().map(|column| Heading::new(column_name(words, column), 14)));
    for (key, width) in [
        ("suggestion", 18),
        ("silent", 16),
        ("reason", 40),
        ("verdict", 18),
        ("verdict_silent", 16),
        ("conclusion", 50),
    ] {
        headings.push(Heading::new(heading(words, key), width));
    }
    let row = |row: &Row| {
        let kind = match words {
            Some(words) => words.text(&format!("row-{}", row.kind.key())),
            None => row.kind.key().to_owned(),
        };
        let mut values = vec![Value::from(kind), Value::from(row.code.as_str()), Value::from(row.label.as_str())];
        values.extend(row.cells.iter().map(|cell| Value::from(cell.segments)));
        values.push(row.suggestion.verdict.map_or(Value::Empty, |verdict| Value::from(verdict_name(words, verdict))));
        values.push(Value::from(silent_names(words, comparison, &row.suggestion.silent)));
        values.push(Value::from(reason(words, comparison, row)));
        values.push(Value::from(verdict_name(words, row.verdict)));
        values.push(Value::from(silent_names(words, comparison, &row.silent)));
        values.push(row.conclusion.as_deref().map_or(Value::Empty, Value::from));
        values
    };
    Table { headings, rows: comparison.rows.iter().map(row).collect() }
}

/// Writes a comparison as CSV: one line a row; segments of each column under the column's id, then for each
/// column `{id}.informants`, `.codings`, `.sources`, `.supports`, `.partly`, `.weakens`, `.unset`, `.asked`,
/// `.empty_reason`, and the row's id. With `words` everything in that language. What was left out stands in
/// XLSX and JSON.
///
/// # Errors
/// Writing failed.
pub fn comparison_csv(out: impl Write, comparison: &Comparison, words: Option<&Catalog>) -> Result<(), Error> {
    let mut table = matrix(comparison, words);
    for column in &comparison.columns {
        let name = column_name(words, column);
        for key in COUNTS.iter().map(|(key, _)| *key).chain(["empty_reason"]) {
            let text = match words {
                Some(_) => format!("{name}: {}", heading(words, key)),
                None => format!("{name}.{key}"),
            };
            table.headings.push(Heading::new(text, 9));
        }
    }
    table.headings.push(Heading::new(heading(words, "id"), 38));
    for (values, row) in table.rows.iter_mut().zip(&comparison.rows) {
        for cell in &row.cells {
            values.extend(COUNTS.iter().map(|(_, count)| Value::from(count(cell))));
            values.push(empty_reason(words, cell));
        }
        values.push(Value::from(row.key.to_string()));
    }
    write_csv(out, &table)
}

fn empty_reason(words: Option<&Catalog>, cell: &Cell) -> Value {
    cell.empty_reason.map_or(Value::Empty, |reason| match words {
        Some(words) => Value::from(words.text(&format!("empty-{reason}"))),
        None => Value::from(reason.key()),
    })
}

/// One line a cell, with all its counts.
fn detail(comparison: &Comparison, words: &Catalog) -> Table {
    let said = Some(words);
    let mut headings = vec![
        Heading::new(heading(said, "code"), 9),
        Heading::new(heading(said, "label"), 28),
        Heading::new(heading(said, "column"), 18),
        Heading::new(heading(said, "informants_total"), 12),
        Heading::new(heading(said, "segments"), 10),
    ];
    headings.extend(COUNTS.iter().map(|(key, _)| Heading::new(heading(said, key), 10)));
    headings.push(Heading::new(heading(said, "empty_reason"), 20));
    let mut rows = Vec::new();
    for row in &comparison.rows {
        for (column, cell) in comparison.columns.iter().zip(&row.cells) {
            let mut values = vec![
                Value::from(row.code.as_str()),
                Value::from(row.label.as_str()),
                Value::from(column_words(words, column)),
                Value::from(column.informants_total),
                Value::from(cell.segments),
            ];
            values.extend(COUNTS.iter().map(|(_, count)| Value::from(count(cell))));
            values.push(empty_reason(said, cell));
            rows.push(values);
        }
    }
    Table { headings, rows }
}

/// How it was counted, and every passage that counts in no column of some row.
fn counted(study: &Study, comparison: &Comparison, words: &Catalog) -> Table {
    let headings = ["counted-what", "counted-number", "counted-citation", "counted-speakers", "counted-quote"];
    let widths = [60, 9, 28, 12, 70];
    let headings = headings.iter().zip(widths).map(|(key, width)| Heading::new(words.text(key), width)).collect();
    let note = |text: String| vec![Value::from(text), Value::Empty, Value::Empty, Value::Empty, Value::Empty];
    let rule = |key: &str| note(words.text(key));
    let made = Message::new("counted-made")
        .with("title", study.project.title.as_str())
        .with("revision", study.project.revision);
    let mut rows = vec![note(words.say(&made))];
    rows.extend(["counted-passage", "counted-rows", "counted-directions", "counted-frequency"].map(rule));
    let left_out = &comparison.left_out;
    for (reason, key, number) in [
        (LeftOutReason::Researcher, "left-out-researcher", left_out.researcher),
        (LeftOutReason::NoInformant, "left-out-no-informant", left_out.no_informant),
        (LeftOutReason::Context, "left-out-context", left_out.context),
        (LeftOutReason::Withdrawn, "left-out-withdrawn", left_out.withdrawn),
    ] {
        rows.push(vec![Value::from(words.text(key)), Value::from(number), Value::Empty, Value::Empty, Value::Empty]);
        for place in left_out.segments(study, reason) {
            let entry = &study.segments[place as usize];
            rows.push(vec![
                Value::Empty,
                Value::Empty,
                Value::from(study.citation(entry)),
                Value::from(entry.voice.speakers.join("; ")),
                Value::from(&*entry.segment.quote),
            ]);
        }
    }
    Table { headings, rows }
}

/// Writes a comparison as a workbook: the table, how it was counted with the passages left out, every cell.
///
/// # Errors
/// Writing failed, or there are more columns or rows than a sheet has.
pub fn comparison_xlsx(
    out: &mut dyn Sink,
    study: &Study,
    comparison: &Comparison,
    words: &Catalog,
) -> Result<(), Error> {
    let sheets = vec![
        Sheet { name: words.text("sheet-matrix"), frozen_columns: 3, table: matrix(comparison, Some(words)) },
        Sheet { name: words.text("sheet-counted"), frozen_columns: 0, table: counted(study, comparison, words) },
        Sheet { name: words.text("sheet-detail"), frozen_columns: 3, table: detail(comparison, words) },
    ];
    write_xlsx(out, sheets, &super::stamp(study, words), words)
}
