//! What each operation does, and how the history says it.

use super::*;
use crate::domain::MemoHost;
use crate::project::{Error, ImportOptions};

#[test]
fn a_new_project_has_its_codebook_and_groups() {
    let desk = Desk::new();
    let project = desk.create();
    let study = project.study();
    assert_eq!(study.project.title, "tesis");
    assert_eq!(study.project.revision, 1);
    assert_eq!(study.codes.len(), 61);
    assert_eq!(study.confusing_pairs.len(), 6);
    let groups: Vec<(&str, &str)> =
        study.groups.iter().map(|group| (group.key.as_str(), group.name.as_str())).collect();
    assert_eq!(groups, [("principal", "Kepala sekolah"), ("teacher", "Guru"), ("student", "Siswa")]);
    assert!(project.undoable().is_none(), "a project cannot be undone into nothing");
    project.close().expect("closed");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
}

#[test]
fn an_import_brings_text_turns_and_informants() {
    let desk = Desk::new();
    let mut project = desk.create();
    let id = import(&mut project, "W.KS", TEXT);
    assert_study_is_true(&project);
    let study = project.study();
    let source = study.source(id).expect("the source");
    assert_eq!((source.number, source.lines, source.original_name.as_str()), (1, 4, "W.KS.txt"));
    assert_eq!(source.header, [("Kode dokumen".to_owned(), "W.KS".to_owned())]);
    assert_eq!(study.turns[0].len(), 3);
    assert_eq!(study.informants[0].code, "KS");
    assert_eq!(study.informant_groups, [Some(0)]);
    assert_eq!(project.text(id).expect("the text").as_str(), TEXT);
    import(&mut project, "W.G1", "G1: Saya disupervisi sekali.\nKS: Ya.");
    assert_eq!(project.study().informants.len(), 2, "KS is known already");
    assert_study_is_true(&project);
}

#[test]
fn options_overrule_what_is_proposed() {
    let desk = Desk::new();
    let mut project = desk.create();
    let options = ImportOptions {
        technique: Some(Technique::Document),
        informant: Some("G7".to_owned()),
        group: Some("teacher".to_owned()),
        date: "2024-12-31".parse().ok(),
        place: Some("Ruang guru".to_owned()),
        ..ImportOptions::default()
    };
    project.import_source(parsed("W.G1", "G1: Ya.\nP: Lalu?"), &options).expect("an import");
    project.import_source(parsed("D.1", "Tanpa giliran."), &options).expect("an import");
    let study = project.study();
    assert_eq!(study.informants.len(), 1);
    assert_eq!((study.informants[0].code.as_str(), study.informant_groups[0]), ("G7", Some(1)));
    let source = &study.sources[0];
    assert_eq!((source.technique, source.place.as_str()), (Technique::Document, "Ruang guru"));
    assert_eq!(study.turns[0][1].informant, None, "the researcher stays the researcher");
    assert_eq!(study.turns[1].len(), 1, "a text without turns is all theirs");
    assert_eq!(study.turns[1][0].informant, Some(study.informants[0].id));
}

#[test]
fn coding_keeps_the_words_and_their_lines() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let new = at_words(&mut project, source, "saya supervisi 👩‍🏫 dua kali", "SUP.2");
    let landed = project.code(std::slice::from_ref(&new)).expect("a coding");
    let step = landed.step.expect("a step");
    assert_eq!(indonesian(&step.sentence), "Mengode W.KS baris 2 dengan SUP.2 (mendukung)");
    assert_eq!(english(&step.sentence), "Coded W.KS line 2 with SUP.2 (supports)");
    assert_eq!((step.coder.as_str(), step.device.as_str()), ("Ana", "laptop"));
    assert!(landed.changes.codings && !landed.changes.sources);
    let study = project.study();
    let segment = &study.segments[0];
    assert_eq!(&*segment.segment.quote, "saya supervisi 👩‍🏫 dua kali");
    assert_eq!(segment.voice.informants, [0]);
    assert_eq!(study.citation(segment), "W.KS.12-02-2025, baris 2");
    // The same place under another code is the same segment; the same coding again is no step.
    let other = NewCoding { code: code_of(&project, "SUP.1"), direction: None, ..new.clone() };
    let landed = project.code(&[other]).expect("a coding");
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Mengode W.KS baris 2 dengan SUP.1");
    assert_eq!((project.study().segments.len(), project.study().codings.len()), (1, 2));
    assert_eq!(project.code(std::slice::from_ref(&new)).expect("nothing").step, None);
    // Half a family is the whole family.
    let half = CharRange::new(new.range.start.get(), new.range.start.get() + 16);
    let landed = project.code(&[NewCoding { range: half, code: code_of(&project, "SUP.3"), ..new }]).expect("a coding");
    let study = project.study();
    let coding = study.coding(landed.value[0]).expect("the coding");
    assert_eq!(&*study.segments[coding.segment as usize].segment.quote, "saya supervisi 👩‍🏫");
    assert_study_is_true(&project);
}

#[test]
fn many_codings_are_one_step() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let a = at_words(&mut project, source, "Setiap guru", "SUP.2");
    let b =
        NewCoding { memo: Some("periksa lagi".to_owned()), ..at_words(&mut project, source, "Kami bahas", "SUP.3") };
    let c = NewCoding { coder: Some("Budi".to_owned()), ..b.clone() };
    let before = dump(&desk.path());
    let landed = project.code(&[a, b, c]).expect("codings");
    assert_eq!(landed.value.len(), 3);
    assert!(landed.changes.memos);
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Memasang 3 koding");
    assert_eq!(project.study().coders.len(), 2);
    assert_eq!(project.study().memos.len(), 2);
    assert_study_is_true(&project);
    let undone = project.undo().expect("undone");
    assert_eq!(indonesian(&undone.value.expect("a step").sentence), "Memasang 3 koding");
    assert_eq!(indonesian(&undone.step.expect("a step").sentence), "Mengurungkan: Memasang 3 koding");
    assert_eq!(dump(&desk.path()), before);
    assert_study_is_true(&project);
}

#[test]
fn directions_are_set_and_said() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let new = at_words(&mut project, source, "Kami bahas ḥasilnya", "SUP.3");
    let id = project.code(&[new]).expect("a coding").value[0];
    let landed = project.set_direction(&[id], Some(Direction::Weakens)).expect("set");
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Arah bukti SUP.3 pada W.KS baris 4: melemahkan");
    assert_eq!(project.study().coding(id).expect("there").coding.direction, Some(Direction::Weakens));
    assert_eq!(project.set_direction(&[id], Some(Direction::Weakens)).expect("nothing").step, None);
    project.undo().expect("undone");
    assert_eq!(project.study().coding(id).expect("there").coding.direction, Some(Direction::Supports));
    project.set_direction(&[id], None).expect("unset");
    assert_eq!(project.study().coding(id).expect("there").coding.direction, None);
    assert_study_is_true(&project);
}

#[test]
fn uncoding_removes_what_nothing_uses() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let new = at_words(&mut project, source, "Kami bahas", "SUP.3");
    let other = NewCoding { code: code_of(&project, "SUP.4"), ..new.clone() };
    let ids = project.code(&[new, other]).expect("codings").value;
    let segment = project.study().segments[0].segment.id;
    let landed = project.uncode(&ids[..1]).expect("uncoded");
    assert_eq!(english(&landed.step.expect("a step").sentence), "Removed SUP.3 from W.KS line 4");
    assert_eq!(project.study().segments.len(), 1);
    project.write_memo(MemoHost::Segment(segment), "penting").expect("a memo");
    project.uncode(&ids[1..]).expect("uncoded");
    assert_eq!(project.study().segments.len(), 1, "a memo hangs on it");
    project.undo().expect("undone");
    project.write_memo(MemoHost::Segment(segment), "").expect("no memo");
    project.uncode(&ids[1..]).expect("uncoded");
    assert_eq!((project.study().segments.len(), project.study().codings.len()), (0, 0));
    assert_study_is_true(&project);
}

#[test]
fn a_memo_is_written_changed_and_removed() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let code = code_of(&project, "SUP");
    for host in [MemoHost::Source(source), MemoHost::Code(code), MemoHost::Journal] {
        let landed = project.write_memo(host, "satu\0dua").expect("a memo");
        assert!(landed.value.is_some() && landed.changes.memos);
        assert!(project.study().memo_of(host).is_some_and(|memo| memo.text == "satu\u{FFFD}dua"));
        assert_study_is_true(&project);
    }
    let landed = project.write_memo(MemoHost::Source(source), "dua").expect("a memo");
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Menulis catatan pada sumber data W.KS");
    assert_eq!(project.write_memo(MemoHost::Source(source), "dua").expect("nothing").step, None);
    let landed = project.write_memo(MemoHost::Source(source), " ").expect("removed");
    assert_eq!((landed.value, landed.step.is_some()), (None, true));
    project.write_memo(MemoHost::Journal, "hari kedua").expect("a page");
    assert_eq!(project.study().memos.len(), 3);
    assert_study_is_true(&project);
}

#[test]
fn undo_and_redo_survive_a_restart() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let new = at_words(&mut project, source, "Kami bahas", "SUP.3");
    project.code(&[new]).expect("a coding");
    let coded = dump(&desk.path());
    project.undo().expect("undone");
    project.undo().expect("undone");
    assert!(project.study().sources.is_empty());
    assert_study_is_true(&project);
    project.close().expect("closed");
    let mut project = desk.open();
    assert!(project.undoable().is_none());
    assert_eq!(indonesian(&project.redoable().expect("a step").sentence), "Mengimpor W.KS");
    project.redo().expect("redone");
    assert_study_is_true(&project);
    let redone = project.redo().expect("redone");
    assert_eq!(
        indonesian(&redone.step.expect("a step").sentence),
        "Mengulangi: Mengode W.KS baris 4 dengan SUP.3 (mendukung)"
    );
    assert!(project.redoable().is_none());
    assert_eq!(dump(&desk.path()), coded);
    assert_study_is_true(&project);
    // What was taken back before a new step is out of reach.
    project.undo().expect("undone");
    project.write_memo(MemoHost::Journal, "baru").expect("a memo");
    assert!(project.redoable().is_none());
    assert_eq!(project.redo().expect("nothing").value, None);
    let history = project.history(3).expect("the history");
    assert_eq!(indonesian(&history[0].sentence), "Menulis halaman jurnal");
    assert_eq!(history[1].undoes, history[1].undoes.filter(|_| !history[1].is_undone));
    let check = project.check().expect("a check");
    assert_eq!(check.problems, []);
    assert_eq!(check.steps, 9);
}

#[test]
fn what_another_process_writes_is_seen() {
    let desk = Desk::new();
    let mut window = desk.create();
    let source = import(&mut window, "W.KS", TEXT);
    assert_eq!(window.refresh().expect("nothing new"), None);
    let mut command = desk.open();
    let new = at_words(&mut command, source, "Kami bahas", "SUP.3");
    command.code(&[new]).expect("a coding");
    command.close().expect("closed");
    let changes = window.refresh().expect("news").expect("changes");
    assert!(changes.codings);
    assert_eq!(window.study().codings.len(), 1);
    assert_eq!(window.refresh().expect("nothing new"), None);
    // A write sees them too, without being told.
    let mut command = desk.open();
    let new = at_words(&mut command, source, "Setiap guru", "SUP.2");
    command.code(&[new]).expect("a coding");
    drop(command);
    let landed = window.write_memo(MemoHost::Journal, "x").expect("a memo");
    assert!(landed.changes.codings);
    assert_eq!(window.study().codings.len(), 2);
    window.close().expect("closed");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
}

#[test]
fn coding_again_says_what_it_changed() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let new = at_words(&mut project, source, "saya supervisi", "SUP.2");
    let other = at_words(&mut project, source, "dua kali", "EDU");
    let mut said = |codings: &[NewCoding]| {
        let step = project.code(codings).expect("codings").step;
        step.map(|step| (indonesian(&step.sentence), english(&step.sentence)))
    };
    let sentence = |one: &str, two: &str| Some((one.to_owned(), two.to_owned()));
    said(std::slice::from_ref(&new));
    assert_eq!(said(std::slice::from_ref(&new)), None, "all stands there already");
    let weakens = NewCoding { direction: Some(Direction::Weakens), ..new.clone() };
    let direction =
        sentence("Arah bukti SUP.2 pada W.KS baris 2: melemahkan", "Direction of SUP.2 at W.KS line 2: weakens");
    assert_eq!(said(&[weakens]), direction);
    let noted = NewCoding { direction: None, memo: Some("dari guru".to_owned()), ..new.clone() };
    let memo = said(std::slice::from_ref(&noted)).expect("a step");
    assert_eq!(memo.0, "Menulis catatan pada koding W.KS baris 2");
    assert_eq!(said(std::slice::from_ref(&noted)), None);
    let unnoted = NewCoding { memo: Some(" ".to_owned()), ..noted };
    assert_eq!(said(&[unnoted]).expect("a step").0, "Menghapus catatan pada koding W.KS baris 2");
    let both = said(&[NewCoding { direction: None, ..new }, other]).expect("a step").0;
    assert_eq!(both, "Mengode W.KS baris 2 dengan EDU (mendukung)", "the other one stood there already");
}

#[test]
fn spaces_and_line_ends_are_no_words() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.G1", "G1: Ya.\n \u{a0}\nP: Lalu?\n");
    let template = at_words(&mut project, source, "Ya", "EDU");
    for (start, end) in [(7, 8), (7, 11), (3, 4), (19, 20)] {
        let blank = NewCoding { range: CharRange::new(start, end), ..template.clone() };
        let refused = project.code(&[template.clone(), blank]);
        assert!(matches!(refused, Err(Error::EmptyRange { .. })), "{start}..{end}: {refused:?}");
        assert!(project.study().codings.is_empty());
    }
}
