//! Corrections: segments, turns and what hangs on them follow a text into its new version; what is touched is named, and
//! undo brings back every row.

use super::*;
use crate::domain::{Anchor, AnchorKind, CharOffset, MemoHost};
use crate::import::ParsedMemo;
use crate::project::{Correction, Error, ImportOptions};
use proptest::prelude::*;

/// A corrected text comes in as a new version of its file.
fn correct(project: &mut Project, source: SourceId, name: &str, text: &str) -> Correction {
    let before = dump_of(project);
    let correction = project.correct(source, parsed(name, text)).expect("a correction").value;
    assert_study_is_true(project);
    let after = dump_of(project);
    if before != after {
        project.undo().expect("undone");
        assert_study_is_true(project);
        assert_eq!(dump_of(project), before);
        project.redo().expect("redone");
        assert_study_is_true(project);
        assert_eq!(dump_of(project), after);
    }
    assert_eq!(project.check().expect("a check").problems, vec![]);
    correction
}

fn dump_of(project: &Project) -> String {
    project.db.dump().expect("a dump")
}

fn quotes(project: &Project) -> Vec<String> {
    let study = project.study();
    let mut segments: Vec<_> = study.segments.iter().map(|entry| &entry.segment).collect();
    segments.sort_by_key(|segment| segment.range.start);
    segments.iter().map(|segment| segment.quote.to_string()).collect()
}

fn turns(project: &mut Project, source: SourceId) -> Vec<String> {
    let text = project.text(source).expect("a text");
    let study = project.study();
    let at = study.source_at(source).expect("there") as usize;
    let turn = |turn: &crate::domain::Turn| {
        let code =
            turn.informant.and_then(|id| study.informant_at(id)).map_or("-", |at| &study.informants[at as usize].code);
        format!("{code}|{}|{}", turn.label, text.slice(turn.words).expect("words"))
    };
    study.turns[at].iter().map(turn).collect()
}

#[test]
fn segments_follow_their_words_and_what_is_touched_is_named() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let codings: Vec<NewCoding> =
        [("supervisi 👩‍🏫 dua kali", "SUP.2"), ("Kami bahas ḥasilnya", "SUP.3"), ("Lalu", "SUP.1")]
            .map(|(words, code)| at_words(&mut project, source, words, code))
            .into();
    project.code(&codings).expect("coded");
    let text = "TRANSKRIP\n\nKS: Ya. Setiap guru saya supervisi 👩‍🏫 dua kali.\nKS: Kami bahas hasilnya.\n";
    let correction = correct(&mut project, source, "W.KS", text);
    assert_eq!(quotes(&project), ["supervisi 👩‍🏫 dua kali", "Kami bahas hasilnya"]);
    assert_eq!(correction.kept, 1);
    let said: Vec<String> = correction.list().map(|message| indonesian(&message)).collect();
    assert_eq!(
        said,
        [
            "baris 3, tidak ada lagi dalam teks baru: “Lalu” (1 koding ikut hilang)",
            "baris 4, teks berubah: “Kami bahas ḥasilnya” → “Kami bahas hasilnya”",
        ]
    );
    assert_eq!(
        indonesian(&project.undoable().expect("a step").sentence),
        "Memperbaiki W.KS: 1 kutipan berubah, 1 segmen hilang"
    );
    assert_eq!(english(&correction.summary()), "W.KS: 1 segment stays, 1 quotation changes, 1 segment goes.");
    assert_eq!(
        turns(&mut project, source),
        ["KS|KS|Ya. Setiap guru saya supervisi 👩‍🏫 dua kali.", "KS|KS|Kami bahas hasilnya."]
    );
}

#[test]
fn a_proposal_says_the_same_and_changes_nothing() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let coding = at_words(&mut project, source, "Kami bahas ḥasilnya", "SUP.3");
    project.code(&[coding]).expect("coded");
    let before = dump_of(&project);
    let text = TEXT.replace("ḥasilnya", "hasilnya");
    let proposed = project.propose_correction(source, &text).expect("a proposal");
    assert_eq!(dump_of(&project), before);
    assert_eq!(proposed, correct(&mut project, source, "W.KS", &text));
    // The same file again changes nothing at all.
    let landed = project.correct(source, parsed("W.KS", &text)).expect("the same");
    assert!(landed.step.is_none() && landed.value.touched.is_empty());
}

#[test]
fn segments_that_come_to_lie_at_one_place_become_one() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", "KS: Semua guru hadir.\n");
    for (words, code, memo) in [("Semua guru hadir", "SUP.2", "luas"), ("guru hadir", "SUP.3", "sempit")] {
        let coding = at_words(&mut project, source, words, code);
        project.code(&[NewCoding { memo: Some(memo.to_owned()), ..coding }]).expect("coded");
        let study = project.study();
        let segment = study.segments.iter().find(|entry| *entry.segment.quote == *words).expect("there").segment.id;
        project.set_reduction(segment, memo).expect("written");
    }
    correct(&mut project, source, "W.KS", "KS: guru hadir.\n");
    let study = project.study();
    assert_eq!(quotes(&project), ["guru hadir"]);
    assert_eq!(study.codings.len(), 2);
    assert_eq!(&*study.segments[0].segment.reduction, "luas\n\nsempit");
    assert_eq!(study.memos.len(), 2);
}

#[test]
fn what_was_written_on_a_segment_that_goes_stays_with_the_source() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let coding = at_words(&mut project, source, "Lalu", "SUP.2");
    project.code(&[NewCoding { memo: Some("tanya lagi".to_owned()), ..coding }]).expect("coded");
    project.write_memo(MemoHost::Source(source), "awal").expect("written");
    correct(&mut project, source, "W.KS", &TEXT.replace("P: Lalu?\n", ""));
    let study = project.study();
    assert_eq!(study.memo_of(MemoHost::Source(source)).expect("a memo").text, "awal\n\n[3] tanya lagi");
    assert!(study.codings.is_empty() && study.segments.is_empty());
}

#[test]
fn who_speaks_is_what_was_decided_about_the_turn_and_else_about_its_label() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", "KS: Satu.\nX: Dua.\nKS: Tiga.\n");
    let study = project.study();
    let person = |code: &str| study.informants.iter().find(|one| one.code == code).expect("there").id;
    let (ks, x) = (person("KS"), person("X"));
    let second = study.turns[0][2].id;
    project
        .assign(&crate::project::Assignment::Turns(vec![second]), crate::project::Speaker::Informant(x))
        .expect("assigned");
    project
        .assign(
            &crate::project::Assignment::Label { source: Some(source), label: "X".to_owned() },
            crate::project::Speaker::Informant(ks),
        )
        .expect("assigned");
    correct(&mut project, source, "W.KS", "KS: Nol.\nKS: Satu.\nX: Dua, ya.\nKS: Tiga.\nX: Empat.\nG1: Lima.\n");
    assert_eq!(
        turns(&mut project, source),
        ["KS|KS|Nol.", "KS|KS|Satu.", "KS|X|Dua, ya.", "X|KS|Tiga.", "KS|X|Empat.", "G1|G1|Lima."]
    );
    assert!(project.study().turns[0].iter().any(|turn| turn.id == second));
}

#[test]
fn words_typed_anew_move_what_lies_behind_and_nothing_else() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let codings =
        [at_words(&mut project, source, "Setiap guru", "SUP.2"), at_words(&mut project, source, "Kami bahas", "SUP.3")];
    project.code(&codings).expect("coded");
    let text = project.text(source).expect("a text");
    let place = text.find_all("guru saya").next().expect("there");
    let before = dump_of(&project);
    let landed = project.correct_words(source, place, "guru itu saya\r\n").expect("corrected");
    assert_study_is_true(&project);
    assert_eq!(landed.value.changed().count(), 0);
    assert_eq!(quotes(&project), ["Setiap guru", "Kami bahas"]);
    assert_eq!(
        turns(&mut project, source),
        ["KS|KS|Setiap guru itu saya\n supervisi 👩‍🏫 dua kali.", "-|P|Lalu?", "KS|KS|Kami bahas ḥasilnya."]
    );
    assert_eq!(project.check().expect("a check").problems, vec![]);
    // The file that was imported is still the original.
    assert_eq!(project.original(source).expect("the file").bytes, TEXT.as_bytes());
    project.undo().expect("undone");
    assert_eq!(dump_of(&project), before);
    let beyond = project.correct_words(source, CharRange::new(5, 900), "x");
    assert!(matches!(beyond, Err(Error::BeyondText { .. })));
    let all = CharRange::new(0, text.len());
    assert!(matches!(project.correct_words(source, all, " \n"), Err(Error::NoText { .. })));
    assert!(project.correct_words(source, place, "guru saya").expect("the same").step.is_none());
}

#[test]
fn lines_keep_the_numbers_that_are_cited() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let coding = at_words(&mut project, source, "Kami bahas ḥasilnya", "SUP.3");
    project.code(&[coding]).expect("coded");
    let cited = |project: &Project| {
        let study = project.study();
        study.citation(study.segments.last().expect("a segment"))
    };
    let before = cited(&project);
    assert!(before.ends_with("baris 4"), "{before}");
    // Three lines more above it, and a line end taken out: it stands where it stood.
    let text = TEXT.replace("TRANSKRIP\n", "Judul\nTRANSKRIP\nP: Baru.\n").replace("kali.\nP:", "kali.\nKS: Lain.\nP:");
    correct(&mut project, source, "W.KS", &text);
    assert_eq!(cited(&project), before);
    let numbers = |project: &mut Project| -> Vec<String> {
        let text = project.text(source).expect("a text");
        text.rows().map(|row| crate::domain::lines_cited(row.first, row.last)).collect()
    };
    assert_eq!(numbers(&mut project), ["0a", "1", "1a", "2", "2a", "3", "4"]);
    let text = project.text(source).expect("a text");
    let place = text.find_all("bahas ").next().expect("there");
    project.correct_words(source, CharRange::new(place.start.get() + 5, place.end.get()), "\n").expect("corrected");
    assert_study_is_true(&project);
    assert!(cited(&project).ends_with("baris 4–4a"), "{}", cited(&project));
    assert_eq!(project.check().expect("a check").problems, vec![]);
    // They are there when the project is opened again.
    let dump = dump_of(&project);
    project.close().expect("closed");
    let mut project = desk.open();
    assert_eq!(dump_of(&project), dump);
    assert_eq!(numbers(&mut project).last().map(String::as_str), Some("4a"));
    project.undo().expect("undone");
    assert!(cited(&project).ends_with("baris 4"), "{}", cited(&project));
}

#[test]
fn anchors_move_and_new_comments_come_once() {
    let desk = Desk::new();
    let mut project = desk.create();
    let anchor =
        |at, value: &str| Anchor { position: CharOffset::new(at), kind: AnchorKind::Time, value: value.into() };
    let memo = |range, text: &str| ParsedMemo { range, text: text.to_owned() };
    let with = |text: &str, anchors, memos| ParsedSource { anchors, memos, ..parsed("W.KS", text) };
    let old = with(
        "KS: Satu dua.\nKS: Tiga.\n",
        vec![anchor(4, "1"), anchor(18, "2")],
        vec![memo(CharRange::new(4, 8), "cek")],
    );
    let source = project.import_source(old, &ImportOptions::default()).expect("imported").value;
    project.correct_words(source, CharRange::new(4, 4), "Nol ").expect("corrected");
    let places = |project: &Project| -> Vec<u32> {
        project.db.anchors(source).expect("anchors").iter().map(|anchor| anchor.position.get()).collect()
    };
    assert_eq!(places(&project), [8, 22]);
    let new = with(
        "KS: Satu dua, lima.\nKS: Tiga.\n",
        vec![anchor(4, "1")],
        vec![memo(CharRange::new(4, 8), "cek"), memo(CharRange::new(9, 12), "baru")],
    );
    project.correct(source, new).expect("corrected");
    assert_eq!(places(&project), [4]);
    let mut texts: Vec<String> = project.study().memos.iter().map(|memo| memo.text.clone()).collect();
    texts.sort();
    assert_eq!(texts, ["baru", "cek"]);
    assert_study_is_true(&project);
}

#[test]
fn a_file_that_is_another_source_already_corrects_nothing() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    import(&mut project, "W.G1", "G1: Lain.\n");
    assert!(matches!(project.correct(source, parsed("W.KS", "G1: Lain.\n")), Err(Error::SameBytes { .. })));
    assert!(matches!(project.correct(source, parsed("W.KS", " \n")), Err(Error::NoText { .. })));
    // What it is likely to be a new version of.
    let found = |parsed: ParsedSource| project.corrected_by(&parsed).expect("read");
    assert_eq!(found(parsed("W.KS", "KS: Baru.\n")), Some(source));
    assert_eq!(found(parsed("W.KS", TEXT)), None);
    assert_eq!(found(ParsedSource { name: "baru".to_owned(), ..parsed("W.KS", "KS: Baru.\n") }), Some(source));
    let renamed =
        ParsedSource { name: "baru".to_owned(), file_name: "baru.txt".to_owned(), ..parsed("W.KS", "KS: Baru.\n") };
    assert_eq!(found(renamed.clone()), Some(source));
    assert_eq!(found(ParsedSource { date: None, ..renamed }), None);
}

#[test]
fn locked_words_follow_and_are_not_named() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", "KS: Kami bahas.\nG1: Saya hadir.\n");
    let codings =
        [at_words(&mut project, source, "Kami bahas", "SUP.2"), at_words(&mut project, source, "Saya hadir", "SUP.3")];
    project.code(&codings).expect("coded");
    let g1 = project.study().informants.iter().find(|one| one.code == "G1").expect("there").id;
    project.withdraw(g1).expect("withdrawn");
    let correction = correct(&mut project, source, "W.KS", "KS: Kami bahas.\nG1: Saya tidak hadir.\n");
    assert!(correction.touched.is_empty() && correction.locked == 1);
    assert_eq!(quotes(&project), ["Kami bahas"]);
    let place = project.text(source).expect("a text").find_all("••••").next().expect("painted over");
    assert!(matches!(project.correct_words(source, place, "x"), Err(Error::Locked { .. })));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, failure_persistence: None, ..ProptestConfig::default() })]

    /// Random edits of a text with codings: every quotation that is not listed has its words still, every one listed has
    /// not, no coding is lost but those listed, and undo gives the identical dump.
    #[test]
    fn every_quotation_is_untouched_or_listed(
        before in crate::domain::change::pieces(),
        edits in proptest::collection::vec((0..60_usize, 0..4_usize, crate::domain::change::pieces()), 1..6),
        places in proptest::collection::vec((0..200_u32, 1..30_u32, 0..20_usize), 1..12),
        is_typed in any::<bool>(),
    ) {
        let desk = Desk::new();
        let mut project = desk.create();
        let mut pieces: Vec<String> = before;
        pieces.insert(0, "KS: Awal.\r\n".to_owned());
        let clean = |pieces: &[String]| pieces.concat().replace("\r\n", "\n").replace('\r', "\n");
        let source = import(&mut project, "W.KS", &clean(&pieces));
        let text = project.text(source).expect("a text");
        for (start, length, code) in places {
            let range = CharRange::new(start.min(text.len()), (start + length).min(text.len()));
            if text.slice(text.snap(range)).is_none_or(|words| words.trim().is_empty()) {
                continue;
            }
            let code = project.study().codes[code].id;
            let new = NewCoding { source, range, code, direction: None, coder: None, memo: None };
            project.code(&[new]).expect("coded");
        }
        let mut dumps = vec![dump_of(&project)];
        for (at, gone, with) in edits {
            let study = project.study();
            let old: std::collections::HashMap<_, _> =
                study.segments.iter().map(|entry| (entry.segment.id, entry.segment.quote.clone())).collect();
            let codings = study.codings.len();
            let correction = if is_typed {
                let text = project.text(source).expect("a text");
                let start = u32::try_from(at).expect("small").min(text.len());
                let end = (start + u32::try_from(gone).expect("small")).min(text.len());
                match project.correct_words(source, CharRange::new(start, end), &with.concat()) {
                    Ok(landed) => landed.value,
                    Err(Error::NoText { .. }) => continue,
                    Err(error) => panic!("{error}"),
                }
            } else {
                let at = at.min(pieces.len());
                let end = (at + gone).min(pieces.len());
                pieces.splice(at..end, with.into_iter().take(6));
                match project.correct(source, parsed("W.KS", &clean(&pieces))) {
                    Ok(landed) => landed.value,
                    Err(Error::NoText { .. }) => continue,
                    Err(error) => panic!("{error}"),
                }
            };
            let study = project.study();
            for entry in &study.segments {
                let touched = correction.touched.iter().find(|touched| touched.segment == entry.segment.id);
                let before = &old[&entry.segment.id];
                match touched {
                    None => prop_assert_eq!(&entry.segment.quote, before),
                    Some(touched) => {
                        prop_assert_eq!(&touched.before, before);
                        prop_assert_eq!(touched.after.as_ref(), Some(&entry.segment.quote));
                        prop_assert_ne!(&touched.before, &entry.segment.quote);
                    }
                }
            }
            for id in old.keys().filter(|id| study.segment(**id).is_none()) {
                // It has gone, or has become one with another.
                let listed = correction.touched.iter().find(|touched| touched.segment == *id);
                let is_joined = listed.is_none_or(|touched| touched.after.is_some());
                prop_assert!(!is_joined || study.segments.len() < old.len());
            }
            let gone: usize = correction.gone().map(|touched| touched.codings.len()).sum();
            let joined = codings - gone - study.codings.len();
            prop_assert!(joined == 0 || correction.changed().count() > 0);
            assert_study_is_true(&project);
            prop_assert_eq!(project.check().expect("a check").problems, vec![]);
            let dump = dump_of(&project);
            if dump != dumps[dumps.len() - 1] {
                dumps.push(dump);
            }
        }
        for before in dumps.iter().rev().skip(1) {
            project.undo().expect("undone");
            assert_study_is_true(&project);
            prop_assert_eq!(&dump_of(&project), before);
        }
        for after in &dumps[1..] {
            project.redo().expect("redone");
            prop_assert_eq!(&dump_of(&project), after);
        }
    }
}
