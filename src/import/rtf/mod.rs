//! Rich text (RTF). No reader that could be taken keeps tables, code pages and `\u` apart, so it is read here: groups
//! with what holds in them, letters by the code page of their font, and of the rest only what is words.

mod destinations;
mod letters;
mod links;
mod page;
mod reader;
#[cfg(test)]
mod tests;
mod tokens;

use super::error::ImportError;
use super::written::Written;

/// Reads rich text; `file` names it in errors. What is cut off is read as far as it goes, and said.
///
/// # Errors
/// More letters or lines than are read, or no words at all.
pub fn read(file: &str, bytes: &[u8]) -> Result<Written, ImportError> {
    reader::Reader::new(bytes).read(file)
}
