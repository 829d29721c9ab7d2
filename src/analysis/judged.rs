//! What the researcher has judged: findings with their evidence, verdicts, notes in cells, evaluations, member checks.
//! The lists are short and are put into the study whole, each time one of them changes. What would show words that are
//! locked because consent was withdrawn is left out here, as it is everywhere; in the file it stays.

use super::study::Study;
use crate::domain::{
    Axis, CellKey, CellNote, CodeId, ColumnKey, Evaluation, Evidence, Finding, FindingId, MemberCheck, RowKey,
    RowVerdict, SegmentId,
};
use std::collections::HashMap;

/// Everything judged as the store reads it, in any order.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Judged {
    /// Findings; those of one code in their order.
    pub findings: Vec<Finding>,
    /// What bears on them.
    pub evidence: Vec<Evidence>,
    /// Verdicts and conclusions of rows.
    pub verdicts: Vec<RowVerdict>,
    /// Notes in cells.
    pub cell_notes: Vec<CellNote>,
    /// Evaluations of roles.
    pub evaluations: Vec<Evaluation>,
    /// Member checks.
    pub member_checks: Vec<MemberCheck>,
}

/// Where in the list of notes that of a cell stands, by its sorted key.
pub(super) type NotePlaces = HashMap<CellKey, usize>;

impl Study {
    /// Puts everything judged into the place of what was there. Segments, informants and codes are there already. A row
    /// whose reference leads nowhere is left out; `check` reports it.
    pub fn put_judged(&mut self, judged: Judged) {
        let Judged { findings, evidence, verdicts, cell_notes, evaluations, member_checks } = judged;
        self.findings = findings.into_iter().filter(|finding| self.code_at(finding.code).is_some()).collect();
        let mut findings = std::mem::take(&mut self.findings);
        findings.sort_by_key(|finding| (self.code_at(finding.code), finding.order, finding.created, finding.id));
        let places: HashMap<FindingId, usize> = findings.iter().enumerate().map(|(at, one)| (one.id, at)).collect();
        self.findings = findings;
        let is_row = |row: RowKey| match row {
            RowKey::Code(code) => self.code_at(code).is_some(),
            RowKey::Finding(finding) => places.contains_key(&finding),
        };
        let known = evidence.into_iter().filter(|one| places.contains_key(&one.finding));
        let (mut shown, rest): (Vec<Evidence>, Vec<Evidence>) =
            known.partition(|one| self.segment_at(one.segment).is_some());
        let is_locked = |one: &Evidence| self.locked.segments.contains_key(&one.segment);
        let locked = rest.into_iter().filter(is_locked).collect();
        shown.sort_by_key(|one| (places.get(&one.finding).copied(), self.reading_place(one.segment)));
        let verdicts: Vec<RowVerdict> = verdicts.into_iter().filter(|verdict| is_row(verdict.row)).collect();
        let notes: Vec<CellNote> = cell_notes
            .into_iter()
            .filter(|note| is_row(note.cell.row) && !self.is_cell_locked(&note.cell))
            .map(|note| CellNote { segment: note.segment.filter(|id| self.segment_at(*id).is_some()), ..note })
            .collect();
        let mut evaluations: Vec<Evaluation> =
            evaluations.into_iter().filter(|evaluation| self.code_at(evaluation.code).is_some()).collect();
        for evaluation in &mut evaluations {
            evaluation.segments.retain(|segment| self.segment_at(*segment).is_some());
            evaluation.segments.sort_by_key(|segment| self.reading_place(*segment));
        }
        evaluations.sort_by_key(|evaluation| self.code_at(evaluation.code));
        let is_heard = |check: &MemberCheck| {
            self.informant_at(check.informant).is_some_and(|informant| !self.is_withdrawn(informant))
        };
        let member_checks =
            member_checks.into_iter().filter(|check| places.contains_key(&check.finding) && is_heard(check)).collect();
        self.note_places = notes.iter().enumerate().map(|(at, note)| (note.cell.sorted(), at)).collect();
        self.locked.evidence = locked;
        self.evidence = shown;
        self.verdicts = verdicts;
        self.cell_notes = notes;
        self.evaluations = evaluations;
        self.member_checks = member_checks;
    }

    /// Where a segment stands in the order of reading.
    fn reading_place(&self, segment: SegmentId) -> Option<(u32, u32, u32)> {
        self.segment(segment)
            .map(|entry| (entry.source, entry.segment.range.start.get(), entry.segment.range.end.get()))
    }

    /// Whether a cell stands in the column of somebody who has withdrawn, or of a source that is locked whole.
    fn is_cell_locked(&self, cell: &CellKey) -> bool {
        let is_locked = |column: ColumnKey| match column {
            ColumnKey::Informant(id) => self.informant_at(id).is_some_and(|at| self.is_withdrawn(at)),
            ColumnKey::Source(id) => self.lock_of(id) == super::Lock::Whole,
            _ => false,
        };
        std::iter::once(cell.column).chain(cell.within).any(is_locked)
    }

    /// The finding of an id.
    pub fn finding(&self, id: FindingId) -> Option<&Finding> {
        self.findings.iter().find(|finding| finding.id == id)
    }

    /// What bears on a finding, in the order of reading.
    pub fn evidence_of(&self, finding: FindingId) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(move |evidence| evidence.finding == finding)
    }

    /// The findings that a segment bears on.
    pub fn findings_on(&self, segment: SegmentId) -> impl Iterator<Item = &Evidence> {
        self.evidence.iter().filter(move |evidence| evidence.segment == segment)
    }

    /// Whether a finding, an evaluation or a note in a cell names a segment.
    pub fn is_judged_on(&self, segment: SegmentId) -> bool {
        self.findings_on(segment).next().is_some()
            || self.evaluations.iter().any(|evaluation| evaluation.segments.contains(&segment))
            || self.cell_notes.iter().any(|note| note.segment == Some(segment))
    }

    /// What the researcher decided about a row on an axis.
    pub fn verdict_of(&self, row: RowKey, by: Axis) -> Option<&RowVerdict> {
        self.verdicts.iter().find(|verdict| verdict.row == row && verdict.axis == by)
    }

    /// What is written in a cell.
    pub fn note_of(&self, cell: &CellKey) -> Option<&CellNote> {
        self.note_places.get(&cell.sorted()).and_then(|at| self.cell_notes.get(*at))
    }

    /// The evaluation of a role.
    pub fn evaluation_of(&self, code: CodeId) -> Option<&Evaluation> {
        self.evaluations.iter().find(|evaluation| evaluation.code == code)
    }

    /// The member checks of a finding, by code of the informant.
    pub fn checks_of(&self, finding: FindingId) -> Vec<&MemberCheck> {
        let mut checks: Vec<&MemberCheck> =
            self.member_checks.iter().filter(|check| check.finding == finding).collect();
        checks.sort_by_key(|check| self.informant_at(check.informant));
        checks
    }
}
