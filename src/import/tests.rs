//! The whole way of a file, on the sample study and on what people really hand in.

mod hostile;
mod random;
mod rules;
mod second_study;
mod small;
mod study;

use super::{ParsedSource, read};
use crate::domain::{SourceText, TurnKind};
use crate::import::Reading;
use std::path::PathBuf;

/// A folder of the repository.
fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn parse(file_name: &str, text: &str) -> ParsedSource {
    read(file_name, text.as_bytes().to_vec(), &Reading::default())
        .unwrap_or_else(|error| panic!("{file_name}: {error}"))
}

/// What must hold of every text that was read, whatever it is.
fn holds(source: &ParsedSource) -> Result<(), String> {
    let text = SourceText::new(source.text.as_str());
    let mut end = 0;
    for (number, turn) in source.turns.iter().enumerate() {
        let say = |what: &str| Err(format!("{}: turn {number} {what}: {turn:?}", source.file_name));
        let (range, words) = (turn.range, turn.words);
        if range.start.get() < end || range.is_empty() || range.end > text.range().end {
            return say("overlaps, is empty or leaves the text");
        }
        if words.start < range.start || words.end != range.end {
            return say("has words outside itself");
        }
        let whole = text.slice(range).unwrap_or_default();
        let label_part =
            text.slice(crate::domain::CharRange::new(range.start.get(), words.start.get())).unwrap_or_default();
        let spoken = text.slice(words).unwrap_or_default();
        if format!("{label_part}{spoken}") != whole || !label_part.contains(turn.label.as_str()) {
            return say("is not its label and its words");
        }
        let is_bare = turn.label.is_empty() == (turn.kind == TurnKind::Reflection);
        if !is_bare || whole.trim() != whole || spoken.trim() != spoken {
            return say("has blanks at its ends or a wrong label");
        }
        if (turn.kind == TurnKind::Speech) != turn.speaker.is_some()
            || turn.speaker.is_some_and(|place| place >= source.speakers.len())
        {
            return say("points to nobody");
        }
        end = range.end.get();
    }
    let mut codes: Vec<String> = source.speakers.iter().map(|speaker| speaker.code.to_lowercase()).collect();
    let all = codes.len();
    codes.sort();
    codes.dedup();
    if codes.len() != all || codes.iter().any(|code| code.trim().is_empty()) {
        return Err(format!("{}: codes are empty or twice: {:?}", source.file_name, source.speakers));
    }
    if source.name.trim().is_empty() || source.short.trim().is_empty() {
        return Err(format!("{}: no name", source.file_name));
    }
    Ok(())
}
