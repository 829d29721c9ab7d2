//! The board as painted: head and first column stay in sight while the rest scrolls, and only the rows and
//! columns in sight cost anything.

use super::board::Board;
use super::frame::{Frame, heading_height, result_height};
use super::layout::{Columns, Rows, reveal};
use super::{cell, measures};
use crate::app::theme::{Theme, stroke};
use crate::app::view::View;
use crate::app::widgets::{hairline_h, hairline_v};
use crate::domain::CodingId;
use eframe::egui::{
    CornerRadius, EventFilter, Id, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo,
    scroll_area, vec2,
};

/// What the board remembers between frames.
#[derive(Default)]
pub struct Table {
    /// The active cell: row, column.
    pub active: (usize, usize),
    /// Whether the active cell has to be brought into sight.
    pub is_moved: bool,
    /// Heights of the rows, for a board of this width and revision.
    rows: Option<(RowsKey, Rows)>,
    offset: Vec2,
}

#[derive(Clone, Copy, PartialEq)]
struct RowsKey {
    result: f32,
    zoom: f32,
}

/// What the user wants of the board.
pub enum Wish {
    /// See all quotations of a cell.
    Open(usize, usize),
    /// Give a direction to a coding that has none.
    Direct(CodingId),
}

impl Table {
    /// Forgets heights and place; the board is another one.
    pub fn reset(&mut self) {
        *self = Self { active: self.active, ..Self::default() };
    }

    fn rows(&mut self, ui: &Ui, board: &Board, columns: &Columns) -> Rows {
        let key = RowsKey { result: columns.last, zoom: ui.ctx().zoom_factor() };
        if let Some((known, rows)) = &self.rows
            && *known == key
        {
            return rows.clone();
        }
        let rows = Rows::stack((0..board.rows.len()).map(|row| {
            let heading = heading_height(ui, board, row, columns.first);
            let result = result_height(ui, board, row, columns.last);
            cell::height(board.most_quotes(row)).max(heading).max(result)
        }));
        self.rows = Some((key, rows.clone()));
        rows
    }

    /// Draws the board over the room there is.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, board: &mut Board) -> Option<Wish> {
        let theme = Theme::of(ui);
        let last = if view.is_small { measures::RESULT_SMALL } else { measures::RESULT };
        let room = ui.available_rect_before_wrap();
        let columns = Columns::share(room.width(), board.heads.len(), measures::FIRST, measures::LEAST, last);
        let rows = self.rows(ui, board, &columns);
        self.active.0 = self.active.0.min(rows.len().saturating_sub(1));
        self.active.1 = self.active.1.min(columns.count.saturating_sub(1));
        let size = vec2(columns.total(), measures::HEAD + rows.total());
        let mut area = ScrollArea::both().auto_shrink(false).id_salt("board");
        if std::mem::take(&mut self.is_moved) {
            let across = columns.span(self.active.1);
            let down = rows.span(self.active.0);
            area = area.scroll_offset(vec2(
                reveal(
                    self.offset.x,
                    room.width() - columns.first,
                    across.start - columns.first..across.end - columns.first,
                ),
                reveal(self.offset.y, room.height() - measures::HEAD, down),
            ));
        }
        let mut wish = None;
        let output: scroll_area::ScrollAreaOutput<()> = area.show_viewport(ui, |ui, viewport| {
            let (content, _) = ui.allocate_exact_size(size, Sense::hover());
            let frame = Frame { theme, view, columns, rows: &rows, content, viewport };
            wish = self.body_ui(ui, board, &frame);
            frame.sticky_ui(ui, board, self.active);
        });
        self.offset = output.state.clamped_offset();
        wish
    }

    fn body_ui(&mut self, ui: &mut Ui, board: &mut Board, frame: &Frame<'_, '_>) -> Option<Wish> {
        let mut wish = None;
        let corner = frame.corner();
        let clip = Rect::from_min_max(corner, ui.clip_rect().max).intersect(ui.clip_rect());
        let down = frame.rows.visible(frame.viewport.top(), frame.viewport.bottom() - measures::HEAD);
        let across = frame.columns.visible(frame.viewport.left() + frame.columns.first, frame.viewport.right());
        let outer = ui.clip_rect();
        ui.set_clip_rect(clip);
        for row in down {
            for column in across.clone() {
                if (row, column) != self.active {
                    let response = self.cell_ui(ui, board, frame, row, column);
                    if response.clicked() {
                        wish = Some(Wish::Open(row, column));
                    }
                }
            }
            if let Some(coding) = frame.result_ui(ui, board, row) {
                wish = Some(Wish::Direct(coding));
            }
            let foot = frame.row_rect(row).bottom() - 0.5;
            hairline_h(ui.painter(), frame.content.x_range(), foot, frame.theme.line);
        }
        for column in across.start..=frame.columns.count {
            let left = frame.content.left() + frame.columns.left(column);
            let foot = frame.content.top() + measures::HEAD + frame.rows.total();
            hairline_v(ui.painter(), left - 0.5, clip.top()..=foot.min(clip.bottom()), frame.theme.line);
        }
        // The active cell goes last, so that its ring lies over the lines, and it is there even out of
        // sight, so that the keyboard does not lose it.
        let (row, column) = self.active;
        if row < frame.rows.len() && column < frame.columns.count {
            let response = self.cell_ui(ui, board, frame, row, column);
            if response.clicked() {
                wish = Some(Wish::Open(row, column));
            }
            self.keys(ui, &response, frame);
            ui.painter().rect_stroke(
                response.rect.shrink(1.0),
                CornerRadius::ZERO,
                Stroke::new(stroke::FOCUS, frame.theme.focus),
                StrokeKind::Inside,
            );
        }
        ui.set_clip_rect(outer);
        wish
    }

    fn cell_ui(&mut self, ui: &Ui, board: &mut Board, frame: &Frame<'_, '_>, row: usize, column: usize) -> Response {
        let rect = frame.cell_rect(row, column);
        let is_active = self.active == (row, column);
        // Only the active cell can be reached by Tab; the arrow keys go from there.
        let sense = if is_active { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, cell_id(row, column), sense);
        if let Some(words) = board.words(row, column) {
            response.widget_info(|| WidgetInfo::selected(Role::Cell, true, is_active, &words.name));
        }
        if !ui.is_rect_visible(rect) {
            return response;
        }
        if response.hovered() && !is_active {
            ui.painter().rect_filled(rect, CornerRadius::ZERO, frame.theme.hover);
        }
        let shown = board.shown(frame.view.study, frame.view.catalog, row, column);
        let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
        let marks = board.rows.get(row).is_some_and(|row| row.is_directed);
        if let (Some(words), Some(found)) =
            (board.words(row, column), board.comparison.rows.get(row).and_then(|row| row.cells.get(column)))
        {
            cell::paint(&painter, frame.theme, rect, found, &words.line, marks, &shown);
        }
        response
    }

    /// Moves the active cell by the arrow keys, Home and End, Page Up and Page Down.
    fn keys(&mut self, ui: &Ui, response: &Response, frame: &Frame<'_, '_>) {
        use eframe::egui::{Key, Modifiers};
        if !response.has_focus() {
            return;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let (mut row, mut column) = self.active;
        let (last_row, last_column) = (frame.rows.len().saturating_sub(1), frame.columns.count.saturating_sub(1));
        let page = frame.rows.visible(frame.viewport.top(), frame.viewport.bottom() - measures::HEAD).len();
        let page = page.saturating_sub(1).max(1);
        if pressed(Key::ArrowUp) {
            row = row.saturating_sub(1);
        }
        if pressed(Key::ArrowDown) {
            row = (row + 1).min(last_row);
        }
        if pressed(Key::ArrowLeft) {
            column = column.saturating_sub(1);
        }
        if pressed(Key::ArrowRight) {
            column = (column + 1).min(last_column);
        }
        if pressed(Key::PageUp) {
            row = row.saturating_sub(page);
        }
        if pressed(Key::PageDown) {
            row = (row + page).min(last_row);
        }
        if pressed(Key::Home) {
            row = 0;
        }
        if pressed(Key::End) {
            row = last_row;
        }
        if (row, column) != self.active {
            self.go(ui, row, column);
        }
    }

    /// Makes a cell the active one, with the focus and in sight from the next frame on.
    pub fn go(&mut self, ui: &Ui, row: usize, column: usize) {
        self.active = (row, column);
        self.is_moved = true;
        ui.memory_mut(|memory| memory.request_focus(cell_id(row, column)));
        ui.ctx().request_repaint();
    }

    /// Gives the focus back to the active cell.
    pub fn focus(&self, ui: &Ui) {
        ui.memory_mut(|memory| memory.request_focus(cell_id(self.active.0, self.active.1)));
    }
}

fn cell_id(row: usize, column: usize) -> Id {
    Id::unique(("board cell", row, column))
}
