//! The board as painted: head and first column stay in sight while the rest scrolls, and only the rows and
//! columns in sight cost anything.

use super::board::Board;
use super::layout::{Columns, Rows, reveal};
use super::{cell, measures};
use crate::app::theme::{Theme, measure, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, hairline_v, label_ui, swatch_at, verdict_ui};
use crate::domain::{CodingId, Verdict};
use eframe::egui::{
    CornerRadius, EventFilter, Id, Layout, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, scroll_area, vec2,
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
        for row in down.clone() {
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

/// What stays the same while one frame is drawn.
struct Frame<'a, 'v> {
    theme: &'static Theme,
    view: &'a View<'v>,
    columns: Columns,
    rows: &'a Rows,
    /// The whole board on the screen, scrolled.
    content: Rect,
    /// What of it is in sight, in its own coordinates.
    viewport: Rect,
}

impl Frame<'_, '_> {
    /// Where the moving part begins: right of the first column, below the head.
    fn corner(&self) -> eframe::egui::Pos2 {
        self.sight().min + vec2(self.columns.first, measures::HEAD)
    }

    /// The part of the screen that shows the board.
    fn sight(&self) -> Rect {
        self.viewport.translate(self.content.min.to_vec2())
    }

    fn row_rect(&self, row: usize) -> Rect {
        let span = self.rows.span(row);
        let top = self.content.top() + measures::HEAD;
        Rect::from_x_y_ranges(self.content.x_range(), top + span.start..=top + span.end)
    }

    fn cell_rect(&self, row: usize, column: usize) -> Rect {
        let span = self.columns.span(column);
        let left = self.content.left();
        Rect::from_x_y_ranges(left + span.start..=left + span.end, self.row_rect(row).y_range())
    }

    /// The result of a row: its verdict, what the program suggests and why.
    fn result_ui(&self, ui: &mut Ui, board: &Board, row: usize) -> Option<CodingId> {
        let rect = self.cell_rect(row, self.columns.count);
        if !ui.is_rect_visible(rect) {
            return None;
        }
        let Some(head) = board.rows.get(row) else { return None };
        let theme = self.theme;
        let inner = rect.shrink2(vec2(space::CELL_X, space::CELL_Y));
        let mut wish = None;
        let layout = Layout::top_down(eframe::egui::Align::Min);
        ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout).id_salt(("result", row)), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if !head.is_directed {
                label_ui(ui, Words::of(&self.view.text("compare-no-direction"), type_scale::SMALL, theme.text3));
                return;
            }
            verdict_ui(ui, self.view.catalog, Verdict::Unrated, "");
            if let Some(suggested) = &head.suggested {
                ui.add_space(space::XXS);
                label_ui(ui, Words::of(suggested, type_scale::SMALL.strong(), theme.text));
            }
            for reason in &head.reasons {
                label_ui(ui, Words::of(reason, type_scale::SMALL, theme.text2));
            }
            if let Some(coding) = head.undirected
                && Button::link(&self.view.text("compare-undirected-go")).small().ui(ui).clicked()
            {
                wish = Some(coding);
            }
        });
        wish
    }

    /// The head and the first column, over whatever has scrolled below them.
    fn sticky_ui(&self, ui: &mut Ui, board: &Board, active: (usize, usize)) {
        let theme = self.theme;
        let sight = self.sight();
        let corner = self.corner();
        let bounds = ui.clip_rect();
        let first = Rect::from_min_max(pos2(sight.left(), corner.y), pos2(corner.x, sight.bottom()));
        let painter = ui.painter().with_clip_rect(first.intersect(bounds));
        painter.rect_filled(first, CornerRadius::ZERO, theme.panel);
        for row in self.rows.visible(self.viewport.top(), self.viewport.bottom() - measures::HEAD) {
            let rect = Rect::from_x_y_ranges(first.x_range(), self.row_rect(row).y_range());
            let Some(head) = board.rows.get(row) else { continue };
            let response = ui.interact(rect.intersect(first), Id::unique(("board row", row)), Sense::hover());
            let spoken = if head.note.is_empty() || head.name.ends_with(&head.note) {
                head.name.clone()
            } else {
                format!("{}, {}", head.name, head.note)
            };
            response.widget_info(|| WidgetInfo::labeled(Role::RowHeader, true, &spoken));
            if row == active.0 {
                painter.rect_filled(rect, CornerRadius::ZERO, theme.sel);
                let bar = Rect::from_min_size(rect.min, vec2(stroke::BAR, rect.height()));
                painter.rect_filled(bar, CornerRadius::ZERO, theme.accent);
            }
            let at = rect.min + vec2(space::CELL_X, space::CELL_Y);
            let swatch = Rect::from_min_size(at, Vec2::splat(measure::SWATCH));
            swatch_at(&painter, swatch, theme.code(head.colour), head.digit, theme.text);
            let left = swatch.right() + space::XS + 2.0;
            let width = rect.right() - left - space::XS;
            let title = Words::of(&head.title, type_scale::STRONG, theme.text).within(&painter, width, 2);
            let below = at.y - 1.0 + title.size().y + space::XXS;
            painter.galley(pos2(left, at.y - 1.0), title, theme.text);
            let note = Words::of(&head.note, type_scale::CAPTION, theme.text3).within(&painter, width, 3);
            painter.galley(pos2(left, below), note, theme.text3);
            hairline_h(&painter, rect.x_range(), rect.bottom() - 0.5, theme.line);
        }
        hairline_v(&painter, first.right() - 0.5, first.y_range(), theme.line);
        self.head_ui(ui, board, sight, corner);
    }

    fn head_ui(&self, ui: &Ui, board: &Board, sight: Rect, corner: eframe::egui::Pos2) {
        let theme = self.theme;
        let bounds = ui.clip_rect();
        let head = Rect::from_min_max(sight.min, pos2(sight.right(), corner.y));
        let painter = ui.painter().with_clip_rect(head.intersect(bounds));
        painter.rect_filled(head, CornerRadius::ZERO, theme.panel);
        let moving =
            ui.painter().with_clip_rect(Rect::from_min_max(pos2(corner.x, head.top()), head.max).intersect(bounds));
        let title = |painter: &eframe::egui::Painter, rect: Rect, name: &str, note: &str| {
            let words = Words::of(name, type_scale::STRONG, theme.text)
                .then(if note.is_empty() { "" } else { "  " }, type_scale::CAPTION, theme.text3)
                .then(note, type_scale::CAPTION, theme.text3);
            let galley = words.within(painter, rect.width() - 2.0 * space::CELL_X, 1);
            let top = (rect.center().y - galley.size().y / 2.0).round();
            painter.galley(pos2(rect.left() + space::CELL_X, top), galley, theme.text);
        };
        for (column, name) in board.heads.iter().enumerate() {
            let span = self.columns.span(column);
            let left = self.content.left();
            let rect = Rect::from_x_y_ranges(left + span.start..=left + span.end, head.y_range());
            if rect.right() < corner.x || rect.left() > head.right() {
                continue;
            }
            let visible = rect.intersect(moving.clip_rect());
            let response = ui.interact(visible, Id::unique(("board head", column)), Sense::hover());
            let spoken =
                if name.note.is_empty() { name.title.clone() } else { format!("{}, {}", name.title, name.note) };
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &spoken));
            title(&moving, rect, &name.title, &name.note);
            hairline_v(&moving, rect.right() - 0.5, head.y_range(), theme.line);
        }
        let span = self.columns.span(self.columns.count);
        let left = self.content.left();
        let last = Rect::from_x_y_ranges(left + span.start..=left + span.end, head.y_range());
        title(&moving, last, &self.view.text("compare-result"), "");
        let first = Rect::from_min_max(head.min, corner);
        let rows = match board.comparison.rows_kind {
            crate::analysis::RowsKind::Roles => "compare-rows-role",
            crate::analysis::RowsKind::Codes => "compare-rows-code",
        };
        title(&painter, first, &self.view.text(rows), "");
        hairline_v(&painter, first.right() - 0.5, head.y_range(), theme.line);
        hairline_h(&painter, head.x_range(), head.bottom() - 0.5, theme.line);
    }
}

fn heading_height(ui: &Ui, board: &Board, row: usize, width: f32) -> f32 {
    let Some(head) = board.rows.get(row) else { return 0.0 };
    let width = width - space::CELL_X - measure::SWATCH - 2.0 * space::XS - 2.0;
    let theme = Theme::of(ui);
    let title = Words::of(&head.title, type_scale::STRONG, theme.text).within(ui.painter(), width, 2);
    let note = Words::of(&head.note, type_scale::CAPTION, theme.text3).within(ui.painter(), width, 3);
    2.0 * space::CELL_Y + title.size().y + space::XXS + note.size().y
}

fn result_height(ui: &Ui, board: &Board, row: usize, width: f32) -> f32 {
    let Some(head) = board.rows.get(row) else { return 0.0 };
    let width = width - 2.0 * space::CELL_X;
    let theme = Theme::of(ui);
    let mut height = 2.0 * space::CELL_Y + measure::CHIP + 2.0;
    if let Some(suggested) = &head.suggested {
        let words = Words::of(suggested, type_scale::SMALL.strong(), theme.text).wrapped(ui.painter(), width);
        height += 2.0 + space::XXS + 2.0 + words.size().y;
    }
    for reason in &head.reasons {
        height += 2.0 + Words::of(reason, type_scale::SMALL, theme.text2).wrapped(ui.painter(), width).size().y;
    }
    if head.undirected.is_some() {
        height += 2.0 + measure::BUTTON_SMALL;
    }
    height
}
