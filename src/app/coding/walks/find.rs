//! Found by a pattern or without harakat, and coded where it stands.

use super::{MOST, Walk};
use crate::app::walk::until_said;
use eframe::egui::{Event, Key, Modifiers};
use egui_kittest::kittest::{NodeT, Queryable};

fn search(walk: &mut Walk, words: &str, says: &str) {
    walk.press_with(Modifiers::COMMAND, Key::Home);
    walk.press_with(Modifiers::COMMAND, Key::F);
    walk.harness.event(Event::Text(words.to_owned()));
    walk.harness.run_steps(2);
    until_said(&mut walk.harness, says);
}

#[test]
fn a_pattern_finds_and_the_next_digit_codes() {
    let mut walk = Walk::second_study("W.FGD TRANSKRIP DISKUSI KELOMPOK TERARAH (FGD)");
    search(&mut walk, "belum (jalan|sekali)", "Tidak ditemukan");
    for _ in 0..MOST {
        walk.harness.key_press(Key::Tab);
        walk.harness.run_steps(1);
        let focused = walk.harness.root().children_recursive().find(|node| node.is_focused());
        if focused.is_some_and(|node| node.accesskit_node().label().as_deref() == Some("Regex")) {
            break;
        }
    }
    walk.press(Key::Space);
    until_said(&mut walk.harness, "1 dari 2");
    walk.press(Key::F3);
    walk.harness.get_by_label("2 dari 2");
    walk.press(Key::Escape);
    let text = walk.text();
    assert_eq!(walk.selection().and_then(|range| text.slice(range)), Some("belum sekali"));
    walk.code(Key::Num4, Some(Key::Num2));
    assert_eq!(walk.coded(), [("belum sekali".to_owned(), "SUP.2".to_owned())]);
    assert_eq!(walk.belongs_to("belum sekali"), ["G2"]);
    walk.finish();
}

#[test]
fn a_verse_is_found_without_its_marks_and_coded_with_them() {
    const FOUND: &str = "مَعَ الْعُسْرِ";
    let mut walk = Walk::second_study("W.FGD TRANSKRIP DISKUSI KELOMPOK TERARAH (FGD)");
    search(&mut walk, "مع العسر", "1 dari 2");
    walk.press(Key::Escape);
    walk.code(Key::Num7, None);
    assert_eq!(walk.coded(), [(FOUND.to_owned(), "MOT".to_owned())]);
    walk.finish();
}
