//! Codings and coders.

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{CodeId, Coder, CoderId, Coding, CodingId, Direction, SegmentId, Timestamp};
use rusqlite::{OptionalExtension, Row, params};

/// The columns of [`read`], in its order: by number, because a name is looked up anew in every row.
const COLUMNS: &str = "id, segment, code, coder, direction, created";

fn read(row: &Row<'_>) -> rusqlite::Result<Coding> {
    Ok(Coding {
        id: key::id(row, 0)?,
        segment: key::id(row, 1)?,
        code: key::id(row, 2)?,
        coder: key::id(row, 3)?,
        direction: key::word_or_none(row, 4)?,
        created: Timestamp::from_millis(row.get(5)?),
    })
}

fn read_coder(row: &Row<'_>) -> rusqlite::Result<Coder> {
    Ok(Coder { id: key::id(row, "id")?, name: row.get("name")?, kind: key::word(row, "kind")? })
}

impl Database {
    /// Adds a coding; its segment, code and coder are there already.
    pub fn add_coding(&self, coding: &Coding) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO coding (id, segment, code, coder, direction, created) VALUES (?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                coding.id.key(),
                coding.segment.key(),
                coding.code.key(),
                coding.coder.key(),
                coding.direction.map(Direction::key),
                coding.created.millis(),
            ])?;
        Ok(())
    }

    /// The coding of a segment under a code by a coder.
    pub fn coding_of(&self, segment: SegmentId, code: CodeId, coder: CoderId) -> Result<Option<Coding>, Error> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM coding WHERE segment = ? AND code = ? AND coder = ?"))?;
        Ok(statement.query_row([segment.key(), code.key(), coder.key()], read).optional()?)
    }

    /// The coding of an id.
    pub fn coding(&self, id: CodingId) -> Result<Option<Coding>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM coding WHERE id = ?"))?;
        Ok(statement.query_row([id.key()], read).optional()?)
    }

    /// All codings.
    pub fn codings(&self) -> Result<Vec<Coding>, Error> {
        let mut statement = self.conn.prepare(&format!("SELECT {COLUMNS} FROM coding ORDER BY id"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The codings of a segment.
    pub fn codings_of(&self, segment: SegmentId) -> Result<Vec<Coding>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM coding WHERE segment = ?"))?;
        let rows = statement.query_map([segment.key()], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Puts a coding on a segment under a code; there is none of the same coder.
    pub fn place_coding(&self, id: CodingId, segment: SegmentId, code: CodeId) -> Result<(), Error> {
        self.conn.prepare_cached("UPDATE coding SET segment = ?, code = ? WHERE id = ?")?.execute([
            segment.key(),
            code.key(),
            id.key(),
        ])?;
        Ok(())
    }

    /// Sets the direction of a coding.
    pub fn set_direction(&self, id: CodingId, direction: Option<Direction>) -> Result<(), Error> {
        self.conn
            .prepare_cached("UPDATE coding SET direction = ? WHERE id = ?")?
            .execute(params![direction.map(Direction::key), id.key()])?;
        Ok(())
    }

    /// Removes a coding; its memos go with it.
    pub fn remove_coding(&self, id: CodingId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM coding WHERE id = ?")?.execute([id.key()])?;
        Ok(())
    }

    /// Adds a coder.
    pub fn add_coder(&self, coder: &Coder) -> Result<(), Error> {
        self.conn.prepare_cached("INSERT INTO coder (id, name, kind) VALUES (?, ?, ?)")?.execute(params![
            coder.id.key(),
            coder.name,
            coder.kind.key()
        ])?;
        Ok(())
    }

    /// The coder of a name.
    pub fn coder_named(&self, name: &str) -> Result<Option<Coder>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM coder WHERE name = ?")?;
        Ok(statement.query_row([name], read_coder).optional()?)
    }

    /// The coder of an id.
    pub fn coder(&self, id: CoderId) -> Result<Option<Coder>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM coder WHERE id = ?")?;
        Ok(statement.query_row([id.key()], read_coder).optional()?)
    }

    /// All coders by name.
    pub fn coders(&self) -> Result<Vec<Coder>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM coder ORDER BY name")?;
        let rows = statement.query_map([], read_coder)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
