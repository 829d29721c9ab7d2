//! Walks with the hands on the words: select by every key and every number of clicks, go through overlapping codings,
//! move an end, carry words to a code and a code to words, code an Arabic phrase.

use super::tests::{AFTER, UNCODED, codings_on, drag, open_principal, press, select, study};
use crate::app::App;
use crate::app::place::Spot;
use crate::app::settings::ThemeChoice;
use crate::app::walk::settle;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, PointerButton, Pos2, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

const SHIFT: Modifiers = Modifiers::SHIFT;
const COMMAND: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

fn hold(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(1);
}

fn taken(harness: &Harness<'_, App>) -> Option<String> {
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(words) => Some(words.clone()),
        _ => None,
    })
}

/// What Ctrl+C gives.
fn copied(harness: &mut Harness<'_, App>) -> String {
    harness.event(Event::Copy);
    harness.step();
    taken(harness).unwrap_or_default()
}

fn button(at: Pos2, pressed: bool) -> Event {
    Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers: Modifiers::NONE }
}

/// Clicks so many times before the first letter of a line, long after any other click.
fn click_at_start(harness: &mut Harness<'_, App>, words: &str, clicks: usize) {
    let at = harness.get_by_label_contains(words).rect().left_top() + vec2(3.0, 12.0);
    harness.run_steps(8);
    harness.event(Event::PointerMoved(at));
    harness.step();
    for _ in 0..clicks {
        harness.event(button(at, true));
        harness.event(button(at, false));
    }
    harness.run_steps(2);
}

fn choose_after(harness: &mut Harness<'_, App>) {
    let id = codings_on(harness, AFTER)[0].2;
    let study = study(harness);
    let entry = study.coding(id).expect("a coding");
    let source = study.segments[entry.segment as usize].segment.source;
    let spot = Spot { source, range: None, coding: Some(id) };
    harness.state_mut().commands.send(crate::app::commands::Request::Show(spot));
    harness.run_steps(3);
    settle(harness);
}

fn undo(harness: &mut Harness<'_, App>) {
    harness.key_press_modifiers(COMMAND, Key::Z);
    harness.run_steps(2);
    settle(harness);
}

#[test]
fn words_are_selected_by_every_key_and_by_clicks() {
    let mut harness = open_principal(ThemeChoice::Light);
    let sentence = "Iya, lembar persetujuannya sudah saya baca dan saya tanda tangani.";
    click_at_start(&mut harness, UNCODED, 1);
    for (modifiers, key, words) in [
        (SHIFT, Key::ArrowRight, "I"),
        (COMMAND | SHIFT, Key::ArrowRight, "Iya"),
        (ALT | SHIFT, Key::ArrowRight, sentence),
        (COMMAND | SHIFT, Key::ArrowDown, UNCODED),
        (ALT | SHIFT, Key::ArrowLeft, sentence),
        (COMMAND | SHIFT, Key::ArrowUp, ""),
    ] {
        hold(&mut harness, modifiers, key);
        assert_eq!(copied(&mut harness), words, "{modifiers:?} {key:?}");
    }
    for words in ["Iya", sentence, UNCODED] {
        hold(&mut harness, ALT, Key::ArrowUp);
        assert_eq!(copied(&mut harness), words);
    }
    hold(&mut harness, ALT, Key::ArrowDown);
    assert_eq!(copied(&mut harness), sentence);
    // A step of the harness is a quarter of a second.
    harness.ctx.options_mut(|options| options.input_options.max_double_click_delay = 1.5);
    for (clicks, words) in [(2, "Iya"), (3, sentence), (4, UNCODED)] {
        click_at_start(&mut harness, UNCODED, clicks);
        assert_eq!(copied(&mut harness), words, "{clicks} clicks");
    }
    // With the citation, as it stands in a thesis.
    let modifiers = COMMAND | SHIFT;
    harness.event(Event::Key { key: Key::C, physical_key: None, pressed: true, repeat: false, modifiers });
    harness.step();
    let cited = taken(&harness).expect("copied words");
    assert!(cited.starts_with(&format!("“{UNCODED}” (W.KS.12-02-2025, baris ")), "{cited}");
}

#[test]
fn overlapping_codings_are_gone_round_by_one_key_and_the_text_by_another() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    for key in [Key::Num1, Key::Num2, Key::Num3] {
        // After the moment in which the second digit would be an indicator.
        press(&mut harness, key);
        harness.run_steps(12);
    }
    assert_eq!(codings_on(&harness, UNCODED).len(), 3);
    for (modifiers, at) in
        [(Modifiers::NONE, 1), (Modifiers::NONE, 2), (Modifiers::NONE, 3), (SHIFT, 2), (SHIFT, 1), (SHIFT, 3)]
    {
        hold(&mut harness, modifiers, Key::O);
        harness.run_steps(2);
        harness.get_by_label_contains(&format!(" · {at} dari 3"));
    }
    press(&mut harness, Key::Escape);
    press(&mut harness, Key::Escape);
    hold(&mut harness, COMMAND, Key::Home);
    let total = study(&harness).segments.len();
    assert!(total > 3);
    press(&mut harness, Key::CloseBracket);
    harness.get_by_label_contains(" · 1 dari ");
    press(&mut harness, Key::CloseBracket);
    harness.get_by_label_contains(" · 2 dari ");
    press(&mut harness, Key::OpenBracket);
    press(&mut harness, Key::OpenBracket);
    harness.get_by_label("Tidak ada koding lagi sebelum ini.");
}

#[test]
fn an_end_is_moved_by_a_word_and_undo_gives_the_words_back() {
    let mut harness = open_principal(ThemeChoice::Light);
    choose_after(&mut harness);
    let before = codings_on(&harness, AFTER);
    let shorter = AFTER.strip_prefix("Setelah ").expect("this word");
    press(&mut harness, Key::B);
    harness.get_by_label_contains("Ujung akhir koding · baris 47");
    press(&mut harness, Key::Tab);
    hold(&mut harness, COMMAND, Key::ArrowRight);
    harness.run_steps(1);
    harness.get_by_label_contains("Ujung awal koding · baris 47");
    assert_eq!(codings_on(&harness, AFTER), before, "the project has not heard of it");
    press(&mut harness, Key::Enter);
    let moved = codings_on(&harness, shorter);
    assert_eq!(moved.len(), 1);
    assert_eq!(moved[0].2, before[0].2, "it stays the same coding");
    assert_eq!(codings_on(&harness, AFTER).len(), before.len() - 1, "the other codes of these words stay");
    undo(&mut harness);
    assert_eq!(codings_on(&harness, AFTER), before);
    // Escape leaves it as it was.
    press(&mut harness, Key::B);
    hold(&mut harness, ALT, Key::ArrowRight);
    press(&mut harness, Key::Escape);
    assert_eq!(codings_on(&harness, AFTER), before);
}

#[test]
fn an_end_is_dragged_by_its_handle() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num4);
    harness.run_steps(12);
    let before = codings_on(&harness, UNCODED);
    let start = harness.get_by_label(UNCODED).rect().left_top() + vec2(0.0, 14.0);
    drag(&mut harness, start, start + vec2(120.0, 0.0));
    settle(&mut harness);
    assert!(codings_on(&harness, UNCODED).is_empty());
    undo(&mut harness);
    assert_eq!(codings_on(&harness, UNCODED), before);
}

#[test]
fn selected_words_are_carried_to_a_code_and_a_code_to_them() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    let words = harness.get_by_label(UNCODED).rect().left_top() + vec2(80.0, 14.0);
    let row = harness.get_by_role_and_label(Role::ListItem, "Supervisor").rect().center();
    // Escape lets them fall.
    harness.event(Event::PointerMoved(words));
    harness.step();
    harness.event(button(words, true));
    harness.step();
    for part in [0.5, 1.0] {
        harness.event(Event::PointerMoved(words + (row - words) * part));
        harness.step();
    }
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    harness.event(button(row, false));
    harness.run_steps(2);
    settle(&mut harness);
    assert!(codings_on(&harness, UNCODED).is_empty());
    drag(&mut harness, words, row);
    settle(&mut harness);
    assert_eq!(codings_on(&harness, UNCODED)[0].0, "SUP");
    let row = harness.get_by_role_and_label(Role::ListItem, "Manajer").rect().center();
    drag(&mut harness, row, words);
    settle(&mut harness);
    let there: Vec<String> = codings_on(&harness, UNCODED).into_iter().map(|(code, _, _)| code).collect();
    assert_eq!(there, ["MAN", "SUP"]);
    // Words that nobody has selected take nothing, and it is said what to do.
    let count = study(&harness).codings.len();
    let other = words - vec2(0.0, 60.0);
    drag(&mut harness, row, other);
    settle(&mut harness);
    harness.get_by_label("Pilih satu pernyataan dalam naskah lebih dahulu.");
    assert_eq!(study(&harness).codings.len(), count);
}

#[test]
fn an_arabic_phrase_is_coded_by_keys() {
    let mut harness = open_principal(ThemeChoice::Light);
    click_at_start(&mut harness, "وعليكم السلام", 1);
    for _ in 0..2 {
        hold(&mut harness, COMMAND, Key::ArrowRight);
    }
    for _ in 0..2 {
        hold(&mut harness, COMMAND | SHIFT, Key::ArrowRight);
    }
    assert_eq!(copied(&mut harness), "وعليكم السلام");
    press(&mut harness, Key::Num7);
    assert_eq!(codings_on(&harness, "وعليكم السلام").len(), 1);
}
