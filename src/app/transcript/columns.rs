//! The columns of a transcript from left to right: line number, speaker, words, lanes, labels, overview.
//! All measures in points, as the design has them.

use crate::app::theme::TypeStep;
use eframe::egui::{Rangef, Rect};

/// Line numbers, set against their right side.
const NUMBER: f32 = 44.0;
/// The widest line number with the gap before it; what is left of it is free for times.
const NUMBER_ALONE: f32 = 32.0;
/// From the left side of the page to the times.
const TIME_EDGE: f32 = 4.0;
/// Speakers.
const SPEAKER: f32 = 46.0;
/// Speakers with long names, where there is room.
const SPEAKER_MOST: f32 = 108.0;
/// From the speaker to the words.
pub(super) const SPEAKER_GAP: f32 = 4.0;
/// From the line number to the speaker.
const SPEAKER_INSET: f32 = 14.0;
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
/// Narrower than this the words get the room of the labels.
const WORDS_LEAST: f32 = 280.0;
/// Line numbers where there is little room.
const NUMBER_TIGHT: f32 = 34.0;
/// Speakers where there is little room.
const SPEAKER_TIGHT: f32 = 34.0;
/// From the line number to the speaker where there is little room.
const SPEAKER_INSET_TIGHT: f32 = 8.0;
/// From the words to the first lane, and from the last lane on, where there is little room.
const LANE_GAP_TIGHT: f32 = 8.0;
/// Least width of the words, whatever is lost beside them.
const WORDS_AT_ALL: f32 = 120.0;
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
/// Lanes there are at most.
const LANES_MOST: usize = super::marks::LANES;
/// From the last lane to the labels.
const LABEL_GAP: f32 = 10.0;
/// Labels.
const LABEL: f32 = 64.0;
/// Labels that more lanes have pushed outwards.
const LABEL_LEAST: f32 = 56.0;
/// From a label to the overview.
const LABEL_EDGE: f32 = 4.0;
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
    /// Right side of the times of the recording; nothing where there are none or no room for them.
    pub(super) time: Option<f32>,
    /// Right side of the line numbers.
    pub(super) number: f32,
    /// Left side of the speakers.
    pub(super) speaker: f32,
    /// The words.
    pub(super) words: Rangef,
    /// Left side of the first lane.
    pub(super) lanes: f32,
    /// The labels; without width where there is no room for them.
    pub(super) label: Rangef,
    /// The overview strip.
    pub(super) overview: Rect,
    /// Everything left of the overview strip.
    pub(super) page: Rect,
}

impl Columns {
    /// Divides `rect`. `lanes` are in use; more than three push the labels outwards, but never the words: a
    /// coding that comes or goes must not lay them out anew.
    /// `speaker` is the width of the longest speaker's name, `time` that of the longest time of the recording; 0 where
    /// the text has none.
    pub(super) fn new(
        rect: Rect,
        step: TypeStep,
        characters: u8,
        is_small: bool,
        lanes: usize,
        speaker: f32,
        time: f32,
    ) -> Self {
        let page = Rect::from_min_max(rect.min, (rect.right() - OVERVIEW, rect.bottom()).into());
        let overview = Rect::from_min_max((page.right(), rect.top()).into(), rect.max);
        let (words, size) = if is_small { (WORDS_SMALL, SIZE_SMALL) } else { (WORDS, SIZE) };
        let across = |lanes: usize| lanes as f32 * LANE_STEP - (LANE_STEP - STRIPE);
        let most = across(LANES_MOST) + LABEL_LEAST;
        let times = if time > 0.0 { (TIME_EDGE + time + NUMBER_ALONE - NUMBER).max(0.0).ceil() } else { 0.0 };
        let others = times + NUMBER + SPEAKER + LANE_GAP + LABEL_GAP + (across(LANES) + LABEL).max(most);
        // Another reading size keeps the number of characters a row, as far as there is room.
        let wanted = (words * f32::from(characters) / f32::from(CHARACTERS)) * step.size / size;
        if page.width() - others < wanted.min(WORDS_LEAST) {
            return Self::tight(page, overview, wanted, across(LANES));
        }
        let words = wanted.min(page.width() - others).floor();
        // All lanes there can be are in the middle too, or a fourth would move everything.
        let free = (page.width() - others - words - (LABEL - LABEL_LEAST)).max(0.0);
        let speaker = (SPEAKER_INSET + speaker + SPEAKER_GAP).clamp(SPEAKER, SPEAKER_MOST).min(SPEAKER + free);
        let free = free - (speaker - SPEAKER);
        let left = if page.width() > CENTRED_FROM { free / 2.0 } else { 0.0 };
        let number = (page.left() + left + times + NUMBER).floor();
        let words_left = (number + speaker).floor();
        let lanes_left = words_left + words + LANE_GAP;
        let outwards = across(lanes.max(LANES)) + LABEL_GAP;
        let label = (lanes_left + outwards).min(page.right() - LABEL_LEAST);
        Self {
            time: (time > 0.0).then_some(number - NUMBER_ALONE),
            number,
            speaker: number + SPEAKER_INSET,
            words: Rangef::new(words_left, words_left + words),
            lanes: lanes_left,
            label: Rangef::new(label, page.right() - LABEL_EDGE),
            overview,
            page,
        }
    }

    /// Where there is little room, as in a small window at 200 %: the words get it. Stripes still say by
    /// their tooltip what the labels would.
    fn tight(page: Rect, overview: Rect, wanted: f32, lanes: f32) -> Self {
        let number = page.left() + NUMBER_TIGHT;
        let words_left = number + SPEAKER_TIGHT;
        let free = page.right() - words_left - LANE_GAP_TIGHT - lanes - LANE_GAP_TIGHT;
        let words = wanted.min(free).max(WORDS_AT_ALL).floor();
        let lanes_left = words_left + words + LANE_GAP_TIGHT;
        Self {
            time: None,
            number,
            speaker: number + SPEAKER_INSET_TIGHT,
            words: Rangef::new(words_left, words_left + words),
            lanes: lanes_left,
            label: Rangef::point(lanes_left + lanes + LANE_GAP_TIGHT),
            overview,
            page,
        }
    }

    /// Whether there is room for labels.
    pub(super) fn has_labels(&self) -> bool {
        self.label.span() > 0.0
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
                let columns = Columns::new(rect, step, CHARACTERS, is_small, lanes, 14.0, 0.0);
                assert!(columns.words.span() >= 480.0, "{width}: {}", columns.words.span());
                let room = if lanes > LANES { LABEL_LEAST } else { LABEL } - LABEL_EDGE;
                assert!(columns.label.span() >= room, "{width} with {lanes} lanes");
                assert_eq!(columns.words, Columns::new(rect, step, CHARACTERS, is_small, 0, 14.0, 0.0).words);
                assert!(columns.number - NUMBER >= rect.left() - 0.5);
            }
        }
        let wide = Rect::from_min_size(pos2(0.0, 0.0), vec2(1400.0, 800.0));
        let words = |characters| Columns::new(wide, type_scale::READ, characters, false, 2, 14.0, 0.0).words.span();
        assert_eq!(words(CHARACTERS), 600.0);
        assert!(words(45) < 400.0 && words(90) > 790.0, "the width that is set is the width of the words");
    }

    #[test]
    fn times_stand_beside_the_numbers_and_move_nothing() {
        for (width, is_small, step) in [(908.0, false, type_scale::READ), (764.0, true, type_scale::READ_NARROW)] {
            let rect = Rect::from_min_size(pos2(372.0, 104.0), vec2(width, 800.0));
            let columns = |time| Columns::new(rect, step, CHARACTERS, is_small, 3, 14.0, time);
            let (with, without) = (columns(38.0), columns(0.0));
            let right = with.time.expect("room for times");
            assert!(right - 38.0 >= rect.left() && right < with.number - 20.0, "{width}: {with:?}");
            assert!(with.words.span() >= without.words.span() - 32.0 && without.time.is_none());
        }
    }

    #[test]
    fn little_room_is_the_words() {
        for width in [180.0, 240.0, 364.0, 480.0] {
            let rect = Rect::from_min_size(pos2(260.0, 0.0), vec2(width, 300.0));
            let columns = Columns::new(rect, type_scale::READ_NARROW, CHARACTERS, true, 6, 90.0, 30.0);
            assert!(
                columns.words.span() >= width * 0.5 || columns.words.span() == WORDS_AT_ALL,
                "{width}: {columns:?}"
            );
            assert!(columns.words.max <= rect.right() || columns.words.span() == WORDS_AT_ALL);
            assert!(!columns.has_labels() || columns.words.span() >= WORDS_LEAST);
        }
    }
}
