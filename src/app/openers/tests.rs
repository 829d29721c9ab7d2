//! What the window says and does when somebody else has the project open, walked without a display.

use crate::app::App;
use crate::app::commands::Request;
use crate::app::picture;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{WIDE, open_sample, settings, settle, window};
use crate::domain::{Language, MemoHost};
use crate::project::{Access, Project, Who};
use eframe::egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// A copy of the sample study in a folder of its own.
fn sample() -> (TempDir, PathBuf) {
    let harness = open_sample(ThemeChoice::Light);
    let from = harness.state().session.as_ref().expect("a project").facts.snapshot.path.clone();
    drop(harness);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tesis.emaslim");
    std::fs::copy(from, &path).expect("a copy");
    (folder, path)
}

fn on(device: &str, path: &Path) -> Project {
    let who = Who { coder: "Budi".to_owned(), device: device.to_owned() };
    Project::open(path, Access::ReadWrite, who).expect("opened")
}

fn open<'a>(settings: Settings, path: &Path) -> Harness<'a, App> {
    let mut harness = window(settings, WIDE);
    harness.state_mut().commands.send(Request::OpenProject(path.to_owned()));
    harness.run_steps(2);
    settle(&mut harness);
    harness.run_steps(3);
    harness
}

/// Steps until something holds, for what comes from outside.
fn wait(harness: &mut Harness<'_, App>, what: &str, holds: impl Fn(&App) -> bool) {
    let begun = Instant::now();
    while !holds(harness.state()) {
        assert!(begun.elapsed() < Duration::from_secs(20), "{what}: not within 20 s");
        std::thread::sleep(Duration::from_millis(20));
        harness.step();
    }
    harness.run_steps(3);
}

fn is_read_only(app: &App) -> Option<bool> {
    app.session.as_ref().map(|session| session.facts.snapshot.is_read_only)
}

#[test]
fn a_project_open_on_another_laptop_is_read_until_it_is_taken_over() {
    let (_folder, path) = sample();
    let laptop = on("LAPTOP-2", &path);
    let mut harness = open(settings(ThemeChoice::Light), &path);
    harness.get_by_label("Proyek ini terbuka di perangkat lain");
    harness.get_by_label_contains("Budi membukanya di LAPTOP-2 sejak");
    picture::look(&mut harness, "openers-elsewhere-light");
    harness.get_by_label("Baca saja").click();
    harness.run_steps(3);
    assert_eq!(is_read_only(harness.state()), Some(true));
    harness.get_by_label("Hanya dibaca");
    picture::look(&mut harness, "openers-read-only");
    // Later, from the top bar; and then it can be changed.
    harness.get_by_label("Terbuka di LAPTOP-2").click();
    harness.run_steps(3);
    harness.get_by_label("Ambil alih").click();
    harness.run_steps(3);
    settle(&mut harness);
    assert_eq!(is_read_only(harness.state()), Some(false));
    assert!(harness.query_by_label("Terbuka di LAPTOP-2").is_none());
    drop(laptop);
}

#[test]
fn thinking_better_of_it_closes_the_project_again() {
    let (_folder, path) = sample();
    let laptop = on("LAPTOP-2", &path);
    let english = Settings { language: Some(Language::English), ..settings(ThemeChoice::Dark) };
    let mut harness = open(english, &path);
    picture::look(&mut harness, "openers-elsewhere-dark");
    harness.get_by_label("Cancel").click();
    harness.run_steps(3);
    settle(&mut harness);
    assert_eq!(is_read_only(harness.state()), None);
    drop(laptop);
}

#[test]
fn a_window_that_is_taken_over_from_says_so_and_turns_read_only() {
    let (_folder, path) = sample();
    let mut harness = open(settings(ThemeChoice::Light), &path);
    assert_eq!(is_read_only(harness.state()), Some(false));
    let who = Who { coder: "Budi".to_owned(), device: "LAPTOP-2".to_owned() };
    let mut laptop = Project::open(&path, Access::TakeOver, who).expect("taken over");
    laptop.write_memo(MemoHost::Journal, "dari laptop").expect("a memo");
    wait(&mut harness, "turned read-only", |app| is_read_only(app) == Some(true));
    harness.get_by_label_contains("diambil alih di LAPTOP-2 oleh Budi");
    laptop.close().expect("closed");
}

#[test]
fn a_copy_with_work_of_its_own_is_noticed_and_listed() {
    let (folder, path) = sample();
    let copy = folder.path().join("tesis-LAPTOP-2.emaslim");
    std::fs::copy(&path, &copy).expect("a copy");
    let mut laptop = on("LAPTOP-2", &copy);
    let coding = laptop.study().codings[3].coding.id;
    laptop.uncode(&[coding]).expect("removed");
    let changed = laptop.study().codings[0].coding.id;
    laptop.set_direction(&[changed], None).expect("set");
    laptop.write_memo(MemoHost::Journal, "dari laptop").expect("a memo");
    laptop.close().expect("closed");
    for (theme, language, name) in [
        (ThemeChoice::Light, Language::Indonesian, "openers-copies-light"),
        (ThemeChoice::Dark, Language::English, "openers-copies-dark"),
    ] {
        let mut harness = open(Settings { language: Some(language), ..settings(theme) }, &path);
        let is_listed = |app: &App| app.session.as_ref().is_some_and(|session| !session.facts.copies.is_empty());
        wait(&mut harness, "copies compared", is_listed);
        picture::look(&mut harness, &format!("{name}-notice"));
        let compare = if language == Language::Indonesian { "Bandingkan" } else { "Compare" };
        harness.get_by_role_and_label(Role::Button, compare).click();
        harness.run_steps(3);
        picture::look(&mut harness, name);
        harness.get_by_label("tesis-LAPTOP-2.emaslim");
        if language == Language::Indonesian {
            harness.get_by_label("Koding: 0 hanya di sana, 1 hanya di sini, 1 berbeda, 199 sama");
            harness.get_by_label_contains("Langkah: 3 hanya di sana, 0 hanya di sini, 0 berbeda, ");
            harness.get_by_label_contains("Buka salinan ini").click();
            harness.run_steps(3);
            settle(&mut harness);
            assert_eq!(
                harness.state().session.as_ref().map(|session| session.facts.snapshot.path.clone()),
                Some(copy.clone())
            );
        }
    }
}
