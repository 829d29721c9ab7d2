//! Walks through the sources by keyboard alone, and pictures of them.

use crate::analysis::Study;
use crate::app::App;
use crate::app::commands::{Codebook, Request};
use crate::app::picture;
use crate::app::place::PlaceKind;
use crate::app::settings::ThemeChoice;
use crate::app::walk::{WIDE, open_sample, settings, settle, until_said, window};
use crate::domain::Language;
use crate::domain::Technique;
use crate::project::TypedSource;
use eframe::egui::{Key, Modifiers, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::Path;
use std::sync::Arc;

fn study(harness: &Harness<'_, App>) -> Arc<Study> {
    harness.state().session.as_ref().expect("a project").facts.snapshot.study.clone()
}

fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
}

/// Goes on with the Tab key until something of this name has the focus.
fn tab_to(harness: &mut Harness<'_, App>, name: &str) {
    for _ in 0..120 {
        if harness.query_all_by_label(name).any(|node| node.is_focused()) {
            return;
        }
        press(harness, Modifiers::NONE, Key::Tab);
    }
    panic!("the Tab key does not lead to {name}");
}

/// Goes back with Shift+Tab until something of this kind and name has the focus.
fn back_to(harness: &mut Harness<'_, App>, role: Role, name: &str) {
    for _ in 0..60 {
        if harness.query_all_by_role_and_label(role, name).any(|node| node.is_focused()) {
            return;
        }
        press(harness, Modifiers::SHIFT, Key::Tab);
    }
    panic!("Shift+Tab does not lead back to {name}");
}

/// Types into whatever has the focus, in place of what stands there.
fn type_anew(harness: &mut Harness<'_, App>, words: &str) {
    press(harness, Modifiers::COMMAND, Key::A);
    harness.event(eframe::egui::Event::Text(words.to_owned()));
    harness.run_steps(3);
}

fn is_focused(harness: &Harness<'_, App>, name: &str) -> bool {
    harness.query_all_by_label(name).any(|node| node.is_focused())
}

#[test]
fn a_source_is_renamed_by_keys_and_what_is_wrong_stays_in_its_field() {
    let mut harness = open_sample(ThemeChoice::Light);
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    press(&mut harness, Modifiers::NONE, Key::F2);
    assert!(is_focused(&harness, "Nama"));
    // The words are marked: typing replaces them.
    harness.event(eframe::egui::Event::Text("W.G1.14-02-2025".to_owned()));
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    harness.get_by_label("Sudah ada sumber data bernama W.G1.14-02-2025. Pilih nama lain.");
    assert_eq!(study(&harness).sources[0].name, "W.KS.12-02-2025");
    type_anew(&mut harness, " ");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    harness.get_by_label("Sumber data perlu nama. Isi namanya, lalu coba lagi.");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.run_steps(3);
    assert!(is_focused(&harness, "W.KS Kepala Sekolah"), "Esc gives up and leads back");
    press(&mut harness, Modifiers::NONE, Key::F2);
    type_anew(&mut harness, "Wawancara kepala");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    assert_eq!(study(&harness).sources[0].name, "Wawancara kepala");
    harness.get_by_label("Mengganti nama W.KS.12-02-2025 menjadi Wawancara kepala");
    assert!(is_focused(&harness, "W.KS Kepala Sekolah"), "the table goes on from where it was");
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!(study(&harness).sources[0].name, "W.KS.12-02-2025");
}

#[test]
fn a_date_is_changed_by_keys_and_a_wrong_one_is_not_taken() {
    let mut harness = open_sample(ThemeChoice::Light);
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    press(&mut harness, Modifiers::NONE, Key::Space);
    // Backwards into the panel, which stands before the table.
    back_to(&mut harness, Role::MultilineTextInput, "Tanggal");
    type_anew(&mut harness, "30 Februari 2025");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    let wrong = "“30 Februari 2025” bukan tanggal. Tulis misalnya 12 Februari 2025 atau 2025-02-12.";
    harness.get_by_label(wrong);
    assert_eq!(study(&harness).sources[0].date, "2025-02-12".parse().ok());
    // Another source is chosen meanwhile: what was not written is said.
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    harness.get_by_label(wrong);
    press(&mut harness, Modifiers::NONE, Key::ArrowUp);
    back_to(&mut harness, Role::MultilineTextInput, "Tanggal");
    type_anew(&mut harness, "13 Februari 2025");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    assert_eq!(study(&harness).sources[0].date, "2025-02-13".parse().ok());
    harness.get_by_label("Mengubah tanggal W.KS");
}

#[test]
fn a_source_is_deleted_and_brought_back_by_keys_even_while_it_is_open() {
    let mut harness = open_sample(ThemeChoice::Light);
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Coding));
    press(&mut harness, Modifiers::COMMAND, Key::Num1);
    let before = study(&harness);
    tab_to(&mut harness, "W.G1 Guru Matematika kelas VIII");
    press(&mut harness, Modifiers::NONE, Key::Delete);
    settle(&mut harness);
    assert_eq!(study(&harness).sources.len(), 9);
    assert!(harness.query_all_by_label_contains("Menghapus W.G1 beserta ").next().is_some());
    assert!(!is_focused(&harness, "W.G1 Guru Matematika kelas VIII"));
    let next = study(&harness).sources[1].clone();
    assert!(is_focused(&harness, &format!("{} {}", next.short, next.called())), "the next row has the focus");
    press(&mut harness, Modifiers::COMMAND, Key::Num2);
    settle(&mut harness);
    press(&mut harness, Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    let after = study(&harness);
    assert_eq!((after.sources.len(), after.codings.len()), (10, before.codings.len()));
    assert_eq!(after.sources, before.sources);
}

#[test]
fn the_table_is_narrowed_and_sorted_by_keys() {
    let mut harness = open_sample(ThemeChoice::Light);
    tab_to(&mut harness, "Saring");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(is_focused(&harness, "Nama, tempat, informan, catatan"), "the words come first");
    type_anew(&mut harness, "siswa viii");
    harness.get_by_label("2 dari 10 sumber data");
    assert!(harness.query_by_label("W.KS Kepala Sekolah").is_none());
    type_anew(&mut harness, "tidak ada yang begini");
    harness.get_by_label("Tidak ada sumber data yang cocok.");
    tab_to(&mut harness, "Hapus saringan");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("10 dari 10 sumber data");
    tab_to(&mut harness, "Segmen");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    let top = |name: &str| harness.get_by_label_contains(name).rect().top();
    assert!(top("W.KS ") < top("D.2 "), "most segments first");
}

#[test]
fn several_sources_get_a_technique_by_keys() {
    let mut harness = open_sample(ThemeChoice::Light);
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    press(&mut harness, Modifiers::NONE, Key::Space);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    harness.get_by_label("3 dari 10 sumber data dipilih");
    back_to(&mut harness, Role::ComboBox, "Teknik");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(3);
    for _ in 0..20 {
        if is_focused(&harness, "Dokumentasi") {
            break;
        }
        press(&mut harness, Modifiers::NONE, Key::Tab);
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    let study = study(&harness);
    assert!(study.sources[..3].iter().all(|source| source.technique == Technique::Document));
    assert_eq!(study.sources[3].technique, Technique::Interview);
    harness.get_by_label("Mengubah teknik 3 sumber data");
}

#[test]
fn the_original_comes_out_of_the_project_as_it_went_in() {
    let mut harness = open_sample(ThemeChoice::Light);
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    press(&mut harness, Modifiers::NONE, Key::Space);
    back_to(&mut harness, Role::Link, "Berkas asli: W.KS.12-02-2025.txt");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    let said = harness.state().now.said.as_ref().map(|said| said.sentence.clone()).expect("a sentence");
    assert_eq!(said.key, "data-original-at");
    let (_, path) = said.args.first().expect("a path");
    let crate::domain::Arg::Text(path) = path else { panic!("no path") };
    let written = std::fs::read(path).expect("the file");
    assert!(String::from_utf8_lossy(&written).contains("Kode dokumen: W.KS.12-02-2025"));
}

#[test]
fn a_source_is_marked_as_done_from_its_menu() {
    let mut harness = open_sample(ThemeChoice::Light);
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    press(&mut harness, Modifiers::NONE, Key::Space);
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    for _ in 0..6 {
        if is_focused(&harness, "Batalkan tanda selesai") {
            break;
        }
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    assert_eq!(study(&harness).stands()[0].stage, crate::analysis::Stage::InProgress);
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    for _ in 0..6 {
        if is_focused(&harness, "Tandai selesai") {
            break;
        }
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    press(&mut harness, Modifiers::NONE, Key::Enter);
    settle(&mut harness);
    harness.get_by_label("Menandai W.KS selesai");
    assert_eq!(study(&harness).stands()[0].stage, crate::analysis::Stage::Done);
}

#[test]
fn a_source_is_typed_in_and_nothing_typed_is_lost() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.state_mut().commands.run(crate::app::command::Command::TypeSource);
    harness.run_steps(4);
    assert!(is_focused(&harness, "Nama"), "typing begins with the name");
    harness.event(eframe::egui::Event::Text("W.KS.12-02-2025".to_owned()));
    harness.run_steps(2);
    tab_to(&mut harness, "Lembar observasi");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(2);
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    settle(&mut harness);
    harness.get_by_label("Sudah ada sumber data bernama W.KS.12-02-2025. Pilih nama lain.");
    press(&mut harness, Modifiers::NONE, Key::Escape);
    assert!(harness.state().overlay.is_none());
    harness.state_mut().commands.run(crate::app::command::Command::Drafts);
    harness.run_steps(4);
    harness.get_by_label("Ketik sumber data…");
    tab_to(&mut harness, "Lanjutkan mengetik");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(4);
    harness.get_by_label("Ini yang sudah Anda ketik dan belum ditambahkan.");
    harness.event(eframe::egui::Event::Text("O.3".to_owned()));
    harness.run_steps(2);
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    until_said(&mut harness, "Mengetik O.3");
    settle(&mut harness);
    assert!(harness.state().overlay.is_none());
    let study = study(&harness);
    let source = study.sources.last().expect("a source");
    assert_eq!((source.name.as_str(), source.technique), ("O.3", Technique::Observation));
    assert_eq!(harness.state().now.drafts.iter().len(), 0, "what is a source is no draft");
}

#[test]
fn what_is_pasted_says_what_it_would_become() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.state_mut().commands.run(crate::app::command::Command::TypeSource);
    harness.run_steps(4);
    harness.event(eframe::egui::Event::Text("W.G9".to_owned()));
    harness.run_steps(2);
    tab_to(&mut harness, "Teks");
    let talk = "P: Apa kabar?\u{B}G9: Baik.\nP: Lalu?\nG9: Kami bahas bersama.\n";
    harness.event(eframe::egui::Event::Paste(talk.to_owned()));
    harness.run_steps(2);
    until_said(&mut harness, "Terbaca: Wawancara, tanpa tanggal, 4 giliran bicara; informan G9.");
    shown(&mut harness, "data-paste");
    press(&mut harness, Modifiers::COMMAND, Key::Enter);
    until_said(&mut harness, "Mengetik W.G9");
    settle(&mut harness);
    let study = study(&harness);
    assert_eq!(study.turns.last().map(|turns| turns.len()), Some(4));
}

/// A picture, where the machine can draw one.
fn shown(harness: &mut Harness<'_, App>, name: &str) {
    if picture::can_render() {
        picture::look(harness, name);
    }
}

/// A project of many sources, one of them with a name as long as a paragraph.
fn many(folder: &Path, count: usize) -> Harness<'static, App> {
    let mut harness = window(settings(ThemeChoice::Light), vec2(1024.0, 600.0));
    harness.state_mut().commands.send(Request::NewProject {
        path: folder.join("banyak.emaslim"),
        title: "Banyak".to_owned(),
        codebook: Codebook::Empty,
        language: Language::Indonesian,
    });
    harness.run_steps(2);
    settle(&mut harness);
    harness.state_mut().commands.send(Request::change(move |project| {
        for at in 1..count {
            let name = format!("O.{at}");
            let text = format!("Kelas {at} belajar.");
            project.type_source(&TypedSource { name, text, ..TypedSource::default() })?;
        }
        let long = TypedSource { name: "panjang ".repeat(38), text: "Satu.".to_owned(), ..TypedSource::default() };
        project.type_source(&long)
    }));
    harness.run_steps(2);
    settle(&mut harness);
    harness
}

#[test]
fn of_many_sources_only_those_in_sight_are_drawn_and_the_keys_reach_the_last() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = many(folder.path(), 500);
    assert_eq!(study(&harness).sources.len(), 500);
    tab_to(&mut harness, "O.1 O.1");
    press(&mut harness, Modifiers::NONE, Key::End);
    harness.run_steps(3);
    let drawn = harness.query_all_by_role(Role::Row).count();
    assert!((5..20).contains(&drawn), "{drawn} rows are drawn");
    let last = study(&harness).sources[499].name.clone();
    assert!(harness.query_all_by_role(Role::Row).any(|row| row.is_focused()));
    harness.get_by_label(&format!("Berkas asli: {last}.txt"));
    press(&mut harness, Modifiers::COMMAND, Key::A);
    harness.get_by_label("500 dari 500 sumber data dipilih");
    shown(&mut harness, "sources-many");
    press(&mut harness, Modifiers::NONE, Key::End);
    shown(&mut harness, "sources-long");
    press(&mut harness, Modifiers::NONE, Key::Home);
    tab_to(&mut harness, "Kode");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(3);
    let first: Vec<bool> =
        ["O.499 O.499", "O.10 O.10"].iter().map(|name| harness.query_by_label(name).is_some()).collect();
    assert_eq!(first, [true, false], "sorted downwards 499 comes before 10");
}

#[test]
fn the_sources_can_be_looked_at_in_english() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    let mut harness = open_sample(ThemeChoice::Light);
    harness.state_mut().commands.run(crate::app::command::Command::SwitchLanguage);
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    for (size, name) in [(vec2(1920.0, 1080.0), "wide"), (vec2(1024.0, 600.0), "small")] {
        harness.set_size(size);
        press(&mut harness, Modifiers::NONE, Key::Space);
        picture::look(&mut harness, &format!("sources-english-{name}"));
    }
}

fn look(theme: ThemeChoice, size: Vec2, name: &str) {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    let mut harness = open_sample(theme);
    harness.set_size(size);
    harness.run_steps(3);
    tab_to(&mut harness, "W.KS Kepala Sekolah");
    for _ in 0..5 {
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    settle(&mut harness);
    harness.state_mut().now.said = None;
    harness.run_steps(3);
    picture::look(&mut harness, &format!("sources-{name}"));
    press(&mut harness, Modifiers::NONE, Key::F2);
    picture::look(&mut harness, &format!("sources-rename-{name}"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    tab_to(&mut harness, "Saring");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    type_anew(&mut harness, "s");
    tab_to(&mut harness, "W.S3 Siswa kelas IX B, pengurus OSIS");
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::ArrowDown);
    press(&mut harness, Modifiers::SHIFT, Key::F10);
    picture::look(&mut harness, &format!("sources-several-{name}"));
    press(&mut harness, Modifiers::NONE, Key::Escape);
    harness.state_mut().commands.run(crate::app::command::Command::TypeSource);
    harness.run_steps(4);
    tab_to(&mut harness, "Lembar observasi");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.run_steps(3);
    picture::look(&mut harness, &format!("sources-type-{name}"));
}

#[test]
fn the_sources_can_be_looked_at() {
    look(ThemeChoice::Light, WIDE, "light");
    look(ThemeChoice::Dark, vec2(1280.0, 800.0), "dark");
    look(ThemeChoice::Light, vec2(1024.0, 600.0), "small");
    // The room that a window of 1600 × 1000 has at 200 %.
    look(ThemeChoice::Dark, vec2(800.0, 500.0), "double");
}
