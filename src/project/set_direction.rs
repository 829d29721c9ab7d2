//! Codings get their direction of evidence.

use super::code::{about_coding, direction_label};
use super::transact::Op;
use super::{Error, Landed, Project};
use crate::domain::{Coding, CodingId, Direction, Message};

impl Project {
    /// Sets the direction of evidence of codings, all in one step.
    ///
    /// # Errors
    /// A coding that is gone, or the file refuses. No direction is set then.
    pub fn set_direction(&mut self, codings: &[CodingId], direction: Option<Direction>) -> Result<Landed<()>, Error> {
        self.transact(Op::SetDirection, |work| {
            let mut changed: Vec<Coding> = Vec::new();
            for id in codings {
                let coding = work.db.coding(*id)?.ok_or(Error::NoCoding)?;
                if coding.direction != direction {
                    work.db.set_direction(*id, direction)?;
                    changed.push(coding);
                }
            }
            let sentence = match changed.as_slice() {
                [only] => about_coding(Message::new("step-direction"), work.study, only),
                several => Message::new("step-direction-many").with("n", several.len()),
            };
            work.describe(sentence.with("direction", direction_label(direction)));
            Ok(())
        })
    }
}
