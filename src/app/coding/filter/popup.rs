//! The filter behind the funnel: boxes for every question, and the way back.

use super::Filter;
use crate::app::coding::{CodingPlace, find};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, checkbox_ui, direction_key, label_ui, rule_ui, sentence_case, swatch_at};
use crate::domain::{CodeId, Direction, Message};
use eframe::egui::{Align, Layout, Popup, PopupCloseBehavior, ScrollArea, Sense, Ui, Vec2, vec2};
use std::collections::BTreeSet;

/// Width of the popup.
const WIDTH: f32 = 320.0;
/// Height of the list of codes at most, and what the window keeps for the rest.
const CODES: (f32, f32) = (300.0, 420.0);
/// Before an indicator.
const INDENT: f32 = 34.0;

impl CodingPlace {
    /// Draws the funnel and, when it was pressed, the filter.
    pub(in crate::app::coding) fn filter_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let name = view.text("filter-name");
        let button = Button::icon_only(icons::FUNNEL, &name).chosen(self.filtered.filter.is_on()).ui(ui);
        let id = Popup::default_response_id(&button);
        let was_open = Popup::is_id_open(ui.ctx(), id);
        if std::mem::take(&mut self.filtered.is_asked) {
            Popup::open_id(ui.ctx(), id);
        }
        let before = self.filtered.filter.clone();
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        popup.accessible_name(&name).width(WIDTH).show(|ui| {
            ui.set_width(WIDTH);
            ui.spacing_mut().item_spacing = vec2(space::XS, 0.0);
            self.boxes_ui(ui, view, !was_open);
        });
        if self.filtered.filter != before {
            self.marked = None;
        }
    }

    fn boxes_ui(&mut self, ui: &mut Ui, view: &View<'_>, is_opening: bool) {
        let theme = Theme::of(ui);
        ui.allocate_ui_with_layout(vec2(WIDTH, measure::ROW), Layout::right_to_left(Align::Center), |ui| {
            ui.add_enabled_ui(self.filtered.filter.is_on(), |ui| {
                let clear = view.text("filter-clear");
                if Button::link(&clear).small_words().enabled(ui.is_enabled()).ui(ui).clicked() {
                    self.show_all();
                }
            });
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label_ui(ui, Words::of(&view.text("filter-heading"), type_scale::STRONG, theme.text));
            });
        });
        let filter = &mut self.filtered.filter;
        let first = checkbox_ui(ui, &mut filter.is_key_only, &view.text("filter-key-only"));
        if is_opening {
            first.request_focus();
        }
        checkbox_ui(ui, &mut filter.is_mine_only, &view.text("filter-mine-only"));
        heading_ui(ui, &view.text("filter-directions"));
        let all = Direction::ALL.into_iter().map(Some).chain([None]);
        ui.horizontal_wrapped(|ui| {
            for direction in all {
                one_of(ui, &mut filter.directions, direction, &sentence_case(&view.text(direction_key(direction))));
            }
        });
        if view.study.coders.len() > 1 {
            heading_ui(ui, &view.text("filter-coders"));
            for coder in &view.study.coders {
                one_of(ui, &mut filter.coders, coder.id, &coder.name);
            }
        }
        heading_ui(ui, &view.text("filter-codes"));
        let room = (ui.ctx().content_rect().height() - CODES.1).clamp(4.0 * measure::ROW, CODES.0);
        ScrollArea::vertical().max_height(room).auto_shrink([false, true]).show(ui, |ui| {
            ui.set_max_width(WIDTH - space::M);
            for (at, code) in (0_u32..).zip(&view.study.codes) {
                if view.study.code_parents.get(at as usize).copied().flatten().is_none() {
                    family_ui(ui, view, filter, &mut self.filtered.opened, at, code.id);
                }
            }
        });
    }
}

fn heading_ui(ui: &mut Ui, words: &str) {
    ui.add_space(space::XS);
    rule_ui(ui);
    ui.add_space(space::XS);
    label_ui(ui, Words::of(words, type_scale::SMALL, Theme::of(ui).text2));
    ui.add_space(space::XXS);
}

/// A box that puts something into a set or takes it out.
fn one_of<T: Ord>(ui: &mut Ui, set: &mut BTreeSet<T>, one: T, words: &str) {
    let mut is_on = set.contains(&one);
    if checkbox_ui(ui, &mut is_on, words).changed() {
        if is_on {
            set.insert(one);
        } else {
            set.remove(&one);
        }
    }
}

/// A family with its swatch, and its indicators where it is open. An indicator of a family that is chosen passes with
/// it, which its box says.
fn family_ui(
    ui: &mut Ui,
    view: &View<'_>,
    filter: &mut Filter,
    opened: &mut BTreeSet<CodeId>,
    at: u32,
    family: CodeId,
) {
    let theme = Theme::of(ui);
    let Some(code) = view.study.codes.get(at as usize) else { return };
    let children: Vec<u32> = find::children(view.study, at).collect();
    let is_open = opened.contains(&family);
    ui.horizontal(|ui| {
        let (swatch, _) = ui.allocate_exact_size(Vec2::splat(measure::SWATCH), Sense::hover());
        swatch_at(ui.painter(), swatch, theme.code(code.colour), code.digit(), theme.text);
        let is_mixed = !filter.codes.contains(&family)
            && children.iter().any(|child| {
                view.study.codes.get(*child as usize).is_some_and(|child| filter.codes.contains(&child.id))
            });
        let some = view.say(&Message::new("filter-some").with("code", code.name.as_str()));
        one_of(ui, &mut filter.codes, family, if is_mixed { &some } else { &code.name });
        if !children.is_empty() {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let key = if is_open { "coding-close-family" } else { "coding-open-family" };
                let name = view.say(&Message::new(key).with("code", code.name.as_str()));
                let icon = if is_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
                if Button::icon_only(icon, &name).small().ui(ui).clicked() && !opened.remove(&family) {
                    opened.insert(family);
                }
            });
        }
    });
    if !is_open {
        return;
    }
    let passes_whole = filter.codes.contains(&family);
    for child in children.iter().filter_map(|child| view.study.codes.get(*child as usize)) {
        ui.horizontal(|ui| {
            ui.add_space(INDENT);
            let words = format!("{} {}", child.short, child.name);
            ui.add_enabled_ui(!passes_whole, |ui| {
                if passes_whole {
                    checkbox_ui(ui, &mut true, &words);
                } else {
                    one_of(ui, &mut filter.codes, child.id, words.trim());
                }
            });
        });
    }
}
