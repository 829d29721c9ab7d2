//! What is typed and not saved survives the end of the window, and nothing of it is saved or kept in secret.

use super::Field;
use crate::app::App;
use crate::app::command::Command;
use crate::app::commands::Request;
use crate::app::desk::Order;
use crate::app::picture;
use crate::app::place::{PlaceKind, Spot};
use crate::app::settings::ThemeChoice;
use crate::app::walk::{WIDE, open_sample, settings, settle, window};
use crate::domain::{Axis, CodingId, MemoHost, RowKey};
use eframe::egui::{Key, Role, Vec2, vec2};
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

/// Ends without saving, as a crash does, and opens the project again.
fn crash<'a>(harness: Harness<'a, App>) -> Harness<'a, App> {
    let path = path_of(&harness);
    drop(harness);
    let mut harness = window(settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(Request::OpenProject(path));
    harness.run_steps(2);
    settle(&mut harness);
    harness
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click_accesskit();
    harness.run_steps(3);
    settle(harness);
}

/// Opens the field for the conclusion about the supervisor on the board.
fn open_conclusion(harness: &mut Harness<'_, App>) {
    harness.state_mut().commands.send(Request::Go(PlaceKind::Compare));
    harness.run_steps(3);
    let cells =
        harness.query_all_by(|node| node.label().is_some_and(|label| label.starts_with("Supervisor, Simpulan: ")));
    cells.into_iter().next().expect("the conclusion").click_accesskit();
    harness.run_steps(3);
}

fn conclusion_of(harness: &Harness<'_, App>) -> String {
    let study = &harness.state().session.as_ref().expect("a project").facts.snapshot.study;
    let code = study.codes.iter().find(|code| code.short == "SUP").expect("a role").id;
    study.verdict_of(RowKey::Code(code), Axis::Group).expect("a verdict").conclusion.clone()
}

#[test]
fn a_conclusion_on_the_board_that_was_being_typed_comes_back() {
    let mut harness = open_sample(ThemeChoice::Light);
    let before = conclusion_of(&harness);
    open_conclusion(&mut harness);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Simpulan Supervisor").type_text(WORDS);
    harness.run_steps(2);
    let mut harness = crash(harness);
    assert_eq!(conclusion_of(&harness), before, "nothing is saved in secret");
    open_conclusion(&mut harness);
    harness.get_by_label("Teks yang belum tersimpan dipulihkan.");
    picture::look(&mut harness, "board-recovered");
    // Put away undecided, it comes back; kept, it is written and the field goes.
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.query_by_role_and_label(Role::MultilineTextInput, "Simpulan Supervisor").is_none());
    assert_eq!((conclusion_of(&harness), harness.state().now.drafts.iter().len()), (before, 1));
    open_conclusion(&mut harness);
    harness.get_by_role_and_label(Role::Button, "Simpan").click();
    harness.run_steps(3);
    settle(&mut harness);
    assert!(conclusion_of(&harness).contains(WORDS), "{}", conclusion_of(&harness));
    assert!(harness.query_by_role_and_label(Role::MultilineTextInput, "Simpulan Supervisor").is_none());
    assert_eq!(harness.state().now.drafts.iter().len(), 0);
}

#[test]
fn what_escape_gives_back_is_no_draft() {
    let mut harness = open_sample(ThemeChoice::Light);
    let before = conclusion_of(&harness);
    open_conclusion(&mut harness);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Simpulan Supervisor").type_text(WORDS);
    harness.run_steps(2);
    assert_eq!(harness.state().now.drafts.iter().len(), 1);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert_eq!((conclusion_of(&harness), harness.state().now.drafts.iter().len()), (before, 0));
}

/// Opens the member check of a finding with an informant who has not been asked.
fn open_check(harness: &mut Harness<'_, App>) {
    let study = &harness.state().session.as_ref().expect("a project").facts.snapshot.study;
    let role = study.codes.iter().find(|code| code.short == "EDU").expect("a role").id;
    harness.state_mut().commands.send(Request::ShowRole(role, Axis::Group));
    harness.run_steps(3);
    settle(harness);
    click(harness, "Temuan 1");
    click(harness, "Staf TU didampingi sampai bisa memakai aplikasi sekolah.");
    harness.get_by_label_contains("KS Belum dikirim").click_accesskit();
    harness.run_steps(3);
}

#[test]
fn the_note_of_a_member_check_that_was_being_typed_comes_back() {
    let mut harness = open_sample(ThemeChoice::Light);
    open_check(&mut harness);
    let note = |harness: &Harness<'_, App>| {
        harness.get_by_role_and_label(Role::MultilineTextInput, "Catatan").value().unwrap_or_default()
    };
    harness.get_by_role_and_label(Role::MultilineTextInput, "Catatan").focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Catatan").type_text(WORDS);
    harness.run_steps(2);
    let mut harness = crash(harness);
    let checks = |harness: &Harness<'_, App>| {
        let study = &harness.state().session.as_ref().expect("a project").facts.snapshot.study;
        study.member_checks.iter().filter(|check| check.note == WORDS).count()
    };
    assert_eq!(checks(&harness), 0, "nothing is saved in secret");
    harness.state_mut().commands.run(Command::Drafts);
    harness.run_steps(3);
    harness.get_by_label_contains("Member check KS · EDU.2");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    open_check(&mut harness);
    harness.get_by_label("Teks yang belum tersimpan dipulihkan.");
    assert_eq!(note(&harness), WORDS);
    click(&mut harness, "Simpan");
    assert_eq!((checks(&harness), harness.state().now.drafts.iter().len()), (1, 0));
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
