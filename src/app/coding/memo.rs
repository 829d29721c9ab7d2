//! The memo of the chosen coding: typed here, written when the field is left or Ctrl+Enter is pressed.

use crate::app::commands::{Commands, Request};
use crate::app::theme::{Theme, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui};
use crate::domain::{CodingId, MemoHost};
use eframe::egui::{
    CornerRadius, Frame, Key, Margin, Modifiers, Role, Stroke, StrokeKind, TextEdit, Ui, WidgetInfo, vec2,
};

/// Above and below the words of the field.
const FIELD_Y: f32 = 6.0;
/// Rows of an empty field.
const ROWS: usize = 3;

/// A memo being written.
#[derive(Default)]
pub(super) struct Draft {
    host: Option<CodingId>,
    words: String,
    /// What the project holds, as far as the field knows.
    written: String,
    /// What was typed for other codings and has not been seen in the project yet; kept, because writing may fail.
    unlanded: Vec<(CodingId, String)>,
    /// Whether the field is to take the focus.
    pub(super) wants_focus: bool,
}

impl Draft {
    /// Turns to another coding; what was typed for the one before is written.
    pub(super) fn turn_to(&mut self, view: &View<'_>, commands: &mut Commands, host: Option<CodingId>) {
        let memo_of = |host| view.study.memo_of(MemoHost::Coding(host)).map_or("", |memo| memo.text.as_str());
        if self.host != host {
            self.write(commands);
            if let Some(left) = self.host.filter(|_| self.is_unwritten()) {
                self.unlanded.push((left, self.words.clone()));
            }
            self.host = host;
            self.written = host.map_or_else(String::new, |host| memo_of(host).to_owned());
            let kept = self.unlanded.iter().position(|(left, _)| Some(*left) == host);
            self.words = kept.map_or_else(|| self.written.clone(), |at| self.unlanded.remove(at).1);
        }
        self.unlanded.retain(|(left, words)| view.study.coding(*left).is_some() && memo_of(*left) != words.trim_end());
        let Some(host) = host else { return };
        let known = memo_of(host);
        if known != self.written {
            // Changed elsewhere (undone, for one): what is being typed stays, what is not follows.
            if !self.is_unwritten() {
                known.clone_into(&mut self.words);
            }
            known.clone_into(&mut self.written);
        }
    }

    /// Whether the project does not hold what stands in the field: it is being typed, is on its way, or was refused.
    fn is_unwritten(&self) -> bool {
        self.words.trim_end() != self.written.trim_end()
    }

    /// Sends off what has been typed, where it differs from what the project holds. It stays in the field until the
    /// project holds it, so that a refusal loses nothing.
    pub(super) fn write(&self, commands: &mut Commands) {
        if let Some(host) = self.host.filter(|_| self.is_unwritten()) {
            commands.send(Request::WriteMemo(MemoHost::Coding(host), self.words.trim_end().to_owned()));
        }
    }

    /// Draws the field and, under it, who wrote the memo when.
    pub(super) fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let Some(host) = self.host else { return };
        let theme = Theme::of(ui);
        let name = view.text("coding-memo");
        let hint = view.text("coding-memo-hint");
        let font = type_scale::BODY.font();
        let frame = Frame::new()
            .fill(theme.field)
            .stroke(Stroke::new(stroke::HAIR, theme.line))
            .corner_radius(CornerRadius::same(radius::CONTROL))
            .inner_margin(Margin::from(vec2(space::XS, FIELD_Y)));
        let id = ui.scope_id().with("memo");
        let has_focus = ui.memory(|memory| memory.has_focus(id));
        let is_sent = has_focus && ui.input_mut(|input| input.consume_key(Modifiers::COMMAND, Key::Enter));
        // What was refused can still be copied from the field.
        let is_open = !view.is_read_only || self.is_unwritten();
        let response = ui.add_enabled(
            is_open,
            TextEdit::multiline(&mut self.words)
                .id(id)
                .font(font.clone())
                .text_color(theme.text)
                .hint_text(eframe::egui::RichText::new(hint).color(theme.text3).font(font))
                .frame(frame)
                .desired_rows(ROWS)
                .desired_width(f32::INFINITY),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::MultilineTextInput, is_open, &name));
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        if response.has_focus() {
            let edge = Stroke::new(stroke::FIELD, theme.focus);
            ui.painter().rect_stroke(response.rect, CornerRadius::same(radius::CONTROL), edge, StrokeKind::Inside);
        }
        if response.lost_focus() || is_sent {
            self.write(commands);
        }
        if self.is_unwritten() {
            ui.add_space(space::XXS);
            label_ui(ui, Words::of(&view.text("coding-memo-unwritten"), type_scale::CAPTION, theme.text3));
        } else if let Some(memo) = view.study.memo_of(MemoHost::Coding(host)) {
            ui.add_space(space::XXS);
            let facts = format!("{} · {}", memo.author, view.catalog.moment(memo.changed));
            label_ui(ui, Words::of(&facts, type_scale::CAPTION, theme.text3));
        }
    }
}
