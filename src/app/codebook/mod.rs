//! The codebook as a form one works in: the tree at the left, everything about the chosen code at the right. A field
//! lands when it is left; every change is one step that can be taken back.

mod act;
mod fields;
mod form;
mod fresh;
mod import;
mod merge;
mod pairs;
mod rows;
mod tree;
mod versions;
#[cfg(test)]
mod walk;

pub(in crate::app) use act::{delete, empty_codebook_ui};
pub(in crate::app) use form::palette_ui;
pub(in crate::app) use merge::MergePane;

use super::commands::{Commands, Request, SaveAs};
use super::fault::Fault;
use super::icons;
use super::place::Place;
use super::theme::{Theme, space};
use super::view::View;
use super::widgets::{Button, MenuEntry, edge_ui, empty_place_ui, hairline_v, menu_ui, panel_frame, place_header_ui};
use crate::domain::{CodeId, CodebookId, Message, ProjectId};
use crate::export::{Format, save_codebook};
use eframe::egui::{CentralPanel, Frame, Margin, Panel, ScrollArea, Ui, vec2};
use form::Form;
use rows::Row;
use std::collections::BTreeSet;

/// Width of the tree: default, least, most.
const TREE: (f32, f32, f32) = (400.0, 300.0, 560.0);
/// Width of the tree in a small window.
const TREE_SMALL: f32 = 320.0;
/// Most width of the form.
const FORM: f32 = 760.0;

/// A name that is being typed in the tree.
struct Naming {
    what: Named,
    text: String,
    /// Whether its field is to take the focus.
    is_fresh: bool,
}

/// What the name is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Named {
    /// A code to be added below another one, or at the top of a codebook.
    New { parent: Option<CodeId>, codebook: Option<CodebookId> },
    /// A code that is there.
    Code(CodeId),
    /// A codebook to be added.
    NewBook,
    /// A codebook that is there.
    Book(CodebookId),
}

/// A code that has been wished for and is chosen as soon as it is there.
struct Expected {
    parent: Option<CodeId>,
    name: String,
}

/// Where what is dragged would go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Drop {
    Into(CodeId),
    Before(CodeId),
    After(CodeId),
}

/// The state of the place.
#[derive(Default)]
pub struct CodebookPlace {
    /// The chosen codes, the current one last.
    chosen: Vec<CodeId>,
    /// Codes whose indicators are folded away.
    closed: BTreeSet<CodeId>,
    filter: String,
    form: Form,
    naming: Option<Naming>,
    expected: Option<Expected>,
    dragging: Vec<CodeId>,
    drop: Option<Drop>,
    /// Why what is dragged cannot go where it is, as it was said last.
    refused: Option<Drop>,
    /// Whether the current row is to take the focus.
    wants_focus: bool,
    /// Whether the current row is to be brought into sight.
    wants_sight: bool,
    /// How far the tree is scrolled, and how much of it is in sight.
    scrolled: (f32, f32),
    counts: fresh::Counts,
    known: Option<(ProjectId, u64)>,
}

impl CodebookPlace {
    /// The code whose fields are on show.
    fn current(&self) -> Option<CodeId> {
        self.chosen.last().copied()
    }

    fn choose(&mut self, code: CodeId) {
        self.chosen = vec![code];
        self.wants_sight = true;
    }

    /// Follows the project: what has gone is no longer chosen, what was wished for is.
    fn follow(&mut self, view: &View<'_>) {
        let key = (view.study.project.id, view.study.project.revision);
        if self.known == Some(key) {
            return;
        }
        self.known = Some(key);
        self.counts.refresh(view.study);
        self.chosen.retain(|code| view.study.code(*code).is_some());
        if let Some(expected) = &self.expected {
            let is_it = |code: &&crate::domain::Code| code.parent == expected.parent && code.name == expected.name;
            if let Some(found) = view.study.codes.iter().rev().find(is_it).map(|code| code.id) {
                self.expected = None;
                self.choose(found);
                self.wants_focus = true;
            }
        }
        if self.chosen.is_empty()
            && let Some(first) = view.study.codes.first()
        {
            self.chosen.push(first.id);
        }
    }

    fn header_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let (add, more) = (view.text("codebook-add"), view.text("codebook-more"));
        let is_open = !view.is_read_only;
        let has_codes = !view.study.codes.is_empty();
        let second = self.current().and_then(|code| view.study.code_at(code)).and_then(|at| view.study.codebook_of(at));
        let second = second.map(|book| (book.id, book.name.clone()));
        place_header_ui(
            ui,
            view.is_small,
            &view.text("place-codebook"),
            |_| {},
            |ui| {
                let entries = [
                    MenuEntry::new(view.text("codebook-new-top")).enabled(is_open),
                    MenuEntry::new(view.text("codebook-new-book")).enabled(is_open),
                    MenuEntry::new(view.text("codebook-import")).enabled(is_open),
                    MenuEntry::new(view.text("codebook-export-csv")).enabled(has_codes),
                    MenuEntry::new(view.text("codebook-export-json")).enabled(has_codes),
                    MenuEntry::new(view.text("codebook-versions")),
                    MenuEntry::new(view.text("codebook-rename-book")).enabled(is_open && second.is_some()),
                    MenuEntry::new(view.text("codebook-delete-book")).enabled(is_open && second.is_some()).grave(true),
                ];
                let book = second.as_ref().map(|(id, _)| *id);
                match menu_ui(ui, &more, &entries) {
                    Some(0) => self.name(Named::New { parent: None, codebook: book }, String::new()),
                    Some(1) => self.name(Named::NewBook, String::new()),
                    Some(2) => commands.send(Request::Lay(Box::new(import::BookPane::new()))),
                    Some(3) => save(view, Format::Csv, book, commands),
                    Some(4) => save(view, Format::Json, book, commands),
                    Some(5) => commands.send(versions::ask(None)),
                    Some(6) => {
                        if let Some((id, name)) = second {
                            self.name(Named::Book(id), name);
                        }
                    }
                    Some(7) => {
                        if let Some(id) = book {
                            commands.send(Request::change(move |project| project.delete_codebook(id)));
                        }
                    }
                    _ => {}
                }
                // An empty place has buttons of its own, and one view has one primary button.
                if has_codes && Button::primary(&add).icon(icons::PLUS).enabled(is_open).ui(ui).clicked() {
                    self.add_below(view);
                }
            },
        );
    }

    /// Begins to type a name in the tree.
    fn name(&mut self, what: Named, text: String) {
        self.filter.clear();
        self.naming = Some(Naming { what, text, is_fresh: true });
    }

    /// Begins an indicator of the family that is chosen.
    fn add_below(&mut self, view: &View<'_>) {
        let at = self.current().and_then(|code| view.study.code_at(code));
        let top = at.and_then(|at| view.study.codes.get(view.study.family_of(at) as usize));
        if let Some(top) = top {
            self.closed.remove(&top.id);
        }
        self.name(Named::New { parent: top.map(|top| top.id), codebook: None }, String::new());
    }
}

/// Asks where to write the codebook, then writes it behind the window.
fn save(view: &View<'_>, format: Format, book: Option<CodebookId>, commands: &mut Commands) {
    let name = format!("{}.{}", view.text("codebook-file"), format.key());
    let title = view.text(if format == Format::Json { "codebook-export-json" } else { "codebook-export-csv" });
    commands.send(Request::SaveAs(SaveAs::new(title, name, format.key(), move |path| {
        Request::Job(
            Message::new("codebook-exporting"),
            Box::new(move |study, _| {
                save_codebook(&path, format, study, book).map_err(|error| Fault::of(&error))?;
                Ok(Message::new("codebook-exported").with("path", path.display().to_string()).into())
            }),
        )
    })));
}

impl Place for CodebookPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        self.follow(view);
        self.header_ui(ui, view, commands);
        if view.study.codes.is_empty() && view.study.codebooks.is_empty() && self.naming.is_none() {
            if empty_codebook_ui(ui, view, commands) {
                self.name(Named::New { parent: None, codebook: None }, String::new());
            }
            return;
        }
        let tree = Panel::left("codebook-tree").frame(panel_frame(ui.ctx())).show_separator_line(false);
        let tree = if view.is_small {
            tree.exact_size(TREE_SMALL).resizable(false)
        } else {
            tree.default_size(TREE.0).size_range(TREE.1..=TREE.2)
        };
        let shown = tree.show(ui, |ui| {
            let rect = ui.max_rect();
            hairline_v(ui.painter(), rect.right() - 0.5, rect.y_range(), Theme::of(ui).line);
            self.tree_ui(ui, view, commands);
        });
        if !view.is_small {
            edge_ui(ui, "codebook-tree", &shown.response, true, TREE.1..=TREE.2, &view.text("codebook-edge"));
        }
        CentralPanel::default().frame(Frame::new()).show(ui, |ui| {
            if self.current().is_none() {
                empty_place_ui(ui, icons::BOOK_OPEN, &view.text("codebook-none-chosen"), &[]);
                return;
            }
            ScrollArea::vertical().id_salt("codebook-form").auto_shrink(false).show(ui, |ui| {
                let margin = Margin::from(vec2(if view.is_small { space::M } else { space::XL }, space::M));
                Frame::new().inner_margin(margin).show(ui, |ui| {
                    ui.set_max_width(FORM.min(ui.available_width()));
                    self.form_ui(ui, view, commands);
                });
            });
        });
    }

    fn facts(&self, view: &View<'_>) -> String {
        let message = Message::new("codebook-facts").with("n", view.study.codes.len());
        view.say(&message.with("chosen", self.chosen.len()))
    }

    fn show_code(&mut self, code: CodeId) {
        self.filter.clear();
        self.closed.clear();
        self.choose(code);
    }

    fn leave(&mut self, commands: &mut Commands) {
        self.form.send(commands);
        self.naming = None;
    }
}

/// Rows of the tree as they are now.
fn listed(place: &CodebookPlace, view: &View<'_>) -> Vec<Row> {
    rows::rows(view.study, &place.filter, &place.closed, place.naming.as_ref().map(|naming| naming.what))
}
