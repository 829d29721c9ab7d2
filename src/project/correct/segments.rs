//! Segments follow a corrected text: what becomes of each is found out first, without writing, so that it can be shown
//! beforehand.

use super::{Correction, Touched, Version};
use crate::analysis::Study;
use crate::domain::{Carried, CharRange, Coding, MemoHost, Segment, SegmentId, Source, lines_cited};
use crate::project::Error;
use crate::project::joining::{join_memos, merge};
use crate::project::transact::Work;
use std::collections::HashMap;

/// Sorts segments into those that keep their words, those that get others and those that go.
struct Sorted {
    correction: Correction,
    /// What became of each segment.
    places: Vec<Carried>,
}

fn sorted(
    source: &Source,
    version: &Version<'_>,
    segments: &[Segment],
    is_locked: impl Fn(SegmentId) -> bool,
    mut codings_of: impl FnMut(SegmentId) -> Result<Vec<Coding>, Error>,
) -> Result<Sorted, Error> {
    let mut correction = Correction::untouched(source, 0);
    correction.edits = version.change.edits().len();
    let mut places = Vec::with_capacity(segments.len());
    for segment in segments {
        let carried = version.change.carry(segment.range, version.from, version.to);
        places.push(carried);
        let after = match carried {
            Carried::Same(_) => {
                correction.kept += 1;
                continue;
            }
            Carried::Changed(range) => version.to.slice(range).map(Into::into),
            Carried::Gone => None,
        };
        if is_locked(segment.id) {
            correction.locked += 1;
            continue;
        }
        correction.touched.push(Touched {
            segment: segment.id,
            lines: (segment.line, segment.line_end),
            before: segment.quote.clone(),
            after,
            codings: codings_of(segment.id)?,
        });
    }
    Ok(Sorted { correction, places })
}

fn in_order(segments: &mut [Segment]) {
    segments.sort_by_key(|segment| (segment.range.start, segment.range.end, segment.id));
}

/// What would become of the segments of a source.
pub(super) fn proposed(study: &Study, source: &Source, version: &Version<'_>) -> Result<Correction, Error> {
    let all = study.segments.iter().chain(study.locked.segments.values());
    let mut segments: Vec<Segment> =
        all.map(|entry| &entry.segment).filter(|segment| segment.source == source.id).cloned().collect();
    in_order(&mut segments);
    let mut codings: HashMap<SegmentId, Vec<Coding>> = HashMap::new();
    for entry in &study.codings {
        codings.entry(entry.coding.segment).or_default().push(entry.coding);
    }
    let is_locked = |segment| study.locked.segments.contains_key(&segment);
    let sorted = sorted(source, version, &segments, is_locked, |id| Ok(codings.remove(&id).unwrap_or_default()))?;
    Ok(sorted.correction)
}

/// Moves the segments of a source into its new text. Those that come to lie at one place become one; what the researcher
/// wrote on one that goes stays with the source.
pub(super) fn follow(work: &mut Work<'_>, source: &Source, version: &Version<'_>) -> Result<Correction, Error> {
    let mut segments = work.db.segments_of(source.id)?;
    in_order(&mut segments);
    let is_locked = |segment| work.study.locked.segments.contains_key(&segment);
    let codings_of = |segment| Ok(work.db.codings_of(segment)?);
    let Sorted { correction, places } = sorted(source, version, &segments, is_locked, codings_of)?;
    let mut taken: HashMap<CharRange, SegmentId> = HashMap::with_capacity(segments.len());
    let (mut moved, mut merged) = (Vec::with_capacity(segments.len()), Vec::new());
    for (segment, carried) in segments.into_iter().zip(places) {
        let (range, quote) = match carried {
            Carried::Same(range) => (range, segment.quote.clone()),
            Carried::Changed(range) => (range, version.to.slice(range).unwrap_or_default().into()),
            Carried::Gone => {
                rescue_memos(work, source, &segment, is_locked(segment.id))?;
                work.db.remove_segment(&segment)?;
                continue;
            }
        };
        if let Some(there) = taken.get(&range) {
            merged.push((segment.id, *there));
            continue;
        }
        taken.insert(range, segment.id);
        let (line, line_end) = version.to.lines_of(range);
        moved.push(Segment { revision: source.revision, range, line, line_end, quote, ..segment });
    }
    work.db.move_segments(&moved)?;
    for (from, to) in merged {
        merge(work, from, to)?;
    }
    Ok(correction)
}

/// What the researcher wrote on a segment that goes, or on its codings, goes to the memo of the source, with the lines
/// that it was about. Of locked words nothing is written down.
fn rescue_memos(work: &Work<'_>, source: &Source, segment: &Segment, is_locked: bool) -> Result<(), Error> {
    if is_locked {
        return Ok(());
    }
    let mut coming = work.db.memos_of(MemoHost::Segment(segment.id))?;
    for coding in work.db.codings_of(segment.id)? {
        coming.extend(work.db.memos_of(MemoHost::Coding(coding.id))?);
    }
    let lines = lines_cited(segment.line, segment.line_end);
    let texts: Vec<String> = coming
        .iter()
        .map(|memo| memo.text.as_str())
        .chain(Some(&*segment.reduction).filter(|words| !words.trim().is_empty()))
        .map(|text| format!("[{lines}] {text}"))
        .collect();
    if !texts.is_empty() {
        join_memos(work, MemoHost::Source(source.id), Vec::new(), Some(&texts.join("\n\n")))?;
    }
    Ok(())
}
