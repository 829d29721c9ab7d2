//! Table 4.3: every indicator with the passages coded with it, by group of informants, in observations and in documents.

use super::{Made, Making, NOTHING};
use crate::analysis::in_reading_order;
use crate::domain::{Code, Direction, Message, Technique};
use crate::export::columns::group_words;
use crate::export::paper::GridCell;
use std::collections::{BTreeMap, HashSet};

/// Where a passage stands: with a group, with nobody's group, or in a kind of source without speakers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Group(u32),
    Others,
    Of(Technique),
}

impl Making<'_> {
    /// One row a code that stands below another, and one for a code at the top that is used itself.
    pub(super) fn coding(&self) -> Made {
        let study = self.study;
        let mut coded: Vec<BTreeMap<u32, Vec<Direction>>> = vec![BTreeMap::new(); study.codes.len()];
        for entry in &study.codings {
            let is_evidence = entry.coding.direction != Some(Direction::Context)
                && !study.segments[entry.segment as usize].voice.is_researcher_only();
            if is_evidence {
                let marks = coded[entry.code as usize].entry(entry.segment).or_default();
                marks.extend(entry.coding.direction.filter(|direction| !marks.contains(direction)));
            }
        }
        let codes: Vec<u32> = (0_u32..)
            .zip(&study.codes)
            .filter(|(at, code)| {
                let is_first = study.codebook_of(*at).is_none();
                is_first && (code.parent.is_some() || !coded[*at as usize].is_empty())
            })
            .map(|(at, _)| at)
            .collect();
        let has_others = coded.iter().flat_map(BTreeMap::keys).any(|at| self.sides(*at).contains(&Side::Others));
        let mut sides: Vec<Side> = (0_u32..).take(study.groups.len()).map(Side::Group).collect();
        sides.extend(has_others.then_some(Side::Others));
        sides.extend([Technique::Observation, Technique::Document].map(Side::Of));
        let mut headings = vec![self.heading("tables-role", 15), self.heading("tables-indicator", 24)];
        headings.extend(sides.iter().map(|side| (self.side_words(*side), 18)));
        headings.push(self.heading("tables-segments", 16));
        let mut last = None;
        let rows = codes.iter().take(self.most).map(|code| {
            let family = study.family_of(*code);
            // The role stands once, where its indicators begin.
            let is_new = last.replace(family) != Some(family);
            let role = if is_new { study.codes[family as usize].name.clone() } else { String::new() };
            self.indicator_row(role, *code, &coded[*code as usize], &sides)
        });
        Made {
            rows: rows.collect(),
            centred: vec![headings.len() - 1],
            headings,
            total: codes.len(),
            notes: vec![self.marks_note(), super::Block::Note(self.words.text("counted-frequency"))],
        }
    }

    fn indicator_row(
        &self,
        role: String,
        code: u32,
        coded: &BTreeMap<u32, Vec<Direction>>,
        sides: &[Side],
    ) -> Vec<GridCell> {
        let study = self.study;
        let named: &Code = &study.codes[code as usize];
        let indicator = match named.parent {
            Some(_) => named.full_name(),
            None => self.words.say(&Message::new("tables-role-itself").with("code", named.label())),
        };
        let mut cells: Vec<GridCell> = vec![role.into(), indicator.into()];
        let mut places: Vec<u32> = coded.keys().copied().collect();
        in_reading_order(study, &mut places);
        for side in sides {
            let here = places.iter().filter(|at| self.sides(**at).contains(side));
            let cited: Vec<(u32, Vec<Direction>)> = here.map(|at| (*at, coded[at].clone())).collect();
            cells.push(if cited.is_empty() { NOTHING.into() } else { self.citer.each(&cited).into() });
        }
        let sources: HashSet<u32> = places.iter().map(|at| study.segments[*at as usize].source).collect();
        cells.push(format!("{} ({})", places.len(), sources.len()).into());
        cells
    }

    /// The sides on which a passage stands.
    fn sides(&self, segment: u32) -> Vec<Side> {
        let entry = &self.study.segments[segment as usize];
        let technique = self.study.sources[entry.source as usize].technique;
        if technique != Technique::Interview {
            return vec![Side::Of(technique)];
        }
        let mut sides: Vec<Side> = Vec::new();
        for informant in &entry.voice.informants {
            let group = self.study.informant_groups.get(*informant as usize).copied().flatten();
            let side = group.map_or(Side::Others, Side::Group);
            if !sides.contains(&side) {
                sides.push(side);
            }
        }
        if sides.is_empty() { vec![Side::Others] } else { sides }
    }

    fn side_words(&self, side: Side) -> String {
        match side {
            Side::Others => self.words.text("column-rest"),
            Side::Of(technique) => self.words.text(&format!("technique-{technique}")),
            Side::Group(at) => {
                let group = &self.study.groups[at as usize];
                if group.name.is_empty() { group_words(self.words, &group.key) } else { group.name.clone() }
            }
        }
    }
}
