//! Consent is withdrawn: an informant's words are locked at once and stay so until they are purged or the withdrawal
//! turns out to be a mistake.

use super::set_informant::exports_with;
use super::transact::Op;
use super::{Error, Landed, Project};
use crate::domain::{InformantId, Message};

impl Project {
    /// Locks the words of an informant, as asked for just now.
    ///
    /// # Errors
    /// The informant is gone, or the file refuses.
    pub fn withdraw(&mut self, id: InformantId) -> Result<Landed<()>, Error> {
        self.transact(Op::Withdraw, |work| {
            let mut informant = work.db.informant(id)?.ok_or(Error::NoInformant)?;
            if informant.is_withdrawn() {
                return Ok(());
            }
            informant.consent.withdrawn = Some(work.now);
            work.db.put_informant(&informant)?;
            let sentence = Message::new("step-withdraw").with("name", informant.code);
            work.describe(sentence.with("exports", exports_with(work, id)?));
            Ok(())
        })
    }

    /// Opens the words of an informant again: the withdrawal was a mistake, or was taken back.
    ///
    /// # Errors
    /// The informant is gone, or the file refuses.
    pub fn restore_consent(&mut self, id: InformantId) -> Result<Landed<()>, Error> {
        self.transact(Op::Withdraw, |work| {
            let mut informant = work.db.informant(id)?.ok_or(Error::NoInformant)?;
            if !informant.is_withdrawn() {
                return Ok(());
            }
            informant.consent.withdrawn = None;
            work.db.put_informant(&informant)?;
            work.describe(Message::new("step-restore-consent").with("name", informant.code));
            Ok(())
        })
    }
}
