//! Beside the words: a stripe a coding in its lane, and labels in a column that only ever move down.

use super::columns::{Columns, LABEL_STEP, LANE_STEP, STRIPE, STRIPE_WIDE};
use super::marks::Mark;
use super::sheet::{Heard, Look, Shown, Transcript};
use crate::app::theme::{CodeLook, Theme, measure, radius, type_scale};
use crate::app::widgets::{direction_key, mark_at};
use crate::domain::{CharOffset, CharRange, CodingId, Message};
use eframe::egui::{Align2, CornerRadius, CursorIcon, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// What a stripe leaves free at both ends, so that stripes of neighbouring rows do not touch.
const INSET: f32 = 3.0;
/// From a label to its mark.
const MARK_GAP: f32 = 5.0;

/// Where labels of a block go: each at its own row or below the one before, the rest counted.
pub(super) fn stack(wanted: &[f32], free_from: f32, until: f32) -> (Vec<f32>, usize) {
    let mut places = Vec::with_capacity(wanted.len());
    let mut free = free_from;
    for (at, wish) in wanted.iter().enumerate() {
        let place = wish.max(free);
        let is_last = at + 1 == wanted.len();
        if place > until && place > *wish
            || !is_last && place + LABEL_STEP > until && wanted.len() - at > 2 && place > *wish
        {
            return (places, wanted.len() - at);
        }
        places.push(place);
        free = place + LABEL_STEP;
    }
    (places, 0)
}

impl Transcript {
    /// Draws stripes and labels of what is in sight.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what is heard")]
    pub(super) fn margin_ui(
        &self,
        ui: &mut Ui,
        look: &Look<'_>,
        looks: &[CodeLook],
        columns: &Columns,
        shown: &[Shown],
        hovered: Option<CodingId>,
        heard: &mut Heard,
    ) {
        let (Some(first), Some(last)) = (shown.first(), shown.last()) else { return };
        let list = self.blocks.list();
        let (Some(start), Some(end)) = (list.get(first.at), list.get(last.at)) else { return };
        let sight = CharRange { start: start.words.start, end: end.words.end };
        let marks: Vec<(usize, &Mark)> =
            self.marks.touching(sight).filter_map(|at| self.marks.list().get(at).map(|mark| (at, mark))).collect();
        let hovered = hovered.or_else(|| self.stripe_under(ui, columns, shown, &marks));
        self.stripes(ui, look, looks, columns, shown, &marks, hovered, heard);
        if columns.has_labels() {
            self.labels(ui, look, columns, shown, &marks, hovered, heard);
        }
    }

    fn stripe_rect(&self, columns: &Columns, shown: &[Shown], at: usize, mark: &Mark) -> Option<Rect> {
        let lane = self.marks.lane(at)?;
        let row = |position: CharOffset| {
            let block = self.blocks.at(position);
            let found = shown.iter().find(|shown| shown.at == block)?;
            let (top, bottom) = found.laid.row_at(self.blocks.local(block, position));
            Some((found.corner.y + top, found.corner.y + bottom))
        };
        let top = row(mark.range.start).map_or(columns.page.top() - LABEL_STEP, |(top, _)| top + INSET);
        let last = CharOffset::new(mark.range.end.get() - 1);
        let bottom = row(last).map_or(columns.page.bottom() + LABEL_STEP, |(_, bottom)| bottom - INSET);
        let left = columns.lanes + f32::from(lane) * LANE_STEP;
        Some(Rect::from_min_max(pos2(left, top), pos2(left + STRIPE, bottom)))
    }

    fn stripe_under(&self, ui: &Ui, columns: &Columns, shown: &[Shown], marks: &[(usize, &Mark)]) -> Option<CodingId> {
        let pointer = ui.input(|input| input.pointer.hover_pos())?;
        if pointer.x < columns.lanes - 2.0 || pointer.x > columns.label.min || !ui.clip_rect().contains(pointer) {
            return None;
        }
        let reach = vec2((LANE_STEP - STRIPE) / 2.0, 0.0);
        marks
            .iter()
            .find(|(at, mark)| {
                self.stripe_rect(columns, shown, *at, mark).is_some_and(|rect| rect.expand2(reach).contains(pointer))
            })
            .map(|(_, mark)| mark.coding)
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what is heard")]
    fn stripes(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        looks: &[CodeLook],
        columns: &Columns,
        shown: &[Shown],
        marks: &[(usize, &Mark)],
        hovered: Option<CodingId>,
        heard: &mut Heard,
    ) {
        let theme = Theme::of(ui);
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let is_clicked = ui.input(|input| input.pointer.primary_clicked());
        for (at, mark) in marks {
            let Some(rect) = self.stripe_rect(columns, shown, *at, mark) else { continue };
            if !rect.intersects(ui.clip_rect()) {
                continue;
            }
            let is_wide = Some(mark.coding) == look.chosen || Some(mark.coding) == hovered;
            let rect = if is_wide { rect.expand2(vec2((STRIPE_WIDE - STRIPE) / 2.0, 0.0)) } else { rect };
            let colour = looks.get(usize::from(mark.ink)).map_or(theme.line3, |look| look.stripe);
            ui.painter().rect_filled(rect, CornerRadius::same(radius::BAND), colour);
            let reach = rect.expand2(vec2((LANE_STEP - STRIPE) / 2.0, 0.0));
            if let Some(pointer) = pointer.filter(|pointer| reach.contains(*pointer) && ui.rect_contains_pointer(reach))
            {
                ui.set_cursor_icon(CursorIcon::PointingHand);
                if is_clicked && ui.clip_rect().contains(pointer) {
                    heard.picked = Some(mark.coding);
                    heard.is_unpicked = false;
                }
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what is heard")]
    fn labels(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        columns: &Columns,
        shown: &[Shown],
        marks: &[(usize, &Mark)],
        hovered: Option<CodingId>,
        heard: &mut Heard,
    ) {
        let theme = Theme::of(ui);
        let mut free = f32::NEG_INFINITY;
        let mut next = 0;
        for block in shown {
            let Some(range) =
                self.blocks.list().get(block.at).map(|here| CharRange { start: here.start, end: here.words.end })
            else {
                continue;
            };
            while marks.get(next).is_some_and(|(_, mark)| mark.range.start < range.start) {
                next += 1;
            }
            let mine: Vec<&Mark> = marks[next..]
                .iter()
                .take_while(|(_, mark)| mark.range.start < range.end)
                .map(|(_, mark)| *mark)
                .collect();
            next += mine.len();
            let wanted: Vec<f32> = mine
                .iter()
                .map(|mark| {
                    let (top, bottom) = block.laid.row_at(self.blocks.local(block.at, mark.range.start));
                    block.corner.y + (top + bottom) / 2.0
                })
                .collect();
            let until = block.bottom() + LABEL_STEP / 2.0;
            let (places, more) = stack(&wanted, free, until);
            for (mark, y) in mine.iter().zip(&places) {
                free = y + LABEL_STEP;
                self.label_ui(ui, look, columns, mark, *y, hovered, heard);
            }
            if more > 0 {
                let y =
                    places.last().map_or_else(|| wanted.first().copied().unwrap_or(free).max(free), |y| y + LABEL_STEP);
                free = y + LABEL_STEP;
                let at = pos2(columns.label.min, y);
                ui.painter().text(at, Align2::LEFT_CENTER, format!("+{more}"), type_scale::CAPTION.font(), theme.text3);
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what is heard")]
    fn label_ui(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        columns: &Columns,
        mark: &Mark,
        y: f32,
        hovered: Option<CodingId>,
        heard: &mut Heard,
    ) {
        let Some(ink) = self.marks.ink(mark.ink) else { return };
        let page = columns.page;
        if y < page.top() - LABEL_STEP || y > page.bottom() + LABEL_STEP {
            return;
        }
        let theme = Theme::of(ui);
        let rect = Rect::from_min_max(
            pos2(columns.label.min - 4.0, y - LABEL_STEP / 2.0),
            pos2(page.right() - 2.0, y + LABEL_STEP / 2.0),
        );
        let response = ui.interact(rect, ui.scope_id().with(("label", mark.coding.uuid())), Sense::CLICK);
        let is_strong = Some(mark.coding) == look.chosen || Some(mark.coding) == hovered || response.hovered();
        response.widget_info(|| {
            let line = self.text.as_ref().map_or(1, |text| text.line_of(mark.range.start).get());
            let key = if ink.takes_direction { "coding-label-directed" } else { "coding-label" };
            let direction = look.catalog.text(direction_key(mark.direction));
            let message =
                Message::new(key).with("code", ink.label.as_str()).with("line", line).with("direction", direction);
            WidgetInfo::labeled(Role::Button, true, look.catalog.say(&message))
        });
        if response.clicked() {
            heard.picked = Some(mark.coding);
            heard.is_unpicked = false;
        }
        let step = if is_strong { type_scale::CAPTION.strong() } else { type_scale::CAPTION };
        let colour = if is_strong { theme.text } else { theme.text2 };
        let galley = ui.painter().layout_no_wrap(ink.label.clone(), step.font(), colour);
        let width = galley.size().x;
        let corner = pos2(columns.label.min, (y - galley.size().y / 2.0).round());
        ui.painter().galley(corner, galley, colour);
        if ink.takes_direction {
            let centre = pos2(columns.label.min + width + MARK_GAP + measure::MARK / 2.0, y);
            mark_at(ui.painter(), centre, measure::MARK, mark.direction, colour);
        }
        response.on_hover_cursor(CursorIcon::PointingHand);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn labels_move_down_and_never_up() {
        assert_eq!(stack(&[10.0, 12.0, 60.0], f32::NEG_INFINITY, 90.0), (vec![10.0, 27.0, 60.0], 0));
        assert_eq!(stack(&[10.0], 20.0, 90.0), (vec![20.0], 0));
        let crowded = stack(&[10.0; 9], f32::NEG_INFINITY, 40.0);
        assert_eq!(crowded.0.len() + crowded.1, 9);
        assert!(crowded.1 > 1, "one label left over is shown, not counted: {crowded:?}");
    }

    proptest! {
        #[test]
        fn labels_keep_their_distance(mut wanted in proptest::collection::vec(0.0_f32..300.0, 0..20), free in 0.0_f32..50.0) {
            wanted.sort_by(f32::total_cmp);
            let (places, more) = stack(&wanted, free, 320.0);
            prop_assert_eq!(places.len() + more, wanted.len());
            for (place, wish) in places.iter().zip(&wanted) {
                prop_assert!(place >= wish);
            }
            for pair in places.windows(2) {
                prop_assert!(pair[1] - pair[0] >= LABEL_STEP - 0.01);
            }
        }
    }
}
