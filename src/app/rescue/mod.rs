//! Where a project is damaged: the offer to rescue what can be read of it, and the form that does so.

mod pane;

use super::commands::{Commands, Request};
use super::session::Now;
use super::widgets::Button;
use eframe::egui::Ui;
use pane::RescuePane;

/// The offer behind the sentence of what went wrong, where a damaged file is the reason.
pub(super) fn offer_ui(ui: &mut Ui, now: &Now, commands: &mut Commands) {
    let (Some(damaged), Some(_), None) = (&now.damaged, &now.fault, &now.busy) else { return };
    if Button::link(&now.catalog.text("rescue-offer")).small_words().ui(ui).clicked() {
        commands.send(Request::Lay(Box::new(RescuePane::new(damaged.clone(), &now.catalog, &now.coder))));
    }
}
