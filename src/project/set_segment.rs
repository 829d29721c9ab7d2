//! What is known of a segment, whoever coded it: its reduction and whether it is a key quotation.

use super::code::locked;
use super::transact::{Op, Work};
use super::write_memo::place;
use super::{Error, Landed, Project};
use crate::domain::{Message, Segment, SegmentId, tidied};

impl Project {
    /// Writes the core of a statement in the researcher's words; empty removes it.
    ///
    /// # Errors
    /// The segment is gone or locked, or the file refuses. It stays as it was then.
    pub fn set_reduction(&mut self, segment: SegmentId, words: &str) -> Result<Landed<()>, Error> {
        self.transact(Op::SetReduction, |work| {
            let segment = open_segment(work, segment)?;
            let words = tidied(words);
            if *words == *segment.reduction {
                return Ok(());
            }
            work.db.set_reduction(segment.id, &words)?;
            let key = if words.is_empty() { "step-reduction-remove" } else { "step-reduction" };
            work.describe(Message::new(key).with("what", place(work.study, segment.id)));
            work.db.remove_segment_if_unused(segment.id)?;
            Ok(())
        })
    }

    /// Marks segments as key quotations or takes the mark back, all in one step.
    ///
    /// # Errors
    /// A segment that is gone or locked, or the file refuses. No mark is changed then.
    pub fn set_key(&mut self, segments: &[SegmentId], is_key: bool) -> Result<Landed<()>, Error> {
        self.transact(Op::SetKey, |work| {
            let mut changed = Vec::new();
            for id in segments {
                let segment = open_segment(work, *id)?;
                if segment.is_key != is_key {
                    work.db.set_key_mark(*id, is_key)?;
                    changed.push(*id);
                }
            }
            let message = match (changed.as_slice(), is_key) {
                ([only], true) => Message::new("step-key").with("what", place(work.study, *only)),
                ([only], false) => Message::new("step-key-remove").with("what", place(work.study, *only)),
                (several, true) => Message::new("step-key-many").with("n", several.len()),
                (several, false) => Message::new("step-key-remove-many").with("n", several.len()),
            };
            work.describe(message);
            for id in changed {
                work.db.remove_segment_if_unused(id)?;
            }
            Ok(())
        })
    }
}

/// The segment of an id, which is not locked.
fn open_segment(work: &Work<'_>, id: SegmentId) -> Result<Segment, Error> {
    if let Some(entry) = work.study.locked.segments.get(&id) {
        return Err(locked(work.study, entry.segment.source));
    }
    work.db.segment(id)?.ok_or(Error::NoSegment)
}
