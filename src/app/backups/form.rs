//! The form that lists the backups: when and why each was made, and what going back to it would lose.

use crate::app::command::Command;
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, ListRow, Words, label_ui};
use crate::domain::Message;
use crate::project::backup::{Shelf, Shelved};
use eframe::egui::{Align, Key, Layout, ScrollArea, Ui, Vec2, vec2};
use std::collections::HashSet;
use std::path::PathBuf;

/// Width of the form in points, its share for the list, and height of both columns in points.
const WIDTH: f32 = 860.0;
const LIST: f32 = 0.56;
const HEIGHT: f32 = 380.0;
/// Least height of both columns: what is usually lost fits.
const LEAST: f32 = 240.0;

/// The state of the form.
#[derive(Default)]
pub struct BackupsForm {
    /// The backup that was chosen; the newest until then.
    chosen: Option<PathBuf>,
    /// The backups whose difference has been asked for.
    asked: HashSet<PathBuf>,
}

impl Pane for BackupsForm {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(project) = &view.project else { return true };
        let width = pane_width_ui(ui, WIDTH);
        heading_ui(ui, &view.catalog.text("backups-title"));
        let theme = Theme::of(ui);
        let shelf = match &project.backups.shelf {
            Some(Ok(shelf)) => Some(shelf),
            Some(Err(fault)) => {
                label_ui(ui, Words::of(&project.say(&fault.sentence), type_scale::BODY, theme.dissonance.text));
                None
            }
            None => {
                label_ui(ui, Words::of(&project.text("backups-reading"), type_scale::BODY, theme.text2));
                None
            }
        };
        if let Some(shelf) = shelf {
            self.choose(ui, shelf);
            let folder = Message::new("backups-folder").with("path", shelf.folder.display().to_string());
            label_ui(ui, Words::of(&project.say(&folder), type_scale::SMALL, theme.text3));
            ui.add_space(space::XS);
            let room = ui.ctx().content_rect().height() * 0.6;
            let rows = measure::POPUP_ROW * shelf.backups.len() as f32;
            self.columns_ui(ui, project, shelf, vec2(width, rows.clamp(LEAST, HEIGHT).min(room)));
        }
        if let Some(fault) = view.fault {
            label_ui(ui, Words::of(&project.say(&fault.sentence), type_scale::SMALL, theme.dissonance.text));
        }
        self.ask(project, commands);
        self.buttons_ui(ui, project, commands)
    }
}

impl BackupsForm {
    /// Keeps to a backup that is there, and moves with the arrow keys.
    fn choose(&mut self, ui: &Ui, shelf: &Shelf) {
        let at = shelf.backups.iter().position(|shelved| Some(&shelved.backup.path) == self.chosen.as_ref());
        let moved =
            ui.input(|input| i32::from(input.key_pressed(Key::ArrowDown)) - i32::from(input.key_pressed(Key::ArrowUp)));
        let last = shelf.backups.len().saturating_sub(1);
        let at = at.unwrap_or(0).saturating_add_signed(moved as isize).min(last);
        self.chosen = shelf.backups.get(at).map(|shelved| shelved.backup.path.clone());
    }

    /// Has the chosen one compared, once.
    fn ask(&mut self, project: &View<'_>, commands: &mut Commands) {
        if let Some(chosen) = &self.chosen
            && !project.backups.weighed.contains_key(chosen)
            && self.asked.insert(chosen.clone())
        {
            commands.send(Request::Weigh(chosen.clone()));
        }
    }

    fn columns_ui(&mut self, ui: &mut Ui, project: &View<'_>, shelf: &Shelf, size: Vec2) {
        let theme = Theme::of(ui);
        if shelf.backups.is_empty() {
            label_ui(ui, Words::of(&project.text("backups-none"), type_scale::BODY, theme.text2));
            return;
        }
        let height = size.y;
        let list = size.x * LIST;
        ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Min), |ui| {
            ui.spacing_mut().item_spacing.x = space::L;
            ui.allocate_ui_with_layout(vec2(list, height), Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(vec2(list, height));
                ScrollArea::vertical().id_salt("backups").max_height(height).min_scrolled_height(height).show(
                    ui,
                    |ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        for shelved in &shelf.backups {
                            self.row_ui(ui, project, shelved);
                        }
                    },
                );
            });
            let width = size.x - list - space::L;
            ui.allocate_ui_with_layout(vec2(width, height), Layout::top_down(Align::Min), |ui| {
                ui.set_min_size(vec2(width, height));
                let scroll = ScrollArea::vertical().id_salt("difference").max_height(height);
                scroll.min_scrolled_height(height).show(ui, |ui| {
                    ui.set_max_width(ui.available_width() - space::M);
                    self.difference_ui(ui, project);
                });
            });
        });
    }

    fn row_ui(&mut self, ui: &mut Ui, project: &View<'_>, shelved: &Shelved) {
        let backup = &shelved.backup;
        let why = project.text(&format!("backup-why-{}", backup.why.key()));
        let words = Message::new("backups-row").with("when", project.catalog.moment(backup.at)).with("why", why);
        let right = match shelved.steps_since {
            Some(steps) => project.say(&Message::new("backups-since").with("n", steps)),
            None if shelved.revision.is_none() => project.text("backups-unreadable"),
            None => project.text("backups-other-line"),
        };
        let right = format!("{right} · {}", project.catalog.size(backup.bytes));
        let words = project.say(&words);
        let is_chosen = self.chosen.as_ref() == Some(&backup.path);
        let row = ListRow { right: &right, is_chosen, height: measure::POPUP_ROW, ..ListRow::new(&words) };
        let response = row.ui(ui);
        if response.clicked() {
            self.chosen = Some(backup.path.clone());
        }
    }

    fn difference_ui(&self, ui: &mut Ui, project: &View<'_>) {
        let theme = Theme::of(ui);
        label_ui(ui, Words::of(&project.text("backups-difference"), type_scale::STRONG, theme.text));
        ui.add_space(space::XXS);
        match self.chosen.as_ref().and_then(|chosen| project.backups.weighed.get(chosen)) {
            None => {
                label_ui(ui, Words::of(&project.text("backups-weighing"), type_scale::BODY, theme.text2));
            }
            Some(Err(fault)) => {
                label_ui(ui, Words::of(&project.say(&fault.sentence), type_scale::BODY, theme.dissonance.text));
            }
            Some(Ok(difference)) => {
                for (at, sentence) in difference.sentences().iter().enumerate() {
                    let colour = if at == 0 { theme.text } else { theme.text2 };
                    label_ui(ui, Words::of(&project.say(sentence), type_scale::BODY, colour));
                }
                ui.add_space(space::XS);
                label_ui(ui, Words::of(&project.text("backups-nothing-destroyed"), type_scale::SMALL, theme.text3));
            }
        }
    }

    fn buttons_ui(&self, ui: &mut Ui, project: &View<'_>, commands: &mut Commands) -> bool {
        let text = |key: &str| project.text(key);
        let (close, restore) = (text("overlay-close"), text("backups-restore"));
        let (now, copy) = (text(Command::BackUp.label()), text(Command::SaveCopy.label()));
        let is_weighed = self
            .chosen
            .as_ref()
            .filter(|chosen| matches!(project.backups.weighed.get(*chosen), Some(Ok(_))))
            .filter(|_| project.busy.is_none() && !project.is_read_only);
        let mut is_done = false;
        foot_ui(ui, |ui| {
            if Button::primary(&restore).enabled(is_weighed.is_some()).ui(ui).clicked()
                && let Some(chosen) = is_weighed
            {
                commands.send(Request::Restore(chosen.clone()));
                is_done = true;
            }
            let is_free = project.busy.is_none();
            if Button::outlined(&copy).enabled(is_free).ui(ui).clicked() {
                commands.run(Command::SaveCopy);
            }
            if Button::outlined(&now).enabled(is_free).ui(ui).clicked() {
                commands.run(Command::BackUp);
            }
            is_done |= Button::outlined(&close).ui(ui).clicked();
        });
        is_done
    }
}
