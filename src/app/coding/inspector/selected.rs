//! Words that are selected and carry no code yet: where they stand, who says them, which codings overlap them, and
//! what to do next.

use super::super::CodingPlace;
use super::super::marks::noted_at;
use super::super::sources::section_ui;
use super::quotation::Quoted;
use super::{keyed_section_ui, padded};
use crate::analysis::{Naming, Study, Voice};
use crate::app::commands::Commands;
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Cell, ListRow, Words, label_ui, rule_ui};
use crate::domain::{
    CharOffset, CharRange, CodingId, MemoHost, Message, ProjectId, RevisionId, SegmentId, SourceId, SourceText,
    lines_cited,
};
use eframe::egui::{ScrollArea, Ui};

/// Overlapping codings that are listed.
const MOST: usize = 24;

/// What the findings below were worked out of.
type Of = (ProjectId, u64, RevisionId, CharRange);

/// What is known of selected words; worked out once for each selection.
pub(super) struct Selected {
    of: Of,
    source: u32,
    source_id: SourceId,
    quote: String,
    voice: Voice,
    citation: String,
    /// Codings that share at least a letter with them, in the order of the text.
    overlapping: Vec<CodingId>,
    /// The segment whose memo is about them.
    pub(super) noted: Option<SegmentId>,
}

impl Selected {
    /// Whether it is known of these words.
    pub(super) fn is_of(&self, source: SourceId, range: CharRange) -> bool {
        self.source_id == source && self.of.3 == range
    }

    fn new(view: &View<'_>, of: Of, source: u32, text: &SourceText) -> Option<Self> {
        let (study, range): (&Study, CharRange) = (view.study, of.3);
        let source_id = study.sources.get(source as usize)?.id;
        let quote = text.slice(range)?.to_owned();
        let turns = study.turns.get(source as usize).map_or(&[][..], |turns| turns);
        let voice = Voice::of(range, &quote, turns, |informant| study.informant_at(informant));
        let (line, line_end) = text.lines_of(range);
        let cited = study.source_citations(Naming::Codes).get(source as usize);
        let mut overlapping: Vec<(CharOffset, u32, CodingId)> = study
            .codings
            .iter()
            .filter_map(|entry| {
                let segment = study.segments.get(entry.segment as usize)?;
                let is_here = segment.source == source && segment.segment.range.overlaps(range);
                is_here.then_some((segment.segment.range.start, entry.code, entry.coding.id))
            })
            .collect();
        overlapping.sort_unstable();
        Some(Self {
            of,
            noted: noted_at(view, source_id, range),
            source,
            source_id,
            quote,
            voice,
            citation: cited
                .zip(study.sources.get(source as usize))
                .map(|(cited, of)| study.cited_at(cited, of.id, range.start, &lines_cited(line, line_end)))
                .unwrap_or_default(),
            overlapping: overlapping.into_iter().map(|(_, _, coding)| coding).collect(),
        })
    }
}

impl CodingPlace {
    /// Draws what is known of the selected words.
    pub(super) fn words_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        source: SourceId,
        range: CharRange,
        commands: &mut Commands,
    ) {
        let Some((at, facts)) = view.study.source_at(source).zip(view.study.source(source)) else { return };
        let Some(text) = view.texts.get(facts) else { return };
        let of = (view.study.project.id, view.study.project.revision, facts.revision, range);
        let known = self.inspector.selected.take().filter(|known| known.of == of);
        let Some(known) = known.or_else(|| Selected::new(view, of, at, &text)) else { return };
        section_ui(ui, &view.text("coding-selected"), |ui| {
            self.more_words_ui(ui, view, &known.quote, &known.citation, commands);
        });
        let mut picked = None;
        ScrollArea::vertical().id_salt("selected").auto_shrink([false, false]).show(ui, |ui| {
            padded(ui, |ui| {
                let quoted = Quoted {
                    source: known.source,
                    range,
                    quote: &known.quote,
                    voice: &known.voice,
                    citation: known.citation.clone(),
                    is_key: false,
                };
                quoted.ui(ui, view, &mut self.inspector.is_whole, commands);
            });
            rule_ui(ui);
            if let Some(host) = known.noted.map(MemoHost::Segment) {
                keyed_section_ui(ui, &view.text("coding-memo"), "M");
                padded(ui, |ui| self.memo_ui(ui, view, Some(host), commands));
                ui.add_space(space::S);
                rule_ui(ui);
            }
            if !known.overlapping.is_empty() {
                section_ui(ui, &view.text("coding-overlapping"), |_| {});
                picked = overlapping_ui(ui, view, &known.overlapping);
                ui.add_space(space::XS);
                rule_ui(ui);
            }
            ui.add_space(space::S);
            padded(ui, |ui| {
                let next = view.text(if view.is_read_only { "coding-selected-read" } else { "coding-selected-next" });
                label_ui(ui, Words::of(&next, type_scale::BODY, Theme::of(ui).text2));
            });
            ui.add_space(space::M);
        });
        self.inspector.selected = Some(known);
        if let Some(coding) = picked {
            self.transcript.deselect();
            self.choose(Some(coding));
        }
    }
}

/// The codings that overlap the words; which one was picked just now.
fn overlapping_ui(ui: &mut Ui, view: &View<'_>, codings: &[CodingId]) -> Option<CodingId> {
    let theme = Theme::of(ui);
    let mut picked = None;
    let margin = eframe::egui::Margin::from(eframe::egui::vec2(space::XS, 0.0));
    eframe::egui::Frame::new().inner_margin(margin).show(ui, |ui| {
        for id in codings.iter().take(MOST) {
            let Some(entry) = view.study.coding(*id) else { continue };
            let Some(code) = view.study.codes.get(entry.code as usize) else { continue };
            let Some(segment) = view.study.segments.get(entry.segment as usize) else { continue };
            let lines = lines_cited(segment.segment.line, segment.segment.line_end);
            let lines = view.say(&Message::new("coding-narrow-line").with("lines", lines));
            let name = format!("{} {}", code.short, code.name);
            let row = ListRow {
                cell: Cell::Swatch(theme.code(code.colour), None),
                right: &lines,
                ..ListRow::new(name.trim())
            };
            if row.ui(ui).clicked() {
                picked = Some(*id);
            }
        }
    });
    if codings.len() > MOST {
        padded(ui, |ui| {
            let more = view.say(&Message::new("coding-rest").with("n", codings.len() - MOST));
            label_ui(ui, Words::of(&more, type_scale::SMALL, theme.text3));
        });
    }
    picked
}
