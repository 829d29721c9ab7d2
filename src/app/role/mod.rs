//! One role at a time: what each side says in full, side by side, and what the researcher makes of it. Opened from the
//! board of the comparison and led back to the cell one came from. A row is the role's, or that of an indicator chosen
//! above the columns.

mod beside;
mod carry;
mod cited;
mod columns;
mod findings;
mod header;
mod ladder;
mod measures;
mod quotation;
mod reason;
mod spread;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod walk;

use super::commands::{Commands, Request};
use super::passage::Passage;
use super::view::View;
use super::widgets::page_frame;
use crate::analysis::Axis;
use crate::domain::{CodeId, Message, SegmentId};
use beside::Beside;
pub(in crate::app) use cited::{mark_button_ui, next as next_direction};
use eframe::egui::{CentralPanel, Key, Modifiers, Popup, Ui};
use findings::Findings;
pub(in crate::app) use findings::{LinkPane, Linked, warned};
use ladder::Written;
pub(in crate::app) use reason::ReasonPane;
use spread::Spread;
pub(in crate::app) use spread::context_of;

/// What the page wants of the place it is shown in.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Wish {
    /// Back to the board.
    Back,
}

/// The page of a role.
pub struct RolePage {
    role: CodeId,
    row: CodeId,
    by: Axis,
    /// Whether only what weakens or bears out partly is on show.
    is_negative: bool,
    spread: Option<Spread>,
    passage: Option<Passage>,
    /// What is asked for beside the columns.
    beside: Option<Beside>,
    written: Written,
    findings: Findings,
    /// The quotation that is to take the focus.
    wants_focus: Option<SegmentId>,
    /// Whether a field had the focus in the frame before, so that Escape was meant for it.
    was_typing: bool,
    /// How many quotations each column lists.
    limit: usize,
}

impl RolePage {
    /// The page of a code's role by an axis; a code below the role is the chosen indicator.
    pub fn new(code: CodeId, by: Axis) -> Self {
        Self {
            role: code,
            row: code,
            by: nearest(by),
            is_negative: false,
            spread: None,
            passage: None,
            beside: None,
            written: Written::default(),
            findings: Findings::default(),
            wants_focus: None,
            was_typing: false,
            limit: measures::PAGE,
        }
    }

    /// Draws the page over the whole place.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> Option<Wish> {
        self.find_role(view);
        self.count(view);
        let Some(spread) = self.spread.take() else {
            // The code is gone.
            return Some(Wish::Back);
        };
        let mut wish = self.hear_keys(ui, view, commands);
        let mut written = std::mem::take(&mut self.written);
        written.turn_to(view, &spread, self, commands);
        self.written = written;
        self.header_ui(ui, view, &spread, commands, &mut wish);
        if view.is_small {
            self.strip_ui(ui, view, &spread);
        }
        self.beside_ui(ui, view, &spread, commands);
        let frame = page_frame(ui.ctx());
        CentralPanel::default().frame(frame).show(ui, |ui| self.columns_ui(ui, view, &spread, commands));
        self.carried_ui(ui, view, &spread);
        self.spread.get_or_insert(spread);
        self.was_typing = ui.ctx().text_edit_focused();
        wish
    }

    /// The facts at the left of the status line ("Supervisor · triangulasi sumber").
    pub fn facts(&self, view: &View<'_>) -> String {
        let Some(code) = view.study.code(self.row) else { return String::new() };
        let facts = Message::new("role-facts").with("row", code.full_name());
        view.say(&facts.with("axis", view.text(axis_key(self.by))))
    }

    /// Sends off what is being typed.
    pub fn leave(&mut self, commands: &mut Commands) {
        self.written.write(commands);
        self.findings.write(commands);
    }

    /// The role above the code that the page was opened for.
    fn find_role(&mut self, view: &View<'_>) {
        let study = view.study;
        if study.code(self.row).is_none() {
            self.row = self.role;
        }
        let top = study.code_at(self.row).and_then(|at| study.codes.get(study.family_of(at) as usize));
        if let Some(top) = top {
            self.role = top.id;
        }
        if self.by == Axis::Date && !has_times(view) {
            self.by = Axis::Group;
        }
    }

    /// Counts anew where the project, the language, the axis or the row has changed.
    fn count(&mut self, view: &View<'_>) {
        let project = &view.study.project;
        let key = spread::Key {
            project: project.id,
            revision: project.revision,
            language: view.catalog.language(),
            by: self.by,
            role: self.role,
            row: self.row,
        };
        if self.spread.as_ref().is_some_and(|spread| spread.is_of(&key)) {
            return;
        }
        self.spread = Spread::new(view.study, view.catalog, key, self.spread.take());
        let segment = self.passage.as_ref().map(Passage::segment);
        if segment.is_some_and(|segment| view.study.segment(segment).is_none()) {
            self.passage = None;
        }
    }

    /// Escape leads back step by step; Alt with an arrow turns to the role before or behind.
    fn hear_keys(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) -> Option<Wish> {
        if Popup::is_any_open(ui.ctx()) {
            return None;
        }
        let pressed = |modifiers, key| ui.input_mut(|input| input.consume_key(modifiers, key));
        for (key, by) in [(Key::ArrowUp, -1), (Key::ArrowDown, 1)] {
            if pressed(Modifiers::ALT, key) {
                self.step(view, by, commands);
            }
        }
        if self.was_typing || !pressed(Modifiers::NONE, Key::Escape) {
            return None;
        }
        match self.passage.take() {
            Some(passage) => {
                self.wants_focus = Some(passage.segment());
                None
            }
            None if view.is_small && self.beside.is_some() => {
                self.beside = None;
                None
            }
            None => Some(Wish::Back),
        }
    }

    /// Turns to the role so many places further; at the ends nothing happens.
    fn step(&mut self, view: &View<'_>, by: isize, commands: &mut Commands) {
        let roles = header::roles(view, self.role);
        let at = roles.iter().position(|role| *role == self.role);
        if let Some(role) = at.and_then(|at| at.checked_add_signed(by)).and_then(|at| roles.get(at)) {
            self.turn_to(*role, commands);
        }
    }

    /// Turns to another role.
    fn turn_to(&mut self, role: CodeId, commands: &mut Commands) {
        self.leave(commands);
        let spread = self.spread.take();
        let written = std::mem::take(&mut self.written);
        *self =
            Self { spread, written, is_negative: self.is_negative, beside: self.beside, ..Self::new(role, self.by) };
    }

    /// Turns to the role itself or to one of its indicators.
    fn choose(&mut self, row: CodeId, commands: &mut Commands) {
        self.leave(commands);
        self.row = row;
        self.limit = measures::PAGE;
    }

    /// Shows a passage in its context.
    fn open_passage(&mut self, segment: SegmentId) {
        self.passage = Some(Passage::of(segment));
    }

    /// Goes to a quotation in Koding.
    fn go_to(spread: &Spread, segment: SegmentId, commands: &mut Commands) {
        if let Some(quotation) = spread.quotation(segment) {
            commands.send(Request::Show(quotation.spot.clone()));
        }
    }
}

/// The axes that a role is read by; others lead to the nearest of them.
const fn nearest(by: Axis) -> Axis {
    match by {
        Axis::Technique | Axis::Source => Axis::Technique,
        Axis::Date => Axis::Date,
        Axis::Group | Axis::Informant | Axis::Coder | Axis::Attribute(_) => Axis::Group,
    }
}

/// What a triangulation by an axis is called in the middle of a sentence.
const fn axis_key(by: Axis) -> &'static str {
    match by {
        Axis::Technique => "role-of-techniques",
        Axis::Date => "role-of-times",
        _ => "role-of-sources",
    }
}

/// Whether there are two dates to compare.
fn has_times(view: &View<'_>) -> bool {
    let mut dates = view.study.sources.iter().filter_map(|source| source.date);
    let first = dates.next();
    dates.any(|date| Some(date) != first)
}
