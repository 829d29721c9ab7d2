//! The conclusion of a row, cut to what the row has room for; the whole stands in the field it is written in.

use super::board::Board;
use super::frame::Frame;
use crate::app::theme::{Theme, space, stroke, type_scale};
use crate::app::widgets::Words;
use crate::domain::Message;
use eframe::egui::{Color32, CornerRadius, Painter, Rect, Response, Role, Stroke, StrokeKind, Ui, WidgetInfo, vec2};
use std::sync::Arc;

/// Rows of a conclusion on the board.
const ROWS: usize = 5;
/// The same where it stands under the result.
const ROWS_SMALL: usize = 3;
/// Letters of a conclusion that are laid out at most.
const LETTERS: usize = 600;

impl Frame<'_, '_> {
    /// The conclusion of a line in `response`, the stop of the keyboard that it is.
    pub fn conclusion_ui(&self, ui: &Ui, board: &Board, line: usize, response: &Response, is_active: bool) {
        let Some(row) = board.row_of(line) else { return };
        let (Some(head), Some(found)) = (board.rows.get(row), board.comparison.rows.get(row)) else { return };
        let view = self.view;
        let words = found.conclusion.as_deref().unwrap_or_default();
        let hint = view.text("compare-conclusion-hint");
        let said = if words.is_empty() { hint.as_str() } else { words };
        let name = Message::new("compare-cell").with("row", head.name.as_str());
        let name = view.say(&name.with("column", view.text("compare-conclusion")).with("counts", said));
        response.widget_info(|| WidgetInfo::labeled(Role::Cell, true, &name));
        let rect = response.rect;
        if !ui.is_rect_visible(rect) {
            return;
        }
        let painter = ui.painter();
        if response.hovered() && !is_active {
            painter.rect_filled(rect.shrink(1.0), CornerRadius::ZERO, self.theme.hover);
        }
        let is_under = self.columns.conclusion == 0.0;
        let inner = if is_under { rect } else { rect.shrink2(vec2(space::CELL_X, space::CELL_Y)) };
        let ink = if words.is_empty() { self.theme.text3 } else { self.theme.text };
        let galley = laid(painter, said, ink, inner.width(), is_under);
        painter.galley(inner.min, galley, ink);
        if is_active {
            let ring = Stroke::new(stroke::FOCUS, self.theme.focus);
            let rect = if is_under { rect.expand2(vec2(space::XXS, 2.0)) } else { rect.shrink(1.0) };
            painter.rect_stroke(rect, CornerRadius::ZERO, ring, StrokeKind::Inside);
        }
    }

    /// Where the conclusion of a line lies: in its own column, or at the foot of the result.
    pub fn conclusion_rect(&self, ui: &Ui, board: &Board, line: usize) -> Option<Rect> {
        let count = self.columns.count();
        if self.columns.conclusion > 0.0 {
            return Some(self.cell_rect(line, count + 1));
        }
        let inner = self.cell_rect(line, count).shrink2(vec2(space::CELL_X, space::CELL_Y));
        let hint = self.view.text("compare-conclusion-hint");
        let height = conclusion_height(ui, board, board.row_of(line)?, (inner.width(), &hint), true);
        Some(inner.with_min_y(inner.bottom() - height))
    }
}

fn laid(painter: &Painter, words: &str, ink: Color32, width: f32, is_under: bool) -> Arc<eframe::egui::Galley> {
    let short = words.char_indices().nth(LETTERS).map_or(words, |(at, _)| &words[..at]);
    let (step, rows) = if is_under { (type_scale::SMALL, ROWS_SMALL) } else { (type_scale::BODY, ROWS) };
    Words::of(short, step, ink).within(painter, width.max(24.0), rows)
}

/// Height of the words of a conclusion over `width`, without what lies around them; an empty one has room for its hint.
pub fn conclusion_height(ui: &Ui, board: &Board, row: usize, (width, hint): (f32, &str), is_under: bool) -> f32 {
    let theme = Theme::of(ui);
    let words = board.comparison.rows.get(row).and_then(|row| row.conclusion.as_deref()).unwrap_or_default();
    let words = if words.is_empty() { hint } else { words };
    laid(ui.painter(), words, theme.text, width, is_under).size().y
}
