//! The places of segments and turns in the texts that were saved: where a text is no longer what it was, its
//! quotations are looked for in it.

use super::fill::Filling;
use super::found::{Id, Row};
use super::model::Table;
use super::report::{Note, TextState};
use super::texts::{self, Placed, Quote};
use crate::domain::{CharRange, SourceText};
use crate::store::Error;
use rusqlite::types::Value;
use rusqlite::{OptionalExtension, params, params_from_iter};
use std::collections::BTreeSet;

/// Writes a reduction behind the one of a segment and gives it a key mark.
const JOIN: &str = "UPDATE segment
    SET reduction = reduction || CASE WHEN reduction IN ('', ?1) OR ?1 = '' THEN '' ELSE char(10, 10) END
            || CASE WHEN reduction = ?1 THEN '' ELSE ?1 END,
        is_key = max(is_key, ?2)
    WHERE id = ?3";

impl Filling<'_> {
    /// The stored quotations of a source: start, end, words.
    pub(super) fn quotations(&self, source: &Id) -> Vec<(u32, u32, String)> {
        let Some(table) = self.tables.iter().find(|table| table.name == "segment") else { return Vec::new() };
        let column = |name: &str| table.at(name).unwrap_or(0);
        let (of, start, end, quote) = (column("source"), column("start"), column("end_"), column("quote"));
        let rows = self.rows.get("segment").into_iter().flatten().map(|(_, row)| row);
        rows.filter(|row| texts::id(row, of) == Some(source))
            .filter_map(|row| {
                let words = texts::words(row, quote)?.to_owned();
                Some((texts::position(row, start).unwrap_or(0), texts::position(row, end).unwrap_or(0), words))
            })
            .collect()
    }

    /// Gives every segment of a source its place in the text that was saved.
    pub(super) fn place_all(&mut self, source: &Id, revision: &Id, text: &SourceText, state: TextState, called: &str) {
        let tables = self.tables;
        let Some(table) = tables.iter().find(|table| table.name == "segment") else { return };
        let column = |name: &str| table.at(name).unwrap_or(0);
        let (of, start, end, quote) = (column("source"), column("start"), column("end_"), column("quote"));
        let is_proven = matches!(state, TextState::Whole | TextState::Remade | TextState::Mended);
        let mut segments = self.rows.remove("segment").unwrap_or_default();
        let mut gone = BTreeSet::new();
        for (id, row) in segments.iter_mut().filter(|(_, row)| texts::id(row, of) == Some(source)) {
            let (from, to) = (texts::position(row, start).unwrap_or(0), texts::position(row, end).unwrap_or(0));
            let stored = texts::words(row, quote).map(str::to_owned);
            let placed = match &stored {
                Some(words) => texts::place(text, &Quote { start: from, end: to, words }, is_proven),
                // Known from an index alone: the place is enough where the text is what it was.
                None if is_proven && from <= to && text.slice(CharRange::new(from, to)).is_some() => {
                    Placed::There(CharRange::new(from, to))
                }
                None => Placed::Nowhere,
            };
            let said = stored.unwrap_or_default();
            let range = match placed {
                Placed::There(range) => range,
                Placed::Moved(range) => {
                    // Where the text is another one, its quotations stand elsewhere as a matter of course.
                    if is_proven {
                        let lines = text.lines_of(range);
                        self.note(Note::Moved { source: called.to_owned(), lines, quote: said });
                    }
                    range
                }
                Placed::Reworded(range) => {
                    self.note(Note::Reworded { source: called.to_owned(), quote: said });
                    range
                }
                Placed::Nowhere => {
                    self.note(Note::Unplaced { source: called.to_owned(), quote: said });
                    gone.insert(id.clone());
                    continue;
                }
            };
            let (first, last) = text.lines_of(range);
            let numbers = [
                ("start", i64::from(range.start.get())),
                ("end_", i64::from(range.end.get())),
                ("line", i64::from(first.get())),
                ("letter", i64::from(first.letter())),
                ("line_end", i64::from(last.get())),
                ("letter_end", i64::from(last.letter())),
            ];
            for (name, number) in numbers {
                row.values[column(name)] = Value::Integer(number);
            }
            row.values[column("revision")] = Value::Blob(revision.clone());
            row.values[quote] = Value::Text(text.slice(range).unwrap_or_default().to_owned());
        }
        segments.retain(|id, _| !gone.contains(id));
        self.rows.insert("segment".to_owned(), segments);
    }

    /// Whether the segment goes in as a row of its own: another one may lie at the same place.
    pub(super) fn place(&mut self, table: &Table, id: &Id, row: &mut Row) -> Result<bool, Error> {
        let is_of_source = table
            .at("source")
            .and_then(|at| texts::id(row, at))
            .is_some_and(|source| self.lengths.contains_key(source));
        if !is_of_source {
            return Ok(false);
        }
        let at: Vec<&Value> =
            ["source", "revision", "start", "end_"].iter().filter_map(|name| row.values.get(table.at(name)?)).collect();
        let there = "SELECT id FROM segment WHERE source = ? AND revision = ? AND start = ? AND end_ = ?";
        let there: Option<Id> =
            self.db.conn.prepare_cached(there)?.query_row(params_from_iter(at), |row| row.get(0)).optional()?;
        if let Some(there) = there {
            // What was known of either is known of the one that stays.
            let of = |name: &str| table.at(name).and_then(|at| row.values.get(at));
            let is_key = of("is_key") == Some(&Value::Integer(1));
            let reduction = match of("reduction") {
                Some(Value::Text(words)) => words.as_str(),
                _ => "",
            };
            if is_key || !reduction.is_empty() {
                self.db.conn.prepare_cached(JOIN)?.execute(params![reduction, is_key, there])?;
            }
            self.merged.insert(id.clone(), there);
            return Ok(false);
        }
        Ok(true)
    }

    pub(super) fn turn_lies_in_text(&self, table: &Table, row: &Row) -> bool {
        let end = table.at("end_").and_then(|at| texts::position(row, at));
        let source = table.at("source").and_then(|at| texts::id(row, at));
        let length = source.and_then(|source| self.lengths.get(source));
        matches!((end, length), (Some(end), Some(length)) if end <= *length)
    }
}
