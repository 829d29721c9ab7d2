//! The place where language, look, sizes and the coder's name are set. Everything holds at once.

use super::{LEADING, READING, Settings, ThemeChoice, WIDTH, ZOOM};
use crate::app::command::Command;
use crate::app::commands::{Commands, Request};
use crate::app::frame::language_ui;
use crate::app::icons;
use crate::app::place::Place;
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, field_ui, label_ui, place_header_ui, rule_ui, segmented_ui};
use crate::domain::Message;
use eframe::egui::{Align, Direction, Frame, Layout, ScrollArea, Ui, vec2};
use std::ops::RangeInclusive;

/// Width of the form, in points.
const FORM: f32 = 680.0;
/// Width of the names of the settings, in points.
const NAMES: f32 = 300.0;
/// Below this width a setting stands under its name instead of beside it.
const BESIDE_FROM: f32 = 600.0;
/// Least height of a setting, in points.
const ROW: f32 = 44.0;
/// Width of a value between its two buttons, in points.
const VALUE: f32 = 88.0;

/// The state of the place: the name while it is being typed.
#[derive(Default)]
pub struct SettingsPlace {
    coder: Option<String>,
    /// The settings with the name as it is typed, while that is another one.
    unsent: Option<Box<Settings>>,
}

impl Place for SettingsPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        place_header_ui(ui, view.is_small, &view.text("place-settings"), |_| {}, |_| {});
        ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(space::L).show(ui, |ui| {
                ui.set_max_width(FORM.min(ui.available_width()));
                ui.spacing_mut().item_spacing.y = space::M;
                let mut settings = view.settings.clone();
                group_ui(ui, &view.text("settings-window"));
                window_ui(ui, view, &mut settings);
                group_ui(ui, &view.text("settings-transcript"));
                transcript_ui(ui, view, &mut settings);
                group_ui(ui, &view.text("settings-work"));
                self.coder_ui(ui, view, &mut settings);
                ui.horizontal(|ui| {
                    for command in [Command::Keys, Command::Help] {
                        if Button::outlined(&view.text(command.label())).ui(ui).clicked() {
                            commands.run(command);
                        }
                    }
                });
                if settings != *view.settings {
                    commands.send(Request::Settings(Box::new(settings)));
                }
            });
        });
    }

    fn facts(&self, view: &View<'_>) -> String {
        view.text("settings-facts")
    }

    fn leave(&mut self, commands: &mut Commands) {
        self.coder = None;
        if let Some(settings) = self.unsent.take() {
            commands.send(Request::Settings(settings));
        }
    }
}

fn group_ui(ui: &mut Ui, name: &str) {
    let theme = Theme::of(ui);
    ui.add_space(space::XXS);
    label_ui(ui, Words::of(name, type_scale::HEADING, theme.text));
    ui.add_space(-space::XS);
    rule_ui(ui);
}

fn window_ui(ui: &mut Ui, view: &View<'_>, settings: &mut Settings) {
    row_ui(ui, view, "settings-language", |ui, name| {
        if let Some(language) = language_ui(ui, view.catalog, name, view.catalog.language()) {
            settings.language = Some(language);
        }
    });
    row_ui(ui, view, "settings-theme", |ui, name| {
        let words = ["settings-theme-system", "settings-theme-light", "settings-theme-dark"].map(|key| view.text(key));
        let choices = [ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark];
        let choices: Vec<_> =
            choices.into_iter().zip(&words).map(|(choice, words)| (choice, None, words.as_str())).collect();
        if let Some(theme) = segmented_ui(ui, name, settings.theme, &choices) {
            settings.theme = theme;
        }
    });
    row_ui(ui, view, "settings-zoom", |ui, _| {
        let stepper = Stepper { shown: "settings-percent", names: ["settings-smaller", "settings-larger"], step: 10 };
        settings.zoom = stepper.ui(ui, view, settings.zoom, ZOOM);
    });
}

fn transcript_ui(ui: &mut Ui, view: &View<'_>, settings: &mut Settings) {
    row_ui(ui, view, "settings-reading", |ui, _| {
        let names = ["settings-reading-smaller", "settings-reading-larger"];
        let stepper = Stepper { shown: "settings-points", names, step: 1 };
        let wanted = stepper.ui(ui, view, settings.reading.into(), wide(READING));
        settings.reading = u8::try_from(wanted).unwrap_or(settings.reading);
    });
    row_ui(ui, view, "settings-width", |ui, _| {
        let names = ["settings-width-smaller", "settings-width-larger"];
        let stepper = Stepper { shown: "settings-characters", names, step: 1 };
        let wanted = stepper.ui(ui, view, settings.width.into(), wide(WIDTH));
        settings.width = u8::try_from(wanted).unwrap_or(settings.width);
    });
    row_ui(ui, view, "settings-leading", |ui, _| {
        let names = ["settings-leading-smaller", "settings-leading-larger"];
        let stepper = Stepper { shown: "settings-percent", names, step: 10 };
        let wanted = stepper.ui(ui, view, settings.leading.into(), wide(LEADING));
        settings.leading = u8::try_from(wanted).unwrap_or(settings.leading);
    });
    sample_ui(ui, view, settings);
}

/// A few lines as a transcript will show them.
fn sample_ui(ui: &mut Ui, view: &View<'_>, settings: &Settings) {
    let theme = Theme::of(ui);
    let step = type_scale::READ.at(f32::from(settings.reading));
    let step = step.with_line((step.size * f32::from(settings.leading) / 100.0).round());
    // Measured with the letters themselves: this many of them fill the row.
    let sample = view.text("settings-reading-sample");
    let row = Words::of(&sample, step, theme.text).row(ui.painter());
    let letter = row.size().x / sample.chars().count().max(1) as f32;
    let width = (letter * f32::from(settings.width)).min(ui.available_width());
    ui.allocate_ui_with_layout(vec2(width, step.line), Layout::top_down(Align::Min), |ui| {
        ui.set_max_width(width);
        label_ui(ui, Words::of(&sample, step, theme.text));
    });
}

impl SettingsPlace {
    fn coder_ui(&mut self, ui: &mut Ui, view: &View<'_>, settings: &mut Settings) {
        let theme = Theme::of(ui);
        ui.scope(|ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            let coder = self.coder.get_or_insert_with(|| settings.coder.clone());
            let field = field_ui(ui, &view.text("settings-coder"), coder, view.coder);
            // A step carries the name: it changes when the field is left, not letter by letter.
            let typed = Settings { coder: coder.trim().to_owned(), ..settings.clone() };
            self.unsent = None;
            if field.lost_focus() {
                *settings = typed;
            } else if typed.coder != settings.coder {
                self.unsent = Some(Box::new(typed));
            }
            label_ui(ui, Words::of(&view.text("settings-coder.note"), type_scale::SMALL, theme.text3));
        });
    }
}

/// A setting: its name and what it is at the left, the control beside or, where there is no room, below.
fn row_ui(ui: &mut Ui, view: &View<'_>, key: &str, control: impl FnOnce(&mut Ui, &str)) {
    let (name, note) = (view.text(key), view.text(&format!("{key}.note")));
    let theme = Theme::of(ui);
    let words_ui = |ui: &mut Ui| {
        ui.spacing_mut().item_spacing.y = 2.0;
        label_ui(ui, Words::of(&name, type_scale::STRONG, theme.text));
        label_ui(ui, Words::of(&note, type_scale::SMALL, theme.text3));
    };
    if ui.available_width() < BESIDE_FROM {
        ui.vertical(|ui| {
            words_ui(ui);
            ui.add_space(space::XXS);
            ui.horizontal(|ui| control(ui, &name));
        });
        return;
    }
    let size = vec2(ui.available_width(), ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_height(ROW);
        ui.allocate_ui_with_layout(vec2(NAMES, ROW), Layout::top_down(Align::Min), |ui| {
            ui.set_width(NAMES);
            words_ui(ui);
        });
        ui.add_space(space::M);
        control(ui, &name);
    });
}

const fn wide(range: RangeInclusive<u8>) -> RangeInclusive<u16> {
    *range.start() as u16..=*range.end() as u16
}

/// A number between a button that makes it smaller and one that makes it larger.
struct Stepper {
    /// Key of the number in words.
    shown: &'static str,
    /// Keys of the names of the two buttons.
    names: [&'static str; 2],
    /// By how much a press changes it.
    step: u16,
}

impl Stepper {
    /// Draws it; the number as it is to be.
    fn ui(self, ui: &mut Ui, view: &View<'_>, value: u16, range: RangeInclusive<u16>) -> u16 {
        let theme = Theme::of(ui);
        let names = self.names.map(|key| view.text(key));
        let mut wanted = value;
        let less = Button::icon_only(icons::CARET_LEFT, &names[0]).enabled(value > *range.start());
        if less.ui(ui).clicked() {
            wanted = value.saturating_sub(self.step).max(*range.start());
        }
        let shown = view.say(&Message::new(self.shown).with("n", value));
        let layout = Layout::centered_and_justified(Direction::LeftToRight);
        ui.allocate_ui_with_layout(vec2(VALUE, type_scale::BODY.line), layout, |ui| {
            label_ui(ui, Words::of(&shown, type_scale::BODY, theme.text));
        });
        let more = Button::icon_only(icons::CARET_RIGHT, &names[1]).enabled(value < *range.end());
        if more.ui(ui).clicked() {
            wanted = value.saturating_add(self.step).min(*range.end());
        }
        wanted
    }
}
