//! The form that says whose words they are: of a whole source, behind a label, or turn by turn.

use super::sent::Sent;
use crate::app::commands::Commands;
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, checkbox_ui, choice_ui, label_ui, labelled_ui};
use crate::domain::{InformantId, Message, SourceId, TurnId};
use crate::project::{Assigned, Assignment, Speaker};
use eframe::egui::{ScrollArea, Ui};
use std::collections::BTreeSet;

/// Height of the list of turns, at most.
const LIST: f32 = 220.0;
/// Letters of a turn that its row shows.
const SHOWN: usize = 60;

/// In which source.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Within {
    One(SourceId),
    All,
}

impl Within {
    const fn source(self) -> Option<SourceId> {
        match self {
            Self::One(id) => Some(id),
            Self::All => None,
        }
    }
}

/// How much of it.
#[derive(Clone, PartialEq, Eq)]
enum Part {
    All,
    Label(String),
    Turns,
}

/// The form.
pub(in crate::app) struct AssignPane {
    /// Nothing until it is chosen.
    within: Option<Within>,
    part: Option<Part>,
    turns: BTreeSet<TurnId>,
    to: Speaker,
    wrong: Option<Message>,
    sent: Sent<Assigned>,
}

impl AssignPane {
    /// Of a source, to an informant; what is not named is chosen in the form.
    pub fn new(source: Option<SourceId>, to: Option<InformantId>) -> Self {
        Self {
            within: source.map(Within::One),
            part: source.map(|_| Part::All),
            turns: BTreeSet::new(),
            to: to.map_or(Speaker::Other, Speaker::Informant),
            wrong: None,
            sent: Sent::default(),
        }
    }

    fn assignment(&self) -> Option<Assignment> {
        match (self.part.as_ref()?, self.within?.source()) {
            (Part::All, Some(source)) => Some(Assignment::Source(source)),
            (Part::All | Part::Turns, None) => None,
            (Part::Label(label), source) => Some(Assignment::Label { source, label: label.clone() }),
            (Part::Turns, Some(_)) if self.turns.is_empty() => None,
            (Part::Turns, Some(_)) => Some(Assignment::Turns(self.turns.iter().copied().collect())),
        }
    }
}

/// The labels before turns of a source, or of all, each once, in order.
fn labels(view: &View<'_>, source: Option<SourceId>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for (of, turns) in view.study.sources.iter().zip(&view.study.turns) {
        if source.is_none_or(|wanted| wanted == of.id) {
            for turn in turns.iter().filter(|turn| !turn.label.is_empty()) {
                if !found.contains(&turn.label) {
                    found.push(turn.label.clone());
                }
            }
        }
    }
    found
}

impl Pane for AssignPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        if self.sent.has_landed(&mut self.wrong) {
            return true;
        }
        pane_width_ui(ui, measure::PANE);
        heading_ui(ui, &view.text("people-assign-title"));
        let name = view.text("people-assign-source");
        let mut sources = Vec::new();
        if self.within.is_none() {
            sources.push((None, view.text("people-assign-choose")));
        }
        let all = view.study.sources.iter();
        sources.extend(all.map(|source| (Some(Within::One(source.id)), source.name.clone())));
        sources.push((Some(Within::All), view.text("people-assign-all-sources")));
        if labelled_ui(ui, &name, |ui| choice_ui(ui, &name, &mut self.within, &sources)) {
            self.turns.clear();
            // A label everywhere is far-reaching: it is chosen by hand.
            self.part = self.within.and_then(Within::source).map(|_| Part::All);
        }
        if let Some(within) = self.within {
            let name = view.text("people-assign-part");
            let mut parts = Vec::new();
            match within {
                Within::One(_) => parts.push((Some(Part::All), view.text("people-assign-whole"))),
                Within::All if self.part.is_none() => parts.push((None, view.text("people-assign-choose"))),
                Within::All => {}
            }
            parts.extend(labels(view, within.source()).into_iter().map(|label| {
                let words = view.say(&Message::new("people-assign-label").with("label", label.as_str()));
                (Some(Part::Label(label)), words)
            }));
            if within != Within::All {
                parts.push((Some(Part::Turns), view.text("people-assign-turns")));
            }
            labelled_ui(ui, &name, |ui| choice_ui(ui, &name, &mut self.part, &parts));
            if let (Within::One(source), Some(Part::Turns)) = (within, &self.part) {
                self.turns_ui(ui, view, source);
            }
        }
        let name = view.text("people-assign-to");
        let mut people: Vec<(Speaker, String)> = view
            .study
            .informants
            .iter()
            .map(|informant| {
                let words = match informant.description.as_str() {
                    "" => informant.code.clone(),
                    description => format!("{}, {description}", informant.code),
                };
                (Speaker::Informant(informant.id), words)
            })
            .collect();
        people.push((Speaker::Researcher, view.text("people-assign-researcher")));
        people.push((Speaker::Other, view.text("people-assign-other")));
        labelled_ui(ui, &name, |ui| choice_ui(ui, &name, &mut self.to, &people));
        if let Some(wrong) = &self.wrong {
            let ink = Theme::of(ui).dissonance.text;
            label_ui(ui, Words::of(&view.say(wrong), type_scale::SMALL, ink));
        }
        let (assign, cancel) = (view.text("people-assign"), view.text("status-cancel"));
        let wanted = self.assignment().filter(|_| !self.sent.is_waiting() && !view.is_read_only);
        let mut is_done = false;
        foot_ui(ui, |ui| {
            let is_pressed = Button::primary(&assign).enabled(wanted.is_some()).ui(ui).clicked();
            if let Some(what) = wanted.filter(|_| is_pressed) {
                let to = self.to;
                self.wrong = None;
                self.sent.send(commands, move |project| project.assign(&what, to));
            }
            is_done = Button::outlined(&cancel).ui(ui).clicked();
        });
        is_done
    }
}

impl AssignPane {
    fn turns_ui(&mut self, ui: &mut Ui, view: &View<'_>, id: SourceId) {
        let Some(source) = view.study.source(id) else { return };
        let (Some(at), Some(text)) = (view.study.source_at(id), view.texts.get(source)) else { return };
        let turns = view.study.turns.get(at as usize).map_or(&[][..], |turns| turns);
        ScrollArea::vertical().id_salt("turns").max_height(LIST).auto_shrink([false, true]).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = space::XXS;
            for turn in turns {
                let line = text.line_of(turn.range.start);
                let said: String = text.slice(turn.words).unwrap_or_default().chars().take(SHOWN).collect();
                let words =
                    Message::new("people-assign-turn").with("line", line.to_string()).with("label", &*turn.label);
                let mut is_on = self.turns.contains(&turn.id);
                if checkbox_ui(ui, &mut is_on, &view.say(&words.with("words", said))).changed() {
                    if is_on {
                        self.turns.insert(turn.id);
                    } else {
                        self.turns.remove(&turn.id);
                    }
                }
            }
        });
    }
}
