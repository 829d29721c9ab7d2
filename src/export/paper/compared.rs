//! The comparison on paper: a wide table of segments a cell, with suggestion, verdict and conclusion.

use super::{Block, Grid, GridCell, HandIn, Paper, Section};
use crate::analysis::{Comparison, Row, RowKind, Study};
use crate::domain::Verdict;
use crate::export::columns::column_words;
use crate::i18n::Catalog;

/// A comparison on paper.
pub fn comparison_paper(study: &Study, comparison: &Comparison, hand_in: HandIn, words: &Catalog) -> Paper {
    let mut paper = Paper::new(study, words.text("paper-comparison"), words, hand_in.today);
    paper.total = comparison.rows.len();
    let mut headings = vec![(words.text("comparison-label"), 18)];
    headings.extend(comparison.columns.iter().map(|column| (column_words(words, column), 12)));
    headings.push((words.text("comparison-suggestion"), 14));
    headings.push((words.text("comparison-verdict"), 14));
    headings.push((words.text("comparison-conclusion"), 24));
    let rows = comparison.rows.iter().map(|row| cells(row, words).into_iter().map(GridCell::from).collect()).collect();
    let grid = Grid { headings, rows, ..Grid::default() };
    let note = Block::Note(words.text("paper-comparison-note"));
    paper.sections.push(Section { is_wide: true, blocks: vec![note, Block::Table(grid)], ..Section::default() });
    paper
}

fn cells(row: &Row, words: &Catalog) -> Vec<String> {
    let name = if row.code == row.label || row.kind == RowKind::Role {
        row.label.clone()
    } else {
        format!("{} {}", row.code, row.label)
    };
    let mut cells = vec![name];
    cells.extend(row.cells.iter().map(|cell| match cell.empty_reason {
        Some(reason) => words.text(&format!("empty-{reason}")),
        None => cell.segments.to_string(),
    }));
    let suggested = row.suggestion.verdict.filter(|verdict| *verdict != Verdict::Unrated);
    cells.push(suggested.map_or_else(String::new, |verdict| words.text(&format!("verdict-{verdict}"))));
    cells.push(words.text(&format!("verdict-{}", row.verdict)));
    cells.push(row.conclusion.clone().unwrap_or_default());
    cells
}
