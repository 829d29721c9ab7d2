//! A filter as a pill: on or off, with how much it lets through.

use super::{Words, focus_ring, words::in_row};
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::domain::Direction;
use eframe::egui::{CornerRadius, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};

/// A pill in the making.
pub struct Pill<'a> {
    /// The words on it.
    pub words: &'a str,
    /// How much it lets through, behind the words; may be empty.
    pub count: &'a str,
    /// Its accessible name.
    pub name: &'a str,
    /// Marks of direction before the words.
    pub marks: &'a [Direction],
    /// Whether it is on.
    pub is_chosen: bool,
    /// The words are cut with "…" at this width, in points.
    pub most: f32,
}

impl Pill<'_> {
    /// Room beside the words: both ends, marks, count.
    pub fn room(&self, ui: &Ui) -> f32 {
        let count = Words::of(self.count, type_scale::SMALL.strong(), Theme::of(ui).text).row(ui.painter());
        let gap = if self.count.is_empty() || self.words.is_empty() { 0.0 } else { space::XS };
        2.0 * space::S + self.marks.len() as f32 * MARK + gap + count.size().x
    }

    /// Draws it.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        // The strong face is the wider one: choosing moves nothing.
        let wide = Words::of(self.words, type_scale::SMALL.strong(), theme.text).within(ui.painter(), self.most, 1);
        let size = vec2(wide.size().x + self.room(ui), measure::BUTTON_SMALL);
        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, self.is_chosen, self.name));
        let (fill, edge, ink, faint) = match (self.is_chosen, response.is_pointer_button_down_on(), response.hovered())
        {
            (true, _, _) => (theme.sel, theme.sel2, theme.accent_text, theme.accent_text),
            (false, true, _) => (theme.press, theme.line2, theme.text, theme.text2),
            (false, false, true) => (theme.hover, theme.line2, theme.text, theme.text2),
            _ => (theme.raised, theme.line2, theme.text, theme.text3),
        };
        let painter = ui.painter();
        let corner = CornerRadius::same(radius::PILL);
        painter.rect(rect, corner, fill, Stroke::new(stroke::HAIR, edge), StrokeKind::Inside);
        let step = if self.is_chosen { type_scale::SMALL.strong() } else { type_scale::SMALL };
        let mut left = rect.left() + space::S;
        for direction in self.marks {
            let middle = pos2(left + measure::MARK / 2.0, rect.center().y);
            super::mark_at(painter, middle, measure::MARK, Some(*direction), ink);
            left += MARK;
        }
        // Cut where the strong face is, so that the room before the count stays.
        let galley = Words::of(self.words, step, ink).within(painter, wide.size().x.min(self.most), 1);
        in_row(painter, rect, left, galley, ink);
        if !self.count.is_empty() {
            let galley = Words::of(self.count, step, faint).row(painter);
            in_row(painter, rect, rect.right() - space::S - galley.size().x, galley, faint);
        }
        focus_ring(ui, &response, rect, radius::PILL);
        if wide.elided || self.words != self.name { response.on_hover_text(self.name) } else { response }
    }
}

/// Room for a mark before the words, in points.
const MARK: f32 = 14.0;
