//! The labels of a text as the researcher judges them: who each stands for, how often, and what is said under it,
//! those included that only look like speakers.

use super::count::Count;
use super::parsed::ParsedSource;
use super::{header, label, voices};
use crate::domain::{Technique, TurnKind};
use std::collections::HashMap;

/// Most labels that are listed for one text.
const MOST: usize = 80;
/// Words of an example.
const WORDS: usize = 12;

/// A label at the start of lines.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedLabel {
    /// The label as it first stands.
    pub label: String,
    /// What its turns are; nothing where it looks like a speaker's and was not taken for one.
    pub kind: Option<TurnKind>,
    /// Code of the informant who speaks.
    pub informant: Option<String>,
    /// Turns, or lines that begin with it where it is undecided.
    pub turns: u32,
    /// Words said under it; on the same line where it is undecided.
    pub words: u32,
    /// The first words under it.
    pub example: String,
}

/// The labels of a text: those that were taken for speakers, in the order of appearance, then those that might be,
/// the most frequent first.
pub fn found_labels(parsed: &ParsedSource) -> Vec<ParsedLabel> {
    let mut found: Vec<ParsedLabel> = Vec::new();
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut letters = parsed.text.chars();
    let mut at = 0;
    for turn in parsed.turns.iter().filter(|turn| !turn.label.is_empty()) {
        let (start, end) = (turn.words.start.get(), turn.words.end.get());
        let skipped = start.saturating_sub(at) as usize;
        let rest = letters.as_str();
        let from = rest.char_indices().nth(skipped).map_or(rest.len(), |(byte, _)| byte);
        let rest = &rest[from..];
        let to = rest.char_indices().nth(end.saturating_sub(start) as usize).map_or(rest.len(), |(byte, _)| byte);
        let words = &rest[..to];
        letters = rest[to..].chars();
        at = end;
        let place = *places.entry(label::key(&turn.label)).or_insert_with(|| {
            let speaker = turn.speaker.and_then(|speaker| parsed.speakers.get(speaker));
            found.push(ParsedLabel {
                label: label::collapse(&turn.label),
                kind: Some(turn.kind),
                informant: speaker.map(|speaker| speaker.code.clone()),
                turns: 0,
                words: 0,
                example: String::new(),
            });
            found.len() - 1
        });
        found[place].add(words);
    }
    if parsed.technique != Technique::Interview && found.is_empty() {
        return found;
    }
    found.truncate(MOST);
    let decided = found.len();
    let layout = &parsed.layout;
    let count = Count::of(&parsed.text, 0, layout);
    let body = header::read(&parsed.text, &count, layout).body;
    let is_bare = decided == 0;
    for line in layout.lines(&parsed.text, body) {
        let Some(labelled) = layout.labelled(&line).filter(|labelled| labelled.is_spaced) else { continue };
        let key = label::key(labelled.label);
        let place = match places.get(&key) {
            Some(place) => *place,
            None => {
                // What stands once is a sentence, unless there is nothing else.
                let is_often = count.of_label(labelled.label) >= 2 || is_bare;
                if found.len() >= MOST || !is_often || !voices::looks_like_a_speaker(labelled.label) {
                    continue;
                }
                found.push(ParsedLabel {
                    label: label::collapse(labelled.label),
                    kind: None,
                    informant: None,
                    turns: 0,
                    words: 0,
                    example: String::new(),
                });
                places.insert(key, found.len() - 1);
                found.len() - 1
            }
        };
        if place >= decided {
            found[place].add(layout.said(&line, &labelled));
        }
    }
    found[decided..].sort_by_key(|label| std::cmp::Reverse(label.turns));
    found
}

impl ParsedLabel {
    fn add(&mut self, words: &str) {
        self.turns += 1;
        let mut all = words.split_whitespace();
        if self.example.is_empty() {
            let first: Vec<&str> = all.by_ref().take(WORDS).collect();
            self.words += u32::try_from(first.len()).unwrap_or(u32::MAX);
            self.example = first.join(" ");
        }
        self.words = self.words.saturating_add(u32::try_from(all.count()).unwrap_or(u32::MAX));
    }
}
