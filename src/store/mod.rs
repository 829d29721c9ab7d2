//! The project file: the only room with SQL.
//!
//! [`Database`] is an open file. Every table of user data is followed by the history; `project` is the only
//! caller that writes, and it does so between [`Database::begin_step`] and [`Database::end_step`].

mod check;
mod close;
mod code;
mod coding;
mod create;
mod displaced;
mod dump;
mod error;
mod finding;
mod history;
mod informant;
mod key;
mod memo;
mod network;
mod open;
mod opened;
mod project;
mod schema;
mod segment;
mod source;
mod sweep;
mod text;
mod turn;

#[cfg(test)]
mod tests;

pub use check::Fault;
pub use create::Draft;
pub use displaced::Displaced;
pub use dump::dump;
pub use error::{Error, Notice};
pub use history::{StepRow, Touched};
pub use key::{Key, Keyed};
pub use open::Opening;
pub use segment::Place;
pub use text::revision_id;

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// An open project file. One connection, one thread.
pub struct Database {
    conn: Connection,
    path: PathBuf,
    tables: Vec<schema::Table>,
    is_read_only: bool,
    is_closed: bool,
    /// The row of `visit` that says that this connection has the file open.
    visit: Option<Uuid>,
    /// `data_version` when the file was last read whole.
    seen: i64,
    /// What became of the file, where it is not at its place any more.
    displaced: Option<Displaced>,
    /// Which files the log and its index are, while the file is open for writing.
    beside: [Option<(u64, u64)>; 2],
    /// Where this machine keeps what belongs to the program.
    own_folder: Option<PathBuf>,
    _held: opened::Held,
}

impl Database {
    /// Where the file lies.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Whether writes are refused.
    pub const fn is_read_only(&self) -> bool {
        self.is_read_only
    }

    /// Whether another process has changed the file since this was asked last.
    pub fn is_changed_by_others(&mut self) -> Result<bool, Error> {
        let now: i64 = self.conn.prepare_cached("PRAGMA data_version")?.query_row([], |row| row.get(0))?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }

    /// Begins a read that sees one state of the file, whatever others write meanwhile.
    pub fn reading<T>(&self, read: impl FnOnce(&Self) -> Result<T, Error>) -> Result<T, Error> {
        if !self.conn.is_autocommit() {
            return read(self);
        }
        let transaction = self.conn.unchecked_transaction()?;
        let value = read(self)?;
        transaction.finish()?;
        Ok(value)
    }
}
