//! Questions and answers without labels, as appendices of theses print them: numbered questions with the answer below,
//! a table of questions and answers, or answers alone that carry a label (`Jawab:`). Which line begins which is found
//! by the shape of the whole text, never of one line; where the shape proves too little, the researcher is asked.

use super::layout::{Layout, Part};
use super::lines::{Line, Wrap};
use super::parsed::QuestionList;
use super::reading::Questions;
use super::voices::{Voice, Voices};
use std::collections::BTreeMap;
use std::ops::Range;

/// So many questions make a list.
const FEWEST: usize = 3;
/// Longest question in bytes.
const LONGEST: usize = 1200;
/// Lines over which a question goes that was wrapped by hand.
const MOST_WRAPPED: usize = 6;

/// Which lines begin a question or an answer.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Asked {
    /// By the byte at which the line begins.
    parts: BTreeMap<usize, Part>,
    /// What was found, whether it is used or not.
    pub list: QuestionList,
}

impl Asked {
    /// What a line begins.
    pub fn begins(&self, line: &Line<'_>) -> Option<Part> {
        self.parts.get(&line.byte).copied()
    }

    /// Whether somebody answers without a label.
    pub fn has_answers(&self) -> bool {
        self.parts.values().any(|part| *part == Part::Answer)
    }
}

/// A line with what its shape says.
struct Shaped {
    byte: usize,
    is_blank: bool,
    /// Whether it is a question, as it stands or with the lines behind it that were wrapped by hand.
    is_question: bool,
    is_numbered: bool,
    is_quoted: bool,
    /// Whether it goes on with the question before it.
    is_rest: bool,
    /// What a table says of it.
    part: Option<Part>,
    voice: Option<Voice>,
}

/// Finds questions and answers between the bytes of `body`. `is_interview` tells that the text is one for certain.
pub fn find(
    text: &str,
    body: Range<usize>,
    voices: &Voices,
    layout: &Layout,
    is_interview: bool,
    wanted: Questions,
) -> Asked {
    if layout.is_spoken() {
        return Asked::default();
    }
    let shaped = shaped(text, body, voices, layout);
    let lines: Vec<&Shaped> = shaped.iter().filter(|line| !line.is_blank && !line.is_rest).collect();
    let (parts, is_certain) = if lines.iter().any(|line| line.part == Some(Part::Answer)) {
        (in_table(&lines), true)
    } else if voices.is_silent() {
        listed(&lines, is_interview)
    } else if voices.has_researcher() {
        return Asked::default();
    } else {
        (before_answers(&lines), true)
    };
    let questions = parts.values().filter(|part| **part == Part::Question).count();
    let list = QuestionList { questions: u32::try_from(questions).unwrap_or(u32::MAX), is_certain, is_taken: false };
    let is_taken = match wanted {
        Questions::Find => is_certain,
        Questions::Split => true,
        Questions::Keep => false,
    };
    match questions {
        0 => Asked::default(),
        _ if is_taken => Asked { parts, list: QuestionList { is_taken, ..list } },
        _ => Asked { parts: BTreeMap::new(), list },
    }
}

fn shaped(text: &str, body: Range<usize>, voices: &Voices, layout: &Layout) -> Vec<Shaped> {
    let wrap = layout.wrap();
    let all: Vec<Line<'_>> = layout.lines(text, body.start).take_while(|line| line.byte < body.end).collect();
    let mut shaped: Vec<Shaped> = Vec::with_capacity(all.len());
    let mut rest_until = 0;
    for (at, line) in all.iter().enumerate() {
        let said = layout.extent(line).map_or("", |words| &line.text[words]);
        let voice = layout.labelled(line).and_then(|labelled| voices.of(labelled.label));
        let is_rest = at < rest_until;
        let number = if is_rest { None } else { behind_number(said) };
        let words = number.unwrap_or(said);
        let is_quoted = words.starts_with(['"', '“', '”', '„', '‟', '«']) || words.starts_with("''");
        let mut is_question = voice.is_none() && !is_quoted && !is_rest && is_asking(said);
        if !is_question && voice.is_none() && number.is_some() && !is_quoted {
            let end = wrapped_question(&all[at..], wrap);
            is_question = end > 0;
            rest_until = at + end;
        }
        shaped.push(Shaped {
            byte: line.byte,
            is_blank: said.is_empty(),
            is_question,
            is_numbered: number.is_some(),
            is_quoted,
            is_rest,
            part: layout.part(line),
            voice,
        });
    }
    shaped
}

/// How many lines a question takes that begins on the first of `lines` and was wrapped by hand; none where it is none.
fn wrapped_question(lines: &[Line<'_>], wrap: Wrap) -> usize {
    let goes_on = |pair: &&[Line<'_>]| matches!(pair, [before, next] if wrap.joins(before.text, next.text));
    let joined = lines.windows(2).take(MOST_WRAPPED).take_while(goes_on);
    let ends = joined.map(|pair| pair.last().is_some_and(|line| is_asking(line.text.trim())));
    ends.enumerate().find(|(_, is_end)| *is_end).map_or(0, |(at, _)| at + 2)
}

/// Whether a line ends as a question does.
fn is_asking(said: &str) -> bool {
    let closing = |letter: char| letter.is_whitespace() || "\"”’'‟)*_.".contains(letter);
    said.len() <= LONGEST && said.trim_end_matches(closing).ends_with(['?', '？'])
}

/// What stands behind a number (`1.`, `2)`, `(3)`, `a.`); nothing where there is none.
fn behind_number(said: &str) -> Option<&str> {
    let bare = said.trim_start_matches(['*', '_', '#', ' ']);
    let (is_open, bare) = bare.strip_prefix('(').map_or((false, bare), |rest| (true, rest));
    let digits = bare.bytes().take_while(u8::is_ascii_digit).count();
    let is_letter = digits == 0 && bare.starts_with(|letter: char| letter.is_ascii_lowercase());
    let rest = &bare[if is_letter { 1 } else { digits }..];
    let rest = if is_open { rest.strip_prefix(')') } else { rest.strip_prefix(['.', ')']) }?;
    let is_number = (is_letter || (1..=3).contains(&digits)) && rest.starts_with(char::is_whitespace);
    is_number.then(|| rest.trim_start())
}

/// What the rows of tables say.
fn in_table(lines: &[&Shaped]) -> BTreeMap<usize, Part> {
    lines.iter().filter_map(|line| Some((line.byte, line.part?))).collect()
}

/// Questions right before answers that carry a label, where nobody else has one. Most answers have to follow one: whoever
/// closes a long turn with a question asks nobody a list.
fn before_answers(lines: &[&Shaped]) -> BTreeMap<usize, Part> {
    let answers = |line: &Shaped| matches!(line.voice, Some(Voice::Speaker(_)));
    let found = lines.windows(2).filter(|pair| pair[0].is_question && answers(pair[1]));
    let found: BTreeMap<usize, Part> = found.map(|pair| (pair[0].byte, Part::Question)).collect();
    let all = lines.iter().filter(|line| answers(line)).count();
    if found.len() >= 2 && found.len() * 3 >= all * 2 { found } else { BTreeMap::new() }
}

/// A list of questions with the answers below, and whether its shape leaves no doubt.
fn listed(lines: &[&Shaped], is_interview: bool) -> (BTreeMap<usize, Part>, bool) {
    let answered = |is_asked: &dyn Fn(&Shaped) -> bool| -> Vec<(usize, bool)> {
        let is_answer = |next: Option<&&Shaped>| next.is_some_and(|next| !is_asked(next));
        let asked = lines.iter().enumerate().filter(|(_, line)| is_asked(line));
        asked.map(|(at, _)| (at, is_answer(lines.get(at + 1)))).collect()
    };
    let is_numbered = |line: &Shaped| line.is_question && line.is_numbered;
    let numbered = answered(&is_numbered);
    let most_answered =
        |found: &[(usize, bool)]| found.iter().filter(|(_, is_answered)| *is_answered).count() * 3 >= found.len() * 2;
    let quoted = |found: &[(usize, bool)]| {
        found.iter().filter(|(at, _)| lines.get(at + 1).is_some_and(|next| next.is_quoted)).count()
    };
    let by_number = numbered.len() >= FEWEST && most_answered(&numbered);
    // Where answers stand in quotes, a question between two of them needs no number.
    let every = answered(&|line| line.is_question);
    let by_quotes = quoted(&every) >= FEWEST && quoted(&every) * 3 >= every.len() * 2;
    let asked: Vec<usize> = if by_quotes {
        let before_quotes = |at: &usize| lines.get(at + 1).is_some_and(|next| next.is_quoted || next.is_question);
        every.iter().map(|(at, _)| *at).filter(|at| before_quotes(at) || lines[*at].is_numbered).collect()
    } else if by_number {
        numbered.iter().map(|(at, _)| *at).collect()
    } else if is_interview && every.len() >= FEWEST && most_answered(&every) {
        every.iter().map(|(at, _)| *at).collect()
    } else {
        Vec::new()
    };
    let behind = asked.iter().filter_map(|at| lines.get(at + 1)).map(|line| (line.byte, Part::Answer));
    let mut parts: BTreeMap<usize, Part> = behind.collect();
    // What follows a question may be another one.
    parts.extend(asked.iter().map(|at| (lines[*at].byte, Part::Question)));
    (parts, by_quotes || (by_number && is_interview))
}
