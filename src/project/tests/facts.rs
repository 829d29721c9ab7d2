//! The identity of a project: one step, undone whole, refused whole.

use super::*;
use crate::domain::citation::PatternError;
use crate::project::{Error, ProjectFacts};

fn text(words: &str) -> Option<String> {
    Some(words.to_owned())
}

#[test]
fn the_identity_is_one_step_and_citations_follow() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", TEXT);
    let new = at_words(&mut project, source, "saya supervisi", "SUP.2");
    project.code(&[new]).expect("a coding");
    let before = dump(&desk.path());
    let facts = ProjectFacts {
        title: text("  Kepemimpinan\nkepala sekolah "),
        school: text("SMPN 31"),
        researcher: text("Rahma A."),
        student_number: text("2110 11"),
        supervisor: text("Dr. Ḥasan 🙏"),
        citation: text("{short}, b. {line} ({date:d MMMM yyyy})"),
        language: None,
    };
    let landed = project.set_project(&facts).expect("a step");
    assert!(landed.changes.project);
    assert_eq!(
        indonesian(&landed.step.expect("a step").sentence),
        "Mengubah identitas proyek Kepemimpinan kepala sekolah"
    );
    let study = project.study();
    assert_eq!(study.project.title, "Kepemimpinan kepala sekolah");
    assert_eq!(study.project.supervisor, "Dr. Ḥasan 🙏");
    assert_eq!(study.citation(&study.segments[0]), "W.KS, b. 2 (12 Februari 2025)");
    assert_study_is_true(&project);
    assert_eq!(project.set_project(&facts).expect("nothing").step, None);
    project.undo().expect("undone");
    assert_eq!(project.study().project.title, "tesis");
    let study = project.study();
    assert_eq!(study.citation(&study.segments[0]), "W.KS.12-02-2025, baris 2");
    project.close().expect("closed");
    assert_eq!(dump(&desk.path()), before);
    // Undo is there after reopening, and redo too.
    let mut project = desk.open();
    project.redo().expect("redone");
    assert_eq!(project.study().project.researcher, "Rahma A.");
}

#[test]
fn what_cannot_be_used_is_refused_and_nothing_changes() {
    let desk = Desk::new();
    let mut project = desk.create();
    let before = project.study().project.clone();
    let facts =
        |citation: &str| ProjectFacts { school: text("SMPN 1"), citation: text(citation), ..Default::default() };
    let refused = project.set_project(&facts("{siapa}, {line}"));
    assert!(matches!(&refused, Err(Error::Citation(PatternError::Unknown(token))) if token == "siapa"), "{refused:?}");
    let said = indonesian(&crate::domain::Say::message(&refused.expect_err("a refusal")));
    assert!(said.contains("{siapa}") && said.contains("{who}") && said.contains("{short}"), "{said}");
    assert!(matches!(project.set_project(&facts("{who")), Err(Error::Citation(PatternError::Unclosed(_)))));
    assert!(matches!(project.set_project(&facts(" ")), Err(Error::Citation(PatternError::Empty))));
    let nameless = ProjectFacts { title: text(" \n "), ..Default::default() };
    assert!(matches!(project.set_project(&nameless), Err(Error::NoTitle)));
    assert_eq!(project.study().project, before);
    assert_eq!(project.set_project(&ProjectFacts::default()).expect("nothing").step, None);
    let long = ProjectFacts { researcher: text(&"Ḥ".repeat(300)), ..Default::default() };
    project.set_project(&long).expect("a long name");
    assert_eq!(project.study().project.researcher.chars().count(), 300);
}

#[test]
fn an_old_project_keeps_its_pattern_and_a_new_language_takes_its_own() {
    let desk = Desk::new();
    let mut project = desk.create();
    project.set_project(&ProjectFacts { language: Some(Language::English), ..Default::default() }).expect("a step");
    assert_eq!(project.study().project.citation, "{technique}.{who}.{date:dd-MM-yyyy}, line {line}");
    let pattern = ProjectFacts { citation: text("{source}, baris {line}"), ..Default::default() };
    let step = project.set_project(&pattern).expect("a step").step.expect("a step");
    assert_eq!(english(&step.sentence), "Changed the citation pattern to {source}, baris {line}");
    project.set_project(&ProjectFacts { language: Some(Language::Indonesian), ..Default::default() }).expect("a step");
    assert_eq!(project.study().project.citation, "{source}, baris {line}");
    let source = import(&mut project, "W.KS", TEXT);
    let new = at_words(&mut project, source, "saya supervisi", "SUP.2");
    project.code(&[new]).expect("a coding");
    let study = project.study();
    assert_eq!(study.citation(&study.segments[0]), "W.KS, baris 2");
}
