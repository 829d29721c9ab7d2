//! A label typed at the start of a line begins a turn, as it would if the file were read anew; one typed over another
//! gives the turn to somebody else; one that was taken away joins its turn to the one before. Only turns that begin on
//! the lines in hand are touched: what was decided about all others stays.

use super::Version;
use super::turns::{decided, speaker};
use crate::domain::{CharOffset, CharRange, Label, Source, Turn, TurnKind};
use crate::import::{self, Encoding, LabelRule, ParsedSource, Questions, Reading, Times};
use crate::project::import_source::{label_rules, turn};
use crate::project::transact::Work;
use crate::project::{Error, ImportOptions};
use std::collections::HashMap;

/// The turns `after` a correction that put something new at `edited` (a place of the new text), with those that its
/// labels begin, change or no longer begin. `before` are the turns as they were.
pub(super) fn read(
    work: &Work<'_>,
    source: &Source,
    version: &Version<'_>,
    edited: CharRange,
    before: &[Turn],
    after: Vec<Turn>,
) -> Result<Vec<Turn>, Error> {
    let lines = touched(version, edited);
    let begins = |at: CharOffset| lines.start <= at && at <= lines.end;
    let text = version.to;
    let has_lost_label = |turn: &Turn| {
        let label = CharRange { start: turn.range.start, end: turn.words.start };
        begins(turn.range.start)
            && !turn.label.is_empty()
            && !text.slice(label).unwrap_or_default().contains(turn.label.as_str())
    };
    // Most corrections are far from any label, and reading a long text anew takes its time.
    let mut labelled = text.slice(lines).unwrap_or_default().lines().map(import::label_length);
    let is_reached =
        |length: Option<u32>| length.is_some_and(|length| lines.start.get() + length >= edited.start.get());
    let is_new = is_reached(labelled.next().flatten()) || labelled.any(|length| length.is_some());
    if !is_new && !after.iter().any(has_lost_label) {
        return Ok(after);
    }
    let by_label = decided(before);
    let Some(parsed) = parsed(work, source, text.as_str(), before) else { return Ok(after) };
    let found = parsed.turns.iter().filter(|found| begins(found.range.start) && !found.label.is_empty());
    let found: HashMap<CharOffset, _> = found.map(|found| (found.range.start, found)).collect();
    let mut turns: Vec<Turn> = Vec::with_capacity(after.len() + found.len());
    for turn in after {
        let is_anothers =
            found.get(&turn.range.start).is_some_and(|new| Label::key(&new.label) != Label::key(&turn.label));
        match turns.last_mut() {
            // Its label is gone: its words go on with what was said before.
            Some(last) if has_lost_label(&turn) && !found.contains_key(&turn.range.start) => {
                last.range.end = turn.range.end;
                last.words.end = turn.words.end;
            }
            _ if is_anothers => turns.push(Turn { label: String::new(), ..turn }),
            _ => turns.push(turn),
        }
    }
    let mut informants = HashMap::new();
    let mut starts: Vec<CharOffset> = found.keys().copied().collect();
    starts.sort_unstable();
    for start in starts {
        let Some(found) = found.get(&start) else { continue };
        let place = turns.partition_point(|turn| turn.range.end <= start);
        let here = turns.get(place).filter(|turn| turn.range.start <= start);
        if here.is_some_and(|turn| turn.range.start == start && Label::key(&turn.label) == Label::key(&found.label)) {
            continue;
        }
        // It goes on to the end of the turn that it divides; where there is none, as far as it was read.
        let next =
            turns.get(place).filter(|turn| turn.range.start > start).map_or(text.range().end, |turn| turn.range.start);
        let end = here.map_or(found.range.end.min(next), |turn| turn.range.end);
        let nobodys = import::ParsedTurn {
            speaker: None,
            range: CharRange { end, ..found.range },
            words: CharRange { start: found.words.start.min(end), end },
            ..(*found).clone()
        };
        let Some(mut made) = turn(&nobodys, text, CharOffset::ZERO, &[]) else { continue };
        match by_label.get(&Label::key(&made.label)) {
            Some((informant, kind)) => (made.informant, made.kind) = (*informant, *kind),
            None => {
                let options = ImportOptions::default();
                made.informant = speaker(work, found, &parsed, None, &options, &mut informants)?;
            }
        }
        match here.is_some() {
            true if turns[place].range.start == start => turns[place] = Turn { id: turns[place].id, ..made },
            true => {
                let divided = &mut turns[place];
                let cut = trimmed(version, CharRange { end: start, ..divided.range });
                divided.range.end = cut;
                divided.words.start = divided.words.start.min(cut);
                divided.words.end = cut;
                turns.insert(place + 1, made);
            }
            false => turns.insert(place, made),
        }
    }
    Ok(turns)
}

/// The whole lines on which a label may be new: those that the edit begins on or reaches.
fn touched(version: &Version<'_>, edited: CharRange) -> CharRange {
    let line = |at: CharOffset| version.to.line_range(version.to.line_of(at)).unwrap_or(edited);
    CharRange { start: line(edited.start).start, end: line(edited.end).end.max(edited.end) }
}

/// Where the last visible letter of a range ends.
fn trimmed(version: &Version<'_>, range: CharRange) -> CharOffset {
    let words = version.to.slice(range).unwrap_or_default();
    let blank = words.chars().rev().take_while(|letter| letter.is_whitespace()).count();
    CharOffset::new(range.end.get().saturating_sub(u32::try_from(blank).unwrap_or(0)))
}

/// The text as an importer reads it that knows what was decided about the labels of the source.
fn parsed(work: &Work<'_>, source: &Source, text: &str, before: &[Turn]) -> Option<ParsedSource> {
    let code = |turn: &Turn| {
        let found = work.study.informant_at(turn.informant?)?;
        work.study.informants.get(found as usize).map(|informant| informant.code.clone())
    };
    let mut labels = label_rules(work.study);
    for turn in before.iter().filter(|turn| !turn.label.trim().is_empty()) {
        let informant = code(turn);
        // Speech of nobody would be a label of nobody.
        if (turn.kind != TurnKind::Speech || informant.is_some())
            && !labels.iter().any(|rule| rule.is_about(&turn.label))
        {
            let rule = LabelRule::new(&turn.label, turn.kind, informant.as_deref());
            labels.push(LabelRule { is_remembered: true, ..rule });
        }
    }
    let reading = Reading {
        encoding: Some(Encoding::UTF_8),
        technique: Some(source.technique),
        labels,
        times: Times::Keep,
        questions: Questions::Keep,
        ..Reading::default()
    };
    let parsed = import::read(&format!("{}.txt", source.name), text.as_bytes().to_vec(), &reading).ok()?;
    // A text that would be read as something else than it is has other places.
    (parsed.text == text).then_some(parsed)
}
