//! Walks through finding and going to a line, by the names of things.

use crate::app::App;
use crate::app::coding::tests::{codings_on, open_principal, press};
use crate::app::picture;
use crate::app::settings::ThemeChoice;
use crate::app::walk::{WIDE, settle, until_said};
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn hear(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

fn write(harness: &mut Harness<'_, App>, words: &str) {
    harness.event(Event::Text(words.to_owned()));
    harness.run_steps(2);
}

/// Steps until something is said that begins with these words.
fn until_said_some(harness: &mut Harness<'_, App>, words: &str) {
    for _ in 0..400 {
        if says(harness, words) {
            return;
        }
        std::thread::sleep(std::time::Duration::from_millis(5));
        harness.step();
    }
    panic!("{words} is not said");
}

/// The words of the coding place's status line.
fn says(harness: &Harness<'_, App>, words: &str) -> bool {
    harness.query_all_by_label_contains(words).next().is_some()
}

#[test]
fn a_pattern_is_found_and_the_hit_one_stands_at_is_coded() {
    let mut harness = open_principal(ThemeChoice::Light);
    hear(&mut harness, Modifiers::COMMAND, Key::F);
    assert!(harness.get_by_label("Cari dalam sumber ini").is_focused());
    harness.get_by_label("Regex").click();
    harness.run_steps(2);
    harness.get_by_label("Cari dalam sumber ini").focus();
    harness.run_steps(2);
    write(&mut harness, r"(kekurangan|kelebihan)\w*");
    until_said(&mut harness, "1 dari 2");
    harness.key_press(Key::Enter);
    until_said(&mut harness, "2 dari 2");
    assert!(harness.get_by_label("Cari dalam sumber ini").is_focused(), "Enter goes on in the field");
    harness.key_press(Key::Enter);
    until_said(&mut harness, "1 dari 2");
    harness.get_by_label("Sampai di akhir sumber; dilanjutkan dari awal.");
    hear(&mut harness, Modifiers::SHIFT, Key::Enter);
    until_said(&mut harness, "2 dari 2");
    press(&mut harness, Key::Escape);
    assert!(harness.query_by_label("Cari dalam sumber ini").is_none(), "the bar is closed");
    press(&mut harness, Key::Num4);
    assert_eq!(codings_on(&harness, "kekurangannya").len(), 1, "the hit was selected");
}

#[test]
fn selected_words_are_searched_for_and_the_text_keeps_the_keys() {
    let mut harness = open_principal(ThemeChoice::Light);
    hear(&mut harness, Modifiers::COMMAND, Key::F);
    write(&mut harness, "supervisi");
    until_said(&mut harness, "1 dari 6");
    press(&mut harness, Key::Escape);
    // In the text the next hit is selected at once; the words searched for last are still known.
    hear(&mut harness, Modifiers::NONE, Key::F3);
    until_said(&mut harness, "2 dari 6");
    hear(&mut harness, Modifiers::NONE, Key::F3);
    until_said(&mut harness, "3 dari 6");
    assert!(says(&harness, "9 huruf dipilih"));
    hear(&mut harness, Modifiers::COMMAND | Modifiers::SHIFT, Key::G);
    until_said(&mut harness, "2 dari 6");
    hear(&mut harness, Modifiers::COMMAND, Key::F);
    write(&mut harness, "tidak pernah ada");
    until_said(&mut harness, "Tidak ditemukan");
}

#[test]
fn a_pattern_that_cannot_be_read_is_said_under_the_field() {
    let mut harness = open_principal(ThemeChoice::Light);
    hear(&mut harness, Modifiers::COMMAND, Key::F);
    harness.get_by_label("Regex").click();
    harness.run_steps(2);
    harness.get_by_label("Cari dalam sumber ini").focus();
    harness.run_steps(2);
    write(&mut harness, "(guru");
    until_said(&mut harness, "Pola tidak terbaca");
    assert!(says(&harness, "Kurung “(” pada huruf ke-1 tidak ditutup."));
}

#[test]
fn the_bar_and_the_field_are_looked_at() {
    for (theme, size, name) in [
        (ThemeChoice::Light, WIDE, "find"),
        (ThemeChoice::Dark, WIDE, "find-dark"),
        (ThemeChoice::Light, vec2(1024.0, 600.0), "find-small"),
    ] {
        let mut harness = open_principal(theme);
        harness.set_size(size);
        harness.run_steps(4);
        hear(&mut harness, Modifiers::COMMAND, Key::F);
        write(&mut harness, "guru");
        until_said_some(&mut harness, "1 dari");
        harness.key_press(Key::Enter);
        harness.run_steps(3);
        picture::look(&mut harness, name);
        harness.get_by_label("Regex").click();
        harness.run_steps(2);
        harness.get_by_label("Cari dalam sumber ini").focus();
        harness.run_steps(2);
        hear(&mut harness, Modifiers::COMMAND, Key::A);
        write(&mut harness, "[guru");
        until_said(&mut harness, "Pola tidak terbaca");
        picture::look(&mut harness, &format!("{name}-error"));
        press(&mut harness, Key::Escape);
        hear(&mut harness, Modifiers::COMMAND, Key::L);
        write(&mut harness, "900");
        harness.key_press(Key::Enter);
        harness.run_steps(3);
        assert!(says(&harness, "Tidak ada baris 900"));
        picture::look(&mut harness, &format!("{name}-line"));
    }
}

#[test]
fn a_line_and_a_citation_are_gone_to() {
    let mut harness = open_principal(ThemeChoice::Light);
    hear(&mut harness, Modifiers::COMMAND, Key::L);
    write(&mut harness, "900");
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert!(says(&harness, "Tidak ada baris 900"));
    hear(&mut harness, Modifiers::COMMAND, Key::A);
    write(&mut harness, "47");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(says(&harness, "Baris 47 ·"));
    hear(&mut harness, Modifiers::COMMAND, Key::L);
    write(&mut harness, "W.G1.14-02-2025, baris 12-13");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    settle(&mut harness);
    assert!(says(&harness, "Baris 12–13 ·"));
    assert!(says(&harness, "Naskah W.G1"));
}
