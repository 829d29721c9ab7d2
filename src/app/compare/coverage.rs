//! Where there is evidence and where there is none yet: cells shaded by how many informants speak, the number always in
//! them, and below them what is to be asked before the field is left.

use super::board::Board;
use super::words::{CellWords, speaking};
use crate::analysis::{Axis, Cell, ColumnKey};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, icon_at, label_ui};
use crate::domain::{EmptyReason, Message, Technique};
use eframe::egui::{CornerRadius, Painter, Rect, ScrollArea, Ui, pos2, vec2};

/// Paints a cell of the coverage into `rect`.
pub fn paint(painter: &Painter, theme: &Theme, rect: Rect, by: Axis, cell: &Cell, words: &CellWords) {
    let inner = rect.shrink2(vec2(space::CELL_X, 0.0));
    let middle = rect.center().y;
    if cell.empty_reason.is_some() {
        icon_at(painter, pos2(inner.left() + measure::ICON / 2.0, middle), icons::EMPTY, measure::ICON, theme.text3);
        let left = inner.left() + measure::ICON + space::ICON_GAP;
        let galley = Words::of(&words.line, type_scale::SMALL, theme.text3).within(painter, inner.right() - left, 2);
        painter.galley(pos2(left, (middle - galley.size().y / 2.0).round()), galley, theme.text3);
        return;
    }
    painter.rect_filled(rect.shrink(1.0), CornerRadius::ZERO, theme.coverage(speaking(by, cell).0));
    let who = Words::of(&words.speaking, type_scale::STRONG, theme.text).within(painter, inner.width(), 1);
    let segments = Words::of(&words.segments, type_scale::CAPTION, theme.text2).within(painter, inner.width(), 1);
    let top = (middle - (who.size().y + segments.size().y) / 2.0).round();
    let below = top + who.size().y;
    painter.galley(pos2(inner.left(), top), who, theme.text);
    painter.galley(pos2(inner.left(), below), segments, theme.text2);
}

/// What is to be asked, or looked at again, before the field is left: a sentence for each column and reason.
pub fn missing(view: &View<'_>, board: &Board) -> Vec<String> {
    const REASONS: [(EmptyReason, &str); 4] = [
        (EmptyReason::NotAsked, "compare-missing-not-asked"),
        (EmptyReason::NotCoded, "compare-missing-not-coded"),
        (EmptyReason::NotMentioned, "compare-missing-not-mentioned"),
        (EmptyReason::DontKnow, "compare-missing-dont-know"),
    ];
    let mut found = Vec::new();
    for (reason, key) in REASONS {
        for column in 0..board.heads.len() {
            let is_missing = |row: &usize| {
                let cell = board.comparison.rows.get(*row).and_then(|row| row.cells.get(column));
                cell.is_some_and(|cell| cell.empty_reason == Some(reason))
            };
            let rows: Vec<&str> =
                board.lines.iter().filter(|row| is_missing(row)).map(|row| board.rows[*row].short()).collect();
            if !rows.is_empty() {
                // Nobody asks an observation or a document.
                let is_asked = reason != EmptyReason::NotAsked || !is_text(board, column);
                let said = Message::new(if is_asked { key } else { "compare-missing-not-found" });
                let said = said.with("column", column_name(view, board, column));
                found.push(view.say(&said.with("rows", rows.join(", "))));
            }
        }
    }
    if matches!(board.by(), Axis::Group) {
        for column in 0..board.heads.len() {
            let total = board.comparison.columns.get(column).map_or(0, |column| column.informants_total);
            let is_alone = |row: &usize| {
                let cell = board.comparison.rows.get(*row).and_then(|row| row.cells.get(column));
                total > 1 && cell.is_some_and(|cell| cell.informants == 1)
            };
            let rows: Vec<&str> =
                board.lines.iter().filter(|row| is_alone(row)).map(|row| board.rows[*row].short()).collect();
            if !rows.is_empty() {
                let said = Message::new("compare-missing-one").with("column", column_name(view, board, column));
                let said = said.with("total", total);
                found.push(view.say(&said.with("rows", rows.join(", "))));
            }
        }
    }
    found
}

/// How a sentence names a column: "Siswa (wawancara)" where two axes cross, the outer one alone where its texts are
/// nobody's.
fn column_name(view: &View<'_>, board: &Board, column: usize) -> String {
    let (Some(head), Some(found)) = (board.heads.get(column), board.comparison.columns.get(column)) else {
        return String::new();
    };
    let Some(band) = board.bands.iter().find(|band| band.columns.contains(&column)) else { return head.name.clone() };
    if found.key == ColumnKey::Rest {
        return band.title.clone();
    }
    let is_technique = matches!(found.within, Some((ColumnKey::Technique(_), _)));
    let within = if is_technique { band.title.to_lowercase() } else { band.title.clone() };
    view.say(&Message::new("compare-missing-within").with("column", head.title.as_str()).with("within", within))
}

/// Whether a column holds observations or documents.
fn is_text(board: &Board, column: usize) -> bool {
    let Some(found) = board.comparison.columns.get(column) else { return false };
    let keys = std::iter::once(found.key).chain(found.within.as_ref().map(|(within, _)| *within));
    keys.into_iter().any(|key| matches!(key, ColumnKey::Technique(Technique::Observation | Technique::Document)))
}

/// Draws what is missing, with the sentence that keeps counts in their place.
pub fn missing_ui(ui: &mut Ui, view: &View<'_>, missing: &[String]) {
    let theme = Theme::of(ui);
    ui.add_space(space::S);
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = space::S;
        let title = if missing.is_empty() { "compare-missing-none" } else { "compare-missing" };
        label_ui(ui, Words::of(&view.text(title), type_scale::STRONG, theme.text));
    });
    label_ui(ui, Words::of(&view.text("compare-counts-meaning"), type_scale::SMALL, theme.text3));
    ui.add_space(space::XS);
    ScrollArea::vertical().auto_shrink(false).id_salt("missing").show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = space::XXS;
        for sentence in missing {
            label_ui(ui, Words::of(sentence, type_scale::BODY, theme.text2));
        }
        ui.add_space(space::S);
    });
}
