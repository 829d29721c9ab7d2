//! The ends of a coding while they are being moved, by keys or by a handle. What is seen is a preview in the marks of
//! the transcript; the project hears of it once, when the gesture is over.

use super::ground::{Edge, Grain, Way};
use super::select::{Select, tidy};
use super::sheet::Transcript;
use crate::domain::{CharOffset, CharRange, CodingId, SourceText};

/// A coding and where it is to lie from now on.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Moved {
    /// The coding.
    pub coding: CodingId,
    /// Whole clusters, not empty, inside the source.
    pub range: CharRange,
}

/// A coding whose ends are on the move.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Bounds {
    coding: CodingId,
    /// As it lies in the project.
    from: CharRange,
    /// As it would lie now.
    range: CharRange,
    /// Which end moves.
    edge: Edge,
    /// Where that end was taken to; it may stand behind a label while the range ends before it.
    reached: CharOffset,
    /// Whether keys move it; else a handle is held.
    pub(super) is_by_keys: bool,
    /// Whether the same words were selected, so that the selection goes along.
    is_selected: bool,
}

impl Transcript {
    /// Where a coding lies, as it is shown.
    pub fn range_of(&self, coding: CodingId) -> Option<CharRange> {
        self.marks.list().iter().find(|mark| mark.coding == coding).map(|mark| mark.range)
    }

    /// Begins to move the ends of a coding by keys, its last end first. Whether there is such a coding.
    pub fn move_ends(&mut self, coding: CodingId) -> bool {
        self.take_end(coding, Edge::End, true)
    }

    /// The coding whose ends are on the move, where it would lie, and whether its last end moves.
    pub fn ends(&self) -> Option<(Moved, bool)> {
        self.bounds.map(|bounds| (Moved { coding: bounds.coding, range: bounds.range }, bounds.edge == Edge::End))
    }

    /// Ends the gesture and keeps what it came to; nothing where nothing has moved.
    pub fn keep_ends(&mut self) -> Option<Moved> {
        let bounds = self.bounds.take()?;
        (bounds.range != bounds.from).then_some(Moved { coding: bounds.coding, range: bounds.range })
    }

    /// Ends the gesture and shows everything as it was.
    pub fn restore_ends(&mut self) {
        if let Some(bounds) = self.bounds.take() {
            self.show_ends(bounds.coding, bounds.from, bounds.is_selected);
        }
    }

    pub(super) fn take_end(&mut self, coding: CodingId, edge: Edge, is_by_keys: bool) -> bool {
        if let Some(bounds) = self.bounds.as_mut().filter(|bounds| bounds.coding == coding) {
            // From keys to a handle: the gesture goes on.
            bounds.edge = edge;
            bounds.reached = if edge == Edge::Start { bounds.range.start } else { bounds.range.end };
            bounds.is_by_keys = is_by_keys;
            return true;
        }
        self.restore_ends();
        let Some(from) = self.range_of(coding) else { return false };
        let reached = if edge == Edge::Start { from.start } else { from.end };
        let is_selected = self.selection() == Some(from);
        self.bounds = Some(Bounds { coding, from, range: from, edge, reached, is_by_keys, is_selected });
        true
    }

    /// The position of the end that moves.
    pub(super) fn active_end(&self) -> Option<(CharOffset, Edge)> {
        self.bounds.map(|bounds| (bounds.reached, bounds.edge))
    }

    /// Turns to the other end.
    pub(super) fn turn_ends(&mut self) {
        if let Some(bounds) = &mut self.bounds {
            (bounds.edge, bounds.reached) = match bounds.edge {
                Edge::Start => (Edge::End, bounds.range.end),
                Edge::End => (Edge::Start, bounds.range.start),
            };
        }
    }

    /// Takes the moving end to a position, or as near to it as the other end allows.
    pub(super) fn move_end(&mut self, text: &SourceText, to: CharOffset) {
        let Some(bounds) = self.bounds else { return };
        let ground = self.ground(text);
        let to = ground.place(to);
        let (reached, raw) = match bounds.edge {
            Edge::Start => {
                let last = ground.go(Grain::Letter, bounds.range.end, Way::Back, Edge::Start);
                let start = to.min(last);
                (start, CharRange { start, end: bounds.range.end.max(start) })
            }
            Edge::End => {
                let first = ground.go(Grain::Letter, bounds.range.start, Way::On, Edge::Start);
                let end = to.max(first);
                (end, CharRange { start: bounds.range.start.min(end), end })
            }
        };
        // The end that stays is left as it is, even inside a label: only the moving one is put in order.
        let Some(range) = tidy(text.snap(raw), &self.blocks).map(|tidied| match bounds.edge {
            Edge::Start => CharRange { start: tidied.start, end: bounds.range.end },
            Edge::End => CharRange { start: bounds.range.start, end: tidied.end },
        }) else {
            return;
        };
        if range.is_empty() || range.start >= range.end {
            return;
        }
        self.bounds = Some(Bounds { range, reached, ..bounds });
        if range != bounds.range {
            self.show_ends(bounds.coding, range, bounds.is_selected);
        }
    }

    /// Shows a coding on other words, without anybody else hearing of it.
    fn show_ends(&mut self, coding: CodingId, range: CharRange, is_selected: bool) {
        self.marks = self.marks.moved(coding, range, &self.blocks);
        if is_selected {
            self.select = Select::stretch(range);
        }
    }

    /// New marks have come from the project: the gesture goes on only where its coding lies as it did.
    pub(super) fn carry_ends_over(&mut self) {
        let Some(bounds) = self.bounds else { return };
        if self.range_of(bounds.coding) == Some(bounds.from) {
            self.marks = self.marks.moved(bounds.coding, bounds.range, &self.blocks);
        } else {
            self.bounds = None;
        }
    }

    /// Brings the moving end into sight by the least movement.
    pub(super) fn keep_end_in_sight(&mut self) {
        if let Some(bounds) = &self.bounds {
            let at = if bounds.edge == Edge::Start { bounds.range.start } else { bounds.range.end };
            self.keep_in_sight(at);
        }
    }
}
