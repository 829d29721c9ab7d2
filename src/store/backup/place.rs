//! The place of a project file: whether somebody has it open, and putting aside what lies there however damaged
//! it is.

use crate::domain::Timestamp;
use crate::store::{Error, look, open, visit};
use rusqlite::Connection;
use std::fs;
use std::path::Path;
use std::time::Duration;

/// What may lie beside a file that was not closed.
pub(super) const LOGS: [&str; 3] = ["-wal", "-shm", "-journal"];

/// Who has a file open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Visitor {
    /// Name of the coder; empty where it is not known.
    pub coder: String,
    /// Name of the device; empty where it is not known.
    pub device: String,
    /// Since when, where it is known.
    pub since: Option<Timestamp>,
}

/// Who else has the project file open, seen from `device`; a left-over log is folded in where nobody has.
///
/// # Errors
/// The file cannot be read.
pub fn visitor_at(path: &Path, device: &str) -> Result<Option<Visitor>, Error> {
    look::look_at(path)?;
    let conn = open::connect(path, false)?;
    open::configure(&conn)?;
    let version = open::version_of(&conn, path)?;
    conn.busy_timeout(Duration::ZERO)?;
    // In a write-ahead log this wants the file for itself, so whoever has it open on this device is noticed.
    let left = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
    match left.map_err(Error::from) {
        // Left over by who crashed: nobody of this device has it open. Another device is not seen by locks.
        Ok(mode) if mode != "wal" => visitor(&conn, version, Some(device)),
        Ok(_) | Err(Error::Busy) => {
            let unknown = Visitor { coder: String::new(), device: String::new(), since: None };
            Ok(Some(visitor(&conn, version, None).ok().flatten().unwrap_or(unknown)))
        }
        Err(Error::ReadOnly) => visitor(&conn, version, Some(device)),
        Err(error) => Err(error),
    }
}

/// The newest opener on the list; only those of other devices than `but`.
fn visitor(conn: &Connection, version: u32, but: Option<&str>) -> Result<Option<Visitor>, Error> {
    let newest = visit::all(conn, version)?.into_iter().rfind(|visit| but != Some(visit.device.as_str()));
    Ok(newest.map(|visit| Visitor { coder: visit.coder, device: visit.device, since: Some(visit.opened) }))
}

/// Copies the bytes of a file that cannot be opened, and the logs beside it, to `to`.
///
/// # Errors
/// The bytes cannot be read or written; nothing is left behind then.
pub fn put_aside_raw(path: &Path, to: &Path) -> Result<(), Error> {
    let copied = copy_bytes(path, to);
    if copied.is_err() {
        for suffix in ["", "-wal", "-journal"] {
            let left = open::with_suffix(to, suffix);
            if left.exists()
                && let Err(error) = fs::remove_file(&left)
            {
                log::warn!("removing what was begun: {}", error.kind());
            }
        }
    }
    copied
}

fn copy_bytes(path: &Path, to: &Path) -> Result<(), Error> {
    for suffix in ["-wal", "-journal", ""] {
        let (from, to) = (open::with_suffix(path, suffix), open::with_suffix(to, suffix));
        if suffix.is_empty() || from.exists() {
            fs::copy(&from, &to).map_err(|error| Error::of_file(&to, &error))?;
            let written = fs::File::options().write(true).open(&to).and_then(|file| file.sync_all());
            written.map_err(|error| Error::of_file(&to, &error))?;
        }
    }
    Ok(())
}
