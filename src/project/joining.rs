//! The same code by the same coder on words that overlap is one coding, and what is known of a place goes along with
//! its words.
//!
//! A segment has facts of its own: reduction, key mark, memo, and what findings, evaluations, cells and links name it
//! for. Where its last coding moves, they go along; where the new place is a segment already, they are joined with what
//! that has. Where other codings stay, the facts stay with them: each stands once, so that nothing counts twice.

use super::code::{Did, Words, words_at};
use super::transact::Work;
use super::write_memo::{joined, put_memo};
use super::{Error, clock};
use crate::analysis::Study;
use crate::domain::{
    CharOffset, CharRange, CodeId, CoderId, Coding, CodingId, Direction, LineNumber, Memo, MemoHost, Segment,
    SegmentId, SourceId,
};
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// Whose codings may become one: those of a code by a coder in a source.
type Kin = (SourceId, CodeId, CoderId);

/// The codings of some codes by their places, kept up while a step makes more of them. Locked ones are not among them.
#[derive(Default)]
pub(super) struct Neighbours {
    groups: HashMap<Kin, Group>,
}

#[derive(Default)]
struct Group {
    /// Ends by start and id.
    by_start: BTreeMap<(CharOffset, CodingId), CharOffset>,
    /// Length of the longest: nothing that begins further back can reach a place.
    longest: u32,
}

impl Group {
    fn insert(&mut self, range: CharRange, id: CodingId) {
        self.by_start.insert((range.start, id), range.end);
        self.longest = self.longest.max(range.len());
    }

    fn overlapping(&self, range: CharRange) -> impl Iterator<Item = (CodingId, CharRange)> {
        let first = CharOffset::new(range.start.get().saturating_sub(self.longest));
        let least = CodingId::from_uuid(Uuid::nil());
        let near = self.by_start.range((first, least)..(range.end, least));
        near.map(|((start, id), end)| (*id, CharRange { start: *start, end: *end }))
            .filter(move |(_, other)| other.overlaps(range))
    }
}

impl Neighbours {
    pub(super) fn of(study: &Study, codes: &[CodeId]) -> Self {
        let mut is_wanted = vec![false; study.codes.len()];
        for at in codes.iter().filter_map(|code| study.code_at(*code)) {
            is_wanted[at as usize] = true;
        }
        let mut groups: HashMap<Kin, Group> = HashMap::new();
        for entry in study.codings.iter().filter(|entry| is_wanted[entry.code as usize]) {
            let segment = &study.segments[entry.segment as usize].segment;
            let kin = (segment.source, entry.coding.code, entry.coding.coder);
            groups.entry(kin).or_default().insert(segment.range, entry.coding.id);
        }
        Self { groups }
    }

    /// The stretch that a coding at `range` makes up with all that it touches, directly or through another, and those
    /// it touches. `moved` is the coding itself.
    fn around(
        &self,
        kin: Kin,
        mut range: CharRange,
        moved: Option<CodingId>,
    ) -> (CharRange, Vec<(CodingId, CharRange)>) {
        let Some(group) = self.groups.get(&kin) else { return (range, Vec::new()) };
        loop {
            let found: Vec<_> = group.overlapping(range).filter(|(id, _)| Some(*id) != moved).collect();
            let wider = found.iter().fold(range, |wide, (_, other)| CharRange {
                start: wide.start.min(other.start),
                end: wide.end.max(other.end),
            });
            if wider == range {
                return (range, found);
            }
            range = wider;
        }
    }

    fn replace(&mut self, kin: Kin, gone: &[(CodingId, CharRange)], range: CharRange, id: CodingId) {
        let group = self.groups.entry(kin).or_default();
        for (id, range) in gone {
            group.by_start.remove(&(range.start, *id));
        }
        group.insert(range, id);
    }
}

/// A coding as it is to stand.
pub(super) struct Wanted<'a> {
    /// The one that moves or gets another code; nothing where one is made.
    pub(super) moved: Option<Coding>,
    pub(super) words: Words,
    pub(super) code: CodeId,
    pub(super) coder: CoderId,
    /// The direction that was chosen with it.
    pub(super) direction: Option<Direction>,
    /// The memo that was written with it.
    pub(super) memo: Option<&'a str>,
}

/// A coding as it stands.
pub(super) struct Stood {
    pub(super) coding: Coding,
    pub(super) lines: (LineNumber, LineNumber),
    pub(super) did: Did,
    /// The codings that were there and are one with it now, it among them where none was moved.
    pub(super) joined: Vec<CodingId>,
    /// Whether their directions differed, so that it has none.
    pub(super) is_differing: bool,
}

/// Has a coding stand at its words, one with those of its kin that it overlaps. Of several, the one that is moved stays,
/// else the oldest.
pub(super) fn stand(work: &mut Work<'_>, neighbours: &mut Neighbours, wanted: Wanted<'_>) -> Result<Stood, Error> {
    let Wanted { moved, words, code, coder, direction, memo } = wanted;
    let (source, asked) = (words.place.source, words.place.range);
    let kin = (source, code, coder);
    let (range, found) = neighbours.around(kin, asked, moved.map(|coding| coding.id));
    let words = if range == asked { words } else { words_at(work, source, range)? };
    let range = words.place.range;
    let mut others: Vec<Coding> = Vec::with_capacity(found.len());
    for (id, _) in &found {
        others.push(work.db.coding(*id)?.ok_or(Error::NoCoding)?);
    }
    others.sort_by_key(|coding| (coding.created, coding.id));
    let joined: Vec<CodingId> = others.iter().map(|coding| coding.id).collect();
    let kept = match moved {
        Some(moved) => Some(moved),
        None if others.is_empty() => None,
        None => Some(others.remove(0)),
    };
    let Some(kept) = kept else {
        let segment = segment_for(work, &words, &[])?;
        let id = CodingId::from_uuid(clock::new_id());
        let coding = Coding { id, segment, code, coder, direction, created: work.now };
        work.db.add_coding(&coding)?;
        if let Some(memo) = memo {
            put_memo(work, MemoHost::Coding(id), memo)?;
        }
        neighbours.replace(kin, &[], range, id);
        return Ok(Stood { coding, lines: words.lines, did: Did::Coded, joined, is_differing: false });
    };
    let directions = std::iter::once(&kept).chain(&others).filter_map(|coding| coding.direction);
    let (common, is_differing) = common(directions);
    let is_differing = is_differing && direction.is_none();
    let direction = direction.or(common);
    let host = MemoHost::Coding(kept.id);
    let mut coming = Vec::new();
    for other in &others {
        coming.extend(work.db.memos_of(MemoHost::Coding(other.id))?);
    }
    let is_noted = join_memos(work, host, coming, memo)?;
    let mut left = vec![kept.segment];
    for other in &others {
        work.db.remove_coding(other.id)?;
        if !left.contains(&other.segment) {
            left.push(other.segment);
        }
    }
    let segment = segment_for(work, &words, &free(work, &left, kept.id)?)?;
    if (kept.segment, kept.code) != (segment, code) {
        work.db.place_coding(kept.id, segment, code)?;
    }
    if direction != kept.direction {
        work.db.set_direction(kept.id, direction)?;
    }
    for from in left.into_iter().filter(|from| *from != segment) {
        if work.db.codings_of(from)?.is_empty() {
            carry(work, from, segment)?;
        }
    }
    let stood_there = found.len() == 1 && found.iter().all(|(_, place)| *place == range) && moved.is_none();
    let did = match (stood_there, direction != kept.direction, is_noted) {
        (false, ..) => Did::Coded,
        (true, true, _) => Did::Directed,
        (true, false, true) => Did::Noted,
        (true, false, false) => Did::Nothing,
    };
    neighbours.replace(kin, &found, range, kept.id);
    let coding = Coding { segment, code, direction, ..kept };
    Ok(Stood { coding, lines: words.lines, did, joined, is_differing })
}

/// The one direction of those that have one, and whether they have several.
fn common(directions: impl Iterator<Item = Direction>) -> (Option<Direction>, bool) {
    let mut found: Option<Direction> = None;
    for direction in directions {
        match found {
            Some(other) if other != direction => return (None, true),
            _ => found = Some(direction),
        }
    }
    (found, false)
}

/// Those segments that no other coding than this one holds in their place.
fn free(work: &Work<'_>, segments: &[SegmentId], but: CodingId) -> Result<Vec<SegmentId>, Error> {
    let mut free = Vec::new();
    for segment in segments {
        if work.db.codings_of(*segment)?.iter().all(|coding| coding.id == but) {
            free.push(*segment);
        }
    }
    Ok(free)
}

/// The segment at words: the one that is there, else the first of those that may move there, else a new one.
fn segment_for(work: &Work<'_>, words: &Words, free: &[SegmentId]) -> Result<SegmentId, Error> {
    if let Some(known) = work.db.segment_at(words.place)? {
        return Ok(known);
    }
    let segment = Segment {
        id: free.first().copied().unwrap_or_else(|| SegmentId::from_uuid(clock::new_id())),
        source: words.place.source,
        revision: words.place.revision,
        range: words.place.range,
        line: words.lines.0,
        line_end: words.lines.1,
        quote: words.quote.clone(),
        reduction: Default::default(),
        is_key: false,
    };
    if free.is_empty() {
        work.db.add_segment(&segment)?;
    } else {
        work.db.move_segments(std::slice::from_ref(&segment))?;
    }
    Ok(segment.id)
}

/// What is known of a segment whose last coding has gone to another one goes there too, and the segment goes.
fn carry(work: &Work<'_>, from: SegmentId, to: SegmentId) -> Result<(), Error> {
    let (Some(left), Some(there)) = (work.db.segment(from)?, work.db.segment(to)?) else { return Ok(()) };
    let reduction = joined(&[there.reduction.to_string(), left.reduction.to_string()]);
    if *reduction != *there.reduction {
        work.db.set_reduction(to, &reduction)?;
    }
    if left.is_key && !there.is_key {
        work.db.set_key_mark(to, true)?;
    }
    join_memos(work, MemoHost::Segment(to), work.db.memos_of(MemoHost::Segment(from))?, None)?;
    work.db.carry_over(from, to)?;
    work.db.remove_segment(&left)?;
    Ok(())
}

/// Two segments have come to lie at one place: the codings of the first go to the second, and so does what is known of
/// it. The same code by the same coder on both becomes one coding.
pub(super) fn merge(work: &Work<'_>, from: SegmentId, to: SegmentId) -> Result<(), Error> {
    for coding in work.db.codings_of(from)? {
        let Some(there) = work.db.coding_of(to, coding.code, coding.coder)? else {
            work.db.place_coding(coding.id, to, coding.code)?;
            continue;
        };
        let (direction, _) = common([there.direction, coding.direction].into_iter().flatten());
        if direction != there.direction {
            work.db.set_direction(there.id, direction)?;
        }
        let coming = work.db.memos_of(MemoHost::Coding(coding.id))?;
        join_memos(work, MemoHost::Coding(there.id), coming, None)?;
        work.db.remove_coding(coding.id)?;
    }
    carry(work, from, to)
}

/// Memos come to a host that may have its own: the first moves where there is none, the words of the others are put
/// behind, and what was written anew comes last. Whether anything has changed.
pub(super) fn join_memos(
    work: &Work<'_>,
    host: MemoHost,
    coming: Vec<Memo>,
    written: Option<&str>,
) -> Result<bool, Error> {
    let own = work.db.memo_of(host)?;
    let mut texts: Vec<String> = own.iter().map(|memo| memo.text.clone()).collect();
    texts.extend(coming.iter().map(|memo| memo.text.clone()));
    let is_moved = own.is_none() && !coming.is_empty();
    if is_moved && let Some(first) = coming.first() {
        work.db.move_memo(first.id, host)?;
    }
    let before = texts.first().cloned();
    texts.extend(written.map(str::to_owned));
    let all = joined(&texts);
    let is_longer = before.as_deref().unwrap_or_default() != all;
    if is_longer {
        put_memo(work, host, &all)?;
    }
    Ok(is_moved || is_longer)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(number: u128) -> CodingId {
        CodingId::from_uuid(Uuid::from_u128(number))
    }

    #[test]
    fn what_touches_through_another_is_found_and_what_lies_beside_is_not() {
        let kin = (
            SourceId::from_uuid(Uuid::from_u128(1)),
            CodeId::from_uuid(Uuid::from_u128(2)),
            CoderId::from_uuid(Uuid::from_u128(3)),
        );
        let mut neighbours = Neighbours::default();
        for (number, start, end) in [(1, 0, 40), (2, 10, 20), (3, 38, 60), (4, 60, 70), (5, 90, 99)] {
            neighbours.replace(kin, &[], CharRange::new(start, end), id(number));
        }
        let found = |start, end, moved: Option<u128>| {
            let (range, found) = neighbours.around(kin, CharRange::new(start, end), moved.map(id));
            let ids: Vec<u128> = found.iter().map(|(id, _)| id.uuid().as_u128()).collect();
            (range.start.get(), range.end.get(), ids)
        };
        assert_eq!(found(15, 16, None), (0, 60, vec![1, 2, 3]));
        assert_eq!(found(59, 61, None), (0, 70, vec![1, 2, 3, 4]));
        assert_eq!(found(70, 90, None), (70, 90, vec![]));
        assert_eq!(found(39, 50, Some(3)), (0, 50, vec![1, 2]));
    }
}
