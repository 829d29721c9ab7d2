//! Setting of blocks that hold right-to-left words. egui's own rows come out in the wrong order there and
//! its places count glyphs, not code points (emilk/egui#8576). So the words are broken into rows in
//! logical order, each row is ordered by the bidirectional algorithm, and every piece of a row is a small
//! galley that knows which code points it shows.

use super::layout::{Bar, Setting, narrow, x_of};
use eframe::egui::{Color32, Context, Galley, Painter, Pos2, Rect, Vec2, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;
use unicode_bidi::{Level, ParagraphBidiInfo};
use unicode_segmentation::UnicodeSegmentation;

/// Stretch of one direction in one row.
struct Piece {
    /// The code points it shows.
    chars: Range<u32>,
    row: usize,
    left: f32,
    width: f32,
    is_rtl: bool,
    galley: Arc<Galley>,
    /// (place, distance from the side where reading begins) of each grapheme boundary, both ends included.
    stops: Vec<(u32, f32)>,
}

impl Piece {
    fn x_of(&self, at: u32) -> f32 {
        let stop = self.stops.partition_point(|(place, _)| *place <= at).max(1) - 1;
        let along = self.stops.get(stop).map_or(0.0, |(_, along)| *along);
        if self.is_rtl { self.left + self.width - along } else { self.left + along }
    }

    fn at_x(&self, x: f32) -> u32 {
        let along = if self.is_rtl { self.left + self.width - x } else { x - self.left };
        let mut best = (f32::INFINITY, self.chars.start);
        for (place, stop) in &self.stops {
            let distance = (stop - along).abs();
            if distance < best.0 {
                best = (distance, *place);
            }
        }
        best.1
    }
}

/// A block set word by word.
pub(crate) struct Words {
    pieces: Vec<Piece>,
    /// The code points of each row.
    rows: Vec<Range<u32>>,
    line: f32,
    /// Where the caret stands in an empty row.
    home: f32,
}

/// A word or the spaces behind it, in bytes and code points.
struct Token {
    bytes: Range<usize>,
    chars: Range<u32>,
    width: f32,
    is_space: bool,
}

impl Words {
    pub(super) fn new(ctx: &Context, words: &str, setting: Setting) -> Self {
        let bidi = ParagraphBidiInfo::new(words, None);
        let tokens = tokens(ctx, words, setting, &bidi.levels);
        let is_rtl_block = bidi.paragraph_level.is_rtl();
        let mut set = Self {
            pieces: Vec::new(),
            rows: Vec::new(),
            line: setting.step.line,
            home: if is_rtl_block { setting.width } else { 0.0 },
        };
        for row in rows(&tokens, setting.width) {
            let Some((first, last)) = tokens[row.clone()].first().zip(tokens[row.clone()].last()) else { continue };
            // Spaces at which the row was wrapped are shown nowhere; they belong to the row all the same.
            let is_last_row = row.end == tokens.len();
            let shown_end = match last {
                space if space.is_space && !is_last_row && row.len() > 1 => space.bytes.start,
                word => word.bytes.end,
            };
            set.rows.push(first.chars.start..last.chars.end);
            set.add_row(ctx, words, setting, &bidi, first.bytes.start..shown_end, first.chars.start);
        }
        if set.rows.is_empty() {
            set.rows.push(0..0);
        }
        set
    }

    /// Sets the pieces of one row from left to right.
    fn add_row(
        &mut self,
        ctx: &Context,
        words: &str,
        setting: Setting,
        bidi: &ParagraphBidiInfo<'_>,
        bytes: Range<usize>,
        first: u32,
    ) {
        let row = self.rows.len() - 1;
        let (levels, runs) = bidi.visual_runs(bytes.clone());
        let mut left = 0.0;
        let begin = self.pieces.len();
        for run in runs {
            let level = levels.get(run.start).copied().unwrap_or_else(Level::ltr);
            let mut parts: Vec<Range<usize>> = if level.is_rtl() { word_parts(words, run) } else { vec![run] };
            if level.is_rtl() {
                parts.reverse();
            }
            for part in parts {
                let text = &words[part.clone()];
                let start = first + narrow(words[bytes.start..part.start].chars().count());
                let piece = piece(ctx, text, setting, level.is_rtl(), start, row, left);
                left += piece.width;
                self.pieces.push(piece);
            }
        }
        if bidi.paragraph_level.is_rtl() {
            let shift = setting.width - left;
            for piece in &mut self.pieces[begin..] {
                piece.left += shift;
            }
        }
    }

    pub(super) fn row_start(&self, y: f32) -> (u32, f32) {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the number of a row")]
        let row = ((y.max(0.0) / self.line) as usize).min(self.rows.len().saturating_sub(1));
        (self.rows.get(row).map_or(0, |row| row.start), self.line * row as f32)
    }

    pub(super) fn height(&self) -> f32 {
        self.line * self.rows.len() as f32
    }

    pub(super) fn hit(&self, at: Vec2) -> u32 {
        let row = self.row_below(at.y);
        let nearest = self
            .pieces
            .iter()
            .filter(|piece| piece.row == row)
            .map(|piece| ((piece.left - at.x).max(at.x - piece.left - piece.width).max(0.0), piece))
            .min_by(|(a, _), (b, _)| a.total_cmp(b));
        match nearest {
            Some((_, piece)) => piece.at_x(at.x),
            None => self.rows.get(row).map_or(0, |chars| chars.start),
        }
    }

    fn row_below(&self, y: f32) -> usize {
        let mut row = 0;
        while row + 1 < self.rows.len() && y >= self.line * (row + 1) as f32 {
            row += 1;
        }
        row
    }

    pub(super) fn caret(&self, at: u32) -> Rect {
        let here =
            self.pieces.iter().find(|piece| piece.chars.contains(&at)).or_else(|| {
                self.pieces.iter().filter(|piece| piece.chars.end <= at).max_by_key(|piece| piece.chars.end)
            });
        let (x, row) = match here {
            Some(piece) => (piece.x_of(at), piece.row),
            None => (self.home, 0),
        };
        let top = self.line * row as f32;
        Rect::from_min_max(pos2(x, top), pos2(x, top + self.line))
    }

    pub(super) fn bars(&self, range: Range<u32>, bars: &mut Vec<Bar>) {
        for piece in &self.pieces {
            let (from, to) = (range.start.max(piece.chars.start), range.end.min(piece.chars.end));
            if from >= to {
                continue;
            }
            let (a, b) = (piece.x_of(from), piece.x_of(to));
            let top = self.line * piece.row as f32;
            let rect = Rect::from_min_size(pos2(a.min(b), top), vec2((a - b).abs(), self.line));
            let (is_first, is_last) = (from == range.start, to == range.end);
            match bars.last_mut() {
                // Pieces that stand side by side read as one band.
                Some(last) if last.row == piece.row && (last.rect.right() - rect.left()).abs() < 0.5 => {
                    last.rect = last.rect.union(rect);
                    last.is_first |= is_first;
                    last.is_last |= is_last;
                }
                _ if rect.width() > 0.0 => bars.push(Bar { rect, row: piece.row, is_first, is_last }),
                _ => {}
            }
        }
    }

    pub(super) fn paint(&self, painter: &Painter, origin: Pos2, colour: Color32) {
        for piece in &self.pieces {
            let at = origin + vec2(piece.left, self.line * piece.row as f32);
            painter.galley(at, Arc::clone(&piece.galley), colour);
        }
    }
}

/// Words and the spaces between them, cut also where the direction changes.
fn tokens(ctx: &Context, words: &str, setting: Setting, levels: &[Level]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut char = 0;
    let mut start = (0, 0);
    let mut before: Option<(bool, Option<Level>)> = None;
    let mut push = |bytes: Range<usize>, chars: Range<u32>, is_space: bool| {
        let width = galley(ctx, &words[bytes.clone()], setting).rows.first().map_or(0.0, |row| row.size.x);
        if width <= setting.width || is_space {
            tokens.push(Token { bytes, chars, width, is_space });
            return;
        }
        // A word wider than the column is cut behind the cluster that still fits, by its average.
        let text = &words[bytes.clone()];
        let (mut byte, mut place) = (bytes.start, chars.start);
        let average = width / text.graphemes(true).count().max(1) as f32;
        let (mut from, mut filled) = ((byte, place), 0.0);
        for cluster in text.graphemes(true) {
            if filled + average > setting.width && filled > 0.0 {
                tokens.push(Token { bytes: from.0..byte, chars: from.1..place, width: filled, is_space: false });
                (from, filled) = ((byte, place), 0.0);
            }
            byte += cluster.len();
            place += narrow(cluster.chars().count());
            filled += average;
        }
        tokens.push(Token { bytes: from.0..byte, chars: from.1..place, width: filled, is_space: false });
    };
    for (byte, cluster) in words.grapheme_indices(true) {
        let is_space = cluster.starts_with(char::is_whitespace) && !cluster.starts_with(['\u{a0}', '\u{202f}']);
        let kind = (is_space, levels.get(byte).copied().filter(|_| !is_space));
        if before.is_some_and(|before| before != kind) && byte > start.0 {
            push(start.0..byte, start.1..char, before.is_some_and(|(space, _)| space));
            start = (byte, char);
        }
        before = Some(kind);
        char += narrow(cluster.chars().count());
    }
    if start.0 < words.len() {
        push(start.0..words.len(), start.1..char, before.is_some_and(|(space, _)| space));
    }
    tokens
}

/// Fills rows in logical order; spaces hang over the end, and words without a space between them (a
/// bracket before an Arabic word) stay together.
fn rows(tokens: &[Token], width: f32) -> Vec<Range<usize>> {
    let mut rows = Vec::new();
    let (mut start, mut filled, mut at) = (0, 0.0, 0);
    while at < tokens.len() {
        let mut end = at;
        let mut needed = 0.0;
        while end < tokens.len() && !tokens[end].is_space && needed + tokens[end].width <= width {
            needed += tokens[end].width;
            end += 1;
        }
        if end == at {
            filled += tokens[at].width;
            at += 1;
            continue;
        }
        if filled + needed > width && at > start {
            rows.push(start..at);
            (start, filled) = (at, 0.0);
        }
        filled += needed;
        at = end;
    }
    if start < tokens.len() {
        rows.push(start..tokens.len());
    }
    rows
}

/// A run of right-to-left letters cut at spaces and brackets, in logical order.
fn word_parts(words: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let mut parts: Vec<Range<usize>> = Vec::new();
    let mut was_apart = true;
    for (at, cluster) in words[run.clone()].grapheme_indices(true) {
        let byte = run.start + at;
        let is_apart = cluster.starts_with(char::is_whitespace) || mirrored(cluster).is_some();
        match parts.last_mut() {
            Some(last) if !is_apart && !was_apart => last.end = byte + cluster.len(),
            _ => parts.push(byte..byte + cluster.len()),
        }
        was_apart = is_apart;
    }
    parts
}

/// The other bracket, as it is drawn where reading goes from right to left.
fn mirrored(cluster: &str) -> Option<&'static str> {
    Some(match cluster {
        "(" => ")",
        ")" => "(",
        "[" => "]",
        "]" => "[",
        "{" => "}",
        "}" => "{",
        "«" => "»",
        "»" => "«",
        "<" => ">",
        ">" => "<",
        "﴾" => "﴿",
        "﴿" => "﴾",
        _ => return None,
    })
}

fn galley(ctx: &Context, text: &str, setting: Setting) -> Arc<Galley> {
    let job = setting.job(text.to_owned(), f32::INFINITY);
    ctx.fonts_mut(|fonts| fonts.layout_job(job))
}

fn piece(ctx: &Context, text: &str, setting: Setting, is_rtl: bool, start: u32, row: usize, left: f32) -> Piece {
    let drawn = mirrored(text).filter(|_| is_rtl).unwrap_or(text);
    let galley = galley(ctx, drawn, setting);
    let glyphs = galley.rows.first();
    let width = glyphs.map_or(0.0, |row| row.size.x);
    let chars = text.chars().count();
    let is_one_to_one = !is_rtl && glyphs.is_some_and(|row| row.glyphs.len() == chars);
    let clusters = text.graphemes(true).count().max(1) as f32;
    let mut stops = vec![(start, 0.0)];
    let (mut place, mut number) = (0, 0.0);
    for cluster in text.graphemes(true) {
        place += cluster.chars().count();
        number += 1.0;
        let along = match glyphs {
            Some(row) if is_one_to_one => x_of(row, place),
            _ => width * number / clusters,
        };
        stops.push((start + narrow(place), along));
    }
    Piece { chars: start..start + narrow(chars), row, left, width, is_rtl, galley, stops }
}

#[cfg(test)]
mod tests {
    use super::super::layout::tests::{assert_round_trip, with_fonts};
    use super::super::layout::{Laid, Setting};
    use super::*;
    use crate::app::theme::type_scale;

    const ANSWER: &str = "Wa’alaikumussalam warahmatullah (وعليكم السلام). Silakan, santai saja, anggap kita mengobrol.";

    #[test]
    fn arabic_among_latin_goes_there_and_back() {
        with_fonts(|ctx| {
            for words in [
                ANSWER,
                "بسم الله الرحمن الرحيم",
                "(قال) 12 مرة: KTSP 2013 ثم «انتهى»",
                "السلام عليكم ورحمة الله وبركاته، كيف حالكم اليوم يا إخوتي الأعزاء في هذه المدرسة المباركة؟",
                "كلمةطويلةجدابدونمسافاتكلمةطويلةجدابدونمسافات dan 🙏🏽",
            ] {
                for width in [120.0, 260.0, 600.0] {
                    assert_round_trip(ctx, words, width);
                }
            }
        });
    }

    #[test]
    fn arabic_words_stand_from_right_to_left() {
        with_fonts(|ctx| {
            let laid = Laid::new(ctx, ANSWER, Setting { step: type_scale::READ, width: 600.0 });
            let at = |words: &str| {
                let byte = ANSWER.find(words).unwrap_or_default();
                let start = narrow(ANSWER[..byte].chars().count());
                let bars = laid.bars(start..start + narrow(words.chars().count()));
                assert_eq!(bars.len(), 1, "{words}");
                bars[0].rect
            };
            let (latin, open, first, second, close) =
                (at("warahmatullah"), at("("), at("وعليكم"), at("السلام"), at(")."));
            assert!(latin.right() < open.left() + 0.5);
            assert!(open.right() < second.left() + 0.5, "the bracket opens before the last Arabic word");
            assert!(second.right() < first.left() + 0.5, "the first Arabic word stands at the right");
            assert!(first.right() < close.left() + 0.5);
        });
    }

    #[test]
    fn wrapped_arabic_keeps_its_rows_in_order() {
        with_fonts(|ctx| {
            let words = "السلام عليكم ورحمة الله وبركاته كيف حالكم اليوم";
            let laid = Laid::new(ctx, words, Setting { step: type_scale::READ, width: 120.0 });
            assert!(laid.height() > type_scale::READ.line * 1.5);
            let first = laid.caret(0);
            let last = laid.caret(narrow(words.chars().count()));
            assert!(first.top() < last.top());
            assert!((first.center().x - 120.0).abs() < 1.0, "a right-to-left paragraph begins at the right");
        });
    }
}
