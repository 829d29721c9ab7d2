//! Whatever comes in, nothing breaks: random bytes, random text, other people's files.

use super::{folder, holds, parse};
use crate::domain::{Language, Say};
use crate::i18n::Catalog;
use crate::import::{Found, ImportError, collect, read, read_file};
use proptest::prelude::*;

fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        Just("P: ".to_owned()),
        Just("KS: ".to_owned()),
        Just("Guru 1 : ".to_owned()),
        Just("**K (Kiki):** ".to_owned()),
        Just("Informan: Guru (G1)\n".to_owned()),
        Just("Hari/tanggal: 12 Februari 2025\n".to_owned()),
        Just("B. Catatan reflektif\n".to_owned()),
        Just("\r\n".to_owned()),
        Just("\n".to_owned()),
        Just("\r".to_owned()),
        Just("🙏🏽👨‍👩‍👧‍👦".to_owned()),
        Just("e\u{301}\u{323}".to_owned()),
        Just("وعليكم السلام".to_owned()),
        Just("\u{2028}\u{85}\u{b}\u{c}".to_owned()),
        Just("\0".to_owned()),
        Just("\u{feff}".to_owned()),
        Just("：".to_owned()),
        Just("\u{a0}".to_owned()),
        "[a-zA-Z0-9 ,.:()*\\[\\]-]{1,30}",
        "\\PC{1,6}",
    ]
}

fn file_name() -> impl Strategy<Value = &'static str> {
    prop_oneof![Just("W.KS.12-02-2025.txt"), Just("O.1.txt"), Just("D.1.txt"), Just("x"), Just(".txt"), Just("ﷺ.txt")]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(600))]

    /// Turns lie in order within the text, label and words are the turn, the text is the input.
    #[test]
    fn random_text(pieces in proptest::collection::vec(piece(), 0..60), name in file_name()) {
        let input = pieces.concat();
        match read(name, input.clone().into_bytes()) {
            Ok(source) => {
                prop_assert_eq!(holds(&source), Ok(()));
                let expected = input.strip_prefix('\u{feff}').unwrap_or(&input);
                let expected = expected.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
                prop_assert_eq!(source.text, expected);
                prop_assert_eq!(source.original, input.into_bytes());
            }
            Err(error) => {
                let fits = matches!(error, ImportError::Empty { .. } | ImportError::Binary { .. } | ImportError::Utf16 { .. });
                prop_assert!(fits, "{:?}", error);
            }
        }
    }

    /// Random bytes are read or refused, with a sentence in both languages.
    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in file_name()) {
        match read(name, bytes) {
            Ok(source) => prop_assert_eq!(holds(&source), Ok(())),
            Err(error) => prop_assert!(error.message().key.starts_with("import-error-")),
        }
    }

    /// A text cut anywhere is read or refused.
    #[test]
    fn truncated_bytes(at in 0_usize..9647) {
        let bytes = include_bytes!("../../../assets/study/txt/W.KS.12-02-2025.txt");
        if let Ok(source) = read("W.KS.txt", bytes[..at].to_vec()) {
            prop_assert_eq!(holds(&source), Ok(()));
        }
    }
}

#[test]
fn every_sentence_is_said_in_both_languages() {
    let file = || "W.KS.txt".to_owned();
    let mut errors = vec![
        ImportError::Missing { file: file() },
        ImportError::IsFolder { file: file() },
        ImportError::EmptyFolder { file: file() },
        ImportError::TooManyFiles { file: file() },
        ImportError::Unreadable { file: file(), cause: std::io::Error::other("locked") },
        ImportError::Empty { file: file() },
        ImportError::TooLarge { file: file() },
        ImportError::TooManyLines { file: file() },
        ImportError::Utf16 { file: file() },
        ImportError::NotUtf8 { file: file(), line: 3, at: 11 },
        ImportError::Binary { file: file() },
    ];
    use crate::import::Format::{Archive, Database, Doc, Docx, Media, Odt, Pdf, Rtf};
    errors.extend(
        [Archive, Database, Doc, Docx, Media, Odt, Pdf, Rtf].map(|format| ImportError::Other { file: file(), format }),
    );
    let mut messages: Vec<_> = errors.iter().map(Say::message).collect();
    for (name, text) in [
        ("W.KS.txt", "P: a\0b\u{fffd}\n"),
        ("x.txt", "<!DOCTYPE html><p>a"),
        ("W.KS.13-02-2025.txt", "Tanggal: 12-02-2025\n\nP: Apa?\nKS: Ini."),
        ("W.KS.txt", "Tanggal: 31-02-2025\n\nP: Apa?\nKS: Ini."),
    ] {
        messages.extend(parse(name, text).warnings);
    }
    let mut keys: Vec<_> = messages.iter().map(|message| message.key.clone()).collect();
    keys.sort();
    keys.dedup();
    assert_eq!(keys.len(), 19 + 7, "{keys:?}");
    for language in [Language::Indonesian, Language::English] {
        let catalog = Catalog::new(language);
        for message in &messages {
            let sentence = catalog.say(message);
            let is_whole = !sentence.contains('{') && !sentence.starts_with("import-") && !sentence.contains('\n');
            assert!(is_whole && (sentence.contains("W.KS") || sentence.contains("x.txt")), "{sentence}");
        }
    }
}

/// Other people's files: subtitles, JSON, web pages, 1 MB of speeches, Arabic, documents of every kind.
#[test]
fn files_of_others() {
    let root = folder("../shared/data/others");
    if !root.is_dir() {
        eprintln!("SKIPPED: no {}", root.display());
        return;
    }
    let mut read = 0;
    let mut refused = 0;
    for entry in
        walkdir::WalkDir::new(&root).into_iter().filter_map(Result::ok).filter(|entry| entry.file_type().is_file())
    {
        match read_file(entry.path()) {
            Ok(source) => {
                read += 1;
                holds(&source).expect("in order");
            }
            Err(error) => {
                refused += 1;
                let key = error.message().key;
                let ending =
                    entry.path().extension().map(|ending| ending.to_string_lossy().into_owned()).unwrap_or_default();
                let is_empty = entry.metadata().is_ok_and(|about| about.len() < 8);
                let expected: &[&str] = match ending.as_str() {
                    _ if is_empty => &["import-error-empty", "import-error-not-utf8", "import-error-binary"],
                    "docx" => &["import-error-docx", "import-error-archive"],
                    "odt" | "ott" => &["import-error-odt", "import-error-archive"],
                    "pdf" => &["import-error-pdf"],
                    "rtf" => &["import-error-rtf"],
                    "qdpx" => &["import-error-archive"],
                    _ => &[
                        "import-error-not-utf8",
                        "import-error-utf16",
                        "import-error-binary",
                        "import-error-archive",
                        "import-error-odt",
                        "import-error-rtf",
                        "import-error-pdf",
                        "import-error-media",
                        "import-error-empty",
                    ],
                };
                assert!(expected.contains(&key.as_str()), "{}: {key}", entry.path().display());
            }
        }
    }
    assert!(read > 60 && refused > 60, "{read} read, {refused} refused");
    let speeches = read_file(&root.join("text/pidato-jokowi-2017.txt")).expect("text");
    assert!(speeches.turns.is_empty(), "{:?}", speeches.speakers);
    for (file, least) in [("changelog-news-23.md", 0), ("go-time-131.md", 50), ("changelog--friends-11.md", 50)] {
        let podcast = read_file(&root.join("text/changelog").join(file)).expect("text");
        let speakers: Vec<_> = podcast.speakers.iter().map(|speaker| speaker.code.as_str()).collect();
        assert!(podcast.turns.len() >= least, "{file}: {} turns, {speakers:?}", podcast.turns.len());
    }
}

#[test]
fn what_is_not_there() {
    let root = tempfile::tempdir().expect("a folder");
    let none = root.path().join("none.txt");
    assert!(matches!(read_file(&none), Err(ImportError::Missing { .. })));
    assert!(matches!(read_file(root.path()), Err(ImportError::IsFolder { .. })));
    let found = collect(&[none, root.path().to_owned()]);
    let problems = found.iter().filter(|found| matches!(found, Found::Problem(_))).count();
    assert_eq!((found.len(), problems), (2, 2));
}
