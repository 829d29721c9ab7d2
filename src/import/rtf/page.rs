//! Lines and cells of a rich text, which says of every paragraph anew whether it lies in a table.

use crate::import::written::Writing;

/// A text being written: the body, or a note apart from it.
#[derive(Default)]
pub struct Page {
    /// What is written.
    pub writing: Writing,
    has_table: bool,
    has_row: bool,
    has_cell: bool,
    /// Whether a row has been described and its cells are on their way.
    pub is_described: bool,
}

impl Page {
    /// Makes sure that the next letter stands in a cell, or in none.
    pub fn place(&mut self, is_in_table: bool) {
        if !is_in_table && !self.is_described {
            return self.end_table();
        }
        if !std::mem::replace(&mut self.has_table, true) {
            self.writing.begin_table();
        }
        if !std::mem::replace(&mut self.has_row, true) {
            self.writing.begin_row();
        }
        if !std::mem::replace(&mut self.has_cell, true) {
            self.writing.begin_cell(1);
        }
    }

    /// Ends the cell in hand.
    pub fn end_cell(&mut self) {
        if std::mem::take(&mut self.has_cell) {
            self.writing.end_cell();
        }
    }

    /// Ends the row in hand.
    pub fn end_row(&mut self) {
        self.end_cell();
        self.is_described = false;
        if std::mem::take(&mut self.has_row) {
            self.writing.end_row();
        }
    }

    /// Ends the table in hand.
    pub fn end_table(&mut self) {
        self.end_row();
        if std::mem::take(&mut self.has_table) {
            self.writing.end_table();
        }
    }
}
