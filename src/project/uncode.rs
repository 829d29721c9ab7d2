//! Codings go, and with them segments that nothing uses any more.

use super::code::about_coding;
use super::transact::Op;
use super::{Error, Landed, Project};
use crate::domain::{Coding, CodingId, Message};

impl Project {
    /// Removes codings, all in one step, and segments that nothing uses any more.
    ///
    /// # Errors
    /// A coding that is gone, or the file refuses. Nothing is removed then.
    pub fn uncode(&mut self, codings: &[CodingId]) -> Result<Landed<()>, Error> {
        self.transact(Op::Uncode, |work| {
            let mut removed: Vec<Coding> = Vec::with_capacity(codings.len());
            for id in codings {
                if removed.iter().any(|coding| coding.id == *id) {
                    continue;
                }
                removed.push(work.db.coding(*id)?.ok_or(Error::NoCoding)?);
                work.db.remove_coding(*id)?;
            }
            for coding in &removed {
                work.db.remove_segment_if_unused(coding.segment)?;
            }
            work.describe(match removed.as_slice() {
                [only] => about_coding(Message::new("step-uncode"), work.study, only),
                several => Message::new("step-uncode-many").with("n", several.len()),
            });
            Ok(())
        })
    }
}
