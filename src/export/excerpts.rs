//! Excerpts as a table: one line a coding, all 24 keys of the coding object.

use super::columns::group_words;
use super::csv::write_csv;
use super::table::{Heading, Table, Value};
use super::xlsx::{Sheet, write_xlsx};
use super::{Error, Sink, Stamp};
use crate::analysis::Excerpt;
use crate::i18n::Catalog;
use std::io::Write;

/// Key and width of every column, in order: what a reader wants first, ids last.
const COLUMNS: [(&str, u16); 24] = [
    ("source", 20),
    ("line", 7),
    ("line_end", 7),
    ("citation", 28),
    ("speakers", 10),
    ("informants", 10),
    ("groups", 16),
    ("technique", 13),
    ("date", 13),
    ("code", 9),
    ("code_name", 26),
    ("code_path", 36),
    ("quote", 70),
    ("direction", 14),
    ("memo", 40),
    ("coder", 16),
    ("created", 20),
    ("start", 9),
    ("end", 9),
    ("id", 38),
    ("segment", 38),
    ("source_id", 38),
    ("revision", 38),
    ("code_id", 38),
];

fn table(excerpts: &[Excerpt], words: Option<&Catalog>) -> Table {
    let heading = |(key, width): (&str, u16)| match words {
        Some(words) => Heading::new(words.text(&format!("excerpt-{key}")), width),
        None => Heading::new(key, width),
    };
    let closed = |list: &str, key: &str| match words {
        Some(words) => words.text(&format!("{list}-{key}")),
        None => key.to_owned(),
    };
    let row = |excerpt: &Excerpt| {
        let groups: Vec<String> = match words {
            Some(words) => excerpt.groups.iter().map(|key| group_words(words, key)).collect(),
            None => excerpt.groups.clone(),
        };
        vec![
            Value::from(excerpt.source.as_str()),
            Value::from(excerpt.line),
            Value::from(excerpt.line_end),
            Value::from(excerpt.citation.as_str()),
            Value::from(excerpt.speakers.join("; ")),
            Value::from(excerpt.informants.join("; ")),
            Value::from(groups.join("; ")),
            Value::from(closed("technique", excerpt.technique.key())),
            excerpt.date.map_or(Value::Empty, Value::Date),
            Value::from(excerpt.code.as_str()),
            Value::from(excerpt.code_name.as_str()),
            Value::from(excerpt.code_path.as_str()),
            Value::from(excerpt.quote.as_str()),
            excerpt.direction.map_or(Value::Empty, |direction| Value::from(closed("direction", direction.key()))),
            excerpt.memo.as_deref().map_or(Value::Empty, Value::from),
            Value::from(excerpt.coder.as_str()),
            Value::Moment(excerpt.created),
            Value::from(excerpt.start),
            Value::from(excerpt.end),
            Value::from(excerpt.id.to_string()),
            Value::from(excerpt.segment.to_string()),
            Value::from(excerpt.source_id.to_string()),
            Value::from(excerpt.revision.to_string()),
            Value::from(excerpt.code_id.to_string()),
        ]
    };
    Table { headings: COLUMNS.into_iter().map(heading).collect(), rows: excerpts.iter().map(row).collect() }
}

/// Writes excerpts as CSV: keys of the coding object as headings and values as JSON has them; with `words`
/// headings, techniques, groups and directions in that language. Lists are joined by `; `.
///
/// # Errors
/// Writing failed.
pub fn excerpts_csv(out: impl Write, excerpts: &[Excerpt], words: Option<&Catalog>) -> Result<(), Error> {
    write_csv(out, &table(excerpts, words))
}

/// Writes excerpts as a workbook.
///
/// # Errors
/// Writing failed, or there are more excerpts than a sheet has rows.
pub fn excerpts_xlsx(out: &mut dyn Sink, stamp: &Stamp, excerpts: &[Excerpt], words: &Catalog) -> Result<(), Error> {
    let sheet = Sheet { name: words.text("sheet-excerpts"), frozen_columns: 1, table: table(excerpts, Some(words)) };
    write_xlsx(out, vec![sheet], stamp, words)
}
