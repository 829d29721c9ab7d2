//! One cell of the board, painted: its counts, then the quotations that tell most.

use super::board::Shown;
use super::fit::quotation_within;
use super::measures;
use super::words::CellWords;
use crate::analysis;
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::widgets::{Words, icon_at, mark_at};
use crate::domain::Direction;
use eframe::egui::{Color32, Galley, Painter, Rect, pos2};
use std::sync::Arc;

/// Height of a row that shows so many quotations in its fullest cell.
pub fn height(quotes: usize) -> f32 {
    let quotes = quotes as f32;
    let rows = type_scale::QUOTE_SMALL.line * measures::QUOTE_ROWS as f32;
    let all = if quotes > 0.0 { measures::QUOTES_TOP + quotes * rows + (quotes - 1.0) * space::XXS } else { 0.0 };
    2.0 * space::CELL_Y + type_scale::CAPTION.line + all
}

/// What a cell looks like beside its counts.
pub struct Look<'a> {
    /// Its words.
    pub words: &'a CellWords,
    /// Whether the row takes directions.
    pub marks: bool,
    /// What is said where no quotation is left of those there are.
    pub nothing: Option<String>,
    /// The summary, which takes the place of the quotations, and what stands there while it is empty.
    pub summary: Option<(String, String)>,
}

/// Rows of a summary on the board.
const SUMMARY_ROWS: usize = 6;
/// Letters of a summary that are laid out at most.
const SUMMARY_LETTERS: usize = 700;

fn laid_summary(painter: &Painter, words: &str, ink: Color32, width: f32) -> Arc<Galley> {
    let short = words.char_indices().nth(SUMMARY_LETTERS).map_or(words, |(at, _)| &words[..at]);
    Words::of(short, type_scale::BODY, ink).within(painter, width.max(24.0), SUMMARY_ROWS)
}

fn paint_summary(painter: &Painter, theme: &Theme, room: Rect, (words, hint): &(String, String)) {
    let (said, ink) = if words.is_empty() { (hint, theme.text3) } else { (words, theme.text) };
    painter.galley(room.min, laid_summary(painter, said, ink, room.width()), ink);
}

/// Height of a cell with a summary in a column of `width`.
pub fn summary_height(painter: &Painter, theme: &Theme, words: &str, width: f32) -> f32 {
    let words = if words.is_empty() { "–" } else { words };
    let summary = laid_summary(painter, words, theme.text, width - 2.0 * space::CELL_X).size().y;
    2.0 * space::CELL_Y + type_scale::CAPTION.line + measures::QUOTES_TOP + summary
}

/// Paints why a cell is empty, and the words that show it.
fn paint_empty(
    painter: &Painter,
    theme: &Theme,
    inner: Rect,
    line: &str,
    look: &Look<'_>,
    shown: &[Shown],
) -> Vec<Rect> {
    let middle = pos2(inner.left() + measure::ICON / 2.0, inner.top() + type_scale::SMALL.line / 2.0);
    icon_at(painter, middle, icons::EMPTY, measure::ICON, theme.text2);
    let left = inner.left() + measure::ICON + space::ICON_GAP;
    let galley = Words::of(line, type_scale::SMALL.strong(), theme.text2).within(painter, inner.right() - left, 2);
    let mut top = inner.top() + galley.size().y + space::XXS;
    painter.galley(pos2(left, inner.top()), galley, theme.text2);
    if let Some((words, hint)) = &look.summary {
        if !words.is_empty() {
            let room = Rect::from_min_max(pos2(left, top), inner.max);
            paint_summary(painter, theme, room, &(words.clone(), hint.clone()));
        }
        return Vec::new();
    }
    let mut places = Vec::with_capacity(shown.len());
    for quote in shown {
        let room = Rect::from_min_max(pos2(left, top), inner.max);
        let height = paint_quote(painter, theme, room, quote);
        places.push(room.with_max_y(top + height));
        top += height + space::XXS;
    }
    places
}

/// Paints a cell into `rect`; where each quotation came to lie.
pub fn paint(
    painter: &Painter,
    theme: &Theme,
    rect: Rect,
    cell: &analysis::Cell,
    look: &Look<'_>,
    shown: &[Shown],
) -> Vec<Rect> {
    let inner = rect.shrink2(eframe::egui::vec2(space::CELL_X, space::CELL_Y));
    let line = &look.words.line;
    if cell.empty_reason.is_some() {
        return paint_empty(painter, theme, inner, line, look, shown);
    }
    let counts = |words: &str, width: f32| Words::of(words, type_scale::CAPTION, theme.text3).within(painter, width, 1);
    let right = if look.marks { paint_marks(painter, theme, inner, cell) } else { inner.right() };
    let room = (right - inner.left()).max(0.0);
    let whole = Some(counts(line, room)).filter(|galley| !galley.elided);
    painter.galley(inner.min, whole.unwrap_or_else(|| counts(&look.words.short, room)), theme.text3);
    let mut top = inner.top() + type_scale::CAPTION.line + measures::QUOTES_TOP;
    if let Some(summary) = &look.summary {
        paint_summary(painter, theme, inner.with_min_y(top), summary);
        return Vec::new();
    }
    let mut places = Vec::with_capacity(shown.len());
    for quote in shown {
        let room = Rect::from_min_max(pos2(inner.left(), top), inner.max);
        let height = paint_quote(painter, theme, room, quote);
        places.push(room.with_max_y(top + height));
        top += height + space::XXS;
    }
    if let Some(nothing) = look.nothing.as_ref().filter(|_| shown.is_empty()) {
        let galley = Words::of(nothing, type_scale::SMALL, theme.text3).within(painter, inner.width(), 2);
        painter.galley(pos2(inner.left(), top), galley, theme.text3);
    }
    places
}

/// The directions and how many segments carry each, from the right edge; returns where they begin.
fn paint_marks(painter: &Painter, theme: &Theme, inner: Rect, cell: &analysis::Cell) -> f32 {
    let counts = [
        (None, cell.unset),
        (Some(Direction::Weakens), cell.weakens),
        (Some(Direction::Partly), cell.partly),
        (Some(Direction::Supports), cell.supports),
    ];
    let mut right = inner.right();
    for (direction, count) in counts.into_iter().filter(|(_, count)| *count > 0) {
        let galley = Words::of(&count.to_string(), type_scale::CAPTION, theme.text2).row(painter);
        right -= galley.size().x;
        let middle = inner.top() + type_scale::CAPTION.line / 2.0;
        painter.galley(pos2(right, inner.top()), galley, theme.text2);
        right -= space::XXS + measure::MARK / 2.0;
        mark_at(painter, pos2(right, middle), measure::MARK, direction, theme.text2);
        right -= measure::MARK / 2.0 + space::S;
    }
    right
}

/// A quotation in at most two rows with its mark before and its citation behind; returns its height.
fn paint_quote(painter: &Painter, theme: &Theme, room: Rect, quote: &Shown) -> f32 {
    let step = type_scale::QUOTE_SMALL;
    let indent = if quote.directions.is_empty() { 0.0 } else { measures::MARK_ROOM };
    for (row, direction) in quote.directions.iter().enumerate() {
        let middle = pos2(
            room.left() + measure::MARK / 2.0,
            room.top() + step.line / 2.0 + row as f32 * (measure::MARK + space::XXS),
        );
        mark_at(painter, middle, measure::MARK, *direction, theme.text2);
    }
    let citation = Words::of(&quote.citation, type_scale::CAPTION, theme.text3).row(painter);
    let left = room.left() + indent;
    let width = (room.right() - left - citation.size().x - space::XS).max(0.0);
    let mut cut = quote.cut.borrow_mut();
    let room_for = (width, measures::QUOTE_ROWS);
    let laid = quotation_within(painter, theme, (&quote.words, quote.edges), step, room_for, &mut cut);
    let height = laid.height().max(step.line);
    let foot = room.top() + height - step.line / 2.0 - citation.size().y / 2.0;
    painter.galley(pos2(room.right() - citation.size().x, (foot + 1.0).round()), citation, theme.text3);
    laid.paint(painter, pos2(left, room.top()), theme.text);
    height
}
