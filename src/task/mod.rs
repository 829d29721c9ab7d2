//! A background job that says how far it is and can be stopped. Cancelling is an ordinary end: the job
//! sees it at its next step and returns what it has.

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

/// How far a job is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Progress {
    /// Things finished.
    pub done: u32,
    /// Things in all; 0 while unknown.
    pub total: u32,
    /// The thing in hand (a file name); may be empty.
    pub what: String,
}

#[derive(Default)]
struct Shared {
    done: AtomicU32,
    total: AtomicU32,
    cancelled: AtomicBool,
    what: Mutex<String>,
}

/// The rope between a job and whoever watches it; both hold a clone.
#[derive(Clone, Default)]
pub struct Watch {
    shared: Arc<Shared>,
}

impl Watch {
    /// A rope nobody has pulled yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Called by the job: `done` of `total` things are finished and `what` is in hand.
    pub fn report(&self, done: u32, total: u32, what: &str) {
        self.shared.done.store(done, Ordering::Relaxed);
        self.shared.total.store(total, Ordering::Relaxed);
        what.clone_into(&mut self.shared.what.lock().unwrap_or_else(PoisonError::into_inner));
    }

    /// Called by the watcher: how far the job is.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.shared.done.load(Ordering::Relaxed),
            total: self.shared.total.load(Ordering::Relaxed),
            what: self.shared.what.lock().unwrap_or_else(PoisonError::into_inner).clone(),
        }
    }

    /// Called by the watcher: stop at the next step.
    pub fn cancel(&self) {
        self.shared.cancelled.store(true, Ordering::Relaxed);
    }

    /// Called by the job between steps.
    pub fn is_cancelled(&self) -> bool {
        self.shared.cancelled.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ends_see_the_same() {
        let watcher = Watch::new();
        let job = watcher.clone();
        job.report(3, 12, "W.KS.txt");
        assert_eq!(watcher.progress(), Progress { done: 3, total: 12, what: "W.KS.txt".to_owned() });
        assert!(!job.is_cancelled());
        watcher.cancel();
        assert!(job.is_cancelled());
    }
}
