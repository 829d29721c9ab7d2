//! The help by keys alone: opened, turned to the glossary, left by a link to the place where a word is used.

use crate::app::place::PlaceKind;
use crate::app::settings::ThemeChoice;
use crate::app::walk::{open_sample, settings, window};
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::kittest::Queryable;

#[test]
fn a_word_of_the_glossary_leads_to_its_place() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F1);
    harness.run_steps(3);
    harness.get_by_label("Impor transkrip dan catatan");
    harness.get_by_label("Istilah").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    harness.get_by_label("Triangulasi sumber");
    let links: Vec<_> = harness.query_all_by_label_contains("Tampak di ").collect();
    assert_eq!(links.len(), 12, "each of the twelve words says where it is used");
    drop(links);
    let first = harness.query_all_by_label("Tampak di Triangulasi").next().expect("a link");
    first.focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Compare));
    assert!(harness.state().overlay.is_none(), "the help is out of the way");
}

#[test]
fn the_help_is_there_before_a_project_is() {
    let mut harness = window(settings(ThemeChoice::Dark), vec2(1024.0, 600.0));
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F1);
    harness.run_steps(3);
    harness.get_by_label("Impor transkrip dan catatan");
    assert!(harness.query_by_label_contains("Buka Data").is_none(), "there is no place to go to yet");
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    assert!(harness.state().overlay.is_none());
}
