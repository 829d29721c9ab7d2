//! The field in which a summary or a conclusion is written, over the cell it belongs to. It is written when the field is
//! left or Ctrl+Enter is pressed; Escape gives back what stood there. Until then every letter is a draft, so that a crash
//! costs nothing; what one has left comes back in the field, to be kept or thrown away.

use crate::app::commands::{Commands, Request};
use crate::app::drafts::{AxisSpot, CellSpot, Field, Labels, Parted, Standing, Writing};
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::Words;
use crate::domain::{Axis, CellKey, RowKey};
use eframe::egui::{CornerRadius, Key, Modifiers, Rect, Stroke, StrokeKind, Ui, UiBuilder, vec2};

/// Least and most rows of the field; longer words scroll.
const ROWS: std::ops::RangeInclusive<usize> = 4..=15;
/// About how wide a letter is, in points; the field scrolls where it was wider.
const LETTER: f32 = 7.0;
/// Least width of the field, in points.
const NARROW: f32 = 200.0;

/// What is written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Noted {
    /// What a column says in a row.
    Summary(CellKey),
    /// The conclusion of a row.
    Conclusion(RowKey),
}

/// Words being written.
pub struct Editor {
    /// What they are.
    pub noted: Noted,
    field: Field,
    writing: Writing,
    name: String,
    hint: String,
}

/// How a field was left.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Left {
    /// The words are to be kept.
    Kept,
    /// The words are to be kept, and the focus goes back to the cell.
    KeptByKey,
    /// Nothing is to be written, and the focus goes back to the cell.
    Done,
}

impl Editor {
    /// A field for a summary, or for a conclusion by an axis; nothing where none is kept. `name` is its accessible name.
    pub fn new(noted: Noted, by: Axis, name: String, hint: String) -> Option<Self> {
        let field = match noted {
            Noted::Summary(cell) => Field::Summary(CellSpot::of(&cell)?),
            Noted::Conclusion(row) => Field::Conclusion(row.into(), AxisSpot::of(by)?),
        };
        let mut writing = Writing::default();
        writing.wants_focus = true;
        Some(Self { noted, field, writing, name, hint })
    }

    /// Sends off the words, where they differ from what stands there.
    pub fn write(&mut self, commands: &mut Commands) {
        self.writing.write(commands);
    }

    /// Draws the field over a cell, within `room`. How it was left, if it was just now.
    pub fn ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        commands: &mut Commands,
        cell: Rect,
        room: Rect,
    ) -> Option<Left> {
        self.writing.turn_to(view, commands, Some(self.field));
        let is_found = self.writing.standing() == Standing::Recovered;
        let width = cell.width().min(room.right() - cell.left()).max(NARROW).min(room.width());
        let below = if is_found { found_height(ui, view, width) } else { 0.0 };
        let lines = (self.writing.words().chars().count() as f32 * LETTER / width).ceil() + 1.0;
        let words = Writing::height(0) + lines * type_scale::BODY.line;
        // It covers the cell.
        let wanted = (cell.height() + type_scale::BODY.line - 1.0).max(words).min(room.height() - below);
        let rows = ROWS.take_while(|rows| Writing::height(*rows) <= wanted).last().unwrap_or(*ROWS.start());
        let size = vec2(width, Writing::height(rows) + below);
        let corner = cell.min.max(room.min).min((room.max - size).max(room.min));
        let rect = Rect::from_min_size(corner.round(), size);
        let theme = Theme::of(ui);
        let edge = Stroke::new(stroke::HAIR, theme.line2);
        ui.painter().rect(rect, CornerRadius::same(radius::CONTROL), theme.raised, edge, StrokeKind::Inside);
        let labels = Labels { name: &self.name, hint: &self.hint, facts: "", rows, is_steady: true };
        let inner = ui.scope_builder(UiBuilder::new().max_rect(rect).id_salt("board editor"), |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let parted = self.writing.field_ui(ui, view, commands, &labels);
            ui.scope_builder(
                UiBuilder::new().max_rect(ui.available_rect_before_wrap().shrink2(vec2(space::XS, 0.0))),
                |ui| {
                    self.writing.found_ui(ui, view, commands);
                },
            );
            parted
        });
        self.left(ui, commands, inner.inner, is_found.then_some(rect))
    }

    /// How the field was left; `found` is where it lies while what was found after a crash is undecided.
    fn left(&self, ui: &Ui, commands: &mut Commands, parted: Option<Parted>, found: Option<Rect>) -> Option<Left> {
        // Escape takes the focus away before anybody else hears of it.
        let escapes = || ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::Escape));
        if let Some(rect) = found {
            if self.writing.standing() != Standing::Recovered {
                // Decided; or a letter was typed, and it is written on.
                return (!ui.ctx().text_edit_focused()).then_some(Left::Done);
            }
            let is_beside = ui.input(|input| {
                let at = input.pointer.interact_pos();
                input.pointer.any_pressed() && at.is_some_and(|at| !rect.contains(at))
            });
            // It waits for another time.
            return (is_beside || escapes()).then_some(Left::Done);
        }
        match parted? {
            Parted::Sent => Some(Left::KeptByKey),
            Parted::Left if escapes() => {
                commands.send(Request::Draft(self.field, None));
                Some(Left::Done)
            }
            Parted::Left => Some(Left::Kept),
        }
    }
}

/// Room under the field for what is said of words found after a crash, and for what is to become of them.
fn found_height(ui: &Ui, view: &View<'_>, width: f32) -> f32 {
    let words = Words::of(&view.text("drafts-recovered"), type_scale::SMALL, Theme::of(ui).text2);
    let words = words.wrapped(ui.painter(), width - 2.0 * space::XS).size().y;
    space::XXS + words + space::XXS + measure::BUTTON_SMALL + space::XS
}
