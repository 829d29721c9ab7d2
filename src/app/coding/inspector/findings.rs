//! The findings that the chosen words serve: each with what they say about its claim, and the way to take them off.

use super::super::CodingPlace;
use crate::analysis::SegmentEntry;
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::role::{LinkPane, Linked, mark_button_ui, next_direction};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, label_ui};
use crate::domain::{Direction, Evidence, Message};
use eframe::egui::{Align, Layout, Role, Sense, Ui, WidgetInfo, vec2};

/// Rows of a claim.
const ROWS: usize = 3;

impl CodingPlace {
    /// Draws them.
    pub(super) fn findings_ui(&self, ui: &mut Ui, view: &View<'_>, segment: &SegmentEntry, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let served: Vec<Evidence> = view.study.findings_on(segment.segment.id).copied().collect();
        if served.is_empty() {
            label_ui(ui, Words::of(&view.text("coding-no-finding"), type_scale::SMALL, theme.text3));
            return;
        }
        let citation = view.study.citation(segment);
        for one in served {
            let Some(finding) = view.study.finding(one.finding) else { continue };
            let (id, segment) = (one.finding, one.segment);
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = space::XXS;
                if mark_button_ui(ui, view, one.direction, &citation) {
                    let turned = next_direction(one.direction);
                    commands.send(Request::change(move |project| project.link_evidence(id, &[(segment, turned)])));
                }
                ui.with_layout(Layout::right_to_left(Align::Min), |ui| {
                    let remove = view.say(&Message::new("coding-unlink").with("claim", finding.claim.as_str()));
                    let button = Button::icon_only(icons::X, &remove).small().enabled(!view.is_read_only);
                    if button.ui(ui).clicked() {
                        commands.send(Request::change(move |project| project.unlink_evidence(id, &[segment])));
                    }
                    let counts = counts(view, one);
                    let width = ui.available_width();
                    let words = Words::of(&finding.claim, type_scale::BODY, theme.text)
                        .then("  ", type_scale::CAPTION, theme.text3)
                        .then(&counts, type_scale::CAPTION, theme.text3)
                        .within(ui.painter(), width, ROWS);
                    let size = vec2(width, words.size().y + space::XS);
                    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
                    response
                        .widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{}, {counts}", finding.claim)));
                    let top = (measure::BUTTON_SMALL - type_scale::BODY.line) / 2.0;
                    ui.painter().galley(rect.min + vec2(0.0, top), words, theme.text);
                    response.on_hover_text(&finding.claim);
                });
            });
        }
    }

    /// Opens the picker that links the chosen coding, or the selected words, to a finding.
    pub(in super::super) fn link_finding(&self, view: &View<'_>, commands: &mut Commands) {
        let chosen = self.chosen.and_then(|coding| view.study.coding(coding));
        if let Some((entry, segment)) =
            chosen.and_then(|entry| Some((entry, view.study.segments.get(entry.segment as usize)?)))
        {
            let what = Linked::Segment(segment.segment.id);
            let (code, direction) = (entry.coding.code, entry.coding.direction);
            let pane = LinkPane::new(what, &segment.segment.quote, Some(code), direction);
            commands.send(Request::Lay(Box::new(pane)));
            return;
        }
        let words = self.target(view).and_then(|(source, range)| {
            let text = view.study.source(source).and_then(|source| view.texts.get(source))?;
            Some((source, range, text.slice(range)?.to_owned()))
        });
        commands.send(match words {
            Some((source, range, words)) => {
                Request::Lay(Box::new(LinkPane::new(Linked::Words(source, range), &words, None, None)))
            }
            None => Request::Tell(Message::new("coding-select-first")),
        });
    }
}

/// `▲1 ▼2`: what all the evidence of a finding says.
fn counts(view: &View<'_>, one: Evidence) -> String {
    let marks = [("▲", Direction::Supports), ("◐", Direction::Partly), ("▼", Direction::Weakens)];
    let count =
        |direction| view.study.evidence_of(one.finding).filter(|other| other.direction == Some(direction)).count();
    let there = marks.into_iter().map(|(mark, direction)| (mark, count(direction))).filter(|(_, count)| *count > 0);
    there.map(|(mark, count)| format!("{mark}{count}")).collect::<Vec<_>>().join(" ")
}
