//! Reads where somebody wants to go: a line, lines, a source, or a citation as it stands in a thesis.

use super::source;
use crate::analysis::Naming;
use crate::analysis::Study;
use crate::analysis::find::Folding;
use crate::domain::{LineNumber, Message, Say, SourceId, lines_cited};

/// Letters that a line number may end with.
const MOST_LETTERS: usize = 2;
/// Words that stand before a line number, folded.
const BEFORE: [&str; 7] = ["baris", "brs", "lines", "line", "b", "l", "hlm"];
/// Letters of a name that a sentence quotes.
const QUOTED: usize = 60;

/// Where to go.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Reference {
    /// The source that is named; nothing where the one on show is meant.
    pub source: Option<SourceId>,
    /// First and last line; nothing where only a source is named.
    pub lines: Option<(LineNumber, LineNumber)>,
}

/// Why it leads nowhere.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum ReferenceError {
    /// There is no line number and no source in it.
    Unreadable,
    /// It names a source that is not there.
    Source(String),
}

impl Say for ReferenceError {
    fn message(&self) -> Message {
        match self {
            Self::Unreadable => Message::new("goto-unreadable"),
            Self::Source(name) => Message::new("goto-unknown-source").with("name", name.as_str()),
        }
    }
}

/// A stretch of digits, or two with a dash between.
struct Lines<'a> {
    before: &'a str,
    behind: &'a str,
    first: LineNumber,
    last: LineNumber,
}

/// Reads `45`, `45-48`, `W.KS baris 45`, `W.KS.12-02-2025, baris 45–48` or the name of a source.
///
/// # Errors
/// There is neither a line nor a source in it, or the source it names is not there.
pub fn reference(study: &Study, text: &str) -> Result<Reference, ReferenceError> {
    let text = text.trim().trim_matches(['(', ')', '“', '”', '"']);
    if text.is_empty() {
        return Err(ReferenceError::Unreadable);
    }
    if let Some(source) = named(study, text) {
        return Ok(Reference { source: Some(source), lines: None });
    }
    let all = all_lines(text);
    let wanted = Folding::Words.of(text).into_owned();
    let citations = study.source_citations(Naming::Codes);
    for lines in all.iter().rev() {
        let cited = lines_cited(lines.first, lines.last);
        let is_meant = |citation: &crate::domain::SourceCitation| {
            let is_same = |time: Option<&str>| Folding::Words.of(&citation.with_lines_at(&cited, time)) == wanted;
            is_same(None) || (citation.has_time() && times(text).any(|time| is_same(Some(time))))
        };
        if let Some((_, source)) = citations.iter().zip(&study.sources).find(|(citation, _)| is_meant(citation)) {
            return Ok(lines.of(Some(source.id)));
        }
    }
    let Some(lines) = all.last().filter(|lines| lines.behind.is_empty()) else {
        return Err(match all.is_empty() && text.chars().any(char::is_alphabetic) {
            true => ReferenceError::Source(text.chars().take(QUOTED).collect()),
            false => ReferenceError::Unreadable,
        });
    };
    match bare(lines.before) {
        "" => Ok(lines.of(None)),
        name => match named(study, name) {
            Some(source) => Ok(lines.of(Some(source))),
            None => Err(ReferenceError::Source(name.chars().take(QUOTED).collect())),
        },
    }
}

impl Lines<'_> {
    fn of(&self, source: Option<SourceId>) -> Reference {
        let (first, last) = (self.first.min(self.last), self.first.max(self.last));
        Reference { source, lines: Some((first, last)) }
    }
}

/// The source of a name, a short code, or a citation without its lines.
fn named(study: &Study, name: &str) -> Option<SourceId> {
    if let Ok(source) = source(study, name) {
        return Some(source);
    }
    let wanted = Folding::Words.of(name).into_owned();
    let citations = study.source_citations(Naming::Codes);
    let is_meant = |citation: &crate::domain::SourceCitation| {
        let without = citation.without_lines();
        let without = bare(&without);
        !without.is_empty() && Folding::Words.of(without) == wanted
    };
    citations.iter().zip(&study.sources).find(|(citation, _)| is_meant(citation)).map(|(_, source)| source.id)
}

/// What stands before a line number, without the word for lines and what divides them.
fn bare(before: &str) -> &str {
    let divider = |letter: char| letter.is_whitespace() || matches!(letter, ',' | ':' | ';' | '.' | '(' | '#');
    let trimmed = before.trim_end_matches(divider);
    let word = trimmed
        .rfind(|letter: char| !letter.is_alphabetic())
        .map_or(0, |at| at + trimmed.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8));
    let (rest, word) = trimmed.split_at_checked(word).unwrap_or((trimmed, ""));
    // A letter that ends a name (`W.B`) is no word for lines.
    let is_apart = rest.is_empty() || rest.ends_with(|letter: char| letter.is_whitespace() || letter == ',');
    if is_apart && BEFORE.contains(&word.to_lowercase().as_str()) {
        rest.trim_end_matches(divider).trim()
    } else {
        trimmed.trim()
    }
}

/// What may be the time of a recording in a citation: digits with colons between.
fn times(text: &str) -> impl Iterator<Item = &str> {
    let is_of_time = |letter: char| letter.is_ascii_digit() || letter == ':';
    text.split(move |letter| !is_of_time(letter)).filter(|part| part.contains(':')).take(4)
}

/// Every stretch that may be line numbers, in order.
fn all_lines(text: &str) -> Vec<Lines<'_>> {
    let mut all = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(|letter: char| letter.is_ascii_digit()).map(|at| from + at) {
        let (first, mut end) = number(text, start);
        let mut last = first;
        let dash = text[end..].trim_start();
        if let Some(rest) = dash.strip_prefix(['-', '–', '—', '‑']) {
            let rest = rest.trim_start();
            if rest.starts_with(|letter: char| letter.is_ascii_digit()) {
                (last, end) = number(text, text.len() - rest.len());
            }
        }
        if let (Some(first), Some(last)) = (first, last) {
            all.push(Lines { before: &text[..start], behind: text[end..].trim(), first, last });
        }
        from = end;
    }
    all
}

/// The line that begins at a byte (`45`, `45a`), and the byte behind it; nothing where it is larger than any line.
fn number(text: &str, start: usize) -> (Option<LineNumber>, usize) {
    let rest = &text[start..];
    let digits = rest.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(rest.len());
    let word = rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
    match rest[..word].parse().ok().filter(|_| word <= digits + MOST_LETTERS) {
        // A line that a correction has put behind another one.
        Some(line) => (Some(line), start + word),
        // Line 0 is none, and is said to be none where it is looked up.
        None => (rest[..digits].parse().ok().map(LineNumber::new), start + digits),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample::Builder;

    #[test]
    fn lines_sources_and_citations_are_read() {
        let study = Study::new(Builder::study().rows);
        let short = |reference: Reference| {
            let source = reference.source.and_then(|id| study.source(id)).map(|source| source.short.clone());
            (source, reference.lines.map(|(first, last)| (first.get(), last.get())))
        };
        let ks = || Some(study.sources[0].short.clone());
        let cited = study.source_citations(Naming::Codes)[0].with_lines("45");
        let cited_lines = study.source_citations(Naming::Codes)[0].with_lines("45–48");
        for (text, source, lines) in [
            ("45".to_owned(), None, Some((45, 45))),
            (" 45-48 ".to_owned(), None, Some((45, 48))),
            ("48 – 45".to_owned(), None, Some((45, 48))),
            ("baris 45".to_owned(), None, Some((45, 45))),
            ("b.45".to_owned(), None, Some((45, 45))),
            ("Lines 45–46".to_owned(), None, Some((45, 46))),
            (format!("{} baris 45", study.sources[0].short), ks(), Some((45, 45))),
            (format!("{}, b. 45", study.sources[0].short), ks(), Some((45, 45))),
            (format!("({cited})"), ks(), Some((45, 45))),
            (cited_lines.to_uppercase(), ks(), Some((45, 48))),
            (cited_lines.replace('–', "-"), ks(), Some((45, 48))),
            (study.sources[0].short.clone(), ks(), None),
            ("baris 45a".to_owned(), None, Some((45, 45))),
            ("45a–46".to_owned(), None, Some((45, 46))),
        ] {
            let read = reference(&study, &text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
            assert_eq!(short(read), (source, lines), "{text}");
        }
    }

    #[test]
    fn a_citation_with_a_time_leads_back_to_its_lines() {
        for pattern in [
            "{short}, baris {line}, menit {time}",
            "{short} ({time}), baris {line}",
            "{time}, {short}, {line}",
            "{who} {time}/{line}",
        ] {
            let mut rows = Builder::study().rows;
            rows.project.citation = pattern.to_owned();
            let study = Study::new(rows);
            for (at, source) in study.sources.iter().enumerate() {
                let citation = &study.source_citations(Naming::Codes)[at];
                for (lines, first, last) in [("7", 7, 7), ("45–48", 45, 48)] {
                    for time in [Some("0:07"), Some("12:45"), Some("1:02:03"), None] {
                        let text = citation.with_lines_at(lines, time);
                        let read = reference(&study, &text).unwrap_or_else(|error| panic!("{text}: {error:?}"));
                        let found = read.lines.map(|(first, last)| (first.get(), last.get()));
                        assert_eq!((read.source, found), (Some(source.id), Some((first, last))), "{text}");
                    }
                }
            }
        }
    }

    #[test]
    fn what_leads_nowhere_says_why() {
        let study = Study::new(Builder::study().rows);
        assert_eq!(reference(&study, "  "), Err(ReferenceError::Unreadable));
        assert_eq!(reference(&study, "?!"), Err(ReferenceError::Unreadable));
        assert_eq!(reference(&study, "99999999999999999999"), Err(ReferenceError::Unreadable));
        assert_eq!(reference(&study, "X.Y baris 4"), Err(ReferenceError::Source("X.Y".to_owned())));
        assert_eq!(reference(&study, "tidak ada"), Err(ReferenceError::Source("tidak ada".to_owned())));
    }

    proptest::proptest! {
        #[test]
        fn anything_is_read_or_refused(text in "[a-zA-Z0-9 .,–-]{0,24}|\\PC{0,16}") {
            let study = Study::new(Builder::study().rows);
            let read = reference(&study, &text);
            proptest::prop_assert!(read.is_err() || read.is_ok_and(|read| read.source.is_some() || read.lines.is_some()));
        }
    }
}
