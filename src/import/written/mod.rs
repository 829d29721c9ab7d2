//! How the readers of documents write a text down: paragraphs and line breaks as lines, a row of a table as a line
//! with its cells parted by tabs, notes behind the text with a mark at their place, comments as memos. A reader says
//! what it meets; where a line ends, and what of a table is spoken words, is decided here for all of them.

mod document;
mod table;
#[cfg(test)]
mod tests;

use super::error::{ImportError, MAX_BYTES, MAX_LINES};
use super::layout::{Layout, Row};
use super::parsed::ParsedMemo;
use crate::domain::{Anchor, AnchorKind, CharOffset, CharRange, Message};
pub use document::Met;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;
use table::Table;

/// Tables within tables that are told apart; deeper ones are paragraphs.
const DEEPEST_TABLE: usize = 32;
/// Most comments and notes of one document.
pub const MOST_NOTES: usize = 50_000;
/// Most times of one document.
const MOST_STAMPS: usize = 500_000;

/// A text as a reader hands it over.
#[derive(Debug, Default)]
pub struct Written {
    /// The text: LF line ends, no NUL.
    pub text: String,
    /// How it is laid out.
    pub layout: Layout,
    /// Comments.
    pub memos: Vec<ParsedMemo>,
    /// Places that point out of it.
    pub anchors: Vec<Anchor>,
    /// Times that the file marks as such: what of the text is one, in bytes, and milliseconds; nothing of the text where
    /// it only tells when the words behind it were said.
    pub stamps: Vec<(Range<usize>, u64)>,
    /// What was odd, without the name of the file.
    pub warnings: Vec<Message>,
}

/// Why a text grew beyond what is read.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Full {
    Bytes,
    Lines,
}

/// A comment: where it stands and what it says.
struct Comment {
    place: Range<usize>,
    id: String,
}

/// What was being written when a text box began.
struct Aside {
    text: String,
    breaks: usize,
    wants_break: bool,
    rows: BTreeMap<usize, Row>,
    tables: Vec<Table>,
    comments: usize,
    marks: usize,
}

/// A text being written down.
#[derive(Default)]
pub struct Writing {
    text: String,
    /// Line ends that come before the next letter.
    breaks: usize,
    /// Whether a page ends here: a line does too, if anything stands on it.
    wants_break: bool,
    lines: usize,
    rows: BTreeMap<usize, Row>,
    tables: Vec<Table>,
    /// Tables that are open and too deep to be told apart.
    too_deep: usize,
    /// Comments that have begun: id → where.
    open: HashMap<String, usize>,
    comments: Vec<Comment>,
    /// Marks of notes: where, and the mark.
    marks: Vec<(usize, String)>,
    /// What stands in a text box waits for the end of the paragraph it hangs on.
    asides: Vec<Aside>,
    boxes: Vec<String>,
    /// Times that are marked as such.
    stamps: Vec<(Range<usize>, u64)>,
    /// Where the notes begin.
    end: Option<usize>,
    full: Option<Full>,
    /// What was odd.
    pub warnings: Vec<Message>,
}

impl Writing {
    /// Whether the text has grown beyond what is read; the rest need not be looked at.
    pub fn is_full(&self) -> bool {
        self.full.is_some()
    }

    /// Where the next letter would stand, in bytes, as far as it is known.
    fn here(&self) -> usize {
        self.text.len()
    }

    /// Whether nothing has been written yet.
    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether the line in hand is empty.
    pub fn is_at_line_start(&self) -> bool {
        self.breaks > 0 || self.text.is_empty() || self.text.ends_with('\n') || self.is_at_cell_start()
    }

    fn is_at_cell_start(&self) -> bool {
        self.tables.last().is_some_and(|table| table.is_at_start(self.text.len()))
    }

    /// Writes letters as they are; a line end within them is a line end.
    pub fn write(&mut self, letters: &str) {
        if letters.is_empty() || self.is_full() {
            return;
        }
        if std::mem::take(&mut self.wants_break) && !self.is_at_line_start() {
            self.breaks += 1;
        }
        self.flush();
        let most = usize::try_from(MAX_BYTES).unwrap_or(usize::MAX);
        if self.text.len().saturating_add(letters.len()) > most {
            self.full = Some(Full::Bytes);
            return;
        }
        if letters.contains('\0') {
            self.text.push_str(&letters.replace('\0', "\u{FFFD}"));
        } else {
            self.text.push_str(letters);
        }
        self.lines += letters.bytes().filter(|byte| *byte == b'\n').count();
        if self.lines > MAX_LINES {
            self.full = Some(Full::Lines);
        }
    }

    /// Writes letters in which any white space is a space, as XML and HTML mean it; what stands at the start of a
    /// line or behind another space is left out where `is_collapsing`.
    pub fn write_flowing(&mut self, letters: &str, is_collapsing: bool) {
        if !is_collapsing {
            if letters.contains(['\n', '\r', '\t']) {
                self.write(&letters.replace("\r\n", " ").replace(['\n', '\r', '\t'], " "));
            } else {
                self.write(letters);
            }
            return;
        }
        let mut rest = letters;
        while !rest.is_empty() {
            let is_white = |letter: char| matches!(letter, ' ' | '\t' | '\n' | '\r' | '\u{c}');
            let words = rest.find(is_white).unwrap_or(rest.len());
            self.write(&rest[..words]);
            rest = &rest[words..];
            let behind = rest.trim_start_matches(is_white);
            if behind.len() < rest.len() && !self.is_at_line_start() && !self.text.ends_with(' ') && !self.wants_break {
                self.write(" ");
            }
            rest = behind;
        }
    }

    /// Takes back a space that ends the line in hand and came of flowing text.
    pub fn trim_space(&mut self) {
        if self.breaks == 0 && self.text.ends_with(' ') {
            self.text.pop();
        }
    }

    /// Ends a line.
    pub fn end_line(&mut self) {
        self.wants_break = false;
        self.breaks = self.breaks.saturating_add(1);
    }

    /// Ends a line if anything stands on it.
    pub fn end_begun_line(&mut self) {
        self.wants_break = false;
        if !self.is_at_line_start() {
            self.breaks = 1;
        }
    }

    /// Sets the next letters apart from what stands on the line in hand, should more come before it ends.
    pub fn break_page(&mut self) {
        self.wants_break = true;
    }

    fn flush(&mut self) {
        if self.breaks == 0 {
            return;
        }
        let breaks = std::mem::take(&mut self.breaks);
        // Blank paragraphs at the start of a cell are no lines of a row.
        if self.is_at_cell_start() {
            return;
        }
        if self.lines.saturating_add(breaks) > MAX_LINES {
            self.full = Some(Full::Lines);
            return;
        }
        self.lines += breaks;
        self.text.extend(std::iter::repeat_n('\n', breaks));
    }

    /// Begins a table.
    pub fn begin_table(&mut self) {
        if self.tables.len() >= DEEPEST_TABLE {
            self.too_deep += 1;
            return;
        }
        self.end_begun_line();
        self.flush();
        self.tables.push(Table::default());
    }

    /// Begins a row.
    pub fn begin_row(&mut self) {
        if self.too_deep > 0 {
            return;
        }
        if self.tables.last().is_some_and(|table| table.has_rows()) {
            // The row before has ended.
            self.breaks = self.breaks.max(1);
        }
        self.flush();
        let at = self.here();
        if let Some(table) = self.tables.last_mut() {
            table.begin_row(at);
        }
    }

    /// Begins a cell that is so many columns wide.
    pub fn begin_cell(&mut self, span: usize) {
        if self.too_deep > 0 {
            self.end_begun_line();
            return;
        }
        self.breaks = 0;
        self.wants_break = false;
        if self.tables.last().is_some_and(|table| table.has_cells()) && !self.is_full() {
            self.text.push('\t');
            if self.text.len() as u64 > MAX_BYTES {
                self.full = Some(Full::Bytes);
            }
        }
        let at = self.here();
        if let Some(table) = self.tables.last_mut() {
            table.begin_cell(at, span);
        }
    }

    /// Ends the cell in hand.
    pub fn end_cell(&mut self) {
        self.put_boxes();
        if self.too_deep > 0 {
            return;
        }
        // The last paragraph of a cell ends with it.
        self.breaks = 0;
        self.wants_break = false;
        let at = self.here();
        if let Some(table) = self.tables.last_mut() {
            table.end_cell(at);
        }
    }

    /// Ends the row in hand. What is left of empty cells at its end goes.
    pub fn end_row(&mut self) {
        if self.too_deep > 0 {
            return;
        }
        let Some(table) = self.tables.last_mut() else { return };
        if let Some(start) = table.row_start() {
            let kept = self.text[start.min(self.text.len())..].trim_end_matches('\t').len();
            self.text.truncate(start.min(self.text.len()) + kept);
        }
        table.end_row(self.text.len());
    }

    /// Ends the table in hand, and decides whether its rows are spoken words.
    pub fn end_table(&mut self) {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return;
        }
        let Some(table) = self.tables.pop() else { return };
        // Within a text box or another table's cell nobody is looked for.
        if self.asides.is_empty() && self.tables.is_empty() {
            let ends = table.read(&self.text, &mut self.rows);
            self.lines += ends.len();
            for at in ends {
                if self.text.get(at..=at) == Some("\t") {
                    self.text.replace_range(at..=at, "\n");
                }
            }
        }
        self.breaks = 1;
        self.wants_break = false;
    }

    /// Writes the mark of a note.
    pub fn mark(&mut self, mark: &str) {
        // The flush before it moves the place.
        self.write("[");
        if self.marks.len() < MOST_NOTES && !self.is_full() {
            self.marks.push((self.here() - 1, mark.to_owned()));
        }
        self.write(mark);
        self.write("]");
    }

    /// Says when the words behind this place were said, in milliseconds.
    pub fn stamp(&mut self, ms: u64) {
        if self.stamps.len() < MOST_STAMPS {
            let at = self.here();
            self.stamps.push((at..at, ms));
        }
    }

    /// Says that what was written since the last stamp is the time itself.
    pub fn end_stamp(&mut self) {
        let at = self.here();
        if let Some((place, _)) = self.stamps.last_mut() {
            place.end = at.max(place.start);
        }
    }

    /// Begins what a comment is about.
    pub fn begin_comment(&mut self, id: &str) {
        if self.open.len() < MOST_NOTES {
            self.open.insert(id.to_owned(), self.here());
        }
    }

    /// Ends what a comment is about; one that has not begun stands at this place.
    pub fn end_comment(&mut self, id: &str) {
        let end = self.here();
        let start = self.open.remove(id).unwrap_or(end).min(end);
        if self.comments.len() < MOST_NOTES {
            self.comments.push(Comment { place: start..end, id: id.to_owned() });
        }
    }

    /// Begins a text box: what is written from here waits for the end of the paragraph it hangs on.
    pub fn begin_box(&mut self) {
        self.asides.push(Aside {
            text: std::mem::take(&mut self.text),
            breaks: std::mem::take(&mut self.breaks),
            wants_break: std::mem::take(&mut self.wants_break),
            rows: std::mem::take(&mut self.rows),
            tables: std::mem::take(&mut self.tables),
            comments: self.comments.len(),
            marks: self.marks.len(),
        });
    }

    /// Ends a text box.
    pub fn end_box(&mut self) {
        let Some(aside) = self.asides.pop() else { return };
        let text = std::mem::replace(&mut self.text, aside.text);
        self.breaks = aside.breaks;
        self.wants_break = aside.wants_break;
        self.rows = aside.rows;
        self.tables = aside.tables;
        // Where these stand is not known yet: at the place of the box.
        let at = self.here();
        for comment in self.comments.iter_mut().skip(aside.comments) {
            comment.place = at..at;
        }
        self.marks.truncate(aside.marks);
        self.boxes.push(text);
    }

    /// Ends a paragraph; the text boxes that hang on it follow.
    pub fn end_paragraph(&mut self) {
        if !self.boxes.is_empty() && self.is_at_line_start() {
            // A paragraph that does nothing but carry them is no line.
            self.wants_break = false;
        } else {
            self.end_line();
        }
        self.put_boxes();
    }

    fn put_boxes(&mut self) {
        for text in std::mem::take(&mut self.boxes) {
            if text.trim().is_empty() {
                continue;
            }
            if !self.is_at_line_start() {
                self.end_line();
            }
            self.write(text.trim_matches('\n'));
            self.end_line();
        }
    }

    /// Says that nothing but notes follows.
    pub fn begin_notes(&mut self) {
        self.put_boxes();
        self.tables.clear();
        self.too_deep = 0;
        self.wants_break = false;
        self.breaks = if self.text.is_empty() { 0 } else { 2 };
        self.flush();
        self.end = Some(self.text.len());
    }

    /// Hands over what was written; `comments` are the words of the comments by their ids, `file` names it in errors.
    ///
    /// # Errors
    /// More letters or lines than are read, or no words at all.
    pub fn finish(mut self, file: &str, comments: &HashMap<String, String>) -> Result<Written, ImportError> {
        while !self.asides.is_empty() {
            self.end_box();
        }
        self.put_boxes();
        let file = || file.to_owned();
        match self.full {
            Some(Full::Bytes) => return Err(ImportError::TooLarge { file: file() }),
            Some(Full::Lines) => return Err(ImportError::TooManyLines { file: file() }),
            None => {}
        }
        let length = self.text.trim_end().len();
        self.text.truncate(length);
        if self.text.trim().is_empty() {
            return Err(ImportError::Empty { file: file() });
        }
        let places = self.places(comments);
        let mut offsets = Offsets::new(&self.text);
        let memos = places
            .into_iter()
            .map(|(place, text)| ParsedMemo {
                range: CharRange::new(offsets.of(place.start), offsets.of_any(place.end)),
                text,
            })
            .collect();
        let mut offsets = Offsets::new(&self.text);
        self.marks.retain(|(at, _)| *at < length);
        self.marks.sort_by_key(|(at, _)| *at);
        let anchor = |(at, value): &(usize, String)| Anchor {
            position: CharOffset::new(offsets.of(*at)),
            kind: AnchorKind::Note,
            value: value.clone(),
        };
        let anchors = self.marks.iter().map(anchor).collect();
        let end = self.end.filter(|end| *end < length);
        self.stamps.retain(|(place, _)| place.end <= length);
        for (place, _) in &mut self.stamps {
            // A line that had ended before it was begun by what came behind.
            let behind = self.text.get(place.start..).unwrap_or_default();
            let most = if place.start == place.end { behind.len() } else { place.end - place.start };
            place.start += behind.bytes().take(most).take_while(|byte| *byte == b'\n').count();
            place.end = place.end.max(place.start);
        }
        Ok(Written {
            stamps: self.stamps,
            layout: Layout::written(self.rows, end),
            text: self.text,
            memos,
            anchors,
            warnings: self.warnings,
        })
    }

    /// The places of the comments, each with everything that is said of it, in order.
    fn places(&self, words: &HashMap<String, String>) -> Vec<(Range<usize>, String)> {
        let mut places: BTreeMap<(usize, usize), String> = BTreeMap::new();
        for comment in &self.comments {
            let Some(said) = words.get(&comment.id).filter(|said| !said.trim().is_empty()) else { continue };
            let Some(place) = visible(&self.text, comment.place.clone()) else { continue };
            let all = places.entry((place.start, place.end)).or_default();
            if !all.is_empty() {
                all.push_str("\n\n");
            }
            all.push_str(said.trim());
        }
        places.into_iter().map(|((start, end), said)| (start..end, said)).collect()
    }
}

/// The visible part of a place; where there is none, the line it stands on; where that is blank, the next line before
/// it, and at last the next one behind it.
fn visible(text: &str, place: Range<usize>) -> Option<Range<usize>> {
    let trimmed = |range: Range<usize>| {
        let words = text.get(range.clone())?;
        let start = range.start + words.len() - words.trim_start().len();
        let end = range.start + words.trim_end().len();
        (start < end).then_some(start..end)
    };
    let at = place.start.min(text.len());
    trimmed(at..place.end.min(text.len())).or_else(|| {
        let before = text[..at].trim_end();
        let start = if text[before.len()..at].contains('\n') && !before.is_empty() && at < text.len() {
            // At the start of a line it is that line's.
            at
        } else {
            before.rfind('\n').map_or(0, |end| end + 1)
        };
        let end = text[start..].trim_start().find('\n');
        let lead = text[start..].len() - text[start..].trim_start().len();
        trimmed(start..end.map_or(text.len(), |end| start + lead + end))
    })
}

/// Code points of ascending places in bytes, in one pass.
struct Offsets<'a> {
    text: &'a str,
    byte: usize,
    letters: u32,
}

impl<'a> Offsets<'a> {
    fn new(text: &'a str) -> Self {
        Self { text, byte: 0, letters: 0 }
    }

    /// The place of a byte that lies no further back than the one before.
    fn of(&mut self, byte: usize) -> u32 {
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        self.letters += u32::try_from(passed.chars().count()).unwrap_or(u32::MAX);
        self.byte = byte.max(self.byte);
        self.letters
    }

    /// The place of a byte further on, from which the next question may lie back.
    fn of_any(&self, byte: usize) -> u32 {
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        self.letters + u32::try_from(passed.chars().count()).unwrap_or(u32::MAX)
    }
}
