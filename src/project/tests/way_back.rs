//! Going back to a point of the history, and what a coding has been through.

use super::*;
use crate::domain::{CodingId, MemoHost, StepId};
use crate::project::{Error, Step};

const WORDS: &str = "KS: satu dua tiga empat lima enam.\nKS: tujuh delapan sembilan.\n";

fn page(project: &mut Project, words: &str) -> StepId {
    project.write_memo(MemoHost::Journal, words).expect("a page").step.expect("a step").id
}

fn ids(steps: &[Step]) -> Vec<StepId> {
    steps.iter().map(|step| step.id).collect()
}

fn pages(project: &Project) -> Vec<String> {
    let mut pages: Vec<String> = project.study().memos.iter().map(|memo| memo.text.clone()).collect();
    pages.sort();
    pages
}

#[test]
fn everything_from_a_point_on_is_taken_back_and_can_be_brought_back() {
    let desk = Desk::new();
    let mut project = desk.create();
    let kept = page(&mut project, "a");
    let before = project.db.dump().expect("a dump");
    let point = page(&mut project, "b");
    let gone = page(&mut project, "c");
    project.undo().expect("undone");
    let last = page(&mut project, "d");
    let after = project.db.dump().expect("a dump");
    // What is undone already is not undone again.
    assert_eq!(ids(&project.undo_preview(point).expect("a list")), [last, point]);
    assert_eq!(ids(&project.undo_preview(gone).expect("a list")), [last]);
    let landed = project.undo_to(point).expect("back");
    assert_eq!(landed.value, 2);
    assert!(landed.changes.memos);
    assert_eq!(indonesian(&landed.step.expect("a step").sentence), "Mengurungkan: Menulis halaman jurnal");
    assert_eq!(project.db.dump().expect("a dump"), before);
    assert_study_is_true(&project);
    assert_eq!(project.undoable().map(|step| step.id), Some(kept));
    assert_eq!(project.undo_preview(point).expect("a list"), []);
    assert_eq!(project.undo_to(point).expect("nothing").step, None);
    project.redo().expect("redone");
    assert_eq!(pages(&project), ["a", "b"]);
    project.redo().expect("redone");
    assert_eq!(project.db.dump().expect("a dump"), after);
    assert!(project.redoable().is_none());
    assert_study_is_true(&project);
    assert_eq!(project.check().expect("a check").problems, []);
}

#[test]
fn a_step_that_undid_or_redid_another_is_a_point_too() {
    let desk = Desk::new();
    let mut project = desk.create();
    page(&mut project, "a");
    let b = page(&mut project, "b");
    let undoing = project.undo().expect("undone").step.expect("a step").id;
    let c = page(&mut project, "c");
    // What was undone there stays undone.
    assert_eq!(ids(&project.undo_preview(undoing).expect("a list")), [c]);
    project.undo_to(undoing).expect("back");
    assert_eq!(pages(&project), ["a"]);
    project.redo().expect("redone");
    assert_eq!(pages(&project), ["a", "c"]);
    project.undo().expect("undone");
    let d = page(&mut project, "d");
    project.undo().expect("undone");
    let redoing = project.redo().expect("redone").step.expect("a step").id;
    let e = page(&mut project, "e");
    assert_eq!(ids(&project.undo_preview(redoing).expect("a list")), [e, d]);
    project.undo_to(redoing).expect("back");
    assert_eq!(pages(&project), ["a"]);
    assert_eq!(project.undo_preview(b).expect("a list"), []);
    assert_study_is_true(&project);
}

#[test]
fn nothing_goes_back_over_a_barrier() {
    let desk = Desk::new();
    let mut project = desk.create();
    let made = project.history(1).expect("the history")[0].id;
    let point = page(&mut project, "a");
    let refused = project.undo_to(made).expect_err("refused");
    let said = indonesian(&crate::domain::Say::message(&refused));
    assert!(said.starts_with("Langkah “Membuat proyek tesis” tidak dapat diurungkan"), "{said}");
    assert!(matches!(project.undo_preview(made), Err(Error::NoWayBack { .. })));
    let source = import(&mut project, "W.G1", "G1: satu dua tiga empat lima enam.\n");
    assert!(project.study().source(source).is_some());
    let informant = project.study().informants[0].id;
    project.withdraw(informant).expect("withdrawn");
    project.purge(informant, "G1").expect("purged");
    let later = page(&mut project, "b");
    assert!(matches!(project.undo_to(point), Err(Error::NoWayBack { .. })));
    assert_eq!(pages(&project), ["a", "b"]);
    assert_eq!(project.undo_to(later).expect("back").value, 1);
    let nowhere = StepId::from_uuid(uuid::Uuid::nil());
    assert!(matches!(project.undo_to(nowhere), Err(Error::NoStep)));
}

#[test]
fn steps_of_another_window_are_not_taken_back_unseen() {
    let desk = Desk::new();
    let mut window = desk.create();
    let point = page(&mut window, "a");
    let mut command = desk.open();
    let other = page(&mut command, "b");
    drop(command);
    let refused = window.undo_to(point).expect_err("refused");
    assert!(matches!(refused, Error::OtherStep { is_redo: false, .. }), "{refused}");
    assert_eq!(pages(&window), ["a", "b"], "it is seen now");
    assert_eq!(ids(&window.undo_preview(point).expect("a list")), [other, point]);
    assert_eq!(window.undo_to(point).expect("back").value, 2);
    assert_eq!(pages(&window), Vec::<String>::new());
}

#[test]
fn a_coding_tells_what_it_has_been_through() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", WORDS);
    let range = |project: &mut Project, words: &str| {
        project.text(source).expect("a text").find_all(words).next().expect("the words")
    };
    // The place was coded before; that is another coding's story.
    let other = at_words(&mut project, source, "dua tiga", "EDU");
    let other = project.code(&[other]).expect("a coding").value[0];
    let segment = project.study().segments[0].segment.id;
    project.set_reduction(segment, "sebelumnya").expect("a reduction");
    let new = at_words(&mut project, source, "dua tiga", "SUP.3");
    let a = project.code(&[new]).expect("a coding").value[0];
    project.set_key(&[segment], true).expect("a mark");
    project.set_direction(&[other], None).expect("another coding");
    project.write_memo(MemoHost::Coding(a), "ragu").expect("a memo");
    let to = range(&mut project, "dua tiga empat");
    project.move_coding(a, to).expect("moved");
    project.set_reduction(segment, "lain").expect("where it lies no more");
    project.write_memo(MemoHost::Journal, "lain").expect("a page");
    project.set_reduction(project.study().coding(a).expect("there").coding.segment, "kini").expect("a reduction");
    project.write_memo(MemoHost::Coding(a), "").expect("no memo");
    project.undo().expect("undone");
    project.recode(a, code_of(&project, "SUP.2")).expect("recoded");
    let told = |project: &Project, coding: CodingId| -> Vec<String> {
        project.steps_of(coding).expect("its steps").iter().map(|step| indonesian(&step.sentence)).collect()
    };
    let all = [
        "Mengode W.KS baris 1 dengan SUP.3 (mendukung)",
        "Menandai W.KS baris 1 sebagai kutipan kunci",
        "Menulis catatan pada koding W.KS baris 1",
        "Batas SUP.3 di W.KS dipindah dalam baris 1",
        "Menulis reduksi W.KS baris 1",
        "Menghapus catatan pada koding W.KS baris 1",
        "Mengurungkan: Menghapus catatan pada koding W.KS baris 1",
        "Kode di W.KS baris 1 diganti: SUP.3 → SUP.2",
    ];
    assert_eq!(told(&project, a), all);
    project.uncode(&[a]).expect("uncoded");
    let gone = told(&project, a);
    assert_eq!((&gone[..8], gone[8].as_str()), (&all.map(str::to_owned)[..], "Melepas SUP.2 dari W.KS baris 1"));
    let nowhere = CodingId::from_uuid(uuid::Uuid::nil());
    assert!(matches!(project.steps_of(nowhere), Err(Error::NoCoding)));
}
