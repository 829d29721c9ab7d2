//! What is searched for, and the search itself.

use super::MOST;
use super::fold::{Folded, Folding, GAP};
use super::pattern::{FindError, regex};
use crate::domain::{CharRange, SourceText};
use regex::Regex;
use std::ops::Range;
use unicode_segmentation::GraphemeCursor;

/// Hits after which it is asked whether to go on.
const STRIDE: usize = 256;
/// Bytes of lines after which it is asked whether to go on.
const STRETCH: usize = 16 * 1024;
/// Marks that are looked past for the letter before a word.
const MARKS: usize = 32;

/// What is searched for.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Query {
    /// Words, or a pattern.
    pub words: String,
    /// Whether it is a pattern (a regular expression); it is matched line by line.
    pub is_regex: bool,
    /// Whether no letter may stand directly before or behind a hit.
    pub is_whole_word: bool,
    /// Whether capitals count.
    pub is_case_kept: bool,
    /// Whether everything counts: capitals, accents, harakat, the kind of quotation mark, hyphen and space.
    pub is_exact: bool,
}

impl Query {
    /// What of a text makes no difference to it.
    pub fn folding(&self) -> Folding {
        match (self.is_exact, self.is_regex, self.is_case_kept) {
            (true, ..) => Folding::Exact,
            (_, true, _) => Folding::Marks,
            (_, _, true) => Folding::KeepCase,
            _ => Folding::Words,
        }
    }
}

/// Whether the whole text was searched.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum End {
    /// All of it.
    #[default]
    Whole,
    /// There are more than [`MOST`]; the rest is left.
    Most,
    /// It took too long, or nobody waits any more.
    Stopped,
}

/// What was found.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Found {
    /// The places, in order; none overlaps another and none is empty.
    pub hits: Vec<CharRange>,
    /// Whether that is all.
    pub end: End,
    /// Whether the pattern also fits places without a letter (`a*`), which are no hits.
    pub has_empty: bool,
}

enum What {
    Nothing,
    Words(String),
    Pattern(Regex),
}

/// A query that is ready to be searched for in any text.
pub struct Finder {
    what: What,
    folding: Folding,
    is_whole_word: bool,
}

impl Finder {
    /// Reads a query. One without words finds nothing.
    ///
    /// # Errors
    /// It is a pattern that cannot be read or that is too big.
    pub fn new(query: &Query) -> Result<Self, FindError> {
        let folding = query.folding();
        let is_empty = match query.is_exact {
            true => query.words.is_empty(),
            false => query.words.trim().is_empty(),
        };
        let what = if is_empty {
            What::Nothing
        } else if query.is_regex {
            let keeps_case = query.is_case_kept || query.is_exact;
            What::Pattern(regex(&query.words, folding, keeps_case, query.is_whole_word)?)
        } else {
            let words = folding.of(&query.words).into_owned();
            if words.trim().is_empty() && !query.is_exact || words.contains(GAP) {
                What::Nothing
            } else {
                What::Words(words)
            }
        };
        Ok(Self { what, folding, is_whole_word: query.is_whole_word })
    }

    /// Whether there is anything to search for.
    pub fn is_empty(&self) -> bool {
        matches!(self.what, What::Nothing)
    }

    /// Searches a text, which `folded` was made of by the folding of the query; by another it finds nothing. `goes_on`
    /// is asked between steps.
    pub fn find(&self, text: &SourceText, folded: &Folded, goes_on: impl FnMut() -> bool) -> Found {
        let mut search = Search { text, folded, goes_on, found: Found::default(), behind: 0, counted: (0, 0) };
        match &self.what {
            _ if folded.folding() != self.folding => {}
            What::Nothing => {}
            What::Words(words) => search.words(words, self.is_whole_word),
            What::Pattern(regex) => search.pattern(regex),
        }
        search.found
    }
}

struct Search<'a, G> {
    text: &'a SourceText,
    folded: &'a Folded,
    goes_on: G,
    found: Found,
    /// The byte behind the last hit.
    behind: usize,
    /// A byte and the code points before it: the place up to which they are counted.
    counted: (usize, u32),
}

impl<G: FnMut() -> bool> Search<'_, G> {
    fn words(&mut self, wanted: &str, is_whole_word: bool) {
        let words = self.folded.words();
        let first = wanted.chars().next().map_or(1, char::len_utf8);
        let (mut from, mut steps) = (0, 0);
        while let Some(at) = words.get(from..).and_then(|rest| rest.find(wanted)) {
            let (start, end) = (from + at, from + at + wanted.len());
            let bytes = self.whole(start, end).filter(|bytes| !is_whole_word || is_word(self.text.as_str(), bytes));
            from = match bytes.map(|bytes| self.push(bytes)) {
                Some(true) => end,
                Some(false) => return,
                None => start + first,
            };
            steps += 1;
            if steps % STRIDE == 0 && !self.goes_on() {
                return;
            }
        }
    }

    fn pattern(&mut self, regex: &Regex) {
        let mut start = 0;
        let (mut steps, mut stretch) = (0, 0);
        for line in self.folded.words().split(['\n', GAP]) {
            for place in regex.find_iter(line) {
                if place.is_empty() {
                    self.found.has_empty = true;
                } else if let Some(bytes) = self.widened(start + place.start(), start + place.end())
                    && !self.push(bytes)
                {
                    return;
                }
                steps += 1;
                if steps % STRIDE == 0 && !self.goes_on() {
                    return;
                }
            }
            start += line.len() + 1;
            stretch += line.len() + 1;
            if stretch > STRETCH {
                stretch = 0;
                if !self.goes_on() {
                    return;
                }
            }
        }
    }

    fn goes_on(&mut self) -> bool {
        let goes_on = (self.goes_on)();
        if !goes_on {
            self.found.end = End::Stopped;
        }
        goes_on
    }

    /// The bytes of the text that became exactly these folded ones, on whole clusters; nothing where a cluster would
    /// be cut in two.
    fn whole(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let text = self.text.as_str();
        let (start, end) = (self.folded.start(start)?, self.folded.end(end)?);
        if start < self.behind || !is_boundary(text, start) {
            return None;
        }
        let far = boundary_behind(text, end);
        // An accent behind the last letter belongs to it; a letter of the same cluster does not.
        (far == end || self.folded.drops(text.get(end..far)?)).then_some(start..far)
    }

    /// The clusters of the text that became these folded bytes and what lies about them.
    fn widened(&self, start: usize, end: usize) -> Option<Range<usize>> {
        let text = self.text.as_str();
        let words = self.folded.words();
        let back =
            |at: usize| (0..=at).rev().find_map(|at| words.is_char_boundary(at).then(|| self.folded.start(at))?);
        let on =
            |at: usize| (at..=words.len()).find_map(|at| words.is_char_boundary(at).then(|| self.folded.end(at))?);
        let (start, end) = (back(start)?, on(end)?);
        let (start, end) = (boundary_before(text, start).max(self.behind), boundary_behind(text, end));
        (start < end).then_some(start..end)
    }

    /// Keeps a hit. Whether there is room for more.
    fn push(&mut self, bytes: Range<usize>) -> bool {
        if self.found.hits.len() >= MOST {
            self.found.end = End::Most;
            return false;
        }
        let (start, end) = (self.chars(bytes.start), self.chars(bytes.end));
        self.found.hits.push(CharRange::new(start, end));
        self.behind = bytes.end;
        true
    }

    /// Code points before a byte that lies at or behind the one asked for last.
    fn chars(&mut self, byte: usize) -> u32 {
        let (from, before) = self.counted;
        let between = self.text.as_str().get(from..byte).map_or(0, |words| words.chars().count());
        let chars = before.saturating_add(u32::try_from(between).unwrap_or(u32::MAX));
        self.counted = (byte, chars);
        chars
    }
}

/// Whether a cluster ends at a byte.
fn is_boundary(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    match (at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at)) {
        (None, _) | (_, None) => true,
        (Some(before), Some(behind)) if before.is_ascii() && behind.is_ascii() => (*before, *behind) != (b'\r', b'\n'),
        _ => GraphemeCursor::new(at, text.len(), true).is_boundary(text, 0).unwrap_or(true),
    }
}

fn boundary_behind(text: &str, at: usize) -> usize {
    if is_boundary(text, at) {
        return at;
    }
    GraphemeCursor::new(at, text.len(), true).next_boundary(text, 0).ok().flatten().unwrap_or(text.len())
}

fn boundary_before(text: &str, at: usize) -> usize {
    if is_boundary(text, at) {
        return at;
    }
    GraphemeCursor::new(at, text.len(), true).prev_boundary(text, 0).ok().flatten().unwrap_or(0)
}

/// Whether no letter stands directly before or behind a stretch that begins or ends with one.
fn is_word(text: &str, bytes: &Range<usize>) -> bool {
    let is_letter = |letter: Option<char>| letter.is_some_and(|letter| letter.is_alphanumeric() || letter == '_');
    let is_seen = |letter: &char| !Folding::Marks.drops(*letter) || letter.is_alphanumeric();
    let (Some(before), Some(inside), Some(behind)) =
        (text.get(..bytes.start), text.get(bytes.clone()), text.get(bytes.end..))
    else {
        return false;
    };
    let last_before = before.chars().rev().take(MARKS).find(is_seen);
    let last_inside = inside.chars().rev().take(MARKS).find(is_seen);
    let is_free_before = !(is_letter(last_before) && is_letter(inside.chars().next()));
    let is_free_behind = !(is_letter(last_inside) && is_letter(behind.chars().next()));
    is_free_before && is_free_behind
}
