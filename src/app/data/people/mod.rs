//! The informants: a table by groups, and the chosen one at the right with everything that can be written in place.

mod act;
mod adding;
mod assigning;
mod attributes;
mod detail;
mod exported;
mod form;
mod groups;
mod places;
mod sent;
mod table;
#[cfg(test)]
mod tests;

pub(in crate::app) use adding::AddPane;
pub(in crate::app) use assigning::AssignPane;
pub(in crate::app) use exported::ask_exports;
pub(in crate::app) use groups::GroupsPane;

use super::rows::Rows;
use crate::app::command::Command;
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::view::View;
use crate::app::widgets::{Button, empty_place_ui};
use crate::domain::InformantId;
use eframe::egui::Ui;
use form::Form;

/// The state of the tab.
#[derive(Default)]
pub(super) struct PeopleTab {
    chosen: Option<InformantId>,
    form: Form,
}

impl PeopleTab {
    /// Brings up to date what is being written; before anything is drawn.
    pub fn keep(&mut self, view: &View<'_>, commands: &mut Commands) {
        if self.chosen.is_some_and(|id| view.study.informant_at(id).is_none()) {
            self.chosen = None;
        }
        self.form.turn_to(view, self.chosen, commands);
    }

    /// What the header offers; drawn from right to left.
    pub fn header_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let (add, groups) = (view.text("people-add"), view.text("people-groups"));
        if Button::primary(&add).icon(icons::PLUS).enabled(!view.is_read_only).ui(ui).clicked() {
            commands.run(Command::AddInformant);
        }
        if Button::outlined(&groups).icon(icons::USERS).enabled(!view.is_read_only).ui(ui).clicked() {
            commands.run(Command::Groups);
        }
    }

    /// Draws the table, or what to do where there is none yet.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, rows: &Rows, commands: &mut Commands) {
        if view.study.informants.is_empty() {
            return Self::empty_ui(ui, view, commands);
        }
        self.table_ui(ui, view, rows, commands);
    }

    /// An empty tab with its one button.
    pub fn empty_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let add = view.text("people-add");
        let buttons = [(Some(icons::PLUS), add.as_str())];
        let is_pressed = empty_place_ui(ui, icons::USERS, &view.text("data-empty-informants"), &buttons).is_some();
        if is_pressed && !view.is_read_only {
            commands.run(Command::AddInformant);
        }
    }

    /// Sends off what is being typed.
    pub fn leave(&mut self, view: Option<&View<'_>>, commands: &mut Commands) {
        self.form.leave(view, commands);
    }
}
