//! Automatic backups of the open project, each on a thread and a connection of its own: coding never waits for one.
//! One is made when a project is opened that has changed since its last, every hour while it changes, and one after
//! it is closed; what closing the window cannot wait for is made up for at the next opening.

use super::{Line, Reply};
use crate::app::fault::Fault;
use crate::domain::{Message, Say};
use crate::project::backup::{self, Why};
use crate::project::{Error, Project};
use crate::task::Watch;
use std::path::{Path, PathBuf};
use std::thread::{Builder, JoinHandle, sleep};
use std::time::{Duration, Instant};

/// How long a project may change without a backup.
const HOUR: Duration = Duration::from_secs(60 * 60);
/// How long closing the window waits for the last backup.
const PATIENCE: Duration = Duration::from_secs(3);
/// How often the wait looks whether it is over.
const LOOK: Duration = Duration::from_millis(20);

struct Running {
    path: PathBuf,
    revision: u64,
    watch: Watch,
    thread: JoinHandle<Result<(), Error>>,
}

/// The backups of the open project.
pub(super) struct Vault {
    line: Line,
    running: Option<Running>,
    /// The revision that the newest backup holds; nothing where it is not known.
    kept: Option<u64>,
    /// When a backup was last begun.
    begun: Option<Instant>,
    /// Whether a failure has been told; once is enough.
    is_told: bool,
}

impl Vault {
    pub fn new(line: Line) -> Self {
        Self { line, running: None, kept: None, begun: None, is_told: false }
    }

    /// A project is open now. What was just made is in no danger yet.
    pub fn opened(&mut self, project: &Project, is_new: bool) {
        self.is_told = false;
        self.kept = is_new.then(|| project.study().project.revision);
        self.begun = is_new.then(Instant::now);
        self.tend(project);
    }

    /// Looks whether a backup is due, and what became of the last one.
    pub fn tend(&mut self, project: &Project) {
        if self.running.as_ref().is_some_and(|running| running.thread.is_finished()) {
            self.end();
        }
        let revision = project.study().project.revision;
        let is_due = self.begun.is_none_or(|begun| begun.elapsed() >= HOUR);
        if is_due && self.running.is_none() && !project.is_read_only() && self.kept != Some(revision) {
            let why = if self.begun.is_none() { Why::Session } else { Why::Hourly };
            self.begin(project.path().to_owned(), revision, why);
        }
    }

    /// The file is wanted for itself: stops a backup of it that is under way.
    pub fn release(&mut self, path: &Path) {
        if let Some(running) = &self.running
            && running.path == path
        {
            running.watch.cancel();
            self.end();
        }
    }

    /// The project was closed at this revision, and its file is one.
    pub fn closed(&mut self, path: PathBuf, revision: u64) {
        if self.kept != Some(revision) {
            self.stop();
            self.begin(path, revision, Why::Session);
        }
    }

    /// Waits for the last backup as long as closing a window may take.
    pub fn finish(&mut self) {
        let since = Instant::now();
        while self.running.as_ref().is_some_and(|running| !running.thread.is_finished()) && since.elapsed() < PATIENCE {
            sleep(LOOK);
        }
        self.stop();
    }

    fn stop(&mut self) {
        if let Some(running) = &self.running {
            running.watch.cancel();
        }
        self.end();
    }

    fn begin(&mut self, path: PathBuf, revision: u64, why: Why) {
        self.begun = Some(Instant::now());
        let (watch, file) = (Watch::new(), path.clone());
        let of_thread = watch.clone();
        let thread = Builder::new()
            .name("emaslim-backup".to_owned())
            .spawn(move || backup::back_up(&file, why, &of_thread).map(|_| ()));
        match thread {
            Ok(thread) => self.running = Some(Running { path, revision, watch, thread }),
            Err(error) => log::warn!("no thread for a backup: {}", error.kind()),
        }
    }

    /// Takes in what became of the backup, waiting for its end.
    fn end(&mut self) {
        let Some(Running { revision, thread, .. }) = self.running.take() else { return };
        match thread.join() {
            Ok(Ok(())) => self.kept = Some(revision),
            Ok(Err(error)) if error.is_stop() => {}
            Ok(Err(error)) => self.tell(&error),
            Err(_) => log::error!("a backup ended in a panic"),
        }
    }

    fn tell(&mut self, error: &Error) {
        log::warn!("automatic backup: {}", error.mark());
        if !std::mem::replace(&mut self.is_told, true) {
            let sentence = Message::new("backup-failed").with("why", error.message());
            self.line.say(Reply::Warned(Fault { sentence, detail: error.detail() }));
        }
    }
}
