//! What was done, by whom and when.

use super::{Error, Project, Step};
use crate::store::StepRow;

impl From<StepRow> for Step {
    fn from(row: StepRow) -> Self {
        Self {
            id: row.id,
            sentence: row.sentence,
            coder: row.coder,
            device: row.device,
            at: row.at,
            undoes: row.undoes,
            is_undone: row.is_undone,
        }
    }
}

impl Project {
    /// The newest `limit` steps, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn history(&self, limit: u32) -> Result<Vec<Step>, Error> {
        Ok(self.db.steps(limit)?.into_iter().map(Step::from).collect())
    }
}
