//! A role's digit, and the chip after it: for a moment a second digit means one of the role's indicators, which then
//! takes the role's place. Esc ends the moment, and the next digit is another role again.

use super::{CodingPlace, Expected, Repeat, coding_at, find};
use crate::app::commands::{Commands, Request};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, hairline_h, keycap_ui, swatch_at};
use crate::domain::{CharRange, CodeId, CodingId, Message, StepId};
use crate::project::NewCoding;
use eframe::egui::{
    Align, Area, Frame, Key, Layout, Modifiers, Order, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// How long a second digit is waited for, in seconds.
const WAIT: f64 = 1.5;
/// Width of the chip.
const WIDTH: f32 = 300.0;

/// What stood under the role before its digit was pressed, and so what the second digit may take back.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Before {
    /// Nothing: the indicator takes the role's place.
    Nothing,
    /// The role on these words: the indicator comes beside it.
    There,
    /// The role on words beside these, with which it was joined: they are parted again.
    Beside,
}

/// A role has just been coded; an indicator may follow.
pub(super) struct Second {
    /// The role.
    family: CodeId,
    /// The digit pressed meanwhile.
    digit: Option<u8>,
    coded: Expected,
    before: Before,
    /// What was selected; another selection ends the moment.
    selection: Option<CharRange>,
    until: f64,
}

impl CodingPlace {
    /// A digit while the transcript has the focus.
    pub(super) fn digit(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands, digit: u8) {
        let now = ui.input(|input| input.time);
        let family = self.second.as_ref().filter(|second| now < second.until);
        let family = family.and_then(|second| view.study.code_at(second.family));
        if family.is_some_and(|family| find::child(view.study, family, digit).is_some()) {
            if let Some(second) = &mut self.second {
                second.digit = Some(digit);
            }
            return;
        }
        let Some(code) = find::by_key(view.study, digit).and_then(|at| view.study.codes.get(at as usize)) else {
            commands.send(Request::Tell(unused(view, digit)));
            return;
        };
        let code = code.id;
        let Some((source, range)) = self.target(view) else {
            commands.send(Request::Tell(Message::new("coding-select-first")));
            return;
        };
        let coded = Expected { source, range, code };
        let before = match coding_at(view, coded) {
            Some(_) => Before::There,
            None if is_beside(view, coded) => Before::Beside,
            None => Before::Nothing,
        };
        self.code_all(view, commands, (source, range), &[code], None);
        let selection = self.transcript.selection();
        self.second = Some(Second { family: code, digit: None, coded, before, selection, until: now + WAIT });
    }

    /// Ends the moment of the second digit where Esc is pressed or other words are selected. To be asked before the
    /// transcript takes its keys, for which Esc means the selection.
    pub(super) fn end_second(&mut self, ui: &Ui) {
        let Some(second) = self.second.as_ref().filter(|second| second.digit.is_none()) else { return };
        let is_elsewhere = second.selection != self.transcript.selection();
        let is_late = ui.input(|input| input.time) >= second.until;
        if is_elsewhere || is_late || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.second = None;
        }
    }

    /// Shows the chip, and carries the second digit out as soon as the role's coding has landed.
    pub(super) fn second_ui(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let Some(second) = &self.second else { return };
        let Some(family) = view.study.code_at(second.family) else {
            self.second = None;
            return;
        };
        if let Some(digit) = second.digit {
            let (coded, before, until) = (second.coded, second.before, second.until);
            match coding_at(view, coded) {
                Some(coding) => {
                    self.second = None;
                    let child = find::child(view.study, family, digit);
                    let code = child.and_then(|at| view.study.codes.get(at as usize)).map(|code| code.id);
                    if let Some(code) = code {
                        self.recode(view, commands, coding, Expected { code, ..coded }, before);
                    }
                }
                // It may have been refused; then nothing is waited for any longer.
                None if ui.input(|input| input.time) > until + WAIT => self.second = None,
                None => ui.ctx().request_repaint(),
            }
            return;
        }
        let children: Vec<u32> = find::children(view.study, family).take(9).collect();
        if children.is_empty() {
            self.second = None;
            return;
        }
        let left = second.until - ui.input(|input| input.time);
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left.max(0.01)));
        let Some(anchor) = self.anchor else { return };
        let height = (2 + children.len()) as f32 * measure::ROW + 2.0 * space::XS;
        let corner = super::picker::beside(anchor, vec2(WIDTH, height), ui.ctx().content_rect());
        Area::new(ui.scope_id().with("second")).order(Order::Foreground).fixed_pos(corner).interactable(false).show(
            ui.ctx(),
            |ui| {
                Frame::popup(ui.style()).inner_margin(space::XS).show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(space::XS, 0.0);
                    row_ui(ui, view, family, None);
                    for (digit, child) in (1_u8..=9).zip(children) {
                        row_ui(ui, view, child, Some(digit));
                    }
                    foot_ui(ui, view);
                });
            },
        );
    }

    /// The indicator takes the role's place, or comes beside it where the role stood there before.
    fn recode(&mut self, view: &View<'_>, commands: &mut Commands, coding: CodingId, wanted: Expected, before: Before) {
        let Expected { source, range, code } = wanted;
        let new = NewCoding { source, range, code, direction: None, coder: None, memo: None };
        match before {
            Before::There => commands.send(Request::Code(vec![new])),
            Before::Nothing => commands.send(Request::change(move |project| project.recode(coding, code))),
            Before::Beside => {
                let joined: Option<StepId> = view.undoable.map(|step| step.id);
                commands.send(Request::change(move |project| {
                    if project.undoable().map(|step| step.id) == joined {
                        project.undo()?;
                    }
                    project.code(&[new])
                }));
            }
        }
        self.expected = Some(wanted);
        self.last = Repeat { codes: vec![code], direction: None };
    }
}

/// Whether the coder has coded words that overlap these under the code, so that the two become one.
fn is_beside(view: &View<'_>, coded: Expected) -> bool {
    view.study.codings.iter().any(|entry| {
        entry.coding.code == coded.code
            && find::is_own(view.study, entry, view.coder)
            && view.study.segments.get(entry.segment as usize).is_some_and(|segment| {
                segment.segment.source == coded.source && segment.segment.range.overlaps(coded.range)
            })
    })
}

/// No code has this digit; these have one.
fn unused(view: &View<'_>, digit: u8) -> Message {
    let mut keys: Vec<(u8, &str)> =
        view.study.codes.iter().filter_map(|code| Some((code.key?, code.label()))).collect();
    keys.sort_unstable();
    let keys: Vec<String> = keys.into_iter().map(|(key, label)| format!("{key} {label}")).collect();
    if keys.is_empty() {
        return Message::new("digit-none").with("digit", u32::from(digit));
    }
    Message::new("digit-unused").with("digit", u32::from(digit)).with("keys", keys.join(", "))
}

fn row_ui(ui: &mut Ui, view: &View<'_>, code: u32, digit: Option<u8>) {
    let theme = Theme::of(ui);
    let Some(code) = view.study.codes.get(code as usize) else { return };
    line_ui(ui, |ui| {
        match digit {
            Some(digit) => {
                keycap_ui(ui, &digit.to_string());
            }
            None => {
                let (rect, _) = ui.allocate_exact_size(Vec2::splat(measure::SWATCH), Sense::hover());
                swatch_at(ui.painter(), rect, theme.code(code.colour), code.digit(), theme.text);
            }
        }
        let step = if digit.is_some() { type_scale::BODY } else { type_scale::STRONG };
        let words = Words::of(&code.short, type_scale::STRONG, theme.text)
            .then("  ", type_scale::BODY, theme.text)
            .then(&code.name, step, if digit.is_some() { theme.text2 } else { theme.text });
        words_ui(ui, words);
    });
}

/// How to go on to another role at once.
fn foot_ui(ui: &mut Ui, view: &View<'_>) {
    let theme = Theme::of(ui);
    hairline_h(ui.painter(), ui.max_rect().x_range(), ui.cursor().top(), theme.line);
    line_ui(ui, |ui| {
        keycap_ui(ui, "Esc");
        words_ui(ui, Words::of(&view.text("second-esc"), type_scale::SMALL, theme.text2));
    });
}

fn line_ui(ui: &mut Ui, inner: impl FnOnce(&mut Ui)) {
    let size = vec2(WIDTH - 2.0 * space::XS, measure::ROW);
    ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
        ui.set_min_width(size.x);
        inner(ui);
    });
}

fn words_ui(ui: &mut Ui, words: Words) {
    let theme = Theme::of(ui);
    let room = ui.available_rect_before_wrap();
    let galley = words.within(ui.painter(), room.width(), 1);
    let top = room.center().y - galley.size().y / 2.0;
    let rect = Rect::from_min_size(pos2(room.left(), top.round()), galley.size());
    let response = ui.interact(rect, ui.next_auto_id(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    ui.skip_ahead_auto_ids(1);
    ui.painter().galley(rect.min, galley, theme.text);
}
