//! Recordings that were written down: subtitles and what transcription programs write, with the time of every piece; and
//! times that stand within ordinary text. What a file is, is told by what stands in it. Times become anchors beside
//! the text; who speaks is told by the file wherever it says so.

mod blocks;
mod clock;
mod cue;
mod edit;
mod json;
mod marks;
mod subtitles;
mod tags;
#[cfg(test)]
mod tests;
mod voices;

use super::error::ImportError;
use super::format::{Format, ending};
use super::html;
use super::parsed::Recorded;
use super::reading::{Cues, Reading, Times};
use super::written::Written;
use crate::domain::Message;
use cue::Cue;
use edit::{Edits, apply};

/// Most lines that a sentence lists.
const MOST_LINES: usize = 12;

/// A text that may be that of a recording, with what it holds of it.
type Settled = (Written, Recorded);

/// Reads a file of nothing but pieces of a recording; nothing where it is none.
///
/// # Errors
/// It has no words, or more than are read.
pub fn read(file: &str, text: &str, reading: &Reading) -> Result<Option<(Format, Settled)>, ImportError> {
    if let Some(kind) = subtitles::kind(text, &ending(file)) {
        let found = subtitles::read(text, kind);
        let mut warnings = bad_lines(&found.bad);
        if found.notes > 0 {
            warnings.push(Message::new("import-warning-subtitle-notes").with("n", found.notes));
        }
        return Ok(Some((kind, written(file, found.cues, warnings, reading.cues)?)));
    }
    match json::read(text) {
        None => Ok(None),
        Some(json::Transcript::Cues(cues)) => Ok(Some((Format::Json, written(file, cues, Vec::new(), reading.cues)?))),
        Some(json::Transcript::Page(page)) => Ok(Some((Format::Json, settle(html::read(file, &page)?, reading)))),
    }
}

/// Whether the bytes of a file of JSON hold a transcript.
pub fn is_transcript(bytes: &[u8]) -> bool {
    String::from_utf8_lossy(bytes).contains("\"text\"") && json::read(&String::from_utf8_lossy(bytes)).is_some()
}

/// Writes cues down, whoever speaks in them.
fn written(file: &str, mut cues: Vec<Cue<'_>>, mut warnings: Vec<Message>, how: Cues) -> Result<Settled, ImportError> {
    if voices::unroll(&mut cues) {
        warnings.push(Message::new("import-warning-rolling"));
    }
    let (cues, is_carried) = voices::find(cues);
    let count = u32::try_from(cues.iter().filter(|cue| !cue.text.is_empty()).count()).unwrap_or(u32::MAX);
    let mut written = cue::written(file, cues, how, is_carried)?;
    warnings.append(&mut written.warnings);
    written.warnings = warnings;
    Ok((written, Recorded { cues: count, stamps: 0 }))
}

/// Says at which lines times are missing or cannot be read.
fn bad_lines(bad: &[u32]) -> Vec<Message> {
    if bad.is_empty() {
        return Vec::new();
    }
    let mut lines: Vec<String> = bad.iter().take(MOST_LINES).map(ToString::to_string).collect();
    if bad.len() > MOST_LINES {
        lines.push("…".to_owned());
    }
    vec![Message::new("import-warning-cues").with("n", bad.len()).with("lines", lines.join(", "))]
}

/// Finds the times within a text that was read, takes them out if that is wanted, and puts them beside it.
pub fn settle(mut written: Written, reading: &Reading) -> Settled {
    let keeps = reading.times == Times::Keep;
    let known = std::mem::take(&mut written.stamps);
    if written.layout.is_plain() && known.is_empty() {
        if let Some(settled) = printed_cues(&written, reading) {
            return settled;
        }
        if let Some((edits, count)) = blocks::find(&written.text, reading.cues, keeps) {
            let count = u32::try_from(count).unwrap_or(u32::MAX);
            let mut written = apply(written, edits);
            if !keeps {
                written.warnings.push(Message::new("import-warning-times").with("n", count));
            }
            return (written, Recorded { cues: count, stamps: count });
        }
    }
    let Some((edits, count)) = marks::find(&written.text, &known) else { return (written, Recorded::default()) };
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    let edits = match keeps {
        true => Edits { pieces: Vec::new(), ..edits },
        false => Edits { spoken: Vec::new(), ..edits },
    };
    let mut written = apply(written, edits);
    if count > 0 && !keeps {
        written.warnings.push(Message::new("import-warning-times").with("n", count));
    }
    (written, Recorded { cues: 0, stamps: count })
}

/// A document into which subtitles were printed, as Teams did for some years: a line of times, the name, the words.
fn printed_cues(written: &Written, reading: &Reading) -> Option<Settled> {
    if !written.memos.is_empty() || !written.anchors.is_empty() || !written.text.contains("-->") {
        return None;
    }
    let kind = subtitles::kind(&written.text, "")?;
    let found = subtitles::read(&written.text, kind);
    let mut warnings = written.warnings.clone();
    warnings.extend(bad_lines(&found.bad));
    self::written("", found.cues, warnings, reading.cues).ok()
}
