//! A coding gets another code.

use super::code::{code_label, open_coding, source_label, with_joined, words_at};
use super::joining::{Neighbours, Wanted, stand};
use super::transact::Op;
use super::{Error, Landed, Project};
use crate::domain::{CodeId, CodingId, Message, lines_cited};

impl Project {
    /// Puts another code in the place of a coding's code; direction and memo go along. Where it comes to overlap
    /// codings of that code by its coder, they become one with it.
    ///
    /// # Errors
    /// The coding is gone or locked, the code is gone, or the file refuses. Nothing is changed then.
    pub fn recode(&mut self, coding: CodingId, code: CodeId) -> Result<Landed<CodingId>, Error> {
        self.transact(Op::Recode, |work| {
            let coding = open_coding(work, coding)?;
            work.study.code(code).ok_or(Error::NoCode)?;
            if coding.code == code {
                return Ok(coding.id);
            }
            let segment = work.db.segment(coding.segment)?.ok_or(Error::NoCoding)?;
            let words = words_at(work, segment.source, segment.range)?;
            let mut neighbours = Neighbours::of(work.study, &[code]);
            let wanted = Wanted { moved: Some(coding), words, code, coder: coding.coder, direction: None, memo: None };
            let stood = stand(work, &mut neighbours, wanted)?;
            let message = Message::new("step-recode")
                .with("source", source_label(work.study, segment.source))
                .with("lines", lines_cited(stood.lines.0, stood.lines.1))
                .with("from", code_label(work.study, coding.code))
                .with("to", code_label(work.study, code));
            work.describe(with_joined(message, stood.joined.len(), stood.is_differing));
            Ok(stood.coding.id)
        })
    }
}
