//! The system's file dialogs. Made on the main thread, awaited on another; what was chosen comes back as a
//! request, so that a path field or a dropped file does exactly the same.

use super::commands::{OpenFile, PathFor, Request, SaveAs};
use super::fault::Fault;
use super::plain;
use eframe::egui::Context;
use std::future::Future;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::pin::pin;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::task::{Poll, Wake, Waker};
use std::thread::{self, Builder, Thread};
use std::time::{Duration, Instant};

/// Extension of a project file.
pub(super) const EXTENSION: &str = "emaslim";
/// Nobody thinks better of a dialog as fast as this: it did not show (no desktop portal, for one).
const UNSEEN: Duration = Duration::from_millis(300);

/// The dialogs that are open, and what came of them.
pub(super) struct Dialogs {
    chosen: Sender<Request>,
    requests: Receiver<Request>,
}

/// Words of a dialog: its title and the name of the files it shows.
pub(super) struct Titles {
    pub title: String,
    pub files: String,
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn wait<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    let mut context = std::task::Context::from_waker(&waker);
    loop {
        match future.as_mut().poll(&mut context) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

impl Dialogs {
    pub fn new() -> Self {
        let (chosen, requests) = channel();
        Self { chosen, requests }
    }

    /// The next request that came of a dialog.
    pub fn take(&self) -> Option<Request> {
        self.requests.try_recv().ok()
    }

    fn ask<T: 'static>(
        &self,
        window: &Context,
        dialog: impl Future<Output = Option<T>> + Send + 'static,
        then: impl FnOnce(T) -> Request + Send + 'static,
        unseen: Request,
    ) {
        let (chosen, window) = (self.chosen.clone(), window.clone());
        let started = Builder::new().name("emaslim-dialog".to_owned()).spawn(move || {
            let begun = Instant::now();
            // Some systems' dialogs fall over; then the path can be typed.
            let request = match catch_unwind(AssertUnwindSafe(|| wait(dialog))) {
                Ok(Some(value)) => then(value),
                Ok(None) if begun.elapsed() >= UNSEEN => return,
                Ok(None) | Err(_) => unseen,
            };
            if chosen.send(request).is_ok() {
                window.request_repaint();
            }
        });
        if let Err(error) = started {
            log::error!("no thread for a dialog: {}", error.kind());
        }
    }

    /// A project to open.
    pub fn open_project(&self, window: &Context, titles: Titles) {
        let dialog =
            rfd::AsyncFileDialog::new().set_title(titles.title).add_filter(titles.files, &[EXTENSION]).pick_file();
        let then = |file: rfd::FileHandle| Request::OpenProject(file.path().to_owned());
        self.ask(window, dialog, then, Request::AskPath(PathFor::Open));
    }

    /// Files to bring in.
    pub fn import(&self, window: &Context, titles: Titles) {
        let dialog = rfd::AsyncFileDialog::new().set_title(titles.title).pick_files();
        let then = |files: Vec<rfd::FileHandle>| {
            Request::Import(files.into_iter().map(|file| file.path().to_owned()).collect())
        };
        self.ask(window, dialog, then, Request::AskPath(PathFor::Import));
    }

    /// A file to be read.
    pub fn open_file(&self, window: &Context, wish: OpenFile) {
        let OpenFile { title, extensions, then } = wish;
        let files = extensions.join(", ").to_uppercase();
        let dialog = rfd::AsyncFileDialog::new().set_title(title).add_filter(files, extensions).pick_file();
        let unseen = Fault { sentence: plain("dialog-unseen-open"), detail: None };
        self.ask(window, dialog, |file: rfd::FileHandle| then(file.path().to_owned()), Request::Fail(unseen));
    }

    /// A file to be written.
    pub fn save_as(&self, window: &Context, wish: SaveAs, files: String) {
        let SaveAs { title, name, extension, then } = wish;
        let dialog = rfd::AsyncFileDialog::new()
            .set_title(title)
            .set_file_name(name)
            .add_filter(files, &[extension])
            .save_file();
        let unseen = Fault { sentence: plain("dialog-unseen-save"), detail: None };
        let then = move |file: rfd::FileHandle| then(with_extension(file.path().to_owned(), extension));
        self.ask(window, dialog, then, Request::Fail(unseen));
    }
}

/// Some dialogs leave the extension to the program. A dot in a name ("tabel 4.2") is no extension.
fn with_extension(path: PathBuf, extension: &str) -> PathBuf {
    if path.extension().is_some_and(|found| found.eq_ignore_ascii_case(extension)) {
        return path;
    }
    let mut whole = path.into_os_string();
    whole.push(".");
    whole.push(extension);
    PathBuf::from(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dot_in_a_name_is_no_extension() {
        assert_eq!(with_extension(PathBuf::from("tabel 4.2"), "csv"), PathBuf::from("tabel 4.2.csv"));
        assert_eq!(with_extension(PathBuf::from("tabel.CSV"), "csv"), PathBuf::from("tabel.CSV"));
    }

    #[test]
    fn a_future_that_is_woken_from_elsewhere_is_waited_for() {
        let (sender, receiver) = channel::<Waker>();
        let mut is_woken = false;
        let waker = thread::Builder::new()
            .name("waker".to_owned())
            .spawn(move || receiver.recv().expect("a waker").wake())
            .expect("a thread");
        let value = wait(std::future::poll_fn(|context| {
            if is_woken {
                return Poll::Ready(7);
            }
            is_woken = true;
            sender.send(context.waker().clone()).expect("a listener");
            Poll::Pending
        }));
        assert_eq!(value, 7);
        waker.join().expect("a quiet thread");
    }
}
