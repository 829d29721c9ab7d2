//! What the researcher writes about the chosen coding: the reduction of its words, and the memo; and the memo on words
//! that carry no code.

use super::super::CodingPlace;
use crate::app::commands::{Commands, Request};
use crate::app::drafts::Labels;
use crate::app::view::View;
use crate::domain::{MemoHost, Message};
use eframe::egui::{Key, Modifiers, Ui};

/// Rows of an empty memo.
const MEMO_ROWS: usize = 3;
/// Rows of an empty reduction.
const REDUCTION_ROWS: usize = 2;

impl CodingPlace {
    /// The core of the statement in the researcher's words.
    pub(super) fn reduction_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let labels = Labels {
            name: &view.text("coding-reduction"),
            hint: &view.text("coding-reduction-hint"),
            facts: "",
            rows: REDUCTION_ROWS,
            is_steady: false,
        };
        self.reduction.ui(ui, view, commands, &labels);
    }

    /// The keys of what is known of the chosen coding, while the transcript has the focus.
    pub(in super::super) fn hear_facts(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        let hit = |key: Key| ui.input_mut(|input| input.modifiers.is_none() && input.consume_key(Modifiers::NONE, key));
        if hit(Key::K) {
            self.toggle_key(view, commands);
        }
        if hit(Key::F) {
            self.link_finding(view, commands);
        }
        if hit(Key::R) {
            if self.chosen.is_some() {
                self.is_inspector_hidden = false;
                self.is_detail_open = true;
                self.described = None;
                self.reduction.wants_focus = true;
            } else {
                commands.send(Request::Tell(Message::new("coding-choose-first")));
            }
        }
    }

    /// Marks the words of the chosen coding as a key quotation, or takes the mark back.
    pub(in super::super) fn toggle_key(&self, view: &View<'_>, commands: &mut Commands) {
        let entry = self.chosen.and_then(|coding| view.study.coding(coding));
        let segment = entry.and_then(|entry| view.study.segments.get(entry.segment as usize));
        commands.send(match segment.map(|entry| (entry.segment.id, entry.segment.is_key)) {
            Some((segment, is_key)) => Request::change(move |project| project.set_key(&[segment], !is_key)),
            None => Request::Tell(Message::new("coding-choose-first")),
        });
    }

    /// The memo, and under it who wrote it when.
    pub(super) fn memo_ui(&mut self, ui: &mut Ui, view: &View<'_>, host: Option<MemoHost>, commands: &mut Commands) {
        let memo = host.and_then(|host| view.study.memo_of(host));
        let facts = memo.map(|memo| format!("{} · {}", memo.author, view.catalog.moment(memo.changed)));
        let labels = Labels {
            name: &view.text("coding-memo"),
            hint: &view.text("coding-memo-hint"),
            facts: facts.as_deref().unwrap_or_default(),
            rows: MEMO_ROWS,
            is_steady: false,
        };
        self.memo.ui(ui, view, commands, &labels);
    }
}
