//! Finding words in the source on show: the bar under the header, the places that were found and the way from one to
//! the next. The labels of speakers are not searched: they stand in a column of their own and nobody said them.

mod bar;
mod job;
#[cfg(test)]
mod walk;

use super::CodingPlace;
use crate::analysis::find::{End, FindError, Query, labels};
use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::domain::{CharOffset, CharRange, Message, RevisionId};
use eframe::egui::{Context, Id, Ui};
use job::{Job, Outcome, Searched};
use std::sync::Arc;

/// Letters of a selection that become a query at most; more than that nobody searches for.
const LONGEST: u32 = 200;

/// The search of the place.
#[derive(Default)]
pub(super) struct Search {
    /// Whether the bar is on show.
    pub(super) is_open: bool,
    query: Query,
    /// What is searched for just now, or was last.
    asked: Option<(RevisionId, Query)>,
    job: Job,
    hits: Arc<[CharRange]>,
    current: Option<usize>,
    end: End,
    has_empty: bool,
    error: Option<FindError>,
    is_late: bool,
    /// Where the reader stood when the search began: the first hit is the first from there on.
    pub(super) from: CharOffset,
    /// Whether the field takes the focus at the next frame, with its words selected.
    wants_focus: bool,
    /// Whether the keyboard was in the bar in the last frame.
    has_focus: bool,
    /// The field, as it was drawn last.
    field: Option<Id>,
}

impl Search {
    /// Forgets what was found; it belongs to another text.
    pub(super) fn forget(&mut self) {
        self.job.stop();
        self.hits = Arc::default();
        self.current = None;
        self.asked = None;
        self.error = None;
        (self.end, self.has_empty, self.is_late) = (End::Whole, false, false);
    }
}

impl CodingPlace {
    /// Opens the bar; the words that are selected are what is searched for.
    pub(super) fn open_search(&mut self, view: &View<'_>) {
        let Some(text) = self.open(view.study).and_then(|source| view.texts.get(source)) else { return };
        let search = &mut self.search;
        let was_open = std::mem::replace(&mut search.is_open, true);
        search.wants_focus = true;
        let selection = self.transcript.selection();
        if !was_open {
            search.from = selection.map_or(self.transcript.caret(), |range| range.start);
        }
        let is_in_text = !was_open || !search.has_focus;
        if let Some(words) =
            selection.filter(|range| is_in_text && range.len() <= LONGEST).and_then(|range| text.slice(range))
        {
            let words = words.split(['\n', '\r']).collect::<Vec<_>>().join(" ");
            search.from = selection.map_or(search.from, |range| range.start);
            search.query.words = words;
            // Words of a text are no pattern.
            search.query.is_regex = false;
            search.forget();
        }
    }

    /// Closes the bar: the hit the reader stands at is selected, so that the next key codes it.
    pub(super) fn close_search(&mut self) {
        self.search.is_open = false;
        self.search.has_focus = false;
        if let Some(hit) = self.search.current.and_then(|at| self.search.hits.get(at)).copied() {
            self.choose(None);
            self.transcript.select(hit);
            self.transcript.reveal(hit);
        }
        self.transcript.set_hits(Arc::default(), None);
        self.transcript.focus();
    }

    /// Goes to the next hit, or to the one before, round the end of the text.
    pub(super) fn next_hit(&mut self, view: &View<'_>, commands: &mut Commands, is_back: bool) {
        let was_open = std::mem::replace(&mut self.search.is_open, true);
        if self.search.query.words.is_empty() {
            self.search.is_open = was_open;
            self.open_search(view);
            return;
        }
        let caret = self.transcript.caret();
        let here = self.transcript.selection().filter(|_| is_back).map_or(caret, |range| range.start);
        if self.search.asked.as_ref().map(|(revision, _)| *revision) != self.held {
            // Another source: the search begins at the caret there.
            self.search.forget();
            self.search.from = here;
            return;
        }
        if !was_open {
            // F3 goes on with what was searched for last, from where the reader is now.
            let next = self.search.hits.partition_point(|hit| hit.start < here);
            self.search.current = if is_back { Some(next) } else { next.checked_sub(1) };
        }
        let count = self.search.hits.len();
        if count == 0 {
            if self.search.asked.is_some() && self.search.job.lasts().is_none() {
                commands.send(Request::Tell(Message::new("find-none")));
            }
            return;
        }
        let (next, around) = match (self.search.current, is_back) {
            (None, false) => (0, None),
            (None, true) => (count - 1, None),
            (Some(at), false) if at + 1 >= count => (0, Some("find-from-start")),
            (Some(at), false) => (at + 1, None),
            (Some(0), true) => (count - 1, Some("find-from-end")),
            (Some(at), true) => (at - 1, None),
        };
        if let Some(key) = around {
            commands.send(Request::Tell(Message::new(key)));
        }
        self.search.current = Some(next);
        self.stand_at_hit();
        if !self.search.has_focus
            && let Some(hit) = self.search.hits.get(next).copied()
        {
            // Whoever reads in the text can code what is found at once.
            self.choose(None);
            self.transcript.select(hit);
        }
    }

    fn stand_at_hit(&mut self) {
        self.transcript.set_hits(Arc::clone(&self.search.hits), self.search.current);
        if let Some(hit) = self.search.current.and_then(|at| self.search.hits.get(at)) {
            self.transcript.reveal(*hit);
        }
    }

    /// Searches anew where the words, the source or its text have changed, and takes what was found.
    pub(super) fn follow_search(&mut self, ctx: &Context, view: &View<'_>) {
        if !self.search.is_open {
            return;
        }
        let Some(source) = self.open(view.study).filter(|source| self.held == Some(source.revision)) else { return };
        let revision = source.revision;
        let asked = (revision, self.search.query.clone());
        if self.search.asked.as_ref() != Some(&asked) {
            let Some(text) = view.texts.get(source) else { return };
            let turns = view.study.source_at(source.id).and_then(|at| view.study.turns.get(at as usize));
            let left_out = turns.map(|turns| labels(turns)).unwrap_or_default().into();
            self.search.job.begin(ctx, Searched { text, left_out }, asked.1.clone());
            self.search.asked = Some(asked);
        }
        let search = &mut self.search;
        match search.job.take(ctx) {
            Outcome::Waiting => return,
            Outcome::Late => {
                search.hits = Arc::default();
                search.is_late = true;
                search.error = None;
            }
            Outcome::Done(Ok(found)) => {
                search.is_late = found.end == End::Stopped;
                search.hits = found.hits.into();
                (search.end, search.has_empty, search.error) = (found.end, found.has_empty, None);
            }
            Outcome::Done(Err(error)) => {
                search.hits = Arc::default();
                search.is_late = false;
                search.error = Some(error);
            }
        }
        let from = search.from;
        let first = search.hits.partition_point(|hit| hit.start < from);
        search.current = match search.hits.len() {
            0 => None,
            count => Some(if first < count { first } else { 0 }),
        };
        self.stand_at_hit();
    }

    /// The bar, where it is open.
    pub(super) fn search_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        if self.search.is_open {
            self.search_bar_ui(ui, view, commands);
        }
    }
}
