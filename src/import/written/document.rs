//! How a document of an office ends: what its reader met beside the words is said, and one of nothing but pictures is
//! refused by that name.

use super::{Writing, Written};
use crate::domain::Message;
use crate::import::error::ImportError;
use std::collections::HashMap;

/// What a reader met beside the words.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Met {
    /// Tracked changes, read as accepted.
    pub changes: usize,
    /// Pictures.
    pub pictures: usize,
    /// Footnotes and endnotes.
    pub notes: usize,
}

impl Writing {
    /// Hands over what was written as [`Writing::finish`] does, with what is to be said of `met`.
    ///
    /// # Errors
    /// As [`Writing::finish`]; and nothing but pictures.
    pub fn finish_document(
        mut self,
        file: &str,
        comments: &HashMap<String, String>,
        met: Met,
    ) -> Result<Written, ImportError> {
        if met.changes > 0 {
            self.warnings.push(Message::new("import-warning-tracked").with("n", met.changes));
        }
        let mut written = self.finish(file, comments).map_err(|error| match error {
            ImportError::Empty { file } if met.pictures > 0 => ImportError::OnlyPictures { file },
            error => error,
        })?;
        if met.notes > 0 {
            written.warnings.push(Message::new("import-warning-notes").with("n", met.notes));
        }
        if met.pictures > 0 {
            written.warnings.push(Message::new("import-warning-pictures").with("n", met.pictures));
        }
        Ok(written)
    }
}
