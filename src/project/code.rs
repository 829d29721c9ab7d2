//! Passages get codes. The quotation is cut here, in Rust, from the text that its positions count in.

use super::transact::{Op, Work};
use super::write_memo::put_memo;
use super::{Error, Landed, NewCoding, Project, clock};
use crate::analysis::Study;
use crate::domain::{
    CodeId, Coding, CodingId, Direction, LineNumber, MemoHost, Message, Segment, SegmentId, SourceId, lines_cited,
};
use crate::store::Place;
use std::sync::Arc;

impl Project {
    /// Makes codings, all in one step.
    ///
    /// # Errors
    /// A source or code that is gone, a range that is empty or beyond the text, a coder without a name, or the
    /// file refuses. Nothing is coded then.
    pub fn code(&mut self, codings: &[NewCoding]) -> Result<Landed<Vec<CodingId>>, Error> {
        self.transact(Op::Code, |work| {
            let made: Vec<Made> = codings.iter().map(|new| code_one(work, new)).collect::<Result<_, _>>()?;
            if let Some(sentence) = sentence(work.study, &made) {
                work.describe(sentence);
            }
            Ok(made.iter().map(|made| made.coding).collect())
        })
    }
}

/// A coding that was asked for, with what its sentence needs.
struct Made {
    coding: CodingId,
    code: CodeId,
    source: SourceId,
    lines: (LineNumber, LineNumber),
    direction: Option<Direction>,
    did: Did,
}

/// What was done to a coding: one that stands there already may get another direction or memo.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Did {
    Nothing,
    Coded,
    Directed,
    Noted,
    Unnoted,
}

fn code_one(work: &mut Work<'_>, new: &NewCoding) -> Result<Made, Error> {
    let source = work.study.source(new.source).ok_or(Error::NoSource)?;
    work.study.code(new.code).ok_or(Error::NoCode)?;
    let text = work.texts.get(work.db, source.revision)?;
    let beyond = || Error::BeyondText {
        name: source.name.clone(),
        start: new.range.start.get(),
        end: new.range.end.get(),
        length: text.len(),
    };
    if new.range.end > text.range().end {
        return Err(beyond());
    }
    // A range made by hand may have its ends the wrong way round; it holds no character either.
    if new.range.end <= new.range.start {
        return Err(Error::EmptyRange { name: source.name.clone(), start: new.range.start.get() });
    }
    let range = text.snap(new.range);
    let at = work.study.source_at(new.source).ok_or(Error::NoSource)?;
    if work.study.locked_words(at).iter().any(|locked| locked.overlaps(range)) {
        let code = work.study.withdrawn_in(new.source).join(", ");
        return Err(Error::Locked { code, name: source.label().to_owned() });
    }
    let quote: Arc<str> = text.slice(range).ok_or_else(beyond)?.into();
    // Spaces and line ends alone are nobody's words.
    if quote.trim().is_empty() {
        return Err(Error::EmptyRange { name: source.name.clone(), start: new.range.start.get() });
    }
    let lines = text.lines_of(range);
    let place = Place { source: source.id, revision: source.revision, range };
    let segment = segment_at(work, place, lines, quote)?;
    let coder = work.coder(new.coder.as_deref())?;
    let mut did = Did::Coded;
    let coding = match work.db.coding_of(segment, new.code, coder)? {
        Some(known) => {
            let direction = new.direction.or(known.direction);
            did = Did::Nothing;
            if direction != known.direction {
                work.db.set_direction(known.id, direction)?;
                did = Did::Directed;
            }
            Coding { direction, ..known }
        }
        None => {
            let coding = Coding {
                id: CodingId::from_uuid(clock::new_id()),
                segment,
                code: new.code,
                coder,
                direction: new.direction,
                created: work.now,
            };
            work.db.add_coding(&coding)?;
            coding
        }
    };
    if let Some(memo) = &new.memo {
        let host = MemoHost::Coding(coding.id);
        let before = work.db.memo_of(host)?.map(|memo| memo.text);
        put_memo(work, host, memo)?;
        let after = work.db.memo_of(host)?.map(|memo| memo.text);
        if did == Did::Nothing && before != after {
            did = if after.is_some() { Did::Noted } else { Did::Unnoted };
        }
    }
    Ok(Made { coding: coding.id, code: new.code, source: source.id, lines, direction: coding.direction, did })
}

/// The segment at a place, made where there is none.
fn segment_at(
    work: &Work<'_>,
    place: Place,
    (line, line_end): (LineNumber, LineNumber),
    quote: Arc<str>,
) -> Result<SegmentId, Error> {
    if let Some(known) = work.db.segment_at(place)? {
        return Ok(known);
    }
    let Place { source, revision, range } = place;
    let segment = Segment { id: SegmentId::from_uuid(clock::new_id()), source, revision, range, line, line_end, quote };
    work.db.add_segment(&segment)?;
    Ok(segment.id)
}

/// What the step did, in one sentence; nothing where all stood there already.
fn sentence(study: &Study, made: &[Made]) -> Option<Message> {
    let changed: Vec<&Made> = made.iter().filter(|made| made.did != Did::Nothing).collect();
    let (first, rest) = changed.split_first()?;
    if rest.is_empty() {
        return Some(sentence_of_one(study, first));
    }
    let n = changed.len();
    if changed.iter().any(|made| made.did != Did::Coded || made.code != first.code) {
        return Some(Message::new("step-code-many").with("n", n));
    }
    Some(Message::new("step-code-same").with("n", n).with("code", code_label(study, first.code)))
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
