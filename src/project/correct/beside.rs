//! What stands beside a text follows its correction: places that point out of it (pages, times, notes), and the comments
//! that a new version of the file brings.

use super::Version;
use crate::domain::Source;
use crate::import::{ParsedMemo, ParsedSource};
use crate::project::Error;
use crate::project::import_beside::{keep_anchors, keep_memos};
use crate::project::transact::Work;

/// Has every anchor follow its place.
pub(super) fn follow(work: &Work<'_>, source: &Source, version: &Version<'_>) -> Result<(), Error> {
    Ok(work.db.move_anchors(source.id, source.revision, |position| version.change.start(position))?)
}

/// Takes the anchors of the new file, where it has any, and the comments that are not known yet.
pub(super) fn read_anew(
    work: &Work<'_>,
    source: &Source,
    version: &Version<'_>,
    parsed: ParsedSource,
) -> Result<(), Error> {
    if parsed.anchors.is_empty() {
        follow(work, source, version)?;
    } else {
        work.db.remove_anchors(source.id)?;
        keep_anchors(work, source, version.to, parsed.anchors)?;
    }
    if parsed.memos.is_empty() {
        return Ok(());
    }
    let written = work.db.memos()?;
    let is_new = |memo: &ParsedMemo| !written.iter().any(|known| known.text.contains(&memo.text));
    keep_memos(work, source, version.to, parsed.memos.into_iter().filter(is_new).collect())
}
