//! The form of an attribute, a column of the researcher's own: its name, what values it takes, the list of a choice.

use super::sent::Sent;
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, type_scale};
use crate::app::widgets::{Button, Words, choice_ui, field_ui, label_ui, labelled_ui, text_area_ui};
use crate::domain::{Attribute, AttributeHost, AttributeId, AttributeKind, Message};
use crate::project::{AttributeFacts, Landed};
use eframe::egui::{Key, Ui};

/// The form.
pub(super) struct AttributePane {
    /// The attribute that is changed; nothing for a new one.
    id: Option<AttributeId>,
    name: String,
    kind: AttributeKind,
    /// One choice a line.
    choices: String,
    is_begun: bool,
    wrong: Option<Message>,
    sent: Sent<()>,
}

impl AttributePane {
    /// A new attribute.
    pub fn new() -> Self {
        Self {
            id: None,
            name: String::new(),
            kind: AttributeKind::Text,
            choices: String::new(),
            is_begun: false,
            wrong: None,
            sent: Sent::default(),
        }
    }

    /// One that is there already.
    pub fn of(attribute: &Attribute) -> Self {
        Self {
            id: Some(attribute.id),
            name: attribute.name.clone(),
            kind: attribute.kind,
            choices: attribute.choices.join("\n"),
            ..Self::new()
        }
    }
}

impl Pane for AttributePane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        if self.sent.has_landed(&mut self.wrong) {
            return true;
        }
        pane_width_ui(ui, measure::PANE);
        let title = if self.id.is_some() { "people-attribute-title" } else { "people-attribute-new-title" };
        heading_ui(ui, &view.text(title));
        let name =
            field_ui(ui, &view.text("people-attribute-name"), &mut self.name, &view.text("people-attribute-hint"));
        if !std::mem::replace(&mut self.is_begun, true) {
            name.request_focus();
        }
        let is_entered = name.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let label = view.text("people-attribute-kind");
        let kinds: Vec<(AttributeKind, String)> =
            AttributeKind::ALL.map(|kind| (kind, view.text(&format!("attribute-kind-{kind}")))).into();
        labelled_ui(ui, &label, |ui| choice_ui(ui, &label, &mut self.kind, &kinds));
        if self.kind == AttributeKind::Choice {
            let hint = view.text("people-attribute-choices-hint");
            text_area_ui(ui, &view.text("people-attribute-choices"), &mut self.choices, &hint, 4);
        }
        if let Some(wrong) = &self.wrong {
            let ink = Theme::of(ui).dissonance.text;
            label_ui(ui, Words::of(&view.say(wrong), type_scale::SMALL, ink));
        }
        let save = view.text(if self.id.is_some() { "people-attribute-save" } else { "people-attribute-add" });
        let (cancel, delete) = (view.text("status-cancel"), view.text("people-attribute-delete"));
        let is_ready = !self.name.trim().is_empty() && !self.sent.is_waiting() && !view.is_read_only;
        let mut is_done = false;
        foot_ui(ui, |ui| {
            if Button::primary(&save).enabled(is_ready).ui(ui).clicked() || is_entered && is_ready {
                let choices = self.choices.lines().map(str::to_owned).collect();
                let facts = AttributeFacts { name: self.name.clone(), kind: self.kind, choices };
                let id = self.id;
                self.sent.send(commands, move |project| match id {
                    Some(id) => project.set_attribute(id, &facts),
                    None => {
                        let landed = project.add_attribute(AttributeHost::Informant, &facts)?;
                        Ok(Landed { value: (), step: landed.step, changes: landed.changes })
                    }
                });
            }
            is_done = Button::outlined(&cancel).ui(ui).clicked();
            if let Some(id) = self.id
                && Button::quiet(&delete).ui(ui).clicked()
            {
                commands.send(Request::change(move |project| project.delete_attribute(id)));
                is_done = true;
            }
        });
        is_done
    }
}
