//! Whose words a coding is: an answer that means nothing without its question, and a stretch in which everybody speaks.

use super::Walk;
use eframe::egui::Key;
use egui_kittest::kittest::Queryable;

#[test]
fn a_question_with_its_answer_belongs_to_the_one_who_answers() {
    const WORDS: &str = "Apakah Ibu Kepala membahas hasil supervisi dengan Bapak?\nG1: Iya, Bu, selalu.";
    let mut walk = Walk::second_study("W.G1 Guru IPA kelas VII dan VIII");
    walk.select(WORDS);
    walk.code(Key::Num4, Some(Key::Num3));
    walk.press(Key::D);
    let coded = walk.told();
    assert_eq!(coded.len(), 1);
    assert_eq!((coded[0].3.as_str(), coded[0].4), ("SUP.3", Some(crate::domain::Direction::Supports)));
    assert_eq!(walk.belongs_to(WORDS), ["G1"]);
    walk.harness.get_by_label("G1 · Guru");
    walk.harness.get_by_label("W.G1.20-08-2025, baris 17–18");
    walk.finish();
}

#[test]
fn the_question_alone_is_nobodys_evidence() {
    const WORDS: &str = "Apakah kepala sekolah memberi pelatihan?";
    let mut walk = Walk::second_study("W.G1 Guru IPA kelas VII dan VIII");
    walk.select(WORDS);
    walk.code(Key::Num1, None);
    assert_eq!(walk.belongs_to(WORDS), [""; 0]);
    walk.finish();
}

#[test]
fn a_stretch_of_the_group_belongs_to_all_who_speak_in_it_once() {
    const WORDS: &str = "Lalu hasil supervisi yang pertama, apakah dibahas?\nBu Rina : Dibahas.\nguru 1: Iya, dibahas, hari itu juga.\nwaka kur: Dibahas.";
    let mut walk = Walk::second_study("W.FGD TRANSKRIP DISKUSI KELOMPOK TERARAH (FGD)");
    walk.select(WORDS);
    walk.code(Key::Num4, Some(Key::Num3));
    let mut people = walk.belongs_to(WORDS);
    people.sort();
    assert_eq!(people, ["G1", "G2", "WK"]);
    walk.harness.get_by_label("W.FGD.10-09-2025, baris 40–43");
    walk.finish();
}
