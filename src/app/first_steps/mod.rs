//! The first steps on the sample study: a strip between the place and the status line that asks for nothing, hides
//! nothing, ticks off by itself what has been done, folds away to one line, and goes for good when it is put away.

#[cfg(test)]
mod walk;

use super::App;
use super::commands::{Commands, Request};
use super::icons;
use super::place::{InSight, PlaceKind};
use super::session::{Now, Session};
use super::settings::Settings;
use super::theme::{Theme, measure, radius, space, stroke, type_scale};
use super::widgets::{Button, Words, focus_ring, hairline_h, icon_at, label_ui, panel_frame};
use crate::domain::{CodeId, Language, Message, Technique};
use crate::i18n::Catalog;
use eframe::egui::{Align, Color32, CornerRadius, Layout, Panel, Role, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// In a window lower than this the strip is folded until it is asked for.
const OPEN_FROM: f32 = 720.0;
/// How many steps stand side by side.
const SIDE_BY_SIDE: usize = 3;
/// The same in a small window.
const SIDE_BY_SIDE_SMALL: usize = 2;
/// Diameter of the disc before a step, in points.
const DISC: f32 = 16.0;
/// Room of the disc before the words of a step.
const BEFORE: f32 = 28.0;
/// Above and below the words of a step.
const AROUND: f32 = 5.0;
/// Height of a step; its words stand in one row.
const STEP: f32 = type_scale::BODY.line + 2.0 * AROUND;

/// One of the steps, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FirstStep {
    /// Open an interview.
    Open,
    /// Select a statement and press 4.
    Code,
    /// Set the direction of evidence.
    Direct,
    /// Look at the comparison.
    Compare,
    /// Open the quotations of a cell.
    Quote,
    /// Export.
    Export,
}

impl FirstStep {
    const ALL: [Self; 6] = [Self::Open, Self::Code, Self::Direct, Self::Compare, Self::Quote, Self::Export];

    const fn words(self) -> &'static str {
        match self {
            Self::Open => "first-open",
            Self::Code => "first-code",
            Self::Direct => "first-direct",
            Self::Compare => "first-compare",
            Self::Quote => "first-quote",
            Self::Export => "first-export",
        }
    }

    /// Where it is done.
    const fn place(self) -> PlaceKind {
        match self {
            Self::Open | Self::Code | Self::Direct => PlaceKind::Coding,
            Self::Compare | Self::Quote => PlaceKind::Compare,
            Self::Export => PlaceKind::Report,
        }
    }
}

/// What is remembered of the first steps.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct FirstSteps {
    /// Those done.
    done: BTreeSet<FirstStep>,
    /// Whether the strip was put away for good.
    is_put_away: bool,
    /// Whether it is folded, once that was chosen.
    is_folded: Option<bool>,
}

#[cfg(test)]
impl FirstSteps {
    /// Put away for good, as for somebody who knows them.
    pub(super) fn put_away() -> Self {
        Self { is_put_away: true, ..Self::default() }
    }
}

/// Whether the strip comes by itself: on the sample study, until it is put away.
pub(super) fn are_due(session: &Session, settings: &Settings) -> bool {
    let title = &session.facts.snapshot.study.project.title;
    let is_sample = Language::ALL.into_iter().any(|language| Catalog::new(language).text("sample-title") == *title);
    is_sample && !settings.first_steps.is_put_away
}

impl App {
    /// Ticks a step off, while the strip is on show.
    pub(super) fn reach(&mut self, step: FirstStep) {
        let is_shown = self.session.as_ref().is_some_and(|session| session.shows_first_steps);
        if is_shown && self.now.settings.first_steps.done.insert(step) {
            self.keep_settings();
        }
    }

    /// Sees which steps the window has reached by what it shows.
    pub(super) fn follow_first_steps(&mut self) {
        let Some(session) = self.session.as_mut().filter(|session| session.shows_first_steps) else { return };
        let place = session.place;
        let step = match session.places.get(place).in_sight() {
            Some(InSight::Source(source)) => {
                let study = &session.facts.snapshot.study;
                let is_interview = study.source(source).is_some_and(|found| found.technique == Technique::Interview);
                is_interview.then_some(FirstStep::Open)
            }
            Some(InSight::Cell) => Some(FirstStep::Quote),
            None => None,
        };
        if place == PlaceKind::Compare {
            self.reach(FirstStep::Compare);
        }
        if let Some(step) = step {
            self.reach(step);
        }
    }

    /// Shows the strip because it was asked for, on whatever project; when all is done it begins anew.
    pub(super) fn show_first_steps(&mut self) {
        let Some(session) = &mut self.session else { return };
        session.shows_first_steps = true;
        let steps = &mut self.now.settings.first_steps;
        steps.is_put_away = false;
        steps.is_folded = Some(false);
        if steps.done.len() == FirstStep::ALL.len() {
            steps.done.clear();
        }
        self.keep_settings();
    }

    /// Whether a code is the one with the key 4, or below it.
    pub(super) fn is_of_the_fourth(&self, code: CodeId) -> bool {
        let Some(session) = &self.session else { return false };
        let study = &session.facts.snapshot.study;
        let mut at = study.codes.iter().position(|known| known.id == code);
        while let Some(found) = at {
            if study.codes[found].key == Some(4) {
                return true;
            }
            at = study.code_parents.get(found).copied().flatten().map(|parent| parent as usize);
        }
        false
    }
}

/// Draws the strip above what has been drawn at the foot of the window; nothing where it is put away.
pub(super) fn strip_ui(ui: &mut Ui, is_shown: &mut bool, now: &Now, commands: &mut Commands) {
    if !*is_shown {
        return;
    }
    let steps = &now.settings.first_steps;
    let is_folded = steps.is_folded.unwrap_or(now.is_small || ui.ctx().content_rect().height() < OPEN_FROM);
    let is_all_done = steps.done.len() == FirstStep::ALL.len();
    let columns = if now.is_small { SIDE_BY_SIDE_SMALL } else { SIDE_BY_SIDE };
    let body = match is_folded {
        true => 0.0,
        false => {
            let rows = FirstStep::ALL.len().div_ceil(columns) as f32;
            rows * STEP + space::XXS + if is_all_done { type_scale::SMALL.line + space::XXS } else { 0.0 }
        }
    };
    let frame = panel_frame(ui.ctx()).inner_margin(vec2(space::M, space::XXS));
    let panel = Panel::bottom("first-steps").resizable(false).show_separator_line(false).frame(frame);
    let mut wanted = steps.clone();
    panel.exact_size(2.0 * space::XXS + measure::BUTTON_SMALL + body).show(ui, |ui| {
        ui.spacing_mut().item_spacing = vec2(0.0, 0.0);
        let top = ui.max_rect().expand2(vec2(space::M, space::XXS));
        hairline_h(ui.painter(), top.x_range(), top.top() + 0.5, Theme::of(ui).line);
        head_ui(ui, now, is_folded, &mut wanted);
        if is_folded {
            return;
        }
        let width = (ui.available_width() / columns as f32).floor();
        for row in FirstStep::ALL.chunks(columns) {
            ui.horizontal(|ui| {
                for step in row {
                    if step_ui(ui, now, *step, steps.done.contains(step), width) {
                        commands.send(Request::Go(step.place()));
                    }
                }
            });
        }
        if is_all_done {
            ui.add_space(space::XXS);
            label_ui(ui, Words::of(&now.catalog.text("first-done"), type_scale::SMALL, Theme::of(ui).text2));
        }
    });
    *is_shown = !wanted.is_put_away;
    if wanted != *steps {
        commands.send(Request::Settings(Box::new(Settings { first_steps: wanted, ..now.settings.clone() })));
    }
}

/// The name of the strip, how far it is, and the two buttons that fold it and put it away.
fn head_ui(ui: &mut Ui, now: &Now, is_folded: bool, wanted: &mut FirstSteps) {
    let theme = Theme::of(ui);
    let catalog = &now.catalog;
    let size = vec2(ui.available_width(), measure::BUTTON_SMALL);
    ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Center), |ui| {
        if Button::icon_only(icons::X, &catalog.text("first-put-away")).small().ui(ui).clicked() {
            wanted.is_put_away = true;
        }
        let (icon, key) = match is_folded {
            true => (icons::CARET_UP, "first-unfold"),
            false => (icons::CARET_DOWN, "first-fold"),
        };
        if Button::icon_only(icon, &catalog.text(key)).small().ui(ui).clicked() {
            wanted.is_folded = Some(!is_folded);
        }
        ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
            ui.spacing_mut().item_spacing.x = space::S;
            label_ui(ui, Words::of(&catalog.text("first-steps"), type_scale::STRONG, theme.text));
            let far = Message::new("first-far").with("done", wanted.done.len()).with("n", FirstStep::ALL.len());
            label_ui(ui, Words::of(&catalog.say(&far), type_scale::SMALL, theme.text3));
        });
    });
}

/// A step with its disc in a column of `width`; a press leads to the place where it is done. Whether it was pressed.
fn step_ui(ui: &mut Ui, now: &Now, step: FirstStep, is_done: bool, width: f32) -> bool {
    let theme = Theme::of(ui);
    let words = now.catalog.text(step.words());
    let ink = if is_done { theme.text3 } else { theme.text };
    let galley = Words::of(&words, type_scale::BODY, ink).within(ui.painter(), width - BEFORE - space::M, 1);
    let (room, _) = ui.allocate_exact_size(vec2(width, STEP), Sense::hover());
    let rect = room.with_max_x(room.left() + BEFORE + galley.size().x + space::XS);
    let response = ui.interact(rect, ui.scope_id().with(step.words()), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_done, &words));
    let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => theme.press,
        (false, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    let painter = ui.painter();
    painter.rect_filled(rect.expand2(vec2(6.0, 0.0)), CornerRadius::same(radius::CONTROL), fill);
    let disc = pos2(rect.left() + DISC / 2.0, rect.top() + AROUND + type_scale::BODY.line / 2.0);
    if is_done {
        painter.circle_filled(disc, DISC / 2.0, theme.accent);
        icon_at(painter, disc, icons::CHECK, 11.0, theme.on_accent);
    } else {
        painter.circle_stroke(disc, DISC / 2.0 - 0.5, Stroke::new(stroke::HAIR, theme.line3));
    }
    painter.galley(pos2(rect.left() + BEFORE, rect.top() + AROUND), galley, ink);
    focus_ring(ui, &response, rect.expand2(vec2(4.0, -1.0)), radius::CONTROL);
    response.clicked()
}
