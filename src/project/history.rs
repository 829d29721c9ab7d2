//! What was done, by whom and when.

use super::{Error, Project, Step};
use crate::domain::{CodingId, Message};
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

impl Step {
    /// The sentence of the step; with who did it and where, unless it was `coder` on `device`.
    pub fn named_to(&self, coder: &str, device: &str) -> Message {
        if self.coder == coder && self.device == device {
            return self.sentence.clone();
        }
        Message::new("step-of-another")
            .with("what", self.sentence.clone())
            .with("coder", self.coder.as_str())
            .with("device", self.device.as_str())
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

    /// The steps that touched a coding, the reduction, mark or place of its segment while it lay there, or a memo on
    /// either; oldest first. Those that undid something are among them, and a coding that is gone still has its own.
    ///
    /// # Errors
    /// There never was such a coding, or the file cannot be read.
    pub fn steps_of(&self, coding: CodingId) -> Result<Vec<Step>, Error> {
        let numbers = self.db.steps_of_coding(coding)?;
        if numbers.is_empty() && self.db.coding(coding)?.is_none() {
            return Err(Error::NoCoding);
        }
        let mut steps = Vec::with_capacity(numbers.len());
        for number in numbers {
            steps.extend(self.db.step_numbered(number)?.map(Step::from));
        }
        Ok(steps)
    }
}
