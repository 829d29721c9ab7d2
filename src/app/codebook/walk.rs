//! Walks through the codebook by the keyboard alone: an indicator is added, codes are merged with a preview, and what
//! was done can be taken back after reopening. And what the place looks like.

use crate::app::App;
use crate::app::commands::Request;
use crate::app::picture::look;
use crate::app::settings::ThemeChoice;
use crate::app::walk::{open_sample, settle};
use crate::domain::{Code, Language};
use eframe::egui::{Event, Key, Modifiers, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;

fn press(harness: &mut Harness<'_, App>, modifiers: Modifiers, key: Key) {
    harness.key_press_modifiers(modifiers, key);
    harness.run_steps(3);
    settle(harness);
}

fn typed(harness: &mut Harness<'_, App>, words: &str) {
    harness.event(Event::Text(words.to_owned()));
    harness.run_steps(2);
}

fn codes(harness: &Harness<'_, App>) -> Vec<Code> {
    harness.state().session.as_ref().map(|session| session.facts.snapshot.study.codes.clone()).unwrap_or_default()
}

fn code(harness: &Harness<'_, App>, short: &str) -> Code {
    codes(harness).into_iter().find(|code| code.short == short).unwrap_or_else(|| panic!("no code {short}"))
}

/// The codebook with the focus on its first code.
fn open<'a>(theme: ThemeChoice) -> Harness<'a, App> {
    let mut harness = open_sample(theme);
    press(&mut harness, Modifiers::COMMAND, Key::B);
    // The filter is the first thing of the tree; the arrow leads into it.
    for _ in 0..40 {
        if harness.query_by_label("Saring kode").is_some_and(|field| field.is_focused()) {
            break;
        }
        press(&mut harness, Modifiers::NONE, Key::Tab);
    }
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    harness
}

/// Walks down to a code, by its name in the tree.
fn walk_to(harness: &mut Harness<'_, App>, name: &str) {
    for _ in 0..80 {
        if harness.query_all_by_label(name).any(|row| row.is_focused()) {
            return;
        }
        press(harness, Modifiers::NONE, Key::ArrowDown);
    }
    look(harness, "codebook-lost");
    panic!("{name} is not reached");
}

#[test]
fn an_indicator_is_added_renamed_moved_and_deleted_by_keyboard() {
    let mut harness = open(ThemeChoice::Light);
    walk_to(&mut harness, "SUP.5 Memantau dan menilai kinerja");
    press(&mut harness, Modifiers::NONE, Key::Insert);
    typed(&mut harness, "Melaporkan hasil");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(code(&harness, "SUP.6").name, "Melaporkan hasil");
    harness.get_by_label("Menambah kode SUP.6 Melaporkan hasil");
    walk_to(&mut harness, "SUP.6 Melaporkan hasil");
    press(&mut harness, Modifiers::ALT, Key::ArrowUp);
    let place = |harness: &Harness<'_, App>, short: &str| {
        codes(harness).iter().position(|code| code.short == short).unwrap_or_default()
    };
    assert!(place(&harness, "SUP.6") < place(&harness, "SUP.5"));
    press(&mut harness, Modifiers::ALT, Key::ArrowRight);
    let above = |harness: &Harness<'_, App>, short: &str| {
        let parent = code(harness, short).parent;
        codes(harness).into_iter().find(|code| Some(code.id) == parent).map(|code| code.short)
    };
    look(&mut harness, "codebook-moved");
    assert_eq!(above(&harness, "SUP.6").as_deref(), Some("SUP.4"));
    press(&mut harness, Modifiers::ALT, Key::ArrowLeft);
    assert_eq!(above(&harness, "SUP.6").as_deref(), Some("SUP"));
    press(&mut harness, Modifiers::NONE, Key::F2);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    typed(&mut harness, "Melapor");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(code(&harness, "SUP.6").name, "Melapor");
    press(&mut harness, Modifiers::NONE, Key::Delete);
    assert!(codes(&harness).iter().all(|code| code.short != "SUP.6"));
    harness.get_by_label("Menghapus kode SUP.6 beserta 0 koding");
}

#[test]
fn two_codes_are_merged_by_keyboard_and_come_back_after_reopening() {
    let mut harness = open(ThemeChoice::Light);
    let path = harness.state().session.as_ref().expect("a project").facts.snapshot.path.clone();
    let before = crate::project::codebook_dump(&path);
    walk_to(&mut harness, "SUP.2 Melaksanakan supervisi");
    press(&mut harness, Modifiers::NONE, Key::M);
    typed(&mut harness, "SUP.3");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("SUP.2 digabungkan ke dalam SUP.3.");
    assert_eq!(crate::project::codebook_dump(&path), before, "a preview writes nothing");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert!(codes(&harness).iter().all(|code| code.short != "SUP.2"));
    assert!(code(&harness, "SUP.3").aliases.contains(&"SUP.2".to_owned()));
    drop(harness);
    let who = crate::project::Who { coder: "Rahma A.".to_owned(), device: "laptop".to_owned() };
    let mut project = crate::project::Project::open(&path, crate::project::Access::TakeOver, who).expect("open");
    project.undo().expect("undone");
    project.close().expect("closed");
    assert_eq!(crate::project::codebook_dump(&path), before);
}

#[test]
fn a_field_lands_when_it_is_left_and_what_is_refused_is_said() {
    let mut harness = open(ThemeChoice::Light);
    walk_to(&mut harness, "SUP.2 Melaksanakan supervisi");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    typed(&mut harness, "Menyupervisi");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    assert_eq!(code(&harness, "SUP.2").name, "Menyupervisi");
    harness.get_by_label("Nama kode SUP.2: Melaksanakan supervisi → Menyupervisi");
    harness.get_by_label("Warna").focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::COMMAND, Key::A);
    typed(&mut harness, "merah");
    press(&mut harness, Modifiers::NONE, Key::Tab);
    harness.get_by_label_contains("“merah” bukan warna");
}

#[test]
fn an_empty_project_takes_the_built_in_codebook_in_one_step() {
    let mut harness = open(ThemeChoice::Light);
    for _ in 0..9 {
        press(&mut harness, Modifiers::NONE, Key::Delete);
        if codes(&harness).is_empty() {
            break;
        }
        harness.get_by_label("Saring kode").focus();
        harness.run_steps(2);
        press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    }
    assert!(codes(&harness).is_empty());
    harness.get_by_label("Pakai buku kode EMASLIM").focus();
    harness.run_steps(2);
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(codes(&harness).len(), 61);
}

#[test]
fn the_place_in_both_themes_and_small() {
    for (theme, size, name) in [
        (ThemeChoice::Light, vec2(1600.0, 1000.0), "codebook-light"),
        (ThemeChoice::Dark, vec2(1024.0, 600.0), "codebook-dark-small"),
    ] {
        let mut harness = open(theme);
        harness.set_size(size);
        walk_to(&mut harness, "SUP Supervisor");
        harness.run_steps(4);
        harness.get_by_label("Saring kode");
        look(&mut harness, name);
        press(&mut harness, Modifiers::NONE, Key::M);
        look(&mut harness, &format!("{name}-merge"));
        typed(&mut harness, "LEA");
        press(&mut harness, Modifiers::NONE, Key::Enter);
        harness.get_by_label("SUP digabungkan ke dalam LEA.");
        look(&mut harness, &format!("{name}-preview"));
        press(&mut harness, Modifiers::NONE, Key::Escape);
    }
}

#[test]
fn two_thousand_codes_with_long_names_beside_the_first_codebook_are_walked_through() {
    let mut harness = open(ThemeChoice::Light);
    harness.set_size(vec2(1024.0, 600.0));
    let name = "Kode yang namanya panjang sekali ".repeat(9);
    let rows: String = (1..=2_000).map(|at| format!("{name}{at},{}\n", if at % 9 == 1 { "" } else { "T1" })).collect();
    let table = format!("name,parent,short\n{}", rows.replace(",\n", ",,\n").replacen(",,", ",,T1", 1));
    let parsed = crate::import::read_codebook(table.as_bytes(), Language::Indonesian).expect("a table");
    let ctx = harness.ctx.clone();
    let wish = Request::change(move |project| project.add_codebook("Teori kedua", "", Some(&parsed)));
    harness.state_mut().carry_out(&ctx, wish);
    settle(&mut harness);
    assert_eq!(codes(&harness).len(), 2_061);
    harness.get_by_label("Menambah buku kode Teori kedua dengan 2000 kode");
    harness.get_by_label("Saring kode").focus();
    harness.run_steps(2);
    typed(&mut harness, "sekali 1999");
    press(&mut harness, Modifiers::NONE, Key::ArrowDown);
    walk_to(&mut harness, &format!("{}1999", name));
    look(&mut harness, "codebook-long");
}

#[test]
fn a_file_is_read_shown_and_merged() {
    let mut harness = open(ThemeChoice::Light);
    let folder = tempfile::TempDir::new().expect("a folder");
    let path = folder.path().join("teori.csv");
    std::fs::write(&path, "short,name,definition\nSUP,Supervisor,Baru\nZ,Zakat,\n").expect("written");
    let ctx = harness.ctx.clone();
    harness.state_mut().carry_out(&ctx, Request::Lay(Box::new(super::import::BookPane::new())));
    harness.run_steps(3);
    look(&mut harness, "codebook-import-path");
    typed(&mut harness, &path.display().to_string());
    press(&mut harness, Modifiers::NONE, Key::Enter);
    harness.get_by_label("1 kode baru, 1 kode berubah, 0 kode tetap.");
    look(&mut harness, "codebook-import");
    press(&mut harness, Modifiers::NONE, Key::Enter);
    assert_eq!(code(&harness, "SUP").definition, "Baru");
    assert_eq!(code(&harness, "Z").name, "Zakat");
}
