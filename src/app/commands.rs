//! What places wish for. They leave it here while drawing; the window carries it out after the frame.

use super::command::Command;
use super::drafts::Field;
use super::fault::Fault;
use super::frame::Pane;
use super::place::{PlaceKind, Spot};
use super::settings::Settings;
use crate::analysis::Study;
use crate::domain::{CodingId, Direction, Language, MemoHost, Message};
use crate::project::NewCoding;
use crate::task::Watch;
use std::path::PathBuf;
use std::sync::Arc;

/// Work on a snapshot of the project, done on a thread of its own: an export, mostly. Its value is the
/// sentence for the status line.
pub type Job = Box<dyn FnOnce(&Arc<Study>, &Watch) -> Result<Message, Fault> + Send>;

/// What to do with the path that was chosen in a dialog.
pub type Then = Box<dyn FnOnce(PathBuf) -> Request + Send>;

/// A file to be named in the system's dialog.
pub struct SaveAs {
    /// Title of the dialog.
    pub title: String,
    /// Proposed file name.
    pub name: String,
    /// Extension without the dot.
    pub extension: &'static str,
    /// What to do with the chosen path; not called if the user thinks better of it.
    pub then: Then,
}

/// The codebook a new project starts with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Codebook {
    /// The built-in one.
    Emaslim,
    /// None.
    Empty,
}

/// What a typed path is for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum PathFor {
    /// Files and folders to bring in.
    Import,
    /// A project to open.
    Open,
}

/// A wish of a place.
#[derive(strum::IntoStaticStr)]
pub enum Request {
    /// A command, as if picked from the menu.
    Run(Command),
    /// Turn to a place.
    Go(PlaceKind),
    /// Turn to the place Koding and bring a spot into sight.
    Show(Spot),
    /// Say something in the middle of the status line, until the next action.
    Tell(Message),
    /// Say what went wrong.
    Fail(Fault),
    /// Make codings, all in one step.
    Code(Vec<NewCoding>),
    /// Set the direction of evidence of codings, all in one step.
    SetDirection(Vec<CodingId>, Option<Direction>),
    /// Remove codings, all in one step.
    Uncode(Vec<CodingId>),
    /// Write the memo of a host; an empty text removes it.
    WriteMemo(MemoHost, String),
    /// Keep what is typed in a field until it is saved; nothing discards it.
    Draft(Field, Option<String>),
    /// Bring files and folders in.
    Import(Vec<PathBuf>),
    /// Stop the work behind the window.
    Cancel,
    /// Do work on a snapshot of the project behind the window; the sentence says what goes on meanwhile.
    Job(Message, Job),
    /// Ask for a file name, then go on.
    SaveAs(SaveAs),
    /// Create a project and open it.
    NewProject {
        /// Where.
        path: PathBuf,
        /// Title of the study.
        title: String,
        /// Its codes.
        codebook: Codebook,
        /// Language of codebook, groups and citations.
        language: Language,
    },
    /// Open a project.
    OpenProject(PathBuf),
    /// Show what stands behind the sentence of the status line: the detail of a fault, what was refused.
    Details,
    /// Ask for a path to be typed, for when the system's dialog does not show.
    AskPath(PathFor),
    /// Copy words to the clipboard.
    Copy(String),
    /// Replace the settings and remember them.
    Settings(Box<Settings>),
    /// Compare the open project with a backup.
    Weigh(PathBuf),
    /// Put a backup into the place of the open project.
    Restore(PathBuf),
    /// Lay a form over the window.
    Lay(Box<dyn Pane>),
}

/// The wishes of one frame, in order.
#[derive(Default)]
pub struct Commands {
    queue: Vec<Request>,
}

impl Commands {
    /// Adds a wish.
    pub fn send(&mut self, request: Request) {
        self.queue.push(request);
    }

    /// Adds a command, as if picked from the menu.
    pub fn run(&mut self, command: Command) {
        self.send(Request::Run(command));
    }

    /// Takes all wishes out, in order.
    pub fn take(&mut self) -> Vec<Request> {
        std::mem::take(&mut self.queue)
    }
}
