//! The files of drafts, one a process: `<folder>/<project>/<process>.json`, private to the user, written beside and
//! then renamed. A lock on the file of the same name tells whether its process still lives.

use super::Draft;
use crate::domain::ProjectId;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};
use uuid::Uuid;

/// The least time between two writes while somebody is typing.
const PAUSE: Duration = Duration::from_secs(1);
/// How long to wait for a wish while there is nothing to write.
const LONG: Duration = Duration::from_secs(3600);

/// What the window wishes.
pub(super) enum Wish {
    /// Turn to a project, whose file lies there, and say what was left of it.
    Open(ProjectId, PathBuf),
    /// Hold exactly these drafts.
    Keep(Vec<Draft>),
    /// Leave the project.
    Close,
}

#[derive(Serialize, Deserialize)]
struct Page {
    /// Where the project lay: a copy of it has the same id and other words.
    project: PathBuf,
    drafts: Vec<Draft>,
}

/// The file of this process for one project.
struct Own {
    folder: PathBuf,
    path: PathBuf,
    project: PathBuf,
    /// Held as long as this process writes here.
    lock: Option<File>,
}

pub(super) struct Keeper {
    folder: PathBuf,
    own: Option<Own>,
    pending: Option<Vec<Draft>>,
    written: Option<Instant>,
}

impl Keeper {
    pub fn new(folder: PathBuf) -> Self {
        Self { folder, own: None, pending: None, written: None }
    }

    /// Works until the window is gone.
    pub fn work(mut self, wishes: &Receiver<Wish>, found: impl Fn(ProjectId, Vec<Draft>)) {
        loop {
            match wishes.recv_timeout(self.wait()) {
                Ok(Wish::Open(project, path)) => {
                    self.leave();
                    found(project, self.open(project, path));
                }
                Ok(Wish::Keep(drafts)) => self.pending = Some(drafts),
                Ok(Wish::Close) => self.leave(),
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            if self.pending.is_some() && self.wait().is_zero() {
                self.write();
            }
        }
        self.leave();
    }

    /// How long the next write has to wait.
    fn wait(&self) -> Duration {
        match (&self.pending, self.written) {
            (None, _) => LONG,
            // What is saved or thrown away goes at once.
            (Some(drafts), _) if drafts.is_empty() => Duration::ZERO,
            (Some(_), Some(written)) => PAUSE.saturating_sub(written.elapsed()),
            (Some(_), None) => Duration::ZERO,
        }
    }

    fn write(&mut self) {
        self.written = Some(Instant::now());
        let (Some(own), Some(drafts)) = (&mut self.own, self.pending.take()) else { return };
        if let Err(error) = own.write(drafts) {
            log::warn!("drafts are not kept: {}", error.kind());
        }
    }

    fn leave(&mut self) {
        self.write();
        self.written = None;
        self.own = None;
    }

    /// Takes over what processes that are gone have left, and deletes their files once it lies in ours.
    fn open(&mut self, project: ProjectId, path: PathBuf) -> Vec<Draft> {
        let folder = self.folder.join(project.to_string());
        let file = folder.join(format!("{}.json", Uuid::now_v7()));
        let mut own = Own { folder, path: file, project: path, lock: None };
        let mut drafts: BTreeMap<_, Draft> = BTreeMap::new();
        let left = left_behind(&own.folder, &own.project);
        for draft in left.iter().flat_map(|(_, _, page)| &page.drafts) {
            let newest = drafts.get(&draft.field).is_none_or(|known| known.at < draft.at);
            if newest {
                drafts.insert(draft.field, draft.clone());
            }
        }
        let drafts: Vec<Draft> = drafts.into_values().collect();
        match own.write(drafts.clone()) {
            Ok(()) => {
                for (path, lock, _) in left {
                    drop(lock);
                    // What cannot be deleted is found again and compared again.
                    let _deleted = fs::remove_file(&path).and_then(|()| fs::remove_file(lock_of(&path)));
                }
            }
            Err(error) => log::warn!("drafts are not kept: {}", error.kind()),
        }
        if drafts.is_empty() {
            let _is_empty = fs::remove_dir(&own.folder);
        }
        self.own = Some(own);
        drafts
    }
}

impl Own {
    fn write(&mut self, drafts: Vec<Draft>) -> io::Result<()> {
        if drafts.is_empty() {
            self.clear();
            return Ok(());
        }
        fs::create_dir_all(&self.folder)?;
        if self.lock.is_none() {
            let lock = open_lock(&self.path)?;
            lock.lock()?;
            self.lock = Some(lock);
        }
        let mut file = tempfile::NamedTempFile::new_in(&self.folder)?;
        serde_json::to_writer(&mut file, &Page { project: self.project.clone(), drafts })?;
        file.flush()?;
        file.as_file().sync_all()?;
        file.persist(&self.path).map_err(|error| error.error)?;
        Ok(())
    }

    /// Leaves nothing behind.
    fn clear(&mut self) {
        let Some(lock) = self.lock.take() else { return };
        drop(lock);
        if let Err(error) = fs::remove_file(&self.path) {
            log::warn!("drafts are not deleted: {}", error.kind());
        }
        let _deleted = fs::remove_file(lock_of(&self.path)).and_then(|()| fs::remove_dir(&self.folder));
    }
}

fn lock_of(path: &Path) -> PathBuf {
    path.with_extension("lock")
}

fn open_lock(path: &Path) -> io::Result<File> {
    OpenOptions::new().read(true).write(true).create(true).truncate(false).open(lock_of(path))
}

/// The pages of processes that are gone, each with its lock, that belong to this file of the project or to one
/// that is no longer there.
fn left_behind(folder: &Path, project: &Path) -> Vec<(PathBuf, File, Page)> {
    let Ok(entries) = fs::read_dir(folder) else { return Vec::new() };
    let paths = entries.flatten().map(|entry| entry.path());
    let pages = paths.filter(|path| path.extension().is_some_and(|extension| extension == "json"));
    let left = pages.filter_map(|path| {
        let lock = open_lock(&path).ok()?;
        lock.try_lock().ok()?;
        // A page that cannot be read stays where it is.
        let page: Page = serde_json::from_slice(&fs::read(&path).ok()?).ok()?;
        let is_ours = same_file(&page.project, project) || !page.project.exists();
        is_ours.then_some((path, lock, page))
    });
    left.collect()
}

fn same_file(one: &Path, other: &Path) -> bool {
    let whole = |path: &Path| fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    one == other || whole(one) == whole(other)
}

#[cfg(test)]
mod tests {
    use super::super::Field;
    use super::*;
    use crate::domain::MemoHost;

    fn draft(text: &str, at: i64) -> Draft {
        Draft { field: Field::Memo(MemoHost::Journal), text: text.to_owned(), at, is_recovered: false }
    }

    fn files(folder: &Path) -> usize {
        walkdir::WalkDir::new(folder).into_iter().flatten().filter(|entry| entry.file_type().is_file()).count()
    }

    #[test]
    fn what_a_dead_process_left_is_taken_over_once_and_its_file_is_gone() {
        let folder = tempfile::tempdir().expect("a folder");
        let project = ProjectId::from_uuid(Uuid::now_v7());
        let path = folder.path().join("studi.emaslim");
        fs::write(&path, "").expect("a project");
        let drafts = folder.path().join("drafts");
        let mut first = Keeper::new(drafts.clone());
        assert_eq!(first.open(project, path.clone()), []);
        first.pending = Some(vec![draft("catatan pertama", 7)]);
        first.write();
        // While its process lives, nobody else takes it.
        let mut second = Keeper::new(drafts.clone());
        assert_eq!(second.open(project, path.clone()), []);
        second.pending = Some(vec![draft("catatan kedua", 9)]);
        second.write();
        assert_eq!(files(&drafts), 4);
        drop((first, second));
        // A copy of the project elsewhere has words of its own.
        let copy = folder.path().join("salinan.emaslim");
        let mut of_copy = Keeper::new(drafts.clone());
        assert_eq!(of_copy.open(project, copy), []);
        let mut third = Keeper::new(drafts.clone());
        assert_eq!(third.open(project, path), [draft("catatan kedua", 9)], "the newest words");
        assert_eq!(files(&drafts), 2, "one page and its lock");
        third.pending = Some(Vec::new());
        assert!(third.wait().is_zero());
        third.write();
        assert_eq!(files(&drafts), 0, "nothing of the researcher's text is left");
        assert_eq!(fs::read_dir(&drafts).expect("a folder").count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_page_is_the_users_own() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let mut keeper = Keeper::new(folder.path().to_owned());
        keeper.open(ProjectId::from_uuid(Uuid::now_v7()), folder.path().join("studi.emaslim"));
        keeper.pending = Some(vec![draft("catatan", 1)]);
        keeper.write();
        let path = &keeper.own.as_ref().expect("a file").path;
        assert_eq!(fs::metadata(path).expect("a page").permissions().mode() & 0o777, 0o600);
    }
}
