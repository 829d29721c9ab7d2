//! Closing a project file, so that exactly one file lies there and can be read from a read-only folder.

use super::{Database, Error, opened};
use std::time::Duration;

impl Database {
    /// Folds the log into the file and empties it; where somebody is reading just now, as far as possible.
    pub fn checkpoint(&mut self) -> Result<(), Error> {
        self.look_in_place()?;
        if self.is_read_only {
            return Ok(());
        }
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        Ok(())
    }

    /// Folds the log in, leaves one file, and takes the opener off the list. Where another window or command
    /// on this device has the file open, the last one does so.
    pub fn close(&mut self) -> Result<(), Error> {
        if self.is_closed {
            return Ok(());
        }
        if self.is_read_only {
            self.is_closed = true;
            return Ok(());
        }
        self.abandon_step();
        // Said on closing too: nobody may have looked since.
        if let Err(error) = self.look_in_place() {
            self.is_closed = true;
            return Err(error);
        }
        self.conn.flush_prepared_statement_cache();
        self.conn.busy_timeout(Duration::from_millis(200))?;
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        let left = self.conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
        match left.map_err(Error::from) {
            Ok(_) => {
                if let Some(visit) = self.visit {
                    self.conn.execute("DELETE FROM visit WHERE id = ?", [visit.as_bytes()])?;
                }
                opened::strike_out(&self.path, self.own_folder.as_deref());
            }
            Err(Error::Busy) => {}
            Err(error) => return Err(error),
        }
        self.is_closed = true;
        Ok(())
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        // Dropped without `close`: a panic, an early return.
        if let Err(error) = self.close() {
            log::warn!("close {}: {error}", self.path.display());
        }
    }
}
