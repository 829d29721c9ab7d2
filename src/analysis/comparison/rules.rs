//! The counting rules one by one, on texts of a few lines.

use super::*;
use crate::analysis::sample::Builder;
use crate::domain::{CharRange, CodeKind, Technique};

const GROUP_INTERVIEW: &str =
    "P: Apakah guru disupervisi?\nG1: Sekali saja.\nS1: Saya tidak tahu 🙏.\nG2: Belum pernah.\n";

/// Two teachers, a student and a principal; a group interview, an observation, an interview; two coders.
fn builder() -> Builder {
    let mut builder = Builder::empty();
    for key in ["principal", "teacher", "student", "parent"] {
        builder.group(key, key);
    }
    for (code, group) in [("KS", Some(0)), ("G1", Some(1)), ("G2", Some(1)), ("S1", Some(2)), ("X", None)] {
        builder.informant(code, group);
    }
    builder.code("SUP", "Supervisor", CodeKind::Role, None);
    builder.code("SUP.1", "Menyusun", CodeKind::Role, Some("SUP"));
    builder.code("SUP.2", "Melaksanakan", CodeKind::Role, Some("SUP"));
    builder.code("EDU", "Edukator", CodeKind::Role, None);
    builder.source("W.KEL", "W.KEL", Technique::Interview, "2025-02-12", GROUP_INTERVIEW);
    builder.source("O.1", "O.1", Technique::Observation, "", "08.00 Kepala sekolah menyelia kelas.\n");
    builder.source("W.KS", "W.KS", Technique::Interview, "2025-02-13", "P: Apakah Ibu menyelia?\nKS: Ya.\nX: Betul.\n");
    builder.coder("Rahma");
    builder.coder("Aisyah");
    builder
}

fn code(builder: &mut Builder, source: usize, quote: &str, code: &str, direction: Option<Direction>, coder: usize) {
    let range = builder.texts[source].find_all(quote).next().expect("these words");
    builder.code_range(source, range, code, direction, coder);
}

fn cell<'a>(comparison: &'a Comparison, row: &str, column: &str) -> &'a Cell {
    let row = comparison.rows.iter().find(|other| other.code == row).expect("a row");
    row.cells.iter().find(|cell| &*cell.column == column).unwrap_or_else(|| panic!("no column {column}"))
}

const UP: Option<Direction> = Some(Direction::Supports);
const DOWN: Option<Direction> = Some(Direction::Weakens);

#[test]
fn a_stretch_of_a_group_interview_belongs_to_all_who_speak_in_it() {
    let mut builder = builder();
    let whole = builder.texts[0].range();
    builder.code_range(0, whole, "SUP.2", DOWN, 0);
    let study = builder.build();
    let by_group = compare(&study, RowsKind::Roles, Axis::Group);
    assert_eq!(cell(&by_group, "SUP", "teacher").segments, 1);
    assert_eq!(cell(&by_group, "SUP", "teacher").informants, 2);
    assert_eq!(cell(&by_group, "SUP", "student").informants, 1);
    assert_eq!(cell(&by_group, "SUP", "principal").segments, 0);
    assert_eq!(by_group.left_out, LeftOut::default());
    let by_informant = compare(&study, RowsKind::Roles, Axis::Informant);
    let counts: Vec<u32> = by_informant.rows[0].cells.iter().map(|cell| cell.segments).collect();
    assert_eq!(counts, [0, 1, 1, 1, 0]);
    assert_eq!(cell(&compare(&study, RowsKind::Roles, Axis::Technique), "SUP", "interview").informants, 3);
    assert_eq!(cell_segments(&study, study.codes[0].id, Axis::Group, "student"), [0]);
}

#[test]
fn columns_are_groups_with_informants_and_those_without_a_group() {
    let mut builder = builder();
    code(&mut builder, 2, "Betul", "SUP", UP, 0);
    let study = builder.build();
    let by_group = compare(&study, RowsKind::Roles, Axis::Group);
    let columns: Vec<(&str, u32)> =
        by_group.columns.iter().map(|column| (&*column.id, column.informants_total)).collect();
    assert_eq!(columns, [("principal", 1), ("teacher", 2), ("student", 1), ("none", 1)]);
    assert_eq!(cell(&by_group, "SUP", "none").segments, 1);
    let by_date = compare(&study, RowsKind::Roles, Axis::Date);
    let columns: Vec<(&str, u32)> =
        by_date.columns.iter().map(|column| (&*column.id, column.informants_total)).collect();
    assert_eq!(columns, [("2025-02-12", 3), ("2025-02-13", 2), ("none", 0)]);
}

#[test]
fn a_passage_is_counted_once_a_row_and_under_each_direction() {
    let mut builder = builder();
    code(&mut builder, 0, "Sekali saja", "SUP.1", UP, 0);
    code(&mut builder, 0, "Sekali saja", "SUP.2", DOWN, 0);
    code(&mut builder, 0, "Sekali saja", "SUP.2", None, 1);
    code(&mut builder, 0, "Belum pernah", "SUP", None, 1);
    code(&mut builder, 0, "Belum pernah", "SUP", Some(Direction::Context), 0);
    let study = builder.build();
    let by_group = compare(&study, RowsKind::Codes, Axis::Group);
    let teacher = cell(&by_group, "SUP", "teacher");
    assert_eq!((teacher.segments, teacher.codings, teacher.informants, teacher.sources), (2, 4, 2, 1));
    assert_eq!((teacher.supports, teacher.partly, teacher.weakens, teacher.unset), (1, 0, 1, 1));
    assert_eq!(cell(&by_group, "SUP.2", "teacher").segments, 1);
    assert_eq!(by_group.left_out.context, 0, "one coder calls it evidence");
    let row = &by_group.rows[0].suggestion;
    assert_eq!((row.verdict, row.reason.split(';').next()), (None, Some("1 of 2 without direction")));
    let by_coder = compare(&study, RowsKind::Codes, Axis::Coder);
    assert_eq!(cell(&by_coder, "SUP", "Rahma").segments, 1);
    assert_eq!(cell(&by_coder, "SUP", "Aisyah").segments, 2);
    assert_eq!(cell(&by_coder, "SUP", "Aisyah").unset, 2);
    assert_eq!(by_coder.left_out, LeftOut::default());
}

#[test]
fn the_researchers_words_are_asked_and_never_evidence() {
    let mut builder = builder();
    code(&mut builder, 0, "Apakah guru disupervisi?", "SUP", UP, 0);
    code(&mut builder, 2, "Apakah Ibu menyelia?\nKS: Ya", "SUP", UP, 0);
    let study = builder.build();
    let by_group = compare(&study, RowsKind::Roles, Axis::Group);
    let of = |column| {
        let cell = cell(&by_group, "SUP", column);
        (cell.segments, cell.asked, cell.empty_reason)
    };
    let empty = Some(EmptyReason::NotMentioned);
    assert_eq!(of("principal"), (1, 0, None), "a question with its answer belongs to the one who answers");
    assert_eq!(of("teacher"), (0, 1, empty));
    assert_eq!(of("student"), (0, 1, empty));
    assert_eq!(by_group.left_out.researcher, 1);
    // Nothing of the teachers and students is coded but a question: they are left out, not silent.
    let row = &by_group.rows[0].suggestion;
    assert_eq!(row.verdict, Some(Verdict::Silence));
    assert_eq!(row.silent.len(), 0);
    assert_eq!(row.reason, "principal: supports 1; left out: teacher, student, none");
}

#[test]
fn the_rule_is_applied_in_its_order() {
    let verdict = |codings: &[(usize, &str, Option<Direction>)]| {
        let mut builder = builder();
        for (source, quote, direction) in codings {
            code(&mut builder, *source, quote, "SUP", *direction, 0);
        }
        let study = builder.build();
        compare(&study, RowsKind::Roles, Axis::Group).rows[0].suggestion.clone()
    };
    let partly = Some(Direction::Partly);
    assert_eq!(verdict(&[]).verdict, Some(Verdict::Silence));
    assert_eq!(verdict(&[(0, "Sekali", UP)]).verdict, Some(Verdict::Silence));
    assert_eq!(verdict(&[(0, "Sekali", UP), (2, "Ya", UP)]).verdict, Some(Verdict::Agreement));
    assert_eq!(verdict(&[(0, "Sekali", DOWN), (2, "Ya", DOWN)]).verdict, Some(Verdict::Agreement));
    assert_eq!(verdict(&[(0, "Sekali", DOWN), (2, "Ya", UP)]).verdict, Some(Verdict::Dissonance));
    assert_eq!(verdict(&[(0, "Sekali", partly), (2, "Ya", UP)]).verdict, Some(Verdict::Partial));
    let mixed = [(0, "Sekali", DOWN), (0, "Belum", UP), (2, "Ya", UP)];
    assert_eq!(verdict(&mixed).verdict, Some(Verdict::Partial));
    let dissonant = [(0, "Sekali", DOWN), (0, "Saya", partly), (2, "Ya", UP)];
    assert_eq!(verdict(&dissonant).verdict, Some(Verdict::Dissonance), "one mixed side hides no contradiction");
    assert_eq!(verdict(&[(0, "Sekali", None), (2, "Ya", UP)]).verdict, None);
    let words: Vec<String> =
        verdict(&mixed).words(|at| format!("K{at}")).into_iter().map(|message| format!("{message:?}")).collect();
    assert!(words[0].contains("K0 ▲1, K1 ▲1 ▼1"), "{words:?}");
    assert!(words[1].contains("suggestion-left-out") && words[1].contains("K2, K3"), "{words:?}");
}

#[test]
fn a_cell_is_listed_in_reading_order() {
    let mut builder = builder();
    for at in [30_u32, 5, 20] {
        builder.code_range(0, CharRange::new(at, at + 3), "SUP", UP, 0);
    }
    code(&mut builder, 1, "menyelia", "SUP", UP, 0);
    let study = builder.build();
    let comparison = compare(&study, RowsKind::Roles, Axis::Technique);
    let starts = |places: Vec<u32>| {
        places.iter().map(|at| study.segments[*at as usize].segment.range.start.get()).collect::<Vec<_>>()
    };
    assert_eq!(starts(comparison.segments(&study, 0, 0)), [30], "5 and 20 are the researcher's words");
    assert_eq!(comparison.segments(&study, 0, 9), Vec::<u32>::new());
    assert_eq!(starts(comparison.left_out.segments(&study, LeftOutReason::Researcher)), [5, 20]);
}
