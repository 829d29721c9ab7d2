//! What must hold of every text that was read, whatever it was.

use crate::domain::{CharOffset, SourceText};
use crate::import::ParsedSource;

/// Turns lie in order within the text, words within their turn, speakers in the list.
pub fn holds(source: &ParsedSource) {
    assert!(!source.text.contains(['\r', '\0']) && !source.name.trim().is_empty());
    let text = SourceText::new(source.text.as_str());
    let mut end = CharOffset::ZERO;
    for turn in &source.turns {
        assert!(end <= turn.range.start && turn.range.start <= turn.words.start, "{turn:?}");
        assert!(turn.words.end == turn.range.end && turn.range.end <= text.range().end, "{turn:?}");
        assert!(turn.speaker.is_none_or(|place| place < source.speakers.len()), "{turn:?}");
        let whole = text.slice(turn.range).unwrap_or_default();
        assert!(whole.contains(&turn.label), "{turn:?}");
        end = turn.range.end;
    }
}
