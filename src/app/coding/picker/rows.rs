//! The rows of the picker: codes with the letters that match, what could be made, and the heads between them.

use super::list::Row;
use super::{Picker, WIDTH};
use crate::app::coding::find;
use crate::app::icons::{self, Icon};
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, icon_at, label_ui, swatch_at};
use crate::domain::{Code, CodeId, CodingId, Message, tidied_line};
use eframe::egui::{
    Align2, Color32, CornerRadius, Frame, Margin, Painter, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind,
    Ui, Vec2, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// Column of short codes.
const SHORT: f32 = 44.0;
/// A key beside a row.
const CAP: f32 = 18.0;

/// Draws the rows. Which was clicked, and whether to be marked (with Ctrl) and not applied.
pub(super) fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    picker: &mut Picker,
    there: &BTreeMap<CodeId, CodingId>,
) -> Option<(usize, bool)> {
    let theme = Theme::of(ui);
    ui.add_space(space::XXS);
    let height = ui.available_height() - space::XXS;
    let rows = &picker.list.rows;
    let mut clicked = None;
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]).show_rows(
        ui,
        measure::POPUP_ROW,
        rows.len(),
        |ui, range| {
            for (at, row) in rows.iter().enumerate().take(range.end).skip(range.start) {
                let response = row_ui(ui, view, picker, row, at == picker.at, there);
                if response.is_some_and(|response| response.clicked()) {
                    clicked = Some((at, ui.input(|input| input.modifiers.command)));
                }
            }
            if picker.has_moved {
                let top = ui.min_rect().top() + (picker.at as f32 - range.start as f32) * measure::POPUP_ROW;
                let row = Rect::from_min_size(pos2(ui.min_rect().left(), top), vec2(1.0, measure::POPUP_ROW));
                ui.scroll_to_rect(row, None);
            }
            let is_empty = view.study.codes.is_empty() && picker.letters.trim().is_empty();
            if is_empty || rows.is_empty() {
                let key = if is_empty { "picker-empty" } else { "coding-picker-none" };
                let margin = Margin::from(vec2(space::M, space::XS));
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    label_ui(ui, Words::of(&view.text(key), type_scale::BODY, theme.text3));
                });
            }
        },
    );
    clicked
}

fn row_ui(
    ui: &mut Ui,
    view: &View<'_>,
    picker: &Picker,
    row: &Row,
    is_chosen: bool,
    there: &BTreeMap<CodeId, CodingId>,
) -> Option<Response> {
    let theme = Theme::of(ui);
    match row {
        Row::Head(key) => {
            let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, measure::POPUP_ROW), Sense::hover());
            let words = view.text(key);
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
            let at = pos2(rect.left() + space::XS + 10.0, rect.center().y + 2.0);
            ui.painter().text(at, Align2::LEFT_CENTER, words, type_scale::CAPTION.font(), theme.text3);
            None
        }
        Row::Code(hit) => {
            let code = view.study.codes.get(hit.code as usize)?;
            let is_marked = picker.marked.contains(&code.id);
            let is_there = there.contains_key(&code.id);
            let mut name = code.full_name();
            for key in [is_marked.then_some("picker-marked"), is_there.then_some("coding-applied")].iter().flatten() {
                name = format!("{name}, {}", view.text(key));
            }
            let (rect, response) = choice_ui(ui, is_chosen, &name);
            let painter = ui.painter();
            let left = code_at(painter, theme, rect, code);
            let right = if is_marked {
                let middle = pos2(rect.right() - 10.0 - measure::ICON / 2.0, rect.center().y);
                icon_at(painter, middle, icons::CHECK, measure::ICON, theme.accent_text);
                middle.x - measure::ICON / 2.0
            } else if is_there {
                caption_at(painter, theme, rect, &view.text("coding-applied"))
            } else {
                keys_at(painter, theme, rect, &find::keys_of(view.study, hit.code))
            };
            let mut words = marked(Words::new(), &code.name, &hit.marks, theme.text, theme);
            if let Some((also, marks)) = &hit.also {
                words = marked(words.then("  ·  ", type_scale::BODY, theme.text3), also, marks, theme.text3, theme);
            }
            let galley = words.within(painter, (right - left - space::XS).max(20.0), 1);
            painter.galley(pos2(left, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text);
            Some(response)
        }
        Row::Make(family) => {
            let name = tidied_line(&picker.letters);
            let words = view.say(&Message::new("picker-make").with("name", name));
            let place = match family.and_then(|family| view.study.code(family)) {
                Some(family) => view.say(&Message::new("picker-make-below").with("code", family.label())),
                None => view.text("picker-make-top"),
            };
            Some(plain_ui(ui, icons::PLUS, is_chosen, &words, &place))
        }
        Row::Emaslim => Some(plain_ui(ui, icons::BOOK_OPEN, is_chosen, &view.text("codebook-take-emaslim"), "")),
    }
}

/// The ground of a row that can be chosen.
fn choice_ui(ui: &mut Ui, is_chosen: bool, name: &str) -> (Rect, Response) {
    let theme = Theme::of(ui);
    let (outer, response) = ui.allocate_exact_size(vec2(WIDTH, measure::POPUP_ROW), Sense::CLICK);
    let rect = outer.shrink2(vec2(space::XS, 0.0));
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, name));
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => theme.sel,
        (false, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    (rect, response)
}

fn plain_ui(ui: &mut Ui, icon: Icon, is_chosen: bool, words: &str, place: &str) -> Response {
    let theme = Theme::of(ui);
    let name = if place.is_empty() { words.to_owned() } else { format!("{words}, {place}") };
    let (rect, response) = choice_ui(ui, is_chosen, &name);
    let painter = ui.painter();
    let middle = pos2(rect.left() + 10.0 + measure::SWATCH / 2.0, rect.center().y);
    icon_at(painter, middle, icon, measure::ICON, theme.text2);
    let left = middle.x + measure::SWATCH / 2.0 + 10.0;
    let right = caption_at(painter, theme, rect, place);
    let galley =
        Words::of(words, type_scale::BODY, theme.text).within(painter, (right - left - space::XS).max(20.0), 1);
    painter.galley(pos2(left, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text);
    response
}

/// Swatch and short code; where the name begins.
fn code_at(painter: &Painter, theme: &Theme, rect: Rect, code: &Code) -> f32 {
    let corner = pos2(rect.left() + 10.0, (rect.center().y - measure::SWATCH / 2.0).round());
    let swatch = Rect::from_min_size(corner, Vec2::splat(measure::SWATCH));
    swatch_at(painter, swatch, theme.code(code.colour), code.digit(), theme.text);
    let left = swatch.right() + 10.0;
    if code.short.is_empty() {
        return left;
    }
    let galley = Words::of(&code.short, type_scale::STRONG, theme.text).within(painter, 2.0 * SHORT, 1);
    let width = galley.size().x.max(SHORT);
    painter.galley(pos2(left, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text);
    left + width + space::XS
}

/// A caption at the right end; where it begins.
fn caption_at(painter: &Painter, theme: &Theme, rect: Rect, words: &str) -> f32 {
    let galley = Words::of(words, type_scale::CAPTION, theme.text3).row(painter);
    let left = rect.right() - 10.0 - galley.size().x;
    painter.galley(pos2(left, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text3);
    left
}

/// The digits that lead to the code without the picker; where they begin.
fn keys_at(painter: &Painter, theme: &Theme, rect: Rect, keys: &[u8]) -> f32 {
    let mut right = rect.right() - 10.0;
    for key in keys.iter().rev() {
        let cap = Rect::from_min_size(pos2(right - CAP, (rect.center().y - CAP / 2.0).round()), Vec2::splat(CAP));
        right = cap.left() - 3.0;
        let edge = Stroke::new(stroke::HAIR, theme.line2);
        painter.rect(cap, CornerRadius::same(radius::CHIP), theme.raised, edge, StrokeKind::Inside);
        painter.text(cap.center(), Align2::CENTER_CENTER, key, type_scale::CAPTION.font(), theme.text2);
    }
    right
}

/// Words with stretches of them marked.
fn marked(mut words: Words, text: &str, marks: &[Range<usize>], ink: Color32, theme: &Theme) -> Words {
    let mut end = 0;
    for mark in marks {
        let (Some(before), Some(part)) = (text.get(end..mark.start), text.get(mark.clone())) else { continue };
        words = words.then(before, type_scale::BODY, ink).then(part, type_scale::STRONG, theme.accent_text);
        end = mark.end;
    }
    words.then(text.get(end..).unwrap_or_default(), type_scale::BODY, ink)
}
