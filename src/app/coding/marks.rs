//! What the transcript shows of the codings of a source.

use crate::analysis::CodingEntry;
use crate::app::frame::initials;
use crate::app::transcript::{Ink, Mark, Noted, OtherCoder};
use crate::app::view::View;
use crate::domain::{CharRange, CodeKind, MemoHost, SegmentId, SourceId};

/// The marks of a source that are to be shown, the look of every code in the order of the codebook, and the coders of
/// the source apart from the one who acts.
pub(super) fn marks_of(
    view: &View<'_>,
    source: SourceId,
    is_shown: impl Fn(&CodingEntry) -> bool,
) -> (Vec<Mark>, Vec<Ink>, Vec<OtherCoder>) {
    let study = view.study;
    let inks = study
        .codes
        .iter()
        .map(|code| Ink {
            colour: code.colour,
            label: code.label().to_owned(),
            name: code.name.clone(),
            takes_direction: code.kind.takes_direction(),
            is_filling: code.kind != CodeKind::Evaluation,
        })
        .collect();
    let mut others: Vec<u32> = Vec::new();
    let marks = study
        .codings
        .iter()
        .filter_map(|entry| {
            let segment = &study.segments.get(entry.segment as usize)?.segment;
            if segment.source != source || !is_shown(entry) {
                return None;
            }
            let is_own = study.coders.get(entry.coder as usize).is_some_and(|coder| coder.name == view.coder);
            let coder = (!is_own).then(|| {
                others.iter().position(|other| *other == entry.coder).unwrap_or_else(|| {
                    others.push(entry.coder);
                    others.len() - 1
                })
            });
            Some(Mark {
                coding: entry.coding.id,
                segment: segment.id,
                range: segment.range,
                ink: u16::try_from(entry.code).ok()?,
                direction: entry.coding.direction,
                coder: coder.and_then(|at| u16::try_from(at).ok()),
                is_key: segment.is_key,
            })
        })
        .collect::<Vec<_>>();
    // Where one coder alone has coded, it need not be said who.
    let is_shared = others.len() > 1 || marks.iter().any(|mark| mark.coder.is_none()) && !others.is_empty();
    let coders = others.iter().filter(|_| is_shared).filter_map(|at| study.coders.get(*at as usize));
    let coders = coders.map(|coder| OtherCoder { initials: initials(&coder.name), name: coder.name.clone() }).collect();
    (marks, inks, coders)
}

/// Letters of a memo that its mark shows.
const SHOWN: usize = 240;

/// The memos on words of a source, whether the words carry codes or not.
pub(super) fn notes_of(view: &View<'_>, source: SourceId) -> Vec<Noted> {
    noted_segments(view, source)
        .map(|(_, range, words)| {
            let mut shown: String = words.chars().take(SHOWN).collect();
            if shown.len() < words.len() {
                shown.push('…');
            }
            Noted { range, words: shown }
        })
        .collect()
}

/// The segment whose memo is about these words: on exactly them, else on some of them.
pub(super) fn noted_at(view: &View<'_>, source: SourceId, range: CharRange) -> Option<SegmentId> {
    noted_segments(view, source)
        .filter(|(_, other, _)| other.overlaps(range))
        .min_by_key(|(_, other, _)| (*other != range, other.start))
        .map(|(id, ..)| id)
}

fn noted_segments<'v>(
    view: &'v View<'_>,
    source: SourceId,
) -> impl Iterator<Item = (SegmentId, CharRange, &'v str)> + 'v {
    view.study.memos.iter().filter_map(move |memo| {
        let MemoHost::Segment(id) = memo.host else { return None };
        let segment = &view.study.segment(id)?.segment;
        (segment.source == source).then_some((id, segment.range, memo.text.as_str()))
    })
}
