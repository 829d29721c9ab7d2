//! The columns of a transcript from left to right: line number, speaker, words, lanes, labels, overview.
//! All measures in points, as the design has them.

use crate::app::theme::TypeStep;
use eframe::egui::{Rangef, Rect};

/// Line numbers, set against their right side.
const NUMBER: f32 = 44.0;
/// Speakers.
const SPEAKER: f32 = 46.0;
/// From the line number to the speaker.
pub(super) const SPEAKER_INSET: f32 = 14.0;
/// Words at the default reading size: about 68 characters.
const WORDS: f32 = 600.0;
/// Words in a small window: about 62 characters.
const WORDS_SMALL: f32 = 520.0;
/// The default reading size the two widths above are meant for.
const SIZE: f32 = 17.0;
/// The same in a small window.
const SIZE_SMALL: f32 = 16.0;
/// The characters a row that the two widths above are meant for; in a small window it is six fewer.
const CHARACTERS: u8 = 68;
/// Least width of the words.
const WORDS_LEAST: f32 = 280.0;
/// From the words to the first lane.
const LANE_GAP: f32 = 24.0;
/// From one lane to the next.
pub(super) const LANE_STEP: f32 = 8.0;
/// A stripe.
pub(super) const STRIPE: f32 = 4.0;
/// A stripe under the pointer or chosen.
pub(super) const STRIPE_WIDE: f32 = 6.0;
/// Lanes there is always room for.
const LANES: usize = 3;
/// From the last lane to the labels.
const LABEL_GAP: f32 = 10.0;
/// Labels.
const LABEL: f32 = 64.0;
/// From one label to the next below.
pub(super) const LABEL_STEP: f32 = 17.0;
/// Overview strip.
const OVERVIEW: f32 = 16.0;
/// A tick of the overview strip.
pub(super) const TICK: (f32, f32) = (9.0, 3.0);
/// Middle wider than this: everything stands in its centre.
const CENTRED_FROM: f32 = 800.0;
/// Air before the first block.
pub(super) const ABOVE: f64 = 20.0;
/// Air behind the last block.
pub(super) const BELOW: f64 = 64.0;
/// Above the words of another speaker.
pub(super) const GAP_SPEAKER: f32 = 12.0;
/// Between lines of one speaker.
pub(super) const GAP_LINE: f32 = 8.0;
/// What a blank line takes.
pub(super) const BLANK: f32 = 8.0;

/// Where the columns stand.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Columns {
    /// Right side of the line numbers.
    pub(super) number: f32,
    /// Left side of the speakers.
    pub(super) speaker: f32,
    /// The words.
    pub(super) words: Rangef,
    /// Left side of the first lane.
    pub(super) lanes: f32,
    /// Left side of the labels.
    pub(super) label: f32,
    /// The overview strip.
    pub(super) overview: Rect,
    /// Everything left of the overview strip.
    pub(super) page: Rect,
}

impl Columns {
    /// Divides `rect`. `lanes` are in use; more than three push the labels outwards.
    pub(super) fn new(rect: Rect, step: TypeStep, characters: u8, is_small: bool, lanes: usize) -> Self {
        let page = Rect::from_min_max(rect.min, (rect.right() - OVERVIEW, rect.bottom()).into());
        let overview = Rect::from_min_max((page.right(), rect.top()).into(), rect.max);
        let (words, size) = if is_small { (WORDS_SMALL, SIZE_SMALL) } else { (WORDS, SIZE) };
        let lanes = lanes.max(LANES) as f32 * LANE_STEP - (LANE_STEP - STRIPE);
        let others = NUMBER + SPEAKER + LANE_GAP + lanes + LABEL_GAP + LABEL;
        // Another reading size keeps the number of characters a row, as far as there is room.
        let words = words * f32::from(characters) / f32::from(CHARACTERS);
        let words = (words * step.size / size).min(page.width() - others).max(WORDS_LEAST).floor();
        let free = page.width() - others - words;
        let left = if page.width() > CENTRED_FROM { (free / 2.0).max(0.0) } else { 0.0 };
        let number = (page.left() + left + NUMBER).floor();
        let words_left = number + SPEAKER;
        let lanes_left = words_left + words + LANE_GAP;
        Self {
            number,
            speaker: number + SPEAKER_INSET,
            words: Rangef::new(words_left, words_left + words),
            lanes: lanes_left,
            label: lanes_left + lanes + LABEL_GAP,
            overview,
            page,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::theme::type_scale;
    use eframe::egui::{pos2, vec2};

    #[test]
    fn the_columns_fit_both_windows() {
        for (width, is_small, step) in
            [(908.0, false, type_scale::READ), (764.0, true, type_scale::READ_NARROW), (820.0, false, type_scale::READ)]
        {
            for lanes in [0, 3, 6] {
                let rect = Rect::from_min_size(pos2(372.0, 104.0), vec2(width, 800.0));
                let columns = Columns::new(rect, step, CHARACTERS, is_small, lanes);
                assert!(columns.words.span() >= 480.0, "{width}: {}", columns.words.span());
                assert!(columns.label + LABEL <= columns.page.right() + 0.5, "{width} with {lanes} lanes");
                assert!(columns.number - NUMBER >= rect.left() - 0.5);
            }
        }
        let wide = Rect::from_min_size(pos2(0.0, 0.0), vec2(1400.0, 800.0));
        let words = |characters| Columns::new(wide, type_scale::READ, characters, false, 2).words.span();
        assert_eq!(words(CHARACTERS), 600.0);
        assert!(words(45) < 400.0 && words(90) > 790.0, "the width that is set is the width of the words");
    }
}
