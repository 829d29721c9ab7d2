//! The walk from the board to the words and out of the house, in the whole window: sample study, cell,
//! quotation, transcript, and the table and the excerpts as files.

use crate::app::App;
use crate::app::picture;
use crate::app::place::PlaceKind;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{open_sample, settings, settle, window};
use crate::domain::Language;
use eframe::egui::{Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::Path;

fn place(harness: &Harness<'_, App>) -> Option<PlaceKind> {
    harness.state().session.as_ref().map(|session| session.place)
}

fn labels(harness: &Harness<'_, App>, part: &str) -> Vec<String> {
    harness
        .query_all_by(|node| node.label().is_some_and(|label| label.contains(part)))
        .filter_map(|node| node.accesskit_node().label())
        .collect()
}

/// Writes what the place Laporan shows to a path typed into its field; returns the status line.
fn write_to(harness: &mut Harness<'_, App>, path: &Path) {
    let field = "Atau tulis langsung ke";
    harness.get_by_label(field).focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(1);
    harness.get_by_label(field).type_text(&path.display().to_string());
    harness.run_steps(2);
    harness.get_by_label("Tulis").click();
    harness.run_steps(2);
    settle(harness);
}

#[test]
fn from_the_board_to_the_words_and_out_of_the_house() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    harness.get_by_label("Edukator, Kepala sekolah: 1 informan, 7 segmen");
    harness.get_by_label("Administrator, Siswa: Menyatakan tidak tahu");
    harness.get_by_label("Supervisor, Guru: 2 informan, 7 segmen").click();
    harness.run_steps(3);
    let quotations = labels(&harness, ", melemahkan: ");
    assert_eq!(quotations.len(), 7, "{quotations:?}");
    // The one on which the cell was pressed may be read in its context already.
    if harness.query_by_label("Buka di transkrip").is_none() {
        harness.get_by_label(&quotations[1]).click();
        harness.run_steps(2);
        settle(&mut harness);
    }
    assert_eq!(place(&harness), Some(PlaceKind::Compare), "it is read beside the board");
    harness.get_by_label("Buka di transkrip").click();
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(place(&harness), Some(PlaceKind::Coding));
    let shown = labels(&harness, "Waktu itu saya hanya diminta menandatangani instrumennya");
    assert!(!shown.is_empty(), "the transcript shows the quotation");

    harness.key_press_modifiers(Modifiers::COMMAND, Key::E);
    harness.run_steps(3);
    assert_eq!(place(&harness), Some(PlaceKind::Report));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kutipan.csv");
    write_to(&mut harness, &path);
    harness.get_by_label_contains("Ditulis 201 baris: ");
    let mut reader = csv::Reader::from_path(&path).expect("a table");
    let headings = reader.headers().expect("headings").clone();
    let quote = headings.iter().position(|heading| heading == "Kutipan").expect("quotations");
    let words: Vec<String> = reader.records().map(|row| row.expect("a row")[quote].to_owned()).collect();
    assert_eq!(words.len(), 201);
    assert!(words.iter().any(|words| words.starts_with("Waktu itu saya hanya diminta menandatangani")));
}

#[test]
fn the_board_goes_to_the_report_as_it_is() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    super::tests::pick(&mut harness, "Kolom", "Teknik");
    harness.get_by_label("Supervisor, Wawancara: 3 sumber data, 10 segmen");
    harness.get_by_label("Ekspor tabel").click();
    harness.run_steps(3);
    assert_eq!(place(&harness), Some(PlaceKind::Report));
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("matriks.csv");
    write_to(&mut harness, &path);
    harness.get_by_label_contains("Ditulis 7 baris: ");
    let table = std::fs::read_to_string(&path).expect("a table");
    assert!(table.lines().next().is_some_and(|head| head.contains("Wawancara,Observasi,Dokumentasi")), "{table}");
    assert!(table.lines().any(|line| line.contains("SUP,Supervisor,10,3,2,")), "{table}");
}

#[test]
fn the_board_has_the_keys_when_it_is_entered_and_the_status_line_says_what_enter_does() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    harness.state_mut().now.said = None;
    harness.run_steps(2);
    let hint = "Buka peran berdampingan";
    harness.get_by_label(hint);
    harness.get_by_label("Ekspor tabel").focus();
    harness.run_steps(3);
    assert!(harness.query_by_label(hint).is_none(), "something else has the focus");
    harness.get_by_label("Edukator, Kepala sekolah: 1 informan, 7 segmen").focus();
    harness.run_steps(3);
    picture::look(&mut harness, "board-hint");
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(harness.query_by_label(hint).is_none(), "the role is open");
}

#[test]
fn arrows_pressed_faster_than_frames_stay_on_the_board() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    // One frame a press: the focus comes to a cell in the very frame of the next press.
    for _ in 0..3 {
        harness.key_press(Key::ArrowDown);
        harness.run_steps(1);
    }
    harness.key_press(Key::ArrowRight);
    harness.run_steps(2);
    assert!(harness.get_by_label("Supervisor, Guru: 2 informan, 7 segmen").is_focused());
}

#[test]
fn a_divided_board_goes_to_the_report_divided() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    super::tests::pick(&mut harness, "Dibagi", "Per teknik");
    harness.get_by_label("Ekspor tabel").click();
    harness.run_steps(3);
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("matriks.csv");
    write_to(&mut harness, &path);
    let table = std::fs::read_to_string(&path).expect("a table");
    let head = table.lines().next().unwrap_or_default();
    assert!(head.contains("Wawancara: Kepala sekolah,Wawancara: Guru,Wawancara: Siswa"), "{head}");
}

#[test]
fn who_does_not_know_is_quoted_from_the_board() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    harness.get_by_label("Administrator, Siswa: Menyatakan tidak tahu").click_secondary();
    harness.run_steps(3);
    harness.get_by_role_and_label(eframe::egui::Role::ListItem, "Menyatakan tidak tahu…").click();
    harness.run_steps(3);
    harness.get_by_label("Alasan senyap: Administrator · Siswa");
    harness.get_by_label_contains("S3 b.28, 19 Feb 2025: Kalau itu saya tidak tahu");
    picture::look(&mut harness, "board-reason");
    harness.get_by_label("Simpan alasan").click();
    harness.run_steps(3);
    settle(&mut harness);
    harness.get_by_label("Administrator, Siswa: Menyatakan tidak tahu");
}

#[test]
fn a_verdict_is_kept_and_taken_back() {
    let mut harness = open_sample(ThemeChoice::Light);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    super::tests::pick(&mut harness, "Kolom", "Tanggal");
    let unrated = "Edukator, Hasil triangulasi: Belum dinilai";
    harness.get_by_label(unrated).click_accesskit();
    harness.run_steps(3);
    harness.get_by_role_and_label(eframe::egui::Role::ListItem, "Sesuai").click_accesskit();
    harness.run_steps(2);
    settle(&mut harness);
    harness.get_by_label("Edukator, Hasil triangulasi: Sesuai");
    harness.get_by_label("Edukator, Simpulan: Tulis simpulan baris ini…").click_accesskit();
    harness.run_steps(3);
    harness.get_by_label("Simpulan Edukator").type_text("Berlaku sepanjang semester.");
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(2);
    settle(&mut harness);
    harness.get_by_label("Edukator, Simpulan: Berlaku sepanjang semester.");
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run_steps(2);
        settle(&mut harness);
    }
    harness.get_by_label(unrated);
    harness.get_by_label("Edukator, Simpulan: Tulis simpulan baris ini…");
}

fn hold_window(theme: ThemeChoice, name: &str) {
    let mut harness = open_sample(theme);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    harness.get_by_label("Edukator, Kepala sekolah: 1 informan, 7 segmen").focus();
    harness.run_steps(2);
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowRight] {
        harness.key_press(key);
        harness.run_steps(2);
    }
    picture::hold(&mut harness, name);
}

#[test]
fn the_window_with_the_board_looks_as_designed_in_the_light() {
    hold_window(ThemeChoice::Light, "window-compare-light");
}

#[test]
fn the_window_with_the_board_looks_as_designed_in_the_dark() {
    hold_window(ThemeChoice::Dark, "window-compare-dark");
}

#[test]
fn the_smallest_window_holds_the_board_and_a_cell() {
    let english = Settings { language: Some(Language::English), ..settings(ThemeChoice::Light) };
    let mut harness = window(english, vec2(1024.0, 600.0));
    harness.get_by_label("Try the sample study").click();
    harness.run_steps(2);
    settle(&mut harness);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(3);
    let cell = labels(&harness, ", Teachers: ");
    harness.get_by_label(&cell[0]).click();
    harness.run_steps(3);
    // The text of the passage comes from the thread of the project.
    settle(&mut harness);
    picture::hold(&mut harness, "window-compare-small");
}
