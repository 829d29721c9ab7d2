//! Something that is so or not so: a box with its words.

use super::{Words, focus_ring, icon_at, words::in_row};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use eframe::egui::{CornerRadius, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

/// Side of the box, in points.
const BOX: f32 = 18.0;
/// Size of the check in it, in points.
const CHECK: f32 = 14.0;

/// Draws a box and its words, which are its accessible name; a click on either turns it over. Long words go on in
/// a second row; longer ones are said whole in a tooltip.
pub fn checkbox_ui(ui: &mut Ui, is_on: &mut bool, words: &str) -> Response {
    let theme = Theme::of(ui);
    let is_enabled = ui.is_enabled();
    let ink = if is_enabled { theme.text } else { theme.disabled };
    let room = (ui.available_width() - BOX - space::XS).max(0.0);
    let galley = Words::of(words, type_scale::BODY, ink).within(ui.painter(), room, 2);
    let is_cut = galley.elided;
    let height = measure::BUTTON_SMALL.max(galley.size().y + space::XS);
    let size = vec2(BOX + space::XS + galley.size().x, height);
    let (rect, mut response) = ui.allocate_exact_size(size, Sense::click());
    if response.clicked() {
        *is_on = !*is_on;
        response.mark_changed();
    }
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, is_enabled, *is_on, words));
    let square = Rect::from_min_size(pos2(rect.left(), (rect.center().y - BOX / 2.0).round()), Vec2::splat(BOX));
    let (fill, edge) = match (*is_on, is_enabled) {
        (true, true) if response.hovered() => (theme.accent_hover, theme.accent_hover),
        (true, true) => (theme.accent, theme.accent),
        (true, false) => (theme.disabled, theme.disabled),
        (false, _) if response.is_pointer_button_down_on() => (theme.press, theme.line3),
        (false, _) if response.hovered() => (theme.hover, theme.line3),
        (false, _) => (theme.field, theme.line3),
    };
    let painter = ui.painter();
    let edge = Stroke::new(stroke::HAIR, edge);
    painter.rect(square, CornerRadius::same(radius::CHIP), fill, edge, StrokeKind::Inside);
    if *is_on {
        icon_at(painter, square.center(), icons::CHECK, CHECK, theme.on_accent);
    }
    in_row(painter, rect, square.right() + space::XS, galley, ink);
    focus_ring(ui, &response, rect.expand2(vec2(2.0, 0.0)), radius::CHIP);
    if is_cut { response.on_hover_text(words) } else { response }
}
