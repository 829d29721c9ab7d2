//! Whatever comes in, nothing breaks: random bytes, random text, other people's files.

use super::{folder, holds};
use crate::domain::Say;
use crate::import::Reading;
use crate::import::{Encoding, Found, ImportError, collect, read, read_file};
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
        Just("\nCatatan reflektif: ".to_owned()),
        Just("\nC. Penutup\n".to_owned()),
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
    #![proptest_config(ProptestConfig::with_cases(400))]

    /// Turns lie in order within the text, label and words are the turn, the text is the input.
    #[test]
    fn random_text(pieces in proptest::collection::vec(piece(), 0..60), name in file_name()) {
        let input = pieces.concat();
        match read(name, input.clone().into_bytes(), &Reading::default()) {
            Ok(source) => {
                prop_assert_eq!(holds(&source), Ok(()));
                let expected = input.strip_prefix('\u{feff}').unwrap_or(&input);
                let expected = expected.replace("\r\n", "\n").replace('\r', "\n").replace('\0', "\u{fffd}");
                prop_assert_eq!(source.text, expected);
                prop_assert_eq!(source.original, input.into_bytes());
            }
            Err(error) => {
                let fits = matches!(error, ImportError::Empty { .. } | ImportError::Binary { .. } | ImportError::Utf32 { .. });
                prop_assert!(fits, "{:?}", error);
            }
        }
    }

    /// Random bytes are read or refused, with a sentence in both languages.
    #[test]
    fn random_bytes(bytes in proptest::collection::vec(any::<u8>(), 0..600), name in file_name()) {
        match read(name, bytes, &Reading::default()) {
            Ok(source) => prop_assert_eq!(holds(&source), Ok(())),
            Err(error) => prop_assert!(error.message().key.starts_with("import-error-")),
        }
    }

    /// A text cut anywhere is read or refused.
    #[test]
    fn truncated_bytes(at in 0_usize..9647) {
        let bytes = include_bytes!("../../../assets/study/txt/W.KS.12-02-2025.txt");
        if let Ok(source) = read("W.KS.txt", bytes[..at].to_vec(), &Reading::default()) {
            prop_assert_eq!(holds(&source), Ok(()));
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
        match read_file(entry.path(), &Reading::default()) {
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
                    _ if is_empty => &["import-error-empty", "import-error-binary"],
                    "docx" => &["import-error-empty", "import-error-only-pictures"],
                    "odt" | "ott" | "rtf" => &[],
                    "pdf" => &["import-error-pdf"],
                    "qdpx" => &["import-error-archive"],
                    _ => &[
                        "import-error-utf32",
                        "import-error-binary",
                        "import-error-archive",
                        "import-error-pdf",
                        "import-error-media",
                        "import-error-empty",
                    ],
                };
                assert!(expected.contains(&key.as_str()), "{}: {key}", entry.path().display());
            }
        }
    }
    assert!(read > 120 && refused > 10, "{read} read, {refused} refused");
    let speeches = read_file(&root.join("text/pidato-jokowi-2017.txt"), &Reading::default()).expect("text");
    assert!(speeches.turns.is_empty(), "{:?}", speeches.speakers);
    for (file, least) in [("changelog-news-23.md", 0), ("go-time-131.md", 50), ("changelog--friends-11.md", 50)] {
        let podcast = read_file(&root.join("text/changelog").join(file), &Reading::default()).expect("text");
        let speakers: Vec<_> = podcast.speakers.iter().map(|speaker| speaker.code.as_str()).collect();
        assert!(podcast.turns.len() >= least, "{file}: {} turns, {speakers:?}", podcast.turns.len());
    }
}

/// Texts in the encodings of their countries are read in them, and where the guess fails the right one can be asked
/// for.
#[test]
fn other_encodings() {
    let root = folder("../shared/data/others/encodings/charset_normalizer");
    if !root.is_dir() {
        eprintln!("SKIPPED: no {}", root.display());
        return;
    }
    // File, encoding taken, words that stand in it.
    let expected = [
        ("sample-arabic-1.txt", "windows-1256", "بالموازاة مع ذلك"),
        ("sample-arabic.txt", "UTF-8", "بالموازاة مع ذلك"),
        ("sample-bulgarian.txt", "UTF-8", "човек има право"),
        ("sample-chinese.txt", "Big5", "維基大典（Wikipedia）者"),
        ("sample-english.bom.txt", "UTF-8", "About 2 months ago I found"),
        ("sample-french-1.txt", "windows-1252", "MOLIÈRE\nNÉ LE 15 JANVIER"),
        ("sample-french.txt", "UTF-8", "MOLIÈRE\nNÉ LE 15 JANVIER"),
        ("sample-greek-2.txt", "windows-1253", "Η ελληνική αποτελεί"),
        ("sample-greek.txt", "windows-1253", "Η ελληνική αποτελεί"),
        ("sample-hebrew-2.txt", "windows-1255", "אין כמעט ניבים אזוריים"),
        ("sample-hebrew-3.txt", "windows-1255", "אין כמעט ניבים אזוריים"),
        ("sample-korean.txt", "EUC-KR", "역사적 예수 연구자들은"),
        ("sample-polish.txt", "UTF-8", "POLISH"),
        ("sample-russian-2.txt", "UTF-8", "В гимназии он не был"),
        ("sample-russian-3.txt", "UTF-8", "столица России"),
        ("sample-spanish.txt", "UTF-8", "En el principio creó Dios"),
        ("sample-turkish.txt", "windows-1254", "İstanbul, Türkiye'nin en kalabalık"),
    ];
    for (file, encoding, words) in expected {
        let source = read_file(&root.join(file), &Reading::default()).expect(file);
        assert_eq!(source.encoding.name(), encoding, "{file}");
        assert!(source.text.contains(words), "{file}: {}", &source.text.chars().take(200).collect::<String>());
        assert_eq!(source.is_encoding_certain, encoding == "UTF-8", "{file}");
        assert!(!source.text.contains('\u{fffd}'), "{file}");
    }
    // No detection knows this one; it is said to be a guess, and is right when it is asked for.
    let path = root.join("sample-russian.txt");
    let guess = read_file(&path, &Reading::default()).expect("text");
    assert!(!guess.is_encoding_certain && guess.warnings[0].key == "import-warning-encoding");
    let reading = Reading { encoding: Encoding::named("x-mac-cyrillic"), ..Reading::default() };
    let asked = read_file(&path, &reading).expect("text");
    assert!(asked.text.contains("В гимназии он не был"), "{}", asked.text);
}

/// Much of everything ends in reasonable time: the suite itself is the clock.
#[test]
fn much_of_everything() {
    let code = |number: usize| {
        let letter = |step: usize| char::from(b'A' + u8::try_from(number / step % 26).unwrap_or(0));
        format!("{}{}{}", letter(676), letter(26), letter(1))
    };
    let labels: String = (0..6000).map(|number| format!("{}: ya.\n", code(number))).collect();
    let people: Vec<String> = (0..20_000).map(|number| format!("Guru (G{})", number % 999)).collect();
    let header = format!("Informan: {}\n", people.join(", ")).repeat(40);
    let short_header: String = people.chunks(100).map(|people| format!("Informan: {}\n", people.join(", "))).collect();
    for text in [
        labels.repeat(2),
        header,
        short_header,
        "kata ".repeat(1_000_000),
        "[".repeat(2_000_000),
        "P: a\nG1: b\n".repeat(crate::import::MAX_TURNS),
        format!("P: a{}x", "\r\n".repeat(1_000_000)),
    ] {
        let source = super::parse("W.G1.txt", &text);
        if source.turns.len() < 10_000 {
            holds(&source).expect("in order");
        }
        assert!(source.turns.len() <= crate::import::MAX_TURNS && source.speakers.len() <= 400);
    }
}

#[test]
fn what_is_not_there() {
    let root = tempfile::tempdir().expect("a folder");
    let none = root.path().join("none.txt");
    assert!(matches!(read_file(&none, &Reading::default()), Err(ImportError::Missing { .. })));
    assert!(matches!(read_file(root.path(), &Reading::default()), Err(ImportError::IsFolder { .. })));
    let found = collect(&[none, root.path().to_owned()]);
    let problems = found.iter().filter(|found| matches!(found, Found::Problem(_))).count();
    assert_eq!((found.len(), problems), (2, 2));
}
