//! Sources go, and with them all that lies in them or hangs on them. Their texts and originals stay in the file, so
//! that undo brings back every letter.

use super::code::source_label;
use super::transact::{Op, Work};
use super::{Error, Landed, Project};
use crate::domain::{CodingId, Memo, MemoHost, Message, SegmentId, SourceId};
use std::collections::BTreeSet;

/// What goes with sources.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Gone {
    /// Sources.
    pub sources: usize,
    /// Segments in them.
    pub segments: usize,
    /// Codings of these.
    pub codings: usize,
    /// Memos on any of them.
    pub memos: usize,
    /// Times that findings and evaluations cite a passage of them.
    pub cited: u32,
    /// Notes in the cells of their columns.
    pub notes: u32,
}

impl Gone {
    /// What goes with sources as they stand.
    fn with(work: &Work<'_>, sources: &[SourceId]) -> Result<Self, Error> {
        let study = work.study;
        let is_gone = |source: SourceId| sources.contains(&source);
        // What is locked goes too.
        let segments: BTreeSet<SegmentId> = study
            .segments
            .iter()
            .chain(study.locked.segments.values())
            .filter(|entry| is_gone(entry.segment.source))
            .map(|entry| entry.segment.id)
            .collect();
        let codings: BTreeSet<CodingId> = study
            .codings
            .iter()
            .map(|entry| &entry.coding)
            .chain(study.locked.codings.values())
            .filter(|coding| segments.contains(&coding.segment))
            .map(|coding| coding.id)
            .collect();
        let is_hosted = |memo: &&Memo| match memo.host {
            MemoHost::Source(id) => is_gone(id),
            MemoHost::Segment(id) => segments.contains(&id),
            MemoHost::Coding(id) => codings.contains(&id),
            MemoHost::Journal | MemoHost::Informant(_) | MemoHost::Code(_) | MemoHost::Finding(_) => false,
        };
        let (mut cited, mut notes) = (0, 0);
        for source in sources.iter().collect::<BTreeSet<_>>() {
            cited += work.db.cited_in(*source)?;
            notes += work.db.notes_of_source(*source)?;
        }
        Ok(Self {
            sources: study.sources.iter().filter(|source| is_gone(source.id)).count(),
            segments: segments.len(),
            codings: codings.len(),
            memos: study.memos.iter().chain(&study.locked.memos).filter(is_hosted).count(),
            cited,
            notes,
        })
    }
}

impl Project {
    /// Deletes sources with their turns, segments, codings and memos, all in one step; says what went along.
    ///
    /// # Errors
    /// A source that is gone already, or the file refuses. Nothing is deleted then.
    pub fn delete_sources(&mut self, sources: &[SourceId]) -> Result<Landed<Gone>, Error> {
        self.transact(Op::DeleteSource, |work| {
            let gone = Gone::with(work, sources)?;
            let mut deleted: Vec<SourceId> = Vec::new();
            for id in sources.iter().filter(|id| work.study.source(**id).is_none()) {
                work.db.source(*id)?.ok_or(Error::NoSource)?;
            }
            for id in sources {
                if !deleted.contains(id) {
                    work.db.remove_source(*id)?;
                    deleted.push(*id);
                }
            }
            let first = deleted.first().map(|id| source_label(work.study, *id)).unwrap_or_default();
            work.describe(
                Message::new("step-source-delete")
                    .with("n", deleted.len())
                    .with("source", first)
                    .with("segments", gone.segments)
                    .with("codings", gone.codings)
                    .with("memos", gone.memos)
                    .with("cited", gone.cited)
                    .with("notes", gone.notes),
            );
            Ok(gone)
        })
    }
}
