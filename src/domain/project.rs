//! What a project says about itself, and the two languages.

use super::ProjectId;
use super::source::keyed;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A language of the interface and of the built-in codebook.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub enum Language {
    /// Bahasa Indonesia.
    #[serde(rename = "id")]
    Indonesian,
    /// English.
    #[serde(rename = "en")]
    English,
}

impl Language {
    /// Both, in the order of menus.
    pub const ALL: [Self; 2] = [Self::Indonesian, Self::English];

    /// The one of the two that this is not.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Indonesian => Self::English,
            Self::English => Self::Indonesian,
        }
    }

    /// The code in files and on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Indonesian => "id",
            Self::English => "en",
        }
    }
}

keyed!(Language, "id, en", [Language::Indonesian, Language::English]);

/// What a project says about itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ProjectInfo {
    /// Its id; stays the same through copies.
    pub id: ProjectId,
    /// Number of steps that have landed; grows with every change, undo and redo included.
    pub revision: u64,
    /// Title of the study.
    pub title: String,
    /// The school or place.
    pub school: String,
    /// Who does the research.
    pub researcher: String,
    /// The researcher's student number.
    pub student_number: String,
    /// The supervisor.
    pub supervisor: String,
    /// How a passage is cited: a pattern as [`super::citation`] reads it.
    pub citation: String,
    /// The language of the codebook and of citations.
    pub language: Language,
}

impl ProjectInfo {
    /// The citation pattern of a new project.
    pub const fn default_citation(language: Language) -> &'static str {
        match language {
            Language::Indonesian => "{technique}.{who}.{date:dd-MM-yyyy}, baris {line}",
            Language::English => "{technique}.{who}.{date:dd-MM-yyyy}, line {line}",
        }
    }
}
