//! What going back to a backup would lose and bring back, by the ids of steps, sources and codings.

use super::super::Error;
use crate::domain::{Message, StepId};
use crate::store::{Contents, Database};
use std::cmp::Reverse;
use std::path::Path;

/// How many of the steps that would be lost are named.
const NAMED: usize = 8;

/// How many of one kind are where.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Sides {
    /// Only in the present file: lost by restoring.
    pub only_present: usize,
    /// Only in the backup: brought back.
    pub only_backup: usize,
    /// In both.
    pub both: usize,
}

impl Sides {
    fn of(present: usize, backup: usize, both: usize) -> Self {
        Self { only_present: present - both, only_backup: backup - both, both }
    }
}

/// How a backup differs from the present file.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Difference {
    /// Whether the present file can be read; where not, all of the backup counts as brought back.
    pub is_present_readable: bool,
    /// Steps of the history.
    pub steps: Sides,
    /// Sources.
    pub sources: Sides,
    /// Codings.
    pub codings: Sides,
    /// The steps that would be lost, newest first; the first few.
    pub lost_steps: Vec<Message>,
    /// Names of the sources that would be lost.
    pub lost_sources: Vec<String>,
    /// Names of the sources that would come back.
    pub found_sources: Vec<String>,
}

/// Compares the project file at `path` with a backup of it; the file may be damaged or gone.
///
/// # Errors
/// The backup cannot be read, or is of another project.
pub fn difference(path: &Path, backup: &Path) -> Result<Difference, Error> {
    let held = Database::inspect(backup)?.contents()?;
    let Ok(database) = Database::inspect(path) else { return Ok(all_of(&held)) };
    let Ok(present) = database.contents() else { return Ok(all_of(&held)) };
    if present.mark.project != held.mark.project {
        return Err(Error::OtherProject { title: held.mark.title });
    }
    let mut lost: Vec<(u64, StepId)> = present
        .steps
        .iter()
        .filter(|(step, _)| !held.steps.contains_key(step))
        .map(|(step, number)| (*number, *step))
        .collect();
    lost.sort_by_key(|(number, _)| Reverse(*number));
    let named: Vec<StepId> = lost.iter().take(NAMED).map(|(_, step)| *step).collect();
    let names = |of: &Contents, but: &Contents| -> Vec<String> {
        of.sources.iter().filter(|(id, _)| !but.sources.contains_key(id)).map(|(_, name)| name.clone()).collect()
    };
    let both_sources = present.sources.keys().filter(|id| held.sources.contains_key(id)).count();
    let both_codings = present.codings.intersection(&held.codings).count();
    Ok(Difference {
        is_present_readable: true,
        steps: Sides::of(present.steps.len(), held.steps.len(), present.steps.len() - lost.len()),
        sources: Sides::of(present.sources.len(), held.sources.len(), both_sources),
        codings: Sides::of(present.codings.len(), held.codings.len(), both_codings),
        lost_steps: database.sentences_of(&named)?,
        lost_sources: names(&present, &held),
        found_sources: names(&held, &present),
    })
}

impl Difference {
    /// Whether going back loses nothing.
    pub const fn loses_nothing(&self) -> bool {
        self.steps.only_present == 0 && self.sources.only_present == 0 && self.codings.only_present == 0
    }

    /// The difference as sentences, what would be lost first.
    pub fn sentences(&self) -> Vec<Message> {
        if !self.is_present_readable {
            return vec![
                Message::new("restore-unreadable")
                    .with("sources", self.sources.only_backup)
                    .with("codings", self.codings.only_backup),
            ];
        }
        let names = |key: &str, names: &[String]| {
            (!names.is_empty()).then(|| Message::new(key).with("names", names.join(", ")))
        };
        let mut sentences = Vec::new();
        if self.loses_nothing() {
            sentences.push(Message::new("restore-loses-nothing"));
        } else {
            sentences.push(
                Message::new("restore-loses")
                    .with("steps", self.steps.only_present)
                    .with("sources", self.sources.only_present)
                    .with("codings", self.codings.only_present),
            );
            sentences.extend(names("restore-lost-sources", &self.lost_sources));
            let steps = self.lost_steps.iter().cloned();
            sentences.extend(steps.map(|step| Message::new("restore-lost-step").with("what", step)));
            let unnamed = self.steps.only_present.saturating_sub(self.lost_steps.len());
            if unnamed > 0 {
                sentences.push(Message::new("restore-lost-more").with("n", unnamed));
            }
        }
        if self.sources.only_backup > 0 || self.codings.only_backup > 0 {
            sentences.push(
                Message::new("restore-brings")
                    .with("sources", self.sources.only_backup)
                    .with("codings", self.codings.only_backup),
            );
            sentences.extend(names("restore-found-sources", &self.found_sources));
        }
        sentences
    }
}

fn all_of(held: &Contents) -> Difference {
    Difference {
        is_present_readable: false,
        steps: Sides::of(0, held.steps.len(), 0),
        sources: Sides::of(0, held.sources.len(), 0),
        codings: Sides::of(0, held.codings.len(), 0),
        lost_steps: Vec::new(),
        lost_sources: Vec::new(),
        found_sources: held.sources.values().cloned().collect(),
    }
}
