//! A source and its turns: what was brought in, from where, and who speaks in it.

use super::{CharRange, CoderId, Date, InformantId, LineNumbers, RevisionId, SourceId, TurnId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// How the researcher came by a source. The second axis of triangulation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Technique {
    /// Wawancara.
    Interview,
    /// Observasi.
    Observation,
    /// Dokumentasi.
    Document,
}

impl Technique {
    /// All techniques in the order of tables.
    pub const ALL: [Self; 3] = [Self::Interview, Self::Observation, Self::Document];

    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Interview => "interview",
            Self::Observation => "observation",
            Self::Document => "document",
        }
    }
}

/// One interview, observation sheet or document.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Source {
    /// Its id.
    pub id: SourceId,
    /// The file name without extension until renamed; stands in citations (`W.KS.12-02-2025`).
    pub name: String,
    /// The short code for narrow places (`W.KS`); the name where there is none.
    pub short: String,
    /// What it is in a few words, from the header (`Kepala Sekolah`); may be empty.
    pub description: String,
    /// How it was collected.
    pub technique: Technique,
    /// When it was collected.
    pub date: Option<Date>,
    /// Where it was collected; may be empty.
    pub place: String,
    /// The circumstances (time of day, who was present); may be empty.
    pub setting: String,
    /// Running number within the project, in order of import, from 1.
    pub number: u32,
    /// The researcher's note on the source; may be empty.
    pub note: String,
    /// Header lines as they stood: (label, value), in order.
    pub header: Vec<(String, String)>,
    /// The text that counts now.
    pub revision: RevisionId,
    /// File name of the imported original.
    pub original_name: String,
    /// The encoding that the original was read in, as the WHATWG Encoding Standard names it (`UTF-8`).
    pub encoding: String,
    /// Length of the text in code points.
    pub length: u32,
    /// Number of physical lines.
    pub lines: u32,
    /// The numbers of these lines, as they are cited.
    pub numbers: LineNumbers,
}

impl Source {
    /// How sentences and narrow places name it: by its short code, by its name where there is none.
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }

    /// What it is in a few words, or its name where the header does not say.
    pub fn called(&self) -> &str {
        if self.description.is_empty() { &self.name } else { &self.description }
    }
}

/// How far a coder says to be with a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Progress {
    /// The source.
    pub source: SourceId,
    /// Who codes.
    pub coder: CoderId,
    /// Whether the coder has marked the source as done.
    pub is_finished: bool,
}

/// What a turn is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TurnKind {
    /// An informant speaks.
    Speech,
    /// The researcher speaks; counts nowhere.
    Question,
    /// A reflective note of the researcher; counts nowhere.
    Reflection,
    /// Somebody who is neither (a stage direction, another person).
    Other,
}

impl TurnKind {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Question => "question",
            Self::Reflection => "reflection",
            Self::Other => "other",
        }
    }
}

/// A stretch spoken (or written) by one person.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Turn {
    /// Its id.
    pub id: TurnId,
    /// The whole stretch with its label, without the line end behind it.
    pub range: CharRange,
    /// The words alone: without the label and the space behind it. Within `range`.
    pub words: CharRange,
    /// The label as it stands in the text (`KS`); empty where there is none.
    pub label: String,
    /// Who speaks; nobody for the researcher.
    pub informant: Option<InformantId>,
    /// What it is.
    pub kind: TurnKind,
}

/// A word that names no member of a closed list; the list is in the message.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("one of: {0}")]
pub struct NotOneOf(pub &'static str);

macro_rules! keyed {
    ($type:ty, $list:expr, [$($variant:expr),+ $(,)?]) => {
        impl fmt::Display for $type {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.key())
            }
        }

        impl FromStr for $type {
            type Err = $crate::domain::source::NotOneOf;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                for variant in [$($variant),+] {
                    if variant.key() == text {
                        return Ok(variant);
                    }
                }
                Err($crate::domain::source::NotOneOf($list))
            }
        }
    };
}
pub(crate) use keyed;

keyed!(
    Technique,
    "interview, observation, document",
    [Technique::Interview, Technique::Observation, Technique::Document]
);
keyed!(
    TurnKind,
    "speech, question, reflection, other",
    [TurnKind::Speech, TurnKind::Question, TurnKind::Reflection, TurnKind::Other]
);
