//! Going from coding to coding by keys: through those that lie on each other, and through the text.

use super::CodingPlace;
use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::app::widgets::direction_key;
use crate::domain::{CharRange, CodingId, Message, lines_cited};
use eframe::egui::{Key, Modifiers, Ui};

/// Where a walk through overlapping codings began, so that it leads round all of them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Round {
    /// The words it began on.
    around: CharRange,
    /// The coding it has come to.
    last: CodingId,
}

impl CodingPlace {
    /// O, Shift+O, `]`, `[` and B.
    pub(super) fn hear_walking(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let hit = |key: Key, modifiers: Modifiers| {
            ui.input_mut(|input| input.modifiers.matches_exact(modifiers) && input.consume_key(modifiers, key))
        };
        if hit(Key::O, Modifiers::SHIFT) {
            self.go_round(view, commands, true);
        }
        if hit(Key::O, Modifiers::NONE) {
            self.go_round(view, commands, false);
        }
        for (key, is_back) in [(Key::OpenBracket, true), (Key::CloseBracket, false)] {
            if hit(key, Modifiers::NONE) {
                self.go_along(view, commands, is_back);
            }
        }
        if hit(Key::B, Modifiers::NONE) {
            self.begin_ends(view, commands);
        }
    }

    /// The next of the codings that lie on the chosen one, or at the caret; the shortest first, and round again.
    fn go_round(&mut self, view: &View<'_>, commands: &mut Commands, is_back: bool) {
        let caret = self.transcript.caret();
        let around = match (self.round, self.chosen) {
            (Some(round), Some(chosen)) if round.last == chosen => round.around,
            (_, Some(chosen)) => match self.transcript.range_of(chosen) {
                Some(range) => range,
                None => CharRange { start: caret, end: caret },
            },
            (_, None) => self.transcript.selection().unwrap_or(CharRange { start: caret, end: caret }),
        };
        let here = self.transcript.codings_on(around);
        let at = self.chosen.and_then(|chosen| here.iter().position(|coding| *coding == chosen));
        let next = match (at, is_back) {
            (_, _) if here.is_empty() => return commands.send(Request::Tell(Message::new("coding-none-here"))),
            (Some(_), _) if here.len() == 1 => {
                return commands.send(Request::Tell(Message::new("coding-none-overlaps")));
            }
            (Some(at), false) => (at + 1) % here.len(),
            (Some(at), true) => (at + here.len() - 1) % here.len(),
            (None, false) => 0,
            (None, true) => here.len() - 1,
        };
        let Some(coding) = here.get(next).copied() else { return };
        self.turn_to(view, commands, coding, next + 1, here.len());
        self.round = Some(Round { around, last: coding });
    }

    /// The next or the previous coding in the text.
    fn go_along(&mut self, view: &View<'_>, commands: &mut Commands, is_back: bool) {
        let found =
            if is_back { self.transcript.coding_before(self.chosen) } else { self.transcript.next_coding(self.chosen) };
        let Some(coding) = found else {
            let key = if is_back { "coding-none-before" } else { "coding-none-behind" };
            return commands.send(Request::Tell(Message::new(key)));
        };
        let (at, total) = self.transcript.place_of(coding);
        self.turn_to(view, commands, coding, at + 1, total);
        if let Some(range) = self.transcript.range_of(coding) {
            self.transcript.stand_at(range.start);
        }
    }

    /// Chooses a coding, brings it into sight and says which it is.
    fn turn_to(&mut self, view: &View<'_>, commands: &mut Commands, coding: CodingId, at: usize, total: usize) {
        self.choose(Some(coding));
        let Some(range) = self.transcript.range_of(coding) else { return };
        self.transcript.reveal(range);
        let Some(entry) = view.study.coding(coding) else { return };
        let Some(code) = view.study.codes.get(entry.code as usize) else { return };
        let Some(text) = self.open(view.study).and_then(|source| view.texts.get(source)) else { return };
        let (line, line_end) = text.lines_of(range);
        let key = if code.kind.takes_direction() { "coding-turned-directed" } else { "coding-turned" };
        let sentence = Message::new(key)
            .with("code", code.label())
            .with("direction", view.text(direction_key(entry.coding.direction)))
            .with("lines", lines_cited(line, line_end))
            .with("at", at)
            .with("total", total);
        commands.send(Request::Tell(sentence));
    }
}
