//! Beside the words: a stripe a coding in its lane, and labels in a column that only ever move down. Where
//! everything stands is found first, so that what is under the pointer is known before the words are
//! painted, whichever of the two it is.

use super::columns::{Columns, LABEL_STEP, LANE_STEP, STRIPE, STRIPE_WIDE};
use super::heard::Heard;
use super::marks::Mark;
use super::sheet::{Look, Shown, Transcript};
use crate::app::icons;
use crate::app::theme::{CodeLook, Theme, measure, radius, type_scale};
use crate::app::widgets::{Words, direction_key, icon_at, mark_at};
use crate::domain::{CharOffset, CharRange, CodingId, Message};
use eframe::egui::{CornerRadius, CursorIcon, Id, Rect, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// What a stripe leaves free at both ends, so that stripes of neighbouring rows do not touch.
const INSET: f32 = 3.0;
/// From a label to its mark, and from one mark to the next.
const MARK_GAP: f32 = 5.0;
/// A label up to this width is never cut for what stands behind it.
const LABEL_SHORT: f32 = 40.0;
/// The edge of another coder's stripe.
const HOLLOW: f32 = 1.0;
/// The mark of a key quotation.
const KEY: f32 = 11.0;
/// Codings behind a count that can be gone through.
pub(super) const COUNTED: usize = 512;
/// Codes that are named where some are only counted.
const NAMED: usize = 12;

/// A coding's name beside the words.
struct Label {
    /// Its place in the list of marks.
    at: usize,
    rect: Rect,
    /// Whether it is the first of its segment, which says what is said of the segment once.
    is_first: bool,
}

/// What could not be shown, counted.
pub(super) struct More {
    rect: Rect,
    /// Places in the list of marks.
    marks: Vec<usize>,
    count: usize,
}

/// Where stripes and labels stand in this frame.
#[derive(Default)]
pub(super) struct Margin {
    stripes: Vec<(usize, Rect)>,
    labels: Vec<Label>,
    more: Vec<More>,
}

/// Where labels of a block go: each at its own row or below the one before, the rest counted. `wanted` gives
/// the middles of the rows of `count` labels from the top.
pub(super) fn stack(
    mut wanted: impl FnMut(usize) -> f32,
    count: usize,
    free_from: f32,
    until: f32,
) -> (Vec<f32>, usize) {
    let mut places = Vec::new();
    let mut free = free_from;
    for at in 0..count {
        let wish = wanted(at);
        let place = wish.max(free);
        let is_pushed = place > wish;
        let is_last = at + 1 == count;
        let leaves_two = !is_last && place + LABEL_STEP > until && count - at > 2;
        if is_pushed && (place > until || leaves_two) {
            return (places, count - at);
        }
        places.push(place);
        free = place + LABEL_STEP;
    }
    (places, 0)
}

impl Transcript {
    /// Finds the places of stripes and labels of what is in sight.
    pub(super) fn margin(&self, columns: &Columns, shown: &[Shown], chosen: Option<CodingId>) -> Margin {
        let mut margin = Margin::default();
        let list = self.blocks.list();
        let ends = shown.first().zip(shown.last()).and_then(|(a, b)| list.get(a.at).zip(list.get(b.at)));
        let Some((start, end)) = ends else { return margin };
        let sight = CharRange { start: start.words.start, end: end.words.end };
        margin.stripes = self
            .marks
            .touching(sight)
            .filter_map(|at| Some((at, self.stripe_rect(columns, shown, at)?)))
            .filter(|(_, rect)| rect.intersects(columns.page))
            .collect();
        if columns.has_labels() {
            let mut free = f32::NEG_INFINITY;
            for block in shown {
                self.stack_labels(&mut margin, columns, block, &mut free, chosen);
            }
        }
        margin
    }

    fn stripe_rect(&self, columns: &Columns, shown: &[Shown], at: usize) -> Option<Rect> {
        let lane = self.marks.lane(at)?;
        let mark = self.marks.list().get(at)?;
        let row = |position: CharOffset| {
            let block = self.blocks.at(position);
            let found = shown.get(block.checked_sub(shown.first()?.at)?)?;
            let (top, bottom) = found.laid.row_at(self.blocks.local(block, position));
            Some((found.corner.y + top, found.corner.y + bottom))
        };
        let top = row(mark.range.start).map_or(columns.page.top() - LABEL_STEP, |(top, _)| top + INSET);
        let last = CharOffset::new(mark.range.end.get() - 1);
        let bottom = row(last).map_or(columns.page.bottom() + LABEL_STEP, |(_, bottom)| bottom - INSET);
        let left = columns.lanes + f32::from(lane) * LANE_STEP;
        Some(Rect::from_min_max(pos2(left, top), pos2(left + STRIPE, bottom)))
    }

    fn stack_labels(
        &self,
        margin: &mut Margin,
        columns: &Columns,
        block: &Shown,
        free: &mut f32,
        chosen: Option<CodingId>,
    ) {
        let Some(here) = self.blocks.list().get(block.at) else { return };
        let mine = self.marks.starting_in(CharRange { start: here.start, end: here.words.end });
        let list = &self.marks.list()[mine.clone()];
        let wanted = |at: usize| {
            let (top, bottom) = block.laid.row_at(self.blocks.local(block.at, list[at].range.start));
            block.corner.y + (top + bottom) / 2.0
        };
        let until = block.bottom() + LABEL_STEP / 2.0;
        let (places, more) = stack(wanted, list.len(), *free, until);
        let mut ats: Vec<usize> = mine.clone().take(places.len()).collect();
        // The chosen coding says its name, whoever has to make room.
        let chosen_at = mine.clone().find(|at| Some(self.marks.list()[*at].coding) == chosen);
        if let (Some(at), Some(last)) = (chosen_at.filter(|at| !ats.contains(at)), ats.last_mut()) {
            *last = at;
        }
        let y_rect = |y: f32| {
            let half = LABEL_STEP / 2.0;
            Rect::from_min_max(pos2(columns.label.min - 4.0, y - half), pos2(columns.label.max + 2.0, y + half))
        };
        let is_seen = |y: f32| y > columns.page.top() - LABEL_STEP && y < columns.page.bottom() + LABEL_STEP;
        let mut before = None;
        for (at, y) in ats.iter().zip(&places) {
            *free = y + LABEL_STEP;
            let segment = self.marks.list()[*at].segment;
            if is_seen(*y) {
                margin.labels.push(Label { at: *at, rect: y_rect(*y), is_first: before != Some(segment) });
            }
            before = Some(segment);
        }
        if more > 0 {
            let y = places.last().map_or_else(|| if list.is_empty() { *free } else { wanted(0).max(*free) }, |_| *free);
            *free = y + LABEL_STEP;
            if is_seen(y) {
                let marks = mine.filter(|at| !ats.contains(at)).take(COUNTED).collect();
                margin.more.push(More { rect: y_rect(y), marks, count: more });
            }
        }
    }

    /// The coding whose stripe or label is under the pointer.
    pub(super) fn beside_pointer(&self, ui: &Ui, columns: &Columns, margin: &Margin) -> Option<CodingId> {
        let pointer = ui.input(|input| input.pointer.hover_pos())?;
        if pointer.x < columns.lanes - LANE_STEP || !columns.page.contains(pointer) || self.is_dragging {
            return None;
        }
        let label = margin.labels.iter().find(|label| label.rect.contains(pointer)).map(|label| label.at);
        let at = label.or_else(|| {
            let reach = vec2((LANE_STEP - STRIPE) / 2.0, 0.0);
            margin.stripes.iter().find(|(_, rect)| rect.expand2(reach).contains(pointer)).map(|(at, _)| *at)
        })?;
        self.marks.list().get(at).map(|mark| mark.coding)
    }

    /// Draws stripes and labels and hears them.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what is heard")]
    pub(super) fn margin_ui(
        &self,
        ui: &mut Ui,
        look: &Look<'_>,
        looks: &[CodeLook],
        columns: &Columns,
        margin: &Margin,
        hovered: Option<CodingId>,
        heard: &mut Heard,
    ) {
        for (at, rect) in &margin.stripes {
            self.stripe_ui(ui, look, looks, *at, *rect, hovered, heard);
        }
        for label in &margin.labels {
            self.label_ui(ui, look, columns, label, hovered, heard);
        }
        for more in &margin.more {
            self.more_ui(ui, look, more, ui.scope_id().with(("more", more.marks.first().copied())), heard);
        }
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what is heard")]
    fn stripe_ui(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        looks: &[CodeLook],
        at: usize,
        rect: Rect,
        hovered: Option<CodingId>,
        heard: &mut Heard,
    ) {
        let Some(mark) = self.marks.list().get(at) else { return };
        let is_wide = Some(mark.coding) == look.chosen || Some(mark.coding) == hovered;
        let wide = if is_wide { rect.expand2(vec2((STRIPE_WIDE - STRIPE) / 2.0, 0.0)) } else { rect };
        let colour = looks.get(usize::from(mark.ink)).map_or(Theme::of(ui).line3, |look| look.stripe);
        ui.painter().rect_filled(wide, CornerRadius::same(radius::BAND), colour);
        if mark.coder.is_some_and(|at| self.marks.coder(at).is_some()) {
            // What another has coded is hollow.
            ui.painter().rect_filled(wide.shrink(HOLLOW), CornerRadius::ZERO, Theme::of(ui).page);
        }
        let reach = rect.expand2(vec2((LANE_STEP - STRIPE) / 2.0, 0.0));
        // Only the stripe under the pointer is worth a widget.
        if Some(mark.coding) != hovered || !ui.rect_contains_pointer(reach) {
            return;
        }
        let response = ui.interact(reach, ui.scope_id().with(("stripe", mark.coding.uuid())), Sense::HOVER);
        if ui.input(|input| input.pointer.primary_clicked()) {
            heard.picked = Some(mark.coding);
            heard.is_unpicked = false;
        }
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(self.facts_of(look, mark));
    }

    fn label_ui(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        columns: &Columns,
        label: &Label,
        hovered: Option<CodingId>,
        heard: &mut Heard,
    ) {
        let Some(mark) = self.marks.list().get(label.at) else { return };
        let Some(ink) = self.marks.ink(mark.ink) else { return };
        let theme = Theme::of(ui);
        let response = ui.interact(label.rect, ui.scope_id().with(("label", mark.coding.uuid())), Sense::CLICK);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, self.name_of(look, mark)));
        let is_chosen = Some(mark.coding) == look.chosen;
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_selected(is_chosen);
            node.set_description(self.facts_of(look, mark));
        });
        if response.clicked() {
            heard.picked = Some(mark.coding);
            heard.is_unpicked = false;
        }
        let is_strong = is_chosen || Some(mark.coding) == hovered || response.hovered();
        let step = if is_strong { type_scale::CAPTION.strong() } else { type_scale::CAPTION };
        let colour = if is_strong { theme.text } else { theme.text2 };
        let painter = ui.painter();
        // A short label stays whole; who coded and what is a key quotation give way to it, a long label to them.
        let coder = mark.coder.and_then(|at| self.marks.coder(at));
        let coder = coder.map(|coder| Words::of(&coder.initials, type_scale::CAPTION, theme.text3).row(painter));
        let whole = Words::of(&ink.label, step, colour).row(painter).size().x.min(LABEL_SHORT);
        let direction_room = if ink.takes_direction { MARK_GAP + measure::MARK } else { 0.0 };
        let mut room = columns.label.span() - direction_room;
        let coder = coder.filter(|coder| room - MARK_GAP - coder.size().x >= whole);
        room -= coder.as_ref().map_or(0.0, |coder| MARK_GAP + coder.size().x);
        let is_key = mark.is_key && label.is_first && room - MARK_GAP - KEY >= whole;
        let key_room = if is_key { MARK_GAP + KEY } else { 0.0 };
        let galley = Words::of(&ink.label, step, colour).within(painter, (room - key_room).max(0.0), 1);
        let y = label.rect.center().y;
        let mut right = columns.label.min + galley.size().x;
        let top = (y - galley.size().y / 2.0).round();
        painter.galley(pos2(columns.label.min, top), galley, colour);
        if ink.takes_direction {
            mark_at(painter, pos2(right + MARK_GAP + measure::MARK / 2.0, y), measure::MARK, mark.direction, colour);
            right += direction_room;
        }
        if is_key {
            icon_at(painter, pos2(right + MARK_GAP + KEY / 2.0, y), icons::QUOTES, KEY, colour);
            right += key_room;
        }
        if let Some(coder) = coder {
            painter.galley(pos2(right + MARK_GAP, top), coder, theme.text3);
        }
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(self.facts_of(look, mark));
    }

    /// Draws what could not be shown as a count that names it, and picks one after the other.
    pub(super) fn more_ui(&self, ui: &Ui, look: &Look<'_>, more: &More, id: Id, heard: &mut Heard) {
        let theme = Theme::of(ui);
        let response = ui.interact(more.rect, id, Sense::CLICK);
        let named = || {
            let mut labels: Vec<&str> = more
                .marks
                .iter()
                .filter_map(|at| self.marks.ink(self.marks.list().get(*at)?.ink))
                .map(|ink| ink.label.as_str())
                .collect();
            labels.dedup();
            let is_cut = labels.len() > NAMED;
            labels.truncate(NAMED);
            let mut codes = labels.join(", ");
            if is_cut {
                codes.push_str(", …");
            }
            look.catalog.say(&Message::new("coding-more").with("count", more.count).with("codes", codes))
        };
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, named()));
        if response.clicked() {
            let ids: Vec<CodingId> =
                more.marks.iter().filter_map(|at| self.marks.list().get(*at)).map(|mark| mark.coding).collect();
            let now = ids.iter().position(|id| Some(*id) == look.chosen);
            heard.picked = ids.get(now.map_or(0, |at| (at + 1) % ids.len())).copied();
            heard.is_unpicked = false;
        }
        let colour = if response.hovered() { theme.text } else { theme.text3 };
        let galley = Words::of(&format!("+{}", more.count.min(99)), type_scale::CAPTION, colour).row(ui.painter());
        let top = (more.rect.center().y - galley.size().y / 2.0).round();
        ui.painter().galley(pos2(more.rect.left() + 4.0, top), galley, colour);
        response.on_hover_cursor(CursorIcon::PointingHand).on_hover_ui(|ui| {
            ui.label(named());
        });
    }

    /// What a coding is called in one breath: code, direction, line.
    fn name_of(&self, look: &Look<'_>, mark: &Mark) -> String {
        let Some(ink) = self.marks.ink(mark.ink) else { return String::new() };
        let line = self.text.as_ref().map_or_else(String::new, |text| text.line_of(mark.range.start).to_string());
        let key = if ink.takes_direction { "coding-label-directed" } else { "coding-label" };
        let direction = look.catalog.text(direction_key(mark.direction));
        let message =
            Message::new(key).with("code", ink.label.as_str()).with("line", line).with("direction", direction);
        look.catalog.say(&message)
    }

    /// Everything that stands behind a label: the code's name, direction, key quotation, another coder.
    pub(super) fn facts_of(&self, look: &Look<'_>, mark: &Mark) -> String {
        let Some(ink) = self.marks.ink(mark.ink) else { return String::new() };
        let mut facts =
            vec![if ink.name == ink.label { ink.label.clone() } else { format!("{} {}", ink.label, ink.name) }];
        if ink.takes_direction {
            facts.push(look.catalog.text(direction_key(mark.direction)));
        }
        if mark.is_key {
            facts.push(look.catalog.text("coding-key-quotation"));
        }
        if let Some(coder) = mark.coder.and_then(|at| self.marks.coder(at)) {
            facts.push(coder.name.clone());
        }
        facts.join(" · ")
    }
}

impl More {
    /// A count beside the words of codes that lie there.
    pub(super) fn new(rect: Rect, marks: Vec<usize>, count: usize) -> Self {
        Self { rect, marks, count }
    }

    /// Whether it stands on a row above another rectangle.
    pub(super) fn is_above(&self, rect: Rect) -> bool {
        self.rect.bottom() < rect.bottom() - 1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn stacked(wanted: &[f32], free: f32, until: f32) -> (Vec<f32>, usize) {
        stack(|at| wanted[at], wanted.len(), free, until)
    }

    #[test]
    fn labels_move_down_and_never_up() {
        assert_eq!(stacked(&[10.0, 12.0, 60.0], f32::NEG_INFINITY, 90.0), (vec![10.0, 27.0, 60.0], 0));
        assert_eq!(stacked(&[10.0], 20.0, 90.0), (vec![20.0], 0));
        let crowded = stacked(&[10.0; 9], f32::NEG_INFINITY, 40.0);
        assert_eq!(crowded.0.len() + crowded.1, 9);
        assert!(crowded.1 > 1, "one label left over is shown, not counted: {crowded:?}");
    }

    proptest! {
        #[test]
        fn labels_keep_their_distance(mut wanted in proptest::collection::vec(0.0_f32..300.0, 0..20), free in 0.0_f32..50.0) {
            wanted.sort_by(f32::total_cmp);
            let (places, more) = stacked(&wanted, free, 320.0);
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
