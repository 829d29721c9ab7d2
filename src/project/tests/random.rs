//! Random operations, undone one by one and redone again, across closing and reopening: the same dump at
//! every stop, the patched study equal to one read anew, every quotation equal to its slice.

use super::*;
use crate::domain::{CodingId, MemoHost};
use crate::project::{Error, SourceFacts, TypedSource};
use proptest::prelude::*;

#[derive(Clone, Debug)]
enum Act {
    Import(String),
    ImportMany(Vec<String>),
    Code { source: usize, from: u32, length: u32, code: usize, direction: usize, coder: usize, has_memo: bool },
    CodeMany { source: usize, ranges: Vec<(u32, u32)>, code: usize },
    Direct { coding: usize, several: usize, direction: usize },
    Uncode { coding: usize, several: usize },
    Memo { host: usize, which: usize, text: String },
    Describe { source: usize, several: usize, what: usize, text: String },
    Delete { source: usize, several: usize },
    Done { source: usize, is_done: bool },
    Correct { source: usize, from: u32, length: u32, text: String, is_whole: bool },
    Type(String),
    People { what: usize, which: usize, other: usize },
    Move { coding: usize, from: u32, length: u32, is_near: bool },
    Recode { coding: usize, code: usize },
    CodeNew { source: usize, ranges: Vec<(u32, u32)> },
    Reduce { segment: usize, text: String },
    Key { segment: usize, several: usize, is_key: bool },
    Judge { what: usize, which: usize, other: usize },
    UndoAndRedo,
    BackAndForth { steps: usize },
    Reopen,
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("KS: Kami bahas 🙏🏽 bersama.\r\n".to_owned()),
        Just("P: Lalu? 👨‍👩‍👧‍👦\n".to_owned()),
        Just("G1: وعليكم السلام, kata guru.\r".to_owned()),
        Just("S1: cafe\u{301} a\u{323}\u{302}\n\n".to_owned()),
        Just("\u{2028}\u{85}Catatan ẓ\n".to_owned()),
        "[a-zA-Z ,.:]{1,30}\n",
    ];
    // As an importer hands it over: line ends are LF.
    proptest::collection::vec(piece, 1..12).prop_map(|pieces| pieces.concat().replace("\r\n", "\n").replace('\r', "\n"))
}

fn act() -> impl Strategy<Value = Act> {
    prop_oneof![
        1 => text().prop_map(Act::Import),
        1 => proptest::collection::vec(text(), 1..4).prop_map(Act::ImportMany),
        5 => (0..9_usize, 0..300_u32, 1..80_u32, 0..61_usize, 0..5_usize, 0..3_usize, any::<bool>()).prop_map(
            |(source, from, length, code, direction, coder, has_memo)| Act::Code {
                source, from, length, code, direction, coder, has_memo
            }
        ),
        1 => (0..9_usize, proptest::collection::vec((0..300_u32, 1..80_u32), 1..9), 0..61_usize)
            .prop_map(|(source, ranges, code)| Act::CodeMany { source, ranges, code }),
        2 => (0..99_usize, 1..4_usize, 0..5_usize)
            .prop_map(|(coding, several, direction)| Act::Direct { coding, several, direction }),
        2 => (0..99_usize, 1..4_usize).prop_map(|(coding, several)| Act::Uncode { coding, several }),
        2 => (0..6_usize, 0..99_usize, "[a-z🙏ẓ']{0,3}").prop_map(|(host, which, text)| Act::Memo { host, which, text }),
        2 => (0..9_usize, 1..4_usize, 0..5_usize, "[a-z🙏ẓ' \n]{0,5}")
            .prop_map(|(source, several, what, text)| Act::Describe { source, several, what, text }),
        1 => (0..9_usize, 1..3_usize).prop_map(|(source, several)| Act::Delete { source, several }),
        1 => (0..9_usize, any::<bool>()).prop_map(|(source, is_done)| Act::Done { source, is_done }),
        1 => text().prop_map(Act::Type),
        3 => (0..9_usize, 0..300_u32, 0..30_u32, text(), any::<bool>()).prop_map(
            |(source, from, length, text, is_whole)| Act::Correct { source, from, length, text, is_whole }
        ),
        4 => (0..9_usize, 0..9_usize, 0..9_usize).prop_map(|(what, which, other)| Act::People { what, which, other }),
        4 => (0..99_usize, 0..300_u32, 1..80_u32, any::<bool>())
            .prop_map(|(coding, from, length, is_near)| Act::Move { coding, from, length, is_near }),
        2 => (0..99_usize, 0..61_usize).prop_map(|(coding, code)| Act::Recode { coding, code }),
        1 => (0..9_usize, proptest::collection::vec((0..300_u32, 1..80_u32), 0..4))
            .prop_map(|(source, ranges)| Act::CodeNew { source, ranges }),
        2 => (0..99_usize, "[a-z🙏ẓ' \n]{0,4}").prop_map(|(segment, text)| Act::Reduce { segment, text }),
        2 => (0..99_usize, 1..4_usize, any::<bool>())
            .prop_map(|(segment, several, is_key)| Act::Key { segment, several, is_key }),
        8 => (0..13_usize, 0..20_usize, 0..30_usize)
            .prop_map(|(what, which, other)| Act::Judge { what, which, other }),
        1 => Just(Act::UndoAndRedo),
        1 => (1..5_usize).prop_map(|steps| Act::BackAndForth { steps }),
        1 => Just(Act::Reopen),
    ]
}

fn direction(at: usize) -> Option<Direction> {
    Direction::ALL.get(at).copied()
}

fn pick<T: Copy>(list: &[T], at: usize) -> Option<T> {
    if list.is_empty() { None } else { Some(list[at % list.len()]) }
}

fn sorted_codings(project: &Project) -> Vec<CodingId> {
    let mut ids: Vec<CodingId> = project.study().codings.iter().map(|entry| entry.coding.id).collect();
    ids.sort_unstable();
    ids
}

fn sorted_segments(project: &Project) -> Vec<crate::domain::SegmentId> {
    let mut ids: Vec<_> = project.study().segments.iter().map(|entry| entry.segment.id).collect();
    ids.sort_unstable();
    ids
}

/// Every quotation is what stands at its place.
fn assert_quotations(project: &mut Project) {
    let study = project.study();
    for entry in &study.segments {
        let text = project.text(entry.segment.source).expect("a text");
        assert_eq!(text.slice(entry.segment.range), Some(&*entry.segment.quote));
        assert_eq!(text.lines_of(entry.segment.range), (entry.segment.line, entry.segment.line_end));
        assert_eq!(text.snap(entry.segment.range), entry.segment.range);
    }
}

fn new_coding(project: &mut Project, source: usize, from: u32, length: u32, code: usize) -> Option<NewCoding> {
    let study = project.study();
    let sources: Vec<(SourceId, u32)> = study.sources.iter().map(|source| (source.id, source.length)).collect();
    let (source, chars) = pick(&sources, source)?;
    let start = from % chars;
    let range = CharRange::new(start, (start + length).min(chars));
    let text = project.text(source).expect("the text");
    // A selection without a word is refused; that has a test of its own.
    if text.slice(text.snap(range)).is_none_or(|words| words.trim().is_empty()) {
        return None;
    }
    Some(NewCoding { source, range, code: study.codes[code].id, direction: None, coder: None, memo: None })
}

/// Does one act; whether it made a step.
fn run(project: &mut Project, act: &Act, serial: usize) -> bool {
    let step = match act {
        Act::Import(text) => {
            let text = format!("{text}Sumber {serial}.");
            project
                .import_source(parsed(&format!("W.{serial}"), &text), &super::super::ImportOptions::default())
                .expect("an import")
                .step
        }
        Act::Code { source, from, length, code, direction: at, coder, has_memo } => {
            let Some(new) = new_coding(project, *source, *from, *length, *code) else { return false };
            let new = NewCoding {
                direction: direction(*at),
                coder: [None, Some("Budi"), Some("Citra")][*coder].map(str::to_owned),
                memo: has_memo.then(|| format!("catatan {serial}")),
                ..new
            };
            unlocked(project.code(&[new]))
        }
        Act::CodeMany { source, ranges, code } => {
            let new: Vec<NewCoding> = ranges
                .iter()
                .filter_map(|(from, length)| new_coding(project, *source, *from, *length, *code))
                .collect();
            unlocked(project.code(&new))
        }
        Act::Direct { coding, several, direction: at } => {
            let ids = some_of(&sorted_codings(project), *coding, *several);
            project.set_direction(&ids, direction(*at)).expect("a direction").step
        }
        Act::Uncode { coding, several } => {
            let ids = some_of(&sorted_codings(project), *coding, *several);
            project.uncode(&ids).expect("uncoded").step
        }
        Act::Memo { host, which, text } => {
            let study = project.study();
            let found = match host {
                0 => Some(MemoHost::Journal),
                1 => pick(&study.sources.iter().map(|source| source.id).collect::<Vec<_>>(), *which)
                    .map(MemoHost::Source),
                2 => pick(&study.informants.iter().map(|one| one.id).collect::<Vec<_>>(), *which)
                    .map(MemoHost::Informant),
                3 => Some(MemoHost::Code(study.codes[*which % study.codes.len()].id)),
                4 => {
                    let mut ids: Vec<_> = study.segments.iter().map(|entry| entry.segment.id).collect();
                    ids.sort_unstable();
                    pick(&ids, *which).map(MemoHost::Segment)
                }
                _ => pick(&sorted_codings(project), *which).map(MemoHost::Coding),
            };
            let Some(found) = found else { return false };
            project.write_memo(found, text).expect("a memo").step
        }
        Act::Describe { source, several, what, text } => {
            let ids = some_sources(project, *source, *several);
            let facts = match what {
                0 => SourceFacts { technique: Technique::ALL.get(serial % 3).copied(), ..SourceFacts::default() },
                1 => SourceFacts {
                    date: Some(format!("2025-02-{:02}", serial % 40).parse().ok()),
                    ..SourceFacts::default()
                },
                2 => SourceFacts { place: Some(text.clone()), note: Some(text.clone()), ..SourceFacts::default() },
                3 => SourceFacts { setting: Some(text.clone()), ..SourceFacts::default() },
                _ => SourceFacts { name: Some(format!("{text}{serial}")), ..SourceFacts::default() },
            };
            let ids = if facts.name.is_some() { ids.into_iter().take(1).collect() } else { ids };
            project.describe_sources(&ids, &facts).expect("described").step
        }
        Act::Correct { source, from, length, text, is_whole } => {
            return correct(project, *source, *from, *length, text, *is_whole, serial);
        }
        Act::Delete { source, several } => {
            let ids = some_sources(project, *source, *several);
            project.delete_sources(&ids).expect("deleted").step
        }
        Act::Done { source, is_done } => {
            let ids = some_sources(project, *source, 1);
            project.mark_done(&ids, *is_done).expect("marked").step
        }
        Act::Type(text) => {
            let text = format!("{text}Ketikan {serial}.");
            let typed = TypedSource { name: format!("K.{serial}"), text, ..TypedSource::default() };
            project.type_source(&typed).expect("typed").step
        }
        Act::Move { coding, from, length, is_near } => {
            let Some(id) = pick(&sorted_codings(project), *coding) else { return false };
            let Some(range) = moved(project, id, *from, *length, *is_near) else { return false };
            unlocked(project.move_coding(id, range))
        }
        Act::Recode { coding, code } => {
            let Some(id) = pick(&sorted_codings(project), *coding) else { return false };
            let code = project.study().codes[*code].id;
            unlocked(project.recode(id, code))
        }
        Act::CodeNew { source, ranges } => {
            let places: Vec<_> = ranges
                .iter()
                .filter_map(|(from, length)| new_coding(project, *source, *from, *length, 0))
                .map(|new| (new.source, new.range))
                .collect();
            let new = crate::project::NewCode { name: format!("Kata {serial}"), ..crate::project::NewCode::default() };
            unlocked(project.code_with_new(&new, &places))
        }
        Act::Reduce { segment, text } => {
            let Some(id) = pick(&sorted_segments(project), *segment) else { return false };
            project.set_reduction(id, text).expect("a reduction").step
        }
        Act::Key { segment, several, is_key } => {
            let ids = sorted_segments(project);
            let ids: Vec<_> =
                ids.iter().cycle().skip(segment % ids.len().max(1)).take(*several.min(&ids.len())).collect();
            let ids: Vec<_> = ids.into_iter().copied().collect();
            project.set_key(&ids, *is_key).expect("a mark").step
        }
        Act::People { what, which, other } => return people(project, *what, *which, *other, serial),
        Act::Judge { what, which, other } => return judge::judge(project, *what, *which, *other, serial),
        Act::ImportMany(_) | Act::UndoAndRedo | Act::BackAndForth { .. } | Act::Reopen => None,
    };
    step.is_some()
}

/// Another place for a coding in its source: anywhere, or its own with one end moved by a character or a word.
fn moved(project: &mut Project, id: CodingId, from: u32, length: u32, is_near: bool) -> Option<CharRange> {
    let study = project.study();
    let segment = study.segments[study.coding(id)?.segment as usize].segment.clone();
    let text = project.text(segment.source).expect("a text");
    let (start, end) = (segment.range.start.get(), segment.range.end.get());
    let word = |at: u32| text.word_at(crate::domain::CharOffset::new(at.min(text.len().saturating_sub(1))));
    let range = match (is_near, from % 4) {
        (false, _) => CharRange::new(from % text.len(), (from % text.len() + length).min(text.len())),
        (true, 0) => CharRange::new(start.saturating_sub(1), end),
        (true, 1) => CharRange::new(start, (end + 1).min(text.len())),
        (true, 2) => CharRange::new(word(start).end.get().min(end), end),
        (true, _) => CharRange::new(start, word(end).end.get().max(end)),
    };
    text.slice(text.snap(range)).filter(|words| !words.trim().is_empty()).map(|_| range)
}

/// Corrects a source, by words typed anew or by a new version of its file; whether it made a step. What would touch locked
/// words makes none.
fn correct(
    project: &mut Project,
    at: usize,
    from: u32,
    length: u32,
    text: &str,
    is_whole: bool,
    serial: usize,
) -> bool {
    let study = project.study();
    let Some(source) = pick(&study.sources.iter().map(|one| one.id).collect::<Vec<_>>(), at) else { return false };
    let before = project.text(source).expect("a text");
    let start = from % (before.len() + 1);
    let place = before.snap(CharRange::new(start, (start + length).min(before.len())));
    let landed = if is_whole {
        let bytes = before.bytes_of(place).expect("inside");
        let (head, tail) = (&before.as_str()[..bytes.start], &before.as_str()[bytes.end..]);
        let text = format!("{head}{text}{tail}\nVersi {serial}.");
        project.correct(source, parsed(&format!("W.{serial}"), &text))
    } else {
        project.correct_words(source, place, text)
    };
    match landed {
        Ok(landed) => landed.step.is_some(),
        Err(Error::Locked { .. } | Error::NoText { .. }) => false,
        Err(error) => panic!("{error}"),
    }
}

/// Changes who informants are, their groups and attributes, and whose words stand where; whether it made a step. What
/// is refused because words are locked makes none.
fn people(project: &mut Project, what: usize, which: usize, other: usize, serial: usize) -> bool {
    let study = project.study();
    let informant = pick(&study.informants.iter().map(|one| one.id).collect::<Vec<_>>(), which);
    let group = pick(&study.groups.iter().map(|one| one.id).collect::<Vec<_>>(), other);
    let source = pick(&study.sources.iter().map(|one| one.id).collect::<Vec<_>>(), other);
    let attribute = pick(&study.attributes.iter().map(|one| one.id).collect::<Vec<_>>(), other);
    let step = match (what, informant, group, source) {
        (0, _, group, _) => {
            let fill = |informant: &mut crate::domain::Informant| {
                informant.code = format!("N{serial}");
                informant.group = group;
            };
            project.set_informant(None, fill, &[]).map(|landed| landed.step)
        }
        (1, Some(id), ..) => {
            let fill = |informant: &mut crate::domain::Informant| informant.code = format!("R{serial}");
            project.set_informant(Some(id), fill, &[]).map(|landed| landed.step)
        }
        (2, Some(id), ..) => project.delete_informant(id).map(|landed| landed.step),
        (3, Some(id), _, Some(source)) => {
            let to = crate::project::Speaker::Informant(id);
            project.assign(&crate::project::Assignment::Source(source), to).map(|landed| landed.step)
        }
        (4, Some(id), ..) => project.withdraw(id).map(|landed| landed.step),
        (5, Some(id), ..) => project.restore_consent(id).map(|landed| landed.step),
        (6, _, Some(id), _) if serial.is_multiple_of(2) => project.move_group(id, which).map(|landed| landed.step),
        (6, _, Some(id), _) => project.delete_group(id).map(|landed| landed.step),
        (7, ..) => {
            let facts = crate::project::AttributeFacts {
                name: format!("Ciri {serial}"),
                kind: crate::domain::AttributeKind::Text,
                choices: Vec::new(),
            };
            project.add_attribute(crate::domain::AttributeHost::Informant, &facts).map(|landed| landed.step)
        }
        (8, Some(id), ..) => {
            let Some(attribute) = attribute else { return false };
            let of = crate::domain::AttributeOf::Informant(id);
            project.set_attribute_value(attribute, of, &format!("isi {serial}")).map(|landed| landed.step)
        }
        _ => return false,
    };
    match step {
        Ok(step) => step.is_some(),
        Err(Error::Withdrawn { .. } | Error::LastGroup { .. } | Error::NobodySpeaks { .. }) => false,
        Err(error) => panic!("{error}"),
    }
}

/// Brings files in together, one of them twice; the dumps after each of them, found by taking them back one by one.
fn import_many(project: &mut Project, texts: &[String], serial: usize) -> Vec<String> {
    let file = |at: usize| {
        let text = format!("{}Sumber {serial}, {at}.", texts[at]);
        (parsed(&format!("W.{serial}.{at}"), &text), super::super::ImportOptions::default())
    };
    let mut files: Vec<_> = (0..texts.len()).map(file).collect();
    files.insert(1, file(0));
    let landed = project.import_sources(files).expect("a batch");
    assert_eq!(landed.iter().filter(|landed| landed.is_err()).count(), 1);
    assert_study_is_true(project);
    let mut stops = vec![dump_of(project)];
    for _ in 1..texts.len() {
        project.undo().expect("undone");
        stops.push(dump_of(project));
    }
    for _ in 1..texts.len() {
        project.redo().expect("redone");
    }
    assert_eq!(dump_of(project), stops[0]);
    stops.reverse();
    stops
}

/// The step of codings; none where the passage covers locked words.
fn unlocked<T>(landed: Result<crate::project::Landed<T>, Error>) -> Option<crate::project::Step> {
    match landed {
        Ok(landed) => landed.step,
        Err(Error::Locked { .. }) => None,
        Err(error) => panic!("{error}"),
    }
}

fn some_of(ids: &[CodingId], at: usize, several: usize) -> Vec<CodingId> {
    ids.iter().cycle().skip(at % ids.len().max(1)).take(several.min(ids.len())).copied().collect()
}

fn some_sources(project: &Project, at: usize, several: usize) -> Vec<SourceId> {
    let ids: Vec<SourceId> = project.study().sources.iter().map(|source| source.id).collect();
    ids.iter().cycle().skip(at % ids.len().max(1)).take(several.min(ids.len())).copied().collect()
}

fn dump_of(project: &Project) -> String {
    project.db.dump().expect("a dump")
}

fn reopen(desk: &Desk, project: Project) -> Project {
    project.close().expect("closed");
    assert_eq!(desk.files(), ["tesis.emaslim"]);
    desk.open()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_can_be_undone_and_redone(
        acts in proptest::collection::vec(act(), 1..30),
        rests in proptest::collection::vec(any::<bool>(), 80),
    ) {
        let desk = Desk::new();
        let mut project = desk.create();
        let mut dumps = vec![dump_of(&project)];
        for (serial, act) in acts.iter().enumerate() {
            match act {
                Act::Reopen => project = reopen(&desk, project),
                Act::UndoAndRedo if dumps.len() > 1 => {
                    project.undo().expect("undone");
                    assert_study_is_true(&project);
                    prop_assert_eq!(&dump_of(&project), &dumps[dumps.len() - 2]);
                    project.redo().expect("redone");
                    prop_assert_eq!(&dump_of(&project), &dumps[dumps.len() - 1]);
                }
                Act::BackAndForth { steps } if dumps.len() > *steps => {
                    let history = project.history(u32::MAX).expect("the history");
                    let mut standing = history.iter().filter(|step| step.undoes.is_none() && !step.is_undone);
                    let point = standing.nth(steps - 1).expect("a step").id;
                    prop_assert_eq!(project.undo_preview(point).expect("a list").len(), *steps);
                    prop_assert_eq!(project.undo_to(point).expect("back").value as usize, *steps);
                    assert_study_is_true(&project);
                    prop_assert_eq!(&dump_of(&project), &dumps[dumps.len() - 1 - steps]);
                    for _ in 0..*steps {
                        project.redo().expect("redone");
                    }
                    prop_assert_eq!(&dump_of(&project), &dumps[dumps.len() - 1]);
                }
                Act::ImportMany(texts) => dumps.extend(import_many(&mut project, texts, serial)),
                act => {
                    if run(&mut project, act, serial) {
                        dumps.push(dump_of(&project));
                    } else {
                        prop_assert_eq!(&dump_of(&project), &dumps[dumps.len() - 1]);
                    }
                }
            }
            assert_study_is_true(&project);
            assert_quotations(&mut project);
        }
        let mut rests = rests.into_iter();
        for before in dumps.iter().rev().skip(1) {
            prop_assert!(project.undo().expect("undone").value.is_some());
            assert_study_is_true(&project);
            prop_assert_eq!(&dump_of(&project), before);
            if rests.next() == Some(true) {
                project = reopen(&desk, project);
            }
        }
        prop_assert!(project.undoable().is_none());
        for after in &dumps[1..] {
            prop_assert!(project.redo().expect("redone").value.is_some());
            assert_study_is_true(&project);
            prop_assert_eq!(&dump_of(&project), after);
            if rests.next() == Some(true) {
                project = reopen(&desk, project);
            }
        }
        prop_assert!(project.redoable().is_none());
        prop_assert_eq!(project.check().expect("a check").problems, vec![]);
        assert_quotations(&mut project);
    }
}
