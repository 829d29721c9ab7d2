//! How long the big questions take: 49 codes, 200 sources, 100,000 codings and a million, asked of an open study and
//! from a closed file. Budget: role × group below 20 ms, co-occurrence below 100 ms, both of 100,000 from the open study.

#[path = "support/apart.rs"]
mod apart;
#[path = "support/closed.rs"]
mod closed;

use closed::Closed;
use divan::Bencher;
use emaslim::analysis::{
    Axis, Cooccurrence, Filter, Judged, RowsKind, Study, StudyRows, cell_segments, compare, cooccurrence, excerpts,
};
use emaslim::domain::{
    CharRange, Code, CodeId, CodeKind, Coder, CoderId, CoderKind, Coding, CodingId, Colour, Date, Direction, Group,
    GroupId, Informant, InformantId, Language, LineNumber, ProjectId, ProjectInfo, RevisionId, RowKey, RowVerdict,
    Segment, SegmentId, Source, SourceId, Technique, Timestamp, Turn, TurnId, TurnKind, Verdict,
};
use rand::rngs::SmallRng;
use rand::seq::IndexedRandom;
use rand::{Rng, SeedableRng};
use std::sync::{Arc, LazyLock};
use uuid::Uuid;

const CODINGS: u32 = 100_000;
const SOURCES: u32 = 200;
const TURNS: u32 = 200;
const TURN: u32 = 250;
const PLACES: u32 = 420;

fn main() {
    apart::run();
}

static CLOSED_100K: LazyLock<Closed> = LazyLock::new(|| Closed::new(CODINGS));
static STUDY_100K: LazyLock<Arc<Study>> = LazyLock::new(|| CLOSED_100K.study());
static CLOSED_1M: LazyLock<Closed> = LazyLock::new(|| Closed::new(10 * CODINGS));
static STUDY_1M: LazyLock<Arc<Study>> = LazyLock::new(|| CLOSED_1M.study());

#[divan::bench]
fn compare_100k(bencher: Bencher<'_, '_>) {
    let study = &**STUDY_100K;
    bencher.bench(|| compare(study, RowsKind::Roles, Axis::Group));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn compare_100k_closed(bencher: Bencher<'_, '_>) {
    let file = &*CLOSED_100K;
    bencher.bench(|| compare(&file.study(), RowsKind::Roles, Axis::Group));
}

/// The same study with a verdict on every row: what each stands on is compared with what is there now.
static RATED_100K: LazyLock<Study> = LazyLock::new(|| {
    let mut study = (**STUDY_100K).clone();
    let verdicts = study.codes.iter().map(|code| RowVerdict {
        row: RowKey::Code(code.id),
        axis: Axis::Group,
        value: Verdict::Agreement,
        suggested: None,
        silent: Vec::new(),
        conclusion: String::new(),
        coder: "Ana".to_owned(),
        changed: Timestamp::from_millis(1_740_000_000_000),
        basis: "another".to_owned(),
    });
    let verdicts = verdicts.collect();
    study.put_judged(Judged { verdicts, ..Judged::default() });
    study
});

#[divan::bench(args = [RowsKind::Roles, RowsKind::Codes])]
fn compare_100k_rated(bencher: Bencher<'_, '_>, rows: RowsKind) {
    let study = &*RATED_100K;
    bencher.bench(|| compare(study, rows, Axis::Group));
}

#[divan::bench(sample_count = 20)]
fn compare_1m(bencher: Bencher<'_, '_>) {
    let study = &**STUDY_1M;
    bencher.bench(|| compare(study, RowsKind::Roles, Axis::Group));
}

#[divan::bench(sample_count = 2, sample_size = 1)]
fn compare_1m_closed(bencher: Bencher<'_, '_>) {
    let file = &*CLOSED_1M;
    bencher.bench(|| compare(&file.study(), RowsKind::Roles, Axis::Group));
}

/// Every code that is used, by itself.
fn meetings(study: &Study) -> Cooccurrence {
    let codes: Vec<u32> = (0..49).collect();
    cooccurrence(study, &codes)
}

#[divan::bench]
fn cooccurrence_100k(bencher: Bencher<'_, '_>) {
    let study = &**STUDY_100K;
    bencher.bench(|| meetings(study));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn cooccurrence_100k_closed(bencher: Bencher<'_, '_>) {
    let file = &*CLOSED_100K;
    bencher.bench(|| meetings(&file.study()));
}

static STUDY: LazyLock<Study> = LazyLock::new(|| Study::new(rows()));

#[divan::bench(args = Axis::ALL)]
fn roles(bencher: Bencher<'_, '_>, by: Axis) {
    let study = &*STUDY;
    bencher.bench(|| compare(study, RowsKind::Roles, by));
}

#[divan::bench(args = [Axis::Group, Axis::Source])]
fn codes(bencher: Bencher<'_, '_>, by: Axis) {
    let study = &*STUDY;
    bencher.bench(|| compare(study, RowsKind::Codes, by));
}

#[divan::bench]
fn segments_of_a_cell(bencher: Bencher<'_, '_>) {
    let study = &*STUDY;
    bencher.bench(|| cell_segments(study, study.codes[0].id, Axis::Group, "teacher"));
}

#[divan::bench]
fn excerpts_of_a_code(bencher: Bencher<'_, '_>) {
    let study = &*STUDY;
    let filter = Filter { code: Some(study.codes[1].id), ..Filter::default() };
    bencher.bench(|| excerpts(study, &filter));
}

#[divan::bench]
fn all_excerpts(bencher: Bencher<'_, '_>) {
    let study = &*STUDY;
    bencher.bench(|| excerpts(study, &Filter::default()));
}

fn uuid(kind: u32, number: u32) -> Uuid {
    // Spread like real ones: neighbours in time, apart in the low bits.
    let spread = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    Uuid::from_u128(u128::from(kind) << 120 | u128::from(number) << 64 | u128::from(spread))
}

/// Interviews with 180 informants in three groups, 10 observations and 10 documents; 7 roles with 6 indicators.
fn rows() -> StudyRows {
    let mut chance = SmallRng::seed_from_u64(2025);
    let groups: Vec<Group> = (0_u32..)
        .zip(["principal", "teacher", "student"])
        .map(|(at, key)| Group {
            id: GroupId::from_uuid(uuid(1, at)),
            key: key.to_owned(),
            name: key.to_owned(),
            order: at,
        })
        .collect();
    let informants: Vec<Informant> = (0..180)
        .map(|at| Informant {
            group: groups.get(at as usize % 3).map(|group| group.id),
            ..Informant::new(InformantId::from_uuid(uuid(2, at)), format!("I{at}"))
        })
        .collect();
    let sources: Vec<Source> = (0..SOURCES).map(source).collect();
    let turns = (0_u32..).zip(&sources).map(|(at, source)| turns_of(at, source, &informants)).collect();
    let codes: Vec<Code> = (0..49).map(code).collect();
    let coders: Vec<Coder> = (0_u32..)
        .zip(["Rahma", "Aisyah"])
        .map(|(at, name)| Coder { id: CoderId::from_uuid(uuid(6, at)), name: name.to_owned(), kind: CoderKind::Person })
        .collect();
    let segments: Vec<Segment> = (0..SOURCES * PLACES).map(|at| segment(at, &sources, &mut chance)).collect();
    let directions = [Some(Direction::Supports), Some(Direction::Partly), Some(Direction::Weakens), None];
    let codings = (0..CODINGS)
        .map(|at| Coding {
            id: CodingId::from_uuid(uuid(8, at)),
            segment: segments[chance.random_range(0..segments.len())].id,
            code: codes[chance.random_range(0..codes.len())].id,
            coder: coders[chance.random_range(0..coders.len())].id,
            direction: directions.choose(&mut chance).copied().flatten(),
            created: Timestamp::from_millis(1_740_000_000_000 + i64::from(at)),
        })
        .collect();
    StudyRows {
        project: ProjectInfo {
            id: ProjectId::from_uuid(uuid(9, 0)),
            revision: 1,
            title: "100,000".to_owned(),
            school: String::new(),
            researcher: String::new(),
            student_number: String::new(),
            supervisor: String::new(),
            citation: ProjectInfo::default_citation(Language::Indonesian).to_owned(),
            language: Language::Indonesian,
        },
        groups,
        informants,
        labels: Vec::new(),
        sources,
        turns,
        codes,
        confusing_pairs: Vec::new(),
        coders,
        segments,
        codings,
        memos: Vec::new(),
        attributes: Vec::new(),
        attribute_values: Vec::new(),
        progress: Vec::new(),
        codebooks: Vec::new(),
        judged: Judged::default(),
    }
}

fn source(at: u32) -> Source {
    Source {
        id: SourceId::from_uuid(uuid(3, at)),
        name: format!("W.{at}.12-02-2025"),
        short: format!("W.{at}"),
        description: String::new(),
        technique: match at {
            0..180 => Technique::Interview,
            180..190 => Technique::Observation,
            _ => Technique::Document,
        },
        date: u8::try_from(at % 28 + 1).ok().and_then(|day| Date::new(2025, 2, day)),
        place: String::new(),
        setting: String::new(),
        number: at + 1,
        note: String::new(),
        header: Vec::new(),
        revision: RevisionId::from_uuid(uuid(4, at)),
        original_name: String::new(),
        encoding: "UTF-8".to_owned(),
        length: TURNS * TURN,
        lines: TURNS,
        numbers: emaslim::domain::LineNumbers::default(),
    }
}

/// Question and answer in turn, 200 of them; none in observations and documents.
fn turns_of(at: u32, source: &Source, informants: &[Informant]) -> Arc<[Turn]> {
    if source.technique != Technique::Interview {
        return Arc::new([]);
    }
    (0..TURNS)
        .map(|turn| {
            let start = turn * TURN;
            let is_question = turn % 2 == 0;
            Turn {
                id: TurnId::from_uuid(uuid(5, at * TURNS + turn)),
                range: CharRange::new(start, start + TURN - 1),
                words: CharRange::new(start + 4, start + TURN - 1),
                label: if is_question { "P".to_owned() } else { informants[at as usize].code.clone() },
                informant: (!is_question).then(|| informants[at as usize].id),
                kind: if is_question { TurnKind::Question } else { TurnKind::Speech },
            }
        })
        .collect()
}

fn code(at: u32) -> Code {
    let role = at / 7;
    let is_role = at.is_multiple_of(7);
    Code {
        id: CodeId::from_uuid(uuid(10, at)),
        parent: (!is_role).then(|| CodeId::from_uuid(uuid(10, role * 7))),
        kind: CodeKind::Role,
        short: if is_role { format!("R{role}") } else { format!("R{role}.{}", at % 7) },
        name: format!("Peran {at}"),
        colour: Colour([0, 0, 0]),
        key: None,
        order: at,
        definition: String::new(),
        test: String::new(),
        counts: Vec::new(),
        counts_not: Vec::new(),
        examples: Vec::new(),
        keywords: Vec::new(),
        aliases: Vec::new(),
        codebook: None,
    }
}

fn segment(at: u32, sources: &[Source], chance: &mut SmallRng) -> Segment {
    let source = &sources[chance.random_range(0..sources.len())];
    // One in fifty lies in a question.
    let answer = chance.random_range(0..TURNS / 2) * 2 + 1;
    let turn = if chance.random_range(0..50) == 0 { answer - 1 } else { answer };
    let start = turn * TURN + chance.random_range(4..120);
    let length = chance.random_range(40..110);
    let line = LineNumber::new(turn + 1);
    Segment {
        id: SegmentId::from_uuid(uuid(7, at)),
        source: source.id,
        revision: source.revision,
        range: CharRange::new(start, start + length),
        line,
        line_end: line,
        quote: "k".repeat(length as usize).into(),
        reduction: Arc::default(),
        is_key: false,
    }
}
