//! A source whose text was corrected: its turns are others, and its segments are put in anew after it.

use super::study::Study;
use crate::domain::{Source, Turn};
use std::sync::Arc;

impl Study {
    /// Replaces a source that has another text, with its turns in order; whoever calls puts every segment of it in
    /// anew. Whether it could: not where words are locked, because what is locked may have become something else.
    pub fn put_corrected(&mut self, source: Source, turns: Arc<[Turn]>) -> bool {
        let Some(at) = self.source_at(source.id).map(|at| at as usize) else { return false };
        if self.has_withdrawn() || self.sources.get(at).is_none_or(|known| known.number != source.number) {
            return false;
        }
        let Some(there) = self.turns.get_mut(at) else { return false };
        *there = turns;
        self.sources[at] = source;
        self.forget_citations();
        true
    }
}
