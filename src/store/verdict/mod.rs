//! Verdicts and conclusions of rows, one a row and axis.

use super::key::{self, Key, Keyed};
use super::{Database, Error};
use crate::domain::{Axis, CodeId, CoderId, FindingId, RowKey, RowVerdict, Timestamp, Verdict};
use rusqlite::{OptionalExtension, Row, params};
use uuid::Uuid;

const SELECT: &str = include_str!("select.sql");
const PUT: [&str; 2] = [include_str!("update.sql"), include_str!("insert.sql")];

/// The row that two columns name, of which one is empty.
pub(super) fn row_of(row: &Row<'_>, code: &str, finding: &str) -> rusqlite::Result<RowKey> {
    match key::id_or_none::<CodeId>(row, code)? {
        Some(code) => Ok(RowKey::Code(code)),
        None => key::id::<FindingId>(row, finding).map(RowKey::Finding),
    }
}

/// The two columns that name a row.
pub(super) fn keys_of(row: RowKey) -> (Option<Key>, Option<Key>) {
    (row.code().map(Keyed::key), row.finding().map(Keyed::key))
}

fn read(row: &Row<'_>) -> rusqlite::Result<RowVerdict> {
    Ok(RowVerdict {
        row: row_of(row, "code", "finding")?,
        axis: key::word(row, "axis")?,
        value: key::word(row, "value")?,
        suggested: key::word_or_none(row, "suggested")?,
        silent: key::list(row, "silent")?,
        conclusion: row.get("conclusion")?,
        coder: row.get("coder_name")?,
        changed: Timestamp::from_millis(row.get("changed")?),
        basis: row.get("basis")?,
    })
}

impl Database {
    /// All verdicts, in no order that means anything.
    pub fn verdicts(&self) -> Result<Vec<RowVerdict>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} ORDER BY verdict.id"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The verdict of a row on an axis.
    pub fn verdict(&self, of: RowKey, by: Axis) -> Result<Option<RowVerdict>, Error> {
        let (code, finding) = keys_of(of);
        let mut statement = self.conn.prepare_cached(&format!(
            "{SELECT} WHERE verdict.code IS ? AND verdict.finding IS ? AND verdict.axis = ?"
        ))?;
        Ok(statement.query_row(params![code, finding, by.key()], read).optional()?)
    }

    /// Writes a verdict; `new` is the key of a new one. Who wrote it is `coder`.
    pub fn put_verdict(&self, verdict: &RowVerdict, coder: CoderId, new: Uuid) -> Result<(), Error> {
        let (code, finding) = keys_of(verdict.row);
        let id: Key = new.into_bytes();
        for sql in PUT {
            let changed = self.conn.prepare_cached(sql)?.execute(params![
                id,
                code,
                finding,
                verdict.axis.key(),
                verdict.value.key(),
                verdict.suggested.map(Verdict::key),
                key::to_list(&verdict.silent)?,
                verdict.conclusion,
                coder.key(),
                verdict.changed.millis(),
                verdict.basis,
            ])?;
            if changed > 0 {
                break;
            }
        }
        Ok(())
    }

    /// Removes the verdict of a row on an axis.
    pub fn remove_verdict(&self, of: RowKey, by: Axis) -> Result<(), Error> {
        let (code, finding) = keys_of(of);
        self.conn
            .prepare_cached("DELETE FROM verdict WHERE code IS ? AND finding IS ? AND axis = ?")?
            .execute(params![code, finding, by.key()])?;
        Ok(())
    }
}
