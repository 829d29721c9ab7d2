//! A text cut into blocks, the pieces that are laid out one at a time: a block is a physical line, and a
//! line above about 4 KB is cut at sentence ends. A block hides the speaker's label, which stands in a
//! column of its own; positions inside a block count from its first displayed character.

use crate::domain::{CharOffset, CharRange, LineNumber, SourceText, Turn, TurnKind};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Bytes above which a line is cut.
const LONG: usize = 4096;
/// Bytes from which on a sentence end is taken as the place to cut.
const ENOUGH: usize = 3072;

/// Whose words a block holds, as far as the ink goes.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Tone {
    /// Words of an informant, or of a text without turns.
    Words,
    /// Words of the researcher, header lines.
    Aside,
}

/// What stands above a block.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Joint {
    /// The piece before it, of the same line.
    SameLine,
    /// A line of the same speaker.
    SameSpeaker,
    /// Somebody else.
    NewSpeaker,
}

/// A piece of a text, laid out as one paragraph.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Block {
    /// The displayed words, in code points of the source.
    pub(crate) words: CharRange,
    /// The words in bytes of the source.
    pub(crate) bytes: Range<usize>,
    /// Where the block begins with its label; equal to `words.start` where nothing is hidden.
    pub(crate) start: CharOffset,
    /// The line as it is cited.
    pub(crate) line: LineNumber,
    /// The last line that its row is, where a correction has made one of several.
    pub(crate) line_end: LineNumber,
    /// What stands above it.
    pub(crate) joint: Joint,
    /// The turn it belongs to.
    pub(crate) turn: Option<u32>,
    /// Whether the speaker is said beside it: once a run of turns.
    pub(crate) says_speaker: bool,
    /// The ink.
    pub(crate) tone: Tone,
}

/// All blocks of a text, in order; never empty.
#[derive(Debug, Default)]
pub(crate) struct Blocks {
    list: Vec<Block>,
}

impl Blocks {
    /// Cuts a text. `turns` are in order of position.
    pub(crate) fn new(text: &SourceText, turns: &[Turn]) -> Self {
        let is_conversation = turns.iter().any(|turn| matches!(turn.kind, TurnKind::Speech | TurnKind::Question));
        let mut list = Vec::with_capacity(text.line_count() as usize);
        let mut turn_at = 0;
        let mut speaker_before: Option<&str> = None;
        for row in text.rows() {
            let (range, bytes) = (row.range, row.bytes);
            while turns.get(turn_at).is_some_and(|turn| turn.range.end <= range.start && turn.range.end < range.end) {
                turn_at += 1;
            }
            let turn =
                turns.get(turn_at).filter(|turn| turn.range.start <= range.start && range.start < turn.range.end);
            let words_start = match turn {
                Some(turn) if turn.words.start > range.start && turn.range.start <= range.start => {
                    turn.words.start.get().min(range.end.get())
                }
                _ => range.start.get(),
            };
            let speaker = turn.map(|turn| turn.label.as_str()).filter(|label| !label.is_empty());
            let tone = match turn {
                Some(turn) => match turn.kind {
                    TurnKind::Question | TurnKind::Reflection => Tone::Aside,
                    TurnKind::Speech | TurnKind::Other => Tone::Words,
                },
                None if is_conversation => Tone::Aside,
                None => Tone::Words,
            };
            let words = CharRange::new(words_start, range.end.get());
            let hidden = words_start - range.start.get();
            let hidden: usize = text.as_str()[bytes.clone()].chars().take(hidden as usize).map(char::len_utf8).sum();
            let bytes = bytes.start + hidden..bytes.end;
            let is_same = speaker == speaker_before && turn_at_of(list.last(), turns) == turn.map(|turn| turn.kind);
            let first = Block {
                words,
                bytes,
                start: range.start,
                line: row.first,
                line_end: row.last,
                joint: if is_same || list.is_empty() { Joint::SameSpeaker } else { Joint::NewSpeaker },
                turn: turn.and_then(|_| u32::try_from(turn_at).ok()),
                says_speaker: speaker.is_some() && speaker != speaker_before,
                tone,
            };
            if range.is_empty() {
                // A blank line between two turns of one speaker does not make them two runs.
                list.push(Block { says_speaker: false, ..first });
                continue;
            }
            speaker_before = speaker;
            push_pieces(&mut list, text.as_str(), first);
        }
        Self { list }
    }

    /// The blocks, in order.
    pub(crate) fn list(&self) -> &[Block] {
        &self.list
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.list.len()
    }

    /// The block a position of the source belongs to; a hidden label belongs to the block it stands before.
    pub(crate) fn at(&self, position: CharOffset) -> usize {
        self.list.partition_point(|block| block.start <= position).max(1) - 1
    }

    /// The place in a block's displayed words of a position of the source, clipped to the block.
    pub(crate) fn local(&self, block: usize, position: CharOffset) -> u32 {
        match self.list.get(block) {
            Some(block) => {
                position.get().clamp(block.words.start.get(), block.words.end.get()) - block.words.start.get()
            }
            None => 0,
        }
    }

    /// The position in the source of a place in a block's displayed words, clipped to the block.
    pub(crate) fn source(&self, block: usize, local: u32) -> CharOffset {
        match self.list.get(block) {
            Some(block) => CharOffset::new(block.words.start.get().saturating_add(local).min(block.words.end.get())),
            None => CharOffset::ZERO,
        }
    }
}

fn turn_at_of(block: Option<&Block>, turns: &[Turn]) -> Option<TurnKind> {
    block.and_then(|block| block.turn).and_then(|at| turns.get(at as usize)).map(|turn| turn.kind)
}

/// The words of a block as they are shown: code point for code point the source's, except that what would
/// break or hide a row inside the line becomes a space.
pub(crate) fn displayed(words: &str) -> String {
    words.chars().map(|letter| if is_unseen(letter) { ' ' } else { letter }).collect()
}

fn is_unseen(letter: char) -> bool {
    (letter.is_control() && letter != '\t') || matches!(letter, '\u{2028}' | '\u{2029}')
}

/// Pushes a line, cut into pieces where it is long.
fn push_pieces(list: &mut Vec<Block>, text: &str, first: Block) {
    if first.bytes.len() <= LONG {
        list.push(first);
        return;
    }
    let mut rest = first;
    while rest.bytes.len() > LONG {
        let cut = cut_of(&text[rest.bytes.clone()]);
        if cut == 0 || cut >= rest.bytes.len() {
            break;
        }
        let chars = u32::try_from(text[rest.bytes.start..rest.bytes.start + cut].chars().count()).unwrap_or(u32::MAX);
        let (middle, middle_byte) = (rest.words.start.get() + chars, rest.bytes.start + cut);
        let mut piece = rest.clone();
        piece.words = CharRange::new(rest.words.start.get(), middle);
        piece.bytes = rest.bytes.start..middle_byte;
        list.push(piece);
        rest.words = CharRange::new(middle, rest.words.end.get());
        rest.bytes = middle_byte..rest.bytes.end;
        rest.start = rest.words.start;
        rest.joint = Joint::SameLine;
        rest.says_speaker = false;
    }
    list.push(rest);
}

/// Where to cut words of more than [`LONG`] bytes: behind the spaces after a sentence, else after a word,
/// else after a grapheme cluster.
fn cut_of(words: &str) -> usize {
    let mut after_sentence = false;
    let mut after_space = 0;
    for (at, letter) in words.char_indices() {
        if letter.is_whitespace() {
            let behind = at + letter.len_utf8();
            let next_is_space = words[behind..].starts_with(char::is_whitespace);
            if !next_is_space {
                if after_sentence && behind >= ENOUGH {
                    return behind;
                }
                if behind <= LONG || after_space == 0 {
                    after_space = behind;
                }
            }
        } else {
            after_sentence = match letter {
                '.' | '!' | '?' | '…' | '؟' | '۔' => true,
                '"' | '”' | '’' | '\'' | ')' | ']' | '»' => after_sentence,
                _ => false,
            };
        }
        if at > LONG {
            break;
        }
    }
    if after_space > 0 && after_space <= LONG {
        return after_space;
    }
    // A cluster of more marks than anybody writes is cut in two.
    let room = &words[..words.floor_char_boundary(2 * LONG)];
    room.grapheme_indices(true).map(|(at, cluster)| at + cluster.len()).find(|end| *end >= LONG).unwrap_or(room.len())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{InformantId, TurnId};
    use proptest::prelude::*;
    use uuid::Uuid;

    fn turn(range: (u32, u32), words: u32, label: &str, kind: TurnKind) -> Turn {
        Turn {
            id: TurnId::from_uuid(Uuid::nil()),
            range: CharRange::new(range.0, range.1),
            words: CharRange::new(words, range.1),
            label: label.to_owned(),
            informant: (kind == TurnKind::Speech).then(|| InformantId::from_uuid(Uuid::nil())),
            kind,
        }
    }

    #[test]
    fn labels_are_hidden_and_said_once_a_run() {
        let text = SourceText::new("KOP\n\nP: Apa?\nKS: Satu.\nKS: Dua.\nP: Tiga?");
        let turns = [
            turn((5, 12), 8, "P", TurnKind::Question),
            turn((13, 22), 17, "KS", TurnKind::Speech),
            turn((23, 31), 27, "KS", TurnKind::Speech),
            turn((32, 40), 35, "P", TurnKind::Question),
        ];
        let blocks = Blocks::new(&text, &turns);
        let shown: Vec<&str> = blocks.list().iter().map(|block| &text.as_str()[block.bytes.clone()]).collect();
        assert_eq!(shown, ["KOP", "", "Apa?", "Satu.", "Dua.", "Tiga?"]);
        let said: Vec<bool> = blocks.list().iter().map(|block| block.says_speaker).collect();
        assert_eq!(said, [false, false, true, true, false, true]);
        let joints: Vec<Joint> = blocks.list()[2..].iter().map(|block| block.joint).collect();
        assert_eq!(joints, [Joint::NewSpeaker, Joint::NewSpeaker, Joint::SameSpeaker, Joint::NewSpeaker]);
        assert_eq!(blocks.list()[0].tone, Tone::Aside);
        assert_eq!(blocks.list()[3].tone, Tone::Words);
        // A position inside the hidden label belongs to its block and shows at its first word.
        assert_eq!(blocks.at(CharOffset::new(14)), 3);
        assert_eq!(blocks.local(3, CharOffset::new(14)), 0);
        assert_eq!(blocks.source(3, 0), CharOffset::new(17));
    }

    #[test]
    fn a_text_without_turns_speaks_in_full_ink() {
        let blocks = Blocks::new(&SourceText::new("satu\ndua\n"), &[]);
        assert_eq!(blocks.len(), 2);
        assert!(blocks.list().iter().all(|block| block.tone == Tone::Words && !block.says_speaker));
        assert_eq!(Blocks::new(&SourceText::new(""), &[]).len(), 1);
    }

    #[test]
    fn a_long_line_is_cut_behind_a_sentence() {
        let sentence = "Kami membuat jadwal supervisi bersama guru. ";
        let text = SourceText::new(sentence.repeat(400));
        let blocks = Blocks::new(&text, &[]);
        assert!(blocks.len() > 3);
        for block in blocks.list() {
            assert!(block.bytes.len() <= LONG, "{}", block.bytes.len());
            assert_eq!(block.line, LineNumber::new(1));
            assert!(text.as_str()[block.bytes.clone()].starts_with("Kami"));
        }
    }

    #[test]
    fn no_line_is_too_long_to_be_cut() {
        for letters in ["a", " ", "é", "漢", "🙏🏽", "\u{301}", "a.", "\u{a0}", "\u{200d}"] {
            let text = SourceText::new(letters.repeat(200_000));
            let blocks = Blocks::new(&text, &[]);
            let end = blocks.list().last().expect("a block").bytes.end;
            assert_eq!(end, text.as_str().len());
            assert!(blocks.list().iter().all(|block| block.bytes.len() <= 2 * LONG), "{letters:?}");
        }
    }

    proptest! {
        /// Every line is shown once, nothing is shown twice, and positions go there and back.
        #[test]
        fn blocks_hold_the_whole_text(
            pieces in proptest::collection::vec(
                prop_oneof![
                    Just("🙏🏽".to_owned()), Just("e\u{301}".to_owned()), Just("السلام".to_owned()), Just("\n".to_owned()),
                    Just("\u{2028}".to_owned()), Just("x".repeat(5000)), "[a-z .?]{1,900}",
                ],
                0..40,
            ),
            at in 0_u32..20_000,
        ) {
            let string = pieces.concat();
            let text = SourceText::new(string.clone());
            let blocks = Blocks::new(&text, &[]);
            let mut joined = String::new();
            for (number, block) in blocks.list().iter().enumerate() {
                if number > 0 && block.joint != Joint::SameLine {
                    joined.push('\n');
                }
                let words = &string[block.bytes.clone()];
                prop_assert_eq!(text.slice(block.words), Some(words));
                prop_assert_eq!(displayed(words).chars().count(), block.words.len() as usize);
                joined.push_str(words);
            }
            if string.ends_with('\n') {
                joined.push('\n');
            }
            prop_assert_eq!(&joined, &string);
            let position = CharOffset::new(at.min(text.len()));
            let block = blocks.at(position);
            let back = blocks.source(block, blocks.local(block, position));
            prop_assert!(back == position || string.ends_with('\n') && position.get() == text.len());
        }
    }
}
