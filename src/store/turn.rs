//! Turns of a source.

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{CharRange, SourceId, Turn};
use rusqlite::{Row, params};

fn read(row: &Row<'_>) -> rusqlite::Result<Turn> {
    Ok(Turn {
        id: key::id(row, "id")?,
        range: CharRange::new(row.get("start")?, row.get("end_")?),
        words: CharRange::new(row.get("words_start")?, row.get("words_end")?),
        label: row.get("label")?,
        informant: key::id_or_none(row, "informant")?,
        kind: key::word(row, "kind")?,
    })
}

impl Database {
    /// Adds a turn to a source; its positions count in the source's present text.
    pub fn add_turn(&self, source: SourceId, turn: &Turn) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO turn (id, source, start, words_start, words_end, end_, label, kind, informant)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                turn.id.key(),
                source.key(),
                turn.range.start.get(),
                turn.words.start.get(),
                turn.words.end.get(),
                turn.range.end.get(),
                turn.label,
                turn.kind.key(),
                turn.informant.map(Keyed::key),
            ])?;
        Ok(())
    }

    /// The turns of a source in order of position.
    pub fn turns(&self, source: SourceId) -> Result<Vec<Turn>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM turn WHERE source = ? ORDER BY start, end_, id")?;
        let rows = statement.query_map([source.key()], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
