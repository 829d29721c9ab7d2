//! Backups: complete, checked copies of the project in the user's data folder, never beside the project, which may
//! lie where a cloud service copies everything. What is here works from a path, so that it can run on any thread
//! while the project is open on another.

mod compact;
mod copy;
mod difference;
mod kept;
mod restore;
mod why;

#[cfg(test)]
mod tests;

pub use compact::{Compacted, compact};
pub use copy::save_copy;
pub use difference::{Difference, Sides, difference};
pub use restore::{Restored, restore};
pub use why::Why;

use super::who::glance;
use super::{Error, Project, clock, data_folder, projection};
use crate::domain::{ProjectId, Timestamp};
use crate::store::{Copy, Database, Making, Mark, Pace, set_foreign_log_aside};
use crate::task::Watch;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The file in a project's folder of backups that says where the project lay last, so that a project that is gone or
/// damaged still finds its backups.
const PLACE: &str = "project.txt";

/// A backup on the disk.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Backup {
    /// Where it lies.
    pub path: PathBuf,
    /// When it was made.
    pub at: Timestamp,
    /// Why it was made.
    pub why: Why,
    /// Its size in bytes.
    pub bytes: u64,
}

impl Backup {
    /// Its file name, by which it is asked for.
    pub fn name(&self) -> String {
        self.path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
    }
}

/// What came of asking for a backup.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Kept {
    /// A new one was made and has passed its check.
    Made(Backup),
    /// The newest one holds this very state already.
    Already(Backup),
}

impl Kept {
    /// The backup that holds the state now.
    pub const fn backup(&self) -> &Backup {
        match self {
            Self::Made(backup) | Self::Already(backup) => backup,
        }
    }
}

/// A backup in the list, with what it holds.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shelved {
    /// The backup.
    pub backup: Backup,
    /// Number of steps in it; nothing where it cannot be read.
    pub revision: Option<u64>,
    /// Steps of the present file since then; nothing where the present file does not go on from it.
    pub steps_since: Option<u64>,
}

/// Makes a backup of the project file at `path`, which may be open, and lets old ones go.
///
/// # Errors
/// There is no place for it, the file cannot be read, the copy cannot be written, was stopped or has not passed its
/// check. Every older backup is still there then.
pub fn back_up(path: &Path, why: Why, watch: &Watch) -> Result<Kept, Error> {
    set_foreign_log_aside(path, data_folder().as_deref())?;
    let mark = mark(path)?;
    let folder = folder_of(mark.project)?;
    let newest = list_in(&folder).into_iter().next();
    if let Some(newest) = newest
        && !why.is_guard()
        && mark_of(&newest.path).is_some_and(|held| held.last == mark.last)
    {
        return Ok(Kept::Already(newest));
    }
    fs::create_dir_all(&folder)
        .map_err(|error| Error::BackupFolder { folder: folder.clone(), detail: error.to_string() })?;
    let copy = readable(path, &folder, &Making { is_compact: false, barrier: None, pace: pace(watch) })?;
    let (at, bytes) = (clock::now(), copy.bytes);
    let file = folder.join(why.file_name(at));
    copy.land(&file)?;
    remember_place(&folder, path);
    for old in kept::surplus(&list_in(&folder)) {
        if let Err(error) = fs::remove_file(&old.path) {
            log::warn!("letting a backup go: {}", error.kind());
        }
    }
    Ok(Kept::Made(Backup { path: file, at, why, bytes }))
}

impl Project {
    /// Makes a checked backup before something that undo does not take back.
    ///
    /// # Errors
    /// As [`back_up`]; what was about to happen must not happen then.
    pub fn backup_before(&self, why: Why) -> Result<Backup, Error> {
        Ok(back_up(self.path(), why, &Watch::new())?.backup().clone())
    }
}

/// The backups of the project at `path`, newest first; the project may be damaged or gone.
///
/// # Errors
/// There is no data folder, or no project is known to have lain there.
pub fn list(path: &Path) -> Result<Vec<Backup>, Error> {
    Ok(list_in(&known_folder(path)?))
}

/// What is kept of a project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Shelf {
    /// The project.
    pub project: ProjectId,
    /// Number of steps in the present file; nothing where it is damaged or gone.
    pub revision: Option<u64>,
    /// The folder of its backups; it may not be there yet.
    pub folder: PathBuf,
    /// The backups, newest first.
    pub backups: Vec<Shelved>,
}

/// Which state of which project a file holds, whether project or backup.
///
/// # Errors
/// It is no project, or cannot be read.
pub fn mark(path: &Path) -> Result<Mark, Error> {
    Ok(Database::inspect(path)?.mark().map_err(|error| error.of(path))?)
}

/// The backups of the project at `path` with what each holds; the project may be damaged or gone.
///
/// # Errors
/// As [`list`].
pub fn shelf(path: &Path) -> Result<Shelf, Error> {
    let folder = known_folder(path)?;
    let id = folder.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse().ok());
    let project = id.ok_or_else(|| Error::NoBackups { path: path.to_owned() })?;
    let present = Database::inspect(path).and_then(|database| database.contents()).ok();
    let shelved = |backup: Backup| {
        let mark = mark_of(&backup.path);
        let revision = mark.as_ref().map(|mark| mark.revision);
        let number = mark.and_then(|mark| mark.last).and_then(|(step, _)| present.as_ref()?.steps.get(&step).copied());
        let steps_since =
            present.as_ref().zip(number).map(|(present, number)| present.mark.revision.saturating_sub(number));
        Shelved { backup, revision, steps_since }
    };
    let revision = present.as_ref().map(|present| present.mark.revision);
    let backups = list_in(&folder).into_iter().map(shelved).collect();
    Ok(Shelf { project, revision, folder, backups })
}

/// The backup that `name` means: `latest`, a file name or the beginning of one, or a path.
///
/// # Errors
/// There is none, or several begin so.
pub fn find(path: &Path, name: &str) -> Result<PathBuf, Error> {
    let file = Path::new(name);
    if file.is_file() {
        return Ok(file.to_owned());
    }
    let all = list(path)?;
    if all.is_empty() {
        return Err(Error::NoBackups { path: path.to_owned() });
    }
    if name == "latest" {
        // What a restoring has put aside is not what one goes back to unasked.
        let found = all.iter().find(|backup| backup.why != Why::Restore).or(all.first());
        return found.map(|backup| backup.path.clone()).ok_or_else(|| Error::NoBackups { path: path.to_owned() });
    }
    let found: Vec<&Backup> = all.iter().filter(|backup| backup.name().starts_with(name)).collect();
    match found.as_slice() {
        [one] => Ok(one.path.clone()),
        [] => Err(Error::NoBackup { name: name.to_owned() }),
        several => Err(Error::ManyBackups {
            name: name.to_owned(),
            known: several.iter().map(|backup| backup.name()).collect::<Vec<_>>().join(", "),
        }),
    }
}

/// The folder of all backups on this machine.
///
/// # Errors
/// The system names no place for them.
fn all_folder() -> Result<PathBuf, Error> {
    data_folder().map(|folder| folder.join("backups")).ok_or(Error::NoBackupPlace)
}

fn folder_of(project: ProjectId) -> Result<PathBuf, Error> {
    Ok(all_folder()?.join(project.to_string()))
}

/// The folder of backups of the project at `path`: by its id, else by where it lay last.
fn known_folder(path: &Path) -> Result<PathBuf, Error> {
    if let Ok(mark) = Database::inspect(path).and_then(|database| database.mark()) {
        return folder_of(mark.project);
    }
    let wanted = written(path);
    let entries = fs::read_dir(all_folder()?).into_iter().flatten().flatten();
    let mut found: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|folder| fs::read_to_string(folder.join(PLACE)).is_ok_and(|place| place == wanted))
        .collect();
    // Several projects may have lain there one after the other: the one whose backup is newest.
    found.sort_by_cached_key(|folder| list_in(folder).first().map(|newest| newest.at));
    found.pop().ok_or_else(|| Error::NoBackups { path: path.to_owned() })
}

fn written(path: &Path) -> String {
    std::path::absolute(path).unwrap_or_else(|_| path.to_owned()).to_string_lossy().into_owned()
}

fn remember_place(folder: &Path, path: &Path) {
    let (place, wanted) = (folder.join(PLACE), written(path));
    if fs::read_to_string(&place).is_ok_and(|held| held == wanted) {
        return;
    }
    if let Err(error) = fs::write(&place, wanted) {
        log::warn!("remembering the place of the project: {}", error.kind());
    }
}

/// The backups in a folder, newest first.
fn list_in(folder: &Path) -> Vec<Backup> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let mut found: Vec<Backup> = entries
        .filter_map(|entry| {
            let (at, why) = Why::of_file_name(entry.file_name().to_str()?)?;
            Some(Backup { path: entry.path(), at, why, bytes: entry.metadata().ok()?.len() })
        })
        .collect();
    found.sort_by(|one, other| (other.at, &other.path).cmp(&(one.at, &one.path)));
    found
}

fn mark_of(path: &Path) -> Option<Mark> {
    Database::inspect(path).and_then(|database| database.mark()).ok()
}

/// Removes every backup of a project and whatever else was put aside of it: how many, and whether all of it went.
pub(super) fn remove_all(project: ProjectId) -> (usize, bool) {
    let Ok(folder) = folder_of(project) else { return (0, true) };
    let entries = fs::read_dir(&folder).into_iter().flatten().flatten();
    let (mut removed, mut is_all) = (0, true);
    for entry in entries.filter(|entry| entry.file_name() != PLACE) {
        match fs::remove_file(entry.path()) {
            Ok(()) => removed += usize::from(entry.path().extension().is_some_and(|end| end == "emaslim")),
            Err(error) => {
                log::warn!("a backup stays: {}", error.kind());
                is_all = false;
            }
        }
    }
    (removed, is_all)
}

/// Removes the backups of a project that hold a state before this step.
pub(super) fn remove_before(project: ProjectId, step: u64) {
    let Ok(folder) = folder_of(project) else { return };
    for old in list_in(&folder) {
        if mark_of(&old.path).is_some_and(|mark| mark.revision < step)
            && let Err(error) = fs::remove_file(&old.path)
        {
            log::warn!("a backup stays: {}", error.kind());
        }
    }
}

/// The file that a link leads to: it is the one to be replaced, not the link.
fn behind_link(path: &Path) -> PathBuf {
    let is_link = fs::symlink_metadata(path).is_ok_and(|facts| facts.is_symlink());
    is_link.then(|| fs::canonicalize(path).ok()).flatten().unwrap_or_else(|| path.to_owned())
}

/// A copy that has passed its check and can be opened as a project: a value that no project has passes every check
/// of the database.
fn readable(path: &Path, folder: &Path, making: &Making<'_>) -> Result<Copy, Error> {
    let copy = Copy::of(path, folder, making)?;
    let loaded = copy.open(&glance()).map_err(Error::from).and_then(|mut database| {
        projection::load(&database)?;
        Ok(database.close()?)
    });
    match loaded {
        Ok(()) => Ok(copy),
        Err(Error::Store(error)) => Err(copy.renamed(error, path).into()),
        Err(error) => Err(error),
    }
}

/// Progress of a copy in hundredths, for whoever watches.
fn pace(watch: &Watch) -> Pace {
    let watch = watch.clone();
    Arc::new(move |done, total| {
        let hundredths = u64::from(done) * 100 / u64::from(total.max(1));
        watch.report(u32::try_from(hundredths).unwrap_or(100), 100, "");
        !watch.is_cancelled()
    })
}
