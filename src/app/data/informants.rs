//! The table of informants, by group.

use super::rows::Rows;
use super::table::{head_ui, lay_out, row_ui, words_at};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, empty_place_ui, hairline_h};
use crate::domain::{InformantId, Message};
use eframe::egui::{CornerRadius, Key, Modifiers, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

const COLUMNS: [(&str, f32, bool); 5] = [
    ("data-column-code", 76.0, false),
    ("data-column-position", -5.0, false),
    ("data-column-standing", 130.0, false),
    ("data-column-sources", -2.0, false),
    ("data-column-segments", 84.0, true),
];

/// Draws the table.
pub(super) fn informants_ui(ui: &mut Ui, view: &View<'_>, rows: &Rows, chosen: &mut Option<InformantId>) {
    let study = view.study;
    if study.informants.is_empty() {
        empty_place_ui(ui, icons::USERS, &view.text("data-empty-informants"), &[]);
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    let theme = Theme::of(ui);
    let head = head_ui(ui);
    let wanted = COLUMNS.map(|(_, width, is_right)| (width, is_right));
    let places = lay_out(head.left() + space::L, head.width() - space::L - 6.0, &wanted);
    for ((key, _, _), column) in COLUMNS.iter().zip(&places) {
        words_at(ui.painter(), head, *column, &view.text(key), type_scale::SMALL.strong(), theme.text2);
    }
    let groups = (0..study.groups.len()).map(|at| u32::try_from(at).ok()).chain([None]);
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let mut focused = None;
        let mut responses = Vec::new();
        for group in groups {
            let members: Vec<usize> =
                (0..study.informants.len()).filter(|at| study.informant_groups[*at] == group).collect();
            if members.is_empty() {
                continue;
            }
            let name = group.and_then(|at| study.groups.get(at as usize)).map(|group| group.name.clone());
            group_ui(ui, view, &name.unwrap_or_else(|| view.text("data-no-group")), members.len());
            for at in members {
                let informant = &study.informants[at];
                let row = &rows.informants[at];
                let is_chosen = *chosen == Some(informant.id);
                let (rect, response) = row_ui(ui, &format!("{} {}", informant.code, informant.description), is_chosen);
                let painter = ui.painter();
                words_at(painter, rect, places[0], &informant.code, type_scale::STRONG, theme.text);
                words_at(painter, rect, places[1], &informant.description, type_scale::BODY, theme.text);
                let standing = view.text(&format!("standing-{}", informant.standing));
                chip_at(ui, rect, places[2].left, &standing);
                let sources: Vec<&str> = row
                    .sources
                    .iter()
                    .filter_map(|at| study.sources.get(*at as usize))
                    .map(|source| source.short.as_str())
                    .collect();
                words_at(ui.painter(), rect, places[3], &sources.join(", "), type_scale::BODY, theme.text2);
                words_at(ui.painter(), rect, places[4], &row.segments.to_string(), type_scale::BODY, theme.text);
                if response.clicked() {
                    response.request_focus();
                }
                if response.clicked() || response.has_focus() && !is_chosen {
                    *chosen = Some(informant.id);
                }
                if response.has_focus() {
                    focused = Some(responses.len());
                }
                responses.push(response);
            }
        }
        if let Some(line) = focused {
            let (down, up) = ui.input_mut(|input| {
                (input.consume_key(Modifiers::NONE, Key::ArrowDown), input.consume_key(Modifiers::NONE, Key::ArrowUp))
            });
            let next = if down {
                line + 1
            } else if up {
                line.saturating_sub(1)
            } else {
                line
            };
            if let Some(response) = responses.get(next).filter(|_| next != line) {
                response.request_focus();
                response.scroll_to_me(None);
            }
        }
    });
}

fn group_ui(ui: &mut Ui, view: &View<'_>, name: &str, count: usize) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::TABLE_GROUP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, name));
    ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.panel);
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    let count = view.say(&Message::new("count-informants").with("n", count));
    let galley = Words::of(name, type_scale::SMALL.strong(), theme.text)
        .then("   ", type_scale::SMALL, theme.text2)
        .then(&count, type_scale::SMALL, theme.text2)
        .row(ui.painter());
    let place = pos2(rect.left() + space::L, (rect.center().y - galley.size().y / 2.0).round());
    ui.painter().galley(place, galley, theme.text);
}

/// A neutral chip inside a table cell.
fn chip_at(ui: &Ui, row: Rect, left: f32, words: &str) {
    let theme = Theme::of(ui);
    let galley = Words::of(words, type_scale::CAPTION, theme.text2).row(ui.painter());
    let rect = Rect::from_min_size(pos2(left, row.center().y - 10.0), vec2(galley.size().x + 12.0, 20.0));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::CHIP), theme.press);
    ui.painter().galley(pos2(left + 6.0, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text2);
}
