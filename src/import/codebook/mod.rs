//! A codebook file becomes codes without ids: the program's own JSON form, or a table as CSV. Whatever is wrong with
//! it is one sentence that names the place; half a codebook is never handed on.

mod csv;
mod error;
mod json;

pub use error::CodebookError;

use crate::domain::{CodeKind, Colour, DEEPEST, LONGEST_NAME, LONGEST_SHORT, Language, tidied, tidied_line};
use std::collections::HashMap;

/// Largest codebook file that is read, in bytes.
pub const MOST_BYTES: usize = 16 * 1024 * 1024;
/// Most codes of one file.
pub const MOST_CODES: usize = 20_000;

/// A code as a file describes it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedCode {
    /// The code above it, as a place in the list; it stands before.
    pub parent: Option<usize>,
    /// What it is for.
    pub kind: CodeKind,
    /// The short code; may be empty.
    pub short: String,
    /// The name.
    pub name: String,
    /// Its colour.
    pub colour: Colour,
    /// The digit that codes with it; no digit stands twice in a list.
    pub key: Option<u8>,
    /// The definition; may be empty.
    pub definition: String,
    /// The one-line test; may be empty.
    pub test: String,
    /// What counts.
    pub counts: Vec<String>,
    /// What does not count.
    pub counts_not: Vec<String>,
    /// Examples.
    pub examples: Vec<String>,
    /// Keywords.
    pub keywords: Vec<String>,
    /// Other names.
    pub aliases: Vec<String>,
    /// Whether the file says what it is for; else it is as the code above it.
    pub is_kind_given: bool,
    /// Whether the file says its colour; else it is that of the code above it.
    pub is_colour_given: bool,
}

/// Two codes that are easily confused, as places in the list of codes.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ParsedPair {
    /// One code.
    pub a: usize,
    /// The other.
    pub b: usize,
    /// The rule that tells them apart.
    pub rule: String,
    /// An example.
    pub example: String,
}

/// What a codebook file holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct ParsedCodebook {
    /// What it calls itself; may be empty.
    pub name: String,
    /// What it says about itself; may be empty.
    pub description: String,
    /// Its codes in the order of the tree, every parent before its children.
    pub codes: Vec<ParsedCode>,
    /// Pairs that are easily confused.
    pub pairs: Vec<ParsedPair>,
}

/// Reads a codebook file, JSON or CSV, whichever it is. `language` chooses where a file has words in several.
///
/// # Errors
/// Where it is neither, in words that name the place.
pub fn read_codebook(bytes: &[u8], language: Language) -> Result<ParsedCodebook, CodebookError> {
    if bytes.len() > MOST_BYTES {
        return Err(CodebookError::TooLarge);
    }
    let bare = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    match bare.iter().find(|byte| !byte.is_ascii_whitespace()) {
        None => Err(CodebookError::Empty),
        Some(b'{' | b'[') => json::read(bare, language),
        Some(_) => csv::read(bytes),
    }
}

/// Reads the JSON form alone.
///
/// # Errors
/// As [`read_codebook`].
pub fn read_codebook_json(bytes: &[u8], language: Language) -> Result<ParsedCodebook, CodebookError> {
    if bytes.len() > MOST_BYTES {
        return Err(CodebookError::TooLarge);
    }
    json::read(bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes), language)
}

/// A name on one line, without control characters and without spaces around it.
fn line(text: &str) -> String {
    tidied_line(text)
}

/// Words without U+0000, at which SQLite's text functions stop, with the line ends of everything here, and without
/// spaces around them.
fn words(text: &str) -> String {
    tidied(text)
}

/// Holds what every codebook holds: few enough codes, no name or short code twice where that would be two things,
/// nothing longer or deeper than the window can show.
fn checked(book: ParsedCodebook) -> Result<ParsedCodebook, CodebookError> {
    if book.codes.is_empty() {
        return Err(CodebookError::NoCodes);
    }
    if book.codes.len() > MOST_CODES {
        return Err(CodebookError::TooManyCodes(book.codes.len()));
    }
    let mut shorts: HashMap<&str, usize> = HashMap::new();
    let mut names: HashMap<(Option<usize>, &str), usize> = HashMap::new();
    let mut keys: HashMap<u8, usize> = HashMap::new();
    let mut depths: Vec<usize> = Vec::with_capacity(book.codes.len());
    for (at, code) in book.codes.iter().enumerate() {
        let called = || if code.short.is_empty() { code.name.clone() } else { code.short.clone() };
        if code.name.is_empty() {
            return Err(CodebookError::Nameless(called()));
        }
        if code.name.chars().count() > LONGEST_NAME || code.short.chars().count() > LONGEST_SHORT {
            return Err(CodebookError::LongName(code.name.chars().take(40).collect()));
        }
        if !code.short.is_empty() && shorts.insert(&code.short, at).is_some() {
            return Err(CodebookError::Twice(code.short.clone()));
        }
        if names.insert((code.parent, &code.name), at).is_some() {
            return Err(CodebookError::Twice(code.name.clone()));
        }
        if let Some(key) = code.key
            && keys.insert(key, at).is_some()
        {
            return Err(CodebookError::KeyTwice { code: called(), key: key.to_string() });
        }
        let depth = code.parent.map_or(1, |parent| depths.get(parent).copied().unwrap_or(0) + 1);
        if depth > DEEPEST {
            return Err(CodebookError::TooDeep(called()));
        }
        depths.push(depth);
    }
    Ok(book)
}

#[cfg(test)]
mod tests;
