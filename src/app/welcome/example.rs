//! The example at the right of the first page: one claim, three voices, and whether they agree.

use crate::app::theme::{Theme, radius, space, type_scale};
use crate::app::widgets::{CodeChip, Words, hairline_h, label_ui, verdict_ui};
use crate::domain::{Colour, Direction, Verdict};
use crate::i18n::Catalog;
use eframe::egui::text::CCursor;
use eframe::egui::{Align, Color32, CornerRadius, Layout, Rect, Role, Sense, Ui, UiBuilder, WidgetInfo, pos2, vec2};

/// The colour of the Supervisor role in the built-in codebook.
const SUPERVISOR: Colour = Colour([0xD5, 0x5E, 0x00]);
const COLUMN: f32 = 466.0;

/// Draws the example.
pub(super) fn example_ui(ui: &mut Ui, catalog: &Catalog) {
    let theme = Theme::of(ui);
    let room = ui.max_rect();
    let left = room.left() + ((room.width() - COLUMN) * 0.43).max(136.0);
    let width = COLUMN.min(room.right() - left - space::XL);
    let top = room.top() + ((room.height() - 700.0) * 0.42).max(space::XL);
    let column = Rect::from_min_size(pos2(left, top), vec2(width, room.bottom() - top));
    ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        label_ui(ui, Words::of(&catalog.text("example-from"), type_scale::SMALL, theme.text3));
        ui.add_space(space::L);
        voice_ui(ui, catalog, "example-principal", Some(Direction::Supports));
        voice_ui(ui, catalog, "example-teacher", Some(Direction::Weakens));
        voice_ui(ui, catalog, "example-student", None);
        let (rule, _) = ui.allocate_exact_size(vec2(width, 1.0), Sense::hover());
        hairline_h(ui.painter(), rule.x_range(), rule.center().y, theme.line2);
        ui.add_space(space::L);
        ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
            verdict_ui(ui, catalog, Verdict::Dissonance, "");
            ui.add_space(space::XXS);
            label_ui(ui, Words::of(&catalog.text("example-conclusion"), type_scale::READ, theme.text));
        });
    });
}

/// One voice: who and where at the left, the words with what is coded in them, the code below.
fn voice_ui(ui: &mut Ui, catalog: &Catalog, key: &str, direction: Option<Direction>) {
    let theme = Theme::of(ui);
    let part = |name: &str| catalog.text(&format!("{key}.{name}"));
    let step = type_scale::READ.at(20.0).with_line(36.0);
    let words = [part("before"), part("coded"), part("after")].map(|words| words.replace('_', ""));
    let ink = if direction.is_some() { theme.text } else { theme.text2 };
    let whole = words.concat();
    let galley = Words::of(&whole, step, ink).wrapped(ui.painter(), ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &whole));
    let look = theme.code(SUPERVISOR);
    let painter = ui.painter();
    if direction.is_some() {
        let start = words[0].chars().count();
        let end = start + words[1].chars().count();
        let mut first = 0;
        for row in &galley.rows {
            let behind = first + row.char_count_excluding_newline().0;
            let (from, to) = (start.max(first), end.min(behind));
            if from < to {
                let edge = |at: usize| {
                    let cursor = CCursor { index: at.into(), prefer_next_row: true };
                    galley.pos_from_cursor(cursor).left()
                };
                // A row that wraps ends with a space; the band ends before it.
                let wraps = to == behind && !row.ends_with_newline && to < end;
                let last = if wraps { to.saturating_sub(1) } else { to };
                let last = CCursor { index: last.into(), prefer_next_row: false };
                let right = galley.pos_from_cursor(last).left();
                let band = Rect::from_min_max(pos2(edge(from), row.rect().top()), pos2(right, row.rect().bottom()));
                let band = band.translate(rect.min.to_vec2()).shrink2(vec2(0.0, 1.0));
                painter.rect_filled(band, CornerRadius::same(radius::BAND), look.tint);
            }
            first = behind + usize::from(row.ends_with_newline);
        }
    }
    painter.galley(rect.min, galley, ink);
    let beside = |words: Words, y: f32| {
        let galley = words.row(painter);
        painter.galley(pos2(rect.left() - 22.0 - galley.size().x, y), galley, Color32::PLACEHOLDER);
    };
    beside(Words::of(&part("who"), type_scale::STRONG, theme.text), rect.top() + 6.0);
    beside(Words::of(&part("where"), type_scale::SMALL, theme.text3), rect.top() + 27.0);
    if direction.is_some() {
        ui.add_space(space::L);
        CodeChip {
            look,
            short: &catalog.text("example-code"),
            name: &catalog.text("example-code.name"),
            direction: Some(direction),
        }
        .ui(ui);
    }
    ui.add_space(space::XXL);
}
