//! How much room words take on paper, roughly: which quotations are longer than four lines, which rows are too high to
//! be kept together, how many pages a table fills. Word itself breaks the lines; nothing rests on these figures but
//! such choices. All lengths are twentieths of a point.

use super::{Block, Paper, Section};

/// An A4 page upright: width and height.
pub(super) const PAGE: (u32, u32) = (11_906, 16_838);
/// The margins of a thesis at the left and above (4 cm).
pub(super) const WIDE_MARGIN: u32 = 2_268;
/// Those at the right and below (3 cm).
pub(super) const MARGIN: u32 = 1_701;
/// An average letter of running text (12 points) and of tables (10 points).
const TEXT_LETTER: u32 = 101;
pub(super) const TABLE_LETTER: u32 = 86;
/// A line of a table, and the gaps above and below a paragraph in it.
pub(super) const TABLE_LINE: u32 = 230;
pub(super) const TABLE_GAP: u32 = 60;
/// What a cell keeps free at either side.
pub(super) const CELL_SIDE: u32 = 90;
/// A quotation of more lines than this stands as a block.
const QUOTED_LINES: u32 = 4;
/// A row that fills more than a third of a page may be broken.
const LONG_ROW: u32 = 3;

/// Width and height of the words on a page.
pub(super) const fn words_on(is_wide: bool) -> (u32, u32) {
    let (width, height) = if is_wide { (PAGE.1, PAGE.0) } else { PAGE };
    (width - WIDE_MARGIN - MARGIN, height - WIDE_MARGIN - MARGIN)
}

/// Lines that a text takes in a column of `width`, with letters that take `letter` on average.
pub(super) fn lines(text: &str, width: u32, letter: u32) -> u32 {
    let most = (width / letter).max(1);
    let of = |line: &str| {
        // Words move to the next line whole, so that lines are seldom full.
        let letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX / 128);
        (letters.saturating_mul(105) / 100).div_ceil(most).max(1)
    };
    text.split('\n').map(of).sum()
}

/// Whether a quotation is longer than four lines of running text on an upright page.
pub(crate) fn is_block_quotation(words: &str) -> bool {
    lines(words, words_on(false).0, TEXT_LETTER) > QUOTED_LINES
}

/// Whether a row of this height may be broken over two pages.
pub(super) const fn is_long_row(height: u32, is_wide: bool) -> bool {
    height > words_on(is_wide).1 / LONG_ROW
}

impl Paper {
    /// About how many pages its tables fill.
    pub fn table_pages(&self) -> usize {
        self.sections.iter().map(pages_of).sum()
    }
}

fn pages_of(section: &Section) -> usize {
    let (width, height) = words_on(section.is_wide);
    let (mut pages, mut left) = (1, height);
    for block in &section.blocks {
        let Block::Table(grid) = block else { continue };
        let widths = grid.widths(width);
        let head: Vec<super::GridCell> = grid.headings.iter().map(|(text, _)| text.as_str().into()).collect();
        let head = super::Grid::row_height(&head, &widths);
        left = left.saturating_sub(head + 2 * TABLE_LINE);
        for row in &grid.rows {
            let mut row = super::Grid::row_height(row, &widths);
            if row > left {
                pages += 1;
                left = height - head;
                while row > left {
                    row -= left;
                    pages += 1;
                }
            }
            left = left.saturating_sub(row);
        }
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quotation_of_more_than_four_lines_is_a_block() {
        assert!(!is_block_quotation("Setiap guru saya supervisi dua kali dalam satu semester."));
        assert!(!is_block_quotation(&"kata ".repeat(58)));
        assert!(is_block_quotation(&"kata ".repeat(80)));
        assert!(is_block_quotation("satu\ndua\ntiga\nempat\nlima"));
    }
}
