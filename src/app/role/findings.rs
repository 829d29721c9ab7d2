//! stub
use super::RolePage;
use super::spread::Spread;
use crate::app::commands::Commands;
use crate::app::view::View;
use crate::domain::Message;
use eframe::egui::Ui;

impl RolePage {
    /// "Temuan 3".
    pub(super) fn findings_name(&self, view: &View<'_>) -> String {
        view.say(&Message::new("role-findings").with("n", 0))
    }
    pub(super) fn findings_ui(&mut self, _ui: &mut Ui, _view: &View<'_>, _spread: &Spread, _commands: &mut Commands) {}
}
