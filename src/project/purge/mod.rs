//! Words of somebody who has withdrawn are removed for good: from rows, history, texts, originals and backups. What
//! undo takes back everywhere else it does not take back here, so the informant's code has to be typed.

mod occurrences;
mod words;

pub use occurrences::Occurrence;

use super::backup::{self, Why};
use super::original::forget_originals;
use super::texts::{PAINT, Texts, painted_over};
use super::transact::{Op, Work};
use super::{Error, Landed, Project, data_folder};
use crate::domain::{CharRange, Informant, InformantId, Message, Say, SourceId, SourceText, Turn, TurnKind};
use crate::task::Watch;
use std::path::{Path, PathBuf};
use words::Words;

/// What a purge has removed, and what it could not reach.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Purged {
    /// Sources that went whole.
    pub sources: usize,
    /// Sources in which others speak too: their words were painted over.
    pub painted: usize,
    /// Segments that lay wholly within their words.
    pub segments: usize,
    /// Texts of the researcher from which their words were taken.
    pub texts: usize,
    /// Old backups that were removed.
    pub backups: usize,
    /// Copies of this project that lie where the user has put them; they still hold the words.
    pub copies: Vec<PathBuf>,
    /// Whether something is left until every window on this project is closed, or could not be removed.
    pub is_unfinished: bool,
}

impl Project {
    /// Removes the words of an informant who has withdrawn for good; `typed` is the code, typed to confirm it.
    ///
    /// # Errors
    /// The informant is gone or has not withdrawn, what was typed is not the code, or the file refuses. Nothing is
    /// removed then.
    pub fn purge(&mut self, id: InformantId, typed: &str) -> Result<Landed<Purged>, Error> {
        let mut theirs = Words::default();
        let landed = self.transact(Op::Purge, |work| {
            let informant = work.db.informant(id)?.ok_or(Error::NoInformant)?;
            if !informant.is_withdrawn() {
                return Err(Error::NotWithdrawn { code: informant.code });
            }
            if typed.trim() != informant.code {
                return Err(Error::NotConfirmed { code: informant.code, typed: typed.to_owned() });
            }
            let (purged, words) = remove(work, &informant)?;
            theirs = words;
            work.describe(Message::new("step-purge").with("name", informant.code));
            Ok(purged)
        })?;
        let mut landed = landed;
        self.texts = Texts::default();
        // The words are out of the project from here on; what follows removes what lies beside it.
        landed.value.is_unfinished = !self.sweep(&theirs, &mut landed.value);
        Ok(landed)
    }

    /// Removes what lies beside the rows: gaps in the file, the log, backups, drafts. Whether all of it went.
    fn sweep(&mut self, theirs: &Words, purged: &mut Purged) -> bool {
        let is_laid_out = !forget_originals();
        let is_empty = self.db.vacuum().unwrap_or_else(|error| {
            log::warn!("after a purge: {}", error.mark());
            false
        });
        let (removed, mut is_all) = backup::remove_all(self.study.project.id);
        purged.backups = removed;
        if let Err(error) = backup::back_up(self.path(), Why::Asked, &Watch::new()) {
            // Without one there is nothing to go back to, but nothing of theirs either.
            log::warn!("no backup after a purge: {}", error.mark());
        }
        if let Some(folder) = data_folder() {
            let drafts = folder.join("drafts").join(self.study.project.id.to_string());
            is_all &= clean_drafts(&drafts, theirs);
        }
        purged.copies = occurrences::copies(self);
        is_empty && is_all && !is_laid_out
    }

    /// Finishes a purge after which the program was ended before its backups were gone: those that are older go.
    pub(super) fn finish_purge(&mut self) {
        if self.is_read_only() {
            return;
        }
        match self.db.last_purge() {
            Ok(Some(step)) => backup::remove_before(self.study.project.id, step),
            Ok(None) => {}
            Err(error) => log::warn!("looking for a purge: {}", error.mark()),
        }
    }
}

/// Whether only this informant, and the researcher, speaks in a text.
fn is_theirs_alone(turns: &[Turn], id: InformantId) -> bool {
    turns.iter().all(|turn| match turn.informant {
        Some(other) => other == id,
        None => matches!(turn.kind, TurnKind::Question | TurnKind::Reflection),
    })
}

/// The sources that hold words of an informant, with their turns.
fn sources_of(study: &crate::analysis::Study, id: InformantId) -> Vec<(SourceId, Vec<Turn>)> {
    let all = study.sources.iter().zip(&study.turns);
    let speaking = all.filter(|(_, turns)| turns.iter().any(|turn| turn.informant == Some(id)));
    speaking.map(|(source, turns)| (source.id, turns.to_vec())).collect()
}

/// What they said, turn by turn.
fn words_of(work: &Work<'_>, id: InformantId) -> Result<Words, Error> {
    let mut words = Words::default();
    for (source, turns) in sources_of(work.study, id) {
        let text = SourceText::new(work.db.text_of(source)?.ok_or(Error::NoSource)?);
        for turn in turns.iter().filter(|turn| turn.informant == Some(id)) {
            words.add(text.slice(turn.words).unwrap_or_default());
        }
    }
    Ok(words)
}

fn remove(work: &mut Work<'_>, informant: &Informant) -> Result<(Purged, Words), Error> {
    let words = words_of(work, informant.id)?;
    let mut purged = Purged::default();
    let mut touched = Vec::new();
    for (source, turns) in sources_of(work.study, informant.id) {
        touched.push(source);
        if is_theirs_alone(&turns, informant.id) {
            work.db.remove_source(source)?;
            purged.sources += 1;
        } else {
            purged.segments += paint(work, source, &turns, informant.id)?;
            purged.painted += 1;
        }
    }
    work.db.outdate_exports(&touched)?;
    // With it go its memo, values, labels, and what was noted on it.
    work.db.remove_informant(informant.id)?;
    let without = |text: &str| words.without(text);
    let written = work.db.written_with(&without)?;
    purged.texts = written.len();
    for (place, rest) in written {
        work.db.rewrite(&place, &rest)?;
    }
    work.db.drop_unused_texts()?;
    work.db.forget_rows(work.db.step_in_hand()?, &without)?;
    Ok((purged, words))
}

/// Paints their words over in a text in which others speak too. Every other segment keeps its place; those that hold
/// nothing else go. How many went.
fn paint(work: &Work<'_>, source: SourceId, turns: &[Turn], id: InformantId) -> Result<usize, Error> {
    let text = SourceText::new(work.db.text_of(source)?.ok_or(Error::NoSource)?);
    let of_theirs = || turns.iter().filter(|turn| turn.informant == Some(id));
    let mut ranges: Vec<CharRange> = of_theirs().map(|turn| turn.words).collect();
    ranges.sort_by_key(|range| range.start);
    let painted = painted_over(&text, &ranges);
    let whole: Vec<CharRange> = of_theirs().map(|turn| turn.range).collect();
    let revision = work.db.replace_text(source, &painted)?;
    let mut gone = 0;
    for segment in work.db.segments_of(source)? {
        let quote = painted.slice(segment.range).unwrap_or_default();
        let letters = (segment.range.start.get()..).zip(quote.chars());
        let mut others = letters.filter(|(at, letter)| {
            let is_inside = whole.iter().any(|range| range.start.get() <= *at && *at < range.end.get());
            !letter.is_whitespace() && *letter != PAINT && !is_inside
        });
        if others.next().is_none() {
            work.db.remove_segment(&segment)?;
            gone += 1;
        } else {
            work.db.cut_anew(&segment, revision, quote)?;
        }
    }
    Ok(gone)
}

/// Takes their words out of what was being typed. Whether it could.
fn clean_drafts(folder: &Path, theirs: &Words) -> bool {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut is_clean = true;
    for entry in entries.filter(|entry| entry.path().extension().is_some_and(|end| end == "json")) {
        let Ok(text) = std::fs::read_to_string(entry.path()) else { continue };
        // A file that holds some of it goes whole: what was typed and not saved is theirs in part.
        if theirs.without(&text).is_some()
            && let Err(error) = std::fs::remove_file(entry.path())
        {
            log::warn!("a draft stays: {}", error.kind());
            is_clean = false;
        }
    }
    is_clean
}
