//! The whole way of a file, on the sample study and on what people really hand in.

mod bombs;
mod hostile;
mod others;
pub(super) mod packed;
mod random;
mod rules;
mod second_study;
mod small;
mod study;
mod theses;

use super::{ParsedSource, read};
use crate::domain::{SourceText, TurnKind};
use crate::import::Reading;
use std::path::PathBuf;

/// A folder of the repository.
pub(super) fn folder(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn parse(file_name: &str, text: &str) -> ParsedSource {
    read(file_name, text.as_bytes().to_vec(), &Reading::default())
        .unwrap_or_else(|error| panic!("{file_name}: {error}"))
}

/// Turns as `speaker|words`, the researcher as `?`, reflective notes as `~`.
pub(super) fn spoken(source: &ParsedSource) -> Vec<String> {
    holds(source).expect("in order");
    let whole = SourceText::new(source.text.as_str());
    let show = |turn: &crate::import::ParsedTurn| {
        let who = match (turn.kind, turn.speaker) {
            (_, Some(place)) => source.speakers[place].code.clone(),
            (TurnKind::Reflection, _) => "~".to_owned(),
            _ => "?".to_owned(),
        };
        format!("{who}|{}", whole.slice(turn.words).expect("words").replace('\n', "/"))
    };
    source.turns.iter().map(show).collect()
}

/// What must hold of every text that was read, whatever it is.
pub(super) fn holds(source: &ParsedSource) -> Result<(), String> {
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
        // A reflective note has no label; without one a turn begins with its words.
        let has_label = !turn.label.is_empty();
        let is_odd = if has_label { turn.kind == TurnKind::Reflection } else { words.start != range.start };
        if is_odd || whole.trim() != whole || spoken.trim() != spoken {
            return say("has blanks at its ends or a wrong label");
        }
        if (turn.kind == TurnKind::Speech) != turn.speaker.is_some()
            || turn.speaker.is_some_and(|place| place >= source.speakers.len())
        {
            return say("points to nobody");
        }
        end = range.end.get();
    }
    for memo in &source.memos {
        let words = text.slice(memo.range).unwrap_or_default();
        if words.trim().is_empty() || memo.text.trim().is_empty() {
            return Err(format!("{}: a memo on nothing: {memo:?}", source.file_name));
        }
    }
    if source.anchors.iter().any(|anchor| anchor.position > text.range().end)
        || !source.anchors.is_sorted_by_key(|anchor| anchor.position)
    {
        return Err(format!("{}: anchors out of order: {:?}", source.file_name, source.anchors));
    }
    if source.text.contains(['\0', '\r']) {
        return Err(format!("{}: no clean text", source.file_name));
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
