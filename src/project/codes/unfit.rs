//! What a codebook refuses, each with a sentence that says what to do next.

use crate::domain::{DEEPEST, Message, Say};

/// A change that would not leave a codebook behind. Nothing is changed then.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
pub enum Unfit {
    /// A code without a name.
    #[error("a code needs a name")]
    NoName,
    /// A name or short code that is too long.
    #[error("longer than {most} letters")]
    LongName {
        /// Most letters.
        most: usize,
    },
    /// Another code in the same place bears the name.
    #[error("another code there is named {name}")]
    SameName {
        /// The name.
        name: String,
    },
    /// Another code of the codebook bears the short code.
    #[error("{short} is the short code of {name}")]
    SameShort {
        /// The short code.
        short: String,
        /// The name of its bearer.
        name: String,
    },
    /// A code under itself or under its own indicator.
    #[error("{code} cannot stand under {parent}, which is itself or stands below it")]
    UnderItself {
        /// The code.
        code: String,
        /// Where it was to go.
        parent: String,
    },
    /// More levels than can be shown.
    #[error("{code} would stand more than {DEEPEST} levels deep")]
    TooDeep {
        /// The code.
        code: String,
    },
    /// Something that is no colour.
    #[error("{what} is no colour")]
    NoColour {
        /// What was typed.
        what: String,
    },
    /// Something that is no digit from 1 to 9.
    #[error("{what} is no key")]
    NoKey {
        /// What was typed.
        what: String,
    },
    /// A code merged into itself.
    #[error("{code} is to be merged into itself")]
    IntoItself {
        /// The code.
        code: String,
    },
    /// A code merged into one of its own indicators.
    #[error("{code} is to be merged into {into}, which stands below it")]
    IntoOwn {
        /// The code.
        code: String,
        /// Its indicator.
        into: String,
    },
    /// A pair of one code.
    #[error("{code} with itself")]
    PairWithItself {
        /// The code.
        code: String,
    },
    /// The pair is gone.
    #[error("no such pair")]
    NoPair,
    /// The codebook is gone.
    #[error("no such codebook")]
    NoCodebook,
    /// A codebook without a name.
    #[error("a codebook needs a name")]
    NamelessCodebook,
    /// Another codebook bears the name.
    #[error("another codebook is named {name}")]
    SameCodebook {
        /// The name.
        name: String,
    },
    /// More codes than anybody means.
    #[error("more than {most} codes")]
    TooManyCodes {
        /// The limit.
        most: usize,
    },
}

impl Say for Unfit {
    fn message(&self) -> Message {
        match self {
            Self::NoName => Message::new("codebook-unfit-no-name"),
            Self::LongName { most } => Message::new("codebook-unfit-long").with("most", *most),
            Self::SameName { name } => Message::new("codebook-unfit-same-name").with("name", name.as_str()),
            Self::SameShort { short, name } => {
                Message::new("codebook-unfit-same-short").with("short", short.as_str()).with("name", name.as_str())
            }
            Self::UnderItself { code, parent } => {
                Message::new("codebook-unfit-under-itself").with("code", code.as_str()).with("parent", parent.as_str())
            }
            Self::TooDeep { code } => {
                Message::new("codebook-unfit-deep").with("code", code.as_str()).with("most", DEEPEST)
            }
            Self::NoColour { what } => Message::new("codebook-unfit-colour").with("what", what.as_str()),
            Self::NoKey { what } => Message::new("codebook-unfit-key").with("what", what.as_str()),
            Self::IntoItself { code } => Message::new("codebook-unfit-into-itself").with("code", code.as_str()),
            Self::IntoOwn { code, into } => {
                Message::new("codebook-unfit-into-own").with("code", code.as_str()).with("into", into.as_str())
            }
            Self::PairWithItself { code } => Message::new("codebook-unfit-pair").with("code", code.as_str()),
            Self::NoPair => Message::new("codebook-unfit-no-pair"),
            Self::NoCodebook => Message::new("codebook-unfit-no-book"),
            Self::NamelessCodebook => Message::new("codebook-unfit-nameless-book"),
            Self::SameCodebook { name } => Message::new("codebook-unfit-same-book").with("name", name.as_str()),
            Self::TooManyCodes { most } => Message::new("codebook-unfit-many").with("most", *most),
        }
    }
}
