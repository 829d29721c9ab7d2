//! The code picker: type letters of a name or a short code, choose with the arrows, apply with Enter.

use super::{CodingPlace, find};
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, hairline_h, icon_at, keycap_ui, label_ui, swatch_at};
use crate::domain::{CharRange, CodeId, Message, SourceId};
use eframe::egui::{
    Align, Align2, Area, Color32, CornerRadius, Frame, Key, Layout, Margin, Modifiers, Order, Pos2, Rect, Role,
    ScrollArea, Sense, Stroke, StrokeKind, TextEdit, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeSet;

/// Width of the popup.
const WIDTH: f32 = 392.0;
/// Between the popup and what it belongs to.
const DISTANCE: f32 = 10.0;
/// Height of the field.
const FIELD: f32 = 34.0;
/// Height of the line of keys at the foot.
const FOOT: f32 = 40.0;
/// Column of short codes.
const SHORT: f32 = 44.0;

/// A picker that is open.
pub(super) struct Picker {
    source: SourceId,
    range: CharRange,
    letters: String,
    at: usize,
    is_new: bool,
}

/// Whether a popup of this height has room below what it belongs to, or more room there than above.
fn fits_below(anchor: Rect, height: f32, screen: Rect) -> bool {
    let below = screen.bottom() - anchor.bottom();
    below >= height + 2.0 * DISTANCE || below >= anchor.top() - screen.top()
}

/// Where a popup stands: below what it belongs to, above it where there is no room.
pub(super) fn beside(anchor: Rect, size: Vec2, screen: Rect) -> Pos2 {
    let x = anchor.left().min(screen.right() - size.x - DISTANCE).max(screen.left() + DISTANCE);
    let y = if fits_below(anchor, size.y, screen) {
        (anchor.bottom() + DISTANCE).min(screen.bottom() - DISTANCE - size.y)
    } else {
        anchor.top() - DISTANCE - size.y
    };
    let y = y.max(screen.top() + DISTANCE);
    pos2(x.round(), y.round())
}

impl CodingPlace {
    pub(super) fn open_picker(&mut self, (source, range): (SourceId, CharRange)) {
        self.second = None;
        self.picker = Some(Picker { source, range, letters: String::new(), at: 0, is_new: true });
    }

    /// Draws the picker where it is open.
    pub(super) fn picker_ui(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let Some(mut picker) = self.picker.take() else { return };
        let (is_closed, is_applied, by) = ui.input_mut(|input| {
            let none = Modifiers::NONE;
            let down = i32::from(input.consume_key(none, Key::ArrowDown));
            let up = i32::from(input.consume_key(none, Key::ArrowUp));
            (input.consume_key(none, Key::Escape), input.consume_key(none, Key::Enter) && !picker.is_new, down - up)
        });
        if is_closed {
            self.transcript.focus();
            return;
        }
        let hits = find::by_letters(view.study, &picker.letters);
        let last = hits.len().saturating_sub(1);
        picker.at = match by {
            1.. => (picker.at + 1).min(last),
            0 => picker.at.min(last),
            _ => picker.at.saturating_sub(1),
        };
        let there: BTreeSet<CodeId> = view
            .study
            .codings
            .iter()
            .filter(|entry| {
                view.study.segments.get(entry.segment as usize).is_some_and(|segment| {
                    segment.segment.source == picker.source && segment.segment.range == picker.range
                })
            })
            .map(|entry| entry.coding.code)
            .collect();
        // The place is that of a full list: the field stays where it is while letters thin the list out.
        let rows = measure::POPUP_ROWS as f32 * measure::POPUP_ROW;
        let height = space::XS * 2.0 + FIELD + space::XXS + rows + FOOT;
        let screen = ui.ctx().content_rect();
        let anchor = self.anchor.unwrap_or_else(|| Rect::from_center_size(screen.center(), Vec2::ZERO));
        let corner = beside(anchor, vec2(WIDTH, height), screen);
        let is_below = fits_below(anchor, height, screen);
        let mut picked = None;
        let area = Area::new(ui.scope_id().with("picker")).order(Order::Foreground).fixed_pos(corner).constrain(false);
        let response = area.show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            let frame = Frame::new()
                .fill(theme.raised)
                .stroke(Stroke::new(stroke::HAIR, theme.line2))
                .corner_radius(CornerRadius::same(radius::POPUP))
                .shadow(ui.visuals().popup_shadow);
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing = Vec2::ZERO;
                field_ui(ui, view, &mut picker, hits.len());
                picked = rows_ui(ui, view, &mut picker, &hits, &there, by != 0);
                if !is_below {
                    // Above the words, the foot stays beside them.
                    let shown = hits.len().clamp(1, measure::POPUP_ROWS);
                    ui.add_space(rows - shown as f32 * measure::POPUP_ROW);
                }
                foot_ui(ui, view);
            });
        });
        let is_away = !picker.is_new
            && ui.input(|input| {
                input.pointer.any_pressed()
                    && input.pointer.interact_pos().is_some_and(|at| !response.response.rect.contains(at))
            });
        if is_applied {
            picked = hits.get(picker.at).map(|hit| hit.code);
        }
        if let Some(code) = picked.and_then(|at| view.study.codes.get(at as usize)) {
            if let Some(parent) = code.parent {
                self.open_families.insert(parent);
            }
            self.code_at(view, commands, picker.source, picker.range, code.id);
            self.transcript.focus();
            return;
        }
        if is_away {
            return;
        }
        picker.is_new = false;
        self.picker = Some(picker);
    }
}

fn field_ui(ui: &mut Ui, view: &View<'_>, picker: &mut Picker, count: usize) {
    let theme = Theme::of(ui);
    let (outer, _) = ui.allocate_exact_size(vec2(WIDTH, FIELD + space::XS), Sense::hover());
    let rect = Rect::from_min_max(outer.min + Vec2::splat(space::XS), pos2(outer.right() - space::XS, outer.bottom()));
    let edge = Stroke::new(stroke::FIELD, theme.focus);
    ui.painter().rect(rect, CornerRadius::same(radius::CONTROL), theme.field, edge, StrokeKind::Inside);
    icon_at(
        ui.painter(),
        pos2(rect.left() + 18.0, rect.center().y),
        icons::MAGNIFYING_GLASS,
        measure::ICON,
        theme.text3,
    );
    let words = view.say(&Message::new("coding-count-codes").with("n", count));
    ui.painter().text(
        pos2(rect.right() - 10.0, rect.center().y),
        Align2::RIGHT_CENTER,
        words,
        type_scale::CAPTION.font(),
        theme.text3,
    );
    let inner =
        Rect::from_min_max(pos2(rect.left() + 34.0, rect.top() + 2.0), pos2(rect.right() - 80.0, rect.bottom() - 2.0));
    let hint = view.text("coding-picker-hint");
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)), |ui| {
        let response = ui.add(
            TextEdit::singleline(&mut picker.letters)
                .font(type_scale::BODY.font())
                .text_color(theme.text)
                .hint_text(eframe::egui::RichText::new(hint.as_str()).color(theme.text3).font(type_scale::BODY.font()))
                .frame(Frame::NONE)
                .margin(Margin::ZERO)
                .align(eframe::egui::Align2::LEFT_CENTER)
                .min_size(inner.size())
                .desired_width(inner.width()),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &hint));
        if response.changed() {
            picker.at = 0;
        }
        if picker.is_new || !response.has_focus() {
            response.request_focus();
        }
    });
}

fn rows_ui(
    ui: &mut Ui,
    view: &View<'_>,
    picker: &mut Picker,
    hits: &[find::Hit],
    there: &BTreeSet<CodeId>,
    has_moved: bool,
) -> Option<u32> {
    let theme = Theme::of(ui);
    ui.add_space(space::XXS);
    if hits.is_empty() {
        let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, measure::POPUP_ROW), Sense::hover());
        let at = pos2(rect.left() + space::M, rect.center().y);
        ui.painter().text(
            at,
            Align2::LEFT_CENTER,
            view.text("coding-picker-none"),
            type_scale::BODY.font(),
            theme.text3,
        );
        return None;
    }
    let mut picked = None;
    let height = measure::POPUP_ROW * measure::POPUP_ROWS.min(hits.len()) as f32;
    ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show_rows(
        ui,
        measure::POPUP_ROW,
        hits.len(),
        |ui, range| {
            for (at, hit) in hits.iter().enumerate().take(range.end).skip(range.start) {
                if row_ui(ui, view, hit, at == picker.at, there) {
                    picked = Some(hit.code);
                }
            }
            if has_moved {
                let top = ui.min_rect().top() + (picker.at as f32 - range.start as f32) * measure::POPUP_ROW;
                let row = Rect::from_min_size(pos2(ui.min_rect().left(), top), vec2(1.0, measure::POPUP_ROW));
                ui.scroll_to_rect(row, None);
            }
        },
    );
    picked
}

fn row_ui(ui: &mut Ui, view: &View<'_>, hit: &find::Hit, is_chosen: bool, there: &BTreeSet<CodeId>) -> bool {
    let theme = Theme::of(ui);
    let Some(code) = view.study.codes.get(hit.code as usize) else { return false };
    let (outer, response) = ui.allocate_exact_size(vec2(WIDTH, measure::POPUP_ROW), Sense::CLICK);
    let rect = outer.shrink2(vec2(space::XS, 0.0));
    response.widget_info(|| {
        WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, format!("{} {}", code.short, code.name))
    });
    let fill = match (is_chosen, response.hovered()) {
        (true, _) => theme.sel,
        (false, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    let swatch = Rect::from_min_size(
        pos2(rect.left() + 10.0, (rect.center().y - measure::SWATCH / 2.0).round()),
        Vec2::splat(measure::SWATCH),
    );
    let digit = |key: u8| char::from(b'0' + key.min(9));
    swatch_at(painter, swatch, theme.code(code.colour), code.digit(), theme.text);
    let mut left = swatch.right() + 10.0;
    if !code.short.is_empty() {
        let galley = Words::of(&code.short, type_scale::STRONG, theme.text).row(painter);
        painter.galley(pos2(left, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text);
        left += SHORT + space::XS;
    }
    let mut right = rect.right() - 10.0;
    if there.contains(&code.id) {
        let galley = Words::of(&view.text("coding-applied"), type_scale::CAPTION, theme.text3).row(painter);
        right -= galley.size().x;
        painter.galley(pos2(right, (rect.center().y - galley.size().y / 2.0).round()), galley, theme.text3);
    } else {
        for key in find::keys_of(view.study, hit.code).iter().rev() {
            let cap = Rect::from_min_size(pos2(right - 18.0, (rect.center().y - 9.0).round()), Vec2::splat(18.0));
            right = cap.left() - 3.0;
            let edge = Stroke::new(stroke::HAIR, theme.line2);
            painter.rect(cap, CornerRadius::same(radius::CHIP), theme.raised, edge, StrokeKind::Inside);
            painter.text(cap.center(), Align2::CENTER_CENTER, digit(*key), type_scale::CAPTION.font(), theme.text2);
        }
    }
    let (before, rest) = code.name.split_at_checked(hit.part.start).unwrap_or((&code.name, ""));
    let (part, behind) = rest.split_at_checked(hit.part.len()).unwrap_or((rest, ""));
    let name = Words::of(before, type_scale::BODY, theme.text)
        .then(part, type_scale::STRONG, theme.accent_text)
        .then(behind, type_scale::BODY, theme.text)
        .within(painter, (right - left - space::XS).max(20.0), 1);
    painter.galley(pos2(left, (rect.center().y - name.size().y / 2.0).round()), name, theme.text);
    response.clicked()
}

fn foot_ui(ui: &mut Ui, view: &View<'_>) {
    let theme = Theme::of(ui);
    let (rect, _) = ui.allocate_exact_size(vec2(WIDTH, FOOT), Sense::hover());
    hairline_h(ui.painter(), rect.x_range(), rect.top() + 3.0, theme.line);
    let inner = Rect::from_min_max(rect.min + vec2(space::M, 3.0), rect.max - vec2(space::M, 0.0));
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = 7.0;
        for (keys, words) in [
            (["↵", ""], "coding-picker-apply"),
            (["↑", "↓"], "coding-picker-choose"),
            (["Esc", ""], "coding-picker-cancel"),
        ] {
            for key in keys.into_iter().filter(|key| !key.is_empty()) {
                keycap_ui(ui, if key == "↵" { "Enter" } else { key });
            }
            label_ui(ui, Words::of(&view.text(words), type_scale::SMALL, theme.text2));
            ui.add_space(space::M);
        }
    });
}
