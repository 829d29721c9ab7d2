//! What is being typed and not yet saved. Fields hand it in letter by letter; it is kept until the project holds
//! the same words or the user throws it away, in memory and, behind the window, in a file of this machine, so
//! that a crash costs about a second of typing. A file of a process that is gone is taken over when its project
//! is opened again. Nothing of it is saved into the project without the user.

mod file;
mod pane;
mod spot;
#[cfg(test)]
mod tests;
mod writing;

pub(super) use pane::DraftsPane;
pub(super) use spot::{AxisSpot, CellSpot, RowSpot};
pub(super) use writing::{Labels, Parted, Standing, Writing};

use super::commands::Request;
use crate::analysis::Study;
use crate::domain::{
    Axis, CodeId, ColumnKey, FindingId, InformantId, MemberCheck, MemberCheckState, MemoHost, ProjectId, RowKey,
    SegmentId, Timestamp,
};
use crate::project::Misjudged;
use eframe::egui::Context;
use file::{Keeper, Wish};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread::{Builder, JoinHandle};

/// A field for text that can be left unsaved. Each knows what the project holds in its place.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// The memo of a host.
    Memo(MemoHost),
    /// The core of a statement in the researcher's words.
    Reduction(SegmentId),
    /// The text of a source that is not there yet.
    NewSource,
    /// What a column says in a row, in one sentence.
    Summary(CellSpot),
    /// What is concluded from a row by an axis.
    Conclusion(RowSpot, AxisSpot),
    /// Why a role is evaluated as it is.
    Reason(CodeId),
    /// The claim of a finding.
    Claim(FindingId),
    /// The claim of a finding under a code that is not there yet.
    NewClaim(CodeId),
    /// What an informant says of a finding.
    CheckNote(FindingId, InformantId),
}

impl Field {
    /// What the project holds there; empty where nothing.
    pub(super) fn saved(self, study: &Study) -> &str {
        match self {
            Self::Memo(host) => study.memo_of(host).map_or("", |memo| memo.text.as_str()),
            Self::Reduction(segment) => study.segment(segment).map_or("", |entry| &entry.segment.reduction),
            Self::Summary(cell) => {
                cell.key().and_then(|cell| study.note_of(&cell)).map_or("", |note| note.summary.as_str())
            }
            Self::Conclusion(row, by) => {
                study.verdict_of(row.into(), by.into()).map_or("", |verdict| verdict.conclusion.as_str())
            }
            Self::Reason(code) => study.evaluation_of(code).map_or("", |evaluation| evaluation.reason.as_str()),
            Self::Claim(finding) => study.finding(finding).map_or("", |finding| finding.claim.as_str()),
            Self::CheckNote(finding, informant) => check_of(study, finding, informant).map_or("", |check| &check.note),
            Self::NewSource | Self::NewClaim(_) => "",
        }
    }

    /// The wish that writes words there; nothing where more than words is needed.
    pub(super) fn write(self, words: &str) -> Option<Request> {
        match self {
            Self::Memo(host) => Some(Request::WriteMemo(host, words.to_owned())),
            Self::Reduction(segment) => {
                let words = words.to_owned();
                Some(Request::change(move |project| project.set_reduction(segment, &words)))
            }
            Self::Summary(cell) => {
                let (cell, words) = (cell.key()?, words.to_owned());
                Some(Request::change(move |project| project.set_summary(&cell, &words)))
            }
            Self::Conclusion(row, by) => {
                let words = words.to_owned();
                Some(Request::change(move |project| project.set_conclusion(row.into(), by.into(), &words)))
            }
            Self::NewClaim(code) if !words.trim().is_empty() => {
                let words = words.to_owned();
                Some(Request::change(move |project| project.add_finding(code, &words, &[])))
            }
            Self::Claim(finding) if !words.trim().is_empty() => {
                let words = words.to_owned();
                Some(Request::change(move |project| {
                    let code = project.study().finding(finding).map(|known| known.code).ok_or(Misjudged::NoFinding)?;
                    project.change_finding(finding, code, &words)
                }))
            }
            Self::CheckNote(finding, informant) => {
                let words = words.to_owned();
                Some(Request::change(move |project| {
                    let study = project.study();
                    let known = check_of(&study, finding, informant);
                    let state = known.map_or(MemberCheckState::NotSent, |check| check.state);
                    project.set_member_check(finding, informant, state, known.and_then(|check| check.date), &words)
                }))
            }
            Self::Claim(_) | Self::NewClaim(_) | Self::Reason(_) | Self::NewSource => None,
        }
    }

    /// Whether only the board shows the field: a page of a role has neither rows of findings nor columns that cross, and
    /// not every axis.
    pub(super) fn is_on_board(self) -> bool {
        let has_page = |by: Axis| matches!(by, Axis::Group | Axis::Technique | Axis::Date);
        match self {
            Self::Summary(cell) => cell.key().is_some_and(|cell| {
                let column = matches!(cell.column, ColumnKey::Group(_) | ColumnKey::Technique(_) | ColumnKey::Date(_));
                cell.row.code().is_none() || cell.within.is_some() || !column
            }),
            Self::Conclusion(row, by) => RowKey::from(row).code().is_none() || !has_page(by.into()),
            _ => false,
        }
    }

    /// The code whose page shows the field, and the axis it is read by; nothing where the field belongs to no role.
    pub(super) fn role(self, study: &Study) -> Option<(CodeId, Axis)> {
        let of_row = |row: RowKey| match row {
            RowKey::Code(code) => Some(code),
            RowKey::Finding(finding) => study.finding(finding).map(|finding| finding.code),
        };
        match self {
            Self::Summary(cell) => {
                let by = match cell.key()?.column {
                    ColumnKey::Technique(_) | ColumnKey::Source(_) => Axis::Technique,
                    ColumnKey::Date(_) => Axis::Date,
                    _ => Axis::Group,
                };
                Some((of_row(cell.row())?, by))
            }
            Self::Conclusion(row, by) => Some((of_row(row.into())?, by.into())),
            Self::Reason(code) | Self::NewClaim(code) => Some((code, Axis::Group)),
            Self::Claim(finding) | Self::CheckNote(finding, _) => {
                Some((of_row(RowKey::Finding(finding))?, Axis::Group))
            }
            Self::Memo(_) | Self::Reduction(_) | Self::NewSource => None,
        }
    }
}

/// The member check of a finding with an informant.
fn check_of(study: &Study, finding: FindingId, informant: InformantId) -> Option<&MemberCheck> {
    study.member_checks.iter().find(|check| check.finding == finding && check.informant == informant)
}

/// Text that was typed and is not saved.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
pub(super) struct Draft {
    /// Where it was typed.
    pub field: Field,
    /// The text.
    pub text: String,
    /// When it was typed last, in milliseconds since 1970.
    pub at: i64,
    /// Whether it comes from a process that is gone, and nobody has decided about it yet.
    #[serde(skip)]
    pub is_recovered: bool,
}

/// The drafts of the open project, and the thread that keeps them on the disk.
pub(super) struct Drafts {
    project: Option<ProjectId>,
    kept: BTreeMap<Field, Draft>,
    wishes: Option<Sender<Wish>>,
    found: Receiver<(ProjectId, Vec<Draft>)>,
    thread: Option<JoinHandle<()>>,
    window: Arc<OnceLock<Context>>,
    asked: u64,
    answered: Arc<AtomicU64>,
}

impl Drafts {
    /// No drafts yet; kept below `folder`, or in memory only where there is none.
    pub fn new(folder: Option<PathBuf>) -> Self {
        let (wishes, wished) = channel();
        let (finds, found) = channel();
        let window: Arc<OnceLock<Context>> = Arc::default();
        let answered: Arc<AtomicU64> = Arc::default();
        let (wakes, answers) = (Arc::clone(&window), Arc::clone(&answered));
        let thread = folder.and_then(|folder| {
            let work = move || {
                Keeper::new(folder).work(&wished, |project, drafts| {
                    // A window that is gone needs no drafts: they stay in the file.
                    let _is_there = finds.send((project, drafts));
                    answers.fetch_add(1, Ordering::Release);
                    if let Some(window) = wakes.get() {
                        window.request_repaint();
                    }
                });
            };
            Builder::new().name("emaslim-drafts".to_owned()).spawn(work).ok()
        });
        let wishes = thread.is_some().then_some(wishes);
        Self { project: None, kept: BTreeMap::new(), wishes, found, thread, window, asked: 0, answered }
    }

    /// The window to wake when drafts have been found.
    pub fn wakes(&self, window: &Context) {
        self.window.get_or_init(|| window.clone());
    }

    /// Turns to a project and looks for what was left of it.
    pub fn open(&mut self, project: ProjectId, path: PathBuf) {
        self.close();
        self.project = Some(project);
        if self.send(Wish::Open(project, path)) {
            self.asked += 1;
        }
    }

    /// Leaves the project; what is not saved stays on the disk.
    pub fn close(&mut self) {
        self.kept.clear();
        if self.project.take().is_some() {
            self.send(Wish::Close);
        }
    }

    /// Whether everything asked for has been looked for.
    pub fn is_idle(&self) -> bool {
        self.answered.load(Ordering::Acquire) >= self.asked
    }

    /// Takes in what was found on the disk; whether there was anything.
    pub fn take_found(&mut self) -> bool {
        let mut is_any = false;
        while let Ok((project, drafts)) = self.found.try_recv() {
            if self.project != Some(project) {
                continue;
            }
            for draft in drafts {
                is_any = true;
                self.kept.entry(draft.field).or_insert(Draft { is_recovered: true, ..draft });
            }
        }
        if is_any {
            self.keep();
        }
        is_any
    }

    /// What was typed in a field and is not saved.
    pub fn of(&self, field: Field) -> Option<&Draft> {
        self.kept.get(&field)
    }

    /// All of it.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Draft> {
        self.kept.values()
    }

    /// Keeps what is typed in a field; nothing throws it away.
    pub fn set(&mut self, field: Field, text: Option<String>, now: Timestamp) {
        match text {
            Some(text) => {
                self.kept.insert(field, Draft { field, text, at: now.millis(), is_recovered: false });
            }
            None => {
                self.kept.remove(&field);
            }
        }
        self.keep();
    }

    /// Lets go of what the project holds by now.
    pub fn compare(&mut self, study: &Study) {
        if self.project != Some(study.project.id) {
            return;
        }
        let before = self.kept.len();
        // The project takes no U+0000.
        self.kept.retain(|field, draft| field.saved(study).trim() != draft.text.replace('\0', "\u{FFFD}").trim());
        if self.kept.len() != before {
            self.keep();
        }
    }

    fn keep(&self) {
        self.send(Wish::Keep(self.kept.values().cloned().collect()));
    }

    fn send(&self, wish: Wish) -> bool {
        self.wishes.as_ref().is_some_and(|wishes| wishes.send(wish).is_ok())
    }
}

impl Drop for Drafts {
    /// Waits until the file holds the last letter.
    fn drop(&mut self) {
        drop(self.wishes.take());
        if let Some(thread) = self.thread.take()
            && thread.join().is_err()
        {
            log::error!("the keeper of drafts ended in a panic");
        }
    }
}
