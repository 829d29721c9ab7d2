//! What can be done with the chosen sources: the same from the menu, by the keys, and from the panel.

use super::{SourcesTab, original};
use crate::app::commands::{Commands, Request};
use crate::app::data::AssignPane;
use crate::app::icons;
use crate::app::place::Spot;
use crate::app::view::View;
use crate::app::widgets::MenuEntry;
use crate::domain::SourceId;

/// Something to be done with the chosen sources.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Act {
    Open,
    Rename,
    Done(bool),
    Original,
    Assign,
    Delete,
}

/// Whether whoever acts has marked a source as done.
pub(super) fn is_done(view: &View<'_>, source: SourceId) -> bool {
    let me = view.study.coders.iter().find(|coder| coder.name == view.coder);
    me.is_some_and(|coder| view.study.is_done_by(source, coder.id))
}

/// The acts with their entries of a menu.
pub(super) fn menu(view: &View<'_>, chosen: &[SourceId]) -> (Vec<Act>, Vec<MenuEntry>) {
    let is_one = chosen.len() == 1;
    let can_write = !view.is_read_only && !chosen.is_empty();
    let are_done = !chosen.is_empty() && chosen.iter().all(|id| is_done(view, *id));
    let done = if are_done { "data-not-done" } else { "data-done" };
    let entry = |key: &str| MenuEntry::new(view.text(key));
    let all = [
        (Act::Open, entry("data-open").icon(icons::HIGHLIGHTER_CIRCLE).key(view.text("data-key-open")).enabled(is_one)),
        (Act::Rename, entry("data-rename").icon(icons::PENCIL_SIMPLE).key("F2").enabled(is_one && can_write)),
        (Act::Done(!are_done), entry(done).icon(icons::CHECK).enabled(can_write)),
        (Act::Original, entry("data-open-original").icon(icons::FILE_TEXT).enabled(is_one)),
        (Act::Assign, entry("people-assign-menu").icon(icons::USER).enabled(is_one && can_write)),
        (Act::Delete, entry("data-delete").icon(icons::X).key("Del").enabled(can_write).grave(true)),
    ];
    all.into_iter().unzip()
}

impl SourcesTab {
    /// Does something with the chosen sources, where it can be done with so many.
    pub(super) fn act(&mut self, act: Act, view: &View<'_>, commands: &mut Commands) {
        let chosen = self.selection.ids(&self.listed.ids);
        let one = match chosen.as_slice() {
            [one] => Some(*one),
            _ => None,
        };
        match (act, one) {
            _ if chosen.is_empty() => {}
            (Act::Open, Some(source)) => commands.send(Request::Show(Spot { source, range: None, coding: None })),
            (Act::Original, Some(source)) => commands.send(original::open(source)),
            (Act::Open | Act::Original | Act::Assign, None) => {}
            _ if view.is_read_only => {}
            (Act::Assign, Some(source)) => {
                commands.send(Request::Lay(Box::new(AssignPane::new(Some(source), None))));
            }
            (Act::Rename, Some(_)) => self.editor.wants_name = true,
            (Act::Rename, None) => {}
            (Act::Done(is_done), _) => {
                commands.send(Request::change(move |project| project.mark_done(&chosen, is_done)));
            }
            (Act::Delete, _) => {
                self.wants_row = true;
                commands.send(Request::change(move |project| project.delete_sources(&chosen)));
            }
        }
    }
}
