//! Findings are taken back to informants, and what they say is noted.

use super::{claim_label, finding};
use crate::domain::{Date, FindingId, InformantId, MemberCheck, MemberCheckState, Message, tidied};
use crate::project::transact::Op;
use crate::project::{Error, Landed, Project, clock};

impl Project {
    /// Notes how far the member check of a finding with an informant is. *Not sent* without a date and a note is as if
    /// nothing had been noted.
    ///
    /// # Errors
    /// The finding or the informant is gone, the informant has withdrawn, or the file refuses. It stays as it was then.
    pub fn set_member_check(
        &mut self,
        id: FindingId,
        informant: InformantId,
        state: MemberCheckState,
        date: Option<Date>,
        note: &str,
    ) -> Result<Landed<()>, Error> {
        self.transact(Op::SetMemberCheck, |work| {
            let claim = claim_label(&finding(work, id)?.claim);
            let person = work.db.informant(informant)?.ok_or(Error::NoInformant)?;
            if person.is_withdrawn() {
                return Err(Error::Withdrawn { code: person.code });
            }
            let new = MemberCheck { finding: id, informant, state, date, note: tidied(note) };
            let known = work.db.member_check(id, informant)?;
            if known.as_ref() == Some(&new) {
                return Ok(());
            }
            let says_nothing = state == MemberCheckState::NotSent && date.is_none() && new.note.is_empty();
            match (says_nothing, known.is_some()) {
                (true, false) => return Ok(()),
                (true, true) => work.db.remove_member_check(id, informant)?,
                (false, _) => work.db.put_member_check(&new, clock::new_id())?,
            }
            let said = Message::new(format!("member-check-{state}"));
            let sentence = Message::new("step-member-check").with("claim", claim).with("name", person.code);
            work.describe(sentence.with("state", said));
            Ok(())
        })
    }
}
