//! How the transcript is read: size of its letters, width of its column, distance of its lines. Each is set in steps and
//! holds at once.

use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::settings::{LEADING, READING, Settings, WIDTH};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, label_ui, rule_ui};
use crate::domain::Message;
use eframe::egui::{Align, Layout, Popup, PopupCloseBehavior, Ui, vec2};
use std::ops::RangeInclusive;

/// Width of the menu.
const WIDE: f32 = 272.0;
/// Room of a value between its two buttons.
const VALUE: f32 = 84.0;
/// Steps of size (points), width (letters) and distance (percent).
const STEPS: (u8, u8, u8) = (1, 4, 10);

/// The words of the size: its name, less, more, and how much.
const SIZE: [&str; 4] = ["coding-size", "coding-size-less", "coding-size-more", "coding-size-now"];
/// The words of the width.
const COLUMN: [&str; 4] = ["coding-width", "coding-width-less", "coding-width-more", "coding-width-now"];
/// The words of the distance.
const DISTANCE: [&str; 4] = ["coding-leading", "coding-leading-less", "coding-leading-more", "coding-leading-now"];

/// A value that is set in steps.
struct Stepper {
    /// Keys of its name, of less, of more, and of its value.
    keys: [&'static str; 4],
    value: u8,
    step: u8,
    within: RangeInclusive<u8>,
}

/// Draws the button with the letters and, once pressed, the menu.
pub(super) fn reading_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let name = view.text("coding-reading");
    let button = Button::icon_only(icons::TEXT_AA, &name).ui(ui);
    let is_opening = button.clicked() && !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
    let menu =
        Popup::menu(&button).accessible_name(&name).width(WIDE).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
    menu.show(|ui| {
        ui.set_width(WIDE);
        ui.spacing_mut().item_spacing.y = space::XXS;
        let now = view.settings;
        let steppers = [
            Stepper { keys: SIZE, value: now.reading, step: STEPS.0, within: READING },
            Stepper { keys: COLUMN, value: now.width, step: STEPS.1, within: WIDTH },
            Stepper { keys: DISTANCE, value: now.leading, step: STEPS.2, within: LEADING },
        ];
        let mut wanted = [now.reading, now.width, now.leading];
        for (at, stepper) in steppers.iter().enumerate() {
            if let Some(value) = stepper.ui(ui, view, is_opening && at == 0) {
                wanted[at] = value;
            }
        }
        ui.add_space(space::XXS);
        rule_ui(ui);
        ui.add_space(space::XXS);
        let default = Settings::default();
        let defaults = [default.reading, default.width, default.leading];
        let reset = view.text("coding-reading-reset");
        if Button::quiet(&reset).small().enabled(wanted != defaults).ui(ui).clicked() {
            wanted = defaults;
        }
        if wanted != [now.reading, now.width, now.leading] {
            let [reading, width, leading] = wanted;
            commands.send(Request::Settings(Box::new(Settings { reading, width, leading, ..now.clone() })));
        }
    });
}

impl Stepper {
    /// Draws it in a row: name, less, value, more. The new value, if another is wanted.
    fn ui(&self, ui: &mut Ui, view: &View<'_>, wants_focus: bool) -> Option<u8> {
        let theme = Theme::of(ui);
        let mut wanted = None;
        let row = vec2(ui.available_width(), measure::BUTTON_SMALL);
        ui.allocate_ui_with_layout(row, Layout::right_to_left(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = 0.0;
            let [name, less, more] = [self.keys[0], self.keys[1], self.keys[2]].map(|key| view.text(key));
            let (least, most) = (*self.within.start(), *self.within.end());
            let up = Button::icon_only(icons::CARET_RIGHT, &more).small().enabled(self.value < most).ui(ui);
            if up.clicked() {
                wanted = Some(self.value.saturating_add(self.step).min(most));
            }
            let now = view.say(&Message::new(self.keys[3]).with("n", self.value));
            ui.allocate_ui_with_layout(
                vec2(VALUE, row.y),
                Layout::centered_and_justified(ui.layout().main_dir()),
                |ui| {
                    label_ui(ui, Words::of(&now, type_scale::BODY, theme.text).centred());
                },
            );
            let down = Button::icon_only(icons::CARET_LEFT, &less).small().enabled(self.value > least).ui(ui);
            if down.clicked() {
                wanted = Some(self.value.saturating_sub(self.step).max(least));
            }
            if wants_focus {
                up.request_focus();
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label_ui(ui, Words::of(&name, type_scale::BODY, theme.text2));
            });
        });
        wanted
    }
}
