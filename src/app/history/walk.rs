//! Walks through the history: days, words that are looked for, a step chosen by keys, and the way back.

use crate::app::App;
use crate::app::commands::Request;
use crate::app::picture;
use crate::app::place::PlaceKind;
use crate::app::settings::ThemeChoice;
use crate::app::walk::{open_sample, settle};
use crate::domain::{CodingId, Direction};
use eframe::egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn codings(harness: &Harness<'_, App>) -> Vec<(CodingId, Option<Direction>)> {
    let session = harness.state().session.as_ref().expect("a project");
    session.facts.snapshot.study.codings.iter().map(|entry| (entry.coding.id, entry.coding.direction)).collect()
}

fn change(harness: &mut Harness<'_, App>, request: Request) {
    harness.state_mut().commands.send(request);
    harness.run_steps(2);
    settle(harness);
}

/// Takes the direction of three codings away, one step each, and turns to the history.
fn with_three_steps<'a>(theme: ThemeChoice) -> (Harness<'a, App>, Vec<(CodingId, Option<Direction>)>) {
    let mut harness = open_sample(theme);
    let before = codings(&harness);
    let directed: Vec<CodingId> = before.iter().filter(|(_, is)| is.is_some()).map(|(id, _)| *id).take(3).collect();
    for coding in directed {
        change(&mut harness, Request::SetDirection(vec![coding], None));
    }
    change(&mut harness, Request::Go(PlaceKind::History));
    (harness, before)
}

#[test]
fn going_back_undoes_what_the_list_says_and_redo_brings_it_back() {
    let (mut harness, before) = with_three_steps(ThemeChoice::Light);
    let after = codings(&harness);
    harness.get_by_label("Hari ini");
    // Down to the third step from the top, by keys alone.
    for _ in 0..3 {
        harness.key_press(Key::ArrowDown);
        harness.run_steps(2);
    }
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    settle(&mut harness);
    harness.get_by_label("Kembali ke sebelum langkah ini");
    harness.get_by_role_and_label(Role::Button, "Urungkan 3 langkah").click();
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(codings(&harness), before);
    harness.get_by_label("3 langkah diurungkan.");
    for _ in 0..3 {
        harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
        harness.run_steps(2);
        settle(&mut harness);
    }
    assert_eq!(codings(&harness), after);
}

#[test]
fn steps_are_found_by_their_words_and_lead_to_the_text() {
    let (mut harness, _) = with_three_steps(ThemeChoice::Light);
    harness.get_by_label("Cari langkah").focus();
    harness.run_steps(2);
    harness.get_by_label("Cari langkah").type_text("arah bukti");
    harness.run_steps(3);
    harness.get_by_label_contains(" dari ");
    harness.get_all_by_role(Role::ListItem).next().expect("a step").click();
    harness.run_steps(2);
    harness.get_by_label("Lihat di naskah").click();
    harness.run_steps(2);
    settle(&mut harness);
    harness.run_steps(3);
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Coding));
}

#[test]
fn the_history_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    for (theme, name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let (mut harness, _) = with_three_steps(theme);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run_steps(2);
        settle(&mut harness);
        for _ in 0..4 {
            harness.key_press(Key::ArrowDown);
            harness.run_steps(2);
        }
        picture::look(&mut harness, &format!("look-history-{name}"));
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        settle(&mut harness);
        picture::look(&mut harness, &format!("look-back-{name}"));
        harness.key_press(Key::Escape);
        harness.run_steps(2);
        harness.set_size(vec2(1024.0, 600.0));
        harness.run_steps(3);
        picture::look(&mut harness, &format!("look-history-small-{name}"));
    }
}
