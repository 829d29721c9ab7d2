//! The other end of the desk: holds the project, carries out orders one after the other, and looks every
//! second whether the command line has changed the file.

use super::{Line, News, Order, Reply, Snapshot};
use crate::app::commands::Codebook;
use crate::app::fault::Fault;
use crate::import;
use crate::project::{Access, CodebookChoice, Error, ImportOptions, Landed, NewProject, Project, Step, Who, sample};
use crate::task::Watch;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

/// How often the file is looked at for changes from outside.
const LOOK: Duration = Duration::from_secs(1);
/// How long nothing may be written before the log is folded into the file.
const REST: Duration = Duration::from_secs(2);
/// How often an import shows what has landed so far.
const SHOW: Duration = Duration::from_millis(300);
/// How many steps the history shows.
const STEPS: u32 = 500;

pub(super) struct Worker {
    line: Line,
    who: Who,
    project: Option<Project>,
    written: Option<Instant>,
    /// How many of the project's notices the window has heard.
    told: usize,
}

impl Worker {
    pub(super) fn new(line: Line, who: Who) -> Self {
        Self { line, who, project: None, written: None, told: 0 }
    }

    /// Works until the window is gone, then closes the project.
    pub(super) fn work(mut self, orders: &Receiver<Order>) {
        loop {
            match orders.recv_timeout(LOOK) {
                Ok(order) => {
                    self.carry_out(order);
                    self.line.tick();
                }
                Err(RecvTimeoutError::Timeout) => self.look_around(),
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.close();
    }

    fn carry_out(&mut self, order: Order) {
        match order {
            Order::New { path, title, codebook, language } => {
                let codebook = match codebook {
                    Codebook::Emaslim => CodebookChoice::Emaslim,
                    Codebook::Empty => CodebookChoice::Empty,
                };
                let new = NewProject { title, language, codebook };
                self.open(Reply::Failed, |who| Project::create(&path, &new, who));
            }
            Order::Open(path) => self.open(Reply::Failed, |who| Project::open(&path, Access::ReadWrite, who)),
            Order::Sample { path, language, watch } => {
                self.open(Reply::WorkFailed, |who| sample::build(&path, language, who, &watch));
            }
            Order::Close => {
                self.close();
                self.line.say(Reply::Closed);
            }
            Order::Text(source) => {
                let Some(project) = &mut self.project else { return };
                let revision = project.study().source(source).map(|source| source.revision);
                match (project.text(source), revision) {
                    (Ok(text), Some(revision)) => self.line.say(Reply::Text(revision, text)),
                    (Err(error), _) => self.fail(&error),
                    (Ok(_), None) => {}
                }
            }
            Order::Code(codings) => self.change(|project| project.code(&codings)),
            Order::SetDirection(codings, direction) => {
                self.change(|project| project.set_direction(&codings, direction));
            }
            Order::Uncode(codings) => self.change(|project| project.uncode(&codings)),
            Order::WriteMemo(host, text) => self.change(|project| project.write_memo(host, &text)),
            Order::Import(paths, watch) => self.import(&paths, &watch),
            Order::Undo => self.turn_back(Project::undo, News::Undone),
            Order::Redo => self.turn_back(Project::redo, News::Redone),
            Order::History => {
                let Some(project) = &self.project else { return };
                match project.history(STEPS) {
                    Ok(steps) => self.line.say(Reply::History(steps)),
                    Err(error) => self.fail(&error),
                }
            }
            Order::Who(who) => {
                self.who = who.clone();
                if let Some(project) = &mut self.project {
                    project.set_who(who);
                }
            }
        }
    }

    fn fail(&self, error: &Error) {
        self.line.say(Reply::Failed(Fault::of(error)));
    }

    fn say_changed(&mut self, news: News) {
        if let Some(project) = &self.project {
            self.line.say(Reply::Changed(Box::new(snapshot(project)), news));
            for notice in project.notices().iter().skip(self.told) {
                self.line.say(Reply::Told(notice.clone()));
            }
            self.told = project.notices().len();
        }
    }

    /// Says why a change was refused; where the file is gone from its place, the project is for reading from now on.
    fn fail_changing(&mut self, error: &Error) {
        if error.is_displaced() {
            self.say_changed(News::Landed(None));
        }
        self.fail(error);
    }

    /// Opens a project; only then is the one that was open closed.
    fn open(&mut self, failed: fn(Fault) -> Reply, make: impl FnOnce(Who) -> Result<Project, Error>) {
        // A file that was replaced is given up before the one that lies in its place is touched.
        if let Some(Err(error)) = self.project.as_mut().map(Project::refresh) {
            log::warn!("before opening another project: {error}");
        }
        match make(self.who.clone()) {
            Ok(project) => {
                self.close();
                let notices = project.notices().to_vec();
                self.told = notices.len();
                self.line.say(Reply::Opened(Box::new(snapshot(&project)), notices));
                self.project = Some(project);
            }
            Err(error) => self.line.say(failed(Fault::of(&error))),
        }
    }

    fn close(&mut self) {
        self.written = None;
        if let Some(project) = self.project.take()
            && let Err(error) = project.close()
        {
            self.fail(&error);
        }
    }

    fn change<T>(&mut self, change: impl FnOnce(&mut Project) -> Result<Landed<T>, Error>) {
        let Some(project) = &mut self.project else { return };
        match change(project) {
            Ok(landed) => {
                self.written = Some(Instant::now());
                self.say_changed(News::Landed(landed.step));
            }
            Err(error) => self.fail_changing(&error),
        }
    }

    fn turn_back(
        &mut self,
        turn: impl FnOnce(&mut Project) -> Result<Landed<Option<Step>>, Error>,
        news: impl FnOnce(Option<Step>) -> News,
    ) {
        let Some(project) = &mut self.project else { return };
        match turn(project) {
            Ok(landed) => {
                self.written = Some(Instant::now());
                self.say_changed(news(landed.value));
            }
            Err(error) => self.fail_changing(&error),
        }
    }

    fn import(&mut self, paths: &[PathBuf], watch: &Watch) {
        let Some(project) = &mut self.project else { return };
        let (mut taken, mut refused, mut warnings) = (Vec::new(), Vec::new(), Vec::new());
        let mut shown = Instant::now();
        let line = &self.line;
        let ended = import::read_in_batches(paths, &import::Reading::default(), watch, |read| {
            let (mut files, mut about) = (Vec::new(), Vec::new());
            for file in read {
                match file {
                    Err(error) => refused.push(Fault::of(&error)),
                    Ok(parsed) => {
                        about.push((parsed.name.clone(), parsed.warnings.clone()));
                        files.push((parsed, ImportOptions::default()));
                    }
                }
            }
            match project.import_sources(files) {
                Ok(landed) => {
                    for ((name, odd), landed) in about.into_iter().zip(landed) {
                        match landed {
                            Ok(_) => {
                                taken.push(name);
                                warnings.extend(odd);
                            }
                            Err(error) => refused.push(Fault::of(&error)),
                        }
                    }
                }
                // Nothing can be written (disk full, file gone): the next files would fare no better.
                Err(error) => {
                    refused.push(Fault::of(&error));
                    return ControlFlow::Break(());
                }
            }
            if shown.elapsed() > SHOW {
                shown = Instant::now();
                line.say(Reply::Changed(Box::new(snapshot(project)), News::Landed(None)));
            }
            ControlFlow::Continue(())
        });
        self.written = Some(Instant::now());
        self.say_changed(News::Imported {
            taken,
            refused,
            warnings,
            is_cancelled: ended.is_break() && watch.is_cancelled(),
        });
    }

    fn look_around(&mut self) {
        let Some(project) = &mut self.project else { return };
        let shown = project.study();
        match project.refresh() {
            // What could not be read back when it landed has been read now.
            Ok(None) if !Arc::ptr_eq(&shown, &project.study()) => self.say_changed(News::Landed(None)),
            Ok(None) => {}
            Err(error) if error.is_displaced() => self.fail_changing(&error),
            Ok(Some(_)) => self.line.say(Reply::Changed(Box::new(snapshot(project)), News::Outside)),
            // The file may be out of reach for a moment (a network drive, a syncing program): the next
            // order says what is wrong, a look every second must not.
            Err(error) => log::warn!("looking for changes: {error:?}"),
        }
        if self.written.is_some_and(|written| written.elapsed() > REST) {
            self.written = None;
            if let Some(project) = &mut self.project
                && let Err(error) = project.checkpoint()
            {
                log::warn!("folding the log in: {error:?}");
            }
        }
    }
}

fn snapshot(project: &Project) -> Snapshot {
    Snapshot {
        study: project.study(),
        path: project.path().to_owned(),
        undoable: project.undoable().cloned(),
        redoable: project.redoable().cloned(),
        is_read_only: project.is_read_only(),
    }
}
