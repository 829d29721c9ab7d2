//! Why a judgement cannot be kept, each with a sentence that says what to do next.

use crate::domain::{Message, Say};

/// A judgement that cannot be kept as it is.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Misjudged {
    /// The finding is gone.
    #[error("no such finding")]
    NoFinding,
    /// A finding without a claim.
    #[error("a finding needs a claim")]
    NoClaim,
    /// A finding is moved beside one of another code.
    #[error("the two findings stand under different codes")]
    OtherCode,
    /// Columns of an attribute take no verdict.
    #[error("no verdict by an attribute")]
    AttributeAxis,
    /// The column is a value or what is left over, or two columns of one kind cross.
    #[error("nothing can be written in the cells of this column")]
    NoLastingColumn,
    /// The column of a cell is gone.
    #[error("no such column")]
    ColumnGone,
    /// *Not coded yet* is computed.
    #[error("not_coded is computed")]
    Computed,
    /// An evaluation without a reason.
    #[error("an evaluation needs a reason")]
    NoReason,
    /// An evaluation that cites nothing.
    #[error("an evaluation needs a quotation")]
    NoQuotation,
    /// There is no evaluation to remove.
    #[error("no such evaluation")]
    NoEvaluation,
}

impl Say for Misjudged {
    fn message(&self) -> Message {
        Message::new(match self {
            Self::NoFinding => "error-finding-gone",
            Self::NoClaim => "error-finding-claim",
            Self::OtherCode => "error-finding-order",
            Self::AttributeAxis => "error-verdict-attribute",
            Self::NoLastingColumn => "error-cell-column",
            Self::ColumnGone => "error-cell-gone",
            Self::Computed => "error-cell-computed",
            Self::NoReason => "error-evaluation-reason",
            Self::NoQuotation => "error-evaluation-quotation",
            Self::NoEvaluation => "error-evaluation-gone",
        })
    }
}
