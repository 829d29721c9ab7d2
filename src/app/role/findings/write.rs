//! A claim being written: a new one with the code it stands under, or one that is there already.

use super::super::RolePage;
use super::super::cited::Cited;
use super::super::spread::Spread;
use crate::app::commands::{Commands, Request};
use crate::app::drafts::{Field, Labels, Parted, Standing};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, card_ui, choice_ui, label_ui};
use crate::domain::{CodeId, Finding};
use eframe::egui::{Align, Layout, Ui, vec2};

/// Rows of a claim.
const ROWS: usize = 3;

impl RolePage {
    /// The form of a new finding.
    pub(super) fn new_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, commands: &mut Commands) {
        let row = self.row;
        let mut under = self.findings.under.filter(|code| view.study.code(*code).is_some()).unwrap_or(row);
        self.findings.new.turn_to(view, commands, Some(Field::NewClaim(row)));
        let (mut is_sent, mut is_done) = (false, false);
        card_ui(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(space::XS, space::XS);
            let labels = Labels {
                name: &view.text("finding-claim"),
                hint: &view.text("finding-claim-hint"),
                facts: "",
                rows: ROWS,
                is_steady: true,
            };
            is_sent = self.findings.new.field_ui(ui, view, commands, &labels) == Some(Parted::Sent);
            if self.findings.new.standing() == Standing::Recovered {
                label_ui(ui, Words::of(&view.text("drafts-recovered"), type_scale::SMALL, Theme::of(ui).text2));
            }
            under_ui(ui, view, self.role, &mut under);
            self.evidence_ui(ui, view, spread);
            let size = vec2(ui.available_width(), measure::BUTTON_SMALL);
            ui.allocate_ui_with_layout(size, Layout::left_to_right(Align::Center), |ui| {
                let is_ready = !view.is_read_only && !self.findings.new.words().trim().is_empty();
                let keep = view.text("finding-keep");
                is_sent |= Button::primary(&keep)
                    .small()
                    .enabled(is_ready)
                    .tip(&view.text("finding-keep-tip"))
                    .ui(ui)
                    .clicked();
                is_sent &= is_ready;
                is_done = Button::quiet(&view.text("status-cancel")).small().ui(ui).clicked();
            });
        });
        self.findings.under = Some(under);
        if is_sent {
            let words = self.findings.new.words().to_owned();
            let evidence = std::mem::take(&mut self.findings.evidence);
            commands.send(Request::change(move |project| project.add_finding(under, &words, &evidence)));
        }
        if is_sent || is_done {
            commands.send(Request::Draft(Field::NewClaim(row), None));
            self.findings.is_writing = false;
        }
    }

    /// What the new finding is linked to from the start.
    fn evidence_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread) {
        let mut removed = None;
        if self.findings.evidence.is_empty() {
            return;
        }
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (segment, direction) in &self.findings.evidence {
                let Some(entry) = view.study.segment(*segment) else { continue };
                let citation = spread.cite(view.catalog, entry);
                let chip = Cited {
                    mark: Some(*direction),
                    citation: &citation,
                    words: &entry.segment.quote,
                    is_removable: true,
                };
                if chip.ui(ui, view).is_removed {
                    removed = Some(*segment);
                }
            }
        });
        self.findings.evidence.retain(|(segment, _)| Some(*segment) != removed);
    }

    /// The claim of a finding being written anew, and the code it stands under.
    pub(super) fn edit_ui(&mut self, ui: &mut Ui, view: &View<'_>, finding: &Finding, commands: &mut Commands) {
        self.findings.claim.turn_to(view, commands, Some(Field::Claim(finding.id)));
        let labels = Labels {
            name: &view.text("finding-claim"),
            hint: &view.text("finding-claim-hint"),
            facts: "",
            rows: ROWS,
            is_steady: true,
        };
        self.findings.claim.ui(ui, view, commands, &labels);
        ui.add_space(space::XXS);
        let mut under = finding.code;
        under_ui(ui, view, self.role, &mut under);
        if under != finding.code && !view.is_read_only {
            let (id, claim) = (finding.id, finding.claim.clone());
            commands.send(Request::change(move |project| project.change_finding(id, under, &claim)));
        }
        ui.add_space(space::XXS);
        if Button::link(&view.text("finding-edited")).small_words().ui(ui).clicked() {
            self.findings.claim.write(commands);
            self.findings.editing = None;
        }
    }
}

/// The choice of the code a finding stands under: the role or one of its indicators.
fn under_ui(ui: &mut Ui, view: &View<'_>, role: CodeId, under: &mut CodeId) {
    let study = view.study;
    let Some(top) = study.code_at(role) else { return };
    let codes = (0_u32..).zip(&study.codes).filter(|(at, _)| study.is_within(*at, top));
    let choices: Vec<(CodeId, String)> = codes.map(|(_, code)| (code.id, code.full_name())).collect();
    choice_ui(ui, &view.text("finding-under"), under, &choices);
}
