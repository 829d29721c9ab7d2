//! Opening a project file: what lies there is looked at before the database may touch it, and compared with
//! what this program makes before anything in it may act.

use super::look::look_at;
use super::network::is_remote;
use super::opened::{self, Held};
use super::visit::{self, Visit};
use super::{Database, Error, Notice, history, schema};
use crate::domain::{Message, StepId, Timestamp};
use rusqlite::backup::{Backup, StepResult};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::time::Duration;
use tempfile::TempDir;
use uuid::Uuid;

/// How long a write waits for another process.
pub(super) const PATIENCE: Duration = Duration::from_secs(5);

/// How long a writer that closes waits for those who are reading.
pub(super) const PATIENCE_ON_LEAVING: Duration = Duration::from_secs(2);

/// Who opens, how, and when.
#[derive(Clone, Copy, Debug)]
pub struct Opening<'a> {
    /// Name of the coder.
    pub coder: &'a str,
    /// Name of the device.
    pub device: &'a str,
    /// When.
    pub now: Timestamp,
    /// The id of the step that a migration becomes.
    pub migration: StepId,
    /// The id under which the opener is written down; removed again on closing.
    pub visit: Uuid,
    /// Whether to change nothing.
    pub is_reading_only: bool,
    /// Whether to write even where another device has the file open.
    pub is_taking_over: bool,
    /// Where this machine keeps what belongs to the program and not to one project.
    pub own_folder: Option<&'a Path>,
}

impl Opening<'_> {
    /// Folder of the locks by which openers on this device know of each other.
    pub(super) fn locks(&self) -> Option<PathBuf> {
        self.own_folder.map(|folder| folder.join("open"))
    }
}

impl Database {
    /// A connection and what is known of its file; nobody has signed in.
    pub(super) fn around(conn: Connection, path: &Path, tables: Vec<schema::Table>, seen: i64) -> Self {
        Self {
            conn,
            path: path.to_owned(),
            tables,
            is_read_only: false,
            is_closed: false,
            visit: None,
            seen,
            displaced: None,
            beside: [None; 2],
            own_folder: None,
            _copy: None,
            held: Some(Held::new(path)),
            is_glance: false,
        }
    }

    /// Opens a file, with what was noticed on the way.
    pub fn open(path: &Path, opening: &Opening<'_>) -> Result<(Self, Vec<Notice>), Error> {
        let is_logged = look_at(path)?;
        Self::open_project(path, is_logged, opening).map_err(|error| error.of(path))
    }

    fn open_project(path: &Path, is_logged: bool, opening: &Opening<'_>) -> Result<(Self, Vec<Notice>), Error> {
        // Asked before the database makes them anew. Who crashed here before there was a log has lost none.
        let is_log_lost =
            is_logged && !with_suffix(path, "-wal").exists() && !opened::is_noted(path, opening.own_folder);
        let mut notices = Vec::new();
        let has_foreign_log = opened::has_foreign_log(path, opening.own_folder);
        if has_foreign_log && !opening.is_reading_only {
            notices.push(opened::set_log_aside(path)?);
        }
        let mut is_read_only = opening.is_reading_only;
        // What another device has left beside the file is not this one's to fold in, so it is read first.
        let mut is_reader = is_read_only || is_logged && !is_attended(path);
        let mut copy = None;
        let mut conn = if is_reader {
            reader(path, is_logged, has_foreign_log && is_read_only, &mut copy)?
        } else {
            connect(path, false)?
        };
        configure(&conn)?;
        let version = version_of(&conn, path)?;
        schema::compare(&conn, version, path)?;
        let visits = visit::all(&conn, version)?;
        let elsewhere = visits.iter().rfind(|visit| visit.device != opening.device);
        if let Some(elsewhere) = elsewhere {
            notices.push(Notice::OpenElsewhere(elsewhere.clone()));
            is_read_only |= !opening.is_taking_over;
        }
        if !is_read_only && is_reader {
            (is_reader, copy) = (false, None);
            conn = connect(path, false)?;
            configure(&conn)?;
        }
        if !is_read_only && conn.is_readonly("main")? {
            notices.push(Notice::NotWritable);
            is_read_only = true;
        }
        let mut own = None;
        if !is_read_only {
            opened::note_down(path, opening.own_folder);
            match prepare_writing(&conn, path, version, opening, &visits, is_log_lost) {
                Ok((signed_in, seen)) => {
                    own = Some(signed_in);
                    notices.extend(seen);
                }
                Err(Error::DiskFull) => {
                    notices.push(Notice::NoRoom);
                    is_read_only = true;
                }
                // The file may be written, but nothing can be put beside it.
                Err(Error::ReadOnly | Error::Disk(_)) => {
                    notices.push(Notice::NotWritable);
                    is_read_only = true;
                }
                Err(error) => return Err(error),
            }
        }
        if is_read_only {
            if !is_reader {
                conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, has_log(path))?;
                drop(conn);
                conn = reader(path, is_logged, has_foreign_log && opening.is_reading_only, &mut copy)?;
                configure(&conn)?;
            }
            if version < schema::MAX {
                conn = brought_up(&conn, version)?;
            }
            conn.pragma_update(None, "query_only", true)?;
        }
        let tables = schema::tables(&conn)?;
        if !is_read_only {
            history::install(&conn, &tables)?;
        }
        let seen = data_version(&conn)?;
        let mut database = Self::around(conn, path, tables, seen);
        database.is_read_only = is_read_only;
        database.visit = own;
        database.own_folder = opening.own_folder.map(Path::to_owned);
        database._copy = copy;
        database.note_beside();
        Ok((database, notices))
    }
}

/// Whether the project file at `path` is of an older version and opening it would migrate it.
///
/// # Errors
/// It is no project file, of a version that is not known, or cannot be read.
pub fn is_older(path: &Path) -> Result<bool, Error> {
    look_at(path)?;
    let conn = connect(path, true)?;
    configure(&conn)?;
    Ok(version_of(&conn, path)? < schema::MAX)
}

/// An older file that may not be changed, brought to the present schema in memory.
fn brought_up(file: &Connection, version: u32) -> Result<Connection, Error> {
    let mut memory = Connection::open_in_memory()?;
    let copy = Backup::new(file, &mut memory)?;
    if !matches!(copy.step(-1)?, StepResult::Done) {
        return Err(Error::Busy);
    }
    drop(copy);
    configure(&memory)?;
    let transaction = memory.unchecked_transaction()?;
    schema::upgrade(&transaction, version, schema::MAX)?;
    transaction.commit()?;
    Ok(memory)
}

impl Database {
    /// A connection to a file of any version that is known, which is only looked at.
    pub(super) fn for_reading(conn: Connection, path: &Path) -> Result<Self, Error> {
        configure(&conn)?;
        let version = version_of(&conn, path)?;
        schema::compare(&conn, version, path)?;
        conn.pragma_update(None, "query_only", true)?;
        let tables = schema::tables(&conn)?;
        let seen = data_version(&conn)?;
        let mut database = Self::around(conn, path, tables, seen);
        database.is_read_only = true;
        database.is_glance = true;
        Ok(database)
    }
}

/// Whether words lie in a log beside the file.
fn has_log(path: &Path) -> bool {
    std::fs::metadata(with_suffix(path, "-wal")).is_ok_and(|facts| facts.len() > 0)
}

/// Whether somebody has the file open with a log, or had until a crash.
fn is_attended(path: &Path) -> bool {
    with_suffix(path, "-wal").exists() && with_suffix(path, "-shm").exists()
}

/// Opens a file so that neither it nor its folder changes: a file that was left with a log is read without one
/// where there is none, and from a copy where there is one that nobody has open.
fn reader(
    path: &Path,
    is_logged: bool,
    has_foreign_log: bool,
    copy: &mut Option<TempDir>,
) -> Result<Connection, Error> {
    if !has_foreign_log && (!is_logged || is_attended(path)) {
        return connect(path, true);
    }
    if !has_foreign_log && has_log(path) {
        let refused = |error: std::io::Error| Error::of_file(path, &error);
        let folder = tempfile::Builder::new().prefix("emaslim-read-").tempdir().map_err(refused)?;
        let file = folder.path().join("copy");
        std::fs::copy(path, &file).map_err(refused)?;
        std::fs::copy(with_suffix(path, "-wal"), with_suffix(&file, "-wal")).map_err(refused)?;
        *copy = Some(folder);
        return connect(&file, false);
    }
    let access = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    Connection::open_with_flags(unchanging(path), access)
        .map_err(|error| Error::Unreachable { path: path.to_owned(), detail: error.to_string() })
}

/// The name under which SQLite takes a file as it lies there, without locks and without a log.
fn unchanging(path: &Path) -> String {
    let full = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut name = String::from("file:");
    let text = full.to_string_lossy();
    let text = if cfg!(windows) { text.replace('\\', "/") } else { text.into_owned() };
    if !text.starts_with('/') {
        name.push('/');
    }
    for byte in text.bytes() {
        // Writing to a String cannot fail.
        let _ = if byte.is_ascii_alphanumeric() || b"/._-:".contains(&byte) {
            name.write_char(char::from(byte))
        } else {
            write!(name, "%{byte:02X}")
        };
    }
    name + "?immutable=1"
}

pub(super) fn connect(path: &Path, is_reading_only: bool) -> Result<Connection, Error> {
    let access = if is_reading_only { OpenFlags::SQLITE_OPEN_READ_ONLY } else { OpenFlags::SQLITE_OPEN_READ_WRITE };
    Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)
        .map_err(|error| Error::Unreachable { path: path.to_owned(), detail: error.to_string() })
}

/// The settings of every connection; none of them reads the file.
pub(super) fn configure(conn: &Connection) -> Result<(), Error> {
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(256);
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false)?;
    conn.execute_batch(
        "PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON;
         PRAGMA trusted_schema = OFF;
         PRAGMA secure_delete = ON;
         PRAGMA cell_size_check = ON;
         PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -16384;",
    )?;
    Ok(())
}

/// The schema version, if it is one that is read.
pub(super) fn version_of(conn: &Connection, path: &Path) -> Result<u32, Error> {
    let version =
        conn.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0)).map_err(
            |error| match Error::from(error) {
                Error::Disk(cause) => Error::Unreachable { path: path.to_owned(), detail: cause.to_string() },
                other => other,
            },
        )?;
    let path = path.to_owned();
    match version {
        0 => Err(Error::no_database(&path)),
        version if version < schema::MIN => Err(Error::Older { path, version, oldest: schema::MIN }),
        version if version > schema::MAX => Err(Error::Newer { path, version, newest: schema::MAX }),
        version => Ok(version),
    }
}

/// Everything that writes while opening.
fn prepare_writing(
    conn: &Connection,
    path: &Path,
    version: u32,
    opening: &Opening<'_>,
    visits: &[Visit],
    is_log_lost: bool,
) -> Result<(visit::Own, Vec<Notice>), Error> {
    let mut notices = Vec::new();
    let is_alone = leave_log(conn, Duration::ZERO)?;
    if version < schema::MAX {
        migrate(conn, version, opening)?;
        notices.push(Notice::Migrated);
    }
    let others = visit::others(visits, path, opening, is_alone);
    match others.crashed.first() {
        Some(crashed) if is_log_lost => notices.push(Notice::LogLost(crashed.clone())),
        Some(_) => notices.push(Notice::LogFoldedIn),
        None => {}
    }
    if let Some(first) = others.here.first() {
        notices.push(Notice::OpenHere(first.clone()));
    }
    let gone = visits.iter().filter(|visit| visit.device != opening.device).chain(&others.crashed);
    // Before there is a log, so that the file itself says who has it open, wherever it is copied to.
    let own = visit::sign_in(conn, path, opening, gone)?;
    choose_journal(conn, path)?;
    Ok((own, notices))
}

/// Folds the log into the file and leaves the mode of the log. Whether that could be done: not while another
/// process has the file open in that mode.
pub(super) fn leave_log(conn: &Connection, patience: Duration) -> Result<bool, Error> {
    conn.busy_timeout(patience)?;
    let left = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
    conn.busy_timeout(PATIENCE)?;
    match left.map_err(Error::from) {
        Ok(mode) => Ok(mode == "delete"),
        Err(Error::Busy) => Ok(false),
        Err(error) => Err(error),
    }
}

/// Finishes what a writer could not that closed while somebody was reading; called when the reader has left.
pub(super) fn tidy(path: &Path) -> Result<(), Error> {
    if !is_attended(path) {
        return Ok(());
    }
    let conn = connect(path, false)?;
    // Whatever is not this one's to fold in stays as it lies there.
    conn.set_db_config(DbConfig::SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, true)?;
    let is_closed = conn.query_row("SELECT NOT EXISTS (SELECT 1 FROM visit)", [], |row| row.get(0))?;
    if is_closed {
        leave_log(&conn, Duration::ZERO)?;
    }
    Ok(())
}

/// Brings an older file to the present schema, as a step of the history that undo does not pass.
fn migrate(conn: &Connection, from: u32, opening: &Opening<'_>) -> Result<(), Error> {
    let transaction = conn.unchecked_transaction()?;
    schema::upgrade(conn, from, schema::MAX)?;
    let sentence = Message::new("step-migrate").with("from", from).with("to", schema::MAX);
    history::write_barrier(conn, opening, "migrate", &sentence)?;
    transaction.commit()?;
    Ok(())
}

/// A write-ahead log on local drives, a rollback journal on network drives; every commit reaches the disk.
pub(super) fn choose_journal(conn: &Connection, path: &Path) -> Result<(), Error> {
    let mode = if is_remote(path) { "DELETE" } else { "WAL" };
    match conn.pragma_update_and_check(None, "journal_mode", mode, |row| row.get::<_, String>(0)) {
        Ok(_) => {}
        // Another process holds the file in the other mode; both modes are safe with it.
        Err(error) if matches!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::DatabaseBusy)) => {}
        Err(error) => return Err(error.into()),
    }
    conn.pragma_update(None, "synchronous", "FULL")?;
    Ok(())
}

pub(super) fn data_version(conn: &Connection) -> Result<i64, Error> {
    Ok(conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// The folder that a file lies in.
pub fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// A path with something put behind its name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
