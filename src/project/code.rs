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
    pub fn code(&mut self, codings: &[NewCoding]) -> Result<Landed<Vec<CodingId>>, Error> {
        self.transact(Op::Code, |work| {
            let made: Vec<Made> = codings.iter().map(|new| code_one(work, new)).collect::<Result<_, _>>()?;
            if let Some(first) = made.first() {
                work.describe(sentence(work.study, codings, first));
            }
            Ok(made.iter().map(|made| made.coding).collect())
        })
    }
}

/// A coding that was made, with what its sentence needs.
struct Made {
    coding: CodingId,
    source: SourceId,
    lines: (LineNumber, LineNumber),
    direction: Option<Direction>,
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
    let quote: Arc<str> = text.slice(range).ok_or_else(beyond)?.into();
    let lines = text.lines_of(range);
    let place = Place { source: source.id, revision: source.revision, range };
    let segment = segment_at(work, place, lines, quote)?;
    let coder = work.coder(new.coder.as_deref())?;
    let coding = match work.db.coding_of(segment, new.code, coder)? {
        Some(known) => {
            let direction = new.direction.or(known.direction);
            if direction != known.direction {
                work.db.set_direction(known.id, direction)?;
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
        put_memo(work, MemoHost::Coding(coding.id), memo)?;
    }
    Ok(Made { coding: coding.id, source: source.id, lines, direction: coding.direction })
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

fn sentence(study: &Study, codings: &[NewCoding], first: &Made) -> Message {
    let code = codings[0].code;
    if codings.len() == 1 {
        return Message::new("step-code")
            .with("source", source_label(study, first.source))
            .with("lines", lines_cited(first.lines.0, first.lines.1))
            .with("code", code_label(study, code))
            .with("direction", direction_label(first.direction));
    }
    let n = codings.len();
    if codings.iter().all(|coding| coding.code == code) {
        Message::new("step-code-same").with("n", n).with("code", code_label(study, code))
    } else {
        Message::new("step-code-many").with("n", n)
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
