//! On to what carries no code yet: the next turn of an informant, round and round, until none is left.

use super::CodingPlace;
use crate::app::command::Command;
use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::domain::{CharOffset, CharRange, Message};
use eframe::egui::{Key, Modifiers, Ui};

impl CodingPlace {
    /// The keys that lead on, while the transcript has the focus.
    pub(super) fn hear_onward(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        // With Shift first: egui lets a shifted key pass for the bare one.
        for (modifiers, is_back) in [(Modifiers::SHIFT, true), (Modifiers::NONE, false)] {
            for _ in 0..ui.input_mut(|input| input.count_and_consume_key(modifiers, Key::N)) {
                self.go_to_uncoded(view, commands, is_back);
            }
        }
    }

    /// Puts the caret before the next words without a code of anybody, and says how many are left.
    pub(super) fn go_to_uncoded(&mut self, view: &View<'_>, commands: &mut Commands, is_back: bool) {
        let Some(source) = self.open(view.study).filter(|source| self.held == Some(source.revision)) else { return };
        let Some((at, text)) = view.study.source_at(source.id).zip(view.texts.get(source)) else { return };
        let free = view.study.uncoded(at as usize, &text);
        let is_spoken = view.study.is_spoken(at as usize);
        let Some(next) = beside(&free, self.transcript.caret(), is_back) else {
            let key = if is_spoken { "coding-all-turns" } else { "coding-all-lines" };
            let sentence = Message::new(key).with("source", source.short.as_str());
            let is_done = view.acting().is_some_and(|coder| view.study.is_done_by(source.id, coder));
            commands.send(match is_done || view.is_read_only {
                true => Request::Tell(sentence),
                false => Request::Offer(sentence, "coding-done", || Request::Run(Command::MarkDone)),
            });
            return;
        };
        self.choose(None);
        self.transcript.select(CharRange { start: next.start, end: next.start });
        self.transcript.reveal(next);
        let key = if is_spoken { "coding-uncoded-turns" } else { "coding-uncoded-lines" };
        commands.send(Request::Tell(Message::new(key).with("n", free.len())));
    }
}

/// The first stretch behind the caret, or the last one before it; round the end of the text.
fn beside(free: &[CharRange], caret: CharOffset, is_back: bool) -> Option<CharRange> {
    let found = match is_back {
        false => free.iter().find(|range| range.start > caret).or(free.first()),
        true => free.iter().rev().find(|range| range.start < caret).or(free.last()),
    };
    found.copied()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_goes_on_from_the_caret_and_round_the_end() {
        let free = [CharRange::new(10, 20), CharRange::new(30, 40)];
        let from = |at: u32, is_back: bool| beside(&free, CharOffset::new(at), is_back).map(|found| found.start.get());
        assert_eq!([from(0, false), from(10, false), from(35, false)], [Some(10), Some(30), Some(10)]);
        assert_eq!([from(0, true), from(30, true), from(35, true)], [Some(30), Some(10), Some(30)]);
        assert_eq!(beside(&[], CharOffset::ZERO, false), None);
    }
}
