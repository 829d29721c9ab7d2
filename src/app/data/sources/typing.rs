//! The form of a source that is typed or pasted: field notes, an observation sheet, an interview that was never a file.
//! What is typed is kept as a draft until it is a source, whatever becomes of the form.

use super::editor;
use crate::app::commands::{Commands, Request};
use crate::app::drafts::Field;
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, choice_ui, field_ui, label_ui, labelled_ui, text_area_ui};
use crate::domain::{Date, Message, Say, Technique};
use crate::project::{TypedProposal, TypedSource, pasted_lines};
use eframe::egui::{Align, Key, Layout, Modifiers, ScrollArea, Ui, ViewportCommand, vec2};
use std::sync::{Arc, Mutex};

/// Widths of the fields that hold little.
const TECHNIQUE: f32 = 180.0;
const DATE: f32 = 200.0;
const INFORMANT: f32 = 160.0;
/// Of the window's height, what the form without its text takes.
const REST: f32 = 350.0;
/// Height of the text, at least and at most.
const TEXT: (f32, f32) = (150.0, 420.0);

/// What came of the source that was sent off; nothing while it is on its way.
type Outcome = Arc<Mutex<Option<Result<(), Message>>>>;

/// The form.
#[derive(Default)]
pub(in crate::app) struct TypePane {
    name: String,
    technique: Option<Technique>,
    date: String,
    place: String,
    informant: String,
    text: String,
    /// Whether it has been drawn: the first field has the focus, and what was left is there.
    is_begun: bool,
    /// Whether the text was left from before.
    is_resumed: bool,
    wrong: Option<Message>,
    sent: Option<Outcome>,
    /// What was found in the text as it stood when that was asked last.
    found: Found,
}

/// What was found in the text; asked behind the window whenever the text or what bears upon it has changed, and one
/// question at a time.
#[derive(Default)]
struct Found {
    asked: Option<TypedSource>,
    told: Option<Option<TypedProposal>>,
    waiting: Option<Arc<Mutex<Option<Option<TypedProposal>>>>>,
}

impl Found {
    fn ask(&mut self, typed: TypedSource, commands: &mut Commands) {
        if let Some(told) = self.waiting.as_ref().and_then(|waiting| waiting.lock().ok()?.take()) {
            (self.told, self.waiting) = (Some(told), None);
        }
        if self.waiting.is_some() || self.asked.as_ref() == Some(&typed) {
            return;
        }
        self.asked = Some(typed.clone());
        let answer = Arc::new(Mutex::new(None));
        self.waiting = Some(Arc::clone(&answer));
        commands.send(Request::Ask(Box::new(move |project| {
            let proposal = project.propose_typed(&typed);
            if let Ok(mut answer) = answer.lock() {
                *answer = Some(proposal);
            }
            Ok(None)
        })));
    }
}

impl Pane for TypePane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        if self.has_landed() {
            commands.send(Request::Draft(Field::NewSource, None));
            return true;
        }
        pane_width_ui(ui, measure::PANE_WIDE);
        heading_ui(ui, &view.text("type-title"));
        let is_first = !std::mem::replace(&mut self.is_begun, true);
        if is_first && let Some(draft) = view.drafts.of(Field::NewSource) {
            self.text.clone_from(&draft.text);
            self.is_resumed = true;
        }
        self.facts_ui(ui, view, is_first);
        self.text_ui(ui, view, commands);
        self.found_ui(ui, view, commands);
        let theme = Theme::of(ui);
        if let Some(wrong) = &self.wrong {
            label_ui(ui, Words::of(&view.say(wrong), type_scale::SMALL, theme.dissonance.text));
        }
        self.foot_ui(ui, view, commands)
    }
}

impl TypePane {
    fn facts_ui(&mut self, ui: &mut Ui, view: &View<'_>, is_first: bool) {
        let width = ui.available_width();
        let part = |ui: &mut Ui, width: f32, inner: &mut dyn FnMut(&mut Ui)| {
            ui.allocate_ui_with_layout(vec2(width, measure::BUTTON), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                inner(ui);
            });
        };
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            part(ui, width - TECHNIQUE - space::S, &mut |ui| {
                let field = field_ui(ui, &view.text("type-name"), &mut self.name, &view.text("type-name-hint"));
                if is_first {
                    field.request_focus();
                }
            });
            part(ui, TECHNIQUE, &mut |ui| {
                let name = view.text("data-column-technique");
                let choices: Vec<(Option<Technique>, String)> = [(None, view.text("type-technique-open"))]
                    .into_iter()
                    .chain(Technique::ALL.map(|one| (Some(one), view.text(&format!("technique-{one}")))))
                    .collect();
                labelled_ui(ui, &name, |ui| choice_ui(ui, &name, &mut self.technique, &choices));
            });
        });
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            part(ui, DATE, &mut |ui| {
                field_ui(ui, &view.text("data-column-date"), &mut self.date, &view.text("type-date-hint"));
            });
            part(ui, width - DATE - INFORMANT - 2.0 * space::S, &mut |ui| {
                field_ui(ui, &view.text("data-column-place"), &mut self.place, "");
            });
            part(ui, INFORMANT, &mut |ui| {
                field_ui(ui, &view.text("type-informant"), &mut self.informant, &view.text("type-informant-hint"));
            });
        });
    }

    fn text_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let height = (ui.ctx().content_rect().height() - REST).clamp(TEXT.0, TEXT.1);
        let before = self.text.clone();
        let area = ScrollArea::vertical().id_salt("typed").max_height(height).min_scrolled_height(height);
        let shown = area.auto_shrink([false, true]).show(ui, |ui| {
            let mut rows = 3;
            while (rows as f32 + 3.0) * type_scale::BODY.line < height {
                rows += 1;
            }
            text_area_ui(ui, &view.text("type-text"), &mut self.text, &view.text("type-text-hint"), rows)
        });
        ui.horizontal(|ui| {
            ui.spacing_mut().item_spacing.x = space::M;
            label_ui(ui, Words::of(&view.text("type-templates"), type_scale::SMALL, theme.text2));
            // A template fills an empty sheet and never replaces words.
            let is_empty = self.text.trim().is_empty();
            let why = if is_empty { String::new() } else { view.text("type-template-why-not") };
            for (key, technique) in
                [("type-template-observation", Technique::Observation), ("type-template-notes", Technique::Observation)]
            {
                let name = view.text(key);
                if Button::link(&name).small_words().enabled(is_empty).tip(&why).ui(ui).clicked() {
                    self.text = view.text(&format!("{key}.text"));
                    self.technique = Some(technique);
                }
            }
            if Button::link(&view.text("type-paste")).small_words().ui(ui).clicked() {
                shown.inner.request_focus();
                ui.ctx().send_viewport_cmd(ViewportCommand::RequestPaste);
            }
            let clear = view.text("type-clear");
            if !is_empty && Button::link(&clear).small_words().ui(ui).clicked() {
                self.text.clear();
                self.is_resumed = false;
            }
            let words = crate::project::words_in(&self.text);
            let count = view.say(&Message::new("type-words").with("n", words));
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                label_ui(ui, Words::of(&count, type_scale::SMALL, theme.text3));
            });
        });
        if self.is_resumed {
            label_ui(ui, Words::of(&view.text("type-resumed"), type_scale::SMALL, theme.text3));
        }
        if self.text != before {
            // What is shown is what is kept: lines as they were where the words were copied.
            self.text = pasted_lines(&self.text);
            self.wrong = None;
            let kept = Some(self.text.clone()).filter(|text| !text.trim().is_empty());
            commands.send(Request::Draft(Field::NewSource, kept));
        }
    }

    /// Says what the text would become, in the place that is kept for it.
    fn found_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let mut typed = self.typed(editor::date(&self.date).ok().flatten());
        if typed.name.is_empty() {
            // A text without a name has its proposals too.
            typed.name = view.text("type-name");
        }
        self.found.ask(typed, commands);
        let Some(Some(found)) = self.found.told.as_ref().filter(|_| !self.text.trim().is_empty()) else {
            label_ui(ui, Words::of(" ", type_scale::SMALL, theme.text3));
            return;
        };
        let technique = view.text(&format!("technique-{}", found.technique));
        let date = found.date.map_or_else(|| view.text("type-found-undated"), |date| view.catalog.short_date(date));
        let key = if found.informants.is_empty() { "type-found" } else { "type-found-people" };
        let message = Message::new(key)
            .with("technique", technique)
            .with("date", date)
            .with("turns", found.turns)
            .with("people", found.informants.join(", "));
        label_ui(ui, Words::of(&view.say(&message), type_scale::SMALL, theme.text2));
        if !found.undecided.is_empty() {
            let message = Message::new("type-found-undecided").with("labels", found.undecided.join(", "));
            label_ui(ui, Words::of(&view.say(&message), type_scale::SMALL, theme.partial.text));
        }
    }

    fn foot_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> bool {
        let (add, cancel) = (view.text("type-add"), view.text("status-cancel"));
        let is_ready = self.sent.is_none() && !self.name.trim().is_empty() && !self.text.trim().is_empty();
        let why = if is_ready { String::new() } else { view.text("type-why-not") };
        let is_entered = is_ready && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let mut is_done = false;
        foot_ui(ui, |ui| {
            let button = Button::primary(&add).enabled(is_ready && !view.is_read_only).tip(&why);
            if button.ui(ui).clicked() || is_entered {
                self.send(view, commands);
            }
            is_done = Button::outlined(&cancel).ui(ui).clicked();
        });
        is_done
    }

    fn typed(&self, date: Option<Date>) -> TypedSource {
        TypedSource {
            name: self.name.trim().to_owned(),
            text: self.text.clone(),
            technique: self.technique,
            date,
            place: self.place.trim().to_owned(),
            informant: Some(self.informant.trim().to_owned()).filter(|code| !code.is_empty()),
        }
    }

    fn send(&mut self, view: &View<'_>, commands: &mut Commands) {
        let date = match editor::date(&self.date) {
            Ok(date) => date,
            Err(wrong) => {
                self.wrong = Some(wrong);
                return;
            }
        };
        let name = self.name.trim();
        if view.study.sources.iter().any(|source| source.name == name) {
            self.wrong = Some(Message::new("error-name-taken").with("name", name));
            return;
        }
        let typed = self.typed(date);
        let outcome = Outcome::default();
        self.wrong = None;
        self.sent = Some(Arc::clone(&outcome));
        commands.send(Request::change(move |project| {
            let landed = project.type_source(&typed);
            if let Ok(mut outcome) = outcome.lock() {
                *outcome = Some(landed.as_ref().map(|_| ()).map_err(Say::message));
            }
            landed
        }));
    }

    /// Whether the source is in. Where it was refused the form stays as it was and says why.
    fn has_landed(&mut self) -> bool {
        let outcome = self.sent.as_ref().and_then(|sent| sent.lock().ok()?.take());
        match outcome {
            None => false,
            Some(Ok(())) => true,
            Some(Err(wrong)) => {
                self.wrong = Some(wrong);
                self.sent = None;
                false
            }
        }
    }
}
