//! Walks through the inspector, what is left to code, and the menu of reading.

use super::tests::{AFTER, UNCODED, codings_on, open_principal, press, select, show_line_47, study};
use crate::app::App;
use crate::app::picture;
use crate::app::settings::ThemeChoice;
use crate::app::walk::settle;
use eframe::egui::{Event, Key, Modifiers, OutputCommand, Role, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};

fn copied(harness: &Harness<'_, App>) -> Option<String> {
    harness.output().platform_output.commands.iter().find_map(|command| match command {
        OutputCommand::CopyText(words) => Some(words.clone()),
        _ => None,
    })
}

/// The first label that holds these words.
fn said(harness: &Harness<'_, App>, words: &str) -> String {
    harness.get_by_label_contains(words).accesskit_node().label().unwrap_or_default()
}

#[test]
fn selected_words_are_told_of_before_they_carry_a_code() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    harness.get_by_label("Kata-kata terpilih");
    harness.get_by_label("W.KS.12-02-2025, baris 12");
    harness.get_by_label("KS · Kepala sekolah");
    harness.get_by_label("Tekan 1–7 untuk memasang kode, atau Enter untuk mencari kode.");
    press(&mut harness, Key::Num4);
    harness.get_by_label("Kutipan terpilih");
    // More words are another selection, and the coding that overlaps them can be chosen.
    harness.key_press_modifiers(Modifiers::SHIFT, Key::ArrowLeft);
    harness.run_steps(2);
    harness.get_by_label("Kata-kata terpilih");
    harness.get_by_label("Koding yang tumpang tindih");
    harness.get_by_role_and_label(Role::ListItem, "SUP Supervisor").click();
    harness.run_steps(2);
    harness.get_by_label("Kutipan terpilih");
}

#[test]
fn the_meaning_of_a_code_unfolds_in_its_card() {
    let mut harness = open_principal(ThemeChoice::Light);
    show_line_47(&mut harness);
    let meaning = "Membahas hasil dengan guru yang disupervisi.";
    assert!(harness.query_by_label(meaning).is_none());
    harness.get_by_label("Definisi SUP.3").click();
    harness.run_steps(2);
    harness.get_by_label(meaning);
    harness.get_by_label("Tutup definisi SUP.3").click();
    harness.run_steps(2);
    assert!(harness.query_by_label(meaning).is_none());
}

#[test]
fn words_are_copied_with_their_citation() {
    let mut harness = open_principal(ThemeChoice::Light);
    select(&mut harness, UNCODED);
    let modifiers = Modifiers::COMMAND | Modifiers::SHIFT;
    harness.event(Event::Key { key: Key::C, physical_key: None, pressed: true, repeat: false, modifiers });
    harness.step();
    let cited = format!("“{UNCODED}” (W.KS.12-02-2025, baris 12)");
    assert_eq!(copied(&harness).as_deref(), Some(cited.as_str()));
    // Without a selection it is the chosen coding that is copied, by keys and by its button.
    show_line_47(&mut harness);
    harness.event(Event::Copy);
    harness.step();
    assert_eq!(copied(&harness).as_deref(), Some(AFTER));
    harness.get_by_label("Salin").click();
    harness.step();
    let cited = format!("“{AFTER}” (W.KS.12-02-2025, baris 47)");
    assert_eq!(copied(&harness).as_deref(), Some(cited.as_str()));
}

#[test]
fn n_leads_on_to_what_carries_no_code_and_round() {
    let mut harness = open_principal(ThemeChoice::Light);
    press(&mut harness, Key::N);
    let facts = said(&harness, "Baris ");
    let left = said(&harness, "Giliran tanpa kode: ");
    press(&mut harness, Key::N);
    assert_ne!(said(&harness, "Baris "), facts);
    harness.key_press_modifiers(Modifiers::SHIFT, Key::N);
    harness.run_steps(2);
    assert_eq!(said(&harness, "Baris "), facts);
    assert!(harness.query_by_label_contains("huruf dipilih").is_none(), "nothing is selected");
    assert!(left.contains("tersisa"), "{left}");
}

#[test]
fn a_source_is_marked_as_done_and_the_mark_taken_back() {
    let mut harness = open_principal(ThemeChoice::Light);
    let done = |harness: &Harness<'_, App>| {
        let study = study(harness);
        study.progress.iter().filter(|one| one.source == study.sources[0].id && one.is_finished).count()
    };
    let before = done(&harness);
    harness.get_by_role_and_label(Role::Button, "Tandai selesai").click();
    harness.run_steps(2);
    settle(&mut harness);
    assert_ne!(done(&harness), before);
    harness.key_press_modifiers(Modifiers::COMMAND | Modifiers::SHIFT, Key::D);
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(done(&harness), before);
}

#[test]
fn the_transcript_is_set_larger_wider_and_back_to_the_defaults() {
    let mut harness = open_principal(ThemeChoice::Light);
    harness.get_by_label("Tampilan naskah").click();
    harness.run_steps(2);
    for name in ["Perbesar huruf", "Perlebar kolom", "Renggangkan baris"] {
        harness.get_by_label(name).click();
        harness.run_steps(2);
    }
    let set = |harness: &Harness<'_, App>| {
        let settings = &harness.state().now.settings;
        (settings.reading, settings.width, settings.leading)
    };
    assert_eq!(set(&harness), (18, 72, 180));
    harness.get_by_label("Kembali ke bawaan").click();
    harness.run_steps(2);
    assert_eq!(set(&harness), (17, 68, 170));
}

/// The words and the mark of the segment of line 47.
fn facts_of_47(harness: &Harness<'_, App>) -> (String, bool) {
    let study = study(harness);
    let segment = study.segments.iter().find(|entry| &*entry.segment.quote == AFTER).expect("line 47");
    (segment.segment.reduction.to_string(), segment.segment.is_key)
}

fn undo(harness: &mut Harness<'_, App>) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    harness.run_steps(2);
    settle(harness);
}

#[test]
fn a_reduction_is_written_told_in_the_history_of_its_coding_and_undone() {
    let mut harness = open_principal(ThemeChoice::Light);
    show_line_47(&mut harness);
    press(&mut harness, Key::R);
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::MultilineTextInput, "Reduksi").type_text("Umpan balik satu per satu");
    harness.run_steps(2);
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Enter);
    harness.run_steps(2);
    settle(&mut harness);
    assert_eq!(facts_of_47(&harness).0, "Umpan balik satu per satu");
    let step = "Menulis reduksi W.KS baris 47";
    harness.get_by_label_contains(&format!("{step}, Rahma A."));
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    undo(&mut harness);
    assert_eq!(facts_of_47(&harness).0, "");
    harness.get_by_label_contains(&format!("{step} (diurungkan)"));
}

#[test]
fn k_marks_a_key_quotation_and_undo_takes_the_mark_back() {
    let mut harness = open_principal(ThemeChoice::Light);
    press(&mut harness, Key::K);
    harness.get_by_label("Pilih kutipan berkode lebih dahulu.");
    show_line_47(&mut harness);
    assert!(harness.query_by_role_and_label(Role::Label, "Kutipan kunci").is_none());
    press(&mut harness, Key::K);
    assert!(facts_of_47(&harness).1);
    harness.get_by_role_and_label(Role::Label, "Kutipan kunci");
    undo(&mut harness);
    assert!(!facts_of_47(&harness).1);
    press(&mut harness, Key::K);
    press(&mut harness, Key::K);
    assert!(!facts_of_47(&harness).1, "the key takes it back too");
}

#[test]
fn the_inspector_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    for (theme, name) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let mut harness = open_principal(theme);
        select(&mut harness, UNCODED);
        picture::look(&mut harness, &format!("look-selected-{name}"));
        show_line_47(&mut harness);
        harness.get_by_label("Definisi SUP.3").click();
        harness.run_steps(2);
        press(&mut harness, Key::K);
        press(&mut harness, Key::D);
        press(&mut harness, Key::D);
        undo(&mut harness);
        harness.remove_cursor();
        harness.run_steps(2);
        picture::look(&mut harness, &format!("look-inspector-{name}"));
        harness.get_by_label("Tampilan naskah").click();
        harness.run_steps(3);
        picture::look(&mut harness, &format!("look-reading-{name}"));
        harness.key_press(Key::Escape);
        harness.run_steps(2);
        harness.set_size(vec2(1024.0, 600.0));
        show_line_47(&mut harness);
        harness.get_by_label("Rincian").click();
        harness.run_steps(3);
        picture::look(&mut harness, &format!("look-inspector-small-{name}"));
    }
    assert!(!codings_on(&open_principal(ThemeChoice::Light), AFTER).is_empty());
}
