//! The desk: the one thread that owns the open project. The window hands it orders and gets snapshots and
//! news back; it never waits for either.

mod vault;
mod worker;

use super::commands::{Change, Codebook, Job, Question, Request};
use super::fault::Fault;
use crate::analysis::Study;
use crate::domain::{CodingId, Direction, Language, MemoHost, Message, RevisionId, SourceId, SourceText, StepId};
use crate::project::backup::{self, Difference, Shelf};
use crate::project::{Access, ComparedCopy, ImportFile, ImportReport, NewCoding, Step, Visit, Who};
use crate::task::Watch;
use eframe::egui::Context;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{Builder, JoinHandle};

/// What the window asks of the desk.
#[derive(strum::IntoStaticStr)]
pub(super) enum Order {
    /// Create a project and open it.
    New { path: PathBuf, title: String, codebook: Codebook, language: Language },
    /// Open a project.
    Open(PathBuf, Access),
    /// Compare the copies that lie beside the project.
    Copies,
    /// Build the sample study in the file and open it.
    Sample { path: PathBuf, language: Language, watch: Watch },
    /// Close the open project.
    Close,
    /// Read the text of a source.
    Text(SourceId),
    /// Make codings.
    Code(Vec<NewCoding>),
    /// Set directions.
    SetDirection(Vec<CodingId>, Option<Direction>),
    /// Remove codings.
    Uncode(Vec<CodingId>),
    /// Change the project in one step.
    Change(Change),
    /// Ask the file something.
    Ask(Question),
    /// Write a memo.
    WriteMemo(MemoHost, String),
    /// Bring files in.
    Import(Vec<ImportFile>, Watch),
    /// Take the last step back.
    Undo,
    /// Bring it back again.
    Redo,
    /// Take back a step and everything after it.
    UndoTo(StepId),
    /// Read so many of the newest steps.
    History(u32),
    /// Put a backup into the place of the open project.
    Restore(PathBuf, Watch),
    /// Write the open project's file anew without gaps; the language is that of the answer.
    Compact(Language, Watch),
    /// Somebody else acts from now on.
    Who(Who),
    /// Fall over, in the middle of a step where a project is open.
    #[cfg(test)]
    Fall,
}

/// The open project as it stands, for the window.
#[derive(Clone)]
pub(super) struct Snapshot {
    /// The project in memory.
    pub study: Arc<Study>,
    /// Where it lies.
    pub path: PathBuf,
    /// The step that undo would take back.
    pub undoable: Option<Step>,
    /// The step that redo would bring back.
    pub redoable: Option<Step>,
    /// Whether changes are refused.
    pub is_read_only: bool,
    /// The other device because of which they are.
    pub elsewhere: Option<Visit>,
}

/// What happened.
pub(super) enum News {
    /// A step landed; nothing where there was nothing to change.
    Landed(Option<Step>),
    /// A step was taken back; nothing where there was none.
    Undone(Option<Step>),
    /// So many steps were taken back in one go.
    Back(u32),
    /// A step was brought back; nothing where there was none.
    Redone(Option<Step>),
    /// The project was read anew after a fault of the program; nothing was lost that had landed.
    Reopened,
    /// Another process changed the file.
    Outside,
    /// Files were brought in, or not.
    Imported(ImportReport),
}

/// What the desk says to the window.
pub(super) enum Reply {
    /// A project is open now. With what was noticed on the way.
    Opened(Box<Snapshot>, Vec<Message>),
    /// No project is open any more.
    Closed,
    /// The project changed.
    Changed(Box<Snapshot>, News),
    /// A text that was asked for.
    Text(SourceId, RevisionId, Arc<SourceText>),
    /// The newest steps, newest first.
    History(Vec<Step>),
    /// The copies that lie beside the project at the path.
    Copies(PathBuf, Vec<ComparedCopy>),
    /// What somebody has asked for is known; this is to be done about it.
    Answered(Request),
    /// Work of its own is done.
    JobDone(Result<Message, Fault>),
    /// What is kept of the project.
    Shelf(Result<Box<Shelf>, Fault>),
    /// What going back to a backup would lose and bring back.
    Weighed(PathBuf, Result<Box<Difference>, Fault>),
    /// Something went wrong; all is as it was before.
    Failed(Fault),
    /// The work that the status line tells of went wrong and is over; all is as it was before.
    WorkFailed(Fault),
    /// Something behind the window went wrong that nobody has asked for.
    Warned(Fault),
    /// What went wrong last is that this file is damaged; its words may be rescued.
    Damaged(PathBuf),
    /// What is wrong with a text that was asked for.
    Noticed(Vec<Message>),
}

/// The way back to the window: a reply wakes it.
#[derive(Clone)]
struct Line {
    replies: Sender<Reply>,
    window: Arc<OnceLock<Context>>,
    done: Arc<AtomicU64>,
}

impl Line {
    fn say(&self, reply: Reply) {
        // A window that is gone needs no reply.
        if self.replies.send(reply).is_ok() {
            self.wake();
        }
    }

    /// One order or job is finished.
    fn tick(&self) {
        self.done.fetch_add(1, Ordering::Release);
        self.wake();
    }

    fn wake(&self) {
        if let Some(window) = self.window.get() {
            window.request_repaint();
        }
    }
}

/// The window's end of the desk.
pub(super) struct Desk {
    orders: Option<Sender<Order>>,
    replies: Receiver<Reply>,
    line: Line,
    sent: u64,
    thread: Option<JoinHandle<()>>,
}

/// A thread could not be started: the system has no room for one.
#[derive(Debug, thiserror::Error)]
#[error("no thread for the project: {0}")]
pub struct NoThread(#[from] std::io::Error);

impl Desk {
    /// Starts the thread.
    pub fn new(who: Who) -> Result<Self, NoThread> {
        let (orders, taken) = channel();
        let (said, replies) = channel();
        let line = Line { replies: said, window: Arc::default(), done: Arc::default() };
        let of_worker = line.clone();
        let thread = Builder::new()
            .name("emaslim-desk".to_owned())
            .spawn(move || worker::Worker::new(of_worker, who).work(&taken))?;
        Ok(Self { orders: Some(orders), replies, line, sent: 0, thread: Some(thread) })
    }

    /// The window to wake when there is news.
    pub fn wakes(&self, window: &Context) {
        self.line.window.get_or_init(|| window.clone());
    }

    /// Hands an order over.
    pub fn send(&mut self, order: Order) {
        if let Some(orders) = &self.orders
            && orders.send(order).is_ok()
        {
            self.sent += 1;
        } else {
            self.line.say(Reply::Failed(Fault::fallen("crash-desk-gone")));
        }
    }

    /// Does work on a snapshot on a thread of its own.
    pub fn run(&mut self, study: Arc<Study>, watch: Watch, job: Job) {
        let line = self.line.clone();
        self.aside(move || {
            Reply::JobDone(job(&study, &watch).map(|finished| {
                if let Some(then) = finished.then {
                    line.say(Reply::Answered(then));
                }
                finished.sentence
            }))
        });
    }

    /// Reads on a thread of its own what is kept of a project.
    pub fn shelf(&mut self, path: PathBuf) {
        self.aside(move || Reply::Shelf(backup::shelf(&path).map(Box::new).map_err(|error| Fault::of(&error))));
    }

    /// Compares a project with a backup of it on a thread of its own.
    pub fn weigh(&mut self, path: PathBuf, of: PathBuf) {
        self.aside(move || {
            let difference = backup::difference(&path, &of).map(Box::new).map_err(|error| Fault::of(&error));
            Reply::Weighed(of, difference)
        });
    }

    fn aside(&mut self, work: impl FnOnce() -> Reply + Send + 'static) {
        let line = self.line.clone();
        let started = Builder::new().name("emaslim-job".to_owned()).spawn(move || {
            let done = catch_unwind(AssertUnwindSafe(work));
            line.say(done.unwrap_or_else(|_| Reply::JobDone(Err(Fault::fallen("crash-job")))));
            line.tick();
        });
        match started {
            Ok(_) => self.sent += 1,
            Err(error) => self.line.say(Reply::WorkFailed(Fault {
                sentence: Message::new("error-no-thread"),
                detail: Some(error.to_string()),
            })),
        }
    }

    /// The next news, if any.
    pub fn take(&self) -> Option<Reply> {
        self.replies.try_recv().ok()
    }

    /// Lets the desk do what was handed over and close the project; what it says on the way can be taken still.
    pub fn finish(&mut self) {
        drop(self.orders.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the desk ended in a panic");
        }
    }

    /// Whether everything handed over is done. Its news may still lie in the box.
    pub fn is_idle(&self) -> bool {
        self.line.done.load(Ordering::Acquire) >= self.sent
    }
}

impl Drop for Desk {
    /// Closes the project, so that exactly one file lies there.
    fn drop(&mut self) {
        self.finish();
    }
}
