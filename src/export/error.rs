//! What can go wrong while writing a file, and what to do about it.

use crate::domain::{Message, Say};
use std::io;
use std::path::PathBuf;

/// A file that was not written. What stood there before is untouched.
#[derive(Debug)]
pub enum Error {
    /// The folder to write into does not exist.
    NoFolder(PathBuf),
    /// There is a folder of that name.
    IsFolder(PathBuf),
    /// A project would be overwritten, or the log beside one.
    IsProject(PathBuf),
    /// The place may not be written to.
    Denied(PathBuf, io::Error),
    /// No room is left on the disk.
    Full(PathBuf, io::Error),
    /// Something else with the file system.
    Io(PathBuf, io::Error),
    /// Writing failed while the place was not known yet.
    Write(io::Error),
    /// A workbook holds at most so many rows; so many were to be written.
    TooManyRows(u64, u64),
    /// A workbook holds at most so many columns; so many were to be written.
    TooManyColumns(u64, u64),
    /// The workbook could not be put together.
    Workbook(rust_xlsxwriter::XlsxError),
}

impl Error {
    /// Names the place of a failure.
    pub(super) fn at(path: PathBuf, error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Self::Denied(path, error),
            io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => {
                Self::Full(path, error)
            }
            _ => Self::Io(path, error),
        }
    }

    /// The same failure with its place, where it did not know it.
    pub(super) fn placed(self, path: PathBuf) -> Self {
        match self {
            Self::Write(error) => Self::at(path, error),
            Self::Workbook(rust_xlsxwriter::XlsxError::IoError(error)) => Self::at(path, error),
            other => other,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Write(error)
    }
}

impl From<rust_xlsxwriter::XlsxError> for Error {
    fn from(error: rust_xlsxwriter::XlsxError) -> Self {
        Self::Workbook(error)
    }
}

impl Say for Error {
    fn message(&self) -> Message {
        let at = |key: &str, path: &PathBuf| Message::new(key).with("path", path.display().to_string());
        match self {
            Self::NoFolder(path) => at("export-no-folder", path),
            Self::IsFolder(path) => at("export-is-folder", path),
            Self::IsProject(path) => at("export-is-project", path),
            Self::Denied(path, _) => at("export-denied", path),
            Self::Full(path, _) => at("export-full", path),
            Self::Io(path, _) => at("export-io", path),
            Self::Write(_) | Self::Workbook(_) => Message::new("export-failed"),
            Self::TooManyRows(most, there) => {
                Message::new("export-too-many-rows").with("most", *most).with("there", *there)
            }
            Self::TooManyColumns(most, there) => {
                Message::new("export-too-many-columns").with("most", *most).with("there", *there)
            }
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::Denied(_, error) | Self::Full(_, error) | Self::Io(_, error) | Self::Write(error) => {
                Some(error.to_string())
            }
            Self::Workbook(error) => Some(error.to_string()),
            Self::NoFolder(_)
            | Self::IsFolder(_)
            | Self::IsProject(_)
            | Self::TooManyRows(..)
            | Self::TooManyColumns(..) => None,
        }
    }
}
