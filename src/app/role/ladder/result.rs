//! The result of the triangulation: four buttons, what the program suggests and why, and whether the evidence has
//! changed since the result was chosen. The suggestion never fills it in.

use crate::app::commands::{Commands, Request};
use crate::app::icons::{self, Icon};
use crate::app::role::spread::Spread;
use crate::app::role::{RolePage, measures};
use crate::app::theme::{Pair, Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, checkbox_ui, focus_ring, icon_at, label_ui};
use crate::domain::{Axis, Message, RowKey, Verdict};
use eframe::egui::{
    CornerRadius, Popup, PopupCloseBehavior, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// The results that can be chosen, in the order of the buttons.
const CHOICES: [(Verdict, Icon); 4] = [
    (Verdict::Agreement, icons::EQUALS),
    (Verdict::Partial, icons::APPROXIMATE_EQUALS),
    (Verdict::Silence, icons::EMPTY),
    (Verdict::Dissonance, icons::NOT_EQUALS),
];
/// Between the buttons.
const GAP: f32 = 6.0;

fn set(row: RowKey, by: Axis, value: Verdict, silent: Option<Vec<String>>) -> Request {
    Request::change(move |project| project.set_verdict(row, by, value, silent))
}

impl RolePage {
    /// Draws it.
    pub(super) fn result_ui(&self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let Some(row) = spread.row() else { return };
        let (key, by) = (spread.row_key(), spread.by());
        let mut chosen = buttons_ui(ui, view, row.verdict);
        let suggestion = &row.suggestion;
        let has_evidence = row.cells.iter().any(|cell| cell.segments > 0);
        if row.look_again {
            ui.add_space(space::XS);
            if again_ui(ui, view) {
                chosen = Some(row.verdict);
            }
        }
        if row.verdict != Verdict::Unrated {
            self.silent_ui(ui, view, spread, commands);
        }
        ui.add_space(space::XS);
        let title = |column: u32| spread.sides.get(column as usize).map(|side| side.title.clone()).unwrap_or_default();
        let suggested = suggestion.verdict.filter(|verdict| has_evidence && *verdict != Verdict::Unrated);
        let mut words = suggested.map_or_else(String::new, |verdict| {
            let verdict = view.text(&format!("compare-suggested-{verdict}"));
            format!("{}.", view.say(&Message::new("compare-suggested").with("verdict", verdict)))
        });
        if has_evidence {
            for reason in suggestion.words(title) {
                words = format!("{words} {}", bound(&view.say(&reason)));
            }
        } else {
            words = view.text("ladder-nothing");
        }
        reason_ui(ui, words.trim());
        if let Some(verdict) = suggested.filter(|verdict| *verdict != row.verdict) {
            ui.horizontal(|ui| {
                ui.add_space(measure::ICON + space::ICON_GAP);
                let accept = view.text("ladder-accept");
                if Button::link(&accept).small_words().enabled(!view.is_read_only).ui(ui).clicked() {
                    chosen = Some(verdict);
                }
            });
        }
        if let Some(value) = chosen {
            commands.send(set(key, by, value, None));
        }
    }

    /// The sides that count as silent, to be changed in a list that opens.
    fn silent_ui(&self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let Some(row) = spread.row() else { return };
        let columns = spread.comparison.columns.iter().zip(&spread.sides);
        let silent: Vec<&str> = columns
            .clone()
            .filter(|(column, _)| row.silent.contains(&column.id))
            .map(|(_, side)| side.title.as_str())
            .collect();
        let words = match silent.is_empty() {
            true => view.text("ladder-no-silent"),
            false => view.say(&Message::new("ladder-silent").with("sides", silent.join(", "))),
        };
        ui.add_space(space::XXS);
        let button = Button::link(&words).small_words().trailing(icons::CARET_DOWN).ui(ui);
        let heading = view.text("ladder-silent-heading");
        let popup = Popup::menu(&button).close_behavior(PopupCloseBehavior::CloseOnClickOutside);
        popup.accessible_name(&heading).show(|ui| {
            ui.set_min_width(measures::SILENT);
            label_ui(ui, Words::of(&heading, type_scale::SMALL, Theme::of(ui).text2));
            ui.add_space(space::XXS);
            for (column, side) in columns {
                let mut is_silent = row.silent.contains(&column.id);
                let is_open = !view.is_read_only;
                let changed = ui.add_enabled_ui(is_open, |ui| checkbox_ui(ui, &mut is_silent, &side.title).changed());
                if changed.inner {
                    let mut ids: Vec<String> = row.silent.iter().map(ToString::to_string).collect();
                    ids.retain(|id| **id != *column.id);
                    if is_silent {
                        ids.push(column.id.to_string());
                    }
                    commands.send(set(spread.row_key(), spread.by(), row.verdict, Some(ids)));
                }
            }
        });
    }
}

/// The four buttons in two rows; which was pressed just now. The chosen one pressed again takes the result back.
fn buttons_ui(ui: &mut Ui, view: &View<'_>, chosen: Verdict) -> Option<Verdict> {
    let theme = Theme::of(ui);
    let width = ((ui.available_width() - GAP) / 2.0).floor();
    let size = vec2(ui.available_width(), 2.0 * measure::BUTTON_SMALL + GAP);
    let (whole, group) = ui.allocate_exact_size(size, Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, view.text("ladder-result")));
    let mut picked = None;
    for (at, (verdict, icon)) in CHOICES.into_iter().enumerate() {
        let corner = whole.min + vec2((at % 2) as f32 * (width + GAP), (at / 2) as f32 * (measure::BUTTON_SMALL + GAP));
        let rect = Rect::from_min_size(corner, vec2(width, measure::BUTTON_SMALL));
        let is_chosen = verdict == chosen;
        let is_open = !view.is_read_only;
        let response = ui.interact(rect, group.id.with(at), if is_open { Sense::click() } else { Sense::hover() });
        let words = view.text(&format!("verdict-{verdict}"));
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, is_open, is_chosen, &words));
        let (pair, edge) = colours(theme, verdict, is_chosen, response.hovered() && is_open);
        let painter = ui.painter();
        let corner = CornerRadius::same(radius::CONTROL);
        painter.rect(rect, corner, pair.fill, Stroke::new(stroke::HAIR, edge), StrokeKind::Inside);
        let left = rect.left() + space::XS;
        icon_at(painter, pos2(left + measure::ICON / 2.0, rect.center().y), icon, measure::ICON, pair.text);
        let step = if is_chosen { type_scale::SMALL.strong() } else { type_scale::SMALL };
        let room = rect.right() - left - measure::ICON - space::ICON_GAP - space::XXS;
        let galley = Words::of(&words, step, pair.text).within(painter, room, 1);
        let top = (rect.center().y - galley.size().y / 2.0).round();
        painter.galley(pos2(left + measure::ICON + space::ICON_GAP, top), galley, pair.text);
        focus_ring(ui, &response, rect, radius::CONTROL);
        let is_clicked = response.clicked();
        if is_chosen {
            response.on_hover_text(view.text("ladder-take-back"));
        }
        if is_clicked {
            picked = Some(if is_chosen { Verdict::Unrated } else { verdict });
        }
    }
    picked
}

/// Words and fill of a button, and its edge.
fn colours(theme: &Theme, verdict: Verdict, is_chosen: bool, is_hovered: bool) -> (Pair, eframe::egui::Color32) {
    if is_chosen {
        let pair = theme.verdict(verdict);
        return (pair, pair.text);
    }
    let fill = if is_hovered { theme.hover } else { theme.raised };
    (Pair { text: theme.text, fill }, theme.line2)
}

/// Says that the evidence has changed since the result was chosen; whether it is said to hold still.
fn again_ui(ui: &mut Ui, view: &View<'_>) -> bool {
    let theme = Theme::of(ui);
    row_ui(ui, icons::WARNING, theme.partial.text, &view.text("ladder-again"), theme.partial.text);
    ui.horizontal(|ui| {
        ui.add_space(measure::ICON + space::ICON_GAP);
        let holds = view.text("ladder-holds");
        Button::link(&holds).small_words().enabled(!view.is_read_only).ui(ui).clicked()
    })
    .inner
}

fn reason_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    row_ui(ui, icons::LIGHTBULB, theme.text3, words, theme.text2);
}

/// An icon and words that wrap beside it.
pub(in crate::app::role) fn row_ui(
    ui: &mut Ui,
    icon: Icon,
    tint: eframe::egui::Color32,
    words: &str,
    ink: eframe::egui::Color32,
) {
    let width = ui.available_width();
    let left = measure::ICON + space::ICON_GAP;
    let galley = Words::of(words, type_scale::SMALL, ink).wrapped(ui.painter(), (width - left).max(40.0));
    let (rect, response) = ui.allocate_exact_size(vec2(width, galley.size().y), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    let middle = rect.min + Vec2::new(measure::ICON / 2.0, type_scale::SMALL.line / 2.0);
    icon_at(ui.painter(), middle, icon, measure::ICON, tint);
    ui.painter().galley(rect.min + vec2(left, 0.0), galley, ink);
}

/// Keeps a mark with what stands before it when the sentence wraps.
fn bound(sentence: &str) -> String {
    let glued = |words: String, mark: &str| words.replace(&format!(" {mark}"), &format!("\u{a0}{mark}"));
    ["▲", "◐", "▼"].into_iter().fold(sentence.to_owned(), glued)
}
