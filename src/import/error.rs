//! Why a file was not imported, as a sentence that says what to do next.

use super::format::Format;
use crate::domain::{Message, Say};
use std::io;

/// Largest file that is read, in bytes.
pub const MAX_BYTES: u64 = 100 * 1024 * 1024;
/// Most physical lines that a text may have.
pub const MAX_LINES: usize = 2_000_000;
/// Most files that are taken from one folder.
pub const MAX_FILES: usize = 10_000;

/// Why nothing was imported from a file or folder. `file` is its name as the user knows it.
#[derive(Debug, thiserror::Error)]
pub enum ImportError {
    /// There is no such file or folder.
    #[error("there is no file or folder: {file}")]
    Missing {
        /// Path as given.
        file: String,
    },
    /// A folder stands where a file was expected.
    #[error("is a folder: {file}")]
    IsFolder {
        /// Path as given.
        file: String,
    },
    /// A folder without text files.
    #[error("no text files in folder: {file}")]
    EmptyFolder {
        /// Path as given.
        file: String,
    },
    /// More files in a folder than anybody means to import at once.
    #[error("more than {MAX_FILES} text files in folder: {file}")]
    TooManyFiles {
        /// Path as given.
        file: String,
    },
    /// The system refused to read it.
    #[error("cannot be read ({cause}): {file}")]
    Unreadable {
        /// Path as given.
        file: String,
        /// What the system said.
        cause: io::Error,
    },
    /// Reading was stopped before its end.
    #[error("stopped: {file}")]
    Stopped {
        /// File name.
        file: String,
    },
    /// No words in it.
    #[error("no words in it: {file}")]
    Empty {
        /// File name.
        file: String,
    },
    /// More than [`MAX_BYTES`].
    #[error("more than {} bytes: {file}", MAX_BYTES)]
    TooLarge {
        /// File name.
        file: String,
    },
    /// More than [`MAX_LINES`].
    #[error("more than {MAX_LINES} lines: {file}")]
    TooManyLines {
        /// File name.
        file: String,
    },
    /// UTF-32, which no program writes unasked.
    #[error("UTF-32: {file}")]
    Utf32 {
        /// File name.
        file: String,
    },
    /// No text at all.
    #[error("binary: {file}")]
    Binary {
        /// File name.
        file: String,
    },
    /// A document that is cut off or does not hold together.
    #[error("damaged ({detail}): {file}")]
    Damaged {
        /// File name.
        file: String,
        /// What is wrong in it.
        detail: String,
    },
    /// A document locked with a password.
    #[error("locked: {file}")]
    Locked {
        /// File name.
        file: String,
    },
    /// A document that holds pictures and not a word.
    #[error("only pictures: {file}")]
    OnlyPictures {
        /// File name.
        file: String,
    },
    /// Another format, known by its first bytes.
    #[error("{format:?}: {file}")]
    Other {
        /// File name.
        file: String,
        /// What it is.
        format: Format,
    },
}

impl ImportError {
    /// The file or folder it is about, as the user knows it.
    pub fn file(&self) -> &str {
        match self {
            Self::Missing { file }
            | Self::IsFolder { file }
            | Self::EmptyFolder { file }
            | Self::TooManyFiles { file }
            | Self::Unreadable { file, .. }
            | Self::Stopped { file }
            | Self::Empty { file }
            | Self::TooLarge { file }
            | Self::TooManyLines { file }
            | Self::Utf32 { file }
            | Self::Binary { file }
            | Self::Damaged { file, .. }
            | Self::Locked { file }
            | Self::OnlyPictures { file }
            | Self::Other { file, .. } => file,
        }
    }
}

impl Say for ImportError {
    fn message(&self) -> Message {
        let message = match self {
            Self::Missing { .. } => Message::new("import-error-missing"),
            Self::IsFolder { .. } => Message::new("import-error-is-folder"),
            Self::EmptyFolder { .. } => Message::new("import-error-empty-folder"),
            Self::TooManyFiles { .. } => Message::new("import-error-too-many-files").with("limit", MAX_FILES),
            Self::Unreadable { .. } => Message::new("import-error-unreadable"),
            Self::Stopped { .. } => Message::new("import-error-stopped"),
            Self::Empty { .. } => Message::new("import-error-empty"),
            Self::TooLarge { .. } => Message::new("import-error-too-large").with("limit", MAX_BYTES / (1024 * 1024)),
            Self::TooManyLines { .. } => Message::new("import-error-too-many-lines").with("limit", MAX_LINES),
            Self::Utf32 { .. } => Message::new("import-error-utf32"),
            Self::Binary { .. } => Message::new("import-error-binary"),
            Self::Damaged { .. } => Message::new("import-error-damaged"),
            Self::Locked { .. } => Message::new("import-error-locked"),
            Self::OnlyPictures { .. } => Message::new("import-error-only-pictures"),
            Self::Other { format, .. } => Message::new(format.refusal().unwrap_or("import-error-binary")),
        };
        message.with("file", self.file())
    }

    fn detail(&self) -> Option<String> {
        match self {
            Self::Unreadable { cause, .. } => Some(cause.to_string()),
            Self::Damaged { detail, .. } => Some(detail.clone()),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Language;
    use crate::i18n::Catalog;

    #[test]
    fn every_sentence_is_said_in_both_languages() {
        let file = || "W.KS.txt".to_owned();
        let mut errors = vec![
            ImportError::Missing { file: file() },
            ImportError::IsFolder { file: file() },
            ImportError::EmptyFolder { file: file() },
            ImportError::TooManyFiles { file: file() },
            ImportError::Unreadable { file: file(), cause: std::io::Error::other("locked") },
            ImportError::Stopped { file: file() },
            ImportError::Empty { file: file() },
            ImportError::TooLarge { file: file() },
            ImportError::TooManyLines { file: file() },
            ImportError::Utf32 { file: file() },
            ImportError::Binary { file: file() },
            ImportError::Damaged { file: file(), detail: "word/document.xml".to_owned() },
            ImportError::Locked { file: file() },
            ImportError::OnlyPictures { file: file() },
        ];
        use Format::{Archive, Database, Doc, Media, Pdf};
        errors.extend([Archive, Database, Doc, Media, Pdf].map(|format| ImportError::Other { file: file(), format }));
        let mut messages: Vec<_> = errors.iter().map(Say::message).collect();
        for (name, text) in [
            ("W.KS.txt", "P: a\0b\u{fffd}\n"),
            ("x.txt", "<?xml version=\"1.0\"?><a/>"),
            ("W.KS.13-02-2025.txt", "Tanggal: 12-02-2025\n\nP: Apa?\nKS: Ini."),
            ("W.KS.txt", "Tanggal: 31-02-2025\n\nP: Apa?\nKS: Ini."),
        ] {
            messages.extend(
                crate::import::read(name, text.as_bytes().to_vec(), &crate::import::Reading::default())
                    .expect("text")
                    .warnings,
            );
        }
        for bytes in [b"caf\xE9".as_slice(), b"\xEF\xBB\xBFa\x96"] {
            let read = crate::import::read("x.txt", bytes.to_vec(), &crate::import::Reading::default());
            messages.extend(read.expect("text").warnings);
        }
        let mut keys: Vec<_> = messages.iter().map(|message| message.key.clone()).collect();
        keys.sort();
        keys.dedup();
        assert_eq!(keys.len(), 19 + 9, "{keys:?}");
        for language in [Language::Indonesian, Language::English] {
            let catalog = Catalog::new(language);
            for message in &messages {
                let sentence = catalog.say(message);
                let is_whole = !sentence.contains('{') && !sentence.starts_with("import-") && !sentence.contains('\n');
                assert!(is_whole && (sentence.contains("W.KS") || sentence.contains("x.txt")), "{sentence}");
            }
        }
    }
}
