//! A quotation as a chip: its direction and where it stands. A click reads it in its context; the cross takes it away.

use super::measures;
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, direction_key, focus_ring, icon_at, mark_at};
use crate::domain::{Direction, Message};
use eframe::egui::{CornerRadius, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// A chip in the making.
pub(super) struct Cited<'a> {
    /// What it says; the outer nothing shows no mark.
    pub(super) mark: Option<Option<Direction>>,
    /// Where it stands (`G1 b.30`).
    pub(super) citation: &'a str,
    /// Its words, said under the pointer.
    pub(super) words: &'a str,
    /// Whether it has a cross.
    pub(super) is_removable: bool,
}

/// What happened to a chip.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) struct Heard {
    /// It was pressed.
    pub(super) is_opened: bool,
    /// Its cross was pressed.
    pub(super) is_removed: bool,
}

/// Room of the cross.
const CROSS: f32 = 20.0;

impl Cited<'_> {
    /// Draws it.
    pub(super) fn ui(self, ui: &mut Ui, view: &View<'_>) -> Heard {
        let theme = Theme::of(ui);
        let galley = Words::of(self.citation, type_scale::SMALL, theme.text2).row(ui.painter());
        let mark = self.mark.map_or(0.0, |_| measure::MARK + 5.0);
        let cross = if self.is_removable { CROSS } else { 0.0 };
        let size = vec2(galley.size().x + mark + 14.0 + cross, measure::CHIP);
        let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
        let body = Rect::from_min_max(whole.min, pos2(whole.right() - cross, whole.bottom()));
        let id = ui.next_auto_id();
        ui.skip_ahead_auto_ids(2);
        let response = ui.interact(body, id.with("chip"), Sense::click());
        let name = match self.mark {
            Some(direction) => format!("{}, {}", self.citation, view.text(direction_key(direction))),
            None => self.citation.to_owned(),
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
        let fill = if response.hovered() { theme.press } else { theme.hover };
        let painter = ui.painter();
        painter.rect_filled(whole, CornerRadius::same(radius::CHIP), fill);
        let mut left = whole.left() + 7.0;
        if let Some(direction) = self.mark {
            let middle = pos2(left + measure::MARK / 2.0, whole.center().y);
            mark_at(painter, middle, measure::MARK, direction, theme.text);
            left += mark;
        }
        let top = (whole.center().y - galley.size().y / 2.0).round();
        painter.galley(pos2(left, top), galley, theme.text2);
        let mut heard = Heard { is_opened: response.clicked(), is_removed: false };
        focus_ring(ui, &response, body, radius::CHIP);
        response.on_hover_text(self.words);
        if self.is_removable {
            let area = Rect::from_min_max(pos2(body.right(), whole.top()), whole.max);
            let cross = ui.interact(area, id.with("cross"), Sense::click());
            let remove = view.say(&Message::new("role-unlink").with("citation", self.citation));
            cross.widget_info(|| WidgetInfo::labeled(Role::Button, true, &remove));
            let ink = if cross.hovered() { theme.text } else { theme.text3 };
            let middle = pos2(area.center().x - space::XXS / 2.0, area.center().y);
            icon_at(ui.painter(), middle, icons::X, measures::CROSS, ink);
            focus_ring(ui, &cross, area.shrink(1.0), radius::CHIP);
            heard.is_removed = cross.clicked();
        }
        heard
    }
}

/// A button that shows what a quotation says about a claim; whether it was pressed to say something else.
pub(in crate::app) fn mark_button_ui(
    ui: &mut Ui,
    view: &View<'_>,
    direction: Option<Direction>,
    citation: &str,
) -> bool {
    let theme = Theme::of(ui);
    let is_open = !view.is_read_only;
    let sense = if is_open { Sense::click() } else { Sense::hover() };
    let (rect, response) = ui.allocate_exact_size(vec2(measure::BUTTON_SMALL, measure::BUTTON_SMALL), sense);
    let name = Message::new("finding-direction").with("citation", citation);
    let name = view.say(&name.with("direction", view.text(direction_key(direction))));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, is_open, &name));
    if response.hovered() && is_open {
        ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL), theme.hover);
    }
    mark_at(ui.painter(), rect.center(), measure::MARK_CONTROL, direction, theme.text);
    focus_ring(ui, &response, rect.shrink(2.0), radius::CONTROL);
    response.on_hover_text(&name).clicked()
}

/// The direction that follows another one in the round of all.
pub(in crate::app) const fn next(direction: Option<Direction>) -> Option<Direction> {
    match direction {
        None => Some(Direction::Supports),
        Some(Direction::Supports) => Some(Direction::Partly),
        Some(Direction::Partly) => Some(Direction::Weakens),
        Some(Direction::Weakens) => Some(Direction::Context),
        Some(Direction::Context) => None,
    }
}

/// The mark of a direction as a letter, for lists of plain words.
pub(super) const fn mark_words(mark: Option<Option<Direction>>) -> &'static str {
    match mark {
        Some(Some(Direction::Supports)) => "▲",
        Some(Some(Direction::Partly)) => "◐",
        Some(Some(Direction::Weakens)) => "▼",
        Some(Some(Direction::Context)) => "◇",
        Some(None) => "○",
        None => "",
    }
}
