//! The place that answers: What does this passage say?

use super::commands::Commands;
use super::place::Place;
use super::view::View;
use eframe::egui::Ui;

/// The state of the place.
#[derive(Default)]
pub struct CodingPlace {}

impl Place for CodingPlace {
    fn ui(&mut self, _ui: &mut Ui, _view: &View<'_>, _commands: &mut Commands) {}

    fn facts(&self, _view: &View<'_>) -> String {
        String::new()
    }
}
