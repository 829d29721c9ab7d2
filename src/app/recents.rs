//! Which of the projects opened last are where they were. Looked at behind the window: a drive of the network that is
//! gone may take its time to say so.

use super::settings::Recent;
use eframe::egui::Context;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

/// What is known of the files of the projects opened last.
#[derive(Default)]
pub(super) struct Recents {
    missing: BTreeSet<PathBuf>,
    asked: Option<Vec<PathBuf>>,
    answer: Option<Receiver<BTreeSet<PathBuf>>>,
}

impl Recents {
    /// Takes an answer in, and asks where the list is another one than it was.
    pub fn follow(&mut self, window: &Context, recent: &[Recent]) {
        if let Some(missing) = self.answer.as_ref().and_then(|answer| answer.try_recv().ok()) {
            self.missing = missing;
            self.answer = None;
        }
        let is_asked =
            self.asked.as_ref().is_some_and(|asked| asked.iter().eq(recent.iter().map(|recent| &recent.path)));
        if is_asked || self.answer.is_some() {
            return;
        }
        let paths: Vec<PathBuf> = recent.iter().map(|recent| recent.path.clone()).collect();
        self.asked = Some(paths.clone());
        let (answered, answer) = channel();
        let window = window.clone();
        let look = move || {
            let missing = paths.into_iter().filter(|path| !path.is_file()).collect();
            if answered.send(missing).is_ok() {
                window.request_repaint();
            }
        };
        match thread::Builder::new().name("emaslim-recent".to_owned()).spawn(look) {
            Ok(_) => self.answer = Some(answer),
            Err(error) => log::warn!("no thread for the projects opened last: {}", error.kind()),
        }
    }

    /// Looks again at the next opportunity: a project has been opened, closed, or not found.
    pub fn look_again(&mut self) {
        self.asked = None;
    }

    /// Whether the file of a project was not there when it was last looked for.
    pub fn is_missing(&self, path: &Path) -> bool {
        self.missing.contains(path)
    }

    /// Whether no answer is on its way.
    pub const fn is_idle(&self) -> bool {
        self.answer.is_none()
    }
}
