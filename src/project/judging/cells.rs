//! Cells get a summary, and a reason where they are empty.

use super::{Misjudged, check_cell, check_segment, column_label, row_label, segment_at};
use crate::domain::{CellKey, CellNote, CharRange, EmptyReason, Message, SegmentId, SourceId, tidied};
use crate::project::transact::{Op, Work};
use crate::project::{Error, Landed, Project, clock};

impl Project {
    /// Writes what a column says in a row; empty removes it.
    ///
    /// # Errors
    /// The cell is gone or keeps nothing, or the file refuses. The summary stays as it was then.
    pub fn set_summary(&mut self, cell: &CellKey, words: &str) -> Result<Landed<()>, Error> {
        self.transact(Op::SetSummary, |work| summarise(work, cell, words))
    }

    /// Says why a cell is empty, with the words that show it; without a reason it is computed again.
    ///
    /// # Errors
    /// The cell is gone or keeps nothing, the reason is one that is only computed, the segment is gone or locked, or the
    /// file refuses. The reason stays as it was then.
    pub fn set_empty_reason(
        &mut self,
        cell: &CellKey,
        reason: Option<EmptyReason>,
        segment: Option<SegmentId>,
    ) -> Result<Landed<()>, Error> {
        self.transact(Op::SetEmptyReason, |work| {
            if let Some(segment) = segment {
                check_segment(work, segment)?;
            }
            give_reason(work, cell, reason, segment)
        })
    }

    /// The same with a passage that need not be coded as the words that show it ("I don't know").
    ///
    /// # Errors
    /// What [`Self::set_empty_reason`] refuses; the source is gone, or the range is empty, beyond the text or locked.
    pub fn set_empty_reason_quoting(
        &mut self,
        cell: &CellKey,
        reason: EmptyReason,
        (source, range): (SourceId, CharRange),
    ) -> Result<Landed<()>, Error> {
        self.transact(Op::SetEmptyReason, |work| {
            let segment = segment_at(work, source, range)?;
            give_reason(work, cell, Some(reason), Some(segment))
        })
    }
}

/// Writes a summary within a step.
pub(in crate::project) fn summarise(work: &mut Work<'_>, cell: &CellKey, words: &str) -> Result<(), Error> {
    check_cell(work, cell)?;
    let summary = tidied(words);
    let key = if summary.is_empty() { "step-summary-remove" } else { "step-summary" };
    change(work, cell, |note| note.summary = summary)?;
    describe(work, cell, Message::new(key))
}

fn give_reason(
    work: &mut Work<'_>,
    cell: &CellKey,
    reason: Option<EmptyReason>,
    segment: Option<SegmentId>,
) -> Result<(), Error> {
    if reason == Some(EmptyReason::NotCoded) {
        return Err(Misjudged::Computed.into());
    }
    check_cell(work, cell)?;
    let before = work.db.cell_note(cell)?.and_then(|note| note.segment);
    change(work, cell, |note| {
        note.empty_reason = reason;
        note.segment = segment.filter(|_| reason.is_some());
    })?;
    for left in before.into_iter().chain(segment) {
        work.db.remove_segment_if_unused(left)?;
    }
    let sentence = match reason {
        None => Message::new("step-empty-reason-remove"),
        Some(reason) => Message::new("step-empty-reason").with("reason", Message::new(format!("empty-{reason}"))),
    };
    describe(work, cell, sentence)
}

/// Changes the note in a cell, which is made where there is none and goes where it says nothing any more.
fn change(work: &Work<'_>, cell: &CellKey, change: impl FnOnce(&mut CellNote)) -> Result<(), Error> {
    let known = work.db.cell_note(cell)?;
    let mut note = known.clone().unwrap_or_else(|| CellNote {
        cell: cell.sorted(),
        summary: String::new(),
        empty_reason: None,
        segment: None,
        coder: String::new(),
        changed: work.now,
    });
    change(&mut note);
    let says_nothing = note.summary.is_empty() && note.empty_reason.is_none();
    if known.as_ref() == Some(&note) || says_nothing && known.is_none() {
        return Ok(());
    }
    if says_nothing {
        return Ok(work.db.remove_cell_note(cell)?);
    }
    note.changed = work.now;
    Ok(work.db.put_cell_note(&note, work.coder(None)?, clock::new_id())?)
}

fn describe(work: &mut Work<'_>, cell: &CellKey, sentence: Message) -> Result<(), Error> {
    let (row, column) = (row_label(work, cell.row)?, column_label(work.study, cell));
    work.describe(sentence.with("row", row).with("column", column));
    Ok(())
}
