//! Times of the recording beside the words: at the line that begins with one, and within a long line wherever half a
//! minute has passed. They stand in a column of their own, so that a text with times moves nothing when one scrolls.

use super::blocks::Block;
use super::sheet::{Shown, Transcript};
use crate::app::theme::{Theme, type_scale};
use crate::app::widgets::Words;
use crate::domain::{CharOffset, Moment, time_words};
use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{Color32, Ui, pos2};
use std::sync::Arc;

/// From one time to the next within a line, in milliseconds, at the least.
const APART: u32 = 30_000;

impl Transcript {
    /// Says when the words were said; nothing of it where the text is no recording. To be called right after a text was
    /// opened.
    pub fn set_moments(&mut self, moments: Arc<[Moment]>) {
        self.moments = moments;
        self.time = None;
    }

    /// Width of the longest time, measured once a text; 0 where there are none.
    pub(super) fn time_width(&mut self, ui: &Ui) -> f32 {
        *self.time.get_or_insert_with(|| {
            let Some(longest) = self.moments.iter().map(|moment| moment.ms).max() else { return 0.0 };
            // Digits are of one width, so the latest time is the widest; 0 where 1 would be narrower.
            let words = time_words(longest).replace(|letter: char| letter.is_ascii_digit(), "0");
            Words::of(&words, type_scale::CAPTION, Color32::PLACEHOLDER).row(ui.painter()).size().x
        })
    }

    /// The moments of a block.
    pub(super) fn moments_of(&self, block: &Block) -> &[Moment] {
        let at = |position: CharOffset| self.moments.partition_point(|moment| moment.position < position);
        let (first, end) = (at(block.start), at(block.words.end));
        self.moments.get(first..end).unwrap_or_default()
    }

    /// Draws the times of a block with their right side at `right`; `drop` sets a caption on the line of its row.
    pub(super) fn paint_times(&self, ui: &Ui, theme: &Theme, right: f32, shown: &Shown, drop: f32) {
        let Some(block) = self.blocks.list().get(shown.at) else { return };
        let painter = ui.painter();
        let mut before: Option<(u32, f32)> = None;
        for moment in self.moments_of(block) {
            let is_due = before.is_none_or(|(ms, _)| moment.ms >= ms.saturating_add(APART));
            if !is_due {
                continue;
            }
            let (top, bottom) = shown.laid.row_at(self.blocks.local(shown.at, moment.position));
            if before.is_some_and(|(_, row)| row >= top) {
                continue;
            }
            before = Some((moment.ms, top));
            let time = Words::of(&time_words(moment.ms), type_scale::CAPTION, theme.text3).row(painter);
            let middle = shown.corner.y + (top + bottom) / 2.0 + drop;
            let corner = pos2(right - time.size().x, middle - time.size().y / 2.0);
            painter.galley(corner.round_to_pixels(painter.pixels_per_point()), time, theme.text3);
        }
    }
}
