//! The palette: every command by a few letters of its name in either language, and the projects opened last. What
//! cannot be done now stands in the list and says why.

use crate::app::App;
use crate::app::command::Command;
use crate::app::commands::Request;
use crate::app::frame::pane_width_ui;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::widgets::{ListRow, Words, key_words, label_ui, search_field_ui};
use crate::domain::{Language, Message};
use crate::i18n::Catalog;
use eframe::egui::{Key, ScrollArea, Ui};
use std::path::PathBuf;

/// Width of the palette, in points.
const WIDTH: f32 = 560.0;

/// The palette while it is open.
pub(in crate::app) struct Palette {
    /// What was typed.
    query: String,
    /// The row the arrow keys stand at.
    at: usize,
    /// Every command with its name in the language of the window and in the other.
    names: Vec<(Command, String, String)>,
}

/// A row of the palette.
struct Row {
    name: String,
    right: String,
    is_enabled: bool,
    wish: Request,
}

impl Palette {
    /// An empty one.
    pub fn new(language: Language) -> Self {
        let (own, other) = (Catalog::new(language), Catalog::new(language.other()));
        let names = Command::ALL.into_iter().filter(|command| *command != Command::Palette);
        let names = names.map(|command| (command, own.text(command.label()), other.text(command.label()))).collect();
        Self { query: String::new(), at: 0, names }
    }

    /// The commands that letters mean, the best first, each as it is to be shown; all of them for no letters.
    fn found(&self) -> Vec<(Command, String)> {
        let wanted = self.query.trim().to_lowercase();
        let mut found: Vec<(u32, usize, Command, String)> = Vec::new();
        for (at, (command, own, other)) in self.names.iter().enumerate() {
            match (rank(own, &wanted), rank(other, &wanted)) {
                (Some(own_rank), other_rank) if other_rank.is_none_or(|other_rank| own_rank <= other_rank) => {
                    found.push((own_rank, at, *command, own.clone()));
                }
                (_, Some(other_rank)) => found.push((other_rank, at, *command, format!("{own} · {other}"))),
                (_, None) => {}
            }
        }
        found.sort_by_key(|(rank, at, ..)| (*rank, *at));
        found.into_iter().map(|(_, _, command, name)| (command, name)).collect()
    }
}

/// How well letters mean a name, 0 best: its beginning, the beginning of a word, some place in it, or all of them in
/// order with others between.
fn rank(name: &str, wanted: &str) -> Option<u32> {
    let name = name.to_lowercase();
    if name.starts_with(wanted) {
        return Some(0);
    }
    if let Some(at) = name.find(wanted) {
        let is_word_start = !name[..at].ends_with(|letter: char| letter.is_alphanumeric());
        return Some(if is_word_start { 1 } else { 2 });
    }
    let mut letters = name.chars();
    let mut gap = 0;
    for letter in wanted.chars().filter(|letter| !letter.is_whitespace()) {
        let skipped = letters.by_ref().position(|found| found == letter)?;
        gap += u32::try_from(skipped).unwrap_or(u32::MAX);
    }
    // A few letters strewn over a long name mean it by chance.
    (gap <= 12).then_some(3 + gap)
}

impl App {
    fn palette_rows(&self, ui: &Ui, palette: &Palette) -> Vec<Row> {
        let catalog = &self.now.catalog;
        let view = self.session.as_ref().map(|session| session.facts.view(&self.now));
        let mut rows: Vec<Row> = Vec::new();
        for (command, name) in palette.found() {
            let why_not = command.why_not(view.as_ref());
            let keys = command.shortcuts().next().map(|keys| key_words(ui.ctx(), &keys));
            let right = why_not.map(|key| catalog.text(key)).or(keys).unwrap_or_default();
            rows.push(Row { name, right, is_enabled: why_not.is_none(), wish: Request::Run(command) });
        }
        // What can be done stands first; nothing else is moved.
        rows.sort_by_key(|row| !row.is_enabled && !palette.query.trim().is_empty());
        let wanted = palette.query.trim().to_lowercase();
        let current: Option<&PathBuf> = self.session.as_ref().map(|session| &session.facts.snapshot.path);
        for recent in self.now.settings.recent.iter().filter(|recent| Some(&recent.path) != current) {
            if rank(&recent.title, &wanted).is_some() {
                let name = catalog.say(&Message::new("palette-open-recent").with("title", recent.title.as_str()));
                let is_missing = self.now.recents.is_missing(&recent.path);
                let right = if is_missing { catalog.text("recent-missing") } else { String::new() };
                rows.push(Row { name, right, is_enabled: true, wish: Request::OpenProject(recent.path.clone()) });
            }
        }
        rows
    }

    pub(super) fn palette_ui(&mut self, ui: &mut Ui, palette: &mut Palette) -> bool {
        pane_width_ui(ui, WIDTH);
        let field = search_field_ui(ui, &mut palette.query, &self.now.catalog.text("palette-hint"), "");
        field.request_focus();
        if field.changed() {
            palette.at = 0;
        }
        let mut rows = self.palette_rows(ui, palette);
        let moved = ui.input(|input| {
            let pressed = |key: Key| isize::from(input.key_pressed(key));
            let page = measure::POPUP_ROWS as isize - 1;
            pressed(Key::ArrowDown) - pressed(Key::ArrowUp) + page * (pressed(Key::PageDown) - pressed(Key::PageUp))
        });
        palette.at = palette.at.saturating_add_signed(moved).min(rows.len().saturating_sub(1));
        let mut picked = ui.input(|input| input.key_pressed(Key::Enter)).then_some(palette.at);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(space::XXS);
        let height = measure::POPUP_ROW * measure::POPUP_ROWS as f32;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| {
                // Beside the bar that scrolls, not below it.
                ui.set_max_width(ui.available_width() - space::S);
                for (at, row) in rows.iter().enumerate() {
                    let is_chosen = at == palette.at;
                    let response = ListRow {
                        right: &row.right,
                        is_chosen,
                        is_enabled: row.is_enabled,
                        height: measure::POPUP_ROW,
                        ..ListRow::new(&row.name)
                    }
                    .ui(ui);
                    if is_chosen && moved != 0 {
                        response.scroll_to_me(None);
                    }
                    if response.clicked() {
                        picked = Some(at);
                    }
                }
                if rows.is_empty() {
                    let theme = Theme::of(ui);
                    ui.add_space(space::XS);
                    let words = self.now.catalog.text("palette-empty");
                    label_ui(ui, Words::of(&words, type_scale::BODY, theme.text2));
                }
            },
        );
        match picked {
            Some(at) if rows.get(at).is_some_and(|row| row.is_enabled) => {
                self.commands.send(rows.swap_remove(at).wish);
                true
            }
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn first(query: &str) -> Option<Command> {
        let palette = Palette { query: query.to_owned(), ..Palette::new(Language::Indonesian) };
        palette.found().first().map(|(command, _)| *command)
    }

    #[test]
    fn a_command_is_found_by_letters_of_either_language() {
        use crate::app::place::PlaceKind;
        assert_eq!(first("lapor"), Some(Command::Go(PlaceKind::Report)));
        assert_eq!(first("undo"), Some(Command::Undo));
        assert_eq!(first("urungkan"), Some(Command::Undo));
        assert_eq!(first("proyba"), Some(Command::NewProject), "letters with others between");
        assert_eq!(first("zzz"), None);
        let all = Palette::new(Language::English).found();
        assert_eq!(all.len(), Command::ALL.len() - 1, "all but the palette itself");
    }

    #[test]
    fn a_beginning_comes_before_a_place_within() {
        assert!(rank("Riwayat", "riw") < rank("Buka Riwayat", "riw"));
        assert!(rank("Buka Riwayat", "riw") < rank("Sriwijaya", "riw"));
        assert_eq!(rank("Simpan salinan di tempat lain yang jauh sekali", "sx"), None);
    }
}
