//! Cutting words to so many rows, at a word and without a space before the "…". Found by trying, so that it
//! holds for scripts whose glyphs and letters do not correspond.

use super::quote::Edges;
use crate::app::theme::{Theme, TypeStep};
use eframe::egui::{Galley, Painter};
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

/// A quotation in at most `rows` rows of `width`; `known` is what an earlier frame found out.
pub fn quotation_within(
    painter: &Painter,
    theme: &Theme,
    (words, edges): (&str, Edges),
    step: TypeStep,
    (width, rows): (f32, usize),
    known: &mut Option<Cut>,
) -> Arc<Galley> {
    let lay = |bytes: usize, is_cut: bool| {
        let kept = words.get(..bytes).unwrap_or(words).trim_end();
        let kept = if is_cut { kept.trim_end_matches(['.', ',', ';', ':']) } else { kept };
        let shown = Edges { open_start: edges.open_start, open_end: edges.open_end && !is_cut };
        let all = super::cell::quotation(theme, kept, shown, step);
        let all = if is_cut { all.then("…", step, theme.text3) } else { all };
        all.wrapped(painter, width)
    };
    if let Some(cut) = known.as_ref().filter(|cut| cut.width == width) {
        return lay(cut.bytes, cut.is_cut);
    }
    let short: usize = words.graphemes(true).take(MOST).map(str::len).sum();
    let is_long = short < words.len();
    let whole = lay(short, is_long);
    let fits = |galley: &Galley| galley.rows.len() <= rows;
    let (galley, cut) = if fits(&whole) && !is_long {
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
    galley
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::picture;
    use crate::app::theme::{LIGHT, type_scale};
    use eframe::egui::{Context, RawInput};

    fn cut(words: &str, width: f32) -> (String, usize) {
        let ctx = Context::default();
        picture::dress(&ctx);
        let mut found = (String::new(), 0);
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            let mut known = None;
            let quotation = (words, Edges::default());
            let step = type_scale::QUOTE_SMALL;
            let first = quotation_within(ui.painter(), &LIGHT, quotation, step, (width, 2), &mut known);
            let again = quotation_within(ui.painter(), &LIGHT, quotation, step, (width, 2), &mut known);
            assert_eq!(first.text(), again.text());
            found = (first.text().to_owned(), first.rows.len());
        });
        output.textures_delta.clear();
        found
    }

    #[test]
    fn what_fits_stays_and_what_does_not_ends_at_a_word() {
        assert_eq!(cut("Tidak bayar, modulnya dikasih.", 300.0).0, "Tidak bayar, modulnya dikasih.");
        let long = "Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru";
        let (shown, rows) = cut(long, 200.0);
        assert_eq!(rows, 2);
        let kept = shown.strip_suffix('…').expect("a cut");
        assert!(long.starts_with(kept) && !kept.ends_with(' ') && kept.len() > 20, "{shown}");
    }

    #[test]
    fn arabic_emoji_and_endless_words_are_cut_between_letters() {
        for words in ["السلام عليكم ورحمة الله وبركاته ".repeat(9), "👨‍👩‍👧‍👦 ".repeat(300), "x".repeat(5000)]
        {
            let (shown, _) = cut(&words, 180.0);
            let kept = shown.strip_suffix('…').expect("a cut");
            assert!(words.starts_with(kept), "{shown}");
        }
    }
}
