//! Walks through the gestures of coding by keys alone: the picker, several codes at once, a code made on the way, the
//! passage's own words, the second digit, keys given to codes, codings that join. And their pictures.

use super::tests::{AFTER, UNCODED, codings_on, open_principal, press, select, show_line_47, study};
use crate::app::App;
use crate::app::commands::Request;
use crate::app::picture;
use crate::app::place::Spot;
use crate::app::settings::ThemeChoice;
use crate::app::walk::{settings, settle, window};
use crate::domain::{CODE_COLOURS, CharRange, Direction};
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// The answer about the consent form in the line above.
const ARABIC: &str = "وعليكم السلام";

fn press_with(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(2);
    settle(harness);
}

fn letters(harness: &mut Harness<'_, App>, typed: &str) {
    harness.event(Event::Text(typed.to_owned()));
    harness.run_steps(2);
}

fn codes_on(harness: &Harness<'_, App>, words: &str) -> Vec<String> {
    codings_on(harness, words).into_iter().map(|(code, _, _)| code).collect()
}

/// Selects a stretch of the principal's interview that is found by its words.
fn select_words(harness: &mut Harness<'_, App>, range: CharRange) {
    let source = study(harness).sources[0].id;
    harness.state_mut().commands.send(Request::Show(Spot { source, range: Some(range), coding: None }));
    harness.run_steps(3);
    settle(harness);
}

/// Where words stand in the principal's interview.
fn range_of(words: &str) -> CharRange {
    let text = include_str!("../../../assets/study/txt/W.KS.12-02-2025.txt").replace("\r\n", "\n");
    let text = text.trim_start_matches('\u{FEFF}');
    let start = text[..text.find(words).expect("words of W.KS")].chars().count();
    let start = u32::try_from(start).expect("a short text");
    CharRange::new(start, start + u32::try_from(words.chars().count()).expect("few words"))
}

#[test]
fn a_code_is_found_by_its_name_in_the_other_language_and_says_so() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Enter);
    letters(&mut harness, "feedback");
    // What it means stands beside it.
    harness.get_by_label("Arah bukti kutipan ini terhadap peran Supervisor belum ditetapkan.");
    press(&mut harness, Key::Enter);
    assert_eq!(codes_on(&harness, UNCODED), ["SUP.3"]);
}

#[test]
fn what_is_typed_faster_than_a_frame_is_heard_in_order() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    let enter = |pressed| Event::Key {
        key: Key::Enter,
        physical_key: None,
        pressed,
        repeat: false,
        modifiers: Modifiers::NONE,
    };
    // "U" alone would take a code away, and Enter would apply what stands first while nothing is typed.
    let letter = |key: Key, letter: &str| {
        let down = Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers: Modifiers::NONE };
        [down, Event::Text(letter.to_owned())]
    };
    let all = [vec![enter(true), enter(false)], letter(Key::U, "u").to_vec(), letter(Key::M, "mpan balik").to_vec()];
    harness.input_mut().events.extend(all.concat());
    harness.input_mut().events.extend([enter(true), enter(false)]);
    harness.run_steps(8);
    settle(&mut harness);
    assert_eq!(codes_on(&harness, UNCODED), ["SUP.3"]);
}

#[test]
fn several_codes_are_marked_and_applied_in_one_step_with_their_direction() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Enter);
    letters(&mut harness, "sup3");
    press_with(&mut harness, Modifiers::COMMAND, Key::Space);
    // The letters are selected, so that the next ones replace them.
    letters(&mut harness, "kes.1");
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    letters(&mut harness, "edu.2");
    press_with(&mut harness, Modifiers::COMMAND, Key::Space);
    harness.get_by_label("Pasang 3 kode");
    press_with(&mut harness, Modifiers::COMMAND, Key::D);
    press(&mut harness, Key::Enter);
    let there: Vec<(String, Option<Direction>)> =
        codings_on(&harness, UNCODED).into_iter().map(|(code, direction, _)| (code, direction)).collect();
    let supports = Some(Direction::Supports);
    let wanted = [("EDU.2", supports), ("KES.1", None), ("SUP.3", supports)];
    assert_eq!(there, wanted.map(|(code, direction)| (code.to_owned(), direction)));
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert!(codes_on(&harness, UNCODED).is_empty(), "one undo takes all back");
    // All of them again, with the direction.
    press_with(&mut harness, Modifiers::SHIFT, Key::Q);
    harness.get_by_label("Q memasang SUP.3, KES.1, EDU.2, mendukung.");
    press(&mut harness, Key::Q);
    assert_eq!(codes_on(&harness, UNCODED), ["EDU.2", "KES.1", "SUP.3"]);
    assert_eq!(codings_on(&harness, UNCODED)[0].1, supports);
}

#[test]
fn enter_on_a_code_that_is_there_takes_it_away() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num4);
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Enter);
    letters(&mut harness, "supervisor");
    harness.get_by_label("SUP Supervisor, terpasang");
    harness.get_by_label("Lepas kode");
    press(&mut harness, Key::Enter);
    assert!(codes_on(&harness, UNCODED).is_empty());
}

#[test]
fn a_code_is_made_in_the_picker_and_applied_in_one_step() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    let before = study(&harness).codes.len();
    press(&mut harness, Key::Enter);
    letters(&mut harness, "Persetujuan tertulis");
    harness.get_by_label("Buat kode “Persetujuan tertulis”, sebagai kode utama");
    press(&mut harness, Key::Enter);
    let after = study(&harness);
    let code = after.codes.iter().find(|code| code.name == "Persetujuan tertulis").expect("the new code");
    assert!(CODE_COLOURS.contains(&code.colour) && code.parent.is_none());
    assert_eq!(codings_on(&harness, UNCODED).len(), 1);
    assert!(harness.query_all_by_label_contains("Persetujuan tertulis").count() > 1, "chosen, and in the codebook");
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    assert_eq!(study(&harness).codes.len(), before, "one undo takes code and coding back");
    assert!(codings_on(&harness, UNCODED).is_empty());
    // Near a family it is offered as an indicator first.
    press(&mut harness, Key::Enter);
    letters(&mut harness, "Supervisi sejawat");
    press(&mut harness, Key::Enter);
    let after = study(&harness);
    let code = after.codes.iter().find(|code| code.name == "Supervisi sejawat").expect("the new code");
    assert_eq!(code.short, "SUP.6");
    assert_eq!(codes_on(&harness, UNCODED), ["SUP.6"]);
}

#[test]
fn the_words_themselves_become_a_code() {
    let mut harness = open_principal(ThemeChoice::Light);
    select_words(&mut harness, range_of(ARABIC));
    press(&mut harness, Key::V);
    let after = study(&harness);
    let code = after.codes.iter().find(|code| code.name == ARABIC).expect("the code of the words");
    assert_eq!(codings_on(&harness, ARABIC).len(), 1);
    assert!(code.examples.is_empty(), "the name holds all of them");
    // The same words somewhere else are the same code.
    let count = after.codes.len();
    press(&mut harness, Key::U);
    select_words(&mut harness, range_of(ARABIC));
    press(&mut harness, Key::V);
    assert_eq!(study(&harness).codes.len(), count);
    assert_eq!(codings_on(&harness, ARABIC).len(), 1);
    // A long passage gives its beginning, and is kept whole as an example.
    select(&mut harness, UNCODED);
    press(&mut harness, Key::V);
    let after = study(&harness);
    let code = after.codes.iter().find(|code| code.examples == [UNCODED]).expect("the code of the sentence");
    assert_eq!(code.name, "Iya, lembar persetujuannya sudah saya baca dan saya tanda…");
    // With Shift the place is chosen first.
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    press_with(&mut harness, Modifiers::SHIFT, Key::V);
    harness.get_by_label("Buat kode “Iya, lembar persetujuannya sudah saya baca dan saya tanda…”, sebagai kode utama");
}

#[test]
fn esc_ends_the_moment_of_the_second_digit_and_keeps_the_selection() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    harness.key_press(Key::Num4);
    harness.step();
    harness.key_press(Key::Escape);
    harness.step();
    harness.key_press(Key::Num1);
    harness.step();
    settle(&mut harness);
    assert_eq!(codes_on(&harness, UNCODED), ["EDU", "SUP"]);
    harness.get_by_label_contains("huruf dipilih · kata-kata KS");
    // A moment later a digit is a role again without Esc.
    harness.run_steps(8);
    press(&mut harness, Key::Num5);
    assert_eq!(codes_on(&harness, UNCODED), ["EDU", "LEA", "SUP"]);
}

#[test]
fn a_second_digit_comes_beside_a_role_that_was_there_before() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num4);
    harness.run_steps(8);
    harness.key_press(Key::Num4);
    harness.step();
    harness.key_press(Key::Num2);
    harness.step();
    settle(&mut harness);
    assert_eq!(codes_on(&harness, UNCODED), ["SUP", "SUP.2"]);
}

#[test]
fn a_digit_without_a_code_says_which_there_are_and_can_be_given_to_one() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num8);
    harness.get_by_label_contains("Tombol 8 belum dipakai. Yang ada: 1 EDU, 2 MAN");
    harness.get_by_label("Kesenjangan prestasi belajar").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    harness.run_steps(2);
    harness.get_by_label("Tombol…").click();
    harness.run_steps(3);
    harness.get_by_label("4 SUP Supervisor");
    press(&mut harness, Key::Num8);
    assert_eq!(study(&harness).codes.iter().find(|code| code.short == "KES").and_then(|code| code.key), Some(8));
    select_words(&mut harness, range_of(UNCODED));
    press(&mut harness, Key::Num8);
    assert_eq!(codes_on(&harness, UNCODED), ["KES"]);
}

#[test]
fn other_words_are_not_coded_with_what_was_chosen_before() {
    let mut harness = open_principal(ThemeChoice::Light);
    show_line_47(&mut harness);
    let before = codings_on(&harness, AFTER);
    press_with(&mut harness, Modifiers::SHIFT, Key::ArrowRight);
    press(&mut harness, Key::D);
    assert_eq!(codings_on(&harness, AFTER), before, "the selection is meant, not the coding chosen before");
}

#[test]
fn an_empty_codebook_is_filled_from_the_picker() {
    let mut harness = open_principal(ThemeChoice::Light);
    let all: Vec<_> = study(&harness).codes.iter().map(|code| code.id).collect();
    harness.state_mut().commands.send(Request::change(move |project| project.delete_codes(&all)));
    harness.run_steps(2);
    settle(&mut harness);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Enter);
    harness.get_by_label("Belum ada kode. Ketik nama untuk membuat yang pertama.");
    press(&mut harness, Key::Enter);
    assert!(!study(&harness).codes.is_empty(), "the EMASLIM codebook is there, and the picker still open");
    letters(&mut harness, "mot.2");
    press(&mut harness, Key::Enter);
    assert_eq!(codes_on(&harness, UNCODED), ["MOT.2"]);
}

#[test]
fn the_gestures_can_be_looked_at() {
    if std::env::var_os("EMASLIM_PICTURES").is_none() || !picture::can_render() {
        return;
    }
    for (theme, name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let mut harness = open_principal(theme);
        show_line_47(&mut harness);
        press(&mut harness, Key::Enter);
        picture::look(&mut harness, &format!("picker-recent-{name}"));
        letters(&mut harness, "sup");
        harness.key_press(Key::ArrowDown);
        harness.run_steps(3);
        picture::look(&mut harness, &format!("picker-{name}"));
        press_with(&mut harness, Modifiers::COMMAND, Key::Space);
        press_with(&mut harness, Modifiers::COMMAND, Key::D);
        letters(&mut harness, "guru di rumah");
        picture::look(&mut harness, &format!("picker-make-{name}"));
        letters(&mut harness, "feedbak");
        picture::look(&mut harness, &format!("picker-slip-{name}"));
        press(&mut harness, Key::Escape);
        select_words(&mut harness, range_of(UNCODED));
        harness.key_press(Key::Num4);
        harness.run_steps(2);
        picture::look(&mut harness, &format!("second-{name}"));
        harness.run_steps(8);
        harness.get_by_label("Supervisor").focus();
        harness.run_steps(2);
        harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
        harness.run_steps(3);
        picture::look(&mut harness, &format!("code-menu-{name}"));
        harness.get_by_label("Tombol…").click();
        harness.run_steps(3);
        picture::look(&mut harness, &format!("code-key-{name}"));
    }
    let mut small = window(settings(ThemeChoice::Light), vec2(1024.0, 600.0));
    small.get_by_label("Coba studi contoh").click();
    small.run_steps(2);
    settle(&mut small);
    show_line_47(&mut small);
    press(&mut small, Key::Enter);
    letters(&mut small, "sup");
    picture::look(&mut small, "picker_small");
}

#[test]
fn words_that_overlap_under_one_code_become_one_coding_which_is_chosen() {
    let mut harness = open_principal(ThemeChoice::Light);
    let start = range_of(UNCODED).start.get();
    let words = |from: usize, to: usize| UNCODED.chars().skip(from).take(to - from).collect::<String>();
    let (first, second) = (CharRange::new(start, start + 20), CharRange::new(start + 10, start + 30));
    select_words(&mut harness, first);
    press(&mut harness, Key::Num5);
    harness.run_steps(8);
    select_words(&mut harness, second);
    press(&mut harness, Key::Num5);
    assert_eq!(codes_on(&harness, &words(0, 30)), ["LEA"]);
    assert!(codes_on(&harness, &words(0, 20)).is_empty());
    let said = "menjadi satu dengan koding yang bertumpang tindih";
    assert!(harness.query_all_by_label_contains(said).next().is_some());
    press(&mut harness, Key::D);
    assert_eq!(codings_on(&harness, &words(0, 30))[0].1, Some(Direction::Supports));
    // A second digit parts them again: it is the indicator that was meant.
    for _ in 0..2 {
        press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    }
    assert_eq!(codes_on(&harness, &words(0, 20)), ["LEA"]);
    harness.run_steps(8);
    harness.key_press(Key::Num5);
    harness.step();
    harness.key_press(Key::Num2);
    harness.step();
    settle(&mut harness);
    assert_eq!(codes_on(&harness, &words(0, 20)), ["LEA"]);
    assert_eq!(codes_on(&harness, &words(10, 30)), ["LEA.2"]);
}
/// Whether the status line says that the caret or the selection is in this line and no other.
fn is_in_line(harness: &Harness<'_, App>, line: u32) -> bool {
    harness.query_all_by_label_contains(&format!("Baris {line} · ")).next().is_some()
}

fn step_with(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(2);
}

/// Lets go of what was chosen, goes down to a line and selects its first row, by keys alone.
fn select_line(harness: &mut Harness<'_, App>, line: u32) {
    for _ in 0..2 {
        step_with(harness, Modifiers::NONE, Key::Escape);
    }
    for _ in 0..60 {
        if is_in_line(harness, line) {
            break;
        }
        step_with(harness, Modifiers::NONE, Key::ArrowDown);
    }
    assert!(is_in_line(harness, line), "line {line} is reached");
    step_with(harness, Modifiers::NONE, Key::Home);
    step_with(harness, Modifiers::SHIFT, Key::End);
    assert!(is_in_line(harness, line), "line {line} is selected");
    harness.run_steps(8);
}

#[test]
fn the_first_page_is_coded_by_the_keyboard_alone() {
    let mut harness = open_principal(ThemeChoice::Light);
    let all: Vec<_> = study(&harness).codings.iter().map(|entry| entry.coding.id).collect();
    harness.state_mut().commands.send(Request::Uncode(all));
    harness.run_steps(2);
    settle(&mut harness);
    // A digit and a second one, and the direction.
    select_line(&mut harness, 12);
    for key in [Key::Num5, Key::Num2] {
        harness.key_press(key);
        harness.step();
    }
    settle(&mut harness);
    press(&mut harness, Key::D);
    press(&mut harness, Key::D);
    // Several at once, and a memo.
    select_line(&mut harness, 14);
    press(&mut harness, Key::Enter);
    for wanted in ["kes1", "kes2"] {
        letters(&mut harness, wanted);
        press_with(&mut harness, Modifiers::COMMAND, Key::Space);
    }
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::M);
    harness.run_steps(2);
    letters(&mut harness, "Bandingkan dengan G1.");
    press_with(&mut harness, Modifiers::COMMAND, Key::Enter);
    press(&mut harness, Key::Escape);
    // The same again, one of them taken away again.
    select_line(&mut harness, 16);
    press(&mut harness, Key::Q);
    press(&mut harness, Key::U);
    // Letters of a name; and a digit that is thought better of.
    select_line(&mut harness, 17);
    press(&mut harness, Key::Enter);
    letters(&mut harness, "suasana");
    press(&mut harness, Key::Enter);
    press(&mut harness, Key::Num3);
    press_with(&mut harness, Modifiers::COMMAND, Key::Z);
    let study = study(&harness);
    let mut coded: Vec<(u32, String, Option<Direction>)> = study
        .codings
        .iter()
        .map(|entry| {
            let segment = &study.segments[entry.segment as usize].segment;
            assert_eq!(segment.line, segment.line_end);
            let code = study.codes[entry.code as usize].short.clone();
            (segment.line.get(), code, entry.coding.direction)
        })
        .collect();
    coded.sort();
    let wanted = [
        (12, "LEA.2", Some(Direction::Partly)),
        (14, "KES.1", None),
        (14, "KES.2", None),
        (16, "KES.2", None),
        (17, "MOT.2", None),
    ];
    assert_eq!(coded, wanted.map(|(line, code, direction)| (line, code.to_owned(), direction)));
    let quotes = study.segments.iter().map(|entry| &entry.segment.quote);
    assert!(quotes.filter(|quote| quote.starts_with("Iya, lembar persetujuannya")).count() == 1);
    let memos: Vec<&str> = study.memos.iter().map(|memo| memo.text.as_str()).collect();
    assert!(memos.contains(&"Bandingkan dengan G1."), "{memos:?}");
}
