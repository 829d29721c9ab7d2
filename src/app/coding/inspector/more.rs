//! What else can be done with the words in the inspector, behind the three dots.

use super::super::CodingPlace;
use super::quotation::with_citation;
use crate::analysis::{Axis, SegmentEntry};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::view::View;
use crate::app::widgets::{Button, MenuEntry, key_words, menu_ui};
use eframe::egui::{Key, KeyboardShortcut, Modifiers, Ui};

/// The keys that copy words with their citation.
const WITH_CITATION: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), Key::C);
/// The keys that copy words alone.
const ALONE: KeyboardShortcut = KeyboardShortcut::new(Modifiers::COMMAND, Key::C);

impl CodingPlace {
    /// The menu of the chosen coding.
    pub(super) fn more_ui(&mut self, ui: &mut Ui, view: &View<'_>, segment: &SegmentEntry, commands: &mut Commands) {
        let mut entries = copying(ui, view);
        entries.push(MenuEntry::new(view.text("coding-open-code")).icon(icons::BOOK_OPEN));
        entries.push(MenuEntry::new(view.text("coding-show-role")).icon(icons::COLUMNS));
        let picked = menu_ui(ui, &view.text("coding-more-menu"), &entries);
        let key = view.text("coding-key");
        let tip = view.text(if segment.segment.is_key { "coding-key-remove" } else { "coding-key-tip" });
        let button = Button::icon_only(icons::QUOTES, &key).small().chosen(segment.segment.is_key).tip(&tip);
        if button.enabled(!view.is_read_only).ui(ui).clicked() {
            self.toggle_key(view, commands);
        }
        match picked {
            Some(entry @ (3 | 4)) => {
                let code = self.chosen.and_then(|id| view.study.coding(id)).map(|entry| entry.coding.code);
                if let Some(code) = code {
                    commands.send(match entry {
                        3 => Request::EditCode(code),
                        _ => Request::ShowRole(code, Axis::Group),
                    });
                }
            }
            Some(entry) => copy(commands, entry, &segment.segment.quote, &view.study.citation(segment)),
            None => {}
        }
    }

    /// The menu of selected words.
    pub(super) fn more_words_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        words: &str,
        citation: &str,
        commands: &mut Commands,
    ) {
        if let Some(entry) = menu_ui(ui, &view.text("coding-more-menu"), &copying(ui, view)) {
            copy(commands, entry, words, citation);
        }
    }
}

/// The ways to copy words.
fn copying(ui: &Ui, view: &View<'_>) -> Vec<MenuEntry> {
    vec![
        MenuEntry::new(view.text("coding-copy-cited")).icon(icons::COPY).key(key_words(ui.ctx(), &WITH_CITATION)),
        MenuEntry::new(view.text("coding-copy-words")).icon(icons::QUOTES).key(key_words(ui.ctx(), &ALONE)),
        MenuEntry::new(view.text("coding-copy-citation")).icon(icons::LINK),
    ]
}

fn copy(commands: &mut Commands, entry: usize, words: &str, citation: &str) {
    commands.send(Request::Copy(match entry {
        0 => with_citation(words, citation),
        1 => words.to_owned(),
        _ => citation.to_owned(),
    }));
}
