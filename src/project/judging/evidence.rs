//! Segments are linked to findings, with what they say about the claim, and unlinked.

use super::{check_segment, claim_label, finding, segment_at};
use crate::domain::{CharRange, Direction, Evidence, FindingId, Message, SegmentId, SourceId};
use crate::project::code::direction_label;
use crate::project::transact::{Op, Work};
use crate::project::write_memo::place;
use crate::project::{Error, Landed, Project, clock};

impl Project {
    /// Links segments to a finding, or sets the direction of those that are linked already, all in one step.
    ///
    /// # Errors
    /// The finding or a segment is gone, a segment is locked, or the file refuses. Nothing is linked then.
    pub fn link_evidence(
        &mut self,
        id: FindingId,
        evidence: &[(SegmentId, Option<Direction>)],
    ) -> Result<Landed<()>, Error> {
        self.transact(Op::LinkEvidence, |work| linked(work, id, evidence))
    }

    /// Links a passage to a finding, whether or not it is coded.
    ///
    /// # Errors
    /// The finding or the source is gone, the range is empty, beyond the text or locked, or the file refuses.
    pub fn link_passage(
        &mut self,
        id: FindingId,
        (source, range): (SourceId, CharRange),
        direction: Option<Direction>,
    ) -> Result<Landed<()>, Error> {
        self.transact(Op::LinkEvidence, |work| {
            let segment = segment_at(work, source, range)?;
            linked(work, id, &[(segment, direction)])
        })
    }

    /// Takes segments from a finding, all in one step. A segment that nothing uses any more goes.
    ///
    /// # Errors
    /// The finding is gone, or the file refuses.
    pub fn unlink_evidence(&mut self, id: FindingId, segments: &[SegmentId]) -> Result<Landed<()>, Error> {
        self.transact(Op::UnlinkEvidence, |work| {
            let claim = claim_label(&finding(work, id)?.claim);
            let mut gone = work.db.evidence_of(id)?;
            gone.retain(|one| segments.contains(&one.segment));
            let sentence = match gone.as_slice() {
                [only] => Message::new("step-finding-unlink").with("what", place(work.study, only.segment)),
                several => Message::new("step-finding-unlink-many").with("n", several.len()),
            };
            for one in &gone {
                work.db.remove_evidence(id, one.segment)?;
                work.db.remove_segment_if_unused(one.segment)?;
            }
            work.describe(sentence.with("claim", claim));
            Ok(())
        })
    }
}

fn linked(work: &mut Work<'_>, id: FindingId, evidence: &[(SegmentId, Option<Direction>)]) -> Result<(), Error> {
    let claim = claim_label(&finding(work, id)?.claim);
    for (segment, _) in evidence {
        check_segment(work, *segment)?;
    }
    let sentence = match link(work, id, evidence)?.as_slice() {
        [only] => Message::new("step-finding-link")
            .with("what", place(work.study, only.segment))
            .with("direction", direction_label(only.direction)),
        several => Message::new("step-finding-link-many").with("n", several.len()),
    };
    work.describe(sentence.with("claim", claim));
    Ok(())
}

/// Links segments that may be linked; those where something has changed.
pub(super) fn link(
    work: &Work<'_>,
    finding: FindingId,
    evidence: &[(SegmentId, Option<Direction>)],
) -> Result<Vec<Evidence>, Error> {
    let mut changed: Vec<Evidence> = Vec::new();
    let there = work.db.evidence_of(finding)?;
    for (segment, direction) in evidence {
        let new = Evidence { finding, segment: *segment, direction: *direction };
        if !there.contains(&new) && !changed.contains(&new) {
            work.db.put_evidence(&new, clock::new_id())?;
            changed.retain(|other| other.segment != new.segment);
            changed.push(new);
        }
    }
    Ok(changed)
}
