//! Taking back and bringing back, across restarts too.

use super::transact::{Op, Work};
use super::{Error, Landed, Project, Step};
use crate::domain::Message;
use crate::store::StepRow;

impl Project {
    /// Takes back the last step; its value is the step taken back, nothing where there is none.
    ///
    /// # Errors
    /// The last step is not the one that [`Self::undoable`] named, because another window or command has made
    /// or undone one meanwhile; or the file refuses. Nothing is taken back then.
    pub fn undo(&mut self) -> Result<Landed<Option<Step>>, Error> {
        let named = self.undoable.as_ref().map(|step| step.id);
        self.transact(Op::Undo, |work| {
            let Some(step) = work.db.undoable()? else { return Ok(None) };
            if named != Some(step.id) {
                return Err(Error::OtherStep { step: Box::new(step.into()), is_redo: false });
            }
            take_back(work, step).map(Some)
        })
    }

    /// Brings back what was taken back last; its value is the step brought back.
    ///
    /// # Errors
    /// It is not the step that [`Self::redoable`] named, or the file refuses. Nothing is brought back then.
    pub fn redo(&mut self) -> Result<Landed<Option<Step>>, Error> {
        let named = self.redoable.as_ref().map(|step| step.id);
        self.transact(Op::Redo, |work| {
            let Some(undoing) = work.db.redoable()? else { return Ok(None) };
            let undone = undoing.undoes.map(|id| work.db.step(id)).transpose()?.flatten();
            let Some(step) = undone else { return Ok(None) };
            if named != Some(step.id) {
                return Err(Error::OtherStep { step: Box::new(step.into()), is_redo: true });
            }
            work.db.take_back(undoing.number)?;
            work.takes_back(undoing.id);
            work.describe(Message::new("step-redo").with("what", step.sentence.clone()));
            Ok(Some(Step { is_undone: false, ..Step::from(step) }))
        })
    }
}

/// Takes a step back within a step; it, as it stands then.
pub(super) fn take_back(work: &mut Work<'_>, step: StepRow) -> Result<Step, Error> {
    work.db.take_back(step.number)?;
    work.takes_back(step.id);
    work.describe(Message::new("step-undo").with("what", step.sentence.clone()));
    Ok(Step { is_undone: true, ..Step::from(step) })
}
