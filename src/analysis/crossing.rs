//! Columns of one axis within columns of another: groups within techniques. A column stands where there can be words:
//! for techniques every group where anybody speaks at all (an interview that is missing is a gap to be seen), for
//! days and sources only who speaks there. Where two axes are about informants they are paired informant by informant.
//! Text of nobody (an observation sheet, a document) has a column of its own, so that nothing is left out.

use super::columns::{NOWHERE, Placing, place, rest};
use super::comparison::{Column, ColumnKey};
use super::study::Study;
use std::collections::BTreeSet;

/// How two axes cross. The inner one is the own axis of the columns.
pub(super) struct Crossing {
    pub outer: Placing,
    /// Column of text of nobody on the inner axis, where that is about informants.
    pub nobody_inner: Option<u32>,
    /// The same on the outer axis.
    pub nobody_outer: Option<u32>,
    /// (inner, outer) of each column.
    pub pairs: Vec<(u32, u32)>,
    /// How many columns the inner axis has.
    inner: usize,
    /// Column of each pair, outer by outer.
    columns: Vec<u32>,
}

impl Crossing {
    /// The column of a pair; nowhere where there is none.
    pub fn at(&self, outer: u32, inner: u32) -> u32 {
        if outer == NOWHERE || inner == NOWHERE {
            return NOWHERE;
        }
        self.columns.get(outer as usize * self.inner + inner as usize).copied().unwrap_or(NOWHERE)
    }
}

type AxisColumns = (Vec<Column>, Placing);

/// Crosses two axes. `speakers` are those heard in each source; `is_product` says that one of the axes is techniques.
pub(super) fn cross(
    study: &Study,
    (mut inner, placing): AxisColumns,
    (mut outer, outer_placing): AxisColumns,
    speakers: &[Vec<u32>],
    is_product: bool,
) -> (Vec<Column>, Placing, Crossing) {
    let is_of = |one: &Placing, other: &Placing| matches!((one, other), (Placing::Informants(_), Placing::Sources(_)));
    let nobody_inner = is_of(&placing, &outer_placing).then(|| rest_of(&mut inner));
    let nobody_outer = is_of(&outer_placing, &placing).then(|| rest_of(&mut outer));
    let mut crossing = Crossing {
        outer: outer_placing,
        nobody_inner,
        nobody_outer,
        pairs: Vec::new(),
        inner: inner.len(),
        columns: vec![NOWHERE; inner.len() * outer.len()],
    };
    let heard = heard(study, &placing, &crossing, speakers);
    let mut there: BTreeSet<(u32, u32)> = heard.iter().map(|(pair, _)| *pair).collect();
    for source in sources_of_nobody(study) {
        let pair = (crossing.outer.column(None, source, nobody_outer), placing.column(None, source, nobody_inner));
        there.extend((pair.0 != NOWHERE && pair.1 != NOWHERE).then_some(pair));
    }
    let is_coder = |placing: &Placing| matches!(placing, Placing::Coders(_));
    if is_coder(&placing) || is_coder(&crossing.outer) {
        there
            .extend((0..place(outer.len())).flat_map(|outer| (0..place(inner.len())).map(move |inner| (outer, inner))));
    }
    if is_product {
        let spoken: BTreeSet<(u32, u32)> = heard.iter().map(|(pair, _)| *pair).collect();
        if nobody_inner.is_some() {
            let outers: BTreeSet<u32> = spoken.iter().map(|(outer, _)| *outer).collect();
            let all = real(&inner);
            there.extend(outers.iter().flat_map(|outer| all.iter().map(move |inner| (*outer, *inner))));
        } else if nobody_outer.is_some() {
            let inners: BTreeSet<u32> = spoken.iter().map(|(_, inner)| *inner).collect();
            let all = real(&outer);
            there.extend(inners.iter().flat_map(|inner| all.iter().map(move |outer| (*outer, *inner))));
        }
    }
    let mut list = Vec::with_capacity(there.len());
    for (of, within) in there.iter().map(|(outer, inner)| (*inner, *outer)) {
        let (own, other) = (&inner[of as usize], &outer[within as usize]);
        crossing.columns[within as usize * crossing.inner + of as usize] = place(list.len());
        crossing.pairs.push((of, within));
        let informants: BTreeSet<u32> =
            heard.iter().filter(|(pair, _)| *pair == (within, of)).map(|(_, informant)| *informant).collect();
        list.push(Column {
            id: format!("{}/{}", other.id, own.id).into(),
            label: own.label.clone(),
            informants_total: place(informants.len()),
            key: own.key,
            within: Some((other.key, other.label.clone())),
        });
    }
    (list, placing, crossing)
}

/// The column of what is left over, made where there is none.
fn rest_of(list: &mut Vec<Column>) -> u32 {
    let known = list.iter().position(|column| column.key == ColumnKey::Rest);
    place(known.unwrap_or_else(|| {
        list.push(rest());
        list.len() - 1
    }))
}

/// The columns that stand for somebody or something.
fn real(list: &[Column]) -> Vec<u32> {
    (0_u32..).zip(list).filter(|(_, column)| column.key != ColumnKey::Rest).map(|(at, _)| at).collect()
}

/// ((outer, inner), informant) of everybody who is heard anywhere, each once. Where coders are an axis everybody is
/// heard by each of them.
fn heard(study: &Study, placing: &Placing, crossing: &Crossing, speakers: &[Vec<u32>]) -> Vec<((u32, u32), u32)> {
    let all = |placing: &Placing| -> Option<BTreeSet<u32>> {
        match placing {
            Placing::Coders(columns) => Some(columns.iter().copied().filter(|column| *column != NOWHERE).collect()),
            Placing::Informants(_) | Placing::Sources(_) => None,
        }
    };
    let (inner_coders, outer_coders) = (all(placing), all(&crossing.outer));
    let mut found = BTreeSet::new();
    let mut put = |informant: u32, source: u32| {
        let one = |placing: &Placing, coders: &Option<BTreeSet<u32>>| match coders {
            Some(coders) => coders.iter().copied().collect(),
            None => vec![placing.column(Some(informant), source, None)],
        };
        for outer in one(&crossing.outer, &outer_coders) {
            for inner in one(placing, &inner_coders) {
                if outer != NOWHERE && inner != NOWHERE {
                    found.insert(((outer, inner), informant));
                }
            }
        }
    };
    for (source, speaking) in (0_u32..).zip(speakers) {
        speaking.iter().for_each(|informant| put(*informant, source));
    }
    let needs_no_source = |placing: &Placing| !matches!(placing, Placing::Sources(_));
    if needs_no_source(placing) && needs_no_source(&crossing.outer) {
        // Who is in no source yet is somebody all the same, as on one axis.
        for (at, informant) in (0_u32..).zip(&study.informants) {
            if !informant.is_withdrawn() {
                put(at, 0);
            }
        }
    }
    found.into_iter().collect()
}

/// Sources that hold text of nobody: nobody speaks in them, or something of them is coded that nobody speaks.
fn sources_of_nobody(study: &Study) -> BTreeSet<u32> {
    let silent = (0..study.sources.len()).filter(|at| study.speakers(*at).is_empty()).map(place);
    let coded =
        study.segments.iter().filter(|entry| entry.voice.informants.is_empty() && !entry.voice.is_researcher_only());
    silent.chain(coded.map(|entry| entry.source)).collect()
}
