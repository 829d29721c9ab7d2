//! A background job that says how far it is and can be stopped. Cancelling is an ordinary end: the job
//! sees it at its next step and returns what it has.

use std::sync::atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering};
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
    /// Work finished, in a measure of the job's own (bytes), where things differ much in size.
    pub weight_done: u64,
    /// Work in all in that measure; 0 where things weigh the same.
    pub weight_total: u64,
}

impl Progress {
    /// How much of the work is finished, in thousandths; nothing while it is unknown.
    pub fn thousandths(&self) -> Option<u32> {
        let (done, total) = match self.weight_total {
            0 => (u64::from(self.done), u64::from(self.total)),
            total => (self.weight_done, total),
        };
        let share = done.min(total).saturating_mul(1000).checked_div(total)?;
        u32::try_from(share).ok()
    }
}

#[derive(Default)]
struct Shared {
    done: AtomicU32,
    total: AtomicU32,
    weight_done: AtomicU64,
    weight_total: AtomicU64,
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

    /// Called by the job before it begins: how much work there is in all.
    pub fn weigh(&self, total: u64) {
        self.shared.weight_done.store(0, Ordering::Relaxed);
        self.shared.weight_total.store(total, Ordering::Relaxed);
    }

    /// Called by the job: so much more of the work is finished.
    pub fn advance(&self, by: u64) {
        self.shared.weight_done.fetch_add(by, Ordering::Relaxed);
    }

    /// Called by the watcher: how far the job is.
    pub fn progress(&self) -> Progress {
        Progress {
            done: self.shared.done.load(Ordering::Relaxed),
            total: self.shared.total.load(Ordering::Relaxed),
            what: self.shared.what.lock().unwrap_or_else(PoisonError::into_inner).clone(),
            weight_done: self.shared.weight_done.load(Ordering::Relaxed),
            weight_total: self.shared.weight_total.load(Ordering::Relaxed),
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
        let progress = watcher.progress();
        assert_eq!((progress.done, progress.total, progress.what.as_str()), (3, 12, "W.KS.txt"));
        assert_eq!(progress.thousandths(), Some(250));
        job.weigh(4000);
        job.advance(3000);
        assert_eq!(watcher.progress().thousandths(), Some(750));
        assert_eq!(Progress::default().thousandths(), None);
        assert!(!job.is_cancelled());
        watcher.cancel();
        assert!(job.is_cancelled());
    }
}
