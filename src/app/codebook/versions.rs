//! Which step changed what in the codebook, or in one code, newest first.

use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons;
use crate::app::theme::{Theme, space, type_scale};
use crate::app::widgets::{Button, Words, empty_place_ui, label_ui};
use crate::domain::CodeId;
use crate::project::Version;
use eframe::egui::{ScrollArea, Ui};

/// Width of the pane.
const WIDTH: f32 = 640.0;
/// Most steps that are listed.
const MOST: usize = 200;

/// The pane.
struct VersionsPane {
    versions: Vec<Version>,
}

/// Asks the file for the versions and lays them over the window.
pub(super) fn ask(code: Option<CodeId>) -> Request {
    Request::Ask(Box::new(move |project| {
        let mut versions = project.codebook_versions()?;
        if code.is_some() {
            for version in &mut versions {
                version.changes.retain(|change| change.code == code);
            }
            versions.retain(|version| !version.changes.is_empty());
        }
        versions.truncate(MOST);
        Ok(Some(Request::Lay(Box::new(VersionsPane { versions }))))
    }))
}

impl Pane for VersionsPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, _: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let room = ui.ctx().content_rect();
        pane_width_ui(ui, WIDTH);
        heading_ui(ui, &view.catalog.text("codebook-versions"));
        let height = (room.height() * 0.6).min(520.0);
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]);
        area.show(ui, |ui| {
            if self.versions.is_empty() {
                let words = view.catalog.text("codebook-versions-none");
                empty_place_ui(ui, icons::CLOCK_COUNTER_CLOCKWISE, &words, &[]);
            }
            for version in &self.versions {
                let facts = format!("{} · {}", view.catalog.moment(version.step.at), version.step.coder);
                label_ui(ui, Words::of(&facts, type_scale::CAPTION, theme.text3));
                let ink = if version.step.is_undone { theme.text3 } else { theme.text };
                for change in &version.changes {
                    label_ui(ui, Words::of(&view.catalog.say(&change.sentence), type_scale::BODY, ink));
                }
                ui.add_space(space::S);
            }
        });
        let close = view.catalog.text("overlay-close");
        let mut is_done = false;
        foot_ui(ui, |ui| is_done = Button::primary(&close).ui(ui).clicked());
        is_done
    }
}
