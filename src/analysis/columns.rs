//! The columns of a comparison and where each segment falls. Everything is laid out as `u32` lists here,
//! once a question, so that counting 100,000 codings follows no pointer and asks no hash map.

use super::comparison::{Axis, Column, ColumnKey};
use super::study::{SegmentEntry, Study};
use crate::domain::{Attribute, AttributeHost, AttributeId, AttributeOf, CharRange, Date, Technique, TurnKind};
use std::collections::BTreeSet;

/// How a segment comes to its columns.
enum Placing {
    /// By the informants whose words it covers: column of each informant.
    Informants(Vec<u32>),
    /// By its source: column of each source.
    Sources(Vec<u32>),
    /// By who coded it: column of each coder.
    Coders(Vec<u32>),
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

/// The columns of one axis, and the segments of the study sorted into them.
pub(super) struct Columns {
    pub list: Vec<Column>,
    placing: Placing,
    /// Columns of each segment, each once; unused where coders are the columns.
    of_segment: Lists,
    /// Informants of each segment.
    informants: Lists,
    /// Source of each segment.
    sources: Vec<u32>,
    /// Whether only the researcher speaks in a segment.
    researcher_only: Vec<bool>,
    /// Columns that a question in each source is put to.
    asked: Vec<Vec<u32>>,
}

/// No column: an informant or a coder that the axis does not show.
const NOWHERE: u32 = u32::MAX;

impl Columns {
    pub fn of(study: &Study, by: Axis) -> Self {
        let speakers: Vec<Vec<u32>> = (0..study.sources.len()).map(|at| heard_in(study, at)).collect();
        let (mut list, placing) = match by {
            Axis::Group => by_group(study),
            Axis::Informant => by_informant(study),
            Axis::Technique => by_technique(study),
            Axis::Source => by_source(study),
            Axis::Date => by_date(study),
            Axis::Coder => by_coder(study),
            Axis::Attribute(id) => by_attribute(study, id),
        };
        match &placing {
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
                for column in &mut list {
                    column.informants_total = place(heard(study).filter(|is_heard| *is_heard).count());
                }
            }
        }
        let mut columns = Self {
            list,
            placing,
            of_segment: Lists::default(),
            informants: Lists::default(),
            sources: Vec::with_capacity(study.segments.len()),
            researcher_only: Vec::with_capacity(study.segments.len()),
            asked: Vec::new(),
        };
        columns.asked = speakers.iter().enumerate().map(|(at, speakers)| columns.asked_of(at, speakers)).collect();
        for entry in &study.segments {
            columns.put(entry);
        }
        columns
    }

    fn put(&mut self, entry: &SegmentEntry) {
        self.sources.push(entry.source);
        self.researcher_only.push(entry.voice.is_researcher_only());
        self.informants.values.extend_from_slice(&entry.voice.informants);
        self.informants.close();
        let start = self.of_segment.values.len();
        match &self.placing {
            Placing::Informants(column_of) => {
                for informant in &entry.voice.informants {
                    let column = column_of[*informant as usize];
                    if column != NOWHERE && !self.of_segment.values[start..].contains(&column) {
                        self.of_segment.values.push(column);
                    }
                }
            }
            Placing::Sources(column_of) => self.of_segment.values.push(column_of[entry.source as usize]),
            Placing::Coders(_) => {}
        }
        self.of_segment.close();
    }

    /// Columns that a segment counts in; empty where coders are the columns.
    pub fn of_segment(&self, segment: u32) -> &[u32] {
        self.of_segment.of(segment)
    }

    pub fn source_of(&self, segment: u32) -> u32 {
        self.sources[segment as usize]
    }

    pub fn is_researcher_only(&self, segment: u32) -> bool {
        self.researcher_only[segment as usize]
    }

    /// Informants of a segment who belong to a column.
    pub fn informants_in(&self, segment: u32, column: u32) -> impl Iterator<Item = u32> {
        let only = match &self.placing {
            Placing::Informants(column_of) => Some(column_of),
            Placing::Sources(_) | Placing::Coders(_) => None,
        };
        let inside = move |informant: &u32| only.is_none_or(|column_of| column_of[*informant as usize] == column);
        self.informants.of(segment).iter().copied().filter(inside)
    }

    /// How many parts the codings of a row are counted in apart: one a coder where coders are the columns.
    pub fn parts(&self) -> usize {
        match self.placing {
            Placing::Coders(_) => self.list.len().max(1),
            Placing::Informants(_) | Placing::Sources(_) => 1,
        }
    }

    /// The part that a coding of a coder is counted in.
    pub fn part_of(&self, coder: u32) -> usize {
        match &self.placing {
            Placing::Coders(column_of) => column_of[coder as usize] as usize,
            Placing::Informants(_) | Placing::Sources(_) => 0,
        }
    }

    /// Whether coders are the columns: then the column of a coding is its part.
    pub fn are_coders(&self) -> bool {
        matches!(self.placing, Placing::Coders(_))
    }

    /// Columns that a question in `source` is put to: those of the informants who speak there, or the
    /// source's own column. Where coders are the columns, the coder's.
    pub fn asked_in(&self, source: u32) -> &[u32] {
        &self.asked[source as usize]
    }

    fn asked_of(&self, source: usize, speakers: &[u32]) -> Vec<u32> {
        match &self.placing {
            Placing::Informants(column_of) => {
                let asked: BTreeSet<u32> = speakers
                    .iter()
                    .map(|informant| column_of[*informant as usize])
                    .filter(|column| *column != NOWHERE)
                    .collect();
                asked.into_iter().collect()
            }
            Placing::Sources(column_of) => vec![column_of[source]],
            Placing::Coders(_) => Vec::new(),
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
    Column { id: id.into(), label: label.to_owned(), informants_total: 0, key }
}

/// What is left over: informants without a group or a value, sources without a date.
fn rest() -> Column {
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
