//! Interviews as appendices of Indonesian theses print them, convention by convention: the files of
//! `fixtures/import/theses`, each with what it must give.

use super::{folder, holds, parse, spoken};
use crate::domain::TurnKind;
use crate::import::tests::packed::{paragraphs, word, word_table};
use crate::import::{ParsedSource, Questions, Reading, read};
use std::fmt::Write as _;
use std::path::PathBuf;

fn fixtures() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder("fixtures/import/theses")).expect("the fixtures");
    let mut all: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    all.retain(|path| path.extension().is_some_and(|ending| ending != "expected"));
    all.sort();
    all
}

#[test]
fn every_convention_gives_what_it_must() {
    let mut wrong = String::new();
    for path in fixtures() {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let source = read(&name, std::fs::read(&path).expect("read"), &Reading::default()).expect(&name);
        holds(&source).expect("in order");
        let expected = std::fs::read_to_string(path.with_file_name(format!("{name}.expected"))).unwrap_or_default();
        let header: Vec<String> = source.header.iter().map(|(label, value)| format!("{label}={value}")).collect();
        let people: Vec<String> = source
            .speakers
            .iter()
            .map(|one| format!("{} {} {}", one.code, one.description, one.group.as_deref().unwrap_or("-")))
            .collect();
        let day = source.date.map_or_else(String::new, |date| date.to_string());
        let found = format!(
            "header: {}\npeople: {}\nfacts: {} {day} {}\nwarnings: {}\n{}\n",
            header.join("; "),
            people.join("; "),
            source.technique.key(),
            source.place,
            keys(&source).join(" "),
            spoken(&source).join("\n")
        );
        if found != expected {
            writeln!(wrong, "=== {name}\n{found}").expect("a string");
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

fn read_with(name: &str, text: &str, questions: Questions) -> ParsedSource {
    let source = read(name, text.as_bytes().to_vec(), &Reading { questions, ..Reading::default() }).expect(name);
    holds(&source).expect("in order");
    source
}

fn keys(source: &ParsedSource) -> Vec<&str> {
    source.warnings.iter().map(|warning| warning.key.as_str()).collect()
}

const UNNUMBERED: &str = "Apakah sering?\nSering.\nApa yang dilakukan?\nMelihat.\nSenang?\nSenang.";

#[test]
fn what_proves_too_little_is_asked() {
    let open = read_with("W.S1.txt", UNNUMBERED, Questions::Find);
    assert_eq!((open.turns.len(), open.questions.questions, open.questions.is_taken), (0, 3, false));
    assert_eq!(keys(&open), ["import-warning-questions-open"]);
    let split = read_with("W.S1.txt", UNNUMBERED, Questions::Split);
    assert_eq!(spoken(&split)[..3], ["?|Apakah sering?", "S1|Sering.", "?|Apa yang dilakukan?"]);
    assert_eq!(keys(&split), ["import-warning-questions"]);
    let kept = read_with("W.S1.txt", UNNUMBERED, Questions::Keep);
    assert_eq!((kept.turns.len(), keys(&kept)), (0, vec!["import-warning-no-turns"]));
    // A list of questions alone, a list of frequent questions, an observation: nobody was asked anything.
    let guide = "1. Bagaimana?\n2. Mengapa?\n3. Kapan?\n4. Siapa?";
    for (name, text) in [("W.KS.txt", guide), ("tanya jawab umum.txt", UNNUMBERED), ("O.1.txt", UNNUMBERED)] {
        let source = read_with(name, text, Questions::Find);
        assert_eq!((source.turns.len(), source.questions.questions), (0, 0), "{name}");
    }
    // What somebody asks back, or in an answer, is no list.
    let talk = read_with("W.KS.txt", "P: Apa?\nKS: Begini. Paham?\nApa lagi?\nBegitu.\nP: Oh?", Questions::Split);
    assert_eq!(spoken(&talk), ["?|Apa?", "KS|Begini. Paham?/Apa lagi?/Begitu.", "?|Oh?"]);
}

#[test]
fn a_talk_of_named_people_is_no_list() {
    let text = "Tim Smith: Satu.\nLalu?\nAna Sari: Dua.\nTim Smith: Tiga.\nAna Sari: Empat.\nApa lagi?\nTim Smith: Lima.\nAna Sari: Enam.";
    let source = parse("wawancara.txt", text);
    assert_eq!((source.turns.len(), source.questions.questions), (6, 0));
    assert_eq!(spoken(&source)[0], "Tim Smith|Satu./Lalu?");
}

#[test]
fn answers_are_the_informants_of_the_file() {
    let list = "1. Apa?\n“Ini.”\n2. Lalu?\n“Itu.”\n3. Oh?\n“Ya.”";
    let who = |name: &str, head: &str| {
        let source = read_with(name, &format!("{head}{list}"), Questions::Find);
        assert_eq!(source.turns.len(), 6, "{name}");
        let answer = &source.turns[1];
        (answer.kind, answer.speaker.map(|at| source.speakers[at].code.clone()).unwrap_or_default())
    };
    assert_eq!(who("W.G1.12-02-2025.txt", ""), (TurnKind::Speech, "G1".to_owned()));
    assert_eq!(who("wawancara 3.txt", "Informan: Guru IPA (G4)\n\n"), (TurnKind::Speech, "G4".to_owned()));
    assert_eq!(who("Bu Sari.txt", ""), (TurnKind::Speech, "Bu Sari".to_owned()));
    // Of several it could be any.
    let two = "Informan: Siswa VII (S1), siswa VIII (S2)\n\n";
    assert_eq!(who("wawancara kelompok.txt", two), (TurnKind::Other, String::new()));
}

#[test]
fn questions_wrapped_by_hand_are_whole() {
    let text = "1. Bagaimana kepala sekolah menyusun program supervisi pada awal tahun\n\
                pelajaran bersama wakil kepala sekolah dan guru?\n\
                Beliau menyusunnya bersama kami pada rapat awal tahun pelajaran di aula\n\
                sekolah, kadang sampai sore dan semua guru diminta memberi pendapat\n\
                masing-masing tentang jadwalnya.\n\
                2. Siapa saja yang terlibat dalam penyusunan program supervisi itu di\n\
                sekolah ini?\n\
                Semua guru terlibat dan juga beberapa orang tua yang duduk dalam komite\n\
                sekolah.\n\
                3. Apakah berjalan?\n\
                Berjalan.";
    let source = parse("W.G1.txt", text);
    let found = spoken(&source);
    assert_eq!(found.len(), 6, "{found:?}");
    assert!(found[0].ends_with("wakil kepala sekolah dan guru?") && found[3].starts_with("G1|Semua"), "{found:?}");
}

#[test]
fn tables_of_questions_and_answers_in_word() {
    let source = |body: &str, name: &str| read(name, word(body), &Reading::default()).expect("read");
    let table = word_table(&[
        &["No", "Pertanyaan", "Informan", "Jawaban"],
        &["1", "Apa?", "KS", "Ini."],
        &["2", "Lalu?", "G1", "Itu./Begitu."],
        &["3", "Oh?", "KS", "Ya."],
    ]);
    assert_eq!(
        spoken(&source(&table, "wawancara.docx")),
        ["?|1\tApa?", "KS|Ini.", "?|2\tLalu?", "G1|Itu./Begitu.", "?|3\tOh?", "KS|Ya."]
    );
    let side = word_table(&[&["Peneliti", "Informan"], &["Apa?", "Ini."], &["Lalu?", "Itu."]]);
    let one = source(&side, "W.KS.docx");
    assert_eq!((one.text.as_str(), spoken(&one).len()), ("Peneliti\tInforman\nApa?\nIni.\nLalu?\nItu.", 4));
    let bare = word_table(&[&["1.", "Apa?", "Ini."], &["2.", "Lalu ?", "Itu./Begitu."]]);
    assert_eq!(spoken(&source(&bare, "W.KS.docx")), ["?|1.\tApa?", "KS|Ini.", "?|2.\tLalu ?", "KS|Itu./Begitu."]);
    // A form that nobody has filled in, and a table of a document.
    let empty = word_table(&[&["No", "Pertanyaan", "Jawaban"], &["1", "Apa?", ""], &["2", "Lalu?", ""]]);
    assert_eq!(source(&empty, "W.KS.docx").turns.len(), 0);
    assert_eq!(source(&table, "D.1.docx").turns.len(), 0);
    let mixed = paragraphs("P: Apa?\nKS: Ini.") + &side;
    assert_eq!(spoken(&source(&mixed, "W.KS.docx")).len(), 6);
}
