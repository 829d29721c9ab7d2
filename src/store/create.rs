//! Making a new project file: it is built under another name beside its place and takes its name when it is
//! whole, so that a crash on the way leaves no half-made project.

use super::sweep::{self, PREFIX, SUFFIX};
use super::{Database, Error, history, open, schema};
use rusqlite::{Connection, OpenFlags};
use std::path::{Path, PathBuf};
use tempfile::TempPath;

/// A project file that has not taken its name yet; removed again unless it lands.
pub struct Draft {
    file: TempPath,
    logs: Logs,
}

/// The logs beside a draft; they go when it has gone.
struct Logs([PathBuf; 3]);

impl Drop for Logs {
    fn drop(&mut self) {
        for log in &self.0 {
            let _absent = std::fs::remove_file(log);
        }
    }
}

impl Draft {
    /// Begins a project file that will lie at `path`: an empty schema, open for writing.
    pub fn begin(path: &Path) -> Result<(Self, Database), Error> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        let folder = open::folder_of(path);
        sweep::sweep(folder);
        let draft = Self::new(folder)?;
        let database = Database::create(draft.path())?;
        Ok((draft, database))
    }

    /// An empty file without a name of its own.
    pub(super) fn new(folder: &Path) -> Result<Self, Error> {
        let file = tempfile::Builder::new()
            .prefix(PREFIX)
            .suffix(SUFFIX)
            .make_in(folder, |path| std::fs::File::create_new(path))
            .map_err(|error| Error::of_folder(folder, &error))?
            .into_temp_path();
        let logs = Logs(["-journal", "-wal", "-shm"].map(|end| open::with_suffix(&file, end)));
        Ok(Self { file, logs })
    }

    /// Where it lies until it lands.
    pub(super) fn path(&self) -> &Path {
        &self.file
    }

    /// Gives the file its name; the database is closed. Nothing that lies there meanwhile is overwritten.
    pub fn land(self, path: &Path) -> Result<(), Error> {
        if let Some(left) = self.logs.0.iter().find(|log| log.exists()) {
            // What a journal belongs to is not whole without it, and it would stay behind.
            return Err(Error::Unreachable { path: left.clone(), detail: "a journal is left".to_owned() });
        }
        self.file.persist_noclobber(path).map_err(|error| Error::of_file(path, &error.error))?;
        // The name itself reaches the disk with its folder; where folders cannot be opened it does so later.
        if let Some(folder) = path.parent().and_then(|folder| std::fs::File::open(folder).ok()) {
            folder.sync_all().unwrap_or_else(|error| log::debug!("folder not synced: {}", error.kind()));
        }
        Ok(())
    }
}

impl Database {
    /// Makes the schema in an empty file.
    fn create(path: &Path) -> Result<Self, Error> {
        let access = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let conn = Connection::open_with_flags(path, access)?;
        open::configure(&conn)?;
        conn.execute_batch("BEGIN IMMEDIATE")?;
        schema::create(&conn)?;
        conn.execute_batch("COMMIT")?;
        let tables = schema::tables(&conn)?;
        history::install(&conn, &tables)?;
        let seen = open::data_version(&conn)?;
        Ok(Self::around(conn, path, tables, seen))
    }
}
