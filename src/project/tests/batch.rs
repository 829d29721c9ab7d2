//! Many imports in one transaction: each is still a step of its own, lands whole or not at all, and stays where
//! those before it stay.

use super::*;
use crate::import::Reading;
use crate::import::read_in_batches;
use crate::project::{Error, ImportOptions, Landed};
use crate::task::Watch;
use std::ops::ControlFlow;

fn batch(project: &mut Project, files: Vec<ParsedSource>) -> Vec<Result<Landed<SourceId>, Error>> {
    let files = files.into_iter().map(|parsed| (parsed, ImportOptions::default())).collect();
    project.import_sources(files).expect("a batch")
}

fn file(number: u32) -> ParsedSource {
    parsed(&format!("W.{number}"), &format!("KS: Kami bahas 🙏🏽 {number}.\nP: Lalu?\nG{number}: Ya.\n"))
}

fn names(project: &Project) -> Vec<String> {
    project.study().sources.iter().map(|source| source.name.clone()).collect()
}

#[test]
fn a_refused_file_leaves_nothing_and_the_others_stay() {
    let desk = Desk::new();
    let mut project = desk.create();
    // Its words, source and informants are written before its last turn turns out to be wrong.
    let mut wrong = file(2);
    wrong.turns[2].range = CharRange::new(30, 9000);
    let again = file(1);
    let landed = batch(&mut project, vec![file(1), wrong, again, file(3)]);
    assert!(matches!(landed[1], Err(Error::Turn { turn: 3, .. })));
    assert!(matches!(&landed[2], Err(Error::SameBytes { name, .. }) if name == "W.1"), "it came a moment ago");
    assert_eq!(names(&project), ["W.1", "W.3"]);
    let codes: Vec<String> = project.study().informants.iter().map(|informant| informant.code.clone()).collect();
    assert_eq!(codes, ["G1", "G3", "KS"]);
    let ids: Vec<SourceId> = landed.iter().flatten().map(|landed| landed.value).collect();
    assert_eq!(ids, project.study().sources.iter().map(|source| source.id).collect::<Vec<_>>());
    assert!(landed.iter().flatten().all(|landed| landed.changes.sources && landed.step.is_some()));
    assert_study_is_true(&project);
    assert_eq!(project.check().expect("a check").problems, vec![]);
    project.close().expect("closed");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    assert_study_is_true(&desk.open());
}

#[test]
fn every_file_is_a_step_that_is_taken_back_alone() {
    let desk = Desk::new();
    let mut project = desk.create();
    let mut dumps = vec![dump(&desk.path())];
    batch(&mut project, (1..=4).map(file).collect());
    let steps = project.history(9).expect("steps");
    let said: Vec<String> = steps.iter().rev().skip(1).map(|step| english(&step.sentence)).collect();
    assert_eq!(said.len(), 4);
    assert!(said.iter().zip(1..).all(|(said, number)| said.contains(&format!("W.{number}"))), "{said:?}");
    for left in (0..4).rev() {
        dumps.insert(1, dump(&desk.path()));
        project.undo().expect("undone");
        assert_eq!(names(&project), (1..=left).map(|number| format!("W.{number}")).collect::<Vec<_>>());
        assert_study_is_true(&project);
    }
    assert_eq!(dump(&desk.path()), dumps[0]);
    assert!(project.undoable().is_none());
    project.close().expect("closed");
    let mut project = desk.open();
    for after in &dumps[1..] {
        assert!(project.redo().expect("redone").value.is_some());
        assert_eq!(&dump(&desk.path()), after);
        assert_study_is_true(&project);
    }
    assert_eq!(project.study().turns.iter().map(|turns| turns.len()).sum::<usize>(), 12);
    assert_eq!(project.check().expect("a check").problems, vec![]);
}

#[test]
fn a_batch_of_which_nothing_lands_makes_no_step() {
    let desk = Desk::new();
    let mut project = desk.create();
    let before = dump(&desk.path());
    let landed = batch(&mut project, vec![parsed("kosong", " \n"), parsed("kosong juga", "")]);
    assert!(landed.iter().all(|landed| matches!(landed, Err(Error::NoText { .. }))));
    assert!(batch(&mut project, Vec::new()).is_empty());
    assert_eq!((dump(&desk.path()), project.history(9).expect("steps").len()), (before, 1));
    import(&mut project, "W.KS", TEXT);
    assert_study_is_true(&project);
}

#[test]
fn a_cancel_keeps_what_is_done() {
    let desk = Desk::new();
    let mut project = desk.create();
    let files = TempDir::new().expect("a folder");
    for number in 1..=150 {
        std::fs::write(files.path().join(format!("W.S{number}.txt")), format!("P: Apa?\nS{number}: Ya.\n"))
            .expect("written");
    }
    let watch = Watch::new();
    let mut landed = 0;
    let end = read_in_batches(&[files.path().to_owned()], &Reading::default(), &watch, |files| {
        let files = files.into_iter().map(|file| file.expect("read")).collect();
        landed += batch(&mut project, files).into_iter().filter(Result::is_ok).count();
        watch.cancel();
        ControlFlow::Continue(())
    });
    assert_eq!(end, ControlFlow::Break(()));
    assert!((1..150).contains(&landed), "{landed}");
    assert_eq!((project.study().sources.len(), landed + 1), (landed, project.history(999).expect("steps").len()));
    assert_study_is_true(&project);
    assert_eq!(project.check().expect("a check").problems, vec![]);
}

#[test]
fn killed_between_batches_or_within_one() {
    let desk = Desk::new();
    let mut project = desk.create();
    batch(&mut project, (1..=3).map(file).collect());
    let first = dump(&desk.path());
    // The files as a power cut leaves them: between two batches, and within the second.
    let copy = || {
        let after = Desk::new();
        for name in desk.files().iter().filter(|name| !name.ends_with("-shm")) {
            std::fs::copy(desk.folder.path().join(name), after.folder.path().join(name)).expect("a copy");
        }
        after
    };
    let between = copy();
    project.db.begin_batch().expect("a batch");
    project.db.begin_part().expect("a step");
    project.db.keep_text(&SourceText::new("belum selesai")).expect("a text");
    let within = copy();
    project.db.abandon_step();
    batch(&mut project, (4..=5).map(file).collect());
    assert_eq!(names(&project).len(), 5, "an abandoned batch is in nobody's way");
    for desk in [between, within] {
        let mut project = desk.open();
        assert_eq!(dump(&desk.path()), first);
        assert_eq!(project.check().expect("a check").problems, vec![]);
        batch(&mut project, vec![file(9)]);
        project.close().expect("closed");
        assert_eq!(desk.files(), ["tesis.emaslim"]);
    }
}
