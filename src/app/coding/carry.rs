//! Codes carried to words and words carried to codes. What is carried travels as a chip under the pointer; what would
//! take it is outlined; Escape lets it fall.

use super::CodingPlace;
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, radius, space, stroke, type_scale};
use crate::app::transcript::{Carried, Heard, Over};
use crate::app::view::View;
use crate::app::widgets::{CodeChip, ListRow, Words, dashed_outline, icon_at};
use crate::domain::{Code, CodeId, Message};
use eframe::egui::{
    Area, Context, CornerRadius, DragAndDrop, Frame, Id, Order, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui,
    Vec2, pos2, vec2,
};
use std::time::Duration;

/// A code that is carried.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
struct CarriedCode(CodeId);

/// Seconds that something must be held over a closed family until it opens.
const OPENS_AFTER: f64 = 0.6;
/// Letters of carried words that stand in their chip.
const LETTERS: usize = 40;
/// Icon in the chip of words, in points.
const ICON: f32 = 14.0;

/// A closed family over which something is held.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct HeldOver {
    code: CodeId,
    since: f64,
}

/// Whether a code is being carried.
pub(super) fn is_code_carried(ctx: &Context) -> bool {
    DragAndDrop::has_payload_of_type::<CarriedCode>(ctx)
}

impl CodingPlace {
    /// Draws a code's row, which can be carried and takes words.
    pub(super) fn code_row_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        commands: &mut Commands,
        row: ListRow<'_>,
        code: &Code,
    ) -> Response {
        let under = ui.painter().add(Shape::Noop);
        let response = row.ui(ui);
        let grip = response.interact(Sense::drag());
        if grip.drag_started() {
            if view.is_read_only {
                commands.send(Request::Tell(Message::new("why-read-only")));
            } else {
                DragAndDrop::set_payload(ui.ctx(), CarriedCode(code.id));
            }
        }
        if let Some(words) = DragAndDrop::payload::<Carried>(ui.ctx()).filter(|_| response.contains_pointer()) {
            let theme = Theme::of(ui);
            let rect = response.rect.shrink(1.0);
            if view.is_read_only {
                dashed_outline(ui.painter(), rect, theme.line3);
            } else {
                let corner = CornerRadius::same(radius::CONTROL);
                ui.painter().set(under, Shape::rect_filled(rect, corner, theme.sel));
                let edge = Stroke::new(stroke::FIELD, theme.focus);
                ui.painter().rect_stroke(rect, corner, edge, StrokeKind::Inside);
            }
            if ui.input(|input| input.pointer.any_released()) {
                DragAndDrop::clear_payload(ui.ctx());
                match self.source.filter(|_| !view.is_read_only) {
                    Some(source) => self.code_all(view, commands, (source, words.0), &[code.id], None),
                    None => commands.send(Request::Tell(Message::new("why-read-only"))),
                }
                self.transcript.focus();
            }
        }
        response
    }

    /// Whether something has been held over a closed family long enough to open it.
    pub(super) fn opens(&mut self, ui: &Ui, code: CodeId, response: &Response) -> bool {
        let is_over = DragAndDrop::has_any_payload(ui.ctx()) && response.contains_pointer();
        let now = ui.input(|input| input.time);
        match self.held_over {
            Some(held) if held.code == code && is_over => {
                let left = held.since + OPENS_AFTER - now;
                if left > 0.0 {
                    ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
                    return false;
                }
                self.held_over = None;
                true
            }
            Some(held) if held.code == code => {
                self.held_over = None;
                false
            }
            _ if is_over => {
                self.held_over = Some(HeldOver { code, since: now });
                ui.ctx().request_repaint_after(Duration::from_secs_f64(OPENS_AFTER));
                false
            }
            _ => false,
        }
    }

    /// Puts a code that was let go over words on them, or says why they do not take it.
    pub(super) fn hear_drop(&mut self, ui: &Ui, view: &View<'_>, heard: &Heard, commands: &mut Commands) {
        self.over = heard.over;
        if !heard.is_dropped {
            return;
        }
        let Some(code) = DragAndDrop::take_payload::<CarriedCode>(ui.ctx()) else { return };
        match (heard.over, self.source) {
            (Some(Over::Words(range)), Some(source)) => {
                self.code_all(view, commands, (source, range), &[code.0], None);
            }
            _ => commands.send(Request::Tell(Message::new("coding-select-first"))),
        }
        self.over = None;
        self.transcript.focus();
    }

    /// What is carried, under the pointer.
    pub(super) fn carried_ui(&self, ui: &Ui, view: &View<'_>) {
        let Some(pointer) = ui.ctx().pointer_latest_pos().filter(|_| DragAndDrop::has_any_payload(ui.ctx())) else {
            return;
        };
        let code = DragAndDrop::payload::<CarriedCode>(ui.ctx()).and_then(|code| view.study.code(code.0));
        let words = DragAndDrop::payload::<Carried>(ui.ctx()).and_then(|words| {
            let text = self.open(view.study).and_then(|source| view.texts.get(source))?;
            text.slice(words.0).map(beginning)
        });
        if code.is_none() && words.is_none() {
            return;
        }
        let area = Area::new(Id::unique("coding-carried")).order(Order::Tooltip).interactable(false);
        area.fixed_pos(pointer + vec2(space::S, space::XS)).show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            let shadow = ui.style().visuals.popup_shadow;
            let frame = Frame::new().fill(theme.raised).shadow(shadow).corner_radius(CornerRadius::same(radius::CHIP));
            frame.show(ui, |ui| match (code, words) {
                (Some(code), _) => {
                    let look = theme.code(code.colour);
                    CodeChip { look, short: &code.short, name: &code.name, direction: None }.ui(ui);
                }
                (None, Some(words)) => words_chip_ui(ui, &words),
                (None, None) => {}
            });
        });
    }
}

/// The beginning of carried words, in quotation marks.
fn beginning(words: &str) -> String {
    let line = words.split_whitespace().take(LETTERS).collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LETTERS) {
        Some((at, _)) => format!("“{}…”", line[..at].trim_end()),
        None => format!("“{line}”"),
    }
}

fn words_chip_ui(ui: &mut Ui, words: &str) {
    let theme = Theme::of(ui);
    let galley = Words::of(words, type_scale::SMALL, theme.text).row(ui.painter());
    let size = vec2(galley.size().x + ICON + space::ICON_GAP + 2.0 * space::XS, galley.size().y + space::XS);
    let (rect, _) = ui.allocate_exact_size(size, Sense::hover());
    let left = rect.left() + space::XS;
    let icon = Rect::from_center_size(pos2(left + ICON / 2.0, rect.center().y), Vec2::splat(ICON));
    icon_at(ui.painter(), icon.center(), icons::QUOTES, ICON, theme.text2);
    let corner = pos2(icon.right() + space::ICON_GAP, (rect.center().y - galley.size().y / 2.0).round());
    ui.painter().galley(corner, galley, theme.text);
}
