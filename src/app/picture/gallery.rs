//! Every place in both themes, both languages and both sizes, from the sample study. All of them are drawn and
//! looked through for flaws; one of each is compared with the kept picture, so that the repository stays small.
//! `EMASLIM_PICTURES=FOLDER` writes all of them.

use super::flaws::{self, Forgiven};
use crate::app::App;
use crate::app::commands::{Codebook, Request};
use crate::app::first_steps::FirstSteps;
use crate::app::place::{PlaceKind, Spot};
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::view::Busy;
use crate::app::walk::{open_sample, open_sample_with, recents, settings, settle, window};
use crate::domain::{Language, Message};
use crate::i18n::Catalog;
use crate::task::Watch;
use eframe::egui::{Key, Modifiers, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable};

const SIZES: [(&str, Vec2); 2] = [("small", vec2(1024.0, 600.0)), ("wide", vec2(1600.0, 1000.0))];
const THEMES: [(&str, ThemeChoice); 2] = [("light", ThemeChoice::Light), ("dark", ThemeChoice::Dark)];

/// Those that are compared; the others are only looked through. The history says the time of day, another one each time.
const COMPARED: [&str; 8] = [
    "codebook-light-id-wide",
    "sources-dark-en-small",
    "informants-light-id-wide",
    "coding-dark-en-wide",
    "compare-light-en-small",
    "report-dark-id-small",
    "settings-light-id-wide",
    "settings-dark-en-small",
];

/// What is turned to, by the name of its picture.
const PLACES: [(&str, PlaceKind); 8] = [
    ("sources", PlaceKind::Data),
    ("informants", PlaceKind::Data),
    ("codebook", PlaceKind::Codebook),
    ("coding", PlaceKind::Coding),
    ("compare", PlaceKind::Compare),
    ("report", PlaceKind::Report),
    ("history", PlaceKind::History),
    ("settings", PlaceKind::Settings),
];

/// Interface words that may be cut in a longer language, and where they are said whole.
const MAY_BE_CUT: [&str; 23] = [
    // The rail: the tooltip, and the name of the place itself.
    "place-compare",
    "place-report",
    // Cells and heads of tables: the detail panel beside them.
    "technique-interview",
    "technique-observation",
    "technique-document",
    "data-column-standing",
    "data-column-informants",
    "data-column-lines",
    "data-column-words",
    "data-column-segments",
    "stage-in_progress",
    "compare-result",
    "report-comparison",
    "compare-rows-roles",
    "compare-by-group",
    // Names of facts: their tooltip. A paper's name: the head of its options.
    "data-short",
    "data-turns",
    "people-assent",
    "paper-transcript",
    // The state of consent in the table: the detail panel beside it. In a list of choices: the list that opens.
    "people-consent-no-guardian",
    "people-consent-none",
    // A hint and a fact, said elsewhere too.
    "data-drop",
    "settings-facts",
];

fn forgiven(place: &str) -> Forgiven {
    // The board and the sheet of paper are wider than a small window and scroll sideways.
    Forgiven { scrolls_sideways: matches!(place, "compare" | "report") }
}

fn turn(harness: &mut Harness<'_, App>, name: &str, place: PlaceKind) {
    harness.state_mut().commands.send(Request::Go(place));
    harness.run_steps(2);
    settle(harness);
    match place {
        PlaceKind::Data => {
            let key = if name == "sources" { "data-tab-sources" } else { "data-tab-informants" };
            let label = harness.state().now.catalog.text(key);
            harness.get_by_role_and_label(Role::Tab, &label).click();
            harness.run_steps(2);
            settle(harness);
            let row = if name == "sources" { "W.S3" } else { "S2" };
            let row = harness
                .get_all_by_role(Role::Row)
                .find(|found| found.accesskit_node().label().is_some_and(|label| label.starts_with(row)));
            row.expect("a row").click();
        }
        PlaceKind::Coding => {
            let session = harness.state().session.as_ref().expect("an open study");
            let study = &session.facts.snapshot.study;
            let coding = study.codings.first().expect("a coding");
            let segment = &study.segments[coding.segment as usize].segment;
            let spot = Spot { source: segment.source, range: None, coding: Some(coding.coding.id) };
            harness.state_mut().commands.send(Request::Show(spot));
        }
        PlaceKind::Codebook => {
            let session = harness.state().session.as_ref().expect("an open study");
            let code = session.facts.snapshot.study.codes.iter().find(|code| code.short == "SUP").expect("a role").id;
            harness.state_mut().commands.send(Request::EditCode(code));
        }
        _ => {}
    }
    harness.run_steps(2);
    settle(harness);
    harness.state_mut().now.said = None;
    harness.remove_cursor();
    harness.run_steps(2);
}

fn set(harness: &mut Harness<'_, App>, language: Language, theme: ThemeChoice, size: Vec2) {
    let now = &mut harness.state_mut().now;
    let settings = Settings { language: Some(language), theme, ..now.settings.clone() };
    now.catalog = Catalog::new(language);
    harness.state_mut().commands.send(Request::Settings(Box::new(settings)));
    harness.set_size(size);
    harness.run_steps(3);
}

/// Looks at what the harness shows, keeps it, and adds its flaws to the list.
fn look(harness: &mut Harness<'_, App>, name: &str, forgiven: Forgiven, found: &mut Vec<String>) {
    found.extend(flaws::of(harness, forgiven).into_iter().map(|flaw| format!("{name}: {flaw}")));
    if super::can_render() {
        if COMPARED.contains(&name) {
            harness.state_mut().session.as_mut().expect("an open study").places.coding_mut().still();
            harness.run_steps(2);
            super::hold(harness, &format!("place-{name}"));
        } else {
            super::look(harness, &format!("place-{name}"));
        }
    }
}

#[test]
fn every_place_is_drawn_without_a_flaw() {
    let mut harness = open_sample(ThemeChoice::Light);
    let mut found = Vec::new();
    for language in Language::ALL {
        for (theme_name, theme) in THEMES {
            for (size_name, size) in SIZES {
                set(&mut harness, language, theme, size);
                for (name, place) in PLACES {
                    turn(&mut harness, name, place);
                    let picture = format!("{name}-{theme_name}-{}-{size_name}", language.key());
                    look(&mut harness, &picture, forgiven(name), &mut found);
                }
            }
        }
    }
    assert!(found.is_empty(), "{} flaws:\n{}", found.len(), found.join("\n"));
}

#[test]
fn the_first_page_is_drawn_without_a_flaw() {
    let folder = tempfile::tempdir().expect("a folder");
    let recent = recents(folder.path());
    let mut found = Vec::new();
    for language in Language::ALL {
        for (theme_name, theme) in THEMES {
            for (size_name, size) in SIZES {
                let settings = Settings { language: Some(language), recent: recent.clone(), ..settings(theme) };
                let mut harness = window(settings, size);
                settle(&mut harness);
                harness.remove_cursor();
                harness.run_steps(2);
                let picture = format!("welcome-{theme_name}-{}-{size_name}", language.key());
                look(&mut harness, &picture, Forgiven::default(), &mut found);
            }
        }
    }
    assert!(found.is_empty(), "{} flaws:\n{}", found.len(), found.join("\n"));
}

/// Words two fifths longer than ours are neither cut nor laid on their neighbours.
#[test]
fn a_longer_language_fits() {
    let mut harness = open_sample(ThemeChoice::Light);
    let mut found = Vec::new();
    let longer = Catalog::pseudo(Language::Indonesian);
    let forgiven_words = MAY_BE_CUT.map(|key| longer.text(key));
    for (size_name, size) in SIZES {
        set(&mut harness, Language::Indonesian, ThemeChoice::Light, size);
        harness.state_mut().now.catalog = Catalog::pseudo(Language::Indonesian);
        harness.run_steps(2);
        for (name, place) in PLACES {
            turn(&mut harness, name, place);
            look(&mut harness, &format!("{name}-pseudo-{size_name}"), forgiven(name), &mut found);
        }
    }
    found.retain(|flaw| {
        let (_, cut) = flaw.split_once(": cut: ").unwrap_or_default();
        cut.is_empty() || !forgiven_words.iter().any(|words| cut.contains(words.as_str()))
    });
    assert!(found.is_empty(), "{} flaws:\n{}", found.len(), found.join("\n"));
}

/// At 200 % a window of 1600 × 1000 has the room of 800 × 500: things give way, nothing is out of reach.
#[test]
fn twice_the_size_still_fits() {
    let mut harness = open_sample(ThemeChoice::Light);
    let mut found = Vec::new();
    let settings = Settings { zoom: 200, ..harness.state().now.settings.clone() };
    harness.state_mut().commands.send(Request::Settings(Box::new(settings)));
    harness.run_steps(3);
    for (name, place) in PLACES {
        turn(&mut harness, name, place);
        look(&mut harness, &format!("{name}-twice"), forgiven(name), &mut found);
    }
    let title = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.project.title.clone());
    harness.get_by_label(&title.expect("an open study")).click();
    harness.run_steps(4);
    look(&mut harness, "menu-twice", Forgiven::default(), &mut found);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    let sentence = Message::new("busy-import");
    let busy = Busy { sentence, done: 3, total: 12, what: "W.KS.txt".to_owned(), thousandths: Some(250) };
    let watch = Watch::new();
    watch.report(3, 12, "W.KS.txt");
    harness.state_mut().now.busy = Some((busy, watch));
    harness.run_steps(2);
    look(&mut harness, "busy-twice", Forgiven::default(), &mut found);
    assert!(found.is_empty(), "{} flaws:\n{}", found.len(), found.join("\n"));
}

/// The forms that lie over the window, in the small one, where they have least room.
#[test]
fn what_lies_over_the_window_is_drawn_without_a_flaw() {
    let folder = tempfile::tempdir().expect("a folder");
    let recent = recents(folder.path());
    std::fs::remove_file(&recent[1].path).expect("removed");
    let steps = Settings { first_steps: FirstSteps::default(), recent, ..settings(ThemeChoice::Light) };
    let mut harness = open_sample_with(steps);
    let mut found = Vec::new();
    let shift = Modifiers::COMMAND | Modifiers::SHIFT;
    let forms = [
        ("palette", shift, Key::P),
        ("keys", Modifiers::NONE, Key::F1),
        ("help", Modifiers::SHIFT, Key::F1),
        ("notices", Modifiers::NONE, Key::F8),
        ("new", Modifiers::COMMAND, Key::N),
    ];
    for (language, theme_name, theme, size_name, size) in [
        (Language::English, "dark", ThemeChoice::Dark, SIZES[0].0, SIZES[0].1),
        (Language::Indonesian, "light", ThemeChoice::Light, SIZES[1].0, SIZES[1].1),
    ] {
        set(&mut harness, language, theme, size);
        look(
            &mut harness,
            &format!("first-steps-{theme_name}-{}-{size_name}", language.key()),
            Forgiven::default(),
            &mut found,
        );
        for (name, modifiers, key) in forms {
            harness.key_press_modifiers(modifiers, key);
            harness.run_steps(4);
            let picture = format!("{name}-{theme_name}-{}-{size_name}", language.key());
            look(&mut harness, &picture, Forgiven { scrolls_sideways: false }, &mut found);
            if name == "palette" {
                // What cannot be done says why.
                harness.get_by_role(Role::TextInput).type_text("re");
                harness.run_steps(3);
                let picture = format!("palette-letters-{theme_name}-{}-{size_name}", language.key());
                look(&mut harness, &picture, Forgiven::default(), &mut found);
            }
            if name == "help" {
                let terms = harness.state().now.catalog.text("help-terms");
                harness.get_by_label(&terms).click();
                harness.run_steps(4);
                let picture = format!("help-terms-{theme_name}-{}-{size_name}", language.key());
                look(&mut harness, &picture, Forgiven::default(), &mut found);
            }
            harness.key_press(Key::Escape);
            harness.run_steps(3);
        }
        let title = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.project.title.clone());
        harness.get_by_label(&title.expect("an open study")).click();
        harness.run_steps(4);
        let picture = format!("menu-{theme_name}-{}-{size_name}", language.key());
        look(&mut harness, &picture, Forgiven::default(), &mut found);
        harness.key_press(Key::Escape);
        harness.run_steps(3);
    }
    assert!(found.is_empty(), "{} flaws:\n{}", found.len(), found.join("\n"));
}

/// What the design's table of empty places says, word by word, and what it looks like.
const EMPTY: [(&str, PlaceKind, Language, &[&str]); 6] = [
    (
        "sources",
        PlaceKind::Data,
        Language::Indonesian,
        &["Belum ada sumber data. Mulai dari satu transkrip wawancara.", "Impor berkas…"],
    ),
    (
        "sources",
        PlaceKind::Data,
        Language::English,
        &["No sources yet. Start with one interview transcript.", "Import files…"],
    ),
    (
        "compare",
        PlaceKind::Compare,
        Language::Indonesian,
        &["Matriks terisi sendiri begitu ada kutipan berkode.", "Buka Koding"],
    ),
    (
        "compare",
        PlaceKind::Compare,
        Language::English,
        &["The table fills itself once quotations are coded.", "Open Code"],
    ),
    ("report", PlaceKind::Report, Language::Indonesian, &["Belum ada segmen untuk dilaporkan.", "Buka Koding"]),
    ("report", PlaceKind::Report, Language::English, &["No segments to report yet.", "Open Code"]),
];

#[test]
fn the_empty_places_say_what_to_do() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = window(settings(ThemeChoice::Light), SIZES[1].1);
    harness.state_mut().commands.send(Request::NewProject {
        path: folder.path().join("kosong.emaslim"),
        title: "Kosong".to_owned(),
        codebook: Codebook::Emaslim,
        language: Language::Indonesian,
    });
    harness.run_steps(2);
    settle(&mut harness);
    let mut found = Vec::new();
    for (name, place, language, words) in EMPTY {
        set(&mut harness, language, ThemeChoice::Light, SIZES[1].1);
        harness.state_mut().commands.send(Request::Go(place));
        harness.run_steps(3);
        for words in words {
            if harness.query_all_by_label(words).next().is_none() {
                found.push(format!("{name}-{}: {words:?} is not said", language.key()));
            }
        }
        let picture = format!("empty-{name}-{}", language.key());
        look(&mut harness, &picture, Forgiven::default(), &mut found);
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// The rest of that table: what is said only beside a source, a codebook or a board.
const SAID: [(&str, &str, &str); 9] = [
    (
        "data-empty-informants",
        "Informan dikenali dari penutur saat impor.",
        "Informants are found from speakers on import.",
    ),
    ("coding-no-source", "Pilih sumber di kiri untuk mulai membaca.", "Choose a source at the left to start reading."),
    (
        "coding-nothing-coded",
        "Pilih satu pernyataan, lalu tekan 1–7, atau Enter untuk mencari kode.",
        "Select a statement, then press 1–7, or Enter to find a code.",
    ),
    (
        "coding-inspector-empty",
        "Pilih kutipan berkode untuk melihat kode, arah bukti, dan catatannya.",
        "Choose a coded quotation to see its codes, direction and memo.",
    ),
    ("coding-no-codes", "Belum ada kode.", "No codes yet."),
    ("empty-not_coded", "Belum dikodekan", "Not coded yet"),
    ("empty-not_asked", "Tidak ditanyakan", "Not asked"),
    ("empty-not_mentioned", "Ditanyakan, tidak disebut", "Asked, not mentioned"),
    ("empty-dont_know", "Menyatakan tidak tahu", "Says “don’t know”"),
];

#[test]
fn the_other_empty_places_have_the_words_of_the_design() {
    let (indonesian, english) = (Catalog::new(Language::Indonesian), Catalog::new(Language::English));
    for (key, id, en) in SAID {
        assert_eq!((indonesian.text(key).as_str(), english.text(key).as_str()), (id, en), "{key}");
    }
}
