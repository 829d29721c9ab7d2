//! Going back to a point of the history: its step and all after it are taken back, newest first, each as an undo of its
//! own, so that they can be brought back one by one.

use super::transact::Op;
use super::undo::take_back;
use super::{Error, Landed, Project, Step};
use crate::domain::StepId;
use crate::store::{Database, StepRow};

impl Project {
    /// What going back to a point would undo, newest first: that step and all after it that stand. A step that undid
    /// another is a point too: what came after it goes, and what it took back stays taken back. One that brought
    /// another back stands for that other. Nothing where all of it is undone already.
    ///
    /// # Errors
    /// There is no such step, one that nothing can take back stands at the point or after it, or the file cannot be
    /// read.
    pub fn undo_preview(&self, step: StepId) -> Result<Vec<Step>, Error> {
        Ok(self.db.reading(|db| Ok(standing(db, step)))??.into_iter().map(Step::from).collect())
    }

    /// Goes back to a point, in one transaction; its value is how many steps were taken back, its step the last undo.
    ///
    /// # Errors
    /// What [`Self::undo_preview`] refuses; the last step is not the one that [`Self::undoable`] named, because another
    /// window or command has made or undone one meanwhile; or the file refuses. Nothing is taken back then.
    pub fn undo_to(&mut self, step: StepId) -> Result<Landed<u32>, Error> {
        let named = self.undoable.as_ref().map(|step| step.id);
        let steps = |db: &Database| {
            let rows = standing(db, step)?;
            match db.undoable()? {
                Some(last) if !rows.is_empty() && named != Some(last.id) => {
                    Err(Error::OtherStep { step: Box::new(last.into()), is_redo: false })
                }
                _ => Ok(rows),
            }
        };
        let landed = self.transact_all(Op::Undo, steps, take_back)?;
        let value = u32::try_from(landed.len()).unwrap_or(u32::MAX);
        Ok(match landed.into_iter().next_back() {
            Some(last) => Landed { value, step: last.step, changes: last.changes },
            None => Landed { value, step: None, changes: Default::default() },
        })
    }
}

/// The steps that stand from a point on, newest first.
fn standing(db: &Database, id: StepId) -> Result<Vec<StepRow>, Error> {
    let found = |id| -> Result<StepRow, Error> { db.step(id)?.ok_or(Error::NoStep) };
    let step = found(id)?;
    let first = match step.undoes.map(found).transpose()? {
        None => step.number,
        Some(undone) => match undone.undoes.map(found).transpose()? {
            None => step.number + 1,
            Some(brought_back) => brought_back.number,
        },
    };
    match db.last_barrier()?.filter(|barrier| barrier.number >= first) {
        Some(barrier) => Err(Error::NoWayBack { step: Box::new(barrier.into()) }),
        None => Ok(db.standing_from(first)?),
    }
}
