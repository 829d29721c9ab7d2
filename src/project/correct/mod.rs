//! A transcript is corrected: a new version of its file comes in, or some words are typed anew. The text that was there
//! stays as it was; the source gets another one, and everything that points into it follows through the difference, all
//! in one step.
//!
//! A segment whose words stand in the new text has them still, wherever they stand. One whose words were changed has the
//! new ones. One of which no word is left goes with its codings, and is named: its words stay in the history, and undo
//! brings it back.

mod beside;
mod labels;
mod segments;
mod turns;

use super::code::{locked, source_label};
use super::import_source::with_options;
use super::transact::{Op, Work};
use super::{Error, ImportOptions, Landed, Project};
use crate::domain::{
    CharOffset, CharRange, Coding, LineNumber, Message, SegmentId, Source, SourceId, SourceText, TextChange,
    lines_cited,
};
use crate::import::ParsedSource;
use std::sync::Arc;

/// A segment whose words a correction changes or takes away.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touched {
    /// The segment.
    pub segment: SegmentId,
    /// The lines that it stood on.
    pub lines: (LineNumber, LineNumber),
    /// Its words before.
    pub before: Arc<str>,
    /// Its words now; nothing where none is left and it goes.
    pub after: Option<Arc<str>>,
    /// What was coded there.
    pub codings: Vec<Coding>,
}

/// What a correction does to the segments of a source.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Correction {
    /// The source.
    pub source: SourceId,
    /// Its name.
    pub name: String,
    /// Stretches of the text that differ.
    pub edits: usize,
    /// Segments that keep their words.
    pub kept: usize,
    /// Segments whose words change or go, in the order of their places.
    pub touched: Vec<Touched>,
    /// Segments whose words are locked and change or go; they are not named.
    pub locked: usize,
}

impl Correction {
    /// Segments that get other words.
    pub fn changed(&self) -> impl Iterator<Item = &Touched> {
        self.touched.iter().filter(|touched| touched.after.is_some())
    }

    /// Segments that go.
    pub fn gone(&self) -> impl Iterator<Item = &Touched> {
        self.touched.iter().filter(|touched| touched.after.is_none())
    }

    /// What it does, in one sentence of `correct.ftl`.
    pub fn summary(&self) -> Message {
        Message::new("correct-summary")
            .with("source", self.name.as_str())
            .with("kept", self.kept)
            .with("changed", self.changed().count())
            .with("gone", self.gone().count())
            .with("locked", self.locked)
    }

    /// What it does to each segment that it touches, a sentence each.
    pub fn list(&self) -> impl Iterator<Item = Message> {
        self.touched.iter().map(|touched| {
            let message = match &touched.after {
                Some(after) => Message::new("correct-changed").with("after", &**after),
                None => Message::new("correct-gone").with("codings", touched.codings.len()),
            };
            message.with("lines", lines_cited(touched.lines.0, touched.lines.1)).with("before", &*touched.before)
        })
    }
}

/// A new version of a file, as far as a correction needs it.
struct Version<'a> {
    from: &'a SourceText,
    to: &'a SourceText,
    change: &'a TextChange,
}

impl Project {
    /// Puts the text of a file into the place of a source's text, with its turns, comments and places; the source keeps
    /// its name, its facts and everything that hangs on it. One step.
    ///
    /// # Errors
    /// The source is gone, the file has no words or is the original of another source, or the file refuses. Nothing is
    /// changed then.
    pub fn correct(&mut self, source: SourceId, parsed: ParsedSource) -> Result<Landed<Correction>, Error> {
        self.transact(Op::Correct, |work| correct(work, source, parsed, &ImportOptions::default()))
    }

    /// Puts words into the place of a stretch of a source's text, widened to whole grapheme clusters; an empty stretch
    /// adds them. The original of the source stays the file that was imported. One step.
    ///
    /// # Errors
    /// The source is gone, the range reaches beyond its text or covers locked words, nothing would be left of the text,
    /// or the file refuses. Nothing is changed then.
    pub fn correct_words(
        &mut self,
        source: SourceId,
        range: CharRange,
        words: &str,
    ) -> Result<Landed<Correction>, Error> {
        self.transact(Op::Correct, |work| {
            let known = work.db.source(source)?.ok_or(Error::NoSource)?;
            let from = work.texts.get(work.db, &known)?;
            if range.end > from.range().end || range.end < range.start {
                let (start, end) = (range.start.get(), range.end.get());
                return Err(Error::BeyondText { name: known.name, start, end, length: from.len() });
            }
            let range = from.snap(range);
            let at = work.study.source_at(source).ok_or(Error::NoSource)?;
            if work.study.locked_words(at).iter().any(|locked| locked.overlaps(range)) {
                return Err(locked(work.study, source));
            }
            let bytes = from.bytes_of(range).unwrap_or_default();
            let words = words.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{FFFD}");
            let to = format!("{}{words}{}", &from.as_str()[..bytes.start], &from.as_str()[bytes.end..]);
            if to.trim().is_empty() {
                return Err(Error::NoText { file: known.name });
            }
            let to = SourceText::new(to);
            if *from == to {
                return Ok(Correction::untouched(&known, work.db.segments_of(source)?.len()));
            }
            let change = TextChange::of(range, &from, &to);
            let numbers = change.numbers(&from, &to);
            let to = to.numbered(numbers);
            let version = Version { from: &from, to: &to, change: &change };
            let next = Source { revision: work.db.keep_text(&to)?, numbers: to.numbers().clone(), ..known };
            work.db.set_text(&next, None)?;
            let correction = segments::follow(work, &next, &version)?;
            let end = range.start.get() + u32::try_from(words.chars().count()).unwrap_or(u32::MAX);
            turns::follow(work, &next, &version, CharRange { end: CharOffset::new(end), ..range })?;
            beside::follow(work, &next, &version)?;
            Ok(described(work, correction))
        })
    }

    /// What [`Self::correct`] would do. Changes nothing.
    ///
    /// # Errors
    /// The source is gone, or the file cannot be read.
    pub fn propose_correction(&mut self, source: SourceId, text: &str) -> Result<Correction, Error> {
        let known = self.study.source(source).ok_or(Error::NoSource)?;
        let from = self.texts.get(&self.db, known)?;
        let to = SourceText::new(text);
        let change = TextChange::between(&from, &to);
        let version = Version { from: &from, to: &to, change: &change };
        segments::proposed(&self.study, known, &version)
    }

    /// The source that a file is likely to be another version of: the one of its name, of the name of its file, or of
    /// its short code, technique and date. Nothing where its bytes are in the project already.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn corrected_by(&self, parsed: &ParsedSource) -> Result<Option<SourceId>, Error> {
        if self.db.source_made_of(&parsed.original)?.is_some() {
            return Ok(None);
        }
        Ok(version_of(&self.study.sources, parsed))
    }
}

/// The source that a file is likely to be another version of, as far as names tell.
pub fn version_of(sources: &[Source], parsed: &ParsedSource) -> Option<SourceId> {
    let only = |is_it: &dyn Fn(&Source) -> bool| {
        let mut found = sources.iter().filter(|source| is_it(source));
        found.next().filter(|_| found.next().is_none()).map(|source| source.id)
    };
    only(&|source| source.name == parsed.name.trim())
        .or_else(|| only(&|source| source.original_name == parsed.file_name))
        .or_else(|| {
            let short = parsed.short.trim();
            only(&|source| {
                !short.is_empty()
                    && source.short == short
                    && source.technique == parsed.technique
                    && parsed.date.is_some()
                    && source.date == parsed.date
            })
        })
}

/// Corrects a source within a step.
pub(super) fn correct(
    work: &mut Work<'_>,
    source: SourceId,
    parsed: ParsedSource,
    options: &ImportOptions,
) -> Result<Correction, Error> {
    let known = work.db.source(source)?.ok_or(Error::NoSource)?;
    if let Some(name) = work.db.source_made_of(&parsed.original)?.filter(|name| *name != known.name) {
        return Err(Error::SameBytes { file: parsed.file_name, name });
    }
    if parsed.text.trim().is_empty() {
        return Err(Error::NoText { file: parsed.file_name });
    }
    let mut parsed = with_options(parsed, options);
    let from = work.texts.get(work.db, &known)?;
    let to = SourceText::new(std::mem::take(&mut parsed.text));
    let change = TextChange::between(&from, &to);
    let numbers = change.numbers(&from, &to);
    let to = to.numbered(numbers);
    let version = Version { from: &from, to: &to, change: &change };
    let next = Source {
        revision: work.db.keep_text(&to)?,
        original_name: std::mem::take(&mut parsed.file_name),
        encoding: parsed.encoding.name().to_owned(),
        numbers: to.numbers().clone(),
        ..known
    };
    work.db.set_text(&next, Some(&parsed.original))?;
    let correction = segments::follow(work, &next, &version)?;
    turns::read_anew(work, &next, &version, &parsed, options)?;
    beside::read_anew(work, &next, &version, parsed)?;
    Ok(described(work, correction))
}

fn described(work: &mut Work<'_>, correction: Correction) -> Correction {
    work.describe(
        Message::new("step-correct")
            .with("source", source_label(work.study, correction.source))
            .with("n", correction.changed().count())
            .with("segments", correction.gone().count()),
    );
    correction
}

impl Correction {
    fn untouched(source: &Source, kept: usize) -> Self {
        Self { source: source.id, name: source.name.clone(), edits: 0, kept, touched: Vec::new(), locked: 0 }
    }
}
