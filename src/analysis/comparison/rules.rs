//! The counting rules one by one, on texts of a few lines.

use super::*;
use crate::analysis::FindingWarning;
use crate::analysis::sample::Builder;
use crate::domain::{CharRange, CodeKind, FindingId, Technique};

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

fn finding(builder: &mut Builder, code: &str, evidence: &[(usize, &str, Option<Direction>)]) -> RowKey {
    let at = builder.rows.judged.findings.len();
    let id = FindingId::from_uuid(uuid::Uuid::from_u128(0xF00 + at as u128));
    let of = builder.rows.codes.iter().find(|other| other.short == code).expect("a code").id;
    builder.rows.judged.findings.push(crate::domain::Finding {
        id,
        code: of,
        claim: format!("Klaim {at}"),
        order: u32::try_from(at).expect("few"),
        created: crate::domain::Timestamp::from_millis(0),
    });
    for (source, quote, direction) in evidence {
        let range = builder.texts[*source].find_all(quote).next().expect("these words");
        let segment = builder
            .rows
            .segments
            .iter()
            .find(|other| other.source == builder.rows.sources[*source].id && other.range == range);
        let segment = segment.expect("a segment").id;
        builder.rows.judged.evidence.push(crate::domain::Evidence { finding: id, segment, direction: *direction });
    }
    RowKey::Finding(id)
}

#[test]
fn a_finding_counts_its_own_evidence_by_its_own_directions() {
    let mut builder = builder();
    code(&mut builder, 0, "Sekali saja", "SUP.2", UP, 0);
    code(&mut builder, 2, "Ya", "SUP", UP, 1);
    code(&mut builder, 1, "menyelia", "EDU", UP, 0);
    code(&mut builder, 0, "Apakah guru disupervisi?", "SUP.2", None, 0);
    let evidence = [(0, "Sekali saja", DOWN), (2, "Ya", UP), (1, "menyelia", UP)];
    let key = finding(&mut builder, "SUP", &evidence);
    let study = builder.build();
    let by_group = compare(&study, RowsKind::Findings, Axis::Group);
    assert_eq!((by_group.rows.len(), by_group.rows[0].kind, by_group.rows[0].key), (1, RowKind::Finding, key));
    assert_eq!((by_group.rows[0].code.as_str(), by_group.rows[0].label.as_str()), ("SUP", "Klaim 0"));
    let teacher = cell(&by_group, "SUP", "teacher");
    assert_eq!((teacher.segments, teacher.weakens, teacher.supports, teacher.asked), (1, 1, 0, 1));
    assert_eq!(cell(&by_group, "SUP", "student").empty_reason, Some(EmptyReason::NotMentioned));
    assert_eq!(by_group.left_out.no_informant, 1, "the observation");
    assert_eq!(by_group.rows[0].suggestion.verdict, Some(Verdict::Dissonance));
    // By coder: whoever has put the finding's code on it. Nobody has put it on the observation.
    let by_coder = compare(&study, RowsKind::Findings, Axis::Coder);
    assert_eq!((cell(&by_coder, "SUP", "Rahma").weakens, cell(&by_coder, "SUP", "Rahma").segments), (1, 1));
    assert_eq!(cell(&by_coder, "SUP", "Aisyah").supports, 1);
    let RowKey::Finding(id) = key else { panic!("a finding") };
    assert_eq!(crate::analysis::findings::warnings(&study, id), [FindingWarning::Unresolved]);
    let carriers = crate::analysis::findings::carriers(&study, id);
    let ids = |list: &[(Column, Cell)]| list.iter().map(|(column, _)| column.id.to_string()).collect::<Vec<_>>();
    assert_eq!(
        (ids(&carriers.groups), ids(&carriers.techniques)),
        (vec!["principal".to_owned(), "teacher".to_owned()], vec!["interview".to_owned(), "observation".to_owned()])
    );
}

#[test]
fn a_finding_is_warned_of_what_it_rests_on() {
    let warned = |code_of: &str, evidence: &[(usize, &str, Option<Direction>)]| {
        let mut builder = builder();
        for (source, quote, _) in evidence {
            code(&mut builder, *source, quote, "SUP", UP, 0);
        }
        let RowKey::Finding(id) = finding(&mut builder, code_of, evidence) else { panic!("a finding") };
        crate::analysis::findings::warnings(&builder.build(), id)
    };
    use FindingWarning::{OneInformant, OneTechnique, OnlyPrincipal};
    assert_eq!(warned("SUP", &[]), []);
    assert_eq!(warned("SUP", &[(2, "Ya", UP)]), [OneInformant, OneTechnique, OnlyPrincipal]);
    assert_eq!(warned("SUP", &[(0, "Sekali saja", UP)]), [OneInformant, OneTechnique]);
    assert_eq!(warned("SUP", &[(0, "Sekali saja", UP), (0, "Belum pernah", UP)]), [OneTechnique]);
    assert_eq!(warned("SUP", &[(2, "Ya", UP), (1, "menyelia", UP)]), []);
    assert_eq!(warned("SUP", &[(2, "Ya", Some(Direction::Context))]), []);
}

#[test]
fn an_empty_cell_says_why_by_the_first_reason_that_holds() {
    let mut builder = builder();
    code(&mut builder, 2, "Ya", "SUP", UP, 0);
    code(&mut builder, 0, "Sekali saja", "EDU", UP, 0);
    let reason = |study: &crate::analysis::Study, row: &str, column: &str| {
        cell(&compare(study, RowsKind::Codes, Axis::Group), row, column).empty_reason
    };
    let study = builder.clone().build();
    assert_eq!(reason(&study, "SUP", "principal"), None);
    assert_eq!(reason(&study, "SUP", "teacher"), Some(EmptyReason::NotCoded), "no source is done");
    for source in &builder.rows.sources {
        builder.rows.progress.push(crate::domain::Progress {
            source: source.id,
            coder: builder.rows.coders[0].id,
            is_finished: true,
        });
    }
    let study = builder.clone().build();
    assert_eq!(reason(&study, "SUP", "teacher"), Some(EmptyReason::NotAsked), "done, and nobody asked");
    assert_eq!(reason(&study, "SUP", "student"), Some(EmptyReason::NotCoded), "nothing of the students is coded");
    let suggestion = &compare(&study, RowsKind::Codes, Axis::Group).rows[0].suggestion;
    assert_eq!(suggestion.silent_columns, [0_u32; 0], "not asked is left out, not silent");
    // A question about the role asks about its indicators too, and the other way round.
    code(&mut builder, 0, "Apakah guru disupervisi?", "SUP", None, 0);
    let study = builder.clone().build();
    assert_eq!(reason(&study, "SUP.1", "teacher"), Some(EmptyReason::NotMentioned));
    assert_eq!(reason(&study, "EDU", "student"), Some(EmptyReason::NotCoded));
    let comparison = compare(&study, RowsKind::Codes, Axis::Group);
    let gaps = comparison.gaps();
    assert!(gaps.iter().all(|gap| comparison.rows[gap.row].cells[gap.column].empty_reason == Some(gap.reason)));
    assert!(gaps.iter().any(|gap| comparison.rows[gap.row].code == "EDU" && gap.reason == EmptyReason::NotAsked));
    // What the researcher has set stands before everything.
    let row = RowKey::Code(builder.rows.codes.iter().find(|code| code.short == "SUP.1").expect("a code").id);
    builder.rows.judged.cell_notes.push(crate::domain::CellNote {
        cell: crate::domain::CellKey::new(row, ColumnKey::Group(builder.rows.groups[1].id)),
        summary: String::new(),
        empty_reason: Some(EmptyReason::DontKnow),
        segment: None,
        coder: "Rahma".to_owned(),
        changed: crate::domain::Timestamp::from_millis(0),
    });
    assert_eq!(reason(&builder.build(), "SUP.1", "teacher"), Some(EmptyReason::DontKnow));
}

#[test]
fn columns_cross_with_techniques_days_informants_and_coders() {
    let mut builder = builder();
    code(&mut builder, 0, "Sekali saja", "SUP", DOWN, 0);
    code(&mut builder, 1, "menyelia", "SUP", UP, 1);
    code(&mut builder, 2, "Ya", "SUP", UP, 0);
    code(&mut builder, 2, "Betul", "SUP", UP, 0);
    let study = builder.build();
    let crossed = |by, within| {
        let question = Question { rows: RowsKind::Roles, by, within: Some(within), book: None };
        let comparison = compare_with(&study, &question);
        let cells =
            comparison.rows[0].cells.iter().map(|cell| (cell.column.to_string(), cell.segments, cell.informants));
        (cells.collect::<Vec<_>>(), comparison.left_out.no_informant)
    };
    let own = |list: &[(&str, u32, u32)]| {
        list.iter().map(|(id, segments, informants)| ((*id).to_owned(), *segments, *informants)).collect::<Vec<_>>()
    };
    let (cells, left_out) = crossed(Axis::Group, Axis::Technique);
    assert_eq!(left_out, 0);
    assert_eq!(
        cells,
        own(&[
            ("interview/principal", 1, 1),
            ("interview/teacher", 1, 1),
            ("interview/student", 0, 0),
            ("interview/none", 1, 1),
            ("observation/none", 1, 0),
        ])
    );
    // The other way round the same cells stand in another order.
    let (turned, _) = crossed(Axis::Technique, Axis::Group);
    let turn = |id: &str| id.split_once('/').map(|(a, b)| format!("{b}/{a}")).expect("two");
    let mut turned: Vec<_> = turned.into_iter().map(|(id, segments, heard)| (turn(&id), segments, heard)).collect();
    let mut same = cells;
    turned.sort();
    same.sort();
    assert_eq!(turned, same);
    // A day has the groups that speak on it.
    let (cells, _) = crossed(Axis::Group, Axis::Date);
    let ids: Vec<&str> = cells.iter().map(|(id, ..)| id.as_str()).collect();
    assert_eq!(
        ids,
        ["2025-02-12/teacher", "2025-02-12/student", "2025-02-13/principal", "2025-02-13/none", "none/none"]
    );
    // Informants within groups are paired one by one.
    let (cells, _) = crossed(Axis::Informant, Axis::Group);
    let ids: Vec<&str> = cells.iter().map(|(id, ..)| id.as_str()).collect();
    assert_eq!(ids, ["principal/KS", "teacher/G1", "teacher/G2", "student/S1", "none/X"]);
    assert_eq!(cells[1].1, 1);
    // Coders and techniques: every pair.
    let (cells, left_out) = crossed(Axis::Coder, Axis::Technique);
    assert_eq!(left_out, 0);
    assert_eq!(
        cells,
        own(&[
            ("interview/Rahma", 3, 3),
            ("interview/Aisyah", 0, 0),
            ("observation/Rahma", 0, 0),
            ("observation/Aisyah", 1, 0),
        ])
    );
}

#[test]
fn two_hundred_informants_and_what_is_missing_are_all_there() {
    let mut builder = builder();
    let lines: String = (0..200).map(|at| format!("N{at:03}: Jawaban ke-{at:03}.\n")).collect();
    for at in 0..200 {
        builder.informant(&format!("N{at:03}"), (at % 5 != 0).then_some(at % 4));
    }
    builder.source("W.BESAR", "W.BESAR", Technique::Interview, "", &lines);
    for at in 0..200 {
        code(&mut builder, 3, &format!("Jawaban ke-{at:03}"), "SUP", if at % 2 == 0 { UP } else { DOWN }, 0);
    }
    let study = builder.build();
    let by_informant = compare(&study, RowsKind::Roles, Axis::Informant);
    assert_eq!(by_informant.columns.len(), 205);
    assert_eq!(by_informant.rows[0].cells.iter().map(|cell| cell.segments).sum::<u32>(), 200);
    assert_eq!(by_informant.rows[1].suggestion.verdict, Some(Verdict::Silence), "a role without codings");
    for (by, within) in [(Axis::Group, Axis::Date), (Axis::Informant, Axis::Technique), (Axis::Coder, Axis::Group)] {
        let question = Question { rows: RowsKind::Roles, by, within: Some(within), book: None };
        let comparison = compare_with(&study, &question);
        assert_eq!(comparison.rows[0].cells.iter().map(|cell| cell.segments).sum::<u32>(), 200, "{by} {within}");
        let lasting = comparison.columns.iter().filter(|column| column.cell(comparison.rows[0].key).keeps_notes());
        assert!(lasting.count() < comparison.columns.len(), "those without a group, a date or a speaker keep no notes");
    }
}
