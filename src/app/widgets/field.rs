//! Text to be typed, in a line or in several, with its label above it.

use super::{Words, icon_at, label_ui};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use eframe::egui::{CornerRadius, Frame, Margin, Response, Stroke, StrokeKind, TextEdit, Ui, pos2};

/// Draws a label and a field under it, over the width there is; the label is the field's accessible name.
pub fn field_ui(ui: &mut Ui, label: &str, text: &mut String, hint: &str) -> Response {
    let theme = Theme::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        let name = label_ui(ui, Words::of(label, type_scale::SMALL, theme.text2));
        edit_ui(ui, text, hint, 8, 8).labelled_by(name.id)
    })
    .inner
}

/// Draws a small label above anything.
pub fn labelled_ui<R>(ui: &mut Ui, label: &str, inner: impl FnOnce(&mut Ui) -> R) -> R {
    let theme = Theme::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        label_ui(ui, Words::of(label, type_scale::SMALL, theme.text2));
        inner(ui)
    })
    .inner
}

/// Draws a label and a field of several lines under it, over the width there is and at least `rows` high; the label
/// is the field's accessible name. Tab goes on to the next thing.
pub fn text_area_ui(ui: &mut Ui, label: &str, text: &mut String, hint: &str, rows: usize) -> Response {
    let theme = Theme::of(ui);
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        let name = label_ui(ui, Words::of(label, type_scale::SMALL, theme.text2));
        let font = type_scale::BODY.font();
        let hint = eframe::egui::RichText::new(hint).color(theme.text3).font(font.clone());
        let field = TextEdit::multiline(text)
            .hint_text(hint)
            .font(font)
            .text_color(theme.text)
            .frame(frame(theme).inner_margin(Margin::symmetric(8, 6)))
            .desired_rows(rows)
            .desired_width(ui.available_width());
        let response = ui.add(field).labelled_by(name.id);
        active_edge(ui, &response);
        response
    })
    .inner
}

/// Draws a search field: magnifying glass, hint as its accessible name, the key that leads to it.
pub fn search_field_ui(ui: &mut Ui, text: &mut String, hint: &str, key: &str) -> Response {
    let theme = Theme::of(ui);
    let response = edit_ui(ui, text, hint, 32, if key.is_empty() { 8 } else { 64 });
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_label(hint));
    let middle = pos2(response.rect.left() + 17.0, response.rect.center().y);
    icon_at(ui.painter(), middle, icons::MAGNIFYING_GLASS, measure::ICON, theme.text3);
    if !key.is_empty() {
        let galley = Words::of(key, type_scale::CAPTION, theme.text2).row(ui.painter());
        let size = eframe::egui::vec2(galley.size().x + 10.0, 18.0);
        let corner = pos2(response.rect.right() - 8.0 - size.x, response.rect.center().y - 9.0);
        let rect = eframe::egui::Rect::from_min_size(corner, size);
        super::chip::keycap_at(ui.painter(), rect, galley, theme.line2, theme.field, theme.text2);
    }
    response
}

fn edit_ui(ui: &mut Ui, text: &mut String, hint: &str, left: i8, right: i8) -> Response {
    let theme = Theme::of(ui);
    let font = type_scale::BODY.font();
    let hint_words = eframe::egui::RichText::new(hint).color(theme.text3).font(font.clone());
    let margin = Margin { left, right, top: 6, bottom: 6 };
    let response = ui.add(
        TextEdit::singleline(text)
            .hint_text(hint_words)
            .font(font)
            .text_color(theme.text)
            .frame(frame(theme).inner_margin(margin))
            .desired_width(ui.available_width()),
    );
    active_edge(ui, &response);
    response
}

fn frame(theme: &Theme) -> Frame {
    Frame::new()
        .fill(theme.field)
        .stroke(Stroke::new(stroke::HAIR, theme.line2))
        .corner_radius(CornerRadius::same(radius::CONTROL))
}

/// The edge of the field that is typed in.
fn active_edge(ui: &Ui, response: &Response) {
    if response.has_focus() {
        ui.painter().rect_stroke(
            response.rect,
            CornerRadius::same(radius::CONTROL),
            Stroke::new(stroke::FIELD, Theme::of(ui).focus),
            StrokeKind::Inside,
        );
    }
}
