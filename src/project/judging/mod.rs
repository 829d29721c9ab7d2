//! What the researcher concludes: findings and their evidence, verdicts, notes in cells, evaluations, member checks.
//! Each verb is one step of the history, whose sentence says what was chosen, so that who reads it later sees who
//! judged what and when.

mod cells;
mod evaluations;
mod evidence;
mod findings;
mod member_checks;
mod misjudged;
#[cfg(test)]
mod passage_tests;
#[cfg(test)]
mod tests;
mod verdicts;

pub(super) use cells::summarise;
pub(super) use evaluations::evaluate;
pub use misjudged::Misjudged;
pub(super) use verdicts::{conclude, rate};

use super::code::{code_label, locked, words_at};
use super::transact::Work;
use super::{Error, clock};
use crate::analysis::Study;
use crate::domain::{
    Axis, CellKey, CharRange, CodeId, ColumnKey, Finding, FindingId, Message, RowKey, Segment, SegmentId, SourceId,
};

/// A claim is named in the history by no more than this many letters.
const LONGEST_NAMED: usize = 60;

/// The finding of an id.
fn finding(work: &Work<'_>, id: FindingId) -> Result<Finding, Error> {
    work.db.finding(id)?.ok_or(Misjudged::NoFinding.into())
}

/// Holds that there is such a code.
fn check_code(work: &Work<'_>, id: CodeId) -> Result<(), Error> {
    if work.study.code(id).is_some() { Ok(()) } else { Err(Error::NoCode) }
}

/// Holds that there is such a row.
fn check_row(work: &Work<'_>, row: RowKey) -> Result<(), Error> {
    match row {
        RowKey::Code(code) => check_code(work, code),
        RowKey::Finding(id) => finding(work, id).map(|_| ()),
    }
}

/// Holds that there is such a cell and that it keeps what is written in it.
fn check_cell(work: &Work<'_>, cell: &CellKey) -> Result<(), Error> {
    check_row(work, cell.row)?;
    if !cell.keeps_notes() {
        return Err(Misjudged::NoLastingColumn.into());
    }
    let study = work.study;
    let is_there = |column: ColumnKey| match column {
        ColumnKey::Group(id) => study.group_at(id).is_some(),
        ColumnKey::Informant(id) => study.informant_at(id).is_some(),
        ColumnKey::Source(id) => study.source_at(id).is_some(),
        ColumnKey::Coder(id) => study.coder_at(id).is_some(),
        ColumnKey::Technique(_) | ColumnKey::Date(_) => true,
        ColumnKey::Value | ColumnKey::Rest => false,
    };
    if std::iter::once(cell.column).chain(cell.within).all(is_there) {
        Ok(())
    } else {
        Err(Misjudged::ColumnGone.into())
    }
}

/// Holds that there is such a segment and that its words are not locked.
fn check_segment(work: &Work<'_>, id: SegmentId) -> Result<(), Error> {
    if let Some(entry) = work.study.locked.segments.get(&id) {
        return Err(locked(work.study, entry.segment.source));
    }
    work.db.segment(id)?.map(|_| ()).ok_or(Error::NoSegment)
}

/// The segment of a passage, made where there is none: a quotation need not be coded.
fn segment_at(work: &mut Work<'_>, source: SourceId, range: CharRange) -> Result<SegmentId, Error> {
    let words = words_at(work, source, range)?;
    if let Some(known) = work.db.segment_at(words.place)? {
        return Ok(known);
    }
    let segment = Segment {
        id: SegmentId::from_uuid(clock::new_id()),
        source,
        revision: words.place.revision,
        range: words.place.range,
        line: words.lines.0,
        line_end: words.lines.1,
        quote: words.quote,
        reduction: "".into(),
        is_key: false,
    };
    work.db.add_segment(&segment)?;
    Ok(segment.id)
}

/// How sentences name a row: a code by its short code, a finding by its claim.
fn row_label(work: &Work<'_>, row: RowKey) -> Result<String, Error> {
    Ok(match row {
        RowKey::Code(code) => code_label(work.study, code),
        RowKey::Finding(id) => claim_label(&finding(work, id)?.claim),
    })
}

/// A claim as sentences name it: its first line, cut where it is long.
fn claim_label(claim: &str) -> String {
    let line = claim.lines().next().unwrap_or_default();
    let mut letters = line.chars();
    let mut label: String = letters.by_ref().take(LONGEST_NAMED).collect();
    if letters.next().is_some() || claim.lines().nth(1).is_some() {
        label.truncate(label.trim_end().len());
        label.push('…');
    }
    format!("“{label}”")
}

/// How sentences name the column of a cell, or the two that cross.
fn column_label(study: &Study, cell: &CellKey) -> Message {
    let one = |column: ColumnKey| match column {
        ColumnKey::Technique(technique) => Message::new(format!("technique-{technique}")),
        other => Message::new("step-column").with("column", column_name(study, other)),
    };
    match cell.within {
        None => one(cell.column),
        Some(within) => {
            Message::new("step-column-crossed").with("column", one(cell.column)).with("within", one(within))
        }
    }
}

fn column_name(study: &Study, column: ColumnKey) -> String {
    let name = match column {
        ColumnKey::Group(id) => study.group_at(id).map(|at| study.groups[at as usize].name.clone()),
        ColumnKey::Informant(id) => study.informant_at(id).map(|at| study.informants[at as usize].code.clone()),
        ColumnKey::Source(id) => study.source(id).map(|source| source.label().to_owned()),
        ColumnKey::Coder(id) => study.coder_at(id).map(|at| study.coders[at as usize].name.clone()),
        ColumnKey::Date(date) => Some(date.to_string()),
        ColumnKey::Technique(technique) => Some(technique.to_string()),
        ColumnKey::Value | ColumnKey::Rest => None,
    };
    name.unwrap_or_default()
}

/// Holds that an axis takes verdicts: the columns of the researcher's own attributes come and go.
fn check_axis(by: Axis) -> Result<(), Error> {
    if matches!(by, Axis::Attribute(_)) { Err(Misjudged::AttributeAxis.into()) } else { Ok(()) }
}
