//! The house's own small widgets. Each draws itself from the theme, has an accessible name, and shows the
//! focus ring when it is the one focused thing; everything else in the window is stock egui.

mod button;
mod checkbox;
mod chip;
mod choice;
mod edge;
mod field;
mod keys;
mod layout;
mod mark;
mod menu;
mod pill;
mod row;
mod segmented;
mod words;

pub use button::Button;
pub use checkbox::checkbox_ui;
pub use chip::{CodeChip, chip_ui, code_swatch_ui, dashed_outline, key_words, keycap_ui, swatch_at, verdict_ui};
pub use choice::{caret, choice_ui};
pub use edge::edge_ui;
pub use field::{field_ui, labelled_ui, search_field_ui, text_area_ui};
pub use keys::keep_keys;
pub use layout::{card_ui, empty_place_ui, hairline_h, hairline_v, page_frame, panel_frame, place_header_ui, rule_ui};
pub use mark::{direction_control_ui, direction_key, direction_mark_ui, mark_at, sentence_case};
pub use menu::{MenuEntry, context_menu_ui, menu_at_ui, menu_ui};
pub use pill::Pill;
pub use row::{Cell, ListRow};
pub use segmented::{segmented_ui, segmented_wide_ui};
pub use words::{Words, label_ui};

use super::icons::Icon;
use super::theme::{Theme, stroke};
use eframe::egui::{Align2, Color32, CornerRadius, Key, Painter, Pos2, Rect, Response, Stroke, StrokeKind, Ui, vec2};

/// How far a press of an arrow key scrolls, in points.
const SCROLL: f32 = 60.0;

/// Brings a widget into sight that the keyboard has just come to; egui leaves it where it is.
pub fn follow_focus(response: &Response) {
    // Under the pointer nothing moves.
    let is_by_pointer = || response.ctx.input(|input| input.pointer.any_down() || input.pointer.any_released());
    if response.gained_focus() && !is_by_pointer() {
        response.scroll_to_me(None);
    }
}

/// Scrolls by the arrow and page keys where nothing has the focus that could take them.
pub fn scroll_by_keys(ui: &Ui, page: f32) {
    if ui.memory(|memory| memory.focused().is_some()) {
        return;
    }
    let by = ui.input(|input| {
        let pressed = |key: Key| f32::from(i8::from(input.key_pressed(key)));
        SCROLL * (pressed(Key::ArrowDown) - pressed(Key::ArrowUp))
            + (page - SCROLL) * (pressed(Key::PageDown) - pressed(Key::PageUp))
    });
    if by != 0.0 {
        ui.scroll_with_delta(vec2(0.0, -by));
    }
}

/// Draws the focus ring, one point outside of `rect`, where the widget has the focus.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    follow_focus(response);
    if response.has_focus() {
        let theme = Theme::of(ui);
        ui.painter().rect_stroke(
            rect.expand(1.0),
            CornerRadius::same(radius.saturating_add(1)),
            Stroke::new(stroke::FOCUS, theme.focus),
            StrokeKind::Outside,
        );
    }
}

/// Draws an icon around a centre.
pub fn icon_at(painter: &Painter, centre: Pos2, icon: Icon, size: f32, colour: Color32) {
    painter.text(centre, Align2::CENTER_CENTER, icon.glyph(), Icon::font(size), colour);
}
