//! What was exported, the newest first, and what of it no longer says who speaks as the project does.

use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::widgets::{Button, Words, empty_place_ui, icon_at, label_ui, rule_ui};
use crate::domain::{Exported, Message};
use eframe::egui::{ScrollArea, Sense, Ui, vec2};

/// Of the window's height, what the form takes beside its list.
const REST: f32 = 260.0;
/// Height of the list, at least and at most.
const LIST: (f32, f32) = (120.0, 420.0);

/// The list.
struct ExportedPane {
    exports: Vec<Exported>,
}

/// Looks what was exported and shows it.
pub(in crate::app) fn ask_exports() -> Request {
    Request::Ask(Box::new(|project| {
        let exports = project.exports()?;
        Ok(Some(Request::Lay(Box::new(ExportedPane { exports }))))
    }))
}

impl Pane for ExportedPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, _: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        pane_width_ui(ui, measure::PANE_WIDE);
        heading_ui(ui, &view.catalog.text("exported-title"));
        let outdated = self.exports.iter().filter(|export| export.is_outdated).count();
        if outdated > 0 {
            let words = view.catalog.say(&Message::new("exported-outdated-all").with("n", outdated));
            label_ui(ui, Words::of(&words, type_scale::BODY, theme.partial.text));
        }
        let height = (ui.ctx().content_rect().height() - REST).clamp(LIST.0, LIST.1);
        ScrollArea::vertical().max_height(height).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            if self.exports.is_empty() {
                empty_place_ui(ui, icons::EXPORT, &view.catalog.text("exported-none"), &[]);
            }
            for export in &self.exports {
                ui.horizontal_top(|ui| {
                    let (mark, _) = ui.allocate_exact_size(vec2(measure::ICON, type_scale::BODY.line), Sense::hover());
                    if export.is_outdated {
                        icon_at(ui.painter(), mark.center(), icons::WARNING, measure::ICON, theme.partial.text);
                    }
                    ui.vertical(|ui| {
                        label_ui(ui, Words::of(&export.file, type_scale::STRONG, theme.text));
                        let key = if export.is_outdated { "exported-outdated" } else { "exported-current" };
                        let words = Message::new(key).with("at", export.at).with("name", export.coder.as_str());
                        label_ui(ui, Words::of(&view.catalog.say(&words), type_scale::SMALL, theme.text2));
                    });
                });
                rule_ui(ui);
            }
        });
        let close = view.catalog.text("overlay-close");
        let mut is_done = false;
        foot_ui(ui, |ui| is_done = Button::primary(&close).ui(ui).clicked());
        is_done
    }
}
