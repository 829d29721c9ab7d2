//! The texts read last, so that coding in one source does not read it anew each time.

use super::Error;
use crate::domain::{RevisionId, SourceText};
use crate::store::Database;
use std::sync::Arc;

/// Texts that are kept.
const KEPT: usize = 8;

/// The texts read last, the newest in front. Texts never change, so none grows stale.
#[derive(Default)]
pub(super) struct Texts {
    kept: Vec<(RevisionId, Arc<SourceText>)>,
}

impl Texts {
    /// A text.
    pub(super) fn get(&mut self, db: &Database, revision: RevisionId) -> Result<Arc<SourceText>, Error> {
        if let Some(at) = self.kept.iter().position(|(kept, _)| *kept == revision) {
            self.kept[..=at].rotate_right(1);
            return Ok(Arc::clone(&self.kept[0].1));
        }
        let words = db.text(revision)?.ok_or(Error::NoSource)?;
        let text = Arc::new(SourceText::new(words));
        self.kept.truncate(KEPT - 1);
        self.kept.insert(0, (revision, Arc::clone(&text)));
        Ok(text)
    }
}
