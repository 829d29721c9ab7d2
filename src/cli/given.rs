//! Turns what was typed or piped in into codings to be made: names become ids, words become places.

use super::args::{By, CodeArguments, Which};
use super::say::{Stop, why};
use crate::analysis::lookup::{self, LookupError, Noun};
use crate::analysis::{Axis, ExcerptIn, Filter, Study, read_excerpts};
use crate::domain::{CharRange, CodeId, Message, SegmentId, SourceId, SourceText};
use crate::project::{Error, NewCoding, Project};
use std::io::Read;
use std::path::Path;

/// The filter that options ask for.
pub(crate) fn filter(study: &Study, which: &Which) -> Result<Filter, Stop> {
    let named = |name: &Option<String>, find: fn(&Study, &str) -> Result<u32, LookupError>| {
        name.as_deref().map(|name| find(study, name)).transpose()
    };
    let group = named(&which.group, lookup::group)?;
    let informant = named(&which.informant, lookup::informant)?;
    let coder = named(&which.coder, lookup::coder)?;
    Ok(Filter {
        code: which.code.as_deref().map(|name| lookup::code(study, name)).transpose()?,
        source: which.source.as_deref().map(|name| lookup::source(study, name)).transpose()?,
        group: group.and_then(|at| study.groups.get(at as usize)).map(|group| group.id),
        informant: informant.and_then(|at| study.informants.get(at as usize)).map(|informant| informant.id),
        coder: coder.and_then(|at| study.coders.get(at as usize)).map(|coder| coder.id),
        technique: which.technique,
        direction: which.direction.map(|direction| direction.0),
    })
}

/// What stands in the columns.
pub(crate) fn axis(study: &Study, by: &By) -> Result<Axis, LookupError> {
    match by {
        By::Axis(axis) => Ok(*axis),
        By::Attribute(name) => lookup::attribute(study, None, name).map(Axis::Attribute),
    }
}

/// A place that somebody names.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Passage {
    /// A segment.
    Segment(SegmentId),
    /// Words that are no segment yet.
    Words(SourceId, CharRange),
}

/// The segment of an id, the end of one, a coding of it, or a citation (`W.KS.12-02-2025, baris 45`).
pub(crate) fn segment(study: &Study, name: &str) -> Result<SegmentId, Stop> {
    if let Some(known) = by_id(study, name)? {
        return Ok(known);
    }
    Ok(lookup::cited(study, name)?.1)
}

/// The same, or the words of the line that is cited where nothing of it is a segment yet.
pub(crate) fn passage(project: &mut Project, name: &str) -> Result<Passage, Stop> {
    let study = project.study();
    if let Some(known) = by_id(&study, name)? {
        return Ok(Passage::Segment(known));
    }
    match lookup::cited(&study, name) {
        Ok((_, segment)) => Ok(Passage::Segment(segment)),
        Err(unknown @ LookupError::Unknown { .. }) => {
            let Ok(lookup::Reference { source: Some(source), lines: Some((first, last)) }) =
                lookup::reference(&study, name)
            else {
                return Err(unknown.into());
            };
            let text = project.text(source)?;
            let lines = lookup::lines(&text, first.get(), last.get())?;
            let turns = study.source_at(source).and_then(|at| study.turns.get(at as usize));
            let spoken = turns.and_then(|turns| turns.iter().find(|turn| turn.words.overlaps(lines)));
            let words = spoken.map_or(lines, |turn| {
                CharRange::new(turn.words.start.get().max(lines.start.get()), turn.words.end.get().min(lines.end.get()))
            });
            Ok(Passage::Words(source, trimmed(&text, words)))
        }
        Err(other) => Err(other.into()),
    }
}

/// A range without the spaces and line ends around its words.
fn trimmed(text: &SourceText, range: CharRange) -> CharRange {
    let Some(words) = text.slice(range) else { return range };
    let count = |part: &str| u32::try_from(part.chars().count()).unwrap_or(0);
    let before = count(words) - count(words.trim_start());
    let behind = count(words) - count(words.trim_end());
    if before + behind >= range.end.get() - range.start.get() {
        return range;
    }
    CharRange::new(range.start.get() + before, range.end.get() - behind)
}

fn by_id(study: &Study, name: &str) -> Result<Option<SegmentId>, Stop> {
    match lookup::segment(study, name) {
        Err(LookupError::Unknown { .. }) => {}
        found => return Ok(Some(found?)),
    }
    match lookup::coding(study, name) {
        Err(LookupError::Unknown { .. }) => Ok(None),
        found => {
            let entry = study.coding(found?).ok_or(Error::NoCoding)?;
            Ok(Some(entry.coding.segment))
        }
    }
}

/// The codings that the arguments of `code` ask for: one, or all of a file.
pub(crate) fn codings(project: &mut Project, arguments: CodeArguments) -> Result<Vec<NewCoding>, Stop> {
    if let Some(from) = &arguments.place.from {
        let path = || from.display().to_string();
        let many = read_excerpts(&words_of(from)?).map_err(|error| {
            let message = Message::new("cli-from-not-json").with("line", error.line()).with("column", error.column());
            Stop::Failed { message: message.with("path", path()), detail: Some(error.to_string()) }
        })?;
        if many.is_empty() {
            return Err(Stop::failed(Message::new("cli-from-empty").with("path", path())));
        }
        let mut codings = Vec::with_capacity(many.len());
        for (number, one) in (1_u32..).zip(&many) {
            codings.push(resolved(project, one).map_err(|stop| numbered(number, stop))?);
        }
        return Ok(codings);
    }
    let mut one = ExcerptIn {
        source: arguments.source,
        code: arguments.code,
        quote: arguments.place.quote,
        start: arguments.place.range.map(|range| range.start.get()),
        end: arguments.place.range.map(|range| range.end.get()),
        nth: arguments.nth,
        direction: arguments.direction,
        coder: arguments.coder,
        memo: arguments.memo,
        ..ExcerptIn::default()
    };
    if let Some(file) = &arguments.place.quote_file {
        // An editor ends the file with a line end that is no part of the words.
        let words = with_lf(&words_of(file)?);
        one.quote = Some(words.strip_suffix('\n').unwrap_or(&words).to_owned());
    }
    Ok(vec![resolved(project, &one)?])
}

fn with_lf(words: &str) -> String {
    words.replace("\r\n", "\n").replace('\r', "\n")
}

/// The text of a file, or of standard input where the path is `-`.
pub(crate) fn words_of(path: &Path) -> Result<String, Stop> {
    let mut bytes = Vec::new();
    let read = if path.as_os_str() == "-" {
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(path).map(|read| bytes = read)
    };
    let shown = path.display().to_string();
    read.map_err(|error| {
        let message = Message::new("cli-file-unreadable").with("path", shown.clone());
        Stop::failed(message.with("why", why(&error)))
    })?;
    let text =
        String::from_utf8(bytes).map_err(|_| Stop::failed(Message::new("cli-file-letters").with("path", shown)))?;
    Ok(text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text))
}

/// Says which entry of a file a failure belongs to.
fn numbered(number: u32, stop: Stop) -> Stop {
    match stop {
        Stop::Failed { message, detail } => {
            let message = Message::new("cli-from-entry").with("number", number).with("why", message);
            Stop::Failed { message, detail }
        }
        other => other,
    }
}

fn resolved(project: &mut Project, one: &ExcerptIn) -> Result<NewCoding, Stop> {
    let study = project.study();
    let source = source(&study, one)?;
    let code = code(&study, one)?;
    let text = project.text(source)?;
    let range = place(&text, one)?;
    if text.slice(range).is_some_and(|words| words.trim().is_empty()) {
        // Found here already, so that the entry of a list is named.
        let name = study.source(source).map(|source| source.name.clone()).unwrap_or_default();
        return Err(Error::EmptyRange { name, start: range.start.get() }.into());
    }
    Ok(NewCoding { source, range, code, direction: one.direction, coder: one.coder.clone(), memo: one.memo.clone() })
}

/// By id where this project knows it, else by name: a list may come from another copy of the study.
fn source(study: &Study, one: &ExcerptIn) -> Result<SourceId, LookupError> {
    match (one.source_id.filter(|id| study.source(*id).is_some()), &one.source, one.source_id) {
        (Some(id), _, _) => Ok(id),
        (None, Some(name), _) => lookup::source(study, name),
        (None, None, id) => {
            let name = id.map(|id| id.to_string()).unwrap_or_default();
            Err(LookupError::Unknown { noun: Noun::Source, name, nearest: Vec::new() })
        }
    }
}

fn code(study: &Study, one: &ExcerptIn) -> Result<CodeId, LookupError> {
    match (one.code_id.filter(|id| study.code(*id).is_some()), &one.code, one.code_id) {
        (Some(id), _, _) => Ok(id),
        (None, Some(name), _) => lookup::code(study, name),
        (None, None, id) => {
            let name = id.map(|id| id.to_string()).unwrap_or_default();
            Err(LookupError::Unknown { noun: Noun::Code, name, nearest: Vec::new() })
        }
    }
}

/// The range where it holds the words (or none were given), else wherever the words stand.
fn place(text: &SourceText, one: &ExcerptIn) -> Result<CharRange, LookupError> {
    let words = one.quote.as_deref().map(with_lf);
    // A range that was written the wrong way round is a mistake, not another way to say it.
    let range = match one.start.zip(one.end) {
        Some((start, end)) if end < start => return Err(LookupError::ReversedRange { start, end }),
        ends => ends.map(|(start, end)| CharRange::new(start, end)),
    };
    match (range, words) {
        (Some(range), Some(words)) if text.slice(range) == Some(words.as_str()) && !words.is_empty() => Ok(range),
        (_, Some(words)) => lookup::quote(text, &words, one.nth),
        (Some(range), None) => lookup::range(text, range),
        (None, None) => Err(LookupError::EmptyQuote),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_range_that_no_longer_holds_the_words_gives_way_to_them() {
        let text = SourceText::new("satu dua tiga dua");
        let one = |start, end, quote: Option<&str>, nth| ExcerptIn {
            start,
            end,
            quote: quote.map(str::to_owned),
            nth,
            ..ExcerptIn::default()
        };
        assert_eq!(place(&text, &one(Some(14), Some(17), Some("dua"), None)), Ok(CharRange::new(14, 17)));
        assert_eq!(place(&text, &one(Some(0), Some(4), Some("tiga"), None)), Ok(CharRange::new(9, 13)));
        assert_eq!(place(&text, &one(None, None, Some("dua"), Some(2))), Ok(CharRange::new(14, 17)));
        assert_eq!(place(&text, &one(Some(5), Some(8), None, None)), Ok(CharRange::new(5, 8)));
        assert!(matches!(
            place(&text, &one(Some(0), Some(99), Some("dua"), None)),
            Err(LookupError::QuoteRepeated { .. })
        ));
        assert!(matches!(place(&text, &one(Some(0), Some(99), None, None)), Err(LookupError::BeyondText { .. })));
        assert_eq!(place(&text, &one(None, Some(3), None, None)), Err(LookupError::EmptyQuote));
        for quote in [None, Some("dua")] {
            let reversed = Err(LookupError::ReversedRange { start: 8, end: 5 });
            assert_eq!(place(&text, &one(Some(8), Some(5), quote, None)), reversed);
        }
    }
}
