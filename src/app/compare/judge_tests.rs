//! Verdicts, conclusions, summaries and reasons on the board, walked by their labels.

use super::stage::{coloured, harness};
use super::tests::pick;
use super::*;
use crate::analysis::{Judged, Study, sample, standing};
use crate::app::picture;
use crate::domain::{
    CellKey, CellNote, ColumnKey, Direction, EmptyReason, Evidence, Finding, FindingId, Language, RowVerdict,
    Timestamp, Verdict,
};
use egui::Key;
use egui::accesskit::Role;
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use uuid::Uuid;

type Stage = super::stage::Stage<ComparePlace>;

const SIZE: [f32; 2] = [1532.0, 940.0];

fn row(study: &Study, short: &str) -> RowKey {
    RowKey::Code(study.codes.iter().find(|code| code.short == short).expect("a code").id)
}

fn verdict(study: &Study, short: &str, value: Verdict, silent: &[&str], conclusion: &str) -> RowVerdict {
    let row = row(study, short);
    RowVerdict {
        row,
        axis: Axis::Group,
        value,
        suggested: None,
        silent: silent.iter().map(|id| (*id).to_owned()).collect(),
        conclusion: conclusion.to_owned(),
        coder: "Rahma A.".to_owned(),
        changed: Timestamp::from_millis(0),
        basis: standing(study, row, Axis::Group).basis,
    }
}

fn note(study: &Study, short: &str, group: usize) -> CellNote {
    CellNote {
        cell: CellKey::new(row(study, short), ColumnKey::Group(study.groups[group].id)),
        summary: String::new(),
        empty_reason: None,
        segment: None,
        coder: "Rahma A.".to_owned(),
        changed: Timestamp::from_millis(0),
    }
}

/// The sample study with some of it judged.
fn judged() -> Study {
    let mut study = coloured();
    let long = "Kepala sekolah membimbing guru dan siswa secara langsung; ketiga sumber menyebut contohnya. ";
    let mut changed = verdict(&study, "MAN", Verdict::Agreement, &[], "Program remedial terjadwal dan bertim.");
    changed.basis = "another".to_owned();
    let summary = "Guru hanya disupervisi satu kali dan hasilnya tidak pernah dibahas bersama.";
    let dont_know = study.segments.iter().find(|entry| entry.segment.quote.contains("tidak")).expect("a segment");
    let dont_know = dont_know.segment.id;
    let finding = Finding {
        id: FindingId::from_uuid(Uuid::from_u128(7)),
        code: row(&study, "SUP").code().expect("a code"),
        claim: "Supervisi dijadwalkan dua kali, tetapi terlaksana satu kali dan tanpa tindak lanjut.".to_owned(),
        order: 0,
        created: Timestamp::from_millis(0),
    };
    let said = study.segments.iter().find(|entry| entry.segment.quote.starts_with("Setiap guru saya supervisi"));
    let said = said.expect("what the principal says").segment.id;
    study.put_judged(Judged {
        evidence: vec![Evidence { finding: finding.id, segment: said, direction: Some(Direction::Supports) }],
        findings: vec![finding],
        verdicts: vec![
            verdict(&study, "EDU", Verdict::Agreement, &[], &long.repeat(400)),
            changed,
            verdict(&study, "ADM", Verdict::Silence, &["student"], "Bertumpu pada dua sumber."),
            verdict(&study, "LEA", Verdict::Partial, &["student"], ""),
        ],
        cell_notes: vec![
            CellNote { summary: summary.to_owned(), ..note(&study, "SUP", 1) },
            CellNote { empty_reason: Some(EmptyReason::DontKnow), segment: Some(dont_know), ..note(&study, "SUP", 2) },
        ],
        ..Judged::default()
    });
    study
}

fn stage() -> Stage {
    Stage::new(judged(), Language::Indonesian)
}

fn changes(harness: &Harness<'_, Stage>) -> usize {
    harness.state().sent.iter().filter(|request| matches!(request, Request::Change(_))).count()
}

#[test]
fn results_say_what_was_decided_and_what_is_to_be_looked_at_again() {
    let mut harness = harness(stage(), SIZE, false);
    harness.get_by_label("4 dari 7 peran sudah dinilai");
    harness.get_by_label("Edukator, Hasil triangulasi: Sesuai");
    harness.get_by_label("Administrator, Hasil triangulasi: Senyap siswa");
    harness.get_by_label("Supervisor, Hasil triangulasi: Belum dinilai");
    harness.get_by_label("Periksa lagi: buktinya berubah");
    harness.get_by_label("Supervisor, Siswa: Menyatakan tidak tahu");
    harness.get_by_label("Terima saran: Supervisor");
    assert!(harness.query_by_label("Terima saran: Edukator").is_none(), "what is decided is not suggested again");
    picture::look(&mut harness, "board-judged");
    harness.get_by_label("Terima saran: Supervisor").click();
    harness.run_steps(2);
    harness.get_by_label("Hasilnya tetap: Manajer").click();
    harness.run_steps(2);
    assert_eq!(changes(&harness), 2);
}

#[test]
fn a_verdict_is_chosen_from_the_list_by_keys_alone() {
    let mut harness = harness(stage(), SIZE, false);
    harness.get_by_label("Edukator, Siswa: 3 informan, 3 segmen").focus();
    harness.run_steps(2);
    // Only the active stop is come to by Tab; the arrows go on from there.
    harness.get_by_label("Edukator, Kepala sekolah: 1 informan, 7 segmen").focus();
    harness.run_steps(2);
    for key in [Key::ArrowRight, Key::ArrowRight, Key::ArrowRight, Key::Enter] {
        harness.key_press(key);
        harness.run_steps(2);
    }
    assert!(harness.get_by_role_and_label(Role::ListItem, "Sesuai").is_focused(), "the list opens at what is chosen");
    harness.get_by_label("Pihak yang senyap");
    picture::look(&mut harness, "board-verdicts");
    harness.get_by_role_and_label(Role::ListItem, "Bertentangan").click();
    harness.run_steps(2);
    assert_eq!(changes(&harness), 1);
    assert!(harness.query_by_label("Pihak yang senyap").is_none(), "the list is closed");
}

#[test]
fn a_conclusion_is_written_in_its_place() {
    let mut harness = harness(stage(), SIZE, false);
    let hint = "Supervisor, Simpulan: Tulis simpulan baris ini…";
    harness.get_by_label(hint).click();
    harness.run_steps(3);
    let field = harness.get_by_label("Simpulan Supervisor");
    assert!(field.is_focused());
    field.type_text("Pernyataan kepala sekolah tidak didukung guru.");
    harness.run_steps(2);
    picture::look(&mut harness, "board-conclusion");
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    assert_eq!(changes(&harness), 0, "Escape gives back what stood there");
    assert!(harness.query_by_label("Simpulan Supervisor").is_none());
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    harness.get_by_label("Simpulan Supervisor").type_text("Tidak didukung guru.");
    harness.run_steps(2);
    harness.get_by_label("Edukator, Guru: 2 informan, 6 segmen").click();
    harness.run_steps(3);
    assert_eq!(changes(&harness), 1, "written when the field is left");
    assert!(!harness.state().place.table.is_writing());
}

#[test]
fn a_conclusion_of_twenty_pages_is_whole_in_its_field() {
    let mut harness = harness(stage(), SIZE, false);
    let cell =
        harness.query_all_by(|node| node.label().is_some_and(|label| label.starts_with("Edukator, Simpulan: Kep")));
    let cell = cell.into_iter().next().expect("the conclusion");
    assert!(cell.rect().height() < 200.0, "{:?}", cell.rect());
    cell.click();
    harness.run_steps(3);
    let field = harness.get_by_label("Simpulan Edukator");
    assert!(field.value().is_some_and(|words| words.len() > 30_000));
    picture::look(&mut harness, "board-long-conclusion");
}

#[test]
fn summaries_are_written_in_the_cells() {
    let mut harness = harness(stage(), SIZE, false);
    harness.get_by_label("Ringkasan").click();
    harness.run_steps(3);
    let summed = "Supervisor, Guru: 2 informan, 7 segmen. Guru hanya disupervisi satu kali dan hasilnya tidak pernah \
                  dibahas bersama.";
    harness.get_by_label(summed);
    picture::look(&mut harness, "board-summaries");
    harness.get_by_label("Edukator, Guru: 2 informan, 6 segmen").click();
    harness.run_steps(3);
    harness.get_by_label("Ringkasan Edukator").type_text("Guru dibimbing setiap Sabtu pertama.");
    harness.run_steps(2);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, Key::Enter);
    harness.run_steps(2);
    assert_eq!(changes(&harness), 1);
}

#[test]
fn an_empty_cell_is_told_why_it_is_empty() {
    let mut harness = harness(stage(), SIZE, false);
    let empty =
        harness.query_all_by(|node| node.label().is_some_and(|label| label.starts_with("Administrator, Siswa: ")));
    let empty = empty.into_iter().next().expect("an empty cell");
    empty.click_secondary();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::ListItem, "Tidak ditanyakan").click();
    harness.run_steps(2);
    assert_eq!(changes(&harness), 1);
    // Not to know is said by somebody: the words are asked for.
    harness.get_by_label_contains("Administrator, Siswa: ").click_secondary();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::ListItem, "Menyatakan tidak tahu…").click();
    harness.run_steps(2);
    assert!(matches!(harness.state().sent.last(), Some(Request::Lay(_))));
    assert_eq!(changes(&harness), 1);
}

#[test]
fn findings_are_rows_of_their_own() {
    let mut harness = harness(stage(), SIZE, false);
    pick(&mut harness, "Baris", "Temuan");
    let heads: Vec<String> =
        harness.query_all_by_role(Role::RowHeader).filter_map(|node| node.accesskit_node().label()).collect();
    assert_eq!(heads.len(), 1, "{heads:?}");
    assert!(heads[0].starts_with("Supervisi dijadwalkan dua kali") && heads[0].contains("SUP"), "{heads:?}");
    for warning in ["Hanya satu informan", "Hanya satu teknik", "Hanya kepala sekolah tentang dirinya sendiri"] {
        assert!(heads[0].contains(warning), "{heads:?}");
    }
    harness.get_by_label("0 dari 1 temuan sudah dinilai");
    picture::look(&mut harness, "board-findings");
}

#[test]
fn columns_are_divided_and_named_in_two_rows() {
    let mut harness = harness(stage(), SIZE, false);
    pick(&mut harness, "Dibagi", "Per teknik");
    let heads: Vec<String> =
        harness.query_all_by_role(Role::ColumnHeader).filter_map(|node| node.accesskit_node().label()).collect();
    assert!(heads.iter().any(|head| head.starts_with("Wawancara: Guru")), "{heads:?}");
    harness.get_by_label("Edukator, Hasil triangulasi: Sesuai");
    assert!(harness.query_by_label_contains("Terima saran").is_none(), "a suggestion is for undivided columns");
    picture::look(&mut harness, "board-divided");
}

#[test]
fn two_hundred_informants_without_a_group_cost_only_what_is_in_sight() {
    let mut builder = sample::Builder::gold();
    for number in 0..200 {
        builder.informant(&format!("N{number}"), None);
    }
    let mut harness = harness(Stage::new(builder.build(), Language::Indonesian), SIZE, false);
    pick(&mut harness, "Kolom", "Informan");
    let board = harness.state().place.board.as_ref().expect("a board");
    assert!(board.heads.len() > 200);
    let cells = harness.query_all_by_role(Role::Cell).count();
    assert!(cells < 60, "{cells} cells");
}

#[test]
fn nobody_in_a_group_and_nothing_coded_breaks_nothing() {
    let mut study = coloured();
    study.groups.clear();
    study.informant_groups.fill(None);
    let mut harness = harness(Stage::new(study, Language::English), [988.0, 540.0], false);
    picture::look(&mut harness, "board-no-groups");
    assert!(harness.query_all_by_role(Role::ColumnHeader).count() > 0);
    let mut builder = sample::Builder::study();
    let range = builder.texts[0].find_all("supervisi").next().expect("a word");
    builder.code_range(0, range, "SUP.1", None, 0);
    harness.state_mut().study = std::sync::Arc::new(builder.build());
    harness.run_steps(3);
}

#[test]
fn the_small_board_has_the_conclusion_under_the_result() {
    let mut stage = Stage::new(judged(), Language::Indonesian);
    stage.is_small = true;
    let mut harness = harness(stage, [972.0, 524.0], true);
    harness.get_by_label("4 dari 7 peran sudah dinilai");
    let result = harness.get_by_label("Administrator, Hasil triangulasi: Senyap siswa").rect();
    let conclusion = harness.get_by_label("Administrator, Simpulan: Bertumpu pada dua sumber.").rect();
    assert!(result.contains_rect(conclusion), "{result:?} {conclusion:?}");
    picture::look(&mut harness, "board-small");
}
