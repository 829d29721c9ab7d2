//! Sources go, and with them all that lies in them or hangs on them. Their texts and originals stay in the file, so
//! that undo brings back every letter.

use super::code::source_label;
use super::transact::Op;
use super::{Error, Landed, Project};
use crate::analysis::Study;
use crate::domain::{MemoHost, Message, SourceId};

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
}

impl Gone {
    /// What would go with sources.
    pub fn with(study: &Study, sources: &[SourceId]) -> Self {
        let is_gone = |source: SourceId| sources.contains(&source);
        let in_segment = |at: u32| study.segments.get(at as usize).is_some_and(|entry| is_gone(entry.segment.source));
        let is_hosted = |host: MemoHost| match host {
            MemoHost::Source(id) => is_gone(id),
            MemoHost::Segment(id) => study.segment(id).is_some_and(|entry| is_gone(entry.segment.source)),
            MemoHost::Coding(id) => study.coding(id).is_some_and(|entry| in_segment(entry.segment)),
            MemoHost::Journal | MemoHost::Informant(_) | MemoHost::Code(_) | MemoHost::Finding(_) => false,
        };
        Self {
            sources: study.sources.iter().filter(|source| is_gone(source.id)).count(),
            segments: study.segments.iter().filter(|entry| is_gone(entry.segment.source)).count(),
            codings: study.codings.iter().filter(|entry| in_segment(entry.segment)).count(),
            memos: study.memos.iter().filter(|memo| is_hosted(memo.host)).count(),
        }
    }
}

impl Project {
    /// Deletes sources with their turns, segments, codings and memos, all in one step; says what went along.
    ///
    /// # Errors
    /// A source that is gone already, or the file refuses. Nothing is deleted then.
    pub fn delete_sources(&mut self, sources: &[SourceId]) -> Result<Landed<Gone>, Error> {
        self.transact(Op::DeleteSource, |work| {
            let gone = Gone::with(work.study, sources);
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
                    .with("memos", gone.memos),
            );
            Ok(gone)
        })
    }
}
