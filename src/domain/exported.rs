//! What was handed out, so that what has changed since can be told.

use super::{ExportId, SourceId, Timestamp};

/// A file that was exported from a project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Exported {
    /// Its id.
    pub id: ExportId,
    /// When.
    pub at: Timestamp,
    /// Name of who did it.
    pub coder: String,
    /// What it holds (`excerpts`, `transcript`); never translated.
    pub what: String,
    /// Its format (`docx`, `csv`); never translated.
    pub format: String,
    /// Its file name, without the folder.
    pub file: String,
    /// The sources whose words are in it.
    pub sources: Vec<SourceId>,
    /// Whether it no longer says who speaks as the project does: somebody's words were assigned, locked or removed,
    /// or an informant, group or source has another name since.
    pub is_outdated: bool,
}
