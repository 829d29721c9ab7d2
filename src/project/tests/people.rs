//! Informants, groups, attributes, whose words they are, and words that are locked.

use super::*;
use crate::analysis::{Axis, Lock, RowsKind, compare, excerpts};
use crate::domain::{AttributeHost, AttributeKind, AttributeOf, Informant, InformantId};
use crate::project::{Assignment, AttributeFacts, Error, Speaker};

const GROUP: &str =
    "KS: Kami menyelia semua guru.\nS2: Bapak jarang masuk kelas kami.\nP: Lalu?\nS1: Saya tidak tahu.\n";

fn informant(project: &Project, code: &str) -> InformantId {
    project.study().informants.iter().find(|informant| informant.code == code).expect("an informant").id
}

fn facts(name: &str, kind: AttributeKind, choices: &[&str]) -> AttributeFacts {
    AttributeFacts { name: name.to_owned(), kind, choices: choices.iter().map(|&choice| choice.to_owned()).collect() }
}

/// A group interview with a coding for each of the three, and one over all of it.
fn coded(desk: &Desk) -> (Project, SourceId) {
    let mut project = desk.create();
    let source = import(&mut project, "W.KEL", GROUP);
    for words in ["menyelia semua guru", "jarang masuk kelas", "tidak tahu", "guru.\nS2: Bapak jarang"] {
        // Another coder's where it overlaps: one coder's would be one coding.
        let coder = words.contains('\n').then(|| "Budi".to_owned());
        let coding = NewCoding { coder, ..at_words(&mut project, source, words, "SUP.2") };
        project.code(&[coding]).expect("a coding");
    }
    (project, source)
}

/// That a change can be taken back and brought again.
fn assert_undone(desk: &Desk, project: &mut Project, before: &str) {
    assert_study_is_true(project);
    let after = dump(&desk.path());
    assert_ne!(after, before);
    project.undo().expect("undone");
    assert_eq!(dump(&desk.path()), before);
    assert_study_is_true(project);
    project.redo().expect("redone");
    assert_eq!(dump(&desk.path()), after);
    assert_study_is_true(project);
}

#[test]
fn an_informant_is_added_changed_renamed_and_removed() {
    let desk = Desk::new();
    let (mut project, source) = coded(&desk);
    let before = dump(&desk.path());
    let set = |informant: &mut Informant| informant.code = " G4\n".to_owned();
    let landed = project.set_informant(None, set, &[]).expect("added");
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Menambah informan G4");
    assert_undone(&desk, &mut project, &before);
    let before = dump(&desk.path());
    project.note_export("excerpts", "docx", "C:\\Rina\\bab4.docx", &[source]).expect("noted");
    assert_eq!(dump(&desk.path()), before, "an export is no change");
    let s2 = informant(&project, "S2");
    let rename = |informant: &mut Informant| informant.code = "S7".to_owned();
    let landed = project.set_informant(Some(s2), rename, &[]).expect("renamed");
    assert_eq!(
        english(&landed.step.expect("a step").sentence),
        "Changed the informant code S2 to S7; 1 export is outdated"
    );
    assert!(project.exports().expect("a list")[0].is_outdated);
    assert_eq!(project.exports().expect("a list")[0].file, "bab4.docx");
    assert_undone(&desk, &mut project, &before);
    project.undo().expect("undone");
    assert!(!project.exports().expect("a list")[0].is_outdated, "what was taken back is no change");
    for (code, wrong) in [("", "nameless"), ("ks", "KS")] {
        let set = |informant: &mut Informant| informant.code = code.to_owned();
        let refused = project.set_informant(Some(s2), set, &[]);
        assert!(matches!(refused, Err(Error::NamelessInformant | Error::SameInformant { .. })), "{wrong}: {refused:?}");
    }
    assert_eq!(dump(&desk.path()), before);
    let landed = project.delete_informant(s2).expect("removed");
    assert_eq!(
        english(&landed.step.expect("a step").sentence),
        "Deleted informant S2; 1 turn is nobody's now; 1 export is outdated"
    );
    assert_undone(&desk, &mut project, &before);
}

#[test]
fn groups_are_ordered_and_the_last_one_stays() {
    let desk = Desk::new();
    let (mut project, _) = coded(&desk);
    let before = dump(&desk.path());
    let parents = project.add_group("Orang tua").expect("added").value;
    project.move_group(parents, 0).expect("moved");
    let keys = |project: &Project| project.study().groups.iter().map(|group| group.key.clone()).collect::<Vec<_>>();
    assert_eq!(keys(&project), ["orang_tua", "principal", "teacher", "student"]);
    project.rename_group(parents, "Wali murid").expect("renamed");
    assert!(matches!(project.rename_group(parents, "guru"), Err(Error::SameGroup { .. })));
    assert!(matches!(project.add_group("  "), Err(Error::NamelessGroup)));
    assert_study_is_true(&project);
    for _ in 0..3 {
        project.undo().expect("undone");
    }
    assert_eq!(dump(&desk.path()), before);
    let all: Vec<_> = project.study().groups.iter().map(|group| group.id).collect();
    for group in &all[..2] {
        project.delete_group(*group).expect("deleted");
    }
    assert_eq!(project.study().informant_groups, [None, None, None]);
    let refused = project.delete_group(all[2]).expect_err("the last");
    assert!(matches!(refused, Error::LastGroup { .. }));
    for _ in 0..2 {
        project.undo().expect("undone");
    }
    assert_eq!(dump(&desk.path()), before);
    assert_study_is_true(&project);
}

#[test]
fn attributes_are_typed_and_compared_by() {
    let desk = Desk::new();
    let (mut project, _) = coded(&desk);
    let before = dump(&desk.path());
    let host = AttributeHost::Informant;
    let class = project.add_attribute(host, &facts("Kelas", AttributeKind::Text, &[])).expect("added").value;
    let [s1, s2] = ["S1", "S2"].map(|code| AttributeOf::Informant(informant(&project, code)));
    project.set_attribute_value(class, s1, "10").expect("set");
    project.set_attribute_value(class, s2, "9").expect("set");
    let columns = |project: &Project, by| {
        let comparison = compare(&project.study(), RowsKind::Roles, by);
        assert_eq!(comparison.by_key, "attribute:Kelas");
        comparison.columns.iter().map(|column| (column.id.to_string(), column.informants_total)).collect::<Vec<_>>()
    };
    let by = Axis::Attribute(class);
    let of = |words: &[(&str, u32)]| words.iter().map(|(id, n)| ((*id).to_owned(), *n)).collect::<Vec<_>>();
    assert_eq!(columns(&project, by), of(&[("10", 1), ("9", 1), ("none", 1)]));
    project.set_attribute(class, &facts("Kelas", AttributeKind::Number, &[])).expect("they are numbers");
    assert_eq!(columns(&project, by), of(&[("9", 1), ("10", 1), ("none", 1)]));
    let comparison = compare(&project.study(), RowsKind::Roles, by);
    let sup = comparison.rows.iter().find(|row| row.code == "SUP").expect("a row");
    assert_eq!(sup.cells.iter().map(|cell| cell.segments).collect::<Vec<_>>(), [2, 1, 2]);
    for (value, kind) in [("dua", AttributeKind::Number), ("1.000,5", AttributeKind::Number)] {
        let refused = project.set_attribute_value(class, s1, value).expect_err("no number");
        assert!(matches!(refused, Error::WrongValue { kind: is, .. } if is == kind), "{value}");
    }
    let refused = project.set_attribute(class, &facts("Kelas", AttributeKind::Choice, &["9"]));
    assert!(matches!(refused, Err(Error::AttributeMisfits { n: 1, .. })), "{refused:?}");
    let refused = project.set_attribute(class, &facts("Kelas", AttributeKind::Choice, &[" "]));
    assert!(matches!(refused, Err(Error::NoChoices { .. })));
    let refused = project.add_attribute(host, &facts("kelas ", AttributeKind::Text, &[]));
    assert!(matches!(refused, Err(Error::SameAttribute { .. })));
    project.set_attribute_value(class, s2, "").expect("removed");
    assert_eq!(columns(&project, by), of(&[("10", 1), ("none", 2)]));
    let other = project.add_attribute(host, &facts("Umur", AttributeKind::Number, &[])).expect("added").value;
    project.move_attribute(other, 0).expect("moved");
    assert_eq!(project.study().attributes[0].id, other);
    let with_all = dump(&desk.path());
    project.delete_attribute(class).expect("deleted");
    project.undo().expect("undone");
    assert_eq!(dump(&desk.path()), with_all);
    while !project.study().attributes.is_empty() {
        project.undo().expect("undone");
    }
    assert_eq!(dump(&desk.path()), before);
}

#[test]
fn the_wrong_informant_is_corrected_in_one_step() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.G2", "G1: Sekali saja.\nP: Lalu?\nG1: Belum pernah.\n");
    for words in ["Sekali saja", "Belum pernah"] {
        let coding = at_words(&mut project, source, words, "SUP.2");
        project.code(&[coding]).expect("a coding");
    }
    let set = |informant: &mut Informant| informant.code = "G2".to_owned();
    let g2 = project.set_informant(None, set, &[]).expect("added").value;
    project.note_export("excerpts", "csv", "kutipan.csv", &[source]).expect("noted");
    project.note_export("codebook", "json", "kode.json", &[]).expect("noted");
    let before = dump(&desk.path());
    let landed = project.assign(&Assignment::Source(source), Speaker::Informant(g2)).expect("assigned");
    assert_eq!((landed.value.turns, landed.value.segments, landed.value.exports), (2, 2, 1));
    assert_eq!(
        indonesian(&landed.step.expect("a step").sentence),
        "Menetapkan W.G2 sebagai keterangan G2 (2 giliran bicara, 2 segmen); 1 ekspor tidak berlaku lagi"
    );
    let outdated: Vec<(String, bool)> =
        project.exports().expect("a list").into_iter().map(|export| (export.file, export.is_outdated)).collect();
    assert_eq!(outdated, [("kode.json".to_owned(), false), ("kutipan.csv".to_owned(), true)]);
    let study = project.study();
    assert_eq!(study.turns[0][1].kind, TurnKind::Question, "the researcher stays the researcher");
    let by = compare(&study, RowsKind::Roles, Axis::Informant);
    let counts: Vec<u32> =
        by.rows.iter().find(|row| row.code == "SUP").expect("a row").cells.iter().map(|cell| cell.segments).collect();
    assert_eq!(counts, [0, 2]);
    assert_eq!(excerpts(&study, &crate::analysis::Filter::default())[0].informants, ["G2"]);
    assert_undone(&desk, &mut project, &before);
    // One label, everywhere: imports to come follow.
    let landed = project.assign(&Assignment::Label { source: None, label: "g1".to_owned() }, Speaker::Researcher);
    assert_eq!(landed.expect("assigned").value.turns, 2);
    assert_eq!(project.study().labels.len(), 1);
    let turn = project.study().turns[0][0].id;
    project.assign(&Assignment::Turns(vec![turn]), Speaker::Informant(g2)).expect("assigned");
    assert_eq!(project.study().turns[0].iter().filter(|turn| turn.informant.is_some()).count(), 1);
    assert_study_is_true(&project);
    assert!(matches!(
        project.assign(&Assignment::Label { source: None, label: "X".to_owned() }, Speaker::Other),
        Err(Error::NoLabel { .. })
    ));
}

#[test]
fn a_text_without_turns_is_given_and_taken_off_again() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "D.1", "Program kerja.\nKepala sekolah menyusunnya.");
    let set = |informant: &mut Informant| informant.code = "KS".to_owned();
    let ks = project.set_informant(None, set, &[]).expect("added").value;
    let before = dump(&desk.path());
    project.assign(&Assignment::Source(source), Speaker::Informant(ks)).expect("assigned");
    assert_eq!(project.study().turns[0].len(), 1);
    assert_undone(&desk, &mut project, &before);
    project.assign(&Assignment::Source(source), Speaker::Other).expect("taken off");
    assert!(project.study().turns[0].is_empty());
    assert_study_is_true(&project);
    project.assign(&Assignment::Source(source), Speaker::Researcher).expect("assigned");
    assert_eq!(project.study().turns[0][0].kind, TurnKind::Reflection);
}

#[test]
fn withdrawn_words_are_locked_at_once_and_open_again() {
    let desk = Desk::new();
    let (mut project, source) = coded(&desk);
    let s2 = informant(&project, "S2");
    let words = project.text(source).expect("a text");
    let at = at_words(&mut project, source, "Bapak jarang masuk", "SUP.3");
    let before = dump(&desk.path());
    project.withdraw(s2).expect("withdrawn");
    let study = project.study();
    assert_eq!((study.segments.len(), study.locked.segments.len(), study.locked.codings.len()), (2, 2, 2));
    assert_eq!(study.lock_of(source), Lock::Part);
    let comparison = compare(&study, RowsKind::Roles, Axis::Informant);
    assert_eq!(comparison.columns.iter().map(|column| &*column.id).collect::<Vec<_>>(), ["KS", "S1"]);
    assert_eq!(comparison.left_out.withdrawn, 2);
    let quotes: Vec<String> =
        excerpts(&study, &crate::analysis::Filter::default()).into_iter().map(|excerpt| excerpt.quote).collect();
    assert_eq!(quotes, ["menyelia semua guru", "tidak tahu"]);
    let shown = project.text(source).expect("a text");
    assert_eq!(
        shown.as_str(),
        "KS: Kami menyelia semua guru.\nS2: ••••• •••••• ••••• ••••• •••••\nP: Lalu?\nS1: Saya tidak tahu.\n"
    );
    assert_eq!((shown.len(), shown.line_count()), (words.len(), words.line_count()));
    assert!(matches!(project.code(&[at]), Err(Error::Locked { .. })));
    let s1 = informant(&project, "S1");
    let refused = project.assign(&Assignment::Source(source), Speaker::Informant(s1));
    assert!(matches!(refused, Err(Error::Withdrawn { .. })), "given away they would be open again");
    assert!(matches!(project.delete_informant(s2), Err(Error::Withdrawn { .. })));
    let report = project.check().expect("a report");
    assert_eq!((report.problems.len(), report.quotations), (0, 4));
    assert!(project.text_problems(source).expect("a report").is_empty());
    project.set_informant(Some(s2), |informant| informant.consent.withdrawn = None, &[]).expect("nothing");
    assert!(project.study().has_withdrawn(), "not by this door");
    assert_undone(&desk, &mut project, &before);
    project.restore_consent(s2).expect("restored");
    assert_eq!(project.study().segments.len(), 4);
    assert_eq!(dump(&desk.path()), before);
}

#[test]
fn what_is_locked_goes_along_where_codes_are_merged_and_is_there_when_it_opens() {
    let desk = Desk::new();
    let (mut project, _) = coded(&desk);
    let s2 = informant(&project, "S2");
    let (from, into) = (code_of(&project, "SUP.2"), code_of(&project, "SUP.3"));
    project.withdraw(s2).expect("withdrawn");
    let preview = project.merge_codes(&[from], into).expect("merged").value;
    assert_eq!((preview.segments, preview.codings), (4, 4), "those that are locked too");
    assert_study_is_true(&project);
    project.restore_consent(s2).expect("restored");
    let study = project.study();
    assert_eq!(study.codings.iter().filter(|entry| entry.coding.code == into).count(), 4);
}
