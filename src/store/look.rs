//! Looks at a file before the database may touch it, and says what it is where it is no project: whatever is not
//! ours is left as it is.

use super::open::with_suffix;
use super::{Error, opened, rescue, schema};
use std::fs::Metadata;
use std::io::Read as _;
use std::path::Path;

/// What every database file begins with.
const MAGIC: &[u8; 16] = b"SQLite format 3\0";
/// Programs by tables that only they have together.
const PROGRAMS: [(&str, &[&str]); 3] = [
    ("QualCoder", &["code_text", "code_name", "code_cat", "cases"]),
    ("Taguette", &["projects", "documents", "highlights", "tags"]),
    ("Anki", &["notes", "cards", "revlog"]),
];
/// Tables that only a project file has together.
const OURS: [&str; 4] = ["revision", "segment", "coding", "step"];

/// Refuses what is no file of bytes: a folder, or a device or a pipe, which may never begin or never end.
pub(super) fn plain_file(path: &Path) -> Result<Metadata, Error> {
    let facts = std::fs::metadata(path).map_err(|error| Error::of_file(path, &error))?;
    if facts.is_dir() {
        return Err(Error::Folder(path.to_owned()));
    }
    if facts.is_file() { Ok(facts) } else { Err(Error::NotAProject(path.to_owned())) }
}

/// Refuses what is no project file. Whether it was left in the mode of a write-ahead log: somebody has it open, or
/// it was never closed.
pub(super) fn look_at(path: &Path) -> Result<bool, Error> {
    let refused = |error: std::io::Error| Error::of_file(path, &error);
    let facts = plain_file(path)?;
    if opened::is_held(path) {
        // It has been looked at, and reading it past the database would cost the database its locks.
        return Ok(with_suffix(path, "-wal").exists());
    }
    let mut header = Vec::with_capacity(100);
    std::fs::File::open(path).and_then(|file| file.take(100).read_to_end(&mut header)).map_err(refused)?;
    let begins = &header[..header.len().min(MAGIC.len())];
    if header.is_empty() {
        return Err(Error::Empty(path.to_owned()));
    }
    if header.len() < 100 {
        return Err(if MAGIC.starts_with(begins) {
            Error::Truncated { path: path.to_owned(), there: facts.len(), whole: 4096 }
        } else {
            Error::NotAProject(path.to_owned())
        });
    }
    let number = |at: usize| u32::from_be_bytes([header[at], header[at + 1], header[at + 2], header[at + 3]]);
    let is_named_ours = number(68) == schema::APPLICATION_ID;
    match (begins == MAGIC, is_named_ours) {
        (true, true) => {}
        (false, true) => return Err(Error::no_database(path)),
        // What a power cut or a syncing program leaves of a file whose name alone has reached the disk.
        (false, false) if header.iter().all(|byte| *byte == 0) => return Err(Error::no_database(path)),
        (false, false) => return Err(Error::NotAProject(path.to_owned())),
        (true, false) => return Err(of_others(path)),
    }
    let has_log = ["-wal", "-journal"]
        .iter()
        .any(|suffix| std::fs::metadata(with_suffix(path, suffix)).is_ok_and(|facts| facts.len() > 0));
    // The number of pages holds where the two counters agree, and no log has the last word.
    if !has_log && number(24) == number(92) {
        let size = match u16::from_be_bytes([header[16], header[17]]) {
            1 => 65536,
            size => u64::from(size),
        };
        let whole = u64::from(number(28)) * size;
        if facts.len() < whole {
            return Err(Error::Truncated { path: path.to_owned(), there: facts.len(), whole });
        }
    }
    Ok(header[18] == 2)
}

/// A database that does not say that it is a project.
fn of_others(path: &Path) -> Error {
    let names = rescue::table_names(path);
    let has = |tables: &[&str]| tables.iter().all(|table| names.iter().any(|name| name == table));
    if has(&OURS) {
        return Error::no_database(path);
    }
    let program = PROGRAMS.iter().find(|(_, tables)| has(tables)).map(|(program, _)| *program);
    Error::OtherProgram { path: path.to_owned(), program }
}
