//! Sources.

use super::key::{self, Keyed};
use super::{Database, Error, text};
use crate::domain::{Source, SourceId, Timestamp};
use rusqlite::{OptionalExtension, Row, params};

const SELECT: &str = include_str!("select.sql");

fn read(row: &Row<'_>) -> rusqlite::Result<Source> {
    Ok(Source {
        id: key::id(row, "id")?,
        name: row.get("name")?,
        short: row.get("short")?,
        description: row.get("description")?,
        technique: key::word(row, "technique")?,
        date: key::date_or_none(row, "date")?,
        place: row.get("place")?,
        setting: row.get("setting")?,
        number: row.get("number")?,
        note: row.get("note")?,
        header: key::list(row, "header")?,
        revision: key::id(row, "revision")?,
        original_name: row.get("original_name")?,
        encoding: row.get("encoding")?,
        length: row.get("length")?,
        lines: row.get("lines")?,
        numbers: key::json(row, "line_numbers")?,
    })
}

impl Database {
    /// Adds a source with the bytes it was made of; its text is there already.
    pub fn add_source(&self, source: &Source, original: &[u8], created: Timestamp) -> Result<(), Error> {
        let original = self.keep_original(original)?;
        self.conn.prepare_cached(include_str!("insert.sql"))?.execute(params![
            source.id.key(),
            source.name,
            source.short,
            source.description,
            source.technique.key(),
            source.date.map(|date| date.to_string()),
            source.place,
            source.setting,
            source.number,
            source.note,
            key::to_list(&source.header)?,
            source.revision.key(),
            original,
            source.original_name,
            source.encoding,
            created.millis(),
        ])?;
        Ok(())
    }

    /// All sources by running number.
    pub fn sources(&self) -> Result<Vec<Source>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} ORDER BY source.number, source.id"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The source of an id.
    pub fn source(&self, id: SourceId) -> Result<Option<Source>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} WHERE source.id = ?"))?;
        Ok(statement.query_row([id.key()], read).optional()?)
    }

    /// Writes the facts of a source anew; its text and its number stay.
    pub fn set_source(&self, source: &Source) -> Result<(), Error> {
        self.conn.prepare_cached(include_str!("update.sql"))?.execute(params![
            source.id.key(),
            source.name,
            source.short,
            source.description,
            source.technique.key(),
            source.date.map(|date| date.to_string()),
            source.place,
            source.setting,
            source.note,
        ])?;
        Ok(())
    }

    /// Removes a source with all that lies in it or hangs on it. Its text and the bytes it was made of stay.
    pub fn remove_source(&self, id: SourceId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM source WHERE id = ?")?.execute([id.key()])?;
        Ok(())
    }

    /// The bytes that a source was made of.
    pub fn original_of(&self, id: SourceId) -> Result<Option<Vec<u8>>, Error> {
        let mut statement = self.conn.prepare_cached(
            "SELECT original.bytes FROM source JOIN original ON original.hash = source.original WHERE source.id = ?",
        )?;
        Ok(statement.query_row([id.key()], |row| row.get(0)).optional()?)
    }

    /// Whether a source has this name.
    pub fn has_source_named(&self, name: &str) -> Result<bool, Error> {
        let mut statement = self.conn.prepare_cached("SELECT 1 FROM source WHERE name = ?")?;
        Ok(statement.exists([name])?)
    }

    /// The name of the source that was made of exactly these bytes.
    pub fn source_made_of(&self, original: &[u8]) -> Result<Option<String>, Error> {
        let mut statement =
            self.conn.prepare_cached("SELECT name FROM source WHERE original = ? ORDER BY number LIMIT 1")?;
        Ok(statement.query_row([text::hash(original)], |row| row.get(0)).optional()?)
    }

    /// The running number of the next source.
    pub fn next_source_number(&self) -> Result<u32, Error> {
        let mut statement = self.conn.prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM source")?;
        Ok(statement.query_row([], |row| row.get(0))?)
    }
}
