//! The ten files of the sample study, exactly, and their variants.

use super::{folder, holds};
use crate::domain::{CharRange, LineNumber, SourceText, Standing, Technique, TurnKind};
use crate::import::Reading;
use crate::import::{Found, ImportError, ParsedSource, collect, read_all, read_file};
use crate::task::Watch;
use serde_json::Value;
use std::ops::ControlFlow;

fn study(name: &str) -> ParsedSource {
    read_file(&folder("assets/study/txt").join(name), &Reading::default()).expect("a file of the study")
}

fn variant(name: &str) -> Result<ParsedSource, ImportError> {
    read_file(&folder("fixtures/study/variants").join(name), &Reading::default())
}

fn turn_count(source: &ParsedSource, kind: TurnKind) -> usize {
    source.turns.iter().filter(|turn| turn.kind == kind).count()
}

struct Interview {
    file: &'static str,
    short: &'static str,
    date: &'static str,
    place: &'static str,
    setting: &'static str,
    /// Code, description, group.
    informant: (&'static str, &'static str, &'static str),
    questions: usize,
    answers: usize,
    header: usize,
    /// A line and the start of the words on it.
    line: (u32, &'static str),
}

#[test]
fn the_interviews_are_understood() {
    let interviews = [
        Interview {
            file: "W.KS.12-02-2025.txt",
            short: "W.KS",
            date: "2025-02-12",
            place: "Ruang Kepala Sekolah, SMPN 31 Tirta Banua",
            setting: "09.10–10.05 WITA",
            informant: ("KS", "Kepala Sekolah", "principal"),
            questions: 31,
            answers: 44,
            header: 6,
            line: (45, "Supervisi rutin."),
        },
        Interview {
            file: "W.G1.14-02-2025.txt",
            short: "W.G1",
            date: "2025-02-14",
            place: "Ruang guru, SMPN 31 Tirta Banua",
            setting: "10.20–10.55 WITA",
            informant: ("G1", "Guru Matematika kelas VIII", "teacher"),
            questions: 24,
            answers: 28,
            header: 6,
            line: (10, "Saya pegang Matematika"),
        },
        Interview {
            file: "W.G2.17-02-2025.txt",
            short: "W.G2",
            date: "2025-02-17",
            place: "Perpustakaan SMPN 31 Tirta Banua",
            setting: "11.15–11.50 WITA",
            informant: ("G2", "Guru Bahasa Indonesia dan wali kelas VII C", "teacher"),
            questions: 24,
            answers: 28,
            header: 6,
            line: (10, "Iya, wali kelas VII C"),
        },
        Interview {
            file: "W.S1.18-02-2025.txt",
            short: "W.S1",
            date: "2025-02-18",
            place: "Ruang BK, didampingi guru BK",
            setting: "10.00–10.20 WITA; persetujuan tertulis orang tua tanggal 14 Februari 2025, persetujuan lisan siswa",
            informant: ("S1", "Siswa kelas VIII A", "student"),
            questions: 16,
            answers: 16,
            header: 7,
            line: (11, "Iya, Kak."),
        },
        Interview {
            file: "W.S2.18-02-2025.txt",
            short: "W.S2",
            date: "2025-02-18",
            place: "Ruang BK, didampingi guru BK",
            setting: "10.25–10.45 WITA; persetujuan tertulis orang tua tanggal 15 Februari 2025 (dikirim lewat WhatsApp: “Boleh, Ka 🙏”), persetujuan lisan siswa",
            informant: ("S2", "Siswa kelas VIII C", "student"),
            questions: 18,
            answers: 18,
            header: 7,
            line: (11, "Baik, Ka."),
        },
        Interview {
            file: "W.S3.19-02-2025.txt",
            short: "W.S3",
            date: "2025-02-19",
            place: "Ruang OSIS, didampingi guru BK",
            setting: "10.05–10.25 WITA; persetujuan tertulis orang tua tanggal 17 Februari 2025, persetujuan lisan siswa",
            informant: ("S3", "Siswa kelas IX B, pengurus OSIS", "student"),
            questions: 15,
            answers: 16,
            header: 7,
            line: (11, "Lumayan banyak, Kak."),
        },
    ];
    for expected in interviews {
        let source = study(expected.file);
        let file = expected.file;
        holds(&source).expect(file);
        assert_eq!(source.technique, Technique::Interview, "{file}");
        assert_eq!(format!("{}.txt", source.name), file);
        assert_eq!(source.short, expected.short, "{file}");
        assert_eq!(source.date.map(|date| date.to_string()).as_deref(), Some(expected.date), "{file}");
        assert_eq!((source.place.as_str(), source.setting.as_str()), (expected.place, expected.setting), "{file}");
        let (code, description, group) = expected.informant;
        assert_eq!(source.description, description, "{file}");
        let [speaker] = source.speakers.as_slice() else { panic!("{file}: {:?}", source.speakers) };
        assert_eq!((speaker.code.as_str(), speaker.description.as_str()), (code, description), "{file}");
        assert_eq!(speaker.group.as_deref(), Some(group), "{file}");
        assert_eq!(speaker.standing == Standing::Key, group == "principal", "{file}");
        assert_eq!(speaker.is_child, group == "student", "{file}");
        assert_eq!(turn_count(&source, TurnKind::Question), expected.questions, "{file}");
        assert_eq!(turn_count(&source, TurnKind::Speech), expected.answers, "{file}");
        assert_eq!(source.turns.len(), expected.questions + expected.answers, "{file}");
        assert_eq!(source.header.len(), expected.header, "{file}: {:?}", source.header);
        assert_eq!(source.header[0], ("Kode dokumen".to_owned(), source.name.clone()), "{file}");
        assert!(source.warnings.is_empty(), "{file}: {:?}", source.warnings);
        let text = SourceText::new(source.text.as_str());
        let (line, words) = expected.line;
        let range = text.line_range(LineNumber::new(line)).expect("a line");
        let turn = source.turns.iter().find(|turn| turn.range == range).expect("a turn is the whole line");
        assert!(text.slice(turn.words).expect("words").starts_with(words), "{file} {line}");
        for turn in &source.turns {
            let label = if turn.speaker.is_some() { code } else { "P" };
            assert_eq!(turn.label, label, "{file}");
            let (first, last) = text.lines_of(turn.range);
            assert_eq!(first, last, "{file}: one turn a line");
        }
    }
}

#[test]
fn observations_and_documents_have_no_speakers() {
    for (file, short, technique, date, place, description, header, notes) in [
        (
            "O.1.24-02-2025.txt",
            "O.1",
            Technique::Observation,
            "2025-02-24",
            "Gerbang, halaman, lobi, ruang guru, dan ruang TU SMPN 31 Tirta Banua",
            "Kegiatan pagi, upacara bendera, dan briefing guru",
            7,
            ["Suasana pagi tertib", "Peneliti belum melihat", "Kehadiran peneliti"].as_slice(),
        ),
        (
            "O.2.26-02-2025.txt",
            "O.2",
            Technique::Observation,
            "2025-02-26",
            "Kelas VIII C, ruang guru, ruang kurikulum, dan kelas remedial SMPN 31 Tirta Banua",
            "Pembelajaran kelas VIII C, kegiatan remedial, dan papan jadwal supervisi",
            7,
            ["Program remedial berjalan", "Tanda pada papan", "Administrasi pelaksanaan"].as_slice(),
        ),
        (
            "D.1.06-01-2025.txt",
            "D.1",
            Technique::Document,
            "2025-01-06",
            "Ruang guru SMPN 31 Tirta Banua",
            "Notulen rapat kerja awal semester genap Tahun Pelajaran 2024/2025",
            6,
            [].as_slice(),
        ),
        (
            "D.2.13-01-2025.txt",
            "D.2",
            Technique::Document,
            "2025-01-13",
            "",
            "Program Remedial dan Pengayaan (Kelas Penguatan) Semester Genap Tahun Pelajaran 2024/2025",
            4,
            [].as_slice(),
        ),
    ] {
        let source = study(file);
        holds(&source).expect(file);
        assert_eq!((source.short.as_str(), source.technique), (short, technique), "{file}");
        assert_eq!(source.date.map(|date| date.to_string()).as_deref(), Some(date), "{file}");
        assert_eq!((source.place.as_str(), source.description.as_str()), (place, description), "{file}");
        assert_eq!(source.header.len(), header, "{file}: {:?}", source.header);
        assert!(source.speakers.is_empty(), "{file}: {:?}", source.speakers);
        assert!(source.warnings.is_empty(), "{file}: {:?}", source.warnings);
        let text = SourceText::new(source.text.as_str());
        assert_eq!(source.turns.len(), notes.len(), "{file}");
        for (turn, words) in source.turns.iter().zip(notes) {
            assert_eq!((turn.kind, turn.label.as_str()), (TurnKind::Reflection, ""), "{file}");
            assert!(text.slice(turn.words).expect("words").starts_with(words), "{file}: {words}");
        }
    }
}

/// Every passage of the gold standard stands at its offsets, in a turn of whoever says it.
#[test]
fn every_gold_passage_belongs_to_its_speaker() {
    let gold = std::fs::read_to_string(folder("assets/study/gold.json")).expect("the gold standard");
    let gold: Value = serde_json::from_str(&gold).expect("JSON");
    let mut seen = 0;
    for list in ["koding", "bukan_bukti", "ambigu", "identitas"] {
        for passage in gold[list].as_array().expect("a list") {
            let source = study(passage["file"].as_str().expect("a file"));
            let text = SourceText::new(source.text.as_str());
            let number = |key: &str| u32::try_from(passage[key].as_u64().expect("a number")).expect("small");
            let range = CharRange::new(number("start"), number("end"));
            let quote = passage["quote"].as_str().or(passage["teks"].as_str());
            assert_eq!(text.slice(range), quote, "{passage}");
            assert_eq!(text.line_of(range.start).get(), number("line"), "{passage}");
            let turn = source.turns.iter().find(|turn| turn.words.overlaps(range));
            match passage["speaker"].as_str() {
                Some(code) => {
                    let turn = turn.expect("a turn");
                    assert!(turn.words.start <= range.start && range.end <= turn.words.end, "{passage}");
                    let speaker = turn.speaker.map_or("P", |place| source.speakers[place].code.as_str());
                    assert_eq!(speaker, code, "{passage}");
                }
                None => assert!(turn.is_none_or(|turn| turn.speaker.is_none()), "{passage}"),
            }
            seen += 1;
        }
    }
    assert_eq!(seen, 167 + 9 + 3 + 6);
}

/// What a variant of a file of the study changes, and nothing else.
struct Variant {
    kind: &'static str,
    files: usize,
    encoding: &'static str,
    is_certain: bool,
    /// The text of the study as this variant must have it.
    text: fn(&ParsedSource, &ParsedSource) -> (String, String),
}

#[test]
fn every_variant_is_the_file_of_the_study() {
    let same = |one: &ParsedSource, other: &ParsedSource| (one.text.clone(), other.text.clone());
    let unbroken = |one: &ParsedSource, other: &ParsedSource| {
        assert!(one.text.contains('\u{a0}'), "no-break spaces are kept");
        (one.text.replace('\u{a0}', " "), other.text.clone())
    };
    let joined = |one: &ParsedSource, other: &ParsedSource| {
        // Wrapped behind hyphens too.
        let flat = |text: &str| text.replace("-\n", "-").split_whitespace().collect::<Vec<_>>().join(" ");
        (flat(&one.text), flat(&other.text))
    };
    let table = [
        Variant { kind: "crlf", files: 10, encoding: "UTF-8", is_certain: true, text: same },
        Variant { kind: "bom-crlf", files: 10, encoding: "UTF-8", is_certain: true, text: same },
        Variant { kind: "utf16le-bom", files: 10, encoding: "UTF-16LE", is_certain: true, text: same },
        Variant { kind: "nbsp", files: 10, encoding: "UTF-8", is_certain: true, text: unbroken },
        Variant { kind: "wrapped80", files: 10, encoding: "UTF-8", is_certain: true, text: joined },
        // Two of the ten hold letters that this code page has not, and are not there.
        Variant { kind: "cp1252", files: 8, encoding: "windows-1252", is_certain: false, text: same },
    ];
    let mut seen = vec![0; table.len()];
    for path in variants() {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let Some((original, kind)) = name.strip_suffix(".txt").and_then(|name| name.rsplit_once('.')) else { continue };
        let Some(row) = table.iter().position(|row| row.kind == kind) else { continue };
        let expected = &table[row];
        let (one, other) = (variant(&name).expect("read"), study(&format!("{original}.txt")));
        holds(&one).expect("in order");
        assert_eq!((one.encoding.name(), one.is_encoding_certain), (expected.encoding, expected.is_certain), "{name}");
        assert_eq!(one.original, std::fs::read(&path).expect("bytes"), "{name}");
        let keys: Vec<&str> = one.warnings.iter().map(|warning| warning.key.as_str()).collect();
        assert_eq!(keys, if expected.is_certain { vec![] } else { vec!["import-warning-encoding"] }, "{name}");
        let (text, expected_text) = (expected.text)(&one, &other);
        assert_eq!(text, expected_text, "{name}");
        if one.text == other.text {
            assert_eq!((&one.turns, &one.header), (&other.turns, &other.header), "{name}");
        }
        assert_eq!((&one.speakers, one.technique, one.date), (&other.speakers, other.technique, other.date), "{name}");
        assert_eq!(&one.short, &other.short, "{name}");
        let plain = |text: &str| text.replace("\\u{a0}", " ").replace('\u{a0}', " ");
        assert_eq!(plain(&format!("{:?}", one.header)), format!("{:?}", other.header), "{name}");
        assert_eq!((plain(&one.setting), plain(&one.place)), (other.setting.clone(), other.place.clone()), "{name}");
        assert_eq!(said(&one), said(&other), "{name}");
        seen[row] += 1;
    }
    assert_eq!(seen, table.map(|row| row.files));
}

/// Who says what, one space between words.
fn said(source: &ParsedSource) -> Vec<(TurnKind, Option<usize>, String)> {
    let text = SourceText::new(source.text.as_str());
    let words = |turn: &crate::import::ParsedTurn| {
        text.slice(turn.words).expect("words").split_whitespace().collect::<Vec<_>>().join(" ")
    };
    source.turns.iter().map(|turn| (turn.kind, turn.speaker, words(turn))).collect()
}

#[test]
fn composed_and_decomposed_letters_stay_as_they_are() {
    let (composed, decomposed) = (variant("mini.nfc.txt").expect("read"), variant("mini.nfd.txt").expect("read"));
    assert_ne!(composed.text, decomposed.text);
    assert_eq!(composed.text.as_bytes(), composed.original);
    assert_eq!(decomposed.text.as_bytes(), decomposed.original);
    assert_eq!((composed.turns.len(), decomposed.turns.len()), (2, 2));
    assert_eq!(composed.speakers[0].code, "KS");
}

fn variants() -> Vec<std::path::PathBuf> {
    let found = collect(&[folder("fixtures/study/variants")]);
    let path = |found| match found {
        Found::File(path) => Some(path),
        Found::Problem(problem) => panic!("{problem}"),
        // What the variants are.
        Found::Passed(_) => None,
    };
    found.into_iter().filter_map(path).collect()
}

#[test]
fn the_whole_study_at_once() {
    let mut names = Vec::new();
    let end = read_all(&[folder("assets/study/txt")], &Reading::default(), &Watch::new(), |result| {
        names.push(result.expect("read").short);
        ControlFlow::Continue(())
    });
    assert_eq!(end, ControlFlow::Continue(()));
    assert_eq!(names, ["D.1", "D.2", "O.1", "O.2", "W.G1", "W.G2", "W.KS", "W.S1", "W.S2", "W.S3"]);
}
