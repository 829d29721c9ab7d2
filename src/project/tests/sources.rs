//! Sources are renamed, described, marked, typed in and deleted; undo brings back every letter.

use super::*;
use crate::analysis::Stage;
use crate::domain::{MemoHost, Say};
use crate::project::{Error, Gone, SourceFacts, TypedSource};

/// Does something, takes it back, brings it back: the dumps are the same.
fn there_and_back<T>(desk: &Desk, project: &mut Project, act: impl FnOnce(&mut Project) -> T) -> T {
    let before = dump(&desk.path());
    let value = act(project);
    let after = dump(&desk.path());
    assert_ne!(before, after);
    assert_study_is_true(project);
    project.undo().expect("undone");
    assert_eq!(dump(&desk.path()), before);
    assert_study_is_true(project);
    project.redo().expect("redone");
    assert_eq!(dump(&desk.path()), after);
    assert_study_is_true(project);
    value
}

fn named(name: &str) -> SourceFacts {
    SourceFacts { name: Some(name.to_owned()), ..SourceFacts::default() }
}

#[test]
fn a_source_is_renamed_and_its_citations_follow() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let citation = Some("{source}, baris {line}".to_owned());
    project.set_project(&crate::project::ProjectFacts { citation, ..Default::default() }).expect("a pattern");
    import(&mut project, "W.G1", "G1: Ya.");
    let coding = at_words(&mut project, source, "dua kali", "SUP.2");
    project.code(&[coding]).expect("a coding");
    let landed = there_and_back(&desk, &mut project, |project| {
        project.describe_sources(&[source], &named(" Wawancara\n1 ")).expect("renamed")
    });
    let sentence = landed.step.expect("a step").sentence;
    assert_eq!(indonesian(&sentence), "Mengganti nama W.KS menjadi Wawancara 1");
    assert_eq!(english(&sentence), "Renamed W.KS to Wawancara 1");
    let study = project.study();
    assert!(study.citation(&study.segments[0]).starts_with("Wawancara 1"), "{}", study.citation(&study.segments[0]));
    assert_eq!(project.describe_sources(&[source], &named("Wawancara 1")).expect("nothing").step, None);
    for (facts, ids) in [
        (named("W.G1"), vec![source]),
        (named(" \n"), vec![source]),
        (named("Lain"), study.sources.iter().map(|source| source.id).collect()),
    ] {
        let before = dump(&desk.path());
        let error = project.describe_sources(&ids, &facts).expect_err("refused");
        assert!(
            matches!(error, Error::NameTaken { .. } | Error::NamelessSource | Error::OneName { count: 2 }),
            "{error:?}"
        );
        assert!(english(&error.message()).contains(' ') && indonesian(&error.message()).contains(' '));
        assert_eq!(dump(&desk.path()), before);
    }
}

#[test]
fn several_sources_get_one_technique_in_one_step() {
    let desk = Desk::new();
    let mut project = desk.create();
    let ids: Vec<SourceId> = ["W.1", "W.2", "W.3"]
        .into_iter()
        .map(|name| import(&mut project, name, &format!("G1: Ya, kata {name}.")))
        .collect();
    let facts = SourceFacts { technique: Some(Technique::Document), ..SourceFacts::default() };
    let landed = there_and_back(&desk, &mut project, |project| {
        project.describe_sources(&[ids[0], ids[2], ids[0]], &facts).expect("set")
    });
    assert!(landed.changes.sources);
    let sentence = landed.step.expect("a step").sentence;
    assert_eq!(indonesian(&sentence), "Mengubah teknik 2 sumber data");
    assert_eq!(english(&sentence), "Changed the technique of 2 sources");
    let techniques: Vec<Technique> = project.study().sources.iter().map(|source| source.technique).collect();
    assert_eq!(techniques, [Technique::Document, Technique::Interview, Technique::Document]);
    let none = SourceFacts { date: Some(None), place: Some("Aula\0".to_owned()), ..SourceFacts::default() };
    let landed =
        there_and_back(&desk, &mut project, |project| project.describe_sources(&ids[..1], &none).expect("set"));
    assert_eq!(english(&landed.step.expect("a step").sentence), "Changed details of W.1");
    let study = project.study();
    assert_eq!((study.sources[0].date, study.sources[0].place.as_str()), (None, "Aula"));
    // Read again, the sentence is the same.
    project.close().expect("closed");
    let project = desk.open();
    assert_eq!(english(&project.undoable().expect("a step").sentence), "Changed details of W.1");
}

#[test]
fn a_deleted_source_takes_along_what_lies_in_it_and_says_so() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let other = import(&mut project, "W.G1", "G1: Saya disupervisi sekali.");
    let first = at_words(&mut project, source, "dua kali", "SUP.2");
    let coding = NewCoding { memo: Some("Periksa lagi.".to_owned()), ..first.clone() };
    let kept = at_words(&mut project, other, "sekali", "SUP.2");
    project.code(&[coding, NewCoding { code: code_of(&project, "SUP.1"), ..first }, kept]).expect("codings");
    project.write_memo(MemoHost::Source(source), "Rekaman terputus.").expect("a memo");
    project.write_memo(MemoHost::Journal, "Hari pertama.").expect("a memo");
    project.mark_done(&[source], true).expect("marked");
    let landed =
        there_and_back(&desk, &mut project, |project| project.delete_sources(&[source, source]).expect("deleted"));
    assert_eq!(landed.value, Gone { sources: 1, segments: 1, codings: 2, memos: 2, ..Gone::default() });
    let sentence = landed.step.expect("a step").sentence;
    assert_eq!(indonesian(&sentence), "Menghapus W.KS beserta 1 segmen, 2 koding, 2 catatan");
    assert_eq!(english(&sentence), "Deleted W.KS with 1 segment, 2 codings, 2 memos");
    let study = project.study();
    assert_eq!((study.sources.len(), study.segments.len(), study.codings.len(), study.memos.len()), (1, 1, 1, 1));
    assert!(matches!(project.delete_sources(&[source]), Err(Error::NoSource)));
    assert!(matches!(project.describe_sources(&[source], &named("X")), Err(Error::NoSource)));
    assert!(matches!(project.original(source), Err(Error::NoSource)));
    let landed = project.delete_sources(&[other]).expect("deleted");
    assert_eq!(landed.value, Gone { sources: 1, segments: 1, codings: 1, ..Gone::default() });
    assert_eq!(project.check().expect("a check").problems, []);
    project.undo().expect("undone");
    project.undo().expect("undone");
    assert_eq!(project.text(source).expect("its text").as_str(), TEXT);
    assert_eq!(project.original(source).expect("its file").bytes, TEXT.as_bytes());
}

#[test]
fn whoever_codes_says_what_is_done() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    assert_eq!(project.study().stands()[0].stage, Stage::Untouched);
    let coding = at_words(&mut project, source, "dua kali", "SUP.2");
    project.code(&[NewCoding { coder: Some("Budi".to_owned()), ..coding }]).expect("a coding");
    let stand = project.study().stands()[0].clone();
    assert_eq!((stand.stage, stand.coded, stand.by_coder.len()), (Stage::InProgress, 500, 1));
    let landed = there_and_back(&desk, &mut project, |project| project.mark_done(&[source], true).expect("marked"));
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Menandai W.KS selesai");
    let stand = project.study().stands()[0].clone();
    assert_eq!((stand.stage, stand.coded, stand.by_coder.len()), (Stage::Done, 500, 2));
    assert_eq!(project.mark_done(&[source], true).expect("nothing").step, None);
    let landed = there_and_back(&desk, &mut project, |project| project.mark_done(&[source], false).expect("marked"));
    assert_eq!(english(&landed.step.expect("a step").sentence), "Marked W.KS as not done");
    assert_eq!(project.study().stands()[0].stage, Stage::InProgress);
}

#[test]
fn a_typed_source_is_a_source_like_any_other() {
    let desk = Desk::new();
    let mut project = desk.create();
    let typed = TypedSource {
        name: " O.3 ".to_owned(),
        text: "LEMBAR OBSERVASI\nTanggal: 3 Maret 2025\nTempat: Lapangan\n\nSiswa berbaris.\n\n".to_owned(),
        technique: Some(Technique::Observation),
        ..TypedSource::default()
    };
    let landed = there_and_back(&desk, &mut project, |project| project.type_source(&typed).expect("typed"));
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Mengetik O.3");
    let study = project.study();
    let source = study.source(landed.value).expect("the source");
    assert_eq!(
        (source.name.as_str(), source.technique, source.place.as_str()),
        ("O.3", Technique::Observation, "Lapangan")
    );
    assert_eq!(source.date, "2025-03-03".parse().ok());
    let original = project.original(landed.value).expect("its file");
    assert_eq!(original.file_name, "O.3.txt");
    assert!(original.bytes.ends_with("Siswa berbaris.\n".as_bytes()));
    assert_eq!(project.word_count(landed.value).expect("counted"), 10);
    let talk = TypedSource {
        name: "W.KS".to_owned(),
        text: "P: Apa yang Ibu lakukan?\nKS: Saya masuk kelas.\nP: Lalu?\nKS: Kami bahas.".to_owned(),
        technique: Some(Technique::Interview),
        date: "2025-01-02".parse().ok(),
        ..TypedSource::default()
    };
    let made = project.type_source(&talk).expect("typed").value;
    let study = project.study();
    let at = study.source_at(made).expect("a place") as usize;
    assert_eq!(study.turns[at].len(), 4, "turns are found in what is typed");
    assert_eq!(study.informants[study.speakers(at)[0] as usize].code, "KS");
    for (wrong, about) in [
        (TypedSource { name: String::new(), ..talk.clone() }, "a name"),
        (TypedSource { name: "W.KS".to_owned(), ..talk.clone() }, "another name"),
        (TypedSource { name: "W.X".to_owned(), text: " \n".to_owned(), ..talk.clone() }, "words"),
        (TypedSource { name: "W.Y".to_owned(), ..talk.clone() }, "the same text"),
    ] {
        let before = dump(&desk.path());
        let error = project.type_source(&wrong).expect_err(about);
        assert!(english(&error.message()).contains(' ') && indonesian(&error.message()).contains(' '));
        assert_eq!(dump(&desk.path()), before, "{about}");
    }
}

#[test]
fn what_is_pasted_keeps_its_lines_and_speakers() {
    let desk = Desk::new();
    let mut project = desk.create();
    // As a word processor and a browser put it on the clipboard: lines broken by hand, separators, CRLF.
    let pasted = TypedSource {
        name: "W.G4".to_owned(),
        text: "\u{FEFF}P: Apa kabar?\u{B}G4: Baik.\r\nP: Lalu?\u{2028}G4: Kami bahas 🙏🏽 bersama.\u{2029}X: Ya.\tItu.\nX: Benar."
            .to_owned(),
        ..TypedSource::default()
    };
    let found = project.propose_typed(&pasted).expect("a proposal");
    assert_eq!((found.technique, found.date), (Technique::Interview, None));
    let made = project.type_source(&pasted).expect("typed").value;
    let text = project.text(made).expect("a text");
    assert_eq!(
        text.as_str(),
        "P: Apa kabar?\nG4: Baik.\nP: Lalu?\nG4: Kami bahas 🙏🏽 bersama.\nX: Ya.\tItu.\nX: Benar.\n"
    );
    let study = project.study();
    let at = study.source_at(made).expect("a place") as usize;
    assert_eq!((study.turns[at].len(), study.sources[at].technique), (found.turns, found.technique));
    assert!(found.turns >= 4 && found.informants.contains(&"G4".to_owned()), "{found:?}");
    let nobodys =
        TypedSource { informant: Some("G9".to_owned()), text: "Hari ini hujan.".to_owned(), ..pasted.clone() };
    let found = project.propose_typed(&TypedSource { name: "C.1".to_owned(), ..nobodys }).expect("a proposal");
    assert_eq!((found.turns, found.informants), (1, vec!["G9".to_owned()]));
    assert!(project.propose_typed(&TypedSource { text: " \n".to_owned(), ..pasted }).is_none());
}

#[test]
fn comments_and_marks_come_in_with_their_source() {
    use crate::domain::{Anchor, AnchorKind, CharOffset};
    use crate::import::ParsedMemo;
    let desk = Desk::new();
    let mut project = desk.create();
    let at = TEXT.chars().count() - TEXT.split("dua kali").last().expect("words").chars().count();
    let end = u32::try_from(at).expect("fits");
    let memo = |range: CharRange, text: &str| ParsedMemo { range, text: text.to_owned() };
    let place = CharRange::new(end - 8, end);
    let anchors = vec![Anchor { position: CharOffset::new(end), kind: AnchorKind::Note, value: "1".to_owned() }];
    let source = ParsedSource {
        memos: vec![
            memo(place, "Dr. Wahyu: Bukti?"),
            memo(place, "Lihat O.1."),
            memo(CharRange::new(9999, 10_000), "lepas"),
        ],
        anchors: anchors.clone(),
        ..parsed("W.KS", TEXT)
    };
    let landed = there_and_back(&desk, &mut project, |project| {
        project.import_source(source.clone(), &crate::project::ImportOptions::default()).expect("an import")
    });
    assert_eq!(project.db.anchors(landed.value).expect("read"), anchors);
    let study = project.study();
    assert_eq!((study.segments.len(), study.codings.len()), (1, 0));
    assert_eq!(&*study.segments[0].segment.quote, "dua kali");
    let mut said: Vec<(&str, MemoHost)> = study.memos.iter().map(|memo| (memo.text.as_str(), memo.host)).collect();
    said.sort_by_key(|(text, _)| *text);
    let segment = MemoHost::Segment(study.segments[0].segment.id);
    let on_source = MemoHost::Source(landed.value);
    assert_eq!(said, [("Dr. Wahyu: Bukti?\n\nLihat O.1.", segment), ("lepas", on_source)]);
    assert!(project.check().expect("checked").problems.is_empty());
    // The place is the same segment for whoever codes it.
    let coding = at_words(&mut project, landed.value, "dua kali", "SUP.2");
    project.code(&[coding]).expect("a coding");
    assert_eq!(project.study().segments.len(), 1);
}
