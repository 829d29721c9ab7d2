//! Times that stand within ordinary text: the marks of f4 (`#00:01:23-4#`), stamps in brackets (`[00.12.34]`,
//! `[00:00:00 --> 00:00:03]`), and times at the start of lines as oTranscribe writes them. A text may hold times that
//! are none of a recording (`pukul 07:00`, `[2:30]`), so a kind of stamp counts only where it comes back and never
//! goes backwards.

use super::clock::{self, Clock};
use super::edit::Edits;
use crate::import::label;
use crate::import::lines::{Line, lines};
use std::ops::Range;

/// A time without brackets at the start of lines is one of a recording if the first is not later than this,
/// in milliseconds: `07:15` is a quarter past seven.
pub const FIRST: u64 = 5 * 60 * 1000;
/// Bytes before a time that may be a label.
const LONGEST: usize = 200;
/// Most stamps that are looked at.
const MOST: usize = 500_000;

/// How a stamp is written.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
enum Shape {
    /// Between `#`.
    Hash,
    /// In square brackets, with colons or dots.
    Square(u8),
    /// In braces.
    Braces,
    /// In round brackets.
    Round,
    /// Bare, at the start of a line.
    Bare,
}

/// A stamp.
#[derive(Clone, Debug)]
struct Stamp {
    place: Range<usize>,
    shape: Shape,
    clock: Clock,
    /// Whether its form leaves no doubt (`#00:01:23-4#`, two times with an arrow between).
    is_certain: bool,
}

/// The stamps of a text, in order, and those of its page that are known already.
///
/// Gives what to change where times are to be removed, and how many stamps there are; the changes without their pieces
/// leave the text as it is, and what is spoken behind a time is of use only then.
pub fn find(text: &str, known: &[(Range<usize>, u64)]) -> Option<(Edits, usize)> {
    let mut stamps = Vec::new();
    for line in lines(text) {
        of_line(&line, &mut stamps);
        if stamps.len() > MOST {
            break;
        }
    }
    let mut shapes: Vec<Shape> = stamps.iter().map(|stamp: &Stamp| stamp.shape).collect();
    shapes.sort_unstable();
    shapes.dedup();
    shapes.retain(|shape| is_of_recording(stamps.iter().filter(|stamp| stamp.shape == *shape)));
    stamps.retain(|stamp| shapes.contains(&stamp.shape));
    let bare: Vec<usize> =
        stamps.iter().filter(|stamp| stamp.shape == Shape::Bare).map(|stamp| stamp.place.end).collect();
    let mut all: Vec<(Range<usize>, u64, bool)> = known.iter().map(|(place, ms)| (place.clone(), *ms, false)).collect();
    for stamp in stamps {
        let is_f4 = stamp.shape == Shape::Hash;
        all.push((stamp.place, stamp.clock.ms, is_f4));
    }
    all.sort_by_key(|(place, _, _)| (place.start, place.end));
    // What the page tells of a place that holds a stamp too.
    all.dedup_by(|next, before| !next.0.is_empty() && next.0.start < before.0.end);
    let is_repeated: Vec<bool> = (0..all.len())
        .map(|at| {
            let before = at.checked_sub(1).map(|before| &all[before].0).filter(|before| before.is_empty());
            let between = before.and_then(|before| text.get(before.end..all[at].0.start.min(before.end + LONGEST)));
            between.is_some_and(is_nothing_but_label) && !all[at].0.is_empty()
        })
        .collect();
    let count = all.iter().filter(|(place, _, _)| !place.is_empty()).count();
    if all.is_empty() {
        return None;
    }
    let mut edits = Edits::default();
    let mut every_line = lines(text).peekable();
    for ((place, ms, is_f4), is_repeated) in all.into_iter().zip(is_repeated) {
        while every_line.next_if(|line| line.byte + line.text.len() < place.start).is_some() {}
        let Some(line) = every_line.peek() else { break };
        let line = line.byte..line.byte + line.text.len();
        if !is_repeated {
            edits.times.push((points_to(text, &line, &place, is_f4), ms));
        }
        if bare.binary_search(&place.end).is_ok() && place.end < line.end {
            edits.spoken.push(place.end..line.end);
        }
        if !place.is_empty() && place.end <= line.end {
            edits.pieces.push(removed(text, &line, &place));
        }
    }
    // Blanks between two stamps are taken by the first.
    let mut end = 0;
    for (range, new) in &mut edits.pieces {
        if range.start < end {
            range.start = end.min(range.end);
            *new = "";
        }
        end = range.end;
    }
    edits.times.sort_by_key(|(at, _)| *at);
    Some((edits, count))
}

/// Whether stamps of one shape are those of a recording.
fn is_of_recording<'s>(stamps: impl Iterator<Item = &'s Stamp>) -> bool {
    let all: Vec<&Stamp> = stamps.collect();
    if all.iter().any(|stamp| stamp.is_certain) {
        return true;
    }
    let (Some(first), count) = (all.first(), all.len()) else { return false };
    let backwards = all.windows(2).filter(|pair| pair[1].clock.ms < pair[0].clock.ms).count();
    // Whoever corrects a transcript may leave one out of order.
    let is_in_order = backwards * 20 <= count;
    match first.shape {
        Shape::Bare => count >= 2 && backwards == 0 && first.clock.ms <= FIRST,
        _ => {
            let has_hours = all.iter().any(|stamp| stamp.clock.parts == 3 || stamp.clock.has_fraction);
            is_in_order && count >= if has_hours { 2 } else { 3 }
        }
    }
}

/// The stamps of a line.
fn of_line(line: &Line<'_>, stamps: &mut Vec<Stamp>) {
    let text = line.text;
    let indent = text.len() - text.trim_start().len();
    if let Some(clock) = clock::at_start(&text[indent..], b':') {
        let behind = &text[indent + clock.len..];
        let is_bare = behind.is_empty() || behind.starts_with(char::is_whitespace);
        if is_bare && !behind.trim_start().starts_with(['-', '–', '—']) {
            let place = line.byte + indent..line.byte + indent + clock.len;
            stamps.push(Stamp { place, shape: Shape::Bare, clock, is_certain: false });
        }
    }
    let mut from = 0;
    while let Some(at) = text[from..].find(['#', '[', '{', '(']).map(|found| from + found) {
        match enclosed(&text[at..]) {
            Some((shape, clock, len, is_certain)) => {
                stamps.push(Stamp { place: line.byte + at..line.byte + at + len, shape, clock, is_certain });
                from = at + len;
            }
            None => from = at + 1,
        }
    }
}

/// A stamp in its brackets at the start of `text`, with the bytes it takes.
fn enclosed(text: &str) -> Option<(Shape, Clock, usize, bool)> {
    let open = text.bytes().next()?;
    let inside = text.get(1..)?;
    let (close, shape) = match open {
        b'#' => ('#', Shape::Hash),
        b'[' => (']', Shape::Square(b':')),
        b'{' => ('}', Shape::Braces),
        _ => (')', Shape::Round),
    };
    let dotted = || clock::at_start(inside, b'.').map(|clock| (clock, Shape::Square(b'.')));
    let found = clock::at_start(inside, b':').map(|clock| (clock, shape));
    let (clock, shape) = if open == b'[' { found.or_else(dotted)? } else { found? };
    if shape == Shape::Round && clock.parts < 3 {
        return None;
    }
    let mut rest = &inside[clock.len..];
    let mut is_certain = false;
    let mut ms = clock.ms;
    if let Some(tenths) = rest.strip_prefix('-').filter(|_| shape == Shape::Hash) {
        let digits = tenths.bytes().take_while(u8::is_ascii_digit).count();
        let number: u64 = tenths.get(..digits).filter(|_| (1..=3).contains(&digits))?.parse().ok()?;
        ms += number * [100, 10, 1][digits - 1];
        rest = &tenths[digits..];
        is_certain = clock.parts == 3;
    } else if let Some(end) = rest.trim_start().strip_prefix("-->") {
        let end = end.trim_start();
        let last = clock::at_start(end, b':')?;
        rest = end[last.len..].trim_start();
        is_certain = true;
    }
    let behind = rest.strip_prefix(close)?;
    Some((shape, Clock { ms, ..clock }, text.len() - behind.len(), is_certain))
}

/// The first byte of the next line with words behind `line`, else the end of the text.
fn next_words(text: &str, line: &Range<usize>) -> usize {
    let rest = &text[line.end..];
    let words = rest.trim_start();
    if words.is_empty() {
        return text.len();
    }
    let at = text.len() - words.len();
    text[..at].rfind('\n').map_or(at, |end| end + 1)
}

/// Whether blanks or a label are all that stands between two times, so that both are of the same words.
fn is_nothing_but_label(between: &str) -> bool {
    let between = between.trim();
    between.is_empty() || label::split(between).is_some_and(|found| found.words == between.len())
}

/// What a time at a place is the time of: the line it stands at the start of, or the words behind it. f4 writes it
/// where a paragraph ends and so the next one begins.
fn points_to(text: &str, line: &Range<usize>, place: &Range<usize>, is_f4: bool) -> usize {
    let (before, behind) = (&text[line.start..place.start], text.get(place.end..line.end).unwrap_or_default());
    let is_first = before.trim_end().is_empty();
    if behind.trim_start().is_empty() && (is_first || is_f4) && !place.is_empty() {
        return next_words(text, line);
    }
    let is_behind_label = || {
        before.len() <= LONGEST
            && label::split(&text[line.clone()]).is_some_and(|found| line.start + found.words == place.start)
    };
    if is_first || is_behind_label() {
        return line.start;
    }
    // A time that the page only tells stands before the blank.
    if place.is_empty() { line.end - behind.trim_start().len() } else { place.end }
}

/// What goes with a stamp: the blanks on one side of it, or its whole line where nothing else stands on it.
fn removed(text: &str, line: &Range<usize>, place: &Range<usize>) -> (Range<usize>, &'static str) {
    let (before, behind) = (&text[line.start..place.start], &text[place.end..line.end]);
    let (kept, rest) = (before.trim_end(), behind.trim_start());
    if kept.is_empty() && rest.is_empty() {
        let end = if line.end < text.len() { line.end + 1 } else { line.end };
        let start = if end == text.len() { line.start.saturating_sub(1) } else { line.start };
        return (start..end, "");
    }
    let blanks_behind = line.end - rest.len();
    if kept.is_empty() {
        return (place.start..blanks_behind, "");
    }
    let blanks_before = line.start + kept.len();
    if rest.is_empty() || rest.starts_with(['.', ',', ';', ':', '?', '!', '…', ')', '”', '"']) {
        return (blanks_before..blanks_behind, "");
    }
    let is_apart = before.len() > kept.len();
    (place.start..blanks_behind, if is_apart { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::timed::edit::apply;
    use crate::import::written::Written;

    /// The text without its times, and the words behind each of them.
    fn check(text: &str, expected: &str, times: &[(&str, &str)]) {
        let Some((edits, _)) = find(text, &[]) else {
            assert_eq!((text, 0), (expected, times.len()), "no times found");
            return;
        };
        let written = apply(Written { text: text.to_owned(), ..Written::default() }, edits);
        assert_eq!(written.text, expected);
        let found: Vec<(String, String)> = written
            .anchors
            .iter()
            .map(|anchor| {
                let behind: String = written.text.chars().skip(anchor.position.get() as usize).take(4).collect();
                (anchor.value.clone(), behind)
            })
            .collect();
        let times: Vec<(String, String)> =
            times.iter().map(|(ms, words)| ((*ms).to_owned(), (*words).to_owned())).collect();
        assert_eq!(found, times, "{text}");
    }

    #[test]
    fn marks_of_f4_stand_where_a_paragraph_ends() {
        check(
            "I: Apa? #00:00:03-4#\n\nB1: Ini, lalu #00:01:23-0# itu. #00:01:30-12#\nI: Ya.",
            "I: Apa?\n\nB1: Ini, lalu itu.\nI: Ya.",
            &[("3400", "B1: "), ("83000", "itu."), ("90120", "I: Y")],
        );
    }

    #[test]
    fn stamps_in_brackets_are_times_where_they_come_back() {
        check(
            "S01: [00:00:12] Pagi.\nS02: Pagi [00:00:15], Bu.\n[00:00:20]\nS01: Baik",
            "S01: Pagi.\nS02: Pagi, Bu.\nS01: Baik",
            &[("12000", "S01:"), ("15000", ", Bu"), ("20000", "S01:")],
        );
        check("[00.12.34] Satu\n[00.13.00] dua", "Satu\ndua", &[("754000", "Satu"), ("780000", "dua")]);
        check("[00:00.000 --> 00:05.000]  Satu", "Satu", &[("0", "Satu")]);
        check("satu[00:00:01]dua{00:00:02}", "satu[00:00:01]dua{00:00:02}", &[]);
        check("satu[00:00:01]dua[00:00:02]", "satu dua", &[("1000", "dua"), ("2000", "")]);
        // A verse, a measure, times that go backwards.
        check("Surah [2:30] dan [2:34]", "Surah [2:30] dan [2:34]", &[]);
        check("[12:40] lalu [10:00] lalu [09:00]", "[12:40] lalu [10:00] lalu [09:00]", &[]);
    }

    #[test]
    fn bare_times_are_those_of_a_recording_if_it_has_just_begun() {
        check("00:03 Pagi.\n02:10 Ya, Bu.", "Pagi.\nYa, Bu.", &[("3000", "Pagi"), ("130000", "Ya, ")]);
        check("0:00\nsatu\n0:04\ndua\n0:09", "satu\ndua", &[("0", "satu"), ("4000", "dua"), ("9000", "")]);
        check("07:15 upacara\n08:00 masuk kelas", "07:15 upacara\n08:00 masuk kelas", &[]);
        check("00:10 – 00:20 pembukaan\n00:20 – 00:40 isi", "00:10 – 00:20 pembukaan\n00:20 – 00:40 isi", &[]);
    }
}
