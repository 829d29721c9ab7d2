//! Lines, frames, headers and the words of an empty place.

use super::{Button, Words, label_ui};
use crate::app::icons::Icon;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use eframe::egui::{
    Align, Color32, Context, CornerRadius, Frame, Layout, Painter, Rangef, Rect, Sense, Stroke, Ui, UiBuilder, pos2,
    vec2,
};

/// A frame with the fill of side panels and no margin.
pub fn panel_frame(ctx: &Context) -> Frame {
    Frame::new().fill(Theme::get(ctx.global_style().visuals.dark_mode).panel)
}

/// A frame with the fill of the paper and no margin.
pub fn page_frame(ctx: &Context) -> Frame {
    Frame::new().fill(Theme::get(ctx.global_style().visuals.dark_mode).page)
}

/// A hairline from left to right on whole pixels.
pub fn hairline_h(painter: &Painter, x: impl Into<Rangef>, y: f32, colour: Color32) {
    painter.hline(x, painter.round_to_pixel_center(y), Stroke::new(stroke::HAIR, colour));
}

/// A hairline from top to bottom on whole pixels.
pub fn hairline_v(painter: &Painter, x: f32, y: impl Into<Rangef>, colour: Color32) {
    painter.vline(painter.round_to_pixel_center(x), y, Stroke::new(stroke::HAIR, colour));
}

/// A hairline over the width there is, one point high in the layout.
pub fn rule_ui(ui: &mut Ui) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), 1.0), Sense::hover());
    hairline_h(ui.painter(), rect.x_range(), rect.center().y, theme.line);
}

/// Draws the header of a place: its name, then `left` beside it and `right` at the far end (drawn from
/// right to left), and a hairline below. 56 points high, 44 in a small window.
pub fn place_header_ui(
    ui: &mut Ui,
    is_small: bool,
    title: &str,
    left: impl FnOnce(&mut Ui),
    right: impl FnOnce(&mut Ui),
) {
    let theme = Theme::of(ui);
    let height = if is_small { measure::HEADER_SMALL } else { measure::HEADER };
    let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.page);
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    let inner = rect.shrink2(vec2(space::L, 0.0));
    let builder = UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center));
    ui.scope_builder(builder, |ui| {
        label_ui(ui, Words::of(title, type_scale::TITLE, theme.text));
        ui.add_space(space::L);
        left(ui);
        ui.with_layout(Layout::right_to_left(Align::Center), right);
    });
    // What follows lies directly below the line.
    ui.add_space(-ui.spacing().item_spacing.y);
}

/// A card: raised, with a hairline round it.
pub fn card_ui<R>(ui: &mut Ui, inner: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui);
    Frame::new()
        .fill(theme.raised)
        .stroke(Stroke::new(stroke::HAIR, theme.line))
        .corner_radius(CornerRadius::same(radius::CARD))
        .inner_margin(space::S)
        .show(ui, inner)
        .inner
}

/// The words of an empty place: an icon, a sentence that says what to do next, and its buttons. Draws in
/// the middle of the room there is and says which button was pressed; the first is the primary one.
pub fn empty_place_ui(ui: &mut Ui, icon: Icon, sentence: &str, buttons: &[(Option<Icon>, &str)]) -> Option<usize> {
    let theme = Theme::of(ui);
    let room = ui.available_rect_before_wrap();
    let width = room.width().min(420.0);
    let words = Words::of(sentence, type_scale::BODY, theme.text2).wrapped(ui.painter(), width);
    let height = 40.0 + words.size().y + if buttons.is_empty() { 0.0 } else { space::M + measure::BUTTON };
    let top = room.top() + ((room.height() - height) * 0.42).max(space::M);
    super::icon_at(ui.painter(), pos2(room.center().x, top + 14.0), icon, 28.0, theme.text3);
    let mut pressed = None;
    let column = Rect::from_min_size(pos2(room.center().x - width / 2.0, top + 40.0), vec2(width, height));
    ui.scope_builder(UiBuilder::new().max_rect(column).layout(Layout::top_down(Align::Center)), |ui| {
        label_ui(ui, Words::of(sentence, type_scale::BODY, theme.text2).centred());
        ui.add_space(space::XS);
        for (at, (icon, name)) in buttons.iter().enumerate() {
            let button = if at == 0 { Button::primary(name) } else { Button::outlined(name) };
            let button = match icon {
                Some(icon) => button.icon(*icon),
                None => button,
            };
            if button.ui(ui).clicked() {
                pressed = Some(at);
            }
        }
    });
    pressed
}
