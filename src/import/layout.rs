//! How a text is laid out beyond its letters: which of its lines are rows of a table with a speaker's cell, where the
//! words end and the notes begin, and whether lines were wrapped by hand.

use super::label::{self, Labelled};
use super::lines::{Line, Wrap, lines};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a line begins where it carries no label.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Part {
    /// A question of the researcher.
    Question,
    /// The answer to it.
    Answer,
}

/// A line that lies in a table of spoken words. All places are bytes of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Row {
    /// The cell that says who speaks; nothing where the line has none of its own.
    pub label: Option<Range<usize>>,
    /// What of the line is spoken.
    pub words: Range<usize>,
    /// Whether the file itself says that the label is a speaker's.
    pub is_told: bool,
    /// What it begins in a table of questions and answers.
    pub part: Option<Part>,
}

/// What is known of the lines of a text.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Layout {
    /// Rows by the byte at which their line begins.
    rows: BTreeMap<usize, Row>,
    /// Where the text ends and its notes begin, in bytes; nothing where there are none.
    end: Option<usize>,
    wrap: Wrap,
    /// Whether everything in it was said into a recording, so that it has no head.
    is_spoken: bool,
}

impl Layout {
    /// That of a text in which a line is a line; it may have been wrapped by hand.
    pub fn plain(text: &str) -> Self {
        Self { wrap: Wrap::of(text), ..Self::default() }
    }

    /// That of a document, whose lines are paragraphs.
    pub fn written(rows: BTreeMap<usize, Row>, end: Option<usize>) -> Self {
        Self { rows, end, ..Self::default() }
    }

    /// That of a recording that was written down: nothing but words and who speaks them.
    pub fn spoken(rows: BTreeMap<usize, Row>) -> Self {
        Self { rows, is_spoken: true, ..Self::default() }
    }

    /// Whether everything in it was said into a recording.
    pub fn is_spoken(&self) -> bool {
        self.is_spoken
    }

    /// Whether the file itself says who speaks on a line.
    pub fn is_told(&self, line: &Line<'_>) -> bool {
        self.rows.get(&line.byte).is_some_and(|row| row.is_told && row.label.is_some())
    }

    /// What a line begins in a table of questions and answers.
    pub fn part(&self, line: &Line<'_>) -> Option<Part> {
        self.rows.get(&line.byte)?.part
    }

    /// Whether nothing of it lies in a table and no notes follow.
    pub fn is_plain(&self) -> bool {
        self.rows.is_empty() && self.end.is_none()
    }

    /// Puts a row at the line that begins at a byte.
    pub fn put(&mut self, start: usize, row: Row) {
        self.rows.insert(start, row);
    }

    /// The same layout of a text that was changed: `text` is the new one, `at` says where a byte of the old one stands.
    pub fn moved(self, text: &str, at: impl Fn(usize) -> usize) -> Self {
        let range = |range: Range<usize>| at(range.start)..at(range.end).max(at(range.start));
        let row = |(start, row): (usize, Row)| {
            (at(start), Row { label: row.label.map(range), words: range(row.words), ..row })
        };
        // A document's lines are paragraphs, however long they are.
        let wrap = if self.wrap.is_wrapped() { Wrap::of(text) } else { self.wrap };
        Self { rows: self.rows.into_iter().map(row).collect(), end: self.end.map(&at), wrap, ..self }
    }

    /// Whether the text was wrapped by hand, and how.
    pub fn wrap(&self) -> Wrap {
        self.wrap
    }

    /// The byte at which the words of `text` end and its notes begin.
    pub fn end(&self, text: &str) -> usize {
        self.end.unwrap_or(text.len()).min(text.len())
    }

    /// The lines behind byte `from`, up to the notes.
    pub fn lines<'a>(&self, text: &'a str, from: usize) -> impl Iterator<Item = Line<'a>> + use<'a> {
        let end = self.end.unwrap_or(text.len());
        lines(text).skip_while(move |line| line.byte < from).take_while(move |line| line.byte < end)
    }

    /// What of a line is spoken or written, as bytes of the line: all of it but for the cells around the words.
    fn words(&self, line: &Line<'_>) -> Range<usize> {
        match self.rows.get(&line.byte) {
            None => 0..line.text.len(),
            Some(row) => row.words.start.saturating_sub(line.byte)..row.words.end.saturating_sub(line.byte),
        }
    }

    /// The first visible letter of what is said on a line and the place behind the last one, in bytes of the line.
    pub fn extent(&self, line: &Line<'_>) -> Option<Range<usize>> {
        let words = self.words(line);
        let said = line.text.get(words.clone())?;
        let trimmed = said.trim_end();
        let visible = trimmed.trim_start();
        let start = words.start + trimmed.len() - visible.len();
        (!visible.is_empty()).then(|| start..start + visible.len())
    }

    /// The label of a line, and what stands behind it: that of its row, else one at the start of its words.
    pub fn labelled<'a>(&self, line: &Line<'a>) -> Option<Labelled<'a>> {
        let Some(row) = self.rows.get(&line.byte) else { return label::split(line.text) };
        let words = self.words(line);
        let said = line.text.get(words.clone())?;
        let Some(cell) = &row.label else {
            let inner = label::split(said)?;
            let at = words.start;
            return Some(Labelled { start: at + inner.start, end: at + inner.end, words: at + inner.words, ..inner });
        };
        let cell = cell.start.checked_sub(line.byte)?..cell.end.checked_sub(line.byte)?;
        let said_first = line.text.get(cell.clone())?;
        let label = if row.is_told { said_first.trim() } else { label::of_cell(said_first)? };
        let start = cell.start + line.text.get(cell)?.find(label)?;
        let begin = words.start + (said.len() - said.trim_start().len());
        let is_silent = said.trim().is_empty();
        let words = if is_silent { line.text.len() } else { begin };
        let end = start + label.len();
        Some(Labelled { label, start: Self::lead(line, start), end, words, is_spaced: true })
    }

    /// Where a turn begins whose label or words begin at byte `at` of the line: a number before them, as lists and tables
    /// have it, belongs to it.
    pub fn lead(line: &Line<'_>, at: usize) -> usize {
        let before = line.text.get(..at).unwrap_or_default();
        let is_number = |letter: char| letter.is_whitespace() || letter.is_ascii_digit() || ".)".contains(letter);
        let visible = line.text.len() - line.text.trim_start().len();
        if before.chars().all(is_number) { visible.min(at) } else { at }
    }

    /// What is said on a line behind its label.
    pub fn said<'a>(&self, line: &Line<'a>, labelled: &Labelled<'a>) -> &'a str {
        let end = self.words(line).end.max(labelled.words).min(line.text.len());
        line.text.get(labelled.words..end).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_has_a_label_words_and_what_belongs_to_nobody() {
        let text = "1\tP :\tApa kabar?\tW1\n\tBaik,\n";
        let rows = BTreeMap::from([(0, Row { label: Some(2..5), words: 6..16, is_told: false, part: None })]);
        let layout = Layout::written(rows, Some(text.len()));
        let line = lines(text).next().expect("a line");
        let found = layout.labelled(&line).expect("a label");
        assert_eq!((found.label, found.start, layout.said(&line, &found)), ("P", 0, "Apa kabar?"));
        assert_eq!(layout.extent(&line).map(|words| &line.text[words]), Some("Apa kabar?"));
        let next = lines(text).nth(1).expect("a line");
        assert!(layout.labelled(&next).is_none());
        assert_eq!(layout.extent(&next).map(|words| &next.text[words]), Some("Baik,"));
        assert_eq!(Layout::written(BTreeMap::new(), Some(20)).lines(text, 0).count(), 1);
    }
}
