//! Which codings are shown: by code, by what they say, by who coded, and only one's own or the key quotations. What is
//! not shown is neither painted nor picked nor stepped through; it stays where it is. Within one question anything
//! chosen passes, and nothing chosen lets everything pass; every question has to be passed.

mod popup;
#[cfg(test)]
mod walk;

use super::CodingPlace;
use crate::analysis::{CodingEntry, Study};
use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::domain::{CodeId, CoderId, CodingId, Direction, Message, SegmentId, SourceId};
use std::collections::{BTreeSet, HashSet};

/// What a coding must be to be shown.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(super) struct Filter {
    /// Codes; a family lets its indicators pass.
    codes: BTreeSet<CodeId>,
    /// What is said; nothing is "not set yet".
    directions: BTreeSet<Option<Direction>>,
    coders: BTreeSet<CoderId>,
    is_mine_only: bool,
    is_key_only: bool,
}

impl Filter {
    /// Whether it keeps anything out.
    pub(super) fn is_on(&self) -> bool {
        *self != Self::default()
    }

    /// Whether a coding is shown. `me` is the name of the coder who acts.
    pub(super) fn passes(&self, study: &Study, entry: &CodingEntry, me: &str) -> bool {
        let coder = study.coders.get(entry.coder as usize);
        self.passes_code(study, entry.code)
            && self.passes_direction(study, entry)
            && (self.coders.is_empty() || self.coders.contains(&entry.coding.coder))
            && (!self.is_mine_only || coder.is_some_and(|coder| coder.name == me))
            && (!self.is_key_only || is_key(study, entry))
    }

    fn passes_code(&self, study: &Study, code: u32) -> bool {
        if self.codes.is_empty() {
            return true;
        }
        let mut at = Some(code);
        while let Some(code) = at {
            if study.codes.get(code as usize).is_some_and(|code| self.codes.contains(&code.id)) {
                return true;
            }
            at = study.code_parents.get(code as usize).copied().flatten();
        }
        false
    }

    /// A code without directions is left out as soon as one is asked for: it says nothing about the claim.
    fn passes_direction(&self, study: &Study, entry: &CodingEntry) -> bool {
        let takes = || study.codes.get(entry.code as usize).is_some_and(|code| code.kind.takes_direction());
        self.directions.is_empty() || self.directions.contains(&entry.coding.direction) && takes()
    }

    /// Forgets what is not in the project any more: it would keep everything out for a reason nobody can see.
    fn follow(&mut self, study: &Study) {
        self.codes.retain(|code| study.code(*code).is_some());
        self.coders.retain(|coder| study.coders.iter().any(|other| other.id == *coder));
    }
}

fn is_key(study: &Study, entry: &CodingEntry) -> bool {
    study.segments.get(entry.segment as usize).is_some_and(|entry| entry.segment.is_key)
}

/// The filter of the place, and what it came to in the source on show.
#[derive(Default)]
pub(super) struct Filtered {
    pub(super) filter: Filter,
    /// Segments that are shown.
    pub(super) segments: usize,
    /// The codings of a source, as they were seen last.
    known: Option<(SourceId, HashSet<CodingId>)>,
    /// Families that are open in the popup.
    opened: BTreeSet<CodeId>,
    /// Whether the popup opens at the next frame, by a command.
    pub(super) is_asked: bool,
    /// The code of a coding that was made and is not shown.
    unseen: Option<String>,
}

impl Filtered {
    /// Takes in the codings of a source: which are shown, and whether one was made that is not.
    pub(super) fn take_in(&mut self, study: &Study, source: SourceId, me: &str) {
        self.filter.follow(study);
        let mut segments: HashSet<SegmentId> = HashSet::new();
        let mut now: HashSet<CodingId> = HashSet::new();
        let before = self.known.take().filter(|(other, _)| *other == source).map(|(_, known)| known);
        for entry in &study.codings {
            let is_here =
                study.segments.get(entry.segment as usize).is_some_and(|entry| entry.segment.source == source);
            if !is_here {
                continue;
            }
            now.insert(entry.coding.id);
            if self.filter.passes(study, entry, me) {
                segments.insert(entry.coding.segment);
            } else if before.as_ref().is_some_and(|known| !known.contains(&entry.coding.id)) {
                self.unseen = study.codes.get(entry.code as usize).map(|code| code.label().to_owned());
            }
        }
        self.segments = segments.len();
        self.known = Some((source, now));
    }
}

impl CodingPlace {
    /// Shows every coding again.
    pub(super) fn show_all(&mut self) {
        self.filtered.filter = Filter::default();
        self.marked = None;
    }

    /// Says it where a coding was made that the filter does not show: nothing vanishes silently.
    pub(super) fn say_unseen(&mut self, commands: &mut Commands) {
        if let Some(code) = self.filtered.unseen.take() {
            commands.send(Request::Tell(Message::new("filter-unseen").with("code", code)));
        }
    }

    /// "12 dari 41 segmen", while the filter keeps anything out.
    pub(super) fn shown_words(&self, view: &View<'_>, all: u32) -> Option<String> {
        let message = Message::new("filter-count").with("n", self.filtered.segments).with("all", all);
        self.filtered.filter.is_on().then(|| view.say(&message))
    }
}
