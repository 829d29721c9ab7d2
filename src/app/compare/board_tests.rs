//! The board folded, pulled, thinned out and shaded, walked by its labels.

use super::stage::{coloured, harness};
use super::tests::pick;
use super::*;
use crate::app::picture;
use crate::domain::Language;
use egui::accesskit::Role;
use egui::{Key, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};

type Stage = super::stage::Stage<ComparePlace>;

const SIZE: [f32; 2] = [1532.0, 940.0];

fn stage() -> Stage {
    Stage::new(coloured(), Language::Indonesian)
}

fn press(harness: &mut Harness<'_, Stage>, keys: &[Key]) {
    for key in keys {
        harness.key_press(*key);
        harness.run_steps(2);
    }
}

fn row_heads(harness: &Harness<'_, Stage>) -> Vec<String> {
    harness.query_all_by_role(Role::RowHeader).filter_map(|node| node.accesskit_node().label()).collect()
}

#[test]
fn a_role_unfolds_into_its_indicators_and_folds_again() {
    let mut harness = harness(stage(), [1532.0, 1500.0], false);
    assert!(row_heads(&harness).iter().all(|head| !head.starts_with("EDU.")), "{:?}", row_heads(&harness));
    harness.get_by_label("Manajer, 6 indikator").click();
    harness.run_steps(3);
    let heads = row_heads(&harness);
    assert_eq!(heads.iter().filter(|head| head.starts_with("MAN.")).count(), 6, "{heads:?}");
    let at = heads.iter().position(|head| head.starts_with("Manajer")).expect("the role");
    assert!(heads[at + 1].starts_with("MAN.1"), "{heads:?}");
    picture::look(&mut harness, "board-unfolded");
    // By the keyboard: left on an indicator goes to its role, left there folds, right unfolds, right again goes on.
    press(&mut harness, &[Key::ArrowDown, Key::ArrowLeft, Key::ArrowLeft]);
    assert!(row_heads(&harness).iter().all(|head| !head.starts_with("MAN.")));
    press(&mut harness, &[Key::ArrowRight]);
    assert!(row_heads(&harness).iter().any(|head| head.starts_with("MAN.")));
    press(&mut harness, &[Key::ArrowRight]);
    assert_eq!(harness.state().facts(), "Manajer · Kepala sekolah · 1 informan, 8 segmen");
}

#[test]
fn what_is_left_out_stays_the_same_while_roles_unfold() {
    let mut harness = harness(stage(), SIZE, false);
    let words = "38 segmen observasi dan dokumen tidak milik informan mana pun";
    harness.get_by_label(words);
    harness.get_by_label("Edukator, 6 indikator").click();
    harness.run_steps(3);
    harness.get_by_label(words);
}

#[test]
fn columns_are_pulled_by_keys_and_given_back() {
    let mut harness = harness(stage(), SIZE, false);
    let width = |harness: &Harness<'_, Stage>| {
        harness.get_by_role_and_label(Role::ColumnHeader, "Guru, 2 informan").rect().width()
    };
    let before = width(&harness);
    harness.get_by_label("Lebar kolom Guru").focus();
    harness.run_steps(2);
    press(&mut harness, &[Key::ArrowLeft, Key::ArrowLeft, Key::ArrowLeft]);
    assert_eq!(width(&harness), before - 48.0);
    assert_eq!(harness.state().place.kept.widths.len(), 1);
    press(&mut harness, &[Key::Delete]);
    assert_eq!(width(&harness), before);
    assert!(harness.state().place.kept.widths.is_empty());
}

#[test]
fn a_column_is_pulled_by_its_edge_and_no_further_than_can_be_read() {
    let mut harness = harness(stage(), SIZE, false);
    let edge = harness.get_by_label("Lebar kolom Peran").rect().center();
    harness.drag_at(edge);
    harness.run_steps(1);
    harness.hover_at(edge + vec2(60.0, 0.0));
    harness.run_steps(1);
    harness.drop_at(edge + vec2(60.0, 0.0));
    harness.run_steps(2);
    let pulled = harness.state().place.kept.widths.get("first").copied();
    assert!(pulled.is_some_and(|width| width.abs_diff(218) <= 1), "{pulled:?}");
    let first = harness.get_by_label("Edukator, 6 indikator").rect();
    assert!((first.width() - 218.0).abs() <= 1.0, "{first:?}");
}

#[test]
fn only_what_weakens_is_left_and_cells_say_where_nothing_is() {
    let mut harness = harness(stage(), SIZE, false);
    harness.get_by_label("Kasus negatif").click();
    harness.run_steps(3);
    let board = harness.state().place.board.as_ref().expect("a board");
    let supervisor = board.rows.iter().position(|row| row.name == "Supervisor").expect("a row");
    assert_eq!(board.listed(&harness.state().study, supervisor, 0), [], "the principal praises herself");
    assert_eq!(board.listed(&harness.state().study, supervisor, 1).len(), 7);
    harness.get_by_label("Supervisor, Guru: 2 informan, 7 segmen");
    picture::look(&mut harness, "board-negative");
}

#[test]
fn the_coverage_says_how_many_speak_and_what_is_to_be_asked() {
    let mut harness = harness(stage(), SIZE, false);
    harness.get_by_label("Cakupan").click();
    harness.run_steps(3);
    harness.get_by_label("Supervisor, Guru: 2 informan, 7 segmen");
    harness.get_by_label(
        "Jumlah segmen menunjukkan seberapa sering peneliti memberi kode, bukan seberapa penting suatu peran.",
    );
    harness.get_by_label("Siswa: belum ada yang dikodekan untuk Administrator, Supervisor.");
    picture::look(&mut harness, "board-coverage");
}

#[test]
fn the_board_comes_back_as_it_was_left() {
    let mut harness = harness(stage(), SIZE, false);
    pick(&mut harness, "Kolom", "Tanggal");
    harness.get_by_label("Edukator, 6 indikator").click();
    harness.run_steps(3);
    let mut recent = Recent::default();
    harness.state().place.keep(&mut recent);
    let json = serde_json::to_string(&recent).expect("JSON");
    let read: Recent = serde_json::from_str(&json).expect("the same");
    assert_eq!(read.board, harness.state().place.kept);
    assert_eq!((read.board.by, read.board.open.len()), (Axis::Date, 1));
    let broken = json.replace("\"board\":{", "\"board\":{\"rows\":7,\"was\":{").replace("}}", "}}}");
    let read: Recent = serde_json::from_str(&broken).expect("what is broken costs only itself");
    assert_eq!(read.board, KeptBoard::default());
}
