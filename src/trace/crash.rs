//! The report of a panic, written beside the log: what the program is, where it fell, what it did last. What it
//! did it to stays out.

use super::{TRACE, Trace, now, words};
use std::backtrace::Backtrace;
use std::collections::VecDeque;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Write as _};
use std::panic::PanicHookInfo;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::time::UNIX_EPOCH;

/// How many reports are kept.
const MOST: usize = 10;
/// Holds the name of the newest report that has been shown.
const SEEN: &str = "seen";

/// A report that nobody has seen yet.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Crash {
    /// When, in milliseconds since 1970.
    pub at: i64,
    /// Where the report lies.
    pub path: PathBuf,
    /// The report.
    pub text: String,
}

/// Writes the report of a panic and says where; nothing where it could be written nowhere. For the panic hook:
/// it neither panics nor waits.
pub fn report(fault: &PanicHookInfo<'_>) -> Option<PathBuf> {
    let text = text_of(fault);
    let folder = TRACE.get().and_then(|trace| trace.folder.clone());
    let path = folder.and_then(|folder| keep(&folder, &text).ok()).or_else(|| keep_elsewhere(&text).ok())?;
    if let Some(trace) = TRACE.get()
        && let Ok(mut last) = trace.last_report.try_lock()
    {
        *last = Some(path.clone());
    }
    Some(path)
}

fn text_of(fault: &PanicHookInfo<'_>) -> String {
    let mut text = String::new();
    let place = fault.location().map(ToString::to_string).unwrap_or_default();
    let thread = std::thread::current();
    let (version, os, arch) = (env!("CARGO_PKG_VERSION"), std::env::consts::OS, std::env::consts::ARCH);
    // Writing into a String does not fail.
    let _written = writeln!(text, "Emaslim {version} {os}/{arch}\n{}", now());
    let _written = writeln!(text, "thread {}", thread.name().unwrap_or("without a name"));
    let _written = writeln!(text, "at {place}\n{}", words::of_payload(fault.payload()));
    if let Some(trace) = TRACE.get() {
        for (heading, list) in [("Commands", &trace.deeds), ("Log", &trace.lines)] {
            let _written = writeln!(text, "\n{heading}, the last one at the end:\n{}", last(list));
        }
    }
    let _written = writeln!(text, "\n{}", Backtrace::force_capture());
    words::without_home(&text)
}

/// The lines, unless the thread that fell is holding them.
fn last(list: &Mutex<VecDeque<String>>) -> String {
    match list.try_lock() {
        Ok(list) => list.iter().map(String::as_str).collect::<Vec<_>>().join("\n"),
        Err(_) => "(not to be had)".to_owned(),
    }
}

fn keep(folder: &Path, text: &str) -> io::Result<PathBuf> {
    fs::create_dir_all(folder)?;
    let stamp = jiff::Timestamp::now().strftime("%Y%m%dT%H%M%S%3fZ");
    let path = folder.join(format!("crash-{stamp}-{}.txt", std::process::id()));
    let mut file = tempfile::NamedTempFile::new_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.persist(&path).map_err(|error| error.error)?;
    for old in reports(folder).iter().rev().skip(MOST) {
        fs::remove_file(old)?;
    }
    Ok(path)
}

fn keep_elsewhere(text: &str) -> io::Result<PathBuf> {
    let mut file = tempfile::Builder::new().prefix("emaslim-crash-").suffix(".txt").tempfile()?;
    file.write_all(text.as_bytes())?;
    Ok(file.keep().map_err(|error| error.error)?.1)
}

/// The reports in a folder, oldest first.
fn reports(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    let is_report = |path: &PathBuf| name_of(path).is_some_and(|name| name.starts_with("crash-"));
    let mut found: Vec<PathBuf> = entries.filter(is_report).collect();
    found.sort();
    found
}

fn name_of(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

/// The newest report that has not been shown yet, if any; from now on it has.
pub fn news() -> Option<Crash> {
    TRACE.get().map(Trace::news)?
}

/// Takes the last report of this process for shown: what it tells of has been said.
pub fn seen() {
    if let Some(trace) = TRACE.get()
        && let (Some(folder), Some(report)) = (&trace.folder, super::last_report())
    {
        mark_seen(folder, &report);
    }
}

fn mark_seen(folder: &Path, report: &Path) {
    if let Some(name) = name_of(report) {
        // Shown twice is better than not at all.
        let _unwritten = fs::write(folder.join(SEEN), name);
    }
}

impl Trace {
    fn news(&self) -> Option<Crash> {
        unseen(self.folder.as_deref()?)
    }
}

fn unseen(folder: &Path) -> Option<Crash> {
    let path = reports(folder).pop()?;
    let seen = fs::read_to_string(folder.join(SEEN)).unwrap_or_default();
    if name_of(&path)? <= seen.trim() {
        return None;
    }
    mark_seen(folder, &path);
    let at = fs::metadata(&path).and_then(|found| found.modified()).ok()?.duration_since(UNIX_EPOCH).ok()?;
    let text = fs::read_to_string(&path).ok()?;
    Some(Crash { at: i64::try_from(at.as_millis()).unwrap_or(i64::MAX), path, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_report_is_news_once_and_ten_are_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let folder = folder.path();
        assert_eq!(unseen(folder), None);
        for number in 0..14 {
            fs::write(folder.join(format!("crash-20260101T0000{number:02}000Z-1.txt")), "old").expect("a report");
        }
        let path = keep(folder, "the newest").expect("a report");
        assert_eq!(reports(folder).len(), MOST);
        let crash = unseen(folder).expect("news");
        assert_eq!((crash.path, crash.text.as_str()), (path, "the newest"));
        assert_eq!(unseen(folder), None, "said once");
    }
}
