//! Bad input is one sentence in both languages, and nothing has changed.

use super::*;
use crate::domain::{CodingId, MemoHost, Say};
use crate::project::{Error, ImportOptions};
use crate::store;
use uuid::Uuid;

/// That an error is said in full in both languages: no key, no value left open.
fn assert_said(error: &Error) {
    let message = error.message();
    for said in [indonesian(&message), english(&message)] {
        assert!(said.len() > 20 && said.contains(' ') && !said.contains('{'), "{said}");
    }
}

fn nothing_changes<T: std::fmt::Debug>(
    desk: &Desk,
    project: &mut Project,
    act: impl FnOnce(&mut Project) -> Result<T, Error>,
) -> Error {
    let before = (dump(&desk.path()), project.study().project.revision);
    let error = act(project).expect_err("an error");
    assert_eq!((dump(&desk.path()), project.study().project.revision), before);
    assert_study_is_true(project);
    assert_said(&error);
    error
}

#[test]
fn the_same_bytes_or_the_same_name_are_not_imported_again() {
    let desk = Desk::new();
    let mut project = desk.create();
    import(&mut project, "W.KS", TEXT);
    let error = nothing_changes(&desk, &mut project, |project| {
        project.import_source(parsed("W.lain", TEXT), &ImportOptions::default())
    });
    assert!(matches!(&error, Error::SameBytes { name, .. } if name == "W.KS"));
    assert!(english(&error.message()).contains("W.KS"));
    let error = nothing_changes(&desk, &mut project, |project| {
        project.import_source(parsed("W.KS", "KS: Lain.\n"), &ImportOptions::default())
    });
    assert!(matches!(error, Error::SameName { .. }));
    // Taken back, the same file can come again.
    project.undo().expect("undone");
    import(&mut project, "W.KS", TEXT);
    assert_eq!(project.check().expect("a check").problems, []);
}

#[test]
fn an_import_that_makes_no_sense_is_refused() {
    let desk = Desk::new();
    let mut project = desk.create();
    for text in ["", " \n\t\n"] {
        let error = nothing_changes(&desk, &mut project, |project| {
            project.import_source(parsed("kosong", text), &ImportOptions::default())
        });
        assert!(matches!(error, Error::NoText { .. }));
    }
    let options = ImportOptions { group: Some("guru besar".to_owned()), ..ImportOptions::default() };
    let error = nothing_changes(&desk, &mut project, |project| project.import_source(parsed("W.KS", TEXT), &options));
    assert!(english(&error.message()).contains("principal, teacher, student"));
    for wrong in [
        ParsedTurn { range: CharRange::new(70, 9000), ..parsed("x", TEXT).turns[0].clone() },
        ParsedTurn { words: CharRange::new(0, 3), ..parsed("x", TEXT).turns[0].clone() },
        ParsedTurn { speaker: Some(7), ..parsed("x", TEXT).turns[0].clone() },
    ] {
        let mut source = parsed("W.KS", TEXT);
        source.turns = vec![wrong];
        let error =
            nothing_changes(&desk, &mut project, |project| project.import_source(source, &ImportOptions::default()));
        assert!(matches!(error, Error::Turn { turn: 1, .. }), "{error}");
    }
    let mut overlapping = parsed("W.KS", TEXT);
    overlapping.turns.swap(0, 1);
    nothing_changes(&desk, &mut project, |project| project.import_source(overlapping, &ImportOptions::default()));
}

#[test]
fn a_coding_needs_words_and_a_code() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let good = at_words(&mut project, source, "Kami bahas", "SUP.3");
    let length = project.text(source).expect("a text").len();
    let gone = Uuid::from_u128(7);
    let cases = [
        NewCoding { range: CharRange::new(5, 5), ..good.clone() },
        NewCoding { range: CharRange::new(length - 1, length + 1), ..good.clone() },
        NewCoding { range: CharRange::new(u32::MAX - 1, u32::MAX), ..good.clone() },
        NewCoding { source: SourceId::from_uuid(gone), ..good.clone() },
        NewCoding { code: CodeId::from_uuid(gone), ..good.clone() },
    ];
    for bad in cases {
        // All or nothing: a good one beside it does not land either.
        let error = nothing_changes(&desk, &mut project, |project| project.code(&[good.clone(), bad.clone()]));
        match error {
            Error::EmptyRange { .. } => assert!(bad.range.is_empty()),
            Error::BeyondText { length: said, .. } => assert_eq!(said, length),
            Error::NoSource => assert_eq!(bad.source, SourceId::from_uuid(gone)),
            Error::NoCode => assert_eq!(bad.code, CodeId::from_uuid(gone)),
            other => panic!("{other}"),
        }
    }
    project.set_who(Who { coder: " ".to_owned(), device: "laptop".to_owned() });
    nothing_changes(&desk, &mut project, |project| project.code(&[good]));
}

#[test]
fn what_is_gone_is_said_to_be_gone() {
    let desk = Desk::new();
    let mut project = desk.create();
    let coding = CodingId::from_uuid(Uuid::from_u128(7));
    nothing_changes(&desk, &mut project, |project| project.set_direction(&[coding], None));
    nothing_changes(&desk, &mut project, |project| project.uncode(&[coding]));
    nothing_changes(&desk, &mut project, |project| project.write_memo(MemoHost::Coding(coding), "x"));
    nothing_changes(&desk, &mut project, |project| project.text(SourceId::from_uuid(Uuid::from_u128(7))));
    assert_eq!(project.undo().expect("nothing").step, None);
    assert_eq!(project.redo().expect("nothing").step, None);
    assert_eq!(project.code(&[]).expect("nothing").step, None);
}

#[test]
fn a_project_is_not_made_over_a_file_nor_of_a_bad_codebook() {
    let desk = Desk::new();
    std::fs::write(desk.path(), "penting").expect("a file");
    let new = NewProject { title: String::new(), language: Language::English, codebook: CodebookChoice::Empty };
    let error = Project::create(&desk.path(), &new, who()).err().expect("an error");
    assert!(matches!(error, Error::Store(store::Error::Exists(_))));
    assert_said(&error);
    assert_eq!(std::fs::read_to_string(desk.path()).expect("the file"), "penting");
    let other = desk.path().with_file_name("lain.emaslim");
    let bad = NewProject { codebook: CodebookChoice::Json(b"{}"), ..new.clone() };
    let error = Project::create(&other, &bad, who()).err().expect("an error");
    assert!(matches!(error, Error::Codebook(_)) && error.detail().is_some());
    assert_said(&error);
    let nowhere = desk.path().with_file_name("tidak-ada").join("x.emaslim");
    assert_said(&Project::create(&nowhere, &new, who()).err().expect("an error"));
    assert_eq!(desk.files(), ["tesis.emaslim"], "nothing half-made is left");
    let empty = Project::create(&other, &new, who()).expect("a project");
    assert!(empty.study().codes.is_empty());
    assert_eq!(empty.study().groups[1].name, "Teachers");
}

#[test]
fn what_is_no_project_is_left_as_it_is() {
    let desk = Desk::new();
    let open = |path: &Path| Project::open(path, Access::ReadWrite, who()).err().expect("an error");
    assert!(matches!(open(&desk.path()), Error::Store(store::Error::Missing(_))));
    assert!(matches!(open(desk.folder.path()), Error::Store(store::Error::Folder(_))));
    let contents: [(&[u8], &str); 4] = [
        (b"", "error-empty"),
        (b"TRANSKRIP", "error-not-a-project"),
        (&[0; 4096], "error-damaged-file"),
        (b"SQLite format 3\0 and no more", "error-truncated"),
    ];
    for (content, key) in contents {
        std::fs::write(desk.path(), content).expect("a file");
        let error = open(&desk.path());
        assert_eq!(error.message().key, key, "{error}");
        assert_said(&error);
        assert_eq!(std::fs::read(desk.path()).expect("the file"), content);
        assert_eq!(desk.files(), ["tesis.emaslim"]);
    }
    // Cut off and scrambled: an error, whatever it is, never a crash.
    std::fs::remove_file(desk.path()).expect("removed");
    let mut project = desk.create();
    import(&mut project, "W.KS", TEXT);
    project.close().expect("closed");
    let whole = std::fs::read(desk.path()).expect("the file");
    for length in [120, 4096, 20_000, whole.len() / 2, whole.len() - 4096] {
        std::fs::write(desk.path(), &whole[..length]).expect("a file");
        if let Err(error) = Project::open(&desk.path(), Access::ReadWrite, who()) {
            assert_said(&error);
        }
    }
    for start in (4096..whole.len()).step_by(whole.len() / 23) {
        let mut scrambled = whole.clone();
        for byte in scrambled.iter_mut().skip(start).take(300) {
            *byte = byte.wrapping_mul(31).wrapping_add(7);
        }
        std::fs::write(desk.path(), &scrambled).expect("a file");
        match Project::open(&desk.path(), Access::ReadWrite, who()) {
            Ok(mut project) => match project.check() {
                Ok(check) => check.problems.iter().for_each(|problem| assert!(!indonesian(problem).is_empty())),
                Err(error) => assert_said(&error),
            },
            Err(error) => assert_said(&error),
        }
    }
}

#[test]
fn a_project_opened_for_reading_refuses_every_change() {
    let desk = Desk::new();
    let mut project = desk.create();
    import(&mut project, "W.KS", TEXT);
    project.close().expect("closed");
    let bytes = std::fs::read(desk.path()).expect("the file");
    let mut reader = Project::open(&desk.path(), Access::ReadOnly, who()).expect("a reader");
    assert!(reader.is_read_only());
    let source = reader.study().sources[0].id;
    let new = at_words(&mut reader, source, "Kami bahas", "SUP.3");
    let error = nothing_changes(&desk, &mut reader, |project| project.code(&[new]));
    assert!(matches!(error, Error::Store(store::Error::ReadOnly)));
    nothing_changes(&desk, &mut reader, Project::undo);
    assert_eq!(reader.check().expect("a check").problems, []);
    reader.close().expect("closed");
    assert_eq!(std::fs::read(desk.path()).expect("the file"), bytes);
    assert_eq!(desk.files(), ["tesis.emaslim"]);
}
