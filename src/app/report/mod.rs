//! The place that answers: How do I hand it in?

use super::commands::Commands;
use super::place::Place;
use super::view::View;
use eframe::egui::Ui;

/// The state of the place.
#[derive(Default)]
pub struct ReportPlace {}

impl Place for ReportPlace {
    fn ui(&mut self, _ui: &mut Ui, _view: &View<'_>, _commands: &mut Commands) {}

    fn facts(&self, _view: &View<'_>) -> String {
        String::new()
    }
}

/// Presets.
pub fn prefer_comparison(_ctx: &eframe::egui::Context, _rows: crate::analysis::RowsKind, _by: crate::analysis::Axis) {}
