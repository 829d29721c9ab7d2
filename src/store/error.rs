//! What can go wrong with a project file, each with a sentence that says what to do next.

use super::Displaced;
use super::visit::Visit;
use crate::domain::{Message, Say};
use std::path::{Path, PathBuf};

/// An error of the project file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such file.
    #[error("no such file: {}", .0.display())]
    Missing(PathBuf),
    /// There is no folder to put a new project in.
    #[error("no such folder: {}", .0.display())]
    NoFolder(PathBuf),
    /// A new project may not be put into this folder.
    #[error("folder not writable: {}", .0.display())]
    FolderDenied(PathBuf),
    /// The system takes no file of this name.
    #[error("no name for a file: {}", .0.display())]
    FileName(PathBuf),
    /// A folder stands where a file is expected.
    #[error("is a folder: {}", .0.display())]
    Folder(PathBuf),
    /// A new project would overwrite a file.
    #[error("exists already: {}", .0.display())]
    Exists(PathBuf),
    /// The file is something else.
    #[error("not a project file: {}", .0.display())]
    NotAProject(PathBuf),
    /// There is nothing in the file: a cloud service has not fetched it yet, or writing it was broken off.
    #[error("no bytes: {}", .0.display())]
    Empty(PathBuf),
    /// The file is the database of another program.
    #[error("a database of {}: {}", .program.unwrap_or("another program"), .path.display())]
    OtherProgram {
        /// The file.
        path: PathBuf,
        /// The program, where that is certain.
        program: Option<&'static str>,
    },
    /// The end of the file is missing.
    #[error("{there} of {whole} bytes: {}", .path.display())]
    Truncated {
        /// The file.
        path: PathBuf,
        /// Its length in bytes.
        there: u64,
        /// The length that it says it has, in bytes.
        whole: u64,
    },
    /// A damaged file holds nothing of a project any more.
    #[error("nothing to rescue: {}", .0.display())]
    NothingToRescue(PathBuf),
    /// The file was written by a newer program.
    #[error("schema version {version} is newer than {newest}: {}", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        version: u32,
        /// The newest version this program knows.
        newest: u32,
    },
    /// The file is of a version that is no longer read.
    #[error("schema version {version} is older than {oldest}: {}", .path.display())]
    Older {
        /// The file.
        path: PathBuf,
        /// Its schema version.
        version: u32,
        /// The oldest version this program reads.
        oldest: u32,
    },
    /// The file holds tables, triggers or views that this program did not make.
    #[error("unexpected schema object {object}: {}", .path.display())]
    Foreign {
        /// The file.
        path: PathBuf,
        /// The first object that differs.
        object: String,
    },
    /// The file cannot be opened or reached.
    #[error("{detail}: {}", .path.display())]
    Unreachable {
        /// The file.
        path: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// The project was opened for reading only.
    #[error("the project is read-only")]
    ReadOnly,
    /// Another device has taken over while the project was open.
    #[error("{} has taken the project over", .0.device)]
    TakenOver(Visit),
    /// Another window or command is writing.
    #[error("the project is locked by another process")]
    Busy,
    /// The disk is full.
    #[error("no space left on the disk")]
    DiskFull,
    /// The disk cannot be read or written any more (network drive gone, stick pulled).
    #[error("input or output failed: {0}")]
    Disk(#[source] Cause),
    /// The file is damaged.
    #[error("the file is damaged: {0}")]
    Damaged(#[source] Cause),
    /// Another program has deleted the open file or put another in its place.
    #[error("no longer at its place: {}", .0.path.display())]
    Displaced(Displaced),
    /// A step of the history does not fit the project.
    #[error("the history does not fit: {0}")]
    History(String),
    /// A copy was stopped.
    #[error("stopped")]
    Stopped,
    /// What was copied has not passed its check.
    #[error("{count} faults, the first: {first}")]
    Unsound {
        /// How many faults.
        count: usize,
        /// The first of them.
        first: String,
    },
    /// Anything else the database says.
    #[error("{0}")]
    Database(#[source] rusqlite::Error),
}

/// What the database says, and of which file where that is known.
#[derive(Debug, thiserror::Error)]
#[error("{error}")]
pub struct Cause {
    /// What the database says.
    error: rusqlite::Error,
    /// The file.
    path: Option<PathBuf>,
}

impl Error {
    /// The same error, naming the file where it names none yet.
    #[must_use]
    pub fn of(mut self, path: &Path) -> Self {
        if let Self::Disk(cause) | Self::Damaged(cause) = &mut self {
            cause.path.get_or_insert_with(|| path.to_owned());
        }
        self
    }

    /// The same error about the file `of` where it names `draft`, which nobody but the program knows.
    #[must_use]
    pub(super) fn not_of_draft(mut self, draft: &Path, of: &Path) -> Self {
        match &mut self {
            Self::Foreign { path, .. }
            | Self::Newer { path, .. }
            | Self::Older { path, .. }
            | Self::Truncated { path, .. }
            | Self::Unreachable { path, .. }
            | Self::NotAProject(path)
                if path == draft =>
            {
                of.clone_into(path);
            }
            Self::Disk(Cause { path: Some(path), .. }) | Self::Damaged(Cause { path: Some(path), .. })
                if path == draft =>
            {
                of.clone_into(path);
            }
            _ => {}
        }
        self.of(of)
    }

    /// A file that is no database any more, though it was one of ours.
    pub(super) fn no_database(path: &Path) -> Self {
        let code = rusqlite::ffi::Error::new(rusqlite::ffi::SQLITE_NOTADB);
        let error = rusqlite::Error::SqliteFailure(code, None);
        Self::Damaged(Cause { error, path: Some(path.to_owned()) })
    }

    /// The file whose words may still be rescued into a new one.
    pub fn damaged_file(&self) -> Option<&Path> {
        match self {
            Self::Truncated { path, .. } | Self::Foreign { path, .. } => Some(path),
            Self::Damaged(cause) => cause.path.as_deref(),
            _ => None,
        }
    }

    /// The error of a path that the file system refuses.
    pub(super) fn of_file(path: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound => Self::Missing(path.to_owned()),
            std::io::ErrorKind::AlreadyExists => Self::Exists(path.to_owned()),
            std::io::ErrorKind::StorageFull => Self::DiskFull,
            std::io::ErrorKind::InvalidFilename => Self::FileName(path.to_owned()),
            _ => Self::Unreachable { path: path.to_owned(), detail: error.to_string() },
        }
    }

    /// The error of a folder that a new file does not get into.
    pub(super) fn of_folder(folder: &Path, error: &std::io::Error) -> Self {
        match error.kind() {
            std::io::ErrorKind::NotFound | std::io::ErrorKind::NotADirectory => Self::NoFolder(folder.to_owned()),
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                Self::FolderDenied(folder.to_owned())
            }
            _ => Self::of_file(folder, error),
        }
    }

    /// Whether waiting a little and trying again can help.
    pub const fn is_passing(&self) -> bool {
        matches!(self, Self::Busy)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(error: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        match error.sqlite_error_code() {
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy,
            Some(Code::DiskFull) => Self::DiskFull,
            Some(Code::ReadOnly | Code::PermissionDenied) => Self::ReadOnly,
            Some(Code::SystemIoFailure | Code::CannotOpen) => Self::Disk(Cause { error, path: None }),
            Some(Code::OperationInterrupted) => Self::Stopped,
            Some(Code::DatabaseCorrupt | Code::NotADatabase) => Self::Damaged(Cause { error, path: None }),
            _ => match error {
                // A value that does not fit its column (a NULL, a number that is too large, bytes that are no
                // UTF-8) can only stand in a file that something else has written to.
                rusqlite::Error::FromSqlConversionFailure(..)
                | rusqlite::Error::IntegralValueOutOfRange(..)
                | rusqlite::Error::InvalidColumnType(..)
                | rusqlite::Error::Utf8Error(..) => Self::Damaged(Cause { error, path: None }),
                _ => Self::Database(error),
            },
        }
    }
}

impl Say for Error {
    fn message(&self) -> Message {
        let path = |key: &str, path: &Path| Message::new(key).with("path", path.display().to_string());
        match self {
            Self::Missing(file) => path("error-missing", file),
            Self::NoFolder(folder) => path("error-folder-missing", folder),
            Self::FolderDenied(folder) => path("error-folder-denied", folder),
            Self::FileName(file) => path("error-file-name", file),
            Self::Folder(file) => path("error-folder", file),
            Self::Exists(file) => path("error-exists", file),
            Self::NotAProject(file) => path("error-not-a-project", file),
            Self::Empty(file) => path("error-empty", file),
            Self::OtherProgram { path: file, program: None } => path("error-other-database", file),
            Self::OtherProgram { path: file, program: Some(program) } => {
                path("error-other-program", file).with("program", *program)
            }
            Self::Truncated { path: file, there, whole } => {
                path("error-truncated", file).with("there", there / 1024).with("whole", whole.div_ceil(1024))
            }
            Self::NothingToRescue(file) => path("error-nothing-to-rescue", file),
            Self::Newer { path: file, version, newest } => {
                path("error-newer", file).with("version", *version).with("newest", *newest)
            }
            Self::Older { path: file, version, oldest } => {
                path("error-older", file).with("version", *version).with("oldest", *oldest)
            }
            Self::Foreign { path: file, object } => path("error-foreign", file).with("object", shortened(object)),
            Self::Unreachable { path: file, .. } => path("error-unreachable", file),
            Self::ReadOnly => Message::new("error-read-only"),
            Self::TakenOver(by) => Message::new("error-taken-over")
                .with("coder", by.coder.as_str())
                .with("device", by.device.as_str())
                .with("at", by.opened),
            Self::Busy => Message::new("error-busy"),
            Self::DiskFull => Message::new("error-disk-full"),
            Self::Disk(Cause { path: None, .. }) => Message::new("error-disk"),
            Self::Disk(Cause { path: Some(file), .. }) => path("error-disk-of", file),
            Self::Damaged(Cause { path: None, .. }) => Message::new("error-damaged"),
            Self::Damaged(Cause { path: Some(file), .. }) => path("error-damaged-file", file),
            Self::Displaced(Displaced { path: file, is_replaced, copy }) => match (is_replaced, copy) {
                (true, Some(copy)) => path("error-replaced", file).with("copy", copy.display().to_string()),
                (true, None) => path("error-replaced-no-copy", file),
                (false, Some(copy)) => path("error-deleted", file).with("copy", copy.display().to_string()),
                (false, None) => path("error-deleted-no-copy", file),
            },
            Self::History(_) => Message::new("error-history"),
            Self::Stopped => Message::new("error-stopped"),
            Self::Unsound { count, .. } => Message::new("error-unsound").with("n", *count),
            Self::Database(_) => Message::new("error-database"),
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::ReadOnly
            | Self::TakenOver(_)
            | Self::Busy
            | Self::Stopped
            | Self::DiskFull
            | Self::Missing(_)
            | Self::Exists(_)
            | Self::Folder(_) => None,
            _ => Some(self.to_string()),
        }
    }

    fn mark(&self) -> String {
        let key = self.message().key;
        let cause = match self {
            Self::Disk(cause) | Self::Damaged(cause) => Some(&cause.error),
            Self::Database(error) => Some(error),
            _ => None,
        };
        match cause.and_then(rusqlite::Error::sqlite_error) {
            Some(sqlite) => format!("{key}, SQLite {}", sqlite.extended_code),
            None => key,
        }
    }
}

/// A name from a file that may be anything, short enough for a sentence.
fn shortened(name: &str) -> String {
    let clean: String = name.chars().take(60).map(|letter| if letter.is_control() { ' ' } else { letter }).collect();
    if name.chars().nth(60).is_some() { clean + "…" } else { clean }
}

/// What was noticed while opening; nothing that stops the work.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Notice {
    /// The program did not close properly last time; what was saved then has been folded in.
    LogFoldedIn,
    /// The file was copied or moved while this opener had it open, without the log beside it.
    LogLost(Visit),
    /// A left-over log belongs to another version of the file and has been put aside under this name.
    LogSetAside(PathBuf),
    /// There is no room to write.
    NoRoom,
    /// Another window or command on this device has the project open.
    OpenHere(Visit),
    /// Another device has the project open, or did not close it.
    OpenElsewhere(Visit),
    /// The file or its folder cannot be written.
    NotWritable,
    /// The schema was brought to the present version.
    Migrated,
}
