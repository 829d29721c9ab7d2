//! Closing a project file, so that exactly one file lies there and can be read from a read-only folder.

use super::open::PATIENCE;
use super::{Database, Error, open, opened};
use crate::domain::Say;
use rusqlite::Connection;
use std::time::Duration;

impl Database {
    /// Folds the log into the file and empties it; where somebody is reading just now, as far as possible.
    /// Never waits for them; whether all of it is folded in.
    pub fn checkpoint(&mut self) -> Result<bool, Error> {
        self.look_in_place()?;
        if self.is_read_only {
            return Ok(true);
        }
        self.conn.busy_timeout(Duration::ZERO)?;
        let folded = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        self.conn.busy_timeout(PATIENCE)?;
        Ok(folded? == 0)
    }

    /// Takes the opener off the list, folds the log in and leaves one file. Where another window or command on
    /// this device has the file open, the last one does the latter.
    pub fn close(&mut self) -> Result<(), Error> {
        if self.is_closed {
            return Ok(());
        }
        if self.is_read_only {
            self.is_closed = true;
            self.visit = None;
            // Gone before the file is looked at.
            self.conn = Connection::open_in_memory()?;
            self.held = None;
            // What lies there now may be another file, or its log another file's: not this one's to tidy up.
            if self.displaced.is_none()
                && !self.is_glance
                && !opened::has_foreign_log(&self.path, self.own_folder.as_deref())
                && let Err(error) = open::tidy(&self.path)
            {
                log::info!("tidying up: {}", error.mark());
            }
            return Ok(());
        }
        self.abandon_step();
        // Said on closing too: nobody may have looked since.
        if let Err(error) = self.look_in_place() {
            self.is_closed = true;
            return Err(error);
        }
        self.conn.flush_prepared_statement_cache();
        let is_shared = self.sign_out()?;
        self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))?;
        if open::leave_log(&self.conn, if is_shared { Duration::ZERO } else { open::PATIENCE_ON_LEAVING })? {
            opened::strike_out(&self.path, self.own_folder.as_deref());
        }
        self.is_closed = true;
        Ok(())
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
