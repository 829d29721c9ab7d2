//! The list of keys, by the place where each works.

use crate::app::App;
use crate::app::command::Command;
use crate::app::frame::{heading_ui, pane_width_ui};
use crate::app::theme::{Theme, space, type_scale};
use crate::app::widgets::{Words, key_words, keycap_ui, label_ui, rule_ui, scroll_by_keys};
use eframe::egui::{Align, Layout, ScrollArea, Ui, vec2};

/// Width of the list where there is room, in points: two columns.
const WIDTH: f32 = 860.0;
/// Below this width the groups stand in one column.
const TWO_FROM: f32 = 700.0;
/// Height of a row.
const ROW: f32 = 24.0;

/// The groups of keys that belong to one place: the key of the heading, and of each row; `{key}.key` are its keys, with
/// a space between those pressed together and a comma between those that do the same.
const GROUPS: [(&str, &[&str]); 5] = [
    (
        "place-coding",
        &[
            "key-apply",
            "key-second",
            "key-find",
            "key-picker-mark",
            "key-picker-direction",
            "key-again",
            "key-again-which",
            "key-vivo",
            "key-vivo-where",
            "key-direction",
            "key-memo",
            "key-memo-done",
            "key-finding",
            "key-reduction",
            "key-key",
            "key-uncoded",
            "key-remove",
            "key-go",
            "key-go-page",
            "key-select",
            "key-select-word",
            "key-select-sentence",
            "key-select-turn",
            "key-clicks",
            "key-grow",
            "key-overlap",
            "key-along",
            "key-ends-move",
            "key-ends-other",
            "key-copy",
            "key-copy-cited",
            "key-escape",
        ],
    ),
    ("keys-tables", &["key-move", "key-mark", "key-mark-all", "key-open", "key-rename", "key-delete", "key-menu"]),
    ("place-compare", &["key-cell", "key-quotations", "key-beside", "key-ends"]),
    (
        "keys-role",
        &["key-role-step", "key-role-quotation", "key-role-go", "key-role-link", "key-role-keep", "key-role-back"],
    ),
    ("keys-anywhere", &["key-next", "key-press", "key-close"]),
];

/// A group as it is drawn: its heading, and each row with the keys that do it.
type Group = (String, Vec<(String, Vec<String>)>);

impl App {
    fn key_groups(&self, ui: &Ui) -> Vec<Group> {
        let catalog = &self.now.catalog;
        let commands = Command::ALL.into_iter().filter_map(|command| {
            let keys: Vec<String> = command.shortcuts().map(|keys| key_words(ui.ctx(), &keys)).collect();
            (!keys.is_empty()).then(|| (catalog.text(command.label()), keys))
        });
        let mut groups = vec![(catalog.text("keys-commands"), commands.collect())];
        for (heading, rows) in GROUPS {
            let rows = rows.iter().map(|key| {
                let keys = catalog.text(&format!("{key}.key"));
                (catalog.text(key), keys.split(", ").map(str::to_owned).collect())
            });
            groups.push((catalog.text(heading), rows.collect()));
        }
        groups
    }

    pub(super) fn keys_ui(&self, ui: &mut Ui) -> bool {
        let width = pane_width_ui(ui, WIDTH);
        heading_ui(ui, &self.now.catalog.text("command-keys"));
        let groups = self.key_groups(ui);
        let height = ui.ctx().content_rect().height() * 0.7;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, true]).show(
            ui,
            |ui| {
                scroll_by_keys(ui, height);
                ui.spacing_mut().item_spacing.y = 0.0;
                if width < TWO_FROM {
                    groups.iter().for_each(|group| group_ui(ui, group));
                    return;
                }
                let column = (ui.available_width() - space::XXL - space::S) / 2.0;
                let (left, right) = groups.split_at(1);
                ui.horizontal_top(|ui| {
                    for (at, groups) in [left, right].into_iter().enumerate() {
                        if at > 0 {
                            ui.add_space(space::XXL - ui.spacing().item_spacing.x);
                        }
                        ui.allocate_ui_with_layout(vec2(column, 0.0), Layout::top_down(Align::Min), |ui| {
                            ui.set_width(column);
                            groups.iter().for_each(|group| group_ui(ui, group));
                        });
                    }
                });
            },
        );
        self.close_ui(ui)
    }
}

fn group_ui(ui: &mut Ui, (heading, rows): &Group) {
    let theme = Theme::of(ui);
    ui.add_space(space::XS);
    label_ui(ui, Words::of(heading, type_scale::STRONG, theme.text));
    ui.add_space(space::XXS);
    rule_ui(ui);
    ui.add_space(space::XXS);
    for (name, keys) in rows {
        ui.allocate_ui_with_layout(vec2(ui.available_width(), ROW), Layout::right_to_left(Align::Center), |ui| {
            ui.set_min_height(ROW);
            ui.spacing_mut().item_spacing.x = space::XXS;
            for key in keys.iter().rev() {
                keycap_ui(ui, key);
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label_ui(ui, Words::of(name, type_scale::BODY, theme.text2));
            });
        });
    }
    ui.add_space(space::XS);
}
