//! The boundary of a coding moves.

use super::code::{code_label, open_coding, source_label, with_joined, words_at};
use super::joining::{Neighbours, Wanted, stand};
use super::transact::Op;
use super::{Error, Landed, Project};
use crate::domain::{CharRange, CodingId, Message, lines_cited};

impl Project {
    /// Moves one coding to another stretch of its source; other codings of the segment stay where they are. Direction
    /// and memo go along; what is known of the segment (reduction, key mark, memo, evidence) goes along with its last
    /// coding and stays with those that stay. Where it comes to overlap codings of its code and coder, they become one
    /// with it.
    ///
    /// # Errors
    /// The coding is gone or locked, a range that is empty, beyond the text or covers locked words, or the file
    /// refuses. Nothing is moved then.
    pub fn move_coding(&mut self, coding: CodingId, range: CharRange) -> Result<Landed<CodingId>, Error> {
        self.transact(Op::MoveCoding, |work| {
            let coding = open_coding(work, coding)?;
            let before = work.db.segment(coding.segment)?.ok_or(Error::NoCoding)?;
            let words = words_at(work, before.source, range)?;
            if words.place.range == before.range {
                return Ok(coding.id);
            }
            let mut neighbours = Neighbours::of(work.study, &[coding.code]);
            let wanted = Wanted {
                moved: Some(coding),
                words,
                code: coding.code,
                coder: coding.coder,
                direction: None,
                memo: None,
            };
            let stood = stand(work, &mut neighbours, wanted)?;
            let is_on_its_lines = stood.lines == (before.line, before.line_end);
            let message = Message::new(if is_on_its_lines { "step-move-within" } else { "step-move" })
                .with("code", code_label(work.study, coding.code))
                .with("source", source_label(work.study, before.source))
                .with("lines", lines_cited(stood.lines.0, stood.lines.1));
            work.describe(with_joined(message, stood.joined.len(), stood.is_differing));
            Ok(stood.coding.id)
        })
    }
}
