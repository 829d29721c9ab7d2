//! What the researcher concludes from a row of the comparison, and why a cell is empty.

use super::source::keyed;
use super::{Axis, CodeId, RowKey, SegmentId, Timestamp};
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
    /// All verdicts in the order of controls.
    pub const ALL: [Self; 5] = [Self::Agreement, Self::Partial, Self::Silence, Self::Dissonance, Self::Unrated];

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

/// What the researcher decided about a row on one axis. There is one a row and axis, whoever wrote it last; a
/// conclusion without a verdict is one that says unrated.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowVerdict {
    /// The row.
    pub row: RowKey,
    /// What stood in the columns; never an attribute.
    pub axis: Axis,
    /// Whether the columns agree.
    pub value: Verdict,
    /// What the program suggested when the verdict was chosen, where it suggested anything.
    pub suggested: Option<Verdict>,
    /// Ids of the columns that the researcher calls silent (group keys, techniques, days, …).
    pub silent: Vec<String>,
    /// The conclusion; may be empty.
    pub conclusion: String,
    /// Who wrote it last.
    pub coder: String,
    /// When.
    pub changed: Timestamp,
    /// Stands for what the evidence of the row was when the verdict was chosen; another one now means that the verdict
    /// has to be looked at again. Empty where none was chosen.
    pub basis: String,
}

/// How well a role is carried out, in the researcher's judgement.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EvaluationValue {
    /// Optimal.
    Optimal,
    /// Cukup.
    Adequate,
    /// Belum optimal.
    NotYetOptimal,
}

impl EvaluationValue {
    /// All values in the order of controls.
    pub const ALL: [Self; 3] = [Self::Optimal, Self::Adequate, Self::NotYetOptimal];

    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Optimal => "optimal",
            Self::Adequate => "adequate",
            Self::NotYetOptimal => "not_yet_optimal",
        }
    }
}

keyed!(
    EvaluationValue,
    "optimal, adequate, not_yet_optimal",
    [EvaluationValue::Optimal, EvaluationValue::Adequate, EvaluationValue::NotYetOptimal]
);

/// The evaluation of a role. There is one a code, whoever wrote it last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Evaluation {
    /// The role.
    pub code: CodeId,
    /// The judgement.
    pub value: EvaluationValue,
    /// Why; never empty.
    pub reason: String,
    /// The quotations that show it, in the order of reading; fewer than were cited where some are locked.
    pub segments: Vec<SegmentId>,
    /// Who wrote it last.
    pub coder: String,
    /// When.
    pub changed: Timestamp,
}

/// Why a cell shows no quotation.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EmptyReason {
    /// A source of the column is not coded to its end, so the answer may still be found; computed.
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
