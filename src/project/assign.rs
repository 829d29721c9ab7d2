//! Whose words they are: a whole source, what stands behind a label, or single turns are given to an informant, to
//! the researcher or to nobody. One step; counts, citations and comparisons follow by themselves.

use super::exports::exports_of;
use super::transact::{Op, Work};
use super::{Error, Landed, Project, clock};
use crate::domain::{InformantId, Label, LabelId, Message, SourceId, Turn, TurnId, TurnKind};
use std::collections::BTreeSet;

/// What is assigned.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Assignment {
    /// Everything that is said in a source and not by the researcher; a text without turns as one turn.
    Source(SourceId),
    /// The turns behind a speaker's label, in one source or in all; in all, imports to come follow.
    Label {
        /// The source; all where none is named.
        source: Option<SourceId>,
        /// The label as it stands in the text, without the colon.
        label: String,
    },
    /// Single turns.
    Turns(Vec<TurnId>),
}

/// To whom.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Speaker {
    /// An informant.
    Informant(InformantId),
    /// The researcher: the words count nowhere.
    Researcher,
    /// Somebody who is neither, or nobody known.
    Other,
}

/// What an assignment has moved.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Assigned {
    /// Turns that have another speaker now.
    pub turns: usize,
    /// Coded segments that cover words of theirs.
    pub segments: usize,
    /// Past exports that hold words of those sources and no longer say who speaks.
    pub exports: usize,
}

impl Project {
    /// Gives words to somebody.
    ///
    /// # Errors
    /// The source, turn or informant is gone, no turn bears the label, the words are locked because of a withdrawal,
    /// or the file refuses. Nothing is moved then.
    pub fn assign(&mut self, what: &Assignment, to: Speaker) -> Result<Landed<Assigned>, Error> {
        self.transact(Op::Assign, |work| {
            let code = match to {
                Speaker::Informant(id) => work.db.informant(id)?.ok_or(Error::NoInformant)?.code,
                Speaker::Researcher | Speaker::Other => String::new(),
            };
            let moving = found(work, what)?;
            refuse_locked(work, &moving)?;
            let (informant, kind) = match to {
                Speaker::Informant(id) => (Some(id), TurnKind::Speech),
                Speaker::Researcher => (None, TurnKind::Question),
                Speaker::Other => (None, TurnKind::Other),
            };
            let mut moved: Vec<(SourceId, Turn)> = Vec::new();
            for (source, turn) in moving {
                // A reflective note is the researcher's already.
                let kind = if kind == TurnKind::Question && is_whole(work, source, &turn) {
                    TurnKind::Reflection
                } else {
                    kind
                };
                if (turn.informant, turn.kind) != (informant, kind) {
                    if informant.is_none() && kind == TurnKind::Other && is_whole(work, source, &turn) {
                        // Back to a text without turns, which belongs to nobody.
                        work.db.remove_turn(turn.id)?;
                    } else {
                        work.db.set_speaker(turn.id, informant, kind)?;
                    }
                    moved.push((source, turn));
                }
            }
            if let Assignment::Source(source) = what
                && let Some(turn) = whole_turn(work, *source, informant, kind)?
            {
                work.db.add_turns(*source, std::slice::from_ref(&turn))?;
                moved.push((*source, turn));
            }
            if let Assignment::Label { source: None, label } = what {
                remember(work, label, kind, informant)?;
            }
            let assigned = measure(work, &moved)?;
            work.describe(sentence(work, what, to, &code, assigned));
            Ok(assigned)
        })
    }
}

/// The turns in question, each with its source.
fn found(work: &Work<'_>, what: &Assignment) -> Result<Vec<(SourceId, Turn)>, Error> {
    let of = |id: SourceId| -> Result<Vec<(SourceId, Turn)>, Error> {
        let at = work.study.source_at(id).ok_or(Error::NoSource)?;
        let turns = work.study.turns.get(at as usize).map_or(&[][..], |turns| turns);
        Ok(turns.iter().map(|turn| (id, turn.clone())).collect())
    };
    match what {
        Assignment::Source(id) => {
            let all = of(*id)?;
            let is_only = all.len() == 1;
            let said = |turn: &Turn| {
                turn.kind == TurnKind::Speech
                    || turn.informant.is_some()
                    || is_only && turn.label.is_empty()
                    || turn.kind == TurnKind::Other && !turn.label.is_empty()
            };
            let said: Vec<_> = all.iter().filter(|(_, turn)| said(turn)).cloned().collect();
            if said.is_empty() && !all.is_empty() {
                let name = work.study.source(*id).map(|source| source.name.clone()).unwrap_or_default();
                return Err(Error::NobodySpeaks { name });
            }
            Ok(said)
        }
        Assignment::Label { source, label } => {
            let wanted = Label::key(label);
            let sources: Vec<SourceId> = match source {
                Some(source) => vec![*source],
                None => work.study.sources.iter().map(|source| source.id).collect(),
            };
            let mut found = Vec::new();
            for source in sources {
                found.extend(of(source)?.into_iter().filter(|(_, turn)| Label::key(&turn.label) == wanted));
            }
            if found.is_empty() || wanted.is_empty() {
                return Err(Error::NoLabel { label: label.clone() });
            }
            Ok(found)
        }
        Assignment::Turns(ids) => {
            let wanted: BTreeSet<TurnId> = ids.iter().copied().collect();
            let all = work.study.sources.iter().zip(&work.study.turns);
            let found: Vec<(SourceId, Turn)> = all
                .flat_map(|(source, turns)| turns.iter().map(|turn| (source.id, turn)))
                .filter(|(_, turn)| wanted.contains(&turn.id))
                .map(|(source, turn)| (source, turn.clone()))
                .collect();
            if found.len() == wanted.len() { Ok(found) } else { Err(Error::NoTurn) }
        }
    }
}

/// Words of somebody who has withdrawn stay theirs: given to another they would be open again.
fn refuse_locked(work: &Work<'_>, moving: &[(SourceId, Turn)]) -> Result<(), Error> {
    for informant in moving.iter().filter_map(|(_, turn)| turn.informant) {
        let found = work.study.informant_at(informant).and_then(|at| work.study.informants.get(at as usize));
        if let Some(informant) = found.filter(|informant| informant.is_withdrawn()) {
            return Err(Error::Withdrawn { code: informant.code.clone() });
        }
    }
    Ok(())
}

/// Whether a turn is the whole text, as an assignment or an import makes it of a text without turns.
fn is_whole(work: &Work<'_>, source: SourceId, turn: &Turn) -> bool {
    let length = work.study.source(source).map_or(0, |source| source.length);
    turn.label.is_empty() && turn.range.start.get() == 0 && turn.range.end.get() == length
}

/// The turn that a text without turns becomes; nothing where it has some, or where nobody speaks in it as before.
fn whole_turn(
    work: &mut Work<'_>,
    id: SourceId,
    informant: Option<InformantId>,
    kind: TurnKind,
) -> Result<Option<Turn>, Error> {
    let at = work.study.source_at(id).ok_or(Error::NoSource)?;
    let has_turns = work.study.turns.get(at as usize).is_some_and(|turns| !turns.is_empty());
    if has_turns || kind == TurnKind::Other {
        return Ok(None);
    }
    let source = work.study.source(id).ok_or(Error::NoSource)?;
    let range = work.texts.get(work.db, source)?.range();
    let kind = if informant.is_some() { TurnKind::Speech } else { TurnKind::Reflection };
    let turn_id = TurnId::from_uuid(clock::new_id());
    Ok(Some(Turn { id: turn_id, range, words: range, label: String::new(), informant, kind }))
}

/// Keeps what a label stands for, for imports to come.
fn remember(work: &Work<'_>, label: &str, kind: TurnKind, informant: Option<InformantId>) -> Result<(), Error> {
    let key = Label::key(label);
    let known = work.study.labels.iter().find(|known| Label::key(&known.label) == key);
    let row = match known {
        Some(known) => Label { kind, informant, ..known.clone() },
        None => {
            let id = LabelId::from_uuid(clock::new_id());
            Label { id, label: label.trim().to_owned(), kind, informant }
        }
    };
    if known != Some(&row) {
        work.db.put_label(&row)?;
    }
    Ok(())
}

fn measure(work: &Work<'_>, moved: &[(SourceId, Turn)]) -> Result<Assigned, Error> {
    let study = work.study;
    let entries = study.all_segments();
    let covers = |entry: &crate::analysis::SegmentEntry| {
        let segment = &entry.segment;
        moved.iter().any(|(source, turn)| *source == segment.source && turn.words.overlaps(segment.range))
    };
    let sources: BTreeSet<SourceId> = moved.iter().map(|(source, _)| *source).collect();
    let sources: Vec<SourceId> = sources.into_iter().collect();
    Ok(Assigned {
        turns: moved.len(),
        segments: entries.filter(|entry| sources.contains(&entry.segment.source)).filter(|entry| covers(entry)).count(),
        exports: exports_of(work, &sources)?,
    })
}

fn sentence(work: &Work<'_>, what: &Assignment, to: Speaker, code: &str, assigned: Assigned) -> Message {
    let named = |id: SourceId| work.study.source(id).map(|source| source.label().to_owned()).unwrap_or_default();
    let key = match (what, to) {
        (Assignment::Turns(_), Speaker::Informant(_)) => "step-assign-turns",
        (Assignment::Turns(_), Speaker::Researcher) => "step-assign-turns-researcher",
        (Assignment::Turns(_), Speaker::Other) => "step-assign-turns-other",
        (_, Speaker::Informant(_)) => "step-assign",
        (_, Speaker::Researcher) => "step-assign-researcher",
        (_, Speaker::Other) => "step-assign-other",
    };
    let what = match what {
        Assignment::Source(id) => named(*id),
        Assignment::Label { source: Some(id), label } => format!("{label} ({})", named(*id)),
        Assignment::Label { source: None, label } => label.clone(),
        Assignment::Turns(_) => String::new(),
    };
    let mut message = Message::new(key);
    if !what.is_empty() {
        message = message.with("what", what);
    }
    if !code.is_empty() {
        message = message.with("name", code);
    }
    message.with("n", assigned.turns).with("segments", assigned.segments).with("exports", assigned.exports)
}
