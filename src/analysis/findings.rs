//! What carries a finding, and what it should be warned of: a claim that rests on one person, on one technique, on the
//! principal about the principal, or on words that contradict each other.

use super::comparison::{Axis, Cell, Column, compare_row};
use super::study::Study;
use crate::domain::{CodeKind, Direction, FindingId, RowKey, SegmentId};
use std::collections::BTreeSet;

/// The key of the group whose words about the principal are words about themselves.
const PRINCIPAL: &str = "principal";

/// Something a reader would ask about a finding.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum FindingWarning {
    /// Only one informant says so, and no text of nobody.
    OneInformant,
    /// All its evidence was collected by one technique.
    OneTechnique,
    /// Only the principal says so, and it is about the principal: its code is a role.
    OnlyPrincipal,
    /// Some of its evidence supports it and some weakens it, and no conclusion is written.
    Unresolved,
}

impl FindingWarning {
    /// The name in files and in messages; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::OneInformant => "one_informant",
            Self::OneTechnique => "one_technique",
            Self::OnlyPrincipal => "only_principal",
            Self::Unresolved => "unresolved",
        }
    }
}

/// The groups and techniques that say something of a finding: columns with their cells, those that are empty left out.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Carriers {
    /// Groups of informants.
    pub groups: Vec<(Column, Cell)>,
    /// Techniques.
    pub techniques: Vec<(Column, Cell)>,
}

/// What carries a finding.
pub fn carriers(study: &Study, finding: FindingId) -> Carriers {
    let filled = |by: Axis| {
        let mut comparison = compare_row(study, RowKey::Finding(finding), by);
        let cells = comparison.rows.pop().map(|row| row.cells).unwrap_or_default();
        comparison.columns.into_iter().zip(cells).filter(|(_, cell)| cell.segments > 0).collect()
    };
    Carriers { groups: filled(Axis::Group), techniques: filled(Axis::Technique) }
}

/// What a finding should be warned of, in this order; nothing of one without evidence. Context is no evidence, nor are
/// the researcher's words.
pub fn warnings(study: &Study, finding: FindingId) -> Vec<FindingWarning> {
    let entry_of = |id: SegmentId| study.segment(id).filter(|entry| !entry.voice.is_researcher_only());
    let evidence: Vec<_> = study
        .evidence_of(finding)
        .filter(|one| one.direction != Some(Direction::Context))
        .filter_map(|one| entry_of(one.segment).map(|entry| (one.direction, entry)))
        .collect();
    if evidence.is_empty() {
        return Vec::new();
    }
    let has_nobody = evidence.iter().any(|(_, entry)| entry.voice.informants.is_empty());
    let informants: BTreeSet<u32> = evidence.iter().flat_map(|(_, entry)| entry.voice.informants.clone()).collect();
    let techniques: BTreeSet<_> = evidence
        .iter()
        .filter_map(|(_, entry)| study.sources.get(entry.source as usize))
        .map(|one| one.technique)
        .collect();
    let is_principal = |informant: &u32| {
        let group = study.informant_groups.get(*informant as usize).copied().flatten();
        group.and_then(|at| study.groups.get(at as usize)).is_some_and(|group| group.key == PRINCIPAL)
    };
    let code = study.finding(finding).and_then(|finding| study.code(finding.code));
    let is_about_principal = code.is_some_and(|code| code.kind == CodeKind::Role);
    let says = |wanted: Direction| evidence.iter().any(|(direction, _)| *direction == Some(wanted));
    let has_conclusion =
        study.verdicts.iter().any(|verdict| verdict.row == RowKey::Finding(finding) && !verdict.conclusion.is_empty());
    let found = [
        (FindingWarning::OneInformant, !has_nobody && informants.len() == 1),
        (FindingWarning::OneTechnique, techniques.len() == 1),
        (
            FindingWarning::OnlyPrincipal,
            is_about_principal && !has_nobody && !informants.is_empty() && informants.iter().all(is_principal),
        ),
        (FindingWarning::Unresolved, says(Direction::Supports) && says(Direction::Weakens) && !has_conclusion),
    ];
    found.into_iter().filter(|(_, holds)| *holds).map(|(warning, _)| warning).collect()
}
