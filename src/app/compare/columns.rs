//! The heads of the columns, and the edges by which they are pulled: by the pointer, or by the arrow keys while an edge
//! has the focus.

use super::board::Board;
use super::frame::Frame;
use super::measures;
use super::table::{CONCLUSION, RESULT, Wish, first_name};
use crate::analysis::RowsKind;
use crate::app::theme::{space, stroke, type_scale};
use crate::app::widgets::{Words, hairline_h, hairline_v};
use crate::domain::Message;
use eframe::egui::{
    CornerRadius, CursorIcon, EventFilter, Id, Key, Modifiers, Painter, Rect, Role, Sense, Stroke, Ui, WidgetInfo,
    pos2, vec2,
};

impl Frame<'_, '_> {
    /// The heads of the columns, over whatever has scrolled below them.
    pub fn heads_ui(&self, ui: &mut Ui, board: &Board) -> Option<Wish> {
        let theme = self.theme;
        let (sight, corner) = (self.sight(), self.corner());
        let bounds = ui.clip_rect();
        let head = Rect::from_min_max(sight.min, pos2(sight.right(), corner.y));
        let painter = ui.painter().with_clip_rect(head.intersect(bounds));
        painter.rect_filled(head, CornerRadius::ZERO, theme.panel);
        let moving_room = Rect::from_min_max(pos2(corner.x, head.top()), head.max).intersect(bounds);
        let moving = ui.painter().with_clip_rect(moving_room);
        let left = self.content.left();
        let foot = Rect::from_min_max(pos2(head.left(), head.bottom() - measures::HEAD), head.max);
        for (column, name) in board.heads.iter().enumerate() {
            let span = self.columns.span(column);
            let rect = Rect::from_x_y_ranges(left + span.start..=left + span.end, foot.y_range());
            if rect.right() < corner.x || rect.left() > head.right() {
                continue;
            }
            let response = ui.interact(rect.intersect(moving_room), Id::unique(("board head", column)), Sense::hover());
            let spoken = if name.note.is_empty() { name.name.clone() } else { format!("{}, {}", name.name, name.note) };
            response.widget_info(|| WidgetInfo::labeled(Role::ColumnHeader, true, &spoken));
            self.title(&moving, rect, &name.title, &name.note);
            hairline_v(&moving, rect.right() - 0.5, rect.y_range(), theme.line);
        }
        for band in &board.bands {
            let (from, to) = (self.columns.left(band.columns.start), self.columns.left(band.columns.end));
            let top = head.top()..=head.top() + measures::BAND;
            let rect = Rect::from_x_y_ranges(left + from..=left + to, top);
            // The name stays in sight as long as one of its columns is.
            let seen = rect.intersect(moving_room);
            if seen.is_positive() {
                self.title(&moving, seen, &band.title, "");
                hairline_h(&moving, rect.x_range(), rect.bottom() - 0.5, theme.line);
                hairline_v(&moving, rect.right() - 0.5, rect.y_range(), theme.line);
            }
        }
        if self.columns.result > 0.0 {
            let span = self.columns.span(self.columns.count());
            let rect = Rect::from_x_y_ranges(left + span.start..=left + span.end, foot.y_range());
            self.title(&moving, rect, &self.view.text("compare-result"), "");
        }
        if self.columns.conclusion > 0.0 {
            let span = self.columns.span(self.columns.count() + 1);
            let rect = Rect::from_x_y_ranges(left + span.start..=left + span.end, foot.y_range());
            hairline_v(&moving, rect.left() - 0.5, rect.y_range(), theme.line);
            self.title(&moving, rect, &self.view.text("compare-conclusion"), "");
        }
        let first = Rect::from_min_max(foot.min, corner);
        self.title(&painter, first, &self.view.text(rows_name(board)), "");
        hairline_v(&painter, first.right() - 0.5, head.y_range(), theme.line);
        hairline_h(&painter, head.x_range(), head.bottom() - 0.5, theme.line);
        self.edges_ui(ui, board, head, moving_room)
    }

    fn title(&self, painter: &Painter, rect: Rect, name: &str, note: &str) {
        let theme = self.theme;
        let words = |note: &str| {
            Words::of(name, type_scale::STRONG, theme.text)
                .then(if note.is_empty() { "" } else { "  " }, type_scale::CAPTION, theme.text3)
                .then(note, type_scale::CAPTION, theme.text3)
                .within(painter, rect.width() - 2.0 * space::CELL_X, 1)
        };
        // What a column counts stands there whole or not at all.
        let galley = Some(words(note)).filter(|galley| !galley.elided).unwrap_or_else(|| words(""));
        let top = (rect.center().y - galley.size().y / 2.0).round();
        painter.galley(pos2(rect.left() + space::CELL_X, top), galley, theme.text);
    }

    /// The edges of the columns in sight.
    fn edges_ui(&self, ui: &Ui, board: &Board, head: Rect, moving: Rect) -> Option<Wish> {
        let left = self.content.left();
        let count = self.columns.count();
        let first = (first_name(board).to_owned(), head.left(), head.left() + self.columns.first, head);
        let columns = board.heads.iter().enumerate().map(|(column, name)| {
            let span = self.columns.span(column);
            (name.width.clone(), left + span.start, left + span.end, moving)
        });
        let result = (self.columns.result > 0.0).then(|| {
            let span = self.columns.span(count);
            (RESULT.to_owned(), left + span.start, left + span.end, moving)
        });
        let names = [self.view.text(rows_name(board))].into_iter();
        let names = names.chain(board.heads.iter().map(|head| head.name.clone()));
        let conclusion = (self.columns.conclusion > 0.0).then(|| {
            let span = self.columns.span(count + 1);
            (CONCLUSION.to_owned(), left + span.start, left + span.end, moving)
        });
        let names = names.chain(["compare-result", "compare-conclusion"].map(|key| self.view.text(key)));
        let mut wish = None;
        for ((width, from, to, room), name) in
            [first].into_iter().chain(columns).chain(result).chain(conclusion).zip(names)
        {
            let half = measures::GRIP / 2.0;
            if to < room.left() || to - half > room.right() {
                continue;
            }
            let grip = Rect::from_x_y_ranges(to - half..=to + half, head.y_range()).intersect(ui.clip_rect());
            wish = self.edge_ui(ui, &width, &name, (from, to), grip).or(wish);
        }
        wish
    }

    /// One edge: dragged, pulled by the arrow keys, given back its place by a double click or the delete key.
    fn edge_ui(&self, ui: &Ui, width: &str, name: &str, (from, to): (f32, f32), grip: Rect) -> Option<Wish> {
        let response = ui.interact(grip, Id::unique(("board edge", width)), Sense::click_and_drag());
        let spoken = self.view.say(&Message::new("compare-edge").with("column", name));
        response.widget_info(|| WidgetInfo::labeled(Role::Slider, true, &spoken));
        let is_held = response.dragged() || response.has_focus();
        if is_held || response.hovered() {
            let ink = if is_held { self.theme.focus } else { self.theme.line3 };
            let x = ui.painter().round_to_pixel_center(to - 0.5);
            ui.painter().vline(x, grip.y_range(), Stroke::new(stroke::FOCUS, ink));
        }
        let mut wish = None;
        let pulled = |width: f32| Some(width.clamp(*measures::PULLED.start(), *measures::PULLED.end()).round());
        if response.has_focus() {
            let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
            ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
            let pressed = |key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key)) as f32;
            let by = pressed(Key::ArrowRight) - pressed(Key::ArrowLeft);
            if by != 0.0 {
                wish = Some(Wish::Pull(width.to_owned(), pulled(to - from + by * measures::PULL)));
            }
            if pressed(Key::Delete) + pressed(Key::Backspace) > 0.0 {
                wish = Some(Wish::Pull(width.to_owned(), None));
            }
        }
        if response.double_clicked() {
            wish = Some(Wish::Pull(width.to_owned(), None));
        } else if response.dragged()
            && let Some(pointer) = response.interact_pointer_pos()
            && response.drag_delta() != vec2(0.0, 0.0)
        {
            wish = Some(Wish::Pull(width.to_owned(), pulled(pointer.x - from)));
        }
        response.on_hover_cursor(CursorIcon::ResizeHorizontal).on_hover_text(self.view.text("compare-edge.tip"));
        wish
    }
}

const fn rows_name(board: &Board) -> &'static str {
    match board.comparison.rows_kind {
        RowsKind::Roles => "compare-rows-role",
        RowsKind::Codes => "compare-rows-code",
        RowsKind::Findings => "compare-rows-finding",
    }
}
