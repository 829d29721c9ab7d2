//! Segments: the same place is the same segment, whoever codes it.

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{CharRange, LineNumber, RevisionId, Segment, SegmentId, SourceId};
use rusqlite::{OptionalExtension, Row, params};

/// A place in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Place {
    /// The source.
    pub source: SourceId,
    /// Its text.
    pub revision: RevisionId,
    /// Where, in code points.
    pub range: CharRange,
}

/// The columns of [`read`], in its order: by number, because a name is looked up anew in every row.
const COLUMNS: &str = "id, source, revision, start, end_, line, line_end, quote";

fn read(row: &Row<'_>) -> rusqlite::Result<Segment> {
    Ok(Segment {
        id: key::id(row, 0)?,
        source: key::id(row, 1)?,
        revision: key::id(row, 2)?,
        range: CharRange::new(row.get(3)?, row.get(4)?),
        line: LineNumber::new(row.get(5)?),
        line_end: LineNumber::new(row.get(6)?),
        quote: row.get_ref(7)?.as_str()?.into(),
    })
}

impl Database {
    /// Adds a segment.
    pub fn add_segment(&self, segment: &Segment) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO segment (id, source, revision, start, end_, line, line_end, quote)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            )?
            .execute(params![
                segment.id.key(),
                segment.source.key(),
                segment.revision.key(),
                segment.range.start.get(),
                segment.range.end.get(),
                segment.line.get(),
                segment.line_end.get(),
                segment.quote,
            ])?;
        Ok(())
    }

    /// The segment at a place.
    pub fn segment_at(&self, place: Place) -> Result<Option<SegmentId>, Error> {
        let mut statement = self
            .conn
            .prepare_cached("SELECT id FROM segment WHERE source = ? AND revision = ? AND start = ? AND end_ = ?")?;
        let found = statement.query_row(
            params![place.source.key(), place.revision.key(), place.range.start.get(), place.range.end.get()],
            |row| key::id(row, "id"),
        );
        Ok(found.optional()?)
    }

    /// The segment of an id.
    pub fn segment(&self, id: SegmentId) -> Result<Option<Segment>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM segment WHERE id = ?"))?;
        Ok(statement.query_row([id.key()], read).optional()?)
    }

    /// All segments, as they lie in the file; putting them in order would cost half of opening a project.
    pub fn segments(&self) -> Result<Vec<Segment>, Error> {
        let mut statement = self.conn.prepare(&format!("SELECT {COLUMNS} FROM segment"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The segments of a source, in no particular order.
    pub fn segments_of(&self, source: SourceId) -> Result<Vec<Segment>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM segment WHERE source = ?"))?;
        let rows = statement.query_map([source.key()], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Removes a segment that nothing uses any more: no coding, memo, evidence, note or link, no reduction
    /// and no key mark. Whether it was removed.
    pub fn remove_segment_if_unused(&self, id: SegmentId) -> Result<bool, Error> {
        let is_unused = self.conn.prepare_cached(include_str!("is_unused.sql"))?.exists([id.key()])?;
        if is_unused {
            self.conn.prepare_cached("DELETE FROM segment WHERE id = ?")?.execute([id.key()])?;
        }
        Ok(is_unused)
    }
}
