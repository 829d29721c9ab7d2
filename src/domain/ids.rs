//! One type an id, so that a code can never be asked for with the id of a coding.
//!
//! What the program creates carries a UUID version 7 (made in `project`, which may use the clock), what
//! it imports from other programs keeps its own GUID. Two laptops can create rows that never collide.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),+ $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Wraps an id that was created or read elsewhere.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// The bare id, as the project file stores it.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.hyphenated().fmt(f)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write!(f, concat!(stringify!($name), "({})"), self.0.hyphenated())
            }
        }

        impl FromStr for $name {
            type Err = uuid::Error;
            fn from_str(text: &str) -> Result<Self, uuid::Error> {
                Uuid::parse_str(text).map(Self)
            }
        }
    )+};
}

ids! {
    /// A project file; stays the same through copies.
    ProjectId,
    /// A source: one interview, observation sheet or document.
    SourceId,
    /// One immutable text of a source.
    RevisionId,
    /// How far a coder is with a source.
    ProgressId,
    /// A place of a text that points out of it.
    AnchorId,
    /// A stretch of a text spoken by one speaker.
    TurnId,
    /// A person who gave information.
    InformantId,
    /// What a label of turns stands for, as it was decided.
    LabelId,
    /// A group of informants (principal, teacher, student, …).
    GroupId,
    /// A code of the codebook.
    CodeId,
    /// A codebook beside the first one.
    CodebookId,
    /// A column of the researcher's own about informants or sources.
    AttributeId,
    /// Something that was exported.
    ExportId,
    /// Somebody who codes.
    CoderId,
    /// A place in a text.
    SegmentId,
    /// A segment under a code by a coder.
    CodingId,
    /// A memo.
    MemoId,
    /// A claim under a code in the researcher's words.
    FindingId,
    /// One user action in the history.
    StepId,
}
