//! Moving the ends of the chosen coding: by keys after B, by its handles at any time. The transcript shows what it would
//! come to; when the gesture is over the project hears of it once.

use super::{CodingPlace, Expected};
use crate::app::commands::{Commands, Request};
use crate::app::transcript::Moved;
use crate::app::view::View;
use crate::domain::{CharRange, Message};
use eframe::egui::Ui;
use std::time::Duration;

/// How long moved words are shown where they were put before the project has said that they lie there; after that
/// what the project has is shown again. In seconds.
const PATIENCE: f64 = 2.0;

impl CodingPlace {
    /// Begins to move the ends of the chosen coding by keys.
    pub(super) fn begin_ends(&mut self, view: &View<'_>, commands: &mut Commands) {
        let key = if view.is_read_only {
            "why-read-only"
        } else if self.chosen.is_some_and(|coding| self.transcript.move_ends(coding)) {
            "coding-ends-how"
        } else {
            "coding-choose-first"
        };
        if let Some(range) = self.chosen.and_then(|coding| self.transcript.range_of(coding)) {
            self.transcript.reveal(CharRange { start: range.end, end: range.end });
        }
        commands.send(Request::Tell(Message::new(key)));
    }

    /// Sends a coding to the words it was moved to, as one step.
    pub(super) fn land(&mut self, ui: &Ui, view: &View<'_>, moved: Moved, commands: &mut Commands) {
        let Moved { coding, range } = moved;
        if view.is_read_only {
            self.marked = None;
            commands.send(Request::Tell(Message::new("why-read-only")));
            return;
        }
        commands.send(Request::change(move |project| project.move_coding(coding, range)));
        if self.chosen == Some(coding)
            && let Some(entry) = view.study.coding(coding)
            && let Some(source) = self.source
        {
            // Where it joins another one its id goes; what covers these words is chosen then.
            self.expected = Some(Expected { source, range, code: entry.coding.code });
        }
        self.patience = Some(ui.input(|input| input.time) + PATIENCE);
    }

    /// Shows the words again as the project has them, where it has not taken what was asked of it.
    pub(super) fn lose_patience(&mut self, ui: &Ui) {
        let Some(until) = self.patience else { return };
        let left = until - ui.input(|input| input.time);
        if left > 0.0 {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(left));
        } else {
            self.patience = None;
            self.marked = None;
        }
    }

    /// "Batas koding · Baris 47 · 96 huruf · ujung akhir".
    pub(super) fn ends_facts(&self, view: &View<'_>, lines: &str) -> Option<String> {
        let (moved, is_end) = self.transcript.ends()?;
        let message = Message::new(if is_end { "coding-ends-last" } else { "coding-ends-first" });
        Some(view.say(&message.with("lines", lines).with("n", moved.range.len())))
    }
}
