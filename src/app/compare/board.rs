//! What the board shows, worked out once for a project revision and a choice of rows and columns. The
//! quotations of a cell are chosen when the cell first comes into sight and then kept.

use super::choice::{Candidate, most_telling};
use super::fit::Cut;
use super::quote::{Edges, on_one_line};
use crate::analysis::{Axis, Column, ColumnKey, Comparison, LeftOutReason, RowsKind, Study, compare};
use crate::domain::{CodingId, Colour, Direction, Language, Message, ProjectId, Technique, Verdict, lines_cited};
use crate::export::column_words;
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
}

/// The head of a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// Its name in words.
    pub title: String,
    /// What it counts ("2 informan"), or what it is; may be empty.
    pub note: String,
}

/// The head of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowHead {
    /// Colour of the code.
    pub colour: Colour,
    /// Its key, 1 to 9.
    pub digit: Option<char>,
    /// The line in weight 600: the role, or the short code.
    pub title: String,
    /// The caption below: how many indicators, or the code's name.
    pub note: String,
    /// The name by which the row is called elsewhere.
    pub name: String,
    /// Whether its codings take a direction of evidence.
    pub is_directed: bool,
    /// What the program suggests, in words; nothing where it suggests nothing.
    pub suggested: Option<String>,
    /// Why, sentence by sentence.
    pub reasons: Vec<String>,
    /// The first coding of the row that has no direction, where that is why nothing is suggested.
    pub undirected: Option<CodingId>,
}

/// A quotation as a cell shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Shown {
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
    /// Heads of the rows.
    pub rows: Vec<RowHead>,
    /// What each cell counts, in words, for its line and its accessible name; by row, then column.
    counts: Vec<Vec<CellWords>>,
    /// Where the codings of each segment end in `codings`.
    ends: Vec<u32>,
    codings: Vec<u32>,
    cites: Vec<String>,
    shown: HashMap<(usize, usize), Rc<[Shown]>>,
}

/// The words of a cell.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellWords {
    /// "2 informan · 7 segmen", or why there is none.
    pub line: String,
    /// The accessible name.
    pub name: String,
}

impl Board {
    /// Whether this board was made from `key`.
    pub fn is_of(&self, key: &Key) -> bool {
        self.key == *key
    }

    /// Counts and puts into words. About 20 ms for 100,000 codings, so it happens once a key.
    pub fn new(study: &Study, catalog: &Catalog, key: Key) -> Self {
        let comparison = compare(study, key.rows, key.by);
        let heads: Vec<Head> = comparison.columns.iter().map(|column| head(study, catalog, column)).collect();
        let (ends, codings) = codings_by_segment(study);
        let rows: Vec<RowHead> =
            (0..comparison.rows.len()).map(|at| row_head(study, catalog, &comparison, &heads, at)).collect();
        let counts = comparison
            .rows
            .iter()
            .zip(&rows)
            .map(|(row, head)| {
                let cells = row.cells.iter().zip(&heads);
                cells.map(|(cell, column)| cell_words(catalog, key.by, cell, &head.name, &column.title)).collect()
            })
            .collect();
        let cites = narrow_sources(study);
        Self { key, comparison, heads, rows, counts, ends, codings, cites, shown: HashMap::new() }
    }

    /// The words of a cell.
    pub fn words(&self, row: usize, column: usize) -> Option<&CellWords> {
        self.counts.get(row).and_then(|cells| cells.get(column))
    }

    /// The most quotations that a cell of a row shows at once.
    pub fn most_quotes(&self, row: usize) -> usize {
        let cells = self.comparison.rows.get(row).map_or(&[][..], |row| &row.cells);
        cells.iter().map(|cell| (cell.segments as usize).min(QUOTES)).max().unwrap_or(0)
    }

    /// The quotations of a cell that tell most, in reading order.
    pub fn shown(&mut self, study: &Study, catalog: &Catalog, row: usize, column: usize) -> Rc<[Shown]> {
        if let Some(found) = self.shown.get(&(row, column)) {
            return Rc::clone(found);
        }
        let places = self.comparison.segments(study, row, column);
        let directions: Vec<Vec<Option<Direction>>> =
            places.iter().map(|segment| self.directions(study, row, *segment)).collect();
        let candidates: Vec<Candidate<'_>> = places
            .iter()
            .zip(&directions)
            .map(|(segment, directions)| Candidate {
                source: study.segments[*segment as usize].source,
                direction: match directions[..] {
                    [one] => one,
                    _ => None,
                },
                codes: self.row_codings(study, row, *segment).count(),
                quote: &study.segments[*segment as usize].segment.quote,
            })
            .collect();
        let chosen: Rc<[Shown]> = most_telling(&candidates, QUOTES)
            .into_iter()
            .map(|at| {
                let entry = &study.segments[places[at] as usize];
                Shown {
                    directions: directions[at].clone(),
                    words: on_one_line(&entry.segment.quote),
                    edges: Edges::of(&entry.segment.quote),
                    citation: self.citation(study, catalog, places[at]),
                    cut: RefCell::default(),
                }
            })
            .collect();
        self.shown.insert((row, column), Rc::clone(&chosen));
        chosen
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

    /// The codings of a segment that are evidence in a row, as places in the study.
    pub fn row_codings<'a>(&'a self, study: &'a Study, row: usize, segment: u32) -> impl Iterator<Item = u32> + 'a {
        let above = self.comparison.rows.get(row).and_then(|row| study.code_at(row.key.code()?));
        self.codings_of(segment).iter().copied().filter(move |at| {
            let entry = &study.codings[*at as usize];
            entry.coding.direction != Some(Direction::Context)
                && above.is_some_and(|above| study.is_within(entry.code, above))
        })
    }

    /// What a segment says about a row, each direction once; empty where the row takes none.
    pub fn directions(&self, study: &Study, row: usize, segment: u32) -> Vec<Option<Direction>> {
        if !self.rows.get(row).is_some_and(|row| row.is_directed) {
            return Vec::new();
        }
        let mut found: Vec<Option<Direction>> =
            self.row_codings(study, row, segment).map(|at| study.codings[at as usize].coding.direction).collect();
        found.sort_unstable();
        found.dedup();
        if found.len() > 1 {
            found.retain(Option::is_some);
        }
        found
    }
}

/// Codings sorted by segment: where each segment's end, and their places.
fn codings_by_segment(study: &Study) -> (Vec<u32>, Vec<u32>) {
    let mut ends = vec![0_u32; study.segments.len()];
    for entry in &study.codings {
        ends[entry.segment as usize] += 1;
    }
    let mut sum = 0;
    for end in &mut ends {
        let count = *end;
        *end = sum;
        sum += count;
    }
    let mut codings = vec![0_u32; study.codings.len()];
    for (at, entry) in (0_u32..).zip(&study.codings) {
        let slot = &mut ends[entry.segment as usize];
        codings[*slot as usize] = at;
        *slot += 1;
    }
    for segment in 0..ends.len() {
        let start = if segment == 0 { 0 } else { ends[segment - 1] };
        codings[start as usize..ends[segment] as usize].sort_by_key(|at| study.codings[*at as usize].code);
    }
    (ends, codings)
}

/// The head of a column.
pub(in crate::app) fn head(study: &Study, catalog: &Catalog, column: &Column) -> Head {
    let sources = |technique: Technique| study.sources.iter().filter(|source| source.technique == technique).count();
    let (title, note) = match column.key {
        ColumnKey::Group(_) => {
            let total = Message::new("count-informants").with("n", column.informants_total);
            (column.label.clone(), catalog.say(&total))
        }
        ColumnKey::Technique(technique) => {
            let total = Message::new("count-sources").with("n", sources(technique));
            (column_words(catalog, column), catalog.say(&total))
        }
        ColumnKey::Informant(id) => {
            let informant = study.informant_at(id).and_then(|at| study.informants.get(at as usize));
            (column.label.clone(), informant.map(|informant| informant.description.clone()).unwrap_or_default())
        }
        ColumnKey::Source(id) => {
            let technique = study.source(id).map(|source| catalog.text(&format!("technique-{}", source.technique)));
            (column.label.clone(), technique.unwrap_or_default())
        }
        ColumnKey::Date(_) => (column_words(catalog, column), String::new()),
        ColumnKey::Coder(_) => (column.label.clone(), String::new()),
        ColumnKey::Rest | ColumnKey::Value => (column_words(catalog, column), String::new()),
    };
    Head { title, note }
}

fn row_head(study: &Study, catalog: &Catalog, comparison: &Comparison, heads: &[Head], at: usize) -> RowHead {
    let row = &comparison.rows[at];
    let code = row.key.code().and_then(|code| study.code(code));
    let place = row.key.code().and_then(|code| study.code_at(code));
    let is_directed = code.is_some_and(|code| code.kind.takes_direction());
    let below = study.code_parents.iter().filter(|parent| parent.is_some() && **parent == place).count();
    let indicators = catalog.say(&Message::new("compare-indicators").with("n", below));
    let is_top = place.is_none_or(|place| study.code_parents[place as usize].is_none());
    let (title, note, name) = if is_top {
        (row.label.clone(), if below == 0 { String::new() } else { indicators }, row.label.clone())
    } else if row.code == row.label {
        (row.label.clone(), String::new(), row.label.clone())
    } else {
        (row.code.clone(), row.label.clone(), format!("{} {}", row.code, row.label))
    };
    let suggestion = &row.suggestion;
    let has_evidence = row.cells.iter().any(|cell| cell.segments > 0);
    let speaks = is_directed && has_evidence;
    let label = |column: u32| heads.get(column as usize).map(|head| head.title.clone()).unwrap_or_default();
    let suggested = suggestion.verdict.filter(|verdict| speaks && *verdict != Verdict::Unrated).map(|verdict| {
        let verdict = catalog.text(&format!("compare-suggested-{verdict}"));
        catalog.say(&Message::new("compare-suggested").with("verdict", verdict))
    });
    let reasons = if speaks {
        suggestion.words(label).iter().map(|sentence| bound(&catalog.say(sentence))).collect()
    } else {
        Vec::new()
    };
    let undirected = (speaks && suggestion.undirected.is_some()).then(|| first_undirected(study, comparison, at));
    RowHead {
        colour: code.map_or(Colour([0x7A; 3]), |code| code.colour),
        digit: code.and_then(|code| code.digit()),
        title,
        note,
        name,
        is_directed,
        suggested,
        reasons,
        undirected: undirected.flatten(),
    }
}

/// Keeps a mark with what stands before it when the sentence wraps.
fn bound(sentence: &str) -> String {
    ["▲", "◐", "▼"]
        .iter()
        .fold(sentence.to_owned(), |bound, mark| bound.replace(&format!(" {mark}"), &format!("\u{a0}{mark}")))
}

fn first_undirected(study: &Study, comparison: &Comparison, row: usize) -> Option<CodingId> {
    let above = study.code_at(comparison.rows[row].key.code()?)?;
    let is_open = |entry: &&crate::analysis::CodingEntry| {
        let segment = &study.segments[entry.segment as usize];
        entry.coding.direction.is_none() && study.is_within(entry.code, above) && !segment.voice.is_researcher_only()
    };
    let first = study.codings.iter().filter(is_open).min_by_key(|entry| {
        let segment = &study.segments[entry.segment as usize];
        (segment.source, segment.segment.range.start)
    });
    first.map(|entry| entry.coding.id)
}

fn cell_words(catalog: &Catalog, by: Axis, cell: &crate::analysis::Cell, row: &str, column: &str) -> CellWords {
    if let Some(reason) = cell.empty_reason {
        let reason = catalog.text(&format!("empty-{reason}"));
        let name = Message::new("compare-cell-empty").with("row", row).with("column", column);
        return CellWords { name: catalog.say(&name.with("reason", reason.as_str())), line: reason };
    }
    let segments = catalog.say(&Message::new("count-segments").with("n", cell.segments));
    let who = match by {
        Axis::Group => Some(Message::new("count-informants").with("n", cell.informants)),
        Axis::Source => None,
        Axis::Informant | Axis::Technique | Axis::Date | Axis::Coder | Axis::Attribute(_) => {
            Some(Message::new("count-sources").with("n", cell.sources))
        }
    };
    let line = match who {
        Some(who) => {
            let counts = Message::new("compare-counts").with("who", catalog.say(&who));
            catalog.say(&counts.with("segments", segments.as_str()))
        }
        None => segments,
    };
    let spoken = line.replace(" · ", ", ");
    let name = Message::new("compare-cell").with("row", row).with("column", column).with("counts", spoken);
    CellWords { line, name: catalog.say(&name) }
}

/// The shortest name of each source that leads to it: the informant's code where the informant speaks in no
/// other source and nobody else speaks in this one, the source's short code otherwise.
pub(in crate::app) fn narrow_sources(study: &Study) -> Vec<String> {
    let speakers: Vec<Vec<u32>> = (0..study.sources.len()).map(|at| study.speakers(at)).collect();
    let mut heard: HashMap<u32, u32> = HashMap::new();
    for informant in speakers.iter().flatten() {
        *heard.entry(*informant).or_default() += 1;
    }
    let own_code = |speakers: &[u32]| match speakers {
        [one] if heard.get(one) == Some(&1) => {
            study.informants.get(*one as usize).map(|informant| informant.code.clone())
        }
        _ => None,
    };
    study
        .sources
        .iter()
        .zip(&speakers)
        .map(|(source, speakers)| own_code(speakers).unwrap_or_else(|| source.short.clone()))
        .collect()
}
