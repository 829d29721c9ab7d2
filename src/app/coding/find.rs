//! Finding codes: by the digit of their key, below another code, by when they were used.

use crate::analysis::{CodingEntry, Study};
use crate::domain::{CODE_COLOURS, CharRange, Colour, Timestamp};
use std::cmp::Reverse;
use std::collections::HashMap;

/// The code whose key is a digit, as a place in the study's codes.
pub(super) fn by_key(study: &Study, digit: u8) -> Option<u32> {
    study.codes.iter().position(|code| code.key == Some(digit)).and_then(|at| u32::try_from(at).ok())
}

/// The sub-code that a second digit means: the nth child of a code, from 1.
pub(super) fn child(study: &Study, family: u32, digit: u8) -> Option<u32> {
    children(study, family).nth(usize::from(digit).checked_sub(1)?)
}

/// The codes directly below a code, in order.
pub(super) fn children(study: &Study, family: u32) -> impl Iterator<Item = u32> + '_ {
    (0_u32..).zip(&study.code_parents).filter(move |(_, parent)| **parent == Some(family)).map(|(at, _)| at)
}

/// The digits that lead to a code from the transcript: its key, or its parent's key and its number.
pub(super) fn keys_of(study: &Study, code: u32) -> Vec<u8> {
    let own = study.codes.get(code as usize).and_then(|code| code.key);
    if let Some(key) = own {
        return vec![key];
    }
    let parent = study.code_parents.get(code as usize).copied().flatten();
    let key = parent.and_then(|parent| study.codes.get(parent as usize)).and_then(|parent| parent.key);
    let number = parent.and_then(|parent| children(study, parent).position(|child| child == code));
    match (key, number.and_then(|number| u8::try_from(number + 1).ok())) {
        (Some(key), Some(number)) if number <= 9 => vec![key, number],
        _ => Vec::new(),
    }
}

/// Whether a stretch lies wholly within another.
pub(super) fn covers(whole: CharRange, part: CharRange) -> bool {
    whole.start <= part.start && part.end <= whole.end
}

/// Whether a coding is this coder's own.
pub(super) fn is_own(study: &Study, entry: &CodingEntry, coder: &str) -> bool {
    study.coders.get(entry.coder as usize).is_some_and(|found| found.name == coder)
}

/// The codes that a coder used last, the newest first, each once.
pub(super) fn recent(study: &Study, coder: &str, most: usize) -> Vec<u32> {
    let mut used: HashMap<u32, Timestamp> = HashMap::new();
    for entry in study.codings.iter().filter(|entry| is_own(study, entry, coder)) {
        let last = used.entry(entry.code).or_insert(entry.coding.created);
        *last = (*last).max(entry.coding.created);
    }
    let mut found: Vec<(Reverse<Timestamp>, u32)> = used.into_iter().map(|(code, at)| (Reverse(at), code)).collect();
    found.sort_unstable();
    found.into_iter().map(|(_, code)| code).take(most).collect()
}

/// The offered colour that the fewest families have, so that a new one can be told from those beside it.
pub(super) fn free_colour(study: &Study) -> Colour {
    let uses = |colour: Colour| {
        let families = study.codes.iter().zip(&study.code_parents).filter(|(_, parent)| parent.is_none());
        families.filter(|(code, _)| code.colour == colour).count()
    };
    CODE_COLOURS.into_iter().min_by_key(|colour| uses(*colour)).unwrap_or(CODE_COLOURS[0])
}
