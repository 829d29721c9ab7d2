//! The board as painted: head and first column stay in sight while the rest scrolls, and only the lines and columns in
//! sight cost anything.

use super::active::{Active, At, Stops};
use super::board::Board;
use super::conclusion::conclusion_height;
use super::edit::{Editor, Left, Noted};
use super::frame::{Frame, heading_height};
use super::kept::{KeptBoard, Mode};
use super::layout::{Columns, Rows, Wanted, reveal};
use super::result::result_height;
use super::{cell, coverage, measures};
use crate::app::commands::Commands;
use crate::app::theme::{Theme, measure, space, stroke};
use crate::app::view::View;
use crate::app::widgets::{MenuEntry, context_menu_ui, hairline_h, hairline_v, keep_keys, menu_ui};
use crate::domain::{CellKey, CodeId, CodingId, EmptyReason, Message, RowKey, SegmentId, Verdict};
use eframe::egui::{
    CornerRadius, EventFilter, Id, Key, Modifiers, Pos2, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, UiBuilder, Vec2, WidgetInfo, scroll_area, vec2,
};

/// What the board remembers between frames.
#[derive(Default)]
pub struct Table {
    /// Where the keyboard stands.
    pub active: Active,
    /// Whether that has to be brought into sight.
    pub is_moved: bool,
    /// Whether it stands there: whether the board has the focus.
    pub has_focus: bool,
    /// Widths, for a board of this room, and heights for these widths.
    laid: Option<(LaidKey, Columns, Rows)>,
    offset: Vec2,
    /// The summary or conclusion that is being written.
    editor: Option<Box<Editor>>,
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
    /// Give a row a verdict; the silent sides are those that the suggestion names unless others are named.
    Judge(usize, Verdict, Option<Vec<String>>),
    /// Let the verdict of a row stand for the evidence as it is now.
    Confirm(usize, Verdict),
    /// Write what stands in a field that is put away.
    Write(Box<Editor>),
    /// Say why a cell (row, column) is empty; nothing has it worked out again.
    Reason(usize, usize, Option<EmptyReason>),
    /// Pull a column to a width, in points, or give it back the one it had.
    Pull(String, Option<f32>),
}

impl Table {
    /// Forgets widths and heights; the board is another one.
    pub fn reset(&mut self) {
        self.laid = None;
        self.is_moved = false;
    }

    /// Whether a summary or a conclusion is being written.
    pub const fn is_writing(&self) -> bool {
        self.editor.is_some()
    }

    /// Puts the field away; its words are still to be written.
    pub fn put_away(&mut self) -> Option<Box<Editor>> {
        self.editor.take()
    }

    /// Widths of the columns and heights of the lines, worked out anew only when something they rest on changed.
    fn lay(&mut self, ui: &Ui, view: &View<'_>, board: &Board, kept: &KeptBoard, room: f32) -> (Columns, Rows) {
        let width = |name: &str| kept.widths.get(name).map(|width| f32::from(*width));
        let least = if kept.mode == Mode::Coverage { measures::COVERAGE_LEAST } else { measures::LEAST };
        let (result, conclusion) = match view.is_small {
            _ if kept.mode == Mode::Coverage || !board.takes_verdict() => (None, None),
            true => (Some(measures::RESULT_SMALL), None),
            false => (Some(measures::RESULT), Some(measures::CONCLUSION)),
        };
        let first = if board.has_findings() { measures::FIRST_FINDINGS } else { measures::FIRST };
        let wanted = Wanted {
            room,
            first: width(first_name(board)).unwrap_or(first),
            least,
            pulled: board.heads.iter().map(|head| width(&head.width)).collect(),
            result: result.map_or(0.0, |result| width(RESULT).unwrap_or(result)),
            conclusion: conclusion.map_or(0.0, |conclusion| width(CONCLUSION).unwrap_or(conclusion)),
            least_conclusion: width(CONCLUSION).unwrap_or(measures::CONCLUSION_LEAST),
        };
        let key = LaidKey { wanted, zoom: ui.ctx().zoom_factor(), mode: kept.mode };
        if let Some((known, columns, rows)) = &self.laid
            && *known == key
        {
            return (columns.clone(), rows.clone());
        }
        let columns = Columns::share(&key.wanted);
        let rows = Rows::stack(board.lines.iter().map(|row| line_height(ui, view, board, *row, &columns, kept.mode)));
        self.laid = Some((key, columns.clone(), rows.clone()));
        (columns, rows)
    }

    /// Draws the board over the room there is.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        board: &mut Board,
        kept: &KeptBoard,
        commands: &mut Commands,
    ) -> Vec<Wish> {
        let theme = Theme::of(ui);
        let room = ui.available_rect_before_wrap();
        let (columns, rows) = self.lay(ui, view, board, kept, room.width());
        let head = measures::HEAD + if board.bands.is_empty() { 0.0 } else { measures::BAND };
        let has_result = columns.result > 0.0;
        let stops = Stops { cells: columns.count(), has_result, has_conclusion: has_result };
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
        let mut wishes = Vec::new();
        let output: scroll_area::ScrollAreaOutput<()> = area.show_viewport(ui, |ui, viewport| {
            let (content, _) = ui.allocate_exact_size(size, Sense::hover());
            let frame = Frame { theme, view, columns, rows: &rows, head, content, viewport, stops, mode: kept.mode };
            wishes.extend(self.keys(ui, board, &frame, kept));
            self.body_ui(ui, board, &frame, &mut wishes);
            wishes.extend(self.editor_ui(ui, board, &frame, commands));
            wishes.extend(self.sticky_ui(ui, board, &frame, kept));
        });
        self.offset = output.state.clamped_offset();
        wishes
    }

    fn body_ui(&mut self, ui: &mut Ui, board: &mut Board, frame: &Frame<'_, '_>, wishes: &mut Vec<Wish>) {
        let clip = Rect::from_min_max(frame.corner(), ui.clip_rect().max).intersect(ui.clip_rect());
        let across = frame.columns.visible(frame.viewport.left() + frame.columns.first, frame.viewport.right());
        let outer = ui.clip_rect();
        ui.set_clip_rect(clip);
        let mut lines: Vec<usize> = frame.lines_in_sight().collect();
        for line in lines.iter().copied() {
            for column in across.clone() {
                if self.active != (Active { line, at: At::Cell(column) }) {
                    wishes.extend(self.cell_ui(ui, board, frame, line, column));
                }
            }
            let foot = frame.line_rect(line).bottom() - 0.5;
            hairline_h(ui.painter(), frame.content.x_range(), foot, frame.theme.line);
        }
        let foot = frame.content.top() + frame.head + frame.rows.total();
        for column in across.start..=frame.columns.count() + usize::from(frame.columns.conclusion > 0.0) {
            let left = frame.content.left() + frame.columns.span(column).start;
            hairline_v(ui.painter(), left - 0.5, clip.top()..=foot.min(clip.bottom()), frame.theme.line);
        }
        // What is active is there even out of sight, so that the keyboard does not lose it; a cell goes last, so that its
        // ring lies over the lines.
        if frame.stops.has_result {
            if !lines.contains(&self.active.line) && self.active.line < frame.rows.len() {
                lines.push(self.active.line);
            }
            for line in lines {
                wishes.extend(self.judgement_ui(ui, board, frame, line));
            }
        }
        if let At::Cell(column) = self.active.at
            && self.active.line < frame.rows.len()
        {
            wishes.extend(self.cell_ui(ui, board, frame, self.active.line, column));
        }
        self.ring(ui, frame);
        ui.set_clip_rect(outer);
    }

    /// The result and the conclusion of a line.
    fn judgement_ui(&mut self, ui: &mut Ui, board: &Board, frame: &Frame<'_, '_>, line: usize) -> Option<Wish> {
        let mut wish = None;
        let rect = frame.rect_at(Active::result(line))?;
        if rect.right() < ui.clip_rect().left() && self.active.line != line {
            return None;
        }
        let response = self.stop(ui, board, Active::result(line), rect)?;
        if response.clicked() {
            self.active = Active::result(line);
            response.request_focus();
        }
        wish = frame.result_ui(ui, board, line, &response).or(wish);
        let active = Active { line, at: At::Conclusion };
        let rect = frame.conclusion_rect(ui, board, line)?;
        let response = self.stop(ui, board, active, rect)?;
        frame.conclusion_ui(ui, board, line, &response, self.active == active && !self.is_writing());
        if response.clicked() && !frame.view.is_read_only {
            let row = board.row_of(line)?;
            let noted = Noted::Conclusion(board.rows.get(row)?.key);
            self.active = active;
            wish = self.write(board, frame, row, noted).or(wish);
        }
        wish
    }

    /// Opens the field for a summary or a conclusion; what was written in the one before is kept.
    fn write(&mut self, board: &Board, frame: &Frame<'_, '_>, row: usize, noted: Noted) -> Option<Wish> {
        if self.editor.as_ref().is_some_and(|editor| editor.noted == noted) {
            return None;
        }
        let before = self.put_away();
        let head = board.rows.get(row)?;
        let view = frame.view;
        let (name, hint) = match noted {
            Noted::Summary(_) => ("compare-summary-of", "compare-summary-hint"),
            Noted::Conclusion(_) => ("compare-conclusion-of", "compare-conclusion-hint"),
        };
        let name = view.say(&Message::new(name).with("row", head.name.as_str()));
        self.editor = Editor::new(noted, board.by(), name, view.text(hint)).map(Box::new);
        before.map(Wish::Write)
    }

    /// The field over the cell that it belongs to.
    fn editor_ui(
        &mut self,
        ui: &mut Ui,
        board: &Board,
        frame: &Frame<'_, '_>,
        commands: &mut Commands,
    ) -> Option<Wish> {
        let noted = self.editor.as_ref()?.noted;
        let Some(cell) = self.place_of(board, frame, noted) else {
            // Its row or column is no longer there.
            return self.put_away().map(Wish::Write);
        };
        let sight = frame.sight();
        // Beside the bars by which the board scrolls.
        let room = Rect::from_min_max(frame.corner(), sight.max - Vec2::splat(space::S));
        let left = self.editor.as_mut()?.ui(ui, frame.view, commands, cell, room)?;
        if left != Left::Kept {
            self.focus(ui, board);
        }
        self.put_away().filter(|_| left != Left::Done).map(Wish::Write)
    }

    fn place_of(&self, board: &Board, frame: &Frame<'_, '_>, noted: Noted) -> Option<Rect> {
        let line_of = |key: RowKey| board.lines.iter().position(|row| board.rows[*row].key == key);
        match noted {
            Noted::Conclusion(key) => frame.rect_at(Active { line: line_of(key)?, at: At::Conclusion }),
            Noted::Summary(key) => {
                let line = line_of(key.row)?;
                let row = board.row_of(line)?;
                let column = (0..board.heads.len()).find(|column| board.cell_key(row, *column) == Some(key))?;
                Some(frame.cell_rect(line, column))
            }
        }
    }

    /// The ring round an active cell or result while nothing is written there; that of a row's head and of a conclusion is
    /// drawn with it.
    fn ring(&self, ui: &Ui, frame: &Frame<'_, '_>) {
        if matches!(self.active.at, At::Head | At::Conclusion) || self.is_writing() {
            return;
        }
        let Some(rect) = frame.rect_at(self.active) else { return };
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
        let view = frame.view;
        let words = board.words(view.catalog, row, column)?;
        let cell = board.cell(row, column)?.clone();
        let key = board.cell_key(row, column)?;
        let is_active = self.active == Active { line, at: At::Cell(column) };
        let shows_summary = frame.mode == Mode::Summaries;
        let name = match shows_summary && !cell.summary.is_empty() {
            true => format!("{}. {}", words.name, cell.summary),
            false => words.name.clone(),
        };
        response.widget_info(|| WidgetInfo::selected(Role::Cell, true, is_active, &name));
        let mut pressed = None;
        if ui.is_rect_visible(rect) {
            if response.hovered() && !is_active && frame.mode != Mode::Coverage {
                ui.painter().rect_filled(rect, CornerRadius::ZERO, frame.theme.hover);
            }
            let painter = ui.painter().with_clip_rect(rect.intersect(ui.clip_rect()));
            if frame.mode == Mode::Coverage {
                coverage::paint(&painter, frame.theme, rect, board.by(), &cell, &words);
            } else {
                let shown = board.shown(view.study, view.catalog, row, column);
                let hint = || if key.keeps_notes() { view.text("compare-summary-hint") } else { String::new() };
                let look = cell::Look {
                    words: &words,
                    marks: board.rows.get(row).is_some_and(|row| row.is_directed),
                    nothing: board.is_negative().then(|| view.text("compare-negative-none")),
                    summary: shows_summary.then(|| (cell.summary.clone(), hint())),
                };
                let places = cell::paint(&painter, frame.theme, rect, &cell, &look, &shown);
                let at = response.interact_pointer_pos().filter(|_| response.clicked());
                pressed = at.and_then(|at| hit(&places, at)).and_then(|at| shown.get(at)).map(|shown| shown.segment);
            }
        }
        if cell.empty_reason.is_some()
            && key.keeps_notes()
            && let Some(reason) = reason_ui(ui, view, &response, key, is_active)
        {
            return Some(Wish::Reason(row, column, reason));
        }
        if !response.clicked() {
            return None;
        }
        let by_key = ui.input(|input| input.key_pressed(Key::Space));
        if shows_summary && key.keeps_notes() && !view.is_read_only && !by_key {
            self.active = Active { line, at: At::Cell(column) };
            return self.write(board, frame, row, Noted::Summary(key));
        }
        Some(Wish::Open(row, column, pressed))
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
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        if std::mem::replace(&mut self.has_focus, has_focus) != has_focus {
            // The status line, which says what the keys do, is drawn before the board.
            ui.ctx().request_repaint();
        }
        if !has_focus {
            return None;
        }
        let filter = EventFilter { horizontal_arrows: true, vertical_arrows: true, tab: false, escape: true };
        keep_keys(ui.ctx(), id, filter);
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
            // There Enter writes, as a click does.
            At::Cell(_) if frame.mode == Mode::Summaries => None,
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

/// The name under which the width of the rows' names is remembered; claims need more room than roles.
pub const fn first_name(board: &Board) -> &'static str {
    if board.has_findings() { "first/findings" } else { "first" }
}

/// The name under which the width of the result is remembered.
pub const RESULT: &str = "result";
/// The name under which the width of the conclusion is remembered.
pub const CONCLUSION: &str = "conclusion";

/// Height of a line: what the fullest of its parts needs.
fn line_height(ui: &Ui, view: &View<'_>, board: &Board, row: usize, columns: &Columns, mode: Mode) -> f32 {
    let heading = heading_height(ui, board, row, columns.first);
    let cells = match mode {
        Mode::Coverage => return heading.max(measures::COVERAGE_ROW),
        Mode::Quotes => cell::height(board.most_quotes(row)),
        Mode::Summaries => {
            let theme = Theme::of(ui);
            let cells = board.comparison.rows.get(row).map_or(&[][..], |row| &row.cells).iter().enumerate();
            let heights = cells.map(|(column, cell)| {
                let span = columns.span(column);
                cell::summary_height(ui.painter(), theme, &cell.summary, span.end - span.start)
            });
            heights.fold(0.0, f32::max)
        }
    };
    if columns.result == 0.0 {
        return cells.max(heading);
    }
    let result = result_height(ui, &board.result(view.catalog, row), columns.result);
    let hint = view.text("compare-conclusion-hint");
    if columns.conclusion > 0.0 {
        let width = columns.conclusion - 2.0 * space::CELL_X;
        let conclusion = 2.0 * space::CELL_Y + conclusion_height(ui, board, row, (width, &hint), false);
        return cells.max(heading).max(result).max(conclusion);
    }
    let width = columns.result - 2.0 * space::CELL_X;
    let conclusion = space::XS + conclusion_height(ui, board, row, (width, &hint), true);
    cells.max(heading).max(result + conclusion)
}

/// The menu that says why a cell is empty: at the cell by the second button or the menu key, and behind three dots in
/// the active one.
fn reason_ui(
    ui: &mut Ui,
    view: &View<'_>,
    response: &Response,
    key: CellKey,
    is_active: bool,
) -> Option<Option<EmptyReason>> {
    if view.is_read_only {
        return None;
    }
    let is_by_hand = view.study.note_of(&key).is_some_and(|note| note.empty_reason.is_some());
    let reasons = [EmptyReason::NotAsked, EmptyReason::NotMentioned, EmptyReason::DontKnow];
    let entry = |reason: &EmptyReason| {
        let words = view.text(&format!("empty-{reason}"));
        MenuEntry::new(if *reason == EmptyReason::DontKnow { format!("{words}…") } else { words })
    };
    let mut entries: Vec<MenuEntry> = reasons.iter().map(entry).collect();
    entries.push(MenuEntry::new(view.text("compare-reason-computed")).enabled(is_by_hand).grave(true));
    let mut picked = context_menu_ui(response, &entries);
    if is_active && ui.is_rect_visible(response.rect) {
        let corner = response.rect.right_top() + vec2(-measure::BUTTON_SMALL - space::XXS, space::XXS);
        let room = Rect::from_min_size(corner, Vec2::splat(measure::BUTTON_SMALL));
        ui.scope_builder(UiBuilder::new().max_rect(room).id_salt("reason"), |ui| {
            picked = menu_ui(ui, &view.text("compare-reason"), &entries).or(picked);
        });
    }
    picked.map(|at| reasons.get(at).copied())
}

/// The quotation that was painted at a position.
fn hit(places: &[Rect], at: Pos2) -> Option<usize> {
    places.iter().position(|rect| rect.contains(at))
}

/// By the code, so that the focus stays where it is while rows come and go.
fn stop_id(board: &Board, row: usize, at: At) -> Option<Id> {
    board.rows.get(row).map(|head| Id::unique(("board stop", head.key, at)))
}
