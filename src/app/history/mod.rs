//! The history: every step as a sentence, with who and when, the newest first, by days. From a step there is a way to
//! its place in the text, and a way back to what the project was before it.

mod back;
mod lines;
mod row;
mod spot;
#[cfg(test)]
mod walk;

use super::command::Command;
use super::commands::{Commands, Request};
use super::icons;
use super::place::{Place, Spot};
use super::theme::{measure, space};
use super::view::View;
use super::widgets::{Button, choice_ui, empty_place_ui, keep_keys, place_header_ui, search_field_ui};
use crate::domain::{Message, SourceId, StepId};
use crate::project::Step;
use eframe::egui::{EventFilter, FocusDirection, Id, Key, Modifiers, Rect, ScrollArea, Ui, vec2};
use lines::{Line, Lines};

/// Steps that are read at a time.
pub(super) const STEPS: u32 = 500;
/// Rows above the last from which on more steps are read.
const NEAR: usize = 40;
/// Width of the choice of coders and of the field of words.
const FILTER: (f32, f32) = (168.0, 200.0);

/// The state of the place.
#[derive(Default)]
pub struct HistoryPlace {
    lines: Lines,
    /// Only the steps of this coder.
    coder: Option<String>,
    /// Only the steps whose sentence holds these words.
    words: String,
    chosen: Option<StepId>,
    /// The place in a text to go to, once the text is there.
    wish: Option<(SourceId, u32)>,
    /// How many steps had been read when more were asked for.
    asked: usize,
}

impl HistoryPlace {
    fn chosen<'a>(&self, view: &View<'a>) -> Option<&'a Step> {
        view.history.iter().find(|step| Some(step.id) == self.chosen)
    }

    fn header_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let step = self.chosen(view).cloned();
        let (mut coder, mut words) = (self.coder.clone(), std::mem::take(&mut self.words));
        let (mut is_back, mut is_shown) = (false, false);
        let coders = self.lines.coders();
        place_header_ui(
            ui,
            view.is_small,
            &view.text("place-history"),
            |ui| {
                let any = view.text("history-any-coder");
                let choices: Vec<(Option<String>, String)> = std::iter::once((None, any))
                    .chain(coders.iter().map(|name| (Some(name.clone()), name.clone())))
                    .collect();
                if choices.len() > 2 {
                    ui.scope(|ui| {
                        ui.set_max_width(FILTER.0);
                        choice_ui(ui, &view.text("history-coder"), &mut coder, &choices);
                    });
                }
                ui.scope(|ui| {
                    ui.set_max_width(FILTER.1);
                    search_field_ui(ui, &mut words, &view.text("history-words"), "");
                });
            },
            |ui| {
                ui.spacing_mut().item_spacing.x = space::XS;
                let names = ["history-back", "history-show"].map(|key| view.text(key));
                let tip = view.text("history-choose-first");
                let place = step.as_ref().and_then(|step| spot::of(view.study, &step.sentence));
                let back = Button::outlined(&names[0]).icon(icons::CLOCK_COUNTER_CLOCKWISE);
                is_back = back.enabled(step.is_some() && !view.is_read_only).tip(&tip).ui(ui).clicked();
                if place.is_some() {
                    is_shown = Button::quiet(&names[1]).icon(icons::HIGHLIGHTER_CIRCLE).ui(ui).clicked();
                }
                let undo = view.text(Command::Undo.label());
                let button = Button::quiet(&undo).icon(icons::ARROW_COUNTER_CLOCKWISE);
                // In a small window it gives way: the bar at the top has it too.
                let has_room = !view.is_small || step.is_none();
                if has_room && button.enabled(Command::Undo.is_enabled(Some(view))).ui(ui).clicked() {
                    commands.run(Command::Undo);
                }
            },
        );
        (self.coder, self.words) = (coder, words);
        if let Some(step) = step {
            if is_back {
                commands.send(back::ask(step.id));
            }
            if is_shown {
                self.wish = spot::of(view.study, &step.sentence);
            }
        }
    }

    /// Goes to the place of a step, once its text is there.
    fn fulfil_wish(&mut self, view: &View<'_>, commands: &mut Commands) {
        let Some((source, line)) = self.wish else { return };
        let Some(facts) = view.study.source(source) else {
            self.wish = None;
            return;
        };
        let Some(text) = view.texts.get(facts) else { return };
        self.wish = None;
        commands.send(Request::Show(Spot { source, range: spot::line(&text, line), coding: None }));
    }

    /// The line that the Tab key leads to.
    fn stop(&self, view: &View<'_>) -> Option<usize> {
        let lines = self.lines.list();
        let id = |line: &Line| match line {
            Line::Step(at) => view.history.get(*at).map(|step| step.id),
            Line::Day(_) => None,
        };
        let chosen = self.chosen.and_then(|chosen| lines.iter().position(|line| id(line) == Some(chosen)));
        chosen.or_else(|| lines.iter().position(|line| id(line).is_some()))
    }

    /// Takes the keys while a row has the focus; the line that is chosen by them now, if another.
    fn keys(&mut self, ui: &Ui, view: &View<'_>, base: Id, page: usize, commands: &mut Commands) -> Option<usize> {
        let stop = self.stop(view)?;
        let id = base.with(self.step_at(view, stop)?.id);
        let is_free = ui.memory(|memory| memory.focused().is_none() && memory.top_modal_layer().is_none());
        if is_free && ui.input(|input| input.key_pressed(Key::ArrowDown) || input.key_pressed(Key::ArrowUp)) {
            ui.memory_mut(|memory| {
                memory.request_focus(id);
                // The arrow has done its work: egui would take it on to the next row.
                memory.move_focus(FocusDirection::None);
            });
        }
        if !ui.memory(|memory| memory.has_focus(id)) {
            return None;
        }
        let keep = EventFilter { vertical_arrows: true, ..EventFilter::default() };
        keep_keys(ui.ctx(), id, keep);
        let pressed = |key: Key| ui.input_mut(|input| input.count_and_consume_key(Modifiers::NONE, key));
        if pressed(Key::Enter) > 0 && !view.is_read_only {
            self.chosen = self.step_at(view, stop).map(|step| step.id);
            commands.extend(self.chosen.map(back::ask));
            return None;
        }
        let steps: Vec<usize> = self.lines.steps().collect();
        let here = steps.iter().position(|line| *line == stop)?;
        let last = steps.len().saturating_sub(1);
        // The first press chooses the row that has the focus.
        let mut to = if self.chosen.is_none() { None } else { Some(here) };
        let mut is_pressed = false;
        for (key, by) in [
            (Key::ArrowDown, 1_isize),
            (Key::ArrowUp, -1),
            (Key::PageDown, isize::try_from(page).unwrap_or(1)),
            (Key::PageUp, -isize::try_from(page).unwrap_or(1)),
            (Key::Home, isize::MIN / 2),
            (Key::End, isize::MAX / 2),
        ] {
            for _ in 0..pressed(key) {
                is_pressed = true;
                to = Some(to.map_or(here, |to| to.saturating_add_signed(by).min(last)));
            }
        }
        if pressed(Key::Space) > 0 {
            (to, is_pressed) = (Some(here), true);
        }
        if !is_pressed {
            return None;
        }
        let line = *steps.get(to?)?;
        let step = self.step_at(view, line)?.id;
        let is_new = self.chosen != Some(step);
        self.chosen = Some(step);
        ui.memory_mut(|memory| memory.request_focus(base.with(step)));
        is_new.then_some(line)
    }

    fn step_at<'a>(&self, view: &View<'a>, line: usize) -> Option<&'a Step> {
        match self.lines.list().get(line)? {
            Line::Step(at) => view.history.get(*at),
            Line::Day(_) => None,
        }
    }

    fn list_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        ui.spacing_mut().item_spacing.y = 0.0;
        let base = ui.scope_id().with("history");
        let page = ui.available_height();
        let rows = lines::rows(page / measure::TABLE_HEAD);
        let moved = self.keys(ui, view, base, rows, commands);
        let count = self.lines.list().len();
        let mut area = ScrollArea::vertical().auto_shrink(false);
        if let Some(line) = moved {
            area = area.vertical_scroll_offset(self.lines.offset(line, page));
        }
        let stop = self.stop(view);
        let mut last = 0;
        let shown = area.show_rows(ui, measure::TABLE_HEAD, count, |ui, range| {
            last = range.end;
            let (corner, width) = (ui.cursor().min, ui.available_width());
            let rect_of = |line: usize| {
                let down = measure::TABLE_HEAD * (line as f32 - range.start as f32);
                Rect::from_min_size(corner + vec2(0.0, down), vec2(width, measure::TABLE_HEAD))
            };
            // The stop of the Tab key is there even where it is out of sight, so that the focus stays with it.
            let outside = stop.filter(|line| !range.contains(line));
            for line in range.clone().chain(outside) {
                if let Some(Line::Day(day)) = self.lines.list().get(line) {
                    row::day_at(ui, rect_of(line), day);
                }
                let Some(step) = self.step_at(view, line) else { continue };
                let place = (rect_of(line), base.with(step.id));
                let response = row::step_at(ui, view, step, place, self.chosen == Some(step.id), stop == Some(line));
                if response.clicked() {
                    self.chosen = Some(step.id);
                    response.request_focus();
                }
                if response.double_clicked() && !view.is_read_only {
                    commands.send(back::ask(step.id));
                }
            }
            ui.allocate_space(vec2(width, measure::TABLE_HEAD * range.len() as f32));
        });
        self.lines.stood(shown.state.clamped_offset().y);
        // A whole helping was read, so there may be more.
        let read = view.history.len();
        let is_whole = read > 0 && u32::try_from(read).is_ok_and(|read| read % STEPS == 0);
        if last + NEAR >= count && is_whole && self.asked != read {
            self.asked = read;
            commands.send(Request::History(u32::try_from(read).unwrap_or(u32::MAX).saturating_add(STEPS)));
        }
    }
}

impl Place for HistoryPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        self.lines.keep(view, self.coder.as_deref(), &self.words);
        self.header_ui(ui, view, commands);
        self.fulfil_wish(view, commands);
        if view.history.is_empty() {
            empty_place_ui(ui, icons::CLOCK_COUNTER_CLOCKWISE, &view.text("history-empty"), &[]);
            return;
        }
        if self.lines.list().is_empty() {
            let clear = view.text("history-clear");
            if empty_place_ui(ui, icons::FUNNEL, &view.text("history-none"), &[(None, &clear)]).is_some() {
                self.coder = None;
                self.words.clear();
            }
            return;
        }
        self.list_ui(ui, view, commands);
    }

    fn facts(&self, view: &View<'_>) -> String {
        let shown = self.lines.steps().count();
        if shown < view.history.len() && (self.coder.is_some() || !self.words.trim().is_empty()) {
            let facts = Message::new("history-facts-some").with("n", shown).with("of", view.history.len());
            return view.say(&facts);
        }
        view.say(&Message::new("history-facts").with("n", view.history.len()))
    }
}
