//! Positions in a text. Every place in the program that says "here" says it with these types.
//!
//! A position is a number of Unicode scalar values (code points) from the start of the imported text, as
//! egui, Python and REFI-QDA count; bytes appear only where Rust slices. The two are distinct types
//! without arithmetic between them, and [`SourceText`] converts by a table of blocks: a binary search and
//! the scan of one block.

use super::line::{LineNumber, LineNumbers};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::ops::Range;
use unicode_segmentation::{GraphemeCursor, UnicodeSegmentation};

/// A position in code points from the start of a text.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct CharOffset(u32);

impl CharOffset {
    /// The start of every text.
    pub const ZERO: Self = Self(0);

    /// The position behind `code_points` code points.
    pub const fn new(code_points: u32) -> Self {
        Self(code_points)
    }

    /// The number of code points before this position.
    pub const fn get(self) -> u32 {
        self.0
    }
}

impl fmt::Display for CharOffset {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

/// A position in UTF-8 bytes from the start of a text, always on a code point boundary.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct ByteOffset(usize);

impl ByteOffset {
    /// The position behind `bytes` bytes; the caller knows that a code point starts there.
    pub const fn new(bytes: usize) -> Self {
        Self(bytes)
    }

    /// The number of bytes before this position.
    pub const fn get(self) -> usize {
        self.0
    }
}

/// A half-open stretch `[start, end)` of code points.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize, Deserialize)]
pub struct CharRange {
    /// The first code point inside.
    pub start: CharOffset,
    /// The first code point behind.
    pub end: CharOffset,
}

impl CharRange {
    /// The stretch from `start` to `end` in code points; the two are put in order.
    pub fn new(start: u32, end: u32) -> Self {
        let (start, end) = if start <= end { (start, end) } else { (end, start) };
        Self { start: CharOffset(start), end: CharOffset(end) }
    }

    /// Length in code points.
    pub const fn len(self) -> u32 {
        self.end.0 - self.start.0
    }

    /// Whether no code point lies inside.
    pub const fn is_empty(self) -> bool {
        self.start.0 == self.end.0
    }

    /// Whether the two share at least one code point.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// Whether `position` lies inside.
    pub fn contains(self, position: CharOffset) -> bool {
        self.start <= position && position < self.end
    }
}

/// Bytes between two entries of the block table.
const BLOCK: usize = 1024;
/// Bytes on either side of a position within which its word is looked for.
const LONGEST_WORD: usize = 1024;

/// A physical line of a text, without its line end.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The first line that it is.
    pub first: LineNumber,
    /// The last line that it is: the same one, but where a correction has taken out the line end between two.
    pub last: LineNumber,
    /// Where, in code points.
    pub range: CharRange,
    /// Where, in bytes.
    pub bytes: Range<usize>,
}

/// An immutable text with the tables that turn positions into each other.
///
/// Lines end with LF (other line ends were turned into it on import); U+2028, U+0085, VT and FF are
/// characters. A final LF ends the last line and begins no new one.
#[derive(Clone, PartialEq, Eq)]
pub struct SourceText {
    text: Box<str>,
    /// (byte, code point) at the start of every block.
    blocks: Vec<(usize, u32)>,
    /// (byte, code point) at the start of every row.
    lines: Vec<(usize, u32)>,
    chars: u32,
    numbers: LineNumbers,
}

impl fmt::Debug for SourceText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SourceText({} code points, {} lines)", self.chars, self.line_count())
    }
}

impl SourceText {
    /// Takes a text whose line ends are LF and builds its tables in one pass.
    pub fn new(text: impl Into<Box<str>>) -> Self {
        let text = text.into();
        let mut blocks = vec![(0, 0)];
        let mut lines = vec![(0, 0)];
        let mut chars = 0_u32;
        let mut next_block = BLOCK;
        for (byte, letter) in text.char_indices() {
            if byte >= next_block {
                blocks.push((byte, chars));
                next_block = byte + BLOCK;
            }
            chars += 1;
            if letter == '\n' && byte + 1 < text.len() {
                lines.push((byte + 1, chars));
            }
        }
        Self { text, blocks, lines, chars, numbers: LineNumbers::default() }
    }

    /// The same text with its lines numbered as they are cited.
    #[must_use]
    pub fn numbered(self, numbers: LineNumbers) -> Self {
        Self { numbers, ..self }
    }

    /// The numbers of its lines.
    pub fn numbers(&self) -> &LineNumbers {
        &self.numbers
    }

    /// The whole text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Length in code points.
    pub fn len(&self) -> u32 {
        self.chars
    }

    /// Whether there is no text at all.
    pub fn is_empty(&self) -> bool {
        self.chars == 0
    }

    /// The whole text as a range.
    pub fn range(&self) -> CharRange {
        CharRange::new(0, self.chars)
    }

    /// Number of rows, which are its physical lines; an empty text has one.
    pub fn line_count(&self) -> u32 {
        u32::try_from(self.lines.len()).unwrap_or(u32::MAX)
    }

    /// Its rows in order.
    pub fn rows(&self) -> impl Iterator<Item = Row> + '_ {
        (0..self.line_count()).map(|row| {
            let (first, last) = self.numbers.at(row);
            let (start, end, _) = self.row_ends(row);
            let byte = self.lines.get(row as usize).map_or(self.text.len(), |(byte, _)| *byte);
            let behind = match self.lines.get(row as usize + 1) {
                Some((next, _)) => next - 1,
                None => byte + self.text[byte..].trim_end_matches('\n').len(),
            };
            Row { first, last, range: CharRange::new(start, end), bytes: byte..behind }
        })
    }

    /// Where a row starts, where its words end, and where the next one starts. It is there.
    pub(super) fn row_ends(&self, row: u32) -> (u32, u32, u32) {
        let at = row as usize;
        let start = self.lines.get(at).map_or(self.chars, |(_, start)| *start);
        match self.lines.get(at + 1) {
            Some((_, next)) => (start, next - 1, *next),
            None if self.text.ends_with('\n') => (start, self.chars - 1, self.chars),
            None => (start, self.chars, self.chars),
        }
    }

    /// The row that a position stands on, counted from 0.
    pub(super) fn row_of(&self, position: u32) -> u32 {
        let behind = self.lines.partition_point(|(_, chars)| *chars <= position).max(1);
        u32::try_from(behind - 1).unwrap_or(u32::MAX)
    }

    /// The byte position of a code point position, or nothing beyond the end.
    pub fn byte_of(&self, position: CharOffset) -> Option<ByteOffset> {
        if position.0 > self.chars {
            return None;
        }
        let block = self.blocks.partition_point(|(_, chars)| *chars <= position.0).max(1) - 1;
        let (byte, chars) = self.blocks[block];
        let ahead = (position.0 - chars) as usize;
        let rest = &self.text[byte..];
        let inside = rest.char_indices().nth(ahead).map_or(rest.len(), |(offset, _)| offset);
        Some(ByteOffset(byte + inside))
    }

    /// The code point position of a byte position, or nothing beyond the end or inside a code point.
    pub fn char_of(&self, position: ByteOffset) -> Option<CharOffset> {
        if !self.text.is_char_boundary(position.0) {
            return None;
        }
        let block = self.blocks.partition_point(|(byte, _)| *byte <= position.0).max(1) - 1;
        let (byte, chars) = self.blocks[block];
        let inside = self.text[byte..position.0].chars().count();
        Some(CharOffset(chars + u32::try_from(inside).ok()?))
    }

    /// The words of a stretch, or nothing where it reaches beyond the text.
    pub fn slice(&self, range: CharRange) -> Option<&str> {
        let bytes = self.bytes_of(range)?;
        self.text.get(bytes)
    }

    /// The byte range of a stretch, or nothing where it reaches beyond the text.
    pub fn bytes_of(&self, range: CharRange) -> Option<Range<usize>> {
        Some(self.byte_of(range.start)?.0..self.byte_of(range.end)?.0)
    }

    /// The line a position stands on; a position behind the end counts to the last line.
    pub fn line_of(&self, position: CharOffset) -> LineNumber {
        self.numbers.at(self.row_of(position.0)).0
    }

    /// First and last line that a stretch touches. An empty stretch touches the line it stands on.
    pub fn lines_of(&self, range: CharRange) -> (LineNumber, LineNumber) {
        let last = if range.is_empty() { range.end.0 } else { range.end.0 - 1 };
        (self.numbers.at(self.row_of(range.start.0)).0, self.numbers.at(self.row_of(last)).1)
    }

    /// The stretch of a line without its line end, or nothing where there is no such line.
    pub fn line_range(&self, line: LineNumber) -> Option<CharRange> {
        let (start, end, _) = self.row_ends(self.numbers.row_of(line, self.line_count())?);
        Some(CharRange::new(start, end))
    }

    /// The words of a line without its line end, or nothing where there is no such line.
    pub fn line(&self, line: LineNumber) -> Option<&str> {
        self.slice(self.line_range(line)?)
    }

    /// Widens a stretch to whole grapheme clusters, so that no emoji or vowel mark is cut in two, and
    /// keeps it within the text.
    pub fn snap(&self, range: CharRange) -> CharRange {
        let clip = |position: CharOffset| CharOffset(position.0.min(self.chars));
        let (start, end) = (clip(range.start), clip(range.end));
        if start == end {
            let there = self.boundary_before(start);
            return CharRange { start: there, end: there };
        }
        CharRange { start: self.boundary_before(start), end: self.boundary_after(end) }
    }

    /// The nearest grapheme boundary at or before a position.
    pub fn boundary_before(&self, position: CharOffset) -> CharOffset {
        let Some(byte) = self.byte_of(position) else { return CharOffset(self.chars) };
        let mut cursor = GraphemeCursor::new(byte.0, self.text.len(), true);
        if cursor.is_boundary(&self.text, 0).unwrap_or(true) {
            return position;
        }
        let before = cursor.prev_boundary(&self.text, 0).ok().flatten().unwrap_or(0);
        self.char_of(ByteOffset(before)).unwrap_or(position)
    }

    /// The nearest grapheme boundary at or behind a position.
    pub fn boundary_after(&self, position: CharOffset) -> CharOffset {
        let Some(byte) = self.byte_of(position) else { return CharOffset(self.chars) };
        let mut cursor = GraphemeCursor::new(byte.0, self.text.len(), true);
        if cursor.is_boundary(&self.text, 0).unwrap_or(true) {
            return position;
        }
        let after = cursor.next_boundary(&self.text, 0).ok().flatten().unwrap_or(self.text.len());
        self.char_of(ByteOffset(after)).unwrap_or(position)
    }

    /// The word at a position as a stretch, for a double click; punctuation and spaces count as words of
    /// their own.
    pub fn word_at(&self, position: CharOffset) -> CharRange {
        let line = self.line_range(self.line_of(position)).unwrap_or_else(|| self.range());
        let (Some(line), Some(here)) = (self.bytes_of(line), self.byte_of(position)) else {
            return CharRange { start: position, end: position };
        };
        // A line may be as long as the file; no word is.
        let near = line.start.max(self.text.floor_char_boundary(here.0.saturating_sub(LONGEST_WORD)));
        let start = match self.text[near..here.0.max(near)].find(char::is_whitespace) {
            Some(space) if near > line.start => near + space,
            _ => near,
        };
        let end = line.end.min(self.text.ceil_char_boundary(here.0.saturating_add(LONGEST_WORD)));
        let mut at = self.char_of(ByteOffset(start)).map_or(0, CharOffset::get);
        for word in self.text[start..end.max(start)].split_word_bounds() {
            let next = at + u32::try_from(word.chars().count()).unwrap_or(0);
            if position.0 < next {
                return CharRange::new(at, next);
            }
            at = next;
        }
        CharRange::new(at, at)
    }

    /// Every place where `words` stand, from the start, overlapping ones included.
    pub fn find_all<'a>(&'a self, words: &'a str) -> impl Iterator<Item = CharRange> + 'a {
        let length = u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
        let step = words.chars().next().map_or(1, char::len_utf8);
        let (mut from, mut counted, mut chars) = (0, 0, 0_u32);
        std::iter::from_fn(move || {
            let byte = from + self.text.get(from..).filter(|_| !words.is_empty())?.find(words)?;
            chars += u32::try_from(self.text[counted..byte].chars().count()).unwrap_or(u32::MAX);
            (counted, from) = (byte, byte + step);
            Some(CharRange::new(chars, chars + length))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MIXED: &str = "A👨‍👩‍👧e\u{301} السلام عليكم\nbaris dua ẓ\n\n🙏🏽akhir";

    #[test]
    fn a_final_line_end_begins_no_line() {
        assert_eq!(SourceText::new("a\nb\n").line_count(), 2);
        assert_eq!(SourceText::new("a\nb").line_count(), 2);
        assert_eq!(SourceText::new("").line_count(), 1);
        assert_eq!(SourceText::new("\n").line_count(), 1);
        let text = SourceText::new("a\nbc\n");
        assert_eq!(text.line(LineNumber::new(2)), Some("bc"));
        assert_eq!(text.line(LineNumber::new(3)), None);
        assert_eq!(text.line_of(CharOffset::new(5)), LineNumber::new(2));
    }

    #[test]
    fn a_cut_cluster_is_widened() {
        let text = SourceText::new(MIXED);
        // Between the man and the joiner that ties him to his family.
        let snapped = text.snap(CharRange::new(1, 2));
        assert_eq!(text.slice(snapped), Some("👨‍👩‍👧"));
        // Between the e and its accent.
        let accent = text.find_all("\u{301}").next().expect("an accent");
        assert_eq!(text.slice(text.snap(accent)), Some("e\u{301}"));
        assert_eq!(text.snap(CharRange::new(900, 999)), CharRange::new(text.len(), text.len()));
    }

    #[test]
    fn words_are_found_wherever_they_stand() {
        let text = SourceText::new("ada ada, adada");
        let starts: Vec<u32> = text.find_all("ada").map(|place| place.start.get()).collect();
        assert_eq!(starts, [0, 4, 9, 11]);
        assert!(text.find_all("").next().is_none());
    }

    #[test]
    fn a_double_click_takes_the_word() {
        let text = SourceText::new("Wa’alaikumussalam (وعليكم السلام).");
        let at = text.find_all("عليكم").next().expect("there").start;
        assert_eq!(text.slice(text.word_at(at)), Some("وعليكم"));
        assert_eq!(text.slice(text.word_at(CharOffset::new(3))), Some("Wa’alaikumussalam"));
        // Far inside a line that is as long as a file, too.
        let text = SourceText::new("ini kata-kata 🙏 panjang ".repeat(10_000));
        let at = text.find_all("panjang").nth(7000).expect("there");
        assert_eq!(text.word_at(CharOffset::new(at.start.get() + 3)), at);
        let text = SourceText::new("é".repeat(100_000));
        let word = text.word_at(CharOffset::new(50_000));
        assert!(word.contains(CharOffset::new(50_000)) && (500..=1100).contains(&word.len()), "{word:?}");
    }

    proptest! {
        /// Whatever is selected, its quotation equals its slice, its positions turn into each other, and it
        /// stands on its line.
        #[test]
        fn every_selection_is_its_slice(
            pieces in proptest::collection::vec(
                prop_oneof![
                    Just("🙏🏽".to_owned()), Just("👨‍👩‍👧‍👦".to_owned()), Just("e\u{301}".to_owned()),
                    Just("a\u{323}\u{302}".to_owned()), Just("السلام".to_owned()), Just("\n".to_owned()),
                    Just("\u{2028}".to_owned()), Just("\u{85}".to_owned()), "[a-zA-Z ,.]{1,20}",
                ],
                0..400,
            ),
            a in 0_u32..3000,
            b in 0_u32..3000,
        ) {
            let string = pieces.concat();
            let letters: Vec<char> = string.chars().collect();
            let text = SourceText::new(string.clone());
            prop_assert_eq!(text.len() as usize, letters.len());
            let range = CharRange::new(a.min(text.len()), b.min(text.len()));
            let expected: String = letters[range.start.get() as usize..range.end.get() as usize].iter().collect();
            prop_assert_eq!(text.slice(range), Some(expected.as_str()));
            for position in [range.start, range.end] {
                let byte = text.byte_of(position).expect("inside the text");
                prop_assert_eq!(text.char_of(byte), Some(position));
            }
            let before = letters[..range.start.get() as usize].iter().filter(|letter| **letter == '\n').count();
            let expected_line = (before + 1).min(text.line_count() as usize);
            prop_assert_eq!(text.line_of(range.start).get() as usize, expected_line);
            let snapped = text.snap(range);
            prop_assert!(snapped.start <= range.start && snapped.end >= range.end || range.is_empty());
            prop_assert_eq!(text.snap(snapped), snapped);
            let whole: Vec<&str> = text.slice(snapped).unwrap().graphemes(true).collect();
            let lead = text.slice(CharRange::new(0, snapped.start.get())).unwrap();
            let tail = text.slice(CharRange::new(snapped.end.get(), text.len())).unwrap();
            prop_assert_eq!(
                string.graphemes(true).count(),
                lead.graphemes(true).count() + whole.len() + tail.graphemes(true).count()
            );
        }

        /// Lines laid end to end are the text again.
        #[test]
        fn lines_make_up_the_text(string in "[ab🙏\u{301}\n]{0,200}") {
            let text = SourceText::new(string.clone());
            let mut lines: Vec<&str> = Vec::new();
            for number in 1..=text.line_count() {
                lines.push(text.line(LineNumber::new(number)).expect("a line"));
            }
            let mut joined = lines.join("\n");
            if string.ends_with('\n') {
                joined.push('\n');
            }
            prop_assert_eq!(joined, string);
        }
    }
}
