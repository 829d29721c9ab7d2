//! A table on its way into a file: what CSV and XLSX have in common.

use crate::domain::{Date, Timestamp};

/// What stands in one place of a table.
#[derive(Clone, PartialEq, Debug)]
pub enum Value {
    /// Nothing.
    Empty,
    /// Words, character for character.
    Text(String),
    /// A count or a line.
    Number(u32),
    /// A day.
    Date(Date),
    /// A point in time.
    Moment(Timestamp),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text.to_owned()) }
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<u32> for Value {
    fn from(number: u32) -> Self {
        Self::Number(number)
    }
}

/// A column: what stands above it, and how wide a workbook makes it (in letters).
#[derive(Clone, PartialEq, Debug)]
pub struct Heading {
    /// What stands above it.
    pub text: String,
    /// Width in letters.
    pub width: u16,
}

impl Heading {
    /// A heading of a width.
    pub fn new(text: impl Into<String>, width: u16) -> Self {
        Self { text: text.into(), width }
    }
}

/// Headings and rows; every row is as long as the headings.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Table {
    /// One a column.
    pub headings: Vec<Heading>,
    /// The rows.
    pub rows: Vec<Vec<Value>>,
}
