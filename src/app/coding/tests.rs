//! Walks through the place by the names of things, in the real window without a display, and its pictures.

use crate::app::App;
use crate::app::picture;
use crate::app::place::{PlaceKind, Spot};
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{open_sample, settings, settle, window};
use crate::domain::{CharRange, CodingId, Direction};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

/// The answer to "what happens after supervision?", line 47 of W.KS.
pub(super) const AFTER: &str = "Setelah itu guru saya panggil satu per satu, saya sampaikan kelebihan dan kekurangannya, lalu kami buat rencana perbaikan.";
/// A line of W.KS that nobody has coded.
pub(super) const UNCODED: &str =
    "Iya, lembar persetujuannya sudah saya baca dan saya tanda tangani. Silakan dilanjutkan.";

pub(super) fn open_principal<'a>(theme: ThemeChoice) -> Harness<'a, App> {
    let mut harness = open_sample(theme);
    harness.get_by_role_and_label(Role::Tab, "Koding").click();
    harness.run_steps(3);
    harness.get_by_label("W.KS Kepala Sekolah").click();
    harness.run_steps(3);
    settle(&mut harness);
    harness.run_steps(4);
    harness
}

pub(super) fn study(harness: &Harness<'_, App>) -> std::sync::Arc<crate::analysis::Study> {
    let session = harness.state().session.as_ref().expect("a project");
    std::sync::Arc::clone(&session.facts.snapshot.study)
}

/// The codings on exactly these words, as (short code, direction, id).
pub(super) fn codings_on(harness: &Harness<'_, App>, words: &str) -> Vec<(String, Option<Direction>, CodingId)> {
    let study = study(harness);
    let mut found: Vec<_> = study
        .codings
        .iter()
        .filter(|entry| &*study.segments[entry.segment as usize].segment.quote == words)
        .map(|entry| {
            let code = study.codes[entry.code as usize].short.clone();
            (code, entry.coding.direction, entry.coding.id)
        })
        .collect();
    found.sort();
    found
}

pub(super) fn drag(harness: &mut Harness<'_, App>, from: Pos2, to: Pos2) {
    harness.event(Event::PointerMoved(from));
    harness.step();
    let button = |pos: Pos2, pressed: bool| Event::PointerButton {
        pos,
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    harness.event(button(from, true));
    harness.step();
    for part in 1..=4_u8 {
        harness.event(Event::PointerMoved(from + (to - from) * (f32::from(part) / 4.0)));
        harness.step();
    }
    harness.event(button(to, false));
    harness.run_steps(2);
}

/// Drags over the whole of a block.
pub(super) fn select(harness: &mut Harness<'_, App>, words: &str) {
    let rect = harness.get_by_label(words).rect();
    drag(harness, rect.left_top() + vec2(1.0, 8.0), rect.right_bottom() + vec2(-1.0, -8.0));
}

pub(super) fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press(key);
    harness.run_steps(2);
    settle(harness);
}

#[test]
fn a_passage_is_selected_coded_given_a_direction_and_taken_back() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    harness.get_by_label_contains("huruf dipilih · kata-kata KS");
    press(&mut harness, Key::Num4);
    let there = codings_on(&harness, UNCODED);
    assert_eq!(there.len(), 1);
    assert_eq!((there[0].0.as_str(), there[0].1), ("SUP", None));
    // The inspector shows it at once, with the sentence it leaves open.
    harness.get_by_label("SUP Supervisor");
    harness.get_by_label("Arah bukti kutipan ini terhadap peran Supervisor belum ditetapkan.");
    harness.get_by_label("Mendukung").click();
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(codings_on(&harness, UNCODED)[0].1, Some(Direction::Supports));
    harness.get_by_label("Kutipan ini mendukung bahwa peran Supervisor dijalankan.");
    for _ in 0..2 {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run_steps(2);
        settle(&mut harness);
    }
    assert!(codings_on(&harness, UNCODED).is_empty());
}

#[test]
fn a_command_shows_in_the_window_and_leaves_selection_and_scroll_where_they_are() {
    let mut harness = open_principal(ThemeChoice::Light);
    harness.get_by_label(UNCODED).scroll_to_me();
    harness.run_steps(4);
    select(&mut harness, UNCODED);
    let place = harness.get_by_label(UNCODED).rect();
    let chosen = harness.get_by_label_contains("huruf dipilih · kata-kata KS").rect();
    let path = harness.state().session.as_ref().expect("a project").facts.snapshot.path.clone();
    let before = study(&harness).codings.len();
    let who = crate::project::Who::here(Some("Rahma A."), &harness.state().now.catalog);
    let mut command = crate::project::Project::open(&path, crate::project::Access::ReadWrite, who).expect("open");
    let coding = command.study().codings[0].coding.id;
    command.uncode(&[coding]).expect("removed");
    command.close().expect("closed");
    let begun = std::time::Instant::now();
    while study(&harness).codings.len() == before {
        assert!(begun.elapsed() < std::time::Duration::from_secs(20), "the change has not shown");
        std::thread::sleep(std::time::Duration::from_millis(20));
        harness.step();
    }
    harness.run_steps(3);
    harness.get_by_label("Proyek diubah dari luar jendela ini dan sudah dibaca ulang.");
    assert_eq!(harness.get_by_label(UNCODED).rect(), place, "the text stands where it stood");
    assert_eq!(harness.get_by_label_contains("huruf dipilih · kata-kata KS").rect(), chosen);
}

#[test]
fn a_second_digit_means_the_indicator() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    // Within the moment the chip is shown; a step of the harness is a quarter of a second.
    harness.key_press(Key::Num4);
    harness.step();
    harness.key_press(Key::Num2);
    harness.step();
    settle(&mut harness);
    harness.run_steps(3);
    settle(&mut harness);
    let there: Vec<String> = codings_on(&harness, UNCODED).into_iter().map(|(code, _, _)| code).collect();
    assert_eq!(there, ["SUP.2"]);
    // Each digit is a step of its own.
    for left in [vec!["SUP"], vec![]] {
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
        harness.run_steps(2);
        settle(&mut harness);
        let there: Vec<String> = codings_on(&harness, UNCODED).into_iter().map(|(code, _, _)| code).collect();
        assert_eq!(there, left);
    }
}

#[test]
fn the_picker_finds_a_code_by_letters_and_q_repeats_it() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Enter);
    harness.get_by_label("Cari kode").type_text("sup4");
    harness.run_steps(2);
    press(&mut harness, Key::Enter);
    assert_eq!(codings_on(&harness, UNCODED)[0].0, "SUP.4");
    // D goes through the directions, U takes the coding away, Q puts it back.
    press(&mut harness, Key::D);
    assert_eq!(codings_on(&harness, UNCODED)[0].1, Some(Direction::Supports));
    press(&mut harness, Key::U);
    assert!(codings_on(&harness, UNCODED).is_empty());
    press(&mut harness, Key::Q);
    assert_eq!(codings_on(&harness, UNCODED)[0].0, "SUP.4");
}

#[test]
fn a_memo_is_written_when_the_field_is_left() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num4);
    press(&mut harness, Key::M);
    harness.run_steps(2);
    harness.get_by_role_and_label(eframe::egui::Role::MultilineTextInput, "Catatan").type_text("Bandingkan dengan G1.");
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(2);
    settle(&mut harness);
    let study = study(&harness);
    assert_eq!(study.memos.iter().map(|memo| memo.text.as_str()).collect::<Vec<_>>(), ["Bandingkan dengan G1."]);
}

#[cfg(unix)]
#[test]
fn a_memo_that_is_refused_stays_in_its_field() {
    const WORDS: &str = "Kata-kata yang tidak boleh hilang.";
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num4);
    press(&mut harness, Key::M);
    harness.run_steps(2);
    let role = eframe::egui::Role::MultilineTextInput;
    harness.get_by_role_and_label(role, "Catatan").type_text(WORDS);
    harness.run_steps(2);
    let path = harness.state().session.as_ref().expect("a project").facts.snapshot.path.clone();
    std::fs::remove_file(&path).expect("deleted by another program");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(2);
    settle(&mut harness);
    let app = harness.state();
    assert_eq!(app.now.fault.as_ref().expect("a fault").sentence.key, "error-deleted");
    assert!(app.session.as_ref().is_some_and(|session| session.facts.snapshot.is_read_only));
    // It stays where it was typed, through other places and other codings.
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(2);
    settle(&mut harness);
    harness.get_by_role_and_label(Role::Tab, "Koding").click();
    harness.run_steps(3);
    let field = |harness: &Harness<'_, App>| harness.get_by_role_and_label(role, "Catatan").value().unwrap_or_default();
    assert_eq!(field(&harness), WORDS);
    let (here, there) = (codings_on(&harness, UNCODED)[0].2, codings_on(&harness, AFTER)[0].2);
    let source = study(&harness).sources[0].id;
    for (coding, words) in [(there, ""), (here, WORDS)] {
        let spot = Spot { source, range: None, coding: Some(coding) };
        harness.state_mut().commands.send(crate::app::commands::Request::Show(spot));
        harness.run_steps(4);
        assert_eq!(field(&harness), words);
    }
    // The copy is there, and nothing of the words was written that was refused.
    let copy = path.with_file_name(format!("{} (2).emaslim", path.file_stem().expect("a name").to_string_lossy()));
    assert!(copy.exists());
}

#[test]
fn after_esc_in_the_memo_the_keys_of_the_place_go_on_working() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num4);
    press(&mut harness, Key::M);
    harness.run_steps(2);
    let field = harness.get_by_role_and_label(eframe::egui::Role::MultilineTextInput, "Catatan");
    field.type_text("Lihat baris 45, kode 3 dan 12.");
    harness.run_steps(2);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    settle(&mut harness);
    let there: Vec<String> = codings_on(&harness, UNCODED).into_iter().map(|(code, _, _)| code).collect();
    assert_eq!(there, ["SUP"], "digits in the memo code nothing");
    assert_eq!(study(&harness).memos.len(), 1);
    press(&mut harness, Key::D);
    assert_eq!(codings_on(&harness, UNCODED)[0].1, Some(Direction::Supports));
    press(&mut harness, Key::Q);
    harness.get_by_label("Kode SUP sudah terpasang pada kutipan ini.");
}

#[test]
fn a_memo_is_written_when_its_place_is_left_in_the_middle_of_typing() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    press(&mut harness, Key::Num4);
    press(&mut harness, Key::M);
    harness.run_steps(2);
    let field = harness.get_by_role_and_label(eframe::egui::Role::MultilineTextInput, "Catatan");
    field.type_text("Bandingkan dengan G1.");
    harness.run_steps(2);
    harness.get_by_label("Ditulis saat kolom ini ditinggalkan, atau dengan Ctrl+Enter.");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(
        study(&harness).memos.iter().map(|memo| memo.text.as_str()).collect::<Vec<_>>(),
        ["Bandingkan dengan G1."]
    );
}

#[test]
fn words_are_selected_by_keys_and_copied_as_they_stand() {
    let mut harness = open_principal(ThemeChoice::Light);
    let rect = harness.get_by_label_contains("وعليكم السلام").rect();
    let at = rect.left_top() + vec2(2.0, 10.0);
    drag(&mut harness, at, at + Vec2::X);
    harness.key_press(Key::Escape);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::End);
    harness.run_steps(2);
    harness.event(Event::Copy);
    harness.run_steps(1);
    let copied = harness.output().platform_output.commands.iter().find_map(|command| match command {
        eframe::egui::OutputCommand::CopyText(words) => Some(words.clone()),
        _ => None,
    });
    let copied = copied.expect("copied words");
    assert!(copied.starts_with("Wa’alaikumussalam warahmatullah (وعليكم السلام). Silakan"), "{copied}");
}

#[test]
fn a_spot_is_gone_to_from_elsewhere() {
    let mut harness = open_sample(ThemeChoice::Light);
    let (source, range, coding) = {
        let study = study(&harness);
        let entry = study
            .codings
            .iter()
            .find(|entry| &*study.segments[entry.segment as usize].segment.quote == AFTER)
            .expect("a coding of line 47");
        let segment = &study.segments[entry.segment as usize].segment;
        (segment.source, segment.range, entry.coding.id)
    };
    for spot in [Spot { source, range: Some(range), coding: None }, Spot { source, range: None, coding: Some(coding) }]
    {
        harness.state_mut().commands.send(crate::app::commands::Request::Show(spot));
        harness.run_steps(3);
        settle(&mut harness);
        harness.run_steps(3);
        assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Coding));
        harness.get_by_label("W.KS.12-02-2025, baris 47");
        harness.get_by_label("Baris 47 · KS");
        assert_eq!(harness.query_all_by_label_contains("Setelah itu guru saya panggil").count(), 2);
    }
    // A stretch that nobody has coded is selected instead.
    let stretch = CharRange::new(range.start.get(), range.start.get() + 10);
    let spot = Spot { source, range: Some(stretch), coding: None };
    harness.state_mut().commands.send(crate::app::commands::Request::Show(spot));
    harness.run_steps(3);
    settle(&mut harness);
    harness.run_steps(2);
    harness.get_by_label_contains("10 huruf dipilih");
}

#[test]
fn a_label_in_the_margin_chooses_its_coding() {
    let mut harness = open_principal(ThemeChoice::Light);
    harness.get_by_label_contains("KES.1, baris 14").click();
    harness.run_steps(3);
    harness.get_by_label_contains("W.KS.12-02-2025, baris 14");
    harness.get_by_label("Kode tanpa arah bukti");
}

pub(super) fn show_line_47(harness: &mut Harness<'_, App>) {
    let spot = {
        let study = study(harness);
        let entry = study
            .codings
            .iter()
            .find(|entry| &*study.segments[entry.segment as usize].segment.quote == AFTER)
            .expect("a coding of line 47");
        let segment = &study.segments[entry.segment as usize].segment;
        Spot { source: segment.source, range: Some(segment.range), coding: None }
    };
    harness.state_mut().commands.send(crate::app::commands::Request::Show(spot));
    harness.run_steps(3);
    settle(harness);
    // Every frame lays out at least one block that is not in sight; the overview rests when all are.
    harness.run_steps(90);
}

/// Compares what is on show with the kept picture of that name, at whatever hour it was coded.
fn hold(harness: &mut Harness<'_, App>, name: &str) {
    harness.state_mut().session.as_mut().expect("a project").places.coding_mut().still();
    harness.run_steps(2);
    picture::hold(harness, name);
}

fn hold_line_47(theme: ThemeChoice, name: &str) {
    if !picture::can_render() {
        return;
    }
    let mut harness = open_principal(theme);
    show_line_47(&mut harness);
    hold(&mut harness, name);
}

#[test]
fn the_place_looks_as_designed_in_the_light() {
    hold_line_47(ThemeChoice::Light, "coding-light");
}

#[test]
fn the_place_looks_as_designed_in_the_dark() {
    hold_line_47(ThemeChoice::Dark, "coding-dark");
}

#[test]
fn picture_of_the_picker() {
    if !picture::can_render() {
        return;
    }
    let mut harness = open_principal(ThemeChoice::Light);
    show_line_47(&mut harness);
    press(&mut harness, Key::Enter);
    harness.get_by_label("Cari kode").type_text("sup");
    harness.run_steps(4);
    hold(&mut harness, "coding-picker");
}

#[test]
fn picture_of_the_small_window() {
    if !picture::can_render() {
        return;
    }
    let mut harness = window(settings(ThemeChoice::Light), vec2(1024.0, 600.0));
    harness.get_by_label("Coba studi contoh").click();
    harness.run_steps(2);
    settle(&mut harness);
    show_line_47(&mut harness);
    hold(&mut harness, "coding-small");
}

#[test]
fn the_other_states_can_be_looked_at() {
    if std::env::var_os("EMASLIM_PICTURES").is_none() || !picture::can_render() {
        return;
    }
    let mut harness = open_principal(ThemeChoice::Light);
    picture::look(&mut harness, "coding-top");
    select(&mut harness, UNCODED);
    harness.key_press(Key::Num4);
    harness.run_steps(2);
    picture::look(&mut harness, "coding-second");
    harness.key_press(Key::Escape);
    harness.run_steps(8);
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    harness.get_by_label("Buka Supervisor").click();
    harness.run_steps(2);
    harness.get_by_label("SUP.2 Melaksanakan supervisi").click();
    harness.run_steps(2);
    picture::look(&mut harness, "coding-definition");
    let mut small = window(settings(ThemeChoice::Dark), vec2(1024.0, 600.0));
    small.get_by_label("Coba studi contoh").click();
    small.run_steps(2);
    settle(&mut small);
    show_line_47(&mut small);
    small.get_by_label("Rincian").click();
    small.run_steps(3);
    picture::look(&mut small, "coding-small-detail");
    // At 200 % a window of 1280 × 800 has the room of 640 × 400.
    let mut twice = window(Settings { zoom: 200, ..settings(ThemeChoice::Light) }, vec2(1280.0, 800.0));
    twice.get_by_label("Coba studi contoh").click();
    twice.run_steps(2);
    settle(&mut twice);
    show_line_47(&mut twice);
    picture::look(&mut twice, "coding-twice");
}
