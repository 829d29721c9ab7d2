//! The evaluation of the role: how well it is carried out, why, and the quotations that show it. It is kept once all
//! three are there; until then the page says what is missing.

use super::result::row_ui;
use super::steps::standing_ui;
use crate::app::commands::{Commands, Request};
use crate::app::drafts::{Field, Labels, Standing, Writing};
use crate::app::icons;
use crate::app::role::cited::{Cited, mark_words};
use crate::app::role::spread::Spread;
use crate::app::role::{RolePage, measures};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Cell, ListRow, Words, label_ui, segmented_wide_ui};
use crate::domain::{CodeId, EvaluationValue, Message, SegmentId};
use eframe::egui::{Align, Layout, Popup, Response, ScrollArea, Ui, vec2};

/// Rows of the reason.
const REASON: usize = 3;

/// An evaluation being made.
#[derive(Default)]
pub(in crate::app::role) struct Evaluating {
    code: Option<CodeId>,
    value: Option<EvaluationValue>,
    segments: Vec<SegmentId>,
    /// What the project holds.
    held: (Option<EvaluationValue>, Vec<SegmentId>),
    reason: Writing,
}

impl Evaluating {
    /// Turns to another role; what was made of the one before is kept where it is whole.
    pub(super) fn turn_to(&mut self, view: &View<'_>, code: Option<CodeId>, commands: &mut Commands) {
        if self.code != code {
            self.write(commands);
            *self = Self { code, ..Self::default() };
        }
        let known = code.and_then(|code| view.study.evaluation_of(code));
        let held = known.map_or((None, Vec::new()), |known| (Some(known.value), known.segments.clone()));
        if held != self.held {
            if !self.differs() {
                (self.value, self.segments) = (held.0, held.1.clone());
            }
            self.held = held;
        }
        self.segments.retain(|segment| view.study.segment(*segment).is_some());
        self.reason.turn_to(view, commands, code.map(Field::Reason));
    }

    fn differs(&self) -> bool {
        self.value != self.held.0 || self.segments != self.held.1
    }

    /// What is still missing, as the key of a sentence.
    fn missing(&self) -> Option<&'static str> {
        if self.value.is_none() {
            Some("ladder-miss-value")
        } else if self.reason.words().trim().is_empty() {
            Some("ladder-miss-reason")
        } else if self.segments.is_empty() {
            Some("ladder-miss-quotation")
        } else {
            None
        }
    }

    /// Keeps it where it is whole and another than the project holds.
    pub(super) fn write(&mut self, commands: &mut Commands) {
        let is_new = self.differs() || self.reason.is_unsaved();
        let is_ready = is_new && self.missing().is_none() && self.reason.standing() != Standing::Recovered;
        if let (true, Some(code), Some(value)) = (is_ready, self.code, self.value) {
            let (reason, segments) = (self.reason.words().to_owned(), self.segments.clone());
            commands.send(Request::change(move |project| project.set_evaluation(code, value, &reason, &segments)));
        }
    }

    /// Puts a quotation to the evidence, or takes it away.
    fn toggle(&mut self, segment: SegmentId) {
        match self.segments.iter().position(|known| *known == segment) {
            Some(at) => {
                self.segments.remove(at);
            }
            None => self.segments.push(segment),
        }
    }
}

impl RolePage {
    /// Draws it.
    pub(super) fn evaluation_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let is_open = !view.is_read_only;
        let making = &mut self.written.evaluating;
        let words = EvaluationValue::ALL.map(|value| view.text(&format!("evaluation-{value}")));
        let choices: Vec<_> = EvaluationValue::ALL
            .into_iter()
            .zip(&words)
            .map(|(value, words)| (Some(value), None, words.as_str()))
            .collect();
        let name = view.text("ladder-evaluation");
        let mut is_changed = false;
        ui.add_enabled_ui(is_open, |ui| {
            if let Some(value) = segmented_wide_ui(ui, &name, making.value, &choices) {
                making.value = value;
                is_changed = true;
            }
        });
        ui.add_space(space::XS);
        let labels = Labels {
            name: &view.text("ladder-reason"),
            hint: &view.text("ladder-reason-hint"),
            facts: "",
            rows: REASON,
            is_steady: true,
        };
        let is_left = making.reason.field_ui(ui, view, commands, &labels).is_some();
        is_changed |= is_left || making.reason.take_pause(ui);
        if making.reason.standing() == Standing::Recovered {
            making.reason.found_ui(ui, view, commands);
        }
        ui.add_space(space::XS);
        let opened = key_ui(ui, view, spread, making, &mut is_changed);
        if is_changed && is_open {
            making.write(commands);
        }
        self.say_standing(ui, view, commands);
        if let Some(segment) = opened {
            self.open_passage(segment);
        }
    }

    /// What is missing, or how far it is kept; and the way to take it back.
    fn say_standing(&self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let making = &self.written.evaluating;
        let is_begun = making.differs() || making.reason.is_unsaved();
        match making.missing().filter(|_| is_begun) {
            Some(missing) => {
                ui.add_space(space::XS);
                let ink = theme.partial.text;
                row_ui(ui, icons::WARNING, ink, &view.text(missing), ink);
            }
            None if is_begun => standing_ui(ui, view, Standing::Unwritten),
            None => {}
        }
        let Some(code) = making.code.filter(|_| making.held.0.is_some()) else { return };
        ui.add_space(space::XXS);
        let remove = view.text("ladder-remove-evaluation");
        if Button::link(&remove).small_words().enabled(!view.is_read_only).ui(ui).clicked() {
            commands.send(Request::change(move |project| project.remove_evaluation(code)));
        }
    }
}

/// The key quotations as chips, and the way to add one. Which was opened just now.
fn key_ui(
    ui: &mut Ui,
    view: &View<'_>,
    spread: &Spread,
    making: &mut Evaluating,
    is_changed: &mut bool,
) -> Option<SegmentId> {
    let theme = Theme::of(ui);
    let (mut opened, mut toggled) = (None, None);
    let add = view.text("ladder-add");
    ui.horizontal(|ui| {
        label_ui(ui, Words::of(&view.text("ladder-key"), type_scale::SMALL, theme.text2));
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            let button = Button::link(&add).icon(icons::PLUS).small_words().enabled(!view.is_read_only).ui(ui);
            toggled = pick_ui(&button, view, spread, making, &add);
        });
    });
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
        for segment in &making.segments {
            let Some(entry) = view.study.segment(*segment) else { continue };
            let quotation = spread.all.iter().find(|one| one.segment == *segment);
            let citation = spread.cite(view.catalog, entry);
            let chip = Cited {
                mark: quotation.and_then(|one| one.mark),
                citation: &citation,
                words: &entry.segment.quote,
                is_removable: !view.is_read_only,
            };
            let heard = chip.ui(ui, view);
            if heard.is_opened {
                opened = Some(*segment);
            }
            if heard.is_removed {
                toggled = Some(*segment);
            }
        }
    });
    if let Some(segment) = toggled {
        making.toggle(segment);
        *is_changed = true;
    }
    opened
}

/// The quotations of the role that are no evidence yet, in a list that opens; which was picked just now.
fn pick_ui(button: &Response, view: &View<'_>, spread: &Spread, making: &Evaluating, name: &str) -> Option<SegmentId> {
    let mut picked = None;
    Popup::menu(button).accessible_name(name).width(measures::PICK).show(|ui| {
        ui.set_width(measures::PICK);
        ui.spacing_mut().item_spacing.y = 0.0;
        let mut rest: Vec<_> = spread.all.iter().filter(|one| !making.segments.contains(&one.segment)).collect();
        rest.sort_by_key(|one| !one.is_key);
        if rest.is_empty() {
            label_ui(ui, Words::of(&view.text("ladder-nothing"), type_scale::SMALL, Theme::of(ui).text3));
        }
        let most = measure::POPUP_ROWS as f32 * measure::POPUP_ROW;
        ScrollArea::vertical().max_height(most).show(ui, |ui| {
            for one in rest {
                let short = format!("{} {}", mark_words(one.mark), one.short());
                let words = one.quote.split_whitespace().collect::<Vec<_>>().join(" ");
                let row = ListRow {
                    cell: Cell::Short(short.trim(), measures::PICK_SHORT),
                    height: measure::POPUP_ROW,
                    ..ListRow::new(&words)
                };
                if row.ui(ui).clicked() {
                    picked = Some(one.segment);
                    ui.close();
                }
            }
        });
    });
    picked
}

/// Says how many key quotations there are, for the strip of a small window.
pub(super) fn spoken(view: &View<'_>, making: &Evaluating) -> String {
    let value = making.held.0.map(|value| view.text(&format!("evaluation-{value}")));
    value.map_or_else(String::new, |value| {
        view.say(&Message::new("ladder-evaluated").with("value", value).with("n", making.held.1.len()))
    })
}
