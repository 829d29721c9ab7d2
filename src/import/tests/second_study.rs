//! The turns of the second study: voices that interrupt each other, speak at once and go on over several lines.

use super::{folder, holds};
use crate::domain::TurnKind;
use crate::import::{ParsedSource, ParsedTurn, Reading, read_file};

fn source(name: &str) -> ParsedSource {
    let source = read_file(&folder("fixtures/second-study/txt").join(name), &Reading::default()).expect("a file");
    holds(&source).expect(name);
    source
}

fn words(source: &ParsedSource, turn: &ParsedTurn) -> String {
    let (start, end) = (turn.words.start.get() as usize, turn.words.end.get() as usize);
    source.text.chars().skip(start).take(end - start).collect()
}

#[test]
fn a_turn_goes_on_until_somebody_else_speaks() {
    let group = source("W.FGD.10-09-2025.txt");
    let said: Vec<(&str, String)> = group.turns.iter().map(|turn| (turn.label.as_str(), words(&group, turn))).collect();
    // One turn a line, but for the header and the seven lines that go on with the turn before.
    assert_eq!(said.len(), group.text.lines().count() - 8 - 7);
    let has = |label: &str, words: &str| said.contains(&(label, words.to_owned()));
    assert!(has(
        "Bu Rina",
        "Beliau yang menyusun tangga bacaannya,\nlalu kami bagi tugas bertiga:\nSenin: kelompok hulu.\nRabu: kelompok pasar.\nJumat: semua anak, dengan pustakawan.\nKalau ada yang sakit, beliau yang menggantikan."
    ));
    assert!(said.iter().any(|(label, words)| *label == "Bu Rina" && words.contains("\n«فَإِنَّ مَعَ الْعُسْرِ يُسْرًا ۝")));
    for (label, words) in [
        ("KS", "Belum."),
        ("guru 1", "Kalau saya //"),
        ("waka kur", "// Ibu ini kalau marah tidak lama //"),
        ("Bu Rina", "Oh iya, sebelas. 👏🏽"),
        ("Bu Rina", "(mengangguk)"),
    ] {
        assert!(has(label, words), "{label}: {words}");
    }
}

#[test]
fn small_letters_ask_and_answer_too() {
    let second = source("W.KS.18-11-2025.txt");
    let kinds = |kind: TurnKind| second.turns.iter().filter(|turn| turn.kind == kind).count();
    assert_eq!((kinds(TurnKind::Question), kinds(TurnKind::Speech)), (17, 17));
    assert_eq!(second.speakers.iter().map(|one| one.code.as_str()).collect::<Vec<_>>(), ["KS"]);
    let observed = source("O.1.09-09-2025.txt");
    assert!(observed.turns.iter().all(|turn| turn.kind == TurnKind::Reflection), "times of day are no voices");
    assert_eq!(observed.turns.len(), 2);
}
