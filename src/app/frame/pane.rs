//! A form that lies over the window and knows itself what it shows: each lives in the folder of its subject, the
//! frame around it is everybody's.

use crate::app::commands::Commands;
use crate::app::fault::Fault;
use crate::app::notices::Notices;
use crate::app::settings::Settings;
use crate::app::view::{Busy, View};
use crate::i18n::Catalog;
use eframe::egui::Ui;

/// What a pane may see.
pub struct PaneView<'a> {
    /// The words of the interface.
    pub catalog: &'a Catalog,
    /// What the user has set.
    pub settings: &'a Settings,
    /// The open project, if any.
    pub project: Option<View<'a>>,
    /// What went wrong last.
    pub fault: Option<&'a Fault>,
    /// Work behind the window, if any.
    pub busy: Option<&'a Busy>,
    /// Everything said so far.
    pub(in crate::app) notices: &'a Notices,
}

/// A form over the window.
pub trait Pane: Send {
    /// Draws it; whether it is done and goes away. Esc and a click beside it put it away too.
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool;
}
