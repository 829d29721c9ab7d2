//! Making a new project file: it is built under another name beside its place and takes its name when it is
//! whole, so that a crash on the way leaves no half-made project.

use super::{Database, Error, history, open, schema};
use rusqlite::{Connection, OpenFlags};
use std::path::Path;
use tempfile::TempPath;

/// A project file that has not taken its name yet; removed again unless it lands.
pub struct Draft {
    file: TempPath,
}

impl Draft {
    /// Begins a project file that will lie at `path`: an empty schema, open for writing.
    pub fn begin(path: &Path) -> Result<(Self, Database), Error> {
        if path.exists() {
            return Err(Error::Exists(path.to_owned()));
        }
        let folder = open::folder_of(path);
        let file = tempfile::Builder::new()
            .prefix(".emaslim-")
            .suffix(".new")
            .make_in(folder, |path| std::fs::File::create_new(path))
            .map_err(|error| Error::of_folder(folder, &error))?
            .into_temp_path();
        let database = Database::create(&file)?;
        Ok((Self { file }, database))
    }

    /// Gives the file its name; the database is closed. Nothing that lies there meanwhile is overwritten.
    pub fn land(self, path: &Path) -> Result<(), Error> {
        self.file.persist_noclobber(path).map_err(|error| Error::of_file(path, &error.error))
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
        Ok(Self {
            conn,
            path: path.to_owned(),
            tables,
            is_read_only: false,
            is_closed: false,
            visit: None,
            seen,
            _copy: None,
        })
    }
}
