//! The ladder: from the quotations over their summaries, the result of the triangulation and its conclusion to the
//! evaluation of the role. What is done carries a check, what comes next is outlined.

mod evaluation;
mod result;
mod steps;
mod strip;

pub(super) use evaluation::Evaluating;
pub(super) use result::row_ui;

use super::spread::Spread;
use super::{RolePage, measures};
use crate::analysis::Axis;
use crate::app::commands::Commands;
use crate::app::drafts::{AxisSpot, CellSpot, Field, RowSpot, Writing};
use crate::app::icons;
use crate::app::theme::{Theme, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, icon_at};
use crate::domain::{CodeKind, EmptyReason, Message, Verdict};
use eframe::egui::{Frame, Margin, Painter, Rect, Role, ScrollArea, Sense, Stroke, Ui, Vec2, WidgetInfo, pos2, vec2};

/// The steps.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    /// The quotations have their directions.
    Quotations,
    /// Each column is summarised.
    Summaries,
    /// Do they agree?
    Result,
    /// What follows from it.
    Conclusion,
    /// How well the role is carried out.
    Evaluation,
}

impl Step {
    /// All of them, in order.
    pub(super) const ALL: [Self; 5] =
        [Self::Quotations, Self::Summaries, Self::Result, Self::Conclusion, Self::Evaluation];

    const fn key(self) -> &'static str {
        match self {
            Self::Quotations => "ladder-quotations",
            Self::Summaries => "ladder-summaries",
            Self::Result => "ladder-result",
            Self::Conclusion => "ladder-conclusion",
            Self::Evaluation => "ladder-evaluation",
        }
    }
}

/// What is being written on the page: a summary a column, the conclusion, the evaluation.
#[derive(Default)]
pub(super) struct Written {
    pub(super) summaries: Vec<Writing>,
    pub(super) conclusion: Writing,
    pub(super) evaluating: Evaluating,
    /// The step that is to be brought into sight.
    pub(super) wanted: Option<Step>,
}

impl Written {
    /// Turns the fields to what the page shows; what was typed for something else is written.
    pub(super) fn turn_to(&mut self, view: &View<'_>, spread: &Spread, page: &RolePage, commands: &mut Commands) {
        let count = spread.sides.len().max(self.summaries.len());
        self.summaries.resize_with(count, Writing::default);
        for (column, summary) in self.summaries.iter_mut().enumerate() {
            let cell = spread.cell(column).and_then(|cell| CellSpot::of(&cell));
            summary.turn_to(view, commands, cell.map(Field::Summary));
        }
        let row = RowSpot::from(spread.row_key());
        let by = AxisSpot::of(spread.by());
        self.conclusion.turn_to(view, commands, by.map(|by| Field::Conclusion(row, by)));
        let is_role = view.study.code(page.role).is_some_and(|code| code.kind == CodeKind::Role);
        self.evaluating.turn_to(view, is_role.then_some(page.role), commands);
    }

    /// Sends off what is typed.
    pub(super) fn write(&mut self, commands: &mut Commands) {
        for summary in &mut self.summaries {
            summary.write(commands);
        }
        self.conclusion.write(commands);
        self.evaluating.write(commands);
    }
}

/// How far the row is on the ladder.
pub(super) struct Climb {
    /// Segments of the row, and those of them without a direction.
    segments: u32,
    undirected: u32,
    /// Columns that have a summary, those that say why they are empty, and all of them.
    summaries: (usize, usize, usize),
    is_done: [bool; 5],
    /// Whether the codes take a direction, so that there is a result.
    is_directed: bool,
    /// Whether the row's code is a role or stands below one, so that there is an evaluation.
    is_role: bool,
}

impl Climb {
    /// Reads it off the project.
    pub(super) fn of(view: &View<'_>, spread: &Spread, page: &RolePage) -> Self {
        let study = view.study;
        let row = spread.row();
        let mut places: Vec<u32> =
            row.map_or(Vec::new(), |row| row.cells.iter().flat_map(|cell| cell.places.clone()).collect());
        places.sort_unstable();
        places.dedup();
        let segments = u32::try_from(places.len()).unwrap_or(u32::MAX);
        let undirected = match row.and_then(|row| row.suggestion.undirected) {
            Some((missing, _)) if spread.is_directed => missing,
            _ => 0,
        };
        let cells = row.map_or(&[][..], |row| &row.cells);
        let written = cells.iter().filter(|cell| !cell.summary.is_empty()).count();
        let is_told = |reason: Option<EmptyReason>| reason.is_some_and(|reason| reason != EmptyReason::NotCoded);
        let silent = cells.iter().filter(|cell| cell.summary.is_empty() && is_told(cell.empty_reason)).count();
        let verdict = row.map_or(Verdict::Unrated, |row| row.verdict);
        let look_again = row.is_some_and(|row| row.look_again);
        let has_conclusion = row.is_some_and(|row| row.conclusion.is_some());
        let is_role = study.code(page.role).is_some_and(|code| code.kind == CodeKind::Role);
        let is_done = [
            segments > 0 && undirected == 0,
            written > 0 && written + silent == cells.len(),
            verdict != Verdict::Unrated && !look_again,
            has_conclusion,
            study.evaluation_of(page.role).is_some(),
        ];
        Self {
            segments,
            undirected,
            summaries: (written, silent, cells.len()),
            is_done,
            is_directed: spread.is_directed,
            is_role,
        }
    }

    /// The steps there are.
    pub(super) fn steps(&self) -> impl Iterator<Item = Step> {
        let (is_directed, is_role) = (self.is_directed, self.is_role);
        Step::ALL.into_iter().filter(move |step| match step {
            Step::Result => is_directed,
            Step::Evaluation => is_role,
            _ => true,
        })
    }

    fn is_done(&self, step: Step) -> bool {
        self.is_done[step as usize]
    }

    /// The first step that is not done.
    fn current(&self) -> Option<Step> {
        self.steps().find(|step| !self.is_done(*step))
    }

    /// What stands at the right of a step's head.
    fn caption(&self, view: &View<'_>, by: Axis, step: Step) -> String {
        let message = match step {
            Step::Quotations if self.segments == 0 => Message::new("ladder-no-quotations"),
            Step::Quotations if !self.is_directed => Message::new("count-segments").with("n", self.segments),
            Step::Quotations if self.undirected > 0 => {
                Message::new("ladder-undirected").with("n", self.segments).with("missing", self.undirected)
            }
            Step::Quotations => Message::new("ladder-directed").with("n", self.segments),
            Step::Summaries => {
                let (written, silent, all) = self.summaries;
                Message::new("ladder-written").with("n", written).with("silent", silent).with("all", all)
            }
            Step::Result => Message::new(super::axis_key(by)),
            Step::Conclusion => Message::new(super::axis_key(by)),
            Step::Evaluation => Message::new("ladder-with-reason"),
        };
        view.say(&message)
    }
}

impl RolePage {
    /// Draws the ladder over the room there is.
    pub(super) fn ladder_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let climb = Climb::of(view, spread, self);
        let last = climb.steps().last();
        let wanted = self.written.wanted.take();
        ScrollArea::vertical().id_salt("ladder").auto_shrink(false).show(ui, |ui| {
            Frame::new().inner_margin(Margin::from(vec2(space::M, space::M))).show(ui, |ui| {
                ui.spacing_mut().item_spacing.y = 0.0;
                for step in climb.steps() {
                    let top = ui.cursor().min;
                    let disc = head_ui(ui, view, spread.by(), &climb, step);
                    if wanted == Some(step) {
                        ui.scroll_to_rect(Rect::from_min_size(top, vec2(1.0, 240.0)), None);
                    }
                    ui.horizontal_top(|ui| {
                        ui.spacing_mut().item_spacing.x = 0.0;
                        ui.add_space(measures::GUTTER);
                        ui.vertical(|ui| {
                            ui.spacing_mut().item_spacing = vec2(space::XS, 0.0);
                            self.step_ui(ui, view, spread, &climb, step, commands);
                            ui.add_space(space::M);
                        });
                    });
                    if Some(step) != last {
                        let x = ui.painter().round_to_pixel_center(disc.center().x);
                        let line = Stroke::new(stroke::HAIR, Theme::of(ui).line2);
                        ui.painter().vline(x, disc.bottom() + 1.0..=ui.cursor().top() + 1.0, line);
                    }
                }
            });
        });
    }

    fn step_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        climb: &Climb,
        step: Step,
        commands: &mut Commands,
    ) {
        match step {
            Step::Quotations => steps::quotations_ui(ui, view, spread, climb, commands),
            Step::Summaries => {}
            Step::Result => self.result_ui(ui, view, spread, commands),
            Step::Conclusion => self.conclusion_ui(ui, view, commands),
            Step::Evaluation => self.evaluation_ui(ui, view, spread, commands),
        }
    }
}

/// The disc and the name of a step; returns the disc.
fn head_ui(ui: &mut Ui, view: &View<'_>, by: Axis, climb: &Climb, step: Step) -> Rect {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measures::STEP), Sense::hover());
    let disc =
        Rect::from_center_size(pos2(rect.left() + measures::DISC / 2.0, rect.center().y), Vec2::splat(measures::DISC));
    disc_at(ui.painter(), theme, disc, climb, step);
    let title = view.text(step.key());
    let caption = climb.caption(view, by, step);
    let left = rect.left() + measures::GUTTER;
    let words = Words::of(&title, type_scale::STRONG, theme.text).row(ui.painter());
    let room = rect.right() - left - words.size().x - space::S;
    let said = Words::of(&caption, type_scale::SMALL, theme.text3).within(ui.painter(), room, 1);
    let middle = |height: f32| (rect.center().y - height / 2.0).round();
    let (said_at, words_at) =
        (pos2(rect.right() - said.size().x, middle(said.size().y)), pos2(left, middle(words.size().y)));
    ui.painter().galley(words_at, words, theme.text);
    ui.painter().galley(said_at, said, theme.text3);
    let done = if climb.is_done(step) { format!(", {}", view.text("ladder-done")) } else { String::new() };
    response.widget_info(|| WidgetInfo::labeled(Role::Heading, true, format!("{title}, {caption}{done}")));
    disc
}

/// Paints the disc of a step: a check where it is done, else its number, outlined where it is the next to do.
fn disc_at(painter: &Painter, theme: &Theme, disc: Rect, climb: &Climb, step: Step) {
    let round = disc.width() / 2.0;
    if climb.is_done(step) {
        painter.circle_filled(disc.center(), round, theme.accent);
        icon_at(painter, disc.center(), icons::CHECK, measures::CHECK, theme.on_accent);
        return;
    }
    let (edge, ink) =
        if climb.current() == Some(step) { (theme.focus, theme.accent_text) } else { (theme.line2, theme.text3) };
    painter.circle(disc.center(), round - 0.5, theme.page, Stroke::new(stroke::FIELD, edge));
    let number = climb.steps().position(|other| other == step).unwrap_or_default() + 1;
    let galley = Words::of(&number.to_string(), type_scale::CAPTION.strong(), ink).row(painter);
    painter.galley((disc.center() - galley.size() / 2.0).round(), galley, ink);
}
