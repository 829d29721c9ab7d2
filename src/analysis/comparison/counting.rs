//! The counting itself: codings (or the evidence of findings) sorted by row, and the tables that are filled again for
//! every row, so that 100,000 codings are gone through without a hash map.

use super::{Axis, Cell, Comparison, LeftOut, LeftOutReason, Marks, Row, RowKind, RowsKind, basis};
use crate::analysis::Study;
use crate::analysis::columns::{Columns, is_question, place};
use crate::analysis::suggestion::suggest;
use crate::domain::{CellKey, ColumnKey, Direction, EmptyReason, FindingId, RowKey, SegmentId, Verdict};
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// What stands in the rows, as places in the lists of the study.
pub(super) enum RowList {
    Codes(Vec<u32>),
    Findings(Vec<u32>),
}

impl RowList {
    /// One row; none where it is gone.
    pub fn one(study: &Study, row: RowKey) -> Self {
        match row {
            RowKey::Code(code) => Self::Codes(study.code_at(code).into_iter().collect()),
            RowKey::Finding(id) => {
                let at = study.findings.iter().position(|finding| finding.id == id);
                Self::Findings(at.map(place).into_iter().collect())
            }
        }
    }

    fn places(&self) -> &[u32] {
        match self {
            Self::Codes(places) | Self::Findings(places) => places,
        }
    }
}

/// A coding, or evidence, drawn together: (segment, list of rows it counts in, part, marks).
type Short = (u32, u32, u32, Marks);

/// A question of the researcher that carries a code: (segment, code, part).
type Asked = (u32, u32, u32);

/// The codings sorted by row, and the tables that counting fills again for every row.
pub(super) struct Counting<'a> {
    study: &'a Study,
    by: Axis,
    within: Option<Axis>,
    columns: Columns,
    /// Where the codings of (row, part) end in `codings`.
    ends: Vec<usize>,
    /// (segment, marks), by row and part.
    codings: Vec<(u32, Marks)>,
    questions: Vec<Asked>,
    /// Whether a question with exactly this code is put to a column, code by code.
    asked_of_code: Vec<bool>,
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
    pub fn new(study: &'a Study, by: Axis, within: Option<Axis>, rows: &RowList) -> Self {
        let columns = Columns::of(study, by, within);
        let parts = columns.parts();
        let (short, lists) = match rows {
            RowList::Codes(codes) => short_of_codes(study, &columns, codes),
            RowList::Findings(findings) => short_of_findings(study, &columns, findings),
        };
        let mut ends = vec![0_usize; rows.places().len() * parts + 1];
        for (_, list, part, _) in &short {
            for row in &lists[*list as usize] {
                ends[*row as usize * parts + *part as usize] += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            // From here on a slot holds where the next coding goes; when all are placed, that is the end.
            let count = *end;
            *end = sum;
            sum += count;
        }
        let mut codings = vec![(0, Marks::default()); sum];
        for (segment, list, part, marks) in short {
            for row in &lists[list as usize] {
                let slot = &mut ends[*row as usize * parts + part as usize];
                codings[*slot] = (segment, marks);
                *slot += 1;
            }
        }
        let (coded, questions) = coded_and_asked(study, &columns);
        // Columns of coders are there because somebody coded.
        let mut is_coded = vec![columns.are_coders(); columns.list.len()];
        for segment in (0..place(coded.len())).filter(|at| coded[*at as usize] && !columns.is_researcher_only(*at)) {
            for column in columns.of_segment(segment) {
                is_coded[*column as usize] = true;
            }
        }
        let (mut asked_of_code, mut room) = (vec![false; study.codes.len() * columns.list.len()], Vec::new());
        for (segment, code, part) in &questions {
            for column in columns.asked_in(columns.source_of(*segment), *part, &mut room) {
                asked_of_code[*code as usize * columns.list.len() + *column as usize] = true;
            }
        }
        Self {
            study,
            by,
            within,
            ends,
            codings,
            questions,
            asked_of_code,
            is_coded,
            marks: vec![(0, 0); study.segments.len()],
            seen_source: vec![0; study.sources.len()],
            seen_informant: vec![0; study.informants.len()],
            left_out_marks: vec![0; study.segments.len()],
            left_out: LeftOut { withdrawn: withdrawn(study, rows, &lists), ..LeftOut::default() },
            columns,
        }
    }

    pub fn comparison(mut self, rows_kind: RowsKind, rows: &RowList) -> Comparison {
        let mut list: Vec<Row> = Vec::with_capacity(rows.places().len());
        for (at, place) in rows.places().iter().enumerate() {
            let row = self.row(at, rows, *place);
            list.push(match rows_kind {
                RowsKind::Roles => Row { kind: RowKind::Role, ..row },
                RowsKind::Codes | RowsKind::Findings => row,
            });
        }
        let [researcher, no_informant, context] = &self.left_out.places;
        self.left_out.researcher = place(researcher.len());
        self.left_out.no_informant = place(no_informant.len());
        self.left_out.context = place(context.len());
        Comparison {
            by: self.by,
            within: self.within,
            by_key: self.by.full_key(self.study),
            rows_kind,
            columns: self.columns.list,
            left_out: self.left_out,
            rows: list,
        }
    }

    fn row(&mut self, at: usize, rows: &RowList, place_of: u32) -> Row {
        let study = self.study;
        let (key, code) = match rows {
            RowList::Codes(_) => (RowKey::Code(study.codes[place_of as usize].id), Some(place_of)),
            RowList::Findings(_) => {
                let finding = &study.findings[place_of as usize];
                (RowKey::Finding(finding.id), study.code_at(finding.code))
            }
        };
        let mut cells: Vec<Cell> = self.columns.list.iter().map(|column| empty_cell(column.id.clone())).collect();
        let (evidence, undirected) = self.count(at, &mut cells, matches!(rows, RowList::Codes(_)));
        if matches!(rows, RowList::Findings(_)) {
            self.count_questions(code, &mut cells);
        }
        let mut asked = vec![false; cells.len()];
        for above in std::iter::successors(code, |at| study.code_parents[*at as usize]) {
            let start = above as usize * cells.len();
            for (asked, is_asked) in asked.iter_mut().zip(&self.asked_of_code[start..start + cells.len()]) {
                *asked |= is_asked;
            }
        }
        // Why a whole column is silent holds in each of its parts, as long as none of them speaks.
        let spoken: Vec<ColumnKey> = match self.within {
            None => Vec::new(),
            Some(_) => {
                let speaking = self.columns.list.iter().zip(&cells).filter(|(_, cell)| !cell.places.is_empty());
                speaking.map(|(column, _)| column.key).collect()
            }
        };
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
            let note = match study.cell_notes.is_empty() {
                true => None,
                false => study.note_of(&self.columns.list[column].cell(key)),
            };
            if let Some(note) = note {
                cell.summary.clone_from(&note.summary);
                cell.empty_segment = note.segment;
            }
            let of_whole = &self.columns.list[column];
            let note = match note.filter(|note| note.empty_reason.is_some()) {
                None if of_whole.within.is_some() && !spoken.contains(&of_whole.key) => {
                    let whole = study.note_of(&CellKey { row: key, column: of_whole.key, within: None });
                    cell.empty_segment = whole.and_then(|note| note.segment);
                    whole
                }
                own => own,
            };
            if cell.places.is_empty() {
                let computed = if asked[column] || cell.asked > 0 {
                    EmptyReason::NotMentioned
                } else if !self.columns.is_finished(column) || !self.is_coded[column] {
                    EmptyReason::NotCoded
                } else {
                    EmptyReason::NotAsked
                };
                cell.empty_reason = Some(note.and_then(|note| note.empty_reason).unwrap_or(computed));
            }
        }
        let suggestion = suggest(&self.columns.list, &cells, &self.is_coded, evidence, undirected);
        let code = code.and_then(|code| study.codes.get(code as usize));
        let (kind, label) = match key {
            RowKey::Code(_) => (RowKind::Code, code.map(|code| code.name.clone())),
            RowKey::Finding(id) => (RowKind::Finding, study.finding(id).map(|finding| finding.claim.clone())),
        };
        let mut row = Row {
            kind,
            key,
            code: code.map(|code| code.label().to_owned()).unwrap_or_default(),
            label: label.unwrap_or_default(),
            cells,
            suggestion,
            verdict: Verdict::Unrated,
            silent: Vec::new(),
            conclusion: None,
            look_again: false,
            evaluation: key.code().and_then(|code| study.evaluation_of(code)).cloned(),
        };
        if let Some(judged) = study.verdict_of(key, self.by) {
            row.verdict = judged.value;
            row.silent = judged.silent.iter().map(|id| Arc::from(id.as_str())).collect();
            row.conclusion = Some(judged.conclusion.clone()).filter(|words| !words.is_empty());
            // The basis is that of whole columns: divided ones hold the same evidence in other places.
            row.look_again = judged.value != Verdict::Unrated
                && self.within.is_none()
                && basis::of(study, &self.columns.list, &row) != judged.basis;
        }
        row
    }

    /// Counts the segments of a row into its cells: how many are evidence, and how many of these have no direction.
    fn count(&mut self, at: usize, cells: &mut [Cell], counts_questions: bool) -> (u32, u32) {
        let parts = self.columns.parts();
        let (mut touched, mut room): (Vec<u32>, Vec<u32>) = (Vec::new(), Vec::new());
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
                *marks |= mark.0;
                *codings += u32::from(*mark != Marks::CONTEXT);
            }
            for segment in touched.drain(..) {
                let (marks, codings) = std::mem::take(&mut self.marks[segment as usize]);
                let marks = Marks(marks);
                if self.columns.is_researcher_only(segment) {
                    let only = marks == Marks::CONTEXT;
                    outside.push((segment, if only { LeftOutReason::Context } else { LeftOutReason::Researcher }));
                    let source = self.columns.source_of(segment);
                    let range = self.study.segments[segment as usize].segment.range;
                    if counts_questions && is_question(self.study, source, range) {
                        for column in self.columns.asked_in(source, place(part), &mut room) {
                            cells[*column as usize].asked += 1;
                        }
                    }
                    continue;
                }
                let falls = self.columns.falls(segment, place(part), &mut room);
                if marks == Marks::CONTEXT {
                    outside.push((segment, LeftOutReason::Context));
                } else if falls.is_empty() {
                    outside.push((segment, LeftOutReason::NoInformant));
                } else {
                    let has_direction = marks.is_directed();
                    evidence += 1;
                    undirected += u32::from(!has_direction);
                    for column in falls {
                        let cell = &mut cells[*column as usize];
                        cell.segments += 1;
                        cell.codings += codings;
                        cell.supports += u32::from(marks.has(Direction::Supports));
                        cell.partly += u32::from(marks.has(Direction::Partly));
                        cell.weakens += u32::from(marks.has(Direction::Weakens));
                        cell.unset += u32::from(!has_direction);
                        cell.places.push(segment);
                        cell.marks.push(marks);
                    }
                }
            }
        }
        self.leave_out(cells, &outside);
        (evidence, undirected)
    }

    /// Counts the questions about a finding: those that carry its code or one below it.
    fn count_questions(&self, code: Option<u32>, cells: &mut [Cell]) {
        let Some(code) = code else { return };
        let (mut seen, mut room) = (HashSet::new(), Vec::new());
        for (segment, of, part) in &self.questions {
            if self.study.is_within(*of, code) && seen.insert((*segment, *part)) {
                for column in self.columns.asked_in(self.columns.source_of(*segment), *part, &mut room) {
                    cells[*column as usize].asked += 1;
                }
            }
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

/// Codings that count in a row, and for every code the rows it counts in.
fn short_of_codes(study: &Study, columns: &Columns, codes: &[u32]) -> (Vec<Short>, Vec<Vec<u32>>) {
    let lists = rows_of_codes(study, codes);
    // Drawn together first: the entries themselves are too long to be gone through twice.
    let mut short = Vec::with_capacity(study.codings.len());
    for entry in &study.codings {
        if !lists[entry.code as usize].is_empty() {
            let part = place(columns.part_of(entry.coder));
            short.push((entry.segment, entry.code, part, Marks::of(entry.coding.direction)));
        }
    }
    (short, lists)
}

/// Evidence that counts in a row, and for every finding the row it is. By coder it is that of whoever has put the
/// finding's code, or one below it, on the segment.
fn short_of_findings(study: &Study, columns: &Columns, findings: &[u32]) -> (Vec<Short>, Vec<Vec<u32>>) {
    let mut lists = vec![Vec::new(); study.findings.len()];
    for (row, finding) in (0_u32..).zip(findings) {
        lists[*finding as usize].push(row);
    }
    let places: HashMap<FindingId, u32> =
        (0_u32..).zip(&study.findings).map(|(at, finding)| (finding.id, at)).collect();
    let mut coders: HashMap<u32, Vec<(u32, u32)>> = HashMap::new();
    if columns.are_coders() {
        let cited: HashSet<u32> = study.evidence.iter().filter_map(|one| study.segment_at(one.segment)).collect();
        for entry in study.codings.iter().filter(|entry| cited.contains(&entry.segment)) {
            coders.entry(entry.segment).or_default().push((entry.code, entry.coder));
        }
    }
    let mut short: Vec<Short> = Vec::with_capacity(study.evidence.len());
    for one in &study.evidence {
        let (Some(finding), Some(segment)) = (places.get(&one.finding).copied(), study.segment_at(one.segment)) else {
            continue;
        };
        let marks = Marks::of(one.direction);
        if !columns.are_coders() {
            short.push((segment, finding, 0, marks));
            continue;
        }
        let Some(code) = study.code_at(study.findings[finding as usize].code) else { continue };
        let of_code = coders.get(&segment).into_iter().flatten().filter(|(of, _)| study.is_within(*of, code));
        let parts: HashSet<u32> = of_code.map(|(_, coder)| place(columns.part_of(*coder))).collect();
        let mut parts: Vec<u32> = parts.into_iter().collect();
        parts.sort_unstable();
        short.extend(parts.into_iter().map(|part| (segment, finding, part, marks)));
    }
    (short, lists)
}

/// Which segments carry a code, and which questions do.
fn coded_and_asked(study: &Study, columns: &Columns) -> (Vec<bool>, Vec<Asked>) {
    let mut coded = vec![false; study.segments.len()];
    let mut questions = Vec::new();
    for entry in &study.codings {
        coded[entry.segment as usize] = true;
        if columns.is_researcher_only(entry.segment) {
            let segment = &study.segments[entry.segment as usize];
            if is_question(study, segment.source, segment.segment.range) {
                questions.push((entry.segment, entry.code, place(columns.part_of(entry.coder))));
            }
        }
    }
    (coded, questions)
}

/// Segments of the rows that are locked because consent was withdrawn.
fn withdrawn(study: &Study, rows: &RowList, lists: &[Vec<u32>]) -> u32 {
    let locked: HashSet<SegmentId> = match rows {
        RowList::Codes(_) => {
            let is_in = |code| study.code_at(code).is_some_and(|at| !lists[at as usize].is_empty());
            let codings = study.locked.codings.values().filter(|coding| is_in(coding.code));
            codings.map(|coding| coding.segment).collect()
        }
        RowList::Findings(findings) => {
            let ids: HashSet<FindingId> = findings.iter().map(|at| study.findings[*at as usize].id).collect();
            study.locked.evidence.iter().filter(|one| ids.contains(&one.finding)).map(|one| one.segment).collect()
        }
    };
    place(locked.len())
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
        marks: Vec::new(),
        summary: String::new(),
        empty_segment: None,
    }
}

/// For every code the rows it counts in: its own and those of the codes above it.
pub(in crate::analysis) fn rows_of_codes(study: &Study, row_codes: &[u32]) -> Vec<Vec<u32>> {
    let mut row_at = vec![None; study.codes.len()];
    for (row, code) in row_codes.iter().enumerate() {
        if let Some(row_at) = row_at.get_mut(*code as usize) {
            *row_at = Some(place(row));
        }
    }
    (0..study.codes.len())
        .map(|code| {
            let above = std::iter::successors(Some(place(code)), |at| study.code_parents[*at as usize]);
            above.filter_map(|at| row_at[at as usize]).collect()
        })
        .collect()
}
