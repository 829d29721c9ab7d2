//! What keys and clicks do to the words that are selected or chosen.

use super::code_menu::DIGITS;
use super::marks::noted_at;
use super::picker::next_direction;
use super::{CodingPlace, Expected, Repeat, coding_at};
use crate::app::commands::{Commands, Request};
use crate::app::transcript::Over;
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
            Some(words) => self.code_all(view, commands, words, &[code], None),
            None => commands.send(Request::Tell(Message::new("coding-select-first"))),
        }
    }

    /// Puts codes on words, all in one step. The direction goes with those that take one.
    pub(super) fn code_all(
        &mut self,
        view: &View<'_>,
        commands: &mut Commands,
        (source, range): (SourceId, CharRange),
        codes: &[CodeId],
        direction: Option<Direction>,
    ) {
        let known = |code: &CodeId| view.study.code(*code);
        let is_there = |code: &CodeId| coding_at(view, Expected { source, range, code: *code }).is_some();
        if codes.iter().all(is_there) {
            // Nothing may land now; then this is the answer.
            let labels: Vec<&str> = codes.iter().filter_map(known).map(|code| code.label()).collect();
            commands.send(Request::Tell(Message::new("coding-there-already").with("code", labels.join(", "))));
        }
        let codings = codes.iter().filter_map(known).map(|code| NewCoding {
            source,
            range,
            code: code.id,
            direction: direction.filter(|_| code.kind.takes_direction()),
            coder: None,
            memo: None,
        });
        commands.send(Request::Code(codings.collect()));
        self.expected = codes.first().map(|code| Expected { source, range, code: *code });
        self.last = Repeat { codes: codes.to_vec(), direction };
        self.described = None;
    }

    /// Puts the codes that were put on last on the words at hand too; asked for with Shift, only says which they are.
    fn repeat(&mut self, view: &View<'_>, commands: &mut Commands, is_asking: bool) {
        let last = Repeat { codes: self.last.codes.clone(), direction: self.last.direction };
        let codes: Vec<CodeId> = last.codes.into_iter().filter(|code| view.study.code(*code).is_some()).collect();
        if codes.is_empty() {
            commands.send(Request::Tell(Message::new("coding-no-last")));
        } else if is_asking {
            let labels: Vec<&str> =
                codes.iter().filter_map(|code| view.study.code(*code)).map(|code| code.label()).collect();
            let direction = last.direction.map_or("unset", Direction::key);
            let message = Message::new("coding-last").with("codes", labels.join(", ")).with("direction", direction);
            commands.send(Request::Tell(message));
        } else {
            match self.target(view) {
                Some(words) => self.code_all(view, commands, words, &codes, last.direction),
                None => commands.send(Request::Tell(Message::new("coding-select-first"))),
            }
        }
    }

    /// The keys of the place, while the transcript has the focus.
    pub(super) fn hear_keys(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let hit = |key: Key| ui.input_mut(|input| input.modifiers.is_none() && input.consume_key(Modifiers::NONE, key));
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
        let with_shift =
            |key: Key| ui.input_mut(|input| input.modifiers.shift_only() && input.consume_key(Modifiers::SHIFT, key));
        for (key, is_asking) in [(Key::Q, false), (Key::Q, true), (Key::V, false), (Key::V, true)] {
            let is_hit = if is_asking { with_shift(key) } else { hit(key) };
            match key {
                Key::Q if is_hit => self.repeat(view, commands, is_asking),
                Key::V if is_hit => self.code_in_vivo(view, commands, is_asking),
                _ => {}
            }
        }
        if hit(Key::D) {
            self.cycle_direction(view, commands);
        }
        self.hear_walking(ui, view, commands);
        if hit(Key::U) {
            match self.chosen {
                Some(coding) => commands.send(Request::Uncode(vec![coding])),
                None => commands.send(Request::Tell(Message::new("coding-choose-first"))),
            }
        }
        if hit(Key::M) {
            let selected = self.source.zip(self.transcript.selection());
            let is_noted = || selected.is_some_and(|(source, range)| noted_at(view, source, range).is_some());
            if self.chosen.is_some() || is_noted() {
                self.is_inspector_hidden = false;
                self.is_detail_open = true;
                self.memo.wants_focus = true;
            } else {
                let key =
                    if self.transcript.selection().is_some() { "coding-memo-code" } else { "coding-choose-first" };
                commands.send(Request::Tell(Message::new(key)));
            }
        }
    }

    /// Selects what a memo is about, so that the inspector shows it.
    pub(super) fn show_note(&mut self, range: CharRange) {
        self.choose(None);
        self.transcript.select(range);
        self.is_inspector_hidden = false;
        self.is_detail_open = true;
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
        let next = next_direction(entry.coding.direction);
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
        if self.over == Some(Over::Others) {
            return view.text("coding-select-first");
        }
        let moving = self.transcript.ends().map(|(moved, _)| moved.range);
        let range = moving.or(selection).or(chosen).unwrap_or(CharRange { start: caret, end: caret });
        let (line, line_end) = text.lines_of(range);
        let lines = lines_cited(line, line_end);
        if let Some(facts) = self.ends_facts(view, &lines) {
            return facts;
        }
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
