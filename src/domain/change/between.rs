//! The difference of two texts: first line by line, then word by word within the lines that differ. Both are bounded:
//! the comparison has no clock but gives up looking for the shortest difference where that would take long, and a
//! stretch too large for words stays as it was found line by line.

use super::{Edit, TextChange};
use crate::domain::{CharRange, SourceText};
use imara_diff::{Algorithm, Diff, InternedInput};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes of both texts together up to which lines that differ are compared word by word.
const MOST_FOR_WORDS: usize = 4_000_000;

impl TextChange {
    /// How `from` became `to`. No word is cut in two, and no grapheme cluster.
    pub fn between(from: &SourceText, to: &SourceText) -> Self {
        let mut found = Vec::new();
        let (old, new) = (from.as_str(), to.as_str());
        let lines = |text: &'_ str| -> Vec<Range<usize>> { ranges(text.split_inclusive('\n')) };
        for (before, after) in differing(old, new, &lines(old), &lines(new)) {
            if before.len() + after.len() > MOST_FOR_WORDS || before.is_empty() || after.is_empty() {
                found.push((before, after));
                continue;
            }
            let (a, b) = (&old[before.clone()], &new[after.clone()]);
            let (inner_old, inner_new) = (ranges(a.split_word_bounds()), ranges(b.split_word_bounds()));
            let shifted = |range: Range<usize>, by: usize| range.start + by..range.end + by;
            let inner = differing(a, b, &inner_old, &inner_new);
            found.extend(inner.into_iter().map(|(a, b)| (shifted(a, before.start), shifted(b, after.start))));
        }
        let (mut old_at, mut new_at) = (Counter::new(old), Counter::new(new));
        let places: Vec<(CharRange, CharRange)> =
            found.into_iter().map(|(a, b)| (old_at.range(&a), new_at.range(&b))).collect();
        Self { edits: joined(places).into_iter().map(|(a, b)| Edit::new(a, b, from, to)).collect() }
    }
}

/// Byte ranges of the pieces of a text that follow each other without a gap.
fn ranges<'a>(pieces: impl Iterator<Item = &'a str>) -> Vec<Range<usize>> {
    let mut at = 0;
    pieces
        .map(|piece| {
            let range = at..at + piece.len();
            at = range.end;
            range
        })
        .collect()
}

/// The stretches in which two texts differ, in bytes, compared piece by piece.
fn differing(
    old: &str,
    new: &str,
    before: &[Range<usize>],
    after: &[Range<usize>],
) -> Vec<(Range<usize>, Range<usize>)> {
    let mut input: InternedInput<&str> = InternedInput::default();
    input.update_before(before.iter().map(|range| &old[range.clone()]));
    input.update_after(after.iter().map(|range| &new[range.clone()]));
    let mut diff = Diff::compute(Algorithm::Histogram, &input);
    diff.postprocess_no_heuristic(&input);
    let bytes = |pieces: &[Range<usize>], some: Range<u32>, length: usize| {
        let start = |at: u32| pieces.get(at as usize).map_or(length, |piece| piece.start);
        start(some.start)..start(some.end)
    };
    diff.hunks().map(|hunk| (bytes(before, hunk.before, old.len()), bytes(after, hunk.after, new.len()))).collect()
}

/// Stretches with those that touch made one.
fn joined(places: Vec<(CharRange, CharRange)>) -> Vec<(CharRange, CharRange)> {
    let mut joined: Vec<(CharRange, CharRange)> = Vec::with_capacity(places.len());
    for (old, new) in places {
        match joined.last_mut() {
            Some((before, after)) if before.end == old.start => {
                before.end = old.end;
                after.end = new.end;
            }
            _ => joined.push((old, new)),
        }
    }
    joined
}

/// Counts code points up to ascending bytes, each letter once.
struct Counter<'a> {
    text: &'a str,
    byte: usize,
    chars: u32,
}

impl<'a> Counter<'a> {
    const fn new(text: &'a str) -> Self {
        Self { text, byte: 0, chars: 0 }
    }

    fn to(&mut self, byte: usize) -> u32 {
        self.chars += u32::try_from(self.text[self.byte..byte].chars().count()).unwrap_or(u32::MAX);
        self.byte = byte;
        self.chars
    }

    fn range(&mut self, bytes: &Range<usize>) -> CharRange {
        CharRange::new(self.to(bytes.start), self.to(bytes.end))
    }
}
