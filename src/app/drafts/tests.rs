//! What is typed and not saved survives the end of the window, and nothing of it is saved or kept in secret.

use super::Field;
use crate::app::App;
use crate::app::commands::Request;
use crate::app::desk::Order;
use crate::app::picture;
use crate::app::place::{PlaceKind, Spot};
use crate::app::settings::ThemeChoice;
use crate::app::walk::{WIDE, open_sample, settings, settle, window};
use crate::domain::{CodingId, MemoHost};
use eframe::egui::{Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::PathBuf;

const WORDS: &str = "Kepala sekolah menyebut tindak lanjut sesudah supervisi";

/// Turns to the first coding of the study and says which it is.
fn show_first(harness: &mut Harness<'_, App>) -> CodingId {
    let study = &harness.state().session.as_ref().expect("a project").facts.snapshot.study;
    let entry = &study.codings[0];
    let segment = &study.segments[entry.segment as usize].segment;
    let spot = Spot { source: segment.source, range: None, coding: Some(entry.coding.id) };
    let coding = entry.coding.id;
    harness.state_mut().commands.send(Request::Show(spot));
    harness.run_steps(3);
    settle(harness);
    harness.run_steps(3);
    coding
}

fn memo_of(harness: &Harness<'_, App>, coding: CodingId) -> String {
    let study = &harness.state().session.as_ref().expect("a project").facts.snapshot.study;
    study.memo_of(MemoHost::Coding(coding)).map(|memo| memo.text.clone()).unwrap_or_default()
}

fn type_memo(harness: &mut Harness<'_, App>) {
    harness.get_by_role_and_label(Role::MultilineTextInput, "Catatan").focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Catatan").type_text(WORDS);
    harness.run_steps(2);
}

fn path_of(harness: &Harness<'_, App>) -> PathBuf {
    harness.state().session.as_ref().expect("a project").facts.snapshot.path.clone()
}

/// Files of drafts of a project.
fn pages(harness: &Harness<'_, App>) -> usize {
    let project = harness.state().session.as_ref().expect("a project").facts.snapshot.study.project.id;
    let folder = crate::project::data_folder().expect("a folder").join("drafts").join(project.to_string());
    std::fs::read_dir(folder).map(|entries| entries.count()).unwrap_or(0)
}

/// Types a memo and ends without saving it, as a crash does; opens the project again.
fn opened_after_a_crash<'a>(theme: ThemeChoice, size: Vec2) -> (Harness<'a, App>, CodingId) {
    let mut harness = open_sample(theme);
    let coding = show_first(&mut harness);
    type_memo(&mut harness);
    let path = path_of(&harness);
    drop(harness);
    let mut harness = window(settings(theme), size);
    harness.state_mut().commands.send(Request::OpenProject(path));
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(memo_of(&harness, coding), "", "nothing is saved in secret");
    (harness, coding)
}

#[test]
fn a_memo_that_was_being_typed_comes_back_and_is_saved_when_asked() {
    let (mut harness, coding) = opened_after_a_crash(ThemeChoice::Light, WIDE);
    harness.get_by_label("1 teks yang belum tersimpan dipulihkan.");
    assert_eq!(show_first(&mut harness), coding);
    harness.get_by_label("Teks yang belum tersimpan dipulihkan.");
    // Leaving the place saves nothing either.
    harness.state_mut().commands.send(Request::Go(PlaceKind::Data));
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(memo_of(&harness, coding), "");
    show_first(&mut harness);
    assert!(pages(&harness) > 0);
    harness.get_by_role_and_label(Role::Button, "Simpan").click();
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(memo_of(&harness, coding), WORDS);
    assert!(harness.query_by_label("Teks yang belum tersimpan dipulihkan.").is_none());
    assert_eq!(harness.state().now.drafts.iter().len(), 0);
    let folder_is_empty = (0..200).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(10));
        pages(&harness) == 0
    });
    assert!(folder_is_empty, "what is saved is no draft any more");
}

#[test]
fn a_reduction_that_was_being_typed_comes_back_and_is_saved_when_asked() {
    let mut harness = open_sample(ThemeChoice::Light);
    let coding = show_first(&mut harness);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Reduksi").focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Reduksi").type_text(WORDS);
    harness.run_steps(2);
    let path = path_of(&harness);
    drop(harness);
    let mut harness = window(settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(Request::OpenProject(path));
    harness.run_steps(2);
    settle(&mut harness);
    let reduction = |harness: &Harness<'_, App>| {
        let study = &harness.state().session.as_ref().expect("a project").facts.snapshot.study;
        let entry = study.coding(coding).expect("the coding");
        study.segments[entry.segment as usize].segment.reduction.to_string()
    };
    assert_eq!(reduction(&harness), "", "nothing is saved in secret");
    assert_eq!(show_first(&mut harness), coding);
    harness.get_by_label("Teks yang belum tersimpan dipulihkan.");
    harness.get_by_role_and_label(Role::Button, "Simpan").click();
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(reduction(&harness), WORDS);
    assert_eq!(harness.state().now.drafts.iter().len(), 0);
}

#[test]
fn a_recovered_memo_can_be_thrown_away_from_the_list() {
    let (mut harness, coding) = opened_after_a_crash(ThemeChoice::Light, WIDE);
    show_first(&mut harness);
    harness.get_by_role_and_label(Role::Button, "Lihat").click();
    harness.run_steps(3);
    harness.get_by_label(WORDS);
    // The field behind the list has a button of the same name.
    harness.get_all_by_role_and_label(Role::Button, "Buang").last().expect("a button").click();
    harness.run_steps(3);
    settle(&mut harness);
    harness.get_by_label("Tidak ada teks yang belum tersimpan.");
    assert_eq!((memo_of(&harness, coding).as_str(), harness.state().now.drafts.iter().len()), ("", 0));
    harness.get_by_role_and_label(Role::Button, "Tutup").click();
    harness.run_steps(3);
    assert!(harness.query_by_label("Teks yang belum tersimpan dipulihkan.").is_none());
}

#[test]
fn a_memo_that_lands_leaves_no_draft_even_when_the_window_closes_at_once() {
    let mut harness = open_sample(ThemeChoice::Light);
    let coding = show_first(&mut harness);
    type_memo(&mut harness);
    assert!(harness.state().now.drafts.of(Field::Memo(MemoHost::Coding(coding))).is_some());
    harness.state_mut().commands.send(Request::WriteMemo(MemoHost::Coding(coding), WORDS.to_owned()));
    harness.step();
    let project = harness.state().session.as_ref().expect("a project").facts.snapshot.study.project.id;
    let path = path_of(&harness);
    drop(harness);
    let folder = crate::project::data_folder().expect("a folder").join("drafts").join(project.to_string());
    assert!(!folder.exists(), "nothing of the text is left");
    let mut harness = window(settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(Request::OpenProject(path));
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(memo_of(&harness, coding), WORDS);
}

#[test]
fn a_fall_of_the_desk_costs_the_order_in_hand_and_keeps_what_is_typed() {
    let mut harness = open_sample(ThemeChoice::Light);
    let coding = show_first(&mut harness);
    type_memo(&mut harness);
    let before = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.codings.len());
    harness.state_mut().desk.send(Order::Fall);
    harness.run_steps(2);
    settle(&mut harness);
    let app = harness.state();
    assert_eq!(app.now.fault.as_ref().map(|fault| fault.sentence.key.as_str()), Some("crash-step"));
    assert_eq!(app.session.as_ref().map(|session| session.facts.snapshot.study.codings.len()), before);
    harness.state_mut().commands.send(Request::Go(PlaceKind::Data));
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(memo_of(&harness, coding), WORDS, "the desk works on, and the memo was there to be written");
}

#[test]
fn a_job_that_falls_is_said_and_the_next_one_runs() {
    let mut harness = open_sample(ThemeChoice::Light);
    let busy = crate::app::plain("busy-sample");
    let job: crate::app::commands::Job = Box::new(|_, _| panic!("a job"));
    harness.state_mut().commands.send(Request::Job(busy.clone(), job));
    harness.run_steps(2);
    settle(&mut harness);
    let fault = harness.state().now.fault.as_ref().map(|fault| fault.sentence.key.clone());
    assert_eq!(fault.as_deref(), Some("crash-job"));
    let job: crate::app::commands::Job = Box::new(|_, _| Ok(crate::app::plain("status-copied").into()));
    harness.state_mut().commands.send(Request::Job(busy, job));
    harness.run_steps(2);
    settle(&mut harness);
    harness.get_by_label("Disalin.");
}

#[test]
fn recovered_text_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    for (theme, name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        for (size, room) in [(WIDE, "wide"), (vec2(1024.0, 600.0), "small")] {
            let (mut harness, _) = opened_after_a_crash(theme, size);
            show_first(&mut harness);
            if size != WIDE {
                harness.get_by_label("Rincian").click();
                harness.run_steps(3);
            }
            picture::look(&mut harness, &format!("look-recovered-{name}-{room}"));
            harness.get_by_role_and_label(Role::Button, "Lihat").click();
            harness.run_steps(3);
            picture::look(&mut harness, &format!("look-drafts-{name}-{room}"));
        }
    }
}
