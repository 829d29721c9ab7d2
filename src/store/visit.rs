//! Who has the file open: one row an opener, written on opening and taken off on closing. A heart-beat would
//! make a syncing program upload every minute, so whether an opener on this device still lives is told by a lock
//! that it holds in the user's own folder: the system lets go of it when the program ends, however it ends.

use super::open::Opening;
use super::{Database, Error};
use crate::domain::Timestamp;
use rusqlite::{Connection, OptionalExtension, Row, params};
use sha2::{Digest, Sha256};
use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use uuid::Uuid;

/// Somebody who has, or had, the file open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Visit {
    /// Its id.
    pub(super) id: Uuid,
    /// Name of the coder.
    pub coder: String,
    /// Name of the device.
    pub device: String,
    /// Since when.
    pub opened: Timestamp,
}

/// What is known of an opener on this device.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Presence {
    Here,
    Gone,
    Unknown,
}

/// Openers on this device, told apart.
#[derive(Debug, Default)]
pub(super) struct Others {
    /// Those that have the file open just now, the longest first.
    pub here: Vec<Visit>,
    /// Those that ended without closing it.
    pub crashed: Vec<Visit>,
}

/// The opener's own row and lock.
pub(super) struct Own {
    visit: Visit,
    /// Number of the last step when it was opened.
    step: i64,
    _lock: Option<Lock>,
    locks: Option<PathBuf>,
}

#[cfg(test)]
impl Own {
    /// Lets go of the lock as the system does when a program is killed.
    pub(super) fn die(mut self) {
        if let Some(mut lock) = self._lock.take() {
            drop(lock.file.take());
            std::mem::forget(lock);
        }
    }
}

/// A lock that says that an opener lives.
struct Lock {
    file: Option<File>,
    path: PathBuf,
}

impl Drop for Lock {
    fn drop(&mut self) {
        // An open file cannot be removed on every system.
        drop(self.file.take());
        if let Err(error) = std::fs::remove_file(&self.path) {
            log::info!("a lock stays: {}", error.kind());
        }
    }
}

/// One project may lie in several places (a copy made while it was open), each with the same rows.
fn lock_path(folder: &Path, file: &Path, id: Uuid) -> PathBuf {
    let file = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
    let hash = Sha256::digest(file.as_os_str().as_encoded_bytes());
    let place: String = hash.iter().take(8).map(|byte| format!("{byte:02x}")).collect();
    folder.join(format!("{id}-{place}"))
}

fn lock(folder: &Path, file: &Path, id: Uuid) -> Option<Lock> {
    let path = lock_path(folder, file, id);
    let locked = std::fs::create_dir_all(folder).and_then(|()| {
        let file = File::create(&path)?;
        file.try_lock().map_err(std::io::Error::from)?;
        Ok(file)
    });
    match locked {
        Ok(file) => Some(Lock { file: Some(file), path }),
        Err(error) => {
            log::warn!("no lock: {}", error.kind());
            None
        }
    }
}

fn presence(folder: Option<&Path>, file: &Path, id: Uuid) -> Presence {
    let Some(folder) = folder else { return Presence::Unknown };
    let path = lock_path(folder, file, id);
    let Ok(found) = OpenOptions::new().write(true).open(&path) else { return Presence::Unknown };
    match found.try_lock() {
        Ok(()) => {
            drop(Lock { file: Some(found), path });
            Presence::Gone
        }
        Err(TryLockError::WouldBlock) => Presence::Here,
        Err(TryLockError::Error(_)) => Presence::Unknown,
    }
}

fn read(row: &Row<'_>) -> rusqlite::Result<Visit> {
    Ok(Visit {
        id: Uuid::from_bytes(row.get("id")?),
        coder: row.get("coder")?,
        device: row.get("device")?,
        opened: Timestamp::from_millis(row.get("opened")?),
    })
}

/// Everybody on the list, the longest first; `version` is the file's.
pub(super) fn all(conn: &Connection, version: u32) -> Result<Vec<Visit>, Error> {
    // The first version had one row, which stayed after closing.
    let list = if version < 2 {
        "SELECT zeroblob(16) AS id, coder, device, opened FROM visit WHERE closed IS NULL"
    } else {
        "SELECT id, coder, device, opened FROM visit ORDER BY opened, id"
    };
    let mut statement = conn.prepare(list)?;
    let rows = statement.query_map([], read)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// The openers on this device; `is_alone` says that no other connection has the file open with a log.
pub(super) fn others(visits: &[Visit], file: &Path, opening: &Opening<'_>, is_alone: bool) -> Others {
    let mut others = Others::default();
    let locks = opening.locks();
    for visit in visits.iter().filter(|visit| visit.device == opening.device) {
        let is_here = match presence(locks.as_deref(), file, visit.id) {
            Presence::Here => true,
            Presence::Gone => false,
            // Opened by another user of this device, or copied from elsewhere on it.
            Presence::Unknown => !is_alone,
        };
        if is_here { &mut others.here } else { &mut others.crashed }.push(visit.clone());
    }
    others
}

/// Writes down who has the file open from now on. Those `gone` go off the list.
pub(super) fn sign_in<'a>(
    conn: &Connection,
    file: &Path,
    opening: &Opening<'_>,
    gone: impl Iterator<Item = &'a Visit>,
) -> Result<Own, Error> {
    let visit = Visit {
        id: opening.visit,
        coder: opening.coder.to_owned(),
        device: opening.device.to_owned(),
        opened: opening.now,
    };
    let locks = opening.locks();
    let lock = locks.as_deref().and_then(|folder| lock(folder, file, visit.id));
    conn.execute_batch("BEGIN IMMEDIATE")?;
    let written = (|| {
        for visit in gone {
            conn.execute("DELETE FROM visit WHERE id = ?", [visit.id.as_bytes()])?;
        }
        add(conn, &visit)?;
        let step = conn.query_row("SELECT coalesce(max(number), 0) FROM step", [], |row| row.get(0))?;
        conn.execute_batch("COMMIT")?;
        Ok::<i64, rusqlite::Error>(step)
    })();
    if written.is_err() && !conn.is_autocommit() {
        conn.execute_batch("ROLLBACK")?;
    }
    Ok(Own { visit, step: written?, _lock: lock, locks })
}

fn add(conn: &Connection, visit: &Visit) -> rusqlite::Result<()> {
    conn.execute(
        "INSERT INTO visit (id, coder, device, process, opened) VALUES (?, ?, ?, ?, ?)",
        params![visit.id.as_bytes(), visit.coder, visit.device, std::process::id(), visit.opened.millis()],
    )?;
    Ok(())
}

impl Database {
    /// Takes the opener off the list, and those on this device that have crashed meanwhile. Whether others on this
    /// device still have the file open.
    pub(super) fn sign_out(&mut self) -> Result<bool, Error> {
        let Some(own) = &self.visit else { return Ok(false) };
        let mut is_shared = false;
        let rows = all(&self.conn, super::schema::MAX)?;
        let transaction = self.conn.unchecked_transaction()?;
        for row in rows.iter().filter(|row| row.device == own.visit.device) {
            let is_gone =
                row.id == own.visit.id || presence(own.locks.as_deref(), &self.path, row.id) == Presence::Gone;
            is_shared |= !is_gone;
            if is_gone {
                self.conn.execute("DELETE FROM visit WHERE id = ?", [row.id.as_bytes()])?;
            }
        }
        transaction.commit()?;
        self.visit = None;
        Ok(is_shared)
    }

    /// Whether the opener is still on the list; asked before every write and after every change from outside.
    ///
    /// # Errors
    /// Another device has taken over: from then on nothing is written.
    pub(super) fn confirm_visit(&mut self) -> Result<(), Error> {
        let Some(own) = self.visit.as_ref().filter(|_| !self.is_read_only) else { return Ok(()) };
        let found: Option<i64> = self
            .conn
            .prepare_cached("SELECT 1 FROM visit WHERE id = ?")?
            .query_row([own.visit.id.as_bytes()], |row| row.get(0))
            .optional()?;
        if found.is_some() {
            return Ok(());
        }
        if let Some(by) = self.successor(own)? {
            self.is_read_only = true;
            return Err(Error::TakenOver(by));
        }
        // Off the list without a successor (a program that clears it): back on it with the next step.
        if !self.conn.is_autocommit() {
            add(&self.conn, &own.visit)?;
        }
        Ok(())
    }

    /// The other device that has the file open, or has written to it since this one opened it.
    fn successor(&self, own: &Own) -> Result<Option<Visit>, Error> {
        let there = all(&self.conn, super::schema::MAX)?;
        if let Some(there) = there.into_iter().rfind(|visit| visit.device != own.visit.device) {
            return Ok(Some(there));
        }
        let mut statement = self.conn.prepare(
            "SELECT id, coder, device, at AS opened FROM step WHERE number > ? AND device <> ? ORDER BY number LIMIT 1",
        )?;
        Ok(statement.query_row(params![own.step, own.visit.device], read).optional()?)
    }
}
