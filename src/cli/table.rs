//! Plain tables for reading in a terminal: columns side by side by the width letters take on the screen, so
//! that Arabic, emoji and accents stay aligned.

use unicode_width::UnicodeWidthStr;

/// The widest a column of words becomes; the rest of a cell is cut off with an ellipsis.
const WIDEST: usize = 60;

/// On which side a column is aligned.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// Words.
    Left,
    /// Numbers.
    Right,
}

/// A table under construction.
pub(crate) struct Plain {
    sides: Vec<Side>,
    rows: Vec<Vec<String>>,
    widest: usize,
}

impl Plain {
    /// A table with these headers.
    pub fn new(columns: &[(String, Side)]) -> Self {
        Self {
            sides: columns.iter().map(|(_, side)| *side).collect(),
            rows: vec![columns.iter().map(|(name, _)| name.clone()).collect()],
            widest: WIDEST,
        }
    }

    /// The same with every cell whole, however long.
    pub fn uncut(self) -> Self {
        Self { widest: usize::MAX, ..self }
    }

    /// Adds a row; line breaks inside a cell become spaces, spaces at its start stay.
    pub fn row(&mut self, cells: Vec<String>) {
        let flat = |cell: &String| {
            let indent = &cell[..cell.len() - cell.trim_start_matches(' ').len()];
            shortened(&format!("{indent}{}", super::say::one_line(cell)), self.widest)
        };
        self.rows.push(cells.iter().map(flat).collect());
    }

    /// The whole table, each row ended by a line end and none by spaces.
    pub fn text(&self) -> String {
        let width = |column: usize| {
            // One name of a million letters must not make every row as long.
            self.rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.width().min(WIDEST)).max().unwrap_or(0)
        };
        let widths: Vec<usize> = (0..self.sides.len()).map(width).collect();
        let mut text = String::new();
        for row in &self.rows {
            let mut line = String::new();
            for ((cell, side), width) in row.iter().zip(&self.sides).zip(&widths) {
                if !line.is_empty() {
                    line.push_str("  ");
                }
                let space = " ".repeat(width.saturating_sub(cell.width()));
                match side {
                    Side::Left => {
                        line.push_str(cell);
                        line.push_str(&space);
                    }
                    Side::Right => {
                        line.push_str(&space);
                        line.push_str(cell);
                    }
                }
            }
            text.push_str(line.trim_end());
            text.push('\n');
        }
        text
    }
}

fn shortened(cell: &str, widest: usize) -> String {
    if cell.width() <= widest {
        return cell.to_owned();
    }
    let mut short = String::new();
    for letter in cell.chars() {
        short.push(letter);
        if short.width() >= widest {
            short.pop();
            break;
        }
    }
    short.push('…');
    short
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_stand_below_each_other() {
        let mut table = Plain::new(&[("Kode".to_owned(), Side::Left), ("n".to_owned(), Side::Right)]);
        table.row(vec!["SUP".to_owned(), "7".to_owned()]);
        table.row(vec!["e\u{301}🙏\nx".to_owned(), "12".to_owned()]);
        assert_eq!(table.text(), "Kode    n\nSUP     7\ne\u{301}🙏 x  12\n");
    }

    #[test]
    fn long_words_are_cut_for_the_eye_only() {
        let mut table = Plain::new(&[("q".to_owned(), Side::Left)]);
        table.row(vec!["a".repeat(200)]);
        let text = table.text();
        let last = text.lines().last().expect("a row");
        assert_eq!(last.width(), WIDEST);
        assert!(last.ends_with('…'));
        let mut whole = Plain::new(&[("q".to_owned(), Side::Left)]).uncut();
        whole.row(vec!["a".repeat(200)]);
        assert!(whole.text().ends_with(&format!("{}\n", "a".repeat(200))));
    }
}
