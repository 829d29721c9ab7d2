//! The findings of a role: claims in the researcher's words, each with what bears on it, what is to be watched and what
//! the informants say of it. Quotations are dropped on them, or linked by F.

mod card;
mod check;
mod link;
mod write;

pub(in crate::app) use link::{LinkPane, Linked};

use super::spread::Spread;
use super::{RolePage, columns::padded};
use crate::analysis::findings::{FindingWarning, carriers, warnings};
use crate::analysis::{Cell, Column, Study};
use crate::app::commands::Commands;
use crate::app::drafts::Writing;
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, empty_place_ui, label_ui};
use crate::domain::{CodeId, Direction, Finding, FindingId, Language, Message, ProjectId, SegmentId};
use crate::export::column_words;
use crate::i18n::Catalog;
use eframe::egui::{ScrollArea, Ui, vec2};
use std::collections::BTreeMap;

/// A quotation that is carried to a finding, with what it says about the role.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct CarriedQuotation(pub(super) SegmentId, pub(super) Option<Direction>);

/// The state of the list.
#[derive(Default)]
pub(super) struct Findings {
    /// The finding that is unfolded.
    open: Option<FindingId>,
    /// The finding whose claim is being written anew.
    editing: Option<FindingId>,
    claim: Writing,
    /// Whether a new one is being written.
    is_writing: bool,
    new: Writing,
    /// What it stands under; the row where nothing else was chosen.
    under: Option<CodeId>,
    /// What it is linked to from the start.
    evidence: Vec<(SegmentId, Option<Direction>)>,
    /// What is said of each finding, for a revision of a project in a language.
    said: Option<(ProjectId, u64, Language, BTreeMap<FindingId, Said>)>,
}

/// Who and what carries a finding, and what it is to be warned of, in words.
#[derive(Clone, Default)]
struct Said {
    carriers: String,
    warnings: Vec<String>,
}

impl Said {
    fn of(view: &View<'_>, finding: FindingId) -> Self {
        let carriers = carriers(view.study, finding);
        let words = |list: &[(Column, Cell)]| {
            let one = |(column, cell): &(Column, Cell)| {
                format!("{} {}", column_words(view.catalog, column), cell_marks(cell))
            };
            list.iter().map(one).collect::<Vec<_>>().join(" · ")
        };
        let sides = [words(&carriers.groups), words(&carriers.techniques)];
        let sides: Vec<String> = sides.into_iter().filter(|words| !words.is_empty()).collect();
        Self { carriers: sides.join("\n"), warnings: warned(view.study, view.catalog, finding) }
    }
}

/// What a finding is to be warned of, in words.
pub(in crate::app) fn warned(study: &Study, catalog: &Catalog, finding: FindingId) -> Vec<String> {
    let words = |warning: FindingWarning| catalog.text(&format!("finding-warning-{}", warning.key()));
    warnings(study, finding).into_iter().map(words).collect()
}

/// `▲3 ▼1`; the number of segments where none has a direction.
fn cell_marks(cell: &Cell) -> String {
    let marks = [("▲", cell.supports), ("◐", cell.partly), ("▼", cell.weakens), ("○", cell.unset)];
    let there = marks.iter().filter(|(_, count)| *count > 0).map(|(mark, count)| format!("{mark}{count}"));
    there.collect::<Vec<_>>().join(" ")
}

impl Findings {
    /// What is said of a finding.
    fn said(&mut self, view: &View<'_>, finding: FindingId) -> Said {
        let project = &view.study.project;
        let key = (project.id, project.revision, view.catalog.language());
        if self.said.as_ref().is_none_or(|(id, revision, language, _)| (*id, *revision, *language) != key) {
            self.said = Some((key.0, key.1, key.2, BTreeMap::new()));
        }
        let Some((.., known)) = &mut self.said else { return Said::default() };
        known.entry(finding).or_insert_with(|| Said::of(view, finding)).clone()
    }

    /// Sends off a claim that is being written anew; a new one stays a draft.
    pub(super) fn write(&mut self, commands: &mut Commands) {
        self.claim.write(commands);
    }
}

impl RolePage {
    /// The findings of the role and its indicators, whichever is chosen.
    fn findings<'a>(&self, view: &View<'a>) -> Vec<&'a Finding> {
        let study = view.study;
        let Some(role) = study.code_at(self.role) else { return Vec::new() };
        let is_here = |finding: &&Finding| study.code_at(finding.code).is_some_and(|code| study.is_within(code, role));
        study.findings.iter().filter(is_here).collect()
    }

    /// "Temuan 3".
    pub(super) fn findings_name(&self, view: &View<'_>) -> String {
        view.say(&Message::new("role-findings").with("n", self.findings(view).len()))
    }

    /// Draws the list over the room there is.
    pub(super) fn findings_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let findings = self.findings(view);
        if findings.is_empty() && !self.findings.is_writing && !super::carry::is_carried(ui.ctx()) {
            let write = view.text("finding-write");
            let button = [(Some(icons::NOTE_PENCIL), write.as_str())];
            let buttons = if view.is_read_only { &[][..] } else { &button[..] };
            if empty_place_ui(ui, icons::LINK, &view.text("finding-empty"), buttons).is_some() {
                self.begin_finding(Vec::new());
            }
            return;
        }
        ScrollArea::vertical().id_salt("findings").auto_shrink(false).show(ui, |ui| {
            padded(ui, |ui| {
                ui.spacing_mut().item_spacing = vec2(space::XS, 0.0);
                if self.findings.is_writing {
                    self.new_ui(ui, view, spread, commands);
                } else {
                    let write = view.text("finding-write");
                    let button = Button::outlined(&write).icon(icons::PLUS).small().enabled(!view.is_read_only);
                    let response = button.ui(ui);
                    if response.clicked() {
                        self.begin_finding(Vec::new());
                    }
                    if let Some(carried) = super::carry::dropped_ui(ui, view, response.rect, commands) {
                        self.begin_finding(vec![(carried.0, carried.1)]);
                    }
                }
                ui.add_space(space::S);
                for finding in findings {
                    self.card_ui(ui, view, spread, finding, commands);
                    ui.add_space(space::S);
                }
                label_ui(ui, Words::of(&view.text("finding-how"), type_scale::CAPTION, Theme::of(ui).text3));
                ui.add_space(measure::CHIP);
            });
        });
    }

    /// Begins a new finding.
    fn begin_finding(&mut self, evidence: Vec<(SegmentId, Option<Direction>)>) {
        self.findings.is_writing = true;
        self.findings.new.wants_focus = true;
        self.findings.evidence = evidence;
        self.findings.under = None;
    }
}
