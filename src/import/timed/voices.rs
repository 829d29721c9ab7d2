//! What the words of cues tell beyond themselves: who speaks, where a name stands at the start of the line or alone on
//! the line before; and captions that roll over the screen, where every line comes two or three times.

use super::cue::{self, Cue};
use crate::import::label;
use crate::import::voices::looks_like_a_speaker;
use std::borrow::Cow;
use std::collections::HashMap;

/// Most names that are told apart.
const MOST_NAMES: usize = 4096;

/// Leaves out what a cue repeats of the one before, if the captions roll. Whether they do.
pub fn unroll(cues: &mut [Cue<'_>]) -> bool {
    let repeats = |before: &Cue<'_>, next: &Cue<'_>| {
        let last = before.text.lines().next_back().unwrap_or_default();
        !last.is_empty() && next.text.lines().next() == Some(last)
    };
    let all = cues.windows(2).filter(|pair| repeats(&pair[0], &pair[1])).count();
    if all < 3 || all * 3 < cues.len() || cues.iter().any(|cue| cue.voice.is_some()) {
        return false;
    }
    let mut before: Vec<String> = Vec::new();
    for cue in cues {
        let lines: Vec<String> = cue.text.lines().map(str::to_owned).collect();
        let most = before.len().min(lines.len());
        let same = (1..=most).rev().find(|count| before[before.len() - count..] == lines[..*count]).unwrap_or(0);
        cue.text = Cow::Owned(lines[same..].join("\n"));
        if !lines.is_empty() {
            before = lines;
        }
    }
    true
}

/// Finds the speakers that the words name, where no cue says who speaks. Whether a cue without a name goes on with the
/// one before it, as where people write names only when somebody else begins.
pub fn find<'t>(cues: Vec<Cue<'t>>) -> (Vec<Cue<'t>>, bool) {
    if cues.iter().any(|cue| cue.voice.is_some()) {
        return (cues, false);
    }
    if is_headed(&cues) {
        return (cues.into_iter().map(behind_head).collect(), true);
    }
    let mut times: HashMap<String, u32> = HashMap::new();
    let mut labelled = 0;
    for cue in &cues {
        let names = cue.text.lines().filter_map(named).count();
        labelled += usize::from(names > 0);
        for (name, _) in cue.text.lines().filter_map(named) {
            let key = label::key(name);
            if times.len() < MOST_NAMES || times.contains_key(&key) {
                *times.entry(key).or_default() += 1;
            }
        }
    }
    // Where most cues name somebody, who is named once is somebody too.
    let least = if labelled * 2 >= cues.len() { 1 } else { 2 };
    times.retain(|_, count| *count >= least);
    if times.is_empty() {
        return (cues, true);
    }
    (cues.into_iter().flat_map(|cue| split(cue, &times)).collect(), true)
}

/// The label at the start of a line, if it has the look of a speaker's, and the words behind it.
fn named(line: &str) -> Option<(&str, &str)> {
    let found = label::split(line).filter(|found| found.is_spaced && looks_like_a_speaker(found.label))?;
    Some((found.label, line.get(found.words..)?))
}

/// The cues that one becomes whose lines are of several speakers; only the first has its time.
fn split<'t>(cue: Cue<'t>, names: &HashMap<String, u32>) -> Vec<Cue<'t>> {
    let is_name = |name: &str| names.contains_key(&label::key(name));
    if !cue.text.lines().filter_map(named).any(|(name, _)| is_name(name)) {
        return vec![cue];
    }
    let mut all: Vec<Cue<'t>> = Vec::new();
    for line in cue.text.lines() {
        match named(line).filter(|(name, _)| is_name(name)) {
            Some((name, words)) => {
                let start = cue.start.filter(|_| all.is_empty());
                let text = Cow::Owned(words.to_owned());
                all.push(Cue { start, end: cue.end, voice: cue::name(name), text });
            }
            None => match all.last_mut() {
                Some(last) => {
                    let text = last.text.to_mut();
                    text.push('\n');
                    text.push_str(line);
                }
                None => all.push(Cue { text: Cow::Owned(line.to_owned()), ..cue.clone() }),
            },
        }
    }
    all
}

/// Whether nearly every cue has a name alone on its first line: the same few names come back.
fn is_headed(cues: &[Cue<'_>]) -> bool {
    let mut names: HashMap<&str, u32> = HashMap::new();
    let mut headed = 0;
    for cue in cues {
        let mut lines = cue.text.lines();
        let (Some(first), Some(_)) = (lines.next(), lines.next()) else { continue };
        let is_name = label::of_cell(first) == Some(first) && looks_like_a_speaker(first);
        if is_name && (names.len() < MOST_NAMES || names.contains_key(first)) {
            *names.entry(first).or_default() += 1;
            headed += 1;
        }
    }
    headed >= 4 && headed * 10 >= cues.len() * 9 && names.len() * 3 <= headed
}

fn behind_head<'t>(cue: Cue<'t>) -> Cue<'t> {
    match cue.text.split_once('\n') {
        Some((name, words)) if looks_like_a_speaker(name) => {
            Cue { voice: cue::name(name), text: Cow::Owned(words.to_owned()), ..cue }
        }
        _ => cue,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cues(texts: &[&'static str]) -> Vec<Cue<'static>> {
        (0..)
            .zip(texts)
            .map(|(at, text)| Cue { start: Some(at * 1000), text: (*text).into(), ..Cue::default() })
            .collect()
    }

    #[test]
    fn captions_that_roll_come_once() {
        let mut rolling = cues(&["satu", "satu\ndua", "dua", "dua\ntiga", "tiga", "tiga\nempat"]);
        assert!(unroll(&mut rolling));
        let left: Vec<&str> = rolling.iter().map(|cue| cue.text.as_ref()).collect();
        assert_eq!(left, ["satu", "dua", "", "tiga", "", "empat"]);
        let mut plain = cues(&["Ya.", "Ya.", "Baik.", "Itu.", "Lalu.", "Sudah.", "Begitu.", "Selesai."]);
        assert!(!unroll(&mut plain));
    }

    #[test]
    fn names_before_the_words_are_speakers() {
        let (found, _) = find(cues(&["Bu Sari: Pagi.", "Budi: Pagi, Bu.\nBu Sari: Silakan.", "Catatannya ada."]));
        let all: Vec<(Option<&str>, &str, bool)> =
            found.iter().map(|cue| (cue.voice.as_deref(), cue.text.as_ref(), cue.start.is_some())).collect();
        let expected = [
            (Some("Bu Sari"), "Pagi.", true),
            (Some("Budi"), "Pagi, Bu.", true),
            (Some("Bu Sari"), "Silakan.", false),
            (None, "Catatannya ada.", true),
        ];
        assert_eq!(all, expected);
        let (one, _) = find(cues(&["Jadi begini", "Contoh: buku", "lalu: itu", "sudah"]));
        assert!(one.iter().all(|cue| cue.voice.is_none()));
    }

    #[test]
    fn names_above_the_words_are_speakers() {
        let (found, _) =
            find(cues(&["Sari\nPagi.", "Budi\nPagi.", "Sari\nYa.", "Budi\nBaik.", "Sari\nLalu", "Budi\nSudah"]));
        assert!(found.iter().all(|cue| cue.voice.is_some()));
        assert_eq!(found[0].text, "Pagi.");
    }
}
