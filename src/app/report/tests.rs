//! The place walked by its labels: choose, look, write, read the file back.

use super::*;
use crate::app::commands::SaveAs;
use crate::app::compare::stage::{Stage, coloured, harness};
use crate::app::picture;
use crate::domain::Language;
use crate::export::{CellWords, ChartKind, FileFormat, Format, PaperFormat, TableKind};
use crate::task::Watch;
use eframe::egui::{self, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT, Queryable};
use std::path::Path;
use std::sync::Arc;

type Report = Stage<ReportPlace>;

/// The path stands there as typed, so that no picture shows the folders of this machine.
fn sample(language: Language) -> Report {
    let mut stage: Report = Stage::new(coloured(), language);
    stage.place.target = Target::of("Dokumen/laporan.docx");
    stage
}

/// Does the work that the place has sent, as the window would behind the scenes.
fn work(harness: &mut Harness<'_, Report>, to: &Path) -> Result<String, String> {
    let state = harness.state_mut();
    let study = Arc::clone(&state.study);
    let request = state.sent.pop().expect("a wish");
    let request = match request {
        Request::SaveAs(SaveAs { then, .. }) => then(to.to_owned()),
        other => other,
    };
    match request {
        Request::Job(_, job) => match job(&study, &Watch::new()) {
            Ok(finished) => {
                // What was exported is told to the project afterwards.
                assert!(matches!(finished.then, Some(Request::Ask(_))));
                Ok(state.catalog.say(&finished.sentence))
            }
            Err(fault) => Err(state.catalog.say(&fault.sentence)),
        },
        _ => panic!("no work was sent"),
    }
}

#[test]
fn the_excerpts_go_into_a_csv_file_and_come_back() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kutipan.csv");
    let mut harness = harness(sample(Language::Indonesian), [1532.0, 940.0], false);
    harness.get_by_label("201 koding pada 167 segmen");
    harness.get_by_role_and_label(Role::Button, "Format lain").click();
    harness.run_steps(2);
    harness.get_by_label("CSV").click();
    harness.run_steps(2);
    assert_eq!(work(&mut harness, &path), Ok(format!("Ditulis 201 baris: {}", path.display())));
    let mut reader = csv::Reader::from_path(&path).expect("a table");
    let headings = reader.headers().expect("headings").clone();
    let quote = headings.iter().position(|heading| heading == "Kutipan").expect("quotations");
    let citation = headings.iter().position(|heading| heading == "Rujukan").expect("citations");
    let rows: Vec<csv::StringRecord> = reader.records().collect::<Result<_, _>>().expect("rows");
    assert_eq!(rows.len(), 201);
    let found = rows.iter().find(|row| &row[citation] == "W.KS.12-02-2025, baris 47").expect("a citation");
    assert!(found[quote].starts_with("Setelah itu guru saya panggil satu per satu"), "{}", &found[quote]);
    let study = Arc::clone(&harness.state().study);
    for entry in &study.segments {
        assert!(rows.iter().any(|row| crate::export::unguarded(&row[quote]) == &*entry.segment.quote));
    }
}

#[test]
fn word_is_what_is_proposed_and_it_holds_the_words() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("kutipan.docx");
    let mut harness = harness(sample(Language::Indonesian), [1532.0, 940.0], false);
    harness.get_by_label("Informan").click();
    harness.run_steps(2);
    harness.get_by_label("Ekspor ke Word…").click();
    harness.run_steps(2);
    assert_eq!(work(&mut harness, &path), Ok(format!("Ditulis: {}", path.display())));
    assert!(std::fs::read(&path).expect("written").starts_with(b"PK"));
    harness.get_by_label("Buku kode").click();
    harness.run_steps(2);
    assert!(harness.state().facts().starts_with("Buku kode · "));
    harness.get_by_label("Transkrip bernomor").click();
    harness.run_steps(2);
    assert_eq!(harness.state().facts(), "Transkrip bernomor · 10 sumber data");
    harness.get_by_label("Ekspor ke Word…").click();
    harness.run_steps(2);
    // The texts are asked of the thread that owns the project first.
    let Some(Request::SaveAs(wish)) = harness.state_mut().sent.pop() else { panic!("no name is asked for") };
    assert_eq!((wish.name.as_str(), wish.extension), ("transkrip-bernomor.docx", "docx"));
    assert!(matches!((wish.then)(path), Request::Ask(_)));
}

#[test]
fn what_is_no_longer_a_choice_gives_way() {
    let mut harness = harness(sample(Language::Indonesian), [1532.0, 940.0], false);
    harness.state_mut().place.wanted.format = FileFormat::Table(Format::Json);
    harness.get_by_label("Buku kode").click();
    harness.run_steps(2);
    assert_eq!(harness.state().place.wanted.format, FileFormat::Paper(PaperFormat::Docx));
}

#[test]
fn filters_narrow_and_say_so() {
    let mut harness = harness(sample(Language::Indonesian), [1532.0, 940.0], false);
    let combo = |harness: &Harness<'_, Report>, value: &str| {
        harness.query_all_by(|node| node.value().is_some_and(|found| found == value)).count()
    };
    assert_eq!(combo(&harness, "Semua kode"), 1);
    let supervisor = {
        let study = &harness.state().study;
        study.codes.iter().find(|code| code.short == "SUP").expect("the supervisor").id
    };
    harness.state_mut().place.wanted.code = Some(supervisor);
    let teachers = harness.state().study.groups.iter().find(|group| group.key == "teacher").expect("teachers").id;
    harness.state_mut().place.wanted.group = Some(teachers);
    harness.run_steps(3);
    assert_eq!(harness.state().place.preview.as_ref().map(|preview| preview.segments), Some(7));
    harness.state_mut().place.wanted.technique = Some(crate::domain::Technique::Document);
    harness.run_steps(3);
    harness.get_by_label("Tidak ada koding yang cocok dengan saringan ini. Longgarkan saringannya.");
    let export = harness.get_by_label("Ekspor ke Word…");
    assert!(export.accesskit_node().is_disabled());
}

#[test]
fn the_path_field_does_the_same_and_replaces_only_when_asked_twice() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("matriks.csv");
    std::fs::write(&path, "before").expect("a file");
    let mut harness = harness(sample(Language::English), [1532.0, 940.0], false);
    harness.get_by_label("Comparison table").click();
    harness.run_steps(2);
    harness.state_mut().place.wanted.format = FileFormat::Table(Format::Csv);
    harness.run_steps(2);
    assert_eq!(harness.state().facts(), "Comparison table · 7 rows");
    let field = harness.get_by_label("Or write straight to");
    field.focus();
    harness.run_steps(1);
    harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
    harness.run_steps(1);
    harness.get_by_label("Or write straight to").type_text(&path.display().to_string());
    harness.run_steps(2);
    harness.get_by_label("Write").click();
    harness.run_steps(2);
    let refused = work(&mut harness, &path).expect_err("the file is there");
    assert!(refused.starts_with("The file is there already."), "{refused}");
    assert_eq!(std::fs::read_to_string(&path).expect("the old file"), "before");
    harness.get_by_label("Write").click();
    harness.run_steps(2);
    assert_eq!(work(&mut harness, &path), Ok(format!("Wrote 7 rows: {}", path.display())));
    let table = std::fs::read_to_string(&path).expect("the new file");
    // The project speaks Indonesian, and so does its table until chosen otherwise.
    assert!(table.contains("Kepala sekolah") && table.contains("Bertentangan"), "{table}");
}

#[test]
fn the_comparison_asked_for_elsewhere_is_the_one_shown() {
    let mut harness = harness(sample(Language::Indonesian), [1532.0, 940.0], false);
    prefer_comparison(&harness.ctx, RowsKind::Codes, Axis::Technique, None);
    harness.run_steps(2);
    let wanted = harness.state().place.wanted;
    assert_eq!((wanted.what, wanted.rows, wanted.by), (What::Comparison, RowsKind::Codes, Axis::Technique));
    prefer_comparison(&harness.ctx, RowsKind::Roles, Axis::Group, Some(Axis::Technique));
    harness.run_steps(2);
    harness.get_by_label("Peran × kelompok informan, per teknik");
    let catalog = crate::i18n::Catalog::new(Language::Indonesian);
    let wanted = harness.state().place.wanted;
    assert_eq!(wanted.file_name(&catalog), "matriks-triangulasi-kelompok-per-teknik");
    // Columns are not divided by themselves.
    prefer_comparison(&harness.ctx, RowsKind::Roles, Axis::Technique, Some(Axis::Technique));
    harness.run_steps(2);
    assert_eq!(harness.state().place.wanted.within, None);
}

#[test]
fn an_empty_study_says_what_to_do() {
    let stage: Report = Stage::new(crate::analysis::sample::Builder::study().build(), Language::Indonesian);
    let mut harness = harness(stage, [1532.0, 940.0], false);
    harness.get_by_label("Belum ada segmen untuk dilaporkan.");
    harness.get_by_label("Buka Koding").click();
    harness.run_steps(2);
    assert!(matches!(harness.state().sent[..], [Request::Go(PlaceKind::Coding)]));
}

#[test]
fn a_table_is_chosen_made_otherwise_and_written() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("tabel.docx");
    let mut harness = harness(sample(Language::Indonesian), [1532.0, 940.0], false);
    harness.get_by_label("Tabel 4.4").click();
    harness.run_steps(2);
    assert!(harness.state().facts().starts_with("Tabel 4.4 · 7 baris · kira-kira "), "{}", harness.state().facts());
    assert!(harness.state().facts().ends_with(" halaman mendatar"));
    harness.get_by_label("Tabel 4.4 Matriks triangulasi sumber, halaman 1");
    harness.get_by_label("Halaman mendatar").click();
    harness.get_by_label("Indikator").click();
    harness.run_steps(2);
    assert!(harness.state().facts().ends_with(" halaman tegak"), "{}", harness.state().facts());
    // Whatever nobody has judged is named, and the way there is one click.
    harness.get_by_label("Nilai sekarang").click();
    harness.run_steps(2);
    assert!(matches!(harness.state_mut().sent.pop(), Some(Request::Go(PlaceKind::Compare))));
    harness.get_by_label("Ekspor ke Word…").click();
    harness.run_steps(2);
    assert_eq!(work(&mut harness, &path), Ok(format!("Ditulis: {}", path.display())));
    harness.get_by_label("Salin").click();
    harness.run_steps(2);
    assert!(matches!(harness.state_mut().sent.pop(), Some(Request::Ask(_))));
}

#[test]
fn charts_are_shown_and_saved_as_both_pictures() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = harness(sample(Language::Indonesian), [1532.0, 940.0], false);
    harness.get_by_label("Gambar 4.2").click();
    harness.run_steps(2);
    harness.get_by_label_contains("Supervisor: Wawancara: Kepala sekolah 1 dari 1");
    for (button, file, start) in [("Simpan PNG…", "peta.png", &b"\x89PNG"[..]), ("Simpan SVG…", "peta.svg", b"<svg ")]
    {
        harness.get_by_label(button).click();
        harness.run_steps(2);
        let path = folder.path().join(file);
        assert_eq!(work(&mut harness, &path), Ok(format!("Ditulis: {}", path.display())));
        assert!(std::fs::read(&path).expect("written").starts_with(start), "{file}");
    }
    // What is left for other kinds of files comes back with them.
    harness.get_by_label("Matriks triangulasi").click();
    harness.run_steps(2);
    harness.get_by_label("Ekspor ke Word…");
    for (kind, name) in [(ChartKind::Informants, "report-bars"), (ChartKind::Coverage, "report-coverage")] {
        harness.state_mut().place.wanted.what = What::Chart(kind);
        harness.run_steps(3);
        picture::look(&mut harness, name);
    }
}

#[test]
fn the_place_looks_as_designed_in_the_light() {
    let mut stage = sample(Language::Indonesian);
    stage.place.wanted.what = What::Table(TableKind::Sources);
    let mut harness = harness(stage, [1532.0, 940.0], false);
    picture::hold(&mut harness, "report-light");
}

#[test]
fn excerpts_and_tables_are_looked_at() {
    for (what, cells, name) in [
        (What::Excerpts, CellWords::Summaries, "report-excerpts"),
        (What::Table(TableKind::Informants), CellWords::Summaries, "report-table-1"),
        (What::Table(TableKind::Reduction), CellWords::Summaries, "report-table-2"),
        (What::Table(TableKind::Coding), CellWords::Summaries, "report-table-3"),
        (What::Table(TableKind::Sources), CellWords::Quotes, "report-table-4"),
        (What::Table(TableKind::Techniques), CellWords::Citations, "report-table-5"),
    ] {
        let mut stage = sample(Language::Indonesian);
        stage.place.wanted.what = what;
        stage.place.wanted.table.cells = cells;
        let mut harness = harness(stage, [1532.0, 940.0], false);
        picture::look(&mut harness, name);
    }
}

#[test]
fn the_place_looks_as_designed_in_the_dark() {
    let mut harness = harness(sample(Language::Indonesian), [1532.0, 940.0], true);
    harness.get_by_label("Matriks triangulasi").click();
    harness.run_steps(3);
    picture::hold(&mut harness, "report-dark");
}

#[test]
fn a_small_window_in_english_holds_it_all() {
    let mut stage = sample(Language::English);
    stage.is_small = true;
    stage.place.wanted.what = What::Comparison;
    stage.place.wanted.by = Axis::Source;
    let mut harness = harness(stage, [988.0, 540.0], false);
    picture::hold(&mut harness, "report-small");
}

#[test]
fn the_identity_is_set_by_keyboard_with_a_live_example_and_undone() {
    use crate::app::command::Command;
    use crate::app::settings::ThemeChoice;
    use crate::app::walk::{open_sample, settle};
    let mut harness = open_sample(ThemeChoice::Light);
    harness.state_mut().commands.run(Command::Identity);
    harness.run_steps(3);
    harness.get_by_label_contains("Contoh: W.");
    let field = harness.get_by_label("Pola rujukan");
    field.focus();
    harness.run_steps(1);
    let replace = |harness: &mut Harness<'_, crate::app::App>, words: &str| {
        harness.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::A);
        harness.run_steps(1);
        harness.get_by_label("Pola rujukan").type_text(words);
        harness.run_steps(2);
    };
    replace(&mut harness, "{siapa}, baris {line}");
    harness.get_by_label_contains("Pola rujukan tidak mengenal {siapa}.");
    assert!(harness.get_by_label("Simpan identitas").accesskit_node().is_disabled());
    replace(&mut harness, "{short}, b. {line}");
    harness.get_by_label_contains("Contoh: W.KS, b. ");
    harness.get_by_label("Simpan identitas").click();
    harness.run_steps(3);
    settle(&mut harness);
    let citation = |harness: &Harness<'_, crate::app::App>| {
        let session = harness.state().session.as_ref().expect("a project");
        session.facts.snapshot.study.project.citation.clone()
    };
    assert_eq!(citation(&harness), "{short}, b. {line}");
    harness.state_mut().commands.run(Command::Undo);
    harness.run_steps(3);
    settle(&mut harness);
    assert_eq!(citation(&harness), "{technique}.{who}.{date:dd-MM-yyyy}, baris {line}");
}
