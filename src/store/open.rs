//! Opening a project file: what lies there is looked at before the database may touch it, and compared with
//! what this program makes before anything in it may act.

use super::network::is_remote;
use super::opened::{self, Held};
use super::{Database, Error, Notice, history, schema};
use crate::domain::{Message, StepId, Timestamp};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension, params};
use std::io::Read as _;
use std::path::{Path, PathBuf};
use std::time::Duration;
use uuid::Uuid;

/// How long a write waits for another process.
const PATIENCE: Duration = Duration::from_secs(5);

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

impl Database {
    /// Opens a file, with what was noticed on the way.
    pub fn open(path: &Path, opening: &Opening<'_>) -> Result<(Self, Vec<Notice>), Error> {
        look_at(path)?;
        let mut notices = Vec::new();
        if !opening.is_reading_only {
            notices.extend(opened::set_foreign_log_aside(path, opening.own_folder)?);
        }
        let mut conn = connect(path, opening.is_reading_only)?;
        configure(&conn)?;
        let version = version_of(&conn, path)?;
        schema::compare(&conn, version, path)?;
        let mut is_read_only = opening.is_reading_only;
        if !is_read_only && conn.is_readonly("main")? {
            notices.push(Notice::NotWritable);
            is_read_only = true;
        }
        if !is_read_only && let Some(elsewhere) = visitor_elsewhere(&conn, opening.device)? {
            notices.push(elsewhere);
            is_read_only = !opening.is_taking_over;
        }
        if !is_read_only {
            match prepare_writing(&conn, path, version, opening) {
                Ok(seen) => notices.extend(seen),
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
            if !opening.is_reading_only {
                drop(conn);
                conn = connect(path, true)?;
                configure(&conn)?;
            }
            conn.pragma_update(None, "query_only", true)?;
        }
        let tables = schema::tables(&conn)?;
        if !is_read_only {
            history::install(&conn, &tables)?;
            opened::note_down(path, opening.own_folder);
        }
        let seen = data_version(&conn)?;
        let mut database = Self {
            conn,
            path: path.to_owned(),
            tables,
            is_read_only,
            is_closed: false,
            visit: Some(opening.visit),
            seen,
            displaced: None,
            beside: [None; 2],
            own_folder: opening.own_folder.map(Path::to_owned),
            _held: Held::new(path),
        };
        database.note_beside();
        Ok((database, notices))
    }
}

/// Looks at the first bytes without the database: a foreign file is refused untouched.
fn look_at(path: &Path) -> Result<(), Error> {
    let facts = std::fs::metadata(path).map_err(|error| Error::of_file(path, &error))?;
    if facts.is_dir() {
        return Err(Error::Folder(path.to_owned()));
    }
    if opened::is_held(path) {
        // It has been looked at, and reading it past the database would cost the database its locks.
        return Ok(());
    }
    let mut file = std::fs::File::open(path).map_err(|error| Error::of_file(path, &error))?;
    let mut header = [0_u8; 100];
    match file.read_exact(&mut header) {
        Ok(()) => {}
        Err(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => {
            return Err(Error::NotAProject(path.to_owned()));
        }
        Err(error) => return Err(Error::of_file(path, &error)),
    }
    let is_ours = header.starts_with(b"SQLite format 3\0") && header[68..72] == schema::APPLICATION_ID.to_be_bytes();
    if is_ours { Ok(()) } else { Err(Error::NotAProject(path.to_owned())) }
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
fn version_of(conn: &Connection, path: &Path) -> Result<u32, Error> {
    let version =
        conn.pragma_query_value(None, "user_version", |row| row.get::<_, u32>(0)).map_err(
            |error| match Error::from(error) {
                Error::Disk(error) => Error::Unreachable { path: path.to_owned(), detail: error.to_string() },
                other => other,
            },
        )?;
    let path = path.to_owned();
    match version {
        0 => Err(Error::NotAProject(path)),
        version if version < schema::MIN => Err(Error::Older { path, version, oldest: schema::MIN }),
        version if version > schema::MAX => Err(Error::Newer { path, version, newest: schema::MAX }),
        version => Ok(version),
    }
}

/// Everything that writes while opening.
fn prepare_writing(conn: &Connection, path: &Path, version: u32, opening: &Opening<'_>) -> Result<Vec<Notice>, Error> {
    let mut notices: Vec<Notice> = fold_in_log(conn, path)?.into_iter().collect();
    if version < schema::MAX {
        migrate(conn, version, opening)?;
        notices.push(Notice::Migrated);
    }
    choose_journal(conn, path)?;
    sign_in(conn, opening)?;
    Ok(notices)
}

fn visitor_elsewhere(conn: &Connection, device: &str) -> Result<Option<Notice>, Error> {
    let visitor = conn
        .query_row(
            "SELECT device, coder, opened FROM visit WHERE device <> ? ORDER BY opened DESC LIMIT 1",
            [device],
            |row| {
                Ok(Notice::OpenElsewhere {
                    device: row.get(0)?,
                    coder: row.get(1)?,
                    at: Timestamp::from_millis(row.get(2)?),
                })
            },
        )
        .optional()?;
    Ok(visitor)
}

/// Folds a left-over log into the file. Where another process has the file open this is not possible, and
/// not necessary either.
fn fold_in_log(conn: &Connection, path: &Path) -> Result<Option<Notice>, Error> {
    let log = with_suffix(path, "-wal");
    if !std::fs::metadata(&log).is_ok_and(|facts| facts.len() > 0) {
        return Ok(None);
    }
    conn.busy_timeout(Duration::ZERO)?;
    let folded = conn.pragma_update_and_check(None, "journal_mode", "DELETE", |row| row.get::<_, String>(0));
    conn.busy_timeout(PATIENCE)?;
    match folded.map_err(Error::from) {
        Ok(mode) if mode == "delete" => Ok(Some(Notice::LogFoldedIn)),
        Ok(_) | Err(Error::Busy) => Ok(Some(Notice::OpenHere)),
        Err(error) => Err(error),
    }
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

/// Writes down who has the file open from now on. Rows of openers on this device that have crashed, and of
/// other devices that are taken over from, go.
fn sign_in(conn: &Connection, opening: &Opening<'_>) -> Result<(), Error> {
    conn.execute("DELETE FROM visit", [])?;
    conn.execute(
        "INSERT INTO visit (id, coder, device, process, opened) VALUES (?, ?, ?, ?, ?)",
        params![opening.visit.as_bytes(), opening.coder, opening.device, std::process::id(), opening.now.millis()],
    )?;
    Ok(())
}

pub(super) fn data_version(conn: &Connection) -> Result<i64, Error> {
    Ok(conn.pragma_query_value(None, "data_version", |row| row.get(0))?)
}

/// A path with something put behind its name.
pub(super) fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    PathBuf::from(name)
}
