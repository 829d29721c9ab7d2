//! What both panels at the right are drawn with: parts, facts, facts that are picked.

use super::sources::name_ui;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, choice_ui, label_ui};
use eframe::egui::{Align, Color32, Frame, Layout, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// Width of the names of facts, at the left of their values.
pub(super) const NAMES: f32 = super::sources::NAMES;

/// A fact that is picked from a list, as quiet as the fields beside it until it is pointed at. Whether it was changed.
pub(super) fn choice_row_ui<T: PartialEq + Clone>(
    ui: &mut Ui,
    view: &View<'_>,
    name: &str,
    chosen: &mut T,
    choices: &[(T, String)],
) -> bool {
    let theme = Theme::of(ui);
    let size = vec2(ui.available_width(), measure::POPUP_ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        name_ui(ui, name, theme);
        let visuals = &mut ui.visuals_mut().widgets.inactive;
        visuals.bg_stroke = Stroke::NONE;
        visuals.weak_bg_fill = Color32::TRANSPARENT;
        ui.spacing_mut().button_padding.x = 6.0;
        ui.add_space(-6.0);
        ui.add_enabled_ui(!view.is_read_only, |ui| choice_ui(ui, name, chosen, choices)).inner
    })
    .inner
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
    let is_cut = label.elided;
    ui.painter().galley(pos2(rect.left(), rect.top() + 5.0), label, theme.text3);
    ui.painter().galley(pos2(rect.left() + column, rect.top() + 5.0), galley, theme.text);
    if is_cut {
        response.on_hover_text(name);
    }
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
