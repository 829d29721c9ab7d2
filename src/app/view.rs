//! What a place may see: the project as it stands, the words of the interface, the settings. Read-only;
//! whatever should change goes into [`super::commands::Commands`].

use super::backups::Backups;
use super::drafts::Drafts;
use super::settings::{Recent, Settings};
use crate::analysis::Study;
use crate::domain::{CoderId, Message, RevisionId, Source, SourceId, SourceText};
use crate::i18n::Catalog;
use crate::project::{Step, Visit};
use std::cell::RefCell;
use std::collections::{BTreeSet, HashMap};
use std::path::Path;
use std::sync::Arc;

/// The texts that have been read so far, by source and revision. A text asked for in vain is fetched behind the
/// window and is there a frame or two later.
#[derive(Default)]
pub struct Texts {
    loaded: HashMap<(SourceId, RevisionId), Arc<SourceText>>,
    wanted: RefCell<BTreeSet<SourceId>>,
}

impl Texts {
    /// The current text of a source, or nothing yet.
    pub fn get(&self, source: &Source) -> Option<Arc<SourceText>> {
        let found = self.loaded.get(&(source.id, source.revision));
        // One text may have its lines numbered otherwise than before, where it was corrected there and back.
        let found = found.filter(|text| *text.numbers() == source.numbers).cloned();
        if found.is_none() {
            self.wanted.borrow_mut().insert(source.id);
        }
        found
    }

    /// Forgets every text: what may be read of them is another than before.
    pub fn forget(&mut self) {
        self.loaded.clear();
    }

    /// Keeps a text that has arrived.
    pub fn put(&mut self, source: SourceId, revision: RevisionId, text: Arc<SourceText>) {
        self.loaded.insert((source, revision), text);
    }

    /// The sources whose text was asked for in vain since the last call.
    pub fn take_wanted(&mut self) -> BTreeSet<SourceId> {
        std::mem::take(self.wanted.get_mut())
    }
}

/// Work that goes on behind the window.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Busy {
    /// What is going on ("Mengimpor 3 dari 12").
    pub sentence: Message,
    /// Things finished.
    pub done: u32,
    /// Things in all; 0 while unknown.
    pub total: u32,
    /// The thing in hand (a file name); may be empty.
    pub what: String,
    /// How much of the work is finished, in thousandths; nothing while it is unknown.
    pub thousandths: Option<u32>,
}

/// What a place may see.
pub struct View<'a> {
    /// The words of the interface.
    pub catalog: &'a Catalog,
    /// The project as it stands. A new `Arc` whenever it changed: keep derived data keyed by
    /// `study.project.revision` (and the project's id).
    pub study: &'a Arc<Study>,
    /// Where the project lies.
    pub path: &'a Path,
    /// The texts.
    pub texts: &'a Texts,
    /// What the user has set.
    pub settings: &'a Settings,
    /// Name of the coder who acts.
    pub coder: &'a str,
    /// Name of this device.
    pub device: &'a str,
    /// The other device because of which the project refuses changes.
    pub elsewhere: Option<&'a Visit>,
    /// Whether the project refuses changes.
    pub is_read_only: bool,
    /// Whether the window is narrower than 1200 points: narrow rail, smaller reading face.
    pub is_small: bool,
    /// Work behind the window, if any.
    pub busy: Option<&'a Busy>,
    /// The step that undo would take back.
    pub undoable: Option<&'a Step>,
    /// The step that redo would bring back.
    pub redoable: Option<&'a Step>,
    /// The newest steps, newest first; filled while the history is open.
    pub history: &'a [Step],
    /// What is typed and not saved.
    pub(in crate::app) drafts: &'a Drafts,
    /// What is known of the backups; filled while their form is on show.
    pub backups: &'a Backups,
}

impl View<'_> {
    /// How the project was last left.
    pub fn recent(&self) -> Option<&Recent> {
        self.settings.recent.iter().find(|recent| recent.path == *self.path)
    }

    /// The width that a panel had when the project was last left, in points.
    pub fn panel(&self, name: &str) -> Option<f32> {
        self.recent()?.panels.get(name).map(|width| f32::from(*width))
    }

    /// The coder who acts, where the project knows that one already.
    pub fn acting(&self) -> Option<CoderId> {
        let name = self.coder.trim();
        self.study.coders.iter().find(|coder| coder.name == name).map(|coder| coder.id)
    }

    /// A message without values.
    pub fn text(&self, key: &str) -> String {
        self.catalog.text(key)
    }

    /// A message in words.
    pub fn say(&self, message: &Message) -> String {
        self.catalog.say(message)
    }
}
