//! What is selected: a stretch of the source, owned here and not by the laid out rows, so that it outlives
//! scrolling. Its ends are grapheme boundaries; a speaker's hidden label is never half inside.

use super::blocks::Blocks;
use super::ground::{Grain, Ground};
use crate::domain::{CharOffset, CharRange, SourceText};

/// A caret and, where the two differ, a selection between it and where it began.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Select {
    /// What stays selected while the head moves: a point, or a unit of the grain.
    anchor: CharRange,
    /// Where the caret stands.
    head: CharOffset,
    /// What a drag or a shifted click extends by.
    grain: Grain,
}

impl Default for Select {
    fn default() -> Self {
        Self::at(CharOffset::ZERO)
    }
}

impl Select {
    /// A caret without a selection.
    pub(super) const fn at(position: CharOffset) -> Self {
        Self { anchor: CharRange { start: position, end: position }, head: position, grain: Grain::Letter }
    }

    /// A stretch, the caret at its end.
    pub(super) const fn stretch(range: CharRange) -> Self {
        let start = CharRange { start: range.start, end: range.start };
        Self { anchor: start, head: range.end, grain: Grain::Letter }
    }

    /// From a fixed end to wherever the head goes.
    pub(super) const fn from_to(fixed: CharOffset, head: CharOffset) -> Self {
        Self { anchor: CharRange { start: fixed, end: fixed }, head, grain: Grain::Letter }
    }

    /// The unit at a position: the word that was double-clicked, say.
    pub(super) fn unit(ground: &Ground<'_>, grain: Grain, position: CharOffset) -> Self {
        let unit = ground.unit(grain, position);
        Self { anchor: unit, head: unit.end, grain }
    }

    /// Where the caret stands.
    pub(super) const fn head(&self) -> CharOffset {
        self.head
    }

    /// The end that stays where it is while the head moves.
    pub(super) fn fixed(&self) -> CharOffset {
        if self.head < self.anchor.start { self.anchor.end } else { self.anchor.start }
    }

    /// Moves the head to a position or to the far end of the unit there, and leaves the anchor.
    pub(super) fn extend(&mut self, ground: &Ground<'_>, position: CharOffset) {
        if self.grain == Grain::Letter {
            self.head = position;
            return;
        }
        let reached = ground.unit(self.grain, position);
        let is_before = position < self.anchor.start && reached.start < self.anchor.start;
        self.head = if is_before { reached.start } else { reached.end.max(self.anchor.end) };
    }

    /// The selected stretch of the source, or nothing where there is only a caret.
    pub(super) fn range(&self, text: &SourceText, blocks: &Blocks) -> Option<CharRange> {
        let (start, end) = (self.anchor.start.min(self.head), self.anchor.end.max(self.head));
        if start == end {
            return None;
        }
        let snapped = text.snap(CharRange { start, end });
        tidy(snapped, blocks)
    }
}

/// Takes line ends and labels at the two ends of a stretch out of it: a drag that begins behind the last
/// word of a line or ends before the first word of one does not mean them.
pub(super) fn tidy(range: CharRange, blocks: &Blocks) -> Option<CharRange> {
    let list = blocks.list();
    let mut first = blocks.at(range.start);
    let mut last = blocks.at(range.end);
    let mut start = range.start.max(list.get(first)?.words.start);
    let mut end = range.end;
    while first < last && start >= list.get(first)?.words.end {
        first += 1;
        start = list.get(first)?.words.start;
    }
    while last > first && end <= list.get(last)?.words.start {
        last -= 1;
        end = list.get(last)?.words.end;
    }
    let end = end.min(list.get(last)?.words.end);
    (start < end).then_some(CharRange { start, end })
}

#[cfg(test)]
mod tests {
    use super::super::ground::tests::{Talk, talk};
    use super::*;
    use proptest::prelude::*;

    fn selected<'a>(talk: &'a Talk, select: &Select) -> Option<&'a str> {
        select.range(&talk.text, &talk.blocks).and_then(|range| talk.text.slice(range))
    }

    #[test]
    fn a_selection_takes_whole_clusters_and_no_loose_label() {
        let talk = talk();
        let hand = talk.find("🙏").start;
        let inside = CharOffset::new(hand.get() + 1);
        assert_eq!(selected(&talk, &Select::from_to(hand, inside)), Some("🙏🏽"));
        // From behind the question to before the second answer: the first answer alone.
        let (question, second) = (talk.blocks.list()[0].words.end, talk.blocks.list()[2].words.start);
        let expected = Some("Baik 🙏🏽, terima kasih.");
        assert_eq!(selected(&talk, &Select::from_to(question, second)), expected);
        assert_eq!(selected(&talk, &Select::from_to(second, question)), expected);
        // Across turns the words are the source's, labels between them included.
        let across = Select::from_to(talk.find("kasih").start, talk.find("Sila").end);
        assert_eq!(selected(&talk, &across), Some("kasih.\nKS: Sila"));
        assert_eq!(selected(&talk, &Select::at(hand)), None);
    }

    #[test]
    fn words_and_turns_grow_by_their_kind() {
        let talk = talk();
        let mut word = Select::unit(&talk.ground(), Grain::Word, talk.find("erima").start);
        assert_eq!(selected(&talk, &word), Some("terima"));
        word.extend(&talk.ground(), talk.find("asih").start);
        assert_eq!(selected(&talk, &word), Some("terima kasih"));
        word.extend(&talk.ground(), talk.find("aik").start);
        assert_eq!(selected(&talk, &word), Some("Baik 🙏🏽, terima"));
        assert_eq!(word.fixed(), talk.find("terima").end);
        let turn = Select::unit(&talk.ground(), Grain::Turn, talk.find("terima").start);
        assert_eq!(selected(&talk, &turn), Some("Baik 🙏🏽, terima kasih."));
    }

    proptest! {
        /// Whatever the two ends, what is selected is whole clusters of displayed words.
        #[test]
        fn every_selection_is_tidy(a in 0_u32..60, b in 0_u32..60) {
            let talk = talk();
            let (text, blocks) = (&talk.text, &talk.blocks);
            let clip = |at: u32| CharOffset::new(at.min(text.len()));
            if let Some(range) = Select::from_to(clip(a), clip(b)).range(text, blocks) {
                prop_assert_eq!(text.snap(range), range);
                let (first, last) = (blocks.at(range.start), blocks.at(range.end));
                prop_assert!(range.start >= blocks.list()[first].words.start);
                prop_assert!(range.end <= blocks.list()[last].words.end);
            }
        }
    }
}
