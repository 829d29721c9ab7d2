//! What hands do with codings: their boundaries, the same code over words that overlap, another code, reduction and key
//! mark, and what becomes of all that hangs on them.

use super::*;
use crate::domain::{CodingId, MemoHost, SegmentId};
use crate::project::{Error, NewCode};

const WORDS: &str = "KS: satu dua tiga empat lima enam.\nKS: tujuh delapan sembilan.\nP: Lalu?\n";

fn desk() -> (Desk, Project, SourceId) {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", WORDS);
    (desk, project, source)
}

fn range_of(project: &mut Project, source: SourceId, words: &str) -> CharRange {
    project.text(source).expect("a text").find_all(words).next().expect("the words")
}

fn code(project: &mut Project, source: SourceId, words: &str, code: &str, direction: Option<Direction>) -> CodingId {
    let new = NewCoding { direction, ..at_words(project, source, words, code) };
    project.code(&[new]).expect("a coding").value[0]
}

fn quote(project: &Project, coding: CodingId) -> String {
    let study = project.study();
    let entry = study.coding(coding).expect("the coding");
    study.segments[entry.segment as usize].segment.quote.to_string()
}

fn segment_of(project: &Project, coding: CodingId) -> SegmentId {
    project.study().coding(coding).expect("the coding").coding.segment
}

fn last(project: &Project) -> (String, String) {
    let step = project.history(1).expect("the history").remove(0);
    (indonesian(&step.sentence), english(&step.sentence))
}

/// Everything is as it was when the last step is undone, and as it is now when it is redone.
fn goes_back_and_forth(project: &mut Project, before: &str) {
    let after = project.db.dump().expect("a dump");
    assert_study_is_true(project);
    project.undo().expect("undone");
    assert_eq!(project.db.dump().expect("a dump"), before);
    assert_study_is_true(project);
    project.redo().expect("redone");
    assert_eq!(project.db.dump().expect("a dump"), after);
    assert_study_is_true(project);
    assert_eq!(project.check().expect("a check").problems, []);
}

#[test]
fn a_boundary_moves_alone() {
    let (_desk, mut project, source) = desk();
    let a = code(&mut project, source, "dua tiga", "SUP.3", Some(Direction::Partly));
    let b = code(&mut project, source, "dua tiga", "SUP.2", None);
    project.write_memo(MemoHost::Coding(a), "ragu").expect("a memo");
    project.set_reduction(segment_of(&project, a), "dua hal").expect("a reduction");
    let before = project.db.dump().expect("a dump");
    let range = range_of(&mut project, source, "dua tiga empat");
    let landed = project.move_coding(a, range).expect("moved");
    assert_eq!(landed.value, a);
    assert_eq!((quote(&project, a).as_str(), quote(&project, b).as_str()), ("dua tiga empat", "dua tiga"));
    let study = project.study();
    assert_eq!(study.coding(a).expect("there").coding.direction, Some(Direction::Partly));
    assert_eq!(study.memo_of(MemoHost::Coding(a)).expect("there").text, "ragu");
    // The other one stays, and what is known of its place with it.
    let reduction = |coding| study.segment(segment_of(&project, coding)).expect("there").segment.reduction.to_string();
    assert_eq!((reduction(a).as_str(), reduction(b).as_str()), ("", "dua hal"));
    let (id, en) = last(&project);
    assert_eq!(id, "Batas SUP.3 di W.KS dipindah dalam baris 1");
    assert_eq!(en, "Moved the boundary of SUP.3 in W.KS within line 1");
    goes_back_and_forth(&mut project, &before);
    // Back where it was, it is the same segment again, and the place between is gone.
    let range = range_of(&mut project, source, "dua tiga");
    project.move_coding(a, range).expect("moved");
    assert_eq!(segment_of(&project, a), segment_of(&project, b));
    assert_eq!(project.study().segments.len(), 1);
    assert_eq!(project.move_coding(a, range).expect("nothing").step, None);
}

#[test]
fn what_is_known_of_a_place_goes_along_with_its_only_coding() {
    let (_desk, mut project, source) = desk();
    let a = code(&mut project, source, "dua tiga", "SUP.3", None);
    let other = code(&mut project, source, "lima", "EDU", None);
    let segment = segment_of(&project, a);
    project.set_reduction(segment, "  dua hal ").expect("a reduction");
    project.set_key(&[segment], true).expect("a mark");
    project.write_memo(MemoHost::Segment(segment), "tentang tempat").expect("a memo");
    project.db.hang_on(segment, segment_of(&project, other), code_of(&project, "SUP"));
    project.reload().expect("read anew");
    let hung = project.db.hung();
    let before = project.db.dump().expect("a dump");
    let range = range_of(&mut project, source, "tujuh delapan");
    project.move_coding(a, range).expect("moved");
    assert_eq!(segment_of(&project, a), segment, "the segment itself moves");
    let study = project.study();
    let entry = study.segment(segment).expect("there");
    assert_eq!((&*entry.segment.reduction, entry.segment.is_key, entry.segment.line.get()), ("dua hal", true, 2));
    assert_eq!(project.db.hung(), hung);
    assert_eq!(last(&project).0, "Batas SUP.3 di W.KS dipindah ke baris 2");
    goes_back_and_forth(&mut project, &before);
}

#[test]
fn what_comes_to_a_place_that_is_a_segment_is_joined_with_what_that_has() {
    let (_desk, mut project, source) = desk();
    let a = code(&mut project, source, "dua tiga", "SUP.3", None);
    let b = code(&mut project, source, "empat", "EDU", None);
    let (from, to) = (segment_of(&project, a), segment_of(&project, b));
    for (segment, words) in [(from, "dua hal"), (to, "hal keempat")] {
        project.set_reduction(segment, words).expect("a reduction");
        project.write_memo(MemoHost::Segment(segment), words).expect("a memo");
    }
    project.set_key(&[from], true).expect("a mark");
    project.db.hang_on(from, to, code_of(&project, "SUP"));
    project.reload().expect("read anew");
    let before = project.db.dump().expect("a dump");
    let range = range_of(&mut project, source, "empat");
    project.move_coding(a, range).expect("moved");
    assert_eq!(segment_of(&project, a), to);
    let study = project.study();
    assert_eq!(study.segments.len(), 1);
    let entry = study.segment(to).expect("there");
    assert_eq!((&*entry.segment.reduction, entry.segment.is_key), ("hal keempat\n\ndua hal", true));
    assert_eq!(study.memo_of(MemoHost::Segment(to)).expect("there").text, "hal keempat\n\ndua hal");
    let hung: Vec<String> =
        project.db.hung().into_iter().map(|(segment, what)| format!("{} {what}", segment == to)).collect();
    // One finding, one piece of evidence with its direction; a link of a place to itself is none.
    assert_eq!(hung, ["true evaluation", "true evidence partly"]);
    goes_back_and_forth(&mut project, &before);
}

#[test]
fn the_same_code_on_words_that_overlap_is_one_coding() {
    let (_desk, mut project, source) = desk();
    let a = code(&mut project, source, "satu dua", "SUP.3", Some(Direction::Supports));
    let b = code(&mut project, source, "empat lima", "SUP.3", None);
    project.write_memo(MemoHost::Coding(b), "ragu").expect("a memo");
    let before = project.db.dump().expect("a dump");
    let new = NewCoding {
        direction: None,
        memo: Some("yakin".to_owned()),
        ..at_words(&mut project, source, "dua tiga empat", "SUP.3")
    };
    let landed = project.code(std::slice::from_ref(&new)).expect("a coding");
    assert_eq!(landed.value, [a], "the oldest stays");
    let study = project.study();
    assert_eq!(
        (study.codings.len(), study.segments.len(), quote(&project, a).as_str()),
        (1, 1, "satu dua tiga empat lima")
    );
    assert_eq!(study.coding(a).expect("there").coding.direction, Some(Direction::Supports));
    assert_eq!(study.memo_of(MemoHost::Coding(a)).expect("there").text, "ragu\n\nyakin");
    let (id, en) = last(&project);
    assert_eq!(
        id,
        "Mengode W.KS baris 1 dengan SUP.3 (mendukung); menjadi satu dengan 2 koding yang bertumpang tindih"
    );
    assert_eq!(en, "Coded W.KS line 1 with SUP.3 (supports); one with 2 overlapping codings");
    goes_back_and_forth(&mut project, &before);
    // Within it, nothing is left to do, and what is chosen with it is said.
    assert_eq!(project.code(&[NewCoding { memo: None, ..new.clone() }]).expect("nothing").step, None);
    let weakens = NewCoding { direction: Some(Direction::Weakens), memo: None, ..new };
    project.code(&[weakens]).expect("a direction");
    assert_eq!(last(&project).0, "Arah bukti SUP.3 pada W.KS baris 1: melemahkan");
    // Words that only touch are others, and so are those of another code or coder.
    code(&mut project, source, " enam", "SUP.3", None);
    code(&mut project, source, "lima", "SUP.2", None);
    let budi = NewCoding { coder: Some("Budi".to_owned()), ..at_words(&mut project, source, "lima", "SUP.3") };
    project.code(&[budi]).expect("a coding");
    assert_eq!(project.study().codings.len(), 4);
}

#[test]
fn directions_that_differ_are_said_and_none_is_set() {
    let (_desk, mut project, source) = desk();
    let a = code(&mut project, source, "satu dua", "SUP.3", Some(Direction::Supports));
    let b = code(&mut project, source, "empat lima", "SUP.3", Some(Direction::Weakens));
    let before = project.db.dump().expect("a dump");
    let range = range_of(&mut project, source, "satu dua tiga empat");
    let landed = project.move_coding(b, range).expect("moved");
    assert_eq!(landed.value, b, "the one that is moved stays");
    let study = project.study();
    assert!(study.coding(a).is_none());
    assert_eq!(study.coding(b).expect("there").coding.direction, None);
    let (id, en) = last(&project);
    assert_eq!(
        id,
        "Batas SUP.3 di W.KS dipindah dalam baris 1; menjadi satu dengan koding yang bertumpang tindih; \
         arah buktinya berbeda, jadi belum ditetapkan"
    );
    assert!(en.ends_with("one with an overlapping coding; their directions differ, so none is set"), "{en}");
    goes_back_and_forth(&mut project, &before);
}

#[test]
fn many_at_once_become_one_where_they_overlap() {
    let (_desk, mut project, source) = desk();
    let old = code(&mut project, source, "lima", "SUP.3", None);
    let before = project.db.dump().expect("a dump");
    let new: Vec<NewCoding> = ["satu dua", "dua tiga", "delapan", "tiga empat lima"]
        .into_iter()
        .map(|words| NewCoding { direction: None, ..at_words(&mut project, source, words, "SUP.3") })
        .collect();
    let landed = project.code(&new).expect("codings");
    assert_eq!(landed.value[0], landed.value[1]);
    assert_eq!((landed.value[0], landed.value[3]), (old, old));
    assert_eq!(project.study().codings.len(), 2);
    assert_eq!(quote(&project, old), "satu dua tiga empat lima");
    assert_eq!(last(&project).0, "Mengode 2 kutipan dengan SUP.3; menjadi satu dengan koding yang bertumpang tindih");
    goes_back_and_forth(&mut project, &before);
}

#[test]
fn a_coding_gets_another_code_in_one_step() {
    let (_desk, mut project, source) = desk();
    let a = code(&mut project, source, "satu dua", "SUP", Some(Direction::Partly));
    let b = code(&mut project, source, "dua tiga", "SUP.3", None);
    project.write_memo(MemoHost::Coding(a), "ragu").expect("a memo");
    let c = code(&mut project, source, "satu dua", "EDU", None);
    let before = project.db.dump().expect("a dump");
    let to = code_of(&project, "SUP.2");
    let landed = project.recode(a, to).expect("recoded");
    assert_eq!((landed.value, landed.changes.codings), (a, true));
    let (id, en) = last(&project);
    assert_eq!(id, "Kode di W.KS baris 1 diganti: SUP → SUP.2");
    assert_eq!(en, "Code at W.KS line 1 replaced: SUP → SUP.2");
    assert_eq!(segment_of(&project, a), segment_of(&project, c));
    goes_back_and_forth(&mut project, &before);
    assert_eq!(project.recode(a, to).expect("nothing").step, None);
    let before = project.db.dump().expect("a dump");
    project.recode(a, code_of(&project, "SUP.3")).expect("recoded");
    let study = project.study();
    assert!(study.coding(b).is_none());
    let coding = study.coding(a).expect("there").coding;
    assert_eq!((coding.direction, quote(&project, a).as_str()), (Some(Direction::Partly), "satu dua tiga"));
    assert_eq!(study.memo_of(MemoHost::Coding(a)).expect("there").text, "ragu");
    assert_eq!(quote(&project, c), "satu dua", "the other code stays where it is");
    goes_back_and_forth(&mut project, &before);
    assert!(matches!(project.recode(b, to), Err(Error::NoCoding)));
}

#[test]
fn a_new_code_is_put_on_its_words_in_one_step() {
    let (_desk, mut project, source) = desk();
    let before = project.db.dump().expect("a dump");
    let places = [(source, range_of(&mut project, source, "dua")), (source, range_of(&mut project, source, "delapan"))];
    let new = NewCode { name: "kata sendiri".to_owned(), ..NewCode::default() };
    let landed = project.code_with_new(&new, &places[..1]).expect("coded");
    assert!(landed.changes.codebook && landed.changes.codings);
    assert_eq!(last(&project).0, "Menambah kode kata sendiri pada W.KS baris 1");
    assert_eq!(project.study().codings[0].coding.code, landed.value);
    goes_back_and_forth(&mut project, &before);
    project.undo().expect("undone");
    project.code_with_new(&new, &places).expect("coded");
    assert_eq!(
        last(&project),
        (
            "Menambah kode kata sendiri pada 2 kutipan".to_owned(),
            "Added the code kata sendiri at 2 quotations".to_owned()
        )
    );
    let before = project.db.dump().expect("a dump");
    // A name that is taken, or words that are not there, and neither code nor coding is made.
    let beyond = [(source, CharRange::new(0, 9_000))];
    assert!(project.code_with_new(&new, &places).is_err());
    assert!(matches!(
        project.code_with_new(&NewCode { name: "lain".to_owned(), ..NewCode::default() }, &beyond),
        Err(Error::BeyondText { .. })
    ));
    assert_eq!(project.db.dump().expect("a dump"), before);
    project.code_with_new(&NewCode { name: "lain".to_owned(), ..NewCode::default() }, &[]).expect("a code");
    assert_eq!(last(&project).0, "Menambah kode lain");
}

#[test]
fn reductions_and_key_marks_are_written_and_said() {
    let (_desk, mut project, source) = desk();
    let a = code(&mut project, source, "dua tiga", "SUP.3", None);
    let b = code(&mut project, source, "tujuh", "SUP.3", None);
    let (one, two) = (segment_of(&project, a), segment_of(&project, b));
    let before = project.db.dump().expect("a dump");
    let landed = project.set_reduction(one, "dua\0hal\r\nbaru ").expect("a reduction");
    assert!(landed.changes.codings);
    assert_eq!(&*project.study().segment(one).expect("there").segment.reduction, "dua\u{FFFD}hal\nbaru");
    assert_eq!(
        last(&project),
        ("Menulis reduksi W.KS baris 1".to_owned(), "Wrote the reduction of W.KS line 1".to_owned())
    );
    goes_back_and_forth(&mut project, &before);
    assert_eq!(project.set_reduction(one, "dua\u{FFFD}hal\nbaru").expect("nothing").step, None);
    project.set_reduction(one, " ").expect("removed");
    assert_eq!(last(&project).0, "Menghapus reduksi W.KS baris 1");
    let before = project.db.dump().expect("a dump");
    project.set_key(&[one, two, one], true).expect("marked");
    assert_eq!(last(&project).0, "Menandai 2 kutipan sebagai kutipan kunci");
    goes_back_and_forth(&mut project, &before);
    assert_eq!(project.set_key(&[one], true).expect("nothing").step, None);
    project.set_key(&[one], false).expect("unmarked");
    assert_eq!(last(&project).1, "Took the key mark from W.KS line 1");
    // A segment that only its mark holds goes with it.
    project.uncode(&[b]).expect("uncoded");
    assert!(project.study().segment(two).is_some_and(|entry| entry.segment.is_key));
    let before = project.db.dump().expect("a dump");
    project.set_key(&[two], false).expect("unmarked");
    assert!(project.study().segment(two).is_none());
    goes_back_and_forth(&mut project, &before);
    assert!(matches!(project.set_key(&[one, two], true), Err(Error::NoSegment)));
    assert!(matches!(project.set_reduction(two, "x"), Err(Error::NoSegment)));
    assert!(!project.study().segment(one).expect("there").segment.is_key, "nothing of it lands");
}

#[test]
fn what_cannot_be_moved_stays() {
    let (desk, mut project, source) = desk();
    let a = code(&mut project, source, "dua tiga", "SUP.3", None);
    let refused = |project: &mut Project, range| project.move_coding(a, range).expect_err("refused");
    for (start, end) in [(5, 5), (9, 4), (0, 9_000)] {
        let range =
            CharRange { start: crate::domain::CharOffset::new(start), end: crate::domain::CharOffset::new(end) };
        let error = refused(&mut project, range);
        assert!(matches!(error, Error::EmptyRange { .. } | Error::BeyondText { .. }), "{error}");
    }
    project.uncode(&[a]).expect("uncoded");
    assert!(matches!(refused(&mut project, CharRange::new(4, 8)), Error::NoCoding));
    project.undo().expect("undone");
    project.close().expect("closed");
    let mut project = Project::open(&desk.path(), Access::ReadOnly, who()).expect("the project");
    let segment = segment_of(&project, a);
    assert!(project.move_coding(a, CharRange::new(4, 8)).is_err());
    assert!(project.set_reduction(segment, "x").is_err() && project.set_key(&[segment], true).is_err());
    assert_eq!(project.steps_of(a).expect("its steps").len(), 3);
}

#[test]
fn locked_words_are_not_moved_into_nor_away_from() {
    let desk = Desk::new();
    let mut project = desk.create();
    let source = import(&mut project, "W.KS", "KS: satu dua tiga.\nG1: empat lima enam.\n");
    let theirs = code(&mut project, source, "tiga.\nG1: empat", "SUP.3", None);
    let open = code(&mut project, source, "satu dua", "SUP.2", None);
    let segment = segment_of(&project, theirs);
    let informant = project.study().informants.iter().find(|one| one.code == "G1").expect("a teacher").id;
    project.withdraw(informant).expect("withdrawn");
    let before = project.db.dump().expect("a dump");
    let (into, away) = (range_of(&mut project, source, "satu dua tiga"), CharRange::new(4, 8));
    let into = CharRange::new(into.start.get(), into.end.get() + 9);
    let code_id = code_of(&project, "SUP.3");
    assert!(matches!(project.move_coding(open, into), Err(Error::Locked { .. })));
    assert!(matches!(project.move_coding(theirs, away), Err(Error::Locked { .. })));
    assert!(matches!(project.recode(theirs, code_id), Err(Error::Locked { .. })));
    assert!(matches!(project.set_reduction(segment, "x"), Err(Error::Locked { .. })));
    assert!(matches!(project.set_key(&[segment], true), Err(Error::Locked { .. })));
    assert_eq!(project.db.dump().expect("a dump"), before);
    // A coding beside the locked one stays beside it, though their words overlap.
    project.recode(open, code_id).expect("recoded");
    let range = range_of(&mut project, source, "satu dua tiga.");
    project.move_coding(open, range).expect("moved");
    assert_eq!(project.study().locked.codings.len(), 1);
    assert_study_is_true(&project);
}
