//! The transcript in a window of its own, without the program round it: that it stands still while everything
//! about it changes, and that nothing that can be in a text brings it down.

use super::{Heard, Ink, Look, Mark, Transcript};
use crate::app::fonts;
use crate::app::theme::{Theme, TypeStep, type_scale};
use crate::domain::{
    CharOffset, CharRange, CodingId, Colour, Language, LineNumber, SegmentId, SourceText, Turn, TurnId, TurnKind,
};
use crate::i18n::Catalog;
use eframe::egui::accesskit;
use eframe::egui::{
    Context, Event, Modifiers, MouseWheelUnit, PointerButton, RawInput, Rect, Shape, TouchPhase, Vec2, pos2, vec2,
};
use proptest::prelude::*;
use std::sync::Arc;
use uuid::Uuid;

/// A window with nothing in it but a transcript.
pub(super) struct Stage {
    ctx: Context,
    catalog: Catalog,
    pub(super) transcript: Transcript,
    /// The chosen coding.
    pub(super) chosen: Option<CodingId>,
    size: Vec2,
    step: TypeStep,
    characters: u8,
    frame: u32,
    /// What was painted last.
    pub(super) shapes: Vec<Shape>,
    /// What is said to a screen reader, where one listens.
    nodes: Vec<(accesskit::NodeId, accesskit::Node)>,
}

impl Stage {
    pub(super) fn new(text: &str) -> Self {
        let ctx = Context::default();
        fonts::install(&ctx);
        Theme::apply(&ctx, 17.0);
        let mut stage = Self {
            ctx,
            catalog: Catalog::new(Language::Indonesian),
            transcript: Transcript::default(),
            chosen: None,
            size: vec2(908.0, 700.0),
            step: type_scale::READ,
            characters: 68,
            frame: 0,
            shapes: Vec::new(),
            nodes: Vec::new(),
        };
        let text = Arc::new(SourceText::new(text));
        let turns = turns(&text);
        stage.transcript.open(text, turns);
        // Faces are there from the second frame on.
        stage.frames(2);
        stage
    }

    pub(super) fn show(&mut self, events: Vec<Event>) -> Heard {
        self.frame += 1;
        let input = RawInput {
            screen_rect: Some(Rect::from_min_size(pos2(0.0, 0.0), self.size)),
            time: Some(f64::from(self.frame) / 60.0),
            events,
            ..RawInput::default()
        };
        let look = Look {
            catalog: &self.catalog,
            step: self.step,
            characters: self.characters,
            is_small: false,
            chosen: self.chosen,
            is_offered: false,
            name: "W.KS",
        };
        let (transcript, mut heard) = (&mut self.transcript, Heard::default());
        let mut output = self.ctx.run_ui(input, |ui| heard = transcript.ui(ui, &look));
        output.textures_delta.clear();
        self.shapes = output.shapes.iter().map(|clipped| clipped.shape.clone()).collect();
        if let Some(update) = output.platform_output.accesskit_update.take() {
            self.nodes = update.nodes;
        }
        let shapes = std::mem::take(&mut output.shapes);
        let _ = self.ctx.tessellate(shapes, output.pixels_per_point);
        heard
    }

    pub(super) fn frames(&mut self, count: u32) {
        for _ in 0..count {
            self.show(Vec::new());
        }
    }

    fn scroll(&mut self, by: f32) {
        let wheel = Event::MouseWheel {
            unit: MouseWheelUnit::Point,
            delta: vec2(0.0, -by),
            phase: TouchPhase::Move,
            source: eframe::egui::MouseWheelSource::Unknown,
            modifiers: Modifiers::NONE,
        };
        self.show(vec![Event::PointerMoved(pos2(400.0, 300.0)), wheel]);
        // The wheel's smoothing comes to rest.
        self.frames(20);
    }

    /// Whether the row of a position is the one at the top: it begins at or above the top of the window, and
    /// the row that is said to be there is no other one.
    fn is_at_top(&self, position: CharOffset, slack: u32) -> bool {
        self.transcript.top().get().abs_diff(position.get()) <= slack
    }

    pub(super) fn text(&self) -> Arc<SourceText> {
        Arc::clone(self.transcript.text.as_ref().expect("a text"))
    }
}

/// Turns as an import finds them: a label, a colon, words.
fn turns(text: &SourceText) -> Arc<[Turn]> {
    (1..=text.line_count())
        .filter_map(|number| {
            let line = LineNumber::new(number);
            let (range, words) = (text.line_range(line)?, text.line(line)?);
            let (label, kind) = match words.split_once(": ")? {
                ("KS", _) => ("KS", TurnKind::Speech),
                ("P", _) => ("P", TurnKind::Question),
                _ => return None,
            };
            let start = range.start.get() + u32::try_from(label.len()).ok()? + 2;
            Some(Turn {
                id: TurnId::from_uuid(Uuid::nil()),
                range,
                words: CharRange::new(start, range.end.get()),
                label: label.to_owned(),
                informant: None,
                kind,
            })
        })
        .collect()
}

pub(super) fn ink(label: &str) -> Ink {
    Ink {
        colour: Colour([0, 0x72, 0xB2]),
        label: label.to_owned(),
        name: "Melaksanakan supervisi".to_owned(),
        takes_direction: true,
        is_filling: true,
    }
}

pub(super) fn mark(range: CharRange, id: u32) -> Mark {
    Mark {
        coding: CodingId::from_uuid(Uuid::from_u128(u128::from(id))),
        segment: SegmentId::from_uuid(Uuid::from_u128(u128::from(id))),
        range,
        ink: 0,
        direction: None,
        coder: None,
        is_key: false,
    }
}

/// An interview of many lines, some long, some in Arabic, some blank.
pub(super) fn interview(lines: usize) -> String {
    let kinds = [
        "P: Bagaimana pelaksanaan supervisi di sekolah ini, dan siapa yang menyusun jadwalnya?\n",
        "KS: Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru, jadi tidak ada yang merasa disergap. Setelah itu guru saya panggil satu per satu, saya sampaikan kelebihan dan kekurangannya, lalu kami buat rencana perbaikan 🙏🏽.\n",
        "KS: Wa’alaikumussalam warahmatullah (وعليكم السلام ورحمة الله وبركاته). Silakan.\n",
        "\n",
        "KS: Iya.\n",
    ];
    (0..lines).map(|at| kinds[(at * 7 + at / 5) % kinds.len()]).collect()
}

#[test]
fn the_same_words_stay_at_the_top_whatever_the_measure() {
    let mut stage = Stage::new(&interview(400));
    let range = stage.text().find_all("dua kali").nth(40).expect("words");
    stage.transcript.reveal(range);
    stage.frames(3);
    stage.scroll(37.0);
    let before = stage.transcript.top();
    let row = 90;
    for size in [vec2(700.0, 700.0), vec2(1400.0, 500.0), vec2(640.0, 900.0), vec2(908.0, 700.0)] {
        stage.size = size;
        stage.frames(3);
        assert!(stage.is_at_top(before, row), "{size:?}: {before} became {}", stage.transcript.top());
    }
    assert_eq!(stage.transcript.top(), before, "back to the same width is back to the same row");
    for (points, leading, characters) in [(24.0, 48.0, 45), (14.0, 20.0, 90), (19.0, 30.0, 60), (17.0, 29.0, 68)] {
        stage.step = type_scale::READ.at(points).with_line(leading);
        stage.characters = characters;
        stage.frames(3);
        assert!(stage.is_at_top(before, row), "{points}: {before} became {}", stage.transcript.top());
    }
    for zoom in [2.0, 0.8, 1.25, 1.0] {
        stage.ctx.set_zoom_factor(zoom);
        stage.frames(4);
        assert!(stage.is_at_top(before, row), "{zoom}: {before} became {}", stage.transcript.top());
    }
    assert_eq!(stage.transcript.top(), before);
}

#[test]
fn a_long_block_is_held_by_the_row_that_is_at_the_top() {
    let sentence = "Kami membuat jadwal supervisi bersama guru, lalu ditempel. ";
    let mut stage = Stage::new(&format!("KS: {}\n{}", sentence.repeat(60), interview(30)));
    stage.scroll(600.0);
    let before = stage.transcript.top();
    assert!(before.get() > 500, "the window begins within the block");
    for width in [640.0, 1200.0, 760.0, 908.0] {
        stage.size.x = width;
        stage.frames(3);
        assert!(stage.is_at_top(before, 90), "{width}: {before} became {}", stage.transcript.top());
    }
    assert_eq!(stage.transcript.top(), before);
}

#[test]
fn the_end_of_the_text_is_held_too() {
    let mut stage = Stage::new(&interview(120));
    stage.scroll(1.0e6);
    stage.frames(4);
    let before = stage.transcript.top();
    stage.size = vec2(640.0, 1000.0);
    stage.frames(3);
    stage.size = vec2(908.0, 700.0);
    stage.frames(3);
    assert_eq!(stage.transcript.top(), before);
}

#[test]
fn a_jump_lands_at_once_and_stays() {
    let text = interview(20_000);
    let mut stage = Stage::new(&text);
    let source = stage.text();
    for line in [19_990, 3, 12_345, 12_000, 7, 15_001] {
        let range = source.line_range(LineNumber::new(line)).expect("a line");
        stage.transcript.reveal(range);
        stage.show(Vec::new());
        let top = stage.transcript.top();
        assert!(source.line_of(top).get() <= line && line - source.line_of(top).get() < 30, "{line} from {top}");
        let painted = stage.transcript.spot;
        stage.frames(60);
        assert_eq!((stage.transcript.top(), stage.transcript.spot), (top, painted), "nothing moves afterwards");
    }
}

#[test]
fn a_place_is_found_again_with_other_speakers_and_after_a_correction() {
    let text = interview(300);
    let mut stage = Stage::new(&text);
    let source = stage.text();
    let range = source.find_all("dua kali").nth(30).expect("words");
    stage.transcript.select(range);
    stage.transcript.reveal(range);
    stage.frames(3);
    stage.scroll(21.0);
    let (before, selected) = (stage.transcript.top(), stage.transcript.selection());
    let standing = stage.transcript.standing().expect("a place");
    // The speakers are taken away: labels come into the words.
    stage.transcript.open_again(Arc::clone(&source), Arc::new([]), &standing);
    stage.frames(3);
    assert!(stage.is_at_top(before, 90), "{before} became {}", stage.transcript.top());
    assert_eq!(stage.transcript.selection(), selected);
    // And back, with a line more at the beginning.
    let longer = Arc::new(SourceText::new(format!("Catatan di awal naskah.\n{text}")));
    let standing = stage.transcript.standing().expect("a place");
    stage.transcript.open_again(Arc::clone(&longer), turns(&longer), &standing);
    stage.frames(3);
    let moved = CharOffset::new(before.get() + 24);
    assert!(stage.is_at_top(moved, 90), "{moved} became {}", stage.transcript.top());
    assert_eq!(stage.transcript.selection(), None, "in other words nothing is selected");
}

#[test]
fn codings_that_come_and_go_move_nothing() {
    let mut stage = Stage::new(&interview(200));
    let range = stage.text().find_all("dua kali").nth(20).expect("words");
    stage.transcript.reveal(range);
    stage.frames(3);
    let before = (stage.transcript.top(), stage.transcript.spot);
    for count in [1, 3, 6, 9, 0] {
        let marks = (0..count).map(|id| mark(range, id)).collect();
        stage.transcript.set_marks(marks, vec![ink("SUP.2")], Vec::new());
        for width in [908.0, 640.0, 908.0] {
            stage.size.x = width;
            stage.frames(2);
        }
        assert_eq!((stage.transcript.top(), stage.transcript.spot), before, "with {count} codings");
    }
}

#[test]
fn the_overview_is_held_without_a_tremor() {
    let mut stage = Stage::new(&interview(6000));
    let button = |y: f32, pressed: bool| Event::PointerButton {
        pos: pos2(900.0, y),
        button: PointerButton::Primary,
        pressed,
        modifiers: Modifiers::NONE,
    };
    stage.show(vec![Event::PointerMoved(pos2(900.0, 350.0))]);
    stage.show(vec![button(350.0, true)]);
    stage.frames(1);
    let middle = (stage.transcript.top(), stage.transcript.spot);
    let line = stage.text().line_of(middle.0).get();
    assert!((2800..3200).contains(&line), "a click in the middle goes to the middle: {line}");
    stage.frames(60);
    assert_eq!((stage.transcript.top(), stage.transcript.spot), middle, "a pointer that rests moves nothing");
    let mut before = middle.0;
    for y in [351.0, 353.0, 380.0, 420.0, 600.0] {
        stage.show(vec![Event::PointerMoved(pos2(900.0, y))]);
        stage.frames(2);
        assert!(stage.transcript.top() > before, "down is on");
        before = stage.transcript.top();
    }
    stage.show(vec![Event::PointerMoved(pos2(900.0, 699.0))]);
    stage.frames(2);
    stage.show(vec![button(699.0, false)]);
    let last = stage.text().line_of(stage.transcript.top()).get();
    assert!(last > 5950, "the frame reaches the end: {last}");
}

/// What brings other programs down, or to a standstill.
fn bad_texts() -> Vec<(&'static str, String)> {
    vec![
        ("nothing", String::new()),
        ("a letter", "x".to_owned()),
        ("a line end", "\n".to_owned()),
        ("a paragraph without a space", "abcdefghijklmnopqrstuvwxyz".repeat(40_000)),
        ("an Arabic paragraph without a space", "كلمةطويلةجدابدونمسافات".repeat(300)),
        ("marks upon marks", format!("a{}", "\u{301}".repeat(9_000))),
        ("tabs and controls", "a\tb\u{1}c\u{7f}d\u{b}e\u{85}f\u{2028}g\u{202e}h\u{200b}i\u{fffd}\r".repeat(40)),
        ("letters that no face has", "\u{10980}\u{10981} ꙮ 𓀀𓀁 ᠠᠡ \u{e000} \u{10ffff} 漢字 ก็".repeat(40)),
        ("lines without end", "a\n".repeat(30_000)),
    ]
}

#[test]
fn nothing_in_a_text_brings_it_down() {
    for (name, text) in bad_texts() {
        let mut stage = Stage::new(&text);
        let source = stage.text();
        let length = source.len();
        let marks = (0..40).map(|id| mark(source.snap(CharRange::new(id * 7, id * 7 + 90)), id)).collect();
        stage.transcript.set_marks(marks, vec![ink("SUP.2")], Vec::new());
        stage.frames(1);
        for range in [CharRange::new(length / 2, length / 2 + 3), CharRange::new(length.saturating_sub(1), length)] {
            let range = source.snap(range);
            stage.transcript.select(range);
            stage.transcript.reveal(range);
            stage.frames(2);
        }
        stage.scroll(-400.0);
        stage.size = vec2(200.0, 90.0);
        stage.frames(2);
        stage.size = vec2(3.0, 3.0);
        stage.frames(2);
        assert!(stage.transcript.top().get() <= length, "{name}");
    }
}

#[test]
fn a_sentence_with_ten_thousand_codings_is_drawn() {
    let mut stage = Stage::new(&interview(40));
    let sentence = stage.text().find_all("Setiap guru").next().expect("a sentence").start.get();
    let marks = (0..10_000)
        .map(|id| {
            let from = sentence + id % 90;
            Mark { ink: u16::try_from(id % 49).unwrap_or(0), ..mark(CharRange::new(from, from + 5 + id % 60), id) }
        })
        .collect();
    let inks = (0..49).map(|code| ink(&format!("{code}{}", "nama kode yang panjang sekali ".repeat(10)))).collect();
    stage.transcript.set_marks(marks, inks, Vec::new());
    stage.frames(1);
    let painted = |shapes: &[Shape]| {
        let mut words = Vec::new();
        for shape in shapes {
            if let Shape::Text(text) = shape {
                words.push((text.galley.text().to_owned(), text.visual_bounding_rect()));
            }
        }
        words
    };
    let words = painted(&stage.shapes);
    assert!(words.iter().any(|(said, _)| said == "+99"), "what is left out is counted");
    let label = words.iter().find(|(said, _)| said.contains("nama kode yang")).expect("a label");
    assert!(label.1.right() <= 892.5, "a long name stays within its room: {:?}", label.1);
}

#[test]
fn the_codings_of_a_block_and_its_speaker_are_said() {
    let mut stage = Stage::new("P: Bagaimana supervisinya?\nKS: Setiap guru saya supervisi.\n");
    stage.ctx.enable_accesskit();
    let range = stage.text().find_all("Setiap guru").next().expect("words");
    let own = Mark { direction: Some(crate::domain::Direction::Supports), ..mark(range, 1) };
    let other = Mark { coder: Some(0), is_key: true, ..mark(range, 2) };
    let coder = super::OtherCoder { initials: "BS".to_owned(), name: "Budi S.".to_owned() };
    stage.transcript.set_marks(vec![own, other], vec![ink("SUP.2")], vec![coder]);
    stage.transcript.select(range);
    stage.frames(1);
    let said = |label: &str| {
        stage.nodes.iter().find(|(_, node)| node.label() == Some(label)).map(|(_, node)| node.clone()).expect("a node")
    };
    let answer = said("Setiap guru saya supervisi.");
    let described = answer.description().expect("a description");
    assert!(
        described.starts_with("KS, baris 2 · SUP.2 Melaksanakan supervisi · mendukung; ")
            && described.ends_with("kutipan kunci · Budi S."),
        "{described}"
    );
    assert_eq!(answer.is_selected(), Some(true));
    assert_eq!(said("Bagaimana supervisinya?").is_selected(), Some(false));
    assert_eq!(said("Peta koding").value(), Some("baris 1 dari 2"));
}

#[test]
fn what_lies_beside_the_words_and_the_words_find_each_other() {
    let mut stage = Stage::new("KS: Setiap guru saya supervisi dua kali. Semua tahu itu.\n");
    let range = stage.text().find_all("guru saya").next().expect("words");
    stage.transcript.set_marks(vec![mark(range, 1)], vec![ink("SUP.2")], Vec::new());
    stage.frames(2);
    let outlines = |shapes: &[Shape]| {
        shapes
            .iter()
            .filter(|shape| matches!(shape, Shape::Rect(rect) if rect.stroke.width == 1.0 && rect.rect.width() > 40.0))
            .count()
    };
    let strong = |shapes: &[Shape]| {
        shapes.iter().any(|shape| match shape {
            Shape::Text(text) if text.galley.text() == "SUP.2" => {
                let font = &text.galley.job.sections[0].format.font_id;
                *font == type_scale::CAPTION.strong().font()
            }
            _ => false,
        })
    };
    let place = |stage: &Stage, words: &str| {
        stage.shapes.iter().find_map(|shape| match shape {
            Shape::Text(text) if text.galley.text().starts_with(words) => Some(text.visual_bounding_rect()),
            _ => None,
        })
    };
    let label = place(&stage, "SUP.2").expect("a label");
    let words = place(&stage, "Setiap").expect("words");
    assert!(!strong(&stage.shapes) && outlines(&stage.shapes) == 0);
    stage.show(vec![Event::PointerMoved(label.center())]);
    stage.frames(1);
    assert!(strong(&stage.shapes), "the label under the pointer is strong");
    assert_eq!(outlines(&stage.shapes), 1, "and its words are enclosed");
    stage.show(vec![Event::PointerMoved(words.left_center() + vec2(90.0, 0.0))]);
    stage.frames(1);
    assert!(strong(&stage.shapes), "words under the pointer make their label strong");
    stage.show(vec![Event::PointerMoved(words.left_center() + vec2(10.0, 0.0))]);
    stage.frames(1);
    assert!(!strong(&stage.shapes));
}

/// Pictures of what the sample study does not hold, to be looked at.
#[test]
fn the_odd_states_can_be_looked_at() {
    if std::env::var_os("EMASLIM_PICTURES").is_none() || !crate::app::picture::can_render() {
        return;
    }
    let odd = "Kepala Sekolah: Setiap guru saya supervisi dua kali dalam satu semester, jadwalnya kami tempel di ruang guru, jadi tidak ada yang merasa disergap.\n\
        Wakil Kepala Sekolah Bidang Kurikulum: Betul, dan hasilnya kami bahas bersama.\n\
        Kepala Sekolah: Sebagaimana firman Allah, إِنَّ اللَّهَ لَا يُغَيِّرُ مَا بِقَوْمٍ حَتَّىٰ يُغَيِّرُوا مَا بِأَنْفُسِهِمْ (Ar-Ra’d 13:11), kami mulai dari diri sendiri dan dari yang kecil.\n\
        Kepala Sekolah: بِسْمِ ٱللَّهِ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ ٱلْحَمْدُ لِلَّهِ رَبِّ ٱلْعَـٰلَمِينَ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ مَـٰلِكِ يَوْمِ ٱلدِّينِ إِيَّاكَ نَعْبُدُ وَإِيَّاكَ نَسْتَعِينُ ٱهْدِنَا ٱلصِّرَٰطَ ٱلْمُسْتَقِيمَ\n\
        P: Terima kasih 🙏🏽. ꙮ𓀀ᠠ\n";
    for dark in [false, true] {
        for (name, size, zoom) in
            [("wide", vec2(908.0, 640.0), 2.0), ("narrow", vec2(764.0, 436.0), 1.0), ("tight", vec2(380.0, 400.0), 2.0)]
        {
            let theme = if dark { eframe::egui::Theme::Dark } else { eframe::egui::Theme::Light };
            let text = Arc::new(SourceText::new(odd));
            let mut transcript = Transcript::default();
            transcript.open(Arc::clone(&text), named_turns(&text));
            let at = |words: &str, id: u32, ink: u16| {
                let range = text.find_all(words).next().expect("words");
                Mark { ink, direction: crate::domain::Direction::ALL.get(id as usize % 5).copied(), ..mark(range, id) }
            };
            let mut marks = vec![
                at("guru saya supervisi dua kali dalam satu semester", 1, 0),
                Mark { coder: Some(0), is_key: true, ..at("dua kali dalam satu semester, jadwalnya", 2, 1) },
                at("kali dalam satu", 3, 2),
                at("dalam satu", 4, 3),
                at("satu", 5, 4),
                at("satu semester", 6, 5),
                at("satu semester, jad", 7, 6),
                at("satu semester, jadwal", 12, 7),
                at("hasilnya kami bahas", 8, 8),
                at("إِنَّ اللَّهَ لَا يُغَيِّرُ مَا بِقَوْمٍ", 9, 4),
                at("يُغَيِّرُوا مَا بِأَنْفُسِهِمْ (Ar-Ra’d", 10, 1),
                at("رَبِّ ٱلْعَـٰلَمِينَ ٱلرَّحْمَـٰنِ ٱلرَّحِيمِ مَـٰلِكِ", 11, 0),
            ];
            marks.push(Mark { is_key: true, ..at("Betul", 13, 9) });
            let colours =
                [0x0072B2, 0xE69F00, 0x7A7A7A, 0xD55E00, 0x009E73, 0x56B4E9, 0xCC79A7, 0x7F3C8D, 0x4D4D4D, 0x123456];
            let inks = colours.iter().enumerate().map(|(at, colour): (usize, &u32)| {
                let [_, red, green, blue] = colour.to_be_bytes();
                let label = if at == 9 { "Nama kode yang panjang sekali".to_owned() } else { format!("SUP.{at}") };
                Ink { colour: Colour([red, green, blue]), is_filling: at != 8, ..ink(&label) }
            });
            let coder = super::OtherCoder { initials: "BS".to_owned(), name: "Budi S.".to_owned() };
            transcript.set_marks(marks.clone(), inks.collect(), vec![coder]);
            let catalog = Catalog::new(Language::Indonesian);
            let chosen = Some(marks[if name == "wide" { 7 } else { 0 }].coding);
            let mut harness = egui_kittest::Harness::builder()
                .with_size(size)
                .with_pixels_per_point(zoom)
                .with_theme(theme)
                .allow_missing_glyphs()
                .with_context_setup(crate::app::picture::dress)
                .build_ui(move |ui| {
                    let look = Look {
                        catalog: &catalog,
                        step: if name == "wide" { type_scale::READ } else { type_scale::READ_NARROW },
                        characters: 68,
                        is_small: name != "wide",
                        chosen,
                        is_offered: false,
                        name: "W.KS",
                    };
                    transcript.ui(ui, &look);
                });
            harness.run_steps(4);
            crate::app::picture::look(&mut harness, &format!("odd-{name}-{}", if dark { "dark" } else { "light" }));
        }
    }
}

/// Turns by whatever stands before the first colon of a line.
fn named_turns(text: &SourceText) -> Arc<[Turn]> {
    (1..=text.line_count())
        .filter_map(|number| {
            let line = LineNumber::new(number);
            let (range, words) = (text.line_range(line)?, text.line(line)?);
            let (label, _) = words.split_once(": ")?;
            let start = range.start.get() + u32::try_from(label.chars().count()).ok()? + 2;
            Some(Turn {
                id: TurnId::from_uuid(Uuid::nil()),
                range,
                words: CharRange::new(start, range.end.get()),
                label: label.to_owned(),
                informant: None,
                kind: if label == "P" { TurnKind::Question } else { TurnKind::Speech },
            })
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, ..ProptestConfig::default() })]

    /// Whatever is scrolled and however the window is pulled, the row at the top is held within a row.
    #[test]
    fn resizing_holds_the_row(steps in proptest::collection::vec((-900.0_f32..2400.0, 620.0_f32..1500.0, 14.0_f32..24.0), 1..6)) {
        let mut stage = Stage::new(&interview(260));
        for (by, width, points) in steps {
            stage.scroll(by);
            let before = stage.transcript.top();
            let end = stage.transcript.spot;
            stage.size.x = width;
            stage.step = type_scale::READ.at(points.round());
            stage.frames(2);
            // At the very end there is nothing left to show below.
            let is_kept = stage.transcript.top() <= before;
            let row = 110;
            prop_assert!(stage.is_at_top(before, row) || is_kept && end.block + 40 > 260, "{} became {}", before, stage.transcript.top());
        }
    }
}
