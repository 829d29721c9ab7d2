//! The form of a member check: whom the finding was shown to, what came of it, when, and what was said.

use crate::app::commands::{Commands, Request};
use crate::app::data::date;
use crate::app::drafts::Field;
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, choice_ui, field_ui, label_ui, labelled_ui, text_area_ui};
use crate::domain::{Finding, FindingId, InformantId, MemberCheckState, Message};
use eframe::egui::Ui;

/// Rows of the note.
const NOTE: usize = 3;

/// "Disetujui, 3 Mar 2025": how far the check of a finding with an informant is.
pub(super) fn check_words(view: &View<'_>, finding: FindingId, informant: InformantId) -> String {
    let checks = view.study.checks_of(finding);
    let Some(check) = checks.iter().find(|check| check.informant == informant) else {
        return view.text("member-check-not_sent");
    };
    let state = view.text(&format!("member-check-{}", check.state));
    let dated = match check.date {
        Some(date) => format!("{state}, {}", view.catalog.short_date(date)),
        None => state,
    };
    if check.note.is_empty() { dated } else { format!("{dated} · {}", check.note) }
}

/// The form.
pub(super) struct CheckPane {
    finding: FindingId,
    claim: String,
    informant: Option<InformantId>,
    /// Whose facts the fields hold.
    filled: Option<InformantId>,
    state: MemberCheckState,
    date: String,
    note: String,
    /// Whether the note was found after a crash, and nobody has decided about it yet.
    is_recovered: bool,
    wrong: Option<Message>,
}

impl CheckPane {
    /// The form of a finding, with one of the informants.
    pub(super) fn new(view: &View<'_>, finding: &Finding, informant: Option<InformantId>) -> Self {
        let first = || {
            let evidence = view.study.evidence_of(finding.id).filter_map(|one| view.study.segment(one.segment));
            let who = evidence.flat_map(|entry| entry.voice.informants.iter().copied()).min();
            let all = view.study.informants.iter();
            let known = who.and_then(|at| view.study.informants.get(at as usize)).map(|informant| informant.id);
            known.or_else(|| all.clone().find(|informant| !informant.is_withdrawn()).map(|informant| informant.id))
        };
        Self {
            finding: finding.id,
            claim: finding.claim.clone(),
            informant: informant.or_else(first),
            filled: None,
            state: MemberCheckState::NotSent,
            date: String::new(),
            note: String::new(),
            is_recovered: false,
            wrong: None,
        }
    }

    /// Takes in what is known of the chosen informant.
    fn fill(&mut self, view: &View<'_>) {
        if self.filled == self.informant {
            return;
        }
        self.filled = self.informant;
        let checks = view.study.checks_of(self.finding);
        let known = checks.iter().find(|check| Some(check.informant) == self.informant);
        self.state = known.map_or(MemberCheckState::NotSent, |check| check.state);
        self.date = known.and_then(|check| check.date).map(|date| view.catalog.long_date(date)).unwrap_or_default();
        self.note = known.map(|check| check.note.clone()).unwrap_or_default();
        self.is_recovered = false;
        // What was typed and neither kept nor thrown away.
        if let Some(draft) = self.field().and_then(|field| view.drafts.of(field)) {
            self.note.clone_from(&draft.text);
            self.is_recovered = draft.is_recovered;
        }
    }

    /// Where the note is a draft until it is kept.
    fn field(&self) -> Option<Field> {
        self.informant.map(|informant| Field::CheckNote(self.finding, informant))
    }
}

impl Pane for CheckPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        let theme = Theme::of(ui);
        self.fill(view);
        pane_width_ui(ui, measure::PANE);
        heading_ui(ui, &view.text("check-heading"));
        label_ui(ui, Words::of(&self.claim, type_scale::BODY, theme.text2));
        let people = view.study.informants.iter().filter(|informant| !informant.is_withdrawn());
        let people: Vec<(Option<InformantId>, String)> = people
            .map(|informant| {
                let name = match informant.description.is_empty() {
                    true => informant.code.clone(),
                    false => format!("{} · {}", informant.code, informant.description),
                };
                (Some(informant.id), name)
            })
            .collect();
        let who = view.text("check-informant");
        labelled_ui(ui, &who, |ui| choice_ui(ui, &who, &mut self.informant, &people));
        let states = MemberCheckState::ALL.map(|state| (state, view.text(&format!("member-check-{state}"))));
        let state = view.text("check-state");
        labelled_ui(ui, &state, |ui| choice_ui(ui, &state, &mut self.state, &states));
        if field_ui(ui, &view.text("check-date"), &mut self.date, &view.text("check-date-hint")).changed() {
            self.wrong = None;
        }
        if let Some(wrong) = &self.wrong {
            label_ui(ui, Words::of(&view.say(wrong), type_scale::SMALL, theme.dissonance.text));
        }
        let note = text_area_ui(ui, &view.text("check-note"), &mut self.note, &view.text("check-note-hint"), NOTE);
        if note.changed() {
            self.is_recovered = false;
            commands.extend(self.field().map(|field| Request::Draft(field, Some(self.note.clone()))));
        }
        if self.is_recovered {
            label_ui(ui, Words::of(&view.text("drafts-recovered"), type_scale::SMALL, theme.text2));
        }
        let (mut is_done, mut is_kept) = (false, false);
        let is_ready = !view.is_read_only && self.informant.is_some();
        foot_ui(ui, |ui| {
            is_kept = Button::primary(&view.text("check-keep")).enabled(is_ready).ui(ui).clicked();
            is_done = Button::outlined(&view.text("status-cancel")).ui(ui).clicked();
        });
        if is_done {
            commands.extend(self.field().map(|field| Request::Draft(field, None)));
        }
        if let Some(informant) = self.informant.filter(|_| is_kept) {
            match date(&self.date) {
                Ok(date) => {
                    let (finding, state, note) = (self.finding, self.state, self.note.clone());
                    commands.send(Request::change(move |project| {
                        project.set_member_check(finding, informant, state, date, &note)
                    }));
                    is_done = true;
                }
                Err(wrong) => self.wrong = Some(wrong),
            }
        }
        is_done
    }
}
