//! Which lines of the first text each line of the second one is, told by the letters that were retained: a line that
//! holds some of a line is that line.

use super::TextChange;
use crate::domain::{LineNumbers, SourceText};

/// What was retained between two edits: from where to where in the second text, and how far back it lies in the first.
struct Retained {
    start: u32,
    end: u32,
    old_start: u32,
}

impl TextChange {
    /// The numbers of the lines of `to`; those of `from` never move.
    pub fn numbers(&self, from: &SourceText, to: &SourceText) -> LineNumbers {
        let retained = self.retained(from);
        let mut at = 0;
        let rows = (0..to.line_count()).map(|row| {
            let (start, end, behind) = to.row_ends(row);
            while retained.get(at).is_some_and(|piece| piece.end <= start) {
                at += 1;
            }
            let here = || retained[at..].iter().take_while(move |piece| piece.start < behind);
            let old = |piece: &Retained, position: u32| from.row_of(piece.old_start + (position - piece.start));
            let first = here().next().map(|piece| old(piece, piece.start.max(start)))?;
            // The line end says where the words were only where there are none.
            let last = here()
                .filter(|piece| piece.start < end)
                .last()
                .map_or(first, |piece| old(piece, piece.end.min(end).max(start + 1) - 1));
            Some((first, last.max(first)))
        });
        from.numbers().corrected(rows)
    }

    /// What was retained, the ends that an edit shares with what it replaces among it.
    fn retained(&self, from: &SourceText) -> Vec<Retained> {
        let mut all = Vec::with_capacity(self.edits.len() + 1);
        let (mut old_at, mut new_at) = (0, 0);
        let mut push = |old_start: u32, start: u32, end: u32| {
            if start < end {
                all.push(Retained { start, end, old_start });
            }
        };
        for edit in &self.edits {
            let start = edit.new.start.get() + edit.prefix;
            push(old_at, new_at, start);
            (old_at, new_at) = (edit.old.end.get() - edit.suffix, edit.new.end.get() - edit.suffix);
        }
        push(old_at, new_at, new_at + (from.len() - old_at));
        all
    }
}
