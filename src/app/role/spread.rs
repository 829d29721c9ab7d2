//! What a role's page shows, worked out once for a project revision, an axis and a row: each side with all its
//! quotations in full, those marked as key first, and the passages that are context and no evidence.

use crate::analysis::{Axis, Column, ColumnKey, Comparison, Row, RowsKind, SegmentEntry, Study, compare_book};
use crate::app::compare::{Edges, column_head, narrow_sources};
use crate::app::place::Spot;
use crate::app::widgets::direction_key;
use crate::domain::{CellKey, CodeId, Direction, Language, Message, ProjectId, RowKey, SegmentId, lines_cited};
use crate::i18n::Catalog;
use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};

/// What a spread is made from; another key means another spread.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// The project.
    pub project: ProjectId,
    /// Its revision.
    pub revision: u64,
    /// Language of the words.
    pub language: Language,
    /// What stands in the columns.
    pub by: Axis,
    /// The code at the top: the role.
    pub role: CodeId,
    /// The code whose row it is: the role, or one of its indicators.
    pub row: CodeId,
}

/// A passage as a column shows it.
#[derive(Clone, PartialEq, Debug)]
pub struct Quotation {
    /// Its segment.
    pub segment: SegmentId,
    /// Where it is read in its source.
    pub spot: Spot,
    /// What it says, where all its codes say the same; the outer nothing where they do not, or take no direction.
    pub mark: Option<Option<Direction>>,
    /// Its codes of the row and, where they differ, what each says.
    pub chips: Vec<(u32, Option<Option<Direction>>)>,
    /// Whether one of its codes says that it weakens or bears out only partly.
    pub is_negative: bool,
    /// Its codes of the row with what each says.
    pub codings: Vec<(u32, Option<Direction>)>,
    /// Whether it is marked as a key quotation.
    pub is_key: bool,
    /// Its words.
    pub quote: std::sync::Arc<str>,
    /// Whether they were cut out of a longer sentence.
    pub edges: Edges,
    /// Who says it and where, apart: `G1` and ` b.30, 14 Feb 2025`.
    pub citation: (String, String),
    /// The accessible name.
    pub name: String,
    /// The width it was last laid out in and the height that came of it.
    pub measured: Cell<Option<(f32, f32)>>,
}

impl Quotation {
    /// The one direction it is linked to a finding with at first: what all its codes say, ◐ where they differ.
    pub fn direction(&self) -> Option<Direction> {
        let mut said = self.codings.iter().map(|(_, direction)| *direction);
        let first = said.next().flatten();
        if said.all(|other| other == first) { first } else { Some(Direction::Partly) }
    }

    /// The citation without the date, for chips (`G1 b.30`).
    pub fn short(&self) -> String {
        let rest = self.citation.1.split(',').next().unwrap_or_default();
        format!("{}{rest}", self.citation.0)
    }
}

/// A side of the comparison.
pub struct Side {
    /// Its name.
    pub title: String,
    /// "2 informan · 7 segmen".
    pub counts: String,
    /// How many segments each informant has, where there are several ("G1 4 · G2 3"); may be empty.
    pub shares: String,
    /// Its evidence.
    pub quotations: Vec<Quotation>,
    /// Passages of this side that the row's codes call context.
    pub context: Vec<Quotation>,
    /// The words that show why there is no evidence, where the researcher has named them.
    pub reason: Option<Quotation>,
}

/// An indicator below the role.
pub struct Indicator {
    /// The code.
    pub code: CodeId,
    /// The short code.
    pub short: String,
    /// The name; empty where it is the short code.
    pub name: String,
    /// Segments of its row.
    pub segments: usize,
}

/// Everything the page shows of one row.
pub struct Spread {
    key: Key,
    /// All rows of the codebook against the columns.
    pub comparison: Comparison,
    /// The row's place in it.
    pub at: usize,
    /// The columns.
    pub sides: Vec<Side>,
    /// The codes below the role.
    pub indicators: Vec<Indicator>,
    /// Segments of the whole role, whatever indicator is chosen.
    pub segments: usize,
    /// Whether the codes take a direction of evidence.
    pub is_directed: bool,
    /// All evidence of the whole role, whatever column it falls in, in the order of reading.
    pub all: Vec<Quotation>,
    /// The first coding of the row without a direction.
    pub undirected: Option<Spot>,
    cites: Vec<String>,
}

impl Spread {
    /// Whether this spread was made from `key`.
    pub fn is_of(&self, key: &Key) -> bool {
        self.key == *key
    }

    /// Counts and puts into words; nothing where the code is gone. About 20 ms for 100,000 codings, so it happens
    /// once a key. `before` is the spread on show until now, whose counts may still hold.
    pub fn new(study: &Study, catalog: &Catalog, key: Key, before: Option<Self>) -> Option<Self> {
        let (role, row) = (study.code_at(key.role)?, study.code_at(key.row)?);
        let counts = before.filter(|before| {
            let (old, new) = (before.key, key);
            (old.project, old.revision, old.by) == (new.project, new.revision, new.by)
                && study.code_at(old.role).map(|at| study.codebook_of(at).map(|book| book.id))
                    == Some(study.codebook_of(role).map(|book| book.id))
        });
        let comparison = counts.map_or_else(
            || compare_book(study, RowsKind::Codes, key.by, study.codebook_of(role).map(|book| book.id)),
            |before| before.comparison,
        );
        let row_of = |code: CodeId| comparison.rows.iter().position(|row| row.key == RowKey::Code(code));
        let at = row_of(key.row)?;
        let is_directed = study.codes.get(row as usize).is_some_and(|code| code.kind.takes_direction());
        let codings = codings_of(study, row);
        let cites = narrow_sources(study);
        let writer = Writer { study, catalog, cites: &cites, is_directed };
        let sides =
            (0..comparison.columns.len()).map(|column| writer.side(&comparison, at, column, &codings)).collect();
        let distinct = |row: &Row| row.cells.iter().flat_map(|cell| &cell.places).collect::<BTreeSet<_>>().len();
        let indicators = (0_u32..)
            .zip(&study.codes)
            .filter(|(below, _)| *below != role && study.is_within(*below, role))
            .map(|(_, code)| Indicator {
                code: code.id,
                short: code.label().to_owned(),
                name: if code.label() == code.name { String::new() } else { code.name.clone() },
                segments: row_of(code.id).map_or(0, |at| distinct(&comparison.rows[at])),
            })
            .collect();
        let segments = row_of(key.role).map_or(0, |at| distinct(&comparison.rows[at]));
        let of_role = if role == row { codings } else { codings_of(study, role) };
        let all = writer.evidence(&of_role);
        let undirected = comparison.rows[at].suggestion.undirected.and_then(|_| {
            let mut open = all
                .iter()
                .filter(|one| one.codings.iter().any(|(code, said)| said.is_none() && study.is_within(*code, row)));
            open.next().map(|one| one.spot.clone())
        });
        Some(Self { key, at, sides, indicators, segments, is_directed, all, undirected, cites, comparison })
    }

    /// The row.
    pub fn row(&self) -> Option<&Row> {
        self.comparison.rows.get(self.at)
    }

    /// The key of the row.
    pub const fn row_key(&self) -> RowKey {
        RowKey::Code(self.key.row)
    }

    /// The axis.
    pub const fn by(&self) -> Axis {
        self.key.by
    }

    /// The cell of the row in a column.
    pub fn cell(&self, column: usize) -> Option<CellKey> {
        self.comparison.columns.get(column).map(|column| column.cell(self.row_key()))
    }

    /// The narrow citation of a segment (`G1 b.30`).
    pub fn cite(&self, catalog: &Catalog, entry: &SegmentEntry) -> String {
        narrow(catalog, &self.cites, entry)
    }

    /// The quotation of a segment, evidence before context.
    pub fn quotation(&self, segment: SegmentId) -> Option<&Quotation> {
        let mut all = self.sides.iter().flat_map(|side| &side.quotations).chain(&self.all);
        let mut context = self.sides.iter().flat_map(|side| side.reason.iter().chain(&side.context));
        all.find(|one| one.segment == segment).or_else(|| context.find(|one| one.segment == segment))
    }
}

/// The passages of a column that a code and those below it call context, with their names, in the order of reading:
/// what may show why the column is empty. What is `known` to show it goes first, whatever it is coded with.
pub(in crate::app) fn context_of(
    study: &Study,
    catalog: &Catalog,
    code: CodeId,
    column: &Column,
    known: Option<SegmentId>,
) -> Vec<(SegmentId, String)> {
    let Some(at) = study.code_at(code) else { return Vec::new() };
    let cites = narrow_sources(study);
    let is_directed = study.codes.get(at as usize).is_some_and(|code| code.kind.takes_direction());
    let writer = Writer { study, catalog, cites: &cites, is_directed };
    let codings = codings_of(study, at);
    let known = known.and_then(|segment| study.segment_at(segment));
    let others = writer.around(column, &codings).into_iter().filter(|place| Some(*place) != known);
    let quotation = |place| writer.quotation(place, codings.get(&place).map_or(&[][..], Vec::as_slice));
    known.into_iter().chain(others).map(quotation).map(|quotation| (quotation.segment, quotation.name)).collect()
}

/// The codings of a row by segment: those of its code and of the codes below it, in the order of the codebook.
fn codings_of(study: &Study, row: u32) -> BTreeMap<u32, Vec<u32>> {
    let mut found: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (at, entry) in (0_u32..).zip(&study.codings) {
        if study.is_within(entry.code, row) {
            found.entry(entry.segment).or_default().push(at);
        }
    }
    for codings in found.values_mut() {
        codings.sort_by_key(|at| study.codings[*at as usize].code);
    }
    found
}

fn narrow(catalog: &Catalog, cites: &[String], entry: &SegmentEntry) -> String {
    let lines = lines_cited(entry.segment.line, entry.segment.line_end);
    let who = cites.get(entry.source as usize).map_or("", String::as_str);
    catalog.say(&Message::new("compare-cite").with("source", who).with("line", lines))
}

/// What is at hand while quotations are written.
struct Writer<'a> {
    study: &'a Study,
    catalog: &'a Catalog,
    cites: &'a [String],
    is_directed: bool,
}

impl Writer<'_> {
    fn side(&self, comparison: &Comparison, row: usize, column: usize, codings: &BTreeMap<u32, Vec<u32>>) -> Side {
        let study = self.study;
        let head = &comparison.columns[column];
        let places = comparison.segments(study, row, column);
        let mut quotations: Vec<Quotation> = places
            .iter()
            .map(|place| self.quotation(*place, codings.get(place).map_or(&[][..], Vec::as_slice)))
            .collect();
        quotations.sort_by_key(|quotation| !quotation.is_key);
        let mut around = self.around(head, codings);
        let shown = comparison.rows[row].cells[column].empty_segment.and_then(|segment| study.segment_at(segment));
        around.retain(|place| Some(*place) != shown);
        let context = around.iter().map(|place| self.quotation(*place, &codings[place])).collect();
        // Whatever it is coded with, here it is no evidence.
        let reason = shown.map(|place| {
            let quotation = self.quotation(place, &[]);
            let name = format!("{}: {}", self.catalog.text("role-context"), quotation.name);
            Quotation { mark: Some(Some(Direction::Context)), name, ..quotation }
        });
        Side {
            title: column_head(study, self.catalog, head).title,
            counts: self.counts(comparison, row, column),
            shares: self.shares(head, &places),
            quotations,
            context,
            reason,
        }
    }

    /// The passages of a column that codings call context, in the order of reading.
    fn around(&self, column: &Column, codings: &BTreeMap<u32, Vec<u32>>) -> Vec<u32> {
        let study = self.study;
        let is_context = |(place, codings): &(&u32, &Vec<u32>)| {
            let says_so = codings.iter().all(|at| direction_of(study, *at) == Some(Direction::Context));
            says_so && is_in(study, column, &study.segments[**place as usize])
        };
        let mut around: Vec<u32> = codings.iter().filter(is_context).map(|(place, _)| *place).collect();
        crate::analysis::in_reading_order(study, &mut around);
        around
    }

    /// The evidence among codings, in the order of reading: what no column counts left out.
    fn evidence(&self, codings: &BTreeMap<u32, Vec<u32>>) -> Vec<Quotation> {
        let study = self.study;
        let is_evidence = |(place, codings): &(&u32, &Vec<u32>)| {
            let says = codings.iter().any(|at| direction_of(study, *at) != Some(Direction::Context));
            says && !study.segments[**place as usize].voice.is_researcher_only()
        };
        let mut places: Vec<u32> = codings.iter().filter(is_evidence).map(|(place, _)| *place).collect();
        crate::analysis::in_reading_order(study, &mut places);
        places.iter().map(|place| self.quotation(*place, &codings[place])).collect()
    }

    fn counts(&self, comparison: &Comparison, row: usize, column: usize) -> String {
        let (head, cell) = (&comparison.columns[column], &comparison.rows[row].cells[column]);
        let segments = self.catalog.say(&Message::new("count-segments").with("n", cell.segments));
        let who = match head.key {
            ColumnKey::Group(_) => {
                // Whoever belongs to a side that says nothing is told all the same.
                let all = if cell.segments == 0 { head.informants_total } else { cell.informants };
                Message::new("count-informants").with("n", all)
            }
            _ => Message::new("count-sources").with("n", cell.sources),
        };
        let counts = Message::new("compare-counts").with("who", self.catalog.say(&who));
        self.catalog.say(&counts.with("segments", segments))
    }

    /// How many segments each informant of the column has, where there are several.
    fn shares(&self, head: &Column, places: &[u32]) -> String {
        let group = match head.key {
            ColumnKey::Group(id) => self.study.group_at(id),
            _ => None,
        };
        let mut counts: BTreeMap<u32, u32> = BTreeMap::new();
        for informant in places.iter().flat_map(|place| &self.study.segments[*place as usize].voice.informants) {
            let own = self.study.informant_groups.get(*informant as usize).copied().flatten();
            if group.is_none() || own == group {
                *counts.entry(*informant).or_default() += 1;
            }
        }
        if counts.len() < 2 {
            return String::new();
        }
        let code = |at: u32| self.study.informants.get(at as usize).map_or("", |informant| informant.code.as_str());
        counts.iter().map(|(at, count)| format!("{} {count}", code(*at))).collect::<Vec<_>>().join(" · ")
    }

    fn quotation(&self, place: u32, codings: &[u32]) -> Quotation {
        let study = self.study;
        let entry = &study.segments[place as usize];
        let evidence = codings.iter().filter(|at| direction_of(study, **at) != Some(Direction::Context));
        let is_context = evidence.clone().next().is_none();
        let counted: Vec<u32> = if is_context { codings.to_vec() } else { evidence.copied().collect() };
        let mut said: Vec<(u32, Option<Direction>)> =
            counted.iter().map(|at| (study.codings[*at as usize].code, direction_of(study, *at))).collect();
        said.dedup();
        let first = said.first().map(|(_, direction)| *direction);
        let is_one = said.iter().all(|(_, direction)| Some(*direction) == first);
        let mark = first.filter(|_| is_one && self.is_directed);
        let is_negative = said.iter().any(|(_, said)| matches!(said, Some(Direction::Partly | Direction::Weakens)));
        let citation = self.citation(entry);
        let words = &*entry.segment.quote;
        let spoken = match mark {
            Some(direction) => {
                Message::new("compare-quote").with("direction", self.catalog.text(direction_key(direction)))
            }
            None => Message::new("compare-quote-plain"),
        };
        let spoken = spoken.with("citation", format!("{}{}", citation.0, citation.1)).with("words", words);
        let mut name = self.catalog.say(&spoken);
        if entry.segment.is_key {
            name = format!("{}. {name}", self.catalog.text("coding-key"));
        }
        Quotation {
            segment: entry.segment.id,
            spot: Spot {
                source: entry.segment.source,
                range: Some(entry.segment.range),
                coding: counted.first().map(|at| study.codings[*at as usize].coding.id),
            },
            mark,
            chips: said
                .iter()
                .map(|(code, direction)| (*code, (self.is_directed && !is_one).then_some(*direction)))
                .collect(),
            is_negative,
            codings: said,
            is_key: entry.segment.is_key,
            edges: Edges::of(words),
            quote: std::sync::Arc::clone(&entry.segment.quote),
            citation,
            name,
            measured: Cell::new(None),
        }
    }

    /// Who says it and where: `G1` and ` b.30, 14 Feb 2025`.
    fn citation(&self, entry: &SegmentEntry) -> (String, String) {
        let who = self.cites.get(entry.source as usize).cloned().unwrap_or_default();
        let mut rest = narrow(self.catalog, self.cites, entry);
        let date = self.study.sources.get(entry.source as usize).and_then(|source| source.date);
        if let Some(date) = date {
            let dated = Message::new("compare-line-date").with("citation", rest.as_str());
            rest = self.catalog.say(&dated.with("date", self.catalog.short_date(date)));
        }
        match rest.strip_prefix(who.as_str()) {
            Some(behind) => (who, behind.to_owned()),
            None => (String::new(), rest),
        }
    }
}

fn direction_of(study: &Study, coding: u32) -> Option<Direction> {
    study.codings.get(coding as usize).and_then(|entry| entry.coding.direction)
}

/// Whether a segment lies in a column, whatever it is coded with; where two columns cross, in both.
fn is_in(study: &Study, column: &Column, entry: &SegmentEntry) -> bool {
    let within = column.within.as_ref().map(|(within, _)| *within);
    std::iter::once(column.key).chain(within).all(|key| is_at(study, key, entry))
}

fn is_at(study: &Study, column: ColumnKey, entry: &SegmentEntry) -> bool {
    let source = study.sources.get(entry.source as usize);
    let groups = || entry.voice.informants.iter().filter_map(|at| study.informant_groups.get(*at as usize).copied());
    match column {
        ColumnKey::Group(id) => groups().any(|group| group.is_some() && group == study.group_at(id)),
        ColumnKey::Technique(technique) => source.is_some_and(|source| source.technique == technique),
        ColumnKey::Date(date) => source.is_some_and(|source| source.date == Some(date)),
        ColumnKey::Informant(id) => {
            study.informant_at(id).is_some_and(|informant| entry.voice.informants.contains(&informant))
        }
        ColumnKey::Source(id) => entry.segment.source == id,
        ColumnKey::Coder(_) | ColumnKey::Value | ColumnKey::Rest => false,
    }
}
