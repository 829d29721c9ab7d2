//! Something that went wrong, on its way from the thread where it happened to the status line.

use super::notices::Detail;
use crate::domain::{Message, Say};
use crate::trace;

/// An error in both its faces: the sentence for the user and the detail that can be copied.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Fault {
    /// What happened, why, what next.
    pub sentence: Message,
    /// Technical detail; nothing where the sentence says it all.
    pub detail: Option<String>,
}

impl Fault {
    /// The two faces of an error of any room.
    pub fn of(error: &dyn Say) -> Self {
        Self { sentence: error.message(), detail: error.detail() }
    }

    /// The program's own fault: what fell, with the place of the report as its detail.
    pub(super) fn fallen(key: &str) -> Self {
        // The window says it now; it need not say it again when it opens next.
        trace::seen();
        Self { sentence: Message::new(key), detail: trace::last_report().map(|path| path.display().to_string()) }
    }

    /// Both faces, for the list of notices.
    pub(super) fn details(&self) -> impl Iterator<Item = Detail> {
        [Detail::Said(self.sentence.clone())].into_iter().chain(self.detail.clone().map(Detail::Technical))
    }
}
