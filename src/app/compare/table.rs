//! The board as painted: head and first column stay in sight while the rest scrolls, and only the lines and columns in
//! sight cost anything.

use super::active::{Active, At, Stops};
use super::board::Board;
use super::frame::{Frame, heading_height};
use super::kept::{KeptBoard, Mode};
use super::layout::{Columns, Rows, Wanted, reveal};
use super::result::result_height;
use super::{cell, coverage, measures};
use crate::app::theme::{Theme, stroke};
use crate::app::view::View;
use crate::app::widgets::{hairline_h, hairline_v};
use crate::domain::{CodeId, CodingId, SegmentId};
use eframe::egui::{
    CornerRadius, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, scroll_area, vec2,
};

/// What the board remembers between frames.
#[derive(Default)]
pub struct Table {
    /// Where the keyboard stands.
    pub active: Active,
    /// Whether that has to be brought into sight.
    pub is_moved: bool,
    /// Widths, for a board of this room, and heights for these widths.
    laid: Option<(LaidKey, Columns, Rows)>,
    offset: Vec2,
}

#[derive(Clone, PartialEq)]
struct LaidKey {
    wanted: Wanted,
    zoom: f32,
    mode: Mode,
}

/// What the user wants of the board.
pub enum Wish {
    /// See the quotations of a cell (row, column) beside the board, one of them in its context.
    Open(usize, usize, Option<SegmentId>),
    /// See one row by itself.
    OpenRow(usize),
    /// Unfold the row of a code or fold it.
    Fold(CodeId, bool),
    /// Give a direction to a coding that has none.
    Direct(CodingId),
    /// Pull a column to a width, in points, or give it back the one it had.
    Pull(String, Option<f32>),
}

impl Table {
    /// Forgets widths and heights; the board is another one.
    pub fn reset(&mut self) {
        *self = Self { active: self.active, offset: self.offset, ..Self::default() };
    }

    /// Widths of the columns and heights of the lines, worked out anew only when something they rest on changed.
    fn lay(&mut self, ui: &Ui, view: &View<'_>, board: &Board, kept: &KeptBoard, room: f32) -> (Columns, Rows) {
        let width = |name: &str| kept.widths.get(name).map(|width| f32::from(*width));
        let (result, least) = match kept.mode {
            Mode::Coverage => (None, measures::COVERAGE_LEAST),
            Mode::Quotes if view.is_small => (Some(measures::RESULT_SMALL), measures::LEAST),
            Mode::Quotes => (Some(measures::RESULT), measures::LEAST),
        };
        let wanted = Wanted {
            room,
            first: width(FIRST).unwrap_or(measures::FIRST),
            least,
            pulled: board.heads.iter().map(|head| width(&head.width)).collect(),
            result: result.map_or(0.0, |result| width(RESULT).unwrap_or(result)),
            conclusion: 0.0,
        };
        let key = LaidKey { wanted, zoom: ui.ctx().zoom_factor(), mode: kept.mode };
        if let Some((known, columns, rows)) = &self.laid
            && *known == key
        {
            return (columns.clone(), rows.clone());
        }
        let columns = Columns::share(&key.wanted);
        let rows = Rows::stack(board.lines.iter().map(|row| {
            let heading = heading_height(ui, board, *row, columns.first);
            match kept.mode {
                Mode::Coverage => heading.max(measures::COVERAGE_ROW),
                Mode::Quotes => {
                    let result = result_height(ui, board, *row, columns.result);
                    cell::height(board.most_quotes(*row)).max(heading).max(result)
                }
            }
        }));
        self.laid = Some((key, columns.clone(), rows.clone()));
        (columns, rows)
    }

    /// Draws the board over the room there is.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, board: &mut Board, kept: &KeptBoard) -> Option<Wish> {
        let theme = Theme::of(ui);
        let room = ui.available_rect_before_wrap();
        let (columns, rows) = self.lay(ui, view, board, kept, room.width());
        let head = measures::HEAD + if board.bands.is_empty() { 0.0 } else { measures::BAND };
        let stops = Stops { cells: columns.count(), has_result: columns.result > 0.0, has_conclusion: false };
        self.active.line = self.active.line.min(rows.len().saturating_sub(1));
        self.active.at = stops.nearest(self.active.at);
        let size = vec2(columns.total(), head + rows.total());
        let mut area = ScrollArea::both().auto_shrink(false).id_salt("board");
        if std::mem::take(&mut self.is_moved) {
            let down = rows.span(self.active.line);
            let across = self.active.at.span(&columns).map(|span| {
                let span = span.start - columns.first..span.end - columns.first;
                reveal(self.offset.x, room.width() - columns.first, span)
            });
            let down = reveal(self.offset.y, room.height() - head, down);
            area = area.scroll_offset(vec2(across.unwrap_or(self.offset.x), down));
        }
        let mut wish = None;
        let output: scroll_area::ScrollAreaOutput<()> = area.show_viewport(ui, |ui, viewport| {
            let (content, _) = ui.allocate_exact_size(size, Sense::hover());
            let frame = Frame { theme, view, columns, rows: &rows, head, content, viewport, stops, mode: kept.mode };
            wish = self.keys(ui, board, &frame, kept);
            wish = wish.take().or(self.body_ui(ui, board, &frame));
            wish = wish.take().or(self.sticky_ui(ui, board, &frame, kept));
        });
        self.offset = output.state.clamped_offset();
        wish
    }

    fn body_ui(&mut self, ui: &mut Ui, board: &mut Board, frame: &Frame<'_, '_>) -> Option<Wish> {
        let mut wish = None;
        let clip = Rect::from_min_max(frame.corner(), ui.clip_rect().max).intersect(ui.clip_rect());
        let across = frame.columns.visible(frame.viewport.left() + frame.columns.first, frame.viewport.right());
        let outer = ui.clip_rect();
        ui.set_clip_rect(clip);
        for line in frame.lines_in_sight() {
            for column in across.clone() {
                if self.active != (Active { line, at: At::Cell(column) }) {
                    wish = self.cell_ui(ui, board, frame, line, column).or(wish);
                }
            }
            if frame.columns.result > 0.0 {
                wish = frame.result_ui(ui, board, line, self.active).or(wish);
            }
            let foot = frame.line_rect(line).bottom() - 0.5;
            hairline_h(ui.painter(), frame.content.x_range(), foot, frame.theme.line);
        }
        let foot = frame.content.top() + frame.head + frame.rows.total();
        for column in across.start..=frame.columns.count() {
            let left = frame.content.left() + frame.columns.left(column);
            hairline_v(ui.painter(), left - 0.5, clip.top()..=foot.min(clip.bottom()), frame.theme.line);
        }
        // The active cell goes last, so that its ring lies over the lines, and it is there even out of
        // sight, so that the keyboard does not lose it.
        if let At::Cell(column) = self.active.at
            && self.active.line < frame.rows.len()
        {
            wish = self.cell_ui(ui, board, frame, self.active.line, column).or(wish);
        }
        self.ring(ui, frame);
        ui.set_clip_rect(outer);
        wish
    }

    /// The ring round what is active; that of a row's head is drawn with the head.
    fn ring(&self, ui: &Ui, frame: &Frame<'_, '_>) {
        let Some(rect) = frame.rect_at(self.active).filter(|_| self.active.at != At::Head) else { return };
        let ring = Stroke::new(stroke::FOCUS, frame.theme.focus);
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, ring, StrokeKind::Inside);
    }

    fn cell_ui(
        &mut self,
        ui: &mut Ui,
        board: &mut Board,
        frame: &Frame<'_, '_>,
        line: usize,
        column: usize,
    ) -> Option<Wish> {
        let row = board.row_of(line)?;
        let rect = frame.cell_rect(line, column);
        let response = self.stop(ui, board, Active { line, at: At::Cell(column) }, rect)?;
        let words = board.words(frame.view.catalog, row, column)?;
        let is_active = self.active == Active { line, at: At::Cell(column) };
        response.widget_info(|| WidgetInfo::selected(Role::Cell, true, is_active, &words.name));
        let mut pressed = None;
        if ui.is_rect_visible(rect) {
            if response.hovered() && !is_active && frame.mode == Mode::Quotes {
                ui.painter().rect_filled(rect, CornerRadius::ZERO, frame.theme.hover);
            }
            let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
            let found = board.comparison.rows.get(row).and_then(|row| row.cells.get(column)).cloned()?;
            if frame.mode == Mode::Coverage {
                coverage::paint(&painter, frame.theme, rect, board.by(), &found, &words);
            } else {
                let shown = board.shown(frame.view.study, frame.view.catalog, row, column);
                let look = cell::Look {
                    words: &words,
                    marks: board.rows.get(row).is_some_and(|row| row.is_directed),
                    nothing: board.is_negative().then(|| frame.view.text("compare-negative-none")),
                };
                let places = cell::paint(&painter, frame.theme, rect, &found, &look, &shown);
                let at = response.interact_pointer_pos().filter(|_| response.clicked());
                pressed = at.and_then(|at| hit(&places, at)).and_then(|at| shown.get(at)).map(|shown| shown.segment);
            }
        }
        response.clicked().then_some(Wish::Open(row, column, pressed))
    }

    /// A stop of the keyboard. Only the active one can be reached by Tab; the arrow keys go from there.
    fn stop(&self, ui: &Ui, board: &Board, stop: Active, rect: Rect) -> Option<Response> {
        let sense = if self.active == stop { Sense::click() } else { Sense::CLICK };
        Some(ui.interact(rect, stop_id(board, board.row_of(stop.line)?, stop.at)?, sense))
    }

    fn sticky_ui(&mut self, ui: &mut Ui, board: &Board, frame: &Frame<'_, '_>, kept: &KeptBoard) -> Option<Wish> {
        let mut wish = None;
        let clip = frame.first_column().intersect(ui.clip_rect());
        let painter = ui.painter().with_clip_rect(clip);
        painter.rect_filled(frame.first_column(), CornerRadius::ZERO, frame.theme.panel);
        let mut lines: Vec<usize> = frame.lines_in_sight().collect();
        if self.active.at == At::Head && !lines.contains(&self.active.line) {
            lines.push(self.active.line);
        }
        let outer = ui.clip_rect();
        ui.set_clip_rect(clip);
        for line in lines {
            let (Some(row), Some(rect)) = (board.row_of(line), frame.rect_at(Active { line, at: At::Head })) else {
                continue;
            };
            let Some(head) = board.rows.get(row) else { continue };
            let Some(response) = self.stop(ui, board, Active { line, at: At::Head }, rect) else { continue };
            let is_open = head.code.filter(|_| head.below > 0).map(|code| (code, kept.is_open(code)));
            let is_active = self.active.line == line;
            frame.heading_ui(ui, head, &response, is_open.map(|(_, is_open)| is_open), is_active);
            if self.active == (Active { line, at: At::Head }) && response.has_focus() {
                let ring = Stroke::new(stroke::FOCUS, frame.theme.focus);
                painter.rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, ring, StrokeKind::Inside);
            }
            if response.double_clicked() {
                wish = Some(Wish::OpenRow(row));
            } else if response.clicked() {
                self.active = Active { line, at: At::Head };
                response.request_focus();
                wish = is_open.map(|(code, is_open)| Wish::Fold(code, !is_open)).or(wish);
            }
        }
        ui.set_clip_rect(outer);
        hairline_v(ui.painter(), clip.right() - 0.5, clip.y_range(), frame.theme.line);
        frame.heads_ui(ui, board).or(wish)
    }

    /// Moves by the arrow keys, Home and End, Page Up and Page Down; folds on the head of a row; opens a row by Enter.
    fn keys(&mut self, ui: &Ui, board: &Board, frame: &Frame<'_, '_>, kept: &KeptBoard) -> Option<Wish> {
        let row = board.row_of(self.active.line)?;
        let id = stop_id(board, row, self.active.at)?;
        if !ui.memory(|memory| memory.has_focus(id)) {
            return None;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        let pressed = |key| ui.input_mut(|input| input.consume_key(Modifiers::NONE, key));
        let mut to = self.active;
        let last = frame.rows.len().saturating_sub(1);
        let page = frame.lines_in_sight().len().saturating_sub(1).max(1);
        let head = board.rows.get(row)?;
        let is_open = head.code.filter(|_| head.below > 0).map(|code| (code, kept.is_open(code)));
        if pressed(Key::ArrowLeft) {
            match (self.active.at, is_open) {
                (At::Head, Some((code, true))) => return Some(Wish::Fold(code, false)),
                (At::Head, _) => {
                    let above = head.parent.and_then(|parent| board.lines.iter().position(|row| *row == parent));
                    to.line = above.unwrap_or(to.line);
                }
                (at, _) => to.at = frame.stops.before(at),
            }
        }
        if pressed(Key::ArrowRight) {
            if let (At::Head, Some((code, false))) = (self.active.at, is_open) {
                return Some(Wish::Fold(code, true));
            }
            to.at = frame.stops.behind(to.at);
        }
        for (key, line) in [
            (Key::ArrowUp, to.line.saturating_sub(1)),
            (Key::ArrowDown, (to.line + 1).min(last)),
            (Key::PageUp, to.line.saturating_sub(page)),
            (Key::PageDown, (to.line + page).min(last)),
            (Key::Home, 0),
            (Key::End, last),
        ] {
            if pressed(key) {
                to.line = line;
            }
        }
        if to != self.active {
            self.go(ui, board, to);
        }
        match self.active.at {
            At::Head | At::Cell(_) if pressed(Key::Enter) => Some(Wish::OpenRow(row)),
            _ => None,
        }
    }

    /// Makes a stop the active one, with the focus and in sight from the next frame on.
    pub fn go(&mut self, ui: &Ui, board: &Board, to: Active) {
        self.active = to;
        self.is_moved = true;
        self.focus(ui, board);
        ui.ctx().request_repaint();
    }

    /// Gives the focus to the active stop.
    pub fn focus(&self, ui: &Ui, board: &Board) {
        if let Some(id) = board.row_of(self.active.line).and_then(|row| stop_id(board, row, self.active.at)) {
            ui.memory_mut(|memory| memory.request_focus(id));
        }
    }
}

/// The name under which the width of the rows' names is remembered.
pub const FIRST: &str = "first";
/// The name under which the width of the result is remembered.
pub const RESULT: &str = "result";

/// The quotation that was painted at a position.
fn hit(places: &[Rect], at: Pos2) -> Option<usize> {
    places.iter().position(|rect| rect.contains(at))
}

/// By the code, so that the focus stays where it is while rows come and go.
fn stop_id(board: &Board, row: usize, at: At) -> Option<Id> {
    board.rows.get(row).map(|head| Id::unique(("board stop", head.key, at)))
}
