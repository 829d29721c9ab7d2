//! The form of a new informant: the code, what the person is, the group.

use super::sent::Sent;
use crate::app::commands::Commands;
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, type_scale};
use crate::app::widgets::{Button, Words, checkbox_ui, choice_ui, field_ui, label_ui, labelled_ui};
use crate::domain::{GroupId, InformantId, Message, Standing};
use eframe::egui::{Key, Ui};

/// The form.
#[derive(Default)]
pub(in crate::app) struct AddPane {
    code: String,
    description: String,
    group: Option<GroupId>,
    is_key: bool,
    is_child: bool,
    is_begun: bool,
    wrong: Option<Message>,
    sent: Sent<InformantId>,
}

impl Pane for AddPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        if self.sent.has_landed(&mut self.wrong) {
            return true;
        }
        pane_width_ui(ui, measure::PANE);
        heading_ui(ui, &view.text("people-add-title"));
        let code = field_ui(ui, &view.text("data-column-code"), &mut self.code, &view.text("people-code-hint"));
        if !std::mem::replace(&mut self.is_begun, true) {
            code.request_focus();
        }
        let mut is_entered = code.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if code.changed() {
            self.wrong = None;
        }
        let description =
            field_ui(ui, &view.text("data-column-position"), &mut self.description, &view.text("people-position-hint"));
        is_entered |= description.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let name = view.text("people-group");
        let mut choices = vec![(None, view.text("data-no-group"))];
        choices.extend(view.study.groups.iter().map(|group| (Some(group.id), group.name.clone())));
        labelled_ui(ui, &name, |ui| choice_ui(ui, &name, &mut self.group, &choices));
        checkbox_ui(ui, &mut self.is_key, &view.text("people-key"));
        checkbox_ui(ui, &mut self.is_child, &view.text("people-child"));
        if let Some(wrong) = &self.wrong {
            let ink = Theme::of(ui).dissonance.text;
            label_ui(ui, Words::of(&view.say(wrong), type_scale::SMALL, ink));
        }
        let (add, cancel) = (view.text("people-add"), view.text("status-cancel"));
        let is_ready = !self.code.trim().is_empty() && !self.sent.is_waiting() && !view.is_read_only;
        let mut is_done = false;
        foot_ui(ui, |ui| {
            if Button::primary(&add).enabled(is_ready).ui(ui).clicked() || is_entered && is_ready {
                let (code, description) = (self.code.clone(), self.description.clone());
                let (group, is_key, is_child) = (self.group, self.is_key, self.is_child);
                self.sent.send(commands, move |project| {
                    let fill = |informant: &mut crate::domain::Informant| {
                        informant.code = code;
                        informant.description = description;
                        informant.group = group;
                        informant.standing = if is_key { Standing::Key } else { Standing::Additional };
                        informant.is_child = is_child;
                    };
                    project.set_informant(None, fill, &[])
                });
            }
            is_done = Button::outlined(&cancel).ui(ui).clicked();
        });
        is_done
    }
}
