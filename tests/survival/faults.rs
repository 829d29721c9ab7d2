//! The whole of a little work, with a disk that fails at the first call, at the second, and so on until the work runs
//! through untouched.

use super::study::{self, Act, Shape, WORK};
use super::vfs::{Call, Fault, Left, Plan, Watched};
use emaslim::project::Project;
use std::collections::BTreeMap;
use std::path::Path;

/// What happened in one run.
struct Ran {
    /// Acts acknowledged.
    done: usize,
    /// Acts refused.
    refused: usize,
    closed: bool,
}

/// Opens; where that fails only once, again.
fn open(path: &Path, is_lasting: bool, about: &str) -> Option<Project> {
    for _ in 0..2 {
        match study::open(path) {
            Ok(project) if !project.is_read_only() => return Some(project),
            Ok(project) => drop(project),
            Err(error) => study::speaks(&error, about),
        }
        if is_lasting {
            return None;
        }
    }
    panic!("{about}: one fault keeps the project shut");
}

fn work(path: &Path, shapes: &[Shape], is_lasting: bool, about: &str) -> Ran {
    let mut ran = Ran { done: 0, refused: 0, closed: false };
    let Some(mut project) = open(path, is_lasting, about) else { return ran };
    'work: for act in WORK {
        for attempt in 0.. {
            match study::act(&mut project, *act) {
                Ok(()) => break,
                Err(error) => {
                    study::speaks(&error, &format!("{about}, {act:?}"));
                    ran.refused += 1;
                    if is_lasting {
                        break 'work;
                    }
                    assert!(attempt == 0, "{about}: one fault refuses {act:?} twice: {error}");
                }
            }
        }
        ran.done += 1;
        if !is_lasting {
            // What could not be read back when it landed is read by the next look.
            project.refresh().or_else(|_| project.refresh()).unwrap_or_else(|error| panic!("{about}: {error}"));
            let seen = study::shape(&mut project);
            assert_eq!(seen, shapes[ran.done], "{about}: after {act:?} memory and promise differ");
        }
    }
    match project.close() {
        Ok(()) => ran.closed = true,
        Err(error) => study::speaks(&error, about),
    }
    ran
}

/// What the work leaves behind after each act.
fn shapes(folder: &Path, blank: &Path) -> Vec<Shape> {
    let path = folder.join("contoh.emaslim");
    std::fs::copy(blank, &path).expect("a copy");
    let mut project = study::open(&path).expect("open");
    let mut shapes = vec![study::shape(&mut project)];
    for act in WORK {
        study::act(&mut project, *act).expect("done");
        shapes.push(study::shape(&mut project));
    }
    shapes
}

/// Whether every way of failing is tried at every call; else the less likely ways at every second or fourth.
fn is_thorough() -> bool {
    std::env::var_os("EMASLIM_FAULTS").is_some_and(|asked| asked == "all")
}

/// Runs the work with each call failing that is `step` behind the one before, once for each of `lefts`, or for one of them in
/// turn; how many calls failed, by what they were.
fn run(fault: Fault, is_lasting: bool, lefts: &[Left], step: usize) -> BTreeMap<Call, u64> {
    let desk = study::folder();
    let blank = study::blank(desk.path());
    let shapes = shapes(desk.path(), &blank);
    let mut points = BTreeMap::new();
    let step = if is_thorough() { 1 } else { step };
    for at in (1_u64..).step_by(step) {
        let mut is_through = false;
        let turn = usize::try_from(at).expect("few") / step % lefts.len();
        for left in if is_thorough() { lefts } else { &lefts[turn..=turn] } {
            let folder = study::folder();
            let mut watched = Watched::new(folder.path());
            let path = folder.path().join("tesis.emaslim");
            std::fs::copy(&blank, &path).expect("a copy");
            watched.arm(Some(Plan { fault, at, is_lasting }));
            let about = format!("{fault:?} at {at}, lasting {is_lasting}, left {left:?}");
            let is_fatal = is_lasting || fault == Fault::Power;
            let ran = work(&path, &shapes, is_fatal, &about);
            let hit = watched.disarm();
            if fault == Fault::Power {
                watched.lose_power(*left, &path);
            }
            let about = format!("{about}: {hit:?}, {} acts done", ran.done);
            let mut project = study::sound(&path, &about);
            let seen = study::shape(&mut project);
            let is_kept = seen == shapes[ran.done];
            let has_one_more = ran.refused > 0 && ran.done < WORK.len() && is_next(&seen, &shapes, ran.done);
            assert!(is_kept || (is_fatal && has_one_more), "{about}: {seen:?}\ninstead of {:?}", shapes[ran.done]);
            study::act(&mut project, Act::Import(9)).unwrap_or_else(|error| panic!("{about}: {error}"));
            project.close().unwrap_or_else(|error| panic!("{about}: {error}"));
            assert_eq!(study::names(folder.path()), ["tesis.emaslim"], "{about}");
            match hit {
                Some(call) => *points.entry(call).or_default() += 1,
                None => {
                    assert!(ran.closed && ran.done == WORK.len(), "{about}: nothing failed and it did not go through");
                    is_through = true;
                }
            }
        }
        if is_through {
            break;
        }
    }
    let all: u64 = points.values().sum();
    eprintln!("{fault:?}, lasting {is_lasting}: {all} points {points:?}");
    assert!(all > 20, "only {all} calls were counted");
    points
}

/// The act in hand landed whole.
fn is_next(seen: &Shape, shapes: &[Shape], done: usize) -> bool {
    *seen == shapes[done + 1]
}

#[test]
fn one_failing_call_refuses_one_act_and_loses_nothing() {
    run(Fault::Io, false, &[Left::All], 1);
    run(Fault::Full, false, &[Left::All], 4);
}

#[test]
fn one_failing_read_loses_nothing() {
    run(Fault::Read, false, &[Left::All], 4);
}

#[test]
fn a_disk_that_fails_for_good_loses_at_most_the_act_in_hand() {
    run(Fault::Io, true, &[Left::All], 4);
    run(Fault::Full, true, &[Left::All], 4);
}

#[test]
fn power_that_goes_off_loses_at_most_the_act_in_hand() {
    let points = run(Fault::Power, true, &[Left::Nothing, Left::All, Left::Some(1), Left::Some(2)], 2);
    assert!(points.contains_key(&Call::Sync) && points.contains_key(&Call::Write), "{points:?}");
}

#[test]
fn a_creation_that_fails_leaves_a_whole_project_or_none() {
    for (fault, is_lasting) in [(Fault::Io, false), (Fault::Io, true), (Fault::Full, true), (Fault::Power, true)] {
        let mut points = 0;
        let step = if is_thorough() || (fault, is_lasting) == (Fault::Io, false) { 1 } else { 4 };
        for at in (1_u64..).step_by(step) {
            let folder = study::folder();
            let mut watched = Watched::new(folder.path());
            let path = folder.path().join("tesis.emaslim");
            watched.arm(Some(Plan { fault, at, is_lasting }));
            let made = study::create(&path).map(drop);
            let hit = watched.disarm();
            let about = format!("creation, {fault:?} at {at}, lasting {is_lasting}: {hit:?}");
            if fault == Fault::Power {
                watched.lose_power(Left::Nothing, &path);
            }
            match &made {
                Err(error) => {
                    study::speaks(error, &about);
                    if fault != Fault::Power {
                        assert_eq!(study::names(folder.path()), [""; 0], "{about}");
                    }
                }
                Ok(()) => assert!(path.exists(), "{about}: acknowledged and not there"),
            }
            if path.exists() {
                let project = study::sound(&path, &about);
                assert_eq!(project.study().project.revision, 1, "{about}");
                assert!(!project.study().codes.is_empty(), "{about}");
            } else {
                study::create(&path).unwrap_or_else(|error| panic!("{about}: a second try: {error}"));
            }
            if hit.is_none() {
                break;
            }
            points += 1;
        }
        eprintln!("creation, {fault:?}, lasting {is_lasting}: {points} points");
        assert!(points > 10, "only {points} calls were counted");
    }
}
