//! A finding: a claim under a code in the researcher's words, the segments that bear on it, and what the informants
//! say when it is shown to them.

use super::source::keyed;
use super::{CodeId, Date, Direction, FindingId, InformantId, SegmentId, Timestamp};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A claim under a code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Finding {
    /// Its id.
    pub id: FindingId,
    /// The code that it stands under.
    pub code: CodeId,
    /// What is claimed; never empty.
    pub claim: String,
    /// Its place among the findings of its code, from 0.
    pub order: u32,
    /// When it was written first.
    pub created: Timestamp,
}

/// A segment that bears on a finding.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Evidence {
    /// The finding.
    pub finding: FindingId,
    /// The segment.
    pub segment: SegmentId,
    /// What it says about the claim, which need not be what its coding says about the code; nothing until chosen.
    pub direction: Option<Direction>,
}

/// How far the member check of a finding with an informant is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum MemberCheckState {
    /// Not shown to the informant yet.
    NotSent,
    /// Shown, no answer yet.
    Sent,
    /// "So it is."
    Confirmed,
    /// "So it is, but …"
    Corrected,
    /// "So it is not."
    Rejected,
}

impl MemberCheckState {
    /// All states in the order of controls.
    pub const ALL: [Self; 5] = [Self::NotSent, Self::Sent, Self::Confirmed, Self::Corrected, Self::Rejected];

    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotSent => "not_sent",
            Self::Sent => "sent",
            Self::Confirmed => "confirmed",
            Self::Corrected => "corrected",
            Self::Rejected => "rejected",
        }
    }
}

keyed!(
    MemberCheckState,
    "not_sent, sent, confirmed, corrected, rejected",
    [
        MemberCheckState::NotSent,
        MemberCheckState::Sent,
        MemberCheckState::Confirmed,
        MemberCheckState::Corrected,
        MemberCheckState::Rejected
    ]
);

/// A finding taken back to an informant. Where there is none for the two, it has not been sent.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct MemberCheck {
    /// The finding.
    pub finding: FindingId,
    /// The informant.
    pub informant: InformantId,
    /// How far it is.
    pub state: MemberCheckState,
    /// When it was sent or answered.
    pub date: Option<Date>,
    /// What the informant said; may be empty.
    pub note: String,
}
