//! The one door for writes: every change of a project is a method here, one step of the history, and ends in a
//! report of what changed. A step is a transaction of its own and never spans two; only a batch of imports puts
//! several steps into one.

mod assign;
mod attributes;
mod audit;
pub mod backup;
mod check;
mod clock;
mod code;
mod codebook;
mod codes;
mod copies;
mod correct;
mod create;
mod delete_source;
mod describe_source;
mod error;
mod exports;
mod folders;
mod groups;
mod history;
mod import_beside;
mod import_files;
mod import_source;
mod joining;
mod judging;
mod move_coding;
mod open;
mod original;
mod projection;
mod purge;
mod recode;
mod rescue;
pub mod sample;
mod set_direction;
mod set_informant;
mod set_project;
mod set_segment;
mod texts;
mod transact;
mod type_source;
mod uncode;
mod undo;
mod undo_to;
mod who;
mod withdraw;
mod write_memo;

#[cfg(test)]
mod tests;

pub use crate::store::Visit;
pub use assign::{Assigned, Assignment, Speaker};
pub use attributes::AttributeFacts;
pub use codebook::{built_in_names, codebook_in, codes_in};
#[cfg(test)]
pub(crate) use codes::codebook_dump;
pub use codes::{
    BookImport, BookPreview, CodeChange, CodeField, CodeVersion, Deletion, MergePreview, MoveTo, NewCode, Unfit,
    Version, colour_in,
};
pub use copies::{ComparedCopy, Here};
pub use correct::{Correction, Touched, version_of};
pub use delete_source::Gone;
pub use describe_source::SourceFacts;
pub use error::{Error, pattern_message};
pub use folders::data_folder;
pub use import_files::{ImportFile, ImportOutcome, ImportReport, ImportedFile, Refusal, Taken};
pub use import_source::label_rules;
pub use judging::Misjudged;
pub use original::{Original, words_in};
pub use purge::{Occurrence, Purged};
pub use rescue::{RescueReport, rescue};
pub use set_project::ProjectFacts;
pub use type_source::{TypedProposal, TypedSource, pasted_lines};

use crate::analysis::Study;
use crate::domain::{
    CharRange, CodeId, Date, Direction, Language, Message, SourceId, SourceText, StepId, Technique, Timestamp,
};
use crate::import::{LabelRule, ParsedSpeaker};
use crate::store::Database;
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
    /// Read and change. Where another device has the file open, it is opened for reading only, with a notice.
    ReadWrite,
    /// Read and change, even where another device has the file open or did not close it.
    TakeOver,
    /// Read only: nothing is written, not even who opened it.
    ReadOnly,
}

/// Decisions that overrule what an importer proposes.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ImportOptions {
    /// The name of the source.
    pub name: Option<String>,
    /// The technique.
    pub technique: Option<Technique>,
    /// Code of the informant whose words the source holds.
    pub informant: Option<String>,
    /// Key of that informant's group.
    pub group: Option<String>,
    /// The date.
    pub date: Option<Date>,
    /// Whether it has no date, whatever the file says.
    pub is_undated: bool,
    /// The place.
    pub place: Option<String>,
    /// What was decided about informants, by their codes; all of it is set.
    pub people: Vec<ParsedSpeaker>,
    /// What was decided about labels, to be remembered where it bore upon the file.
    pub labels: Vec<LabelRule>,
    /// The source that the file is a new version of: it is corrected, and no new one is made.
    pub corrects: Option<SourceId>,
    /// What becomes of a file that looks like a new version of a source, where `corrects` names none.
    pub version: AsVersion,
}

/// What becomes of a file that looks like a new version of a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum AsVersion {
    /// A source of its own; that it looks so is said.
    #[default]
    Said,
    /// A source of its own.
    New,
    /// It corrects that source.
    Correction,
}

/// A coding to be made. The same place under the same code by the same coder is the same coding: it is
/// left as it is, its direction and memo are set where given. Where it overlaps others of the code and coder, it becomes
/// one with them.
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
    /// Findings, verdicts, notes in cells, evaluations or member checks.
    pub judgements: bool,
}

impl Changes {
    /// Everything.
    pub const ALL: Self =
        Self { sources: true, codebook: true, codings: true, memos: true, project: true, judgements: true };
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

/// An open project. Lives on one thread; hands out `Arc<Study>` snapshots.
pub struct Project {
    db: Database,
    who: Who,
    notices: Vec<Message>,
    elsewhere: Option<Visit>,
    study: Arc<Study>,
    texts: texts::Texts,
    undoable: Option<Step>,
    redoable: Option<Step>,
    /// Whether changes of another process were read in passing and nobody has been told yet.
    is_news_pending: bool,
    /// Whether memory holds less than the file, because reading failed.
    is_stale: bool,
}

impl Project {
    /// Where the project lies.
    pub fn path(&self) -> &Path {
        self.db.path()
    }

    /// What was noticed while opening (left-over log folded in, opened elsewhere, read-only) and since.
    pub fn notices(&self) -> &[Message] {
        &self.notices
    }

    /// The other device because of which the project is open for reading only.
    pub fn elsewhere(&self) -> Option<&Visit> {
        self.elsewhere.as_ref()
    }

    /// Whether changes are refused.
    pub fn is_read_only(&self) -> bool {
        self.db.is_read_only()
    }

    /// The project as it stands, in memory.
    pub fn study(&self) -> Arc<Study> {
        Arc::clone(&self.study)
    }

    /// The current text of a source. Words that are locked because consent was withdrawn are painted over letter by
    /// letter, so that every position and line stays.
    ///
    /// # Errors
    /// The source is gone, or the file cannot be read.
    pub fn text(&mut self, source: SourceId) -> Result<Arc<SourceText>, Error> {
        let at = self.study.source_at(source).ok_or(Error::NoSource)?;
        let known = self.study.source(source).ok_or(Error::NoSource)?;
        let text = self.texts.get(&self.db, known)?;
        let locked = self.study.locked_words(at);
        Ok(if locked.is_empty() { text } else { Arc::new(texts::painted_over(&text, &locked)) })
    }

    /// What has been decided about labels so far, for the next import.
    pub fn label_rules(&self) -> Vec<LabelRule> {
        label_rules(&self.study)
    }

    /// Changes who acts from now on.
    pub fn set_who(&mut self, who: Who) {
        self.who = who;
    }

    /// The step that `undo` would take back.
    pub fn undoable(&self) -> Option<&Step> {
        self.undoable.as_ref()
    }

    /// The step that `redo` would bring back.
    pub fn redoable(&self) -> Option<&Step> {
        self.redoable.as_ref()
    }
}
