//! What can go wrong with a project, each with a sentence that says what to do next.

use crate::domain::{Message, Say};
use crate::store;

/// An error of a project. Whatever was there before is still there.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// A codebook file that cannot be read.
    #[error("codebook: {0}")]
    Codebook(String),
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
    /// Building the sample study was stopped.
    #[error("building the sample study was stopped")]
    SampleStopped,
    /// The sample study inside the program does not fit it.
    #[error("sample study: {0}")]
    SampleDamaged(String),
}

impl Error {
    /// Whether the file is no longer at its place, and what was open lies in a copy.
    pub const fn is_displaced(&self) -> bool {
        matches!(self, Self::Store(store::Error::Displaced(_)))
    }
}

impl Say for Error {
    fn message(&self) -> Message {
        match self {
            Self::Store(error) => error.message(),
            Self::Codebook(_) => Message::new("error-codebook"),
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
            Self::SampleStopped => Message::new("sample-stopped"),
            Self::SampleDamaged(_) => Message::new("sample-damaged"),
        }
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::Store(error) => error.detail(),
            Self::Codebook(_) | Self::Turn { .. } | Self::SampleDamaged(_) => Some(self.to_string()),
            _ => None,
        }
    }
}
