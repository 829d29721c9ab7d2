//! How many words each text has: counted behind the window, some texts at a time, once for each text.

use crate::app::commands::{Commands, Request};
use crate::app::view::View;
use crate::domain::RevisionId;
use eframe::egui::Context;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

/// Code points of the texts that are counted in one go.
const PIECE: u64 = 400_000;

/// The counts so far.
#[derive(Default)]
pub(super) struct WordCounts {
    known: BTreeMap<RevisionId, u32>,
    /// What was counted behind the window and not taken in yet.
    found: Arc<Mutex<Option<BTreeMap<RevisionId, u32>>>>,
    is_asked: bool,
}

impl WordCounts {
    /// Takes in what was counted, and has what is still unknown counted.
    pub fn keep(&mut self, ctx: &Context, view: &View<'_>, commands: &mut Commands) {
        if let Some(found) = self.found.lock().ok().and_then(|mut found| found.take()) {
            self.known.extend(found);
            self.is_asked = false;
        }
        if self.is_asked {
            return;
        }
        let mut size = 0;
        let unknown = view.study.sources.iter().filter(|source| !self.known.contains_key(&source.revision));
        let wanted: Vec<RevisionId> = unknown
            .take_while(|source| {
                let is_first = size == 0;
                size += u64::from(source.length).max(1);
                is_first || size <= PIECE
            })
            .map(|source| source.revision)
            .collect();
        if wanted.is_empty() {
            return;
        }
        self.is_asked = true;
        let (found, window) = (Arc::clone(&self.found), ctx.clone());
        commands.send(Request::Ask(Box::new(move |project| {
            let mut counts = project.word_counts(&wanted)?;
            // A text that is gone is not asked for again.
            for revision in wanted {
                counts.entry(revision).or_default();
            }
            if let Ok(mut found) = found.lock() {
                *found = Some(counts);
            }
            window.request_repaint();
            Ok(None)
        })));
    }

    /// The words of a text, where they are counted.
    pub fn of(&self, revision: RevisionId) -> Option<u32> {
        self.known.get(&revision).copied()
    }

    /// How many texts are counted.
    pub fn len(&self) -> usize {
        self.known.len()
    }
}
