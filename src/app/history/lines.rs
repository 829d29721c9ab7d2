//! The lines of the history: the steps that are looked for, under the day each was done. Worked out anew only where
//! the history or what is looked for has changed.

use crate::app::clock;
use crate::app::theme::measure;
use crate::app::view::View;
use crate::domain::{Language, StepId};
use crate::project::Step;

/// A line.
pub(super) enum Line {
    /// A day.
    Day(String),
    /// A step, by its place in the history.
    Step(usize),
}

/// What the lines were worked out of.
#[derive(PartialEq, Default)]
struct Of {
    first: Option<StepId>,
    count: usize,
    undone: usize,
    coder: Option<String>,
    words: String,
    language: Option<Language>,
    today: String,
}

/// The lines.
#[derive(Default)]
pub(super) struct Lines {
    of: Of,
    list: Vec<Line>,
    coders: Vec<String>,
    /// How far the list is scrolled, in points.
    offset: f32,
}

impl Lines {
    /// Works them out anew where they may be others.
    pub(super) fn keep(&mut self, view: &View<'_>, coder: Option<&str>, words: &str) {
        let today = view.catalog.date_of(clock());
        let of = Of {
            first: view.history.first().map(|step| step.id),
            count: view.history.len(),
            undone: view.history.iter().filter(|step| step.is_undone).count(),
            coder: coder.map(str::to_owned),
            words: words.trim().to_lowercase(),
            language: Some(view.catalog.language()),
            today,
        };
        if self.of == of {
            return;
        }
        self.list.clear();
        self.coders = view.history.iter().map(|step| step.coder.clone()).collect();
        self.coders.sort_unstable();
        self.coders.dedup();
        let mut day = String::new();
        for (at, step) in view.history.iter().enumerate() {
            if !is_wanted(view, step, &of) {
                continue;
            }
            let its = view.catalog.day(step.at, clock());
            if its != day {
                self.list.push(Line::Day(its.clone()));
                day = its;
            }
            self.list.push(Line::Step(at));
        }
        self.of = of;
    }

    /// All of them.
    pub(super) fn list(&self) -> &[Line] {
        &self.list
    }

    /// The numbers of the lines that are steps.
    pub(super) fn steps(&self) -> impl Iterator<Item = usize> {
        self.list.iter().enumerate().filter(|(_, line)| matches!(line, Line::Step(_))).map(|(at, _)| at)
    }

    /// Who did any of the steps, by name.
    pub(super) fn coders(&self) -> Vec<String> {
        self.coders.clone()
    }

    /// How far to scroll so that a line is in sight, by the least movement; the day above it comes along.
    pub(super) fn offset(&self, line: usize, page: f32) -> f32 {
        let height = measure::TABLE_HEAD;
        let is_first = line.checked_sub(1).is_some_and(|above| matches!(self.list.get(above), Some(Line::Day(_))));
        let top = height * (line as f32 - f32::from(u8::from(is_first)));
        let bottom = height * (line as f32 + 1.0);
        self.offset.clamp((bottom - page).max(0.0), top.max(0.0).max(bottom - page))
    }

    /// Keeps how far the list is scrolled.
    pub(super) const fn stood(&mut self, offset: f32) {
        self.offset = offset;
    }
}

/// Whole rows in a height of so many.
pub(super) fn rows(height: f32) -> usize {
    std::iter::successors(Some(1_usize), |rows| Some(rows + 1))
        .take_while(|rows| *rows as f32 <= height)
        .last()
        .unwrap_or(1)
}

fn is_wanted(view: &View<'_>, step: &Step, of: &Of) -> bool {
    let is_theirs = of.coder.as_ref().is_none_or(|coder| *coder == step.coder);
    is_theirs && (of.words.is_empty() || view.say(&step.sentence).to_lowercase().contains(&of.words))
}
