//! What the researcher concludes from a row of the comparison, and why a cell is empty.

use super::source::keyed;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// Whether the columns of a row agree. The program suggests one and never fills one in.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Verdict {
    /// = sesuai.
    Agreement,
    /// ≈ sesuai sebagian.
    Partial,
    /// ∅ senyap: fewer than two sides speak.
    Silence,
    /// ≠ bertentangan.
    Dissonance,
    /// Belum dinilai.
    Unrated,
}

impl Verdict {
    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Agreement => "agreement",
            Self::Partial => "partial",
            Self::Silence => "silence",
            Self::Dissonance => "dissonance",
            Self::Unrated => "unrated",
        }
    }
}

keyed!(
    Verdict,
    "agreement, partial, silence, dissonance, unrated",
    [Verdict::Agreement, Verdict::Partial, Verdict::Silence, Verdict::Dissonance, Verdict::Unrated]
);

/// Why a cell shows no quotation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmptyReason {
    /// No segment of the column carries the row's codes yet; computed.
    NotCoded,
    /// The researcher did not ask.
    NotAsked,
    /// Asked, but not mentioned in the answer.
    NotMentioned,
    /// The informant said "I don't know".
    DontKnow,
}

impl EmptyReason {
    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::NotCoded => "not_coded",
            Self::NotAsked => "not_asked",
            Self::NotMentioned => "not_mentioned",
            Self::DontKnow => "dont_know",
        }
    }
}

keyed!(
    EmptyReason,
    "not_coded, not_asked, not_mentioned, dont_know",
    [EmptyReason::NotCoded, EmptyReason::NotAsked, EmptyReason::NotMentioned, EmptyReason::DontKnow]
);
