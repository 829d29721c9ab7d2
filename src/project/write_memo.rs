//! A memo is written, changed or removed.

use super::code::{code_label, source_label};
use super::transact::{Op, Work};
use super::{Error, Landed, Project, clock};
use crate::analysis::Study;
use crate::domain::{MemoHost, MemoId, Message, SegmentId, lines_cited};

impl Project {
    /// Writes the memo of a host; an empty text removes it. In the journal every memo is a new page.
    ///
    /// # Errors
    /// The host is gone, a coder without a name, or the file refuses. The memo stays as it was.
    pub fn write_memo(&mut self, host: MemoHost, text: &str) -> Result<Landed<Option<MemoId>>, Error> {
        self.transact(Op::WriteMemo, |work| {
            let memo = put_memo(work, host, text)?;
            let key = if memo.is_some() { "step-memo" } else { "step-memo-remove" };
            work.describe(about_host(Message::new(key), work.study, host));
            Ok(memo)
        })
    }
}

/// Writes a memo within a step; the same text again changes nothing.
pub(super) fn put_memo(work: &Work<'_>, host: MemoHost, text: &str) -> Result<Option<MemoId>, Error> {
    // SQLite's text functions stop at U+0000.
    let text = text.replace('\0', "\u{FFFD}");
    let known = work.db.memo_of(host)?;
    if text.trim().is_empty() {
        if let Some(known) = known {
            work.db.remove_memo(known.id)?;
        }
        return Ok(None);
    }
    let id = match known {
        Some(known) if known.text == text => known.id,
        Some(known) => {
            work.db.set_memo_text(known.id, &text, work.coder(None)?, work.now)?;
            known.id
        }
        None => {
            let id = MemoId::from_uuid(clock::new_id());
            if !exists(work, host)? {
                return Err(Error::NoHost);
            }
            work.db.add_memo(id, host, &text, work.coder(None)?, work.now)?;
            id
        }
    };
    Ok(Some(id))
}

/// Words one after the other, a blank line between; the same words once.
pub(super) fn joined(parts: &[String]) -> String {
    let mut kept: Vec<&str> = Vec::new();
    for part in parts.iter().map(String::as_str).filter(|part| !part.trim().is_empty()) {
        if !kept.contains(&part) {
            kept.push(part);
        }
    }
    kept.join("\n\n")
}

fn exists(work: &Work<'_>, host: MemoHost) -> Result<bool, Error> {
    Ok(match host {
        MemoHost::Journal => true,
        MemoHost::Source(id) => work.db.source(id)?.is_some(),
        MemoHost::Informant(id) => work.db.informant(id)?.is_some(),
        MemoHost::Code(id) => work.study.code(id).is_some(),
        MemoHost::Segment(id) => work.db.segment(id)?.is_some(),
        MemoHost::Coding(id) => work.db.coding(id)?.is_some(),
        MemoHost::Finding(id) => work.db.has_finding(id)?,
    })
}

/// Names what a memo hangs on: its kind as `host`, and which one as `what`.
fn about_host(message: Message, study: &Study, host: MemoHost) -> Message {
    let message = message.with("host", host.key());
    match host {
        MemoHost::Journal | MemoHost::Finding(_) => message.with("what", ""),
        MemoHost::Source(id) => message.with("what", source_label(study, id)),
        MemoHost::Informant(id) => {
            let found = study.informants.iter().find(|informant| informant.id == id);
            message.with("what", found.map(|informant| informant.code.clone()).unwrap_or_default())
        }
        MemoHost::Code(id) => message.with("what", code_label(study, id)),
        MemoHost::Segment(id) => message.with("what", place(study, id)),
        MemoHost::Coding(id) => match study.coding(id) {
            Some(entry) => message.with("what", place(study, entry.coding.segment)),
            None => message.with("what", ""),
        },
    }
}

/// A place with the word for lines, in whichever language it is said.
pub(super) fn place(study: &Study, id: SegmentId) -> Message {
    match study.segment(id) {
        Some(entry) => Message::new("step-place")
            .with("source", source_label(study, entry.segment.source))
            .with("lines", lines_cited(entry.segment.line, entry.segment.line_end)),
        None => Message::new("step-place").with("source", "").with("lines", ""),
    }
}
