//! The place that answers: Do they agree?

use super::commands::Commands;
use super::place::Place;
use super::view::View;
use eframe::egui::Ui;

/// The state of the place.
#[derive(Default)]
pub struct ComparePlace {}

impl Place for ComparePlace {
    fn ui(&mut self, _ui: &mut Ui, _view: &View<'_>, _commands: &mut Commands) {}

    fn facts(&self, _view: &View<'_>) -> String {
        String::new()
    }
}
