//! What lies between two versions of a text, and where a place of the first one is in the second.
//!
//! A change is a list of stretches that were replaced, in order; what lies between them is retained, character for
//! character. A start sticks right and an end sticks left: what is added at the edge of a passage is not part of it.
//! A word that was corrected counts as the same word, so a passage that begins or ends with it keeps it whole.

mod between;
mod lines;
#[cfg(test)]
mod tests;

#[cfg(test)]
pub(crate) use tests::pieces;

use super::{CharOffset, CharRange, SourceText};
use unicode_segmentation::UnicodeSegmentation;

/// A stretch of the first text and what stands in its place in the second. One of the two may be empty.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Edit {
    /// What was taken out, in code points of the first text.
    pub old: CharRange,
    /// What was put in, in code points of the second.
    pub new: CharRange,
    /// Code points at the start that both have.
    prefix: u32,
    /// Code points at the end that both have; `prefix` and `suffix` do not overlap.
    suffix: u32,
    /// Where words begin and end in what was put in, between `prefix` and `suffix`, both ends among them.
    cuts: Vec<u32>,
}

impl Edit {
    fn new(old: CharRange, new: CharRange, from: &SourceText, to: &SourceText) -> Self {
        let (before, after) = (from.slice(old).unwrap_or_default(), to.slice(new).unwrap_or_default());
        let length = |clusters: &[&str]| {
            clusters.iter().map(|cluster| u32::try_from(cluster.chars().count()).unwrap_or(u32::MAX)).sum()
        };
        let (before, after): (Vec<&str>, Vec<&str>) =
            (before.graphemes(true).collect(), after.graphemes(true).collect());
        let least = before.len().min(after.len());
        let same = before.iter().zip(&after).take_while(|(a, b)| a == b).count();
        let back = before.iter().rev().zip(after.iter().rev()).take(least - same).take_while(|(a, b)| a == b).count();
        let (prefix, suffix) = (length(&before[..same]), length(&before[before.len() - back..]));
        let middle = CharRange::new(new.start.get() + prefix, new.end.get() - suffix);
        let mut cuts = vec![middle.start.get()];
        for word in to.slice(middle).unwrap_or_default().split_word_bounds() {
            let end = cuts.last().copied().unwrap_or_default() + u32::try_from(word.chars().count()).unwrap_or(0);
            cuts.push(end);
        }
        Self { old, new, prefix, suffix, cuts }
    }

    /// Where a position between the two ends of what was taken out is now: the same letter where both have it, else the
    /// word that lies as far along.
    fn inside(&self, position: u32) -> u32 {
        let (ahead, behind) = (position - self.old.start.get(), self.old.end.get() - position);
        if ahead <= self.prefix {
            return self.new.start.get() + ahead;
        }
        if behind <= self.suffix {
            return self.new.end.get() - behind;
        }
        let old = u64::from(self.old.len() - self.prefix - self.suffix).max(1);
        let (first, last) = match (self.cuts.first(), self.cuts.last()) {
            (Some(first), Some(last)) => (*first, *last),
            _ => return self.new.end.get(),
        };
        let along = u64::from(ahead - self.prefix) * u64::from(last - first) / old;
        let wanted = first + u32::try_from(along).unwrap_or(0);
        let at = self.cuts.partition_point(|cut| *cut < wanted).min(self.cuts.len() - 1);
        match at.checked_sub(1).map(|before| self.cuts[before]) {
            Some(before) if wanted - before <= self.cuts[at].saturating_sub(wanted) => before,
            _ => self.cuts[at],
        }
    }
}

/// What became of a passage.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Carried {
    /// The same words, here.
    Same(CharRange),
    /// Other words stand in its place, here.
    Changed(CharRange),
    /// None of its words is left.
    Gone,
}

/// How a text became another one.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct TextChange {
    /// In order; something is retained between any two.
    edits: Vec<Edit>,
}

impl TextChange {
    /// The stretches that were replaced, in order.
    pub fn edits(&self) -> &[Edit] {
        &self.edits
    }

    /// Whether the two texts are the same.
    pub fn is_empty(&self) -> bool {
        self.edits.is_empty()
    }

    /// The replacement of one stretch of `from`, which made `to` of it. A word that it begins or ends inside of is
    /// corrected as a whole.
    pub fn of(range: CharRange, from: &SourceText, to: &SourceText) -> Self {
        let (start, end) = (range.start.get(), range.end.get());
        let grown = start + to.len().saturating_sub(from.len() - range.len());
        if start == end && start == grown {
            return Self::default();
        }
        let is_in_word = |text: &SourceText, at: u32| {
            text.slice(CharRange::new(at, at + 1)).is_some_and(|letter| letter.chars().all(char::is_alphanumeric))
        };
        let ends_in_word = |text: &SourceText, end: u32| end > 0 && is_in_word(text, end - 1);
        let (mut before, mut after) = (0, 0);
        if ends_in_word(from, start) && (is_in_word(from, start) || is_in_word(to, start)) {
            before = start - from.word_at(CharOffset::new(start - 1)).start.get();
        }
        if is_in_word(from, end) && (ends_in_word(from, end) || ends_in_word(to, grown)) {
            after = from.word_at(CharOffset::new(end)).end.get() - end;
        }
        let old = CharRange::new(start - before, end + after);
        Self { edits: vec![Edit::new(old, CharRange::new(start - before, grown + after), from, to)] }
    }

    /// The stretches that touch a passage, and whether any lies directly beside it: what was put in at its edge does not
    /// touch it.
    fn touching(&self, range: CharRange) -> (&[Edit], bool) {
        let first = self.edits.partition_point(|edit| edit.old.end <= range.start);
        let behind = self.edits.partition_point(|edit| edit.old.start < range.end).max(first);
        let is_beside = first.checked_sub(1).is_some_and(|at| self.edits[at].old.end == range.start)
            || self.edits.get(behind).is_some_and(|edit| edit.old.start == range.end);
        (&self.edits[first..behind], is_beside)
    }

    /// Where a position is that sticks to what lies before it.
    pub fn end(&self, position: CharOffset) -> CharOffset {
        let before = self.edits.partition_point(|edit| edit.old.start < position);
        self.behind(before, position)
    }

    /// Where a position is that sticks to what lies behind it.
    pub fn start(&self, position: CharOffset) -> CharOffset {
        let before = self.edits.partition_point(|edit| edit.old.start < position || edit.old.end <= position);
        self.behind(before, position)
    }

    fn behind(&self, count: usize, position: CharOffset) -> CharOffset {
        let Some(edit) = count.checked_sub(1).map(|at| &self.edits[at]) else { return position };
        CharOffset::new(if position < edit.old.end {
            edit.inside(position.get())
        } else {
            edit.new.end.get() + (position.get() - edit.old.end.get())
        })
    }

    /// Where a stretch is that holds what was put in at its end, up to the end of the line: words added to a turn belong
    /// to whoever speaks.
    pub fn grown(&self, range: CharRange, to: &SourceText) -> CharRange {
        let (start, end, after) = (self.end(range.start), self.end(range.end), self.start(range.end));
        let added = to.slice(CharRange { start: end, end: after }).unwrap_or_default();
        let added = added.split('\n').next().unwrap_or_default().chars().count();
        let end = CharOffset::new(end.get() + u32::try_from(added).unwrap_or(0));
        CharRange { start, end: end.max(start) }
    }

    /// What became of a passage of `from`, which is whole grapheme clusters and has words.
    pub fn carry(&self, range: CharRange, from: &SourceText, to: &SourceText) -> Carried {
        let (touching, is_beside) = self.touching(range);
        let moved = CharRange { start: self.start(range.start), end: self.end(range.end) };
        if touching.is_empty() && !is_beside {
            return Carried::Same(moved);
        }
        let quote = from.slice(range).unwrap_or_default();
        if moved.end <= moved.start || !self.survives(range, touching, from) {
            return Carried::Gone;
        }
        // What was put in beside a passage may have grown together with its first or last letter.
        let snapped = to.snap(moved);
        let Some(words) = to.slice(snapped) else { return Carried::Gone };
        if words == quote {
            return Carried::Same(snapped);
        }
        let lead = if quote.starts_with(char::is_whitespace) { words } else { words.trim_start() };
        let kept = if quote.ends_with(char::is_whitespace) { lead } else { lead.trim_end() };
        if kept.trim().is_empty() {
            return Carried::Gone;
        }
        let count = |text: &str| u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
        let start = snapped.start.get() + count(words) - count(lead);
        let trimmed = to.snap(CharRange::new(start, start + count(kept)));
        if to.slice(trimmed) == Some(quote) { Carried::Same(trimmed) } else { Carried::Changed(trimmed) }
    }

    /// Whether any word of a passage is left: a letter that was retained, or a correction of nothing but its own words.
    fn survives(&self, range: CharRange, touching: &[Edit], from: &SourceText) -> bool {
        let quote = from.slice(range).unwrap_or_default();
        let has_letters = quote.chars().any(char::is_alphanumeric);
        let is_word = |start: CharOffset, end: CharOffset| {
            start < end
                && from
                    .slice(CharRange { start, end })
                    .unwrap_or_default()
                    .chars()
                    .any(|letter| if has_letters { letter.is_alphanumeric() } else { !letter.is_whitespace() })
        };
        let mut at = range.start;
        for edit in touching {
            let middle = CharRange::new(edit.old.start.get() + edit.prefix, edit.old.end.get() - edit.suffix);
            if is_word(at, middle.start.min(range.end)) {
                return true;
            }
            at = at.max(middle.end);
        }
        is_word(at, range.end)
            || touching.iter().all(|edit| {
                !edit.new.is_empty() && !is_word(edit.old.start, range.start) && !is_word(range.end, edit.old.end)
            })
    }
}
