//! A field that holds the researcher's own words (a memo, a reduction, a summary): typed here, written when the field
//! is left, when Ctrl+Enter is pressed or, where it is wanted, after a pause. What a refused write or a crash leaves
//! unwritten is a draft and comes back.

use super::Field;
use crate::app::commands::{Commands, Request};
use crate::app::theme::{Theme, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, label_ui};
use crate::trace;
use eframe::egui::{
    Color32, CornerRadius, Frame, Id, Key, Margin, Modifiers, Response, Role, ScrollArea, Stroke, StrokeKind, TextEdit,
    Ui, WidgetInfo, vec2,
};
use std::time::Duration;

/// Above and below the words of the field.
const FIELD_Y: f32 = 6.0;
/// How long nobody types until the words are written, in seconds.
const PAUSE: f64 = 4.0;

/// How a field looks.
pub(in crate::app) struct Labels<'a> {
    /// Its accessible name.
    pub name: &'a str,
    /// What stands in it while it is empty.
    pub hint: &'a str,
    /// What is said under it while all of it is written; may be empty.
    pub facts: &'a str,
    /// Rows of the empty field.
    pub rows: usize,
    /// Whether it keeps that height and scrolls, so that nothing below it moves.
    pub is_steady: bool,
}

/// Why the words of a field are to be written now.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::app) enum Parted {
    /// The field was left.
    Left,
    /// The keys for it were pressed.
    Sent,
}

/// How far the words of a field are written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(in crate::app) enum Standing {
    /// The project holds them.
    Written,
    /// They are a draft.
    Unwritten,
    /// They were found after a crash, and nobody has decided about them yet.
    Recovered,
}

/// Words being written.
#[derive(Default)]
pub(in crate::app) struct Writing {
    field: Option<Field>,
    words: String,
    /// What the project holds.
    saved: String,
    /// Whether the words were found after a crash and nobody has decided about them yet.
    is_recovered: bool,
    /// When a letter was typed last, in seconds of the window's time.
    typed: Option<f64>,
    /// Whether the field is to take the focus.
    pub(in crate::app) wants_focus: bool,
}

impl Writing {
    /// Turns to another place of the project; what was typed for the one before is written.
    pub(in crate::app) fn turn_to(&mut self, view: &View<'_>, commands: &mut Commands, field: Option<Field>) {
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

    /// Height of a steady field of so many rows, in points.
    pub(in crate::app) fn height(rows: usize) -> f32 {
        rows as f32 * type_scale::BODY.line + 2.0 * (FIELD_Y + stroke::HAIR)
    }

    /// The words as they stand in the field.
    pub(in crate::app) fn words(&self) -> &str {
        &self.words
    }

    /// Whether the project holds other words.
    pub(in crate::app) fn is_unsaved(&self) -> bool {
        self.words.trim() != self.saved.trim()
    }

    /// How far the words are written.
    pub(in crate::app) fn standing(&self) -> Standing {
        match (self.is_recovered, self.is_unsaved()) {
            (true, _) => Standing::Recovered,
            (false, true) => Standing::Unwritten,
            (false, false) => Standing::Written,
        }
    }

    /// Sends off what has been typed, where it differs from what the project holds. What was found after a crash
    /// waits for the user.
    pub(in crate::app) fn write(&mut self, commands: &mut Commands) {
        self.typed = None;
        let field = self.field.filter(|_| self.is_unsaved() && !self.is_recovered);
        if let Some(request) = field.and_then(|field| field.write(self.words.trim_end())) {
            commands.send(request);
        }
    }

    /// Draws the field and, under it, how far its words are written.
    pub(in crate::app) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands, labels: &Labels<'_>) {
        let Some(field) = self.field else { return };
        if self.field_ui(ui, view, commands, labels).is_some() {
            self.write(commands);
        }
        let theme = Theme::of(ui);
        let under = match self.standing() {
            Standing::Recovered => return self.recovered_ui(ui, view, field, commands),
            Standing::Unwritten => view.text("coding-field-unwritten"),
            Standing::Written => labels.facts.to_owned(),
        };
        if !under.is_empty() {
            ui.add_space(space::XXS);
            label_ui(ui, Words::of(&under, type_scale::CAPTION, theme.text3));
        }
    }

    /// The same where the words are written after a pause too, and nothing is said under the field but where they come
    /// from after a crash: whoever draws it says how far they are written.
    pub(in crate::app) fn paused_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        commands: &mut Commands,
        labels: &Labels<'_>,
    ) {
        let Some(field) = self.field else { return };
        if self.field_ui(ui, view, commands, labels).is_some() || self.is_paused(ui) {
            self.write(commands);
        }
        if self.is_recovered {
            self.recovered_ui(ui, view, field, commands);
        }
    }

    /// Draws the field alone; why its words are to be written now, if they are.
    pub(in crate::app) fn field_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        commands: &mut Commands,
        labels: &Labels<'_>,
    ) -> Option<Parted> {
        let field = self.field?;
        let theme = Theme::of(ui);
        let id = ui.scope_id().with(("field", labels.name));
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let is_sent = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        // What was refused can still be copied from the field.
        let is_open = !view.is_read_only || self.is_unsaved();
        let response = match labels.is_steady {
            true => self.steady_ui(ui, id, theme, labels, is_open),
            false => ui.add_enabled(is_open, self.edit(id, theme, labels).frame(frame(theme, theme.line))),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, is_open, labels.name));
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.has_focus() && !labels.is_steady {
            ring(ui, theme, response.rect);
        }
        if response.changed() {
            self.is_recovered = false;
            self.typed = Some(ui.input(|input| input.time));
            commands.send(Request::Draft(field, Some(self.words.clone())));
            trace::fall_if_asked("draw", &self.words);
        }
        match (is_sent, response.lost_focus()) {
            (true, _) => Some(Parted::Sent),
            (false, true) => Some(Parted::Left),
            (false, false) => None,
        }
    }

    fn edit<'t>(&'t mut self, id: Id, theme: &Theme, labels: &Labels<'_>) -> TextEdit<'t> {
        let font = type_scale::BODY.font();
        TextEdit::multiline(&mut self.words)
            .id(id)
            .hint_text(eframe::egui::RichText::new(labels.hint).color(theme.text3).font(font.clone()))
            .font(font)
            .text_color(theme.text)
            .desired_rows(labels.rows)
            .desired_width(f32::INFINITY)
    }

    /// The field at its height, its words scrolling inside.
    fn steady_ui(&mut self, ui: &mut Ui, id: Id, theme: &Theme, labels: &Labels<'_>, is_open: bool) -> Response {
        let height = labels.rows as f32 * type_scale::BODY.line;
        // The bar of a long text lies beside its words.
        let margin = Margin { right: 2, ..Margin::from(vec2(space::XS, FIELD_Y)) };
        let shown = frame(theme, theme.line2).inner_margin(margin).show(ui, |ui| {
            ui.set_height(height);
            let area =
                ScrollArea::vertical().id_salt(id).max_height(height).min_scrolled_height(height).auto_shrink(false);
            let edit =
                self.edit(id, theme, labels).frame(Frame::NONE.inner_margin(Margin { right: 10, ..Margin::ZERO }));
            area.show(ui, |ui| ui.add_enabled(is_open, edit)).inner
        });
        if shown.inner.has_focus() {
            ring(ui, theme, shown.response.rect);
        }
        shown.inner
    }

    /// Whether nobody has typed for a while since letters were typed; said once.
    pub(in crate::app) fn take_pause(&mut self, ui: &Ui) -> bool {
        let is_paused = self.is_paused(ui);
        if is_paused {
            self.typed = None;
        }
        is_paused
    }

    fn is_paused(&self, ui: &Ui) -> bool {
        let Some(typed) = self.typed else { return false };
        let left = typed + PAUSE - ui.input(|input| input.time);
        if left > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        }
        left <= 0.0
    }

    /// Says that the words were found after a crash, where they were.
    pub(in crate::app) fn found_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        if let Some(field) = self.field.filter(|_| self.is_recovered) {
            self.recovered_ui(ui, view, field, commands);
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

fn frame(theme: &Theme, edge: Color32) -> Frame {
    Frame::new()
        .fill(theme.field)
        .stroke(Stroke::new(stroke::HAIR, edge))
        .corner_radius(CornerRadius::same(radius::CONTROL))
        .inner_margin(Margin::from(vec2(space::XS, FIELD_Y)))
}

/// The edge of the field that is typed in.
fn ring(ui: &Ui, theme: &Theme, rect: eframe::egui::Rect) {
    let edge = Stroke::new(stroke::FIELD, theme.focus);
    ui.painter().rect_stroke(rect, CornerRadius::same(radius::CONTROL), edge, StrokeKind::Inside);
}
