//! What keys and clicks do to the words that are selected or chosen.

use super::second::Second;
use super::{CodingPlace, Expected, coding_at, find};
use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::domain::{CharRange, CodeId, CodingId, Direction, Message, SourceId, lines_cited};
use crate::project::NewCoding;
use eframe::egui::{Key, Modifiers, Ui};

impl CodingPlace {
    /// What a code would be put on: the selection, else the place of the chosen coding.
    pub(super) fn target(&self, view: &View<'_>) -> Option<(SourceId, CharRange)> {
        let source = self.source?;
        let range = self.transcript.selection().or_else(|| {
            let entry = view.study.coding(self.chosen?)?;
            view.study.segments.get(entry.segment as usize).map(|entry| entry.segment.range)
        })?;
        Some((source, range))
    }

    /// The codings on what is chosen, in the order of the codebook.
    pub(super) fn codings_here(&self, view: &View<'_>) -> Vec<CodingId> {
        let Some(chosen) = self.chosen.and_then(|id| view.study.coding(id)) else { return Vec::new() };
        let mut here: Vec<(u32, CodingId)> = view
            .study
            .codings
            .iter()
            .filter(|entry| entry.segment == chosen.segment)
            .map(|entry| (entry.code, entry.coding.id))
            .collect();
        here.sort_unstable();
        here.into_iter().map(|(_, id)| id).collect()
    }

    /// Puts a code on the words at hand; says what to do where there are none.
    pub(super) fn code_with(&mut self, view: &View<'_>, commands: &mut Commands, code: CodeId) {
        match self.target(view) {
            Some((source, range)) => self.code_at(view, commands, source, range, code),
            None => commands.send(Request::Tell(Message::new("coding-select-first"))),
        }
    }

    pub(super) fn code_at(
        &mut self,
        view: &View<'_>,
        commands: &mut Commands,
        source: SourceId,
        range: CharRange,
        code: CodeId,
    ) {
        if coding_at(view.study, Expected { source, range, code }).is_some() {
            // Nothing may land now; then this is the answer.
            let name = view.study.code(code).map_or("", |code| code.label());
            commands.send(Request::Tell(Message::new("coding-there-already").with("code", name)));
        }
        let coding = NewCoding { source, range, code, direction: None, coder: None, memo: None };
        commands.send(Request::Code(vec![coding]));
        self.expected = Some(Expected { source, range, code });
        self.last_code = Some(code);
        self.described = None;
    }

    /// The keys of the place, while the transcript has the focus.
    pub(super) fn hear_keys(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let hit = |key: Key| ui.input_mut(|input| input.modifiers.is_none() && input.consume_key(Modifiers::NONE, key));
        const DIGITS: [Key; 9] =
            [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
        for (digit, key) in (1_u8..).zip(DIGITS) {
            if hit(key) {
                self.digit(ui, view, commands, digit);
            }
        }
        if hit(Key::Enter) {
            match self.target(view) {
                Some(target) => self.open_picker(target),
                None => commands.send(Request::Tell(Message::new("coding-select-first"))),
            }
        }
        if hit(Key::Q) {
            match self.last_code.filter(|code| view.study.code(*code).is_some()) {
                Some(code) => self.code_with(view, commands, code),
                None => commands.send(Request::Tell(Message::new("coding-no-last"))),
            }
        }
        if hit(Key::D) {
            self.cycle_direction(view, commands);
        }
        if hit(Key::U) {
            match self.chosen {
                Some(coding) => commands.send(Request::Uncode(vec![coding])),
                None => commands.send(Request::Tell(Message::new("coding-choose-first"))),
            }
        }
        if hit(Key::M) {
            if self.chosen.is_some() {
                self.is_inspector_hidden = false;
                self.is_detail_open = true;
                self.memo.wants_focus = true;
            } else {
                commands.send(Request::Tell(Message::new("coding-choose-first")));
            }
        }
    }

    fn digit(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands, digit: u8) {
        if let Some(second) = self.second.as_mut()
            && find::child(view.study, second.family, digit).is_some()
        {
            second.digit = Some(digit);
            return;
        }
        let Some(family) = find::by_key(view.study, digit) else { return };
        let Some(code) = view.study.codes.get(family as usize).map(|code| code.id) else { return };
        let Some((source, range)) = self.target(view) else {
            commands.send(Request::Tell(Message::new("coding-select-first")));
            return;
        };
        let is_there = coding_at(view.study, Expected { source, range, code }).is_some();
        self.code_at(view, commands, source, range, code);
        let now = ui.input(|input| input.time);
        self.second = Some(Second::new(family, Expected { source, range, code }, is_there, now));
    }

    /// Not set, supports, partly, weakens, context, and round again.
    pub(super) fn cycle_direction(&mut self, view: &View<'_>, commands: &mut Commands) {
        let Some(entry) = self.chosen.and_then(|id| view.study.coding(id)) else {
            commands.send(Request::Tell(Message::new("coding-choose-first")));
            return;
        };
        let takes = view.study.codes.get(entry.code as usize).is_some_and(|code| code.kind.takes_direction());
        if !takes {
            commands.send(Request::Tell(Message::new("coding-takes-none")));
            return;
        }
        let next = match entry.coding.direction {
            None => Some(Direction::ALL[0]),
            Some(now) => Direction::ALL.iter().copied().skip_while(|direction| *direction != now).nth(1),
        };
        commands.send(Request::SetDirection(vec![entry.coding.id], next));
    }

    /// "Baris 47 · 122 huruf dipilih · kata-kata KS".
    pub(super) fn facts_of(&self, view: &View<'_>) -> String {
        let Some((source, text)) = self.open(view.study).and_then(|source| Some((source, view.texts.get(source)?)))
        else {
            let count = view.study.sources.len();
            return view.say(&Message::new("count-sources").with("n", count));
        };
        if self.held != Some(source.revision) {
            return String::new();
        }
        let chosen = self
            .chosen
            .and_then(|id| view.study.coding(id))
            .and_then(|entry| view.study.segments.get(entry.segment as usize))
            .map(|entry| entry.segment.range);
        let selection = self.transcript.selection();
        let caret = self.transcript.caret();
        let range = selection.or(chosen).unwrap_or(CharRange { start: caret, end: caret });
        let (line, line_end) = text.lines_of(range);
        let lines = lines_cited(line, line_end);
        let mut facts = vec![view.say(&Message::new("coding-fact-line").with("lines", lines))];
        if let Some(selection) = selection {
            facts.push(view.say(&Message::new("coding-fact-letters").with("n", selection.len())));
        }
        let turns = view.study.source_at(source.id).and_then(|at| view.study.turns.get(at as usize));
        let mut speakers: Vec<&str> = Vec::new();
        for turn in turns.iter().flat_map(|turns| turns.iter()) {
            let is_in = turn.words.overlaps(range)
                || range.is_empty() && turn.range.start <= range.start && range.start <= turn.range.end;
            if is_in && !turn.label.is_empty() && !speakers.contains(&turn.label.as_str()) {
                speakers.push(&turn.label);
            }
        }
        if !speakers.is_empty() {
            let key = if selection.is_some() { "coding-fact-words" } else { "coding-fact-speaker" };
            facts.push(view.say(&Message::new(key).with("speakers", speakers.join(", "))));
        }
        facts.join(" · ")
    }
}
