//! A block laid out: rows, where a click falls, where a stretch lies. Plain blocks are one galley; blocks
//! with right-to-left words are set by [`super::words`]. Nothing in here is kept across frames (the font
//! atlas may be reset); egui's own cache makes asking again cheap. Positions count code points from the
//! first displayed character; points count from the block's top left corner.

use super::words::Words;
use crate::app::theme::TypeStep;
use eframe::egui::epaint::text::Row;
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align, Color32, Context, Galley, Painter, Pos2, Rect, Vec2, pos2};
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::{BidiClass, bidi_class};

/// How words are set.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Setting {
    /// Face, size and leading.
    pub(crate) step: TypeStep,
    /// Width of the column, in points.
    pub(crate) width: f32,
}

impl Setting {
    /// One paragraph of this setting; `width` infinite for a single row.
    pub(super) fn job(self, text: String, width: f32) -> LayoutJob {
        let format = TextFormat {
            font_id: self.step.font(),
            line_height: Some(self.step.line),
            color: Color32::PLACEHOLDER,
            valign: Align::Center,
            ..TextFormat::default()
        };
        LayoutJob {
            wrap: TextWrapping { max_width: width, ..TextWrapping::default() },
            break_on_newline: false,
            ..LayoutJob::single_section(text, format)
        }
    }
}

/// A stretch on one row, as a rectangle of the row's full height.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Bar {
    /// Where, from the block's corner.
    pub(crate) rect: Rect,
    /// The row, from 0.
    pub(crate) row: usize,
    /// Whether the stretch begins here.
    pub(crate) is_first: bool,
    /// Whether the stretch ends here.
    pub(crate) is_last: bool,
}

/// A block laid out.
pub(crate) enum Laid {
    /// One galley, one glyph a code point.
    Plain(Arc<Galley>),
    /// Word by word, rows ordered for reading from both sides.
    Words(Words),
}

impl Laid {
    /// Sets displayed words (see [`super::blocks::displayed`]).
    pub(crate) fn new(ctx: &Context, words: &str, setting: Setting) -> Self {
        if !has_right_to_left(words) {
            let job = setting.job(words.to_owned(), setting.width);
            let galley = ctx.fonts_mut(|fonts| fonts.layout_job(job));
            // Where a face draws more or fewer glyphs than code points, egui's places are of no use.
            if galley.rows.iter().map(|row| row.glyphs.len()).sum::<usize>() == words.chars().count() {
                return Self::Plain(galley);
            }
        }
        Self::Words(Words::new(ctx, words, setting))
    }

    /// Height of all rows, in points.
    pub(crate) fn height(&self) -> f32 {
        match self {
            Self::Plain(galley) => galley.rows.last().map_or(0.0, |row| row.max_y()),
            Self::Words(words) => words.height(),
        }
    }

    /// The place nearest to a point.
    pub(crate) fn hit(&self, at: Vec2) -> u32 {
        match self {
            Self::Plain(galley) => {
                let mut start = 0;
                for (number, row) in galley.rows.iter().enumerate() {
                    let is_last = number + 1 == galley.rows.len();
                    let count = row.char_count_excluding_newline().0;
                    if at.y < row.max_y() || is_last {
                        let mut column = column_at(row, at.x - row.pos.x);
                        if column == count && !is_last && count > 0 {
                            // Behind the end of a wrapped row is before the space that wrapped it.
                            column = count - usize::from(row.glyphs.last().is_some_and(|glyph| glyph.chr == ' '));
                        }
                        return narrow(start + column);
                    }
                    start += count;
                }
                0
            }
            Self::Words(words) => words.hit(at),
        }
    }

    /// Where the caret stands before a place: a rectangle without width.
    pub(crate) fn caret(&self, at: u32) -> Rect {
        match self {
            Self::Plain(galley) => {
                let mut start = 0;
                let mut found = Rect::from_min_max(Pos2::ZERO, Pos2::ZERO);
                for (number, row) in galley.rows.iter().enumerate() {
                    let count = row.char_count_excluding_newline().0;
                    let column = (at as usize).saturating_sub(start);
                    let x = row.pos.x + x_of(row, column.min(count));
                    found = Rect::from_min_max(pos2(x, row.min_y()), pos2(x, row.max_y()));
                    if column < count || number + 1 == galley.rows.len() {
                        break;
                    }
                    start += count;
                }
                found
            }
            Self::Words(words) => words.caret(at),
        }
    }

    /// The rectangles of a stretch, row by row; spaces at which a row was wrapped are left out.
    pub(crate) fn bars(&self, range: Range<u32>) -> Vec<Bar> {
        let mut bars = Vec::new();
        match self {
            Self::Plain(galley) => {
                let mut start = 0_u32;
                for (number, row) in galley.rows.iter().enumerate() {
                    let end = start + narrow(row.glyphs.len());
                    let (from, to) = (range.start.max(start), range.end.min(end));
                    if from < to {
                        let is_wrapped = number + 1 < galley.rows.len() && to == end;
                        let mut until = (to - start) as usize;
                        while is_wrapped && until > 0 && row.glyphs.get(until - 1).is_some_and(|glyph| glyph.chr == ' ')
                        {
                            until -= 1;
                        }
                        let left = row.pos.x + x_of(row, (from - start) as usize);
                        let right = row.pos.x + x_of(row, until);
                        if right > left {
                            let rect = Rect::from_min_max(pos2(left, row.min_y()), pos2(right, row.max_y()));
                            bars.push(Bar {
                                rect,
                                row: number,
                                is_first: from == range.start,
                                is_last: to == range.end,
                            });
                        }
                    }
                    start = end;
                }
            }
            Self::Words(words) => words.bars(range, &mut bars),
        }
        bars
    }

    /// The row of a place and its top and bottom.
    pub(crate) fn row_at(&self, at: u32) -> (f32, f32) {
        let caret = self.caret(at);
        (caret.top(), caret.bottom())
    }

    /// The first place of the row at a height, and that row's top.
    pub(crate) fn row_start(&self, y: f32) -> (u32, f32) {
        match self {
            Self::Plain(galley) => {
                let mut start = 0;
                let mut found = (0, 0.0);
                for row in &galley.rows {
                    found = (narrow(start), row.min_y());
                    if y < row.max_y() {
                        break;
                    }
                    start += row.char_count_excluding_newline().0;
                }
                found
            }
            Self::Words(words) => words.row_start(y),
        }
    }

    /// Paints the words with their corner at `origin`.
    pub(crate) fn paint(&self, painter: &Painter, origin: Pos2, colour: Color32) {
        match self {
            Self::Plain(galley) => {
                painter.galley(origin, Arc::clone(galley), colour);
            }
            Self::Words(words) => words.paint(painter, origin, colour),
        }
    }
}

/// How far from the row's start a code point begins. The letters of a ligature share its width.
pub(super) fn x_of(row: &Row, column: usize) -> f32 {
    let Some(glyph) = row.glyphs.get(column) else { return row.size.x };
    if glyph.advance_width > 0.0 {
        return glyph.pos.x;
    }
    let lead = row.glyphs[..column].iter().rposition(|glyph| glyph.advance_width > 0.0);
    let Some((at, lead)) = lead.and_then(|at| row.glyphs.get(at).map(|lead| (at, lead))) else { return glyph.pos.x };
    let letters = 1 + row.glyphs[at + 1..].iter().take_while(|glyph| glyph.advance_width <= 0.0).count();
    lead.pos.x + lead.advance_width * (column - at) as f32 / letters as f32
}

/// The code point of a row whose beginning is nearest.
fn column_at(row: &Row, x: f32) -> usize {
    let mut best = (f32::INFINITY, 0);
    for column in 0..=row.glyphs.len() {
        let distance = (x_of(row, column) - x).abs();
        if distance < best.0 {
            best = (distance, column);
        }
    }
    best.1
}

/// Whether words hold anything that has to be read from the right.
pub(crate) fn has_right_to_left(words: &str) -> bool {
    words.chars().any(|letter| {
        letter >= '\u{590}'
            && matches!(
                bidi_class(letter),
                BidiClass::R | BidiClass::AL | BidiClass::RLE | BidiClass::RLI | BidiClass::RLO | BidiClass::FSI
            )
    })
}

/// A count as a position; no block is longer than a few thousand code points.
pub(super) fn narrow(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

#[cfg(test)]
pub(super) mod tests {
    use super::super::blocks::displayed;
    use super::*;
    use crate::app::fonts;
    use crate::app::theme::type_scale;
    use eframe::egui::RawInput;
    use unicode_segmentation::UnicodeSegmentation;

    /// Runs `check` where words can be laid out.
    pub(crate) fn with_fonts(mut check: impl FnMut(&Context)) {
        let ctx = Context::default();
        fonts::install(&ctx);
        // Fonts are there from the second frame on.
        for frame in 0..2 {
            let mut output = ctx.run_ui(RawInput::default(), |ui| {
                if frame == 1 {
                    check(ui.ctx());
                }
            });
            // Nothing is drawn here, and egui insists that textures are not forgotten by accident.
            output.textures_delta.clear();
        }
    }

    /// Place → caret → hit leads back to the same place, for every grapheme boundary of the words.
    pub(crate) fn assert_round_trip(ctx: &Context, words: &str, width: f32) {
        let laid = Laid::new(ctx, words, Setting { step: type_scale::READ, width });
        let mut boundary = 0_u32;
        for cluster in words.graphemes(true) {
            let length = narrow(cluster.chars().count());
            let bars = laid.bars(boundary..boundary + length);
            for bar in &bars {
                assert!(bar.rect.width() > 0.0);
                if cluster.trim().is_empty() {
                    continue;
                }
                // A point in the left (right) quarter falls on one of the cluster's two ends.
                for share in [0.2, 0.8] {
                    let x = bar.rect.left() + bar.rect.width() * share;
                    let hit = laid.hit(Vec2::new(x, bar.rect.center().y));
                    assert!(
                        hit >= boundary && hit <= boundary + length,
                        "{cluster:?} at {boundary} of {words:?}: a click on it gives {hit}"
                    );
                }
                let caret = laid.caret(boundary);
                assert!(
                    bar.rect.expand(1.0).contains(caret.center()),
                    "{cluster:?} at {boundary} of {words:?}: caret {caret:?} outside {:?}",
                    bar.rect
                );
            }
            if !cluster.trim().is_empty() && !cluster.chars().all(|letter| letter.is_control() || invisible(letter)) {
                assert!(!bars.is_empty(), "{cluster:?} at {boundary} of {words:?} has no place");
            }
            boundary += length;
        }
        // The rectangles of a row never overlap.
        let mut all: Vec<Bar> = Vec::new();
        let mut at = 0;
        for cluster in words.graphemes(true) {
            let length = narrow(cluster.chars().count());
            for bar in laid.bars(at..at + length) {
                for other in all.iter().filter(|other| other.row == bar.row) {
                    assert!(
                        other.rect.shrink(0.26).intersect(bar.rect.shrink(0.26)).width() <= 0.0,
                        "{cluster:?} overlaps"
                    );
                }
                all.push(bar);
            }
            at += length;
        }
    }

    fn invisible(letter: char) -> bool {
        matches!(letter, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
    }

    #[test]
    fn plain_words_go_there_and_back() {
        with_fonts(|ctx| {
            for words in [
                "Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru.",
                "“Boleh, Ka 🙏” dan 👨‍👩‍👧‍👦 serta e\u{301} a\u{323}\u{302} fi ffi",
                "",
                " ",
                "satu-kata-yang-sangat-panjang-sekali-tanpa-spasi-sama-sekali-sampai-harus-dipotong",
            ] {
                for width in [140.0, 300.0, 600.0] {
                    assert_round_trip(ctx, words, width);
                }
            }
        });
    }

    #[test]
    fn a_wrapped_stretch_leaves_the_wrapping_space_out() {
        with_fonts(|ctx| {
            let words = "Setiap guru saya supervisi dua kali dalam satu semester";
            let laid = Laid::new(ctx, words, Setting { step: type_scale::READ, width: 200.0 });
            let bars = laid.bars(0..narrow(words.chars().count()));
            assert!(bars.len() > 1);
            assert!(bars[0].is_first && !bars[0].is_last && bars.last().is_some_and(|bar| bar.is_last));
            assert!(bars.iter().all(|bar| bar.rect.right() <= 200.5));
            assert!((laid.height() - type_scale::READ.line * bars.len() as f32).abs() < 0.5);
        });
    }

    /// Lays every line of a text out and goes there and back.
    fn check_lines(ctx: &Context, text: &str) {
        for line in text.lines() {
            assert_round_trip(ctx, &displayed(line.trim_end_matches('\r')), 600.0);
        }
    }

    #[test]
    fn every_line_of_the_sample_study_goes_there_and_back() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/study/txt");
        let mut texts: Vec<String> = std::fs::read_dir(folder)
            .expect("the sample study")
            .map(|entry| std::fs::read_to_string(entry.expect("an entry").path()).expect("UTF-8"))
            .collect();
        for mini in ["mini.nfc.txt", "mini.nfd.txt"] {
            let path = format!("{}/fixtures/study/variants/{mini}", env!("CARGO_MANIFEST_DIR"));
            texts.push(std::fs::read_to_string(path).expect("UTF-8"));
        }
        with_fonts(|ctx| {
            for text in &texts {
                check_lines(ctx, text);
            }
        });
    }

    #[test]
    fn verses_in_arabic_go_there_and_back() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/others/text/quran");
        let Ok(entries) = std::fs::read_dir(folder) else {
            eprintln!("SKIPPED: no Arabic texts beside the project");
            return;
        };
        let texts: Vec<String> =
            entries.flatten().filter_map(|entry| std::fs::read_to_string(entry.path()).ok()).collect();
        let mut seen = 0;
        with_fonts(|ctx| {
            for text in &texts {
                let verses = text.split('"').filter(|piece| has_right_to_left(piece) && piece.len() < 900).take(60);
                let verses: Vec<&str> = verses.collect();
                seen += verses.len();
                check_lines(ctx, &verses.join("\n"));
            }
        });
        assert!(seen > 100, "only {seen} verses were looked at");
    }

    /// Pieces of which random words are made: astral, joined, combining, from the right, without an end.
    const PIECES: [&str; 16] = [
        "guru ",
        "saya",
        " ",
        "  ",
        "🙏🏽",
        "👨‍👩‍👧‍👦",
        "e\u{301}",
        "a\u{323}\u{302}",
        "ffi",
        "السلام ",
        "مَا",
        "(",
        ")",
        "12:5 ",
        "panjangsekalitanpaspasi",
        "𝒳",
    ];

    proptest::proptest! {
        #![proptest_config(proptest::prelude::ProptestConfig { cases: 6, ..Default::default() })]

        /// Whatever words are made of, every boundary has its place, and every place leads back to it.
        #[test]
        fn random_words_go_there_and_back(
            picks in proptest::collection::vec(proptest::collection::vec(0..PIECES.len(), 0..40), 8),
            width in 90.0_f32..640.0,
        ) {
            with_fonts(|ctx| {
                for picks in &picks {
                    let words: String = picks.iter().map(|at| PIECES[*at]).collect();
                    assert_round_trip(ctx, &words, width);
                }
            });
        }
    }

    #[test]
    fn a_very_long_paragraph_goes_there_and_back() {
        with_fonts(|ctx| {
            assert_round_trip(ctx, &"tanpaspasi".repeat(200), 600.0);
            assert_round_trip(ctx, &"Kata demi kata e\u{301} 🙏🏽. ".repeat(80), 600.0);
        });
    }
}
