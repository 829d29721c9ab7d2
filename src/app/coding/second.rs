//! The chip after a role's digit: for a moment a second digit means one of the role's indicators, which
//! then takes the role's place.

use super::{CodingPlace, Expected, coding_at, find};
use crate::app::command::Command;
use crate::app::commands::Commands;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, keycap_ui, swatch_at};
use eframe::egui::{Align, Area, Frame, Layout, Order, Rect, Ui, Vec2, pos2, vec2};

/// How long a second digit is waited for, in seconds.
const WAIT: f64 = 1.5;
/// Width of the chip.
const WIDTH: f32 = 300.0;

/// A role has just been coded; an indicator may follow.
pub(super) struct Second {
    /// The role, as a place in the study's codes.
    pub(super) family: u32,
    /// The digit pressed meanwhile.
    pub(super) digit: Option<u8>,
    coded: Expected,
    /// Whether the role stood there before; then nothing is taken back.
    was_there: bool,
    until: f64,
}

impl Second {
    pub(super) const fn new(family: u32, coded: Expected, was_there: bool, now: f64) -> Self {
        Self { family, digit: None, coded, was_there, until: now + WAIT }
    }
}

impl CodingPlace {
    /// Shows the chip, and carries the second digit out as soon as the role's coding has landed.
    pub(super) fn second_ui(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let Some(second) = &self.second else { return };
        let (family, coded) = (second.family, second.coded);
        if let Some(digit) = second.digit {
            let has_landed = coding_at(view.study, coded).is_some();
            if has_landed {
                let code = find::child(view.study, family, digit)
                    .and_then(|at| view.study.codes.get(at as usize))
                    .map(|code| code.id);
                if let Some(code) = code {
                    if !second.was_there && view.undoable.is_some() {
                        commands.run(Command::Undo);
                    }
                    self.code_at(view, commands, coded.source, coded.range, code);
                }
                self.second = None;
            } else {
                ui.ctx().request_repaint();
            }
            return;
        }
        let now = ui.input(|input| input.time);
        let has_children = find::children(view.study, family).next().is_some();
        if now >= second.until || !has_children {
            self.second = None;
            return;
        }
        let left = second.until - now;
        ui.ctx().request_repaint_after(std::time::Duration::from_secs_f64(left.max(0.01)));
        let Some(anchor) = self.anchor else { return };
        let rows = 1 + find::children(view.study, family).take(9).count();
        let height = rows as f32 * measure::ROW + 2.0 * space::XS;
        let corner = super::picker::beside(anchor, vec2(WIDTH, height), ui.ctx().content_rect());
        Area::new(ui.scope_id().with("second")).order(Order::Foreground).fixed_pos(corner).interactable(false).show(
            ui.ctx(),
            |ui| {
                Frame::popup(ui.style()).inner_margin(space::XS).show(ui, |ui| {
                    ui.spacing_mut().item_spacing = vec2(space::XS, 0.0);
                    row_ui(ui, view, family, None);
                    for (digit, child) in (1_u8..=9).zip(find::children(view.study, family)) {
                        row_ui(ui, view, child, Some(digit));
                    }
                });
            },
        );
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, code: u32, digit: Option<u8>) {
    let theme = Theme::of(ui);
    let Some(code) = view.study.codes.get(code as usize) else { return };
    ui.allocate_ui_with_layout(
        vec2(WIDTH - 2.0 * space::XS, measure::ROW),
        Layout::left_to_right(Align::Center),
        |ui| {
            ui.set_min_width(WIDTH - 2.0 * space::XS);
            match digit {
                Some(digit) => {
                    keycap_ui(ui, &digit.to_string());
                }
                None => {
                    let (rect, _) = ui.allocate_exact_size(Vec2::splat(measure::SWATCH), eframe::egui::Sense::hover());
                    swatch_at(ui.painter(), rect, theme.code(code.colour), code.digit(), theme.text);
                }
            }
            let step = if digit.is_some() { type_scale::BODY } else { type_scale::STRONG };
            let words = Words::of(&code.short, type_scale::STRONG, theme.text)
                .then("  ", type_scale::BODY, theme.text)
                .then(&code.name, step, if digit.is_some() { theme.text2 } else { theme.text });
            let room = ui.available_rect_before_wrap();
            let galley = words.within(ui.painter(), room.width(), 1);
            let top = room.center().y - galley.size().y / 2.0;
            let rect = Rect::from_min_size(pos2(room.left(), top.round()), galley.size());
            ui.painter().galley(rect.min, galley, theme.text);
        },
    );
}
