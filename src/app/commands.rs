//! What places wish for. They leave it here while drawing; the window carries it out after the frame.

use super::command::Command;
use super::drafts::Field;
use super::fault::Fault;
use super::frame::Pane;
use super::place::{PlaceKind, Spot};
use super::settings::Settings;
use crate::analysis::{Axis, Study};
use crate::domain::{CodeId, CodingId, Direction, Language, MemoHost, Message, StepId};
use crate::project::{Error, ImportFile, Landed, NewCoding, Project};
use crate::task::Watch;
use std::path::PathBuf;
use std::sync::Arc;

/// Work on a snapshot of the project, done on a thread of its own: an export, mostly.
pub type Job = Box<dyn FnOnce(&Arc<Study>, &Watch) -> Result<Finished, Fault> + Send>;

/// What came of work that is done.
pub struct Finished {
    /// The sentence for the status line.
    pub sentence: Message,
    /// What is to be done next, if anything.
    pub then: Option<Request>,
}

impl From<Message> for Finished {
    fn from(sentence: Message) -> Self {
        Self { sentence, then: None }
    }
}

/// A change of the project, made by the thread that owns it: one method of [`Project`], one step. Its sentence in the
/// status line is the step's.
pub type Change = Box<dyn FnOnce(&mut Project) -> Result<Landed<()>, Error> + Send>;

/// A question to the file that the project in memory does not answer. Its value is what to do with the answer;
/// nothing where whoever asked has put it away himself.
pub type Question = Box<dyn FnOnce(&mut Project) -> Result<Option<Request>, Error> + Send>;

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

/// A file to be chosen in the system's dialog.
pub struct OpenFile {
    /// Title of the dialog.
    pub title: String,
    /// Extensions without the dot.
    pub extensions: &'static [&'static str],
    /// What to do with the chosen path; not called if the user thinks better of it.
    pub then: Then,
}

impl OpenFile {
    /// A wish for a file that leads to another wish.
    pub fn new(
        title: String,
        extensions: &'static [&'static str],
        then: impl FnOnce(PathBuf) -> Request + Send + 'static,
    ) -> Self {
        Self { title, extensions, then: Box::new(then) }
    }
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
    /// Turn to the codebook and choose a code.
    EditCode(CodeId),
    /// Turn to the place Triangulasi and open the role of a code, compared by an axis; a code below the role is chosen
    /// as its indicator.
    ShowRole(CodeId, Axis),
    /// Say something in the middle of the status line, until the next action.
    Tell(Message),
    /// Say something and offer what can be done about it: the key of its words, and the wish.
    Offer(Message, &'static str, fn() -> Self),
    /// Say what went wrong.
    Fail(Fault),
    /// Make codings, all in one step.
    Code(Vec<NewCoding>),
    /// Set the direction of evidence of codings, all in one step.
    SetDirection(Vec<CodingId>, Option<Direction>),
    /// Remove codings, all in one step.
    Uncode(Vec<CodingId>),
    /// Change the project in one step.
    Change(Change),
    /// Take back a step and everything after it, in one go.
    UndoTo(StepId),
    /// Read so many of the newest steps.
    History(u32),
    /// Ask the file something.
    Ask(Question),
    /// Write the memo of a host; an empty text removes it.
    WriteMemo(MemoHost, String),
    /// Keep what is typed in a field until it is saved; nothing discards it.
    Draft(Field, Option<String>),
    /// Look at files and folders and decide what becomes of them.
    Import(Vec<PathBuf>),
    /// Bring files in as it was decided.
    ImportFiles(Vec<ImportFile>),
    /// Stop the work behind the window.
    Cancel,
    /// Do work on a snapshot of the project behind the window; the sentence says what goes on meanwhile.
    Job(Message, Job),
    /// Ask for a file name, then go on.
    SaveAs(SaveAs),
    /// Ask for a file that is there, then go on.
    OpenFile(OpenFile),
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
    /// Open a project for changes although another device has it open.
    TakeOver(PathBuf),
    /// Ask whether to take the open project over from the device that has it open.
    AskTakeOver,
    /// Show the copies that lie beside the open project.
    ShowCopies,
    /// Show what stands behind the sentence of the status line: the detail of a fault, what was refused.
    Details,
    /// Ask for a path to be typed, for when the system's dialog does not show.
    AskPath(PathFor),
    /// Copy words to the clipboard.
    Copy(String),
    /// Copy a page to the clipboard: as HTML, which Word takes with its tables, and as words for what takes no more.
    CopyPage {
        /// The page.
        html: String,
        /// Its words.
        plain: String,
    },
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

impl Request {
    /// A change of the project, whatever it makes.
    pub fn change<T>(change: impl FnOnce(&mut Project) -> Result<Landed<T>, Error> + Send + 'static) -> Self {
        Self::Change(Box::new(|project| {
            let Landed { value: _, step, changes } = change(project)?;
            Ok(Landed { value: (), step, changes })
        }))
    }
}

impl Commands {
    /// Adds a wish.
    pub fn send(&mut self, request: Request) {
        self.queue.push(request);
    }

    /// Adds wishes.
    pub fn extend(&mut self, requests: impl IntoIterator<Item = Request>) {
        self.queue.extend(requests);
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
