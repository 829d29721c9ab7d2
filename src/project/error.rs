//! What can go wrong with a project, each with a sentence that says what to do next.

use super::Step;
use super::codes::Unfit;
use crate::domain::{Message, Say, Timestamp};
use crate::import::CodebookError;
use crate::store;
use std::path::{Path, PathBuf};

/// An error of a project. Whatever was there before is still there.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// The system names no folder where backups could lie.
    #[error("no data folder")]
    NoBackupPlace,
    /// The folder of backups cannot be written.
    #[error("{detail}: {}", .folder.display())]
    BackupFolder {
        /// The folder.
        folder: PathBuf,
        /// What the system says.
        detail: String,
    },
    /// No backup of this project is known.
    #[error("no backups of {}", .path.display())]
    NoBackups {
        /// The project file.
        path: PathBuf,
    },
    /// There is no backup of this name.
    #[error("no backup {name}")]
    NoBackup {
        /// What was asked for.
        name: String,
    },
    /// Several backups begin with this name.
    #[error("several backups begin with {name}: {known}")]
    ManyBackups {
        /// What was asked for.
        name: String,
        /// Their names.
        known: String,
    },
    /// The backup is of another project.
    #[error("the backup is of another project, {title}")]
    OtherProject {
        /// The title in the backup.
        title: String,
    },
    /// Somebody has the project open.
    #[error("open on {device} by {coder} since {since:?}")]
    InUse {
        /// Who; may be empty.
        coder: String,
        /// Where; may be empty.
        device: String,
        /// Since when, where it is known.
        since: Option<Timestamp>,
    },
    /// A codebook file that cannot be read.
    #[error("codebook: {0}")]
    Codebook(#[from] CodebookError),
    /// A change that would not leave a codebook behind.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// The step to be taken back or brought back is not the one that was named: another process has made, undone or
    /// redone one meanwhile.
    #[error("the step in question is now {} by {} on {}", step.id, step.coder, step.device)]
    OtherStep {
        /// The step that it would be now.
        step: Box<Step>,
        /// Whether it was to be brought back.
        is_redo: bool,
    },
    /// A file beside the project that holds another one.
    #[error("another project: {}", .0.display())]
    NotACopy(PathBuf),
    /// Another source has this name.
    #[error("another source is named {name}")]
    SameName {
        /// The name.
        name: String,
    },
    /// The same bytes have been imported before.
    #[error("{file} is already in the project as {name}")]
    SameBytes {
        /// The file.
        file: String,
        /// The source that holds them.
        name: String,
    },
    /// A file without words.
    #[error("{file} holds no text")]
    NoText {
        /// The file.
        file: String,
    },
    /// An importer found turns that do not lie in the text.
    #[error("{file}: turn {turn} does not lie in the text")]
    Turn {
        /// The file.
        file: String,
        /// Which, from 1.
        turn: usize,
    },
    /// There is no such group.
    #[error("no group {group}; there are {known}")]
    NoGroup {
        /// What was asked for.
        group: String,
        /// The keys of those that exist.
        known: String,
    },
    /// The source is gone.
    #[error("no such source")]
    NoSource,
    /// The code is gone.
    #[error("no such code")]
    NoCode,
    /// The coding is gone.
    #[error("no such coding")]
    NoCoding,
    /// What a memo hangs on is gone.
    #[error("no such host of a memo")]
    NoHost,
    /// A range without a single character.
    #[error("the range {start}..{start} of {name} is empty")]
    EmptyRange {
        /// The source.
        name: String,
        /// Where, in code points.
        start: u32,
    },
    /// A range that reaches beyond its text.
    #[error("the range {start}..{end} reaches beyond {name}, which has {length} code points")]
    BeyondText {
        /// The source.
        name: String,
        /// Its start in code points.
        start: u32,
        /// Its end in code points.
        end: u32,
        /// Length of the text in code points.
        length: u32,
    },
    /// A coder without a name.
    #[error("a coder needs a name")]
    NamelessCoder,
    /// The import was stopped before this file was in.
    #[error("the import was stopped before {file} was in")]
    ImportStopped {
        /// The file.
        file: String,
    },
    /// Building the sample study was stopped.
    #[error("building the sample study was stopped")]
    SampleStopped,
    /// The sample study inside the program does not fit it.
    #[error("sample study: {0}")]
    SampleDamaged(String),
}

impl Error {
    /// Whether another device has taken the project over.
    pub const fn is_taken_over(&self) -> bool {
        matches!(self, Self::Store(store::Error::TakenOver(_)))
    }

    /// Whether it is only that somebody has stopped the work.
    pub const fn is_stop(&self) -> bool {
        matches!(self, Self::Store(store::Error::Stopped))
    }

    /// The same error, naming the file where it names none yet.
    #[must_use]
    pub(super) fn of(self, path: &Path) -> Self {
        match self {
            Self::Store(error) => Self::Store(error.of(path)),
            other => other,
        }
    }

    /// The damaged file whose words may still be rescued into a new one.
    pub fn damaged_file(&self) -> Option<&Path> {
        match self {
            Self::Store(error) => error.damaged_file(),
            _ => None,
        }
    }

    /// Whether the file is no longer at its place, and what was open lies in a copy.
    pub const fn is_displaced(&self) -> bool {
        matches!(self, Self::Store(store::Error::Displaced(_)))
    }
}

impl Say for Error {
    fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::NoBackupPlace => Message::new("error-backup-no-place"),
            Self::BackupFolder { folder, .. } => {
                Message::new("error-backup-folder").with("path", folder.display().to_string())
            }
            Self::NoBackups { path } => Message::new("error-backup-none").with("path", path.display().to_string()),
            Self::NoBackup { name } => Message::new("error-backup-unknown").with("name", name.as_str()),
            Self::ManyBackups { name, known } => {
                Message::new("error-backup-several").with("name", name.as_str()).with("known", known.as_str())
            }
            Self::OtherProject { title } => Message::new("error-backup-other").with("name", title.as_str()),
            Self::InUse { coder, device, since: Some(since) } if !coder.is_empty() && !device.is_empty() => {
                Message::new("error-in-use-by")
                    .with("coder", coder.as_str())
                    .with("device", device.as_str())
                    .with("at", *since)
            }
            Self::InUse { .. } => Message::new("error-in-use"),
            Self::Codebook(error) => error.message(),
            Self::Unfit(unfit) => unfit.message(),
            Self::OtherStep { step, is_redo } => {
                Message::new(if *is_redo { "error-redo-other" } else { "error-undo-other" })
                    .with("what", step.sentence.clone())
                    .with("coder", step.coder.as_str())
                    .with("device", step.device.as_str())
            }
            Self::NotACopy(path) => Message::new("error-not-a-copy").with("path", path.display().to_string()),
            Self::SameName { name } => Message::new("error-same-name").with("name", name.as_str()),
            Self::SameBytes { file, name } => {
                Message::new("error-same-bytes").with("file", file.as_str()).with("name", name.as_str())
            }
            Self::NoText { file } => Message::new("error-no-text").with("file", file.as_str()),
            Self::Turn { file, .. } => Message::new("error-turn").with("file", file.as_str()),
            Self::NoGroup { group, known } => {
                Message::new("error-no-group").with("group", group.as_str()).with("known", known.as_str())
            }
            Self::NoSource => Message::new("error-no-source"),
            Self::NoCode => Message::new("error-no-code"),
            Self::NoCoding => Message::new("error-no-coding"),
            Self::NoHost => Message::new("error-no-host"),
            Self::EmptyRange { name, .. } => Message::new("error-empty-range").with("name", name.as_str()),
            Self::BeyondText { name, start, end, length } => Message::new("error-beyond-text")
                .with("name", name.as_str())
                .with("range", format!("{start}..{end}"))
                .with("length", length.to_string()),
            Self::NamelessCoder => Message::new("error-nameless-coder"),
            Self::ImportStopped { file } => Message::new("import-error-stopped").with("file", file.as_str()),
            Self::SampleStopped => Message::new("sample-stopped"),
            Self::SampleDamaged(_) => Message::new("sample-damaged"),
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::Store(error) => error.detail(),
            Self::BackupFolder { .. } | Self::Codebook(_) | Self::Turn { .. } | Self::SampleDamaged(_) => {
                Some(self.to_string())
            }
            _ => None,
        }
    }

    fn mark(&self) -> String {
        match self {
            Self::Store(error) => error.mark(),
            _ => self.message().key,
        }
    }
}
