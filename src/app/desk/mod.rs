//! The desk: the one thread that owns the open project. The window hands it orders and gets snapshots and
//! news back; it never waits for either.

mod worker;

use super::commands::{Codebook, Job};
use super::fault::Fault;
use crate::analysis::Study;
use crate::domain::{CodingId, Direction, Language, MemoHost, Message, RevisionId, SourceId, SourceText};
use crate::project::{NewCoding, Step, Who};
use crate::task::Watch;
use eframe::egui::Context;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{Builder, JoinHandle};

/// What the window asks of the desk.
pub(super) enum Order {
    /// Create a project and open it.
    New { path: PathBuf, title: String, codebook: Codebook, language: Language },
    /// Open a project.
    Open(PathBuf),
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
    /// Write a memo.
    WriteMemo(MemoHost, String),
    /// Bring files in.
    Import(Vec<PathBuf>, Watch),
    /// Take the last step back.
    Undo,
    /// Bring it back again.
    Redo,
    /// Read the newest steps.
    History,
    /// Somebody else acts from now on.
    Who(Who),
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
}

/// What happened.
pub(super) enum News {
    /// A step landed; nothing where there was nothing to change.
    Landed(Option<Step>),
    /// A step was taken back; nothing where there was none.
    Undone(Option<Step>),
    /// A step was brought back; nothing where there was none.
    Redone(Option<Step>),
    /// Another process changed the file.
    Outside,
    /// Files were brought in: the names of their sources, what was refused, what was odd.
    Imported { taken: Vec<String>, refused: Vec<Fault>, warnings: Vec<Message>, is_cancelled: bool },
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
    Text(RevisionId, Arc<SourceText>),
    /// The newest steps, newest first.
    History(Vec<Step>),
    /// Work of its own is done.
    JobDone(Result<Message, Fault>),
    /// Something worth knowing that is no failure.
    Told(Message),
    /// Something went wrong; all is as it was before.
    Failed(Fault),
    /// The work that the status line tells of went wrong and is over; all is as it was before.
    WorkFailed(Fault),
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
        }
    }

    /// Does work on a snapshot on a thread of its own.
    pub fn run(&mut self, study: Arc<Study>, watch: Watch, job: Job) {
        let line = self.line.clone();
        let started = Builder::new().name("emaslim-job".to_owned()).spawn(move || {
            line.say(Reply::JobDone(job(&study, &watch)));
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

    /// Whether everything handed over is done. Its news may still lie in the box.
    pub fn is_idle(&self) -> bool {
        self.line.done.load(Ordering::Acquire) >= self.sent
    }
}

impl Drop for Desk {
    /// Closes the project, so that exactly one file lies there.
    fn drop(&mut self) {
        drop(self.orders.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the desk ended in a panic");
        }
    }
}
