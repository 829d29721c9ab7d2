//! Segments: the same place is the same segment, whoever codes it.

use super::key::{self, Keyed};
use super::{Database, Error, schema};
use crate::domain::{CharRange, LineNumber, RevisionId, Segment, SegmentId, SourceId};
use rusqlite::{OptionalExtension, Row, params};
use std::sync::Arc;

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
const COLUMNS: &str = "id, source, revision, start, end_, line, line_end, quote, reduction, is_key, letter, letter_end";
/// The same in a file of a version before [`schema::LETTERS`], which is read to be copied before it is brought up.
const COLUMNS_WITHOUT_LETTERS: &str =
    "id, source, revision, start, end_, line, line_end, quote, reduction, is_key, 0, 0";

fn read(row: &Row<'_>) -> rusqlite::Result<Segment> {
    Ok(Segment {
        id: key::id(row, 0)?,
        source: key::id(row, 1)?,
        revision: key::id(row, 2)?,
        range: CharRange::new(row.get(3)?, row.get(4)?),
        line: LineNumber::lettered(row.get(5)?, row.get(10)?),
        line_end: LineNumber::lettered(row.get(6)?, row.get(11)?),
        quote: row.get_ref(7)?.as_str()?.into(),
        // Most have none, and the empty one is shared.
        reduction: Some(row.get_ref(8)?.as_str()?).filter(|words| !words.is_empty()).map(Arc::from).unwrap_or_default(),
        is_key: row.get(9)?,
    })
}

/// What uses a segment goes to another one (`?1` to `?2`): what hangs there already stays, and gets the direction of
/// evidence of the other where it has none.
const CARRY: [&str; 6] = [
    "UPDATE evidence SET direction =
         (SELECT coming.direction FROM evidence AS coming WHERE coming.finding = evidence.finding AND coming.segment = ?1)
     WHERE segment = ?2 AND direction IS NULL AND EXISTS
         (SELECT 1 FROM evidence AS coming
          WHERE coming.finding = evidence.finding AND coming.segment = ?1 AND coming.direction IS NOT NULL)",
    "UPDATE evidence SET segment = ?2 WHERE segment = ?1 AND NOT EXISTS
         (SELECT 1 FROM evidence AS there WHERE there.finding = evidence.finding AND there.segment = ?2)",
    "UPDATE evaluation_evidence SET segment = ?2 WHERE segment = ?1 AND NOT EXISTS
         (SELECT 1 FROM evaluation_evidence AS there
          WHERE there.evaluation = evaluation_evidence.evaluation AND there.segment = ?2)",
    "UPDATE cell_note SET segment = ?2 WHERE segment = ?1",
    "UPDATE link SET a = ?2 WHERE a = ?1 AND b <> ?2 AND NOT EXISTS
         (SELECT 1 FROM link AS there WHERE there.a = ?2 AND there.b = link.b
          AND there.relation = link.relation AND there.coder = link.coder)",
    "UPDATE link SET b = ?2 WHERE b = ?1 AND a <> ?2 AND NOT EXISTS
         (SELECT 1 FROM link AS there WHERE there.b = ?2 AND there.a = link.a
          AND there.relation = link.relation AND there.coder = link.coder)",
];

impl Database {
    /// Adds a segment.
    pub fn add_segment(&self, segment: &Segment) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO segment
                     (id, source, revision, start, end_, line, line_end, quote, reduction, is_key, letter, letter_end)
                 VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
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
                segment.reduction,
                segment.is_key,
                segment.line.letter(),
                segment.line_end.letter(),
            ])?;
        Ok(())
    }

    /// Writes the core of a statement in the researcher's words.
    pub fn set_reduction(&self, id: SegmentId, words: &str) -> Result<(), Error> {
        self.conn.prepare_cached("UPDATE segment SET reduction = ? WHERE id = ?")?.execute(params![words, id.key()])?;
        Ok(())
    }

    /// Marks a segment as a key quotation, or takes the mark back.
    pub fn set_key_mark(&self, id: SegmentId, is_key: bool) -> Result<(), Error> {
        self.conn.prepare_cached("UPDATE segment SET is_key = ? WHERE id = ?")?.execute(params![is_key, id.key()])?;
        Ok(())
    }

    /// Has findings, evaluations, notes in cells and links that name a segment name another one. Its memo, reduction
    /// and mark are the caller's to join.
    pub fn carry_over(&self, from: SegmentId, to: SegmentId) -> Result<(), Error> {
        for sql in CARRY {
            self.conn.prepare_cached(sql)?.execute([from.key(), to.key()])?;
        }
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

    /// The same in a file of an older version, which need not have all of today's columns.
    pub(super) fn segments_of_version(&self, version: u32) -> Result<Vec<Segment>, Error> {
        if version >= schema::LETTERS {
            return self.segments();
        }
        let mut statement = self.conn.prepare(&format!("SELECT {COLUMNS_WITHOUT_LETTERS} FROM segment"))?;
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

#[cfg(test)]
impl Database {
    /// Hangs a finding with its evidence, an evaluation and a link to another segment on a segment.
    pub(crate) fn hang_on(&self, segment: SegmentId, other: SegmentId, code: crate::domain::CodeId) {
        let key = |number: u8| [number; 16].to_vec();
        let coder: Vec<u8> =
            self.conn.query_row("SELECT id FROM coder LIMIT 1", [], |row| row.get(0)).expect("a coder");
        self.conn.execute_batch("BEGIN; INSERT INTO temp.current_step VALUES (9999, 1)").expect("a step");
        for (sql, number, on) in [
            ("INSERT INTO finding (id, code, claim, ordinal, created) VALUES (?1, ?3, 'klaim', 0, 0)", 1, false),
            (
                "INSERT INTO evidence (id, finding, segment) VALUES (?1, X'01010101010101010101010101010101', ?2)",
                2,
                true,
            ),
            (
                "INSERT INTO evidence (id, finding, segment, direction)
                 VALUES (?1, X'01010101010101010101010101010101', ?2, 'partly')",
                3,
                false,
            ),
            (
                "INSERT INTO evaluation (id, code, value, reason, coder, changed)
                 VALUES (?1, ?3, 'optimal', 'alasan', ?4, 0)",
                4,
                true,
            ),
            (
                "INSERT INTO evaluation_evidence (id, evaluation, segment)
                 VALUES (?1, X'04040404040404040404040404040404', ?2)",
                6,
                true,
            ),
        ] {
            let on = if on { segment } else { other };
            let mut statement = self.conn.prepare(sql).expect("sound");
            let count = statement.parameter_count();
            let all: [&dyn rusqlite::ToSql; 4] = [&key(number), &on.key(), &code.key(), &coder];
            statement.execute(&all[..count]).expect("a row");
        }
        self.conn
            .execute(
                "INSERT INTO link (id, a, b, relation, coder, created) VALUES (?, ?, ?, 'explains', ?, 0)",
                params![key(5), segment.key(), other.key(), coder],
            )
            .expect("a link");
        self.conn
            .execute_batch("DELETE FROM change WHERE step = 9999; DELETE FROM temp.current_step; COMMIT")
            .expect("committed");
    }

    /// What names segments, each as `table: direction of the evidence`, by segment.
    pub(crate) fn hung(&self) -> Vec<(SegmentId, String)> {
        let sql = "SELECT segment, 'evidence ' || coalesce(direction, '-') FROM evidence
                   UNION ALL SELECT segment, 'evaluation' FROM evaluation_evidence
                   UNION ALL SELECT a, 'link' FROM link";
        let mut statement = self.conn.prepare(sql).expect("sound");
        let rows = statement.query_map([], |row| Ok((key::id(row, 0)?, row.get(1)?))).expect("rows");
        let mut all: Vec<(SegmentId, String)> = rows.map(|row| row.expect("a row")).collect();
        all.sort();
        all
    }
}
