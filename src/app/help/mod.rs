//! Help: how the work goes in six steps, the words a supervisor asks about, and what is owed to those who were asked.
//! Laid over the window, so that it is there before a project is open too.

#[cfg(test)]
mod walk;

use super::command::Command;
use super::commands::{Commands, Request};
use super::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use super::place::PlaceKind;
use super::theme::{Theme, space, type_scale};
use super::widgets::{Button, Words, label_ui, scroll_by_keys, segmented_ui};
use crate::domain::Message;
use eframe::egui::{Align, Layout, Rect, ScrollArea, Ui, UiBuilder, Vec2, pos2, vec2};

/// Width of the help, in points.
const WIDTH: f32 = 720.0;
/// Width of a row of reading: about 80 characters.
const COLUMN: f32 = 600.0;
/// Room for the number before a step.
const NUMBER: f32 = 32.0;

/// The six steps of the work, each with the place where it is done.
const STEPS: [(&str, PlaceKind); 6] = [
    ("help-step-import", PlaceKind::Data),
    ("help-step-people", PlaceKind::Data),
    ("help-step-code", PlaceKind::Coding),
    ("help-step-direct", PlaceKind::Coding),
    ("help-step-compare", PlaceKind::Compare),
    ("help-step-report", PlaceKind::Report),
];

/// The twelve words, each with the place where what it means is seen.
const TERMS: [(&str, PlaceKind); 12] = [
    ("help-term-sources", PlaceKind::Compare),
    ("help-term-techniques", PlaceKind::Compare),
    ("help-term-key-informant", PlaceKind::Data),
    ("help-term-segment", PlaceKind::Coding),
    ("help-term-coding", PlaceKind::Coding),
    ("help-term-codebook", PlaceKind::Coding),
    ("help-term-indicator", PlaceKind::Coding),
    ("help-term-direction", PlaceKind::Coding),
    ("help-term-verdict", PlaceKind::Compare),
    ("help-term-silence", PlaceKind::Compare),
    ("help-term-reduction", PlaceKind::Report),
    ("help-term-audit", PlaceKind::History),
];

/// The paragraphs about those who were asked.
const ETHICS: [&str; 5] =
    ["help-ethics-consent", "help-ethics-children", "help-ethics-names", "help-ethics-withdrawn", "help-ethics-ask"];

#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Page {
    #[default]
    Steps,
    Terms,
    Ethics,
}

/// The help, and the page it is open at.
#[derive(Default)]
pub(super) struct HelpPane {
    page: Page,
}

impl Pane for HelpPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        pane_width_ui(ui, WIDTH);
        let catalog = view.catalog;
        heading_ui(ui, &catalog.text("command-help"));
        let names = ["help-steps", "help-terms", "help-ethics"].map(|key| catalog.text(key));
        let pages = [Page::Steps, Page::Terms, Page::Ethics];
        let choices: Vec<_> = pages.into_iter().zip(&names).map(|(page, name)| (page, None, name.as_str())).collect();
        if let Some(page) = segmented_ui(ui, &catalog.text("help-pages"), self.page, &choices) {
            self.page = page;
        }
        ui.add_space(space::XXS);
        let mut is_done = false;
        let height = (ui.ctx().content_rect().height() - 220.0).clamp(160.0, 680.0);
        let area = ScrollArea::vertical().id_salt(self.page as u8).max_height(height).min_scrolled_height(height);
        area.auto_shrink([false, false]).show(ui, |ui| {
            scroll_by_keys(ui, height);
            ui.set_max_width(COLUMN.min(ui.available_width() - space::M));
            ui.spacing_mut().item_spacing.y = space::XXS;
            match self.page {
                Page::Steps => {
                    for (number, (key, place)) in (1..).zip(STEPS) {
                        is_done |= step_ui(ui, view, number, key, place, commands);
                    }
                }
                Page::Terms => {
                    for (key, place) in TERMS {
                        is_done |= term_ui(ui, view, key, place, commands);
                    }
                }
                Page::Ethics => {
                    for key in ETHICS {
                        paragraph_ui(ui, view, key);
                    }
                }
            }
        });
        let (close, first) = (catalog.text("overlay-close"), catalog.text(Command::FirstSteps.label()));
        foot_ui(ui, |ui| {
            is_done |= Button::primary(&close).ui(ui).clicked();
            if view.project.is_some() && Button::outlined(&first).ui(ui).clicked() {
                commands.run(Command::FirstSteps);
                is_done = true;
            }
        });
        is_done
    }
}

/// A name, what it means, and a link to where it is seen. Whether the link was followed.
fn term_ui(ui: &mut Ui, view: &PaneView<'_>, key: &str, place: PlaceKind, commands: &mut Commands) -> bool {
    paragraph_ui(ui, view, key);
    ui.add_space(-space::XS);
    let is_gone = link_ui(ui, view, "help-seen", place, commands);
    ui.add_space(space::S);
    is_gone
}

fn paragraph_ui(ui: &mut Ui, view: &PaneView<'_>, key: &str) {
    let theme = Theme::of(ui);
    label_ui(ui, Words::of(&view.catalog.text(key), type_scale::STRONG, theme.text));
    label_ui(ui, Words::of(&view.catalog.text(&format!("{key}.text")), type_scale::BODY, theme.text2));
    ui.add_space(space::XS);
}

/// A step of the work with its number before it. Whether its link was followed.
fn step_ui(
    ui: &mut Ui,
    view: &PaneView<'_>,
    number: u32,
    key: &str,
    place: PlaceKind,
    commands: &mut Commands,
) -> bool {
    let theme = Theme::of(ui);
    let top = ui.cursor().min;
    let disc = pos2(top.x + 11.0, top.y + 11.0);
    let inner = Rect::from_min_size(top + vec2(NUMBER, 0.0), vec2(ui.available_width() - NUMBER, 0.0));
    let shown = ui.scope_builder(UiBuilder::new().max_rect(inner), |ui| {
        paragraph_ui(ui, view, key);
        ui.add_space(-space::XS);
        link_ui(ui, view, "help-go", place, commands)
    });
    let painter = ui.painter();
    painter.circle_stroke(disc, 10.5, eframe::egui::Stroke::new(1.0, theme.line3));
    let digit = Words::of(&number.to_string(), type_scale::CAPTION.strong(), theme.text2).row(painter);
    painter.galley(disc - digit.size() / 2.0, digit, theme.text2);
    ui.advance_cursor_after_rect(Rect::from_min_max(top, shown.response.rect.max + Vec2::Y * space::XXS));
    shown.inner
}

/// A link to a place, while there is a project to show in it. Whether it was followed.
fn link_ui(ui: &mut Ui, view: &PaneView<'_>, key: &str, place: PlaceKind, commands: &mut Commands) -> bool {
    if view.project.is_none() {
        return false;
    }
    let name = view.catalog.text(Command::Go(place).label());
    let words = view.catalog.say(&Message::new(key).with("place", name));
    let size = vec2(ui.available_width(), 0.0);
    let is_followed = ui
        .allocate_ui_with_layout(size, Layout::left_to_right(Align::Min), |ui| {
            Button::link(&words).small_words().ui(ui).clicked()
        })
        .inner;
    if is_followed {
        commands.send(Request::Go(place));
    }
    is_followed
}
