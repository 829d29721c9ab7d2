//! Rows of codes against columns of groups, informants, techniques, sources, dates, coders or values: what each
//! side says about a role, and where it says nothing. Numbers are counted, never averaged.
//!
//! The rules, from product.md:
//! - A passage is counted once a row, however many of the row's codes and coders it carries; a row includes
//!   the codes below its own.
//! - A segment of the researcher's words alone counts nowhere. In a question, a code on it means "asked about
//!   it" for the columns of those who speak in that source.
//! - A coding of direction *context* is never evidence.
//! - A segment belongs to every informant whose words it covers; text without turns to none, so it is left
//!   out by group and by informant and counts by technique, source and date.
//! - A segment counts under each direction it carries in a row, so a passage coded ▲ by one coder and ▼ by
//!   another stands under both; it is *unset* only where none of its codings there has a direction.

mod basis;
mod counting;

use super::columns::place;
use super::study::Study;
use super::suggestion::Suggestion;
use crate::domain::source::keyed;
pub use crate::domain::{Axis, ColumnKey};
use crate::domain::{
    CellKey, CodeId, CodeKind, CodebookId, Direction, EmptyReason, Evaluation, RowKey, SegmentId, Verdict,
};
pub(super) use basis::print;
pub(super) use counting::rows_of_codes;
use counting::{Counting, RowList};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// What stands in the rows.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowsKind {
    /// The roles: codes of kind role without a code above them.
    Roles,
    /// All codes in the order of the codebook.
    Codes,
    /// Findings, in the order of the codebook and then their own.
    Findings,
}

impl RowsKind {
    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Roles => "roles",
            Self::Codes => "codes",
            Self::Findings => "findings",
        }
    }
}

keyed!(RowsKind, "roles, codes, findings", [RowsKind::Roles, RowsKind::Codes, RowsKind::Findings]);

impl Axis {
    /// The name in files with the name of the attribute, where one stands in the columns: `attribute:Kelas`.
    pub fn full_key(self, study: &Study) -> String {
        let name = match self {
            Self::Attribute(id) => study.attributes.iter().find(|attribute| attribute.id == id),
            _ => None,
        };
        name.map_or_else(|| self.key().to_owned(), |attribute| format!("{}:{}", self.key(), attribute.name))
    }
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Column {
    /// Group key, informant code, technique, source id, day (`YYYY-MM-DD`), coder name or value; never translated. Where
    /// two axes cross, that of the outer column stands before it: `interview/teacher`.
    pub id: Arc<str>,
    /// Group name, informant code, technique key, source name, day, coder name or value. Techniques and days are
    /// put into words by whoever shows them.
    pub label: String,
    /// Informants of the group; those who speak in the sources of the column; all, where coders are compared.
    pub informants_total: u32,
    /// What it stands for.
    #[serde(skip)]
    pub key: ColumnKey,
    /// The column that it stands within, with its label, where two axes cross.
    #[serde(skip)]
    pub within: Option<(ColumnKey, String)>,
}

impl Column {
    /// The cell of a row in this column.
    pub fn cell(&self, row: RowKey) -> CellKey {
        CellKey { row, column: self.key, within: self.within.as_ref().map(|(within, _)| *within) }
    }

    /// Whether it is text in which nobody speaks, so that sources are what can be counted.
    pub fn is_mute(&self) -> bool {
        self.key == ColumnKey::Rest && self.informants_total == 0
    }
}

/// What one column says in one row.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Cell {
    /// Id of the column.
    pub column: Arc<str>,
    /// Distinct segments that are evidence.
    pub segments: u32,
    /// Codings that are evidence on those segments, under the row's codes.
    pub codings: u32,
    /// Distinct informants of the column whose words those segments cover.
    pub informants: u32,
    /// Distinct sources of those segments.
    pub sources: u32,
    /// Segments that carry ▲.
    pub supports: u32,
    /// Segments that carry ◐.
    pub partly: u32,
    /// Segments that carry ▼.
    pub weakens: u32,
    /// Segments without any direction in this row.
    pub unset: u32,
    /// Coded questions of the researcher put to this column; evidence of nothing else.
    pub asked: u32,
    /// Why there is no segment; nothing where there is one. The first of these that holds: what the researcher has set;
    /// *not mentioned* where a question carries the row's code or one above it; *not coded* where a source of the column
    /// is not marked as done or nothing of it is coded; else *not asked*.
    pub empty_reason: Option<EmptyReason>,
    /// The segments as places in [`Study::segments`], in no particular order.
    #[serde(skip)]
    pub places: Vec<u32>,
    /// What each of them says in this row; parallel to `places`.
    #[serde(skip)]
    pub marks: Vec<Marks>,
    /// What the researcher wrote in it; empty where nothing.
    #[serde(skip)]
    pub summary: String,
    /// The words that show why it is empty, where the researcher has named them.
    #[serde(skip)]
    pub empty_segment: Option<SegmentId>,
}

/// The directions that a segment carries in a row, by whatever code and coder.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub struct Marks(u8);

impl Marks {
    const CONTEXT: Self = Self(1);
    const UNSET: Self = Self(16);

    const fn of(direction: Option<Direction>) -> Self {
        match direction {
            None => Self::UNSET,
            Some(Direction::Supports) => Self(2),
            Some(Direction::Partly) => Self(4),
            Some(Direction::Weakens) => Self(8),
            Some(Direction::Context) => Self::CONTEXT,
        }
    }

    /// Whether it carries a direction.
    pub const fn has(self, direction: Direction) -> bool {
        self.0 & Self::of(Some(direction)).0 != 0
    }

    /// Whether it carries one that counts as evidence.
    pub const fn is_directed(self) -> bool {
        self.has(Direction::Supports) || self.has(Direction::Partly) || self.has(Direction::Weakens)
    }

    /// The one direction to show: ◐ where it carries several, nothing where none is set.
    pub const fn shown(self) -> Option<Direction> {
        match (self.has(Direction::Supports), self.has(Direction::Partly), self.has(Direction::Weakens)) {
            (true, false, false) => Some(Direction::Supports),
            (false, false, true) => Some(Direction::Weakens),
            (false, false, false) => None,
            _ => Some(Direction::Partly),
        }
    }
}

/// What a row is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A role with its indicators.
    Role,
    /// A code with the codes below it.
    Code,
    /// A finding with its own evidence.
    Finding,
}

impl RowKind {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Code => "code",
            Self::Finding => "finding",
        }
    }
}

/// A row: one code or finding with what each column says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Row {
    /// What it is made of.
    pub kind: RowKind,
    /// Which code or finding.
    #[serde(rename = "id")]
    pub key: RowKey,
    /// The short code (of a finding that of the code it stands under); the name where there is none.
    pub code: String,
    /// The name; the claim of a finding.
    pub label: String,
    /// One cell a column, in order.
    pub cells: Vec<Cell>,
    /// What the program would say, and why.
    pub suggestion: Suggestion,
    /// What the researcher decided.
    pub verdict: Verdict,
    /// The sides that the researcher calls silent.
    pub silent: Vec<Arc<str>>,
    /// The researcher's conclusion.
    pub conclusion: Option<String>,
    /// Whether the evidence is another one than it was when the verdict was chosen.
    #[serde(skip)]
    pub look_again: bool,
    /// How well a role is carried out, in the researcher's judgement.
    #[serde(skip)]
    pub evaluation: Option<Evaluation>,
}

/// Why a coded segment counts in no column of a row.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum LeftOutReason {
    /// Only the researcher speaks in it.
    Researcher,
    /// It belongs to no informant.
    NoInformant,
    /// All its codings in the row say context.
    Context,
    /// Somebody who speaks in it has withdrawn consent.
    Withdrawn,
}

/// Distinct segments left out of at least one row, by reason. A segment whose codings all say context counts
/// under context, whoever speaks in it.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct LeftOut {
    /// Only the researcher speaks in them.
    pub researcher: u32,
    /// They belong to no informant.
    pub no_informant: u32,
    /// They are coded as context.
    pub context: u32,
    /// Somebody who speaks in them has withdrawn consent; they are locked and listed nowhere.
    pub withdrawn: u32,
    /// The segments as places in [`Study::segments`], in no particular order: researcher, no informant, context.
    #[serde(skip)]
    places: [Vec<u32>; 3],
}

impl LeftOut {
    /// The segments left out for a reason, in reading order, as places in [`Study::segments`]; none of those that are
    /// locked.
    pub fn segments(&self, study: &Study, reason: LeftOutReason) -> Vec<u32> {
        let mut places = self.places.get(reason as usize).cloned().unwrap_or_default();
        in_reading_order(study, &mut places);
        places
    }
}

/// A comparison. Serialised it has the keys of the command line's contract.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Comparison {
    /// What stands in the columns.
    #[serde(skip)]
    pub by: Axis,
    /// Within the columns of what they stand, where two axes cross.
    #[serde(skip)]
    pub within: Option<Axis>,
    /// The same by its name in files: `group`, `attribute:Kelas`.
    #[serde(rename = "by")]
    pub by_key: String,
    /// What stands in the rows.
    pub rows_kind: RowsKind,
    /// The columns.
    pub columns: Vec<Column>,
    /// Segments that count in no column.
    pub left_out: LeftOut,
    /// The rows.
    pub rows: Vec<Row>,
}

impl Comparison {
    /// The segments of a cell (row and column counted from 0) in reading order, as places in
    /// [`Study::segments`]. A cell that does not exist has none.
    pub fn segments(&self, study: &Study, row: usize, column: usize) -> Vec<u32> {
        let cell = self.rows.get(row).and_then(|row| row.cells.get(column));
        let mut places = cell.map(|cell| cell.places.clone()).unwrap_or_default();
        in_reading_order(study, &mut places);
        places
    }

    /// What to ask, or to code, before leaving the field: the empty cells that nobody was asked about or that are not
    /// coded yet, row by row.
    pub fn gaps(&self) -> Vec<Gap> {
        let is_gap = |reason: EmptyReason| matches!(reason, EmptyReason::NotAsked | EmptyReason::NotCoded);
        let mut gaps = Vec::new();
        for (at, row) in self.rows.iter().enumerate() {
            let reasons = row.cells.iter().map(|cell| cell.empty_reason).enumerate();
            let empty = reasons.filter_map(|(column, reason)| Some((column, reason.filter(|reason| is_gap(*reason))?)));
            gaps.extend(empty.map(|(column, reason)| Gap { row: at, column, reason }));
        }
        gaps
    }

    /// The same with what each segment says in the row.
    pub fn marked_segments(&self, study: &Study, row: usize, column: usize) -> Vec<(u32, Marks)> {
        let Some(cell) = self.rows.get(row).and_then(|row| row.cells.get(column)) else { return Vec::new() };
        let marks: std::collections::HashMap<u32, Marks> =
            cell.places.iter().copied().zip(cell.marks.iter().copied()).collect();
        let places = self.segments(study, row, column);
        places.into_iter().map(|at| (at, marks.get(&at).copied().unwrap_or_default())).collect()
    }
}

/// An empty cell that can still be filled.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Gap {
    /// Its row, counted from 0.
    pub row: usize,
    /// Its column, counted from 0.
    pub column: usize,
    /// *Not asked* or *not coded*.
    pub reason: EmptyReason,
}

/// Puts places in [`Study::segments`] into the order of reading: source, start, end.
pub fn in_reading_order(study: &Study, places: &mut [u32]) {
    places.sort_by_key(|at| {
        let entry = &study.segments[*at as usize];
        (entry.source, entry.segment.range.start, entry.segment.range.end)
    });
}

/// What a comparison is asked for.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct Question {
    /// What stands in the rows.
    pub rows: RowsKind,
    /// What stands in the columns.
    pub by: Axis,
    /// Within the columns of what they stand, if within any; the axis itself again is none.
    pub within: Option<Axis>,
    /// The codebook whose codes (or findings under them) stand in the rows: the first one, or one beside it.
    pub book: Option<CodebookId>,
}

/// Compares what the columns say about each row.
pub fn compare(study: &Study, rows: RowsKind, by: Axis) -> Comparison {
    compare_with(study, &Question { rows, by, within: None, book: None })
}

/// The same with the codes of one codebook in the rows: the first one, or one beside it.
pub fn compare_book(study: &Study, rows: RowsKind, by: Axis, book: Option<CodebookId>) -> Comparison {
    compare_with(study, &Question { rows, by, within: None, book })
}

/// The same in columns of one axis, or of one within another. The verdicts are those of `by`, whose evidence does not
/// hang on what it stands within.
pub fn compare_with(study: &Study, question: &Question) -> Comparison {
    let of_book = |at: u32| study.codebooks.is_empty() || study.codebook_of(at).map(|found| found.id) == question.book;
    let codes = || (0..place(study.codes.len())).filter(|at| of_book(*at));
    let is_role =
        |at: &u32| study.codes[*at as usize].kind == CodeKind::Role && study.code_parents[*at as usize].is_none();
    let rows = match question.rows {
        RowsKind::Codes => RowList::Codes(codes().collect()),
        RowsKind::Roles => RowList::Codes(codes().filter(is_role).collect()),
        RowsKind::Findings => {
            let of_finding = |at: &u32| study.code_at(study.findings[*at as usize].code).is_some_and(of_book);
            RowList::Findings((0..place(study.findings.len())).filter(of_finding).collect())
        }
    };
    let within = question.within.filter(|within| *within != question.by);
    let mut comparison = Counting::new(study, question.by, within, &rows).comparison(question.rows, &rows);
    if within.is_some() && comparison.rows.iter().any(|row| row.verdict != Verdict::Unrated) {
        let plain = Counting::new(study, question.by, None, &rows).comparison(question.rows, &rows);
        for (row, plain) in comparison.rows.iter_mut().zip(plain.rows) {
            row.look_again = plain.look_again;
        }
    }
    comparison
}

/// One row by itself; none where it is gone.
pub fn compare_row(study: &Study, row: RowKey, by: Axis) -> Comparison {
    let rows = RowList::one(study, row);
    let kind = if matches!(row, RowKey::Finding(_)) { RowsKind::Findings } else { RowsKind::Codes };
    Counting::new(study, by, None, &rows).comparison(kind, &rows)
}

/// How a row stands on an axis just now.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Standing {
    /// What the program suggests.
    pub suggestion: Suggestion,
    /// What stands for the evidence as it is.
    pub basis: String,
}

/// How a row stands on an axis just now; a row that is gone has nothing to say.
pub fn standing(study: &Study, row: RowKey, by: Axis) -> Standing {
    let mut comparison = compare_row(study, row, by);
    let basis = comparison.rows.first().map(|row| basis::of(study, &comparison.columns, row)).unwrap_or_default();
    match comparison.rows.pop() {
        Some(row) => Standing { suggestion: row.suggestion, basis },
        None => Standing { suggestion: Suggestion::default(), basis },
    }
}

/// The segments of one cell in reading order, as places in [`Study::segments`]; `column` is a column id.
/// A code or a column that does not exist has none.
pub fn cell_segments(study: &Study, code: CodeId, by: Axis, column: &str) -> Vec<u32> {
    let comparison = compare_row(study, RowKey::Code(code), by);
    let at = comparison.columns.iter().position(|other| &*other.id == column);
    at.map(|at| comparison.segments(study, 0, at)).unwrap_or_default()
}

#[cfg(test)]
mod rules;
#[cfg(test)]
mod tests;
