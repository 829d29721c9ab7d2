//! Three codes that overlap, nest and share words: cycled through by a key, and one of them given other ends.

use super::Walk;
use eframe::egui::{Key, Modifiers};
use std::collections::BTreeSet;

const WHOLE: &str = "Dari hasil tes baca bulan Juli kami petakan, siapa di tangga satu, siapa di tangga dua. Anaknya belajar membaca tiga kali seminggu, pagi, sebelum pelajaran.";
const FRONT: &str = "hasil tes baca bulan Juli kami petakan";
const BACK: &str = "kami petakan, siapa di tangga satu, siapa di tangga dua";

/// The three of the gold: MAN.1 over all, ADM.2 at the front, MAN.5 behind it.
fn three() -> Walk {
    let mut walk = Walk::second_study("W.KS 5 Agu 2025 · Kepala Sekolah");
    for (words, first, second) in
        [(WHOLE, Key::Num2, Key::Num1), (FRONT, Key::Num3, Key::Num2), (BACK, Key::Num2, Key::Num5)]
    {
        walk.select(words);
        walk.code(first, Some(second));
    }
    let coded: BTreeSet<(String, String)> = walk.coded().into_iter().collect();
    let expected = [(WHOLE, "MAN.1"), (FRONT, "ADM.2"), (BACK, "MAN.5")];
    assert_eq!(coded, expected.map(|(words, code)| (words.to_owned(), code.to_owned())).into());
    walk
}

#[test]
fn what_overlaps_is_cycled_through_by_a_key() {
    let mut walk = three();
    walk.press(Key::Escape);
    walk.press(Key::Escape);
    // The words that all three share.
    let shared = walk.range("kami petakan,").start;
    walk.press_with(Modifiers::COMMAND, Key::Home);
    walk.go(shared, Modifiers::NONE);
    walk.press(Key::ArrowRight);
    let mut seen = Vec::new();
    for _ in 0..4 {
        walk.press(Key::O);
        seen.push(walk.chosen_code().expect("a chosen coding"));
    }
    let each: BTreeSet<&str> = seen[..3].iter().map(String::as_str).collect();
    assert_eq!(each, BTreeSet::from(["ADM.2", "MAN.1", "MAN.5"]), "{seen:?}");
    assert_eq!(seen[3], seen[0], "round again");
    walk.press_with(Modifiers::SHIFT, Key::O);
    assert_eq!(walk.chosen_code().as_ref(), Some(&seen[2]), "and back");
    walk.finish();
}

#[test]
fn the_key_goes_round_at_once_after_coding() {
    let mut walk = three();
    let seen: Vec<Option<String>> = (0..3)
        .map(|_| {
            walk.press(Key::O);
            walk.chosen_code()
        })
        .collect();
    assert_eq!(seen, ["MAN.1", "ADM.2", "MAN.5"].map(|code| Some(code.to_owned())));
    walk.finish();
}

#[test]
fn an_end_is_moved_by_words_and_the_others_stay() {
    let mut walk = three();
    let steps = walk.told();
    // Where only two of the three lie the shorter comes first.
    walk.press(Key::Escape);
    walk.press(Key::Escape);
    let inside = walk.range("tes baca bulan").start;
    walk.press_with(Modifiers::COMMAND, Key::Home);
    walk.go(inside, Modifiers::NONE);
    walk.press(Key::O);
    assert_eq!(walk.chosen_code().as_deref(), Some("ADM.2"));
    walk.press(Key::B);
    walk.press_with(Modifiers::COMMAND, Key::ArrowRight);
    walk.press_with(Modifiers::COMMAND, Key::ArrowRight);
    assert_eq!(walk.told(), steps, "nothing is written before the gesture ends");
    walk.press(Key::Enter);
    let moved = "hasil tes baca bulan Juli kami petakan, siapa di";
    let coded: BTreeSet<(String, String)> = walk.coded().into_iter().collect();
    let expected = [(WHOLE, "MAN.1"), (moved, "ADM.2"), (BACK, "MAN.5")];
    assert_eq!(coded, expected.map(|(words, code)| (words.to_owned(), code.to_owned())).into());
    walk.press(Key::B);
    walk.press(Key::Tab);
    walk.press_with(Modifiers::COMMAND, Key::ArrowRight);
    walk.press(Key::Escape);
    assert_eq!(walk.coded().into_iter().collect::<BTreeSet<_>>(), coded, "Esc leaves it as it was");
    walk.press_with(Modifiers::COMMAND, Key::Z);
    assert_eq!(walk.told(), steps, "one gesture, one step");
    walk.finish();
}
