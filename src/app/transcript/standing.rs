//! Where somebody stood in a text, to come back to: after another source was read, after the speakers were
//! named anew, after the text was corrected. The row at the top is known by its words too, so that it is
//! found again when a correction further up has moved it.

use super::scroll::Anchor;
use super::select::Select;
use crate::domain::{CharOffset, CharRange, SourceText};

/// Code points of the row that are remembered.
const WORDS: u32 = 48;

/// A place in a text, and what was selected there.
#[derive(Clone, PartialEq, Debug)]
pub struct Standing {
    anchor: Anchor,
    words: String,
    select: Select,
    length: u32,
}

impl Standing {
    pub(super) fn new(text: &SourceText, anchor: Anchor, select: Select) -> Self {
        let start = anchor.position.get();
        let words = text.slice(CharRange::new(start, start.saturating_add(WORDS).min(text.len()).max(start)));
        Self { anchor, words: words.unwrap_or_default().to_owned(), select, length: text.len() }
    }

    /// The row and the selection in a text that may have been corrected since. In a corrected text only the
    /// caret comes along: a selection that has slipped by a letter would code the wrong words.
    pub(super) fn found_in(&self, text: &SourceText) -> (Anchor, Select) {
        let before = self.anchor.position.get();
        let end = before.saturating_add(WORDS).min(text.len());
        let is_there = end >= before
            && text.slice(CharRange::new(before, end)).is_some_and(|words| words.starts_with(self.words.as_str()));
        let now = if is_there || self.words.is_empty() {
            before
        } else {
            let found = text.find_all(&self.words).map(|found| found.start.get());
            found.min_by_key(|start| start.abs_diff(before)).unwrap_or(before)
        };
        let now = now.min(text.len());
        let anchor = Anchor { position: CharOffset::new(now), ..self.anchor };
        if is_there && text.len() == self.length {
            return (anchor, self.select);
        }
        let head = i64::from(self.select.head().get()) + i64::from(now) - i64::from(before);
        let head = u32::try_from(head.clamp(0, i64::from(text.len()))).unwrap_or(0);
        (anchor, Select::at(text.snap(CharRange::new(head, head)).start))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_row_is_found_again_by_its_words() {
        let lines: Vec<String> = (1..=40).map(|line| format!("Baris {line} berkata sesuatu.\n")).collect();
        let text = SourceText::new(lines.concat());
        let row = text.find_all("Baris 20").next().expect("a row");
        let chosen = CharRange::new(row.start.get() + 3, row.start.get() + 8);
        let anchor = Anchor { position: row.start, into: 5.0 };
        let standing = Standing::new(&text, anchor, Select::stretch(chosen));
        assert_eq!(standing.found_in(&text), (anchor, Select::stretch(chosen)));
        let corrected = SourceText::new(format!("Judul 🙏\n{}", lines.concat()));
        let (moved, select) = standing.found_in(&corrected);
        assert_eq!(moved, Anchor { position: corrected.find_all("Baris 20").next().expect("a row").start, into: 5.0 });
        assert_eq!(select, Select::at(CharOffset::new(chosen.end.get() + 8)));
        let other = SourceText::new("Pendek.");
        assert_eq!(standing.found_in(&other).0.position, CharOffset::new(7));
    }
}
