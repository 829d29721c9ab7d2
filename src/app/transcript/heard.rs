//! What the transcript tells the place that shows it.

use super::bounds::Moved;
use crate::domain::{CharRange, CodingId};
use eframe::egui::Rect;

/// What happened in a frame.
#[derive(Debug, Default)]
pub struct Heard {
    /// A coding was clicked, under its words, on its stripe or on its label.
    pub picked: Option<CodingId>,
    /// A click fell on words without a coding.
    pub is_unpicked: bool,
    /// A memo beside the words was clicked: what it is about.
    pub noted: Option<CharRange>,
    /// Words to be copied.
    pub copied: Option<String>,
    /// Whether the words at hand are to be copied with where they stand.
    pub is_cited: bool,
    /// A coding was moved to other words.
    pub moved: Option<Moved>,
    /// What the carried code is over.
    pub over: Option<Over>,
    /// Whether it was let go there.
    pub is_dropped: bool,
    /// Whether the transcript has the focus, so that single keys are meant for it.
    pub has_focus: bool,
    /// Whether Escape was pressed and there was nothing to take back.
    pub is_escaped: bool,
    /// Where the selection stands on the screen, for a popup beside it.
    pub selection: Option<Rect>,
    /// Where the chosen coding stands on the screen.
    pub chosen: Option<Rect>,
}

/// What a carried code is over.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Over {
    /// Words that may take it: those that are selected, or those of the chosen coding.
    Words(CharRange),
    /// Other words, which nobody has selected.
    Others,
}
