//! The place that answers: Do they agree? A board with a row for each role and a column for each side;
//! a cell shows the words first and small counts second, and opens them in their context beside the board.

mod act;
mod active;
mod board;
#[cfg(test)]
mod board_tests;
mod cell;
mod choice;
mod columns;
mod conclusion;
mod coverage;
mod drawer;
mod edit;
mod fit;
mod frame;
mod header;
mod heads;
mod index;
#[cfg(test)]
mod judge_tests;
mod kept;
mod layout;
#[cfg(test)]
mod look;
mod measures;
mod pick;
mod quote;
mod result;
pub mod stage;
mod table;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk;
mod words;

pub use kept::{KeptBoard, Mode};

use super::commands::{Commands, Request};
use super::icons;
use super::place::{Hint, InSight, Place, PlaceKind};
use super::role::{self, RolePage};
use super::settings::{Recent, whole_points};
use super::theme::{Theme, space, type_scale};
use super::view::View;
use super::widgets::{Button, Words, empty_place_ui, hairline_h, label_ui, page_frame, panel_frame};
use crate::analysis::{Axis, LeftOutReason, RowsKind};
use crate::domain::{CodeId, Message, ProjectId, RowKey, SegmentId};
use active::{Active, At};
use board::{Board, Key};
use drawer::{Drawer, Opened, left_out_words};
use eframe::egui::{self, CentralPanel, Panel, Ui};
pub(in crate::app) use fit::Laid;
pub(in crate::app) use heads::head as column_head;
pub(in crate::app) use index::narrow_sources;
pub(in crate::app) use quote::Edges;
use table::Table;

/// The state of the place.
#[derive(Default)]
pub struct ComparePlace {
    /// The project whose board was taken up as it was left.
    taken_up: Option<ProjectId>,
    kept: KeptBoard,
    board: Option<Board>,
    table: Table,
    drawer: Option<Drawer>,
    missing: Vec<String>,
    /// The role that is open in place of the board.
    role: Option<RolePage>,
    /// Frames since the place was entered, as far as they count: the keys are the board's from the start.
    frames: u8,
}

/// Frames after which the focus of the place before is certainly gone.
const ENTERED: u8 = 3;

impl Place for ComparePlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        ui.spacing_mut().item_spacing.y = 0.0;
        self.take_up(view);
        if let Some(role) = &mut self.role {
            match role.ui(ui, view, commands) {
                Some(role::Wish::Back) => {
                    self.role = None;
                    if let Some(board) = &self.board {
                        self.table.focus(ui, board);
                    }
                }
                None => return,
            }
        }
        let facts = header::Facts { rated: self.rated(view) };
        if header::header_ui(ui, view, &mut self.kept, &facts, commands) {
            if let Some(mut editor) = self.table.put_away() {
                editor.write(commands);
            }
            self.drawer = None;
            self.board = None;
            self.table = Table::default();
        }
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
        if self.frames < ENTERED {
            self.frames += 1;
            if ui.memory(|memory| memory.focused().is_none()) {
                self.table.focus(ui, &board);
                self.frames = ENTERED;
            }
        }
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
        self.frames = 0;
        if let Some(role) = &mut self.role {
            role.leave(commands);
        }
        if let Some(mut editor) = self.table.put_away() {
            editor.write(commands);
        }
    }

    fn in_sight(&self) -> Option<InSight> {
        self.drawer.as_ref().map(|_| InSight::Cell)
    }

    fn facts(&self, view: &View<'_>) -> String {
        if let Some(role) = &self.role {
            return role.facts(view);
        }
        let Some(board) = &self.board else { return String::new() };
        let Active { line, at } = self.table.active;
        let (Some(row), Some(head)) = (board.row_of(line), board.line(line)) else { return String::new() };
        let At::Cell(column) = at else { return head.name.clone() };
        match (board.heads.get(column), board.words(view.catalog, row, column)) {
            (Some(column), Some(words)) => {
                let facts = Message::new("compare-facts").with("row", head.name.as_str());
                let counts = words.line.replace(" · ", ", ");
                view.say(&facts.with("column", column.title.as_str()).with("counts", counts))
            }
            _ => head.name.clone(),
        }
    }

    fn hint(&self, view: &View<'_>) -> Option<Hint> {
        let writes = self.kept.mode == Mode::Summaries && self.table.active.at != At::Head;
        let opens = matches!(self.table.active.at, At::Head | At::Cell(_)) && !writes;
        let is_here = self.role.is_none() && self.board.is_some() && self.table.has_focus;
        (is_here && opens).then(|| Hint { key: view.text("key-beside.key"), words: view.text("key-beside") })
    }

    fn keep(&self, recent: &mut Recent) {
        if self.taken_up.is_some() {
            recent.board.clone_from(&self.kept);
        }
    }
}

impl ComparePlace {
    /// The place with the board of a project as it was left.
    pub fn left(project: ProjectId, kept: KeptBoard) -> Self {
        Self { taken_up: Some(project), kept, ..Self::default() }
    }

    /// Takes the board of a project up as it was left.
    fn take_up(&mut self, view: &View<'_>) {
        let project = view.study.project.id;
        if self.taken_up != Some(project) {
            self.taken_up = Some(project);
            self.kept = view.recent().map(|recent| recent.board.clone()).unwrap_or_default();
        }
        if let Axis::Attribute(id) = self.kept.by
            && !view.study.attributes.iter().any(|attribute| attribute.id == id)
        {
            self.kept.by = Axis::Group;
        }
    }

    /// How much is rated, in words and shortly.
    fn rated(&self, view: &View<'_>) -> Option<(String, String)> {
        let board = self.board.as_ref()?;
        let (done, all) = board.rated?;
        let key = match self.kept.rows {
            RowsKind::Roles => "compare-rated-roles",
            RowsKind::Codes => "compare-rated-codes",
            RowsKind::Findings => "compare-rated-findings",
        };
        let words = view.say(&Message::new(key).with("done", done).with("all", all));
        Some((words, format!("{done}/{all}")))
    }

    /// Counts anew where the project, the language or the choice of rows and columns has changed.
    fn count(&mut self, view: &View<'_>) {
        let project = &view.study.project;
        let key = Key {
            project: project.id,
            revision: project.revision,
            language: view.catalog.language(),
            rows: self.kept.rows,
            by: self.kept.by,
            within: self.kept.within,
            is_deep: self.kept.rows == RowsKind::Roles && !self.kept.open.is_empty(),
            is_negative: self.kept.is_negative && self.kept.mode == Mode::Quotes,
        };
        if self.board.as_ref().is_some_and(|board| board.is_of(&key)) {
            return;
        }
        let active = self.board.as_ref().and_then(|board| board.line(self.table.active.line)).map(|head| head.key);
        let mut board = Board::new(view.study, view.catalog, key);
        board.fold(&self.kept);
        self.fit(view, &board, active);
        if let Some(drawer) = &mut self.drawer {
            drawer.fill(view, &board);
        }
        self.board = Some(board);
    }

    /// Follows a board whose lines are others than before; the row that was active stays so.
    fn fit(&mut self, view: &View<'_>, board: &Board, active: Option<RowKey>) {
        self.table.reset();
        let line = active.and_then(|key| board.lines.iter().position(|row| board.rows[*row].key == key));
        self.table.active.line = line.unwrap_or(self.table.active.line).min(board.lines.len().saturating_sub(1));
        if self.kept.mode == Mode::Coverage {
            self.missing = coverage::missing(view, board);
        }
    }

    fn board_ui(&mut self, ui: &mut Ui, view: &View<'_>, board: &mut Board, commands: &mut Commands) {
        if self.drawer.is_some() && !self.table.is_writing() && !egui::Popup::is_any_open(ui.ctx()) {
            let is_escaped = ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, egui::Key::Escape));
            if is_escaped {
                self.drawer = None;
                self.table.focus(ui, board);
            }
        }
        self.drawer_ui(ui, view, board, commands);
        if self.kept.mode == Mode::Coverage {
            self.missing_ui(ui, view);
        } else {
            self.left_out_ui(ui, view, board);
        }
        let frame = page_frame(ui.ctx());
        let kept = &self.kept;
        let central = CentralPanel::default().frame(frame);
        let wishes = central.show(ui, |ui| self.table.ui(ui, view, board, kept, commands)).inner;
        for wish in wishes {
            self.carry_out(ui, view, board, wish, commands);
        }
    }

    fn drawer_ui(&mut self, ui: &mut Ui, view: &View<'_>, board: &Board, commands: &mut Commands) {
        let Some(drawer) = &mut self.drawer else { return };
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
                self.table.focus(ui, board);
            }
            Some(drawer::Wish::Step(by)) => {
                if let Opened::Cell(row, column) = drawer.opened() {
                    let column = column.saturating_add_signed(by).min(board.heads.len().saturating_sub(1));
                    self.open(ui, view, board, (row, column), None);
                }
            }
            None => {}
        }
    }

    /// Opens the quotations of a cell beside the board.
    fn open(&mut self, ui: &Ui, view: &View<'_>, board: &Board, cell: (usize, usize), read: Option<SegmentId>) {
        let (row, column) = cell;
        if let Some(line) = board.lines.iter().position(|shown| *shown == row) {
            self.table.go(ui, board, Active { line, at: At::Cell(column) });
        }
        self.drawer = Some(Drawer::new(view, board, Opened::Cell(row, column), read));
    }

    fn carry_out(&mut self, ui: &Ui, view: &View<'_>, board: &mut Board, wish: table::Wish, commands: &mut Commands) {
        match wish {
            table::Wish::Open(row, column, read) => self.open(ui, view, board, (row, column), read),
            table::Wish::OpenRow(row) => {
                if let Some(code) = board.rows.get(row).and_then(|head| head.code) {
                    self.show_role(code, self.kept.by);
                }
            }
            table::Wish::Fold(code, is_open) => {
                self.kept.set_open(code, is_open);
                board.fold(&self.kept);
                self.fit(view, board, Some(RowKey::Code(code)));
            }
            table::Wish::Direct(coding) => act::show_coding(view, coding, commands),
            table::Wish::Judge(row, verdict, silent) => {
                commands.extend(act::judge(board, row, verdict, silent));
            }
            table::Wish::Confirm(row, verdict) => {
                let silent = board.comparison.rows.get(row).map(|row| row.silent.iter().map(|id| id.to_string()));
                commands.extend(act::judge(board, row, verdict, silent.map(Iterator::collect)));
            }
            table::Wish::Write(mut editor) => editor.write(commands),
            table::Wish::Reason(row, column, reason) => {
                commands.extend(act::reason(view, board, (row, column), reason));
            }
            table::Wish::Pull(column, width) => {
                match width {
                    Some(width) => self.kept.widths.insert(column, whole_points(width)),
                    None => self.kept.widths.remove(&column),
                };
            }
        }
    }

    /// What is to be asked before the field is left, below the coverage.
    fn missing_ui(&self, ui: &mut Ui, view: &View<'_>) {
        let height = if view.is_small { measures::COVERAGE_FOOT_SMALL } else { measures::COVERAGE_FOOT };
        let frame = page_frame(ui.ctx()).inner_margin(egui::Margin::symmetric(14, 0));
        Panel::bottom("compare missing").exact_size(height).show_separator_line(true).frame(frame).show(ui, |ui| {
            coverage::missing_ui(ui, view, &self.missing);
        });
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
                            self.drawer = Some(Drawer::new(view, board, Opened::LeftOut(reason), None));
                        }
                    }
                });
            },
        );
    }
}
