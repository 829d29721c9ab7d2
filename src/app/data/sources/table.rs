//! The table itself: only rows in sight are drawn, one of them is a stop of the Tab key, and the keys lead on from
//! there.

use super::SourcesTab;
use super::act::{self, Act};
use super::columns::{By, Head, ICONS_ONLY, cell, columns};
use super::drop;
use crate::analysis::{Stage, Stand};
use crate::app::commands::{Commands, Request};
use crate::app::data::rows::Rows;
use crate::app::data::table::{Column, head_ui, lay_out, words_at};
use crate::app::icons;
use crate::app::place::Spot;
use crate::app::theme::{Theme, measure, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{MenuEntry, Words, context_menu_ui, focus_ring, hairline_h, icon_at, keep_keys};
use crate::domain::{Message, SourceId};
use eframe::egui::{
    Color32, CornerRadius, EventFilter, Id, Key, Modifiers, Painter, Rect, Response, Role, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, WidgetInfo, pos2, vec2,
};

/// The bar that shows how much is coded, across and down.
const BAR: f32 = 50.0;
const BAR_HEIGHT: f32 = 4.0;
/// From the left side of a column to the middle of its icon, and to the words behind it.
const ICON_MIDDLE: f32 = 8.0;
const ICON_ROOM: f32 = 23.0;

/// What every row is drawn with.
struct Look<'a> {
    heads: &'a [Head],
    places: &'a [Column],
    entries: &'a [MenuEntry],
}

impl SourcesTab {
    pub(super) fn table_ui(&mut self, ui: &mut Ui, view: &View<'_>, rows: &Rows, commands: &mut Commands) {
        let width = ui.available_width();
        let heads = columns(width);
        let wanted: Vec<(f32, bool)> = heads.iter().map(|head| (head.width, head.is_right)).collect();
        let head = head_ui(ui);
        let mut places = lay_out(head.left() + space::L, width - space::L - 6.0, &wanted);
        // Numbers end and the bar begins: some room between them.
        if let Some(last) = places.last_mut() {
            *last = behind(*last, space::S);
        }
        for (column, place) in heads.iter().zip(&places) {
            self.head_ui(ui, view, column, place.within(head), width);
        }
        let base = ui.scope_id().with("source");
        let total = self.listed.ids.len();
        let room = ui.available_height();
        let has_drop = !view.is_read_only && measure::TABLE_ROW * total as f32 + drop::HEIGHT <= room;
        let most = if has_drop { room - drop::HEIGHT } else { room };
        let (picked, moved) = self.keys(ui, base, (most / measure::TABLE_ROW).floor());
        let chosen = self.selection.ids(&self.listed.ids);
        let (acts, entries) = act::menu(view, &chosen);
        let look = Look { heads: &heads, places: &places, entries: &entries };
        let mut picked = picked;
        let area = ScrollArea::vertical().auto_shrink([false, has_drop]).max_height(most);
        area.show_rows(ui, measure::TABLE_ROW, total, |ui, range| {
            let top = ui.max_rect().top() - measure::TABLE_ROW * range.start as f32;
            let row_rect = |line: usize| {
                let corner = pos2(ui.max_rect().left(), top + measure::TABLE_ROW * line as f32);
                Rect::from_min_size(corner, vec2(ui.max_rect().width(), measure::TABLE_ROW))
            };
            let stop = self.stop();
            let rects: Vec<(usize, Rect)> = range.clone().map(|line| (line, row_rect(line))).collect();
            // The stop of the Tab key is there even where it is out of sight, so that the focus stays with it.
            let outside = stop.filter(|line| !range.contains(line)).map(|line| (line, row_rect(line)));
            if moved && let Some(line) = stop {
                ui.scroll_to_rect(row_rect(line), None);
            }
            ui.allocate_space(vec2(ui.max_rect().width(), measure::TABLE_ROW * range.len() as f32));
            for (line, rect) in rects.into_iter().chain(outside) {
                let is_stop = stop == Some(line);
                if let Some(act) = self.row_ui(ui, view, rows, &look, (line, rect, is_stop, base), commands) {
                    picked = picked.or(acts.get(act).copied());
                }
            }
        });
        if has_drop {
            drop::drop_ui(ui, view, commands);
        }
        if let Some(act) = picked {
            self.act(act, view, commands);
        }
        if std::mem::take(&mut self.focuses_row)
            && let Some(id) = self.stop().and_then(|line| self.listed.ids.get(line))
        {
            ui.memory_mut(|memory| memory.request_focus(base.with(id)));
        }
    }

    /// The line that the Tab key leads to.
    fn stop(&self) -> Option<usize> {
        let lead = self.selection.lead();
        let at = lead.and_then(|lead| self.listed.ids.iter().position(|id| *id == lead));
        at.or((!self.listed.ids.is_empty()).then_some(0))
    }

    /// Takes the keys while a row has the focus: what to do, and whether another row leads now. `page` is how many rows
    /// are in sight.
    fn keys(&mut self, ui: &Ui, base: Id, page: f32) -> (Option<Act>, bool) {
        let Some(stop) = self.stop().map(|line| self.listed.ids[line]) else { return (None, false) };
        let id = base.with(stop);
        if !ui.memory(|memory| memory.has_focus(id)) {
            return (None, false);
        }
        if self.selection.lead().is_none() {
            self.selection.only(stop);
        }
        // The arrow keys belong to the table, not to the search for the next thing to focus.
        let keep = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        keep_keys(ui.ctx(), id, keep);
        let mut rows_a_page = 1_isize;
        while (rows_a_page as f32) < page - 1.0 {
            rows_a_page += 1;
        }
        let steps = [
            (Key::ArrowDown, 1),
            (Key::ArrowUp, -1),
            (Key::PageDown, rows_a_page),
            (Key::PageUp, -rows_a_page),
            (Key::Home, isize::MIN / 2),
            (Key::End, isize::MAX / 2),
        ];
        let mut moved = false;
        for (key, by) in steps {
            for (modifiers, is_extending) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
                for _ in 0..ui.input_mut(|input| input.count_and_consume_key(modifiers, key)) {
                    self.selection.step(&self.listed.ids, by, is_extending);
                    moved = true;
                }
            }
        }
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if pressed(Modifiers::COMMAND, Key::A) {
            self.selection.all(&self.listed.ids);
        }
        if pressed(Modifiers::COMMAND, Key::Space) {
            self.selection.toggle(stop);
        }
        // Space chooses what has the focus, like a click.
        if pressed(Modifiers::NONE, Key::Space) && !self.selection.holds(stop) {
            self.selection.only(stop);
        }
        let acts = [(Key::Enter, Act::Open), (Key::F2, Act::Rename), (Key::Delete, Act::Delete)];
        let act = acts.into_iter().find(|(key, _)| pressed(Modifiers::NONE, *key)).map(|(_, act)| act);
        if moved && let Some(lead) = self.selection.lead() {
            ui.memory_mut(|memory| memory.request_focus(base.with(lead)));
        }
        (act, moved)
    }

    /// Draws one row; which entry of the menu was picked.
    fn row_ui(
        &mut self,
        ui: &Ui,
        view: &View<'_>,
        rows: &Rows,
        look: &Look<'_>,
        (line, rect, is_stop, base): (usize, Rect, bool, Id),
        commands: &mut Commands,
    ) -> Option<usize> {
        let (at, id) = (*self.listed.places.get(line)?, *self.listed.ids.get(line)?);
        let source = view.study.sources.get(at)?;
        let is_chosen = self.selection.holds(id);
        let sense = if is_stop { Sense::click() } else { Sense::CLICK };
        let response = ui.interact(rect, base.with(id), sense);
        let name = format!("{} {}", source.short, source.called());
        response.widget_info(|| WidgetInfo::selected(Role::Row, true, is_chosen, &name));
        if ui.is_rect_visible(rect) {
            frame_at(ui, rect, &response, is_chosen);
            let icons_only = look.places.last().is_some_and(|last| last.left + last.width - rect.left() < ICONS_ONLY);
            for (head, column) in look.heads.iter().zip(look.places) {
                self.cell_at(ui.painter(), view, rows, (at, head.by), (rect, *column), icons_only);
            }
        }
        self.pointed_at(ui, &response, id);
        if response.double_clicked() {
            commands.send(Request::Show(Spot { source: id, range: None, coding: None }));
        }
        if response.secondary_clicked() && !is_chosen {
            self.selection.only(id);
        }
        let picked = context_menu_ui(&response, look.entries);
        let percent = rows.sources[at].stand.coded / 10;
        let tip = Message::new("data-row-tip").with("name", source.name.as_str()).with("percent", percent);
        response.on_hover_text(view.say(&tip));
        picked
    }

    fn pointed_at(&mut self, ui: &Ui, response: &Response, id: SourceId) {
        if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            if modifiers.shift {
                self.selection.extend(&self.listed.ids, id);
            } else if modifiers.command {
                self.selection.toggle(id);
            } else {
                self.selection.only(id);
            }
            response.request_focus();
        } else if response.has_focus() && self.selection.lead().is_none() {
            self.selection.only(id);
        }
    }

    fn cell_at(
        &self,
        painter: &Painter,
        view: &View<'_>,
        rows: &Rows,
        (at, by): (usize, By),
        (rect, column): (Rect, Column),
        icons_only: bool,
    ) {
        let theme = Theme::get(painter.ctx().global_style().visuals.dark_mode);
        let words = cell(view, rows, &self.counts, at, by);
        let (step, ink) = match by {
            _ if words == "–" || words == "…" => (type_scale::BODY, theme.text3),
            By::Code => (type_scale::STRONG, theme.text),
            By::Name | By::Informants | By::Segments => (type_scale::BODY, theme.text),
            _ => (type_scale::BODY, theme.text2),
        };
        match by {
            By::Technique => {
                let middle = pos2(column.left + ICON_MIDDLE, rect.center().y);
                let icon = icons::of_technique(view.study.sources[at].technique);
                icon_at(painter, middle, icon, measure::ICON, theme.text2);
                if !icons_only {
                    words_at(painter, rect, behind(column, ICON_ROOM), &words, step, ink);
                }
            }
            By::Progress => {
                let bar = Rect::from_min_size(
                    pos2(column.left, (rect.center().y - BAR_HEIGHT / 2.0).round()),
                    vec2(BAR, BAR_HEIGHT),
                );
                bar_at(painter, bar, &rows.sources[at].stand, theme);
                words_at(painter, rect, behind(column, BAR + space::XS), &words, step, ink);
            }
            _ => words_at(painter, rect, column, &words, step, ink),
        }
    }

    /// A head of a column that sorts by it.
    fn head_ui(&mut self, ui: &mut Ui, view: &View<'_>, head: &Head, rect: Rect, width: f32) {
        let theme = Theme::of(ui);
        let name = view.text(head.name);
        let is_on = self.order.by == Some(head.by);
        let step = type_scale::SMALL.strong();
        // A column of icons has no room for its name.
        let is_mute = head.by == By::Technique && width < ICONS_ONLY;
        let shown = if is_mute { "" } else { name.as_str() };
        let galley = Words::of(shown, step, theme.text2).within(ui.painter(), rect.width(), 1);
        let response = ui.interact(rect, ui.scope_id().with(("sort", head.name)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::ColumnHeader, true, is_on, &name));
        let left = if head.is_right { rect.right() - galley.size().x } else { rect.left() };
        let end = left + galley.size().x;
        ui.painter().galley(pos2(left, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text2);
        if is_on || response.hovered() {
            let icon = if is_on && self.order.is_reversed { icons::CARET_DOWN } else { icons::CARET_UP };
            let x = if head.is_right { left - 8.0 } else { end + 9.0 };
            icon_at(ui.painter(), pos2(x, rect.center().y), icon, 11.0, theme.text3);
        }
        focus_ring(ui, &response, rect.shrink2(vec2(-2.0, 8.0)), 3);
        let is_pressed = response.clicked();
        let sentence = Message::new("data-sort-tip").with("column", name);
        response.on_hover_text(view.say(&sentence));
        if is_pressed {
            self.order = self.order.after(head.by);
        }
    }
}

fn behind(column: Column, room: f32) -> Column {
    Column { left: column.left + room, width: column.width - room, ..column }
}

/// The fill, the line and the focus ring of a row.
fn frame_at(ui: &Ui, rect: Rect, response: &Response, is_chosen: bool) {
    let theme = Theme::of(ui);
    let fill = match (is_chosen, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => theme.sel,
        (false, true, _) => theme.press,
        (false, false, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::ZERO, fill);
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, theme.focus);
        ui.painter().rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, ring, StrokeKind::Inside);
    }
}

/// Draws how much is coded; full where it is done.
pub(super) fn bar_at(painter: &Painter, rect: Rect, stand: &Stand, theme: &Theme) {
    let corner = CornerRadius::same(2);
    painter.rect_filled(rect, corner, theme.line2);
    let share = if stand.stage == Stage::Done { 1.0 } else { stand.coded as f32 / 1000.0 };
    if share > 0.0 {
        let filled = vec2((rect.width() * share).max(BAR_HEIGHT), rect.height());
        painter.rect_filled(Rect::from_min_size(rect.min, filled), corner, theme.text2);
    }
}
