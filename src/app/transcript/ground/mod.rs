//! What a caret stands on: a text, its blocks and its turns, and the units they are made of. Letters are grapheme
//! clusters, words are Unicode's with a hyphen between letters kept inside ("anak-anak", "VII-A"), sentences are those
//! of [`super::sentence`], a turn is all that is said in one go (where nobody speaks: the line), a run is the turns of
//! one speaker that follow each other. No unit begins or ends inside a cluster or a hidden label.

use super::blocks::{Block, Blocks, Joint, displayed};
use super::sentence::sentences;
use crate::domain::{CharOffset, CharRange, SourceText, Turn};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

#[cfg(test)]
pub(super) mod tests;

/// What a click, a drag or a key moves by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Grain {
    /// Grapheme clusters.
    #[default]
    Letter,
    /// Words, after a double click.
    Word,
    /// Sentences, after a triple click.
    Sentence,
    /// Turns, after four clicks; lines where nobody speaks.
    Turn,
    /// All that one speaker says before somebody else does.
    Run,
    /// Everything.
    Document,
}

/// Which way in the text. Keys move in the order of reading, never in that of the screen: each press goes on by one
/// unit, also inside Arabic words, a selection grows by what is read next and never jumps, and a key that is held
/// reaches the end of any text. Word on Windows does the same.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Way {
    /// Towards the beginning.
    Back,
    /// Towards the end.
    On,
}

/// Which end of a unit is gone to.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Edge {
    /// Before its first letter.
    Start,
    /// Behind its last letter.
    End,
}

/// Pieces of one line, and lines that go on with a small letter, that are looked through together for sentences, on
/// either side. A sentence longer than these is cut.
const JOINED: usize = 3;

/// A text to stand on.
#[derive(Clone, Copy)]
pub(super) struct Ground<'a> {
    pub(super) text: &'a SourceText,
    pub(super) blocks: &'a Blocks,
    /// In order of position.
    pub(super) turns: &'a [Turn],
}

impl<'a> Ground<'a> {
    fn block(&self, at: usize) -> Option<&'a Block> {
        self.blocks.list().get(at)
    }

    /// The nearest place at or before a position where a caret may stand; inside a hidden label the first word behind.
    pub(super) fn place(&self, position: CharOffset) -> CharOffset {
        let Some(block) = self.block(self.blocks.at(position)) else { return CharOffset::ZERO };
        let clipped = position.clamp(block.words.start, block.words.end);
        let found = self.text.boundary_before(clipped);
        if found >= block.words.start || block.joint == Joint::SameLine {
            return found;
        }
        self.text.boundary_after(block.words.start).min(block.words.end.max(block.words.start))
    }

    /// The first place of the text.
    pub(super) fn first(&self) -> CharOffset {
        let mut list = self.blocks.list().iter();
        list.find(|block| !block.words.is_empty()).map_or(CharOffset::ZERO, |block| self.place(block.words.start))
    }

    /// The last place of the text.
    pub(super) fn last(&self) -> CharOffset {
        let mut list = self.blocks.list().iter().rev();
        list.find(|block| !block.words.is_empty()).map_or(CharOffset::ZERO, |block| block.words.end)
    }

    /// The next place that way.
    fn letter(&self, from: CharOffset, way: Way) -> CharOffset {
        let at = self.blocks.at(from);
        let Some(block) = self.block(at) else { return from };
        match way {
            Way::On if from < block.words.end => {
                let from = from.max(block.words.start);
                self.text.boundary_after(CharOffset::new(from.get() + 1)).min(self.last())
            }
            Way::On => {
                let mut rest = self.blocks.list().iter().skip(at + 1);
                rest.find(|block| !block.words.is_empty()).map_or(from, |block| self.place(block.words.start))
            }
            Way::Back => {
                let is_inside = from > block.words.start || block.joint == Joint::SameLine;
                let before = self.place(CharOffset::new(from.get().saturating_sub(1)));
                if is_inside && before < from {
                    return before;
                }
                let mut blocks = self.blocks.list().iter().take(at).rev();
                blocks.find(|block| !block.words.is_empty()).map_or(from, |block| block.words.end)
            }
        }
    }

    /// Where a caret comes to that goes one unit that way; at the end of the text it stays.
    pub(super) fn go(&self, grain: Grain, from: CharOffset, way: Way, edge: Edge) -> CharOffset {
        match grain {
            Grain::Letter => return self.letter(from, way),
            Grain::Document => return if way == Way::On { self.last() } else { self.first() },
            _ => {}
        }
        let of = |unit: &CharRange| if edge == Edge::Start { unit.start } else { unit.end };
        let mut at = self.blocks.at(from);
        loop {
            let group = self.group(grain, at);
            let units = self.units(grain, &group);
            let found = match way {
                Way::On => units.iter().map(of).find(|place| *place > from),
                Way::Back => units.iter().rev().map(of).find(|place| *place < from),
            };
            match (found, way) {
                (Some(place), _) => return place,
                (None, Way::On) if group.end < self.blocks.len() => at = group.end.max(at + 1),
                (None, Way::On) => return self.last().max(from),
                (None, Way::Back) if group.start > 0 && at > 0 => at = (group.start - 1).min(at - 1),
                (None, Way::Back) => return self.first().min(from),
            }
        }
    }

    /// Where a shifted key takes the head: to the end of a unit where the selection lies before it and to the start
    /// where it lies behind, so that neither takes the space between two words along; never past the fixed end.
    pub(super) fn extend(&self, grain: Grain, fixed: CharOffset, head: CharOffset, way: Way) -> CharOffset {
        let edge = match (head.cmp(&fixed), way) {
            (std::cmp::Ordering::Less, _) | (std::cmp::Ordering::Equal, Way::Back) => Edge::Start,
            (std::cmp::Ordering::Greater, _) | (std::cmp::Ordering::Equal, Way::On) => Edge::End,
        };
        let to = self.go(grain, head, way, edge);
        let passes = head < fixed && fixed < to || to < fixed && fixed < head;
        if passes && grain != Grain::Document { fixed } else { to }
    }

    /// The unit at a place; that before it at the end of a line. Nothing of a blank line.
    pub(super) fn unit(&self, grain: Grain, position: CharOffset) -> CharRange {
        let at = self.blocks.at(position);
        let empty = CharRange { start: position, end: position };
        let Some(block) = self.block(at).filter(|block| !block.words.is_empty()) else { return empty };
        let last = CharOffset::new(block.words.end.get() - 1);
        let letter = self.place(position.clamp(block.words.start, last));
        match grain {
            Grain::Letter => CharRange { start: letter, end: self.letter(letter, Way::On) },
            Grain::Word => {
                let mut words = self.words(at).into_iter().map(|(range, _)| range);
                words.find(|range| range.contains(letter)).unwrap_or(empty)
            }
            Grain::Document => CharRange { start: self.first(), end: self.last() },
            Grain::Sentence | Grain::Turn | Grain::Run => {
                let units = self.units(grain, &self.group(grain, at));
                // The space behind a sentence belongs to it as far as clicks go.
                let behind = units.partition_point(|unit| unit.start <= letter).max(1) - 1;
                units.get(behind).copied().unwrap_or(empty)
            }
        }
    }

    /// The blocks that are looked through together for units of a grain.
    fn group(&self, grain: Grain, at: usize) -> Range<usize> {
        let reach = match grain {
            Grain::Letter | Grain::Word => 0,
            Grain::Sentence => JOINED,
            Grain::Turn | Grain::Run | Grain::Document => usize::MAX,
        };
        let is_joined = |at: usize| match grain {
            Grain::Letter | Grain::Word => false,
            Grain::Sentence => self.goes_on(at),
            Grain::Turn => self.is_same_turn(at),
            Grain::Run => self.is_same_speaker(at),
            Grain::Document => true,
        };
        let (mut start, mut end) = (at, at + 1);
        while start > 0 && at - start < reach && is_joined(start) {
            start -= 1;
        }
        while end < self.blocks.len() && end - at <= reach && is_joined(end) {
            end += 1;
        }
        start..end
    }

    /// Whether a block goes on with the sentence of the one before: another piece of the line, or a line of the same
    /// turn that begins with a small letter behind one that did not end.
    fn goes_on(&self, at: usize) -> bool {
        let Some((block, before)) = self.block(at).zip(at.checked_sub(1).and_then(|at| self.block(at))) else {
            return false;
        };
        if block.joint == Joint::SameLine {
            return true;
        }
        let words = |block: &Block| self.text.as_str().get(block.bytes.clone()).unwrap_or_default();
        block.turn == before.turn
            && block.words.start == block.start
            && words(block).chars().next().is_some_and(char::is_lowercase)
            && words(before).trim_end().chars().next_back().is_some_and(|last| last.is_alphanumeric() || last == ',')
    }

    fn is_same_turn(&self, at: usize) -> bool {
        let Some((block, before)) = self.block(at).zip(at.checked_sub(1).and_then(|at| self.block(at))) else {
            return false;
        };
        block.joint == Joint::SameLine || block.turn.is_some() && block.turn == before.turn
    }

    fn is_same_speaker(&self, at: usize) -> bool {
        let Some((block, before)) = self.block(at).zip(at.checked_sub(1).and_then(|at| self.block(at))) else {
            return false;
        };
        let label = |block: &Block| {
            let turn = block.turn.and_then(|at| self.turns.get(at as usize))?;
            Some(turn.label.as_str()).filter(|label| !label.is_empty())
        };
        self.is_same_turn(at) || label(block).is_some() && label(block) == label(before)
    }

    /// The units of a group, in order, none of them empty.
    fn units(&self, grain: Grain, group: &Range<usize>) -> Vec<CharRange> {
        match grain {
            Grain::Letter | Grain::Word => {
                let words = self.words(group.start).into_iter();
                words.filter(|(_, is_word)| *is_word).map(|(range, _)| range).collect()
            }
            Grain::Sentence => self.sentences(group),
            Grain::Turn | Grain::Run | Grain::Document => {
                let mut list = self.blocks.list().get(group.clone()).unwrap_or_default().iter();
                let Some(first) = list.find(|block| !block.words.is_empty()) else { return Vec::new() };
                let last = list.rev().find(|block| !block.words.is_empty()).unwrap_or(first);
                let range = CharRange { start: self.place(first.words.start), end: last.words.end };
                if range.is_empty() { Vec::new() } else { vec![range] }
            }
        }
    }

    /// The words of a block and what stands between them, in order, and whether each is a word.
    fn words(&self, at: usize) -> Vec<(CharRange, bool)> {
        let Some(block) = self.block(at) else { return Vec::new() };
        let words = self.text.as_str().get(block.bytes.clone()).unwrap_or_default();
        let mut found: Vec<(u32, u32, bool)> = Vec::new();
        let mut hyphen = false;
        let mut start = block.words.start.get();
        for piece in words.split_word_bounds() {
            let end = start + u32::try_from(piece.chars().count()).unwrap_or(0);
            let is_word = piece.chars().any(char::is_alphanumeric);
            let count = found.len();
            match found.get_mut(count.saturating_sub(2)..) {
                // A hyphen between two words ties them.
                Some([before, _]) if hyphen && is_word && before.2 => {
                    before.1 = end;
                    found.pop();
                }
                _ => found.push((start, end, is_word)),
            }
            hyphen = matches!(piece, "-" | "\u{2010}" | "\u{2011}");
            start = end;
        }
        let snapped = found.into_iter().map(|(start, end, is_word)| (self.snapped(start, end), is_word));
        snapped.filter(|(range, _)| !range.is_empty()).collect()
    }

    fn sentences(&self, group: &Range<usize>) -> Vec<CharRange> {
        let list = self.blocks.list().get(group.clone()).unwrap_or_default();
        let Some((first, last)) = list.first().zip(list.last()) else { return Vec::new() };
        let bytes = first.bytes.start..last.bytes.end.max(first.bytes.start);
        // Line ends between joined lines become spaces.
        let words = displayed(self.text.as_str().get(bytes).unwrap_or_default());
        let mut start = first.words.start.get();
        let mut found = Vec::new();
        for range in sentences(&words) {
            let sentence = &words[range];
            let count = |words: &str| u32::try_from(words.chars().count()).unwrap_or(0);
            let lead = count(sentence) - count(sentence.trim_start());
            let core = count(sentence.trim());
            if core > 0 {
                found.push(self.snapped(start + lead, start + lead + core));
            }
            start += count(sentence);
        }
        found.retain(|range| !range.is_empty());
        found
    }

    /// Whole clusters, no half label.
    fn snapped(&self, start: u32, end: u32) -> CharRange {
        let range = self.text.snap(CharRange::new(start, end));
        let start = self.place(range.start);
        CharRange { start, end: range.end.max(start) }
    }

    /// The next larger stretch around one: its word, its sentence, its turn, all that the speaker says in one run, the
    /// text. Nothing where it is the whole text.
    pub(super) fn grown(&self, range: CharRange) -> Option<CharRange> {
        let last = self.place(CharOffset::new(range.end.get().saturating_sub(u32::from(!range.is_empty()))));
        [Grain::Word, Grain::Sentence, Grain::Turn, Grain::Run, Grain::Document].into_iter().find_map(|grain| {
            let (first, last) = (self.around(grain, range.start), self.around(grain, last.max(range.start)));
            let around = CharRange { start: first.start.min(range.start), end: last.end.max(range.end) };
            (around != range && !around.is_empty()).then_some(around)
        })
    }

    /// The unit at a place, where a caret behind a word means the word.
    fn around(&self, grain: Grain, position: CharOffset) -> CharRange {
        let found = self.unit(grain, position);
        let is_word =
            |range: CharRange| self.text.slice(range).is_some_and(|words| words.chars().any(char::is_alphanumeric));
        if grain == Grain::Word && !is_word(found) {
            let before = self.unit(grain, self.letter(position, Way::Back));
            return if before.end == position && is_word(before) {
                before
            } else {
                CharRange { start: position, end: position }
            };
        }
        found
    }

    /// Whether a caret may stand here.
    #[cfg(test)]
    pub(super) fn is_place(&self, position: CharOffset) -> bool {
        let Some(block) = self.block(self.blocks.at(position)) else { return false };
        self.text.boundary_before(position) == position && position >= block.words.start && position <= block.words.end
    }
}
