//! What stays the same while one frame of the board is drawn, and the heads of its rows.

use super::active::{Active, Stops};
use super::board::Board;
use super::heads::RowHead;
use super::kept::Mode;
use super::layout::{Columns, Rows};
use super::measures;
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, hairline_h, icon_at, swatch_at};
use crate::domain::RowKey;
use eframe::egui::{CornerRadius, Galley, Painter, Pos2, Rect, Response, Role, Ui, Vec2, WidgetInfo, pos2, vec2};
use std::ops::Range;
use std::sync::Arc;

/// Size of the caret behind the number of indicators, in points.
const CARET: f32 = 12.0;
/// Size of the mark before a warning, in points.
const WARNING: f32 = 14.0;
/// Rows of a warning.
const WARNING_ROWS: usize = 2;

/// What stays the same while one frame is drawn.
pub struct Frame<'a, 'v> {
    /// The theme in force.
    pub theme: &'static Theme,
    /// What the place may see.
    pub view: &'a View<'v>,
    /// Widths.
    pub columns: Columns,
    /// Heights.
    pub rows: &'a Rows,
    /// Height of the head.
    pub head: f32,
    /// The whole board on the screen, scrolled.
    pub content: Rect,
    /// What of it is in sight, in its own coordinates.
    pub viewport: Rect,
    /// Where the keyboard can stand in a line.
    pub stops: Stops,
    /// What the cells show.
    pub mode: Mode,
}

impl Frame<'_, '_> {
    /// Where the moving part begins: right of the first column, below the head.
    pub fn corner(&self) -> Pos2 {
        self.sight().min + vec2(self.columns.first, self.head)
    }

    /// The part of the screen that shows the board.
    pub fn sight(&self) -> Rect {
        self.viewport.translate(self.content.min.to_vec2())
    }

    /// The column of the rows' names, below the head.
    pub fn first_column(&self) -> Rect {
        let (sight, corner) = (self.sight(), self.corner());
        Rect::from_min_max(pos2(sight.left(), corner.y), pos2(corner.x, sight.bottom()))
    }

    /// The lines that are at least partly in sight.
    pub fn lines_in_sight(&self) -> Range<usize> {
        self.rows.visible(self.viewport.top(), self.viewport.bottom() - self.head)
    }

    /// A whole line, as wide as the board.
    pub fn line_rect(&self, line: usize) -> Rect {
        let span = self.rows.span(line);
        let top = self.content.top() + self.head;
        Rect::from_x_y_ranges(self.content.x_range(), top + span.start..=top + span.end)
    }

    /// A cell of a line; the column behind the last one is the result.
    pub fn cell_rect(&self, line: usize, column: usize) -> Rect {
        let span = self.columns.span(column);
        let left = self.content.left();
        Rect::from_x_y_ranges(left + span.start..=left + span.end, self.line_rect(line).y_range())
    }

    /// Where something of a line lies.
    pub fn rect_at(&self, active: Active) -> Option<Rect> {
        if active.line >= self.rows.len() {
            return None;
        }
        let y = self.line_rect(active.line).y_range();
        let left = self.content.left();
        Some(match active.at.span(&self.columns) {
            None => Rect::from_x_y_ranges(self.first_column().x_range(), y),
            Some(span) => Rect::from_x_y_ranges(left + span.start..=left + span.end, y),
        })
    }

    /// The head of a row: the code, and how many stand below it.
    pub fn heading_ui(&self, ui: &Ui, head: &RowHead, response: &Response, is_open: Option<bool>, is_active: bool) {
        let (theme, rect) = (self.theme, response.rect);
        let note = Some(&head.note).filter(|note| !note.is_empty() && !head.name.ends_with(note.as_str()));
        let spoken: Vec<&str> =
            std::iter::once(&head.name).chain(note).chain(&head.warnings).map(String::as_str).collect();
        let spoken = spoken.join(", ");
        response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &spoken));
        if let Some(is_open) = is_open {
            ui.ctx().accesskit_node_builder(response.id, |node| node.set_expanded(is_open));
        }
        if !ui.is_rect_visible(rect) {
            return;
        }
        let painter = ui.painter();
        if is_active {
            painter.rect_filled(rect, CornerRadius::ZERO, theme.sel);
            let bar = Rect::from_min_size(rect.min, vec2(stroke::BAR, rect.height()));
            painter.rect_filled(bar, CornerRadius::ZERO, theme.accent);
        } else if response.hovered() {
            painter.rect_filled(rect, CornerRadius::ZERO, theme.hover);
        }
        let at = rect.min + vec2(space::CELL_X + indent(head), space::CELL_Y);
        let swatch = Rect::from_min_size(at, Vec2::splat(measure::SWATCH));
        swatch_at(painter, swatch, theme.code(head.colour), head.digit, theme.text);
        let left = swatch.right() + space::XS + 2.0;
        let width = heading_width(head, rect.width());
        let title = laid_title(painter, head, theme, width);
        let below = at.y - 1.0 + title.size().y + space::XXS;
        let title_is_cut = title.elided;
        painter.galley(pos2(left, at.y - 1.0), title, theme.text);
        let ink = if is_active { theme.text2 } else { theme.text3 };
        let room = width - if is_open.is_some() { CARET + space::XXS } else { 0.0 };
        let note = Words::of(&head.note, type_scale::CAPTION, ink).within(painter, room, 3);
        let behind = pos2(left + note.size().x + space::XXS + CARET / 2.0, below + type_scale::CAPTION.line / 2.0);
        let mut top = below + note.size().y + space::XXS;
        let mut is_cut = title_is_cut || note.elided;
        painter.galley(pos2(left, below), note, ink);
        for warning in laid_warnings(painter, head, theme, width) {
            let middle = pos2(left + WARNING / 2.0, top + type_scale::CAPTION.line / 2.0);
            icon_at(painter, middle, icons::WARNING, WARNING, theme.partial.text);
            let height = warning.size().y;
            is_cut |= warning.elided;
            painter.galley(pos2(left + WARNING + space::XXS, top), warning, theme.partial.text);
            top += height;
        }
        if is_cut {
            response.clone().on_hover_text(spoken);
        }
        if let Some(is_open) = is_open {
            let caret = if is_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
            icon_at(painter, behind, caret, CARET, ink);
        }
        hairline_h(painter, rect.x_range(), rect.bottom() - 0.5, theme.line);
    }
}

/// The name of a role or code in weight 600; a claim as the sentence it is.
fn laid_title(painter: &Painter, head: &RowHead, theme: &Theme, width: f32) -> Arc<Galley> {
    match head.key {
        RowKey::Code(_) => Words::of(&head.title, type_scale::STRONG, theme.text).within(painter, width, 2),
        RowKey::Finding(_) => {
            Words::of(&head.title, type_scale::BODY, theme.text).within(painter, width, measures::CLAIM_ROWS)
        }
    }
}

/// What a finding is to be warned of, each in rows of its own beside its mark.
fn laid_warnings(painter: &Painter, head: &RowHead, theme: &Theme, width: f32) -> Vec<Arc<Galley>> {
    let room = (width - WARNING - space::XXS).max(24.0);
    let laid =
        |words: &String| Words::of(words, type_scale::CAPTION, theme.partial.text).within(painter, room, WARNING_ROWS);
    head.warnings.iter().map(laid).collect()
}

fn indent(head: &RowHead) -> f32 {
    head.depth.min(4) as f32 * measures::INDENT
}

/// Room for the words of the head of a row in a column of `width`.
fn heading_width(head: &RowHead, width: f32) -> f32 {
    (width - space::CELL_X - indent(head) - measure::SWATCH - 2.0 * space::XS - 2.0).max(24.0)
}

/// Height that the head of a row needs in a column of `width`.
pub fn heading_height(ui: &Ui, board: &Board, row: usize, width: f32) -> f32 {
    let Some(head) = board.rows.get(row) else { return 0.0 };
    let width = heading_width(head, width);
    let theme = Theme::of(ui);
    let title = laid_title(ui.painter(), head, theme, width);
    let room = width - if head.below > 0 { CARET + space::XXS } else { 0.0 };
    let note = Words::of(&head.note, type_scale::CAPTION, theme.text3).within(ui.painter(), room, 3);
    let warnings = laid_warnings(ui.painter(), head, theme, width);
    let warned = if warnings.is_empty() { 0.0 } else { space::XXS };
    let warned = warned + warnings.iter().map(|warning| warning.size().y).sum::<f32>();
    2.0 * space::CELL_Y + title.size().y + space::XXS + note.size().y + warned
}
