//! A disk that is full at a random moment of a random operation: the operation is refused whole, nothing else is
//! touched, and with room again it goes through.

use super::*;
use crate::domain::MemoHost;
use crate::project::{Error, ImportOptions};
use crate::store;
use rand::rngs::StdRng;
use rand::{Rng as _, SeedableRng as _};

/// How often the disk is full.
const RUNS: usize = 100;

fn words(number: usize, length: usize) -> String {
    format!("KS: Setiap guru saya supervisi 👩‍🏫 {number}.\n{}", "G1: Kami bahas ḥasilnya.\n".repeat(length))
}

/// Does one of the operations, drawn by a number.
fn act(project: &mut Project, drawn: usize, number: usize) -> Result<(), Error> {
    let study = project.study();
    let coding = study.codings.last().map(|entry| entry.coding.id);
    let file = |number: usize| (parsed(&format!("W.{number}"), &words(number, 120)), ImportOptions::default());
    match (drawn, coding) {
        (0, _) => project.import_source(file(number).0, &ImportOptions::default()).map(drop),
        (1, _) => {
            let files = (0..4).map(|part| file(10_000 * (part + 1) + number)).collect();
            for landed in project.import_sources(files)? {
                landed?;
            }
            Ok(())
        }
        (2, Some(coding)) => project.write_memo(MemoHost::Coding(coding), &words(number, 900)).map(drop),
        (3, _) => project.undo().map(drop),
        (4, _) => project.redo().map(drop),
        _ => {
            // Undo may have taken all of them back.
            let Some(source) = study.sources.first().map(|source| source.id) else { return Ok(()) };
            let codings: Vec<NewCoding> = (0..40)
                .map(|part| NewCoding {
                    source,
                    range: CharRange::new(part, part + 9 + u32::try_from(number).expect("few")),
                    code: code_of(project, "SUP"),
                    direction: None,
                    coder: None,
                    memo: None,
                })
                .collect();
            project.code(&codings).map(drop)
        }
    }
}

#[test]
fn a_hundred_full_disks_lose_nothing() {
    let desk = Desk::new();
    let mut project = desk.create();
    import(&mut project, "W.KS", &words(0, 400));
    let mut rng = StdRng::seed_from_u64(100);
    let (mut full, mut number, mut tries) = (0, 0, 0);
    while full < RUNS {
        (number, tries) = (number + 1, tries + 1);
        assert!(tries < 40 * RUNS, "the disk was full only {full} times");
        if number % 97 == 0 {
            project.checkpoint().expect("folded in");
        }
        let (drawn, room) = (rng.random_range(0..6), rng.random_range(0..3));
        let before = (project.db.dump().expect("a dump"), project.history(9999).expect("steps"));
        project.db.limit_growth(Some(room));
        let done = act(&mut project, drawn, number);
        project.db.limit_growth(None);
        match done {
            Ok(()) => continue,
            Err(Error::Store(store::Error::DiskFull)) => full += 1,
            Err(error) => panic!("operation {drawn} with {room} pages: {error}"),
        }
        assert!(
            before == (project.db.dump().expect("a dump"), project.history(9999).expect("steps")),
            "operation {drawn} with {room} pages left something behind"
        );
        act(&mut project, drawn, number).expect("with room again");
        if full % 10 == 0 {
            assert_study_is_true(&project);
            assert_eq!(project.check().expect("a check").problems, vec![]);
            // Small enough to be quick.
            number = 0;
            project.close().expect("closed");
            std::fs::remove_file(desk.path()).expect("removed");
            project = desk.create();
            import(&mut project, "W.KS", &words(0, 400));
        }
    }
}
