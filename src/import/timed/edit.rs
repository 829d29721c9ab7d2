//! Changes to a text that was read, made all at once: pieces are replaced, and whatever points into the text
//! (comments, notes, rows of tables) points to the same words behind it.

use crate::domain::{Anchor, AnchorKind, CharOffset, CharRange};
use crate::import::layout::Row;
use crate::import::written::Written;
use std::ops::Range;

/// What is to be changed. All places are bytes of the text as it was.
#[derive(Debug, Default)]
pub struct Edits {
    /// Pieces and what stands in their place, in order; they do not overlap.
    pub pieces: Vec<(Range<usize>, &'static str)>,
    /// Places that get a time, in order: where, and milliseconds.
    pub times: Vec<(usize, u64)>,
    /// Lines that are somebody's: label and words.
    pub told: Vec<(Range<usize>, Range<usize>)>,
    /// What of a line is spoken where a time stands before it.
    pub spoken: Vec<Range<usize>>,
    /// Lines that are nobody's words.
    pub silent: Vec<Range<usize>>,
}

/// Where the bytes of the old text stand in the new one.
struct Map<'e> {
    pieces: &'e [(Range<usize>, &'static str)],
    /// How much longer the text has become behind each piece; may be negative.
    moved: Vec<isize>,
}

impl<'e> Map<'e> {
    fn of(pieces: &'e [(Range<usize>, &'static str)]) -> Self {
        let mut all = 0_isize;
        let moved = pieces.iter().map(|(range, new)| {
            all = all.saturating_add_unsigned(new.len()).saturating_sub_unsigned(range.len());
            all
        });
        Self { moved: moved.collect(), pieces }
    }

    /// A byte of the old text in the new one: what was replaced stands behind what replaces it.
    fn at(&self, byte: usize) -> usize {
        let before = self.pieces.partition_point(|(range, _)| range.start < byte);
        let Some(last) = before.checked_sub(1) else { return byte };
        // Within a piece: behind what stands in its place.
        let byte = byte.max(self.pieces[last].0.end);
        byte.saturating_add_signed(self.moved[last])
    }

    fn range(&self, range: &Range<usize>) -> Range<usize> {
        let start = self.at(range.start);
        start..self.at(range.end).max(start)
    }
}

/// Makes the changes.
pub fn apply(written: Written, edits: Edits) -> Written {
    let Written { text: old, layout, memos, anchors, warnings, .. } = written;
    let map = Map::of(&edits.pieces);
    let mut text = String::with_capacity(old.len());
    let mut from = 0;
    for (range, new) in &edits.pieces {
        text.push_str(old.get(from..range.start).unwrap_or_default());
        text.push_str(new);
        from = range.end;
    }
    text.push_str(old.get(from..).unwrap_or_default());

    // Code points of the old text become code points of the new one by way of their bytes.
    let mut letters: Vec<u32> = anchors.iter().map(|anchor| anchor.position.get()).collect();
    letters.extend(memos.iter().flat_map(|memo| [memo.range.start.get(), memo.range.end.get()]));
    letters.sort_unstable();
    letters.dedup();
    let bytes: Vec<usize> = bytes_of(&old, &letters).into_iter().map(|byte| map.at(byte).min(text.len())).collect();
    let moved = letters_of(&text, &bytes);
    let moved = |letter: CharOffset| match letters.binary_search(&letter.get()) {
        Ok(at) => moved.get(at).copied().unwrap_or_default(),
        Err(_) => 0,
    };

    let mut anchors: Vec<Anchor> = anchors
        .into_iter()
        .map(|anchor| Anchor { position: CharOffset::new(moved(anchor.position)), ..anchor })
        .collect();
    let places: Vec<usize> = edits.times.iter().map(|(byte, _)| map.at(*byte).min(text.len())).collect();
    let positions = letters_of(&text, &places);
    let time = |(position, (_, ms)): (u32, &(usize, u64))| Anchor {
        position: CharOffset::new(position),
        kind: AnchorKind::Time,
        value: ms.to_string(),
    };
    anchors.extend(positions.into_iter().zip(&edits.times).map(time));
    anchors.sort_by_key(|anchor| anchor.position);
    // Two times at one place are one: the page of a program and a stamp in it say the same.
    anchors.dedup_by(|next, before| {
        next.kind == AnchorKind::Time && before.kind == AnchorKind::Time && next.position == before.position
    });

    let mut memos = memos;
    for memo in &mut memos {
        let (start, end) = (moved(memo.range.start), moved(memo.range.end));
        memo.range = if end > start { CharRange::new(start, end) } else { near(&text, start) };
    }
    memos.retain(|memo| !memo.range.is_empty());

    let line_start = |byte: usize| text[..byte.min(text.len())].rfind('\n').map_or(0, |end| end + 1);
    let mut layout = layout.moved(&text, |byte| map.at(byte).min(text.len()));
    for (label, words) in &edits.told {
        let (label, words) = (map.range(label), map.range(words));
        layout.put(line_start(label.start), Row { words, label: Some(label), is_told: true, part: None });
    }
    for words in &edits.spoken {
        let words = map.range(words);
        layout.put(line_start(words.start), Row { words, label: None, is_told: false, part: None });
    }
    for line in &edits.silent {
        let start = map.at(line.start).min(text.len());
        layout.put(line_start(start), Row { label: None, words: start..start, is_told: false, part: None });
    }
    Written { text, layout, memos, anchors, warnings, ..Written::default() }
}

/// The bytes at which ascending code points begin.
fn bytes_of(text: &str, letters: &[u32]) -> Vec<usize> {
    let mut all = text.char_indices().map(|(byte, _)| byte).chain(std::iter::once(text.len()));
    let mut next = 0;
    letters
        .iter()
        .map(|letter| {
            let skip = letter.saturating_sub(next);
            next = letter.saturating_add(1);
            all.nth(skip as usize).unwrap_or(text.len())
        })
        .collect()
}

/// The code points that begin at ascending bytes.
fn letters_of(text: &str, bytes: &[usize]) -> Vec<u32> {
    let (mut byte, mut letters) = (0, 0_u32);
    bytes
        .iter()
        .map(|at| {
            let passed = text.get(byte..*at).map_or(0, |passed| passed.chars().count());
            letters = letters.saturating_add(u32::try_from(passed).unwrap_or(u32::MAX));
            byte = byte.max(*at);
            letters
        })
        .collect()
}

/// The visible letter nearest to a place, for a comment on what is gone.
fn near(text: &str, place: u32) -> CharRange {
    let letter = |(at, _): (usize, char)| u32::try_from(at).unwrap_or(u32::MAX);
    let visible = |(_, letter): &(usize, char)| !letter.is_whitespace();
    let behind = text.chars().enumerate().skip(place as usize).find(visible).map(letter);
    let found = behind.or_else(|| text.chars().enumerate().filter(visible).last().map(letter));
    found.map_or(CharRange::new(place, place), |found| CharRange::new(found, found + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::layout::Layout;
    use crate::import::parsed::ParsedMemo;

    #[test]
    fn what_points_into_the_text_moves_with_its_words() {
        let text = "Sé [00:01] satu\ndua [00:02]\ntiga";
        let place = |words: &str| text.find(words).expect("these words");
        let letter = |words: &str| u32::try_from(text[..place(words)].chars().count()).expect("fits");
        let memo = |words: &str, len: u32| ParsedMemo {
            range: CharRange::new(letter(words), letter(words) + len),
            text: words.to_owned(),
        };
        let written = Written {
            text: text.to_owned(),
            layout: Layout::plain(text),
            memos: vec![memo("satu", 4), memo("[00:02]", 7)],
            anchors: vec![Anchor {
                position: CharOffset::new(letter("tiga")),
                kind: AnchorKind::Note,
                value: "1".to_owned(),
            }],
            ..Written::default()
        };
        let pieces = vec![(place("[00:01]")..place("satu"), ""), (place(" [00:02]")..place("\ntiga"), "")];
        let times = vec![(place("[00:01]"), 1000), (place("satu"), 1000), (place("tiga"), 2000)];
        let found = apply(written, Edits { pieces, times, ..Edits::default() });
        assert_eq!(found.text, "Sé satu\ndua\ntiga");
        let said = |range: CharRange| {
            found.text.chars().skip(range.start.get() as usize).take(range.len() as usize).collect::<String>()
        };
        let memos: Vec<String> = found.memos.iter().map(|memo| said(memo.range)).collect();
        assert_eq!(memos, ["satu", "t"]);
        let anchors: Vec<(u32, &str)> =
            found.anchors.iter().map(|anchor| (anchor.position.get(), anchor.value.as_str())).collect();
        assert_eq!(anchors, [(3, "1000"), (12, "1"), (12, "2000")]);
    }

    #[test]
    fn places_of_letters_and_bytes() {
        let text = "aé🙏b";
        assert_eq!(bytes_of(text, &[0, 2, 3, 4, 9]), [0, 3, 7, 8, 8]);
        assert_eq!(letters_of(text, &[0, 3, 7, 8]), [0, 2, 3, 4]);
    }
}
