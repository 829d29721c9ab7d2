//! Every verb of judging: what it does, what the history says of it, what it refuses, and that undo restores the
//! identical dump.

use super::*;
use crate::domain::{
    Direction, EmptyReason, EvaluationValue, GroupId, InformantId, MemberCheckState, Technique, Verdict,
};
use crate::project::tests::{Desk, assert_study_is_true, at_words, code_of, dump, english, import, indonesian};
use crate::project::{Landed, MoveTo, NewCoding, Project};

const PRINCIPAL: &str = "KS: Setiap guru saya supervisi dua kali.\nP: Lalu?\nKS: Kami bahas hasilnya.\n";
const TEACHER: &str = "G1: Saya belum pernah disupervisi.\nG1: Hasilnya tidak dibahas.\n";
const STUDENT: &str = "S1: Saya kurang tahu.\n";

/// A principal who praises, a teacher who contradicts, a student who does not know.
fn study() -> (Desk, Project) {
    let desk = Desk::new();
    let mut project = desk.create();
    for (name, text) in [("W.KS", PRINCIPAL), ("W.G1", TEACHER), ("W.S1", STUDENT)] {
        import(&mut project, name, text);
    }
    for (code, group) in [("G1", 1), ("S1", 2)] {
        put_into(&mut project, code, group);
    }
    for (source, words, code, direction) in [
        (0, "Setiap guru saya supervisi", "SUP.2", Direction::Supports),
        (0, "Kami bahas", "SUP.3", Direction::Supports),
        (1, "belum pernah", "SUP.2", Direction::Weakens),
    ] {
        let id = project.study().sources[source].id;
        let new = NewCoding { direction: Some(direction), ..at_words(&mut project, id, words, code) };
        project.code(&[new]).expect("a coding");
    }
    (desk, project)
}

fn put_into(project: &mut Project, code: &str, group: usize) {
    let study = project.study();
    let known = study.informants.iter().find(|informant| informant.code == code).expect("an informant");
    let group = study.groups[group].id;
    project.set_informant(Some(known.id), |informant| informant.group = Some(group), &[]).expect("a group");
}

fn group(project: &Project, at: usize) -> GroupId {
    project.study().groups[at].id
}

fn informant(project: &Project, code: &str) -> InformantId {
    project.study().informants.iter().find(|informant| informant.code == code).expect("an informant").id
}

fn segment(project: &Project, words: &str) -> SegmentId {
    let study = project.study();
    study.segments.iter().find(|entry| entry.segment.quote.contains(words)).expect("a segment").segment.id
}

fn row(project: &Project, short: &str) -> RowKey {
    RowKey::Code(code_of(project, short))
}

fn said<T>(landed: &Landed<T>) -> String {
    indonesian(&landed.step.as_ref().expect("a step").sentence)
}

fn refused<T: std::fmt::Debug>(done: Result<T, Error>) -> Misjudged {
    match done {
        Err(Error::Misjudged(misjudged)) => misjudged,
        other => panic!("{other:?}"),
    }
}

/// Undoes and redoes the last step and holds that both dumps are what they were.
fn comes_back(desk: &Desk, project: &mut Project, before: &str) {
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
fn findings_are_written_linked_put_in_order_and_removed() {
    let (desk, mut project) = study();
    let code = code_of(&project, "SUP");
    let (a, b) = (segment(&project, "Setiap guru"), segment(&project, "belum pernah"));
    let before = dump(&desk.path());
    let landed = project.add_finding(code, "  Supervisi dilaporkan rutin ", &[(a, Some(Direction::Supports))]);
    let landed = landed.expect("a finding");
    assert_eq!(said(&landed), "Menulis temuan “Supervisi dilaporkan rutin” di bawah SUP dengan 1 bukti");
    assert!(landed.changes.judgements && !landed.changes.codings);
    comes_back(&desk, &mut project, &before);
    let first = landed.value;
    let before = dump(&desk.path());
    let landed = project.link_evidence(first, &[(b, Some(Direction::Weakens))]).expect("linked");
    assert_eq!(said(&landed), "Mengaitkan W.G1 baris 1 ke temuan “Supervisi dilaporkan rutin” (melemahkan)");
    comes_back(&desk, &mut project, &before);
    assert_eq!(project.link_evidence(first, &[(b, Some(Direction::Weakens))]).expect("the same").step, None);
    project.link_evidence(first, &[(b, None)]).expect("another direction");
    let study = project.study();
    let all: Vec<_> = study.evidence_of(first).map(|one| (one.segment, one.direction)).collect();
    assert_eq!(all, [(a, Some(Direction::Supports)), (b, None)]);
    let second = project.add_finding(code, "Kedua\ndan baris lain", &[]).expect("a finding");
    assert_eq!(said(&second), "Menulis temuan “Kedua…” di bawah SUP");
    let second = second.value;
    project.move_finding(second, Some(first)).expect("moved");
    assert_eq!(project.study().findings.iter().map(|finding| finding.id).collect::<Vec<_>>(), [second, first]);
    project.move_finding(second, None).expect("moved");
    assert_eq!(project.study().findings.last().map(|finding| finding.id), Some(second));
    let before = dump(&desk.path());
    let landed = project.change_finding(second, code_of(&project, "EDU"), "Kedua").expect("changed");
    assert_eq!(said(&landed), "Memindahkan temuan “Kedua” ke bawah EDU");
    assert_eq!(project.study().findings[0].id, second, "the codebook has EDU before SUP");
    comes_back(&desk, &mut project, &before);
    project.unlink_evidence(first, &[b]).expect("unlinked");
    assert_eq!(project.study().evidence.len(), 1);
    let checked = project.set_member_check(
        first,
        informant(&project, "G1"),
        MemberCheckState::Corrected,
        "2025-03-10".parse().ok(),
        "hanya sekali",
    );
    assert_eq!(
        said(&checked.expect("a check")),
        "Member check temuan “Supervisi dilaporkan rutin” dengan G1: Dikoreksi"
    );
    project.set_verdict(RowKey::Finding(first), Axis::Group, Verdict::Silence, None).expect("a verdict");
    let before = dump(&desk.path());
    let landed = project.delete_finding(first).expect("removed");
    assert_eq!(
        said(&landed),
        "Menghapus temuan “Supervisi dilaporkan rutin” beserta 1 bukti, 1 member check, 1 hasil triangulasi"
    );
    assert!(project.study().member_checks.is_empty() && project.study().verdicts.is_empty());
    comes_back(&desk, &mut project, &before);
}

#[test]
fn a_passage_without_a_code_can_be_evidence_and_goes_when_nothing_uses_it() {
    let (desk, mut project) = study();
    let source = project.study().sources[1].id;
    let range = project.text(source).expect("a text").find_all("tidak dibahas").next().expect("words");
    let finding =
        project.add_finding(code_of(&project, "SUP.3"), "Tidak ditindaklanjuti", &[]).expect("a finding").value;
    let before = dump(&desk.path());
    project.link_passage(finding, (source, range), Some(Direction::Supports)).expect("linked");
    assert_eq!(project.study().segments.len(), 4);
    comes_back(&desk, &mut project, &before);
    let made = segment(&project, "tidak dibahas");
    project.unlink_evidence(finding, &[made]).expect("unlinked");
    assert_eq!(project.study().segments.len(), 3);
    assert_eq!(project.study().codings.len(), 3);
}

#[test]
fn a_verdict_that_accepts_the_suggestion_differs_from_one_that_overrules_it() {
    let (desk, mut project) = study();
    let row = row(&project, "SUP");
    let before = dump(&desk.path());
    let landed = project.set_verdict(row, Axis::Group, Verdict::Dissonance, None).expect("a verdict");
    assert_eq!(said(&landed), "Hasil triangulasi sumber SUP: Bertentangan (menerima saran)");
    assert_eq!(
        english(&landed.step.expect("a step").sentence),
        "Verdict of SUP by group: Dissonance (accepted the suggestion)"
    );
    comes_back(&desk, &mut project, &before);
    let study = project.study();
    let verdict = study.verdict_of(row, Axis::Group).expect("a verdict");
    assert_eq!((verdict.suggested, verdict.coder.as_str()), (Some(Verdict::Dissonance), "Ana"));
    assert_eq!(verdict.basis.len(), 16);
    assert!(study.verdict_of(row, Axis::Technique).is_none());
    assert_eq!(project.set_verdict(row, Axis::Group, Verdict::Dissonance, None).expect("the same").step, None);
    let silent = Some(vec!["student".to_owned(), "student".to_owned(), " ".to_owned()]);
    let landed = project.set_verdict(row, Axis::Group, Verdict::Partial, silent).expect("a verdict");
    assert_eq!(said(&landed), "Hasil triangulasi sumber SUP: Sesuai sebagian (saran: Bertentangan)");
    project.set_conclusion(row, Axis::Group, "Belum sesuai rencana.\n").expect("a conclusion");
    let study = project.study();
    let verdict = study.verdict_of(row, Axis::Group).expect("a verdict");
    assert_eq!(
        (verdict.silent.as_slice(), verdict.conclusion.as_str()),
        (["student".to_owned()].as_slice(), "Belum sesuai rencana.")
    );
    let landed = project.set_verdict(row, Axis::Group, Verdict::Unrated, None).expect("taken back");
    assert_eq!(said(&landed), "Menarik kembali hasil triangulasi sumber SUP");
    let study = project.study();
    let verdict = study.verdict_of(row, Axis::Group).expect("the conclusion stays");
    assert_eq!((verdict.value, verdict.silent.len(), verdict.basis.as_str()), (Verdict::Unrated, 0, ""));
    let landed = project.set_conclusion(row, Axis::Group, " ").expect("removed");
    assert_eq!(said(&landed), "Menghapus simpulan triangulasi sumber SUP");
    assert!(project.study().verdicts.is_empty());
    let long = "Kalimat simpulan. ".repeat(4_000);
    project.set_conclusion(row, Axis::Technique, &long).expect("twenty pages");
    assert_eq!(project.study().verdicts[0].conclusion, long.trim());
}

/// Whether the verdict of the supervisor role by group has to be looked at again.
fn looks_again(project: &Project) -> bool {
    let study = project.study();
    let comparison = crate::analysis::compare(&study, crate::analysis::RowsKind::Roles, Axis::Group);
    let row = comparison.rows.iter().find(|row| row.code == "SUP").expect("a row");
    assert_eq!(row.verdict, Verdict::Dissonance);
    row.look_again
}

#[test]
fn any_change_of_the_evidence_asks_for_another_look_and_taking_it_back_does_not() {
    let (_desk, mut project) = study();
    let row = row(&project, "SUP");
    project.set_verdict(row, Axis::Group, Verdict::Dissonance, None).expect("a verdict");
    assert!(!looks_again(&project));
    type Change = fn(&mut Project);
    let changes: [(&str, Change); 6] = [
        ("a coding", |project| {
            let source = project.study().sources[1].id;
            let new = at_words(project, source, "tidak dibahas", "SUP.3");
            project.code(&[new]).expect("a coding");
        }),
        ("a direction", |project| {
            let coding = project.study().codings[0].coding.id;
            project.set_direction(&[coding], Some(Direction::Partly)).expect("a direction");
        }),
        ("a boundary", |project| {
            let coding = project.study().codings[0].coding.id;
            let range = project.study().segments[0].segment.range;
            let range = CharRange::new(range.start.get(), range.end.get() + 4);
            project.move_coding(coding, range).expect("moved");
        }),
        ("another group", |project| put_into(project, "G1", 2)),
        ("no group", |project| {
            let id = group(project, 1);
            project.delete_group(id).expect("removed");
        }),
        ("another role", |project| {
            let to = MoveTo { parent: Some(code_of(project, "EDU")), codebook: None, place: None };
            project.move_codes(&[code_of(project, "SUP.2")], to).expect("moved");
        }),
    ];
    for (what, change) in changes {
        change(&mut project);
        assert!(looks_again(&project), "{what}");
        project.undo().expect("undone");
        assert!(!looks_again(&project), "{what} taken back");
    }
    let source = project.study().sources[1].id;
    let new = at_words(&mut project, source, "tidak dibahas", "EDU.1");
    project.code(&[new]).expect("a coding of another role");
    assert!(!looks_again(&project));
}

#[test]
fn cells_keep_summaries_and_reasons_crossed_or_not() {
    let (desk, mut project) = study();
    let students = ColumnKey::Group(group(&project, 2));
    let cell = CellKey::new(row(&project, "SUP"), students);
    let before = dump(&desk.path());
    let landed = project.set_summary(&cell, "Siswa tidak melihat supervisi.").expect("a summary");
    assert_eq!(said(&landed), "Menulis ringkasan SUP (Siswa)");
    comes_back(&desk, &mut project, &before);
    let source = project.study().sources[2].id;
    let range = project.text(source).expect("a text").find_all("Saya kurang tahu").next().expect("words");
    let before = dump(&desk.path());
    let landed = project.set_empty_reason_quoting(&cell, EmptyReason::DontKnow, (source, range)).expect("a reason");
    assert_eq!(said(&landed), "Sel kosong SUP (Siswa): Menyatakan tidak tahu");
    comes_back(&desk, &mut project, &before);
    let study = project.study();
    let comparison = crate::analysis::compare(&study, crate::analysis::RowsKind::Roles, Axis::Group);
    let sup = comparison.rows.iter().find(|row| row.code == "SUP").expect("a row");
    assert_eq!(sup.cells[2].empty_reason, Some(EmptyReason::DontKnow));
    assert_eq!(sup.cells[2].summary, "Siswa tidak melihat supervisi.");
    let shown = sup.cells[2].empty_segment.expect("its words");
    assert_eq!(&*study.segment(shown).expect("a segment").segment.quote, "Saya kurang tahu");
    let words = segment(&project, "Saya kurang tahu");
    project.set_empty_reason(&cell, None, None).expect("computed again");
    assert!(project.study().segment(words).is_none(), "nothing uses the words any more");
    // The crossed cell is another one than either of its columns, and the same both ways round.
    let interview = ColumnKey::Technique(Technique::Interview);
    let crossed = CellKey { within: Some(interview), ..cell };
    let landed = project.set_summary(&crossed, "Silang").expect("a summary");
    assert_eq!(said(&landed), "Menulis ringkasan SUP (Siswa, Wawancara)");
    let turned = CellKey { column: interview, within: Some(students), ..cell };
    assert_eq!(project.study().note_of(&turned).map(|note| note.summary.clone()), Some("Silang".to_owned()));
    project.set_summary(&turned, "Sama").expect("the same cell");
    assert_eq!(project.study().cell_notes.len(), 2);
    let finding = project.add_finding(code_of(&project, "SUP"), "Klaim", &[]).expect("a finding").value;
    let of_finding = CellKey::new(RowKey::Finding(finding), ColumnKey::Date("2025-02-12".parse().expect("a date")));
    project.set_summary(&of_finding, "Pada hari itu").expect("a summary");
    assert_study_is_true(&project);
    // Removing the group takes what is written in its column, says so, and undoing brings it back.
    let before = dump(&desk.path());
    let landed = project.delete_group(group(&project, 2)).expect("removed");
    assert_eq!(
        said(&landed),
        "Menghapus kelompok Siswa; 1 informan tanpa kelompok; 2 ringkasan dan alasan sel kosong ikut terhapus"
    );
    assert_eq!(project.study().cell_notes.len(), 1);
    comes_back(&desk, &mut project, &before);
}

#[test]
fn a_source_and_an_informant_take_their_judgements_along_and_say_so() {
    let (desk, mut project) = study();
    let (code, row) = (code_of(&project, "SUP"), row(&project, "SUP"));
    let (ks, g1) = (segment(&project, "Setiap guru"), segment(&project, "belum pernah"));
    let finding = project.add_finding(code, "Supervisi jarang", &[(ks, None), (g1, None)]).expect("a finding").value;
    project.set_evaluation(code, EvaluationValue::Adequate, "Jarang", &[ks, g1]).expect("an evaluation");
    let (source, teacher) = (project.study().sources[1].id, informant(&project, "G1"));
    for column in [ColumnKey::Source(source), ColumnKey::Informant(teacher)] {
        project.set_summary(&CellKey::new(row, column), "Belum pernah").expect("a summary");
    }
    project.set_member_check(finding, teacher, MemberCheckState::Sent, None, "").expect("a check");
    let before = dump(&desk.path());
    let landed = project.delete_informant(teacher).expect("deleted");
    assert_eq!(
        said(&landed),
        "Menghapus informan G1; 2 giliran bicara tidak bertuan lagi; \
         1 ringkasan dan alasan sel kosong ikut terhapus; 1 member check ikut terhapus"
    );
    comes_back(&desk, &mut project, &before);
    project.undo().expect("undone");
    let landed = project.delete_sources(&[source]).expect("deleted");
    assert_eq!(
        said(&landed),
        "Menghapus W.G1 beserta 1 segmen, 1 koding; 2 kutipan temuan dan evaluasi ikut terhapus; \
         1 ringkasan dan alasan sel kosong ikut terhapus"
    );
    comes_back(&desk, &mut project, &before);
}

#[test]
fn an_evaluation_needs_a_reason_and_a_quotation() {
    let (desk, mut project) = study();
    let code = code_of(&project, "SUP");
    let (a, b) = (segment(&project, "Setiap guru"), segment(&project, "belum pernah"));
    let value = EvaluationValue::NotYetOptimal;
    assert_eq!(refused(project.set_evaluation(code, value, " \n", &[a])), Misjudged::NoReason);
    assert_eq!(refused(project.set_evaluation(code, value, "Jarang", &[])), Misjudged::NoQuotation);
    let before = dump(&desk.path());
    let landed = project.set_evaluation(code, value, "Jarang", &[b, a, b]).expect("an evaluation");
    assert_eq!(said(&landed), "Evaluasi SUP: Belum optimal, dengan 2 kutipan");
    comes_back(&desk, &mut project, &before);
    assert_eq!(project.study().evaluation_of(code).expect("one").segments, [a, b], "in the order of reading");
    assert_eq!(project.set_evaluation(code, value, "Jarang", &[a, b]).expect("the same").step, None);
    project.set_evaluation(code, EvaluationValue::Adequate, "Jarang", &[a]).expect("another one");
    assert_eq!(project.study().evaluations.len(), 1);
    let landed = project.remove_evaluation(code).expect("removed");
    assert_eq!(said(&landed), "Menghapus evaluasi SUP");
    assert_eq!(refused(project.remove_evaluation(code)), Misjudged::NoEvaluation);
}

#[test]
fn what_cannot_be_judged_is_refused_and_changes_nothing() {
    let (desk, mut project) = study();
    let (code, row) = (code_of(&project, "SUP"), row(&project, "SUP"));
    let before = dump(&desk.path());
    let gone = FindingId::from_uuid(uuid::Uuid::nil());
    let attribute = Axis::Attribute(crate::domain::AttributeId::from_uuid(uuid::Uuid::nil()));
    assert_eq!(refused(project.add_finding(code, " ", &[])), Misjudged::NoClaim);
    assert_eq!(refused(project.delete_finding(gone)), Misjudged::NoFinding);
    assert_eq!(refused(project.link_evidence(gone, &[])), Misjudged::NoFinding);
    assert_eq!(
        refused(project.set_verdict(RowKey::Finding(gone), Axis::Group, Verdict::Partial, None)),
        Misjudged::NoFinding
    );
    assert_eq!(refused(project.set_verdict(row, attribute, Verdict::Partial, None)), Misjudged::AttributeAxis);
    assert_eq!(refused(project.set_conclusion(row, attribute, "x")), Misjudged::AttributeAxis);
    for column in [ColumnKey::Rest, ColumnKey::Value] {
        assert_eq!(refused(project.set_summary(&CellKey::new(row, column), "x")), Misjudged::NoLastingColumn);
    }
    let nobody = CellKey::new(row, ColumnKey::Group(GroupId::from_uuid(uuid::Uuid::nil())));
    assert_eq!(refused(project.set_summary(&nobody, "x")), Misjudged::ColumnGone);
    let students = CellKey::new(row, ColumnKey::Group(group(&project, 2)));
    assert_eq!(refused(project.set_empty_reason(&students, Some(EmptyReason::NotCoded), None)), Misjudged::Computed);
    let nothing = SegmentId::from_uuid(uuid::Uuid::nil());
    let done = project.set_evaluation(code, EvaluationValue::Optimal, "x", &[nothing]);
    assert!(matches!(done, Err(Error::NoSegment)), "{done:?}");
    let done = project.add_finding(CodeId::from_uuid(uuid::Uuid::nil()), "x", &[]);
    assert!(matches!(done, Err(Error::NoCode)), "{done:?}");
    assert_eq!(dump(&desk.path()), before);
    for misjudged in [
        Misjudged::NoFinding,
        Misjudged::NoClaim,
        Misjudged::OtherCode,
        Misjudged::AttributeAxis,
        Misjudged::NoLastingColumn,
        Misjudged::ColumnGone,
        Misjudged::Computed,
        Misjudged::NoReason,
        Misjudged::NoQuotation,
        Misjudged::NoEvaluation,
    ] {
        let message = crate::domain::Say::message(&misjudged);
        assert_ne!(indonesian(&message), message.key);
        assert_ne!(english(&message), message.key);
    }
}

#[test]
fn nothing_shows_words_of_somebody_who_has_withdrawn_and_all_of_it_comes_back() {
    let (_desk, mut project) = study();
    let code = code_of(&project, "SUP");
    let (a, b) = (segment(&project, "Setiap guru"), segment(&project, "belum pernah"));
    let teacher = informant(&project, "G1");
    let finding = project.add_finding(code, "Klaim", &[(a, None), (b, None)]).expect("a finding").value;
    project.set_evaluation(code, EvaluationValue::Optimal, "Alasan", &[a, b]).expect("an evaluation");
    project.set_member_check(finding, teacher, MemberCheckState::Sent, None, "").expect("a check");
    let own = CellKey::new(RowKey::Code(code), ColumnKey::Informant(teacher));
    project.set_summary(&own, "G1 menyangkal").expect("a summary");
    let cell = CellKey::new(RowKey::Code(code), ColumnKey::Group(group(&project, 2)));
    project.set_empty_reason(&cell, Some(EmptyReason::DontKnow), Some(b)).expect("a reason");
    let before = project.study();
    project.withdraw(teacher).expect("withdrawn");
    let study = project.study();
    assert_eq!(study.evidence_of(finding).map(|one| one.segment).collect::<Vec<_>>(), [a]);
    assert_eq!(study.locked.evidence.len(), 1);
    assert_eq!(study.evaluation_of(code).expect("it stays").segments, [a]);
    assert!(study.member_checks.is_empty());
    assert!(study.note_of(&own).is_none());
    assert_eq!(study.note_of(&cell).expect("it stays").segment, None);
    // Writing meanwhile loses nothing of what is locked.
    project.set_summary(&cell, "Ringkas").expect("a summary");
    project.set_evaluation(code, EvaluationValue::Adequate, "Alasan", &[a]).expect("an evaluation");
    let locked = project.link_evidence(finding, &[(b, None)]);
    assert!(matches!(locked, Err(Error::Locked { .. })), "{locked:?}");
    project.restore_consent(teacher).expect("open again");
    let study = project.study();
    assert_eq!(study.evidence, before.evidence);
    assert_eq!(study.evaluation_of(code).expect("it stays").segments, [a, b]);
    assert_eq!(study.member_checks, before.member_checks);
    assert_eq!(study.note_of(&cell).expect("it stays").segment, Some(b));
    assert_study_is_true(&project);
}
