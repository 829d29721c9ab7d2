//! Pairs of codes that are easily confused, and the rule that tells them apart.

use super::Unfit;
use crate::domain::{CodeId, ConfusingPair, Message, tidied};
use crate::project::code::code_label;
use crate::project::transact::Op;
use crate::project::{Error, Landed, Project, clock};

impl Project {
    /// Writes the rule and the example that tell two codes apart; the pair is added where there is none.
    ///
    /// # Errors
    /// A code with itself, a code that is gone, or the file refuses.
    pub fn set_confusing_pair(&mut self, pair: &ConfusingPair) -> Result<Landed<()>, Error> {
        self.transact(Op::ConfusingPair, |work| {
            for id in [pair.a, pair.b] {
                work.study.code(id).ok_or(Error::NoCode)?;
            }
            let label = code_label(work.study, pair.a);
            if pair.a == pair.b {
                return Err(Unfit::PairWithItself { code: label }.into());
            }
            let tidy = ConfusingPair { rule: tidied(&pair.rule), example: tidied(&pair.example), ..pair.clone() };
            let is_known = work.db.set_confusing_pair(&tidy)?;
            if !is_known {
                work.db.add_confusing_pair(clock::new_id(), &tidy, work.db.next_pair_place()?)?;
            }
            let key = if is_known { "step-code-pair-change" } else { "step-code-pair" };
            work.describe(Message::new(key).with("from", label).with("to", code_label(work.study, pair.b)));
            Ok(())
        })
    }

    /// Removes a pair, whichever way round it stands.
    ///
    /// # Errors
    /// There is no such pair, or the file refuses.
    pub fn remove_confusing_pair(&mut self, a: CodeId, b: CodeId) -> Result<Landed<()>, Error> {
        self.transact(Op::ConfusingPair, |work| {
            if !work.db.remove_confusing_pair(a, b)? {
                return Err(Unfit::NoPair.into());
            }
            let message = Message::new("step-code-pair-remove").with("from", code_label(work.study, a));
            work.describe(message.with("to", code_label(work.study, b)));
            Ok(())
        })
    }
}
