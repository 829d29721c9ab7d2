//! Going to a line: a small field that takes `45`, `45-48`, or a citation as it stands in a thesis, which opens its
//! source.

use super::CodingPlace;
use crate::analysis::lookup::{self, LookupError, reference};
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, search_field_ui};
use crate::domain::{LineNumber, Message, Say, SourceId, SourceText};
use eframe::egui::{
    Area, CornerRadius, Frame, Key, Margin, Modifiers, Order, Pos2, Role, Sense, Stroke, Ui, WidgetInfo, vec2,
};

/// Width of the field.
const WIDTH: f32 = 320.0;

/// The field while it is open.
#[derive(Default)]
pub(super) struct GoToLine {
    typed: String,
    error: Option<Message>,
    is_new: bool,
}

/// Lines to go to as soon as their text is there.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct LineWish {
    source: SourceId,
    lines: Option<(LineNumber, LineNumber)>,
}

impl CodingPlace {
    pub(super) fn open_line(&mut self) {
        self.picker = None;
        self.line = Some(GoToLine { is_new: true, ..GoToLine::default() });
    }

    /// Draws the field, where it is open, at a corner under the header.
    pub(super) fn line_ui(&mut self, ui: &Ui, view: &View<'_>, corner: Pos2) {
        let Some(mut line) = self.line.take() else { return };
        let (is_closed, is_entered) = ui.input_mut(|input| {
            let none = Modifiers::NONE;
            (input.consume_key(none, Key::Escape), input.consume_key(none, Key::Enter) && !line.is_new)
        });
        if is_closed {
            self.transcript.focus();
            return;
        }
        if is_entered {
            match self.read_line(view, &line.typed) {
                Ok(wish) => {
                    self.line_wish = Some(wish);
                    self.open_source(wish.source);
                    self.transcript.focus();
                    return;
                }
                Err(error) => line.error = Some(error),
            }
        }
        let theme = Theme::of(ui);
        let area = Area::new(ui.scope_id().with("line")).order(Order::Foreground).fixed_pos(corner);
        let shown = area.show(ui.ctx(), |ui| {
            let frame = Frame::new()
                .fill(theme.raised)
                .stroke(Stroke::new(stroke::HAIR, theme.line2))
                .corner_radius(CornerRadius::same(radius::POPUP))
                .shadow(ui.visuals().popup_shadow)
                .inner_margin(Margin::same(8));
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.spacing_mut().item_spacing.y = space::XXS;
                let hint = view.text("goto-hint");
                let field =
                    ui.allocate_ui(vec2(WIDTH, measure::BUTTON), |ui| search_field_ui(ui, &mut line.typed, &hint, ""));
                if field.inner.changed() {
                    line.error = None;
                }
                if !field.inner.has_focus() {
                    field.inner.request_focus();
                }
                let (words, ink) = match &line.error {
                    Some(error) => (view.say(error), theme.dissonance.text),
                    None => (view.text("goto-example"), theme.text3),
                };
                let galley = Words::of(&words, type_scale::SMALL, ink).wrapped(ui.painter(), WIDTH - 2.0 * space::XS);
                let (rect, response) = ui.allocate_exact_size(vec2(WIDTH, galley.size().y), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Status, true, &words));
                ui.painter().galley(rect.min + vec2(space::XS, 0.0), galley, ink);
            });
        });
        let is_away = !line.is_new
            && ui.input(|input| {
                let at = input.pointer.interact_pos();
                input.pointer.any_pressed() && at.is_some_and(|at| !shown.response.rect.contains(at))
            });
        if !is_away {
            line.is_new = false;
            self.line = Some(line);
        }
    }

    /// Where typed words lead.
    fn read_line(&self, view: &View<'_>, typed: &str) -> Result<LineWish, Message> {
        let read = reference(view.study, typed).map_err(|error| error.message())?;
        let none = || Message::new("goto-unreadable");
        let source = read.source.or(self.source).and_then(|id| view.study.source(id)).ok_or_else(none)?;
        let (_, count) = source.numbers.at(source.lines.saturating_sub(1));
        if let Some((_, last)) = read.lines.filter(|(_, last)| *last > count) {
            return Err(LookupError::BeyondLines { line: last.get(), count: count.get() }.message());
        }
        Ok(LineWish { source: source.id, lines: read.lines })
    }

    /// Selects the lines that were wished for, once their text is there.
    pub(super) fn arrive_at_line(&mut self, text: &SourceText) {
        let Some(wish) = self.line_wish.take() else { return };
        if self.source != Some(wish.source) {
            return;
        }
        let Some((first, last)) = wish.lines else { return };
        if let Ok(range) = lookup::cited_lines(text, first, last) {
            self.choose(None);
            self.transcript.select(range);
            self.transcript.reveal(range);
        }
    }
}
