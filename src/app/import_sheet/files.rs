//! The files at the left of the sheet: which of them are wanted, what each is, and which need a look.

use super::{ImportSheet, State};
use crate::app::icons;
use crate::app::theme::{measure, space};
use crate::app::view::View;
use crate::app::widgets::{Cell, ListRow};
use eframe::egui::{Align, Key, Layout, ScrollArea, Ui, vec2};

/// Draws the list.
pub(super) fn list_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>) {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(space::XS);
    let total = sheet.files.len();
    let mut moved = false;
    if ui.ctx().memory(|memory| memory.focused().is_none()) && total > 0 {
        let step =
            ui.input(|input| i32::from(input.key_pressed(Key::ArrowDown)) - i32::from(input.key_pressed(Key::ArrowUp)));
        let before = sheet.chosen;
        sheet.chosen = before.saturating_add_signed(step as isize).min(total - 1);
        moved = before != sheet.chosen;
    }
    let rows = |ui: &mut Ui, sheet: &mut ImportSheet, range: std::ops::Range<usize>| {
        for at in range {
            row_ui(ui, sheet, view, at);
        }
    };
    let mut area = ScrollArea::vertical().auto_shrink(false);
    if moved {
        // Keeps the chosen row in the middle of what is seen.
        let row = measure::POPUP_ROW * sheet.chosen as f32;
        area = area.vertical_scroll_offset((row - ui.available_height() / 2.0).max(0.0));
    }
    area.show_rows(ui, measure::POPUP_ROW, total, |ui, range| rows(ui, sheet, range));
}

fn row_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>, at: usize) {
    let objection = sheet.objection(view, at);
    let is_open = sheet.files[at].version.as_ref().is_some_and(|version| version.is_correcting.is_none());
    let is_odd = is_open || sheet.files[at].seen().is_some_and(|seen| !seen.parsed.warnings.is_empty());
    let file = &mut sheet.files[at];
    // The bar of the scroll area floats over its right edge.
    let size = vec2(ui.available_width() - space::S, measure::POPUP_ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = space::XXS;
        let name = view.say(&crate::domain::Message::new("sheet-take").with("name", file.file.as_str()));
        let is_refused = matches!(file.state, State::Refused(_));
        let mut is_checked = file.is_wanted && !is_refused;
        let check = ui.add_enabled(!is_refused, eframe::egui::Checkbox::without_text(&mut is_checked));
        if check.changed() {
            file.is_wanted = is_checked;
        }
        ui.ctx().accesskit_node_builder(check.id, |node| node.set_label(name));
        let icon = match (&file.state, file.technique()) {
            _ if objection.is_some() || is_odd => icons::WARNING,
            (_, Some(technique)) => icons::of_technique(technique),
            _ => icons::FILE_TEXT,
        };
        let right = match (&file.state, file.date()) {
            (State::Waiting, _) => "…".to_owned(),
            (State::Refused(_), _) => view.text("sheet-state-refused"),
            (State::Seen(_), Ok(Some(date))) => view.catalog.short_date(date),
            (State::Seen(_), _) => "–".to_owned(),
        };
        let words = if file.name.text.is_empty() { file.file.as_str() } else { file.name.text.as_str() };
        let row = ListRow {
            cell: Cell::Icon(icon),
            right: &right,
            is_chosen: sheet.chosen == at,
            height: measure::POPUP_ROW,
            ..ListRow::new(words)
        };
        let response = row.ui(ui);
        if response.clicked() {
            // Arrows go on from here; Enter stays with the sheet.
            response.surrender_focus();
            sheet.chosen = at;
        }
        if let Some(objection) = objection {
            response.on_hover_text(view.say(&objection));
        }
    });
}
