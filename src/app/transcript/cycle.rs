//! Going from coding to coding by keys: through those that lie on the same words, and through the text.

use super::ground::Way;
use super::marks::Mark;
use super::sheet::Transcript;
use crate::domain::{CharOffset, CharRange, CodingId};

impl Transcript {
    /// The codings that touch a stretch, or a point where it is empty: the shortest first, as clicks go through them.
    pub fn codings_on(&self, range: CharRange) -> Vec<CodingId> {
        // A caret behind the last letter of a coding still stands at it.
        let reach = CharRange {
            start: CharOffset::new(range.start.get().saturating_sub(u32::from(range.is_empty()))),
            end: CharOffset::new(range.end.get().saturating_add(u32::from(range.is_empty()))),
        };
        let mut here: Vec<&Mark> = self.marks.touching(reach).filter_map(|at| self.marks.list().get(at)).collect();
        here.sort_by_key(|mark| (mark.range.len(), mark.ink, mark.coding));
        here.into_iter().map(|mark| mark.coding).collect()
    }

    /// The next coding in the text behind the chosen one, behind the caret where none is chosen.
    pub fn next_coding(&self, chosen: Option<CodingId>) -> Option<CodingId> {
        self.coding_beside(chosen, Way::On)
    }

    /// The coding in the text before the chosen one, before the caret where none is chosen.
    pub fn coding_before(&self, chosen: Option<CodingId>) -> Option<CodingId> {
        self.coding_beside(chosen, Way::Back)
    }

    /// The place of a coding in the text, from 0, and how many codings there are.
    pub fn place_of(&self, coding: CodingId) -> (usize, usize) {
        let list = self.marks.list();
        (list.iter().position(|mark| mark.coding == coding).unwrap_or(0), list.len())
    }

    fn coding_beside(&self, chosen: Option<CodingId>, way: Way) -> Option<CodingId> {
        let list = self.marks.list();
        let caret = self.caret();
        let at = chosen.and_then(|chosen| list.iter().position(|mark| mark.coding == chosen));
        let found = match (at, way) {
            (Some(at), Way::On) => list.get(at + 1),
            (Some(at), Way::Back) => at.checked_sub(1).and_then(|at| list.get(at)),
            (None, Way::On) => list.get(list.partition_point(|mark| mark.range.start < caret)),
            (None, Way::Back) => {
                list.partition_point(|mark| mark.range.start < caret).checked_sub(1).and_then(|at| list.get(at))
            }
        };
        found.map(|mark| mark.coding)
    }

    /// Puts the caret to a position; nothing stays selected.
    pub fn stand_at(&mut self, position: CharOffset) {
        self.select = super::select::Select::at(position);
    }
}
