//! Roles are evaluated, with a reason and the quotations that show it.

use super::{Misjudged, check_code, check_segment};
use crate::domain::{CodeId, Evaluation, EvaluationValue, Message, SegmentId, tidied};
use crate::project::code::code_label;
use crate::project::transact::{Op, Work};
use crate::project::{Error, Landed, Project, clock};

impl Project {
    /// Evaluates a role; a reason and at least one quotation are mandatory. Quotations that are locked because consent
    /// was withdrawn stay cited, whatever is asked for.
    ///
    /// # Errors
    /// The code or a segment is gone, a segment is locked, reason or quotation is missing, or the file refuses. The
    /// evaluation stays as it was then.
    pub fn set_evaluation(
        &mut self,
        code: CodeId,
        value: EvaluationValue,
        reason: &str,
        segments: &[SegmentId],
    ) -> Result<Landed<()>, Error> {
        self.transact(Op::SetEvaluation, |work| evaluate(work, code, value, reason, segments))
    }

    /// Removes the evaluation of a role.
    ///
    /// # Errors
    /// There is none, or the file refuses.
    pub fn remove_evaluation(&mut self, code: CodeId) -> Result<Landed<()>, Error> {
        self.transact(Op::SetEvaluation, |work| {
            let known = work.db.evaluation(code)?.ok_or(Misjudged::NoEvaluation)?;
            work.db.remove_evaluation(code)?;
            drop_unused(work, &known.segments)?;
            work.describe(Message::new("step-evaluation-remove").with("row", code_label(work.study, code)));
            Ok(())
        })
    }
}

/// Evaluates a role within a step.
pub(in crate::project) fn evaluate(
    work: &mut Work<'_>,
    code: CodeId,
    value: EvaluationValue,
    reason: &str,
    segments: &[SegmentId],
) -> Result<(), Error> {
    check_code(work, code)?;
    let reason = tidied(reason);
    if reason.is_empty() {
        return Err(Misjudged::NoReason.into());
    }
    let mut cited: Vec<SegmentId> = Vec::new();
    for segment in segments {
        check_segment(work, *segment)?;
        if !cited.contains(segment) {
            cited.push(*segment);
        }
    }
    if cited.is_empty() {
        return Err(Misjudged::NoQuotation.into());
    }
    let known = work.db.evaluation(code)?;
    let before = known.as_ref().map(|known| known.segments.clone()).unwrap_or_default();
    cited.extend(before.iter().filter(|segment| work.study.locked.segments.contains_key(segment)));
    let is_same = known.as_ref().is_some_and(|known| {
        let alike = before.len() == cited.len() && before.iter().all(|segment| cited.contains(segment));
        (known.value, &known.reason) == (value, &reason) && alike
    });
    if is_same {
        return Ok(());
    }
    let new = Evaluation { code, value, reason, segments: cited, coder: String::new(), changed: work.now };
    work.db.put_evaluation(&new, work.coder(None)?, clock::new_id)?;
    drop_unused(work, &before)?;
    let said = Message::new(format!("evaluation-{value}"));
    let sentence = Message::new("step-evaluation").with("row", code_label(work.study, code));
    work.describe(sentence.with("value", said).with("n", new.segments.len()));
    Ok(())
}

fn drop_unused(work: &Work<'_>, segments: &[SegmentId]) -> Result<(), Error> {
    for segment in segments {
        work.db.remove_segment_if_unused(*segment)?;
    }
    Ok(())
}
