//! Walks through the import sheet: labels decided for a set of files, what is said of a file that is no text, and
//! how the sheet looks.

use crate::app::App;
use crate::app::commands::{Codebook, Request};
use crate::app::picture;
use crate::app::place::Spot;
use crate::app::settings::{Settings, ThemeChoice};
use crate::app::walk::{WIDE, settings, settle, until_said, window};
use crate::domain::{Language, SourceId};
use eframe::egui::{Key, Role, Vec2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::Queryable;
use std::path::{Path, PathBuf};

const KS: &str = include_str!("../../../assets/study/txt/W.KS.12-02-2025.txt");

/// A window with an empty project in `folder`.
fn empty<'a>(folder: &Path, settings: Settings, size: Vec2) -> Harness<'a, App> {
    let language = settings.language();
    let mut harness = window(settings, size);
    harness.state_mut().commands.send(Request::NewProject {
        path: folder.join("baru.emaslim"),
        title: "Baru".to_owned(),
        codebook: Codebook::Emaslim,
        language,
    });
    harness.run_steps(2);
    settle(&mut harness);
    harness
}

/// Three interviews whose principal goes by three names, none of which the header explains.
fn three_names(folder: &Path) -> Vec<PathBuf> {
    let text = |label: &str| {
        let said = KS.lines().skip(8).map(|line| match line.strip_prefix("KS") {
            Some(rest) if rest.trim_start().starts_with(':') => format!("{label}{rest}\n"),
            _ => format!("{line}\n"),
        });
        said.collect::<String>()
    };
    ["Kepsek", "Bu Sari", "KS"]
        .iter()
        .zip(1..)
        .map(|(label, number)| {
            let path = folder.join(format!("Wawancara {number}.txt"));
            std::fs::write(&path, text(label)).expect("written");
            path
        })
        .collect()
}

#[test]
fn a_label_is_decided_for_all_files_and_remembered() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = three_names(folder.path());
    let mut harness = empty(folder.path(), settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(Request::Import(files));
    until_said(&mut harness, "Impor 3 berkas");
    until_said(&mut harness, "Kepsek");
    harness.get_by_role_and_label(Role::ComboBox, "Kepsek").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::TextInput, "Kode baru, lalu Enter").focus();
    harness.run_steps(2);
    harness.get_by_role_and_label(Role::TextInput, "Kode baru, lalu Enter").type_text("KS");
    harness.run_steps(2);
    harness.key_press(Key::Enter);
    harness.run_steps(3);
    until_said(&mut harness, "KS, keterangan");
    harness.get_by_role_and_label(Role::Button, "Impor 3 berkas").click();
    harness.run_steps(2);
    settle(&mut harness);
    let study = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.clone()).expect("open");
    assert_eq!(study.sources.len(), 3);
    assert!(study.labels.iter().any(|label| label.label == "Kepsek"), "{:?}", study.labels);
    let codes: Vec<&str> = study.informants.iter().map(|informant| informant.code.as_str()).collect();
    assert!(codes.contains(&"KS") && !codes.contains(&"Kepsek"), "{codes:?}");
}

#[test]
fn leaving_the_sheet_changes_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = three_names(folder.path());
    let mut harness = empty(folder.path(), settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(Request::Import(files));
    until_said(&mut harness, "Impor 3 berkas");
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    settle(&mut harness);
    let session = harness.state().session.as_ref().expect("open");
    assert!(session.facts.snapshot.study.sources.is_empty());
    assert!(harness.query_by_label("Impor 3 berkas").is_none());
}

/// A window with an interview and two codings of it, and the sheet over a new version of its file.
fn with_version<'a>(folder: &Path, settings: Settings, size: Vec2) -> Harness<'a, App> {
    let path = folder.join("W.KS.12-02-2025.txt");
    std::fs::write(&path, KS).expect("written");
    let mut harness = empty(folder, settings, size);
    let before = path.clone();
    harness.state_mut().commands.send(Request::change(move |project| {
        let parsed = crate::import::read_file(&before, &crate::import::Reading::default())?;
        let source = project.import_source(parsed, &crate::project::ImportOptions::default())?.value;
        let text = project.text(source)?;
        let code = project.study().codes[1].id;
        let place = |words: &str| text.find_all(words).next().expect("these words");
        let codings: Vec<_> =
            ["Setiap guru saya supervisi dua kali dalam satu semester", "kami buka bersama-sama", "bedah modul"]
                .map(|words| crate::project::NewCoding {
                    source,
                    range: place(words),
                    code,
                    direction: None,
                    coder: None,
                    memo: None,
                })
                .into();
        project.code(&codings)
    }));
    harness.run_steps(2);
    settle(&mut harness);
    let corrected = KS.replace("Setiap guru saya supervisi dua kali", "Setiap guru saya supervisi tiga kali");
    std::fs::write(&path, corrected.replace(" Tidak saya dikte, kami buka bersama-sama.", "")).expect("written");
    harness.state_mut().commands.send(Request::Import(vec![path]));
    harness
}

#[test]
fn a_new_version_corrects_its_source_after_it_was_seen_what_that_does() {
    let folder = tempfile::tempdir().expect("a folder");
    let mut harness = with_version(folder.path(), settings(ThemeChoice::Light), WIDE);
    until_said(&mut harness, "W.KS.12-02-2025: 1 segmen tetap, 1 kutipan berubah, 1 segmen hilang.");
    // Nothing is decided for the researcher.
    assert!(harness.query_by_label("Impor 0 berkas").is_some());
    harness.get_by_label("Perbaiki W.KS").click();
    harness.run_steps(3);
    harness.get_by_role_and_label(Role::Button, "Impor 1 berkas").click();
    harness.run_steps(2);
    settle(&mut harness);
    let study = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.clone()).expect("open");
    assert_eq!((study.sources.len(), study.segments.len()), (1, 2));
    assert!(study.segments.iter().any(|entry| entry.segment.quote.contains("supervisi tiga kali")));
}

#[test]
fn a_new_version_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    for (name, theme, language, size) in [
        ("version-light", ThemeChoice::Light, Language::Indonesian, WIDE),
        ("version-dark", ThemeChoice::Dark, Language::English, WIDE),
        ("version-small", ThemeChoice::Light, Language::Indonesian, vec2(1024.0, 600.0)),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let settings = Settings { language: Some(language), ..settings(theme) };
        let mut harness = with_version(folder.path(), settings, size);
        let is_english = language == Language::English;
        until_said(
            &mut harness,
            if is_english {
                "W.KS.12-02-2025: 1 segment stays, 1 quotation changes, 1 segment goes."
            } else {
                "W.KS.12-02-2025: 1 segmen tetap, 1 kutipan berubah, 1 segmen hilang."
            },
        );
        harness.run_steps(3);
        picture::look(&mut harness, name);
        harness.get_by_label(if is_english { "Correct W.KS" } else { "Perbaiki W.KS" }).click();
        harness.run_steps(3);
        picture::look(&mut harness, &format!("{name}-chosen"));
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        settle(&mut harness);
        harness.run_steps(2);
        picture::look(&mut harness, &format!("{name}-done"));
    }
}

/// What lies over the window is placed by its last size; a larger form must not be left half outside.
#[test]
fn the_sheet_lies_in_the_middle_from_its_first_frame() {
    let folder = tempfile::tempdir().expect("a folder");
    let files = three_names(folder.path());
    let mut harness = empty(folder.path(), settings(ThemeChoice::Light), WIDE);
    harness.key_press(Key::F8);
    harness.run_steps(3);
    harness.key_press(Key::Escape);
    harness.run_steps(3);
    harness.state_mut().commands.send(Request::Import(files));
    let first = (0..10).find_map(|_| {
        harness.step();
        harness.query_by_role_and_label(Role::Button, "Batal").map(|button| button.rect())
    });
    let first = first.expect("the sheet");
    assert!(first.right() <= WIDE.x && first.bottom() <= WIDE.y, "{first:?}");
    harness.run_steps(3);
    let then = harness.get_by_role_and_label(Role::Button, "Batal").rect();
    assert_eq!(first.bottom(), then.bottom());
}

#[test]
fn questions_without_labels_are_decided_once_for_all_files() {
    let folder = tempfile::tempdir().expect("a folder");
    let talk = "Apakah kepala sekolah sering masuk kelas?\nSering, hampir tiap minggu.\nApa yang beliau lakukan?\n\
        Melihat-lihat dan bertanya.\nKamu senang?\nSenang.\n";
    let files: Vec<PathBuf> = ["S1", "S2", "S3"]
        .iter()
        .map(|code| {
            let path = folder.path().join(format!("W.{code}.18-02-2025.txt"));
            std::fs::write(&path, format!("{talk}{code}.\n")).expect("written");
            path
        })
        .collect();
    let mut harness = empty(folder.path(), settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(Request::Import(files));
    until_said(&mut harness, "Impor 3 berkas");
    until_said(&mut harness, "Pertanyaan tanpa label");
    picture::look(&mut harness, "sheet-questions");
    harness.get_by_role_and_label(Role::RadioButton, "Jadikan tanya jawab").click();
    harness.run_steps(3);
    until_said(&mut harness, "S1, keterangan");
    picture::look(&mut harness, "sheet-questions-split");
    harness.get_by_role_and_label(Role::Button, "Impor 3 berkas").click();
    harness.run_steps(2);
    settle(&mut harness);
    let study = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.clone()).expect("open");
    let mut codes: Vec<&str> = study.informants.iter().map(|informant| informant.code.as_str()).collect();
    codes.sort_unstable();
    assert_eq!(codes, ["S1", "S2", "S3"]);
    assert!(study.turns.iter().all(|turns| turns.len() == 6), "{:?}", study.turns);
}

/// Subtitles of a talk by two.
fn talk(folder: &Path) -> PathBuf {
    let cue = |number: usize| {
        let (who, words) = match number % 4 {
            0 => ("Peneliti", "Bagaimana supervisi dilakukan di sekolah ini, Bu?"),
            1 => ("Kepala Sekolah", "Saya masuk ke kelas dua kali setiap semester,"),
            2 => ("Kepala Sekolah", "lalu kami bicara berdua tentang apa yang saya lihat,"),
            _ => ("Kepala Sekolah", "dan guru menulis sendiri rencana perbaikannya."),
        };
        let time = |at: usize| format!("{:02}:{:02}:{:02}.500", at / 3600, at / 60 % 60, at % 60);
        format!("{number}\n{} --> {}\n{who}: {words}\n\n", time(number * 37), time(number * 37 + 30))
    };
    let path = folder.join("Wawancara daring.vtt");
    std::fs::write(&path, format!("WEBVTT\n\n{}", (0..160).map(cue).collect::<String>())).expect("written");
    path
}

#[test]
fn pieces_of_a_recording_are_joined_or_stay_lines() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = talk(folder.path());
    let mut harness = empty(folder.path(), settings(ThemeChoice::Light), WIDE);
    harness.state_mut().commands.send(Request::Import(vec![path]));
    until_said(&mut harness, "Pratinjau · 80 baris");
    picture::look(&mut harness, "sheet-recorded");
    harness.get_by_role_and_label(Role::RadioButton, "Satu bagian, satu baris").click();
    harness.run_steps(2);
    until_said(&mut harness, "Pratinjau · 160 baris");
    harness.get_by_role_and_label(Role::RadioButton, "Gabung per penutur").click();
    harness.run_steps(2);
    until_said(&mut harness, "Pratinjau · 80 baris");
    harness.get_by_role_and_label(Role::Button, "Impor 1 berkas").click();
    harness.run_steps(2);
    settle(&mut harness);
    let study = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.clone()).expect("open");
    let source = study.sources.first().expect("a source");
    let moments = study.moments.get(&source.id).expect("times");
    assert_eq!((moments.len(), moments[0].ms, moments[159].ms), (160, 500, 159 * 37_000 + 500));
    show(&mut harness, source.id);
    let said = harness.query_all_by_label_contains("Saya masuk ke kelas dua kali setiap semester,");
    assert!(said.count() > 2, "its words are on show");
    picture::look(&mut harness, "coding-times");
    harness.set_size(vec2(1024.0, 600.0));
    harness.run_steps(4);
    picture::look(&mut harness, "coding-times-small");
}

/// Opens a source in Koding.
fn show(harness: &mut Harness<'_, App>, source: SourceId) {
    harness.state_mut().commands.send(Request::Show(Spot { source, range: None, coding: None }));
    harness.run_steps(3);
    settle(harness);
    harness.run_steps(4);
}

#[test]
fn recordings_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    let kept = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/import/timed");
    let names = ["whisper.srt", "teams.docx", "noscribe.html", "zoom.vtt", "f4.rtf", "otranscribe.otr"];
    for (theme, dress) in [(ThemeChoice::Light, "light"), (ThemeChoice::Dark, "dark")] {
        let folder = tempfile::tempdir().expect("a folder");
        let mut harness = empty(folder.path(), settings(theme), WIDE);
        harness.state_mut().commands.send(Request::Import(names.map(|name| kept.join(name)).to_vec()));
        until_said(&mut harness, "Impor 6 berkas");
        harness.get_by_role_and_label(Role::Button, "Impor 6 berkas").click();
        harness.run_steps(2);
        settle(&mut harness);
        let study = harness.state().session.as_ref().map(|session| session.facts.snapshot.study.clone()).expect("open");
        for (number, source) in study.sources.iter().enumerate() {
            for (size, room) in [(WIDE, "wide"), (vec2(1024.0, 600.0), "small")] {
                harness.set_size(size);
                show(&mut harness, source.id);
                harness.remove_cursor();
                harness.run_steps(2);
                picture::look(&mut harness, &format!("look-times-{number}-{dress}-{room}"));
            }
        }
    }
}

/// Thirty files: the study, an unreadable one, one of forty speakers, and long names.
fn many(folder: &Path) -> Vec<PathBuf> {
    let mut paths = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/study/txt"))];
    let mut add = |name: &str, bytes: &[u8]| {
        let path = folder.join(name);
        std::fs::write(&path, bytes).expect("written");
        paths.push(path);
    };
    add("rekaman.mp3", b"ID3\x04\0\0\0\0\0\0\xff\xfb\x90\0");
    let forty: String =
        (0..120).map(|turn| format!("P: Bagaimana menurut Anda?\nS{}: Menurut saya baik.\n", turn % 40 + 1)).collect();
    add("FGD siswa.txt", forty.as_bytes());
    for number in 1..=18 {
        let name = format!("Transkrip wawancara mendalam dengan guru mata pelajaran nomor {number} yang panjang.txt");
        add(&name, format!("P: Apa {number}?\nG{number}: Supervisi dilakukan dua kali.\n").as_bytes());
    }
    paths
}

#[test]
fn the_sheet_can_be_looked_at() {
    if !picture::can_render() || std::env::var_os("EMASLIM_PICTURES").is_none() {
        return;
    }
    for (name, theme, language, size) in [
        ("sheet-light", ThemeChoice::Light, Language::Indonesian, WIDE),
        ("sheet-dark", ThemeChoice::Dark, Language::English, WIDE),
        ("sheet-small", ThemeChoice::Light, Language::Indonesian, vec2(1024.0, 600.0)),
    ] {
        let folder = tempfile::tempdir().expect("a folder");
        let paths = many(folder.path());
        let settings = Settings { language: Some(language), ..settings(theme) };
        let mut harness = empty(folder.path(), settings, size);
        harness.state_mut().commands.send(Request::Import(paths));
        let said = match language {
            Language::Indonesian => "Impor 29 berkas",
            Language::English => "Import 29 files",
        };
        until_said(&mut harness, said);
        let name = |part: &str| format!("{name}-{part}");
        for (part, words) in [("ks", "W.KS.12-02-2025"), ("fgd", "FGD siswa"), ("mp3", "rekaman.mp3")] {
            for key in [Key::ArrowUp, Key::ArrowDown] {
                for _ in 0..40 {
                    if harness.query_by_label(words).is_none() {
                        harness.key_press(key);
                        harness.run_steps(2);
                    }
                }
            }
            harness.get_by_label(words).click();
            harness.run_steps(3);
            picture::look(&mut harness, &name(part));
            harness.key_press(Key::Home);
        }
        harness.key_press(Key::Enter);
        harness.run_steps(2);
        settle(&mut harness);
        harness.run_steps(2);
        harness.get_by_label(if language == Language::English { "Details" } else { "Rincian" }).click();
        harness.run_steps(3);
        picture::look(&mut harness, &name("report"));
    }
}
