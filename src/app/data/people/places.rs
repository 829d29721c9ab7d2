//! Everywhere the words of an informant occur; and, for one who has withdrawn, removing them for good after typing the
//! code.

use super::sent::Sent;
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, field_ui, label_ui};
use crate::domain::{InformantId, Message};
use crate::project::{Occurrence, Purged};
use eframe::egui::{Key, ScrollArea, Ui};

/// Of the window's height, what the form takes beside its list.
const REST: f32 = 380.0;
/// Height of the list, at least and at most.
const LIST: (f32, f32) = (110.0, 340.0);

/// The form.
pub(super) struct PlacesPane {
    id: InformantId,
    code: String,
    found: Vec<Occurrence>,
    is_purging: bool,
    typed: String,
    wrong: Option<Message>,
    sent: Sent<Purged>,
    done: Option<Purged>,
    is_begun: bool,
}

/// Looks where the words of an informant occur and shows it.
pub(super) fn ask(id: InformantId, code: &str, is_purging: bool) -> Request {
    let code = code.to_owned();
    Request::Ask(Box::new(move |project| {
        let pane = PlacesPane {
            id,
            code,
            found: project.occurrences(id)?,
            is_purging,
            typed: String::new(),
            wrong: None,
            sent: Sent::default(),
            done: None,
            is_begun: false,
        };
        Ok(Some(Request::Lay(Box::new(pane))))
    }))
}

impl Pane for PlacesPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        match self.sent.take() {
            Some(Ok(purged)) => self.done = Some(purged),
            Some(Err(wrong)) => self.wrong = Some(wrong),
            None => {}
        }
        pane_width_ui(ui, measure::PANE_WIDE);
        if let Some(purged) = &self.done {
            return done_ui(ui, view, &self.code, purged);
        }
        let title = if self.is_purging { "people-purge-title" } else { "people-places-title" };
        heading_ui(ui, &view.say(&Message::new(title).with("name", self.code.as_str())));
        self.list_ui(ui, view);
        if self.is_purging { self.purge_ui(ui, view, commands) } else { close_ui(ui, view) }
    }
}

fn close_ui(ui: &mut Ui, view: &View<'_>) -> bool {
    let close = view.text("overlay-close");
    let mut is_done = false;
    foot_ui(ui, |ui| is_done = Button::primary(&close).ui(ui).clicked());
    is_done
}

/// What has gone, and what the user has to see to.
fn done_ui(ui: &mut Ui, view: &View<'_>, code: &str, purged: &Purged) -> bool {
    let theme = Theme::of(ui);
    heading_ui(ui, &view.say(&Message::new("step-purge").with("name", code)));
    let counts = Message::new("purged-counts")
        .with("sources", purged.sources)
        .with("painted", purged.painted)
        .with("texts", purged.texts)
        .with("backups", purged.backups);
    label_ui(ui, Words::of(&view.say(&counts), type_scale::BODY, theme.text));
    for copy in &purged.copies {
        let words = view.say(&Message::new("purged-copy").with("path", copy.display().to_string()));
        label_ui(ui, Words::of(&words, type_scale::BODY, theme.partial.text));
    }
    if purged.is_unfinished {
        label_ui(ui, Words::of(&view.text("purged-unfinished"), type_scale::BODY, theme.partial.text));
    }
    label_ui(ui, Words::of(&view.text("purged-elsewhere"), type_scale::BODY, theme.text2));
    close_ui(ui, view)
}

impl PlacesPane {
    fn list_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let theme = Theme::of(ui);
        let height = (ui.ctx().content_rect().height() - REST).clamp(LIST.0, LIST.1);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            for one in &self.found {
                let message = Message::new(format!("occurrence-{}", one.kind)).with("what", one.what.as_str());
                let words = view.say(&message.with("n", one.n));
                label_ui(ui, Words::of(&words, type_scale::BODY, theme.text2));
            }
            if self.found.is_empty() {
                label_ui(ui, Words::of(&view.text("occurrences-none"), type_scale::BODY, theme.text2));
            }
        });
    }

    fn purge_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let about = Message::new("people-purge-about").with("name", self.code.as_str());
        label_ui(ui, Words::of(&view.say(&about), type_scale::BODY, theme.dissonance.text));
        // What is typed and not saved may hold the words too, and would be kept again.
        let has_drafts = view.drafts.iter().len() > 0;
        if has_drafts {
            label_ui(ui, Words::of(&view.text("people-purge-drafts"), type_scale::SMALL, theme.partial.text));
        }
        let label = view.say(&Message::new("people-purge-type").with("name", self.code.as_str()));
        let field = field_ui(ui, &label, &mut self.typed, "");
        if !std::mem::replace(&mut self.is_begun, true) {
            field.request_focus();
        }
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if let Some(wrong) = &self.wrong {
            label_ui(ui, Words::of(&view.say(wrong), type_scale::SMALL, theme.dissonance.text));
        }
        let is_ready = self.typed.trim() == self.code && !self.sent.is_waiting() && !view.is_read_only && !has_drafts;
        let (purge, cancel) = (view.text("people-purge"), view.text("status-cancel"));
        let mut is_done = false;
        foot_ui(ui, |ui| {
            is_done = Button::primary(&cancel).ui(ui).clicked();
            let button = Button::outlined(&purge).icon(icons::WARNING).enabled(is_ready);
            if button.ui(ui).clicked() || is_entered && is_ready {
                let (id, typed) = (self.id, self.typed.clone());
                self.wrong = None;
                self.sent.send(commands, move |project| project.purge(id, &typed));
            }
        });
        is_done
    }
}
