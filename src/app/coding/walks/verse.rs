//! Arabic with harakat, alone on its line and inside an Indonesian answer: selected and coded by keys.

use super::Walk;
use eframe::egui::{Key, Modifiers};

const VERSE: &str = "«فَإِنَّ مَعَ الْعُسْرِ يُسْرًا ۝ إِنَّ مَعَ الْعُسْرِ يُسْرًا»";
const PHRASE: &str = "فَإِنَّ مَعَ الْعُسْرِ يُسْرًا";

#[test]
fn a_verse_is_selected_and_coded_by_keys() {
    let mut walk = Walk::second_study("W.FGD TRANSKRIP DISKUSI KELOMPOK TERARAH (FGD)");
    walk.select(PHRASE);
    walk.code(Key::Num5, Some(Key::Num6));
    walk.select(VERSE);
    walk.code(Key::Num7, Some(Key::Num4));
    let coded = walk.coded();
    assert_eq!(coded.len(), 2);
    assert!(coded.contains(&(PHRASE.to_owned(), "LEA.6".to_owned())), "{coded:?}");
    assert!(coded.contains(&(VERSE.to_owned(), "MOT.4".to_owned())), "{coded:?}");
    assert_eq!(walk.belongs_to(VERSE), ["G2"], "a line without a label is her turn going on");
    walk.finish();
}

#[test]
fn a_letter_and_its_marks_are_one_step() {
    let mut walk = Walk::second_study("W.FGD TRANSKRIP DISKUSI KELOMPOK TERARAH (FGD)");
    let start = walk.range(PHRASE).start;
    walk.press_with(Modifiers::COMMAND, Key::Home);
    walk.go(start, Modifiers::NONE);
    walk.press_with(Modifiers::SHIFT, Key::ArrowRight);
    let text = walk.text();
    assert_eq!(walk.selection().and_then(|range| text.slice(range)), Some("فَ"), "the letter with its mark");
    walk.finish();
}
