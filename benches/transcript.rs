//! What a transcript of 1 MB with 10,000 codings costs: opening it up to the first frame, and one frame
//! while scrolling, layout and tessellation together. Budget: first frame below 50 ms; a scrolling frame
//! below 2 ms (median), below 3 ms with the accessibility tree on. `cargo bench --bench transcript`.

use divan::Bencher;
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelSource, MouseWheelUnit, RawInput, Rect, TouchPhase, pos2, vec2,
};
use emaslim::app::fonts;
use emaslim::app::theme::{Theme, type_scale};
use emaslim::app::transcript::{Ink, Look, Mark, Transcript};
use emaslim::domain::{
    CharRange, CodingId, Colour, Direction, InformantId, Language, LineNumber, SegmentId, SourceText, Turn, TurnId,
    TurnKind,
};
use emaslim::i18n::Catalog;
use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use std::sync::{Arc, LazyLock};
use uuid::Uuid;

const BYTES: usize = 1 << 20;
const CODINGS: u32 = 10_000;
const CODES: u16 = 49;
const INTERVIEW: &str = include_str!("../assets/study/txt/W.KS.12-02-2025.txt");
const COLOURS: [[u8; 3]; 9] = [
    [0x00, 0x72, 0xB2],
    [0xE6, 0x9F, 0x00],
    [0x7A, 0x7A, 0x7A],
    [0xD5, 0x5E, 0x00],
    [0x00, 0x9E, 0x73],
    [0x56, 0xB4, 0xE9],
    [0xCC, 0x79, 0xA7],
    [0x7F, 0x3C, 0x8D],
    [0x4D, 0x4D, 0x4D],
];

fn main() {
    divan::main();
}

/// The sample interview again and again, up to 1 MB, with its turns.
static TEXT: LazyLock<(Arc<SourceText>, Arc<[Turn]>)> = LazyLock::new(|| {
    let text = Arc::new(SourceText::new(INTERVIEW.repeat(BYTES / INTERVIEW.len() + 1)));
    let turns = (1..=text.line_count())
        .filter_map(|number| {
            let line = LineNumber::new(number);
            let (range, words) = (text.line_range(line)?, text.line(line)?);
            let (label, kind) = match words.split_once(": ")? {
                ("KS", _) => ("KS", TurnKind::Speech),
                ("P", _) => ("P", TurnKind::Question),
                _ => return None,
            };
            let skipped = u32::try_from(label.len()).ok()? + 2;
            Some(Turn {
                id: TurnId::from_uuid(Uuid::nil()),
                range,
                words: CharRange::new(range.start.get() + skipped, range.end.get()),
                label: label.to_owned(),
                informant: (kind == TurnKind::Speech).then(|| InformantId::from_uuid(Uuid::nil())),
                kind,
            })
        })
        .collect();
    (text, turns)
});

/// Codings of 20 to 200 code points, anywhere within the first one of `share` parts of the text.
fn marks(share: u32) -> (Vec<Mark>, Vec<Ink>) {
    let mut random = SmallRng::seed_from_u64(31);
    let within = TEXT.0.len() / share;
    let list = (0..CODINGS)
        .map(|number| {
            let start = random.random_range(0..within);
            let end = (start + random.random_range(20..200)).min(TEXT.0.len());
            Mark {
                coding: CodingId::from_uuid(Uuid::from_u128(u128::from(number))),
                segment: SegmentId::from_uuid(Uuid::from_u128(u128::from(number))),
                range: CharRange::new(start, end),
                ink: random.random_range(0..CODES),
                direction: Some(Direction::Supports),
            }
        })
        .collect();
    let inks = (0..CODES)
        .map(|code| Ink {
            colour: Colour(COLOURS[usize::from(code) % COLOURS.len()]),
            label: format!("SUP.{code}"),
            takes_direction: true,
            is_filling: usize::from(code) % COLOURS.len() != 8,
        })
        .collect();
    (list, inks)
}

struct Window {
    ctx: Context,
    catalog: Catalog,
    transcript: Transcript,
    frame: u32,
}

impl Window {
    fn new(is_accessible: bool) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        Theme::apply(&ctx, 17.0);
        if is_accessible {
            ctx.enable_accesskit();
        }
        let mut window =
            Self { ctx, catalog: Catalog::new(Language::Indonesian), transcript: Transcript::default(), frame: 0 };
        window.show(Vec::new());
        window
    }

    fn open(&mut self, marks: Vec<Mark>, inks: Vec<Ink>) {
        self.transcript.open(Arc::clone(&TEXT.0), Arc::clone(&TEXT.1));
        self.transcript.set_marks(marks, inks);
    }

    /// One frame with its tessellation. Says whether another is wanted at once.
    fn show(&mut self, events: Vec<Event>) -> bool {
        self.frame += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), vec2(908.0, 852.0))),
            time: Some(f64::from(self.frame) / 60.0),
            events,
            ..RawInput::default()
        };
        let (transcript, catalog) = (&mut self.transcript, &self.catalog);
        let mut output = self.ctx.run_ui(input, |ui| {
            let step = type_scale::READ;
            let look = Look { catalog, step, characters: 68, is_small: false, chosen: None, name: "W.KS" };
            transcript.ui(ui, &look);
        });
        output.textures_delta.clear();
        let shapes = self.ctx.tessellate(std::mem::take(&mut output.shapes), output.pixels_per_point);
        divan::black_box(&shapes);
        output.viewport_output.values().any(|viewport| viewport.repaint_delay.is_zero())
    }

    fn settle(&mut self) {
        let mut frames = 0;
        while self.show(Vec::new()) && frames < 4000 {
            frames += 1;
        }
    }

    fn scroll(&mut self) {
        // Down for a while, then up again, so that the end is never reached.
        let by = if (self.frame / 500).is_multiple_of(2) { -60.0 } else { 60.0 };
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, by),
            phase: TouchPhase::Move,
            source: MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        };
        self.show(vec![Event::PointerMoved(pos2(400.0, 400.0)), wheel]);
    }
}

#[divan::bench(sample_count = 20)]
fn first_frame(bencher: Bencher<'_, '_>) {
    let (marks, inks) = marks(1);
    bencher.with_inputs(|| (Window::new(false), marks.clone(), inks.clone())).bench_local_values(
        |(mut window, marks, inks)| {
            window.open(marks, inks);
            window.show(Vec::new());
            window
        },
    );
}

fn scrolling(bencher: Bencher<'_, '_>, share: u32, is_accessible: bool) {
    let mut window = Window::new(is_accessible);
    let (marks, inks) = marks(share);
    window.open(marks, inks);
    window.settle();
    bencher.bench_local(|| window.scroll());
}

#[divan::bench(sample_count = 1000, sample_size = 1)]
fn scrolling_frame(bencher: Bencher<'_, '_>) {
    scrolling(bencher, 1, false);
}

#[divan::bench(sample_count = 1000, sample_size = 1)]
fn scrolling_frame_accessible(bencher: Bencher<'_, '_>) {
    scrolling(bencher, 1, true);
}

/// All codings in the first twentieth of the text, a hundred in every paragraph.
#[divan::bench(sample_count = 1000, sample_size = 1)]
fn scrolling_frame_dense(bencher: Bencher<'_, '_>) {
    scrolling(bencher, 20, false);
}
