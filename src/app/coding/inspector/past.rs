//! What happened to the chosen coding, the newest first: read from the file behind the window whenever the project has
//! changed.

use super::super::CodingPlace;
use super::padded;
use crate::app::clock;
use crate::app::commands::{Commands, Request};
use crate::app::theme::{Theme, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, label_ui};
use crate::domain::{CodingId, Message, ProjectId};
use crate::project::{Error, Step};
use eframe::egui::{Galley, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use std::sync::{Arc, Mutex};

/// Column of times and days, at least.
const TIME: f32 = 52.0;
/// Rows of a sentence.
const ROWS: usize = 2;
/// Steps that are listed before the rest is asked for.
const FEW: usize = 6;

/// Steps that were asked for; nothing while they are on their way.
type Answer = Arc<Mutex<Option<Vec<Step>>>>;

/// The history of a coding.
#[derive(Default)]
pub(super) struct Past {
    of: Option<(ProjectId, u64, CodingId)>,
    waiting: Option<Answer>,
    /// Newest first.
    steps: Vec<Step>,
    is_whole: bool,
}

impl Past {
    /// Asks for the steps of a coding where they may be others, and takes in what has been found.
    fn keep(&mut self, view: &View<'_>, coding: CodingId, commands: &mut Commands) {
        let of = (view.study.project.id, view.study.project.revision, coding);
        if self.of != Some(of) {
            // Of the same coding the steps known so far stay on show meanwhile.
            if self.of.is_none_or(|(project, _, other)| (project, other) != (of.0, coding)) {
                self.steps.clear();
                self.is_whole = false;
            }
            self.of = Some(of);
            let answer = Answer::default();
            self.waiting = Some(Arc::clone(&answer));
            commands.send(Request::Ask(Box::new(move |project| {
                let steps = match project.steps_of(coding) {
                    Ok(steps) => steps,
                    // Gone since it was asked for.
                    Err(Error::NoCoding) => Vec::new(),
                    Err(error) => return Err(error),
                };
                if let Ok(mut answer) = answer.lock() {
                    *answer = Some(steps);
                }
                Ok(None)
            })));
        }
        if let Some(found) = self.waiting.as_ref().and_then(|answer| answer.lock().ok()?.take()) {
            self.steps = found;
            self.steps.reverse();
            self.waiting = None;
        }
    }
}

impl CodingPlace {
    /// Gives every step of the chosen coding one and the same time, so that a picture is the same on every day.
    #[cfg(test)]
    pub(in crate::app) fn still(&mut self) {
        for step in &mut self.inspector.past.steps {
            step.at = crate::domain::Timestamp::from_millis(1_740_993_120_000);
        }
    }

    /// The steps of the chosen coding.
    pub(super) fn past_ui(&mut self, ui: &mut Ui, view: &View<'_>, coding: CodingId, commands: &mut Commands) {
        let past = &mut self.inspector.past;
        past.keep(view, coding, commands);
        padded(ui, |ui| {
            let few = if past.is_whole { past.steps.len() } else { FEW };
            let now = clock();
            let times: Vec<Arc<Galley>> = past
                .steps
                .iter()
                .take(few)
                .map(|step| {
                    let time = view.catalog.short(step.at, now);
                    Words::of(&time, type_scale::SMALL, Theme::of(ui).text3).row(ui.painter())
                })
                .collect();
            // A day of another year is wider than a time of day.
            let column = times.iter().fold(TIME, |column, time| column.max(time.size().x + space::XS));
            for (step, time) in past.steps.iter().zip(times) {
                step_ui(ui, view, step, time, column);
                ui.add_space(space::XXS);
            }
            let rest = past.steps.len().saturating_sub(few);
            if rest > 0 {
                let more = view.say(&Message::new("coding-rest").with("n", rest));
                past.is_whole = Button::link(&more).small_words().ui(ui).clicked();
            } else if past.steps.is_empty() && past.waiting.is_none() {
                label_ui(ui, Words::of(&view.text("coding-past-none"), type_scale::SMALL, Theme::of(ui).text3));
            }
        });
    }
}

/// One step: when, what, and who where it was somebody else.
fn step_ui(ui: &mut Ui, view: &View<'_>, step: &Step, time: Arc<Galley>, column: f32) {
    let theme = Theme::of(ui);
    let sentence = view.say(&step.sentence);
    let when = view.catalog.moment(step.at);
    let ink = if step.is_undone { theme.text3 } else { theme.text2 };
    let is_mine = step.coder == view.coder;
    let by = if is_mine { String::new() } else { format!(" · {}", step.coder) };
    let words = Words::of(&sentence, type_scale::SMALL, ink).then(&by, type_scale::SMALL, theme.text3);
    let words = words.within(ui.painter(), ui.available_width() - column, ROWS);
    let size = vec2(ui.available_width(), words.size().y.max(type_scale::SMALL.line));
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    let told = match step.is_undone {
        true => view.say(&Message::new("history-undone").with("what", sentence.as_str())),
        false => sentence,
    };
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{told}, {}, {when}", step.coder)));
    if step.is_undone {
        let struck = Stroke::new(stroke::HAIR, theme.text3);
        for row in &words.rows {
            let line = row.rect();
            let y = ui.painter().round_to_pixel_center(rect.top() + line.center().y);
            ui.painter().hline(rect.left() + column..=rect.left() + column + line.width(), y, struck);
        }
    }
    ui.painter().galley(rect.min, time, theme.text3);
    ui.painter().galley(pos2(rect.left() + column, rect.top()), words, ink);
    response.on_hover_text(format!("{told}\n{} · {when}", step.coder));
}
