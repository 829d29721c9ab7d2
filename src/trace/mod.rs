//! What the program leaves behind for whoever looks for a fault: a log and, after a panic, a report beside it.
//!
//! The rule of this room: **not a word of the researcher** gets into either, no quotation, no memo, no name of a
//! person, a source or an imported file. The log takes keys of messages, kinds of errors, numbers and the names
//! this program gives to its own parts; what comes from outside (an error in its own words, a path) goes to
//! [`TERMINAL`] at most. `tests/trace.rs` holds it.

mod crash;
mod log_file;
mod words;

pub use crash::{Crash, news, report, seen};
pub use log_file::TERMINAL;

use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Mutex, OnceLock, PoisonError};

/// How many lines of the log and how many commands a report repeats.
const LAST: usize = 40;

/// What this process has done, in its own names.
struct Trace {
    /// Where log and reports lie; nothing where the system names no place.
    folder: Option<PathBuf>,
    lines: Mutex<VecDeque<String>>,
    deeds: Mutex<VecDeque<String>>,
    last_report: Mutex<Option<PathBuf>>,
}

static TRACE: OnceLock<Trace> = OnceLock::new();

/// Begins the log in a folder; `filter` is what `EMASLIM_LOG` says. Where nothing can be written there the
/// program goes on without.
pub fn start(folder: Option<PathBuf>, filter: Option<&str>) {
    TRACE.get_or_init(|| Trace {
        folder,
        lines: Mutex::default(),
        deeds: Mutex::default(),
        last_report: Mutex::default(),
    });
    log_file::start(filter);
}

/// Remembers a command by its name, for a report. The name is a part of the program, so it holds no text.
pub fn did(name: &'static str) {
    if let Some(trace) = TRACE.get() {
        remember(&trace.deeds, format!("{} {name}", now()));
    }
}

/// Where this process has left its last report, if it has.
pub fn last_report() -> Option<PathBuf> {
    TRACE.get()?.last_report.lock().unwrap_or_else(PoisonError::into_inner).clone()
}

/// In builds for testing, panics at the place that `EMASLIM_FALL` names, with words in its message that must
/// not be found in the report. In a release nothing.
pub fn fall_if_asked(place: &str, words: &str) {
    let is_asked = cfg!(debug_assertions) && std::env::var_os("EMASLIM_FALL").is_some_and(|asked| asked == place);
    assert!(!is_asked, "asked to fall at {place}: {words}");
}

fn remember(list: &Mutex<VecDeque<String>>, line: String) {
    let mut list = list.lock().unwrap_or_else(PoisonError::into_inner);
    if list.len() == LAST {
        list.pop_front();
    }
    list.push_back(line);
}

/// Now, in seconds.
fn now() -> String {
    jiff::Timestamp::now().strftime("%Y-%m-%dT%H:%M:%SZ").to_string()
}
