//! Which files this machine has open. The process knows its own, because on Unix reading a file past the
//! database and closing it again drops every lock that the database holds on it. And a note in the program's own
//! folder outlives a crash: the log of a file that was replaced meanwhile does not belong to the file that lies
//! there now, and folding it in would mix the two page by page.

use super::displaced::identity;
use super::open::with_suffix;
use super::{Error, Notice};
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};

static OPEN: Mutex<Vec<(u64, u64)>> = Mutex::new(Vec::new());

/// A file that this process has open, until it is dropped.
pub(super) struct Held(Option<(u64, u64)>);

impl Held {
    pub(super) fn new(path: &Path) -> Self {
        let file = identity(path);
        OPEN.lock().unwrap_or_else(PoisonError::into_inner).extend(file);
        Self(file)
    }
}

impl Drop for Held {
    fn drop(&mut self) {
        let mut open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(at) = self.0.and_then(|file| open.iter().position(|held| *held == file)) {
            open.swap_remove(at);
        }
    }
}

/// Whether this process has the file open.
pub(super) fn is_held(path: &Path) -> bool {
    let open = OPEN.lock().unwrap_or_else(PoisonError::into_inner);
    identity(path).is_some_and(|file| open.contains(&file))
}

/// Where the note on a project lies.
fn note_on(path: &Path, own_folder: &Path) -> PathBuf {
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let mut name = String::new();
    for byte in &Sha256::digest(path.as_os_str().as_encoded_bytes())[..16] {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    own_folder.join("where").join(name)
}

/// Notes which file is open at `path`. Where that fails, only a crash followed by a replacement goes unnoticed.
pub(super) fn note_down(path: &Path, own_folder: Option<&Path>) {
    let (Some(own_folder), Some((volume, number))) = (own_folder, identity(path)) else { return };
    let note = note_on(path, own_folder);
    let written = note.parent().map_or(Ok(()), std::fs::create_dir_all);
    if let Err(error) = written.and_then(|()| std::fs::write(&note, format!("{volume} {number}"))) {
        log::warn!("which file is open is not noted down: {}", error.kind());
    }
}

/// The file has been closed and left no log.
pub(super) fn strike_out(path: &Path, own_folder: Option<&Path>) {
    if let Some(own_folder) = own_folder
        && let Err(error) = std::fs::remove_file(note_on(path, own_folder))
    {
        log::debug!("no note to strike out: {}", error.kind());
    }
}

/// Whether this machine has had this very file open and has not closed it: it crashed here.
pub(super) fn is_noted(path: &Path, own_folder: Option<&Path>) -> bool {
    let (Some(own_folder), Some((volume, number))) = (own_folder, identity(path)) else { return false };
    std::fs::read_to_string(note_on(path, own_folder)).is_ok_and(|noted| noted == format!("{volume} {number}"))
}

/// Whether a log lies beside the file that is known to belong to another one.
pub(super) fn has_foreign_log(path: &Path, own_folder: Option<&Path>) -> bool {
    if !std::fs::metadata(with_suffix(path, "-wal")).is_ok_and(|facts| facts.len() > 0) {
        return false;
    }
    let (Some(own_folder), Some((volume, number))) = (own_folder, identity(path)) else { return false };
    std::fs::read_to_string(note_on(path, own_folder)).is_ok_and(|noted| noted != format!("{volume} {number}"))
}

/// Puts a log aside that is known to belong to another file than the one at `path`, before anything reads the two
/// together.
///
/// # Errors
/// The log cannot be given another name.
pub fn set_foreign_log_aside(path: &Path, own_folder: Option<&Path>) -> Result<(), Error> {
    if has_foreign_log(path, own_folder) {
        set_log_aside(path)?;
    }
    Ok(())
}

/// Puts the log of another file aside.
pub(super) fn set_log_aside(path: &Path) -> Result<Notice, Error> {
    let log = with_suffix(path, "-wal");
    let aside = (1..1000)
        .map(|number| with_suffix(path, &format!("-wal-{number}")))
        .find(|aside| !aside.exists())
        .ok_or_else(|| Error::Exists(log.clone()))?;
    std::fs::rename(&log, &aside).map_err(|error| Error::of_file(&log, &error))?;
    let _absent = std::fs::remove_file(with_suffix(path, "-shm"));
    Ok(Notice::LogSetAside(aside))
}
