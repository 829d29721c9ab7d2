//! Writing the file anew without the gaps that deleting has left. The new file is made beside the old one and
//! checked before it takes its place, so nothing is lost wherever this is stopped.

use super::super::Error;
use super::restore::refuse_visitors;
use super::{behind_link, mark, pace};
use crate::domain::Message;
use crate::i18n::Catalog;
use crate::store::{self, Copy, Making};
use crate::task::Watch;
use std::path::Path;

/// What compacting has brought, in bytes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Compacted {
    /// Before.
    pub before: u64,
    /// After.
    pub after: u64,
}

impl Compacted {
    /// What it has brought, in words of the interface.
    pub fn sentence(self, words: &Catalog) -> Message {
        let key = if self.after < self.before { "compacted" } else { "compacted-already" };
        Message::new(key).with("before", words.size(self.before)).with("after", words.size(self.after))
    }
}

/// Compacts the project file at `path`, which nobody has open; `device` asks.
///
/// # Errors
/// Somebody has it open, there is no room for a second file beside it, or it is not sound. It is unchanged then.
pub fn compact(path: &Path, device: &str, watch: &Watch) -> Result<Compacted, Error> {
    let path = &behind_link(path);
    if path.exists() {
        refuse_visitors(path, device)?;
    }
    let making = Making { is_compact: true, barrier: None, pace: pace(watch) };
    let copy = Copy::of(path, store::folder_of(path), &making)?;
    let before = std::fs::metadata(path).map_or(0, |facts| facts.len());
    let after = copy.bytes;
    if after < before {
        // Whoever has come and gone while it was copied must not lose a step.
        refuse_visitors(path, device)?;
        if mark(path)?.last != copy.mark.last {
            return Err(Error::InUse { coder: String::new(), device: String::new(), since: None });
        }
        copy.replace(path)?;
    }
    Ok(Compacted { before, after: after.min(before) })
}
