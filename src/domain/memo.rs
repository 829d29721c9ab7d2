//! Notes of the researcher. A memo can hang on anything; one without a host is a page of the journal.

use super::{CodeId, CodingId, FindingId, InformantId, MemoId, SegmentId, SourceId, Timestamp};
use serde::{Deserialize, Serialize};

/// What a memo hangs on.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemoHost {
    /// Nothing: a page of the journal.
    Journal,
    /// A source.
    Source(SourceId),
    /// An informant.
    Informant(InformantId),
    /// A code.
    Code(CodeId),
    /// A segment.
    Segment(SegmentId),
    /// A coding.
    Coding(CodingId),
    /// A finding.
    Finding(FindingId),
}

impl MemoHost {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Journal => "journal",
            Self::Source(_) => "source",
            Self::Informant(_) => "informant",
            Self::Code(_) => "code",
            Self::Segment(_) => "segment",
            Self::Coding(_) => "coding",
            Self::Finding(_) => "finding",
        }
    }
}

/// A note in the researcher's words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Memo {
    /// Its id.
    pub id: MemoId,
    /// What it hangs on.
    pub host: MemoHost,
    /// The words.
    pub text: String,
    /// Who wrote it, by name.
    pub author: String,
    /// When it was last changed.
    pub changed: Timestamp,
}
