//! Finds words in one text, as a reader means them: capitals, accents, harakat, the kind of quotation mark, of hyphen
//! and of space make no difference unless they are asked to. Every hit is a stretch of the text as it stands, on whole
//! grapheme clusters, so that it can be coded.
//!
//! A text is folded once ([`Folded`]) and then searched by any number of queries. The labels of speakers, which the
//! transcript shows in a column of their own, are not searched by any of them. Nothing here knows what time it is:
//! whoever calls says between steps whether to go on, and what has been found by then is handed over.

mod fold;
mod pattern;
mod query;

#[cfg(test)]
mod tests;

pub use fold::{Folded, Folding};
pub use pattern::{Fault, FindError};
pub use query::{End, Finder, Found, Query};

use crate::domain::{CharRange, Turn};

/// Hits that are handed over at most. Beyond that a list of them means nothing to anybody.
pub const MOST: usize = 100_000;

/// What of a text is not searched: the labels of its speakers with what divides them from the words.
pub fn labels(turns: &[Turn]) -> Vec<CharRange> {
    let label = |turn: &Turn| CharRange { start: turn.range.start, end: turn.words.start.max(turn.range.start) };
    turns.iter().map(label).filter(|label| !label.is_empty()).collect()
}
