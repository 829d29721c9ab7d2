//! The header of the place: what stands in the rows and columns, what the cells show, how much is rated, and the way
//! out of the house.

use super::kept::{KeptBoard, Mode};
use super::pick::{pick_ui, pick_width, said_ui};
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

/// What a choice or a button has beside its words: an icon with its gap, and both ends.
const BESIDE: f32 = measure::ICON + space::ICON_GAP + 2.0 * space::BUTTON_X;

/// What the header is about beside the choices.
pub struct Facts {
    /// How much is rated, in words and shortly; nothing where the columns take no verdict.
    pub rated: Option<(String, String)>,
}

/// What can be chosen, in words.
struct Choices {
    rows: Vec<(RowsKind, String)>,
    axes: Vec<(Axis, String)>,
    within: Vec<(Option<Axis>, String)>,
}

impl Choices {
    fn of(view: &View<'_>, kept: &KeptBoard) -> Self {
        let rows = ROWS.iter().map(|(rows, key)| (*rows, view.text(key))).collect();
        let mut axes: Vec<(Axis, String)> = AXES.iter().map(|(axis, key)| (*axis, view.text(key))).collect();
        let own = view.study.attributes.iter();
        axes.extend(own.map(|attribute| (Axis::Attribute(attribute.id), attribute.name.clone())));
        let crossing = [(Axis::Technique, "compare-within-technique"), (Axis::Group, "compare-within-group")];
        let crossing = crossing.into_iter().filter(|(axis, _)| *axis != kept.by);
        let mut within = vec![(None, view.text("compare-within-none"))];
        within.extend(crossing.map(|(axis, key)| (Some(axis), view.text(key))));
        Self { rows, axes, within }
    }

    /// Whether the header has room for every name: the choices with theirs, what the cells show side by side, and the
    /// buttons with their words.
    fn fit(&self, ui: &Ui, view: &View<'_>, kept: &KeptBoard) -> bool {
        fn chosen<'a, T: PartialEq>(list: &'a [(T, String)], value: &T) -> &'a str {
            list.iter().find(|(one, _)| one == value).map_or("", |(_, words)| words)
        }
        let width = |words: &str, step| Words::of(words, step, Color32::PLACEHOLDER).row(ui.painter()).size().x;
        let picks = [
            ("compare-rows", chosen(&self.rows, &kept.rows)),
            ("compare-by", chosen(&self.axes, &kept.by)),
            ("compare-within", chosen(&self.within, &kept.within)),
        ];
        let picks = picks.map(|(name, value)| pick_width(ui, &view.text(name), value, CHOICE) + space::XS);
        let modes = MODES.map(|(.., key)| width(&view.text(key), type_scale::SMALL.strong()) + BESIDE);
        let buttons = ["compare-negative", "compare-export"];
        let buttons = buttons.map(|key| width(&view.text(key), type_scale::STRONG) + BESIDE + space::XS);
        let title = width(&view.text("place-compare"), type_scale::TITLE) + 3.0 * space::L;
        let parts = picks.iter().chain(&modes).chain(&buttons).sum::<f32>();
        title + parts + space::M <= ui.available_width()
    }
}

/// Draws the header over the choices; whether one of them changed.
pub fn header_ui(ui: &mut Ui, view: &View<'_>, kept: &mut KeptBoard, facts: &Facts, commands: &mut Commands) -> bool {
    let before = (kept.rows, kept.by, kept.within, kept.mode, kept.is_negative);
    kept.within = kept.within.filter(|axis| *axis != kept.by);
    let title = view.text("place-compare");
    let choices = Choices::of(view, kept);
    let is_tight = view.is_small || !choices.fit(ui, view, kept);
    let (mut exports, mut is_negative) = (false, kept.is_negative);
    let can_export = !view.study.codings.is_empty();
    let shows_words = kept.mode == Mode::Quotes;
    place_header_ui(
        ui,
        view.is_small,
        &title,
        |ui| choices_ui(ui, view, kept, &choices, is_tight),
        |ui| {
            let name = view.text("compare-export");
            let tip = view.text("compare-export.tip");
            let button = if is_tight {
                Button::icon_only(icons::EXPORT, &name)
            } else {
                Button::outlined(&name).icon(icons::EXPORT).tip(&tip)
            };
            exports = button.enabled(can_export).ui(ui).clicked();
            if shows_words && negative_ui(ui, view, is_tight, is_negative).clicked() {
                is_negative = !is_negative;
            }
            if let Some((words, short)) = &facts.rated {
                ui.add_space(space::XXS);
                said_ui(ui, words, short, is_tight);
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

fn choices_ui(ui: &mut Ui, view: &View<'_>, kept: &mut KeptBoard, choices: &Choices, is_tight: bool) {
    let most = if is_tight { CHOICE_SMALL } else { CHOICE };
    if is_tight {
        ui.spacing_mut().item_spacing.x = space::XXS;
    }
    if let Some(rows) = pick_ui(ui, &view.text("compare-rows"), is_tight, kept.rows, &choices.rows, most) {
        kept.rows = rows;
    }
    if let Some(by) = pick_ui(ui, &view.text("compare-by"), is_tight, kept.by, &choices.axes, most) {
        kept.by = by;
        kept.within = kept.within.filter(|axis| *axis != by);
    }
    // A bare "no" would say nothing.
    let is_named = !is_tight || kept.within.is_none();
    if let Some(axis) = pick_ui(ui, &view.text("compare-within"), !is_named, kept.within, &choices.within, most) {
        kept.within = axis;
    }
    ui.add_space(space::XXS);
    let name = view.text("compare-mode");
    let words = MODES.map(|(_, _, key)| view.text(key));
    if is_tight {
        let modes: Vec<(Mode, String)> = MODES.iter().zip(words).map(|((mode, ..), words)| (*mode, words)).collect();
        kept.mode = pick_ui(ui, &name, true, kept.mode, &modes, most).unwrap_or(kept.mode);
    } else {
        let modes: Vec<(Mode, Option<Icon>, &str)> =
            MODES.iter().zip(&words).map(|((mode, icon, _), words)| (*mode, Some(*icon), words.as_str())).collect();
        kept.mode = segmented_ui(ui, &name, kept.mode, &modes).unwrap_or(kept.mode);
    }
}

/// The button that leaves only what weakens or holds partly; its two marks stand before its words.
fn negative_ui(ui: &mut Ui, view: &View<'_>, is_tight: bool, is_on: bool) -> Response {
    let theme = Theme::of(ui);
    let name = view.text("compare-negative");
    let shown = if is_tight { "" } else { name.as_str() };
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
