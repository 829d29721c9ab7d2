//! Evaluations of roles and the quotations that they cite, one a code.

use super::key::{self, Key, Keyed};
use super::{Database, Error};
use crate::domain::{CodeId, CoderId, Evaluation, SegmentId, Timestamp};
use rusqlite::{Row, params};
use std::collections::HashMap;
use uuid::Uuid;

const SELECT: &str = include_str!("select.sql");

/// The evaluation without what it cites, and its key.
fn read(row: &Row<'_>) -> rusqlite::Result<(Key, Evaluation)> {
    let evaluation = Evaluation {
        code: key::id(row, "code")?,
        value: key::word(row, "value")?,
        reason: row.get("reason")?,
        segments: Vec::new(),
        coder: row.get("coder_name")?,
        changed: Timestamp::from_millis(row.get("changed")?),
    };
    Ok((row.get("id")?, evaluation))
}

impl Database {
    /// All evaluations, in no order that means anything; what they cite in the order it was cited.
    pub fn evaluations(&self) -> Result<Vec<Evaluation>, Error> {
        let mut statement =
            self.conn.prepare_cached("SELECT evaluation, segment FROM evaluation_evidence ORDER BY id")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, Key>(0)?, key::id::<SegmentId>(row, 1)?)))?;
        let mut cited: HashMap<Key, Vec<SegmentId>> = HashMap::new();
        for row in rows {
            let (evaluation, segment) = row?;
            cited.entry(evaluation).or_default().push(segment);
        }
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} ORDER BY evaluation.id"))?;
        let rows = statement.query_map([], read)?;
        let mut evaluations = Vec::new();
        for row in rows {
            let (id, mut evaluation) = row?;
            evaluation.segments = cited.remove(&id).unwrap_or_default();
            evaluations.push(evaluation);
        }
        Ok(evaluations)
    }

    /// The evaluation of a code.
    pub fn evaluation(&self, code: CodeId) -> Result<Option<Evaluation>, Error> {
        Ok(self.evaluations()?.into_iter().find(|evaluation| evaluation.code == code))
    }

    /// Writes an evaluation with what it cites; `new` makes the keys of new rows. Who wrote it is `coder`.
    pub fn put_evaluation(
        &self,
        evaluation: &Evaluation,
        coder: CoderId,
        mut new: impl FnMut() -> Uuid,
    ) -> Result<(), Error> {
        let (fresh, code): (Key, Key) = (new().into_bytes(), evaluation.code.key());
        self.conn
            .prepare_cached(
                "INSERT INTO evaluation (id, code, value, reason, coder, changed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (code) DO UPDATE SET value = ?3, reason = ?4, coder = ?5, changed = ?6",
            )?
            .execute(params![
                fresh,
                code,
                evaluation.value.key(),
                evaluation.reason,
                coder.key(),
                evaluation.changed.millis()
            ])?;
        let mut statement = self.conn.prepare_cached("SELECT id FROM evaluation WHERE code = ?")?;
        let id: Key = statement.query_row([code], |row| row.get(0))?;
        let mut statement = self.conn.prepare_cached("SELECT segment FROM evaluation_evidence WHERE evaluation = ?")?;
        let there = statement.query_map([id], |row| key::id::<SegmentId>(row, 0))?;
        let there: Vec<SegmentId> = there.collect::<Result<_, _>>()?;
        for gone in there.iter().filter(|segment| !evaluation.segments.contains(segment)) {
            self.conn
                .prepare_cached("DELETE FROM evaluation_evidence WHERE evaluation = ? AND segment = ?")?
                .execute([id, gone.key()])?;
        }
        for cited in evaluation.segments.iter().filter(|segment| !there.contains(segment)) {
            let fresh: Key = new().into_bytes();
            self.conn
                .prepare_cached("INSERT INTO evaluation_evidence (id, evaluation, segment) VALUES (?, ?, ?)")?
                .execute([fresh, id, cited.key()])?;
        }
        Ok(())
    }

    /// Removes the evaluation of a code.
    pub fn remove_evaluation(&self, code: CodeId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM evaluation WHERE code = ?")?.execute([code.key()])?;
        Ok(())
    }
}
