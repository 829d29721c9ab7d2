//! The header of the place: what stands in the rows and columns, what the cells show, how much is rated, and the way
//! out of the house.

use super::kept::{KeptBoard, Mode};
use super::pick::{pick_ui, said_ui};
use crate::analysis::{Axis, RowsKind};
use crate::app::command::Command;
use crate::app::commands::Commands;
use crate::app::icons::{self, Icon};
use crate::app::report;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, focus_ring, mark_at, place_header_ui, segmented_ui};
use crate::domain::Direction;
use eframe::egui::{Color32, CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// What can stand in the rows, with the message that names each.
const ROWS: [(RowsKind, &str); 3] = [
    (RowsKind::Roles, "compare-rows-roles"),
    (RowsKind::Codes, "compare-rows-codes"),
    (RowsKind::Findings, "compare-rows-findings"),
];

/// What can stand in the columns beside the researcher's own attributes, with the message that names each.
const AXES: [(Axis, &str); 6] = [
    (Axis::Group, "compare-by-group"),
    (Axis::Informant, "compare-by-informant"),
    (Axis::Technique, "compare-by-technique"),
    (Axis::Source, "compare-by-source"),
    (Axis::Date, "compare-by-date"),
    (Axis::Coder, "compare-by-coder"),
];

/// What the cells can show, with its icon and the message that names it.
const MODES: [(Mode, Icon, &str); 3] = [
    (Mode::Quotes, icons::QUOTES, "compare-mode-quotes"),
    (Mode::Summaries, icons::TEXT_ALIGN_LEFT, "compare-mode-summaries"),
    (Mode::Coverage, icons::SQUARES_FOUR, "compare-mode-coverage"),
];

/// Most width of a choice, in points.
const CHOICE: f32 = 260.0;
/// The same in a small window.
const CHOICE_SMALL: f32 = 164.0;

/// What the header is about beside the choices.
pub struct Facts {
    /// How much is rated, in words and shortly; nothing where the columns take no verdict.
    pub rated: Option<(String, String)>,
}

/// Draws the header over the choices; whether one of them changed.
pub fn header_ui(ui: &mut Ui, view: &View<'_>, kept: &mut KeptBoard, facts: &Facts, commands: &mut Commands) -> bool {
    let before = (kept.rows, kept.by, kept.within, kept.mode, kept.is_negative);
    let title = view.text("place-compare");
    let is_small = view.is_small;
    let (mut exports, mut is_negative) = (false, kept.is_negative);
    let can_export = !view.study.codings.is_empty();
    let shows_words = kept.mode == Mode::Quotes;
    place_header_ui(
        ui,
        is_small,
        &title,
        |ui| choices_ui(ui, view, kept),
        |ui| {
            let name = view.text("compare-export");
            let tip = view.text("compare-export.tip");
            let button = if is_small {
                Button::icon_only(icons::EXPORT, &name)
            } else {
                Button::outlined(&name).icon(icons::EXPORT).tip(&tip)
            };
            exports = button.enabled(can_export).ui(ui).clicked();
            if shows_words && negative_ui(ui, view, is_negative).clicked() {
                is_negative = !is_negative;
            }
            if let Some((words, short)) = &facts.rated {
                ui.add_space(space::XXS);
                said_ui(ui, words, short, is_small);
            }
        },
    );
    kept.is_negative = is_negative;
    if exports {
        report::prefer_comparison(ui.ctx(), kept.rows, kept.by, kept.within);
        commands.run(Command::Export);
    }
    before != (kept.rows, kept.by, kept.within, kept.mode, kept.is_negative)
}

fn choices_ui(ui: &mut Ui, view: &View<'_>, kept: &mut KeptBoard) {
    let is_small = view.is_small;
    let most = if is_small { CHOICE_SMALL } else { CHOICE };
    if is_small {
        ui.spacing_mut().item_spacing.x = space::XXS;
    }
    let rows = ROWS.map(|(rows, key)| (rows, view.text(key)));
    if let Some(rows) = pick_ui(ui, &view.text("compare-rows"), is_small, kept.rows, &rows, most) {
        kept.rows = rows;
    }
    let mut axes: Vec<(Axis, String)> = AXES.iter().map(|(axis, key)| (*axis, view.text(key))).collect();
    let own = view.study.attributes.iter();
    axes.extend(own.map(|attribute| (Axis::Attribute(attribute.id), attribute.name.clone())));
    if let Some(by) = pick_ui(ui, &view.text("compare-by"), is_small, kept.by, &axes, most) {
        kept.by = by;
    }
    let mut within = vec![(None, view.text("compare-within-none"))];
    let crossing = [(Axis::Technique, "compare-within-technique"), (Axis::Group, "compare-within-group")];
    within.extend(
        crossing.into_iter().filter(|(axis, _)| *axis != kept.by).map(|(axis, key)| (Some(axis), view.text(key))),
    );
    kept.within = kept.within.filter(|axis| *axis != kept.by);
    // A bare "no" would say nothing.
    if let Some(axis) =
        pick_ui(ui, &view.text("compare-within"), is_small && kept.within.is_some(), kept.within, &within, most)
    {
        kept.within = axis;
    }
    ui.add_space(space::XXS);
    let name = view.text("compare-mode");
    let words = MODES.map(|(_, _, key)| view.text(key));
    if is_small {
        let modes: Vec<(Mode, String)> = MODES.iter().zip(words).map(|((mode, ..), words)| (*mode, words)).collect();
        kept.mode = pick_ui(ui, &name, true, kept.mode, &modes, most).unwrap_or(kept.mode);
    } else {
        let modes: Vec<(Mode, Option<Icon>, &str)> =
            MODES.iter().zip(&words).map(|((mode, icon, _), words)| (*mode, Some(*icon), words.as_str())).collect();
        kept.mode = segmented_ui(ui, &name, kept.mode, &modes).unwrap_or(kept.mode);
    }
}

/// The button that leaves only what weakens or holds partly; its two marks stand before its words.
fn negative_ui(ui: &mut Ui, view: &View<'_>, is_on: bool) -> Response {
    let theme = Theme::of(ui);
    let name = view.text("compare-negative");
    let shown = if view.is_small { "" } else { name.as_str() };
    let ink = if is_on { theme.accent_text } else { theme.text };
    let step = if is_on { type_scale::BODY.strong() } else { type_scale::BODY };
    // The strong face is the wider one: switching moves nothing.
    let width = Words::of(shown, type_scale::STRONG, ink).row(ui.painter()).size().x;
    let galley = Words::of(shown, step, ink).row(ui.painter());
    let marks = 2.0 * measure::MARK_CONTROL + space::XXS + 1.0;
    let gap = if shown.is_empty() { 0.0 } else { space::ICON_GAP };
    let size = vec2(marks + gap + width + 2.0 * space::BUTTON_X, measure::BUTTON);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_on, &name));
    let (fill, edge) = match (is_on, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => (theme.sel, Color32::TRANSPARENT),
        (false, true, _) => (theme.press, theme.line2),
        (false, false, true) => (theme.hover, theme.line2),
        _ => (theme.raised, theme.line2),
    };
    let painter = ui.painter();
    let corner = CornerRadius::same(radius::CONTROL);
    painter.rect(rect, corner, fill, Stroke::new(stroke::HAIR, edge), StrokeKind::Inside);
    let half = measure::MARK_CONTROL / 2.0;
    let mut middle = pos2(rect.left() + space::BUTTON_X + half, rect.center().y);
    mark_at(painter, middle, measure::MARK_CONTROL, Some(Direction::Weakens), ink);
    middle.x += measure::MARK_CONTROL + space::XXS + 1.0;
    mark_at(painter, middle, measure::MARK_CONTROL, Some(Direction::Partly), ink);
    let left = rect.left() + space::BUTTON_X + marks + gap;
    painter.galley(pos2(left, (rect.center().y - galley.size().y / 2.0).round()), galley, ink);
    focus_ring(ui, &response, rect, radius::CONTROL);
    response.on_hover_text(view.text("compare-negative.tip"))
}
