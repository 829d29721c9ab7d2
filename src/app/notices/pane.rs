//! The list of what was said, laid over the window: newest first, technical detail unfolded on demand, one or
//! all copied.

use super::{Detail, Entry, Kind};
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons::{self, Icon};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::widgets::{Button, Words, empty_place_ui, icon_at, label_ui, rule_ui};
use crate::domain::Message;
use eframe::egui::{Align, Color32, Layout, Role, ScrollArea, Sense, Ui, WidgetInfo, vec2};
use std::collections::BTreeSet;

/// Width of the list.
const WIDTH: f32 = 680.0;
/// Room at the right of a sentence: unfold, copy.
const RIGHT: f32 = 132.0;
/// How many details of one sentence are shown; all of them are copied.
const DETAILS: usize = 100;

/// The list, with what is unfolded in it.
#[derive(Default)]
pub(in crate::app) struct NoticesPane {
    unfolded: BTreeSet<u64>,
}

impl Pane for NoticesPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let room = ui.ctx().content_rect();
        pane_width_ui(ui, WIDTH);
        heading_ui(ui, &view.catalog.text("command-notices"));
        let height = (room.height() * 0.62).min(560.0);
        let is_empty = view.notices.entries().len() == 0;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show(
            ui,
            |ui| {
                ui.spacing_mut().item_spacing.y = space::XXS;
                if is_empty {
                    empty_place_ui(ui, icons::CHECK, &view.catalog.text("notices-empty"), &[]);
                }
                for entry in view.notices.entries() {
                    self.entry_ui(ui, view, entry, commands);
                }
            },
        );
        let names = ["overlay-close", "notices-copy-all"].map(|key| view.catalog.text(key));
        let mut is_done = false;
        foot_ui(ui, |ui| {
            is_done = Button::primary(&names[0]).ui(ui).clicked();
            if Button::outlined(&names[1]).icon(icons::COPY).enabled(!is_empty).ui(ui).clicked() {
                commands.send(Request::Copy(view.notices.whole(view.catalog)));
            }
        });
        is_done
    }
}

impl NoticesPane {
    fn entry_ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, entry: &Entry, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let (icon, colour) = look(theme, entry.kind);
        let sentence = view.catalog.say(&entry.sentence);
        let is_unfolded = self.unfolded.contains(&entry.number);
        ui.add_space(space::XXS);
        ui.horizontal_top(|ui| {
            let (mark, response) =
                ui.allocate_exact_size(vec2(measure::ICON, type_scale::CAPTION.line), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Image, true, view.catalog.text(entry.kind.key())));
            icon_at(ui.painter(), mark.center(), icon, 14.0, colour);
            let width = ui.available_width() - RIGHT;
            ui.allocate_ui_with_layout(vec2(width, 0.0), Layout::top_down(Align::Min), |ui| {
                ui.set_width(width);
                label_ui(ui, Words::of(&entry.heading(view.catalog), type_scale::CAPTION, theme.text3));
                let ink = if entry.kind == Kind::Error { theme.dissonance.text } else { theme.text };
                label_ui(ui, Words::of(&sentence, type_scale::BODY, ink));
                if is_unfolded {
                    details_ui(ui, view, &entry.details);
                }
            });
            ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                ui.add_space(space::S);
                let name = view.catalog.say(&Message::new("notices-copy-one").with("what", sentence.as_str()));
                if Button::icon_only(icons::COPY, &name).small().ui(ui).clicked() {
                    commands.send(Request::Copy(entry.whole(view.catalog)));
                }
                let key = if is_unfolded { "notices-fold" } else { "status-details" };
                if !entry.details.is_empty() && Button::link(&view.catalog.text(key)).small_words().ui(ui).clicked() {
                    if is_unfolded {
                        self.unfolded.remove(&entry.number);
                    } else {
                        self.unfolded.insert(entry.number);
                    }
                }
            });
        });
        ui.add_space(space::XXS);
        rule_ui(ui);
    }
}

fn details_ui(ui: &mut Ui, view: &PaneView<'_>, details: &[Detail]) {
    let theme = Theme::of(ui);
    for detail in details.iter().take(DETAILS) {
        label_ui(ui, Words::of(&detail.words(view.catalog), type_scale::SMALL, theme.text2));
    }
    if let Some(more) = details.len().checked_sub(DETAILS).filter(|more| *more > 0) {
        let words = view.catalog.say(&Message::new("notices-more").with("n", more));
        label_ui(ui, Words::of(&words, type_scale::SMALL, theme.text3));
    }
}

/// The mark of a kind; its word stands beside it, so that colour says nothing alone.
fn look(theme: &Theme, kind: Kind) -> (Icon, Color32) {
    match kind {
        Kind::Said => (icons::CHECK, theme.text3),
        Kind::Notice => (icons::LIGHTBULB, theme.accent_text),
        Kind::Warning => (icons::WARNING, theme.partial.text),
        Kind::Error => (icons::X, theme.dissonance.text),
    }
}
