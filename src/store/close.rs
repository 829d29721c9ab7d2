//! Closing a project file, so that exactly one file lies there and can be read from a read-only folder.

use super::open::PATIENCE;
use super::{Database, Error};
use crate::domain::Say;
use std::time::Duration;

impl Database {
    /// Folds the log into the file and empties it; where somebody is reading just now, as far as possible.
    /// Never waits for them; whether all of it is folded in.
    pub fn checkpoint(&self) -> Result<bool, Error> {
        if self.is_read_only {
            return Ok(true);
        }
        self.conn.busy_timeout(Duration::ZERO)?;
        let folded = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        self.conn.busy_timeout(PATIENCE)?;
        Ok(folded? == 0)
    }

    /// Folds the log in, leaves one file, and takes the opener off the list. Where another window or command
    /// on this device has the file open, the last one does so.
    pub fn close(&mut self) -> Result<(), Error> {
        if self.is_closed {
            return Ok(());
        }
        self.is_closed = true;
        if self.is_read_only {
            return Ok(());
        }
        self.abandon_step();
        self.conn.flush_prepared_statement_cache();
        self.conn.busy_timeout(Duration::from_millis(200))?;
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        let left = self.conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
        match left.map_err(Error::from) {
            Ok(_) => {
                if let Some(visit) = self.visit {
                    self.conn.execute("DELETE FROM visit WHERE id = ?", [visit.as_bytes()])?;
                }
                Ok(())
            }
            Err(Error::Busy) => Ok(()),
            Err(error) => Err(error),
        }
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // Dropped without `close`: a panic, an early return.
        if let Err(error) = self.close() {
            log::warn!("closing: {}", error.mark());
        }
    }
}
