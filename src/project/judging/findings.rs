//! Findings are written, changed, put in order and removed.

use super::evidence::link;
use super::{Misjudged, check_code, check_segment, claim_label, finding, segment_at};
use crate::domain::{CharRange, CodeId, Direction, Finding, FindingId, Message, RowKey, SegmentId, SourceId, tidied};
use crate::project::code::code_label;
use crate::project::transact::{Op, Work};
use crate::project::{Error, Landed, Project, clock};

impl Project {
    /// Writes a finding under a code, behind those that stand there, with its evidence.
    ///
    /// # Errors
    /// The code or a segment is gone, a segment is locked, the claim is empty, or the file refuses. Nothing is written
    /// then.
    pub fn add_finding(
        &mut self,
        code: CodeId,
        claim: &str,
        evidence: &[(SegmentId, Option<Direction>)],
    ) -> Result<Landed<FindingId>, Error> {
        self.transact(Op::AddFinding, |work| added(work, code, claim, evidence))
    }

    /// Writes a finding under a code with a passage as its evidence, whether or not the passage is coded.
    ///
    /// # Errors
    /// As [`Project::add_finding`]; or the source is gone, or the range is empty, beyond the text or locked.
    pub fn add_finding_on_passage(
        &mut self,
        code: CodeId,
        claim: &str,
        (source, range): (SourceId, CharRange),
        direction: Option<Direction>,
    ) -> Result<Landed<FindingId>, Error> {
        self.transact(Op::AddFinding, |work| {
            let segment = segment_at(work, source, range)?;
            added(work, code, claim, &[(segment, direction)])
        })
    }

    /// Writes the claim of a finding anew and puts it under a code; under another one it stands behind those there.
    ///
    /// # Errors
    /// The finding or the code is gone, the claim is empty, or the file refuses. It stays as it was then.
    pub fn change_finding(&mut self, id: FindingId, code: CodeId, claim: &str) -> Result<Landed<()>, Error> {
        self.transact(Op::ChangeFinding, |work| {
            check_code(work, code)?;
            let (known, claim) = (finding(work, id)?, checked(claim)?);
            if (known.code, &known.claim) == (code, &claim) {
                return Ok(());
            }
            let is_moved = known.code != code;
            let order = if is_moved { place_behind(work, code)? } else { known.order };
            work.db.set_finding(&Finding { code, claim: claim.clone(), order, ..known })?;
            let key = if is_moved { "step-finding-recode" } else { "step-finding-change" };
            let sentence = Message::new(key).with("code", code_label(work.study, code));
            work.describe(sentence.with("claim", claim_label(&claim)));
            Ok(())
        })
    }

    /// Puts a finding before another one of its code, or behind them all.
    ///
    /// # Errors
    /// One of the two is gone, they stand under different codes, or the file refuses.
    pub fn move_finding(&mut self, id: FindingId, before: Option<FindingId>) -> Result<Landed<()>, Error> {
        self.transact(Op::MoveFinding, |work| {
            let moved = finding(work, id)?;
            if let Some(other) = before
                && finding(work, other)?.code != moved.code
            {
                return Err(Misjudged::OtherCode.into());
            }
            if before == Some(id) {
                return Ok(());
            }
            let all = work.db.findings()?.into_iter().filter(|other| other.code == moved.code);
            let mut ordered: Vec<Finding> = all.filter(|other| other.id != id).collect();
            let at = before.and_then(|before| ordered.iter().position(|other| other.id == before));
            let claim = claim_label(&moved.claim);
            ordered.insert(at.unwrap_or(ordered.len()), moved);
            for (order, one) in (0_u32..).zip(ordered) {
                if one.order != order {
                    work.db.set_finding(&Finding { order, ..one })?;
                }
            }
            work.describe(Message::new("step-finding-move").with("claim", claim));
            Ok(())
        })
    }

    /// Removes a finding with its evidence, its member checks, its memo and what was judged of it. Its segments stay
    /// where anything else uses them.
    ///
    /// # Errors
    /// The finding is gone, or the file refuses.
    pub fn delete_finding(&mut self, id: FindingId) -> Result<Landed<()>, Error> {
        self.transact(Op::DeleteFinding, |work| {
            let known = finding(work, id)?;
            let evidence = work.db.evidence_of(id)?;
            let row = RowKey::Finding(id);
            let is_own = |of: RowKey| of == row;
            let checks = work.db.member_checks()?.iter().filter(|check| check.finding == id).count();
            let notes = work.db.cell_notes()?.into_iter().filter(|note| is_own(note.cell.row));
            let quoted: Vec<SegmentId> = notes.filter_map(|note| note.segment).collect();
            let verdicts = work.db.verdicts()?.iter().filter(|verdict| is_own(verdict.row)).count();
            work.db.remove_finding(id)?;
            for segment in evidence.iter().map(|one| one.segment).chain(quoted) {
                work.db.remove_segment_if_unused(segment)?;
            }
            let sentence = Message::new("step-finding-delete").with("claim", claim_label(&known.claim));
            work.describe(sentence.with("n", evidence.len()).with("checks", checks).with("verdicts", verdicts));
            Ok(())
        })
    }
}

/// Writes a finding with its evidence.
fn added(
    work: &mut Work<'_>,
    code: CodeId,
    claim: &str,
    evidence: &[(SegmentId, Option<Direction>)],
) -> Result<FindingId, Error> {
    check_code(work, code)?;
    let claim = checked(claim)?;
    for (segment, _) in evidence {
        check_segment(work, *segment)?;
    }
    let id = FindingId::from_uuid(clock::new_id());
    let order = place_behind(work, code)?;
    work.db.add_finding(&Finding { id, code, claim: claim.clone(), order, created: work.now })?;
    let linked = link(work, id, evidence)?.len();
    let sentence = Message::new("step-finding-add").with("code", code_label(work.study, code));
    work.describe(sentence.with("claim", claim_label(&claim)).with("n", linked));
    Ok(id)
}

/// The claim as it is kept.
fn checked(claim: &str) -> Result<String, Error> {
    let claim = tidied(claim);
    if claim.is_empty() { Err(Misjudged::NoClaim.into()) } else { Ok(claim) }
}

/// The place behind the findings of a code.
fn place_behind(work: &Work<'_>, code: CodeId) -> Result<u32, Error> {
    let all = work.db.findings()?;
    Ok(all.iter().filter(|finding| finding.code == code).map(|finding| finding.order + 1).max().unwrap_or(0))
}
