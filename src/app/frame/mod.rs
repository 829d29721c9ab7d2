//! What stands round every place: the rail, the top bar, the status line, and what lies over the window.

mod keys;
mod overlay;
mod palette;
mod pane;
mod rail;
mod status;
mod top_bar;

pub(super) use overlay::{Overlay, foot_ui, heading_ui, language_ui, pane_width_ui};
use palette::Palette;
pub use pane::{Pane, PaneView};

use super::commands::Commands;
use super::session::{Now, Session};
use super::theme::{Theme, measure};
use super::widgets::page_frame;
use eframe::egui::{CentralPanel, Frame, Panel, Ui};

/// Draws the window of an open project.
pub(super) fn window_ui(ui: &mut Ui, session: &mut Session, now: &Now, commands: &mut Commands) {
    let chrome = Frame::new().fill(Theme::of(ui).chrome);
    let view = session.facts.view(now);
    let rail = if now.is_small { measure::RAIL_SMALL } else { measure::RAIL };
    Panel::left("rail").exact_size(rail).resizable(false).show_separator_line(false).frame(chrome).show(ui, |ui| {
        rail::rail_ui(ui, &view, session.place, commands);
    });
    Panel::top("top-bar").exact_size(measure::TOP_BAR).resizable(false).show_separator_line(false).frame(chrome).show(
        ui,
        |ui| {
            top_bar::top_bar_ui(ui, &view, now, commands);
        },
    );
    let facts = session.places.get(session.place).facts(&view);
    Panel::bottom("status-line")
        .exact_size(measure::STATUS_LINE)
        .resizable(false)
        .show_separator_line(false)
        .frame(chrome)
        .show(ui, |ui| {
            status::status_ui(ui, &view, now, &facts, commands);
        });
    CentralPanel::default().frame(page_frame(ui.ctx())).show(ui, |ui| {
        session.places.get(session.place).ui(ui, &view, commands);
    });
}
