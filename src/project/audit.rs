//! The audit trail that the method asks for: the whole history, oldest first, with what was there before and after.

use super::{Error, Project};
use crate::analysis::Study;
use crate::domain::{AuditField, AuditStep, MemoId, SegmentId};
use crate::store::{FieldChange, Keyed};
use std::collections::HashSet;

impl Project {
    /// Every step, oldest first. Words that are locked because consent was withdrawn are in none of them.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn audit(&self) -> Result<Vec<AuditStep>, Error> {
        let mut changes = self.db.audit()?;
        let lock = Lock::of(&self.study);
        let mut steps: Vec<AuditStep> = Vec::new();
        for row in self.db.steps(u32::MAX)? {
            let changed = changes.remove(&row.number).unwrap_or_default();
            let fields = changed.into_iter().filter(|change| !lock.holds(change)).map(|change| AuditField {
                of: change.table.to_owned(),
                name: change.column.to_owned(),
                before: change.before.unwrap_or_default(),
                after: change.after.unwrap_or_default(),
            });
            steps.push(AuditStep {
                at: row.at,
                coder: row.coder,
                device: row.device,
                fields: fields.collect(),
                is_undone: row.is_undone,
                sentence: row.sentence,
            });
        }
        steps.reverse();
        Ok(steps)
    }
}

/// What may not be told.
struct Lock<'a> {
    study: &'a Study,
    memos: HashSet<MemoId>,
}

impl<'a> Lock<'a> {
    fn of(study: &'a Study) -> Self {
        Self { study, memos: study.locked.memos.iter().map(|memo| memo.id).collect() }
    }

    /// Whether a change shows locked words. While any are locked, those of segments and memos that are gone cannot be
    /// told from them, and stay untold as well.
    fn holds(&self, change: &FieldChange) -> bool {
        if self.study.locked.segments.is_empty() && self.memos.is_empty() {
            return false;
        }
        match change.table {
            "segment" => self.study.segment_at(SegmentId::of(change.key)).is_none(),
            "memo" => {
                let id = MemoId::of(change.key);
                self.memos.contains(&id) || !self.study.memos.iter().any(|memo| memo.id == id)
            }
            _ => false,
        }
    }
}
