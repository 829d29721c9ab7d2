//! The place where language, look, sizes and the coder's name are set. Everything holds at once.

use super::{READING, Settings, ThemeChoice, ZOOM};
use crate::app::commands::{Commands, Request};
use crate::app::frame::language_ui;
use crate::app::icons;
use crate::app::place::Place;
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, field_ui, label_ui, place_header_ui, segmented_ui};
use crate::domain::Message;
use eframe::egui::{Align, Frame, Layout, ScrollArea, Ui, vec2};

/// The state of the place: the name while it is being typed.
#[derive(Default)]
pub struct SettingsPlace {
    coder: Option<String>,
}

impl Place for SettingsPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        place_header_ui(ui, view.is_small, &view.text("place-settings"), |_| {}, |_| {});
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(space::L).show(ui, |ui| {
                ui.set_max_width(640.0);
                ui.spacing_mut().item_spacing.y = space::L;
                let mut settings = view.settings.clone();
                self.rows_ui(ui, view, &mut settings);
                if settings != *view.settings {
                    commands.send(Request::Settings(Box::new(settings)));
                }
            });
        });
    }

    fn facts(&self, view: &View<'_>) -> String {
        view.text("settings-facts")
    }
}

impl SettingsPlace {
    fn rows_ui(&mut self, ui: &mut Ui, view: &View<'_>, settings: &mut Settings) {
        let name = view.text("settings-language");
        row_ui(ui, &name, &view.text("settings-language.note"), |ui| {
            if let Some(language) = language_ui(ui, view.catalog, &name, view.catalog.language()) {
                settings.language = Some(language);
            }
        });
        let name = view.text("settings-theme");
        row_ui(ui, &name, &view.text("settings-theme.note"), |ui| {
            let words =
                ["settings-theme-system", "settings-theme-light", "settings-theme-dark"].map(|key| view.text(key));
            let choices = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
            let choices: Vec<_> =
                choices.into_iter().zip(&words).map(|(choice, words)| (choice, None, words.as_str())).collect();
            if let Some(theme) = segmented_ui(ui, &name, settings.theme, &choices) {
                settings.theme = theme;
            }
        });
        row_ui(ui, &view.text("settings-zoom"), &view.text("settings-zoom.note"), |ui| {
            let shown = view.say(&Message::new("settings-percent").with("n", settings.zoom));
            let steps = ["settings-smaller", "settings-larger"].map(|key| view.text(key));
            match stepper_ui(ui, &shown, &steps, settings.zoom > *ZOOM.start(), settings.zoom < *ZOOM.end()) {
                Step::Down => settings.zoom = (settings.zoom - 10).max(*ZOOM.start()),
                Step::Up => settings.zoom = (settings.zoom + 10).min(*ZOOM.end()),
                Step::None => {}
            }
        });
        row_ui(ui, &view.text("settings-reading"), &view.text("settings-reading.note"), |ui| {
            let shown = view.say(&Message::new("settings-points").with("n", settings.reading));
            let steps = ["settings-reading-smaller", "settings-reading-larger"].map(|key| view.text(key));
            match stepper_ui(ui, &shown, &steps, settings.reading > *READING.start(), settings.reading < *READING.end())
            {
                Step::Down => settings.reading -= 1,
                Step::Up => settings.reading += 1,
                Step::None => {}
            }
        });
        let theme = Theme::of(ui);
        let sample = type_scale::READ.at(f32::from(settings.reading));
        label_ui(ui, Words::of(&view.text("settings-reading-sample"), sample, theme.text));
        let coder = self.coder.get_or_insert_with(|| settings.coder.clone());
        let field = field_ui(ui, &view.text("settings-coder"), coder, view.coder);
        // A step carries the name: it changes when the field is left, not letter by letter.
        if field.lost_focus() {
            coder.trim().clone_into(&mut settings.coder);
        }
        label_ui(ui, Words::of(&view.text("settings-coder.note"), type_scale::SMALL, theme.text3));
    }
}

fn row_ui(ui: &mut Ui, name: &str, note: &str, control: impl FnOnce(&mut Ui)) {
    let theme = Theme::of(ui);
    ui.allocate_ui_with_layout(vec2(ui.available_width(), 44.0), Layout::left_to_right(Align::Center), |ui| {
        ui.allocate_ui_with_layout(vec2(320.0, 40.0), Layout::top_down(Align::Min), |ui| {
            ui.set_min_width(320.0);
            ui.spacing_mut().item_spacing.y = 2.0;
            label_ui(ui, Words::of(name, type_scale::STRONG, theme.text));
            label_ui(ui, Words::of(note, type_scale::SMALL, theme.text3));
        });
        control(ui);
    });
}

enum Step {
    None,
    Down,
    Up,
}

fn stepper_ui(ui: &mut Ui, shown: &str, names: &[String; 2], can_down: bool, can_up: bool) -> Step {
    let theme = Theme::of(ui);
    let mut step = Step::None;
    if Button::icon_only(icons::CARET_LEFT, &names[0]).enabled(can_down).ui(ui).clicked() {
        step = Step::Down;
    }
    ui.allocate_ui_with_layout(
        vec2(56.0, 20.0),
        Layout::centered_and_justified(eframe::egui::Direction::LeftToRight),
        |ui| {
            label_ui(ui, Words::of(shown, type_scale::BODY, theme.text));
        },
    );
    if Button::icon_only(icons::CARET_RIGHT, &names[1]).enabled(can_up).ui(ui).clicked() {
        step = Step::Up;
    }
    step
}
