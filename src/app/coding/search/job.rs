//! The search itself, on a thread of its own, so that no frame waits for a long text or a slow pattern. A search that
//! is no longer wanted is told to stop; one that takes too long hands over what it has.

use crate::analysis::find::{FindError, Finder, Folded, Found, Query};
use crate::domain::{CharRange, SourceText};
use crate::task::Watch;
use eframe::egui::Context;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, TryRecvError, channel};
use std::thread;
use std::time::{Duration, Instant};

/// How long is searched.
const LIMIT: Duration = Duration::from_secs(2);
/// How much longer an answer is waited for: one step of a search may be under way.
const GRACE: Duration = Duration::from_millis(500);

/// A text, with what of it is not searched.
#[derive(Clone)]
pub(super) struct Searched {
    pub(super) text: Arc<SourceText>,
    pub(super) left_out: Arc<[CharRange]>,
}

impl Searched {
    fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text) && self.left_out == other.left_out
    }
}

/// A text as it was folded for the last query, for the next one.
#[derive(Clone)]
struct Kept {
    searched: Searched,
    folded: Arc<Folded>,
}

/// What came of a search.
pub(super) enum Outcome {
    /// Nothing yet.
    Waiting,
    /// It is done.
    Done(Result<Found, FindError>),
    /// It took so long that it is given up.
    Late,
}

struct Running {
    watch: Watch,
    begun: Instant,
    answer: Receiver<(Result<Found, FindError>, Option<Kept>)>,
}

/// The search under way, if any.
#[derive(Default)]
pub(super) struct Job {
    running: Option<Running>,
    kept: Option<Kept>,
}

impl Job {
    /// Begins a search; the one under way is of no more use.
    pub(super) fn begin(&mut self, ctx: &Context, searched: Searched, query: Query) {
        self.stop();
        let (watch, begun) = (Watch::new(), Instant::now());
        let (send, answer) = channel();
        let (rope, ctx) = (watch.clone(), ctx.clone());
        let kept = self.kept.clone().filter(|kept| kept.searched.is_same(&searched));
        let work = move || {
            let goes_on = || !rope.is_cancelled() && begun.elapsed() < LIMIT;
            let _unheard = send.send(search(searched, &query, kept, goes_on));
            ctx.request_repaint();
        };
        match thread::Builder::new().name("emaslim-find".to_owned()).spawn(work) {
            Ok(_) => self.running = Some(Running { watch, begun, answer }),
            Err(error) => log::warn!("no thread for a search: {}", error.kind()),
        }
    }

    /// Stops what is under way.
    pub(super) fn stop(&mut self) {
        if let Some(running) = self.running.take() {
            running.watch.cancel();
        }
    }

    /// How long the search under way has lasted.
    pub(super) fn lasts(&self) -> Option<Duration> {
        self.running.as_ref().map(|running| running.begun.elapsed())
    }

    /// Takes what has come of it.
    pub(super) fn take(&mut self, ctx: &Context) -> Outcome {
        let Some(running) = &self.running else { return Outcome::Waiting };
        match running.answer.try_recv() {
            Ok((found, kept)) => {
                self.running = None;
                self.kept = kept;
                Outcome::Done(found)
            }
            Err(TryRecvError::Empty) if running.begun.elapsed() < LIMIT + GRACE => {
                ctx.request_repaint_after(Duration::from_millis(100));
                Outcome::Waiting
            }
            Err(_) => {
                self.stop();
                Outcome::Late
            }
        }
    }
}

fn search(
    searched: Searched,
    query: &Query,
    kept: Option<Kept>,
    goes_on: impl FnMut() -> bool,
) -> (Result<Found, FindError>, Option<Kept>) {
    let finder = match Finder::new(query) {
        Ok(finder) => finder,
        Err(error) => return (Err(error), kept),
    };
    if finder.is_empty() {
        return (Ok(Found::default()), kept);
    }
    let kept = kept.filter(|kept| kept.folded.folding() == query.folding()).unwrap_or_else(|| {
        let folded = Arc::new(Folded::new(&searched.text, &searched.left_out, query.folding()));
        Kept { searched, folded }
    });
    let found = finder.find(&kept.searched.text, &kept.folded, goes_on);
    (Ok(found), Some(kept))
}
