//! Codes go, with everything that hangs on them, and with segments that nothing uses any more.

use super::Book;
use crate::analysis::Study;
use crate::domain::{CodeId, MemoHost, Message, SegmentId};
use crate::project::transact::Op;
use crate::project::{Error, Landed, Project};
use crate::store::{Database, HungOn};
use std::collections::{BTreeSet, HashSet};

/// What goes with codes that are removed.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, serde::Serialize)]
pub struct Deletion {
    /// The codes themselves and those below them.
    pub codes: usize,
    /// Codings.
    pub codings: usize,
    /// Segments that have no other code and are used by nothing else.
    pub segments: usize,
    /// Memos on the codes and their codings.
    pub memos: usize,
    /// Findings.
    pub findings: usize,
    /// Verdicts, notes in cells and evaluations.
    pub judgements: usize,
}

impl Project {
    /// What would go if these codes were removed.
    ///
    /// # Errors
    /// A code that is gone, or the file cannot be read.
    pub fn deletion_of(&self, ids: &[CodeId]) -> Result<Deletion, Error> {
        Ok(taken(&self.db, &self.study, &branches(&Book::of(&self.study), ids)?)?.0)
    }

    /// Removes codes with everything that hangs on them, in one step.
    ///
    /// # Errors
    /// A code that is gone, or the file refuses. Nothing is removed then.
    pub fn delete_codes(&mut self, ids: &[CodeId]) -> Result<Landed<Deletion>, Error> {
        self.transact(Op::DeleteCodes, |work| {
            let book = Book::of(work.study);
            let gone = branches(&book, ids)?;
            let (taken, segments) = taken(work.db, work.study, &gone)?;
            for id in ids {
                work.db.remove_code(*id)?;
            }
            for segment in segments {
                work.db.remove_segment_if_unused(segment)?;
            }
            let own = ids.iter().collect::<HashSet<_>>().len();
            let message = if own == 1 { "step-code-delete" } else { "step-code-delete-many" };
            let message = Message::new(message).with("code", super::labels(&book, ids));
            work.describe(message.with("codes", taken.codes - own).with("n", taken.codings));
            Ok(taken)
        })
    }
}

/// The codes with all below them.
pub(super) fn branches(book: &Book, ids: &[CodeId]) -> Result<BTreeSet<CodeId>, Error> {
    let mut found = BTreeSet::new();
    for id in ids {
        book.get(*id)?;
        found.extend(book.branch(*id));
    }
    Ok(found)
}

/// What hangs on codes, and the segments that are left without a coding when they go.
pub(super) fn taken(
    db: &Database,
    study: &Study,
    gone: &BTreeSet<CodeId>,
) -> Result<(Deletion, Vec<SegmentId>), Error> {
    let mut taken = Deletion { codes: gone.len(), ..Deletion::default() };
    let (mut left, mut touched) = (HashSet::new(), BTreeSet::new());
    let mut codings = HashSet::new();
    for coding in study.all_codings() {
        if gone.contains(&coding.code) {
            touched.insert(coding.segment);
            codings.insert(coding.id);
        } else {
            left.insert(coding.segment);
        }
    }
    taken.codings = codings.len();
    touched.retain(|segment| !left.contains(segment));
    for segment in &touched {
        taken.segments += usize::from(db.is_only_coded(*segment)?);
    }
    let goes = |host: MemoHost| match host {
        MemoHost::Code(id) => gone.contains(&id),
        MemoHost::Coding(id) => codings.contains(&id),
        _ => false,
    };
    taken.memos = study.all_memos().filter(|memo| goes(memo.host)).count();
    for id in gone {
        taken.findings += db.finding_count(*id)? as usize;
        for kind in HungOn::ALL {
            taken.judgements += db.hung_on(kind, *id)?.len();
        }
    }
    Ok((taken, touched.into_iter().collect()))
}
