//! Patterns: the regular expression a query says, bounded in size, and a sentence about what is wrong with one.

use super::fold::Folding;
use crate::domain::{Message, Say};
use regex::{Regex, RegexBuilder};
use regex_syntax::ast::ErrorKind;

/// Bytes that a pattern may become. `\w{100}` fits; what does not fit would be slow on every text.
const PROGRAM: usize = 1 << 20;
/// Bytes for what is remembered while one is matched.
const REMEMBERED: usize = 1 << 21;
/// Letters of the pattern that a sentence quotes.
const QUOTED: usize = 20;

/// What is wrong with a pattern.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Fault {
    /// `(` is not closed.
    GroupUnclosed,
    /// `)` closes nothing.
    GroupUnopened,
    /// `[` is not closed.
    ClassUnclosed,
    /// `[z-a]` runs backwards, or runs to something that is no letter.
    ClassRange,
    /// `*`, `+`, `?` or `{2}` follows nothing.
    RepetitionMissing,
    /// `{` does not say how often.
    RepetitionCount,
    /// `\` is followed by nothing or by a letter without a meaning.
    Escape,
    /// `(?=…)`, `(?<!…)`: looking around is not supported.
    LookAround,
    /// `\1` is not supported.
    BackReference,
    /// `\p{…}` names no class of letters.
    ClassUnknown,
    /// Anything else.
    Other,
}

/// Why a query cannot be searched for.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum FindError {
    /// The pattern cannot be read.
    Pattern {
        /// What is wrong.
        fault: Fault,
        /// At which of its letters, counted from 1.
        at: usize,
        /// The part that is wrong, cut to a few letters.
        part: String,
    },
    /// The pattern would become too big.
    TooBig,
}

impl Say for FindError {
    fn message(&self) -> Message {
        let (fault, at, part) = match self {
            Self::TooBig => return Message::new("find-pattern-too-big"),
            Self::Pattern { fault, at, part } => (fault, at, part),
        };
        let key = match fault {
            Fault::GroupUnclosed => "find-pattern-group-unclosed",
            Fault::GroupUnopened => "find-pattern-group-unopened",
            Fault::ClassUnclosed => "find-pattern-class-unclosed",
            Fault::ClassRange => "find-pattern-class-range",
            Fault::RepetitionMissing => "find-pattern-repetition-missing",
            Fault::RepetitionCount => "find-pattern-repetition-count",
            Fault::Escape => "find-pattern-escape",
            Fault::LookAround => "find-pattern-look-around",
            Fault::BackReference => "find-pattern-back-reference",
            Fault::ClassUnknown => "find-pattern-class-unknown",
            Fault::Other => "find-pattern-other",
        };
        Message::new(key).with("at", *at).with("part", part.as_str())
    }
}

/// The pattern as it can be matched against folded words.
pub(super) fn regex(
    pattern: &str,
    folding: Folding,
    keeps_case: bool,
    is_whole_word: bool,
) -> Result<Regex, FindError> {
    check(pattern)?;
    let build = |pattern: &str| {
        let whole =
            if is_whole_word { format!("\\b{{start-half}}(?:{pattern})\\b{{end-half}}") } else { pattern.to_owned() };
        RegexBuilder::new(&whole).case_insensitive(!keeps_case).size_limit(PROGRAM).dfa_size_limit(REMEMBERED).build()
    };
    // A pattern of marks alone has nothing left when they are folded away; then it means what it says.
    let built = build(&unmarked(pattern, folding)).or_else(|_| build(pattern));
    built.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => FindError::TooBig,
        _ => FindError::Pattern { fault: Fault::Other, at: 1, part: quoted(pattern) },
    })
}

/// The pattern without the marks that are folded out of the text. What a letter becomes is never taken for a sign of
/// the pattern.
fn unmarked(pattern: &str, folding: Folding) -> String {
    let mut plain = String::with_capacity(pattern.len());
    for letter in pattern.chars() {
        if letter.is_ascii() {
            plain.push(letter);
        } else {
            plain.push_str(&regex_syntax::escape(&folding.of(letter.encode_utf8(&mut [0; 4]))));
        }
    }
    plain
}

fn quoted(part: &str) -> String {
    part.chars().take(QUOTED).collect()
}

fn check(pattern: &str) -> Result<(), FindError> {
    let Err(error) = regex_syntax::Parser::new().parse(pattern) else { return Ok(()) };
    let (fault, span) = match &error {
        regex_syntax::Error::Parse(error) => (fault_of(error.kind()), *error.span()),
        regex_syntax::Error::Translate(error) => (Fault::ClassUnknown, *error.span()),
        _ => return Err(FindError::Pattern { fault: Fault::Other, at: 1, part: quoted(pattern) }),
    };
    let (start, end) = (span.start.offset, span.end.offset);
    let at = pattern.get(..start).map_or(0, |before| before.chars().count()) + 1;
    let part = pattern.get(start..end).filter(|part| !part.is_empty()).or_else(|| pattern.get(start..));
    Err(FindError::Pattern { fault, at, part: quoted(part.unwrap_or(pattern)) })
}

fn fault_of(kind: &ErrorKind) -> Fault {
    match kind {
        ErrorKind::GroupUnclosed => Fault::GroupUnclosed,
        ErrorKind::GroupUnopened => Fault::GroupUnopened,
        ErrorKind::ClassUnclosed => Fault::ClassUnclosed,
        ErrorKind::ClassRangeInvalid | ErrorKind::ClassRangeLiteral | ErrorKind::ClassEscapeInvalid => {
            Fault::ClassRange
        }
        ErrorKind::RepetitionMissing => Fault::RepetitionMissing,
        ErrorKind::RepetitionCountInvalid
        | ErrorKind::RepetitionCountDecimalEmpty
        | ErrorKind::RepetitionCountUnclosed
        | ErrorKind::DecimalEmpty
        | ErrorKind::DecimalInvalid => Fault::RepetitionCount,
        ErrorKind::EscapeUnexpectedEof
        | ErrorKind::EscapeUnrecognized
        | ErrorKind::EscapeHexEmpty
        | ErrorKind::EscapeHexInvalid
        | ErrorKind::EscapeHexInvalidDigit => Fault::Escape,
        ErrorKind::UnsupportedLookAround => Fault::LookAround,
        ErrorKind::UnsupportedBackreference => Fault::BackReference,
        ErrorKind::UnicodeClassInvalid => Fault::ClassUnknown,
        _ => Fault::Other,
    }
}
