//! Walks through the list of notices: nothing that went wrong is lost from it, and every detail can be copied.

use crate::app::App;
use crate::app::commands::Request;
use crate::app::picture;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{WIDE, open_sample, settings, settle, window};
use crate::domain::Language;
use crate::trace::Crash;
use eframe::egui::{Key, OutputCommand, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::PathBuf;

fn fail_twice(harness: &mut Harness<'_, App>) {
    for name in ["pertama.emaslim", "kedua.emaslim"] {
        harness.state_mut().commands.send(Request::OpenProject(PathBuf::from("/tidak/ada").join(name)));
        harness.run_steps(2);
        settle(harness);
    }
}

/// What was put on the clipboard last.
fn copied(harness: &Harness<'_, App>) -> Option<String> {
    harness.output().platform_output.commands.iter().rev().find_map(|command| match command {
        OutputCommand::CopyText(words) => Some(words.clone()),
        _ => None,
    })
}

#[test]
fn errors_stay_in_the_list_when_the_next_sentence_is_said() {
    let mut harness = open_sample(ThemeChoice::Light);
    fail_twice(&mut harness);
    let folder = tempfile::tempdir().expect("a folder");
    let damaged = folder.path().join("rusak.emaslim");
    std::fs::write(&damaged, "bukan proyek").expect("a file");
    harness.state_mut().commands.send(Request::OpenProject(damaged));
    harness.run_steps(2);
    settle(&mut harness);
    harness.state_mut().commands.send(Request::Tell(crate::app::plain("status-nothing-to-save")));
    harness.run_steps(2);
    assert!(harness.state().now.fault.is_none(), "the status line has gone on");
    harness.get_by_role_and_label(Role::Button, "Pemberitahuan: 3 belum dibaca").click();
    harness.run_steps(3);
    for words in ["pertama.emaslim", "kedua.emaslim", "rusak.emaslim"] {
        assert!(harness.query_all_by_label_contains(words).next().is_some(), "{words} is lost");
    }
    assert_eq!(harness.query_all_by_role_and_label(Role::Image, "Kesalahan").count(), 3);
    // The technical detail unfolds by keyboard and is copied with its sentence.
    harness.get_all_by_role_and_label(Role::Button, "Rincian").next().expect("a detail").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    harness.get_by_label_contains("not a project file");
    harness.get_by_role_and_label(Role::Button, "Salin semua").click();
    harness.step();
    let words = copied(&harness).expect("words on the clipboard");
    assert!(words.contains("pertama.emaslim") && words.contains("not a project file"), "{words}");
    harness.get_by_role_and_label(Role::Button, "Tutup").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Pemberitahuan");
}

#[test]
fn f8_opens_the_list_on_the_first_page_too() {
    let mut harness = window(settings(ThemeChoice::Light), WIDE);
    harness.key_press(Key::F8);
    harness.run_steps(3);
    harness.get_by_label_contains("Belum ada pemberitahuan.");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    fail_twice(&mut harness);
    harness.get_by_role_and_label(Role::Button, "Pemberitahuan: 2 belum dibaca");
}

fn crash() -> Crash {
    Crash {
        at: 1_740_000_000_000,
        path: PathBuf::from("/data/log/crash-1.txt"),
        text: "Emaslim 0.1.0 linux/x86_64\nthread main\nat src/app/mod.rs:1:1".to_owned(),
    }
}

#[test]
fn an_unexpected_end_is_said_at_the_next_start_with_its_report() {
    let mut harness = window(settings(ThemeChoice::Light), WIDE);
    harness.state_mut().tell_crash(crash());
    harness.run_steps(2);
    harness.get_by_label_contains("Emaslim berhenti tak terduga pada 19 Februari 2025");
    harness.get_by_role_and_label(Role::Button, "Lihat laporan").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Rincian").click();
    harness.run_steps(3);
    harness.get_by_label_contains("at src/app/mod.rs:1:1");
}

#[test]
fn the_list_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    for (theme, language, name) in
        [(ThemeChoice::Light, Language::Indonesian, "light-id"), (ThemeChoice::Dark, Language::English, "dark-en")]
    {
        for (size, room) in [(WIDE, "wide"), (vec2(1024.0, 600.0), "small")] {
            let mut harness = window(Settings { language: Some(language), ..settings(theme) }, size);
            harness.key_press(Key::F8);
            harness.run_steps(3);
            picture::look(&mut harness, &format!("look-notices-empty-{name}-{room}"));
            harness.key_press(Key::Escape);
            harness.run_steps(2);
            harness.state_mut().tell_crash(crash());
            harness.run_steps(2);
            picture::look(&mut harness, &format!("look-crash-{name}-{room}"));
            harness.state_mut().commands.run(crate::app::command::Command::OpenSample);
            harness.run_steps(2);
            settle(&mut harness);
            fail_twice(&mut harness);
            picture::look(&mut harness, &format!("look-status-{name}-{room}"));
            harness.state_mut().commands.send(Request::Tell(crate::app::plain("status-nothing-to-save")));
            harness.run_steps(2);
            picture::look(&mut harness, &format!("look-status-said-{name}-{room}"));
            harness.key_press(Key::F8);
            harness.run_steps(3);
            picture::look(&mut harness, &format!("look-notices-{name}-{room}"));
        }
    }
}
