//! Copies of a project that a syncing program leaves beside it ("… (LAPTOP-2's conflicted copy)",
//! "…-LAPTOP-2", "….sync-conflict-…"): found by what they hold, not by what they are called, and compared. Nothing is
//! chosen and nothing merged.

use super::who::glance;
use super::{Error, Project, Step, projection};
use crate::analysis::{Divergence, Sides, Study};
use crate::domain::Say;
use crate::store::Database;
use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// How many copies are compared at most.
const MOST: usize = 20;
/// The extension of a project file.
const EXTENSION: &str = "emaslim";

/// A project as its copies are compared with it; may be taken to another thread.
#[derive(Clone, Debug)]
pub struct Here {
    path: PathBuf,
    study: Arc<Study>,
    steps: Vec<Step>,
}

/// A copy, compared with the project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ComparedCopy {
    /// Where it lies.
    pub path: PathBuf,
    /// Sources and codings.
    pub divergence: Divergence,
    /// Steps of the history, newest first; a step is the same or another, never different.
    pub steps: Sides<Step>,
}

impl ComparedCopy {
    /// Its file name.
    pub fn file_name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }

    /// Whether work was done in it that this project does not have.
    pub fn has_news(&self) -> bool {
        self.steps.has_news()
    }
}

impl Project {
    /// The project as its copies are compared with it.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn as_here(&self) -> Result<Here, Error> {
        Ok(Here { path: self.path().to_owned(), study: self.study(), steps: self.history(u32::MAX)? })
    }

    /// The same where other project files lie in its folder, else nothing.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn beside_copies(&self) -> Result<Option<Here>, Error> {
        if neighbours(self.path()).is_empty() { Ok(None) } else { self.as_here().map(Some) }
    }
}

impl Here {
    /// Every copy in the project's folder, compared, by name. Files that cannot be read or hold another project
    /// are passed over.
    pub fn compare_all(&self) -> Vec<ComparedCopy> {
        let mut compared = Vec::new();
        for path in neighbours(&self.path) {
            match self.compare(&path) {
                Ok(copy) => compared.push(copy),
                Err(Error::NotACopy(_)) => {}
                Err(error) => log::info!("not compared: {}", error.mark()),
            }
            if compared.len() == MOST {
                break;
            }
        }
        compared
    }

    /// Compares a copy; it is read and not changed.
    ///
    /// # Errors
    /// It cannot be read, or it holds another project.
    pub fn compare(&self, path: &Path) -> Result<ComparedCopy, Error> {
        let (mut db, _) = Database::open(path, &glance())?;
        if db.project()?.id != self.study.project.id {
            return Err(Error::NotACopy(path.to_owned()));
        }
        let study = projection::load(&db)?;
        let steps = db.steps(u32::MAX)?.into_iter().map(Step::from).collect();
        db.close()?;
        Ok(ComparedCopy {
            path: path.to_owned(),
            divergence: Divergence::between(&self.study, &study),
            steps: split(&self.steps, steps),
        })
    }
}

/// The other project files of the folder, by name.
pub(super) fn neighbours(project: &Path) -> Vec<PathBuf> {
    let folder = match project.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let entries = match std::fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) => {
            log::info!("the folder of the project: {}", error.kind());
            return Vec::new();
        }
    };
    let own = project.file_name();
    let is_project = |path: &PathBuf| {
        path.extension().is_some_and(|found| found.eq_ignore_ascii_case(EXTENSION)) && path.file_name() != own
    };
    // Not the name alone: the project may have been opened through a link.
    let own_place = project.canonicalize().ok();
    let mut found: Vec<PathBuf> = entries
        .flatten()
        .map(|entry| folder.join(entry.file_name()))
        .filter(|path| is_project(path) && (own_place.is_none() || path.canonicalize().ok() != own_place))
        .collect();
    found.sort();
    found
}

fn split(here: &[Step], there: Vec<Step>) -> Sides<Step> {
    let ids = |steps: &[Step]| steps.iter().map(|step| step.id).collect::<HashSet<_>>();
    let (here_ids, there_ids) = (ids(here), ids(&there));
    let only_here: Vec<Step> = here.iter().filter(|step| !there_ids.contains(&step.id)).cloned().collect();
    let same = here.len() - only_here.len();
    let only_there = there.into_iter().filter(|step| !here_ids.contains(&step.id)).collect();
    Sides { only_here, only_there, differing: Vec::new(), same }
}
