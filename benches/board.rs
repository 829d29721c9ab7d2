//! What one frame of the board costs: 52 codes against 40 informants, 6,000 codings, layout and tessellation together,
//! while it scrolls down and sideways, in each way of showing its cells. Budget: below 4 ms (median). The slowest of the
//! frames is said in the table; the 99th percentile beside it. `cargo bench --bench board`.

use divan::Bencher;
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2,
};
use emaslim::analysis::{Axis, Judged, RowsKind, Study, StudyRows};
use emaslim::app::compare::stage::Stage;
use emaslim::app::compare::{ComparePlace, KeptBoard, Mode};
use emaslim::app::fonts;
use emaslim::app::theme::Theme;
use emaslim::domain::{
    CharRange, Code, CodeId, CodeKind, Coder, CoderId, CoderKind, Coding, CodingId, Colour, Date, Direction, Group,
    GroupId, Informant, InformantId, Language, LineNumber, ProjectId, ProjectInfo, RevisionId, Segment, SegmentId,
    Source, SourceId, Technique, Timestamp, Turn, TurnId, TurnKind,
};
use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use std::sync::{Arc, LazyLock};
use std::time::Instant;
use uuid::Uuid;

const CODES: u32 = 52;
const INFORMANTS: u32 = 40;
const CODINGS: u32 = 6_000;
/// Lines of an interview, each one turn.
const LINES: u32 = 160;
/// Letters of a line.
const LINE: u32 = 200;
const FRAMES: u32 = 1000;
const SENTENCES: [&str; 6] = [
    "Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru.",
    "Setelah itu guru saya panggil satu per satu, saya sampaikan kelebihan dan kekurangannya.",
    "Waktu itu saya hanya diminta menandatangani instrumennya; pembahasan hasilnya belum pernah ada.",
    "Kadang jadwal kegiatan baru diumumkan malam hari lewat grup WA, jadi kami tergesa-gesa.",
    "Pagi-pagi beliau sudah di gerbang, kami disalami satu-satu.",
    "Kalau itu saya tidak tahu, Kak.",
];

fn main() {
    divan::main();
}

static STUDY: LazyLock<Study> = LazyLock::new(|| Study::new(rows()));

fn uuid(kind: u32, number: u32) -> Uuid {
    let spread = u64::from(number).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    Uuid::from_u128(u128::from(kind) << 120 | u128::from(number) << 64 | u128::from(spread))
}

/// Forty interviews, one informant each, in four groups; eight roles with their indicators.
fn rows() -> StudyRows {
    let mut chance = SmallRng::seed_from_u64(1945);
    let groups: Vec<Group> = (0_u32..)
        .zip(["Kepala sekolah", "Guru", "Siswa", "Komite"])
        .map(|(at, name)| Group {
            id: GroupId::from_uuid(uuid(1, at)),
            key: format!("g{at}"),
            name: name.to_owned(),
            order: at,
        })
        .collect();
    let informants: Vec<Informant> = (0..INFORMANTS)
        .map(|at| Informant {
            group: groups.get(at as usize % 4).map(|group| group.id),
            ..Informant::new(InformantId::from_uuid(uuid(2, at)), format!("I{at}"))
        })
        .collect();
    let sources: Vec<Source> = (0..INFORMANTS).map(source).collect();
    let turns = (0_u32..).zip(&informants).map(|(at, informant)| turns(at, informant.id)).collect();
    let codes: Vec<Code> = (0..CODES).map(code).collect();
    let coder = Coder { id: CoderId::from_uuid(uuid(6, 0)), name: "Rahma".to_owned(), kind: CoderKind::Person };
    let segments: Vec<Segment> = (0..CODINGS).map(|at| segment(at, &sources, &mut chance)).collect();
    let directions = [Direction::Supports, Direction::Supports, Direction::Partly, Direction::Weakens];
    let codings = segments
        .iter()
        .zip(0..)
        .map(|(segment, at)| Coding {
            id: CodingId::from_uuid(uuid(8, at)),
            segment: segment.id,
            code: codes[chance.random_range(0..codes.len())].id,
            coder: coder.id,
            direction: Some(directions[chance.random_range(0..directions.len())]),
            created: Timestamp::from_millis(1_740_000_000_000 + i64::from(at)),
        })
        .collect();
    StudyRows {
        project: ProjectInfo {
            id: ProjectId::from_uuid(uuid(9, 0)),
            revision: 1,
            title: "52 × 40".to_owned(),
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
        coders: vec![coder],
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
        name: format!("W.I{at}.12-02-2025"),
        short: format!("W.I{at}"),
        description: String::new(),
        technique: Technique::Interview,
        date: u8::try_from(at % 28 + 1).ok().and_then(|day| Date::new(2025, 2, day)),
        place: String::new(),
        setting: String::new(),
        number: at + 1,
        note: String::new(),
        header: Vec::new(),
        revision: RevisionId::from_uuid(uuid(4, at)),
        original_name: String::new(),
        encoding: "UTF-8".to_owned(),
        length: LINES * LINE,
        lines: LINES,
        numbers: emaslim::domain::LineNumbers::default(),
    }
}

fn turns(at: u32, informant: InformantId) -> Arc<[Turn]> {
    (0..LINES)
        .map(|line| Turn {
            id: TurnId::from_uuid(uuid(5, at * LINES + line)),
            range: CharRange::new(line * LINE, line * LINE + LINE - 1),
            words: CharRange::new(line * LINE + 4, line * LINE + LINE - 1),
            label: format!("I{at}"),
            informant: Some(informant),
            kind: TurnKind::Speech,
        })
        .collect()
}

fn code(at: u32) -> Code {
    let role = at - at % 7;
    let is_role = at == role;
    Code {
        id: CodeId::from_uuid(uuid(10, at)),
        parent: (!is_role).then(|| CodeId::from_uuid(uuid(10, role))),
        kind: CodeKind::Role,
        short: if is_role { format!("R{}", at / 7) } else { format!("R{}.{}", at / 7, at % 7) },
        name: if is_role { format!("Peran {}", at / 7) } else { "Melaksanakan supervisi akademik".to_owned() },
        colour: Colour([0xD5, 0x5E, 0x00]),
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
    let source = &sources[at as usize % sources.len()];
    let line = chance.random_range(0..LINES);
    let quote = SENTENCES[chance.random_range(0..SENTENCES.len())];
    let start = line * LINE + chance.random_range(4..60);
    let length = u32::try_from(quote.chars().count()).unwrap_or(40);
    let number = LineNumber::new(line + 1);
    Segment {
        id: SegmentId::from_uuid(uuid(7, at)),
        source: source.id,
        revision: source.revision,
        range: CharRange::new(start, start + length),
        line: number,
        line_end: number,
        quote: quote.into(),
        reduction: Arc::default(),
        is_key: at.is_multiple_of(50),
    }
}

struct Window {
    ctx: Context,
    stage: Stage<ComparePlace>,
    frame: u32,
}

impl Window {
    fn new(mode: Mode, is_accessible: bool) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        Theme::apply(&ctx, 17.0);
        if is_accessible {
            ctx.enable_accesskit();
        }
        let mut stage = Stage::new(STUDY.clone(), Language::Indonesian);
        let kept = KeptBoard { rows: RowsKind::Codes, by: Axis::Informant, mode, ..KeptBoard::default() };
        stage.place = ComparePlace::left(stage.study.project.id, kept);
        Self { ctx, stage, frame: 0 }
    }

    /// One frame with its tessellation. Says whether another is wanted at once.
    fn show(&mut self, events: Vec<Event>) -> bool {
        self.frame += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(1516.0, 924.0))),
            time: Some(f64::from(self.frame) / 60.0),
            events,
            ..RawInput::default()
        };
        let stage = &mut self.stage;
        let mut output = self.ctx.run_ui(input, |ui| stage.ui(ui));
        output.textures_delta.clear();
        let shapes = self.ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        divan::black_box(&shapes);
        output.viewport_output.values().any(|viewport| viewport.repaint_delay.is_zero())
    }

    /// Down and to the right for a while, then up and back, so that the end is never reached.
    fn scroll(&mut self) {
        let back = if (self.frame / 90).is_multiple_of(2) { -1.0 } else { 1.0 };
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(60.0 * back, 40.0 * back),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        };
        self.show(vec![Event::PointerMoved(pos2(700.0, 500.0)), wheel]);
    }
}

/// Takes single frames, and says the 99th percentile, which the table does not have.
fn frames(bencher: Bencher<'_, '_>, name: &str, mut window: Window) {
    let mut warm = 0;
    while window.show(Vec::new()) && warm < 100 {
        warm += 1;
    }
    let mut times = Vec::with_capacity(FRAMES as usize);
    bencher.bench_local(|| {
        let begun = Instant::now();
        window.scroll();
        times.push(begun.elapsed());
    });
    times.sort_unstable();
    if let Some(time) = times.get(times.len() * 99 / 100) {
        eprintln!("{name}: 99 of 100 below {time:.2?}");
    }
}

#[divan::bench(sample_count = FRAMES, sample_size = 1)]
fn board_frame(bencher: Bencher<'_, '_>) {
    frames(bencher, "board_frame", Window::new(Mode::Quotes, false));
}

#[divan::bench(sample_count = FRAMES, sample_size = 1)]
fn board_frame_accesskit(bencher: Bencher<'_, '_>) {
    frames(bencher, "board_frame_accesskit", Window::new(Mode::Quotes, true));
}

#[divan::bench(sample_count = FRAMES, sample_size = 1)]
fn board_frame_coverage(bencher: Bencher<'_, '_>) {
    frames(bencher, "board_frame_coverage", Window::new(Mode::Coverage, false));
}

/// Counting, putting into words and the first frame.
#[divan::bench(sample_count = 20)]
fn board_first_frame(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(|| Window::new(Mode::Quotes, false)).bench_local_values(|mut window| {
        window.show(Vec::new());
        window
    });
}
