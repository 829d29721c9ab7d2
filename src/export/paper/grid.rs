//! A table on paper: what stands in its cells, how wide its columns are, and about how high its rows come out.

use super::measure;

/// A stretch of words in a cell.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stretch {
    /// The words, character for character.
    pub words: String,
    /// Whether they stand back behind the others: a citation, a count.
    pub is_small: bool,
}

/// What stands in a cell: paragraphs of stretches.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GridCell {
    /// Its paragraphs, each in stretches one behind the other.
    pub paragraphs: Vec<Vec<Stretch>>,
}

impl GridCell {
    /// A cell without words.
    pub fn new() -> Self {
        Self::default()
    }

    /// Begins a paragraph with words.
    pub fn words(&mut self, words: impl Into<String>) {
        self.paragraphs.push(vec![Stretch { words: words.into(), is_small: false }]);
    }

    /// Adds a citation or a count to the last paragraph, a blank before it.
    pub fn small(&mut self, words: &str) {
        let stretch = |words: String| Stretch { words, is_small: true };
        match self.paragraphs.last_mut().filter(|paragraph| !paragraph.is_empty()) {
            Some(last) => last.push(stretch(format!(" {words}"))),
            None => self.paragraphs.push(vec![stretch(words.to_owned())]),
        }
    }

    /// Begins a paragraph that is a citation or a count.
    pub fn small_line(&mut self, words: impl Into<String>) {
        self.paragraphs.push(vec![Stretch { words: words.into(), is_small: true }]);
    }

    /// All its words, one paragraph a line.
    pub fn text(&self) -> String {
        let line =
            |paragraph: &Vec<Stretch>| paragraph.iter().map(|stretch| stretch.words.as_str()).collect::<String>();
        self.paragraphs.iter().map(line).collect::<Vec<_>>().join("\n")
    }

    /// Whether no word stands in it.
    pub fn is_empty(&self) -> bool {
        self.paragraphs.iter().flatten().all(|stretch| stretch.words.is_empty())
    }
}

impl From<String> for GridCell {
    fn from(words: String) -> Self {
        let mut cell = Self::new();
        if !words.is_empty() {
            cell.words(words);
        }
        cell
    }
}

impl From<&str> for GridCell {
    fn from(words: &str) -> Self {
        words.to_owned().into()
    }
}

/// A table with headings.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Grid {
    /// What stands above it; may be empty.
    pub caption: String,
    /// Above each column, with its share of the width.
    pub headings: Vec<(String, u32)>,
    /// Columns whose words stand in the middle: numbers, marks.
    pub centred: Vec<usize>,
    /// As many cells as headings each.
    pub rows: Vec<Vec<GridCell>>,
}

impl Grid {
    /// The widths of the columns, which together are `width`.
    pub fn widths(&self, width: u32) -> Vec<u32> {
        let all: u32 = self.headings.iter().map(|(_, share)| *share).sum::<u32>().max(1);
        let mut widths: Vec<u32> = self.headings.iter().map(|(_, share)| width * share / all).collect();
        let left = width.saturating_sub(widths.iter().sum());
        if let Some(last) = widths.last_mut() {
            *last += left;
        }
        widths
    }

    /// About how high a row comes out, in twentieths of a point.
    pub(super) fn row_height(row: &[GridCell], widths: &[u32]) -> u32 {
        let height = |(cell, width): (&GridCell, &u32)| {
            let width = width.saturating_sub(2 * measure::CELL_SIDE);
            let lines = |paragraph: &Vec<Stretch>| {
                let words: String = paragraph.iter().map(|stretch| stretch.words.as_str()).collect();
                measure::lines(&words, width, measure::TABLE_LETTER) * measure::TABLE_LINE + measure::TABLE_GAP
            };
            cell.paragraphs.iter().map(lines).sum::<u32>()
        };
        row.iter().zip(widths).map(height).max().unwrap_or(0).max(measure::TABLE_LINE + measure::TABLE_GAP)
    }
}
