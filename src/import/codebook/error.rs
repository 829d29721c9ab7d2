//! Why a codebook file was not read, as a sentence that says what to do next.

use super::{MOST_BYTES, MOST_CODES};
use crate::domain::{DEEPEST, LONGEST_NAME, Message, Say};

/// Why nothing was taken from a codebook file.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum CodebookError {
    /// No bytes, or only spaces.
    #[error("nothing in it")]
    Empty,
    /// More than [`MOST_BYTES`].
    #[error("more than {MOST_BYTES} bytes")]
    TooLarge,
    /// The system refuses to read it; what it says.
    #[error("{0}")]
    Unreadable(String),
    /// Not the form this program reads; what the parser says.
    #[error("{0}")]
    Form(String),
    /// A table without a column of names.
    #[error("no column named {wanted}; there are {found}")]
    NoColumn {
        /// The column that is missing.
        wanted: &'static str,
        /// Those that are there.
        found: String,
    },
    /// A file without a single code.
    #[error("no codes")]
    NoCodes,
    /// More codes than anybody means.
    #[error("{0} codes, more than {MOST_CODES}")]
    TooManyCodes(usize),
    /// A code without a name.
    #[error("a code without a name: {0}")]
    Nameless(String),
    /// A name longer than can be shown.
    #[error("longer than {LONGEST_NAME} letters: {0}…")]
    LongName(String),
    /// A short code twice, or a name twice under one code.
    #[error("{0} stands twice")]
    Twice(String),
    /// A digit for two codes.
    #[error("key {key} stands twice, the second time for {code}")]
    KeyTwice {
        /// The second code.
        code: String,
        /// The digit.
        key: String,
    },
    /// Codes within codes beyond what can be shown.
    #[error("more than {DEEPEST} levels at {0}")]
    TooDeep(String),
    /// A code below itself.
    #[error("{0} stands below itself")]
    Ring(String),
    /// A colour, kind, key or parent that is none; where, and what stands there.
    #[error("{at}: {what} is no {field}")]
    Value {
        /// The code, or the row of a table.
        at: String,
        /// The field.
        field: &'static str,
        /// What stands there.
        what: String,
    },
    /// A pair of codes that is none.
    #[error("confusing_pairs: {0}")]
    Pair(String),
}

impl Say for CodebookError {
    fn message(&self) -> Message {
        match self {
            Self::Empty => Message::new("codebook-error-empty"),
            Self::TooLarge => Message::new("codebook-error-large").with("most", MOST_BYTES >> 20),
            Self::Unreadable(_) => Message::new("codebook-error-unreadable"),
            Self::Form(_) => Message::new("error-codebook"),
            Self::NoColumn { wanted, found } => {
                Message::new("codebook-error-column").with("name", *wanted).with("found", found.as_str())
            }
            Self::NoCodes => Message::new("codebook-error-no-codes"),
            Self::TooManyCodes(n) => Message::new("codebook-error-many").with("n", *n).with("most", MOST_CODES),
            Self::Nameless(code) => Message::new("codebook-error-nameless").with("code", code.as_str()),
            Self::LongName(name) => {
                Message::new("codebook-error-long").with("name", name.as_str()).with("most", LONGEST_NAME)
            }
            Self::Twice(name) => Message::new("codebook-error-twice").with("name", name.as_str()),
            Self::KeyTwice { code, key } => {
                Message::new("codebook-error-key-twice").with("code", code.as_str()).with("key", key.as_str())
            }
            Self::TooDeep(code) => {
                Message::new("codebook-error-deep").with("code", code.as_str()).with("most", DEEPEST)
            }
            Self::Ring(code) => Message::new("codebook-error-ring").with("code", code.as_str()),
            Self::Value { at, field, what } => Message::new("codebook-error-value")
                .with("at", at.as_str())
                .with("field", *field)
                .with("what", what.as_str()),
            Self::Pair(what) => Message::new("codebook-error-pair").with("what", what.as_str()),
        }
    }

    fn detail(&self) -> Option<String> {
        Some(self.to_string())
    }
}
