//! What the board shows, worked out once for a project revision and a choice of rows and columns. What a cell says is
//! put into words when the cell first comes into sight and then kept.

use super::choice::{Candidate, most_telling};
use super::fit::Cut;
use super::heads::{Band, Head, RowHead, bands, head, row_heads};
use super::index::{codings_by_segment, narrow_sources};
use super::kept::KeptBoard;
use super::quote::{Edges, on_one_line};
use super::result::{Part, parts};
use super::words::CellWords;
use crate::analysis::{
    Axis, Cell, Column, ColumnKey, Comparison, LeftOutReason, Marks, Question, RowsKind, Study, compare_with,
};
use crate::domain::{CellKey, CodeKind, Direction, Language, Message, ProjectId, SegmentId, Verdict, lines_cited};
use crate::i18n::Catalog;
use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

/// Quotations that a cell has room for.
const QUOTES: usize = 2;

/// What a board is made from; another key means another board.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// The project.
    pub project: ProjectId,
    /// Its revision.
    pub revision: u64,
    /// Language of the words.
    pub language: Language,
    /// What stands in the rows.
    pub rows: RowsKind,
    /// What stands in the columns.
    pub by: Axis,
    /// What the columns are divided by, once more.
    pub within: Option<Axis>,
    /// Whether the codes below the roles are counted too, because some are unfolded.
    pub is_deep: bool,
    /// Whether only quotations that weaken or hold partly are shown.
    pub is_negative: bool,
}

/// A quotation as a cell shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
    /// Its segment.
    pub segment: SegmentId,
    /// What it says about the row, each direction once; empty where the row takes none.
    pub directions: Vec<Option<Direction>>,
    /// Its words on one line.
    pub words: String,
    /// Whether it was cut out of a longer sentence.
    pub edges: Edges,
    /// The citation for narrow places ("KS b.45").
    pub citation: String,
    /// Where the words are cut at the width they were last shown in.
    pub cut: RefCell<Option<Cut>>,
}

/// The board.
pub struct Board {
    key: Key,
    /// What was counted.
    pub comparison: Comparison,
    /// Heads of the columns.
    pub heads: Vec<Head>,
    /// What the heads stand under; empty where the columns are not divided.
    pub bands: Vec<Band>,
    /// Heads of the rows.
    pub rows: Vec<RowHead>,
    /// The rows that no fold hides, in order.
    pub lines: Vec<usize>,
    /// Where the codings of each segment end in `codings`.
    ends: Vec<u32>,
    codings: Vec<u32>,
    cites: Vec<String>,
    /// How many rows are rated, of how many; nothing where the columns take no verdict.
    pub rated: Option<(usize, usize)>,
    words: RefCell<HashMap<(usize, usize), Rc<CellWords>>>,
    results: RefCell<HashMap<usize, Rc<[Part]>>>,
    shown: HashMap<(usize, usize), Rc<[Shown]>>,
}

impl Board {
    /// Whether this board was made from `key`.
    pub fn is_of(&self, key: &Key) -> bool {
        self.key == *key
    }

    /// Counts. About 20 ms for 100,000 codings, twice that where roles are unfolded, so it happens once a key.
    pub fn new(study: &Study, catalog: &Catalog, key: Key) -> Self {
        let question = Question { rows: key.rows, by: key.by, within: key.within, book: None };
        let mut comparison = compare_with(study, &question);
        if key.rows == RowsKind::Roles && key.is_deep {
            // What is left out stays what the roles leave out.
            let all = compare_with(study, &Question { rows: RowsKind::Codes, ..question });
            let is_role = |row: &crate::analysis::Row| {
                let code = row.key.code().and_then(|code| study.code_at(code));
                code.is_some_and(|code| study.codes[study.family_of(code) as usize].kind == CodeKind::Role)
            };
            comparison.rows = all.rows.into_iter().filter(is_role).collect();
        }
        let heads: Vec<Head> =
            comparison.columns.iter().map(|column| named(head(study, catalog, column), key.by, column)).collect();
        let bands = bands(catalog, &comparison.columns);
        let (ends, codings) = codings_by_segment(study);
        let rows = row_heads(study, catalog, &comparison, &heads);
        let cites = narrow_sources(study);
        let rated = takes_verdict(&comparison).then(|| {
            let counted = |at: &usize| key.rows != RowsKind::Roles || rows[*at].depth == 0;
            let counted: Vec<usize> = (0..rows.len()).filter(|at| rows[*at].is_directed).filter(counted).collect();
            let rated = counted.iter().filter(|at| comparison.rows[**at].verdict != Verdict::Unrated).count();
            (rated, counted.len())
        });
        let lines = (0..rows.len()).collect();
        Self {
            key,
            comparison,
            heads,
            bands,
            rows,
            lines,
            ends,
            codings,
            cites,
            rated,
            words: RefCell::default(),
            results: RefCell::default(),
            shown: HashMap::new(),
        }
    }

    /// Hides the rows below what is folded.
    pub fn fold(&mut self, kept: &KeptBoard) {
        let is_shown = |row: &usize| {
            let above = std::iter::successors(self.rows[*row].parent, |at| self.rows[*at].parent);
            let mut above = above.filter_map(|at| self.rows[at].code);
            above.all(|code| kept.is_open(code))
        };
        self.lines = (0..self.rows.len()).filter(is_shown).collect();
    }

    /// The row of a line.
    pub fn row_of(&self, line: usize) -> Option<usize> {
        self.lines.get(line).copied()
    }

    /// The head of a line.
    pub fn line(&self, line: usize) -> Option<&RowHead> {
        self.rows.get(self.row_of(line)?)
    }

    /// Whether findings are the rows.
    pub const fn has_findings(&self) -> bool {
        matches!(self.key.rows, RowsKind::Findings)
    }

    /// What stands in the columns.
    pub const fn by(&self) -> Axis {
        self.key.by
    }

    /// Whether only quotations that weaken or hold partly are shown.
    pub const fn is_negative(&self) -> bool {
        self.key.is_negative
    }

    /// Whether the columns take a verdict: groups, techniques, and days where there are two.
    pub const fn takes_verdict(&self) -> bool {
        self.rated.is_some()
    }

    /// What the result of a row is made of.
    pub fn result(&self, catalog: &Catalog, row: usize) -> Rc<[Part]> {
        if let Some(found) = self.results.borrow().get(&row) {
            return Rc::clone(found);
        }
        let parts: Rc<[Part]> = parts(catalog, self, row).into();
        self.results.borrow_mut().insert(row, Rc::clone(&parts));
        parts
    }

    /// The cell of a row and a column, by what they stand for.
    pub fn cell_key(&self, row: usize, column: usize) -> Option<CellKey> {
        let row = self.rows.get(row)?;
        self.comparison.columns.get(column).map(|column| column.cell(row.key))
    }

    /// What was counted in a cell.
    pub fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.comparison.rows.get(row).and_then(|row| row.cells.get(column))
    }

    /// The words of a cell.
    pub fn words(&self, catalog: &Catalog, row: usize, column: usize) -> Option<Rc<CellWords>> {
        if let Some(found) = self.words.borrow().get(&(row, column)) {
            return Some(Rc::clone(found));
        }
        let cell = self.comparison.rows.get(row)?.cells.get(column)?;
        let (head, column_head) = (self.rows.get(row)?, self.heads.get(column)?);
        let words = Rc::new(CellWords::new(catalog, self.key.by, cell, &head.name, &column_head.name));
        self.words.borrow_mut().insert((row, column), Rc::clone(&words));
        Some(words)
    }

    /// The most quotations that a cell of a row shows at once.
    pub fn most_quotes(&self, row: usize) -> usize {
        let cells = self.comparison.rows.get(row).map_or(&[][..], |row| &row.cells);
        let count = |cell: &Cell| match self.key.is_negative {
            true => cell.weakens + cell.partly,
            false => cell.segments + u32::from(cell.empty_segment.is_some()),
        };
        cells.iter().map(|cell| (count(cell) as usize).min(QUOTES)).max().unwrap_or(0)
    }

    /// The quotations of a cell that tell most: key quotations first, each kind in reading order.
    pub fn shown(&mut self, study: &Study, catalog: &Catalog, row: usize, column: usize) -> Rc<[Shown]> {
        if let Some(found) = self.shown.get(&(row, column)) {
            return Rc::clone(found);
        }
        let places = self.listed(study, row, column);
        let directions: Vec<Vec<Option<Direction>>> =
            places.iter().map(|(_, marks)| self.directions(row, *marks)).collect();
        let candidates: Vec<Candidate<'_>> = places
            .iter()
            .zip(&directions)
            .map(|((segment, _), directions)| {
                let entry = &study.segments[*segment as usize];
                Candidate {
                    source: entry.source,
                    direction: match directions[..] {
                        [one] => one,
                        _ => None,
                    },
                    is_key: entry.segment.is_key,
                    codes: self.row_codings(study, row, *segment).count(),
                    quote: &entry.segment.quote,
                }
            })
            .collect();
        let chosen: Rc<[Shown]> = most_telling(&candidates, QUOTES)
            .into_iter()
            .map(|at| {
                let entry = &study.segments[places[at].0 as usize];
                Shown {
                    segment: entry.segment.id,
                    directions: directions[at].clone(),
                    words: on_one_line(&entry.segment.quote),
                    edges: Edges::of(&entry.segment.quote),
                    citation: self.citation(study, catalog, places[at].0),
                    cut: RefCell::default(),
                }
            })
            .collect();
        self.shown.insert((row, column), Rc::clone(&chosen));
        chosen
    }

    /// The segments of a cell that are to be seen, as places in the study with what each says in the row: key quotations first, each kind in reading
    /// order; only those that weaken or hold partly where those are asked for.
    pub fn listed(&self, study: &Study, row: usize, column: usize) -> Vec<(u32, Marks)> {
        let says_why = self.cell(row, column).and_then(|cell| cell.empty_segment);
        if let Some(segment) = says_why.and_then(|segment| study.segment_at(segment)) {
            return vec![(segment, Marks::default())];
        }
        let mut places = self.comparison.marked_segments(study, row, column);
        if self.key.is_negative {
            places.retain(|(_, marks)| marks.has(Direction::Weakens) || marks.has(Direction::Partly));
        }
        places.sort_by_key(|(segment, _)| !study.segments[*segment as usize].segment.is_key);
        places
    }

    /// The segments left out for a reason, as places in the study.
    pub fn left_out(&self, study: &Study, reason: LeftOutReason) -> Vec<u32> {
        self.comparison.left_out.segments(study, reason)
    }

    /// The citation of a segment for narrow places.
    pub fn citation(&self, study: &Study, catalog: &Catalog, segment: u32) -> String {
        let entry = &study.segments[segment as usize];
        let lines = lines_cited(entry.segment.line, entry.segment.line_end);
        let source = self.cites.get(entry.source as usize).cloned().unwrap_or_default();
        catalog.say(&Message::new("compare-cite").with("source", source).with("line", lines))
    }

    /// All codings of a segment, as places in the study.
    pub fn codings_of(&self, segment: u32) -> &[u32] {
        let at = segment as usize;
        let start = if at == 0 { 0 } else { self.ends.get(at - 1).copied().unwrap_or(0) };
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.codings.get(start as usize..end as usize).unwrap_or_default()
    }

    /// The codings of a segment that are evidence in a row of a code, as places in the study; a finding has its own
    /// evidence.
    pub fn row_codings<'a>(&'a self, study: &'a Study, row: usize, segment: u32) -> impl Iterator<Item = u32> + 'a {
        let above = self.comparison.rows.get(row).and_then(|row| study.code_at(row.key.code()?));
        self.codings_of(segment).iter().copied().filter(move |at| {
            let entry = &study.codings[*at as usize];
            entry.coding.direction != Some(Direction::Context)
                && above.is_some_and(|above| study.is_within(entry.code, above))
        })
    }

    /// What a segment says about a row, each direction once; empty where the row takes none.
    pub fn directions(&self, row: usize, marks: Marks) -> Vec<Option<Direction>> {
        // What says why a cell is empty is no evidence.
        if marks == Marks::default() || !self.rows.get(row).is_some_and(|row| row.is_directed) {
            return Vec::new();
        }
        let said = [Direction::Supports, Direction::Partly, Direction::Weakens].into_iter();
        let said: Vec<Option<Direction>> = said.filter(|direction| marks.has(*direction)).map(Some).collect();
        if said.is_empty() { vec![None] } else { said }
    }
}

/// Groups, techniques, and days where there are two, take a verdict.
fn takes_verdict(comparison: &Comparison) -> bool {
    let days = comparison.columns.iter().filter(|column| matches!(column.key, ColumnKey::Date(_)));
    match comparison.by {
        Axis::Group | Axis::Technique => true,
        Axis::Date => days.count() > 1,
        Axis::Informant | Axis::Source | Axis::Coder | Axis::Attribute(_) => false,
    }
}

/// A head whose width is remembered under the name of its axis too.
fn named(head: Head, by: Axis, column: &Column) -> Head {
    Head { width: format!("{}/{}", by.key(), column.id), ..head }
}
