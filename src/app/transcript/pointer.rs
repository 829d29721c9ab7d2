//! What the mouse means: a caret, a word, a sentence, a turn by one to four clicks, a selection that goes on by that
//! grain while the button is held (and scrolls beyond the edges), a coding, an end of the selection or of the chosen
//! coding by its handle, selected words that are carried to a code.

use super::columns::Columns;
use super::ground::{Edge, Grain};
use super::heard::Heard;
use super::select::Select;
use super::sheet::{Shown, Transcript};
use crate::domain::{CharOffset, CharRange, CodingId, SourceText};
use eframe::egui::{CursorIcon, DragAndDrop, Event, PointerButton, Pos2, Rect, Response, Ui, Vec2, pos2, vec2};

/// Half the width and height in which a handle's dot is taken hold of: 28 points across, as every control.
const GRIP: f32 = 14.0;
/// How far from a handle's bar it is still meant.
const GRIP_BAR: f32 = 4.0;
/// Of a dot's reach what lies over the words; the rest lies outside of the row, where nobody selects.
const GRIP_INSIDE: f32 = 5.0;
/// Scrolling beyond an edge: points a second for each point of distance.
const PULL: f32 = 14.0;
/// The least and the most of it, in points a second.
const PULL_RANGE: std::ops::RangeInclusive<f32> = 60.0..=4000.0;
/// A press held this near to where it began has not carried anything.
const STILL: f32 = 6.0;

/// What is carried: words of the open source. Where it is dropped decides what becomes of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Carried(pub CharRange);

/// What the button that is held down does.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Hand {
    /// It is not held.
    #[default]
    Free,
    /// It selects, or will as soon as it moves.
    Selects,
    /// It holds the end of the selection, or will as soon as it moves.
    Takes(Edge),
    /// It holds the end of the chosen coding, or will as soon as it moves.
    Bounds(Edge),
    /// It holds selected words, and carries them as soon as it moves.
    Holds,
    /// It carries words.
    Carries,
    /// What it did was taken back; until it is let go it does nothing.
    Rests,
}

/// Presses that follow each other quickly at one place.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Presses {
    count: u8,
    time: f64,
    at: Pos2,
    is_shifted: bool,
}

impl Presses {
    /// Counts one more press; a fifth begins anew.
    fn add(&mut self, ui: &Ui, at: Pos2, is_shifted: bool) -> u8 {
        let time = ui.input(|input| input.time);
        let (delay, reach) = ui
            .ctx()
            .options(|options| (options.input_options.max_double_click_delay, options.input_options.max_click_dist));
        let follows = self.count > 0 && self.count < 4 && time - self.time < delay && at.distance(self.at) < reach;
        *self = Self { count: if follows { self.count + 1 } else { 1 }, time, at, is_shifted };
        self.count
    }
}

/// What the mouse is over.
#[derive(Clone, Copy)]
pub(super) struct Sight<'a> {
    pub(super) ui: &'a Ui,
    pub(super) text: &'a SourceText,
    pub(super) response: &'a Response,
    pub(super) columns: &'a Columns,
    pub(super) shown: &'a [Shown],
    /// The chosen coding.
    pub(super) chosen: Option<CodingId>,
}

impl Transcript {
    pub(super) fn hear_pointer(&mut self, sight: Sight<'_>, heard: &mut Heard) {
        let Sight { ui, response, columns, .. } = sight;
        let is_down = response.is_pointer_button_down_on();
        if is_down || response.clicked() {
            response.request_focus();
            self.wanted_x = None;
            let presses: Vec<(Pos2, bool)> = ui.input(|input| {
                let presses = input.events.iter().filter_map(|event| match event {
                    Event::PointerButton { pos, button: PointerButton::Primary, pressed: true, modifiers } => {
                        Some((*pos, modifiers.shift))
                    }
                    _ => None,
                });
                presses.filter(|(pos, _)| columns.page.contains(*pos)).collect()
            });
            for (at, is_shifted) in presses {
                self.press_at(sight, at, is_shifted, heard);
            }
        }
        if response.drag_started() {
            self.begin_drag(sight);
        }
        if response.dragged() {
            self.drag(sight);
        }
        if response.clicked() && self.presses.count == 1 {
            self.click(sight, heard);
        }
        if !is_down && self.hand != Hand::Free {
            self.let_go(sight, heard);
        }
    }

    /// Whether the mouse is selecting or carrying just now.
    pub(super) fn is_busy(&self) -> bool {
        self.is_dragging && self.hand != Hand::Free
    }

    fn press_at(&mut self, sight: Sight<'_>, at: Pos2, is_shifted: bool, heard: &mut Heard) {
        let Sight { ui, text, .. } = sight;
        let Some(position) = self.place_at(sight, at) else { return };
        let count = self.presses.add(ui, at, is_shifted);
        let bound = if count == 1 { self.coding_grip(sight, at) } else { None };
        if bound.is_none() && self.bounds.is_some_and(|bounds| bounds.is_by_keys) {
            heard.moved = heard.moved.or(self.keep_ends());
        }
        let grain = match count {
            1 => Grain::Letter,
            2 => Grain::Word,
            3 => Grain::Sentence,
            _ => Grain::Turn,
        };
        self.hand = Hand::Selects;
        if grain != Grain::Letter {
            let letter = self.letter_under(sight, at).unwrap_or(position);
            self.select = Select::unit(&self.ground(text), grain, letter);
        } else if let Some(edge) = bound {
            self.hand = Hand::Bounds(edge);
        } else if is_shifted {
            let mut select = self.select;
            select.extend(&self.ground(text), position);
            self.select = select;
        } else if let Some(edge) = self.selection_grip(sight, at) {
            self.hand = Hand::Takes(edge);
        } else if self.is_selected_under(sight, at) {
            self.hand = Hand::Holds;
        } else {
            self.select = Select::at(position);
        }
    }

    fn begin_drag(&mut self, sight: Sight<'_>) {
        self.is_dragging = true;
        match (self.hand, self.selection()) {
            (Hand::Bounds(edge), _) => {
                let is_there = sight.chosen.is_some_and(|coding| self.take_end(coding, edge, false));
                if !is_there {
                    self.hand = Hand::Rests;
                }
            }
            (Hand::Takes(Edge::Start), Some(range)) => self.select = Select::from_to(range.end, range.start),
            (Hand::Takes(Edge::End), Some(range)) => self.select = Select::from_to(range.start, range.end),
            (Hand::Holds, Some(range)) => {
                DragAndDrop::set_payload(sight.ui.ctx(), Carried(range));
                self.hand = Hand::Carries;
            }
            _ => {}
        }
    }

    fn drag(&mut self, sight: Sight<'_>) {
        let Sight { ui, text, response, columns, .. } = sight;
        let Some(pointer) = response.interact_pointer_pos() else { return };
        match self.hand {
            Hand::Carries => {
                if !DragAndDrop::has_payload_of_type::<Carried>(ui.ctx()) {
                    // Escape was pressed.
                    self.hand = Hand::Rests;
                }
                return;
            }
            Hand::Bounds(_) if self.bounds.is_none() => {
                self.hand = Hand::Rests;
                return;
            }
            Hand::Selects | Hand::Takes(_) | Hand::Bounds(_) => {}
            Hand::Free | Hand::Holds | Hand::Rests => return,
        }
        let is_bounding = matches!(self.hand, Hand::Bounds(_));
        ui.set_cursor_icon(if is_bounding { CursorIcon::ResizeHorizontal } else { CursorIcon::Text });
        self.scroll_beyond(ui, pointer, columns.page);
        let inside = pointer.clamp(columns.page.min, columns.page.max);
        let Some(position) = self.place_at(sight, inside) else { return };
        if is_bounding {
            self.move_end(text, position);
        } else {
            let mut select = self.select;
            select.extend(&self.ground(text), position);
            self.select = select;
        }
    }

    /// Scrolls where the pointer is beyond an edge, the faster the farther, whether it moves or not.
    pub(super) fn scroll_beyond(&mut self, ui: &Ui, pointer: Pos2, page: Rect) {
        let beyond = (pointer.y - page.bottom()).max(0.0) + (pointer.y - page.top()).min(0.0);
        if beyond == 0.0 {
            return;
        }
        let speed = (beyond.abs() * PULL).clamp(*PULL_RANGE.start(), *PULL_RANGE.end());
        // A frame that took long must not throw the words away.
        let time = ui.input(|input| input.stable_dt).min(0.05);
        self.scroll_by(f64::from(speed * time * beyond.signum()));
        ui.ctx().request_repaint();
    }

    fn click(&mut self, sight: Sight<'_>, heard: &mut Heard) {
        let Some(pointer) = sight.response.interact_pointer_pos().filter(|at| sight.columns.page.contains(*at)) else {
            return;
        };
        if self.presses.is_shifted {
            return;
        }
        let Some(position) = self.place_at(sight, pointer) else { return };
        self.select = Select::at(position);
        heard.picked = self.coding_at(sight.shown, pointer, sight.chosen);
        heard.is_unpicked = heard.picked.is_none() && sight.columns.words.contains(pointer.x);
    }

    fn let_go(&mut self, sight: Sight<'_>, heard: &mut Heard) {
        let hand = std::mem::take(&mut self.hand);
        let was_dragging = std::mem::take(&mut self.is_dragging);
        match hand {
            Hand::Bounds(_) if was_dragging => heard.moved = heard.moved.or(self.keep_ends()),
            Hand::Carries | Hand::Holds => {
                // Held long, but not carried anywhere: that was no more than a click.
                let pointer = sight.ui.input(|input| input.pointer.interact_pos());
                if let Some(at) = pointer.filter(|at| was_dragging && at.distance(self.presses.at) < STILL)
                    && let Some(position) = self.place_at(sight, at)
                {
                    self.select = Select::at(position);
                }
            }
            _ => {}
        }
    }

    /// The place nearest to a point where a caret may stand.
    fn place_at(&self, sight: Sight<'_>, point: Pos2) -> Option<CharOffset> {
        self.position_at(sight.shown, point).map(|position| self.ground(sight.text).place(position))
    }

    /// The letter under a point, where the nearest boundary may lie behind it.
    fn letter_under(&self, sight: Sight<'_>, point: Pos2) -> Option<CharOffset> {
        let near = self.position_at(sight.shown, point)?;
        let block = sight.shown.iter().find(|block| point.y < block.bottom())?;
        let words = self.blocks.list().get(block.at)?.words;
        let before = CharOffset::new(near.get().saturating_sub(1).max(words.start.get()));
        let is_on = |position: CharOffset| {
            let letter = CharRange::new(position.get(), position.get() + 1);
            self.bars(block, letter).iter().any(|bar| bar.rect.x_range().contains(point.x))
        };
        Some(if !is_on(near) && is_on(before) { before } else { near })
    }

    fn is_selected_under(&self, sight: Sight<'_>, point: Pos2) -> bool {
        self.selection().is_some_and(|range| self.is_under(sight.shown, range, point))
    }

    /// Whether a stretch lies under a point.
    pub(super) fn is_under(&self, shown: &[Shown], range: CharRange, point: Pos2) -> bool {
        let Some(block) = shown.iter().find(|block| point.y >= block.corner.y && point.y < block.bottom()) else {
            return false;
        };
        self.bars(block, range).iter().any(|bar| bar.rect.contains(point))
    }

    /// The end of the chosen coding whose handle is under a point.
    pub(super) fn coding_grip(&self, sight: Sight<'_>, point: Pos2) -> Option<Edge> {
        let (start, end) = self.end_rects(sight.shown, self.range_of(sight.chosen?)?)?;
        grip(start, end, point)
    }

    fn selection_grip(&self, sight: Sight<'_>, point: Pos2) -> Option<Edge> {
        let (start, end) = self.handle_rects(sight.text, sight.shown)?;
        grip(start, end, point)
    }
}

/// Which of two handles is under a point. Only a drag takes hold of one; a click there is a click on the words.
pub(super) fn grip(start: Rect, end: Rect, point: Pos2) -> Option<Edge> {
    let bar = |rect: Rect| rect.expand2(vec2(GRIP_BAR, 0.0));
    let above = Rect::from_min_max(start.min - Vec2::splat(GRIP), pos2(start.max.x + GRIP, start.min.y + GRIP_INSIDE));
    let below = Rect::from_min_max(pos2(end.min.x - GRIP, end.max.y - GRIP_INSIDE), end.max + Vec2::splat(GRIP));
    let near = |rect: Rect| (rect.center() - point).length();
    let takes = |edge: Edge| match edge {
        Edge::Start => bar(start).contains(point) || above.contains(point),
        Edge::End => bar(end).contains(point) || below.contains(point),
    };
    let nearer = if near(start) <= near(end) { [Edge::Start, Edge::End] } else { [Edge::End, Edge::Start] };
    nearer.into_iter().find(|edge| takes(*edge))
}
