//! A field of the inspector that holds the researcher's own words (the memo, the reduction): typed here, written when
//! the field is left or Ctrl+Enter is pressed. What a refused write or a crash leaves unwritten is a draft
//! (`app/drafts`) and comes back.

use crate::app::commands::{Commands, Request};
use crate::app::drafts::Field;
use crate::app::theme::{Theme, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, label_ui};
use crate::trace;
use eframe::egui::{
    CornerRadius, Frame, Key, Margin, Modifiers, Role, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

/// Above and below the words of the field.
const FIELD_Y: f32 = 6.0;

/// How a field looks.
pub(super) struct Labels<'a> {
    /// Its accessible name.
    pub(super) name: &'a str,
    /// What stands in it while it is empty.
    pub(super) hint: &'a str,
    /// What is said under it while all of it is written; may be empty.
    pub(super) facts: &'a str,
    /// Rows of the empty field.
    pub(super) rows: usize,
}

/// Words being written.
#[derive(Default)]
pub(super) struct Draft {
    field: Option<Field>,
    words: String,
    /// What the project holds.
    saved: String,
    /// Whether the words were found after a crash and nobody has decided about them yet.
    is_recovered: bool,
    /// Whether the field is to take the focus.
    pub(super) wants_focus: bool,
}

impl Draft {
    /// Turns to another place of the project; what was typed for the one before is written.
    pub(super) fn turn_to(&mut self, view: &View<'_>, commands: &mut Commands, field: Option<Field>) {
        if self.field != field {
            self.write(commands);
            let wants_focus = self.wants_focus;
            *self = Self { field, wants_focus, ..Self::default() };
            if let Some(field) = field {
                field.saved(view.study).clone_into(&mut self.saved);
                self.words.clone_from(&self.saved);
                if let Some(draft) = view.drafts.of(field) {
                    self.words.clone_from(&draft.text);
                    self.is_recovered = draft.is_recovered;
                }
            }
        }
        let Some(field) = field else { return };
        let saved = field.saved(view.study);
        if saved != self.saved {
            // Changed elsewhere (undone, for one): what is being typed stays, what is not follows.
            if !self.is_unsaved() {
                saved.clone_into(&mut self.words);
            }
            saved.clone_into(&mut self.saved);
        }
        match view.drafts.of(field) {
            Some(draft) if draft.is_recovered && !self.is_unsaved() => {
                self.words.clone_from(&draft.text);
                self.is_recovered = true;
            }
            Some(_) => {}
            None => {
                // Saved or thrown away elsewhere: every letter typed here is a draft by the next frame.
                self.is_recovered = false;
                if self.is_unsaved() {
                    self.words.clone_from(&self.saved);
                }
            }
        }
    }

    fn is_unsaved(&self) -> bool {
        self.words.trim() != self.saved.trim()
    }

    /// Sends off what has been typed, where it differs from what the project holds. What was found after a crash
    /// waits for the user.
    pub(super) fn write(&mut self, commands: &mut Commands) {
        let field = self.field.filter(|_| self.is_unsaved() && !self.is_recovered);
        if let Some(request) = field.and_then(|field| field.write(self.words.trim_end())) {
            commands.send(request);
        }
    }

    /// Draws the field and, under it, how far its words are written.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands, labels: &Labels<'_>) {
        let Some(field) = self.field else { return };
        let theme = Theme::of(ui);
        let font = type_scale::BODY.font();
        let frame = Frame::new()
            .fill(theme.field)
            .stroke(Stroke::new(stroke::HAIR, theme.line))
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .inner_margin(Margin::from(vec2(space::XS, FIELD_Y)));
        let id = ui.scope_id().with(("field", labels.name));
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let is_sent = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        // What was refused can still be copied from the field.
        let is_open = !view.is_read_only || self.is_unsaved();
        let response = ui.add_enabled(
            is_open,
            TextEdit::multiline(&mut self.words)
                .id(id)
                .font(font.clone())
                .text_color(theme.text)
                .hint_text(eframe::egui::RichText::new(labels.hint).color(theme.text3).font(font))
                .frame(frame)
                .desired_rows(labels.rows)
                .desired_width(f32::INFINITY),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, is_open, labels.name));
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.has_focus() {
            let edge = Stroke::new(stroke::FIELD, theme.focus);
            ui.painter().rect_stroke(response.rect, CornerRadius::same(radius::CONTROL), edge, StrokeKind::Inside);
        }
        if response.changed() {
            self.is_recovered = false;
            commands.send(Request::Draft(field, Some(self.words.clone())));
            trace::fall_if_asked("draw", &self.words);
        }
        if response.lost_focus() || is_sent {
            self.write(commands);
        }
        let under = match (self.is_recovered, self.is_unsaved()) {
            (true, _) => return self.recovered_ui(ui, view, field, commands),
            (false, true) => view.text("coding-field-unwritten"),
            (false, false) => labels.facts.to_owned(),
        };
        if !under.is_empty() {
            ui.add_space(space::XXS);
            label_ui(ui, Words::of(&under, type_scale::CAPTION, theme.text3));
        }
    }

    /// Says where the words come from and asks what is to become of them.
    fn recovered_ui(&mut self, ui: &mut Ui, view: &View<'_>, field: Field, commands: &mut Commands) {
        let theme = Theme::of(ui);
        ui.add_space(space::XXS);
        label_ui(ui, Words::of(&view.text("drafts-recovered"), type_scale::SMALL, theme.text2));
        ui.add_space(space::XXS);
        ui.horizontal(|ui| {
            let names = ["drafts-save", "drafts-discard"].map(|key| view.text(key));
            if Button::outlined(&names[0]).small().enabled(!view.is_read_only).ui(ui).clicked() {
                self.is_recovered = false;
                commands.send(Request::Draft(field, Some(self.words.clone())));
                self.write(commands);
            }
            if Button::quiet(&names[1]).small().ui(ui).clicked() {
                self.is_recovered = false;
                self.words.clone_from(&self.saved);
                commands.send(Request::Draft(field, None));
            }
        });
    }
}
