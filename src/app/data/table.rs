//! What both tables are drawn with: columns, cells of words, a row that can be chosen.

use crate::app::theme::{Theme, TypeStep, measure, space, stroke};
use crate::app::widgets::{Words, hairline_h, keep_keys};
use eframe::egui::{
    Color32, CornerRadius, EventFilter, Painter, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo, pos2, vec2,
};

/// A column as it is laid out: where it begins and how wide it is.
#[derive(Clone, Copy)]
pub(super) struct Column {
    pub left: f32,
    pub width: f32,
    pub is_right: bool,
}

/// Lays columns of wanted widths into `width`; negative ones share what is left in that proportion.
pub(super) fn lay_out(left: f32, width: f32, wanted: &[(f32, bool)]) -> Vec<Column> {
    let fixed: f32 = wanted.iter().map(|(width, _)| width.max(0.0)).sum();
    let parts: f32 = wanted.iter().map(|(width, _)| (-width).max(0.0)).sum();
    let part = (width - fixed).max(0.0) / parts.max(1.0);
    let mut at = left;
    wanted
        .iter()
        .map(|(width, is_right)| {
            let width = if *width < 0.0 { -width * part } else { *width };
            let column = Column { left: at, width, is_right: *is_right };
            at += width;
            column
        })
        .collect()
}

impl Column {
    /// The column's stretch of a row, its padding taken off.
    pub fn within(self, row: Rect) -> Rect {
        let inner = (self.width - space::CELL_X).max(0.0);
        Rect::from_min_size(pos2(self.left, row.top()), vec2(inner, row.height()))
    }

    /// Where words as wide as this stand in the row.
    fn place(self, row: Rect, size: eframe::egui::Vec2) -> Pos2 {
        let cell = self.within(row);
        let left = if self.is_right { cell.right() - size.x } else { cell.left() };
        pos2(left, (row.center().y - size.y / 2.0).round())
    }
}

/// Draws words into a cell, in one row, cut where they are too long.
pub(super) fn words_at(painter: &Painter, row: Rect, column: Column, words: &str, step: TypeStep, ink: Color32) {
    let galley = Words::of(words, step, ink).within(painter, column.within(row).width(), 1);
    painter.galley(column.place(row, galley.size()), galley, ink);
}

/// Allocates a row over the width there is and draws its fill and its line.
pub(super) fn row_ui(ui: &mut Ui, name: &str, is_chosen: bool) -> (Rect, Response) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::TABLE_ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, name));
    let fill = match (is_chosen, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => theme.sel,
        (false, true, _) => theme.press,
        (false, false, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    if response.has_focus() {
        // The arrow keys belong to the table, not to the search for the next thing to focus.
        let keep = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        keep_keys(ui.ctx(), response.id, keep);
        ui.painter().rect_stroke(
            rect.shrink(1.0),
            CornerRadius::ZERO,
            eframe::egui::Stroke::new(stroke::FOCUS, theme.focus),
            eframe::egui::StrokeKind::Inside,
        );
    }
    (rect, response)
}

/// The head of a table: its fill and its line.
pub(super) fn head_ui(ui: &mut Ui) -> Rect {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), measure::TABLE_HEAD), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.panel);
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line2);
    rect
}
