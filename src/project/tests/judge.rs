//! Judgements for the random operations: any of the verbs, on whatever there is.

use super::*;
use crate::domain::{
    Axis, CellKey, ColumnKey, EmptyReason, EvaluationValue, FindingId, MemberCheckState, RowKey, SegmentId, Verdict,
};
use crate::project::{Error, Landed, Step};

fn pick<T: Copy>(list: &[T], at: usize) -> Option<T> {
    if list.is_empty() { None } else { Some(list[at % list.len()]) }
}

/// The step of a verb; none where it is refused because words are locked or somebody has withdrawn.
fn step<T>(landed: Result<Landed<T>, Error>) -> Option<Step> {
    match landed {
        Ok(landed) => landed.step,
        Err(Error::Locked { .. } | Error::Withdrawn { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

/// Judges something; whether it made a step.
pub(super) fn judge(project: &mut Project, what: usize, which: usize, other: usize, serial: usize) -> bool {
    let study = project.study();
    let mut segments: Vec<SegmentId> = study.segments.iter().map(|entry| entry.segment.id).collect();
    segments.sort_unstable();
    let segment = pick(&segments, other);
    let code = study.codes[which % study.codes.len()].id;
    let findings: Vec<FindingId> = study.findings.iter().map(|finding| finding.id).collect();
    let finding = pick(&findings, which);
    let row = match finding {
        Some(finding) if serial.is_multiple_of(2) => RowKey::Finding(finding),
        _ => RowKey::Code(code),
    };
    let by = Axis::ALL[other % Axis::ALL.len()];
    let direction = Direction::ALL.get(other % 5).copied();
    let informant = pick(&study.informants.iter().map(|one| one.id).collect::<Vec<_>>(), other);
    let group = pick(&study.groups.iter().map(|one| one.id).collect::<Vec<_>>(), other).map(ColumnKey::Group);
    let technique = ColumnKey::Technique(Technique::ALL[which % 3]);
    let column = match other % 3 {
        0 => informant.map(ColumnKey::Informant),
        1 => group,
        _ => Some(technique),
    };
    let within = (other.is_multiple_of(2) && column != Some(technique)).then_some(technique);
    let cell = CellKey { row, column: column.unwrap_or(technique), within };
    let cell = if cell.keeps_notes() { cell } else { CellKey::new(row, technique) };
    let words = ["", "Kata 🙏🏽", "Lain\nlagi"][serial % 3];
    let done = match (what, finding, segment, informant) {
        (0, _, segment, _) => {
            let evidence: Vec<_> = segment.map(|segment| (segment, direction)).into_iter().collect();
            step(project.add_finding(code, &format!("Klaim {serial}"), &evidence))
        }
        (1, Some(id), ..) => step(project.change_finding(id, code, &format!("Klaim {}", serial % 4))),
        (2, Some(id), ..) => {
            let of = study.finding(id).expect("a finding").code;
            let beside = study.findings.iter().filter(|one| one.code == of).map(|one| one.id).collect::<Vec<_>>();
            step(project.move_finding(id, pick(&beside, other).filter(|_| serial.is_multiple_of(2))))
        }
        (3, Some(id), ..) => step(project.delete_finding(id)),
        (4, Some(id), Some(segment), _) => step(project.link_evidence(id, &[(segment, direction)])),
        (5, Some(id), Some(segment), _) => step(project.unlink_evidence(id, &[segment])),
        (6, ..) => step(project.set_verdict(row, by, Verdict::ALL[serial % 5], None)),
        (7, ..) => step(project.set_conclusion(row, by, words)),
        (8, ..) => step(project.set_summary(&cell, words)),
        (9, _, segment, _) => {
            let reason = [None, Some(EmptyReason::DontKnow), Some(EmptyReason::NotAsked)][serial % 3];
            step(project.set_empty_reason(&cell, reason, segment))
        }
        (10, _, Some(segment), _) => {
            step(project.set_evaluation(code, EvaluationValue::ALL[serial % 3], "Alasan", &[segment]))
        }
        (11, ..) if study.evaluation_of(code).is_some() => step(project.remove_evaluation(code)),
        (12, Some(id), _, Some(informant)) => {
            step(project.set_member_check(id, informant, MemberCheckState::ALL[serial % 5], None, words))
        }
        _ => None,
    };
    done.is_some()
}
