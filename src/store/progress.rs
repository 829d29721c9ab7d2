//! How far each coder says to be with each source.

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{Progress, ProgressId};
use rusqlite::params;

impl Database {
    /// What coders have said about how far they are, in no particular order.
    pub fn progress(&self) -> Result<Vec<Progress>, Error> {
        let mut statement =
            self.conn.prepare_cached("SELECT source, coder, is_finished FROM progress ORDER BY source, coder")?;
        let rows = statement.query_map([], |row| {
            Ok(Progress { source: key::id(row, 0)?, coder: key::id(row, 1)?, is_finished: row.get(2)? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps how far a coder is with a source; `id` is used where nothing was kept yet.
    pub fn put_progress(&self, id: ProgressId, progress: &Progress) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO progress (id, source, coder, is_finished) VALUES (?, ?, ?, ?)
                 ON CONFLICT (source, coder) DO UPDATE SET is_finished = excluded.is_finished",
            )?
            .execute(params![id.key(), progress.source.key(), progress.coder.key(), progress.is_finished])?;
        Ok(())
    }
}
