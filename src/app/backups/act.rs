//! What the window does about backups: on threads of their own, except where the file is wanted for itself.

use super::{Backups, BackupsForm};
use crate::app::commands::{Job, Request, SaveAs};
use crate::app::desk::Order;
use crate::app::dialog::EXTENSION;
use crate::app::fault::Fault;
use crate::app::frame::Overlay;
use crate::app::{App, plain};
use crate::project::backup::{self, Kept, Why};
use eframe::egui::Context;
use std::path::{Path, PathBuf};

impl App {
    /// Lays the form over the window and has the list read.
    pub(in crate::app) fn show_backups(&mut self) {
        let Some(session) = &mut self.session else { return };
        session.facts.backups = Backups::default();
        self.desk.shelf(session.facts.snapshot.path.clone());
        self.overlay = Some(Overlay::Pane(Box::new(BackupsForm::default())));
    }

    /// Has the list read anew where it is on show.
    pub(in crate::app) fn look_at_backups(&mut self) {
        if let Some(session) = &self.session
            && session.facts.backups.shelf.is_some()
            && matches!(self.overlay, Some(Overlay::Pane(_)))
        {
            self.desk.shelf(session.facts.snapshot.path.clone());
        }
    }

    /// Compares the open project with a backup.
    pub(in crate::app) fn weigh(&mut self, of: PathBuf) {
        if let Some(session) = &self.session {
            self.desk.weigh(session.facts.snapshot.path.clone(), of);
        }
    }

    /// Makes a backup because somebody asked for it.
    pub(in crate::app) fn back_up(&mut self) {
        let Some(path) = self.project_path() else { return };
        let job: Job = Box::new(move |_, watch| match backup::back_up(&path, Why::Asked, watch) {
            Ok(Kept::Made(_)) => Ok(plain("backups-made").into()),
            Ok(Kept::Already(_)) => Ok(plain("backups-already").into()),
            Err(error) => Err(Fault::of(&error)),
        });
        self.commands.send(Request::Job(plain("busy-backup"), job));
    }

    /// Asks where a copy should lie, then saves it. The dialog has asked before an existing file is named.
    pub(in crate::app) fn save_copy(&mut self, ctx: &Context) {
        let Some(path) = self.project_path() else { return };
        let name = copy_name(&path, &self.now.catalog.text("backups-copy-suffix"));
        let then = move |to: PathBuf| {
            let job: Job = Box::new(move |_, watch| match backup::save_copy(&path, &to, true, watch) {
                Ok(_) => Ok(plain("backups-copy-saved").with("path", to.display().to_string()).into()),
                Err(error) => Err(Fault::of(&error)),
            });
            Request::Job(plain("busy-copy"), job)
        };
        let wish = SaveAs::new(self.now.catalog.text("dialog-save-copy"), name, EXTENSION, then);
        let files = self.now.catalog.text("dialog-files-project");
        self.dialogs.save_as(ctx, wish, files);
    }

    /// Puts a backup into the place of the open project.
    pub(in crate::app) fn restore(&mut self, ctx: &Context, from: PathBuf) {
        if self.session.is_some() && self.now.busy.is_none() {
            self.settle(ctx);
            let watch = self.begin(plain("busy-restore"));
            self.desk.send(Order::Restore(from, watch));
        }
    }

    /// Writes the file anew without gaps.
    pub(in crate::app) fn compact(&mut self, ctx: &Context) {
        if self.session.is_some() && self.now.busy.is_none() {
            self.settle(ctx);
            let watch = self.begin(plain("busy-compact"));
            self.desk.send(Order::Compact(self.now.settings.language(), watch));
        }
    }

    fn project_path(&self) -> Option<PathBuf> {
        self.session.as_ref().map(|session| session.facts.snapshot.path.clone())
    }
}

/// The name that is proposed for a copy: the project's own with a word behind it.
fn copy_name(path: &Path, suffix: &str) -> String {
    let stem = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    format!("{stem} {suffix}.{EXTENSION}")
}
