//! The program: what must stand before anything else (console, log, report of a fault), then the command
//! line, which opens the window where no command is given.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use emaslim::app::settings::Settings;
use emaslim::cli::{self, NoWindow, Surroundings};
use emaslim::domain::Message;
use emaslim::i18n::{Catalog, system_language};
use emaslim::project::data_folder;
use emaslim::trace;
use std::io::Write;
use std::panic::{AssertUnwindSafe, PanicHookInfo};
use std::path::PathBuf;
use std::process::ExitCode;

fn main() -> ExitCode {
    #[cfg(windows)]
    attach_console();
    let filter = std::env::var("EMASLIM_LOG").ok().filter(|filter| !filter.is_empty());
    trace::start(data_folder().map(|folder| folder.join("log")), filter.as_deref());
    std::panic::set_hook(Box::new(report_fault));
    let words = std::env::args_os().collect();
    let settings = Settings::path().as_deref().map(Settings::read).unwrap_or_default();
    let window = |project: Option<PathBuf>| {
        if !has_display() {
            return Err(NoWindow::NoDisplay);
        }
        emaslim::app::run(project).map_err(|error| NoWindow::Refused(error.to_string()))
    };
    let around = Surroundings { window: &window, language: settings.language(), coder: Some(settings.coder) };
    // A fault has been reported by the hook; what is left is the exit status.
    let run = AssertUnwindSafe(|| cli::run(words, &around));
    std::panic::catch_unwind(run).unwrap_or(ExitCode::FAILURE)
}

/// Whether a window can be hoped for. Without a display server the window library may wait or fall over.
fn has_display() -> bool {
    if cfg!(any(windows, target_os = "macos")) {
        return true;
    }
    ["DISPLAY", "WAYLAND_DISPLAY", "WAYLAND_SOCKET"]
        .iter()
        .any(|name| std::env::var_os(name).is_some_and(|value| !value.is_empty()))
}

/// Leaves a report of a fault beside the log and says where, in one sentence.
fn report_fault(fault: &PanicHookInfo<'_>) {
    // Threads behind the window are caught, and the window itself says what came of it.
    let goes_on = std::thread::current().name().is_some_and(|name| name.starts_with("emaslim-"));
    let message = match (trace::report(fault), goes_on) {
        (Some(path), false) => Message::new("cli-panic").with("path", path.display().to_string()),
        (Some(path), true) => Message::new("crash-survived").with("path", path.display().to_string()),
        (None, _) => Message::new("cli-panic-unwritten"),
    };
    let sentence = Catalog::new(system_language()).say(&message);
    // Where standard error is gone as well there is nobody left to tell.
    let _unheard = writeln!(std::io::stderr(), "emaslim: {sentence}");
    log::error!("a panic at {}", fault.location().map(ToString::to_string).unwrap_or_default());
}

/// A program with a window has no console of its own on Windows; borrow the one it was started from, so that
/// commands can answer. Not tested: nobody here has Windows.
#[cfg(windows)]
#[expect(unsafe_code, reason = "the system call has no safe form; it takes a number and touches no memory")]
fn attach_console() {
    use windows_sys::Win32::System::Console::{ATTACH_PARENT_PROCESS, AttachConsole};
    // SAFETY: AttachConsole takes a process number by value. It fails without a console, and then there is
    // nobody to read the answers.
    let _attached = unsafe { AttachConsole(ATTACH_PARENT_PROCESS) };
}
