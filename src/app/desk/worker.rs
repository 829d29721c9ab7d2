//! The other end of the desk: holds the project, carries out orders one after the other, and looks every
//! second whether the command line has changed the file.

use super::vault::Vault;
use super::{Line, News, Order, Reply, Snapshot};
use crate::app::commands::Codebook;
use crate::app::fault::Fault;
use crate::domain::{Message, Say};
use crate::i18n::Catalog;
use crate::project::backup;
use crate::project::{Access, CodebookChoice, Error, ImportFile, Landed, NewProject, Project, Who, sample};
use crate::task::Watch;
use crate::trace;
use std::ops::ControlFlow;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::thread::Builder;
use std::time::{Duration, Instant};

/// How often the file is looked at for changes from outside.
const LOOK: Duration = Duration::from_secs(1);
/// How long nothing may be written before the log is folded into the file.
const REST: Duration = Duration::from_secs(2);
/// How often an import shows what has landed so far.
const SHOW: Duration = Duration::from_millis(300);

pub(super) struct Worker {
    line: Line,
    who: Who,
    project: Option<Project>,
    written: Option<Instant>,
    vault: Vault,
    /// How many of the project's notices the window has heard.
    told: usize,
}

impl Worker {
    pub(super) fn new(line: Line, who: Who) -> Self {
        Self { vault: Vault::new(line.clone()), line, who, project: None, written: None, told: 0 }
    }

    /// Works until the window is gone, then closes the project.
    pub(super) fn work(mut self, orders: &Receiver<Order>) {
        loop {
            match orders.recv_timeout(LOOK) {
                Ok(order) => {
                    trace::did((&order).into());
                    self.guard(|worker| worker.carry_out(order));
                    self.line.tick();
                    self.tend();
                }
                Err(RecvTimeoutError::Timeout) => self.guard(Self::look_around),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.close();
        self.vault.finish();
    }

    /// A panic costs the order in hand and nothing else: what memory holds may be torn, so it is thrown away and
    /// the file, which is not, is opened again.
    fn guard(&mut self, work: impl FnOnce(&mut Self)) {
        if catch_unwind(AssertUnwindSafe(|| work(self))).is_ok() {
            return;
        }
        self.written = None;
        let Some(project) = self.project.take() else { return self.fall("crash-step") };
        let path = project.path().to_owned();
        let access = if project.is_read_only() { Access::ReadOnly } else { Access::ReadWrite };
        let who = self.who.clone();
        let opened = catch_unwind(AssertUnwindSafe(|| {
            // Dropping rolls back and closes the file.
            drop(project);
            Project::open(&path, access, who)
        }));
        match opened {
            Ok(Ok(project)) => {
                self.project = Some(project);
                self.say_changed(News::Reopened);
                self.fall("crash-step");
            }
            Ok(Err(error)) => {
                self.line.say(Reply::Closed);
                self.fall("crash-closed");
                self.fail(&error);
            }
            Err(_) => {
                self.line.say(Reply::Closed);
                self.fall("crash-closed");
            }
        }
    }

    fn fall(&self, key: &str) {
        self.line.say(Reply::Failed(Fault::fallen(key)));
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::New { path, title, codebook, language } => {
                let codebook = match codebook {
                    Codebook::Emaslim => CodebookChoice::Emaslim,
                    Codebook::Empty => CodebookChoice::Empty,
                };
                let new = NewProject { title, language, codebook };
                self.open(true, Reply::Failed, |who| Project::create(&path, &new, who));
            }
            Order::Open(path, access) => {
                self.vault.release(&path);
                self.let_go_of(&path);
                self.open(false, Reply::Failed, |who| Project::open(&path, access, who));
            }
            Order::Copies => self.look_for_copies(),
            Order::Sample { path, language, watch } => {
                self.open(true, Reply::WorkFailed, |who| sample::build(&path, language, who, &watch));
            }
            Order::Restore(backup, watch) => self.alone(|path, who| {
                backup::restore(path, &backup, who, &watch)?;
                Ok(Message::new("backups-restored"))
            }),
            Order::Compact(language, watch) => self
                .alone(|path, who| Ok(backup::compact(path, &who.device, &watch)?.sentence(&Catalog::new(language)))),
            Order::Close => {
                self.close();
                self.line.say(Reply::Closed);
            }
            Order::Text(source) => {
                let Some(project) = &mut self.project else { return };
                let revision = project.study().source(source).map(|source| source.revision);
                match (project.text(source), revision) {
                    (Ok(text), Some(revision)) => {
                        self.line.say(Reply::Text(source, revision, text));
                        match project.text_problems(source) {
                            Ok(problems) if problems.is_empty() => {}
                            Ok(problems) => self.line.say(Reply::Noticed(problems)),
                            Err(error) => self.fail(&error),
                        }
                    }
                    (Err(error), _) => self.fail(&error),
                    (Ok(_), None) => {}
                }
            }
            Order::Code(codings) => self.change(|project| project.code(&codings)),
            Order::SetDirection(codings, direction) => {
                self.change(|project| project.set_direction(&codings, direction));
            }
            Order::Uncode(codings) => self.change(|project| project.uncode(&codings)),
            Order::Change(change) => self.change(change),
            Order::Ask(question) => {
                let Some(project) = &mut self.project else { return };
                match question(project) {
                    Ok(Some(request)) => self.line.say(Reply::Answered(request)),
                    Ok(None) => {}
                    Err(error) => self.fail(&error),
                }
            }
            Order::WriteMemo(host, text) => {
                trace::fall_if_asked("desk", &text);
                self.change(|project| project.write_memo(host, &text));
            }
            Order::Import(files, watch) => self.import(files, &watch),
            Order::Undo => self.turn_back(Project::undo, News::Undone),
            Order::Redo => self.turn_back(Project::redo, News::Redone),
            Order::UndoTo(step) => self.turn_back(|project| project.undo_to(step), News::Back),
            Order::History(limit) => {
                let Some(project) = &self.project else { return };
                match project.history(limit) {
                    Ok(steps) => self.line.say(Reply::History(steps)),
                    Err(error) => self.fail(&error),
                }
            }
            #[cfg(test)]
            Order::Fall => panic!("asked to fall"),
            Order::Who(who) => {
                self.who = who.clone();
                if let Some(project) = &mut self.project {
                    project.set_who(who);
                }
            }
        }
    }

    fn fail(&self, error: &Error) {
        self.fail_as(Reply::Failed, error);
    }

    fn fail_as(&self, failed: fn(Fault) -> Reply, error: &Error) {
        log::warn!("failed: {}", error.mark());
        self.line.say(failed(Fault::of(error)));
        if let Some(path) = error.damaged_file() {
            self.line.say(Reply::Damaged(path.to_owned()));
        }
    }

    fn say_changed(&mut self, news: News) {
        if let Some(project) = &self.project {
            self.line.say(Reply::Changed(Box::new(snapshot(project)), news));
            let untold: Vec<Message> = project.notices().iter().skip(self.told).cloned().collect();
            if !untold.is_empty() {
                self.line.say(Reply::Noticed(untold));
            }
            self.told = project.notices().len();
        }
    }

    /// Opens a project; only then is the one that was open closed.
    fn open(&mut self, is_new: bool, failed: fn(Fault) -> Reply, make: impl FnOnce(Who) -> Result<Project, Error>) {
        // A file that was replaced is given up before the one that lies in its place is touched.
        if let Some(Err(error)) = self.project.as_mut().map(Project::refresh) {
            log::warn!("before opening another project: {}", error.mark());
        }
        match make(self.who.clone()) {
            Ok(project) => {
                self.close();
                let notices = project.notices().to_vec();
                self.told = notices.len();
                self.line.say(Reply::Opened(Box::new(snapshot(&project)), notices));
                self.vault.opened(&project, is_new);
                self.project = Some(project);
            }
            Err(error) => self.fail_as(failed, &error),
        }
    }

    /// Closes the open project if it is the one at `path`: one window is one opener.
    fn let_go_of(&mut self, path: &Path) {
        let place = |path: &Path| path.canonicalize().ok();
        let is_same = self.project.as_ref().is_some_and(|open| place(open.path()) == place(path));
        if is_same {
            self.close();
            self.line.say(Reply::Closed);
        }
    }

    /// Reads what lies beside the project on a thread of its own.
    fn look_for_copies(&self) {
        let Some(project) = &self.project else { return };
        let here = match project.beside_copies() {
            Ok(Some(here)) => here,
            Ok(None) => return,
            Err(error) => return log::warn!("looking for copies: {}", error.mark()),
        };
        let (line, path) = (self.line.clone(), project.path().to_owned());
        let compare = move || line.say(Reply::Copies(path, here.compare_all()));
        if let Err(error) = Builder::new().name("emaslim-copies".to_owned()).spawn(compare) {
            log::warn!("no thread for copies: {}", error.kind());
        }
    }

    /// Says what went wrong with a change, and what that has made of the project.
    fn refuse(&mut self, error: &Error) {
        self.fail(error);
        // Another process has changed the file, or another device has taken over.
        let is_changed = self.project.as_mut().is_some_and(|project| matches!(project.refresh(), Ok(Some(_))));
        if is_changed || error.is_taken_over() || error.is_displaced() {
            self.say_changed(News::Landed(None));
        }
    }

    fn close(&mut self) {
        let Some(project) = &self.project else { return };
        let (path, revision) = (project.path().to_owned(), project.study().project.revision);
        let is_read_only = project.is_read_only();
        self.put_down();
        if !is_read_only {
            self.vault.closed(path, revision);
        }
    }

    /// Closes the project and nothing else.
    fn put_down(&mut self) {
        self.written = None;
        let Some(project) = self.project.take() else { return };
        self.vault.release(project.path());
        if let Err(error) = project.close() {
            self.fail(&error);
        }
    }

    /// Does what wants the file for itself: the project is closed for it and opened again, whatever came of it.
    fn alone(&mut self, work: impl FnOnce(&Path, &Who) -> Result<Message, Error>) {
        let Some(project) = &self.project else { return };
        let path = project.path().to_owned();
        self.put_down();
        let done = work(&path, &self.who).map_err(|error| Fault::of(&error));
        match Project::open(&path, Access::ReadWrite, self.who.clone()) {
            Ok(project) => {
                self.vault.opened(&project, true);
                self.line.say(Reply::Changed(Box::new(snapshot(&project)), News::Landed(None)));
                self.project = Some(project);
            }
            Err(error) => {
                self.line.say(Reply::Closed);
                self.fail(&error);
            }
        }
        self.line.say(Reply::JobDone(done));
    }

    fn tend(&mut self) {
        if let Some(project) = &self.project {
            self.vault.tend(project);
        }
    }

    fn change<T>(&mut self, change: impl FnOnce(&mut Project) -> Result<Landed<T>, Error>) {
        let Some(project) = &mut self.project else { return };
        match change(project) {
            Ok(landed) => {
                self.written = Some(Instant::now());
                self.say_changed(News::Landed(landed.step));
            }
            Err(error) => self.refuse(&error),
        }
    }

    fn turn_back<T>(
        &mut self,
        turn: impl FnOnce(&mut Project) -> Result<Landed<T>, Error>,
        news: impl FnOnce(T) -> News,
    ) {
        let Some(project) = &mut self.project else { return };
        match turn(project) {
            Ok(landed) => {
                self.written = Some(Instant::now());
                self.say_changed(news(landed.value));
            }
            Err(error) => self.refuse(&error),
        }
    }

    fn import(&mut self, files: Vec<ImportFile>, watch: &Watch) {
        let Some(project) = &mut self.project else { return };
        let mut shown = Instant::now();
        let line = &self.line;
        let report = project.import_files(files.into_iter().map(Ok).collect(), watch, |project, _| {
            if shown.elapsed() > SHOW {
                shown = Instant::now();
                line.say(Reply::Changed(Box::new(snapshot(project)), News::Landed(None)));
            }
            ControlFlow::Continue(())
        });
        self.written = Some(Instant::now());
        self.say_changed(News::Imported(report));
    }

    /// A project that is only read follows the file that a syncing program puts in its place.
    fn read_anew(&mut self, path: &Path) {
        match Project::open(path, Access::ReadOnly, self.who.clone()) {
            Ok(project) => {
                self.told = project.notices().len();
                self.project = Some(project);
                self.say_changed(News::Outside);
            }
            // Gone for a moment, or for good: what was read is still shown.
            Err(error) => log::info!("reading anew: {}", error.mark()),
        }
    }

    fn look_around(&mut self) {
        if let Some(path) = self
            .project
            .as_ref()
            .filter(|project| project.is_read_only() && project.is_moved())
            .map(|project| project.path().to_owned())
        {
            return self.read_anew(&path);
        }
        let Some(project) = &mut self.project else { return };
        let shown = project.study();
        match project.refresh() {
            // What could not be read back when it landed has been read now.
            Ok(None) if !Arc::ptr_eq(&shown, &project.study()) => self.say_changed(News::Landed(None)),
            Ok(None) => {}
            Ok(Some(_)) => self.line.say(Reply::Changed(Box::new(snapshot(project)), News::Outside)),
            Err(error) if error.is_taken_over() || error.is_displaced() => self.refuse(&error),
            // The file may be out of reach for a moment (a network drive, a syncing program): the next
            // order says what is wrong, a look every second must not.
            Err(error) => log::warn!("looking for changes: {}", error.mark()),
        }
        if self.written.is_some_and(|written| written.elapsed() > REST) {
            match self.project.as_mut().map(Project::checkpoint) {
                // Somebody is reading, a backup perhaps: the next look tries again.
                Some(Ok(false)) => {}
                Some(Ok(true)) | None => self.written = None,
                Some(Err(error)) => {
                    self.written = None;
                    log::warn!("folding the log in: {}", error.mark());
                }
            }
        }
        self.tend();
    }
}

fn snapshot(project: &Project) -> Snapshot {
    Snapshot {
        study: project.study(),
        path: project.path().to_owned(),
        undoable: project.undoable().cloned(),
        redoable: project.redoable().cloned(),
        is_read_only: project.is_read_only(),
        elsewhere: project.elsewhere().cloned(),
    }
}
