//! The log: a file that several processes append to, kept small by turning it over. `EMASLIM_LOG` says how much
//! goes in (warnings where it is silent) and, where it says anything, sends the same to standard error.

use super::{TRACE, now, remember};
use log::{Level, Log, Metadata, Record};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::Path;

/// For records that may hold words from outside: they are shown on standard error if asked for, never kept.
pub const TERMINAL: &str = "emaslim-terminal";

const NAME: &str = "emaslim.log";
/// When the file is turned over, in bytes.
const LARGEST: u64 = 1_000_000;
/// How many files there are, the one being written included.
const FILES: u32 = 3;
/// Crates whose warnings are kept besides our own: they draw and know no words.
const DRAWING: [&str; 2] = ["wgpu_core", "wgpu_hal"];

struct Logger {
    kept: env_logger::Logger,
    terminal: Option<env_logger::Logger>,
}

pub(super) fn start(filter: Option<&str>) {
    let with = |filter: &str| env_logger::Builder::new().parse_filters(filter).build();
    let logger = Logger { kept: with(filter.unwrap_or("warn")), terminal: filter.map(with) };
    log::set_max_level(logger.kept.filter());
    // Somebody else's logger may stand already where this room is used as a library.
    let _is_first = log::set_boxed_logger(Box::new(logger));
}

/// Whether a record is of a kind that holds no word from outside.
fn is_kept(record: &Record<'_>) -> bool {
    let target = record.target();
    let crate_name = target.split("::").next().unwrap_or_default();
    crate_name == "emaslim" || record.level() <= Level::Warn && DRAWING.contains(&crate_name)
}

impl Log for Logger {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        self.kept.enabled(metadata)
    }

    fn log(&self, record: &Record<'_>) {
        if let Some(terminal) = &self.terminal {
            terminal.log(record);
        }
        if !self.kept.matches(record) || !is_kept(record) {
            return;
        }
        // Said before anything is locked: it may call who knows what.
        let words = record.args().to_string().replace(['\n', '\r'], " ");
        let (pid, level) = (std::process::id(), record.level().as_str().to_lowercase());
        let line = format!("{} {pid} {level} {}: {words}", now(), record.target());
        let Some(trace) = TRACE.get() else { return };
        if let Some(folder) = &trace.folder {
            // A log that cannot be written has nowhere to say so.
            let _unwritten = append(folder, &line);
        }
        remember(&trace.lines, line);
    }

    fn flush(&self) {}
}

/// Adds a line. The file is opened anew each time: another process may have turned it over.
fn append(folder: &Path, line: &str) -> io::Result<()> {
    let path = folder.join(NAME);
    match fs::metadata(&path) {
        Ok(found) if found.len() > LARGEST => turn_over(folder)?,
        Ok(_) => {}
        Err(_) => fs::create_dir_all(folder)?,
    }
    if !path.exists() {
        // A file of the user's own; where another process was first, theirs stands.
        let _is_first = tempfile::NamedTempFile::new_in(folder)?.persist_noclobber(&path);
    }
    let mut file = OpenOptions::new().create(true).append(true).open(&path)?;
    file.write_all(format!("{line}\n").as_bytes())
}

/// `emaslim.log` becomes `emaslim.1.log`, that becomes `emaslim.2.log`, that is gone.
fn turn_over(folder: &Path) -> io::Result<()> {
    let lock = File::create(folder.join("emaslim.lock"))?;
    if lock.try_lock().is_err() || fs::metadata(folder.join(NAME))?.len() <= LARGEST {
        // Another process is at it or has done it.
        return Ok(());
    }
    let name = |number: u32| match number {
        0 => folder.join(NAME),
        number => folder.join(format!("emaslim.{number}.log")),
    };
    for number in (0..FILES - 1).rev() {
        if name(number).exists() {
            fs::rename(name(number), name(number + 1))?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_log_is_turned_over_and_three_files_are_kept() {
        let folder = tempfile::tempdir().expect("a folder");
        let line = "x".repeat(9_999);
        let mut written = 0;
        while written < 5 * LARGEST {
            append(folder.path(), &line).expect("a line");
            written += 10_000;
        }
        append(folder.path(), "the last line").expect("a line");
        let mut names: Vec<String> = fs::read_dir(folder.path())
            .expect("a folder")
            .flatten()
            .map(|file| file.file_name().to_string_lossy().into_owned())
            .collect();
        names.sort();
        assert_eq!(names, ["emaslim.1.log", "emaslim.2.log", "emaslim.lock", "emaslim.log"]);
        for name in ["emaslim.1.log", "emaslim.2.log", "emaslim.log"] {
            assert!(fs::metadata(folder.path().join(name)).expect("a file").len() <= LARGEST + 10_000);
        }
        let log = fs::read_to_string(folder.path().join(NAME)).expect("the log");
        assert!(log.ends_with("the last line\n"));
    }

    #[test]
    fn two_writers_lose_no_line() {
        let folder = tempfile::tempdir().expect("a folder");
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let folder = folder.path();
                scope.spawn(move || {
                    for number in 0..200 {
                        append(folder, &format!("writer {writer} line {number}")).expect("a line");
                    }
                });
            }
        });
        let log = fs::read_to_string(folder.path().join(NAME)).expect("the log");
        assert_eq!(log.lines().count(), 800);
        assert!(log.lines().all(|line| line.starts_with("writer ")), "lines are whole");
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_an_error_and_no_panic() {
        let file = tempfile::NamedTempFile::new().expect("a file");
        assert!(append(&file.path().join("log"), "a line").is_err());
    }
}
