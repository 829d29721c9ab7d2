//! Finds what a person names: a source or code by its id, name or short code, a coding by its id, a
//! quotation by its words. Whoever asks for something that is not there hears what is near it.

mod names;
mod places;
mod reference;

pub use names::{attribute, cited, code, coder, coding, finding, group, informant, segment, source, step};
pub use places::{cited_lines, lines, quote, range};
pub use reference::{Reference, ReferenceError, reference};

use crate::domain::{CharRange, LineNumber, Message, Say};
use unicode_normalization::UnicodeNormalization;

/// How many candidates a sentence names.
const NAMED: usize = 3;
/// How many line numbers a sentence names.
const LINES: usize = 12;

/// What was asked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Noun {
    /// A source.
    Source,
    /// A code.
    Code,
    /// An informant.
    Informant,
    /// A group of informants.
    Group,
    /// A coder.
    Coder,
    /// A coding.
    Coding,
    /// A segment.
    Segment,
    /// A finding.
    Finding,
    /// A step of the history.
    Step,
    /// A column of the researcher's own.
    Attribute,
}

impl Noun {
    const fn key(self) -> &'static str {
        match self {
            Self::Source => "source",
            Self::Code => "code",
            Self::Informant => "informant",
            Self::Group => "group",
            Self::Coder => "coder",
            Self::Coding => "coding",
            Self::Segment => "segment",
            Self::Finding => "finding",
            Self::Step => "step",
            Self::Attribute => "attribute",
        }
    }
}

/// Why a name or a quotation leads nowhere, or to several places.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum LookupError {
    /// Nothing bears the name.
    Unknown {
        /// What was asked for.
        noun: Noun,
        /// The name as given.
        name: String,
        /// The nearest names, best first; may be empty.
        nearest: Vec<String>,
    },
    /// Several bear the name.
    Ambiguous {
        /// What was asked for.
        noun: Noun,
        /// The name as given.
        name: String,
        /// How each can be named without doubt.
        candidates: Vec<String>,
    },
    /// The quotation is empty.
    EmptyQuote,
    /// The words do not occur character for character.
    QuoteMissing {
        /// Lines that say nearly the same; may be empty.
        near: Vec<LineNumber>,
    },
    /// The words stand in several places.
    QuoteRepeated {
        /// In how many.
        count: u32,
        /// The line of each place, in order; the first few only.
        lines: Vec<LineNumber>,
    },
    /// The words do not stand in that many places.
    QuoteNth {
        /// Which place was asked for, from 1.
        nth: u32,
        /// How many there are.
        count: u32,
        /// The line of each place, in order; the first few only.
        lines: Vec<LineNumber>,
    },
    /// The range reaches beyond the text.
    BeyondText {
        /// The range as given.
        range: CharRange,
        /// Length of the text in code points.
        length: u32,
    },
    /// The range holds nothing.
    EmptyRange {
        /// The range as given.
        range: CharRange,
    },
    /// The range ends before it starts.
    ReversedRange {
        /// The start as given.
        start: u32,
        /// The end as given.
        end: u32,
    },
    /// There is no such line.
    BeyondLines {
        /// The line as given.
        line: u32,
        /// Number of lines of the text.
        count: u32,
    },
}

fn list(lines: &[LineNumber]) -> String {
    let mut words: Vec<String> = lines.iter().take(LINES).map(ToString::to_string).collect();
    if lines.len() > LINES {
        words.push("…".to_owned());
    }
    words.join(", ")
}

impl Say for LookupError {
    fn message(&self) -> Message {
        match self {
            Self::Unknown { noun, name, nearest } => {
                let message = if nearest.is_empty() {
                    Message::new(format!("lookup-unknown-{}", noun.key()))
                } else {
                    Message::new(format!("lookup-nearest-{}", noun.key())).with("nearest", nearest.join(", "))
                };
                message.with("name", shortened(name))
            }
            Self::Ambiguous { noun, name, candidates } => Message::new(format!("lookup-ambiguous-{}", noun.key()))
                .with("name", shortened(name))
                .with("candidates", candidates.join(", ")),
            Self::EmptyQuote => Message::new("lookup-quote-empty"),
            Self::QuoteMissing { near } if near.is_empty() => Message::new("lookup-quote-missing"),
            Self::QuoteMissing { near } => {
                Message::new("lookup-quote-near").with("n", near.len()).with("lines", list(near))
            }
            Self::QuoteRepeated { count, lines } => {
                Message::new("lookup-quote-repeated").with("n", *count).with("lines", list(lines))
            }
            Self::QuoteNth { nth, count, lines } => {
                Message::new("lookup-quote-nth").with("nth", *nth).with("n", *count).with("lines", list(lines))
            }
            Self::BeyondText { range, length } => Message::new("lookup-range-beyond")
                .with("range", format!("{}..{}", range.start, range.end))
                .with("length", length.to_string()),
            Self::EmptyRange { range } => {
                Message::new("lookup-range-empty").with("range", format!("{}..{}", range.start, range.end))
            }
            Self::ReversedRange { start, end } => {
                Message::new("lookup-range-empty").with("range", format!("{start}..{end}"))
            }
            Self::BeyondLines { line, count } => {
                Message::new("lookup-line-beyond").with("line", line.to_string()).with("n", *count)
            }
        }
    }
}

/// A name for a sentence: one line, never longer than a few words.
fn shortened(name: &str) -> String {
    let flat = name.split_whitespace().collect::<Vec<_>>().join(" ");
    if flat.chars().count() <= 60 { flat } else { format!("{}…", flat.chars().take(59).collect::<String>()) }
}

/// A name for comparison: composed, lower case, one space between words.
fn folded(name: &str) -> String {
    name.nfc().collect::<String>().to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}
