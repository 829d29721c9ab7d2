//! A finding on words that carry no code yet: the words become a segment, the segment evidence, all in one step.

use super::Misjudged;
use crate::domain::Direction;
use crate::project::Error;
use crate::project::tests::{Desk, assert_study_is_true, code_of, dump, import, indonesian};

#[test]
fn a_finding_on_words_without_a_code_is_one_step_and_one_undo() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.G1", "G1: Saya belum pernah disupervisi.\nG1: Hasilnya tidak dibahas.\n");
    let range = project.text(source).expect("a text").find_all("tidak dibahas").next().expect("words");
    let code = code_of(&project, "SUP.3");
    let before = dump(&desk.path());
    let direction = Some(Direction::Weakens);
    let landed = project.add_finding_on_passage(code, "Tidak ditindaklanjuti", (source, range), direction);
    let landed = landed.expect("a finding");
    assert_eq!(
        indonesian(&landed.step.as_ref().expect("a step").sentence),
        "Menulis temuan “Tidak ditindaklanjuti” di bawah SUP.3 dengan 1 bukti"
    );
    let study = project.study();
    let quotes: Vec<_> =
        study.evidence_of(landed.value).map(|one| (study.segment(one.segment), one.direction)).collect();
    assert_eq!(quotes.len(), 1);
    assert_eq!(quotes[0].0.map(|entry| &*entry.segment.quote), Some("tidak dibahas"));
    assert_eq!((quotes[0].1, study.segments.len(), study.codings.len()), (direction, 1, 0));
    assert_study_is_true(&project);
    let after = dump(&desk.path());
    project.undo().expect("undone");
    assert_eq!(dump(&desk.path()), before, "one undo takes back all of it");
    project.redo().expect("redone");
    assert_eq!(dump(&desk.path()), after);
    project.undo().expect("undone");
    // What is refused leaves no segment behind.
    let refused = project.add_finding_on_passage(code, " ", (source, range), None);
    assert!(matches!(refused, Err(Error::Misjudged(Misjudged::NoClaim))));
    assert_eq!(dump(&desk.path()), before);
}
