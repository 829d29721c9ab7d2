//! A code of the codebook: what a passage can be about.

use super::source::keyed;
use super::{CodeId, CodebookId};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What a code is for. Roles (and their indicators) take a direction of evidence.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CodeKind {
    /// A role of the principal; a row of the role × group comparison.
    Role,
    /// A topic (the achievement gap); takes no direction.
    Topic,
    /// A judgement that goes with a role.
    Evaluation,
    /// Anything else.
    Other,
}

impl CodeKind {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Topic => "topic",
            Self::Evaluation => "evaluation",
            Self::Other => "other",
        }
    }

    /// Whether the window asks for a direction of evidence under such a code.
    pub const fn takes_direction(self) -> bool {
        matches!(self, Self::Role | Self::Other)
    }
}

keyed!(
    CodeKind,
    "role, topic, evaluation, other",
    [CodeKind::Role, CodeKind::Topic, CodeKind::Evaluation, CodeKind::Other]
);

/// An sRGB colour, written `#RRGGBB`.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct Colour(pub [u8; 3]);

impl fmt::Display for Colour {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02X}{green:02X}{blue:02X}")
    }
}

/// A text that is no colour in the form `#RRGGBB`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
#[error("not a colour in the form #RRGGBB")]
pub struct NotAColour;

impl FromStr for Colour {
    type Err = NotAColour;

    fn from_str(text: &str) -> Result<Self, NotAColour> {
        let digits = text.strip_prefix('#').ok_or(NotAColour)?;
        if digits.len() != 6 || !digits.is_ascii() {
            return Err(NotAColour);
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).map_err(|_| NotAColour);
        Ok(Self([part(0)?, part(2)?, part(4)?]))
    }
}

/// A code. Sub-codes (indicators) point to their parent; the tree has no cycle.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Code {
    /// Its id.
    pub id: CodeId,
    /// The code above it.
    pub parent: Option<CodeId>,
    /// What it is for.
    pub kind: CodeKind,
    /// The short code (`SUP.2`); may be empty.
    pub short: String,
    /// The name in the project's language; unique at most among siblings.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// The digit that codes with it in the window, 1 to 9.
    pub key: Option<u8>,
    /// Place among its siblings, from 0.
    pub order: u32,
    /// What it means; may be empty.
    pub definition: String,
    /// The one-line test; may be empty.
    pub test: String,
    /// What counts.
    pub counts: Vec<String>,
    /// What does not count.
    pub counts_not: Vec<String>,
    /// Examples of words that belong under it.
    pub examples: Vec<String>,
    /// Words that help to find passages; never used to code without reading.
    pub keywords: Vec<String>,
    /// Other names and short codes it is known by.
    pub aliases: Vec<String>,
    /// The codebook it stands at the top of, beside the first one. Nothing for codes of the first and for codes below
    /// another, which belong where the code at the top of their branch belongs.
    pub codebook: Option<CodebookId>,
}

/// A codebook beside the first one: a second theory that the same words are read with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Codebook {
    /// Its id.
    pub id: CodebookId,
    /// Its name; unique in a project.
    pub name: String,
    /// Where it comes from and what it is for; may be empty.
    pub description: String,
    /// Place behind the first codebook, from 0.
    pub order: u32,
}

impl Code {
    /// How sentences, tables and labels name it: by its short code, by its name where there is none.
    pub fn label(&self) -> &str {
        if self.short.is_empty() { &self.name } else { &self.short }
    }

    /// Short code and name together (`SUP.2 Melaksanakan supervisi`).
    pub fn full_name(&self) -> String {
        if self.short.is_empty() || self.short == self.name {
            self.name.clone()
        } else {
            format!("{} {}", self.short, self.name)
        }
    }

    /// The digit that codes with it.
    pub fn digit(&self) -> Option<char> {
        self.key.and_then(|key| char::from_digit(u32::from(key), 10))
    }
}

/// Two codes that are easily taken for each other, and the rule that tells them apart.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ConfusingPair {
    /// One code.
    pub a: CodeId,
    /// The other.
    pub b: CodeId,
    /// The rule in the project's language.
    pub rule: String,
    /// An example.
    pub example: String,
}

/// Most letters of a code's name.
pub const LONGEST_NAME: usize = 1_000;
/// Most letters of a short code.
pub const LONGEST_SHORT: usize = 64;
/// Most levels of codes within codes.
pub const DEEPEST: usize = 16;

/// The colours that are offered for codes: those of the built-in families, told apart by colour-blind eyes as well as
/// nine can be.
pub const CODE_COLOURS: [Colour; 9] = [
    Colour([0x00, 0x72, 0xB2]),
    Colour([0xE6, 0x9F, 0x00]),
    Colour([0x7A, 0x7A, 0x7A]),
    Colour([0xD5, 0x5E, 0x00]),
    Colour([0x00, 0x9E, 0x73]),
    Colour([0x56, 0xB4, 0xE9]),
    Colour([0xCC, 0x79, 0xA7]),
    Colour([0x7F, 0x3C, 0x8D]),
    Colour([0x4D, 0x4D, 0x4D]),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        assert_eq!("#d55e00".parse::<Colour>().map(|colour| colour.to_string()), Ok("#D55E00".to_owned()));
        for wrong in ["D55E00", "#D55E0", "#GGGGGG", "#ééé", ""] {
            assert_eq!(wrong.parse::<Colour>(), Err(NotAColour), "{wrong}");
        }
    }
}
