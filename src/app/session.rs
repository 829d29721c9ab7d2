//! An open project in the window: what is known of it, and the places with their state.

use super::backups::Backups;
use super::codebook::CodebookPlace;
use super::coding::CodingPlace;
use super::commands::Request;
use super::compare::ComparePlace;
use super::data::DataPlace;
use super::desk::Snapshot;
use super::drafts::Drafts;
use super::fault::Fault;
use super::history::{HistoryPlace, STEPS};
use super::notices::Notices;
use super::place::{Place, PlaceKind};
use super::recents::Recents;
use super::report::ReportPlace;
use super::settings::{Settings, SettingsPlace};
use super::view::{Busy, Texts, View};
use crate::domain::Message;
use crate::i18n::Catalog;
use crate::project::{ComparedCopy, ImportReport, Step};
use crate::task::Watch;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Instant;

/// What the window shows whether a project is open or not.
pub(super) struct Now {
    /// What the user has set.
    pub settings: Settings,
    /// The words of the interface.
    pub catalog: Catalog,
    /// Name of the coder who acts.
    pub coder: String,
    /// Name of this device.
    pub device: String,
    /// Whether the window is narrower than 1200 points.
    pub is_small: bool,
    /// Since when the desk has had something to do.
    pub unsaved_since: Option<Instant>,
    /// Work behind the window, with the rope to stop it.
    pub busy: Option<(Busy, Watch)>,
    /// The sentence in the middle of the status line.
    pub said: Option<Said>,
    /// What went wrong last.
    pub fault: Option<Fault>,
    /// Everything said so far.
    pub notices: Notices,
    /// What is typed and not saved.
    pub drafts: Drafts,
    /// Which of the projects opened last are still there.
    pub recents: Recents,
    /// The damaged file that it went wrong with; its words may be rescued.
    pub damaged: Option<PathBuf>,
}

/// A sentence in the middle of the status line.
pub(super) struct Said {
    /// The sentence.
    pub sentence: Message,
    /// What can be done about it.
    pub link: Option<Link>,
}

/// What can be done about a sentence.
#[derive(Clone)]
pub(super) enum Link {
    /// Take it back.
    Undo,
    /// Bring it back again.
    Redo,
    /// Save a copy.
    SaveCopy,
    /// Read what was refused and what was odd.
    Details(Vec<Message>),
    /// Read what an import came to.
    Import(Arc<ImportReport>),
    /// Anything else: the key of its words, and the wish.
    Wish(&'static str, fn() -> Request),
}

/// What is known of the open project.
pub(super) struct Facts {
    /// As the desk gave it last.
    pub snapshot: Snapshot,
    /// Texts read so far.
    pub texts: Texts,
    /// The newest steps, while the history is open.
    pub history: Vec<Step>,
    /// How many steps are read of it.
    pub history_limit: u32,
    /// Copies of the project that lie beside it.
    pub copies: Arc<[ComparedCopy]>,
    /// What is known of the backups, while their form is on show.
    pub backups: Backups,
}

impl Facts {
    /// What a place may see.
    pub fn view<'a>(&'a self, now: &'a Now) -> View<'a> {
        View {
            catalog: &now.catalog,
            study: &self.snapshot.study,
            path: &self.snapshot.path,
            texts: &self.texts,
            settings: &now.settings,
            coder: &now.coder,
            device: &now.device,
            elsewhere: self.snapshot.elsewhere.as_ref(),
            is_read_only: self.snapshot.is_read_only,
            is_small: now.is_small,
            busy: now.busy.as_ref().map(|(busy, _)| busy),
            undoable: self.snapshot.undoable.as_ref(),
            redoable: self.snapshot.redoable.as_ref(),
            history: &self.history,
            drafts: &now.drafts,
            backups: &self.backups,
        }
    }
}

/// The places with their state.
#[derive(Default)]
pub(super) struct Places {
    data: DataPlace,
    coding: CodingPlace,
    compare: ComparePlace,
    report: ReportPlace,
    codebook: CodebookPlace,
    settings: SettingsPlace,
    history: HistoryPlace,
}

impl Places {
    /// The place Koding, for tests that look where the caret stands.
    #[cfg(test)]
    pub const fn coding(&self) -> &CodingPlace {
        &self.coding
    }

    /// The same, for tests that still its clock.
    #[cfg(test)]
    pub const fn coding_mut(&mut self) -> &mut CodingPlace {
        &mut self.coding
    }

    /// The place of a kind.
    pub fn get(&mut self, kind: PlaceKind) -> &mut dyn Place {
        match kind {
            PlaceKind::Data => &mut self.data,
            PlaceKind::Coding => &mut self.coding,
            PlaceKind::Compare => &mut self.compare,
            PlaceKind::Report => &mut self.report,
            PlaceKind::Codebook => &mut self.codebook,
            PlaceKind::Settings => &mut self.settings,
            PlaceKind::History => &mut self.history,
        }
    }
}

/// An open project in the window.
pub(super) struct Session {
    /// What is known of it.
    pub facts: Facts,
    /// The places.
    pub places: Places,
    /// The place the window shows.
    pub place: PlaceKind,
    /// Whether the first steps are on show.
    pub shows_first_steps: bool,
}

impl Session {
    /// The project of a snapshot at a place.
    pub fn new(snapshot: Snapshot, place: PlaceKind) -> Self {
        let facts = Facts {
            snapshot,
            texts: Texts::default(),
            history: Vec::new(),
            history_limit: STEPS,
            copies: Arc::default(),
            backups: Backups::default(),
        };
        Self { facts, places: Places::default(), place, shows_first_steps: false }
    }
}
