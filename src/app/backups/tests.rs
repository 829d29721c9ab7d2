//! The form of backups as somebody uses it: back up, change, see what would be lost, go back; and its pictures.

use crate::app::App;
use crate::app::command::Command;
use crate::app::commands::Request;
use crate::app::picture;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{WIDE, open_sample, settings, settle, window};
use crate::domain::Language;
use eframe::egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn run(harness: &mut Harness<'_, App>, command: Command) {
    harness.state_mut().commands.run(command);
    harness.run_steps(2);
    settle(harness);
}

/// Evaluations, the last of which is the last step of the sample study.
fn evaluations(harness: &Harness<'_, App>) -> usize {
    harness.state().session.as_ref().map_or(0, |session| session.facts.snapshot.study.evaluations.len())
}

/// The sample study with a backup and a step behind it.
fn with_a_backup<'a>(theme: ThemeChoice) -> Harness<'a, App> {
    let mut harness = open_sample(theme);
    run(&mut harness, Command::BackUp);
    harness.get_by_label("Cadangan dibuat dan diperiksa.");
    run(&mut harness, Command::Undo);
    harness
}

#[test]
fn a_backup_is_gone_back_to_after_saying_what_it_costs() {
    let mut harness = with_a_backup(ThemeChoice::Light);
    let undone = evaluations(&harness);
    run(&mut harness, Command::Backups);
    harness.run_steps(3);
    settle(&mut harness);
    harness.get_by_label_contains("Akan hilang dari berkas sekarang: 1 langkah");
    harness.get_by_role_and_label(Role::Button, "Pulihkan cadangan ini").click();
    harness.run_steps(3);
    settle(&mut harness);
    assert!(evaluations(&harness) > undone, "{:?}", harness.state().now.fault);
    harness.get_by_label("Cadangan dipulihkan; berkas sebelumnya tetap ada di daftar cadangan.");
    // What lay there is a backup too, and the window goes on working.
    run(&mut harness, Command::Backups);
    harness.run_steps(3);
    settle(&mut harness);
    harness.get_by_label_contains("sebelum pemulihan");
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    let undoable = harness.state().session.as_ref().and_then(|session| session.facts.snapshot.undoable.clone());
    assert_eq!(undoable, None, "undo does not pass it");
}

#[test]
fn ctrl_s_says_that_all_is_saved_and_offers_a_copy() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(3);
    harness.get_by_label("Simpan salinan…");
}

#[test]
fn the_file_is_compacted_and_the_project_stays_open() {
    let mut harness = open_sample(ThemeChoice::Light);
    let before = evaluations(&harness);
    run(&mut harness, Command::Compact);
    assert_eq!(evaluations(&harness), before);
    // The sample was written in one go; whether it has gaps at all rests on the sizes of its rows.
    let said = ["Berkas dirapatkan dari", "Berkas sudah rapat"];
    assert!(said.iter().any(|words| harness.query_by_label_contains(words).is_some()));
    run(&mut harness, Command::Undo);
    assert!(evaluations(&harness) < before, "and can be changed");
}

#[test]
fn closing_makes_a_backup_of_what_has_changed() {
    let mut harness = open_sample(ThemeChoice::Light);
    run(&mut harness, Command::Undo);
    let path = harness.state().session.as_ref().map(|session| session.facts.snapshot.path.clone()).expect("open");
    drop(harness);
    let all = crate::project::backup::list(&path).expect("a list");
    assert_eq!(all.len(), 1, "{all:?}");
    let held = crate::project::backup::difference(&path, &all[0].path).expect("compared");
    assert!(held.loses_nothing() && held.steps.only_backup == 0, "{held:?}");
}

#[test]
fn pictures_of_the_form() {
    for theme in [ThemeChoice::Light, ThemeChoice::Dark] {
        let mut harness = with_a_backup(theme);
        run(&mut harness, Command::Backups);
        harness.run_steps(3);
        settle(&mut harness);
        picture::look(&mut harness, &format!("backups-{theme:?}"));
        let settings = Settings { language: Some(Language::English), ..harness.state().now.settings.clone() };
        harness.state_mut().commands.send(Request::Settings(Box::new(settings)));
        harness.run_steps(3);
        picture::look(&mut harness, &format!("backups-{theme:?}-en"));
        assert!(harness.query_by_label("Restore this backup").is_some());
    }
    let mut small = window(settings(ThemeChoice::Light), vec2(1024.0, 600.0));
    small.get_by_label("Coba studi contoh").click();
    small.run_steps(2);
    settle(&mut small);
    run(&mut small, Command::Backups);
    picture::look(&mut small, "backups-none");
    assert_ne!(small.ctx.content_rect().size(), WIDE);
}

/// 1600 × 1000 at 200 %.
#[test]
fn every_button_of_the_form_is_in_sight_at_twice_the_size() {
    let room = vec2(800.0, 500.0);
    let mut harness = window(settings(ThemeChoice::Light), room);
    run(&mut harness, Command::OpenSample);
    run(&mut harness, Command::BackUp);
    run(&mut harness, Command::Backups);
    harness.run_steps(3);
    settle(&mut harness);
    for name in ["Cadangkan sekarang", "Simpan salinan…", "Tutup", "Pulihkan cadangan ini"] {
        let button = harness.get_by_role_and_label(Role::Button, name).rect();
        assert!(button.left() >= 0.0 && button.right() <= room.x && button.bottom() <= room.y, "{name}: {button:?}");
    }
    picture::look(&mut harness, "backups-200-percent");
}
