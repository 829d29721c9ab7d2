//! Walks through the window by the names of things, without a display: first page, sample study, tables,
//! language, theme, history. And the pictures of the places this room owns.

use super::App;
use super::first_steps::FirstSteps;
use super::picture;
use super::place::PlaceKind;
use super::settings::{Recent, Settings, ThemeChoice};
use crate::domain::Language;
use eframe::egui::{Key, Modifiers, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

pub(super) const WIDE: Vec2 = vec2(1600.0, 1000.0);

pub(super) fn settings(theme: ThemeChoice) -> Settings {
    Settings {
        language: Some(Language::Indonesian),
        theme,
        coder: "Rahma A.".to_owned(),
        first_steps: FirstSteps::put_away(),
        ..Settings::default()
    }
}

pub(super) fn window<'a>(settings: Settings, size: Vec2) -> Harness<'a, App> {
    let app = App::new(settings, None).expect("a thread");
    let mut harness = Harness::builder().with_size(size).build_eframe(move |_| app);
    harness.run_steps(3);
    harness
}

/// Steps until the desk has nothing more to do and the window has shown it.
pub(super) fn settle(harness: &mut Harness<'_, App>) {
    let begun = Instant::now();
    loop {
        harness.step();
        if harness.state().is_idle() {
            break;
        }
        assert!(begun.elapsed() < Duration::from_secs(60), "the desk is not done after a minute");
        std::thread::sleep(Duration::from_millis(5));
    }
    harness.run_steps(3);
}

/// Steps until the window says something; what is read behind it comes when it is read.
pub(super) fn until_said(harness: &mut Harness<'_, App>, words: &str) {
    let begun = Instant::now();
    while harness.query_all_by_label(words).next().is_none() {
        assert!(begun.elapsed() < Duration::from_secs(60), "{words} is not said after a minute");
        std::thread::sleep(Duration::from_millis(5));
        harness.step();
    }
    harness.run_steps(2);
}

pub(super) fn open_sample<'a>(theme: ThemeChoice) -> Harness<'a, App> {
    open_sample_with(settings(theme))
}

pub(super) fn open_sample_with<'a>(settings: Settings) -> Harness<'a, App> {
    let mut harness = window(settings, WIDE);
    harness.get_by_label("Coba studi contoh").click();
    harness.run_steps(2);
    settle(&mut harness);
    assert!(harness.state().session.is_some(), "{:?}", harness.state().now.fault);
    harness
}

#[test]
fn the_first_page_leads_to_the_sample_study_and_its_tables() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.get_by_label("10 sumber data · 468 baris");
    harness.get_by_label("W.KS Kepala Sekolah").click();
    harness.run_steps(2);
    harness.get_by_label("Berkas asli: W.KS.12-02-2025.txt");
    harness.get_by_role_and_label(Role::Tab, "Informan").click();
    harness.run_steps(2);
    harness.get_by_label("6 informan dalam 3 kelompok");
    harness.get_by_label("Kepala sekolah");
}

#[test]
fn arrows_move_through_the_sources_and_enter_opens_one() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.get_by_label("W.KS Kepala Sekolah").click();
    harness.run_steps(2);
    harness.key_press(Key::ArrowDown);
    harness.run_steps(2);
    harness.get_by_label("Berkas asli: W.G1.14-02-2025.txt");
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Coding));
}

#[test]
fn undo_and_redo_are_said_and_the_history_lists_them() {
    let mut harness = open_sample(ThemeChoice::Light);
    let before = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.evaluations.len());
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(2);
    settle(&mut harness);
    let after = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.evaluations.len());
    assert!(after < before, "undo took back {before:?} to {after:?}");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::Z);
    harness.run_steps(2);
    settle(&mut harness);
    let again = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.evaluations.len());
    assert_eq!(again, before);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::H);
    harness.run_steps(2);
    settle(&mut harness);
    assert!(harness.state().session.as_ref().is_some_and(|session| !session.facts.history.is_empty()));
}

#[test]
fn language_and_theme_change_while_it_runs() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.get_by_label("Setelan").click();
    harness.run_steps(2);
    harness.get_by_label("English").click();
    harness.run_steps(3);
    harness.get_by_label("Dark").click();
    harness.run_steps(3);
    assert!(harness.ctx.global_style().visuals.dark_mode);
    harness.get_by_label("Data").click();
    harness.run_steps(2);
    harness.get_by_label("10 sources · 468 lines");
}

#[test]
fn no_frame_wears_half_of_two_themes() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.get_by_role_and_label(Role::Tab, "Koding").click();
    harness.run_steps(3);
    harness.state_mut().now.settings.theme = ThemeChoice::Dark;
    harness.step();
    let light = super::theme::Theme::get(false);
    for shape in &harness.output().shapes {
        let eframe::egui::Shape::Text(text) = &shape.shape else { continue };
        for section in &text.galley.job.sections {
            let colour = text.override_text_color.unwrap_or(section.format.color);
            assert!(colour != light.text && colour != light.text2, "{} is still in the light", text.galley.text());
        }
    }
}

#[test]
fn files_come_in_by_path_and_what_is_refused_is_said() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(super::commands::Request::NewProject {
        path: folder.path().join("baru.emaslim"),
        title: "Baru".to_owned(),
        codebook: super::commands::Codebook::Emaslim,
        language: Language::Indonesian,
    });
    harness.run_steps(2);
    settle(&mut harness);
    harness.get_by_label("Belum ada sumber data. Mulai dari satu transkrip wawancara.");
    let study = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/study/txt"));
    let missing = folder.path().join("tidak ada.txt");
    let missing_name = missing.display().to_string();
    harness.state_mut().commands.send(super::commands::Request::Import(vec![study, missing]));
    until_said(&mut harness, "1 berkas tidak akan diimpor; sebabnya tertulis pada berkas itu.");
    harness.get_by_label(&missing_name);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    settle(&mut harness);
    harness.get_by_label("10 sumber data · 468 baris");
    harness.get_by_label("10 sumber data diimpor.");
    harness.get_by_label("Rincian").click();
    harness.run_steps(3);
    harness.get_by_label_contains("W.KS.12-02-2025: Wawancara, KS, 75 giliran, 83 baris");
    drop(harness);
    let left: Vec<_> =
        std::fs::read_dir(folder.path()).expect("a folder").flatten().map(|file| file.file_name()).collect();
    assert_eq!(left, ["baru.emaslim"], "a closed window leaves exactly one file");
}

#[test]
fn the_form_of_a_new_project_takes_the_title_at_once_and_outlives_a_refusal() {
    let mut harness = window(settings(ThemeChoice::Light), WIDE);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run_steps(3);
    let title = harness.get_by_role_and_label(Role::TextInput, "Judul penelitian");
    assert!(title.is_focused(), "typing begins with the title");
    title.type_text("Supervisi");
    harness.run_steps(2);
    let folder = harness.get_by_role_and_label(Role::TextInput, "Folder");
    folder.focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.get_by_role_and_label(Role::TextInput, "Folder").type_text("/dev/null");
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    settle(&mut harness);
    assert!(harness.state().session.is_none() && harness.state().now.fault.is_some());
    harness.get_by_role_and_label(Role::TextInput, "Judul penelitian");
}

#[test]
fn ctrl_s_says_that_all_is_saved() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::S);
    harness.run_steps(2);
    harness.get_by_label("Semua sudah tersimpan; tidak perlu menyimpan sendiri.");
}

#[test]
fn the_palette_finds_a_command_by_a_few_letters() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    harness.run_steps(3);
    harness.get_by_label("Ketik nama perintah").type_text("lapor");
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Report));
}

#[test]
fn a_file_that_is_no_project_is_refused_in_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("catatan.emaslim");
    std::fs::write(&path, "bukan proyek").expect("a written file");
    let mut harness = window(settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(super::commands::Request::OpenProject(path));
    harness.run_steps(2);
    settle(&mut harness);
    let app = harness.state();
    assert!(app.session.is_none());
    let sentence = app.now.fault.as_ref().map(|fault| app.now.catalog.say(&fault.sentence)).expect("a fault");
    harness.get_by_label(&sentence);
}

/// Two projects opened before, whose files are there.
pub(super) fn recents(folder: &Path) -> Vec<Recent> {
    let day = 86_400_000;
    [("Skripsi", "a", "Supervisi dan kesenjangan, SMPN 31", 0), ("Penelitian", "b", "Pratindakan kelas VII", 14)]
        .into_iter()
        .map(|(parent, name, title, days)| {
            let parent = folder.join("Dokumen").join(parent);
            std::fs::create_dir_all(&parent).expect("a folder");
            let path = parent.join(name).with_extension("emaslim");
            std::fs::write(&path, "").expect("a file");
            Recent { path, title: title.to_owned(), opened: 1_740_000_000_000 - days * day, ..Recent::default() }
        })
        .collect()
}

fn hold_welcome(theme: ThemeChoice, name: &str) {
    if !picture::can_render() {
        return;
    }
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(Settings { recent: recents(folder.path()), ..settings(theme) }, WIDE);
    settle(&mut harness);
    picture::hold(&mut harness, name);
}

#[test]
fn a_project_whose_file_is_gone_is_said_and_taken_off_the_list_by_keys() {
    let folder = tempfile::tempdir().expect("a folder");
    let recent = recents(folder.path());
    std::fs::remove_file(&recent[1].path).expect("removed");
    let mut harness = window(Settings { recent, ..settings(ThemeChoice::Light) }, WIDE);
    settle(&mut harness);
    harness.get_by_label("Supervisi dan kesenjangan, SMPN 31");
    harness.get_by_label("Pratindakan kelas VII, Tidak ditemukan lagi di Dokumen › Penelitian");
    harness.get_by_label("Keluarkan Pratindakan kelas VII dari daftar").focus();
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert_eq!(harness.state().now.settings.recent.len(), 1);
    assert!(harness.query_by_label_contains("Pratindakan").is_none());
}

#[test]
fn the_first_page_looks_as_designed_in_the_light() {
    hold_welcome(ThemeChoice::Light, "welcome-light");
}

#[test]
fn the_first_page_looks_as_designed_in_the_dark() {
    hold_welcome(ThemeChoice::Dark, "welcome-dark");
}

fn hold_data(theme: ThemeChoice, name: &str) {
    if !picture::can_render() {
        return;
    }
    let mut harness = open_sample(theme);
    harness.get_by_label_contains("W.S3 ").click();
    harness.run_steps(2);
    // The sentence in the middle tells the folder, which is another one each time.
    harness.state_mut().now.said = None;
    harness.remove_cursor();
    harness.run_steps(2);
    picture::hold(&mut harness, name);
}

#[test]
fn the_place_of_data_looks_as_designed_in_the_light() {
    hold_data(ThemeChoice::Light, "data-light");
}

#[test]
fn the_place_of_data_looks_as_designed_in_the_dark() {
    hold_data(ThemeChoice::Dark, "data-dark");
}

#[test]
fn the_other_pages_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    let mut harness = open_sample(ThemeChoice::Light);
    harness.get_by_role_and_label(Role::Tab, "Informan").click();
    harness.run_steps(3);
    picture::look(&mut harness, "look-informants");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::H);
    harness.run_steps(2);
    settle(&mut harness);
    picture::look(&mut harness, "look-history");
    harness.get_by_label("Setelan").click();
    harness.run_steps(3);
    picture::look(&mut harness, "look-settings");
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::P);
    harness.run_steps(3);
    picture::look(&mut harness, "look-palette");
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    harness.key_press(Key::F1);
    harness.run_steps(3);
    picture::look(&mut harness, "look-keys");
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::N);
    harness.run_steps(3);
    picture::look(&mut harness, "look-new");
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    harness.set_size(vec2(1024.0, 600.0));
    harness.get_by_label("Data").click();
    harness.run_steps(3);
    picture::look(&mut harness, "look-data-small");
    let title = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.project.title.clone());
    harness.get_by_label(&title.expect("a project")).click();
    harness.run_steps(3);
    picture::look(&mut harness, "look-menu");
}
