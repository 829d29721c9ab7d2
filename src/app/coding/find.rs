//! Finding codes: by the digit of their key, by letters of their short code or name.

use crate::analysis::Study;
use std::ops::Range;

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

/// A code that letters have found.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Hit {
    /// The code, as a place in the study's codes.
    pub(super) code: u32,
    /// The bytes of its name that match; empty where the short code does.
    pub(super) part: Range<usize>,
}

/// The codes that letters mean, the best first; all codes for no letters.
pub(super) fn by_letters(study: &Study, letters: &str) -> Vec<Hit> {
    let wanted = letters.trim().to_lowercase();
    let mut found: Vec<(u8, Hit)> = Vec::new();
    for (at, code) in (0_u32..).zip(&study.codes) {
        let part = part_of(&code.name, &wanted);
        let is_word_start = part
            .as_ref()
            .is_some_and(|part| !code.name[..part.start].ends_with(|letter: char| letter.is_alphanumeric()));
        let short = code.short.to_lowercase();
        let is_short = !short.is_empty() && (short.starts_with(&wanted) || short.replace('.', "").starts_with(&wanted));
        let rank = if wanted.is_empty() || is_short {
            Some(0)
        } else if is_word_start {
            Some(1)
        } else if part.is_some() {
            Some(2)
        } else if code.aliases.iter().chain(&code.keywords).any(|other| other.to_lowercase().starts_with(&wanted)) {
            Some(3)
        } else {
            None
        };
        if let Some(rank) = rank {
            found.push((rank, Hit { code: at, part: part.unwrap_or(0..0) }));
        }
    }
    found.sort_by_key(|(rank, hit)| (*rank, hit.code));
    found.into_iter().map(|(_, hit)| hit).collect()
}

/// Where letters stand in a name, whatever their case. Only where lower case changes no lengths, so that
/// bytes of one are bytes of the other.
fn part_of(name: &str, wanted: &str) -> Option<Range<usize>> {
    let lower = name.to_lowercase();
    let start = lower.find(wanted).filter(|_| !wanted.is_empty())?;
    if lower.len() != name.len() {
        return Some(0..0);
    }
    let part = start..start + wanted.len();
    Some(if name.get(part.clone()).is_some() { part } else { 0..0 })
}
