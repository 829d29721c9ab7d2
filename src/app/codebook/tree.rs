//! The tree at the left: a filter, rows that the keyboard walks, names typed where they will stand, codes dragged to
//! another place.

use super::rows::{Row, has_children};
use super::{CodebookPlace, Drop, Expected, MergePane, Named, act, listed};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{
    Cell, CodeChip, ListRow, MenuEntry, Words, context_menu_ui, dashed_outline, icon_at, keep_keys, label_ui,
    search_field_ui,
};
use crate::domain::{CodeId, Message};
use crate::project::{CodeChange, NewCode};
use eframe::egui::{
    Area, CornerRadius, EventFilter, Frame, Id, Key, Margin, Modifiers, Order, Rect, Response, Role, ScrollArea, Sense,
    Stroke, StrokeKind, TextEdit, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// Room of a level.
const INDENT: f32 = 20.0;
/// Column of short codes.
const SHORT: f32 = 52.0;

impl CodebookPlace {
    pub(super) fn tree_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        Frame::new().inner_margin(Margin::from(space::S)).show(ui, |ui| {
            let hint = view.text("codebook-filter");
            let response = search_field_ui(ui, &mut self.filter, &hint, "");
            if response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::ArrowDown)) {
                self.wants_focus = true;
            }
        });
        ui.spacing_mut().item_spacing.y = 0.0;
        let rows = listed(self, view);
        if rows.is_empty() {
            Frame::new().inner_margin(Margin::from(space::M)).show(ui, |ui| {
                let theme = Theme::of(ui);
                label_ui(ui, Words::of(&view.text("codebook-filter-none"), type_scale::BODY, theme.text2));
            });
            return;
        }
        let is_in_sight = |code: CodeId| {
            rows.iter().any(|row| matches!(row, Row::Code(at, _) if view.study.code_at(code) == Some(*at)))
        };
        // Whoever comes from the filter comes to what it has found.
        if self.wants_focus && self.expected.is_none() && !self.current().is_some_and(is_in_sight) {
            let first = rows.iter().find_map(|row| match row {
                Row::Code(at, _) => view.study.codes.get(*at as usize).map(|code| code.id),
                _ => None,
            });
            match first {
                Some(first) => self.choose(first),
                None => self.wants_focus = false,
            }
        }
        let mut area = ScrollArea::vertical().id_salt("codebook-rows").auto_shrink(false);
        if let Some(offset) = self.offset(view, &rows) {
            area = area.vertical_scroll_offset(offset);
        }
        let mut focused = None;
        let output = area.show_rows(ui, measure::ROW, rows.len(), |ui, range| {
            Frame::new().inner_margin(Margin::from(vec2(space::XS, 0.0))).show(ui, |ui| {
                for row in rows.get(range).unwrap_or_default() {
                    match row {
                        Row::Book(book) => {
                            let named = view.study.codebooks.iter().find(|other| Some(other.id) == *book);
                            let name = named.map_or_else(|| view.text("codebook-first"), |book| book.name.clone());
                            head_ui(ui, &name);
                        }
                        Row::Naming(depth) => self.naming_ui(ui, view, *depth, commands),
                        Row::Code(at, depth) => {
                            if self.code_ui(ui, view, *at, *depth, commands) {
                                focused = Some(*at);
                            }
                        }
                    }
                }
            });
        });
        self.scrolled = (output.state.clamped_offset().y, output.inner_rect.height());
        if let Some(at) = focused {
            self.hear_keys(ui, view, &rows, at, commands);
        }
        self.drag_ui(ui, view, commands);
    }

    /// How far to scroll so that the current row is in sight; nothing where it is or need not be.
    fn offset(&mut self, view: &View<'_>, rows: &[Row]) -> Option<f32> {
        let is_naming = self.naming.as_ref().is_some_and(|naming| naming.is_fresh);
        if !std::mem::take(&mut self.wants_sight) && !is_naming {
            return None;
        }
        let current = self.current().and_then(|code| view.study.code_at(code));
        let place = rows.iter().position(|row| match row {
            Row::Naming(_) => is_naming,
            Row::Code(at, _) => !is_naming && Some(*at) == current,
            Row::Book(_) => false,
        })?;
        let top = place as f32 * measure::ROW;
        let (offset, height) = self.scrolled;
        if height <= 0.0 {
            return None;
        }
        if top < offset {
            Some(top)
        } else if top + measure::ROW > offset + height {
            Some(top + measure::ROW - height)
        } else {
            None
        }
    }

    /// Draws a code; whether it has the focus.
    fn code_ui(&mut self, ui: &mut Ui, view: &View<'_>, at: u32, depth: usize, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let Some(code) = view.study.codes.get(at as usize) else { return false };
        let is_chosen = self.chosen.contains(&code.id);
        let id = ui.scope_id().with(code.id);
        let caret = if has_children(view.study, at) || depth == 0 { INDENT } else { 0.0 };
        let indent = INDENT * depth as f32 + caret;
        let count = self.counts.of(code.id).segments.to_string();
        let words = if code.short.is_empty() || depth > 0 { code.name.clone() } else { code.full_name() };
        let cell = if depth == 0 || code.short.is_empty() {
            Cell::Swatch(theme.code(code.colour), code.digit())
        } else {
            Cell::Short(&code.short, SHORT)
        };
        let row = ListRow { cell, right: &count, is_chosen, indent, ..ListRow::new(&words) };
        let corner = ui.cursor().min;
        // An id of its own, wherever the row stands: a code that is moved keeps the focus.
        let own = UiBuilder::new().scope_id(Id::unique("codebook-row").with(code.id));
        let response = ui.scope_builder(own, |ui| row.ui(ui)).inner;
        let rect = response.rect;
        if caret > 0.0 && has_children(view.study, at) {
            self.caret_ui(
                ui,
                view,
                code.id,
                &words,
                Rect::from_min_size(corner + vec2(INDENT * depth as f32, 0.0), vec2(INDENT + 4.0, measure::ROW)),
            );
        }
        if response.clicked() {
            let modifiers = ui.input(|input| input.modifiers);
            self.pick(view, code.id, modifiers);
            response.request_focus();
        } else if response.has_focus() && !is_chosen && !self.wants_focus {
            self.chosen = vec![code.id];
        }
        if response.double_clicked() && !view.is_read_only {
            self.name(Named::Code(code.id), code.name.clone());
        }
        if self.wants_focus && self.current() == Some(code.id) {
            self.wants_focus = false;
            response.request_focus();
        }
        if response.has_focus() {
            // The arrow keys belong to the tree, not to the search for the next thing to focus.
            let keep = EventFilter { vertical_arrows: true, horizontal_arrows: true, ..EventFilter::default() };
            keep_keys(ui.ctx(), response.id, keep);
        }
        self.menu(view, code.id, &response, commands);
        if !view.is_read_only {
            let handle = ui.interact(rect, id.with("drag"), Sense::DRAG);
            if handle.drag_started() {
                self.dragging = if is_chosen { self.chosen.clone() } else { vec![code.id] };
            }
            self.mark_drop(ui, view, code.id, rect);
        }
        response.has_focus()
    }

    fn caret_ui(&mut self, ui: &Ui, view: &View<'_>, code: CodeId, name: &str, rect: Rect) {
        let theme = Theme::of(ui);
        let is_open = !self.closed.contains(&code);
        let toggle = ui.interact(rect, ui.scope_id().with(code).with("caret"), Sense::CLICK);
        let key = if is_open { "coding-close-family" } else { "coding-open-family" };
        toggle.widget_info(|| {
            let words = view.say(&Message::new(key).with("code", name));
            WidgetInfo::selected(Role::Button, true, is_open, words)
        });
        let icon = if is_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
        icon_at(ui.painter(), pos2(rect.center().x + 2.0, rect.center().y), icon, 12.0, theme.text3);
        if toggle.clicked() {
            self.fold(code, is_open);
        }
    }

    fn fold(&mut self, code: CodeId, is_closed: bool) {
        if is_closed {
            self.closed.insert(code);
        } else {
            self.closed.remove(&code);
        }
    }

    /// A click chooses; with Ctrl it adds or takes away, with Shift it chooses all between.
    fn pick(&mut self, view: &View<'_>, code: CodeId, modifiers: Modifiers) {
        if modifiers.command {
            match self.chosen.iter().position(|other| *other == code) {
                Some(at) if self.chosen.len() > 1 => {
                    self.chosen.remove(at);
                }
                Some(_) => {}
                None => self.chosen.push(code),
            }
        } else if modifiers.shift {
            let from = self.chosen.first().and_then(|first| view.study.code_at(*first));
            let (Some(from), Some(to)) = (from, view.study.code_at(code)) else { return };
            let first = self.chosen[0];
            let between = view.study.codes.get(from.min(to) as usize..=from.max(to) as usize).unwrap_or_default();
            self.chosen = vec![first];
            self.chosen.extend(between.iter().map(|code| code.id).filter(|other| *other != first && *other != code));
            if code != first {
                self.chosen.push(code);
            }
        } else {
            self.chosen = vec![code];
        }
    }

    fn menu(&mut self, view: &View<'_>, code: CodeId, response: &Response, commands: &mut Commands) {
        let is_open = !view.is_read_only;
        let entries = [
            MenuEntry::new(view.text("codebook-add-below")).icon(icons::PLUS).enabled(is_open),
            MenuEntry::new(view.text("codebook-rename")).icon(icons::PENCIL_SIMPLE).key("F2").enabled(is_open),
            MenuEntry::new(view.text("codebook-merge")).enabled(is_open),
            MenuEntry::new(view.text("codebook-code-versions")).icon(icons::CLOCK_COUNTER_CLOCKWISE),
            MenuEntry::new(view.text("codebook-delete")).key("Del").enabled(is_open).grave(true),
        ];
        let Some(picked) = context_menu_ui(response, &entries) else { return };
        if !self.chosen.contains(&code) {
            self.chosen = vec![code];
        }
        match picked {
            0 => self.name(Named::New { parent: Some(code), codebook: None }, String::new()),
            1 => self.rename(view, code),
            2 => self.merge(commands),
            3 => commands.send(super::versions::ask(Some(code))),
            _ => act::delete(commands, self.chosen.clone()),
        }
    }

    fn rename(&mut self, view: &View<'_>, code: CodeId) {
        if let Some(code) = view.study.code(code) {
            self.name(Named::Code(code.id), code.name.clone());
        }
    }

    fn merge(&self, commands: &mut Commands) {
        commands.send(Request::Lay(Box::new(MergePane::new(self.chosen.clone()))));
    }

    fn hear_keys(&mut self, ui: &Ui, view: &View<'_>, rows: &[Row], at: u32, commands: &mut Commands) {
        let study = view.study;
        let Some(code) = study.codes.get(at as usize).map(|code| code.id) else { return };
        let pressed = |modifiers: Modifiers, key: Key| ui.input_mut(|input| input.consume_key(modifiers, key));
        if !view.is_read_only {
            // More modifiers stand before fewer: without Alt the same keys walk through the rows.
            let moved = if pressed(Modifiers::ALT, Key::ArrowRight) {
                act::indent(study, code, commands).map(|parent| self.fold(parent, false))
            } else if pressed(Modifiers::ALT, Key::ArrowLeft) {
                act::outdent(study, code, commands)
            } else if pressed(Modifiers::ALT, Key::ArrowUp) {
                act::shift(study, code, true, commands)
            } else if pressed(Modifiers::ALT, Key::ArrowDown) {
                act::shift(study, code, false, commands)
            } else {
                None
            };
            if moved.is_some() {
                (self.wants_focus, self.wants_sight) = (true, true);
                return;
            }
            let is_plus = ui.input(|input| {
                input.events.iter().any(|event| matches!(event, eframe::egui::Event::Text(text) if text == "+"))
            });
            if pressed(Modifiers::NONE, Key::Insert) || is_plus {
                return self.add_below(view);
            }
            if pressed(Modifiers::NONE, Key::F2) {
                return self.rename(view, code);
            }
            if pressed(Modifiers::NONE, Key::Delete) {
                return act::delete(commands, self.chosen.clone());
            }
            if pressed(Modifiers::NONE, Key::M) {
                return self.merge(commands);
            }
        }
        if pressed(Modifiers::NONE, Key::Enter) {
            self.form.wants_focus = true;
            return;
        }
        let place = rows.iter().position(|row| matches!(row, Row::Code(other, _) if *other == at)).unwrap_or(0);
        let code_of = |row: &Row| match row {
            Row::Code(at, _) => study.codes.get(*at as usize).map(|code| code.id),
            _ => None,
        };
        let is_several = ui.input(|input| input.modifiers.shift);
        let next = if pressed(Modifiers::NONE, Key::ArrowDown) {
            rows.get(place + 1..).unwrap_or_default().iter().find_map(code_of)
        } else if pressed(Modifiers::NONE, Key::ArrowUp) {
            rows.get(..place).unwrap_or_default().iter().rev().find_map(code_of)
        } else if pressed(Modifiers::NONE, Key::ArrowLeft) {
            if has_children(study, at) && !self.closed.contains(&code) {
                self.fold(code, true);
                None
            } else {
                study.codes.get(at as usize).and_then(|code| code.parent)
            }
        } else if pressed(Modifiers::NONE, Key::ArrowRight) {
            self.fold(code, false);
            None
        } else {
            None
        };
        if let Some(next) = next {
            if is_several {
                self.chosen.retain(|other| *other != next);
                self.chosen.push(next);
            } else {
                self.chosen = vec![next];
            }
            (self.wants_focus, self.wants_sight) = (true, true);
        }
    }

    /// The field in which a name is typed. Enter takes it, Esc throws it away, leaving it takes what is there.
    fn naming_ui(&mut self, ui: &mut Ui, view: &View<'_>, depth: usize, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let Some(naming) = &mut self.naming else { return };
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::hover());
        let left = rect.left() + INDENT * (depth as f32 + 1.0);
        let place = Rect::from_min_max(pos2(left, rect.top() + 1.0), rect.right_bottom() - vec2(0.0, 1.0));
        let font = type_scale::BODY.font();
        let hint = view.text("codebook-name-hint");
        let frame = Frame::new().fill(theme.field).corner_radius(CornerRadius::same(radius::CONTROL));
        let field = TextEdit::singleline(&mut naming.text)
            .id(Id::unique("codebook-naming"))
            .font(font.clone())
            .text_color(theme.text)
            .hint_text(eframe::egui::RichText::new(&hint).color(theme.text3).font(font))
            .frame(frame.inner_margin(Margin::symmetric(6, 2)));
        let response = ui.put(place, field);
        ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(hint));
        let edge = Stroke::new(stroke::FIELD, theme.focus);
        ui.painter().rect_stroke(response.rect, CornerRadius::same(radius::CONTROL), edge, StrokeKind::Inside);
        if std::mem::take(&mut naming.is_fresh) {
            response.request_focus();
            return;
        }
        if !response.lost_focus() {
            return;
        }
        let is_given_up = ui.input(|input| input.key_pressed(Key::Escape));
        let Some(naming) = self.naming.take() else { return };
        let name = naming.text.trim().to_owned();
        self.wants_focus = ui.input(|input| input.key_pressed(Key::Enter)) || is_given_up;
        if is_given_up || name.is_empty() {
            return;
        }
        match naming.what {
            Named::New { parent, codebook } => {
                self.expected = Some(Expected { parent, name: name.clone() });
                let new = NewCode { parent, codebook, name, ..NewCode::default() };
                commands.send(Request::change(move |project| project.add_code(new)));
            }
            Named::Code(code) => {
                commands.send(Request::change(move |project| project.change_code(code, &[CodeChange::Name(name)])));
            }
            Named::NewBook => {
                commands.send(Request::change(move |project| project.add_codebook(&name, "", None)));
            }
            Named::Book(id) => {
                let old = view.study.codebooks.iter().find(|book| book.id == id);
                let description = old.map(|book| book.description.clone()).unwrap_or_default();
                commands.send(Request::change(move |project| project.change_codebook(id, &name, &description)));
            }
        }
    }

    /// Marks where what is dragged would go, where the pointer is over this row.
    fn mark_drop(&mut self, ui: &Ui, view: &View<'_>, code: CodeId, rect: Rect) {
        let Some(pointer) = ui.ctx().pointer_latest_pos().filter(|_| !self.dragging.is_empty()) else { return };
        if !rect.contains(pointer) || !ui.clip_rect().contains(pointer) {
            return;
        }
        let theme = Theme::of(ui);
        let part = (pointer.y - rect.top()) / rect.height();
        let drop = match part {
            part if part < 0.25 => Drop::Before(code),
            part if part > 0.75 => Drop::After(code),
            _ => Drop::Into(code),
        };
        let parent = match drop {
            Drop::Into(code) => Some(code),
            Drop::Before(code) | Drop::After(code) => view.study.code(code).and_then(|code| code.parent),
        };
        let at = parent.and_then(|parent| view.study.code_at(parent));
        let places = self.dragging.iter().filter_map(|code| view.study.code_at(*code));
        let is_refused = places.into_iter().any(|moved| at.is_some_and(|at| view.study.is_within(at, moved)));
        let corner = CornerRadius::same(radius::CONTROL);
        let edge = Stroke::new(stroke::FIELD, theme.focus);
        if is_refused {
            dashed_outline(ui.painter(), rect.shrink(1.0), theme.line3);
        } else {
            match drop {
                Drop::Into(_) => {
                    ui.painter().rect_filled(rect, corner, theme.sel.gamma_multiply(0.6));
                    ui.painter().rect_stroke(rect, corner, edge, StrokeKind::Inside);
                }
                Drop::Before(_) => {
                    ui.painter().hline(rect.x_range(), rect.top(), edge);
                }
                Drop::After(_) => {
                    ui.painter().hline(rect.x_range(), rect.bottom(), edge);
                }
            }
        }
        self.drop = Some(drop);
        self.refused = is_refused.then_some(drop);
    }

    /// What is dragged travels as its chip; where it is let go it goes.
    fn drag_ui(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let drop = self.drop.take();
        let Some(first) = self.dragging.first().and_then(|code| view.study.code(*code)) else {
            self.dragging.clear();
            return;
        };
        if ui.input(|input| input.key_pressed(Key::Escape)) {
            self.dragging.clear();
            return;
        }
        if let Some(pointer) = ui.ctx().pointer_latest_pos() {
            let theme = Theme::of(ui);
            let area = Area::new(Id::unique("codebook-dragged")).order(Order::Tooltip).interactable(false);
            area.fixed_pos(pointer + vec2(12.0, 8.0)).show(ui.ctx(), |ui| {
                let shadow = ui.style().visuals.popup_shadow;
                Frame::new().fill(theme.raised).shadow(shadow).corner_radius(CornerRadius::same(radius::CHIP)).show(
                    ui,
                    |ui| {
                        let more = self.dragging.len() - 1;
                        let name = if more > 0 { format!("{} +{more}", first.name) } else { first.name.clone() };
                        CodeChip { look: theme.code(first.colour), short: &first.short, name: &name, direction: None }
                            .ui(ui);
                    },
                );
            });
        }
        if ui.input(|input| input.pointer.any_released()) {
            let moved = std::mem::take(&mut self.dragging);
            match drop {
                // The verb refuses what cannot be, in words; they stand in the status line.
                Some(Drop::Into(code)) => {
                    let to = crate::project::MoveTo { parent: Some(code), ..Default::default() };
                    commands.send(Request::change(move |project| project.move_codes(&moved, to)));
                    self.fold(code, false);
                }
                Some(Drop::Before(code)) => {
                    act::beside(view.study, &moved, code, false, commands);
                }
                Some(Drop::After(code)) => {
                    act::beside(view.study, &moved, code, true, commands);
                }
                None => {}
            }
        }
    }
}

/// The head of a codebook's part of the tree.
fn head_ui(ui: &mut Ui, name: &str) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::ROW), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    let galley =
        Words::of(name, type_scale::SMALL.strong(), theme.text2).within(ui.painter(), rect.width() - space::M, 1);
    let corner = pos2(rect.left() + space::XS, (rect.center().y - galley.size().y / 2.0).round());
    ui.painter().galley(corner, galley, theme.text2);
}
