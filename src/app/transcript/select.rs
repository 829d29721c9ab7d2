//! What is selected: a stretch of the source, owned here and not by the laid out rows, so that it outlives
//! scrolling. Its ends are grapheme boundaries; a speaker's hidden label is never half inside.

use super::blocks::Blocks;
use crate::domain::{CharOffset, CharRange, SourceText};
use unicode_segmentation::UnicodeSegmentation;

/// What a drag or a shifted key extends by.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub(super) enum Grain {
    /// Grapheme clusters.
    #[default]
    Letter,
    /// Words, after a double click.
    Word,
    /// Blocks, after a triple click.
    Block,
}

/// A caret and, where the two differ, a selection between it and where it began.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Select {
    /// What stays selected while the head moves: a point, a word or a block.
    anchor: CharRange,
    /// Where the caret stands.
    head: CharOffset,
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

    /// The word at a position.
    pub(super) fn word(text: &SourceText, blocks: &Blocks, position: CharOffset) -> Self {
        let block = blocks.list().get(blocks.at(position));
        let last = block.map_or(position, |block| {
            CharOffset::new(block.words.end.get().saturating_sub(1).max(block.words.start.get()))
        });
        let word = text.word_at(position.min(last));
        Self { anchor: word, head: word.end, grain: Grain::Word }
    }

    /// The words of the block at a position.
    pub(super) fn block(blocks: &Blocks, position: CharOffset) -> Self {
        let words = block_at(blocks, position);
        Self { anchor: words, head: words.end, grain: Grain::Block }
    }

    /// Where the caret stands.
    pub(super) const fn head(&self) -> CharOffset {
        self.head
    }

    /// The end that stays where it is while the head moves.
    pub(super) const fn fixed(&self) -> CharOffset {
        self.anchor.start
    }

    /// Moves the head and leaves the anchor.
    pub(super) fn extend(&mut self, text: &SourceText, blocks: &Blocks, position: CharOffset) {
        let reached = match self.grain {
            Grain::Letter => CharRange { start: position, end: position },
            Grain::Word => text.word_at(position),
            Grain::Block => block_at(blocks, position),
        };
        self.head = if position < self.anchor.start { reached.start } else { reached.end.max(self.anchor.end) };
        if self.grain == Grain::Letter {
            self.head = position;
        }
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

fn block_at(blocks: &Blocks, position: CharOffset) -> CharRange {
    blocks.list().get(blocks.at(position)).map_or(CharRange { start: position, end: position }, |block| block.words)
}

/// Takes line ends and labels at the two ends of a stretch out of it: a drag that begins behind the last
/// word of a line or ends before the first word of one does not mean them.
fn tidy(range: CharRange, blocks: &Blocks) -> Option<CharRange> {
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

/// Where a caret goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Step {
    /// One grapheme cluster back.
    Back,
    /// One grapheme cluster on.
    On,
    /// To the beginning of the word before.
    WordBack,
    /// Behind the next word.
    WordOn,
}

/// Moves a position through displayed words only: hidden labels and line ends are stepped over.
pub(super) fn step(text: &SourceText, blocks: &Blocks, position: CharOffset, step: Step) -> CharOffset {
    let at = blocks.at(position);
    let Some(block) = blocks.list().get(at) else { return position };
    let words = text.slice(block.words).unwrap_or_default();
    let local = blocks.local(at, position);
    let neighbour = |to: Option<usize>, is_end: bool| match to.and_then(|to| blocks.list().get(to)) {
        Some(block) if is_end => block.words.end,
        Some(block) => block.words.start,
        None => position,
    };
    let boundaries = || {
        let mut place = 0_u32;
        std::iter::once(0).chain(words.graphemes(true).map(move |cluster| {
            place += u32::try_from(cluster.chars().count()).unwrap_or(0);
            place
        }))
    };
    let word_edges = || {
        let mut place = 0_u32;
        words.split_word_bounds().map(move |word| {
            let start = place;
            place += u32::try_from(word.chars().count()).unwrap_or(0);
            (start, place, word.chars().any(char::is_alphanumeric))
        })
    };
    let found = match step {
        Step::Back => boundaries().take_while(|place| *place < local).last(),
        Step::On => boundaries().find(|place| *place > local),
        Step::WordBack => word_edges()
            .filter(|(_, _, is_word)| *is_word)
            .map(|(start, _, _)| start)
            .take_while(|start| *start < local)
            .last(),
        Step::WordOn => word_edges().filter(|(_, _, is_word)| *is_word).map(|(_, end, _)| end).find(|end| *end > local),
    };
    match (found, step) {
        (Some(place), _) => blocks.source(at, place),
        (None, Step::Back) => neighbour(at.checked_sub(1), true),
        (None, Step::On) => neighbour(Some(at + 1), false),
        (None, Step::WordBack) if local > 0 => block.words.start,
        (None, Step::WordBack) => neighbour(at.checked_sub(1), true),
        (None, Step::WordOn) if position < block.words.end => block.words.end,
        (None, Step::WordOn) => neighbour(Some(at + 1), false),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{LineNumber, Turn, TurnId, TurnKind};
    use proptest::prelude::*;
    use uuid::Uuid;

    const TALK: &str = "P: Apa kabar?\nKS: Baik 🙏🏽, terima kasih.\nKS: Silakan.";

    fn place(text: &SourceText, words: &str) -> CharRange {
        text.find_all(words).next().expect("these words")
    }

    fn talk() -> (SourceText, Blocks) {
        let text = SourceText::new(TALK);
        let turns: Vec<Turn> = (1..=3)
            .filter_map(|number| {
                let range = text.line_range(LineNumber::new(number))?;
                let label = if number == 1 { "P" } else { "KS" };
                let words = range.start.get() + u32::try_from(label.len()).unwrap_or(0) + 2;
                Some(Turn {
                    id: TurnId::from_uuid(Uuid::nil()),
                    range,
                    words: CharRange::new(words, range.end.get()),
                    label: label.to_owned(),
                    informant: None,
                    kind: TurnKind::Speech,
                })
            })
            .collect();
        let blocks = Blocks::new(&text, &turns);
        (text, blocks)
    }

    fn selected<'a>(text: &'a SourceText, blocks: &Blocks, select: &Select) -> Option<&'a str> {
        select.range(text, blocks).and_then(|range| text.slice(range))
    }

    #[test]
    fn a_selection_takes_whole_clusters_and_no_loose_label() {
        let (text, blocks) = talk();
        let hand = place(&text, "🙏").start;
        let inside = CharOffset::new(hand.get() + 1);
        assert_eq!(selected(&text, &blocks, &Select::from_to(hand, inside)), Some("🙏🏽"));
        // From behind the question to before the second answer: the first answer alone.
        let (question, second) = (blocks.list()[0].words.end, blocks.list()[2].words.start);
        let expected = Some("Baik 🙏🏽, terima kasih.");
        assert_eq!(selected(&text, &blocks, &Select::from_to(question, second)), expected);
        assert_eq!(selected(&text, &blocks, &Select::from_to(second, question)), expected);
        // Across turns the words are the source's, labels between them included.
        let across = Select::from_to(place(&text, "kasih").start, place(&text, "Sila").end);
        assert_eq!(selected(&text, &blocks, &across), Some("kasih.\nKS: Sila"));
        assert_eq!(selected(&text, &blocks, &Select::at(hand)), None);
    }

    #[test]
    fn words_and_blocks_grow_by_their_kind() {
        let (text, blocks) = talk();
        let mut word = Select::word(&text, &blocks, place(&text, "erima").start);
        assert_eq!(selected(&text, &blocks, &word), Some("terima"));
        word.extend(&text, &blocks, place(&text, "asih").start);
        assert_eq!(selected(&text, &blocks, &word), Some("terima kasih"));
        word.extend(&text, &blocks, place(&text, "aik").start);
        assert_eq!(selected(&text, &blocks, &word), Some("Baik 🙏🏽, terima"));
        let block = Select::block(&blocks, place(&text, "terima").start);
        assert_eq!(selected(&text, &blocks, &block), Some("Baik 🙏🏽, terima kasih."));
    }

    #[test]
    fn the_caret_steps_over_labels_and_clusters() {
        let (text, blocks) = talk();
        let end = blocks.list()[0].words.end;
        let next = step(&text, &blocks, end, Step::On);
        assert_eq!(next, blocks.list()[1].words.start);
        assert_eq!(step(&text, &blocks, next, Step::Back), end);
        let hand = place(&text, "🙏").start;
        assert_eq!(step(&text, &blocks, hand, Step::On).get(), hand.get() + 2);
        assert_eq!(step(&text, &blocks, next, Step::WordOn), place(&text, "Baik").end);
        assert_eq!(step(&text, &blocks, hand, Step::WordBack), next);
        assert_eq!(
            step(&text, &blocks, CharOffset::ZERO, Step::Back),
            blocks.list()[0].words.start.min(CharOffset::ZERO)
        );
    }

    proptest! {
        /// Whatever the two ends, what is selected is whole clusters of displayed words.
        #[test]
        fn every_selection_is_tidy(a in 0_u32..60, b in 0_u32..60) {
            let (text, blocks) = talk();
            let clip = |at: u32| CharOffset::new(at.min(text.len()));
            if let Some(range) = Select::from_to(clip(a), clip(b)).range(&text, &blocks) {
                prop_assert_eq!(text.snap(range), range);
                let (first, last) = (blocks.at(range.start), blocks.at(range.end));
                prop_assert!(range.start >= blocks.list()[first].words.start);
                prop_assert!(range.end <= blocks.list()[last].words.end);
            }
        }
    }
}
