//! Whether the open file is still the one that lies at its path. On Unix another program may delete it or put
//! another in its place (OneDrive and Syncthing do); what is written then goes nowhere, and the log that stays at
//! its old place would be taken for the log of the other file, page by page. So nothing is written any more,
//! what was open becomes a copy beside it, and the log is taken away. Windows keeps an open file where it is.

use super::open::{configure, connect, data_version, with_suffix};
use super::{Database, Error};
use crate::domain::Say;
use crate::store::create::Draft;
use rusqlite::Connection;
use std::path::{Path, PathBuf};

/// What became of a file that is not at its place any more.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Displaced {
    /// Where it lay.
    pub path: PathBuf,
    /// Whether another file lies there now.
    pub is_replaced: bool,
    /// The copy of what was open; nothing where none could be written.
    pub copy: Option<PathBuf>,
}

/// Which file it is, whatever its name: the volume and its number there. Nothing where the system does not tell.
pub(super) fn identity(path: &Path) -> Option<(u64, u64)> {
    #[cfg(unix)]
    {
        use std::os::unix::fs::MetadataExt as _;
        std::fs::metadata(path).ok().map(|facts| (facts.dev(), facts.ino()))
    }
    #[cfg(not(unix))]
    {
        let _ = path;
        None
    }
}

fn has_moved(conn: &Connection) -> bool {
    #[cfg(unix)]
    {
        let mut moved = 0;
        conn.file_control(Some(rusqlite::MAIN_DB), rusqlite::FileControl::HasMoved(&mut moved)).is_ok() && moved != 0
    }
    #[cfg(not(unix))]
    {
        let _ = conn;
        false
    }
}

/// The log and its index beside a project.
fn beside(path: &Path) -> [PathBuf; 2] {
    [with_suffix(path, "-wal"), with_suffix(path, "-shm")]
}

impl Database {
    /// What became of the file, once it is known that it is not at its place any more.
    pub const fn displaced(&self) -> Option<&Displaced> {
        self.displaced.as_ref()
    }

    /// Whether another file, or none, lies where this one was opened.
    pub fn is_moved(&self) -> bool {
        self.displaced.is_none() && has_moved(&self.conn)
    }

    /// Looks whether the file is still at its place. Where it is not, the first look saves what was open as a
    /// copy, and from then on everything is read from there and nothing is written. Who only reads has nothing to
    /// save: see [`Self::is_moved`].
    ///
    /// # Errors
    /// [`Error::Displaced`], the first time.
    pub fn look_in_place(&mut self) -> Result<(), Error> {
        if self.is_read_only || !self.is_moved() {
            return Ok(());
        }
        self.abandon_step();
        let displaced = self.leave_place();
        log::warn!("displaced: {displaced:?}");
        self.is_read_only = true;
        self.displaced = Some(displaced.clone());
        Err(Error::Displaced(displaced))
    }

    /// Refuses to write: for good where the file is read-only or gone from its place.
    pub(super) fn writable(&mut self) -> Result<(), Error> {
        self.look_in_place()?;
        match (&self.displaced, self.is_read_only) {
            (Some(displaced), _) => Err(Error::Displaced(displaced.clone())),
            (None, true) => Err(Error::ReadOnly),
            (None, false) => Ok(()),
        }
    }

    /// Saves what is open and gives the place up.
    fn leave_place(&mut self) -> Displaced {
        self.conn.flush_prepared_statement_cache();
        // Into the file itself, wherever it is now: it may only have been renamed.
        if !self.is_read_only
            && let Err(error) = self.conn.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()))
        {
            log::warn!("fold the log into a displaced file: {}", Error::from(error).mark());
        }
        let folders = [self.path.parent().map(Path::to_owned), self.own_folder.as_ref().map(|own| own.join("rescued"))];
        let copy = folders.into_iter().flatten().find_map(|folder| match self.copy_into(&folder) {
            Ok(copy) => Some(copy),
            Err(error) => {
                log::warn!("copy of a displaced file: {}", error.mark());
                None
            }
        });
        for (path, ours) in beside(&self.path).iter().zip(self.beside) {
            if ours.is_some()
                && identity(path) == ours
                && let Err(error) = std::fs::remove_file(path)
            {
                log::error!("a log of another file stays: {}", error.kind());
            }
        }
        if let Some(copy) = &copy
            && let Err(error) = self.turn_to(copy)
        {
            log::warn!("read from the copy of a displaced file: {}", error.mark());
        }
        Displaced { path: self.path.clone(), is_replaced: self.path.exists(), copy }
    }

    /// Copies what is open into a folder, under a name that is free.
    fn copy_into(&self, folder: &Path) -> Result<PathBuf, Error> {
        std::fs::create_dir_all(folder).map_err(|error| Error::of_folder(folder, &error))?;
        let draft = Draft::new(folder)?;
        self.conn.backup(rusqlite::MAIN_DB, draft.path(), None::<fn(rusqlite::backup::Progress)>)?;
        let copied = Connection::open(draft.path())?;
        configure(&copied)?;
        copied.execute("DELETE FROM visit", [])?;
        copied.query_row("PRAGMA journal_mode = DELETE", [], |_| Ok(()))?;
        copied.close().map_err(|(_, error)| error)?;
        let stem = self.path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
        let names = (2..1000).map(|number| folder.join(format!("{stem} ({number}).emaslim")));
        let free = names.into_iter().find(|name| !name.exists()).ok_or_else(|| Error::Exists(self.path.clone()))?;
        draft.land(&free)?;
        Ok(free)
    }

    /// Reads from the copy from now on, and lets go of the file.
    fn turn_to(&mut self, copy: &Path) -> Result<(), Error> {
        let conn = connect(copy, true)?;
        configure(&conn)?;
        conn.pragma_update(None, "query_only", true)?;
        self.seen = data_version(&conn)?;
        self.conn = conn;
        Ok(())
    }

    /// Notes which files lie beside the project while it is open for writing.
    pub(super) fn note_beside(&mut self) {
        let [log, index] = beside(&self.path);
        self.beside = [identity(&log), identity(&index)];
    }
}
