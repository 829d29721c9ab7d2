//! The field in which a summary or a conclusion is written, over the cell it belongs to. It is written when the field is
//! left or Ctrl+Enter is pressed; Escape gives back what stood there.

use crate::app::theme::{Theme, radius, space, stroke, type_scale};
use crate::domain::{CellKey, RowKey};
use eframe::egui::{
    CornerRadius, Frame, Id, Key, Margin, Modifiers, Rect, RichText, Role, ScrollArea, Stroke, StrokeKind, TextEdit,
    Ui, UiBuilder, WidgetInfo, vec2,
};

/// Least height of the field, in points.
const LEAST: f32 = 96.0;
/// Most height of the field, in points; longer words scroll.
const MOST: f32 = 320.0;
/// About how wide a letter is, in points; the field scrolls where it was wider.
const LETTER: f32 = 7.0;
/// Least width of the field, in points.
const NARROW: f32 = 236.0;

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Noted {
    /// What a column says in a row.
    Summary(CellKey),
    /// The conclusion of a row.
    Conclusion(RowKey),
}

/// Words being written.
pub struct Editor {
    /// What they are.
    pub noted: Noted,
    words: String,
    before: String,
    name: String,
    hint: String,
    wants_focus: bool,
}

/// How a field was left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    /// The words are kept.
    Kept,
    /// What stood there stays; by a key, so that the focus goes back to the cell.
    Dropped,
    /// The words are kept, by a key.
    KeptByKey,
}

impl Editor {
    /// A field that holds `before`; `name` is its accessible name.
    pub fn new(noted: Noted, before: &str, name: String, hint: String) -> Self {
        Self { noted, words: before.to_owned(), before: before.to_owned(), name, hint, wants_focus: true }
    }

    /// The words, where they differ from what stood there.
    pub fn written(self) -> Option<(Noted, String)> {
        (self.words.trim() != self.before.trim()).then(|| (self.noted, self.words.trim().to_owned()))
    }

    /// Draws the field over a cell, within `room`. How it was left, if it was just now.
    pub fn ui(&mut self, ui: &mut Ui, cell: Rect, room: Rect) -> Option<Left> {
        let theme = Theme::of(ui);
        let width = cell.width().max(NARROW).min(room.width());
        let rows = (self.words.chars().count() as f32 * LETTER / width).ceil() + 1.0;
        let wanted = cell.height().max(rows * type_scale::BODY.line + space::M).clamp(LEAST, MOST);
        let size = vec2(width, wanted.min(room.height()));
        let most = room.max - size;
        let corner = cell.min.max(room.min).min(most.max(room.min));
        let rect = Rect::from_min_size(corner, size);
        let id = Id::unique("board editor");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let is_sent = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(radius::CONTROL), theme.field);
        let font = type_scale::BODY.font();
        let response = ui
            .scope_builder(UiBuilder::new().max_rect(rect.shrink(2.0)).id_salt("board editor"), |ui| {
                ScrollArea::vertical().auto_shrink(false).id_salt("board editor").show(ui, |ui| {
                    ui.add(
                        TextEdit::multiline(&mut self.words)
                            .id(id)
                            .font(font.clone())
                            .text_color(theme.text)
                            .hint_text(RichText::new(&self.hint).color(theme.text3).font(font))
                            .frame(Frame::new().inner_margin(Margin::from(vec2(space::S, space::XS))))
                            .desired_rows(3)
                            .desired_width(f32::INFINITY),
                    )
                })
            })
            .inner
            .inner;
        response.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, true, &self.name));
        let edge = Stroke::new(stroke::FIELD, theme.focus);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::CONTROL), edge, StrokeKind::Inside);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
            return None;
        }
        // Escape takes the focus away before anybody else hears of it.
        let is_left = response.lost_focus();
        let is_dropped = is_left && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        match (is_dropped, is_sent, is_left) {
            (true, ..) => Some(Left::Dropped),
            (_, true, _) => Some(Left::KeptByKey),
            (.., true) => Some(Left::Kept),
            _ => None,
        }
    }
}
