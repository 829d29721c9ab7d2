//! The words of a quotation as laid out: both directions of reading, and cut to so many rows at a word,
//! without a space before the "…". The cut is found by trying, so that it holds for scripts whose glyphs and
//! letters do not correspond.

use super::quote::{Edges, on_one_line};
use crate::app::theme::{Theme, TypeStep};
use crate::app::transcript::{self, Setting, has_right_to_left};
use crate::app::widgets::Words;
use eframe::egui::{Color32, Galley, Painter, Pos2};
use std::sync::Arc;
use unicode_segmentation::UnicodeSegmentation;

/// More letters than this never stand in two rows of a column.
const MOST: usize = 400;

/// Words that were cut for a width, kept until the width changes.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Cut {
    width: f32,
    /// Bytes of the words that fit; all of them where nothing is cut.
    bytes: usize,
    is_cut: bool,
}

/// Words laid out.
pub enum Laid {
    /// Words that read from the left.
    Plain(Arc<Galley>),
    /// Words of which some read from the right; egui alone would put their rows in the wrong order.
    BothWays(transcript::Laid),
}

impl Laid {
    /// A quotation as it stands, with the marks of a cut sentence round it, in as many rows as it needs.
    pub fn new(painter: &Painter, theme: &Theme, words: &str, edges: Edges, step: TypeStep, width: f32) -> Self {
        let (before, behind) = (if edges.open_start { "…" } else { "" }, if edges.open_end { "…" } else { "" });
        if has_right_to_left(words) {
            let all = format!("{before}{}{behind}", on_one_line(words));
            return Self::BothWays(transcript::Laid::new(painter.ctx(), &all, Setting { step, width }));
        }
        let all = Words::of(before, step, theme.text3).then(words, step, Color32::PLACEHOLDER);
        Self::Plain(all.then(behind, step, theme.text3).wrapped(painter, width))
    }

    /// Height of all rows, in points.
    pub fn height(&self) -> f32 {
        match self {
            Self::Plain(galley) => galley.size().y,
            Self::BothWays(laid) => laid.height(),
        }
    }

    /// Paints it from a corner on.
    pub fn paint(self, painter: &Painter, corner: Pos2, ink: Color32) {
        match self {
            Self::Plain(galley) => {
                painter.galley(corner, galley, ink);
            }
            Self::BothWays(laid) => laid.paint(painter, corner, ink),
        }
    }
}

/// A quotation in at most `rows` rows of `width`; `known` is what an earlier frame found out.
pub fn quotation_within(
    painter: &Painter,
    theme: &Theme,
    (words, edges): (&str, Edges),
    step: TypeStep,
    (width, rows): (f32, usize),
    known: &mut Option<Cut>,
) -> Laid {
    let lay = |bytes: usize, is_cut: bool| {
        let kept = kept(words, bytes, is_cut);
        Laid::new(painter, theme, kept, Edges { open_end: edges.open_end || is_cut, ..edges }, step, width)
    };
    if let Some(cut) = known.as_ref().filter(|cut| cut.width == width) {
        return lay(cut.bytes, cut.is_cut);
    }
    let short: usize = words.graphemes(true).take(MOST).map(str::len).sum();
    let is_long = short < words.len();
    let whole = lay(short, is_long);
    let fits = |laid: &Laid| laid.height() < (rows as f32 + 0.5) * step.line;
    let (laid, cut) = if fits(&whole) && !is_long {
        (whole, Cut { width, bytes: words.len(), is_cut: false })
    } else {
        let ends: Vec<usize> = words[..short]
            .split_word_bound_indices()
            .filter(|(_, word)| !word.trim().is_empty())
            .map(|(at, word)| at + word.len())
            .collect();
        // The largest number of words that fit with the "…" behind them.
        let (mut least, mut most) = (0, ends.len());
        while least < most {
            let middle = (least + most).div_ceil(2);
            let bytes = ends.get(middle - 1).copied().unwrap_or(0);
            if fits(&lay(bytes, true)) {
                least = middle;
            } else {
                most = middle - 1;
            }
        }
        let bytes = least.checked_sub(1).and_then(|at| ends.get(at)).copied().unwrap_or(short);
        (lay(bytes, true), Cut { width, bytes, is_cut: true })
    };
    *known = Some(cut);
    laid
}

/// The words up to a cut, without what looks odd before a "…".
fn kept(words: &str, bytes: usize, is_cut: bool) -> &str {
    let kept = words.get(..bytes).unwrap_or(words).trim_end();
    if is_cut { kept.trim_end_matches(['.', ',', ';', ':']) } else { kept }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::picture;
    use crate::app::theme::{LIGHT, type_scale};
    use eframe::egui::{Context, RawInput};

    /// What of the words is kept, whether they were cut, and in how many rows they stand.
    fn cut(words: &str, width: f32) -> (String, bool, f32) {
        let ctx = Context::default();
        picture::dress(&ctx);
        let mut found = (String::new(), false, 0.0);
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let mut known = None;
            let quotation = (words, Edges::default());
            let step = type_scale::QUOTE_SMALL;
            let first = quotation_within(ui.painter(), &LIGHT, quotation, step, (width, 2), &mut known);
            let again = quotation_within(ui.painter(), &LIGHT, quotation, step, (width, 2), &mut known);
            assert_eq!(first.height(), again.height());
            if let Some(cut) = known {
                found = (kept(words, cut.bytes, cut.is_cut).to_owned(), cut.is_cut, first.height() / step.line);
            }
        });
        output.textures_delta.clear();
        found
    }

    #[test]
    fn what_fits_stays_and_what_does_not_ends_at_a_word() {
        let short = "Tidak bayar, modulnya dikasih.";
        assert_eq!(cut(short, 300.0), (short.to_owned(), false, 1.0));
        let long = "Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru";
        let (kept, is_cut, rows) = cut(long, 200.0);
        assert!(is_cut && rows == 2.0);
        assert!(long.starts_with(&kept) && !kept.ends_with([' ', ',']) && kept.len() > 20, "{kept}");
        assert!(long[kept.len()..].starts_with([' ', ',']), "cut at a word: {kept}");
    }

    #[test]
    fn arabic_emoji_and_endless_words_are_cut_between_letters() {
        for words in ["السلام عليكم ورحمة الله وبركاته ".repeat(9), "👨‍👩‍👧‍👦 ".repeat(300), "x".repeat(5000)]
        {
            let (kept, is_cut, _) = cut(&words, 180.0);
            assert!(is_cut && words.starts_with(&kept) && !kept.is_empty(), "{kept}");
        }
    }
}
