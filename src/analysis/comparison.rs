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

use super::columns::{Columns, is_question, place};
use super::study::Study;
use super::suggestion::{Suggestion, suggest};
use crate::domain::source::keyed;
use crate::domain::{
    AttributeId, CodeId, CodeKind, CodebookId, CoderId, Date, Direction, EmptyReason, GroupId, InformantId, SourceId,
    Technique, Verdict,
};
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
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
}

impl RowsKind {
    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Roles => "roles",
            Self::Codes => "codes",
        }
    }
}

keyed!(RowsKind, "roles, codes", [RowsKind::Roles, RowsKind::Codes]);

/// What stands in the columns.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// Groups of informants: triangulation of sources.
    Group,
    /// Informants one by one.
    Informant,
    /// Interview, observation, document: triangulation of techniques.
    Technique,
    /// Sources one by one.
    Source,
    /// Days of collection: triangulation of time.
    Date,
    /// Coders: triangulation of researchers.
    Coder,
    /// The values of a column of the researcher's own, about informants or sources.
    Attribute(AttributeId),
}

impl Axis {
    /// All axes that every project has, in the order of controls.
    pub const ALL: [Self; 6] = [Self::Group, Self::Informant, Self::Technique, Self::Source, Self::Date, Self::Coder];

    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Informant => "informant",
            Self::Technique => "technique",
            Self::Source => "source",
            Self::Date => "date",
            Self::Coder => "coder",
            Self::Attribute(_) => "attribute",
        }
    }

    /// The name in files with the name of the attribute, where one stands in the columns: `attribute:Kelas`.
    pub fn full_key(self, study: &Study) -> String {
        let name = match self {
            Self::Attribute(id) => study.attributes.iter().find(|attribute| attribute.id == id),
            _ => None,
        };
        name.map_or_else(|| self.key().to_owned(), |attribute| format!("{}:{}", self.key(), attribute.name))
    }
}

keyed!(
    Axis,
    "group, informant, technique, source, date, coder",
    [Axis::Group, Axis::Informant, Axis::Technique, Axis::Source, Axis::Date, Axis::Coder]
);

/// What a column stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum ColumnKey {
    /// A group of informants.
    Group(GroupId),
    /// An informant.
    Informant(InformantId),
    /// A technique.
    Technique(Technique),
    /// A source.
    Source(SourceId),
    /// A day.
    Date(Date),
    /// A coder.
    Coder(CoderId),
    /// A value of an attribute; the value is the id.
    Value,
    /// What has no group, no date or no value; its id is `none`.
    Rest,
}

/// A column.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Column {
    /// Group key, informant code, technique, source id, day (`YYYY-MM-DD`), coder name or value; never translated.
    pub id: Arc<str>,
    /// Group name, informant code, technique key, source name, day, coder name or value. Techniques and days are
    /// put into words by whoever shows them.
    pub label: String,
    /// Informants of the group; those who speak in the sources of the column; all, where coders are compared.
    pub informants_total: u32,
    /// What it stands for.
    #[serde(skip)]
    pub key: ColumnKey,
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
    /// Why there is no segment; nothing where there is one. *Not coded* is all that can be computed.
    pub empty_reason: Option<EmptyReason>,
    /// The segments as places in [`Study::segments`], in no particular order.
    #[serde(skip)]
    pub places: Vec<u32>,
}

/// What a row is made of.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// A role with its indicators.
    Role,
    /// A code with the codes below it.
    Code,
}

impl RowKind {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Role => "role",
            Self::Code => "code",
        }
    }
}

/// A row: one code with what each column says.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Row {
    /// What it is made of.
    pub kind: RowKind,
    /// The code's id.
    pub id: CodeId,
    /// The short code; the name where there is none.
    pub code: String,
    /// The name.
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
}

/// Puts places in [`Study::segments`] into the order of reading: source, start, end.
pub fn in_reading_order(study: &Study, places: &mut [u32]) {
    places.sort_by_key(|at| {
        let entry = &study.segments[*at as usize];
        (entry.source, entry.segment.range.start, entry.segment.range.end)
    });
}

/// Compares what the columns say about each row.
pub fn compare(study: &Study, rows: RowsKind, by: Axis) -> Comparison {
    compare_book(study, rows, by, None)
}

/// The same with the codes of one codebook in the rows: the first one, or one beside it.
pub fn compare_book(study: &Study, rows: RowsKind, by: Axis, book: Option<CodebookId>) -> Comparison {
    let codes: Vec<u32> = (0..place(study.codes.len()))
        .filter(|at| study.codebooks.is_empty() || study.codebook_of(*at).map(|found| found.id) == book)
        .filter(|at| match rows {
            RowsKind::Codes => true,
            RowsKind::Roles => {
                study.codes[*at as usize].kind == CodeKind::Role && study.code_parents[*at as usize].is_none()
            }
        })
        .collect();
    Counting::new(study, by, &codes).comparison(rows, &codes)
}

/// The segments of one cell in reading order, as places in [`Study::segments`]; `column` is a column id.
/// A code or a column that does not exist has none.
pub fn cell_segments(study: &Study, code: CodeId, by: Axis, column: &str) -> Vec<u32> {
    let Some(code) = study.code_at(code) else { return Vec::new() };
    let comparison = Counting::new(study, by, &[code]).comparison(RowsKind::Codes, &[code]);
    let at = comparison.columns.iter().position(|other| &*other.id == column);
    at.map(|at| comparison.segments(study, 0, at)).unwrap_or_default()
}

const CONTEXT: u8 = 1;
const SUPPORTS: u8 = 2;
const PARTLY: u8 = 4;
const WEAKENS: u8 = 8;
const UNSET: u8 = 16;

const fn mark_of(direction: Option<Direction>) -> u8 {
    match direction {
        None => UNSET,
        Some(Direction::Supports) => SUPPORTS,
        Some(Direction::Partly) => PARTLY,
        Some(Direction::Weakens) => WEAKENS,
        Some(Direction::Context) => CONTEXT,
    }
}

/// The codings sorted by row, and the tables that counting fills again for every row.
struct Counting<'a> {
    study: &'a Study,
    by: Axis,
    columns: Columns,
    /// Where the codings of (row, part) end in `codings`.
    ends: Vec<usize>,
    /// (segment, mark), by row and part.
    codings: Vec<(u32, u8)>,
    /// Whether anything in a column is coded at all.
    is_coded: Vec<bool>,
    /// Marks and codings of each segment within the row in hand.
    marks: Vec<(u8, u32)>,
    /// Last cell (counted over all rows) that saw a source or an informant.
    seen_source: Vec<u32>,
    seen_informant: Vec<u32>,
    /// Reasons for which a segment is left out already.
    left_out_marks: Vec<u8>,
    left_out: LeftOut,
}

impl<'a> Counting<'a> {
    fn new(study: &'a Study, by: Axis, row_codes: &[u32]) -> Self {
        let columns = Columns::of(study, by);
        let parts = columns.parts();
        let rows_of_code = rows_of_codes(study, row_codes);
        let mut left_out = LeftOut::default();
        let locked = study.locked.codings.values().filter(|coding| {
            let rows = study.code_at(coding.code).and_then(|at| rows_of_code.get(at as usize));
            rows.is_some_and(|rows| !rows.is_empty())
        });
        left_out.withdrawn = place(locked.map(|coding| coding.segment).collect::<HashSet<_>>().len());
        let mut ends = vec![0_usize; row_codes.len() * parts + 1];
        let mut coded = vec![false; study.segments.len()];
        // Drawn together first: the entries themselves are too long to be gone through twice.
        let mut short: Vec<(u32, u32, u32, u8)> = Vec::with_capacity(study.codings.len());
        for entry in &study.codings {
            coded[entry.segment as usize] = true;
            let rows = &rows_of_code[entry.code as usize];
            if !rows.is_empty() {
                let part = columns.part_of(entry.coder);
                short.push((entry.segment, entry.code, place(part), mark_of(entry.coding.direction)));
                for row in rows {
                    ends[*row as usize * parts + part] += 1;
                }
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            // From here on a slot holds where the next coding goes; when all are placed, that is the end.
            let count = *end;
            *end = sum;
            sum += count;
        }
        let mut codings = vec![(0, 0); sum];
        for (segment, code, part, mark) in short {
            for row in &rows_of_code[code as usize] {
                let slot = &mut ends[*row as usize * parts + part as usize];
                codings[*slot] = (segment, mark);
                *slot += 1;
            }
        }
        // Columns of coders are there because somebody coded.
        let mut is_coded = vec![columns.are_coders(); columns.list.len()];
        for segment in (0..place(coded.len())).filter(|at| coded[*at as usize] && !columns.is_researcher_only(*at)) {
            for column in columns.of_segment(segment) {
                is_coded[*column as usize] = true;
            }
        }
        Self {
            study,
            by,
            ends,
            codings,
            is_coded,
            marks: vec![(0, 0); study.segments.len()],
            seen_source: vec![0; study.sources.len()],
            seen_informant: vec![0; study.informants.len()],
            left_out_marks: vec![0; study.segments.len()],
            left_out,
            columns,
        }
    }

    fn comparison(mut self, rows_kind: RowsKind, row_codes: &[u32]) -> Comparison {
        let rows = row_codes.iter().enumerate().map(|(at, code)| self.row(rows_kind, at, *code)).collect();
        let [researcher, no_informant, context] = &self.left_out.places;
        self.left_out.researcher = place(researcher.len());
        self.left_out.no_informant = place(no_informant.len());
        self.left_out.context = place(context.len());
        let by_key = self.by.full_key(self.study);
        Comparison { by: self.by, by_key, rows_kind, columns: self.columns.list, left_out: self.left_out, rows }
    }

    fn row(&mut self, rows_kind: RowsKind, at: usize, code: u32) -> Row {
        let mut cells: Vec<Cell> = self.columns.list.iter().map(|column| empty_cell(column.id.clone())).collect();
        let parts = self.columns.parts();
        let mut touched: Vec<u32> = Vec::new();
        let mut outside: Vec<(u32, LeftOutReason)> = Vec::new();
        let (mut evidence, mut undirected) = (0, 0);
        for part in 0..parts {
            let bucket = at * parts + part;
            let start = if bucket == 0 { 0 } else { self.ends[bucket - 1] };
            for (segment, mark) in &self.codings[start..self.ends[bucket]] {
                let (marks, codings) = &mut self.marks[*segment as usize];
                if *marks == 0 {
                    touched.push(*segment);
                }
                *marks |= *mark;
                *codings += u32::from(*mark != CONTEXT);
            }
            for segment in touched.drain(..) {
                let (marks, codings) = std::mem::take(&mut self.marks[segment as usize]);
                let by_coder = [place(part)];
                let falls = if self.columns.are_coders() { &by_coder } else { self.columns.of_segment(segment) };
                if self.columns.is_researcher_only(segment) {
                    let only = marks == CONTEXT;
                    outside.push((segment, if only { LeftOutReason::Context } else { LeftOutReason::Researcher }));
                    let source = self.columns.source_of(segment);
                    if is_question(self.study, source, self.study.segments[segment as usize].segment.range) {
                        let asked = if self.columns.are_coders() { falls } else { self.columns.asked_in(source) };
                        for column in asked {
                            cells[*column as usize].asked += 1;
                        }
                    }
                } else if marks == CONTEXT {
                    outside.push((segment, LeftOutReason::Context));
                } else if falls.is_empty() {
                    outside.push((segment, LeftOutReason::NoInformant));
                } else {
                    let has_direction = marks & (SUPPORTS | PARTLY | WEAKENS) != 0;
                    evidence += 1;
                    undirected += u32::from(!has_direction);
                    for column in falls {
                        let cell = &mut cells[*column as usize];
                        cell.segments += 1;
                        cell.codings += codings;
                        cell.supports += u32::from(marks & SUPPORTS != 0);
                        cell.partly += u32::from(marks & PARTLY != 0);
                        cell.weakens += u32::from(marks & WEAKENS != 0);
                        cell.unset += u32::from(!has_direction);
                        cell.places.push(segment);
                    }
                }
            }
        }
        for (column, cell) in cells.iter_mut().enumerate() {
            let stamp = place(at * self.columns.list.len() + column + 1);
            for segment in &cell.places {
                let source = &mut self.seen_source[self.columns.source_of(*segment) as usize];
                cell.sources += u32::from(*source != stamp);
                *source = stamp;
                for informant in self.columns.informants_in(*segment, place(column)) {
                    let informant = &mut self.seen_informant[informant as usize];
                    cell.informants += u32::from(*informant != stamp);
                    *informant = stamp;
                }
            }
            cell.empty_reason = cell.places.is_empty().then_some(EmptyReason::NotCoded);
        }
        self.leave_out(&cells, &outside);
        let suggestion = suggest(&self.columns.list, &cells, &self.is_coded, evidence, undirected);
        let code = &self.study.codes[code as usize];
        Row {
            kind: match rows_kind {
                RowsKind::Roles => RowKind::Role,
                RowsKind::Codes => RowKind::Code,
            },
            id: code.id,
            code: code.label().to_owned(),
            label: code.name.clone(),
            cells,
            suggestion,
            verdict: Verdict::Unrated,
            silent: Vec::new(),
            conclusion: None,
        }
    }

    /// Remembers segments that the row leaves out. Where coders are the columns, a segment that one of them
    /// calls context and another evidence is not left out.
    fn leave_out(&mut self, cells: &[Cell], outside: &[(u32, LeftOutReason)]) {
        let counted: HashSet<u32> = match self.columns.are_coders() && !outside.is_empty() {
            true => cells.iter().flat_map(|cell| cell.places.iter().copied()).collect(),
            false => HashSet::new(),
        };
        for (segment, reason) in outside.iter().filter(|(segment, _)| !counted.contains(segment)) {
            let bit = 1_u8 << (*reason as u8);
            let marks = &mut self.left_out_marks[*segment as usize];
            if *marks & bit == 0 {
                *marks |= bit;
                self.left_out.places[*reason as usize].push(*segment);
            }
        }
    }
}

fn empty_cell(column: Arc<str>) -> Cell {
    Cell {
        column,
        segments: 0,
        codings: 0,
        informants: 0,
        sources: 0,
        supports: 0,
        partly: 0,
        weakens: 0,
        unset: 0,
        asked: 0,
        empty_reason: None,
        places: Vec::new(),
    }
}

/// For every code the rows it counts in: its own and those of the codes above it.
fn rows_of_codes(study: &Study, row_codes: &[u32]) -> Vec<Vec<u32>> {
    let mut row_at = vec![None; study.codes.len()];
    for (row, code) in row_codes.iter().enumerate() {
        row_at[*code as usize] = Some(place(row));
    }
    (0..study.codes.len())
        .map(|code| {
            let above = std::iter::successors(Some(place(code)), |at| study.code_parents[*at as usize]);
            above.filter_map(|at| row_at[at as usize]).collect()
        })
        .collect()
}

#[cfg(test)]
mod rules;
#[cfg(test)]
mod tests;
