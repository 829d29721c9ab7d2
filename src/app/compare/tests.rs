//! The board walked by its labels, as a screen reader would, and pictures of it.

use super::stage::{coloured, harness};
use super::*;
use crate::analysis::sample;
use crate::app::picture;
use crate::domain::Language;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::sync::Arc;

type Stage = super::stage::Stage<ComparePlace>;

fn sample_stage() -> Stage {
    Stage::new(coloured(), Language::Indonesian)
}

/// Chooses a value on one of the buttons of the header.
pub(super) fn pick<S>(harness: &mut Harness<'_, S>, name: &str, value: &str) {
    let button = harness
        .query_all_by(|node| node.label().is_some_and(|label| label.starts_with(&format!("{name}: "))))
        .next()
        .unwrap_or_else(|| panic!("no choice {name}"));
    button.click();
    harness.run_steps(2);
    harness.get_by_role_and_label(egui::accesskit::Role::ListItem, value).click();
    harness.run_steps(3);
}

/// Room for all seven roles at once.
const TALL: [f32; 2] = [1516.0, 1300.0];

const BY_GROUP: [(&str, [u32; 3]); 7] = [
    ("Edukator", [7, 6, 3]),
    ("Manajer", [8, 4, 5]),
    ("Administrator", [5, 3, 0]),
    ("Supervisor", [3, 7, 0]),
    ("Leader (Pemimpin)", [5, 6, 7]),
    ("Inovator", [5, 8, 5]),
    ("Motivator", [4, 8, 5]),
];

const BY_TECHNIQUE: [(&str, [u32; 3]); 7] = [
    ("Edukator", [16, 2, 2]),
    ("Manajer", [17, 3, 5]),
    ("Administrator", [8, 4, 4]),
    ("Supervisor", [10, 3, 2]),
    ("Leader (Pemimpin)", [18, 3, 3]),
    ("Inovator", [18, 3, 2]),
    ("Motivator", [17, 4, 1]),
];

fn expect_cells(harness: &Harness<'_, Stage>, columns: [&str; 3], table: &[(&str, [u32; 3])]) {
    for (row, counts) in table {
        for (column, count) in columns.iter().zip(counts) {
            let ending = if *count == 0 { ": Belum dikodekan".to_owned() } else { format!(" {count} segmen") };
            let start = format!("{row}, {column}: ");
            let found = harness
                .query_all_by(|node| {
                    node.label().is_some_and(|label| {
                        label.starts_with(&start) && label.ends_with(ending.trim_start_matches(':').trim_start())
                    })
                })
                .count();
            assert_eq!(found, 1, "{row} × {column} should say {ending}");
        }
    }
}

#[test]
fn the_board_counts_the_sample_study_by_group_and_by_technique() {
    let mut harness = harness(sample_stage(), TALL, false);
    expect_cells(&harness, ["Kepala sekolah", "Guru", "Siswa"], &BY_GROUP);
    pick(&mut harness, "Kolom", "Teknik");
    expect_cells(&harness, ["Wawancara", "Observasi", "Dokumentasi"], &BY_TECHNIQUE);
}

#[test]
fn a_cell_opens_its_quotations_and_a_quotation_its_place() {
    let mut harness = harness(sample_stage(), TALL, false);
    harness.get_by_label("Supervisor, Guru: 2 informan, 7 segmen").click();
    harness.run_steps(3);
    assert_eq!(harness.state().facts(), "Supervisor · Guru · 2 informan, 7 segmen");
    let quotations: Vec<String> = harness
        .query_all_by(|node| node.label().is_some_and(|label| label.contains(", melemahkan: ")))
        .filter_map(|node| node.accesskit_node().label())
        .collect();
    assert_eq!(quotations.len(), 7, "{quotations:?}");
    assert!(quotations[0].starts_with("G1 b.30, melemahkan: semester kemarin saya disupervisi"), "{}", quotations[0]);
    // The one that was clicked is read in its context at once; another is turned to, and the link leads on.
    harness.get_by_label(&quotations[0]).click();
    harness.run_steps(2);
    harness.get_by_label("Buka di transkrip").click();
    harness.run_steps(2);
    let study = Arc::clone(&harness.state().study);
    let sent = harness.state().sent.iter().find_map(|request| match request {
        Request::Show(spot) => Some(spot),
        _ => None,
    });
    let spot = sent.expect("a wish to see the place");
    let source = study.source(spot.source).expect("its source");
    assert_eq!(source.name, "W.G1.14-02-2025");
    let coding = spot.coding.and_then(|id| study.coding(id)).expect("its coding");
    let segment = &study.segments[coding.segment as usize].segment;
    assert_eq!(spot.range, Some(segment.range));
    assert!(quotations[0].ends_with(&*segment.quote));
}

#[test]
fn the_keyboard_moves_opens_and_closes() {
    use egui::Key;
    let mut harness = harness(sample_stage(), [1516.0, 600.0], false);
    harness.get_by_label("Edukator, Kepala sekolah: 1 informan, 7 segmen").focus();
    harness.run_steps(2);
    for key in [Key::ArrowDown, Key::ArrowDown, Key::ArrowDown, Key::ArrowRight] {
        harness.key_press(key);
        harness.run_steps(2);
    }
    assert_eq!(harness.state().facts(), "Supervisor · Guru · 2 informan, 7 segmen");
    harness.key_press(Key::Space);
    harness.run_steps(3);
    assert!(harness.state().place.drawer.is_some());
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.state().place.drawer.is_none());
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    assert!(harness.state().place.role.is_some());
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    assert!(harness.state().place.role.is_none());
    harness.key_press(Key::End);
    harness.run_steps(3);
    assert_eq!(harness.state().facts(), "Motivator · Guru · 2 informan, 8 segmen");
    harness.get_by_label("Motivator, Guru: 2 informan, 8 segmen");
}

#[test]
fn codes_are_rows_too_and_topics_take_no_direction() {
    let mut harness = harness(sample_stage(), TALL, false);
    pick(&mut harness, "Baris", "Kode dan indikator");
    let board = harness.state().place.board.as_ref().expect("a board");
    assert!(board.rows.len() > 50);
    let topic = board.rows.iter().position(|row| row.title.starts_with("KES.1")).expect("a topic");
    assert!(!board.rows[topic].is_directed && board.rows[topic].reasons.is_empty());
    // Only what is in sight is there at all.
    let cells = harness.query_all_by_role(egui::accesskit::Role::Cell).count();
    assert!(cells < 60, "{cells} cells");
}

#[test]
fn what_is_left_out_is_named_and_listed() {
    let mut harness = harness(sample_stage(), TALL, false);
    harness.get_by_label("38 segmen observasi dan dokumen tidak milik informan mana pun").click();
    harness.run_steps(3);
    let shown = harness.query_all_by(|node| node.label().is_some_and(|label| label.starts_with("O.1 b."))).count();
    assert!(shown > 3, "{shown}");
}

#[test]
fn an_empty_study_says_what_to_do() {
    let stage = Stage::new(sample::Builder::study().build(), Language::English);
    let mut harness = harness(stage, TALL, false);
    harness.get_by_label("The table fills itself once quotations are coded.");
    harness.get_by_label("Open Code").click();
    harness.run_steps(2);
    assert!(matches!(harness.state().sent[..], [Request::Go(PlaceKind::Coding)]));
}

#[test]
fn the_board_looks_as_designed_in_the_light() {
    hold_board(false, "compare-light");
}

#[test]
fn the_board_looks_as_designed_in_the_dark() {
    hold_board(true, "compare-dark");
}

fn hold_board(is_dark: bool, name: &str) {
    {
        let mut harness = harness(sample_stage(), [1532.0, 940.0], is_dark);
        for key in [egui::Key::ArrowDown, egui::Key::ArrowDown, egui::Key::ArrowDown, egui::Key::ArrowRight] {
            harness.get_by_role_and_label(egui::accesskit::Role::Cell, &active_name(&harness)).focus();
            harness.run_steps(1);
            harness.key_press(key);
            harness.run_steps(2);
        }
        picture::hold(&mut harness, name);
    }
}

fn active_name(harness: &Harness<'_, Stage>) -> String {
    let place = &harness.state().place;
    let Active { line, at: At::Cell(column) } = place.table.active else { return String::new() };
    let board = place.board.as_ref().expect("a board");
    let row = board.row_of(line).expect("a row");
    let words = board.words(&harness.state().catalog, row, column);
    words.map(|words| words.name.clone()).unwrap_or_default()
}

#[test]
fn the_panel_and_the_codes_look_as_designed() {
    let mut harness = harness(sample_stage(), [1532.0, 940.0], false);
    harness.get_by_label("Supervisor, Guru: 2 informan, 7 segmen").click();
    harness.run_steps(3);
    picture::hold(&mut harness, "compare-drawer");
}

#[test]
fn a_small_window_in_english_holds_three_columns() {
    let mut stage = Stage::new(coloured(), Language::English);
    stage.is_small = true;
    let mut harness = harness(stage, [988.0, 540.0], false);
    picture::hold(&mut harness, "compare-small");
    pick(&mut harness, "Rows", "Codes and indicators");
    picture::hold(&mut harness, "compare-small-codes");
}

/// A study that tries the board: long names, emoji, Arabic, opposite directions on one passage, and a
/// passage without any.
fn unruly() -> crate::analysis::Study {
    let mut builder = sample::Builder::study();
    let text =
        "KS: Subhanallah 👨‍👩‍👧‍👦 السلام عليكم ورحمة الله وبركاته kata beliau, lalu semua guru duduk bersama e\u{301}.\n";
    builder.source("W.KS.2", "W.KS.2", crate::domain::Technique::Interview, "2025-03-01", &text.repeat(150));
    builder.coder("Rahma A.");
    let source = builder.rows.sources.len() - 1;
    let line = u32::try_from(text.chars().count()).expect("a short line");
    for at in 0..150 {
        let start = at * line + 4;
        let range = crate::domain::CharRange::new(start, start + line - 5);
        let direction = (at > 0).then_some(crate::domain::Direction::Supports);
        builder.code_range(source, range, "SUP.1", direction, 0);
        if at == 1 {
            builder.code_range(source, range, "SUP.2", Some(crate::domain::Direction::Weakens), 0);
        }
    }
    let mut study = builder.build();
    for code in &mut study.codes {
        if code.short == "SUP" {
            code.name = "Penyelia pembelajaran dan pembina kemitraan sekolah-masyarakat berkelanjutan".to_owned();
        }
    }
    for group in &mut study.groups {
        group.name = format!("{} dan para pemangku kepentingan yang lain di lingkungan sekolah", group.name);
    }
    study
}

#[test]
fn long_names_many_quotations_and_other_scripts_keep_their_room() {
    let stage = Stage::new(unruly(), Language::Indonesian);
    let mut harness = harness(stage, [1532.0, 940.0], false);
    pick(&mut harness, "Kolom", "Teknik");
    let cell = harness
        .query_all_by(|node| {
            node.label().is_some_and(|label| label.ends_with(", Wawancara: 1 sumber data, 150 segmen"))
        })
        .filter_map(|node| node.accesskit_node().label())
        .next()
        .expect("the supervisor's cell");
    harness.get_by_label("1 dari 150 segmen belum berarah.");
    harness.get_by_label("Lengkapi arah");
    harness.get_by_label(&cell).click();
    harness.run_steps(3);
    let listed = |harness: &Harness<'_, Stage>| {
        harness.query_all_by(|node| node.label().is_some_and(|label| label.starts_with("W.KS.2 b."))).count()
    };
    assert_eq!(listed(&harness), 100);
    picture::hold(&mut harness, "compare-unruly");
    harness.get_by_label("Tampilkan 50 lagi").click_accesskit();
    harness.run_steps(3);
    assert_eq!(listed(&harness), 150);
}
