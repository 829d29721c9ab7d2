//! What every picture shares: the width of a page, the scale of its letters and inks, and the caption below it.

use super::RowLook;
use super::canvas::{Anchor, Area, Canvas};
use super::letters::{Letters, width, wrapped};

/// The width of a picture: 15 cm, a little less than an A4 page has between the margins of a thesis. In points.
pub(super) const PAGE_WIDTH: f32 = 425.2;
/// Air round everything.
pub(super) const MARGIN: f32 = 6.0;
/// The width there is to draw on.
pub(super) const WIDTH: f32 = PAGE_WIDTH - 2.0 * MARGIN;
/// Air round words, in points.
pub(super) const GAP: f32 = 6.0;
/// The mark of a row beside its name, in the ink of its code.
pub(super) const STRIPE: f32 = 2.5;

pub(super) const INK: &str = "#1D2023";
pub(super) const INK2: &str = "#4B5056";
pub(super) const HAIRLINE: &str = "#D9D9D4";
pub(super) const EDGE: &str = "#8A8D90";
/// One hue from light to dark, which a printer without colour keeps apart too.
pub(super) const RAMP: [&str; 5] = ["#DDE1F3", "#B3BBE3", "#838FD0", "#5461B4", "#2C377F"];
/// The same without a hue, for what is counted otherwise.
pub(super) const GREYS: [&str; 5] = ["#E6E6E2", "#C9C9C4", "#A3A49F", "#74766F", "#45474A"];

/// Names of rows.
pub(super) const NAME: Letters = Letters { size: 9.0, is_strong: true, ink: INK };
/// Names of groups, counts.
pub(super) const LABEL: Letters = Letters { size: 8.5, is_strong: false, ink: INK };
/// What is said beside.
pub(super) const ASIDE: Letters = Letters { size: 7.5, is_strong: false, ink: INK2 };
const CAPTION: Letters = Letters { size: 10.0, is_strong: false, ink: INK };
const CAPTION_STRONG: Letters = Letters { is_strong: true, ..CAPTION };
const NOTE: Letters = Letters { size: 8.0, is_strong: false, ink: INK2 };

/// Letters of another ink.
pub(super) const fn inked(letters: Letters, ink: &'static str) -> Letters {
    Letters { ink, ..letters }
}

/// How wide the names of rows may be where they stand beside: wide enough for their longest word, within reason.
pub(super) fn names_width(looks: &[RowLook]) -> f32 {
    let all = looks.iter().flat_map(|look| look.name.split_whitespace());
    all.map(|word| width(word, NAME)).fold(0.0, f32::max).clamp(92.0, 132.0)
}

/// What stands below a picture.
pub(super) struct Caption {
    /// "Gambar 4.1".
    pub number: String,
    /// What it shows.
    pub words: String,
    /// How it is to be read, and whose it is: a paragraph each.
    pub notes: Vec<String>,
}

/// Draws the caption below `top`; where it ends.
pub(super) fn caption_below(canvas: &mut Canvas, top: f32, caption: &Caption) -> f32 {
    let mut y = top + 20.0;
    // The number is strong, the words go on behind it: a place of its width is kept free in their first line.
    let kept = width(&caption.number, CAPTION_STRONG) + 5.0;
    canvas.words((0.0, y), &caption.number, CAPTION_STRONG, Anchor::Start);
    let first = wrapped(&caption.words, CAPTION, WIDTH - kept, usize::MAX);
    if let [only] = &first[..] {
        canvas.words((kept, y), only, CAPTION, Anchor::Start);
    } else {
        let head = first.first().map_or("", String::as_str);
        canvas.words((kept, y), head, CAPTION, Anchor::Start);
        let rest = wrapped(&first[1..].join(" "), CAPTION, WIDTH, usize::MAX);
        canvas.lines((0.0, y + CAPTION.leading()), &rest, CAPTION, Anchor::Start);
        y += CAPTION.leading() * rest.len() as f32;
    }
    y += 4.0;
    for note in caption.notes.iter().filter(|note| !note.trim().is_empty()) {
        let lines = wrapped(note, NOTE, WIDTH, usize::MAX);
        y += NOTE.leading() + 1.5;
        canvas.lines((0.0, y), &lines, NOTE, Anchor::Start);
        y += NOTE.leading() * (lines.len() - 1) as f32;
    }
    y + 2.0
}

/// Says in the middle of an empty picture why it is empty; how high it is.
pub(super) fn emptiness(canvas: &mut Canvas, words: &str) -> f32 {
    let area = Area { x: 0.0, y: 0.0, width: WIDTH, height: 90.0 };
    canvas.outline(area, HAIRLINE, 0.75);
    let lines = wrapped(words, inked(LABEL, INK2), WIDTH - 40.0, usize::MAX);
    let (middle, y) = area.middle();
    let first = y - LABEL.leading() * (lines.len() - 1) as f32 / 2.0 + LABEL.below_middle();
    canvas.lines((middle, first), &lines, inked(LABEL, INK2), Anchor::Middle);
    area.height
}

/// Draws lines so that they stand around a height; `x` is where the anchor is.
pub(super) fn lines_around(
    canvas: &mut Canvas,
    x: f32,
    middle: f32,
    lines: &[String],
    letters: Letters,
    anchor: Anchor,
) {
    let first = middle - letters.leading() * lines.len().saturating_sub(1) as f32 / 2.0 + letters.below_middle();
    canvas.lines((x, first), lines, letters, anchor);
}
