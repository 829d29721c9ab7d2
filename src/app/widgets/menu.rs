//! What can be done with a thing, in a menu: behind a button with three dots, and at the thing itself.

use super::{Button, Cell, ListRow};
use crate::app::icons::{self, Icon};
use crate::app::theme::{measure, space};
use eframe::egui::{Key, Modifiers, Popup, Response, SetOpenCommand, Ui};

/// Least width of a menu, in points.
const LEAST: f32 = 200.0;
/// Most width of a menu, in points.
const MOST: f32 = 320.0;

/// One thing that can be done.
#[derive(Clone, Debug)]
pub struct MenuEntry {
    words: String,
    icon: Option<Icon>,
    key: String,
    is_enabled: bool,
    is_grave: bool,
}

impl MenuEntry {
    /// An entry of these words.
    pub fn new(words: impl Into<String>) -> Self {
        Self { words: words.into(), icon: None, key: String::new(), is_enabled: true, is_grave: false }
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// With the keys that do the same (`F2`).
    #[must_use]
    pub fn key(self, key: impl Into<String>) -> Self {
        Self { key: key.into(), ..self }
    }

    /// Whether it can be picked now.
    #[must_use]
    pub fn enabled(self, is_enabled: bool) -> Self {
        Self { is_enabled, ..self }
    }

    /// Whether it takes something away: it stands apart from the others.
    #[must_use]
    pub fn grave(self, is_grave: bool) -> Self {
        Self { is_grave, ..self }
    }
}

/// Draws the button with three dots and, when it was pressed, the menu. Which entry was picked just now.
pub fn menu_ui(ui: &mut Ui, name: &str, entries: &[MenuEntry]) -> Option<usize> {
    menu_at_ui(Button::icon_only(icons::DOTS_THREE, name).small().ui(ui), name, entries)
}

/// Draws the menu of a button when that was pressed. Which entry was picked just now.
pub fn menu_at_ui(button: Response, name: &str, entries: &[MenuEntry]) -> Option<usize> {
    let is_opening = button.clicked() && !Popup::is_id_open(&button.ctx, Popup::default_response_id(&button));
    let menu = Popup::menu(&button).accessible_name(name).width(MOST);
    menu.show(|ui| entries_ui(ui, entries, is_opening)).and_then(|shown| shown.inner)
}

/// Opens a menu at a thing by the second mouse button, or by the menu key or Shift+F10 while the thing has the focus.
/// Which entry was picked just now.
pub fn context_menu_ui(response: &Response, entries: &[MenuEntry]) -> Option<usize> {
    let ctx = &response.ctx;
    let id = response.id.with("context menu");
    let by_key = response.has_focus()
        && ctx.input_mut(|input| {
            input.consume_key(Modifiers::SHIFT, Key::F10) || input.consume_key(Modifiers::NONE, Key::Menu)
        });
    let is_opening = by_key || response.secondary_clicked();
    if is_opening {
        ctx.data_mut(|data| data.insert_temp(id, by_key));
    }
    // Opened by a key there may be no pointer to stand at.
    let stands_below = ctx.data(|data| data.get_temp(id)).unwrap_or(false);
    let menu = if stands_below {
        Popup::from_response(response).open_memory(by_key.then_some(SetOpenCommand::Bool(true)))
    } else {
        Popup::context_menu(response)
    };
    let picked = menu.id(id).width(MOST).show(|ui| entries_ui(ui, entries, is_opening)).and_then(|shown| shown.inner);
    if picked.is_some() && stands_below {
        // Whoever came by keys goes on from where the menu was opened.
        response.request_focus();
    }
    picked
}

fn entries_ui(ui: &mut Ui, entries: &[MenuEntry], is_opening: bool) -> Option<usize> {
    ui.set_min_width(LEAST);
    ui.spacing_mut().item_spacing.y = 0.0;
    let mut picked = None;
    let mut is_focused = !is_opening;
    let mut was_grave = false;
    for (at, entry) in entries.iter().enumerate() {
        if entry.is_grave && !was_grave && at > 0 {
            ui.add_space(space::XXS);
            super::rule_ui(ui);
            ui.add_space(space::XXS);
        }
        was_grave = entry.is_grave;
        let row = ListRow {
            cell: entry.icon.map_or(Cell::None, Cell::Icon),
            right: &entry.key,
            is_enabled: entry.is_enabled,
            height: measure::POPUP_ROW,
            ..ListRow::new(&entry.words)
        };
        let response = row.ui(ui);
        if entry.is_enabled && !is_focused {
            response.request_focus();
            is_focused = true;
        }
        if response.clicked() {
            picked = Some(at);
            ui.close();
        }
    }
    picked
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::picture;
    use eframe::egui::vec2;
    use egui_kittest::Harness;
    use egui_kittest::kittest::Queryable;

    /// One row with a menu at it, and what was picked.
    fn harness() -> Harness<'static, Option<usize>> {
        let mut harness =
            Harness::builder().with_size(vec2(600.0, 400.0)).with_context_setup(picture::dress).build_ui_state(
                |ui, picked: &mut Option<usize>| {
                    let row = ListRow::new("W.KS").ui(ui);
                    let entries = [
                        MenuEntry::new("Buka"),
                        MenuEntry::new("Ganti nama").enabled(false),
                        MenuEntry::new("Hapus").grave(true),
                    ];
                    if let Some(at) = context_menu_ui(&row, &entries).or(menu_ui(ui, "Tindakan lain", &entries)) {
                        *picked = Some(at);
                    }
                },
                None,
            );
        harness.run();
        harness
    }

    #[test]
    fn a_menu_opens_and_is_picked_from_by_keys_alone() {
        for (key, modifiers) in [(Key::F10, Modifiers::SHIFT), (Key::Menu, Modifiers::NONE)] {
            let mut harness = harness();
            harness.get_by_label("W.KS").focus();
            harness.run();
            harness.key_press_modifiers(modifiers, key);
            harness.run();
            assert!(harness.get_by_label("Buka").is_focused(), "the first entry has the focus");
            harness.key_press(Key::ArrowDown);
            harness.run();
            assert!(harness.get_by_label("Hapus").is_focused(), "what cannot be picked is passed over");
            harness.key_press(Key::Enter);
            harness.run();
            assert_eq!(harness.state(), &Some(2), "{key:?}");
            assert!(harness.query_by_label("Buka").is_none(), "the menu is closed");
            harness.run();
            assert!(harness.get_by_label("W.KS").is_focused(), "and the focus is back");
        }
    }

    #[test]
    fn a_menu_opens_by_the_second_button_and_by_its_dots() {
        let mut harness = harness();
        harness.get_by_label("W.KS").click_secondary();
        harness.run();
        harness.get_by_label("Buka").click();
        harness.run();
        assert_eq!(harness.state(), &Some(0));
        harness.get_by_label("Tindakan lain").click();
        harness.run();
        harness.key_press(Key::Escape);
        harness.run();
        assert!(harness.query_by_label("Buka").is_none());
        harness.get_by_label("Tindakan lain").click();
        harness.run();
        harness.get_by_label("Hapus").click();
        harness.run();
        assert_eq!(harness.state(), &Some(2));
    }
}
