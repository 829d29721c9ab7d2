//! The sources: a table that is sorted, narrowed and chosen from, and the chosen ones at the right with facts that can
//! be written in place.

mod act;
mod columns;
mod counts;
mod detail;
mod drop;
mod editor;
mod filter;
mod original;
mod selection;
mod table;
#[cfg(test)]
mod tests;
mod typing;

pub(in crate::app) use editor::date;
pub(super) use editor::{NAMES, PAD, name_ui, quiet_field_ui};
pub(in crate::app) use typing::TypePane;

use super::rows::Rows;
use crate::app::command::Command;
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::view::View;
use crate::app::widgets::{Button, empty_place_ui};
use crate::domain::{Language, Message, ProjectId, SourceId};
use columns::Order;
use counts::WordCounts;
use editor::Editor;
use eframe::egui::Ui;
use filter::Filter;
use selection::Selection;

/// What the list of rows is made from; another key means another list.
#[derive(Clone, PartialEq, Eq)]
struct Key {
    project: ProjectId,
    revision: u64,
    language: Language,
    order: Order,
    filter: Filter,
    counted: usize,
}

/// The rows that are listed, in the order of the table.
#[derive(Default)]
struct Listed {
    key: Option<Key>,
    /// Places in the study.
    places: Vec<usize>,
    /// The sources there.
    ids: Vec<SourceId>,
}

/// The state of the tab.
#[derive(Default)]
pub(super) struct SourcesTab {
    selection: Selection,
    order: Order,
    filter: Filter,
    /// Whether the bar of the filter is on show.
    is_filtering: bool,
    /// Whether the filter's words have yet to take the focus.
    wants_words: bool,
    /// Whether the row that comes to lead when this one is deleted takes the focus.
    wants_row: bool,
    /// Whether the leading row has yet to take the focus.
    focuses_row: bool,
    counts: WordCounts,
    editor: Editor,
    listed: Listed,
}

impl SourcesTab {
    /// Brings up to date what is derived; before anything is drawn.
    pub fn keep(&mut self, ui: &Ui, view: &View<'_>, rows: &Rows, commands: &mut Commands) {
        self.counts.keep(ui.ctx(), view, commands);
        let key = Key {
            project: view.study.project.id,
            revision: view.study.project.revision,
            language: view.catalog.language(),
            order: self.order,
            filter: self.filter.clone(),
            counted: self.counts.len(),
        };
        if self.listed.key.as_ref() != Some(&key) {
            let mut places = self.filter.passing(view, rows);
            columns::sort(view, rows, &self.counts, self.order, &mut places);
            self.listed.ids = places.iter().map(|at| view.study.sources[*at].id).collect();
            self.listed.places = places;
            self.listed.key = Some(key);
            let lead = self.selection.lead();
            self.selection.keep(&self.listed.ids);
            if self.wants_row && lead != self.selection.lead() {
                self.wants_row = false;
                self.focuses_row = true;
            }
        }
        let chosen = self.selection.ids(&self.listed.ids);
        self.editor.turn_to(view, &chosen, commands);
    }

    /// What the header offers beside the import; drawn from right to left.
    pub fn header_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let (name, tip) = (view.text("data-type"), view.text("command-type-source.tip"));
        let button = Button::outlined(&name).icon(icons::NOTE_PENCIL).tip(&tip);
        if button.enabled(Command::TypeSource.is_enabled(Some(view))).ui(ui).clicked() {
            commands.run(Command::TypeSource);
        }
        let name = view.text("data-filter");
        let is_on = self.is_filtering || self.filter.is_narrow();
        if Button::outlined(&name).icon(icons::FUNNEL).chosen(is_on).ui(ui).clicked() {
            self.is_filtering = !self.is_filtering;
            self.wants_words = self.is_filtering;
            if !self.is_filtering {
                self.filter = Filter::default();
            }
        }
    }

    /// Draws the bar of the filter, the table and where files can be dropped.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, rows: &Rows, commands: &mut Commands) {
        ui.spacing_mut().item_spacing.y = 0.0;
        if self.is_filtering {
            let wants_words = std::mem::take(&mut self.wants_words);
            self.filter.ui(ui, view, self.listed.ids.len(), wants_words);
        }
        if self.listed.ids.is_empty() {
            let clear = view.text("data-filter-clear");
            let sentence = view.text("data-filter-nothing");
            if empty_place_ui(ui, icons::FUNNEL, &sentence, &[(None, clear.as_str())]).is_some() {
                self.filter = Filter::default();
            }
            return;
        }
        self.table_ui(ui, view, rows, commands);
        self.selection.stands(&self.listed.ids);
    }

    /// What the status line says at its left.
    pub fn facts(&self, view: &View<'_>) -> Message {
        let study = view.study;
        let chosen = self.selection.len();
        if chosen > 1 {
            return Message::new("data-facts-chosen").with("n", chosen).with("whole", study.sources.len());
        }
        Message::new("data-facts-sources")
            .with("n", study.sources.len())
            .with("lines", study.sources.iter().map(|source| u64::from(source.lines)).sum::<u64>())
    }

    /// Sends off what is being typed.
    pub fn leave(&mut self, commands: &mut Commands) {
        self.editor.leave(commands);
    }
}
