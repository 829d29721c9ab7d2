//! What the picker lists: the codes that letters mean, those used last where nothing is typed, and the codes that could
//! be made. Kept until letters or project change, so that three hundred codes are looked through once a letter.

use super::letters::{Hit, Names};
use crate::analysis::Study;
use crate::app::coding::find;
use crate::domain::{CodeId, LONGEST_NAME, tidied_line};
use std::collections::BTreeSet;

/// How many of the codes used last stand first while nothing is typed.
const RECENT: usize = 9;

/// A row of the picker.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum Row {
    /// The head of what stands below it; nothing to be chosen. The key of its words.
    Head(&'static str),
    /// A code.
    Code(Hit),
    /// A code to be made of the letters below a code, or at the top.
    Make(Option<CodeId>),
    /// The built-in codebook, where there is none.
    Emaslim,
}

impl Row {
    /// Whether it can be chosen.
    pub(super) const fn is_choice(&self) -> bool {
        !matches!(self, Self::Head(_))
    }
}

/// The rows, and what they were made from.
#[derive(Default)]
pub(super) struct List {
    names: Names,
    /// The revision that the names are of.
    revision: Option<u64>,
    pub(super) letters: String,
    may_make: bool,
    pub(super) rows: Vec<Row>,
    /// Codes among the rows.
    pub(super) count: usize,
}

impl List {
    /// Makes the rows anew where letters or project have changed; whether it has. `family` is where a code could be made
    /// that letters point to no other family for; `may_make` whether one could be made at all.
    pub(super) fn refresh(
        &mut self,
        study: &Study,
        coder: &str,
        letters: &str,
        family: Option<CodeId>,
        may_make: bool,
    ) -> bool {
        let is_same = self.revision == Some(study.project.revision);
        if is_same && self.letters == letters && self.may_make == may_make {
            return false;
        }
        self.may_make = may_make;
        if !is_same {
            self.names = Names::of(study);
            self.revision = Some(study.project.revision);
        }
        letters.clone_into(&mut self.letters);
        let hits = self.names.find(letters);
        self.count = hits.len();
        let name = tidied_line(letters);
        self.rows =
            if name.is_empty() { with_recent(study, coder, hits) } else { self.with_new(study, &name, family, hits) };
        if study.codes.is_empty() {
            self.rows.insert(0, Row::Emaslim);
        }
        true
    }

    /// The hits, then what could be made: nothing where a code bears the name, or where it is too long for one.
    fn with_new(&self, study: &Study, name: &str, family: Option<CodeId>, hits: Vec<Hit>) -> Vec<Row> {
        let near = hits.first().map(|hit| hit.code).or_else(|| self.names.near(name));
        let nearest = near.and_then(|at| study.codes.get(study.family_of(at) as usize)).map(|code| code.id);
        let mut rows: Vec<Row> = hits.into_iter().map(Row::Code).collect();
        if self.may_make && !self.names.has(name) && name.chars().count() <= LONGEST_NAME {
            rows.extend(nearest.or(family).map(|family| Row::Make(Some(family))));
            rows.push(Row::Make(None));
        }
        rows
    }
}

/// The codes used last, newest first, then all others in the order of the codebook.
fn with_recent(study: &Study, coder: &str, hits: Vec<Hit>) -> Vec<Row> {
    let recent = find::recent(study, coder, RECENT);
    if recent.is_empty() {
        return hits.into_iter().map(Row::Code).collect();
    }
    let known: BTreeSet<u32> = recent.iter().copied().collect();
    let hit = |code: u32| Row::Code(Hit { code, marks: Vec::new(), also: None });
    let mut rows = vec![Row::Head("picker-recent")];
    rows.extend(recent.into_iter().map(hit));
    let others = hits.into_iter().filter(|hit| !known.contains(&hit.code));
    rows.push(Row::Head("picker-others"));
    rows.extend(others.map(Row::Code));
    if rows.last().is_some_and(|row| !row.is_choice()) {
        rows.pop();
    }
    rows
}
