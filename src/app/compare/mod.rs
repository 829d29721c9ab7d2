//! The place that answers: Do they agree? A board with a row for each role and a column for each side;
//! a cell shows the words first and small counts second, and leads back to the transcript.

mod board;
mod cell;
mod choice;
mod drawer;
mod fit;
mod frame;
mod layout;
mod measures;
mod quote;
#[cfg(test)]
pub(in crate::app) mod stage;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk;

use super::command::Command;
use super::commands::{Commands, Request};
use super::icons;
use super::place::{InSight, Place, PlaceKind, Spot};
use super::report;
use super::role::{self, RolePage};
use super::theme::{Theme, measure, space, type_scale};
use super::view::View;
use super::widgets::{
    Button, Words, choice_ui, empty_place_ui, hairline_h, label_ui, page_frame, panel_frame, place_header_ui,
    segmented_ui,
};
use crate::analysis::{Axis, LeftOutReason, RowsKind};
use crate::domain::{CodeId, Message};
use board::{Board, Key};
pub(in crate::app) use board::{head as column_head, narrow_sources};
use drawer::{Drawer, Opened, left_out_words};
use eframe::egui::{self, CentralPanel, Panel, Ui};
pub(in crate::app) use fit::Laid;
pub(in crate::app) use quote::Edges;
use table::Table;

/// The axes that can stand in the columns, with the message that names each.
const AXES: [(Axis, &str); 4] = [
    (Axis::Group, "compare-by-group"),
    (Axis::Technique, "compare-by-technique"),
    (Axis::Informant, "compare-by-informant"),
    (Axis::Source, "compare-by-source"),
];

/// The state of the place.
pub struct ComparePlace {
    rows: RowsKind,
    by: Axis,
    board: Option<Board>,
    table: Table,
    drawer: Option<Drawer>,
    /// The role that is open in place of the board.
    role: Option<RolePage>,
}

impl Default for ComparePlace {
    fn default() -> Self {
        Self { rows: RowsKind::Roles, by: Axis::Group, board: None, table: Table::default(), drawer: None, role: None }
    }
}

impl Place for ComparePlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        ui.spacing_mut().item_spacing.y = 0.0;
        if let Some(role) = &mut self.role {
            match role.ui(ui, view, commands) {
                Some(role::Wish::Back) => {
                    self.role = None;
                    self.table.focus(ui);
                }
                None => return,
            }
        }
        self.header_ui(ui, view, commands);
        if view.study.codings.is_empty() {
            let go = view.text("compare-empty-go");
            let pressed = empty_place_ui(ui, icons::COLUMNS, &view.text("compare-empty"), &[(None, &go)]);
            if pressed.is_some() {
                commands.send(Request::Go(PlaceKind::Coding));
            }
            return;
        }
        self.count(view);
        let Some(mut board) = self.board.take() else { return };
        if board.rows.is_empty() {
            empty_place_ui(ui, icons::COLUMNS, &view.text("compare-empty-rows"), &[]);
        } else {
            self.board_ui(ui, view, &mut board, commands);
        }
        self.board = Some(board);
    }

    fn show_role(&mut self, code: CodeId, by: Axis) {
        self.role = Some(RolePage::new(code, by));
    }

    fn leave(&mut self, commands: &mut Commands) {
        if let Some(role) = &mut self.role {
            role.leave(commands);
        }
    }

    fn in_sight(&self) -> Option<InSight> {
        self.drawer.as_ref().map(|_| InSight::Cell)
    }

    fn facts(&self, view: &View<'_>) -> String {
        if let Some(role) = &self.role {
            return role.facts(view);
        }
        let Some(board) = self.board.as_ref().filter(|board| !board.rows.is_empty()) else { return String::new() };
        let (row, column) = self.table.active;
        match (board.rows.get(row), board.heads.get(column), board.words(row, column)) {
            (Some(row), Some(column), Some(words)) => {
                let facts = Message::new("compare-facts").with("row", row.name.as_str());
                let counts = words.line.replace(" · ", ", ");
                view.say(&facts.with("column", column.title.as_str()).with("counts", counts))
            }
            _ => String::new(),
        }
    }
}

impl ComparePlace {
    /// Counts anew where the project, the language or the choice of rows and columns has changed.
    fn count(&mut self, view: &View<'_>) {
        if let Axis::Attribute(id) = self.by
            && !view.study.attributes.iter().any(|attribute| attribute.id == id)
        {
            self.by = Axis::Group;
        }
        let project = &view.study.project;
        let key = Key {
            project: project.id,
            revision: project.revision,
            language: view.catalog.language(),
            rows: self.rows,
            by: self.by,
        };
        if self.board.as_ref().is_some_and(|board| board.is_of(&key)) {
            return;
        }
        let board = Board::new(view.study, view.catalog, key);
        self.table.reset();
        if let Some(drawer) = &mut self.drawer {
            drawer.fill(view, &board);
        }
        self.board = Some(board);
    }

    fn header_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let (rows, by) = (self.rows, self.by);
        let title = view.text("place-compare");
        let rows_name = view.text("compare-rows");
        let by_name = view.text("compare-by");
        let theme = Theme::of(ui);
        let (mut new_rows, mut new_by, mut exports) = (None, None, false);
        place_header_ui(
            ui,
            view.is_small,
            &title,
            |ui| {
                let roles = view.text("compare-rows-roles");
                let codes = view.text("compare-rows-codes");
                if !view.is_small {
                    label_ui(ui, Words::of(&rows_name, type_scale::SMALL, theme.text3));
                }
                new_rows = segmented_ui(
                    ui,
                    &rows_name,
                    rows,
                    &[(RowsKind::Roles, None, roles.as_str()), (RowsKind::Codes, None, codes.as_str())],
                );
                ui.add_space(space::XS);
                if !view.is_small {
                    label_ui(ui, Words::of(&by_name, type_scale::SMALL, theme.text3));
                }
                let words: Vec<String> = AXES.iter().map(|(_, key)| view.text(key)).collect();
                let choices: Vec<(Axis, Option<icons::Icon>, &str)> =
                    AXES.iter().zip(&words).map(|((axis, _), words)| (*axis, None, words.as_str())).collect();
                new_by = segmented_ui(ui, &by_name, by, &choices);
                new_by = new_by.or(attribute_ui(ui, view, by));
            },
            |ui| {
                let name = view.text("compare-export");
                let tip = view.text("compare-export.tip");
                let button = if view.is_small {
                    Button::icon_only(icons::EXPORT, &name)
                } else {
                    Button::outlined(&name).icon(icons::EXPORT).tip(&tip)
                };
                exports = button.enabled(!view.study.codings.is_empty()).ui(ui).clicked();
            },
        );
        if new_rows.is_some() || new_by.is_some() {
            self.rows = new_rows.unwrap_or(rows);
            self.by = new_by.unwrap_or(by);
            self.drawer = None;
            self.table = Table::default();
        }
        if exports {
            report::prefer_comparison(ui.ctx(), self.rows, self.by);
            commands.run(Command::Export);
        }
    }

    fn board_ui(&mut self, ui: &mut Ui, view: &View<'_>, board: &mut Board, commands: &mut Commands) {
        if self.drawer.is_some() && !egui::Popup::is_any_open(ui.ctx()) {
            let is_escaped = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
            if is_escaped {
                self.drawer = None;
                self.table.focus(ui);
            }
        }
        if let Some(drawer) = &mut self.drawer {
            let width = if view.is_small { measures::DRAWER_SMALL } else { measures::DRAWER };
            let frame = page_frame(ui.ctx());
            let shown = Panel::right("compare drawer")
                .exact_size(width)
                .resizable(false)
                .frame(frame)
                .show(ui, |ui| drawer.ui(ui, view, board, commands));
            match shown.inner {
                Some(drawer::Wish::Close) => {
                    self.drawer = None;
                    self.table.focus(ui);
                }
                Some(drawer::Wish::Step(by)) => {
                    if let Opened::Cell(row, column) = drawer.opened() {
                        let column = column.saturating_add_signed(by).min(board.heads.len().saturating_sub(1));
                        self.table.go(ui, row, column);
                        self.drawer = Some(Drawer::new(view, board, Opened::Cell(row, column)));
                    }
                }
                None => {}
            }
        }
        self.left_out_ui(ui, view, board);
        let frame = page_frame(ui.ctx());
        let wish = CentralPanel::default().frame(frame).show(ui, |ui| self.table.ui(ui, view, board)).inner;
        match wish {
            Some(table::Wish::Open(row, column)) => {
                self.table.go(ui, row, column);
                self.drawer = Some(Drawer::new(view, board, Opened::Cell(row, column)));
            }
            Some(table::Wish::Direct(coding)) => {
                if let Some(entry) = view.study.coding(coding) {
                    let segment = &view.study.segments[entry.segment as usize].segment;
                    let spot = Spot { source: segment.source, range: Some(segment.range), coding: Some(coding) };
                    commands.send(Request::Show(spot));
                }
            }
            None => {}
        }
    }

    /// The line at the foot that names what the table does not count.
    fn left_out_ui(&mut self, ui: &mut Ui, view: &View<'_>, board: &Board) {
        let left_out = &board.comparison.left_out;
        let reasons = [
            (LeftOutReason::NoInformant, left_out.no_informant),
            (LeftOutReason::Context, left_out.context),
            (LeftOutReason::Researcher, left_out.researcher),
            (LeftOutReason::Withdrawn, left_out.withdrawn),
        ];
        if reasons.iter().all(|(_, count)| *count == 0) {
            return;
        }
        let theme = Theme::of(ui);
        let frame = panel_frame(ui.ctx()).inner_margin(egui::vec2(space::CELL_X, 0.0));
        Panel::bottom("compare left out").exact_size(measures::FOOT).show_separator_line(false).frame(frame).show(
            ui,
            |ui| {
                let rect = ui.max_rect().expand2(egui::vec2(space::CELL_X, 0.0));
                hairline_h(ui.painter(), rect.x_range(), rect.top() + 0.5, theme.line);
                ui.horizontal_centered(|ui| {
                    ui.spacing_mut().item_spacing.x = space::S;
                    label_ui(ui, Words::of(&view.text("compare-left-out"), type_scale::SMALL, theme.text3));
                    for (reason, count) in reasons.into_iter().filter(|(_, count)| *count > 0) {
                        let words = left_out_words(view, reason, count as usize);
                        if reason == LeftOutReason::Withdrawn {
                            // Locked: there is nothing to open.
                            label_ui(ui, Words::of(&words, type_scale::SMALL, theme.text3));
                            continue;
                        }
                        if Button::link(&words).small().ui(ui).clicked() {
                            self.drawer = Some(Drawer::new(view, board, Opened::LeftOut(reason)));
                        }
                    }
                });
            },
        );
    }
}

/// Room for the list of attributes in the header.
const ATTRIBUTES: f32 = 132.0;

/// The researcher's own columns to compare by, where there are any; which was picked just now.
fn attribute_ui(ui: &mut Ui, view: &View<'_>, by: Axis) -> Option<Axis> {
    let own = view.study.attributes.iter();
    let own: Vec<(Option<Axis>, String)> =
        own.map(|attribute| (Some(Axis::Attribute(attribute.id)), attribute.name.clone())).collect();
    if own.is_empty() {
        return None;
    }
    let name = view.text("compare-by-attribute");
    let is_by_own = matches!(by, Axis::Attribute(_));
    let mut chosen = is_by_own.then_some(by);
    let mut choices = own;
    if !is_by_own {
        choices.insert(0, (None, view.text("compare-by-attribute")));
    }
    let size = egui::vec2(ATTRIBUTES, measure::BUTTON_SMALL);
    let layout = egui::Layout::left_to_right(egui::Align::Center);
    let is_changed = ui.allocate_ui_with_layout(size, layout, |ui| choice_ui(ui, &name, &mut chosen, &choices)).inner;
    chosen.filter(|_| is_changed)
}
