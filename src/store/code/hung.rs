//! What hangs on a code beside its codings: findings, verdicts, notes in cells, evaluations, questions. When two codes
//! become one, it moves, or is joined with what hangs there already.

use crate::domain::{CodeId, MemoHost, MemoId};
use crate::store::key::Keyed;
use crate::store::{Database, Error};
use rusqlite::params;
use uuid::Uuid;

/// A kind of judgement of which a code has one a place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum HungOn {
    /// The verdict of a row on an axis.
    Verdict,
    /// What is written in a cell.
    CellNote,
    /// How well a role is carried out.
    Evaluation,
}

impl HungOn {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Verdict, Self::CellNote, Self::Evaluation];

    const fn select(self) -> &'static str {
        match self {
            Self::Verdict => include_str!("verdicts.sql"),
            Self::CellNote => include_str!("cell_notes.sql"),
            Self::Evaluation => include_str!("evaluations.sql"),
        }
    }

    /// (table, column of the code, column of the value, column of the words).
    const fn columns(self) -> (&'static str, &'static str, &'static str, &'static str) {
        match self {
            Self::Verdict => ("verdict", "code", "value", "conclusion"),
            Self::CellNote => ("cell_note", "row_code", "empty_reason", "summary"),
            Self::Evaluation => ("evaluation", "code", "value", "reason"),
        }
    }
}

/// Such a judgement.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Hung {
    /// Its id.
    pub id: Uuid,
    /// Where it stands: two of one code never have the same.
    pub place: String,
    /// What was chosen; may be empty in a cell.
    pub value: String,
    /// What was written; may be empty.
    pub words: String,
}

impl Database {
    /// What of a kind hangs on a code.
    pub fn hung_on(&self, kind: HungOn, code: CodeId) -> Result<Vec<Hung>, Error> {
        let mut statement = self.conn.prepare_cached(kind.select())?;
        let rows = statement.query_map([code.key()], |row| {
            Ok(Hung {
                id: Uuid::from_bytes(row.get("id")?),
                place: row.get("place")?,
                value: row.get("value")?,
                words: row.get("words")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Hangs it on another code, which has none in that place.
    pub fn move_hung(&self, kind: HungOn, id: Uuid, to: CodeId) -> Result<(), Error> {
        let (table, code, ..) = kind.columns();
        self.conn
            .prepare_cached(&format!("UPDATE {table} SET {code} = ?1 WHERE id = ?2"))?
            .execute(params![to.key(), id.into_bytes()])?;
        Ok(())
    }

    /// Writes value and words of one anew; a note gets the segment of another one where it has none, an evaluation
    /// all that the other one cites.
    pub fn join_hung(&self, kind: HungOn, joined: &Hung, with: Uuid) -> Result<(), Error> {
        let (table, _, value, words) = kind.columns();
        let sql = format!("UPDATE {table} SET {value} = nullif(?2, ''), {words} = ?3 WHERE id = ?1");
        let (id, with) = (joined.id.into_bytes(), with.into_bytes());
        self.conn.prepare_cached(&sql)?.execute(params![id, joined.value, joined.words])?;
        let segments = match kind {
            HungOn::Verdict => return Ok(()),
            HungOn::CellNote => include_str!("join_note.sql"),
            HungOn::Evaluation => include_str!("join_evaluation.sql"),
        };
        self.conn.prepare_cached(segments)?.execute([id, with])?;
        Ok(())
    }

    /// How many findings stand under a code.
    pub fn finding_count(&self, code: CodeId) -> Result<u32, Error> {
        let mut statement = self.conn.prepare_cached("SELECT count(*) FROM finding WHERE code = ?")?;
        Ok(statement.query_row([code.key()], |row| row.get(0))?)
    }

    /// Moves findings and interview questions under another code, findings behind those that stand there.
    pub fn move_findings(&self, from: CodeId, to: CodeId) -> Result<(), Error> {
        self.conn.prepare_cached(include_str!("move_findings.sql"))?.execute([from.key(), to.key()])?;
        self.conn.prepare_cached("UPDATE question SET code = ?2 WHERE code = ?1")?.execute([from.key(), to.key()])?;
        Ok(())
    }

    /// Puts a coding under another code; there is none of the same segment and coder.
    pub fn set_coding_code(&self, coding: crate::domain::CodingId, code: CodeId) -> Result<(), Error> {
        self.conn.prepare_cached("UPDATE coding SET code = ? WHERE id = ?")?.execute([code.key(), coding.key()])?;
        Ok(())
    }

    /// Hangs a memo of a code, a segment or a coding on another one.
    pub fn move_memo(&self, memo: MemoId, to: MemoHost) -> Result<(), Error> {
        let (sql, key) = match to {
            MemoHost::Code(id) => ("UPDATE memo SET code = ? WHERE id = ?", id.key()),
            MemoHost::Segment(id) => ("UPDATE memo SET segment = ? WHERE id = ?", id.key()),
            MemoHost::Coding(id) => ("UPDATE memo SET coding = ? WHERE id = ?", id.key()),
            _ => return Ok(()),
        };
        self.conn.prepare_cached(sql)?.execute([key, memo.key()])?;
        Ok(())
    }

    /// Whether nothing but codings uses a segment.
    pub fn is_only_coded(&self, segment: crate::domain::SegmentId) -> Result<bool, Error> {
        Ok(self.conn.prepare_cached(include_str!("is_only_coded.sql"))?.exists([segment.key()])?)
    }
}

#[cfg(test)]
impl Database {
    /// Gives two codes what can hang on them: a finding under one, verdicts on both in the same place, an evaluation.
    pub(crate) fn fill_judgements(&self, from: CodeId, into: CodeId) {
        let key = |number: u8| [number; 16].to_vec();
        let coder: Vec<u8> =
            self.conn.query_row("SELECT id FROM coder LIMIT 1", [], |row| row.get(0)).expect("a coder");
        self.conn.execute_batch("BEGIN; INSERT INTO temp.current_step VALUES (9999, 1)").expect("a step");
        self.conn
            .execute(
                "INSERT INTO finding (id, code, claim, ordinal, created) VALUES (?, ?, 'klaim satu', 0, 0)",
                params![key(1), from.key()],
            )
            .expect("a finding");
        for (number, code, value, words) in
            [(2, from, "dissonance", "simpulan satu"), (3, into, "partial", "simpulan dua")]
        {
            self.conn
                .execute(
                    "INSERT INTO verdict (id, code, axis, value, conclusion, coder, changed) VALUES (?, ?, 'group', ?, ?, ?, 0)",
                    params![key(number), code.key(), value, words, coder],
                )
                .expect("a verdict");
        }
        self.conn
            .execute(
                "INSERT INTO evaluation (id, code, value, reason, coder, changed) VALUES (?, ?, 'optimal', 'alasan', ?, 0)",
                params![key(4), from.key(), coder],
            )
            .expect("an evaluation");
        self.conn
            .execute_batch("DELETE FROM change WHERE step = 9999; DELETE FROM temp.current_step; COMMIT")
            .expect("committed");
    }
}
