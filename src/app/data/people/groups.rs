//! The groups as a list that is written in place: names, order, new ones; each change is a step that can be undone.

use super::sent::Sent;
use crate::app::commands::Commands;
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, field_ui, label_ui};
use crate::domain::{GroupId, Message};
use eframe::egui::{Align, Key, Layout, ScrollArea, Ui, vec2};
use std::collections::BTreeMap;

/// Height of the list, at most.
const LIST: f32 = 320.0;
/// Room at the right of a name: count, up, down, delete.
const RIGHT: f32 = 224.0;

/// The form.
#[derive(Default)]
pub(in crate::app) struct GroupsPane {
    /// Names that are being typed.
    typed: BTreeMap<GroupId, String>,
    new: String,
    wrong: Option<Message>,
    sent: Sent<()>,
}

impl Pane for GroupsPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        match self.sent.take() {
            Some(Ok(())) => {
                self.typed.clear();
                self.wrong = None;
            }
            Some(Err(wrong)) => self.wrong = Some(wrong),
            None => {}
        }
        pane_width_ui(ui, measure::PANE_WIDE);
        heading_ui(ui, &view.text("people-groups"));
        ScrollArea::vertical().max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
            for at in 0..view.study.groups.len() {
                self.group_ui(ui, view, at, commands);
            }
        });
        let field = field_ui(ui, &view.text("people-group-new"), &mut self.new, &view.text("people-group-hint"));
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if let Some(wrong) = &self.wrong {
            let ink = Theme::of(ui).dissonance.text;
            label_ui(ui, Words::of(&view.say(wrong), type_scale::SMALL, ink));
        }
        let (close, add) = (view.text("overlay-close"), view.text("people-group-add"));
        let is_ready = !self.new.trim().is_empty() && !view.is_read_only;
        let mut is_done = false;
        foot_ui(ui, |ui| {
            is_done = Button::primary(&close).ui(ui).clicked();
            let button = Button::outlined(&add).icon(icons::PLUS).enabled(is_ready);
            if button.ui(ui).clicked() || is_entered && is_ready {
                let name = std::mem::take(&mut self.new);
                self.sent.send(commands, move |project| {
                    let landed = project.add_group(&name)?;
                    Ok(crate::project::Landed { value: (), step: landed.step, changes: landed.changes })
                });
            }
        });
        is_done
    }
}

impl GroupsPane {
    fn group_ui(&mut self, ui: &mut Ui, view: &View<'_>, at: usize, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let group = &view.study.groups[at];
        let id = group.id;
        let members = view.study.informants.iter().filter(|informant| informant.group == Some(id)).count();
        let named = |key: &str| view.say(&Message::new(key).with("name", group.name.as_str()));
        let width = ui.available_width();
        ui.push_id(id, |ui| {
            ui.allocate_ui_with_layout(vec2(width, 54.0), Layout::left_to_right(Align::Max), |ui| {
                ui.allocate_ui_with_layout(vec2(width - RIGHT, 54.0), Layout::top_down(Align::Min), |ui| {
                    let typed = self.typed.entry(id).or_insert_with(|| group.name.clone());
                    let field = field_ui(ui, &named("people-group-name"), typed, "");
                    if field.lost_focus() && *typed != group.name && !view.is_read_only {
                        let name = typed.clone();
                        self.sent.send(commands, move |project| project.rename_group(id, &name));
                    } else if !field.has_focus() && !self.sent.is_waiting() && self.wrong.is_none() {
                        typed.clone_from(&group.name);
                    }
                });
                ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                    ui.spacing_mut().item_spacing.x = space::XXS;
                    let is_last = view.study.groups.len() == 1;
                    let (delete, up, down) =
                        (named("people-group-delete"), named("people-group-up"), named("people-group-down"));
                    let tip = if is_last { view.text("people-group-last") } else { String::new() };
                    let button = Button::icon_only(icons::X, &delete).small().enabled(!is_last).tip(&tip);
                    if button.ui(ui).clicked() {
                        self.sent.send(commands, move |project| project.delete_group(id));
                    }
                    let can_go_down = at + 1 < view.study.groups.len();
                    if Button::icon_only(icons::CARET_DOWN, &down).small().enabled(can_go_down).ui(ui).clicked() {
                        self.sent.send(commands, move |project| project.move_group(id, at + 1));
                    }
                    if Button::icon_only(icons::CARET_UP, &up).small().enabled(at > 0).ui(ui).clicked() {
                        self.sent.send(commands, move |project| project.move_group(id, at - 1));
                    }
                    let count = view.say(&Message::new("count-informants").with("n", members));
                    label_ui(ui, Words::of(&count, type_scale::SMALL, theme.text3));
                });
            });
        });
    }
}
