//! One choice out of a list that opens.

use super::{Cell, ListRow, focus_ring, icon_at};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius};
use eframe::egui::style::WidgetVisuals;
use eframe::egui::{ComboBox, Rect, Ui};

/// The caret of a list that opens, in points.
const CARET: f32 = 14.0;

/// Draws the chosen value over the width there is; a click, Enter or Space opens the list. `name` is the accessible
/// name, and no two in one [`Ui`] have the same. Whether another value was picked just now.
pub fn choice_ui<T: PartialEq + Clone>(ui: &mut Ui, name: &str, chosen: &mut T, choices: &[(T, String)]) -> bool {
    let shown = choices.iter().find(|(value, _)| value == chosen).map_or("", |(_, words)| words.as_str());
    let mut is_changed = false;
    let combo = ComboBox::from_id_salt(name).width(ui.available_width()).truncate().icon(caret);
    let opened = combo.selected_text(shown).show_ui(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (value, words) in choices {
            let row = ListRow {
                cell: Cell::None,
                is_chosen: value == chosen,
                height: measure::POPUP_ROW,
                ..ListRow::new(words)
            };
            if row.ui(ui).clicked() {
                is_changed = value != chosen;
                *chosen = value.clone();
                ui.close();
            }
        }
    });
    focus_ring(ui, &opened.response, opened.response.rect, radius::CONTROL);
    ui.ctx().accesskit_node_builder(opened.response.id, |node| node.set_label(name));
    is_changed
}

/// The house's caret in place of egui's triangle.
pub fn caret(ui: &Ui, rect: Rect, _visuals: &WidgetVisuals, _is_open: bool) {
    icon_at(ui.painter(), rect.center(), icons::CARET_DOWN, CARET, Theme::of(ui).text2);
}
