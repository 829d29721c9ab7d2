//! Passages get codes. The quotation is cut here, in Rust, from the text that its positions count in.

use super::joining::{Neighbours, Wanted, stand};
use super::transact::{Op, Work};
use super::write_memo::put_memo;
use super::{Error, Landed, NewCode, NewCoding, Project};
use crate::analysis::Study;
use crate::domain::{
    CharRange, CodeId, Coding, CodingId, Direction, LineNumber, MemoHost, Message, SourceId, lines_cited,
};
use crate::store::Place;
use std::sync::Arc;

impl Project {
    /// Makes codings, all in one step. The same code again by the same coder on words that overlap becomes one coding
    /// over all of them: with the direction given, else with the one that those share that have one, and with the memos
    /// of all. Its id stands in the place of every one asked for.
    ///
    /// # Errors
    /// A source or code that is gone, a range that is empty or beyond the text, a coder without a name, or the
    /// file refuses. Nothing is coded then.
    pub fn code(&mut self, codings: &[NewCoding]) -> Result<Landed<Vec<CodingId>>, Error> {
        self.transact(Op::Code, |work| {
            let codes: Vec<CodeId> = codings.iter().map(|new| new.code).collect();
            if codes.iter().any(|code| work.study.code(*code).is_none()) {
                return Err(Error::NoCode);
            }
            let made = code_all(work, codings, &mut Neighbours::of(work.study, &codes))?;
            if let Some(sentence) = sentence(work.study, &made) {
                work.describe(sentence);
            }
            Ok(made.iter().map(|made| made.coding).collect())
        })
    }

    /// Makes a code and puts it on places, all in one step; its value is the code. Without places it is
    /// [`Self::add_code`].
    ///
    /// # Errors
    /// What [`Self::add_code`] and [`Self::code`] refuse. Neither is there then.
    pub fn code_with_new(&mut self, new: &NewCode, places: &[(SourceId, CharRange)]) -> Result<Landed<CodeId>, Error> {
        self.transact(Op::CodeWithNew, |work| {
            let code = super::codes::add(work, new)?;
            let at = |(source, range): &(SourceId, CharRange)| NewCoding {
                source: *source,
                range: *range,
                code: code.id,
                direction: None,
                coder: None,
                memo: None,
            };
            let codings: Vec<NewCoding> = places.iter().map(at).collect();
            let made = code_all(work, &codings, &mut Neighbours::default())?;
            let message = match distinct(&made).as_slice() {
                [] => Message::new("step-code-add"),
                [only] => Message::new("step-code-new")
                    .with("source", source_label(work.study, only.source))
                    .with("lines", lines_cited(only.lines.0, only.lines.1)),
                several => Message::new("step-code-new-many").with("n", several.len()),
            };
            work.describe(message.with("code", code.full_name()));
            Ok(code.id)
        })
    }
}

/// A coding that was asked for, with what its sentence needs.
#[derive(Clone)]
struct Made {
    coding: CodingId,
    code: CodeId,
    source: SourceId,
    lines: (LineNumber, LineNumber),
    direction: Option<Direction>,
    did: Did,
    /// Codings of before that it was joined with.
    joined: Vec<CodingId>,
    is_differing: bool,
}

/// What was done to a coding: one that stands there already may get another direction or memo.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Did {
    Nothing,
    Coded,
    Directed,
    Noted,
    Unnoted,
}

/// Words that may be coded, cut from their text.
#[derive(Clone)]
pub(super) struct Words {
    pub(super) place: Place,
    pub(super) lines: (LineNumber, LineNumber),
    pub(super) quote: Arc<str>,
}

/// The words at a range that was asked for, widened to whole grapheme clusters.
pub(super) fn words_at(work: &mut Work<'_>, id: SourceId, asked: CharRange) -> Result<Words, Error> {
    let at = work.study.source_at(id).ok_or(Error::NoSource)?;
    let source = work.study.source(id).ok_or(Error::NoSource)?;
    let revision = source.revision;
    let text = work.texts.get(work.db, source)?;
    let beyond = || Error::BeyondText {
        name: source.name.clone(),
        start: asked.start.get(),
        end: asked.end.get(),
        length: text.len(),
    };
    if asked.end > text.range().end {
        return Err(beyond());
    }
    // A range made by hand may have its ends the wrong way round; it holds no character either.
    if asked.end <= asked.start {
        return Err(Error::EmptyRange { name: source.name.clone(), start: asked.start.get() });
    }
    let range = text.snap(asked);
    if work.study.locked_words(at).iter().any(|locked| locked.overlaps(range)) {
        return Err(locked(work.study, id));
    }
    let quote: Arc<str> = text.slice(range).ok_or_else(beyond)?.into();
    // Spaces and line ends alone are nobody's words.
    if quote.trim().is_empty() {
        return Err(Error::EmptyRange { name: source.name.clone(), start: asked.start.get() });
    }
    Ok(Words { place: Place { source: id, revision, range }, lines: text.lines_of(range), quote })
}

/// Words of a source are locked.
pub(super) fn locked(study: &Study, source: SourceId) -> Error {
    Error::Locked { code: study.withdrawn_in(source).join(", "), name: source_label(study, source) }
}

/// The coding of an id, which is not locked.
pub(super) fn open_coding(work: &Work<'_>, id: CodingId) -> Result<Coding, Error> {
    if let Some(coding) = work.study.locked.codings.get(&id) {
        let entry = work.study.locked.segments.get(&coding.segment).ok_or(Error::NoCoding)?;
        return Err(locked(work.study, entry.segment.source));
    }
    work.db.coding(id)?.ok_or(Error::NoCoding)
}

fn code_all(work: &mut Work<'_>, codings: &[NewCoding], neighbours: &mut Neighbours) -> Result<Vec<Made>, Error> {
    let mut all: Vec<Made> = Vec::with_capacity(codings.len());
    for new in codings {
        let made = code_one(work, new, neighbours)?;
        // One that was made a moment ago may have become part of it.
        if !made.joined.is_empty() {
            for before in all.iter_mut().filter(|before| made.joined.contains(&before.coding)) {
                before.coding = made.coding;
            }
        }
        all.push(made);
    }
    for made in &mut all {
        made.joined.retain(|id| work.study.coding_at(*id).is_some());
    }
    Ok(all)
}

fn code_one(work: &mut Work<'_>, new: &NewCoding, neighbours: &mut Neighbours) -> Result<Made, Error> {
    let words = words_at(work, new.source, new.range)?;
    let coder = work.coder(new.coder.as_deref())?;
    let there = work.db.segment_at(words.place)?;
    let known = there.map(|segment| work.db.coding_of(segment, new.code, coder)).transpose()?.flatten();
    let Some(known) = known else {
        let (memo, direction) = (new.memo.as_deref(), new.direction);
        let stood = stand(work, neighbours, Wanted { moved: None, words, code: new.code, coder, direction, memo })?;
        return Ok(Made {
            coding: stood.coding.id,
            code: new.code,
            source: new.source,
            lines: stood.lines,
            direction: stood.coding.direction,
            did: stood.did,
            joined: stood.joined,
            is_differing: stood.is_differing,
        });
    };
    let direction = new.direction.or(known.direction);
    let mut did = Did::Nothing;
    if direction != known.direction {
        work.db.set_direction(known.id, direction)?;
        did = Did::Directed;
    }
    if let Some(memo) = &new.memo {
        let host = MemoHost::Coding(known.id);
        let before = work.db.memo_of(host)?.map(|memo| memo.text);
        put_memo(work, host, memo)?;
        let after = work.db.memo_of(host)?.map(|memo| memo.text);
        if did == Did::Nothing && before != after {
            did = if after.is_some() { Did::Noted } else { Did::Unnoted };
        }
    }
    Ok(Made {
        coding: known.id,
        code: new.code,
        source: new.source,
        lines: words.lines,
        direction,
        did,
        joined: Vec::new(),
        is_differing: false,
    })
}

/// What was made, each coding once, as it stands in the end.
fn distinct(made: &[Made]) -> Vec<Made> {
    let mut each: Vec<Made> = Vec::new();
    let mut places = std::collections::HashMap::new();
    for one in made.iter().filter(|made| made.did != Did::Nothing) {
        let at = *places.entry(one.coding).or_insert(each.len());
        match each.get_mut(at) {
            None => each.push(one.clone()),
            Some(known) => {
                let did = if known.did == Did::Coded { Did::Coded } else { one.did };
                let mut joined = std::mem::take(&mut known.joined);
                joined.extend(&one.joined);
                *known = Made { did, joined, is_differing: known.is_differing || one.is_differing, ..one.clone() };
            }
        }
    }
    each
}

/// What the step did, in one sentence; nothing where all stood there already.
fn sentence(study: &Study, made: &[Made]) -> Option<Message> {
    let changed = distinct(made);
    let (first, rest) = changed.split_first()?;
    let n = changed.len();
    let what = if rest.is_empty() {
        sentence_of_one(study, first)
    } else if changed.iter().any(|made| made.did != Did::Coded || made.code != first.code) {
        Message::new("step-code-many").with("n", n)
    } else {
        Message::new("step-code-same").with("n", n).with("code", code_label(study, first.code))
    };
    let joined: std::collections::HashSet<CodingId> =
        changed.iter().filter(|made| made.did == Did::Coded).flat_map(|made| made.joined.iter().copied()).collect();
    Some(with_joined(what, joined.len(), changed.iter().any(|made| made.is_differing)))
}

/// A sentence, with how many codings became one and whether their directions differed.
pub(super) fn with_joined(what: Message, joined: usize, is_differing: bool) -> Message {
    if joined == 0 {
        return what;
    }
    let direction = if is_differing { "differing" } else { "same" };
    Message::new("step-joined").with("what", what).with("n", joined).with("direction", direction)
}

fn sentence_of_one(study: &Study, made: &Made) -> Message {
    let (source, lines) = (source_label(study, made.source), lines_cited(made.lines.0, made.lines.1));
    let about = |key: &str| {
        Message::new(key)
            .with("source", source.clone())
            .with("lines", lines.clone())
            .with("code", code_label(study, made.code))
            .with("direction", direction_label(made.direction))
    };
    let noted = |key: &str| {
        let place = Message::new("step-place").with("source", source.clone()).with("lines", lines.clone());
        Message::new(key).with("host", "coding").with("what", place)
    };
    match made.did {
        Did::Nothing | Did::Coded => about("step-code"),
        Did::Directed => about("step-direction"),
        Did::Noted => noted("step-memo"),
        Did::Unnoted => noted("step-memo-remove"),
    }
}

/// How sentences name a source: by its short code.
pub(super) fn source_label(study: &Study, id: SourceId) -> String {
    study.source(id).map_or_else(String::new, |source| source.label().to_owned())
}

/// How sentences name a code: by its short code.
pub(super) fn code_label(study: &Study, id: CodeId) -> String {
    study.code(id).map_or_else(String::new, |code| code.label().to_owned())
}

/// The key of a direction; sentences choose their words by it.
pub(super) const fn direction_label(direction: Option<Direction>) -> &'static str {
    match direction {
        Some(direction) => direction.key(),
        None => "unset",
    }
}

/// What a sentence about one coding says: source, lines and code.
pub(super) fn about_coding(message: Message, study: &Study, coding: &Coding) -> Message {
    let Some(entry) = study.segment(coding.segment) else { return message };
    message
        .with("source", source_label(study, entry.segment.source))
        .with("lines", lines_cited(entry.segment.line, entry.segment.line_end))
        .with("code", code_label(study, coding.code))
}
