//! The page of a role walked by its labels, as a screen reader would, and pictures of it.

use crate::analysis::Axis;
use crate::app::App;
use crate::app::commands::Request;
use crate::app::compare::ComparePlace;
use crate::app::compare::stage::{self, coloured};
use crate::app::picture;
use crate::app::place::{Place, PlaceKind};
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{open_sample_with, settings, settle};
use crate::domain::{CodeId, Language};
use eframe::egui::{Key, Modifiers, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

type Stage = stage::Stage<ComparePlace>;

/// The page of a code of the sample study on a stage of its own.
fn harness(code: &str, by: Axis) -> Harness<'static, Stage> {
    let mut stage = Stage::new(coloured(), Language::Indonesian);
    let id = stage.study.codes.iter().find(|other| other.short == code).expect("a code").id;
    stage.place.show_role(id, by);
    stage::harness(stage, [1516.0, 900.0], false)
}

pub(super) fn labels<S>(harness: &Harness<'_, S>, part: &str) -> Vec<String> {
    let found = harness.query_all_by(|node| node.label().is_some_and(|label| label.contains(part)));
    found.filter_map(|node| node.accesskit_node().label()).collect()
}

/// The page of the supervisor in the whole window.
pub(super) fn open_supervisor<'a>(settings: Settings) -> Harness<'a, App> {
    let mut harness = open_sample_with(settings);
    show(&mut harness, "SUP", Axis::Group);
    harness
}

pub(super) fn code(harness: &Harness<'_, App>, short: &str) -> CodeId {
    let session = harness.state().session.as_ref().expect("an open project");
    session.facts.snapshot.study.codes.iter().find(|code| code.short == short).expect("a code").id
}

pub(super) fn show(harness: &mut Harness<'_, App>, short: &str, by: Axis) {
    let role = code(harness, short);
    harness.state_mut().commands.send(Request::ShowRole(role, by));
    harness.run_steps(3);
    settle(harness);
}

#[test]
fn the_supervisor_stands_in_three_columns_with_every_quotation() {
    let mut harness = harness("SUP", Axis::Group);
    harness.get_by_label("Kepala sekolah, 1 informan, 3 segmen, mendukung 3");
    harness.get_by_label("Guru, 2 informan, 7 segmen, melemahkan 7");
    harness.get_by_label("Siswa, 3 informan, 0 segmen, senyap");
    assert_eq!(labels(&harness, ", melemahkan: ").len(), 7);
    assert_eq!(labels(&harness, ", mendukung: ").len(), 3);
    harness.get_by_label_contains("dua kali dalam satu semester");
    assert_eq!(harness.state().facts(), "SUP Supervisor · triangulasi sumber");
    harness.get_by_label("Teknik").click();
    harness.run_steps(3);
    harness.get_by_label_contains("Wawancara, 3 sumber data, 10 segmen");
    harness.get_by_label_contains("Observasi, ");
    assert_eq!(harness.state().facts(), "SUP Supervisor · triangulasi teknik");
}

#[test]
fn an_indicator_is_a_row_of_its_own_and_negative_cases_stand_alone() {
    let mut harness = harness("SUP", Axis::Group);
    harness.get_by_role_and_label(Role::Button, "SUP.3 Memberi umpan balik").click();
    harness.run_steps(3);
    harness.get_by_label_contains("Kepala sekolah, 1 informan, 1 segmen");
    harness.get_by_label("Semua indikator").click();
    harness.run_steps(3);
    harness.get_by_label("Hanya kutipan yang melemahkan atau mendukung sebagian").click();
    harness.run_steps(3);
    assert_eq!(labels(&harness, ", melemahkan: ").len(), 7);
    assert_eq!(labels(&harness, ", mendukung: ").len(), 0);
    harness.get_by_label("Tidak ada kasus negatif di antara 3 kutipan.");
}

#[test]
fn alt_and_an_arrow_turn_to_the_next_role_and_escape_leads_back() {
    let mut harness = harness("SUP.2", Axis::Source);
    assert!(harness.state().facts().starts_with("SUP.2 "), "the indicator is chosen");
    harness.key_press_modifiers(Modifiers::ALT, Key::ArrowDown);
    harness.run_steps(3);
    assert_eq!(harness.state().facts(), "LEA Leader (Pemimpin) · triangulasi teknik");
    harness.get_by_label("Peran sebelumnya: Supervisor (Alt ↑)").click();
    harness.run_steps(3);
    assert_eq!(harness.state().facts(), "SUP Supervisor · triangulasi teknik");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.get_by_label("Supervisor, Guru: 2 informan, 7 segmen");
}

#[test]
fn a_click_reads_a_quotation_in_its_context_and_enter_goes_to_it() {
    let mut harness = open_supervisor(settings(ThemeChoice::Light));
    let quotation = labels(&harness, ", melemahkan: semester kemarin").remove(0);
    harness.get_by_label(&quotation).click();
    harness.run_steps(2);
    settle(&mut harness);
    harness.get_by_label_contains("W.G1.14-02-2025, baris 30");
    picture::look(&mut harness, "role-context");
    harness.get_by_label_contains("P: Sekarang soal supervisi.");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.query_by_label("Tutup konteks").is_none());
    assert!(harness.get_by_label(&quotation).is_focused(), "the focus is back");
    harness.key_press(Key::Enter);
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Coding));
}

#[test]
fn the_page_looks_as_designed() {
    // A role of which nobody is silent: why somebody is says the time of day at which it was said.
    let mut harness = open_sample_with(settings(ThemeChoice::Light));
    show(&mut harness, "LEA", Axis::Group);
    harness.state_mut().now.said = None;
    harness.remove_cursor();
    harness.run_steps(2);
    picture::hold(&mut harness, "window-role-light");
}

#[test]
fn the_page_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    for (theme, name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let mut harness = open_supervisor(settings(theme));
        picture::look(&mut harness, &format!("role-{name}"));
        show(&mut harness, "INO", Axis::Technique);
        picture::look(&mut harness, &format!("role-ino-{name}"));
        show(&mut harness, "KES", Axis::Date);
        picture::look(&mut harness, &format!("role-kes-{name}"));
        harness.set_size(vec2(1024.0, 600.0));
        show(&mut harness, "SUP", Axis::Group);
        picture::look(&mut harness, &format!("role-small-{name}"));
    }
}
