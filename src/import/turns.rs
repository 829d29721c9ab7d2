//! Turns: who speaks from where to where, and the researcher's reflective notes.

use super::asked::Asked;
use super::label;
use super::layout::{Layout, Part};
use super::lines::Line;
use super::parsed::ParsedTurn;
use super::voices::{Voice, Voices};
use crate::domain::{CharRange, TurnKind};
use std::ops::Range;

/// Most turns that are told apart in one text.
pub const MAX_TURNS: usize = 200_000;

/// The turns of a text, and whether there were more than [`MAX_TURNS`].
pub struct Found {
    /// In order, not overlapping.
    pub turns: Vec<ParsedTurn>,
    /// Whether the text goes on behind the last one, because there were too many.
    pub is_cut: bool,
}

struct Open {
    start: u32,
    end: u32,
    words: Option<u32>,
    label_end: u32,
    label: String,
    voice: Voice,
}

impl Open {
    fn close(self) -> ParsedTurn {
        let (speaker, kind) = match self.voice {
            Voice::Researcher => (None, TurnKind::Question),
            Voice::Speaker(place) => (Some(place), TurnKind::Speech),
            Voice::Aside(kind) => (None, kind),
        };
        let words = self.words.unwrap_or(self.label_end).min(self.end);
        ParsedTurn {
            range: CharRange::new(self.start, self.end),
            words: CharRange::new(words, self.end),
            label: self.label,
            speaker,
            kind,
        }
    }
}

/// A reflective section: the mark before its heading tells which heading ends it.
struct Reflecting {
    mark: Mark,
    /// Start and end of the paragraph in hand, and its last line.
    paragraph: Option<(u32, u32)>,
}

/// Finds the turns of `text` between the bytes of `body`; `asked` tells which lines begin one without a label.
pub fn find(text: &str, body: Range<usize>, voices: &Voices, asked: &Asked, layout: &Layout) -> Found {
    let mut turns = Vec::new();
    let mut open: Option<Open> = None;
    let mut reflecting: Option<Reflecting> = None;
    let mut before = "";
    let mut is_cut = false;
    let mut all = layout.lines(text, body.start).take_while(|line| line.byte < body.end).peekable();
    while let Some(line) = all.next() {
        if turns.len() + 1 >= MAX_TURNS {
            is_cut = true;
            break;
        }
        let labelled = if voices.is_silent() { None } else { spoken(&line, voices, layout) };
        let spoken = labelled.or_else(|| unlabelled(&line, voices, asked, layout));
        let is_apart = before.trim().is_empty();
        if let Some((mark, words)) = spoken.is_none().then(|| reflective(&line, is_apart)).flatten() {
            turns.extend(open.take().map(Open::close));
            end_paragraph(&mut turns, reflecting.take());
            let paragraph = words.and_then(|start| Some((start, extent(&line, layout)?.1)));
            reflecting = Some(Reflecting { mark, paragraph });
        } else if let Some(new) = spoken {
            turns.extend(open.take().map(Open::close));
            end_paragraph(&mut turns, reflecting.take());
            open = Some(new);
        } else if let Some(section) = &mut reflecting {
            if section.mark.is_ended_by(line.text) {
                end_paragraph(&mut turns, reflecting.take());
            } else {
                reflect(&mut turns, section, &line, layout, before);
            }
        } else if let Some(turn) = &mut open
            && let Some((first, last)) = extent(&line, layout)
        {
            let is_heading = is_apart
                && Mark::of(line.text).is_section(line.text)
                && all.peek().is_some_and(|next| next.is_blank() || spoken_at(next, voices, asked, layout));
            if is_heading {
                turns.extend(open.take().map(Open::close));
            } else {
                turn.words.get_or_insert(first);
                turn.end = last;
            }
        }
        before = line.text;
    }
    turns.extend(open.take().map(Open::close));
    end_paragraph(&mut turns, reflecting.take());
    Found { turns, is_cut }
}

fn spoken_at(line: &Line<'_>, voices: &Voices, asked: &Asked, layout: &Layout) -> bool {
    asked.begins(line).is_some() || layout.labelled(line).is_some_and(|labelled| voices.of(labelled.label).is_some())
}

/// The turn that a line opens without a label: a question, or the answer to it.
fn unlabelled(line: &Line<'_>, voices: &Voices, asked: &Asked, layout: &Layout) -> Option<Open> {
    let voice = match asked.begins(line)? {
        Part::Question => Voice::Researcher,
        Part::Answer => voices.answering?,
    };
    let said = layout.extent(line)?;
    let (start, end) = (line.position(Layout::lead(line, said.start)), line.position(said.end));
    Some(Open { start, end, words: Some(start), label_end: start, label: String::new(), voice })
}

/// The turn that a line opens, if it begins with a speaker's label.
fn spoken(line: &Line<'_>, voices: &Voices, layout: &Layout) -> Option<Open> {
    let labelled = layout.labelled(line)?;
    let voice = voices.of(labelled.label)?;
    let label_end = line.position(labelled.end);
    let words = extent(line, layout)
        .filter(|_| !layout.said(line, &labelled).trim().is_empty())
        .map(|(_, last)| (line.position(labelled.words), last));
    Some(Open {
        start: line.position(labelled.start),
        end: words.map_or(label_end, |(_, last)| last),
        words: words.map(|(first, _)| first),
        label_end,
        label: labelled.label.to_owned(),
        voice,
    })
}

/// First visible letter of what is said on a line and the place behind the last one.
fn extent(line: &Line<'_>, layout: &Layout) -> Option<(u32, u32)> {
    layout.extent(line).map(|words| (line.position(words.start), line.position(words.end)))
}

fn reflect(turns: &mut Vec<ParsedTurn>, section: &mut Reflecting, line: &Line<'_>, layout: &Layout, before: &str) {
    let Some((first, last)) = extent(line, layout) else {
        push_paragraph(turns, section.paragraph.take());
        return;
    };
    match &mut section.paragraph {
        Some((_, end)) if layout.wrap().joins(before, line.text) => *end = last,
        paragraph => {
            let done = paragraph.replace((first, last));
            push_paragraph(turns, done);
        }
    }
}

fn end_paragraph(turns: &mut Vec<ParsedTurn>, section: Option<Reflecting>) {
    push_paragraph(turns, section.and_then(|section| section.paragraph));
}

fn push_paragraph(turns: &mut Vec<ParsedTurn>, paragraph: Option<(u32, u32)>) {
    if let Some((start, end)) = paragraph {
        let range = CharRange::new(start, end);
        let kind = TurnKind::Reflection;
        turns.push(ParsedTurn { range, words: range, label: String::new(), speaker: None, kind });
    }
}

/// What stands before a heading.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Mark {
    /// `A.`, `II.`
    Letter,
    /// `2.`
    Number,
    /// `##`
    Hash,
    /// Nothing.
    None,
}

const REFLECTIVE: &[&str] = &[
    "catatan reflektif",
    "catatan refleksi",
    "catatan reflektif peneliti",
    "refleksi",
    "refleksi peneliti",
    "catatan peneliti",
    "reflective notes",
    "reflective note",
    "reflections",
    "reflection",
    "researcher’s notes",
    "researcher's notes",
    "researcher notes",
];

/// A line without the mark before it.
fn unmarked(line: &str) -> (Mark, &str) {
    let line = line.trim().trim_start_matches(['*', '_']);
    let hashes = line.trim_start_matches('#');
    if hashes.len() < line.len() {
        let (mark, rest) = unmarked(hashes);
        return (if mark == Mark::None { Mark::Hash } else { mark }, rest);
    }
    let Some((mark, rest)) = line.split_once(['.', ')']).filter(|(_, rest)| rest.starts_with(char::is_whitespace))
    else {
        return (Mark::None, line);
    };
    let is_letter = mark.len() == 1 && mark.bytes().all(|byte| byte.is_ascii_uppercase());
    let is_roman = (1..=5).contains(&mark.len()) && mark.bytes().all(|byte| b"IVX".contains(&byte));
    let is_number = (1..=2).contains(&mark.len()) && mark.bytes().all(|byte| byte.is_ascii_digit());
    if is_letter || is_roman {
        (Mark::Letter, rest.trim_start())
    } else if is_number {
        (Mark::Number, rest.trim_start())
    } else {
        (Mark::None, line)
    }
}

/// Whether a line heads the reflective notes: with which mark, and where words begin that stand on the
/// same line. `is_apart` tells that nothing stands right before it; a wrapped sentence may end in
/// `refleksi`.
fn reflective(line: &Line<'_>, is_apart: bool) -> Option<(Mark, Option<u32>)> {
    let (mark, rest) = unmarked(line.text);
    let is_heading = |words: &str| {
        let words = words.trim_matches([':', '*', '_', ' ', '\t', '\u{a0}']);
        let is_capital = words.chars().next().is_some_and(char::is_uppercase);
        is_capital && (mark != Mark::None || is_apart) && REFLECTIVE.contains(&label::key(words).as_str())
    };
    if line.text.len() <= 120 && is_heading(rest) {
        return Some((mark, None));
    }
    let (heading, words) = rest.split_once(':')?;
    let rest_at = line.text.trim_end().len() - rest.len(); // `rest` ends where the letters do
    let words = rest_at + heading.len() + 1 + (words.len() - words.trim_start().len());
    is_heading(heading).then(|| (mark, Some(line.position(words))))
}

impl Mark {
    fn of(line: &str) -> Self {
        if line.len() > 400 { Self::None } else { unmarked(line).0 }
    }

    /// Whether a line with this mark is the heading of a section: short and no sentence.
    fn is_section(self, line: &str) -> bool {
        let line = line.trim();
        let is_short =
            line.len() <= 160 && line.split_whitespace().count() <= 10 && !line.ends_with(['.', '?', '!', ';', ',']);
        let is_loud = line.chars().filter(|letter| letter.is_alphabetic()).count() >= 6
            && line.chars().filter(|letter| letter.is_alphabetic()).all(char::is_uppercase);
        is_short && (matches!(self, Self::Letter | Self::Hash) || is_loud)
    }

    /// Whether `line` begins another section than the one whose heading had this mark.
    fn is_ended_by(self, line: &str) -> bool {
        let mark = Self::of(line);
        mark.is_section(line) || (self == Self::Number && mark == Self::Number && line.split_whitespace().count() <= 8)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_of_reflective_notes() {
        let heads =
            |line| crate::import::lines::lines(line).next().is_some_and(|line| reflective(&line, true).is_some());
        for line in
            ["B. Catatan reflektif", "Catatan Reflektif:", "## Reflective notes", "**Catatan peneliti**", "2. Refleksi"]
        {
            assert!(heads(line), "{line}");
        }
        let heads =
            |line| crate::import::lines::lines(line).next().is_some_and(|line| reflective(&line, true).is_some());
        for line in ["Catatan deskriptif", "Catatan reflektif itu penting.", "", "A. Catatan deskriptif"] {
            assert!(!heads(line), "{line}");
        }
    }

    #[test]
    fn sections_end_reflective_notes() {
        assert!(Mark::Letter.is_ended_by("C. Penutup"));
        assert!(Mark::None.is_ended_by("PENUTUP"));
        assert!(!Mark::Letter.is_ended_by("1. Suasana pagi tertib"));
        assert!(Mark::Number.is_ended_by("3. Penutup"));
        assert!(!Mark::Letter.is_ended_by("Suasana pagi tertib dan hangat"));
    }
}
