//! Turns follow a corrected text. Where a file is read anew its turns are those that the reader finds, and who speaks is
//! what was decided about each turn, else about its label; where words were typed anew every turn follows its words.

use super::{Version, labels};
use crate::domain::{CharRange, GroupId, InformantId, Label, Source, Turn, TurnKind};
use crate::import::{ParsedSource, ParsedTurn};
use crate::project::import_source::{group_of, informant, turn};
use crate::project::transact::Work;
use crate::project::{Error, ImportOptions};
use std::collections::{HashMap, HashSet};

/// The turns with what is theirs in the new text; those of which nothing is left are not among them.
fn carried(turns: Vec<Turn>, version: &Version<'_>) -> Vec<Turn> {
    let mut last = 0;
    let mut all = Vec::with_capacity(turns.len());
    for turn in turns {
        let grown = version.change.grown(turn.range, version.to);
        let start = version.change.start(turn.range.start).get().clamp(last, grown.end.get().max(last));
        let range = CharRange::new(start, grown.end.get().max(start));
        let words = version.change.grown(turn.words, version.to);
        let clip = |at: u32| at.clamp(range.start.get(), range.end.get());
        // A turn without a label begins with its words.
        let words_start = if turn.words.start == turn.range.start { start } else { clip(words.start.get()) };
        let words = CharRange::new(words_start, clip(words.end.get()).max(words_start));
        if version.to.slice(range).is_none_or(|words| words.trim().is_empty()) {
            continue;
        }
        last = range.end.get();
        all.push(Turn { range, words, ..turn });
    }
    all
}

/// Has every turn follow its words; labels that stand in what is new, at `edited` in the new text, begin turns of their
/// own.
pub(super) fn follow(work: &Work<'_>, source: &Source, version: &Version<'_>, edited: CharRange) -> Result<(), Error> {
    let before = work.db.turns(source.id)?;
    let after = carried(before.clone(), version);
    let after = labels::read(work, source, version, edited, &before, after)?;
    write(work, source, &before, &after)
}

/// Takes the turns that the reader found. One that stands where a turn of its label stood is that turn still.
pub(super) fn read_anew(
    work: &Work<'_>,
    source: &Source,
    version: &Version<'_>,
    parsed: &ParsedSource,
    options: &ImportOptions,
) -> Result<(), Error> {
    let before = work.db.turns(source.id)?;
    if parsed.turns.is_empty() {
        let after = carried(before.clone(), version);
        return write(work, source, &before, &after);
    }
    let standing = carried(before.clone(), version);
    let by_label = decided(&before);
    let group = options.group.as_deref().map(|key| group_of(work.study, key)).transpose()?;
    let mut informants: HashMap<usize, Option<InformantId>> = HashMap::new();
    let mut after = Vec::with_capacity(parsed.turns.len());
    let (mut from, mut end) = (0, version.to.range().start);
    for (number, found) in parsed.turns.iter().enumerate() {
        let nobodys = ParsedTurn { speaker: None, ..found.clone() };
        let mut made = turn(&nobodys, version.to, end, &[])
            .ok_or_else(|| Error::Turn { file: source.original_name.clone(), turn: number + 1 })?;
        end = made.range.end;
        from += standing[from..].iter().take_while(|turn| turn.range.end <= made.range.start).count();
        let same = standing[from..].iter().take_while(|turn| turn.range.start < made.range.end).position(|turn| {
            let is_bare = made.label.is_empty();
            Label::key(&turn.label) == Label::key(&made.label)
                && (!is_bare || (turn.kind == TurnKind::Question) == (made.kind == TurnKind::Question))
        });
        if let Some(at) = same {
            let known = &standing[from + at];
            (made.id, made.informant, made.kind) = (known.id, known.informant, known.kind);
            from += at + 1;
        } else if let Some((informant, kind)) = by_label.get(&Label::key(&made.label)) {
            (made.informant, made.kind) = (*informant, *kind);
        } else {
            made.informant = speaker(work, found, parsed, group, options, &mut informants)?;
        }
        after.push(made);
    }
    write(work, source, &before, &after)
}

/// Who speaks in a turn whose label is new.
pub(super) fn speaker(
    work: &Work<'_>,
    found: &ParsedTurn,
    parsed: &ParsedSource,
    group: Option<GroupId>,
    options: &ImportOptions,
    known: &mut HashMap<usize, Option<InformantId>>,
) -> Result<Option<InformantId>, Error> {
    let Some((at, speaker)) = found.speaker.and_then(|at| Some((at, parsed.speakers.get(at)?))) else {
        return Ok(None);
    };
    if let Some(informant) = known.get(&at) {
        return Ok(*informant);
    }
    let made = informant(work, speaker, group, &options.people)?;
    known.insert(at, made);
    Ok(made)
}

/// Who speaks in a turn, and what it is.
type Decided = (Option<InformantId>, TurnKind);

/// What was decided about the labels of a source: what most of the turns of each are.
pub(super) fn decided(turns: &[Turn]) -> HashMap<String, Decided> {
    let mut counts: HashMap<String, Vec<(Decided, usize)>> = HashMap::new();
    for turn in turns.iter().filter(|turn| !turn.label.trim().is_empty()) {
        let all = counts.entry(Label::key(&turn.label)).or_default();
        match all.iter_mut().find(|(who, _)| *who == (turn.informant, turn.kind)) {
            Some((_, count)) => *count += 1,
            None => all.push(((turn.informant, turn.kind), 1)),
        }
    }
    let most = |all: Vec<(Decided, usize)>| {
        // The first of those that are as many.
        all.into_iter().rev().max_by_key(|(_, count)| *count).map(|(who, _)| who)
    };
    counts.into_iter().filter_map(|(label, all)| Some((label, most(all)?))).collect()
}

fn write(work: &Work<'_>, source: &Source, before: &[Turn], after: &[Turn]) -> Result<(), Error> {
    let known: HashMap<_, &Turn> = before.iter().map(|turn| (turn.id, turn)).collect();
    let kept: HashSet<_> = after.iter().map(|turn| turn.id).collect();
    for turn in before.iter().filter(|turn| !kept.contains(&turn.id)) {
        work.db.remove_turn(turn.id)?;
    }
    let (mut moved, mut new) = (Vec::new(), Vec::new());
    for turn in after {
        match known.get(&turn.id) {
            Some(there) if *there == turn => {}
            Some(there) if (&there.label, there.kind, there.informant) == (&turn.label, turn.kind, turn.informant) => {
                moved.push(turn);
            }
            Some(_) => work.db.set_turn(turn)?,
            None => new.push(turn.clone()),
        }
    }
    work.db.move_turns(&moved)?;
    Ok(work.db.add_turns(source.id, &new)?)
}
