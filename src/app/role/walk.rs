//! The work on a role in the whole window: the ladder climbed from an empty role, a silent side explained, a finding
//! written, linked by key and by hand, and taken back to an informant.

use super::tests::{code, labels, open_supervisor, show};
use crate::analysis::{Axis, Study};
use crate::app::App;
use crate::app::commands::Request;
use crate::app::picture;
use crate::app::place::{PlaceKind, Spot};
use crate::app::settings::ThemeChoice;
use crate::app::walk::{settings, settle};
use crate::domain::{CellKey, ColumnKey, Direction, EmptyReason, EvaluationValue, MemberCheckState, RowKey, Verdict};
use crate::project::{Error, Landed, Project};
use eframe::egui::{Key, Modifiers, Role};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::sync::Arc;

fn study(harness: &Harness<'_, App>) -> Arc<Study> {
    Arc::clone(&harness.state().session.as_ref().expect("an open project").facts.snapshot.study)
}

/// Changes the project behind the window's back.
fn change<T: 'static>(
    harness: &mut Harness<'_, App>,
    change: impl FnOnce(&mut Project) -> Result<Landed<T>, Error> + Send + 'static,
) {
    harness.state_mut().commands.send(Request::change(change));
    harness.run_steps(2);
    settle(harness);
}

/// The supervisor before anybody has judged.
fn unjudged<'a>() -> Harness<'a, App> {
    let mut harness = open_supervisor(settings(ThemeChoice::Light));
    let role = code(&harness, "SUP");
    let row = RowKey::Code(role);
    let known = study(&harness);
    if known.evaluation_of(role).is_some() {
        change(&mut harness, move |project| project.remove_evaluation(role));
    }
    change(&mut harness, move |project| project.set_verdict(row, Axis::Group, Verdict::Unrated, None));
    change(&mut harness, move |project| project.set_conclusion(row, Axis::Group, ""));
    for group in known.groups.iter().map(|group| group.id) {
        let cell = CellKey::new(row, ColumnKey::Group(group));
        change(&mut harness, move |project| project.set_summary(&cell, ""));
        change(&mut harness, move |project| project.set_empty_reason(&cell, None, None));
    }
    for finding in known.findings.iter().map(|finding| finding.id) {
        change(&mut harness, move |project| project.delete_finding(finding));
    }
    harness
}

/// Types into a field by its name.
fn type_into(harness: &mut Harness<'_, App>, role: Role, field: &str, words: &str) {
    harness.get_by_role_and_label(role, field).focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(role, field).type_text(words);
    harness.run_steps(2);
}

/// Lets so many seconds go by.
fn wait(harness: &mut Harness<'_, App>, seconds: u32) {
    for _ in 0..4 * seconds {
        harness.input_mut().time = Some(harness.ctx.input(|input| input.time) + 0.25);
        harness.step();
    }
    settle(harness);
}

fn click(harness: &mut Harness<'_, App>, label: &str) {
    harness.get_by_label(label).click();
    harness.run_steps(3);
    settle(harness);
}

#[test]
fn a_silent_side_says_why_with_the_words_that_show_it() {
    let mut harness = unjudged();
    let row = RowKey::Code(code(&harness, "SUP"));
    let students = study(&harness).groups.iter().find(|group| group.key == "student").expect("students").id;
    let cell = CellKey::new(row, ColumnKey::Group(students));
    click(&mut harness, "Ubah alasan senyap Siswa");
    click(&mut harness, "Menyatakan tidak tahu…");
    type_into(&mut harness, Role::TextInput, "Kutipan yang menunjukkannya", "W.S3 baris 999");
    click(&mut harness, "Simpan alasan");
    assert!(study(&harness).note_of(&cell).is_none(), "no such line");
    harness.get_by_role_and_label(Role::TextInput, "Kutipan yang menunjukkannya").focus();
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.run_steps(2);
    type_into(&mut harness, Role::TextInput, "Kutipan yang menunjukkannya", "W.S3 baris 28");
    click(&mut harness, "Simpan alasan");
    harness.run_steps(3);
    settle(&mut harness);
    let known = study(&harness);
    let note = known.note_of(&cell).expect("a note");
    assert_eq!(note.empty_reason, Some(EmptyReason::DontKnow));
    let segment = note.segment.and_then(|segment| known.segment(segment)).expect("its words");
    assert_eq!(&*segment.segment.quote, "Kalau itu saya tidak tahu, Kak. Kami siswa tidak pernah lihat.");
    harness.get_by_label_contains("Konteks, bukan bukti: S3 b.28, 19 Feb 2025: Kalau itu saya");
    picture::look(&mut harness, "role-reason");
    click(&mut harness, "Ubah alasan senyap Siswa");
    click(&mut harness, "Kembalikan ke yang dihitung");
    assert!(study(&harness).note_of(&cell).is_none());
}

#[test]
fn the_ladder_is_climbed_and_an_evaluation_needs_reason_and_quotation() {
    let mut harness = unjudged();
    harness.get_by_label("Kutipan, 10 segmen, semua berarah, selesai");
    harness.get_by_label_contains("Saran: bertentangan.");
    let role = code(&harness, "SUP");
    let row = RowKey::Code(role);
    assert!(study(&harness).verdict_of(row, Axis::Group).is_none(), "nothing is filled in");
    click(&mut harness, "Terima saran");
    let verdict = study(&harness).verdict_of(row, Axis::Group).cloned().expect("a verdict");
    assert_eq!((verdict.value, verdict.suggested), (Verdict::Dissonance, Some(Verdict::Dissonance)));
    type_into(&mut harness, Role::MultilineTextInput, "Ringkasan Kepala sekolah", "Dua kali per semester.");
    type_into(&mut harness, Role::MultilineTextInput, "Simpulan", "Kepala sekolah dan guru berbeda.");
    // Leaving the first field has written it; the second is written after a pause.
    settle(&mut harness);
    assert!(study(&harness).cell_notes.iter().any(|note| note.summary == "Dua kali per semester."));
    wait(&mut harness, 6);
    let conclusion = study(&harness).verdict_of(row, Axis::Group).map(|verdict| verdict.conclusion.clone());
    assert_eq!(conclusion.as_deref(), Some("Kepala sekolah dan guru berbeda."));
    click(&mut harness, "Belum optimal");
    harness.get_by_label("Belum tersimpan: tulis alasannya.");
    type_into(&mut harness, Role::MultilineTextInput, "Alasan evaluasi", "Tindak lanjut belum tercapai.");
    harness.get_by_label("Belum tersimpan: tambahkan sedikitnya satu kutipan sebagai bukti kunci.");
    click(&mut harness, "Tambah");
    assert!(study(&harness).evaluation_of(role).is_none(), "nothing half is kept");
    harness.get_by_label_contains("▼ G2 b.30 Saya disupervisi").click();
    harness.run_steps(3);
    settle(&mut harness);
    let kept = study(&harness).evaluation_of(role).cloned().expect("an evaluation");
    assert_eq!((kept.value, kept.reason.as_str()), (EvaluationValue::NotYetOptimal, "Tindak lanjut belum tercapai."));
    assert_eq!(kept.segments.len(), 1);
    picture::look(&mut harness, "role-evaluated");
    harness.key_press(Key::Escape);
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(2);
    settle(&mut harness);
    assert!(study(&harness).evaluation_of(role).is_none(), "undone");
}

#[test]
fn a_verdict_whose_evidence_has_changed_is_to_be_looked_at_again() {
    let mut harness = unjudged();
    let row = RowKey::Code(code(&harness, "SUP"));
    click(&mut harness, "Terima saran");
    let known = study(&harness);
    // Another code of the role on the same words would leave the evidence as it is.
    let alone = code(&harness, "SUP.5");
    let speaks = |segment: u32| !known.segments[segment as usize].voice.informants.is_empty();
    let coding = known.codings.iter().find(|entry| entry.coding.code == alone && speaks(entry.segment));
    let coding = coding.expect("a coding").coding.id;
    change(&mut harness, move |project| project.uncode(&[coding]));
    harness.get_by_label("Periksa lagi: bukti berubah sejak hasil ini dipilih.");
    click(&mut harness, "Hasil ini tetap berlaku");
    assert!(harness.query_by_label("Periksa lagi: bukti berubah sejak hasil ini dipilih.").is_none());
    assert_eq!(study(&harness).verdict_of(row, Axis::Group).map(|verdict| verdict.value), Some(Verdict::Dissonance));
}

#[test]
fn a_finding_is_written_linked_by_key_and_by_hand_and_taken_to_an_informant() {
    let mut harness = unjudged();
    click(&mut harness, "Temuan 0");
    click(&mut harness, "Tulis temuan");
    type_into(&mut harness, Role::MultilineTextInput, "Pernyataan temuan", "Hasil supervisi tidak dibahas.");
    click(&mut harness, "Simpan temuan");
    let finding = study(&harness).findings.first().cloned().expect("a finding");
    assert_eq!(finding.claim, "Hasil supervisi tidak dibahas.");
    harness.get_by_label("Temuan 1");
    // By key, from a quotation.
    let quotation = labels(&harness, ", melemahkan: Waktu itu saya hanya").remove(0);
    harness.get_by_label(&quotation).focus();
    harness.run_steps(2);
    harness.key_press(Key::F);
    harness.run_steps(4);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    settle(&mut harness);
    let evidence: Vec<_> = study(&harness).evidence_of(finding.id).map(|one| one.direction).collect();
    assert_eq!(evidence, [Some(Direction::Weakens)]);
    harness.get_by_label("Hanya satu informan");
    // By hand.
    let from = harness.get_by_label_contains(", mendukung: Setelah itu guru saya panggil").rect().center();
    let to = harness.get_by_label("Hasil supervisi tidak dibahas.").rect().center();
    harness.drag_at(from);
    harness.run_steps(2);
    harness.hover_at(from + eframe::egui::vec2(40.0, 10.0));
    harness.run_steps(2);
    harness.hover_at(to);
    harness.run_steps(2);
    picture::look(&mut harness, "role-dragged");
    harness.drop_at(to);
    harness.run_steps(3);
    settle(&mut harness);
    assert_eq!(study(&harness).evidence_of(finding.id).count(), 2);
    harness.get_by_label("Bertentangan, belum ada simpulan");
    // The card unfolds: each quotation turns its direction, and the informants are asked.
    click(&mut harness, "Hasil supervisi tidak dibahas.");
    harness.get_by_label("Arah KS b.47 terhadap temuan: mendukung").click();
    harness.run_steps(3);
    settle(&mut harness);
    harness.get_by_label("Arah KS b.47 terhadap temuan: sebagian");
    harness.get_by_label_contains("G1 Belum dikirim").click();
    harness.run_steps(3);
    type_into(&mut harness, Role::TextInput, "Tanggal", "3 Maret 2025");
    click(&mut harness, "Simpan");
    let checks = study(&harness).member_checks.clone();
    assert_eq!(checks.len(), 1);
    assert_eq!((checks[0].state, checks[0].date.is_some()), (MemberCheckState::NotSent, true));
    picture::look(&mut harness, "role-findings");
    // In Koding the words tell which finding they serve.
    let known = study(&harness);
    let segment = known.evidence_of(finding.id).next().expect("evidence").segment;
    let entry = known.segment(segment).expect("its words");
    let spot = Spot { source: entry.segment.source, range: Some(entry.segment.range), coding: None };
    harness.state_mut().commands.send(Request::Show(spot));
    harness.run_steps(3);
    settle(&mut harness);
    harness.get_by_label_contains("Hasil supervisi tidak dibahas., ");
    picture::look(&mut harness, "role-inspector");
    click(&mut harness, "Lepas dari temuan Hasil supervisi tidak dibahas.");
    assert_eq!(study(&harness).evidence_of(finding.id).count(), 1);
    // A new finding by F.
    harness.key_press(Key::F);
    harness.run_steps(4);
    harness.get_by_label("Cari temuan atau tulis yang baru").type_text("Guru tidak disupervisi");
    harness.run_steps(3);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    settle(&mut harness);
    assert_eq!(study(&harness).findings.len(), 2);
    picture::look(&mut harness, "role-inspector-new");
    // Its menu leads back to the role.
    click(&mut harness, "Tindakan lain untuk kutipan ini");
    click(&mut harness, "Tampilkan di Triangulasi");
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Compare));
    harness.get_by_label("Temuan 2");
}

#[test]
fn words_typed_and_not_written_are_drafts() {
    let mut harness = unjudged();
    type_into(&mut harness, Role::MultilineTextInput, "Ringkasan Guru", "Satu kali");
    let drafts = &harness.state().now.drafts;
    assert!(drafts.iter().any(|draft| draft.text == "Satu kali"));
    show(&mut harness, "LEA", Axis::Group);
    assert!(study(&harness).cell_notes.iter().any(|note| note.summary == "Satu kali"), "leaving writes it");
}
