//! The columns of a comparison and where each segment falls. Everything is laid out as `u32` lists here,
//! once a question, so that counting 100,000 codings follows no pointer and asks no hash map.

use super::comparison::{Axis, Column, ColumnKey};
use super::crossing::{Crossing, cross};
use super::study::{SegmentEntry, Study};
use crate::domain::{
    Attribute, AttributeHost, AttributeId, AttributeOf, CharRange, CoderId, Date, SourceId, Technique, TurnKind,
};
use std::collections::{BTreeSet, HashSet};

/// How a segment comes to its columns.
pub(super) enum Placing {
    /// By the informants whose words it covers: column of each informant.
    Informants(Vec<u32>),
    /// By its source: column of each source.
    Sources(Vec<u32>),
    /// By who coded it: column of each coder.
    Coders(Vec<u32>),
}

impl Placing {
    /// The column of words of an informant, or of nobody, in a source.
    pub fn column(&self, informant: Option<u32>, source: u32, nobody: Option<u32>) -> u32 {
        match (self, informant) {
            (Self::Informants(columns), Some(informant)) => columns[informant as usize],
            (Self::Informants(_), None) => nobody.unwrap_or(NOWHERE),
            (Self::Sources(columns), _) => columns[source as usize],
            (Self::Coders(_), _) => NOWHERE,
        }
    }

    /// Column of each informant, where these decide.
    fn of_informants(&self) -> Option<&[u32]> {
        match self {
            Self::Informants(columns) => Some(columns),
            Self::Sources(_) | Self::Coders(_) => None,
        }
    }
}

/// Lists of numbers laid end to end.
#[derive(Default)]
struct Lists {
    ends: Vec<u32>,
    values: Vec<u32>,
}

impl Lists {
    fn close(&mut self) {
        self.ends.push(place(self.values.len()));
    }

    fn of(&self, at: u32) -> &[u32] {
        let at = at as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.values[start..self.ends[at] as usize]
    }
}

pub(super) fn place(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

/// The columns of one axis, or of two that cross, and the segments of the study sorted into them.
pub(super) struct Columns {
    pub list: Vec<Column>,
    placing: Placing,
    crossing: Option<Crossing>,
    /// How many coders are told apart; none where they are not.
    coders: Option<usize>,
    /// Columns of each segment, each once; of the axis that is not the coders where these are an axis.
    of_segment: Lists,
    /// Informants of each segment.
    informants: Lists,
    /// Source of each segment.
    sources: Vec<u32>,
    /// Whether only the researcher speaks in a segment.
    researcher_only: Vec<bool>,
    /// Columns that a question in each source is put to.
    asked: Vec<Vec<u32>>,
    /// Of each column, whether all its sources are coded to their end.
    finished: Vec<bool>,
}

/// No column: an informant or a coder that the axis does not show.
pub(super) const NOWHERE: u32 = u32::MAX;

impl Columns {
    /// The columns of `by`; within each column of another axis where there is one.
    pub fn of(study: &Study, by: Axis, within: Option<Axis>) -> Self {
        let speakers: Vec<Vec<u32>> = (0..study.sources.len()).map(|at| heard_in(study, at)).collect();
        let (mut list, placing) = axis(study, by);
        let coders = matches!(placing, Placing::Coders(_)).then_some(list.len().max(1));
        let mut columns = match within.filter(|within| *within != by) {
            None => {
                total(study, &mut list, &placing, &speakers);
                Self::bare(list, placing, None, coders)
            }
            Some(within) => {
                let other = axis(study, within);
                let coders = if matches!(other.1, Placing::Coders(_)) { Some(other.0.len().max(1)) } else { coders };
                let is_product = [by, within].contains(&Axis::Technique);
                let (list, placing, crossing) = cross(study, (list, placing), other, &speakers, is_product);
                Self::bare(list, placing, Some(crossing), coders)
            }
        };
        columns.asked = speakers.iter().enumerate().map(|(at, speakers)| columns.asked_of(at, speakers)).collect();
        for entry in &study.segments {
            columns.put(entry);
        }
        columns.finish(study);
        columns
    }

    const fn bare(list: Vec<Column>, placing: Placing, crossing: Option<Crossing>, coders: Option<usize>) -> Self {
        Self {
            list,
            placing,
            crossing,
            coders,
            of_segment: Lists { ends: Vec::new(), values: Vec::new() },
            informants: Lists { ends: Vec::new(), values: Vec::new() },
            sources: Vec::new(),
            researcher_only: Vec::new(),
            asked: Vec::new(),
            finished: Vec::new(),
        }
    }

    fn put(&mut self, entry: &SegmentEntry) {
        self.sources.push(entry.source);
        let is_researcher_only = entry.voice.is_researcher_only();
        self.researcher_only.push(is_researcher_only);
        self.informants.values.extend_from_slice(&entry.voice.informants);
        self.informants.close();
        let start = self.of_segment.values.len();
        let by_informant = self.is_by_informant();
        for informant in entry.voice.informants.iter().filter(|_| by_informant) {
            let column = self.base_of(Some(*informant), entry.source);
            if column != NOWHERE && !self.of_segment.values[start..].contains(&column) {
                self.of_segment.values.push(column);
            }
        }
        if !by_informant || entry.voice.informants.is_empty() && !is_researcher_only {
            let column = self.base_of(None, entry.source);
            if column != NOWHERE {
                self.of_segment.values.push(column);
            }
        }
        self.of_segment.close();
    }

    /// Whether a segment comes to its columns by the informants in it.
    fn is_by_informant(&self) -> bool {
        let is = |placing: &Placing| matches!(placing, Placing::Informants(_));
        is(&self.placing) || self.crossing.as_ref().is_some_and(|crossing| is(&crossing.outer))
    }

    /// The column of words of an informant, or of nobody, in a source; of the axis that is not the coders where these
    /// are one.
    fn base_of(&self, informant: Option<u32>, source: u32) -> u32 {
        let Some(crossing) = &self.crossing else { return self.placing.column(informant, source, None) };
        let inner = self.placing.column(informant, source, crossing.nobody_inner);
        let outer = crossing.outer.column(informant, source, crossing.nobody_outer);
        match (&self.placing, &crossing.outer) {
            (Placing::Coders(_), _) => outer,
            (_, Placing::Coders(_)) => inner,
            _ => crossing.at(outer, inner),
        }
    }

    /// Columns that codings of a part on a segment count in; `room` is where they are put together.
    pub fn falls<'a>(&'a self, segment: u32, part: u32, room: &'a mut Vec<u32>) -> &'a [u32] {
        self.with_coder(self.of_segment.of(segment), part, room)
    }

    /// Columns that a question in `source` is put to: those of the informants who speak there, or the source's own
    /// column. Where coders are the columns, the coder's.
    pub fn asked_in<'a>(&'a self, source: u32, part: u32, room: &'a mut Vec<u32>) -> &'a [u32] {
        self.with_coder(&self.asked[source as usize], part, room)
    }

    fn with_coder<'a>(&self, base: &'a [u32], part: u32, room: &'a mut Vec<u32>) -> &'a [u32] {
        if self.coders.is_none() {
            return base;
        }
        room.clear();
        match &self.crossing {
            None => room.push(part),
            Some(crossing) if matches!(self.placing, Placing::Coders(_)) => {
                room.extend(base.iter().map(|outer| crossing.at(*outer, part)));
            }
            Some(crossing) => room.extend(base.iter().map(|inner| crossing.at(part, *inner))),
        }
        room.retain(|column| *column != NOWHERE);
        room
    }

    /// Columns of a segment, whoever coded it; none where coders are an axis.
    pub fn of_segment(&self, segment: u32) -> &[u32] {
        if self.coders.is_some() { &[] } else { self.of_segment.of(segment) }
    }

    pub fn source_of(&self, segment: u32) -> u32 {
        self.sources[segment as usize]
    }

    pub fn is_researcher_only(&self, segment: u32) -> bool {
        self.researcher_only[segment as usize]
    }

    /// Whether all sources of a column are coded to their end, as coders say.
    pub fn is_finished(&self, column: usize) -> bool {
        self.finished[column]
    }

    /// Informants of a segment who belong to a column.
    pub fn informants_in(&self, segment: u32, column: u32) -> impl Iterator<Item = u32> {
        let (inner, outer) = match &self.crossing {
            None => (column, NOWHERE),
            Some(crossing) => crossing.pairs[column as usize],
        };
        let own = self.placing.of_informants().map(|columns| (columns, inner));
        let other = self.crossing.as_ref().and_then(|crossing| crossing.outer.of_informants());
        let other = other.map(|columns| (columns, outer));
        let is_in = |at: u32, side: Option<(&[u32], u32)>| side.is_none_or(|(of, column)| of[at as usize] == column);
        let inside = move |informant: &u32| is_in(*informant, own) && is_in(*informant, other);
        self.informants.of(segment).iter().copied().filter(inside)
    }

    /// How many parts the codings of a row are counted in apart: one a coder where coders are an axis.
    pub fn parts(&self) -> usize {
        self.coders.unwrap_or(1)
    }

    /// The part that a coding of a coder is counted in.
    pub fn part_of(&self, coder: u32) -> usize {
        let of = |placing: &Placing| match placing {
            Placing::Coders(column_of) => Some(column_of[coder as usize] as usize),
            Placing::Informants(_) | Placing::Sources(_) => None,
        };
        let other = || self.crossing.as_ref().and_then(|crossing| of(&crossing.outer));
        of(&self.placing).or_else(other).unwrap_or(0)
    }

    /// Whether coders are an axis: then the columns of a coding hang on who coded.
    pub const fn are_coders(&self) -> bool {
        self.coders.is_some()
    }

    fn asked_of(&self, source: usize, speakers: &[u32]) -> Vec<u32> {
        let source = place(source);
        let asked: BTreeSet<u32> = if self.is_by_informant() {
            speakers.iter().map(|informant| self.base_of(Some(*informant), source)).collect()
        } else {
            BTreeSet::from([self.base_of(None, source)])
        };
        asked.into_iter().filter(|column| *column != NOWHERE).collect()
    }

    /// Finds out which columns have no source that is still being coded.
    fn finish(&mut self, study: &Study) {
        let mut finished = vec![true; self.list.len()];
        let mut room = Vec::new();
        let said: HashSet<(SourceId, CoderId)> = study
            .progress
            .iter()
            .filter(|progress| progress.is_finished)
            .map(|progress| (progress.source, progress.coder))
            .collect();
        let by_anybody: HashSet<SourceId> = said.iter().map(|(source, _)| *source).collect();
        for (at, source) in (0_u32..).zip(&study.sources) {
            let nobody = Some(self.base_of(None, at)).filter(|column| self.is_by_informant() && *column != NOWHERE);
            let base: Vec<u32> = self.asked[at as usize].iter().copied().chain(nobody).collect();
            if self.coders.is_none() && !by_anybody.contains(&source.id) {
                base.iter().for_each(|column| finished[*column as usize] = false);
            }
            for (coder, one) in (0_u32..).zip(&study.coders).filter(|_| self.coders.is_some()) {
                let part = place(self.part_of(coder));
                if part != NOWHERE && !said.contains(&(source.id, one.id)) {
                    for column in self.with_coder(&base, part, &mut room) {
                        finished[*column as usize] = false;
                    }
                }
            }
        }
        self.finished = finished;
    }
}

/// The columns of an axis and how segments come to them.
fn axis(study: &Study, by: Axis) -> (Vec<Column>, Placing) {
    match by {
        Axis::Group => by_group(study),
        Axis::Informant => by_informant(study),
        Axis::Technique => by_technique(study),
        Axis::Source => by_source(study),
        Axis::Date => by_date(study),
        Axis::Coder => by_coder(study),
        Axis::Attribute(id) => by_attribute(study, id),
    }
}

/// Counts the informants of each column of one axis.
fn total(study: &Study, list: &mut [Column], placing: &Placing, speakers: &[Vec<u32>]) {
    match placing {
        Placing::Informants(column_of) => {
            for column in column_of.iter().filter(|column| **column != NOWHERE) {
                list[*column as usize].informants_total += 1;
            }
        }
        Placing::Sources(column_of) => {
            let mut heard: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); list.len()];
            for (source, column) in column_of.iter().enumerate() {
                heard[*column as usize].extend(&speakers[source]);
            }
            for (column, heard) in list.iter_mut().zip(heard) {
                column.informants_total = place(heard.len());
            }
        }
        Placing::Coders(_) => {
            for column in list {
                column.informants_total = place(heard(study).filter(|is_heard| *is_heard).count());
            }
        }
    }
}

/// Whether a stretch of a source lies in a question of the researcher (and not in a reflective note).
pub(super) fn is_question(study: &Study, source: u32, range: CharRange) -> bool {
    let Some(turns) = study.turns.get(source as usize) else { return false };
    let first = turns.partition_point(|turn| turn.range.end <= range.start);
    turns[first..]
        .iter()
        .take_while(|turn| turn.range.start < range.end)
        .any(|turn| turn.kind == TurnKind::Question && turn.words.overlaps(range))
}

/// Who speaks in a source and may be counted.
fn heard_in(study: &Study, source: usize) -> Vec<u32> {
    study.speakers(source).into_iter().filter(|at| !study.is_withdrawn(*at)).collect()
}

/// Of each informant, whether the words may be counted: consent was not withdrawn.
fn heard(study: &Study) -> impl Iterator<Item = bool> {
    study.informants.iter().map(|informant| !informant.is_withdrawn())
}

/// The columns of informants, without those who have withdrawn.
fn of_heard(study: &Study, columns: impl Iterator<Item = u32>) -> Placing {
    let columns = columns.zip(heard(study));
    Placing::Informants(columns.map(|(column, is_heard)| if is_heard { column } else { NOWHERE }).collect())
}

fn column(id: &str, label: &str, key: ColumnKey) -> Column {
    Column { id: id.into(), label: label.to_owned(), informants_total: 0, key, within: None }
}

/// What is left over: informants without a group or a value, sources without a date.
pub(super) fn rest() -> Column {
    column("none", "–", ColumnKey::Rest)
}

fn by_group(study: &Study) -> (Vec<Column>, Placing) {
    let mut list = Vec::new();
    let mut column_of_group = vec![NOWHERE; study.groups.len()];
    let has_heard =
        |group: Option<u32>| study.informant_groups.iter().zip(heard(study)).any(|(of, heard)| heard && *of == group);
    for (at, group) in study.groups.iter().enumerate() {
        if has_heard(Some(place(at))) {
            column_of_group[at] = place(list.len());
            list.push(column(&group.key, &group.name, ColumnKey::Group(group.id)));
        }
    }
    let left_over = place(list.len());
    if has_heard(None) {
        list.push(rest());
    }
    let column_of =
        study.informant_groups.iter().map(|group| group.map_or(left_over, |group| column_of_group[group as usize]));
    let placing = of_heard(study, column_of);
    (list, placing)
}

fn by_informant(study: &Study) -> (Vec<Column>, Placing) {
    let mut list = Vec::new();
    let mut column_of = Vec::with_capacity(study.informants.len());
    for (informant, is_heard) in study.informants.iter().zip(heard(study)) {
        column_of.push(if is_heard { place(list.len()) } else { NOWHERE });
        if is_heard {
            list.push(column(&informant.code, &informant.code, ColumnKey::Informant(informant.id)));
        }
    }
    (list, Placing::Informants(column_of))
}

/// The values of an attribute in their order, and a column for what has none.
fn by_attribute(study: &Study, id: AttributeId) -> (Vec<Column>, Placing) {
    let Some(attribute) = study.attributes.iter().find(|attribute| attribute.id == id) else {
        return (Vec::new(), Placing::Informants(vec![NOWHERE; study.informants.len()]));
    };
    match attribute.host {
        AttributeHost::Informant => {
            let values = study.informants.iter().map(|one| study.value_of(id, AttributeOf::Informant(one.id)));
            let values: Vec<Option<&str>> = values.collect();
            let counted = values.iter().zip(heard(study)).filter(|(_, is_heard)| *is_heard).map(|(value, _)| *value);
            let list = value_columns(attribute, counted.collect());
            let column_of = values.iter().map(|value| column_of_value(&list, *value));
            let placing = of_heard(study, column_of);
            (list, placing)
        }
        AttributeHost::Source => {
            let values = study.sources.iter().map(|one| study.value_of(id, AttributeOf::Source(one.id)));
            let values: Vec<Option<&str>> = values.collect();
            let list = value_columns(attribute, values.clone());
            let column_of = values.iter().map(|value| column_of_value(&list, *value)).collect();
            (list, Placing::Sources(column_of))
        }
    }
}

fn value_columns(attribute: &Attribute, values: Vec<Option<&str>>) -> Vec<Column> {
    let mut there: Vec<&str> = values.iter().copied().flatten().collect();
    there.sort_by(|one, other| attribute.compare(one, other));
    there.dedup();
    let mut list: Vec<Column> = there.into_iter().map(|value| column(value, value, ColumnKey::Value)).collect();
    if values.contains(&None) {
        list.push(rest());
    }
    list
}

fn column_of_value(list: &[Column], value: Option<&str>) -> u32 {
    let found = list.iter().position(|column| match value {
        Some(value) => column.key == ColumnKey::Value && &*column.id == value,
        None => column.key == ColumnKey::Rest,
    });
    found.map_or(NOWHERE, place)
}

fn by_technique(study: &Study) -> (Vec<Column>, Placing) {
    let used: Vec<Technique> = Technique::ALL
        .into_iter()
        .filter(|technique| study.sources.iter().any(|source| source.technique == *technique))
        .collect();
    let column_of = study
        .sources
        .iter()
        .map(|source| used.iter().position(|technique| *technique == source.technique).map_or(0, place))
        .collect();
    let list = used.iter().map(|used| column(used.key(), used.key(), ColumnKey::Technique(*used))).collect();
    (list, Placing::Sources(column_of))
}

fn by_source(study: &Study) -> (Vec<Column>, Placing) {
    let list = study
        .sources
        .iter()
        .map(|source| column(&source.id.to_string(), &source.name, ColumnKey::Source(source.id)))
        .collect();
    (list, Placing::Sources((0..place(study.sources.len())).collect()))
}

fn by_date(study: &Study) -> (Vec<Column>, Placing) {
    let days: BTreeSet<Date> = study.sources.iter().filter_map(|source| source.date).collect();
    let days: Vec<Date> = days.into_iter().collect();
    let mut list: Vec<Column> = days
        .iter()
        .map(|day| {
            let written = day.to_string();
            column(&written, &written, ColumnKey::Date(*day))
        })
        .collect();
    let left_over = place(list.len());
    if study.sources.iter().any(|source| source.date.is_none()) {
        list.push(rest());
    }
    let column_of = study
        .sources
        .iter()
        .map(|source| source.date.and_then(|day| days.binary_search(&day).ok()).map_or(left_over, place))
        .collect();
    (list, Placing::Sources(column_of))
}

fn by_coder(study: &Study) -> (Vec<Column>, Placing) {
    let mut has_coded = vec![false; study.coders.len()];
    for entry in &study.codings {
        has_coded[entry.coder as usize] = true;
    }
    let mut list = Vec::new();
    let mut column_of = vec![NOWHERE; study.coders.len()];
    for (at, coder) in study.coders.iter().enumerate().filter(|(at, _)| has_coded[*at]) {
        column_of[at] = place(list.len());
        list.push(column(&coder.name, &coder.name, ColumnKey::Coder(coder.id)));
    }
    (list, Placing::Coders(column_of))
}
