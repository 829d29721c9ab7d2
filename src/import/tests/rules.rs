//! What was decided about labels is obeyed, whatever a file itself suggests.

use super::folder;
use crate::domain::{Technique, TurnKind};
use crate::import::{LabelRule, ParsedSource, Reading, found_labels, read};

const NAME: &str = "W.KS.12-02-2025.txt";

fn ks() -> String {
    std::fs::read_to_string(folder("assets/study/txt").join(NAME)).expect("the study")
}

fn relabelled(label: &str) -> String {
    let line = |line: &str| match line.strip_prefix("KS").filter(|rest| rest.trim_start().starts_with(':')) {
        Some(rest) => format!("{label}{rest}\n"),
        None => format!("{line}\n"),
    };
    ks().lines().map(line).collect()
}

fn read_with(text: &str, labels: Vec<LabelRule>) -> ParsedSource {
    read(NAME, text.as_bytes().to_vec(), &Reading { labels, ..Reading::default() }).expect("text")
}

/// The turns as (kind, code, words).
fn turns(parsed: &ParsedSource) -> Vec<(TurnKind, Option<String>, String)> {
    let letters: Vec<char> = parsed.text.chars().collect();
    let turn = |turn: &crate::import::ParsedTurn| {
        let words = &letters[turn.words.start.get() as usize..turn.words.end.get() as usize];
        (turn.kind, turn.speaker.map(|at| parsed.speakers[at].code.clone()), words.iter().collect())
    };
    parsed.turns.iter().map(turn).collect()
}

#[test]
fn other_words_for_the_principal_give_the_same_turns() {
    let expected = turns(&read_with(&ks(), Vec::new()));
    assert_eq!(expected.len(), 75);
    for (label, rule) in [
        ("Kepsek", "Kepsek"),
        ("Kepala Sekolah", "KEPALA  sekolah"),
        ("Kepala\u{a0}Sekolah", "Kepala Sekolah"),
        // Nothing says that these are people.
        ("jawaban beliau", "Jawaban beliau"),
        ("Catatan", "Catatan"),
    ] {
        let parsed = read_with(&relabelled(label), vec![LabelRule::new(rule, TurnKind::Speech, Some("KS"))]);
        assert_eq!(turns(&parsed), expected, "{label}");
        assert_eq!(parsed.speakers.len(), 1, "{label}: {:?}", parsed.speakers);
    }
}

#[test]
fn a_label_may_be_the_researchers_or_nobodys_or_somebody_elses() {
    let kinds = |rule: LabelRule| {
        let parsed = read_with(&ks(), vec![rule]);
        let of = |kind| parsed.turns.iter().filter(|turn| turn.kind == kind).count();
        (of(TurnKind::Question), of(TurnKind::Speech), of(TurnKind::Other))
    };
    assert_eq!(kinds(LabelRule::new("KS", TurnKind::Question, None)), (75, 0, 0));
    assert_eq!(kinds(LabelRule::new("ks", TurnKind::Other, None)), (31, 0, 44));
    let nobody = LabelRule::new("KS", TurnKind::Speech, None);
    assert!(nobody.is_of_nobody());
    assert_eq!(kinds(nobody), (31, 0, 0));
    // The researcher's own label may be an informant's.
    let parsed = read_with(&ks(), vec![LabelRule::new("P", TurnKind::Speech, Some("G9"))]);
    assert!(turns(&parsed).iter().any(|(_, code, _)| code.as_deref() == Some("G9")));
}

#[test]
fn another_code_is_another_name_for_the_only_one_who_answers() {
    let parsed = read_with(&relabelled("Kepsek"), vec![LabelRule::new("Kepsek", TurnKind::Speech, Some("KS1"))]);
    let codes: Vec<&str> = parsed.speakers.iter().map(|speaker| speaker.code.as_str()).collect();
    assert_eq!(codes, ["KS1"]);
    assert_eq!(parsed.speakers[0].description, "Kepala Sekolah");
}

#[test]
fn a_remembered_label_that_stands_once_makes_no_interview() {
    let letter = "Banjarmasin, 2 Juni 2025\n\nKepala Sekolah: Dra. Sari\n\nDengan hormat kami sampaikan jadwal.\n";
    let rule = LabelRule::new("Kepala Sekolah", TurnKind::Speech, Some("KS"));
    let read = |rule: LabelRule| {
        let reading = Reading { labels: vec![rule], ..Reading::default() };
        read("surat.txt", letter.as_bytes().to_vec(), &reading).expect("text")
    };
    let remembered = read(LabelRule { is_remembered: true, ..rule });
    assert_eq!((remembered.technique, remembered.turns.len()), (Technique::Document, 0));
    assert!(remembered.speakers.is_empty());
}

#[test]
fn labels_are_found_with_their_counts_and_what_is_undecided() {
    let text = "P: Apa kabar?\nKS: Baik sekali.\nP: Lalu?\nKS: Ya.\n";
    let parsed = read("W.KS.txt", text.as_bytes().to_vec(), &Reading::default()).expect("text");
    let labels = found_labels(&parsed);
    let found: Vec<_> = labels
        .iter()
        .map(|label| (label.label.as_str(), label.kind, label.informant.as_deref(), label.turns))
        .collect();
    assert_eq!(found, [("P", Some(TurnKind::Question), None, 2), ("KS", Some(TurnKind::Speech), Some("KS"), 2),]);
    // Nobody speaks in the text so far; who might is listed undecided.
    let parsed = read("W.KS.txt", b"Jadwal: besok pagi\n".to_vec(), &Reading::default()).expect("text");
    let labels = found_labels(&parsed);
    assert_eq!(labels.len(), 1, "{labels:?}");
    assert_eq!((labels[0].label.as_str(), labels[0].kind, labels[0].turns), ("Jadwal", None, 1));
    assert_eq!(labels[0].example, "besok pagi");
}
