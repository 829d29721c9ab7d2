//! What a file brings beside its text enters with it: comments become memos on the places they are about, pages, times
//! and notes become anchors.

use super::transact::Work;
use super::write_memo::put_memo;
use super::{Error, clock};
use crate::domain::{Anchor, AnchorId, MemoHost, Segment, SegmentId, Source, SourceText};
use crate::import::ParsedMemo;
use crate::store::Place;

/// Keeps the comments of a source that is in already. Two on the same place are one memo; one whose place does not lie
/// in the text becomes a memo on the source, so that its words are not lost.
pub(super) fn keep_memos(
    work: &Work<'_>,
    source: &Source,
    text: &SourceText,
    memos: Vec<ParsedMemo>,
) -> Result<(), Error> {
    for memo in memos {
        let range = text.snap(memo.range);
        let quote = if range.end <= text.range().end { text.slice(range) } else { None };
        let host = match quote.filter(|quote| !quote.trim().is_empty()) {
            None => MemoHost::Source(source.id),
            Some(quote) => {
                let place = Place { source: source.id, revision: source.revision, range };
                let id = match work.db.segment_at(place)? {
                    Some(known) => known,
                    None => {
                        let (line, line_end) = text.lines_of(range);
                        let segment = Segment {
                            id: SegmentId::from_uuid(clock::new_id()),
                            source: source.id,
                            revision: source.revision,
                            range,
                            line,
                            line_end,
                            quote: quote.into(),
                            reduction: "".into(),
                            is_key: false,
                        };
                        work.db.add_segment(&segment)?;
                        segment.id
                    }
                };
                MemoHost::Segment(id)
            }
        };
        let before = work.db.memo_of(host)?.map(|memo| memo.text);
        let all = before.map_or_else(|| memo.text.clone(), |before| format!("{before}\n\n{}", memo.text));
        put_memo(work, host, &all)?;
    }
    Ok(())
}

/// Keeps the anchors of a source that is in already; those beyond its text lead nowhere and are left out.
pub(super) fn keep_anchors(
    work: &Work<'_>,
    source: &Source,
    text: &SourceText,
    anchors: Vec<Anchor>,
) -> Result<(), Error> {
    let inside = anchors.into_iter().filter(|anchor| anchor.position <= text.range().end);
    let rows: Vec<(AnchorId, Anchor)> = inside.map(|anchor| (AnchorId::from_uuid(clock::new_id()), anchor)).collect();
    Ok(work.db.add_anchors(source.id, source.revision, &rows)?)
}
