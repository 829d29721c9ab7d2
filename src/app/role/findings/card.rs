//! A finding as a card: the claim, who and what bears it, what is to be watched; unfolded, each quotation with its
//! direction towards the claim, and the member checks.

use super::super::cited::{Cited, mark_button_ui, next};
use super::super::ladder::row_ui;
use super::super::spread::Spread;
use super::super::{RolePage, carry};
use super::Said;
use super::check::{CheckPane, check_words};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, CodeChip, MenuEntry, Words, focus_ring, label_ui, menu_ui};
use crate::domain::{Evidence, Finding, FindingId, InformantId, Message};
use eframe::egui::{
    Align, CornerRadius, Frame, Layout, Rect, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// Quotations of a folded card.
const FEW: usize = 8;

impl RolePage {
    /// Draws one.
    pub(super) fn card_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        finding: &Finding,
        commands: &mut Commands,
    ) {
        let theme = Theme::of(ui);
        let is_open = self.findings.open == Some(finding.id);
        let frame = Frame::new()
            .fill(theme.raised)
            .stroke(Stroke::new(stroke::HAIR, theme.line))
            .corner_radius(CornerRadius::same(radius::CARD))
            .inner_margin(space::S);
        let shown = frame.show(ui, |ui| {
            ui.set_width(ui.available_width());
            ui.spacing_mut().item_spacing = vec2(space::XS, 0.0);
            if self.findings.editing == Some(finding.id) {
                self.edit_ui(ui, view, finding, commands);
            } else {
                self.claim_ui(ui, view, finding, is_open, commands);
            }
            ui.add_space(space::XXS);
            let said = self.findings.said(view, finding.id);
            carried_by_ui(ui, &said);
            let evidence: Vec<Evidence> = view.study.evidence_of(finding.id).copied().collect();
            ui.add_space(space::XS);
            if is_open {
                self.evidence_rows_ui(ui, view, spread, &evidence, commands);
                checks_ui(ui, view, finding, &evidence, commands);
            } else {
                self.chips_ui(ui, view, spread, &evidence);
            }
        });
        if let Some(carried) = carry::dropped_ui(ui, view, shown.response.rect, commands) {
            let id = finding.id;
            commands.send(Request::change(move |project| project.link_evidence(id, &[(carried.0, carried.1)])));
        }
    }

    /// The claim, which folds and unfolds the card, and the menu of what can be done with it.
    fn claim_ui(&mut self, ui: &mut Ui, view: &View<'_>, finding: &Finding, is_open: bool, commands: &mut Commands) {
        let theme = Theme::of(ui);
        if finding.code != self.role
            && let Some(code) = view.study.code(finding.code)
        {
            let look = theme.code(code.colour);
            CodeChip { look, short: code.label(), name: "", direction: None }.ui(ui).on_hover_text(code.full_name());
            ui.add_space(space::XXS);
        }
        let width = ui.available_width() - measure::BUTTON_SMALL;
        let claim = Words::of(&finding.claim, type_scale::BODY, theme.text).wrapped(ui.painter(), width - space::XS);
        let height = claim.size().y.max(measure::BUTTON_SMALL - space::XS);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
        let body = Rect::from_min_size(rect.min, vec2(width, rect.height()));
        let response = ui.interact(body, ui.scope_id().with(("claim", finding.id)), Sense::click());
        response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_open, &finding.claim));
        ui.painter().galley(rect.min, claim, theme.text);
        focus_ring(ui, &response, body.expand(2.0), radius::CHIP);
        let tip = view.text(if is_open { "finding-fold" } else { "finding-unfold" });
        if response.on_hover_text(tip).clicked() {
            self.findings.open = (!is_open).then_some(finding.id);
        }
        let side = Rect::from_min_size(
            pos2(rect.right() - measure::BUTTON_SMALL + 6.0, rect.top() - 4.0),
            vec2(measure::BUTTON_SMALL, measure::BUTTON_SMALL),
        );
        let mut menu = ui.new_child(UiBuilder::new().max_rect(side).layout(Layout::left_to_right(Align::Center)));
        self.menu_of_ui(&mut menu, view, finding, commands);
    }

    fn menu_of_ui(&mut self, ui: &mut Ui, view: &View<'_>, finding: &Finding, commands: &mut Commands) {
        let siblings: Vec<FindingId> =
            view.study.findings.iter().filter(|other| other.code == finding.code).map(|other| other.id).collect();
        let at = siblings.iter().position(|id| *id == finding.id).unwrap_or_default();
        let is_open = !view.is_read_only;
        let entries = [
            MenuEntry::new(view.text("finding-change")).icon(icons::PENCIL_SIMPLE).enabled(is_open),
            MenuEntry::new(view.text("finding-up")).icon(icons::CARET_UP).enabled(is_open && at > 0),
            MenuEntry::new(view.text("finding-down"))
                .icon(icons::CARET_DOWN)
                .enabled(is_open && at + 1 < siblings.len()),
            MenuEntry::new(view.text("finding-check")).icon(icons::USER).enabled(is_open),
            MenuEntry::new(view.text("finding-delete")).enabled(is_open).grave(true),
        ];
        let name = view.say(&Message::new("finding-menu").with("claim", finding.claim.as_str()));
        let id = finding.id;
        match menu_ui(ui, &name, &entries) {
            Some(0) => {
                self.findings.editing = Some(id);
                self.findings.claim.wants_focus = true;
            }
            Some(1) => {
                let before = at.checked_sub(1).and_then(|at| siblings.get(at)).copied();
                commands.send(Request::change(move |project| project.move_finding(id, before)));
            }
            Some(2) => {
                let before = siblings.get(at + 2).copied();
                commands.send(Request::change(move |project| project.move_finding(id, before)));
            }
            Some(3) => commands.send(Request::Lay(Box::new(CheckPane::new(view, finding, None)))),
            Some(4) => commands.send(Request::change(move |project| project.delete_finding(id))),
            _ => {}
        }
    }

    /// The quotations of a folded card.
    fn chips_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread, evidence: &[Evidence]) {
        let theme = Theme::of(ui);
        if evidence.is_empty() {
            label_ui(ui, Words::of(&view.text("finding-no-evidence"), type_scale::SMALL, theme.text3));
            return;
        }
        let mut opened = None;
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for one in evidence.iter().take(FEW) {
                let Some(entry) = view.study.segment(one.segment) else { continue };
                let citation = spread.cite(view.catalog, entry);
                let words = &entry.segment.quote;
                let chip = Cited { mark: Some(one.direction), citation: &citation, words, is_removable: false };
                if chip.ui(ui, view).is_opened {
                    opened = Some(one.segment);
                }
            }
            if evidence.len() > FEW {
                let rest = format!("+{}", evidence.len() - FEW);
                label_ui(ui, Words::of(&rest, type_scale::SMALL, theme.text3));
            }
        });
        if let Some(segment) = opened {
            self.open_passage(segment);
        }
    }

    /// Each quotation of an unfolded card: its direction towards the claim, where it stands, its words, and the way to
    /// take it off.
    fn evidence_rows_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        evidence: &[Evidence],
        commands: &mut Commands,
    ) {
        let theme = Theme::of(ui);
        if evidence.is_empty() {
            label_ui(ui, Words::of(&view.text("finding-no-evidence"), type_scale::SMALL, theme.text3));
        }
        for one in evidence {
            let Some(entry) = view.study.segment(one.segment) else { continue };
            let citation = spread.cite(view.catalog, entry);
            let (id, segment) = (one.finding, one.segment);
            ui.horizontal(|ui| {
                ui.spacing_mut().item_spacing.x = space::XXS;
                if mark_button_ui(ui, view, one.direction, &citation) {
                    let turned = next(one.direction);
                    commands.send(Request::change(move |project| project.link_evidence(id, &[(segment, turned)])));
                }
                let layout = Layout::right_to_left(Align::Center);
                ui.with_layout(layout, |ui| {
                    let remove = view.say(&Message::new("role-unlink").with("citation", citation.as_str()));
                    let button = Button::icon_only(icons::X, &remove).small().enabled(!view.is_read_only);
                    if button.ui(ui).clicked() {
                        commands.send(Request::change(move |project| project.unlink_evidence(id, &[segment])));
                    }
                    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                        let line = entry.segment.quote.split_whitespace().collect::<Vec<_>>().join(" ");
                        let words = Words::of(&citation, type_scale::SMALL.strong(), theme.text2)
                            .then("  ", type_scale::SMALL, theme.text2)
                            .then(&line, type_scale::SMALL, theme.text2)
                            .within(ui.painter(), ui.available_width(), 1);
                        let size = vec2(ui.available_width(), measure::BUTTON_SMALL);
                        let (rect, response) = ui.allocate_exact_size(size, Sense::click());
                        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, format!("{citation}: {line}")));
                        if response.hovered() {
                            ui.painter().rect_filled(rect, CornerRadius::same(radius::CHIP), theme.hover);
                        }
                        let top = (rect.center().y - words.size().y / 2.0).round();
                        ui.painter().galley(pos2(rect.left(), top), words, theme.text2);
                        focus_ring(ui, &response, rect.shrink(1.0), radius::CHIP);
                        if response.on_hover_text(&*entry.segment.quote).clicked() {
                            self.open_passage(segment);
                        }
                    });
                });
            });
        }
    }
}

/// Who and what bears a finding, and what is to be watched.
fn carried_by_ui(ui: &mut Ui, said: &Said) {
    let theme = Theme::of(ui);
    if !said.carriers.is_empty() {
        label_ui(ui, Words::of(&said.carriers, type_scale::CAPTION, theme.text3));
    }
    for warning in &said.warnings {
        ui.add_space(space::XXS);
        row_ui(ui, icons::WARNING, theme.partial.text, warning, theme.partial.text);
    }
}

/// The member checks: of whoever bears the finding and of whoever was asked already.
fn checks_ui(ui: &mut Ui, view: &View<'_>, finding: &Finding, evidence: &[Evidence], commands: &mut Commands) {
    let theme = Theme::of(ui);
    let study = view.study;
    let mut people: Vec<u32> = evidence
        .iter()
        .filter_map(|one| study.segment(one.segment))
        .flat_map(|entry| entry.voice.informants.iter().copied())
        .chain(study.checks_of(finding.id).iter().filter_map(|check| study.informant_at(check.informant)))
        .collect();
    people.sort_unstable();
    people.dedup();
    ui.add_space(space::S);
    label_ui(ui, Words::of(&view.text("check-heading"), type_scale::SMALL.strong(), theme.text));
    let mut asked: Option<Option<InformantId>> = None;
    for at in people {
        let Some(informant) = study.informants.get(at as usize).filter(|informant| !informant.is_withdrawn()) else {
            continue;
        };
        let words = check_words(view, finding.id, informant.id);
        let name = format!("{}: {words}", informant.code);
        let row = crate::app::widgets::ListRow {
            cell: crate::app::widgets::Cell::Short(&informant.code, super::super::measures::CODE),
            ..crate::app::widgets::ListRow::new(&words)
        };
        if row.ui(ui).on_hover_text(name).clicked() {
            asked = Some(Some(informant.id));
        }
    }
    let add = view.text("check-add");
    if Button::link(&add).icon(icons::PLUS).small_words().enabled(!view.is_read_only).ui(ui).clicked() {
        asked = Some(None);
    }
    if let Some(informant) = asked.filter(|_| !view.is_read_only) {
        commands.send(Request::Lay(Box::new(CheckPane::new(view, finding, informant))));
    }
}
