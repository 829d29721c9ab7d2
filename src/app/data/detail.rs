//! The panel at the right: the chosen source or informant with all its facts.

use super::rows::Rows;
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui};
use crate::domain::InformantId;
use eframe::egui::{Frame, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// Draws the chosen informant, or says how to choose one.
pub(super) fn informant_ui(ui: &mut Ui, view: &View<'_>, rows: &Rows, chosen: Option<InformantId>) {
    let found = chosen.and_then(|id| view.study.informant_at(id)).map(|at| at as usize);
    let (Some(informant), Some(row)) =
        (found.and_then(|at| view.study.informants.get(at)), found.and_then(|at| rows.informants.get(at)))
    else {
        return hint_ui(ui, view, "data-choose-informant");
    };
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = 0.0;
    part_ui(ui, |ui| {
        label_ui(ui, Words::of(&informant.code, type_scale::STRONG, theme.text));
        ui.add_space(space::XS);
        fact_ui(ui, &view.text("data-column-position"), &informant.description);
        let group = informant.group.and_then(|id| view.study.group_at(id));
        let group = group.and_then(|at| view.study.groups.get(at as usize)).map(|group| group.name.clone());
        fact_ui(ui, &view.text("data-column-groups"), &group.unwrap_or_else(|| view.text("data-no-group")));
        fact_ui(ui, &view.text("data-column-standing"), &view.text(&format!("standing-{}", informant.standing)));
        let sources: Vec<&str> = row
            .sources
            .iter()
            .filter_map(|at| view.study.sources.get(*at as usize))
            .map(|source| source.name.as_str())
            .collect();
        fact_ui(ui, &view.text("data-column-sources"), &sources.join("\n"));
        fact_ui(ui, &view.text("data-column-segments"), &row.segments.to_string());
    });
}

pub(super) fn hint_ui(ui: &mut Ui, view: &View<'_>, key: &str) {
    let theme = Theme::of(ui);
    part_ui(ui, |ui| {
        label_ui(ui, Words::of(&view.text(key), type_scale::BODY, theme.text2));
    });
}

pub(super) fn part_ui(ui: &mut Ui, inner: impl FnOnce(&mut Ui)) {
    Frame::new().inner_margin(vec2(space::M, 14.0)).show(ui, |ui| {
        ui.set_width(ui.available_width());
        inner(ui);
    });
}

/// A fact: its name at the left, its words beside it. Nothing where there are no words.
pub(super) fn fact_ui(ui: &mut Ui, name: &str, words: &str) {
    if words.is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    let column = 104.0;
    let label = Words::of(name, type_scale::BODY, theme.text3).within(ui.painter(), column - space::XS, 1);
    let galley = Words::of(words, type_scale::BODY, theme.text).wrapped(ui.painter(), ui.available_width() - column);
    let size = vec2(ui.available_width(), galley.size().y + 10.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{name}: {words}")));
    ui.painter().galley(pos2(rect.left(), rect.top() + 5.0), label, theme.text3);
    ui.painter().galley(pos2(rect.left() + column, rect.top() + 5.0), galley, theme.text);
}

pub(super) fn two_ends_ui(ui: &mut Ui, left: &str, right: &str) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 20.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{left}, {right}")));
    let name = Words::of(left, type_scale::STRONG, theme.text).row(ui.painter());
    let count = Words::of(right, type_scale::SMALL, theme.text3).row(ui.painter());
    let end = pos2(rect.right() - count.size().x, rect.top() + 1.0);
    ui.painter().galley(rect.min, name, theme.text);
    ui.painter().galley(end, count, theme.text3);
}
