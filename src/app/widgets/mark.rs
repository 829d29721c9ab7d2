//! The marks of the direction of evidence. They are painted, not set in a face, and are ink, never a hue.

use super::segmented::segment_colours;
use super::{Words, focus_ring, words::in_row};
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::domain::Direction;
use crate::i18n::Catalog;
use eframe::egui::{
    Color32, CornerRadius, Painter, Pos2, Rect, Role, Sense, Shape, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2,
};
use std::f32::consts::TAU;

/// The message that names a direction, or that none is set.
pub const fn direction_key(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(Direction::Supports) => "direction-supports",
        Some(Direction::Partly) => "direction-partly",
        Some(Direction::Weakens) => "direction-weakens",
        Some(Direction::Context) => "direction-context",
        None => "direction-unset",
    }
}

/// Paints a mark around a centre: ▲ supports, ◐ partly, ▼ weakens, ◇ context, dashed ○ not set.
pub fn mark_at(painter: &Painter, centre: Pos2, size: f32, direction: Option<Direction>, ink: Color32) {
    let half = size / 2.0;
    let line = Stroke::new(1.2, ink);
    let rise = half * 0.87;
    match direction {
        Some(Direction::Supports) => {
            let points = vec![centre + vec2(0.0, -rise), centre + vec2(half, rise), centre + vec2(-half, rise)];
            painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
        }
        Some(Direction::Weakens) => {
            let points = vec![centre + vec2(-half, -rise), centre + vec2(half, -rise), centre + vec2(0.0, rise)];
            painter.add(Shape::convex_polygon(points, ink, Stroke::NONE));
        }
        Some(Direction::Partly) => {
            let round = half - 0.6;
            let left: Vec<Pos2> = (0..=16)
                .map(|step| {
                    let angle = TAU * (0.25 + step as f32 / 32.0);
                    centre + round * vec2(angle.cos(), angle.sin())
                })
                .collect();
            painter.add(Shape::convex_polygon(left, ink, Stroke::NONE));
            painter.circle_stroke(centre, round, line);
        }
        Some(Direction::Context) => {
            let points = vec![
                centre + vec2(0.0, -half),
                centre + vec2(half, 0.0),
                centre + vec2(0.0, half),
                centre + vec2(-half, 0.0),
            ];
            painter.add(Shape::convex_polygon(points, Color32::TRANSPARENT, line));
        }
        None => {
            let round = half - 0.6;
            for dash in 0..6 {
                let points: Vec<Pos2> = (0..=4)
                    .map(|step| {
                        let angle = TAU * (dash as f32 + step as f32 * 0.14) / 6.0;
                        centre + round * vec2(angle.cos(), angle.sin())
                    })
                    .collect();
                painter.add(Shape::line(points, line));
            }
        }
    }
}

/// A mark in running layout, with its name for screen readers.
pub fn direction_mark_ui(ui: &mut Ui, catalog: &Catalog, direction: Option<Direction>) {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(measure::MARK + 4.0, type_scale::SMALL.line), Sense::hover());
    let name = catalog.text(direction_key(direction));
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &name));
    mark_at(ui.painter(), rect.center(), measure::MARK, direction, theme.text2);
    response.on_hover_text(name);
}

/// The control that sets a direction: five equal segments over the width there is, the chosen one with its
/// word. Says which one was picked just now; the inner `None` is "not set".
pub fn direction_control_ui(
    ui: &mut Ui,
    catalog: &Catalog,
    name: &str,
    chosen: Option<Direction>,
) -> Option<Option<Direction>> {
    let theme = Theme::of(ui);
    let (whole, group) = ui.allocate_exact_size(vec2(ui.available_width(), measure::BUTTON), Sense::hover());
    group.widget_info(|| WidgetInfo::labeled(Role::RadioGroup, true, name));
    ui.painter().rect(
        whole,
        CornerRadius::same(radius::CONTROL),
        theme.raised,
        Stroke::new(stroke::HAIR, theme.line2),
        StrokeKind::Inside,
    );
    let words: Vec<String> = choices().map(|choice| sentence_case(&catalog.text(direction_key(choice)))).collect();
    let chosen_at = choices().position(|choice| choice == chosen).unwrap_or(4);
    let step = type_scale::SMALL.strong();
    let galley = Words::of(&words[chosen_at], step, theme.accent_text).row(ui.painter());
    let inner = whole.shrink(2.0);
    let least = measure::BUTTON_SMALL;
    let wide = (galley.size().x + measure::MARK_CONTROL + 6.0 + 2.0 * space::XS).min(inner.width() - 4.0 * least);
    let narrow = (inner.width() - wide) / 4.0;
    let mut galley = Some(galley);
    let mut picked = None;
    let mut left = inner.left();
    for (at, choice) in choices().enumerate() {
        let is_chosen = at == chosen_at;
        let width = if is_chosen { wide } else { narrow };
        let rect = Rect::from_min_size(pos2(left, inner.top()), vec2(width, inner.height()));
        left += width;
        let response = ui.interact(rect, group.id.with(at), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::RadioButton, true, is_chosen, &words[at]));
        let (fill, _) = segment_colours(theme, &response, is_chosen);
        ui.painter().rect_filled(rect, CornerRadius::same(radius::CHIP), fill);
        if let Some(galley) = galley.take_if(|_| is_chosen) {
            let middle = rect.left() + space::XS + measure::MARK_CONTROL / 2.0;
            mark_at(ui.painter(), pos2(middle, rect.center().y), measure::MARK_CONTROL, choice, theme.accent_text);
            in_row(ui.painter(), rect, middle + measure::MARK_CONTROL / 2.0 + 6.0, galley, theme.accent_text);
        } else {
            mark_at(ui.painter(), rect.center(), measure::MARK_CONTROL, choice, theme.text2);
        }
        focus_ring(ui, &response, rect, radius::CHIP);
        let response = response.on_hover_text(&words[at]);
        if response.clicked() && !is_chosen {
            picked = Some(choice);
        }
    }
    picked
}

fn choices() -> impl Iterator<Item = Option<Direction>> {
    Direction::ALL.into_iter().map(Some).chain([None])
}

/// Words with a capital letter at their start, where they stand alone.
pub fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
