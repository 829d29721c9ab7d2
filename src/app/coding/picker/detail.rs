//! What the code at hand means, so that one need not leave the passage to decide: definition, test, what it is taken
//! for, what counts and what does not. Below it the direction of evidence, with the sentence it completes.

use super::list::Row;
use super::{DETAIL, Picker};
use crate::app::coding::inspector::sentence_ui;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, direction_control_ui, hairline_h, label_ui};
use crate::domain::{Code, Direction, Message};
use eframe::egui::{Frame, Margin, ScrollArea, Ui, pos2, vec2};

/// Height of the direction and its sentence.
const DIRECTION: f32 = 108.0;

pub(super) fn detail_ui(ui: &mut Ui, view: &View<'_>, picker: &mut Picker) {
    let theme = Theme::of(ui);
    let Some((at, code)) = picker.code().and_then(|at| Some((at, view.study.codes.get(at as usize)?))) else {
        let key = match picker.row() {
            Some(Row::Make(_)) => "picker-make-detail",
            Some(Row::Emaslim) => "picker-emaslim-detail",
            _ => return,
        };
        padded(ui, |ui| {
            label_ui(ui, Words::of(&view.text(key), type_scale::SMALL, theme.text2));
        });
        return;
    };
    let takes = code.kind.takes_direction();
    let below = if takes { DIRECTION } else { 0.0 };
    let height = ui.available_height() - below;
    // Each code is read from its beginning.
    ScrollArea::vertical()
        .id_salt(code.id)
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink(false)
        .show(ui, |ui| padded(ui, |ui| meaning_ui(ui, view, at, code)));
    if !takes {
        return;
    }
    let corner = pos2(ui.max_rect().left(), (ui.max_rect().bottom() - below).round());
    hairline_h(ui.painter(), ui.max_rect().x_range(), corner.y, theme.line);
    let name = view.say(&Message::new("coding-direction").with("code", code.label()));
    let rect = eframe::egui::Rect::from_min_max(corner, ui.max_rect().max);
    ui.scope_builder(eframe::egui::UiBuilder::new().max_rect(rect.shrink(space::S)), |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, space::XS);
        if let Some(direction) = direction_control_ui(ui, view.catalog, &name, picker.direction) {
            picker.direction = direction;
        }
        let key = picker.direction.map_or("unset", Direction::key);
        sentence_ui(ui, view, view.study, at, key);
    });
}

fn padded(ui: &mut Ui, inner: impl FnOnce(&mut Ui)) {
    let margin = Margin::from(vec2(space::M, space::S));
    Frame::new().inner_margin(margin).show(ui, |ui| {
        ui.set_width(DETAIL - 2.0 * space::M - measure::MARK);
        inner(ui);
    });
}

fn meaning_ui(ui: &mut Ui, view: &View<'_>, at: u32, code: &Code) {
    let theme = Theme::of(ui);
    label_ui(ui, Words::of(&code.full_name(), type_scale::STRONG, theme.text));
    ui.add_space(space::XXS);
    let is_bare = code.definition.is_empty() && code.test.is_empty() && code.counts.is_empty();
    if is_bare {
        label_ui(ui, Words::of(&view.text("picker-no-definition"), type_scale::SMALL, theme.text3));
    }
    if !code.definition.is_empty() {
        label_ui(ui, Words::of(&code.definition, type_scale::SMALL, theme.text2));
        ui.add_space(space::XXS);
    }
    if !code.test.is_empty() {
        let test = view.say(&Message::new("coding-test").with("test", code.test.as_str()));
        label_ui(ui, Words::of(&test, type_scale::SMALL, theme.text2));
    }
    for (question, rule) in pairs_of(view, at) {
        head_ui(ui, &question);
        label_ui(ui, Words::of(&rule, type_scale::SMALL, theme.text2));
    }
    for (key, list) in [("coding-counts", &code.counts), ("coding-counts-not", &code.counts_not)] {
        if list.is_empty() {
            continue;
        }
        head_ui(ui, &view.text(key));
        for entry in list {
            label_ui(ui, Words::of(entry, type_scale::SMALL, theme.text2));
            ui.add_space(space::XXS);
        }
    }
}

fn head_ui(ui: &mut Ui, words: &str) {
    ui.add_space(space::XS);
    label_ui(ui, Words::of(words, type_scale::SMALL.strong(), Theme::of(ui).text));
    ui.add_space(2.0);
}

/// What a code is easily taken for, each as a question with the rule that answers it. An indicator is taken for what
/// its family is taken for.
fn pairs_of(view: &View<'_>, at: u32) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut above = Some(at);
    while let Some(code) = above.and_then(|at| view.study.codes.get(at as usize)) {
        for pair in &view.study.confusing_pairs {
            let other = match code.id {
                id if id == pair.a => pair.b,
                id if id == pair.b => pair.a,
                _ => continue,
            };
            let Some(other) = view.study.code(other) else { continue };
            let question =
                Message::new("picker-pair").with("one", code.name.as_str()).with("other", other.name.as_str());
            found.push((view.say(&question), pair.rule.clone()));
        }
        above = above.and_then(|at| view.study.code_parents.get(at as usize).copied().flatten());
    }
    found
}
