//! The heads of the board in words: what a column counts, what a row is, and what the program would say of it.

use crate::analysis::{Axis, CodingEntry, Column, ColumnKey, Comparison, Study};
use crate::app::role::warned;
use crate::domain::{CodeId, CodingId, Colour, Message, RowKey, Technique, Verdict};
use crate::export::{column_title, column_words, own_column_words};
use crate::i18n::Catalog;
use std::ops::Range;
use std::sync::Arc;

/// The head of a column.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Head {
    /// Its name in words.
    pub title: String,
    /// The same with what it stands within, where two axes cross.
    pub name: String,
    /// What it counts ("2 informan"), or what it is; may be empty.
    pub note: String,
    /// Under which name its width is remembered.
    pub width: String,
}

/// The heads that stand under one name, where the columns are divided by something.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Band {
    /// The name.
    pub title: String,
    /// Its columns.
    pub columns: Range<usize>,
}

/// The head of a row.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct RowHead {
    /// The code or finding it stands for.
    pub key: RowKey,
    /// The code; of a finding the one it stands under.
    pub code: Option<CodeId>,
    /// How many codes above it are rows too.
    pub depth: usize,
    /// The row of the code above it.
    pub parent: Option<usize>,
    /// How many codes lie directly below it.
    pub below: usize,
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
    /// What a finding is to be warned of, in words.
    pub warnings: Vec<String>,
    /// Who the researcher calls silent, in words; may be empty.
    pub silent: String,
    /// What the program suggests, in words; nothing where it suggests nothing.
    pub suggested: Option<String>,
    /// Why, sentence by sentence.
    pub reasons: Vec<String>,
    /// The first coding of the row that has no direction, where that is why nothing is suggested.
    pub undirected: Option<CodingId>,
}

impl RowHead {
    /// The name for lists: the role, or the short code.
    pub fn short(&self) -> &str {
        &self.title
    }
}

/// The head of a column.
pub fn head(study: &Study, catalog: &Catalog, column: &Column) -> Head {
    let sources = |technique: Technique| study.sources.iter().filter(|source| source.technique == technique).count();
    let informants = || catalog.say(&Message::new("count-informants").with("n", column.informants_total));
    let note = match column.key {
        ColumnKey::Technique(technique) if column.within.is_none() => {
            catalog.say(&Message::new("count-sources").with("n", sources(technique)))
        }
        ColumnKey::Group(_) | ColumnKey::Date(_) | ColumnKey::Technique(_) => informants(),
        ColumnKey::Informant(id) => {
            let informant = study.informant_at(id).and_then(|at| study.informants.get(at as usize));
            informant.map(|informant| informant.description.clone()).unwrap_or_default()
        }
        ColumnKey::Source(id) => {
            let technique = study.source(id).map(|source| catalog.text(&format!("technique-{}", source.technique)));
            technique.unwrap_or_default()
        }
        ColumnKey::Coder(_) | ColumnKey::Rest | ColumnKey::Value => String::new(),
    };
    let (title, name) = (column_title(catalog, column), column_words(catalog, column));
    Head { title, name, note, width: column.id.to_string() }
}

/// The names that the heads stand under, where the columns are divided by something.
pub fn bands(catalog: &Catalog, columns: &[Column]) -> Vec<Band> {
    let mut bands: Vec<(ColumnKey, &str, Band)> = Vec::new();
    for (at, column) in columns.iter().enumerate() {
        let Some((key, label)) = &column.within else { return Vec::new() };
        match bands.last_mut() {
            Some((of, named, band)) if of == key && named == label => band.columns.end = at + 1,
            _ => {
                let title = own_column_words(catalog, *key, label);
                bands.push((*key, label, Band { title, columns: at..at + 1 }));
            }
        }
    }
    bands.into_iter().map(|(.., band)| band).collect()
}

/// The heads of all rows, with who stands below whom.
pub fn row_heads(study: &Study, catalog: &Catalog, comparison: &Comparison, heads: &[Head]) -> Vec<RowHead> {
    let mut rows: Vec<RowHead> =
        (0..comparison.rows.len()).map(|at| row_head(study, catalog, comparison, heads, at)).collect();
    let mut row_of = vec![None; study.codes.len()];
    for (at, row) in rows.iter().enumerate() {
        if let Some(code) = row.key.code().and_then(|code| study.code_at(code)) {
            row_of[code as usize] = Some(at);
        }
    }
    for row in &mut rows {
        let Some(code) = row.key.code().and_then(|code| study.code_at(code)) else { continue };
        let above = std::iter::successors(study.code_parents[code as usize], |at| study.code_parents[*at as usize]);
        let rows_above: Vec<usize> = above.filter_map(|at| row_of[at as usize]).collect();
        row.depth = rows_above.len();
        row.parent = rows_above.first().copied();
    }
    rows
}

fn row_head(study: &Study, catalog: &Catalog, comparison: &Comparison, heads: &[Head], at: usize) -> RowHead {
    let row = &comparison.rows[at];
    let code = match row.key {
        RowKey::Code(code) => study.code(code),
        RowKey::Finding(finding) => study.finding(finding).and_then(|finding| study.code(finding.code)),
    };
    let place = row.key.code().and_then(|code| study.code_at(code));
    let is_directed = row.key.code().is_none() || code.is_some_and(|code| code.kind.takes_direction());
    let below = study.code_parents.iter().filter(|parent| parent.is_some() && **parent == place).count();
    let indicators = catalog.say(&Message::new("compare-indicators").with("n", below));
    let is_top = place.is_some_and(|place| study.code_parents[place as usize].is_none());
    let (title, note, name) = if row.key.finding().is_some() {
        (row.label.clone(), row.code.clone(), row.label.clone())
    } else if is_top {
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
        key: row.key,
        code: code.map(|code| code.id),
        depth: 0,
        parent: None,
        below,
        colour: code.map_or(Colour([0x7A; 3]), |code| code.colour),
        digit: code.filter(|_| row.key.code().is_some()).and_then(|code| code.digit()),
        title,
        note,
        name,
        is_directed,
        warnings: row.key.finding().map(|finding| warned(study, catalog, finding)).unwrap_or_default(),
        silent: silent_words(comparison, heads, &row.silent),
        suggested,
        reasons,
        undirected: undirected.flatten(),
    }
}

/// The names of the silent sides, as they stand in a sentence.
fn silent_words(comparison: &Comparison, heads: &[Head], silent: &[Arc<str>]) -> String {
    let named = |id: &Arc<str>| {
        let column = comparison.columns.iter().position(|column| column.id == *id);
        // Where two axes cross, the last part of a column's id is that of its own axis.
        let column = column.or_else(|| {
            let own = |column: &Column| column.id.rsplit('/').next() == Some(id);
            comparison.columns.iter().position(own)
        });
        let title =
            column.and_then(|column| heads.get(column)).map_or_else(|| id.to_string(), |head| head.title.clone());
        match comparison.by {
            Axis::Group | Axis::Technique => title.to_lowercase(),
            _ => title,
        }
    };
    silent.iter().map(named).collect::<Vec<_>>().join(", ")
}

/// Keeps a mark with what stands before it when the sentence wraps.
fn bound(sentence: &str) -> String {
    ["▲", "◐", "▼"]
        .iter()
        .fold(sentence.to_owned(), |bound, mark| bound.replace(&format!(" {mark}"), &format!("\u{a0}{mark}")))
}

fn first_undirected(study: &Study, comparison: &Comparison, row: usize) -> Option<CodingId> {
    let above = study.code_at(comparison.rows[row].key.code()?)?;
    let is_open = |entry: &&CodingEntry| {
        let segment = &study.segments[entry.segment as usize];
        entry.coding.direction.is_none() && study.is_within(entry.code, above) && !segment.voice.is_researcher_only()
    };
    let first = study.codings.iter().filter(is_open).min_by_key(|entry| {
        let segment = &study.segments[entry.segment as usize];
        (segment.source, segment.segment.range.start)
    });
    first.map(|entry| entry.coding.id)
}
