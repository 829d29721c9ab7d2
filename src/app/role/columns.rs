//! The columns: each side with its head, its quotations in full and what is written about them at its foot. Each
//! scrolls by itself, so that a short column stays in sight while a long one is read to its end.

use super::spread::{Side, Spread};
use super::{RolePage, measures};
use crate::analysis::Cell;
use crate::app::commands::Commands;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, hairline_v, label_ui, mark_at};
use crate::domain::{Direction, Message};
use eframe::egui::{Align, CornerRadius, Layout, Rect, Role, ScrollArea, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

impl RolePage {
    /// Draws the columns over the room there is.
    pub(super) fn columns_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let room = ui.available_rect_before_wrap();
        let count = spread.sides.len().max(1);
        let each = (room.width() / count as f32).floor().max(measures::LEAST);
        let total = (each * count as f32).max(room.width());
        ScrollArea::horizontal().id_salt(("columns", spread.comparison.by)).auto_shrink(false).show(ui, |ui| {
            let (content, _) = ui.allocate_exact_size(vec2(total, room.height()), Sense::hover());
            for (at, side) in spread.sides.iter().enumerate() {
                let left = content.left() + each * at as f32;
                // The last one takes what rounding has left over.
                let right = if at + 1 == count { content.right() } else { left + each };
                let rect = Rect::from_min_max(pos2(left, content.top()), pos2(right, content.bottom()));
                if !ui.is_rect_visible(rect) {
                    continue;
                }
                let builder = UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min));
                ui.scope_builder(builder.id_salt(("side", at)), |ui| {
                    self.side_ui(ui, view, spread, at, side, commands);
                });
                if at + 1 < count {
                    hairline_v(ui.painter(), right - 0.5, rect.y_range(), Theme::of(ui).line);
                }
            }
        });
    }

    fn side_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        at: usize,
        side: &Side,
        commands: &mut Commands,
    ) {
        let Some(cell) = spread.row().and_then(|row| row.cells.get(at)) else { return };
        let whole = ui.max_rect();
        let is_silent = spread.row().is_some_and(|row| {
            row.suggestion.silent_columns.iter().any(|column| *column as usize == at) && spread.is_directed
        });
        let head = Rect::from_min_size(whole.min, vec2(whole.width(), measures::HEAD));
        head_ui(ui, view, head, side, cell, spread.is_directed, is_silent);
        let foot = Rect::from_min_max(pos2(whole.left(), whole.bottom() - self.foot_height(view)), whole.max);
        let body = Rect::from_min_max(head.left_bottom(), pos2(whole.right(), foot.top()));
        let builder = UiBuilder::new().max_rect(body).layout(Layout::top_down(Align::Min)).id_salt("body");
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ScrollArea::vertical().id_salt(("quotations", side.title.as_str())).auto_shrink(false).show(ui, |ui| {
                self.quotations_ui(ui, view, spread, (at, side, cell), commands);
                ui.add_space(space::M);
            });
        });
        self.summary_ui(ui, view, &side.title, at, foot, commands);
    }

    fn quotations_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        (column, side, cell): (usize, &Side, &Cell),
        commands: &mut Commands,
    ) {
        let theme = Theme::of(ui);
        let shown: Vec<_> = side.quotations.iter().filter(|one| !self.is_negative || one.is_negative).collect();
        if cell.empty_reason.is_some() {
            self.reason_ui(ui, view, spread, (column, side, cell), commands);
        } else if shown.is_empty() {
            padded(ui, |ui| {
                let n = side.quotations.len();
                let hidden = view.say(&Message::new("role-no-negative").with("n", n));
                label_ui(ui, Words::of(&hidden, type_scale::SMALL, theme.text3));
            });
        }
        for (at, quotation) in shown.iter().take(self.limit).enumerate() {
            self.quotation_ui(ui, view, spread, quotation, at, commands);
        }
        if shown.len() > self.limit {
            let rest = shown.len() - self.limit;
            let more = view.say(&Message::new("compare-more").with("n", rest.min(measures::PAGE)));
            ui.add_space(space::S);
            ui.vertical_centered(|ui| {
                if Button::outlined(&more).small().ui(ui).clicked() {
                    self.limit += measures::PAGE;
                }
            });
        }
        if !self.is_negative {
            for (at, quotation) in side.context.iter().take(self.limit).enumerate() {
                self.quotation_ui(ui, view, spread, quotation, shown.len() + at, commands);
            }
        }
    }
}

/// Head of a column: its name, what it counts, and at the right the directions or that it is silent.
fn head_ui(ui: &Ui, view: &View<'_>, rect: Rect, side: &Side, cell: &Cell, is_directed: bool, is_silent: bool) {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::ZERO, theme.panel);
    hairline_h(painter, rect.x_range(), rect.bottom() - 0.5, theme.line);
    let inner = rect.shrink2(vec2(space::M, space::XS));
    let (top, below) = (inner.top() + space::XXS, inner.top() + space::XXS + type_scale::STRONG.line);
    let mut right = inner.right();
    let mut spoken = format!("{}, {}", side.title, side.counts.replace(" · ", ", "));
    if is_silent {
        let silent = view.text("role-silent");
        let galley = Words::of(&silent, type_scale::SMALL, theme.text3).row(painter);
        right -= galley.size().x;
        painter.galley(pos2(right, top + 1.0), galley, theme.text3);
        spoken = format!("{spoken}, {silent}");
    } else if is_directed {
        right = marks_at(ui, pos2(inner.right(), top), cell);
        spoken.push_str(&marks_spoken(view, cell));
    }
    let title =
        Words::of(&side.title, type_scale::STRONG, theme.text).within(painter, right - inner.left() - space::XS, 1);
    painter.galley(pos2(inner.left(), top), title, theme.text);
    let shares = Words::of(&side.shares, type_scale::CAPTION, theme.text3).row(painter);
    let counts = Words::of(&side.counts, type_scale::CAPTION, theme.text3);
    let left = inner.right() - shares.size().x;
    let counts = counts.within(painter, left - inner.left() - space::XS, 1);
    painter.galley(pos2(inner.left(), below + 1.0), counts, theme.text3);
    painter.galley(pos2(left, below + 1.0), shares, theme.text3);
    let response = ui.interact(rect, ui.scope_id().with("head"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &spoken));
}

/// The directions and how many segments carry each.
fn counted(cell: &Cell) -> impl DoubleEndedIterator<Item = (Option<Direction>, u32)> {
    let counts = [
        (Some(Direction::Supports), cell.supports),
        (Some(Direction::Partly), cell.partly),
        (Some(Direction::Weakens), cell.weakens),
        (None, cell.unset),
    ];
    counts.into_iter().filter(|(_, count)| *count > 0)
}

/// Paints the directions from a corner at the right; returns where they begin.
fn marks_at(ui: &Ui, corner: eframe::egui::Pos2, cell: &Cell) -> f32 {
    let theme = Theme::of(ui);
    let painter = ui.painter();
    let mut right = corner.x;
    for (direction, count) in counted(cell).rev() {
        let galley = Words::of(&count.to_string(), type_scale::BODY, theme.text2).row(painter);
        right -= galley.size().x;
        let middle = corner.y + galley.size().y / 2.0;
        painter.galley(pos2(right, corner.y), galley, theme.text2);
        right -= space::XXS + 2.0 + measure::MARK / 2.0;
        mark_at(painter, pos2(right, middle), measure::MARK, direction, theme.text2);
        right -= measure::MARK / 2.0 + space::S;
    }
    right
}

fn marks_spoken(view: &View<'_>, cell: &Cell) -> String {
    let name = |direction| view.text(crate::app::widgets::direction_key(direction));
    counted(cell).map(|(direction, count)| format!(", {} {count}", name(direction))).collect()
}

/// Draws within the padding of a column.
pub(super) fn padded<R>(ui: &mut Ui, inner: impl FnOnce(&mut Ui) -> R) -> R {
    let frame = eframe::egui::Frame::new().inner_margin(eframe::egui::Margin::from(vec2(space::M, space::S)));
    frame.show(ui, inner).inner
}
