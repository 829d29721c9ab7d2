//! The texts read last, so that coding in one source does not read it anew each time.

use super::Error;
use crate::domain::{CharRange, RevisionId, Source, SourceText};
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
    /// The present text of a source, with the numbers that its lines have there.
    pub(super) fn get(&mut self, db: &Database, source: &Source) -> Result<Arc<SourceText>, Error> {
        let revision = source.revision;
        let is_it =
            |(kept, text): &(RevisionId, Arc<SourceText>)| *kept == revision && *text.numbers() == source.numbers;
        if let Some(at) = self.kept.iter().position(is_it) {
            self.kept[..=at].rotate_right(1);
            return Ok(Arc::clone(&self.kept[0].1));
        }
        let words = db.text(revision)?.ok_or(Error::NoSource)?;
        let text = Arc::new(SourceText::new(words).numbered(source.numbers.clone()));
        self.kept.truncate(KEPT - 1);
        self.kept.insert(0, (revision, Arc::clone(&text)));
        Ok(text)
    }
}

/// What stands for a letter that must not be read.
pub(super) const PAINT: char = '•';

/// The text with every letter within `ranges` (in order) painted over, one for one; white space stays, and so does
/// every position and line.
pub(super) fn painted_over(text: &SourceText, ranges: &[CharRange]) -> SourceText {
    let mut ranges = ranges.iter().peekable();
    let mut painted = String::with_capacity(text.as_str().len());
    for (at, letter) in (0_u32..).zip(text.as_str().chars()) {
        while ranges.next_if(|range| range.end.get() <= at).is_some() {}
        let is_inside = ranges.peek().is_some_and(|range| range.start.get() <= at);
        painted.push(if is_inside && !letter.is_whitespace() { PAINT } else { letter });
    }
    SourceText::new(painted).numbered(text.numbers().clone())
}
