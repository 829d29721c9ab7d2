//! One choice out of a list, on a button that says what it is about and what is chosen: "Baris Peran ⌄".

use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::widgets::{Cell, ListRow, Words, focus_ring, icon_at};
use eframe::egui::{
    Align2, CornerRadius, Popup, PopupCloseBehavior, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2,
    vec2,
};

/// Width of the list, in points.
const LIST: f32 = 240.0;
/// Size of the caret, in points.
const CARET: f32 = 14.0;

/// How wide the button is with its name on it, at most `most` points.
pub fn pick_width(ui: &Ui, name: &str, value: &str, most: f32) -> f32 {
    let width = |words: &str| Words::of(words, type_scale::SMALL, Theme::of(ui).text).row(ui.painter()).size().x;
    (width(name) + space::XS + width(value) + 2.0 * space::BUTTON_X + space::ICON_GAP + CARET).min(most)
}

/// Draws the button, at most `most` points wide, and the list when it was pressed; which value was picked just now.
/// `name` is what the choice is about; in a small window it is only the accessible name. The list says more than fits
/// on the button where a choice has a note.
pub fn pick_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    name: &str,
    is_small: bool,
    chosen: T,
    choices: &[(T, String)],
    most: f32,
) -> Option<T> {
    let theme = Theme::of(ui);
    let value = choices.iter().find(|(value, _)| *value == chosen).map_or("", |(_, words)| words.as_str());
    let label = if is_small { None } else { Some(Words::of(name, type_scale::SMALL, theme.text3).row(ui.painter())) };
    let before = label.as_ref().map_or(0.0, |label| label.size().x + space::XS);
    let around = 2.0 * space::BUTTON_X + space::ICON_GAP + CARET;
    let words =
        Words::of(value, type_scale::SMALL, theme.text).within(ui.painter(), (most - around - before).max(24.0), 1);
    let size = vec2(before + words.size().x + around, measure::BUTTON);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::ComboBox, true, format!("{name}: {value}")));
    let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => theme.press,
        (false, true) => theme.hover,
        _ => theme.raised,
    };
    let painter = ui.painter();
    let corner = CornerRadius::same(radius::CONTROL);
    painter.rect(rect, corner, fill, Stroke::new(stroke::HAIR, theme.line2), StrokeKind::Inside);
    let mut left = rect.left() + space::BUTTON_X;
    if let Some(label) = label {
        painter.galley(pos2(left, (rect.center().y - label.size().y / 2.0).round()), label, theme.text3);
        left += before;
    }
    painter.galley(pos2(left, (rect.center().y - words.size().y / 2.0).round()), words, theme.text);
    let caret = pos2(rect.right() - space::BUTTON_X - CARET / 2.0 + 2.0, rect.center().y);
    icon_at(painter, caret, icons::CARET_DOWN, CARET, theme.text2);
    focus_ring(ui, &response, rect, radius::CONTROL);
    let is_opening = response.clicked() && !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&response));
    let menu = Popup::menu(&response).accessible_name(name).width(LIST);
    let shown = menu.close_behavior(PopupCloseBehavior::CloseOnClickOutside).show(|ui| {
        ui.set_max_width(LIST);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut picked = None;
        let most = measure::POPUP_ROW * measure::POPUP_ROWS as f32;
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            for (value, words) in choices {
                let row = ListRow {
                    cell: Cell::None,
                    is_chosen: *value == chosen,
                    height: measure::POPUP_ROW,
                    ..ListRow::new(words)
                };
                let row = row.ui(ui);
                if is_opening && *value == chosen {
                    row.request_focus();
                }
                if row.clicked() {
                    picked = Some(*value);
                    ui.close();
                }
            }
        });
        picked
    });
    let picked = shown.and_then(|shown| shown.inner);
    if picked.is_some() {
        response.request_focus();
    }
    picked.filter(|value| *value != chosen)
}

/// Says something at the right of a header, in small words, with its short form where there is little room.
pub fn said_ui(ui: &mut Ui, words: &str, short: &str, is_small: bool) {
    let theme = Theme::of(ui);
    let whole = Words::of(words, type_scale::SMALL, theme.text2).row(ui.painter());
    let is_short = is_small || whole.size().x > ui.available_width();
    let galley = if is_short { Words::of(short, type_scale::SMALL, theme.text2).row(ui.painter()) } else { whole };
    if galley.size().x > ui.available_width() {
        return;
    }
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let at = Align2::LEFT_CENTER.anchor_size(rect.left_center(), galley.size());
    ui.painter().galley(at.min, galley, theme.text2);
    if is_short {
        response.on_hover_text(words);
    }
}
