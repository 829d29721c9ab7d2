//! Sources with every physical line numbered as it is cited: what an examiner looks "baris 45" up in.

use super::excerpts::source_facts;
use super::{Block, HandIn, Line, Paper, Section};
use crate::analysis::{Naming, Study};
use crate::domain::{CharOffset, Message, Row, Source, SourceId, SourceText, Turn, lines_cited};
use crate::i18n::Catalog;
use std::sync::Arc;

/// A source and its text.
#[derive(Clone, Debug)]
pub struct Transcribed {
    /// The source.
    pub source: SourceId,
    /// Its current text.
    pub text: Arc<SourceText>,
}

/// Numbered transcripts on paper, one section each; where `most` says so only so many lines in all.
pub fn transcript_paper(
    study: &Study,
    texts: &[Transcribed],
    hand_in: HandIn,
    words: &Catalog,
    most: Option<usize>,
) -> Paper {
    let mut paper = Paper::new(study, words.text("paper-transcript"), words, hand_in.today);
    paper.total = texts.len();
    let mut left = most.unwrap_or(usize::MAX);
    for one in texts {
        let Some(at) = study.source_at(one.source) else { continue };
        if left == 0 {
            break;
        }
        let source = &study.sources[at as usize];
        let turns = study.turns.get(at as usize).map_or(&[][..], |turns| turns);
        let pages = Pages { study, turns, text: &one.text, naming: hand_in.naming, words };
        let lines: Vec<Line> = pages.lines().take(left).collect();
        left -= lines.len();
        let mut section = Section { head: study.source_name(source.label(), hand_in.naming), ..Section::default() };
        section.blocks.push(Block::Heading(1, study.source_name(&source.name, hand_in.naming)));
        section.blocks.push(Block::Note(source_facts(source, words)));
        section.blocks.extend(pages.people(source).map(Block::Note));
        section.blocks.push(Block::Lines(lines));
        paper.sections.push(section);
    }
    paper
}

struct Pages<'a> {
    study: &'a Study,
    turns: &'a [Turn],
    text: &'a SourceText,
    naming: Naming,
    words: &'a Catalog,
}

impl Pages<'_> {
    fn lines(&self) -> impl Iterator<Item = Line> + '_ {
        self.text.rows().map(|row| self.line(&row))
    }

    /// Who speaks in it: `KS: Kepala Sekolah; G1: Guru Matematika`.
    fn people(&self, _source: &Source) -> Option<String> {
        let mut seen: Vec<u32> = Vec::new();
        for at in self.turns.iter().filter_map(|turn| self.study.informant_at(turn.informant?)) {
            if !seen.contains(&at) {
                seen.push(at);
            }
        }
        let named = seen.iter().map(|at| {
            let name = self.study.informant_name(*at, self.naming);
            match self.study.informants[*at as usize].description.as_str() {
                "" => name.to_owned(),
                description => format!("{name} ({description})"),
            }
        });
        let people = named.collect::<Vec<_>>().join(", ");
        (!people.is_empty()).then(|| self.words.say(&Message::new("paper-informants").with("people", people)))
    }

    fn line(&self, row: &Row) -> Line {
        let range = row.range;
        let whole = self.text.as_str().get(row.bytes.clone()).unwrap_or_default();
        let number = lines_cited(row.first, row.last);
        let mut line = Line { number, words: whole.to_owned(), ..Line::default() };
        let first = self.turns.partition_point(|turn| turn.range.end <= range.start);
        let inside: Vec<&Turn> = self.turns[first..].iter().take_while(|turn| turn.range.start < range.end).collect();
        if inside.iter().any(|turn| self.is_locked(turn)) {
            line.words = self.words.text("paper-line-locked");
            line.speaker = inside.first().map(|turn| self.speaker(turn)).unwrap_or_default();
            return line;
        }
        // A label goes into its column where it stands at the start of the line and nobody else speaks there.
        if let [turn] = inside[..]
            && turn.range.start == range.start
            && (!turn.label.is_empty() || turn.informant.is_some())
            && let Some(words) = self.behind(turn.words.start, range.end)
        {
            line.words = words.to_owned();
            line.speaker = self.speaker(turn);
        }
        line
    }

    fn behind(&self, start: CharOffset, end: CharOffset) -> Option<&str> {
        if start > end {
            return None;
        }
        self.text.slice(crate::domain::CharRange { start, end })
    }

    fn is_locked(&self, turn: &Turn) -> bool {
        turn.informant.and_then(|id| self.study.informant_at(id)).is_some_and(|at| self.study.is_withdrawn(at))
    }

    fn speaker(&self, turn: &Turn) -> String {
        match turn.informant.and_then(|id| self.study.informant_at(id)) {
            // Who speaks without a label is told by the code.
            Some(at) if self.naming == Naming::Pseudonyms || turn.label.is_empty() => {
                self.study.informant_name(at, self.naming).to_owned()
            }
            _ => turn.label.clone(),
        }
    }
}
