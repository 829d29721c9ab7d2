//! Complete, checked copies of a project file, made while others work on it: backups, saved copies, what is put
//! back, the compacted file. A copy has its name only when it is whole, has passed its check and is on the disk.

mod contents;
mod place;

pub use contents::{Contents, Mark};
pub use place::{Visitor, put_aside_raw, visitor_at};

use super::open::{self, Opening};
use super::{Database, Error, Fault, history, look};
use crate::domain::Message;
use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, File};
use std::path::Path;
use std::sync::Arc;
use std::thread;
use std::time::Duration;
use tempfile::TempPath;

/// Told how far a copy is (pages done, pages in all); the answer is whether to go on.
pub type Pace = Arc<dyn Fn(u32, u32) -> bool + Send + Sync>;

/// Pages copied at once: about a millisecond's work, so that a stop is heard.
const PAGES: i32 = 256;
/// How often a copy of a file without a write-ahead log begins anew because somebody has written meanwhile.
const RESTARTS: u32 = 3;
/// Steps of the database's machine between two looks at the rope.
const LOOK: i32 = 20_000;

/// What a copy that was killed has left behind is removed when it is older than this; a younger one may be under way.
const STALE: Duration = Duration::from_secs(24 * 60 * 60);

/// What a temporary name begins and ends with.
const UNNAMED: (&str, &str) = (".emaslim-", ".new");

/// How a copy is made.
pub struct Making<'a> {
    /// Whether it is written anew without the gaps that deleting has left.
    pub is_compact: bool,
    /// A step that undo does not pass, written at the end of the copy's history: who and when, the operation, the
    /// sentence.
    pub barrier: Option<(&'a Opening<'a>, &'a str, &'a Message)>,
    /// How far it is, and whether to go on.
    pub pace: Pace,
}

/// A checked copy that has not taken its name yet; removed again unless it lands.
pub struct Copy {
    file: TempPath,
    /// Which state of which project it holds.
    pub mark: Mark,
    /// Its size in bytes.
    pub bytes: u64,
}

impl Copy {
    /// Copies the project file `from` into `folder` as it stands at this moment, without the list of those who have
    /// it open, and checks the copy.
    ///
    /// # Errors
    /// The file cannot be read, the copy cannot be written or was stopped, or what was copied is not sound. Nothing
    /// is left behind then.
    pub fn of(from: &Path, folder: &Path, making: &Making<'_>) -> Result<Self, Error> {
        look::look_at(from)?;
        sweep(folder);
        let file = tempfile::Builder::new()
            .prefix(UNNAMED.0)
            .suffix(UNNAMED.1)
            .make_in(folder, |path| File::create_new(path))
            .map_err(|error| Error::of_folder(folder, &error))?
            .into_temp_path();
        let filled = fill(from, &file, making);
        if filled.is_err() {
            for suffix in place::LOGS {
                // Usually there is none; the error itself is what is told.
                let _gone = fs::remove_file(open::with_suffix(&file, suffix));
            }
        }
        let mark = filled.map_err(|error| error.not_of_draft(&file, from))?;
        let bytes = fs::metadata(&file).map_err(|error| Error::of_file(&file, &error))?.len();
        Ok(Self { file, mark, bytes })
    }

    /// Opens the copy, before it has its name.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn open(&self, opening: &Opening<'_>) -> Result<Database, Error> {
        Ok(Database::open(&self.file, opening)?.0)
    }

    /// An error of the copy as one of the file `of` that was copied: the copy has no name that anybody knows.
    #[must_use]
    pub fn renamed(&self, error: Error, of: &Path) -> Error {
        error.not_of_draft(&self.file, of)
    }

    /// Gives the copy its name. Nothing that lies there is overwritten.
    ///
    /// # Errors
    /// Something lies there, or the folder cannot be written.
    pub fn land(self, path: &Path) -> Result<(), Error> {
        self.file.persist_noclobber(path).map_err(|error| Error::of_file(path, &error.error))?;
        keep_folder(path);
        Ok(())
    }

    /// Puts the copy into the place of the project file `path`, which nobody has open; a log that is left over there
    /// goes, because it belongs to the file that goes.
    ///
    /// # Errors
    /// The file cannot be replaced; it stays as it was.
    pub fn replace(self, path: &Path) -> Result<(), Error> {
        for suffix in place::LOGS {
            let log = open::with_suffix(path, suffix);
            match fs::remove_file(&log) {
                Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                    return Err(Error::of_file(&log, &error));
                }
                _ => {}
            }
        }
        // A file that only its owner may read stays one.
        if let Some(permissions) = fs::metadata(path).ok().map(|facts| facts.permissions())
            && !permissions.readonly()
            && let Err(error) = fs::set_permissions(&self.file, permissions)
        {
            log::info!("permissions of the file that goes: {}", error.kind());
        }
        self.file.persist(path).map_err(|error| Error::of_file(path, &error.error))?;
        keep_folder(path);
        Ok(())
    }
}

fn fill(from: &Path, file: &Path, making: &Making<'_>) -> Result<Mark, Error> {
    let source = open::connect(from, true)?;
    open::configure(&source)?;
    if making.is_compact {
        write_anew(source, file, &making.pace)?;
    } else {
        copy_pages(&source, file, &making.pace)?;
        drop(source);
    }
    finish(file, making.barrier)?;
    check(file, &making.pace)
}

/// Removes what copies that were killed on the way have left in a folder.
fn sweep(folder: &Path) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_old = || {
            let changed = entry.metadata().and_then(|facts| facts.modified()).ok();
            changed.and_then(|at| at.elapsed().ok()).is_some_and(|age| age > STALE)
        };
        if name.starts_with(UNNAMED.0)
            && name.contains(UNNAMED.1)
            && is_old()
            && let Err(error) = fs::remove_file(entry.path())
        {
            log::warn!("sweeping: {}", error.kind());
        }
    }
}

/// Copies page by page from one state of the source: in a write-ahead log a reader holds still what it sees while
/// others write; without one the copy begins anew when somebody writes, and in the end asks them to wait.
fn copy_pages(source: &Connection, file: &Path, pace: &Pace) -> Result<(), Error> {
    let mode: String = source.pragma_query_value(None, "journal_mode", |row| row.get(0))?;
    let mut to =
        Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    // The whole file is brought to the disk at once, at the end.
    to.pragma_update(None, "synchronous", "OFF")?;
    let held = || -> Result<_, Error> {
        let transaction = source.unchecked_transaction()?;
        transaction.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
        Ok(transaction)
    };
    let mut transaction = if mode == "wal" { Some(held()?) } else { None };
    let backup = Backup::new(source, &mut to)?;
    let (mut restarts, mut least) = (0, i32::MAX);
    loop {
        let step = backup.step(PAGES)?;
        let progress = backup.progress();
        let (left, all) = (progress.remaining, progress.pagecount);
        if !pace(pages(all - left), pages(all)) {
            return Err(Error::Stopped);
        }
        match step {
            StepResult::Done => break,
            StepResult::Busy | StepResult::Locked => thread::sleep(Duration::from_millis(50)),
            _ => {}
        }
        if left > least {
            restarts += 1;
        }
        least = left;
        if restarts >= RESTARTS && transaction.is_none() {
            transaction = Some(held()?);
        }
    }
    drop(backup);
    if let Some(transaction) = transaction {
        transaction.finish()?;
    }
    to.close().map_err(|(_, error)| error)?;
    Ok(())
}

fn pages(number: i32) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

fn write_anew(mut source: Connection, file: &Path, pace: &Pace) -> Result<(), Error> {
    watch(&mut source, pace)?;
    let to = file.to_str().ok_or_else(|| Error::FileName(file.to_owned()))?;
    source.execute("VACUUM main INTO ?", [to])?;
    Ok(())
}

/// Lets a stop interrupt whatever the connection is doing.
fn watch(conn: &mut Connection, pace: &Pace) -> Result<(), Error> {
    let pace = Arc::clone(pace);
    Ok(conn.progress_handler(LOOK, Some(move || !pace(1, 1)))?)
}

/// Makes one file of the copy, takes the openers off its list, writes its last step, and brings it to the disk.
fn finish(file: &Path, barrier: Option<(&Opening<'_>, &str, &Message)>) -> Result<(), Error> {
    let conn = open::connect(file, false)?;
    open::configure(&conn)?;
    conn.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
    // Nobody goes back to a half-made copy.
    conn.query_row("PRAGMA journal_mode = MEMORY", [], |_| Ok(()))?;
    conn.pragma_update(None, "synchronous", "OFF")?;
    let transaction = conn.unchecked_transaction()?;
    transaction.execute("DELETE FROM visit", [])?;
    if let Some((opening, operation, sentence)) = barrier {
        history::write_barrier(&transaction, opening, operation, sentence)?;
    }
    transaction.commit()?;
    conn.close().map_err(|(_, error)| error)?;
    let written = File::options().write(true).open(file).and_then(|file| file.sync_all());
    written.map_err(|error| Error::of_file(file, &error))
}

/// Reads the copy back and looks at everything in it.
fn check(file: &Path, pace: &Pace) -> Result<Mark, Error> {
    let mut copy = Database::inspect(file)?;
    watch(&mut copy.conn, pace)?;
    let mut faults = copy.faults()?;
    // A quotation that no longer stands at its place is said wherever it is shown, and is no fault of the copy: a
    // project that holds one must not go without backups from then on.
    copy.quotation_faults()?;
    faults.retain(|fault| !matches!(fault, Fault::Quotation(_) | Fault::Lines(_)));
    let mark = copy.mark()?;
    copy.conn.progress_handler(0, None::<fn() -> bool>)?;
    if !pace(1, 1) {
        return Err(Error::Stopped);
    }
    match faults.first() {
        None => Ok(mark),
        Some(first) => Err(Error::Unsound { count: faults.len(), first: format!("{first:?}") }),
    }
}

/// Brings the name of a file to the disk, where the system lets a folder be opened for it.
fn keep_folder(path: &Path) {
    let folder = open::folder_of(path);
    if let Ok(folder) = File::open(folder)
        && let Err(error) = folder.sync_all()
    {
        log::debug!("folder not synced: {}", error.kind());
    }
}
