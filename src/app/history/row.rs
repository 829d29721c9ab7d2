//! The rows of the history: a day, or a step with its time, its sentence and who did it. What is undone is struck
//! through.

use crate::app::theme::{Theme, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, follow_focus, hairline_h};
use crate::domain::Message;
use crate::project::Step;
use eframe::egui::{Color32, CornerRadius, Id, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2};

/// Column of the time.
const TIME: f32 = 56.0;
/// Most of the column of names.
const CODER: f32 = 168.0;

/// Draws a day over its steps.
pub(super) fn day_at(ui: &Ui, rect: Rect, day: &str) {
    let theme = Theme::of(ui);
    let response = ui.interact(rect, ui.scope_id().with(("day", day)), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, day));
    ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.panel);
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    let words = Words::of(day, type_scale::SMALL.strong(), theme.text2).row(ui.painter());
    let top = (rect.center().y - words.size().y / 2.0).round();
    ui.painter().galley(pos2(rect.left() + space::L, top), words, theme.text2);
}

/// Draws a step in its row. `is_stop`: the Tab key leads to it, also where it is out of sight.
pub(super) fn step_at(
    ui: &Ui,
    view: &View<'_>,
    step: &Step,
    (rect, id): (Rect, Id),
    is_chosen: bool,
    is_stop: bool,
) -> Response {
    let theme = Theme::of(ui);
    let response = ui.interact(rect, id, if is_stop { Sense::click() } else { Sense::CLICK });
    let sentence = view.say(&step.sentence);
    let when = view.catalog.moment(step.at);
    let told = match step.is_undone {
        true => view.say(&Message::new("history-undone").with("what", sentence.as_str())),
        false => sentence.clone(),
    };
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListItem, true, is_chosen, format!("{told}, {}, {when}", step.coder))
    });
    follow_focus(&response);
    if !ui.is_rect_visible(rect) {
        return response;
    }
    let painter = ui.painter();
    let fill = match (is_chosen, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => theme.sel,
        (false, true, _) => theme.press,
        (false, false, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, CornerRadius::ZERO, fill);
    hairline_h(painter, rect.x_range(), rect.bottom() - 0.5, theme.line);
    let ink = match (step.is_undone, step.undoes.is_some()) {
        (true, _) => theme.text3,
        (false, true) => theme.text2,
        (false, false) => theme.text,
    };
    let time = Words::of(&view.catalog.time(step.at), type_scale::SMALL, theme.text3).row(painter);
    let coder = Words::of(&step.coder, type_scale::SMALL, theme.text2).within(painter, CODER, 1);
    let left = rect.left() + space::L + TIME;
    let end = rect.right() - space::L - coder.size().x;
    let words = Words::of(&sentence, type_scale::BODY, ink).within(painter, end - space::M - left, 1);
    let is_cut = words.elided;
    let middle = rect.center().y;
    if step.is_undone {
        let struck = Stroke::new(stroke::HAIR, theme.text3);
        painter.hline(left..=left + words.size().x, painter.round_to_pixel_center(middle), struck);
    }
    for (x, galley) in [(rect.left() + space::L, time), (left, words), (end, coder)] {
        painter.galley(pos2(x, (middle - galley.size().y / 2.0).round()), galley, Color32::PLACEHOLDER);
    }
    if response.has_focus() {
        let ring = Stroke::new(stroke::FOCUS, theme.focus);
        painter.rect_stroke(rect.shrink(1.0), CornerRadius::ZERO, ring, StrokeKind::Inside);
    }
    let tip = if is_cut { format!("{told}\n{when} · {}", step.device) } else { format!("{when} · {}", step.device) };
    response.on_hover_text(tip)
}
