//! Two copies of one study side by side: which sources and codings lie only here, only there, or in both but not
//! alike. What was done the same way on both sides counts as the same, whatever its id.

use super::excerpt::{Excerpt, Filter, excerpts};
use super::study::{CodingEntry, Study};
use crate::domain::{CodingId, Date, RevisionId, Source, SourceId, Technique};
use serde::Serialize;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::Arc;

/// Things of two copies.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Sides<T> {
    /// Those that only this copy has.
    pub only_here: Vec<T>,
    /// Those that only the other copy has.
    pub only_there: Vec<T>,
    /// Those that both have, but not alike.
    pub differing: Vec<Differing<T>>,
    /// How many are the same in both.
    pub same: usize,
}

/// One thing in two states.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Differing<T> {
    /// What differs, by the keys that JSON has.
    pub fields: Vec<&'static str>,
    /// As it is here.
    pub here: T,
    /// As it is there.
    pub there: T,
}

impl<T> Sides<T> {
    /// Whether the other copy holds something that this one does not.
    pub fn has_news(&self) -> bool {
        !self.only_there.is_empty() || !self.differing.is_empty()
    }

    /// Whether both hold the same.
    pub fn is_same(&self) -> bool {
        self.only_here.is_empty() && !self.has_news()
    }
}

/// A source, as far as copies are compared.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct SourceState {
    /// Its id.
    pub id: SourceId,
    /// Its name.
    pub name: String,
    /// Its short name.
    pub short: String,
    /// What it is in a few words.
    pub description: String,
    /// How it was collected.
    pub technique: Technique,
    /// When.
    pub date: Option<Date>,
    /// Where.
    pub place: String,
    /// Its text.
    pub revision: RevisionId,
}

impl From<&Source> for SourceState {
    fn from(source: &Source) -> Self {
        Self {
            id: source.id,
            name: source.name.clone(),
            short: source.short.clone(),
            description: source.description.clone(),
            technique: source.technique,
            date: source.date,
            place: source.place.clone(),
            revision: source.revision,
        }
    }
}

impl SourceState {
    fn differences(&self, there: &Self) -> Vec<&'static str> {
        named(&[
            ("name", self.name != there.name),
            ("short", self.short != there.short),
            ("description", self.description != there.description),
            ("technique", self.technique != there.technique),
            ("date", self.date != there.date),
            ("place", self.place != there.place),
            ("revision", self.revision != there.revision),
        ])
    }
}

/// What differs between two states of one coding.
fn differences(here: &Excerpt, there: &Excerpt) -> Vec<&'static str> {
    named(&[
        ("quote", (here.start, here.end, here.revision) != (there.start, there.end, there.revision)),
        ("code", here.code_id != there.code_id),
        ("direction", here.direction != there.direction),
        ("coder", here.coder != there.coder),
        ("memo", here.memo != there.memo),
    ])
}

fn named(fields: &[(&'static str, bool)]) -> Vec<&'static str> {
    fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect()
}

/// What two copies of one study have and have not in common.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Divergence {
    /// Sources, in the order of the copies.
    pub sources: Sides<SourceState>,
    /// Codings, by source and place.
    pub codings: Sides<Excerpt>,
}

impl Divergence {
    /// Compares two copies.
    pub fn between(here: &Study, there: &Study) -> Self {
        let states = |study: &Study| study.sources.iter().map(SourceState::from).collect::<Vec<_>>();
        let (here_states, there_states) = (states(here), states(there));
        let likeness = |source: &SourceState| (source.name.clone(), source.revision);
        let pairs = paired(&here_states, &there_states, |source| source.id, likeness);
        let homes: HashMap<SourceId, SourceId> =
            pairs.iter().map(|(here, there)| (there_states[*there].id, here_states[*here].id)).collect();
        let sources = sides(here_states, there_states, &pairs, SourceState::differences);

        let all = |study: &Study| excerpts(study, &Filter::default());
        let (here_codings, there_codings) = (all(here), all(there));
        let likeness = |one: &Excerpt| {
            let source = homes.get(&one.source_id).copied().unwrap_or(one.source_id);
            (source, one.start, one.end, one.code_path.clone(), one.coder.clone(), one.direction)
        };
        let pairs = paired(&here_codings, &there_codings, |one| one.id, likeness);
        let (here_places, there_places) = (places(here), places(there));
        let codings = sides(here_codings, there_codings, &pairs, |one: &Excerpt, other: &Excerpt| {
            let mut fields = differences(one, other);
            let known = here_places.get(&one.id).zip(there_places.get(&other.id));
            if let Some(((reduction, is_key), (other_reduction, is_other_key))) = known {
                let known = [("reduction", reduction != other_reduction), ("key", is_key != is_other_key)];
                fields.extend(named(&known));
            }
            fields
        });
        Self { sources, codings }
    }
}

/// What is known of the place of each coding: its reduction, and whether it is a key quotation.
fn places(study: &Study) -> HashMap<CodingId, (Arc<str>, bool)> {
    let place = |entry: &CodingEntry| {
        let segment = &study.segments.get(entry.segment as usize)?.segment;
        Some((entry.coding.id, (Arc::clone(&segment.reduction), segment.is_key)))
    };
    study.codings.iter().filter_map(place).collect()
}

/// Places in both lists that hold the same thing: by its id, else by what it is.
fn paired<T, I: Eq + Hash, L: Eq + Hash>(
    here: &[T],
    there: &[T],
    id: impl Fn(&T) -> I,
    likeness: impl Fn(&T) -> L,
) -> Vec<(usize, usize)> {
    let mut by_id: HashMap<I, usize> = there.iter().enumerate().map(|(at, one)| (id(one), at)).collect();
    let mut pairs = Vec::new();
    let mut alone = Vec::new();
    for (at, one) in here.iter().enumerate() {
        match by_id.remove(&id(one)) {
            Some(other) => pairs.push((at, other)),
            None => alone.push(at),
        }
    }
    let mut by_likeness: HashMap<L, usize> = by_id.into_values().map(|at| (likeness(&there[at]), at)).collect();
    for at in alone {
        if let Some(other) = by_likeness.remove(&likeness(&here[at])) {
            pairs.push((at, other));
        }
    }
    pairs
}

fn sides<T>(
    here: Vec<T>,
    there: Vec<T>,
    pairs: &[(usize, usize)],
    differences: impl Fn(&T, &T) -> Vec<&'static str>,
) -> Sides<T> {
    let partners: HashMap<usize, usize> = pairs.iter().copied().collect();
    let mut there: Vec<Option<T>> = there.into_iter().map(Some).collect();
    let mut sides = Sides { only_here: Vec::new(), only_there: Vec::new(), differing: Vec::new(), same: 0 };
    for (at, here) in here.into_iter().enumerate() {
        match partners.get(&at).and_then(|other| there[*other].take()) {
            None => sides.only_here.push(here),
            Some(there) => match differences(&here, &there) {
                fields if fields.is_empty() => sides.same += 1,
                fields => sides.differing.push(Differing { fields, here, there }),
            },
        }
    }
    sides.only_there = there.into_iter().flatten().collect();
    sides
}
