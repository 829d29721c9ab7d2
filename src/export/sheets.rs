//! The tables of a paper as a workbook, one sheet a table, and as text that a spreadsheet or a word processor takes for
//! a table.

use super::table::{Heading, Table, Value};
use super::xlsx::{Sheet, write_xlsx};
use super::{Block, Error, Grid, GridCell, Paper, Sink, Stamp};
use crate::i18n::Catalog;

/// Letters that the whole width of a page comes to in a workbook.
const LETTERS: u32 = 150;
/// Letters of a sheet's name at most.
const NAME: usize = 31;

/// Writes the tables of a paper.
pub(super) fn write(out: &mut dyn Sink, stamp: &Stamp, paper: &Paper, words: &Catalog) -> Result<(), Error> {
    let mut sheets: Vec<Sheet> = Vec::new();
    for section in &paper.sections {
        let below = section.blocks.iter().filter_map(|block| match block {
            Block::Note(text) | Block::Body(text) => Some(text.as_str()),
            _ => None,
        });
        for grid in section.blocks.iter().filter_map(table_of) {
            let name = name(&grid.caption, &sheets);
            sheets.push(Sheet { name, frozen_columns: 0, table: table(grid, below.clone()) });
        }
    }
    write_xlsx(out, sheets, stamp, words)
}

const fn table_of(block: &Block) -> Option<&Grid> {
    match block {
        Block::Table(grid) => Some(grid),
        _ => None,
    }
}

/// The beginning of a caption that a sheet may be called by, cut behind a word; no two are the same.
fn name(caption: &str, taken: &[Sheet]) -> String {
    let bare: String = caption.chars().filter(|letter| !"[]:*?/\\'".contains(*letter)).collect();
    let mut name = String::new();
    for word in bare.split_whitespace() {
        let length = name.chars().count() + word.chars().count() + 1;
        if length > NAME {
            break;
        }
        name = if name.is_empty() { word.to_owned() } else { format!("{name} {word}") };
    }
    let is_taken = |name: &str| taken.iter().any(|sheet| sheet.name.eq_ignore_ascii_case(name));
    if name.is_empty() || is_taken(&name) { (taken.len() + 1).to_string() } else { name }
}

fn table<'a>(grid: &Grid, below: impl Iterator<Item = &'a str>) -> Table {
    let widths = grid.widths(LETTERS);
    let heading = |((text, _), width): (&(String, u32), u32)| {
        Heading::new(text.as_str(), u16::try_from(width.max(6)).unwrap_or(u16::MAX))
    };
    let value = |cell: &GridCell| {
        let text = cell.text();
        // A running number is a number; one with anything beside it is words.
        match text.parse::<u32>() {
            Ok(number) if number.to_string() == text => Value::Number(number),
            _ => Value::from(text),
        }
    };
    let mut rows: Vec<Vec<Value>> = grid.rows.iter().map(|row| row.iter().map(value).collect()).collect();
    for text in below {
        let mut row = vec![Value::Empty; grid.headings.len()];
        // The widest column, because a workbook wraps words at its width.
        let widest = (0..widths.len()).max_by_key(|at| widths[*at]).unwrap_or(0);
        if let Some(cell) = row.get_mut(widest) {
            *cell = Value::from(text);
        }
        rows.push(row);
    }
    Table { headings: grid.headings.iter().zip(widths.iter().copied()).map(heading).collect(), rows }
}

impl Paper {
    /// Its tables as text, columns apart by tabs. Breaks and tabs inside a cell are blanks.
    pub fn tab_separated(&self) -> String {
        let mut text = String::new();
        let line = |cells: Vec<String>| {
            let flat = cells.iter().map(|cell| cell.split_whitespace().collect::<Vec<_>>().join(" "));
            flat.collect::<Vec<_>>().join("\t") + "\n"
        };
        for grid in self.tables() {
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&format!("{}\n", grid.caption));
            text.push_str(&line(grid.headings.iter().map(|(heading, _)| heading.clone()).collect()));
            for row in &grid.rows {
                text.push_str(&line(row.iter().map(GridCell::text).collect()));
            }
        }
        text
    }
}
