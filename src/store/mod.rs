//! The project file: the only room with SQL.
//!
//! [`Database`] is an open file. Every table of user data is followed by the history; `project` is the only
//! caller that writes, and it does so between [`Database::begin_step`] and [`Database::end_step`].

mod anchor;
mod attribute;
mod backup;
mod cell;
mod check;
mod close;
mod code;
mod coding;
mod correction;
mod create;
mod displaced;
mod dump;
mod error;
mod evaluation;
mod exported;
mod finding;
mod history;
mod informant;
mod key;
mod label;
mod look;
mod many;
mod memo;
mod network;
mod open;
mod opened;
mod progress;
mod project;
mod purge;
pub mod rescue;
mod schema;
mod segment;
mod source;
mod sweep;
mod text;
mod turn;
mod verdict;
mod visit;

#[cfg(test)]
mod tests;

pub use backup::{Contents, Copy, Making, Mark, Pace, Visitor, put_aside_raw, visitor_at};
pub use check::Fault;
pub use code::{Hung, HungOn};
pub use create::Draft;
pub use displaced::Displaced;
pub use dump::dump;
pub use error::{Error, Notice};
pub use exported::{ExportRow, Since};
pub use history::{FieldChange, Fields, RowChange, StepRow, Touched, digits};
pub use key::{Key, Keyed};
pub use open::{Opening, folder_of, is_older};
pub use opened::set_foreign_log_aside;
pub use purge::Written;
pub use segment::Place;
pub use text::revision_id;
pub use visit::Visit;

use rusqlite::Connection;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// An open project file. One connection, one thread.
pub struct Database {
    conn: Connection,
    path: PathBuf,
    tables: Vec<schema::Table>,
    is_read_only: bool,
    is_closed: bool,
    /// The row of `visit` that says that this connection has the file open.
    visit: Option<visit::Own>,
    /// `data_version` when the file was last read whole.
    seen: i64,
    /// Where the file is read from a copy: its folder, which goes behind the connection.
    _copy: Option<TempDir>,
    /// What became of the file, where it is not at its place any more.
    displaced: Option<Displaced>,
    /// Which files the log and its index are, while the file is open for writing.
    beside: [Option<(u64, u64)>; 2],
    /// Where this machine keeps what belongs to the program.
    own_folder: Option<PathBuf>,
    held: Option<opened::Held>,
    /// Whether what lies beside the file is nobody's business here: it is only looked at.
    is_glance: bool,
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
    ///
    /// # Errors
    /// Another device has taken over, or the file cannot be read.
    pub fn is_changed_by_others(&mut self) -> Result<bool, Error> {
        let now = open::data_version(&self.conn).map_err(|error| error.of(&self.path))?;
        let is_changed = std::mem::replace(&mut self.seen, now) != now;
        if is_changed {
            self.confirm_visit()?;
        }
        Ok(is_changed)
    }

    /// Begins a read that sees one state of the file, whatever others write meanwhile.
    pub fn reading<T>(&self, read: impl FnOnce(&Self) -> Result<T, Error>) -> Result<T, Error> {
        if !self.conn.is_autocommit() {
            return read(self);
        }
        let whole = || {
            let transaction = self.conn.unchecked_transaction()?;
            let value = read(self)?;
            transaction.finish()?;
            Ok(value)
        };
        whole().map_err(|error: Error| error.of(&self.path))
    }
}
