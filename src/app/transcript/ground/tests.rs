//! Units and moves on conversations that are easy to read, and on texts that are hard to walk through.

use super::*;
use crate::domain::{TurnId, TurnKind};
use proptest::prelude::*;
use uuid::Uuid;

/// A conversation to stand on.
pub(crate) struct Talk {
    pub(crate) text: SourceText,
    pub(crate) blocks: Blocks,
    pub(crate) turns: Vec<Turn>,
}

impl Talk {
    /// Lines that begin with "KS: " or "P: " are turns, lines without go on with the turn before; behind a blank
    /// line nobody speaks.
    pub(crate) fn new(string: &str) -> Self {
        let text = SourceText::new(string);
        let mut turns: Vec<Turn> = Vec::new();
        let mut is_open = false;
        let mut start = 0_u32;
        for line in string.split('\n') {
            let length = u32::try_from(line.chars().count()).expect("a short line");
            let label = ["P", "KS"].into_iter().find(|label| line.starts_with(&format!("{label}: ")));
            let end = start + length;
            match label {
                Some(label) => turns.push(Turn {
                    id: TurnId::from_uuid(Uuid::nil()),
                    range: CharRange::new(start, end),
                    words: CharRange::new(start + u32::try_from(label.len()).unwrap_or(0) + 2, end),
                    label: label.to_owned(),
                    informant: None,
                    kind: TurnKind::Speech,
                }),
                None if length > 0 && is_open => {
                    if let Some(last) = turns.last_mut() {
                        last.range = CharRange::new(last.range.start.get(), end);
                        last.words = CharRange::new(last.words.start.get(), end);
                    }
                }
                None => {}
            }
            is_open = label.is_some() || is_open && length > 0;
            start = end + 1;
        }
        let blocks = Blocks::new(&text, &turns);
        Self { text, blocks, turns }
    }

    pub(crate) fn ground(&self) -> Ground<'_> {
        Ground { text: &self.text, blocks: &self.blocks, turns: &self.turns }
    }

    pub(crate) fn find(&self, words: &str) -> CharRange {
        self.text.find_all(words).next().expect("these words")
    }

    fn words(&self, range: CharRange) -> &str {
        self.text.slice(range).expect("inside the text")
    }
}

pub(crate) fn talk() -> Talk {
    Talk::new("P: Apa kabar?\nKS: Baik 🙏🏽, terima kasih.\nKS: Silakan.")
}

const LONG: &str = "KOP SURAT\n\nP: Bagaimana?\nKS: Anak-anak kelas VII-A rajin. Menurut Bpk. Hasan, S.Pd. mereka\n\
    bisa (وعليكم السلام). Ya!\nKS: Betul.\nP: Terima kasih.";

#[test]
fn units_are_what_a_reader_takes_for_them() {
    let talk = Talk::new(LONG);
    let at = |grain, words: &str| talk.words(talk.ground().unit(grain, talk.find(words).start));
    assert_eq!(at(Grain::Word, "nak-anak"), "Anak-anak");
    assert_eq!(at(Grain::Word, "A rajin"), "VII-A");
    assert_eq!(at(Grain::Word, "لام"), "السلام");
    assert_eq!(at(Grain::Sentence, "rajin"), "Anak-anak kelas VII-A rajin.");
    // A sentence goes on in the next line of a turn, and never in the next turn.
    let sentence = "Menurut Bpk. Hasan, S.Pd. mereka\nbisa (وعليكم السلام).";
    assert_eq!(at(Grain::Sentence, "bisa"), sentence);
    assert_eq!(at(Grain::Sentence, "Bpk"), sentence);
    assert_eq!(at(Grain::Sentence, "Bagai"), "Bagaimana?");
    assert!(at(Grain::Turn, "Ya!").starts_with("Anak-anak") && at(Grain::Turn, "Ya!").ends_with("Ya!"));
    assert_eq!(at(Grain::Turn, "SURAT"), "KOP SURAT");
    assert!(at(Grain::Run, "Ya!").ends_with("Ya!\nKS: Betul."));
    // At the end of a line the unit before it is meant.
    let end = talk.find("Betul.").end;
    assert_eq!(talk.words(talk.ground().unit(Grain::Sentence, end)), "Betul.");
}

#[test]
fn plain_keys_go_to_where_the_next_one_begins() {
    let talk = Talk::new(LONG);
    let ground = talk.ground();
    let go = |grain, from: CharOffset, way| ground.go(grain, from, way, Edge::Start);
    let end = talk.find("Bagaimana?").end;
    let answer = talk.find("Anak").start;
    assert_eq!(go(Grain::Letter, end, Way::On), answer);
    assert_eq!(go(Grain::Letter, answer, Way::Back), end);
    assert_eq!(go(Grain::Word, answer, Way::On), talk.find("kelas").start);
    assert_eq!(go(Grain::Word, talk.find("kelas").start, Way::Back), answer);
    assert_eq!(go(Grain::Sentence, answer, Way::On), talk.find("Menurut").start);
    assert_eq!(go(Grain::Sentence, talk.find("Ya!").start, Way::Back), talk.find("Menurut").start);
    assert_eq!(go(Grain::Turn, answer, Way::On), talk.find("Betul").start);
    assert_eq!(go(Grain::Turn, talk.find("Betul").end, Way::On), talk.find("Terima").start);
    assert_eq!(go(Grain::Turn, talk.find("Terima").start, Way::On), talk.find("kasih.").end);
    // The caret steps over a cluster at once.
    let hand = self::talk();
    let emoji = hand.find("🙏").start;
    assert_eq!(hand.ground().go(Grain::Letter, emoji, Way::On, Edge::Start).get(), emoji.get() + 2);
}

#[test]
fn shifted_keys_take_units_without_the_space_behind() {
    let talk = Talk::new(LONG);
    let ground = talk.ground();
    let answer = talk.find("Anak").start;
    let take = |grain, head, way| ground.extend(grain, answer, head, way);
    let sentence = take(Grain::Sentence, answer, Way::On);
    assert_eq!(talk.words(CharRange { start: answer, end: sentence }), "Anak-anak kelas VII-A rajin.");
    assert_eq!(take(Grain::Word, sentence, Way::Back), talk.find("rajin").end);
    assert_eq!(take(Grain::Word, talk.find("Anak-anak").end, Way::Back), answer, "never past the fixed end");
    assert_eq!(take(Grain::Turn, answer, Way::On), talk.find("Ya!").end);
    let back = take(Grain::Word, answer, Way::Back);
    assert_eq!(back, talk.find("Bagaimana").start);
    assert_eq!(take(Grain::Word, back, Way::On), answer);
}

#[test]
fn a_selection_grows_from_the_word_to_the_text() {
    let talk = Talk::new(LONG);
    let ground = talk.ground();
    let mut range = CharRange { start: talk.find("kelas").end, end: talk.find("kelas").end };
    let mut grown = Vec::new();
    while let Some(next) = ground.grown(range) {
        assert!(next.start <= range.start && next.end >= range.end && next.len() > range.len());
        grown.push(talk.words(next));
        range = next;
    }
    assert_eq!(grown[..2], ["kelas", "Anak-anak kelas VII-A rajin."]);
    assert!(grown[2].ends_with("Ya!") && grown[3].ends_with("KS: Betul."));
    assert!(grown[4].starts_with("KOP") && grown[4].ends_with("Terima kasih.") && grown.len() == 5);
}

#[test]
fn arabic_is_read_in_its_order_by_the_same_key() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/study/txt/W.KS.12-02-2025.txt");
    let talk = Talk::new(&std::fs::read_to_string(path).expect("the sample study"));
    let ground = talk.ground();
    let phrase = talk.find("وعليكم السلام");
    let mut head = phrase.start;
    for word in ["وعليكم", "وعليكم السلام"] {
        head = ground.extend(Grain::Word, phrase.start, head, Way::On);
        assert_eq!(talk.words(CharRange { start: phrase.start, end: head }), word);
    }
    let mut letter = phrase.start;
    for _ in 0..phrase.len() {
        letter = ground.go(Grain::Letter, letter, Way::On, Edge::Start);
    }
    assert_eq!(letter, phrase.end);
}

#[test]
fn verses_are_walked_from_end_to_end() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../shared/data/others/text/quran");
    let Ok(entries) = std::fs::read_dir(folder) else {
        eprintln!("SKIPPED: no Arabic texts beside the project");
        return;
    };
    let mut seen = 0;
    for text in entries.flatten().filter_map(|entry| std::fs::read_to_string(entry.path()).ok()) {
        let start: String = text.chars().take(1500).collect();
        let talk = Talk::new(&start);
        seen += 1;
        for grain in [Grain::Letter, Grain::Word, Grain::Sentence, Grain::Turn] {
            walk(&talk, grain);
        }
    }
    assert!(seen > 0);
}

/// Goes from one end to the other and back, by both edges; every step is a place and leads on.
fn walk(talk: &Talk, grain: Grain) {
    let ground = talk.ground();
    for edge in [Edge::Start, Edge::End] {
        for (way, from, goal) in [(Way::On, ground.first(), ground.last()), (Way::Back, ground.last(), ground.first())]
        {
            let mut at = from;
            let mut steps = 0_u32;
            while at != goal {
                let next = ground.go(grain, at, way, edge);
                assert!(if way == Way::On { next > at } else { next < at }, "{grain:?} {way:?} stays at {at}");
                assert!(ground.is_place(next), "{grain:?} {way:?} from {at} to {next}");
                at = next;
                steps += 1;
                assert!(steps <= talk.text.len() + 1);
            }
            assert_eq!(ground.go(grain, at, way, edge), at, "at the end it stays");
        }
    }
}

#[test]
fn lines_without_an_end_in_sight_are_walked_too() {
    for letters in ["x", "é🙏🏽", "a. ", "\u{301}"] {
        let talk = Talk::new(&letters.repeat(9000 / letters.len()));
        assert!(talk.blocks.len() > 1);
        for grain in [Grain::Sentence, Grain::Turn] {
            let (mut at, mut steps) = (talk.ground().first(), 0);
            while at != talk.ground().last() && steps < 40 {
                let next = talk.ground().go(grain, at, Way::On, Edge::Start);
                assert!(next > at && talk.ground().is_place(next), "{letters:?} {grain:?} {at} {next}");
                (at, steps) = (next, steps + 1);
            }
        }
        // From one piece of a line to the other, letter by letter and back.
        let middle = talk.blocks.list()[1].words.start;
        let before = talk.ground().go(Grain::Letter, middle, Way::Back, Edge::Start);
        assert!(before < middle);
        assert!(talk.ground().go(Grain::Letter, before, Way::On, Edge::Start) > before);
    }
}

/// Pieces of texts that are hard to walk through.
pub(crate) fn hard_text() -> impl Strategy<Value = String> {
    proptest::collection::vec(
        prop_oneof![
            Just("🙏🏽".to_owned()),
            Just("👨‍👩‍👧‍👦".to_owned()),
            Just("e\u{301}".to_owned()),
            Just("a\u{323}\u{302}".to_owned()),
            Just("السلام عليكم".to_owned()),
            Just("؟ ".to_owned()),
            Just("\nKS: ".to_owned()),
            Just("\nP: ".to_owned()),
            Just("\n".to_owned()),
            Just("\n\n".to_owned()),
            Just("\u{2028}".to_owned()),
            Just("🇮🇩🇸🇦".to_owned()),
            Just("\u{600}".to_owned()),
            Just("kata".repeat(20)),
            Just("Drs. H. ".to_owned()),
            "[a-zA-Z ,.?…-]{1,30}",
        ],
        0..16,
    )
    .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    /// Held, every key reaches the end of any text, and never stands inside a cluster or a label.
    #[test]
    fn every_key_reaches_the_end(string in hard_text()) {
        let talk = Talk::new(&string);
        for grain in [Grain::Letter, Grain::Word, Grain::Sentence, Grain::Turn, Grain::Run, Grain::Document] {
            walk(&talk, grain);
        }
    }

    /// Any unit anywhere is whole clusters of displayed words, and growing ends with the whole text.
    #[test]
    fn every_unit_is_whole(string in hard_text(), at in 0_u32..600) {
        let talk = Talk::new(&string);
        let ground = talk.ground();
        let place = ground.place(CharOffset::new(at.min(talk.text.len())));
        prop_assert!(ground.is_place(place));
        for grain in [Grain::Letter, Grain::Word, Grain::Sentence, Grain::Turn, Grain::Run, Grain::Document] {
            let unit = ground.unit(grain, place);
            prop_assert!(ground.is_place(unit.start) && ground.is_place(unit.end), "{:?} {:?}", grain, unit);
        }
        let mut range = CharRange { start: place, end: place };
        for _ in 0..8 {
            match ground.grown(range) {
                Some(next) => range = next,
                None => break,
            }
        }
        prop_assert!(ground.grown(range).is_none());
    }
}
