//! The one door for writes: every change of a project is a method here, one transaction, one step of the
//! history, and ends in a report of what changed.

pub mod sample;

use crate::analysis::Study;
use crate::domain::{
    CharRange, CodeId, CodingId, Date, Direction, Language, MemoHost, MemoId, Message, Say, SourceId, SourceText,
    StepId, Technique, Timestamp,
};
use crate::import::ParsedSource;
use std::path::Path;
use std::sync::Arc;

/// Who acts: written into every step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Who {
    /// Name of the coder.
    pub coder: String,
    /// Name of the device.
    pub device: String,
}

/// The codebook of a new project.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum CodebookChoice<'a> {
    /// The built-in EMASLIM codebook, in the project's language.
    Emaslim,
    /// No codes.
    Empty,
    /// A codebook file in the program's JSON form.
    Json(&'a [u8]),
}

/// What a new project starts with.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewProject<'a> {
    /// Title of the study; the file name without extension where empty.
    pub title: String,
    /// Language of the codebook, group names and citations.
    pub language: Language,
    /// Its codes.
    pub codebook: CodebookChoice<'a>,
}

/// Whether a project is opened to be changed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Access {
    /// Read and change.
    ReadWrite,
    /// Read only: nothing is written, not even who opened it.
    ReadOnly,
}

/// Decisions that overrule what an importer proposes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportOptions {
    /// The technique.
    pub technique: Option<Technique>,
    /// Code of the informant whose words the source holds.
    pub informant: Option<String>,
    /// Key of that informant's group.
    pub group: Option<String>,
    /// The date.
    pub date: Option<Date>,
    /// The place.
    pub place: Option<String>,
}

/// A coding to be made. The same place under the same code by the same coder is the same coding: it is
/// left as it is, its direction and memo are set where given.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct NewCoding {
    /// The source.
    pub source: SourceId,
    /// Where, in code points; widened to whole grapheme clusters.
    pub range: CharRange,
    /// The code.
    pub code: CodeId,
    /// The direction of evidence, if chosen.
    pub direction: Option<Direction>,
    /// Name of the coder; whoever acts where empty.
    pub coder: Option<String>,
    /// A memo on the coding.
    pub memo: Option<String>,
}

/// One user action in the history.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Step {
    /// Its id.
    pub id: StepId,
    /// What was done, as a sentence of `steps.ftl`.
    pub sentence: Message,
    /// Name of the coder.
    pub coder: String,
    /// Name of the device.
    pub device: String,
    /// When.
    pub at: Timestamp,
    /// The step that this one undoes (or, for a redo, the undoing step that it undoes).
    pub undoes: Option<StepId>,
    /// Whether it has been undone since.
    pub is_undone: bool,
}

/// What a change has touched, in the window's terms.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Changes {
    /// Sources, turns, informants or groups.
    pub sources: bool,
    /// Codes.
    pub codebook: bool,
    /// Segments or codings.
    pub codings: bool,
    /// Memos.
    pub memos: bool,
    /// The project's own facts.
    pub project: bool,
}

/// A change that has landed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Landed<T> {
    /// What it made.
    pub value: T,
    /// The step in the history; nothing where there was nothing to change.
    pub step: Option<Step>,
    /// What it touched.
    pub changes: Changes,
}

/// What `check` found. Empty lists mean that all is well.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct CheckReport {
    /// Segments compared with their text.
    pub quotations: u32,
    /// Steps in the history.
    pub steps: u32,
    /// What is wrong, each a sentence.
    pub problems: Vec<Message>,
}

/// What can go wrong with a project; the store's author fills this in.
#[derive(Debug)]
pub struct Error {
    /// The sentence.
    pub message: Message,
    /// Technical detail.
    pub detail: Option<String>,
}

impl Say for Error {
    fn message(&self) -> Message {
        self.message.clone()
    }
    fn detail(&self) -> Option<String> {
        self.detail.clone()
    }
}

/// An open project. Lives on one thread; hands out `Arc<Study>` snapshots.
pub struct Project {}

impl Project {
    /// Creates a project file. An existing file is an error.
    pub fn create(_path: &Path, _new: &NewProject<'_>, _who: Who) -> Result<Self, Error> {
        todo!()
    }
    /// Opens a project file.
    pub fn open(_path: &Path, _access: Access, _who: Who) -> Result<Self, Error> {
        todo!()
    }
    /// Checkpoints and closes, so that exactly one file lies there.
    pub fn close(self) -> Result<(), Error> {
        todo!()
    }
    /// Where the project lies.
    pub fn path(&self) -> &Path {
        todo!()
    }
    /// What was noticed while opening (left-over log folded in, opened elsewhere, read-only).
    pub fn notices(&self) -> &[Message] {
        todo!()
    }
    /// Whether changes are refused.
    pub fn is_read_only(&self) -> bool {
        todo!()
    }
    /// The project as it stands, in memory.
    pub fn study(&self) -> Arc<Study> {
        todo!()
    }
    /// The current text of a source.
    pub fn text(&mut self, _source: SourceId) -> Result<Arc<SourceText>, Error> {
        todo!()
    }
    /// Changes who acts from now on.
    pub fn set_who(&mut self, _who: Who) {
        todo!()
    }
    /// Looks whether another process has changed the file, and reads it anew if so.
    pub fn refresh(&mut self) -> Result<Option<Changes>, Error> {
        todo!()
    }
    /// Folds the log into the file; called after 2 s without writes.
    pub fn checkpoint(&mut self) -> Result<(), Error> {
        todo!()
    }
    /// Adds a source, its turns and the informants it names. One step.
    pub fn import_source(
        &mut self,
        _parsed: ParsedSource,
        _options: &ImportOptions,
    ) -> Result<Landed<SourceId>, Error> {
        todo!()
    }
    /// Makes codings, all in one step.
    pub fn code(&mut self, _codings: &[NewCoding]) -> Result<Landed<Vec<CodingId>>, Error> {
        todo!()
    }
    /// Sets the direction of evidence of codings, all in one step.
    pub fn set_direction(&mut self, _codings: &[CodingId], _direction: Option<Direction>) -> Result<Landed<()>, Error> {
        todo!()
    }
    /// Removes codings, all in one step, and segments that nothing uses any more.
    pub fn uncode(&mut self, _codings: &[CodingId]) -> Result<Landed<()>, Error> {
        todo!()
    }
    /// Writes the memo of a host; an empty text removes it.
    pub fn write_memo(&mut self, _host: MemoHost, _text: &str) -> Result<Landed<Option<MemoId>>, Error> {
        todo!()
    }
    /// The step that `undo` would take back.
    pub fn undoable(&self) -> Option<&Step> {
        todo!()
    }
    /// The step that `redo` would bring back.
    pub fn redoable(&self) -> Option<&Step> {
        todo!()
    }
    /// Takes back the last step; its value is the step taken back, nothing where there is none.
    pub fn undo(&mut self) -> Result<Landed<Option<Step>>, Error> {
        todo!()
    }
    /// Brings back what was taken back last; its value is the step brought back.
    pub fn redo(&mut self) -> Result<Landed<Option<Step>>, Error> {
        todo!()
    }
    /// The newest `limit` steps, newest first.
    pub fn history(&self, _limit: u32) -> Result<Vec<Step>, Error> {
        todo!()
    }
    /// Database, history, and every quotation against its text.
    pub fn check(&mut self) -> Result<CheckReport, Error> {
        todo!()
    }
}
