//! What is known of sources is written anew: names, technique, date, place, notes; and whoever codes says that one is
//! done.

use super::code::source_label;
use super::transact::{Op, Work};
use super::{Error, Landed, Project, clock};
use crate::domain::{Date, Message, Progress, ProgressId, Source, SourceId, Technique};

/// New facts of a source. What is nothing stays as it is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SourceFacts {
    /// The name; of one source at a time, because no two share one.
    pub name: Option<String>,
    /// The short code; likewise of one source at a time.
    pub short: Option<String>,
    /// What it is in a few words.
    pub description: Option<String>,
    /// How it was collected.
    pub technique: Option<Technique>,
    /// When; `Some(None)` takes the date away.
    pub date: Option<Option<Date>>,
    /// Where.
    pub place: Option<String>,
    /// The circumstances.
    pub setting: Option<String>,
    /// The researcher's note.
    pub note: Option<String>,
}

impl Project {
    /// Writes facts of sources anew, all in one step.
    ///
    /// # Errors
    /// A source that is gone, a name that is empty or another source's, one name for several sources, or the file
    /// refuses. Nothing is changed then.
    pub fn describe_sources(&mut self, sources: &[SourceId], facts: &SourceFacts) -> Result<Landed<()>, Error> {
        self.transact(Op::DescribeSource, |work| {
            let names_one = facts.name.is_some() || facts.short.as_deref().is_some_and(|short| !short.is_empty());
            if names_one && sources.len() > 1 {
                return Err(Error::OneName { count: sources.len() });
            }
            let mut changed: Vec<(Source, Source)> = Vec::new();
            for id in sources {
                if changed.iter().any(|(_, after)| after.id == *id) {
                    continue;
                }
                let before = work.db.source(*id)?.ok_or(Error::NoSource)?;
                let after = described(&before, facts);
                if after.name.is_empty() {
                    return Err(Error::NamelessSource);
                }
                if after.name != before.name && work.db.has_source_named(&after.name)? {
                    return Err(Error::NameTaken { name: after.name });
                }
                if after != before {
                    work.db.set_source(&after)?;
                    changed.push((before, after));
                }
            }
            if let Some(sentence) = sentence(&changed) {
                work.describe(sentence);
            }
            Ok(())
        })
    }

    /// Whoever acts says that sources are done, or that they are not, all in one step.
    ///
    /// # Errors
    /// A source that is gone, a coder without a name, or the file refuses.
    pub fn mark_done(&mut self, sources: &[SourceId], is_done: bool) -> Result<Landed<()>, Error> {
        self.transact(Op::MarkDone, |work| {
            let mut changed = Vec::new();
            for id in sources {
                work.db.source(*id)?.ok_or(Error::NoSource)?;
                if mark(work, *id, is_done)? && !changed.contains(id) {
                    changed.push(*id);
                }
            }
            let key = if is_done { "step-source-done" } else { "step-source-not-done" };
            let message = Message::new(key).with("n", changed.len());
            work.describe(match changed.first() {
                Some(first) => message.with("source", source_label(work.study, *first)),
                None => message.with("source", ""),
            });
            Ok(())
        })
    }
}

/// Marks one source; whether that changed anything.
fn mark(work: &Work<'_>, source: SourceId, is_finished: bool) -> Result<bool, Error> {
    let mine = work.acting()?;
    let is_marked = mine.is_some_and(|coder| work.study.is_done_by(source, coder));
    if is_marked == is_finished {
        return Ok(false);
    }
    let coder = match mine {
        Some(coder) => coder,
        None => work.coder(None)?,
    };
    let id = ProgressId::from_uuid(clock::new_id());
    work.db.put_progress(id, &Progress { source, coder, is_finished })?;
    Ok(true)
}

fn described(before: &Source, facts: &SourceFacts) -> Source {
    let line = |new: &Option<String>, old: &String| new.as_deref().map_or_else(|| old.clone(), on_one_line);
    Source {
        name: line(&facts.name, &before.name),
        short: line(&facts.short, &before.short),
        description: line(&facts.description, &before.description),
        technique: facts.technique.unwrap_or(before.technique),
        date: facts.date.unwrap_or(before.date),
        place: line(&facts.place, &before.place),
        setting: line(&facts.setting, &before.setting),
        note: facts.note.as_deref().map_or_else(|| before.note.clone(), whole),
        ..before.clone()
    }
}

/// Words for a field of one line.
fn on_one_line(words: &str) -> String {
    let flat = words.replace(|letter: char| letter.is_control(), " ");
    flat.trim().to_owned()
}

/// Words for a field of several lines.
fn whole(words: &str) -> String {
    // SQLite's text functions stop at U+0000.
    words.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{FFFD}").trim_end().to_owned()
}

/// What the step did, in one sentence; nothing where all was so already.
fn sentence(changed: &[(Source, Source)]) -> Option<Message> {
    let (before, after) = changed.first()?;
    let fields = differing(before, after);
    if let ([_], ["name"]) = (changed, fields.as_slice()) {
        let message = Message::new("step-source-rename").with("before", before.name.as_str());
        return Some(message.with("after", after.name.as_str()));
    }
    let is_same = changed.iter().all(|(before, after)| differing(before, after) == fields);
    let field = match fields.as_slice() {
        [field] if is_same => *field,
        _ => "several",
    };
    Some(
        Message::new("step-source-describe")
            .with("field", field)
            .with("n", changed.len())
            .with("source", before.label().to_owned()),
    )
}

fn differing(before: &Source, after: &Source) -> Vec<&'static str> {
    let fields = [
        ("name", before.name != after.name),
        ("short", before.short != after.short),
        ("description", before.description != after.description),
        ("technique", before.technique != after.technique),
        ("date", before.date != after.date),
        ("place", before.place != after.place),
        ("setting", before.setting != after.setting),
        ("note", before.note != after.note),
    ];
    fields.iter().filter(|(_, differs)| *differs).map(|(name, _)| *name).collect()
}
