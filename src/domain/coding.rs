//! A segment, and a code put on it by a coder.

use super::source::keyed;
use super::{CharRange, CodeId, CoderId, CodingId, LineNumber, RevisionId, SegmentId, SourceId, Timestamp};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// A place in a text. The same place is the same segment, whoever codes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Segment {
    /// Its id.
    pub id: SegmentId,
    /// The source it lies in.
    pub source: SourceId,
    /// The text its positions count in.
    pub revision: RevisionId,
    /// Where, in code points.
    pub range: CharRange,
    /// The first line it touches.
    pub line: LineNumber,
    /// The last line it touches.
    pub line_end: LineNumber,
    /// The words as coded, character for character.
    pub quote: Arc<str>,
    /// The core of the statement in the researcher's words; empty where none is written.
    pub reduction: Arc<str>,
    /// Whether it is marked as a key quotation.
    pub is_key: bool,
}

/// What a coding says about the claim of its code. `None` in an `Option<Direction>` is "not set yet".
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// ▲ mendukung.
    Supports,
    /// ◐ sebagian.
    Partly,
    /// ▼ melemahkan.
    Weakens,
    /// ◇ konteks: hearsay, wish, plan; never evidence.
    Context,
}

impl Direction {
    /// All directions in the order of controls.
    pub const ALL: [Self; 4] = [Self::Supports, Self::Partly, Self::Weakens, Self::Context];

    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Supports => "supports",
            Self::Partly => "partly",
            Self::Weakens => "weakens",
            Self::Context => "context",
        }
    }
}

keyed!(
    Direction,
    "supports, partly, weakens, context",
    [Direction::Supports, Direction::Partly, Direction::Weakens, Direction::Context]
);

/// A segment under a code by a coder, with its direction of evidence.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Coding {
    /// Its id.
    pub id: CodingId,
    /// The place.
    pub segment: SegmentId,
    /// The code.
    pub code: CodeId,
    /// Who coded.
    pub coder: CoderId,
    /// What it says about the claim; nothing until chosen.
    pub direction: Option<Direction>,
    /// When it was made.
    pub created: Timestamp,
}

/// What kind of coder.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CoderKind {
    /// A person.
    Person,
    /// The agreed coding of several.
    Consensus,
    /// Codings that came with an imported project.
    Import,
}

impl CoderKind {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Consensus => "consensus",
            Self::Import => "import",
        }
    }
}

keyed!(CoderKind, "person, consensus, import", [CoderKind::Person, CoderKind::Consensus, CoderKind::Import]);

/// Somebody who codes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Coder {
    /// Its id.
    pub id: CoderId,
    /// The name as entered; unique in a project.
    pub name: String,
    /// What kind.
    pub kind: CoderKind,
}
