//! The code picker: type letters of a name or a short code, choose with the arrows, apply with Enter. Several codes are
//! marked and applied in one step; what no code is named yet can be made here. What the code at hand means stands at
//! the right, with the direction of evidence and the sentence it completes.

mod detail;
mod foot;
mod letters;
mod list;
mod rows;

use super::{CodingPlace, find};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{hairline_h, hairline_v, icon_at};
use crate::domain::{CharRange, CodeId, CodingId, Direction, Message, SourceId};
use eframe::egui::text::{CCursor, CCursorRange};
use eframe::egui::{
    Align, Align2, Area, CornerRadius, Frame, Key, Layout, Margin, Modifiers, Order, Pos2, Rect, Role, Sense, Stroke,
    StrokeKind, TextEdit, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};
use list::{List, Row};
use std::collections::BTreeMap;

/// Width of the list.
const WIDTH: f32 = 392.0;
/// Width of what the code at hand means, beside the list.
const DETAIL: f32 = 276.0;
/// Between the popup and what it belongs to.
const DISTANCE: f32 = 10.0;
/// Height of the field.
const FIELD: f32 = 34.0;
/// Height of the line of keys at the foot.
const FOOT: f32 = 40.0;

/// Fewest rows, where there is little room beside the words.
const LEAST_ROWS: f32 = 5.0;

/// A picker that is open.
pub(super) struct Picker {
    source: SourceId,
    range: CharRange,
    letters: String,
    /// The row at hand.
    at: usize,
    is_new: bool,
    /// Codes to be applied together, in the order in which they were marked.
    marked: Vec<CodeId>,
    /// The direction that goes with what is applied.
    direction: Option<Direction>,
    /// Below which code a new one goes, where the letters point to none.
    family: Option<CodeId>,
    /// Whether the letters are to be selected, so that the next ones replace them.
    selects_all: bool,
    /// Whether the row at hand is to be brought into sight.
    has_moved: bool,
    /// Whether Enter came in one slow frame with letters: it is meant for the list that these make.
    is_entered: bool,
    list: List,
}

/// What the row at hand would do.
#[derive(Clone, PartialEq, Eq, Debug)]
enum Deed {
    /// Put codes on the words.
    Apply(Vec<CodeId>),
    /// Take a coding away that stands there.
    Remove(CodingId),
    /// Set the direction of a coding that stands there.
    Direct(CodingId, Direction),
    /// Make a code of the letters, below another one or at the top, and apply it.
    Make(Option<CodeId>),
    /// Put the built-in codebook into the empty one.
    Emaslim,
}

/// Whether a popup of this height has room below what it belongs to, or more room there than above.
fn fits_below(anchor: Rect, height: f32, screen: Rect) -> bool {
    let below = screen.bottom() - anchor.bottom();
    below >= height + 2.0 * DISTANCE || below >= anchor.top() - screen.top()
}

/// How high the picker is: with as many rows as leave the words in sight that it belongs to.
fn height_beside(anchor: Rect, screen: Rect) -> f32 {
    let around = space::XS * 2.0 + FIELD + space::XXS + FOOT;
    let room = (screen.bottom() - anchor.bottom()).max(anchor.top() - screen.top()) - 2.0 * DISTANCE - around;
    let most = measure::POPUP_ROWS as f32;
    around + (room / measure::POPUP_ROW).floor().clamp(LEAST_ROWS, most) * measure::POPUP_ROW
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

impl Picker {
    fn row(&self) -> Option<&Row> {
        self.list.rows.get(self.at)
    }

    /// The code at hand.
    fn code(&self) -> Option<u32> {
        match self.row() {
            Some(Row::Code(hit)) => Some(hit.code),
            _ => None,
        }
    }

    /// Goes on by so many rows that can be chosen, as far as there are any.
    fn go(&mut self, by: i32) {
        for _ in 0..by.unsigned_abs() {
            let is_choice = |at: &usize| self.list.rows.get(*at).is_some_and(Row::is_choice);
            let next = if by > 0 {
                (self.at + 1..self.list.rows.len()).find(is_choice)
            } else {
                (0..self.at).rev().find(is_choice)
            };
            self.at = next.unwrap_or(self.at);
        }
        self.has_moved |= by != 0;
    }

    /// Marks a code, or takes its mark back.
    fn mark(&mut self, code: CodeId) {
        match self.marked.iter().position(|marked| *marked == code) {
            Some(at) => {
                self.marked.remove(at);
            }
            None => self.marked.push(code),
        }
        self.selects_all = true;
    }

    fn deed(&self, view: &View<'_>, there: &BTreeMap<CodeId, CodingId>) -> Option<Deed> {
        if !self.marked.is_empty() {
            return Some(Deed::Apply(self.marked.clone()));
        }
        Some(match self.row()? {
            Row::Head(_) => return None,
            Row::Emaslim => Deed::Emaslim,
            Row::Make(family) => Deed::Make(*family),
            Row::Code(hit) => {
                let code = view.study.codes.get(hit.code as usize)?;
                match (there.get(&code.id), self.direction.filter(|_| code.kind.takes_direction())) {
                    (Some(coding), Some(direction)) => Deed::Direct(*coding, direction),
                    (Some(coding), None) => Deed::Remove(*coding),
                    (None, _) => Deed::Apply(vec![code.id]),
                }
            }
        })
    }
}

impl CodingPlace {
    pub(super) fn open_picker(&mut self, (source, range): (SourceId, CharRange)) {
        self.open_picker_with((source, range), String::new(), self.last.codes.last().copied());
    }

    /// Opens the picker with letters in its field; `family` is where a new code would go.
    pub(super) fn open_picker_with(
        &mut self,
        (source, range): (SourceId, CharRange),
        letters: String,
        family: Option<CodeId>,
    ) {
        self.second = None;
        self.picker = Some(Picker {
            source,
            range,
            selects_all: !letters.is_empty(),
            letters,
            at: 0,
            is_new: true,
            marked: Vec::new(),
            direction: None,
            family,
            has_moved: false,
            is_entered: false,
            list: List::default(),
        });
    }

    /// Draws the picker where it is open.
    pub(super) fn picker_ui(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let Some(mut picker) = self.picker.take() else { return };
        if view.study.source(picker.source).is_none() {
            return;
        }
        let family = picker.family.and_then(|code| view.study.code_at(code)).map(|at| view.study.family_of(at));
        let family = family.and_then(|at| view.study.codes.get(at as usize)).map(|code| code.id);
        let may_make = picker.marked.is_empty() && !view.is_read_only;
        let at_hand = picker.code().filter(|_| picker.list.letters == picker.letters);
        if picker.list.refresh(view.study, view.coder, &picker.letters, family, may_make) {
            picker.marked.retain(|code| view.study.code(*code).is_some());
            let is_at_hand = |row: &Row| matches!(row, Row::Code(hit) if Some(hit.code) == at_hand);
            let kept = picker.list.rows.iter().position(is_at_hand);
            let first = picker.list.rows.iter().position(Row::is_choice);
            picker.at = kept.or(first).unwrap_or(0);
        }
        let there = own_codings(view, picker.source, picker.range);
        let keys = Keys::heard(ui, picker.is_new);
        if keys.is_closed {
            self.transcript.focus();
            return;
        }
        picker.go(keys.by);
        let at_hand = picker.code().and_then(|at| view.study.codes.get(at as usize));
        if keys.is_turned && at_hand.is_some_and(|code| code.kind.takes_direction()) {
            picker.direction = next_direction(picker.direction);
        }
        if let Some(code) = at_hand.filter(|_| keys.is_marked) {
            picker.mark(code.id);
        }
        let screen = ui.ctx().content_rect();
        let anchor = self.anchor.unwrap_or_else(|| Rect::from_center_size(screen.center(), Vec2::ZERO));
        let size = vec2(WIDTH + DETAIL, height_beside(anchor, screen));
        let mut clicked = None;
        let area = Area::new(ui.scope_id().with("picker"))
            .order(Order::Foreground)
            .fixed_pos(beside(anchor, size, screen))
            .constrain(false);
        let response = area.show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            let frame = Frame::new()
                .fill(theme.raised)
                .stroke(Stroke::new(stroke::HAIR, theme.line2))
                .corner_radius(CornerRadius::same(radius::POPUP))
                .shadow(ui.visuals().popup_shadow);
            frame.show(ui, |ui| {
                let (whole, _) = ui.allocate_exact_size(size, Sense::hover());
                let foot = whole.bottom() - FOOT;
                let middle = whole.left() + WIDTH;
                hairline_v(ui.painter(), middle, whole.top()..=foot, theme.line);
                hairline_h(ui.painter(), whole.x_range(), foot, theme.line);
                let part = |ui: &mut Ui, rect: Rect, draw: &mut dyn FnMut(&mut Ui)| {
                    ui.scope_builder(UiBuilder::new().max_rect(rect).layout(Layout::top_down(Align::Min)), |ui| {
                        ui.spacing_mut().item_spacing = Vec2::ZERO;
                        draw(ui);
                    });
                };
                part(ui, Rect::from_min_max(whole.min, pos2(middle, foot)), &mut |ui| {
                    field_ui(ui, view, &mut picker);
                    clicked = rows::rows_ui(ui, view, &mut picker, &there);
                });
                // Short of the rounded corner, where the scroll bar stands.
                let corner = f32::from(radius::POPUP) / 2.0;
                let rect = Rect::from_min_max(pos2(middle, whole.top() + corner), pos2(whole.right() - corner, foot));
                part(ui, rect, &mut |ui| detail::detail_ui(ui, view, &mut picker));
                let deed = picker.deed(view, &there);
                let rect = Rect::from_min_max(pos2(whole.left(), foot), whole.max);
                part(ui, rect, &mut |ui| foot::foot_ui(ui, view, &picker, deed.as_ref()));
            });
        });
        let is_away = !picker.is_new
            && ui.input(|input| {
                input.pointer.any_pressed()
                    && input.pointer.interact_pos().is_some_and(|at| !response.response.rect.contains(at))
            });
        if let Some((at, is_marking)) = clicked {
            picker.at = at;
            match picker.code().and_then(|at| view.study.codes.get(at as usize)).map(|code| code.id) {
                Some(code) if is_marking => picker.mark(code),
                Some(code) if !picker.marked.is_empty() && !picker.marked.contains(&code) => picker.mark(code),
                _ => {}
            }
        }
        let is_entered = keys.is_applied || std::mem::take(&mut picker.is_entered);
        let is_listed = picker.list.letters == picker.letters;
        if is_entered && !is_listed {
            picker.is_entered = true;
            ui.ctx().request_repaint();
        }
        let is_done = is_entered && is_listed || clicked.is_some_and(|(_, is_marking)| !is_marking);
        let deed = if is_done { picker.deed(view, &there) } else { None };
        if deed.is_some_and(|deed| self.carry_out(view, commands, &picker, deed)) {
            self.transcript.focus();
            return;
        }
        if is_away {
            return;
        }
        picker.is_new = false;
        picker.has_moved = false;
        self.picker = Some(picker);
    }

    /// Does what the row at hand would do; whether the picker is done with.
    fn carry_out(&mut self, view: &View<'_>, commands: &mut Commands, picker: &Picker, deed: Deed) -> bool {
        if view.is_read_only {
            commands.send(Request::Tell(Message::new("picker-read-only")));
            return false;
        }
        let (source, range) = (picker.source, picker.range);
        match deed {
            Deed::Apply(codes) => {
                for parent in codes.iter().filter_map(|code| view.study.code(*code)?.parent) {
                    self.open_families.insert(parent);
                }
                self.code_all(view, commands, (source, range), &codes, picker.direction);
            }
            Deed::Remove(coding) => commands.send(Request::Uncode(vec![coding])),
            Deed::Direct(coding, direction) => {
                commands.send(Request::SetDirection(vec![coding], Some(direction)));
                self.chosen = Some(coding);
            }
            Deed::Make(family) => {
                self.open_families.extend(family);
                self.vivo_family = family;
                self.code_with_new(view, commands, (source, range), &picker.letters, family, Vec::new());
            }
            Deed::Emaslim => {
                let language = view.study.project.language;
                commands.send(Request::change(move |project| project.add_emaslim(language)));
                return false;
            }
        }
        true
    }
}

/// What was pressed while the picker is open.
struct Keys {
    by: i32,
    is_closed: bool,
    is_applied: bool,
    is_marked: bool,
    is_turned: bool,
}

impl Keys {
    /// Takes the picker's keys; the Enter that opened it applies nothing.
    fn heard(ui: &Ui, is_new: bool) -> Self {
        let page = i32::try_from(measure::POPUP_ROWS).unwrap_or(1) - 1;
        ui.input_mut(|input| {
            let (none, with) = (Modifiers::NONE, Modifiers::COMMAND);
            let mut pressed = |key: Key, rows: i32| if input.consume_key(none, key) { rows } else { 0 };
            let by = pressed(Key::ArrowDown, 1)
                + pressed(Key::ArrowUp, -1)
                + pressed(Key::PageDown, page)
                + pressed(Key::PageUp, -page);
            Self {
                by,
                is_closed: input.consume_key(none, Key::Escape),
                is_marked: input.consume_key(with, Key::Space) || input.consume_key(with, Key::Enter),
                is_turned: input.consume_key(with, Key::D),
                is_applied: !is_new && input.consume_key(none, Key::Enter),
            }
        })
    }
}

/// The coder's own codings on exactly these words, by code.
fn own_codings(view: &View<'_>, source: SourceId, range: CharRange) -> BTreeMap<CodeId, CodingId> {
    let is_here = |segment: u32| {
        let entry = view.study.segments.get(segment as usize);
        entry.is_some_and(|entry| entry.segment.source == source && entry.segment.range == range)
    };
    let own = view.study.codings.iter().filter(|entry| is_here(entry.segment));
    let own = own.filter(|entry| find::is_own(view.study, entry, view.coder));
    own.map(|entry| (entry.coding.code, entry.coding.id)).collect()
}

/// Not set, supports, partly, weakens, context, and round again.
pub(super) fn next_direction(now: Option<Direction>) -> Option<Direction> {
    match now {
        None => Some(Direction::ALL[0]),
        Some(now) => Direction::ALL.iter().copied().skip_while(|direction| *direction != now).nth(1),
    }
}

fn field_ui(ui: &mut Ui, view: &View<'_>, picker: &mut Picker) {
    let theme = Theme::of(ui);
    let (outer, _) = ui.allocate_exact_size(vec2(WIDTH, FIELD + space::XS), Sense::hover());
    let rect = Rect::from_min_max(outer.min + Vec2::splat(space::XS), pos2(outer.right() - space::XS, outer.bottom()));
    let edge = Stroke::new(stroke::FIELD, theme.focus);
    ui.painter().rect(rect, CornerRadius::same(radius::CONTROL), theme.field, edge, StrokeKind::Inside);
    let glass = pos2(rect.left() + 18.0, rect.center().y);
    icon_at(ui.painter(), glass, icons::MAGNIFYING_GLASS, measure::ICON, theme.text3);
    let message = match picker.marked.len() {
        0 => Message::new("coding-count-codes").with("n", picker.list.count),
        marked => Message::new("picker-count-marked").with("n", marked),
    };
    let words = view.say(&message);
    let at = pos2(rect.right() - 10.0, rect.center().y);
    ui.painter().text(at, Align2::RIGHT_CENTER, words, type_scale::CAPTION.font(), theme.text3);
    let inner =
        Rect::from_min_max(pos2(rect.left() + 34.0, rect.top() + 2.0), pos2(rect.right() - 80.0, rect.bottom() - 2.0));
    let hint = view.text("coding-picker-hint");
    let hint_words = eframe::egui::RichText::new(hint.as_str()).color(theme.text3).font(type_scale::BODY.font());
    let id = ui.scope_id().with("letters");
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)), |ui| {
        if std::mem::take(&mut picker.selects_all) {
            let mut state = TextEdit::load_state(ui.ctx(), id).unwrap_or_default();
            let end = CCursor::new(picker.letters.chars().count());
            state.cursor.set_char_range(Some(CCursorRange::two(CCursor::new(0), end)));
            state.store(ui.ctx(), id);
        }
        let response = ui.add(
            TextEdit::singleline(&mut picker.letters)
                .id(id)
                .font(type_scale::BODY.font())
                .text_color(theme.text)
                .hint_text(hint_words)
                .frame(Frame::NONE)
                .margin(Margin::ZERO)
                .align(Align2::LEFT_CENTER)
                .min_size(inner.size())
                .desired_width(inner.width()),
        );
        response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, &hint));
        // Tab goes on to the direction and back; out of the picker it does not go.
        let focused = ui.memory(|memory| memory.focused()).and_then(|id| ui.ctx().read_response(id));
        let is_inside = focused.is_some_and(|focused| focused.layer_id == ui.layer_id());
        if picker.is_new || !is_inside {
            response.request_focus();
        }
    });
}
