//! What is locked because an informant has withdrawn consent: it stays in the project until it is purged or the
//! withdrawal is taken back, and stands apart from everything that is counted, shown or handed out.

use super::study::{SegmentEntry, Study};
use super::voice::Voice;
use crate::domain::{
    CharRange, Coding, CodingId, Evidence, InformantId, Memo, MemoHost, SegmentId, SourceId, TurnKind,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Segments that hold words of somebody who has withdrawn, and what hangs on them. Whoever else speaks in them: their
/// words are in it.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Locked {
    /// The segments.
    pub segments: BTreeMap<SegmentId, Arc<SegmentEntry>>,
    /// The codings on them.
    pub codings: BTreeMap<CodingId, Coding>,
    /// Memos on them, on their codings and on the informant.
    pub memos: Vec<Memo>,
    /// Where they bear on a finding.
    pub evidence: Vec<Evidence>,
}

/// How much of a source is locked.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Lock {
    /// Nothing.
    Open,
    /// Words of some; others speak in it too.
    Part,
    /// Nobody speaks in it whose words are not locked, the researcher left out.
    Whole,
}

impl Study {
    /// Whether consent was withdrawn for the words of an informant (a place in `informants`).
    pub fn is_withdrawn(&self, informant: u32) -> bool {
        self.informants.get(informant as usize).is_some_and(|informant| informant.is_withdrawn())
    }

    /// Whether a voice holds words that are locked.
    pub(super) fn is_voice_locked(&self, voice: &Voice) -> bool {
        voice.informants.iter().any(|at| self.is_withdrawn(*at))
    }

    /// Whether a memo hangs on something that is locked.
    pub(super) fn is_memo_locked(&self, host: MemoHost) -> bool {
        match host {
            MemoHost::Segment(id) => self.locked.segments.contains_key(&id),
            MemoHost::Coding(id) => self.locked.codings.contains_key(&id),
            MemoHost::Informant(id) => self.informant_at(id).is_some_and(|at| self.is_withdrawn(at)),
            MemoHost::Source(id) => self.lock_of(id) == Lock::Whole,
            MemoHost::Journal | MemoHost::Code(_) | MemoHost::Finding(_) => false,
        }
    }

    /// Adds a memo or replaces the one of its id.
    pub fn put_memo(&mut self, memo: Memo) {
        if !self.is_memo_locked(memo.host) {
            return self.put_open_memo(memo);
        }
        match self.locked.memos.iter_mut().find(|other| other.id == memo.id) {
            Some(known) => *known = memo,
            None => self.locked.memos.push(memo),
        }
    }

    /// The words of a source (a place in `sources`) that are locked, in order of position.
    pub fn locked_words(&self, source: u32) -> Vec<CharRange> {
        if !self.has_withdrawn() {
            return Vec::new();
        }
        let turns = self.turns.get(source as usize).map_or(&[][..], |turns| turns);
        let is_locked = |id: InformantId| self.informant_at(id).is_some_and(|at| self.is_withdrawn(at));
        turns.iter().filter(|turn| turn.informant.is_some_and(is_locked)).map(|turn| turn.words).collect()
    }

    /// The words that are locked in every source; nothing where nobody has withdrawn.
    pub fn locked_in_all(&self) -> Vec<Vec<CharRange>> {
        if !self.has_withdrawn() {
            return Vec::new();
        }
        (0_u32..).zip(&self.sources).map(|(at, _)| self.locked_words(at)).collect()
    }

    /// Whether anybody has withdrawn.
    pub fn has_withdrawn(&self) -> bool {
        self.informants.iter().any(|informant| informant.is_withdrawn())
    }

    /// How much of a source is locked.
    pub fn lock_of(&self, source: SourceId) -> Lock {
        if !self.has_withdrawn() {
            return Lock::Open;
        }
        let Some(turns) = self.source_at(source).and_then(|at| self.turns.get(at as usize)) else { return Lock::Open };
        let (mut locked, mut open) = (false, false);
        for turn in turns.iter() {
            match turn.informant.and_then(|id| self.informant_at(id)) {
                Some(at) if self.is_withdrawn(at) => locked = true,
                Some(_) => open = true,
                None => open |= matches!(turn.kind, TurnKind::Speech | TurnKind::Other),
            }
        }
        match (locked, open) {
            (false, _) => Lock::Open,
            (true, true) => Lock::Part,
            (true, false) => Lock::Whole,
        }
    }

    /// Codes of those whose words in a source are locked, in the order of informants.
    pub fn withdrawn_in(&self, source: SourceId) -> Vec<&str> {
        let Some(turns) = self.source_at(source).and_then(|at| self.turns.get(at as usize)) else { return Vec::new() };
        let speaking: BTreeSet<u32> =
            turns.iter().filter_map(|turn| turn.informant).filter_map(|id| self.informant_at(id)).collect();
        let locked = speaking.into_iter().filter(|at| self.is_withdrawn(*at));
        locked.filter_map(|at| self.informants.get(at as usize)).map(|informant| informant.code.as_str()).collect()
    }

    /// Every coding, the locked ones too: for who moves or removes them, which must not pass them over.
    pub fn all_codings(&self) -> impl Iterator<Item = Coding> {
        self.codings.iter().map(|entry| entry.coding).chain(self.locked.codings.values().copied())
    }

    /// Every segment, the locked ones too.
    pub fn all_segments(&self) -> impl Iterator<Item = &SegmentEntry> {
        self.segments.iter().chain(self.locked.segments.values()).map(Arc::as_ref)
    }

    /// Every memo, the locked ones too.
    pub fn all_memos(&self) -> impl Iterator<Item = &Memo> {
        self.memos.iter().chain(&self.locked.memos)
    }

    /// The turns of an informant, source by source.
    pub fn turns_of(&self, informant: InformantId) -> impl Iterator<Item = &crate::domain::Turn> {
        let all = self.turns.iter().flat_map(|turns| turns.iter());
        all.filter(move |turn| turn.informant == Some(informant))
    }

    /// Children for whom no guardian has agreed, whose words are not locked anyway.
    pub fn lacking_guardian(&self) -> impl Iterator<Item = &crate::domain::Informant> {
        self.informants.iter().filter(|informant| informant.lacks_guardian() && !informant.is_withdrawn())
    }
}
