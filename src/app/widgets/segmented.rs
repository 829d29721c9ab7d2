//! One choice out of a few that are all in sight.

use super::{Words, focus_ring, icon_at, words::in_row};
use crate::app::icons::Icon;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use eframe::egui::{
    Color32, CornerRadius, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

/// Draws the choices side by side and says which one was picked just now. `name` is the accessible name of
/// the whole; each choice is a radio button of its own, and the arrow keys move between them.
pub fn segmented_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: T,
    choices: &[(T, Option<Icon>, &str)],
) -> Option<T> {
    control_ui(ui, name, chosen, choices, false)
}

/// The same over the width there is, each choice as wide as the others while its words have room.
pub fn segmented_wide_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: T,
    choices: &[(T, Option<Icon>, &str)],
) -> Option<T> {
    control_ui(ui, name, chosen, choices, true)
}

fn control_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    chosen: T,
    choices: &[(T, Option<Icon>, &str)],
    is_wide: bool,
) -> Option<T> {
    let theme = Theme::of(ui);
    let step = |is_chosen: bool| if is_chosen { type_scale::SMALL.strong() } else { type_scale::SMALL };
    let mut widths: Vec<f32> = choices
        .iter()
        .map(|(_, icon, words)| {
            // The strong face is the wider one: choosing moves nothing.
            let galley = Words::of(words, step(true), Color32::PLACEHOLDER).row(ui.painter());
            galley.size().x + icon.map_or(0.0, |_| measure::ICON + 6.0) + 2.0 * space::BUTTON_X
        })
        .collect();
    let inset = 2.0;
    let room = ui.available_width() - 2.0 * inset;
    let even = (room / choices.len().max(1) as f32).floor();
    if is_wide && widths.iter().all(|width| *width <= even) {
        widths.fill(even);
    } else if is_wide {
        // Some words need more than an even share: each gets its own and as much of the rest as the others.
        let rest = ((room - widths.iter().sum::<f32>()) / choices.len().max(1) as f32).floor().max(0.0);
        widths.iter_mut().for_each(|width| *width += rest);
    }
    let size = vec2(widths.iter().sum::<f32>() + 2.0 * inset, measure::BUTTON);
    let (whole, group) = ui.allocate_exact_size(size, Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, name));
    ui.painter().rect(
        whole,
        CornerRadius::same(radius::CONTROL),
        theme.raised,
        Stroke::new(stroke::HAIR, theme.line2),
        StrokeKind::Inside,
    );
    let mut picked = None;
    let mut left = whole.left() + inset;
    for (at, ((value, icon, words), width)) in choices.iter().zip(&widths).enumerate() {
        let rect =
            Rect::from_min_size(Pos2::new(left, whole.top() + inset), vec2(*width, whole.height() - 2.0 * inset));
        left += width;
        let is_chosen = *value == chosen;
        let response = ui.interact(rect, group.id.with(at), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, words));
        let (fill, colour) = segment_colours(theme, &response, is_chosen);
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(radius::CHIP), fill);
        let galley = Words::of(words, step(is_chosen), colour).row(painter);
        let room = icon.map_or(0.0, |_| measure::ICON + 6.0);
        let start = rect.center().x - (galley.size().x + room) / 2.0;
        if let Some(icon) = icon {
            icon_at(painter, Pos2::new(start + measure::ICON / 2.0, rect.center().y), *icon, measure::ICON, colour);
        }
        in_row(painter, rect, (start + room).round(), galley, colour);
        focus_ring(ui, &response, rect, radius::CHIP);
        if response.clicked() && !is_chosen {
            picked = Some(*value);
        }
    }
    picked
}

/// Fill and ink of one segment of a control.
pub(super) fn segment_colours(theme: &Theme, response: &Response, is_chosen: bool) -> (Color32, Color32) {
    match (is_chosen, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => (theme.sel, theme.accent_text),
        (false, true, _) => (theme.press, theme.text),
        (false, false, true) => (theme.hover, theme.text),
        _ => (Color32::TRANSPARENT, theme.text2),
    }
}
