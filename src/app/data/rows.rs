//! What the tables show beside the plain facts, worked out once a revision: whose words a source holds,
//! how many coded segments lie in it, which families of codes.

use crate::analysis::{Stand, Study};
use crate::domain::{ProjectId, TurnKind};
use std::collections::{BTreeMap, BTreeSet};

/// What is derived of a source.
#[derive(Default)]
pub(super) struct SourceRow {
    /// Informants who speak in it, as places in the study.
    pub informants: Vec<u32>,
    /// Their groups, as places in the study.
    pub groups: Vec<u32>,
    /// Coded segments.
    pub segments: u32,
    /// Segments of each family of codes, by the family's place in the study.
    pub families: BTreeMap<u32, u32>,
    /// How far its coding is.
    pub stand: Stand,
    /// Turns of each speaker's label; the researcher's under the empty label.
    pub turns: BTreeMap<String, u32>,
}

/// What is derived of an informant.
#[derive(Default)]
pub(super) struct InformantRow {
    /// Sources with words of the informant, as places in the study.
    pub sources: BTreeSet<u32>,
    /// Turns.
    pub turns: u32,
    /// Coded segments with words of the informant.
    pub segments: u32,
}

/// The derived rows with the revision they belong to.
#[derive(Default)]
pub(super) struct Rows {
    of: Option<(ProjectId, u64)>,
    /// Parallel to the study's sources.
    pub sources: Vec<SourceRow>,
    /// Parallel to the study's informants.
    pub informants: Vec<InformantRow>,
}

impl Rows {
    /// Works the rows out anew where the project has changed.
    pub fn keep(&mut self, study: &Study) {
        let of = (study.project.id, study.project.revision);
        if self.of != Some(of) {
            *self = Self::work_out(study);
            self.of = Some(of);
        }
    }

    fn work_out(study: &Study) -> Self {
        let mut sources: Vec<SourceRow> = study.sources.iter().map(|_| SourceRow::default()).collect();
        let mut informants: Vec<InformantRow> = study.informants.iter().map(|_| InformantRow::default()).collect();
        for (at, (place, row)) in (0_u32..).zip(&mut sources).enumerate() {
            row.informants = study.speakers(at);
            row.groups = study.groups_of(&row.informants);
            for informant in &row.informants {
                if let Some(informant) = informants.get_mut(*informant as usize) {
                    informant.sources.insert(place);
                }
            }
            for turn in study.turns.get(at).iter().flat_map(|turns| turns.iter()) {
                let informant = turn.informant.and_then(|id| study.informant_at(id));
                let known = informant.and_then(|at| study.informants.get(at as usize));
                if let Some(row) = informant.and_then(|at| informants.get_mut(at as usize)) {
                    row.turns += 1;
                }
                match turn.kind {
                    TurnKind::Speech if turn.informant.is_some() => {
                        // Who speaks without a label is told by the code.
                        let code = known.filter(|_| turn.label.is_empty()).map(|known| &known.code);
                        *row.turns.entry(code.unwrap_or(&turn.label).clone()).or_default() += 1;
                    }
                    TurnKind::Question => *row.turns.entry(String::new()).or_default() += 1,
                    _ => {}
                }
            }
        }
        for (row, stand) in sources.iter_mut().zip(study.stands()) {
            row.stand = stand;
        }
        let mut families: Vec<BTreeSet<u32>> = vec![BTreeSet::new(); study.segments.len()];
        for entry in &study.codings {
            if let Some(found) = families.get_mut(entry.segment as usize) {
                found.insert(study.family_of(entry.code));
            }
        }
        for (entry, families) in study.segments.iter().zip(&families) {
            if families.is_empty() {
                continue;
            }
            if let Some(row) = sources.get_mut(entry.source as usize) {
                row.segments += 1;
                for family in families {
                    *row.families.entry(*family).or_default() += 1;
                }
            }
            for at in &entry.voice.informants {
                if let Some(row) = informants.get_mut(*at as usize) {
                    row.segments += 1;
                }
            }
        }
        Self { of: None, sources, informants }
    }
}
