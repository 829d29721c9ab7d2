//! Any bytes as a project file that somebody works in: asked every question, coded, taken back, brought back and
//! closed, or refused with a reason.
#![no_main]

use emaslim_fuzz::analysis::{Axis, Filter, RowsKind, compare, excerpts};
use emaslim_fuzz::domain::{CharRange, Direction, MemoHost, Say};
use emaslim_fuzz::project::{Access, Error, NewCoding, Project, Who};
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static FOLDER: LazyLock<tempfile::TempDir> = LazyLock::new(|| tempfile::tempdir().expect("a folder"));

fn ask(project: &Project) {
    let study = project.study();
    for by in Axis::ALL {
        for rows in [RowsKind::Roles, RowsKind::Codes] {
            let _ = compare(&study, rows, by);
        }
    }
    let _ = excerpts(&study, &Filter::default());
    assert!(study.codes.iter().all(|code| study.family_of(study.code_at(code.id).unwrap_or_default()) < u32::MAX));
}

fn work(project: &mut Project) -> Result<(), Error> {
    let study = project.study();
    let _ = project.history(50)?;
    for _ in 0..3 {
        project.undo()?;
    }
    project.redo()?;
    ask(project);
    if let (Some(source), Some(code)) = (study.sources.first(), study.codes.last()) {
        let (source, code, range) = (source.id, code.id, CharRange::new(2, 9));
        let direction = Some(Direction::Supports);
        let coding = NewCoding { source, range, code, direction, coder: None, memo: Some("m".to_owned()) };
        project.code(&[coding])?;
        project.write_memo(MemoHost::Source(source), "m")?;
    }
    let codings: Vec<_> = project.study().codings.iter().map(|entry| entry.coding.id).collect();
    project.set_direction(&codings, None)?;
    project.uncode(&codings)?;
    ask(project);
    project.checkpoint()?;
    project.check().map(|_| ())
}

fuzz_target!(|bytes: &[u8]| {
    let path = FOLDER.path().join("p.emaslim");
    std::fs::write(&path, bytes).expect("written");
    let who = Who { coder: "A".to_owned(), device: "B".to_owned() };
    match Project::open(&path, Access::TakeOver, who) {
        Ok(mut project) => {
            ask(&project);
            if let Err(error) = work(&mut project) {
                assert!(!error.message().key.is_empty());
            }
            let _ = project.close();
        }
        Err(error) => assert!(!error.message().key.is_empty()),
    }
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let _ = std::fs::remove_file(FOLDER.path().join(format!("p.emaslim{suffix}")));
    }
});
