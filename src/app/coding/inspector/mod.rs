//! The inspector at the right: everything about the chosen coding, or about the words that are selected; or what
//! a code means. Each section is a file of its own.

mod card;
mod definition;
mod fields;
mod findings;
mod more;
mod past;
mod quotation;
mod selected;

pub(super) use card::sentence_ui;
pub(in crate::app) use definition::body_ui as meaning_ui;

use super::CodingPlace;
use super::sources::section_ui;
use crate::analysis::SegmentEntry;
use crate::app::commands::Commands;
use crate::app::drafts::Field;
use crate::app::icons;
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, empty_place_ui, label_ui, rule_ui};
use crate::domain::{CharRange, CodeId, CodingId, MemoHost, SegmentId, SourceId};
use eframe::egui::{Frame, Margin, ScrollArea, Ui, vec2};
use past::Past;
use quotation::Quoted;
use selected::Selected;

/// What the inspector tells of.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Subject {
    /// The chosen coding.
    Coding(CodingId),
    /// Words that are selected.
    Words(SourceId, CharRange),
}

/// The state of the inspector.
#[derive(Default)]
pub(super) struct Inspector {
    subject: Option<Subject>,
    /// Whether a long quotation is on show whole.
    is_whole: bool,
    /// The code whose meaning is on show in its card.
    explained: Option<CodeId>,
    /// What is known of the selected words.
    selected: Option<Selected>,
    past: Past,
}

impl Inspector {
    /// The segment whose memo is about these words, as far as is known.
    fn noted(&self, source: SourceId, range: CharRange) -> Option<SegmentId> {
        self.selected.as_ref().filter(|known| known.is_of(source, range))?.noted
    }

    /// Turns to another subject, folded as it comes.
    fn turn_to(&mut self, subject: Option<Subject>) {
        if self.subject != subject {
            self.subject = subject;
            self.is_whole = false;
        }
    }
}

impl CodingPlace {
    /// The chosen coding; without one, the selected words.
    fn subject(&self, view: &View<'_>) -> Option<Subject> {
        match self.chosen.filter(|id| view.study.coding(*id).is_some()) {
            Some(coding) => Some(Subject::Coding(coding)),
            None => Some(Subject::Words(self.source?, self.transcript.selection()?)),
        }
    }

    pub(super) fn inspector_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        self.turn_drafts(view, commands);
        if let Some(code) = self.described.and_then(|id| view.study.code(id)) {
            section_ui(ui, &view.text("coding-code"), |_| {});
            ScrollArea::vertical().id_salt("definition").auto_shrink([false, false]).show(ui, |ui| {
                padded(ui, |ui| definition::page_ui(ui, view, code));
            });
            return;
        }
        let subject = self.subject(view);
        self.inspector.turn_to(subject);
        match subject {
            Some(Subject::Coding(coding)) => {
                let entry = view.study.coding(coding);
                if let Some(segment) = entry.and_then(|entry| view.study.segments.get(entry.segment as usize)) {
                    self.coding_ui(ui, view, coding, segment, commands);
                }
            }
            Some(Subject::Words(source, range)) => self.words_ui(ui, view, source, range, commands),
            None => {
                section_ui(ui, &view.text("coding-chosen"), |_| {});
                let key = if view.study.codings.is_empty() { "coding-nothing-coded" } else { "coding-inspector-empty" };
                Frame::new().inner_margin(Margin::from(vec2(space::M, 0.0))).show(ui, |ui| {
                    empty_place_ui(ui, icons::QUOTES, &view.text(key), &[]);
                });
            }
        }
    }

    /// Turns the fields to what is chosen; what was typed for something else is written.
    fn turn_drafts(&mut self, view: &View<'_>, commands: &mut Commands) {
        let segment = self.chosen.and_then(|coding| view.study.coding(coding)).map(|entry| entry.coding.segment);
        self.reduction.turn_to(view, commands, segment.map(Field::Reduction));
        self.memo.turn_to(view, commands, self.memo_host().map(Field::Memo));
    }

    /// What the memo on show hangs on: the chosen coding, else the segment of the selected words that has one.
    fn memo_host(&self) -> Option<MemoHost> {
        match self.chosen {
            Some(coding) => Some(MemoHost::Coding(coding)),
            None => self.inspector.noted(self.source?, self.transcript.selection()?).map(MemoHost::Segment),
        }
    }

    /// The chosen coding: its words, the codes on them, what is written about it, what happened to it.
    fn coding_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        coding: CodingId,
        segment: &SegmentEntry,
        commands: &mut Commands,
    ) {
        section_ui(ui, &view.text("coding-chosen"), |ui| self.more_ui(ui, view, segment, commands));
        ScrollArea::vertical().id_salt("inspector").auto_shrink([false, false]).show(ui, |ui| {
            padded(ui, |ui| {
                Quoted::of(view, segment).ui(ui, view, &mut self.inspector.is_whole, commands);
            });
            rule_ui(ui);
            section_ui(ui, &view.text("coding-codes"), |ui| {
                ui.add_space(space::XS);
                let add = view.text("coding-add");
                if Button::link(&add).icon(icons::PLUS).small().enabled(!view.is_read_only).ui(ui).clicked() {
                    self.open_picker((segment.segment.source, segment.segment.range));
                }
            });
            padded(ui, |ui| {
                let here = self.codings_here(view);
                for coding in &here {
                    self.card_ui(ui, view, *coding, here.len() == 1, commands);
                    ui.add_space(space::XS);
                }
            });
            ui.add_space(space::XS);
            rule_ui(ui);
            keyed_section_ui(ui, &view.text("coding-reduction"), "R");
            padded(ui, |ui| self.reduction_ui(ui, view, commands));
            ui.add_space(space::S);
            rule_ui(ui);
            keyed_section_ui(ui, &view.text("coding-memo"), "M");
            padded(ui, |ui| self.memo_ui(ui, view, Some(MemoHost::Coding(coding)), commands));
            ui.add_space(space::S);
            rule_ui(ui);
            section_ui(ui, &view.text("coding-findings"), |ui| {
                ui.add_space(space::XS);
                label_ui(ui, Words::of("F", type_scale::CAPTION, Theme::of(ui).text3));
                ui.add_space(space::S);
                let link = view.text("coding-link");
                if Button::link(&link).icon(icons::PLUS).small().enabled(!view.is_read_only).ui(ui).clicked() {
                    self.link_finding(view, commands);
                }
            });
            padded(ui, |ui| self.findings_ui(ui, view, segment, commands));
            ui.add_space(space::S);
            rule_ui(ui);
            section_ui(ui, &view.text("coding-past"), |_| {});
            self.past_ui(ui, view, coding, commands);
            ui.add_space(space::M);
        });
    }
}

/// The head of a section that a key leads to.
fn keyed_section_ui(ui: &mut Ui, name: &str, key: &str) {
    section_ui(ui, name, |ui| {
        ui.add_space(space::XS);
        label_ui(ui, Words::of(key, type_scale::CAPTION, Theme::of(ui).text3));
    });
}

fn padded<R>(ui: &mut Ui, inner: impl FnOnce(&mut Ui) -> R) -> R {
    Frame::new().inner_margin(Margin::from(vec2(space::M, 0.0))).show(ui, inner).inner
}
