//! Walks through the informants by keyboard alone, and pictures of them.

use crate::analysis::Study;
use crate::app::App;
use crate::app::picture;
use crate::app::place::{PlaceKind, Spot};
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{open_sample, open_sample_with, settings, settle, until_said};
use crate::domain::{InformantId, Language};
use crate::project::data_folder;
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::sync::Arc;

fn study(harness: &Harness<'_, App>) -> Arc<Study> {
    harness.state().session.as_ref().expect("a project").facts.snapshot.study.clone()
}

fn press(harness: &mut Harness<'_, App>, key: Key) {
    harness.key_press_modifiers(Modifiers::NONE, key);
    harness.run_steps(3);
}

/// Goes on with the Tab key until something of this name has the focus.
fn tab_to(harness: &mut Harness<'_, App>, name: &str) {
    for _ in 0..160 {
        if harness.query_all_by_label(name).any(|node| node.is_focused()) {
            return;
        }
        press(harness, Key::Tab);
    }
    panic!("the Tab key does not lead to {name}");
}

fn type_in(harness: &mut Harness<'_, App>, words: &str) {
    harness.key_press_modifiers(Modifiers::COMMAND, Key::A);
    harness.event(Event::Text(words.to_owned()));
    harness.run_steps(3);
}

/// Opens the list of a choice and goes down to an entry.
fn choose(harness: &mut Harness<'_, App>, name: &str, entry: &str) {
    tab_to(harness, name);
    press(harness, Key::Enter);
    tab_to(harness, entry);
    press(harness, Key::Enter);
}

/// The table of informants, with the row of this name chosen.
fn at_informant(harness: &mut Harness<'_, App>, row: &str) {
    tab_to(harness, "Informan");
    press(harness, Key::Enter);
    tab_to(harness, row);
}

/// Opens the menu of the focused row and goes to an entry.
fn pick(harness: &mut Harness<'_, App>, entry: &str) {
    harness.key_press_modifiers(Modifiers::SHIFT, Key::F10);
    harness.run_steps(3);
    for _ in 0..12 {
        if harness.query_all_by_label(entry).any(|node| node.is_focused()) {
            break;
        }
        press(harness, Key::ArrowDown);
    }
    assert!(harness.query_all_by_label(entry).any(|node| node.is_focused()), "no entry {entry}");
    press(harness, Key::Enter);
    settle(harness);
}

fn row(harness: &Harness<'_, App>, code: &str) -> String {
    let study = study(harness);
    let informant = study.informants.iter().find(|informant| informant.code == code).expect("an informant");
    format!("{code} {}", informant.description)
}

fn id(harness: &Harness<'_, App>, code: &str) -> InformantId {
    study(harness).informants.iter().find(|informant| informant.code == code).expect("an informant").id
}

fn segments(harness: &Harness<'_, App>, code: &str) -> usize {
    let study = study(harness);
    let at = study.informant_at(id(harness, code)).expect("a place");
    study.segments.iter().filter(|entry| entry.voice.informants.contains(&at)).count()
}

#[test]
fn a_wrong_informant_is_corrected_by_keys() {
    let mut harness = open_sample(ThemeChoice::Light);
    let before = (segments(&harness, "G1"), segments(&harness, "G2"));
    let g1 = row(&harness, "G1");
    at_informant(&mut harness, &g1);
    pick(&mut harness, "Tetapkan kata-kata…");
    choose(&mut harness, "Sumber data", "W.G2.17-02-2025");
    tab_to(&mut harness, "Tetapkan");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    assert_eq!((segments(&harness, "G1"), segments(&harness, "G2")), (before.0 + before.1, 0));
    assert!(harness.query_by_label("Milik siapa kata-kata ini").is_none(), "the form has gone");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Z);
    settle(&mut harness);
    assert_eq!((segments(&harness, "G1"), segments(&harness, "G2")), before);
}

#[test]
fn an_attribute_is_added_filled_in_and_compared_by_with_keys() {
    let mut harness = open_sample(ThemeChoice::Light);
    let s1 = row(&harness, "S1");
    at_informant(&mut harness, &s1);
    tab_to(&mut harness, "Tambah");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    type_in(&mut harness, "Kelas");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    assert_eq!(study(&harness).attributes[0].name, "Kelas");
    tab_to(&mut harness, &s1);
    tab_to(&mut harness, "Kelas");
    for _ in 0..3 {
        // The head of the column has the same name; the field is further on.
        if harness.query_all_by_label("Kelas").any(|node| node.is_focused()) {
            break;
        }
        press(&mut harness, Key::Tab);
    }
    type_in(&mut harness, "VIII A");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    assert_eq!(study(&harness).attribute_values.len(), 1, "the value is written");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
    settle(&mut harness);
    assert_eq!(harness.state().session.as_ref().map(|session| session.place), Some(PlaceKind::Compare));
    choose(&mut harness, "Kolom: Kelompok informan", "Kelas");
    settle(&mut harness);
    assert!(harness.query_all_by_label_contains("VIII A").next().is_some(), "the value is a column");
}

#[test]
fn withdrawn_words_are_locked_and_purged_by_keys_to_the_last_byte() {
    let mut harness = open_sample(ThemeChoice::Light);
    let s2 = row(&harness, "S2");
    let path = harness.state().session.as_ref().expect("a project").facts.snapshot.path.clone();
    let project = study(&harness).project.id;
    let all = study(&harness).codings.len();
    at_informant(&mut harness, &s2);
    pick(&mut harness, "Catat persetujuan ditarik");
    assert!(study(&harness).codings.len() < all);
    let source = study(&harness).sources.iter().find(|source| source.short == "W.S2").expect("a source").id;
    harness.state_mut().commands.send(crate::app::commands::Request::Show(Spot { source, range: None, coding: None }));
    harness.run_steps(3);
    settle(&mut harness);
    harness.get_by_label_contains("S2 menarik persetujuannya");
    assert!(harness.query_all_by_label_contains("ditertawakan").next().is_none());
    picture::look(&mut harness, "people-locked");
    harness.key_press_modifiers(Modifiers::COMMAND, Key::Num1);
    harness.run_steps(3);
    tab_to(&mut harness, &s2);
    pick(&mut harness, "Hapus untuk selamanya…");
    until_said(&mut harness, "Hapus keterangan S2 untuk selamanya");
    picture::look(&mut harness, "people-purge");
    type_in(&mut harness, "S1");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    assert!(study(&harness).has_withdrawn(), "another code removes nothing");
    tab_to(&mut harness, "Ketik S2 untuk menegaskan");
    type_in(&mut harness, "S2");
    press(&mut harness, Key::Enter);
    settle(&mut harness);
    until_said(&mut harness, "Menghapus keterangan S2 untuk selamanya");
    assert!(study(&harness).informants.iter().all(|informant| informant.code != "S2"));
    tab_to(&mut harness, "Tutup");
    press(&mut harness, Key::Enter);
    drop(harness);
    let mut files = vec![path.clone()];
    let backups = data_folder().expect("a folder").join("backups").join(project.to_string());
    files.extend(std::fs::read_dir(backups).into_iter().flatten().flatten().map(|entry| entry.path()));
    files.extend(["-wal", "-journal"].map(|end| format!("{}{end}", path.display()).into()));
    let word = b"ditertawakan";
    for file in files.iter().filter(|file| file.exists()) {
        let bytes = std::fs::read(file).expect("a file");
        assert!(!bytes.windows(word.len()).any(|window| window == word), "{}", file.display());
    }
}

#[test]
fn the_informants_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    for (theme, language, small, name) in [
        (ThemeChoice::Light, Language::Indonesian, false, "people-light"),
        (ThemeChoice::Dark, Language::English, false, "people-dark"),
        (ThemeChoice::Light, Language::Indonesian, true, "people-small"),
    ] {
        let mut harness = open_sample_with(Settings { language: Some(Language::Indonesian), ..settings(theme) });
        let [s1, s2] = ["S1", "S2"].map(|code| id(&harness, code));
        harness.state_mut().commands.send(crate::app::commands::Request::change(move |project| {
            let kelas = crate::project::AttributeFacts {
                name: "Kelas".to_owned(),
                kind: crate::domain::AttributeKind::Text,
                choices: Vec::new(),
            };
            let kelas = project.add_attribute(crate::domain::AttributeHost::Informant, &kelas)?.value;
            project.set_informant(
                Some(s1),
                |informant| {
                    informant.consent.kind = Some(crate::domain::ConsentKind::Written);
                    informant.consent.guardian = "Ibu S1".to_owned();
                    informant.consent.assent = Some(true);
                    informant.is_child = true;
                },
                &[(kelas, "VIII A".to_owned())],
            )?;
            let sources: Vec<_> = project.study().sources.iter().map(|source| source.id).collect();
            project.note_export("excerpts", "docx", "Kutipan BAB IV.docx", &sources)?;
            project.note_export("codebook", "json", "Buku kode.json", &[])?;
            project.withdraw(s2)
        }));
        settle(&mut harness);
        if small {
            harness.set_size(vec2(1024.0, 600.0));
        }
        if language == Language::English {
            harness.state_mut().now.settings.language = Some(language);
        }
        let row = row(&harness, "S1");
        at_informant(&mut harness, &row);
        settle(&mut harness);
        picture::look(&mut harness, name);
        pick(&mut harness, "Tetapkan kata-kata…");
        picture::look(&mut harness, &format!("{name}-assign"));
        press(&mut harness, Key::Escape);
        tab_to(&mut harness, "Atur kelompok");
        press(&mut harness, Key::Enter);
        settle(&mut harness);
        picture::look(&mut harness, &format!("{name}-groups"));
        press(&mut harness, Key::Escape);
        harness.state_mut().commands.run(crate::app::command::Command::Exported);
        settle(&mut harness);
        picture::look(&mut harness, &format!("{name}-exported"));
        press(&mut harness, Key::Escape);
        harness.key_press_modifiers(Modifiers::COMMAND, Key::Num3);
        settle(&mut harness);
        choose(&mut harness, "Kolom: Kelompok informan", "Kelas");
        settle(&mut harness);
        picture::look(&mut harness, &format!("{name}-compare"));
    }
}
