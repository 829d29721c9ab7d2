//! Another laptop has the project open: who, where and since when, and whether to read only or take over.

use crate::app::command::Command;
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::widgets::{Button, Words, label_ui};
use crate::domain::Message;
use crate::project::Visit;
use eframe::egui::Ui;
use std::path::PathBuf;

/// The question; the project is open for reading only meanwhile.
pub(in crate::app) struct Elsewhere {
    path: PathBuf,
    visit: Visit,
    /// Whether the project has just been opened, so that thinking better of it closes it again.
    is_opening: bool,
    /// Whether the default has yet to take the focus.
    is_new: bool,
}

impl Elsewhere {
    /// About the project at `path`, which `visit` has open.
    pub fn new(path: PathBuf, visit: Visit, is_opening: bool) -> Self {
        Self { path, visit, is_opening, is_new: true }
    }
}

impl Pane for Elsewhere {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        pane_width_ui(ui, measure::PANE);
        let theme = Theme::of(ui);
        let catalog = view.catalog;
        heading_ui(ui, &catalog.text("elsewhere-title"));
        let who = Message::new("elsewhere-who")
            .with("device", self.visit.device.as_str())
            .with("coder", self.visit.coder.as_str())
            .with("at", self.visit.opened);
        label_ui(ui, Words::of(&catalog.say(&who), type_scale::BODY, theme.text));
        ui.add_space(space::XS);
        label_ui(ui, Words::of(&catalog.text("elsewhere-read"), type_scale::BODY, theme.text2));
        ui.add_space(space::XS);
        let what = Message::new("elsewhere-take").with("device", self.visit.device.as_str());
        label_ui(ui, Words::of(&catalog.say(&what), type_scale::BODY, theme.text2));
        let (read, take, cancel) = (
            catalog.text("elsewhere-button-read"),
            catalog.text("elsewhere-button-take"),
            catalog.text("status-cancel"),
        );
        let mut is_done = false;
        foot_ui(ui, |ui| {
            let reading = Button::primary(&read).ui(ui);
            if std::mem::take(&mut self.is_new) {
                reading.request_focus();
            }
            is_done |= reading.clicked();
            if Button::outlined(&take).ui(ui).clicked() {
                commands.send(Request::TakeOver(self.path.clone()));
                is_done = true;
            }
            if self.is_opening && Button::quiet(&cancel).ui(ui).clicked() {
                commands.run(Command::CloseProject);
                is_done = true;
            }
        });
        is_done
    }
}
