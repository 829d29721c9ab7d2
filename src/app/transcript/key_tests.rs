//! Keys and clicks on real rows: whatever is pressed, the caret stands at a place, what is selected is whole, and a key
//! that is held comes to an end.

use super::ground::tests::hard_text;
use super::heard::Heard;
use super::tests::{Stage, ink, interview, mark};
use crate::app::theme::type_scale;
use crate::domain::{CharOffset, CharRange};
use eframe::egui::{Event, Key, Modifiers, PointerButton, Pos2, Shape, pos2, vec2};
use proptest::prelude::*;

const NONE: Modifiers = Modifiers::NONE;
const SHIFT: Modifiers = Modifiers::SHIFT;
const COMMAND: Modifiers = Modifiers::COMMAND;
const ALT: Modifiers = Modifiers::ALT;

/// The keys that move, each with the way it leads: on or back.
const MOVING: [(Key, Modifiers, bool); 16] = [
    (Key::ArrowRight, NONE, true),
    (Key::ArrowLeft, NONE, false),
    (Key::ArrowRight, COMMAND, true),
    (Key::ArrowLeft, COMMAND, false),
    (Key::ArrowRight, ALT, true),
    (Key::ArrowLeft, ALT, false),
    (Key::ArrowDown, NONE, true),
    (Key::ArrowUp, NONE, false),
    (Key::ArrowDown, COMMAND, true),
    (Key::ArrowUp, COMMAND, false),
    (Key::PageDown, NONE, true),
    (Key::PageUp, NONE, false),
    (Key::End, COMMAND, true),
    (Key::Home, COMMAND, false),
    (Key::End, NONE, true),
    (Key::Home, NONE, false),
];

fn key(key: Key, modifiers: Modifiers) -> Event {
    Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
}

fn focused(text: &str) -> Stage {
    let mut stage = Stage::new(text);
    stage.transcript.focus();
    stage.frames(2);
    stage
}

fn press(stage: &mut Stage, which: Key, modifiers: Modifiers) -> Heard {
    stage.show(vec![key(which, modifiers)])
}

fn selected(stage: &Stage) -> String {
    let range = stage.transcript.selection().unwrap_or(CharRange::new(0, 0));
    stage.text().slice(range).unwrap_or_default().to_owned()
}

/// The caret is at a place, and what is selected is whole clusters without half a label.
fn check(stage: &Stage, after: &str) {
    let text = stage.text();
    let ground = stage.transcript.ground(&text);
    let head = stage.transcript.caret();
    assert!(ground.is_place(head), "{after}: the caret stands at {head}");
    if let Some(range) = stage.transcript.selection() {
        assert_eq!(text.snap(range), range, "{after}");
        assert!(ground.is_place(range.start) && ground.is_place(range.end), "{after}: {range:?}");
    }
}

#[test]
fn every_held_key_reaches_the_end_of_the_text() {
    let unspaced = "KS: ".to_owned() + &"sangatpanjang🙏🏽".repeat(60);
    let verse = "بسم الله الرحمن الرحيم الحمد لله رب العالمين الرحمن الرحيم مالك يوم الدين إياك نعبد وإياك نستعين اهدنا الصراط المستقيم";
    let mut stage = focused(&format!("{}\n{unspaced}\n{verse}\n\n{}", interview(6), interview(4)));
    let text = stage.text();
    let (first, last) = {
        let ground = stage.transcript.ground(&text);
        (ground.first(), ground.last())
    };
    for (which, modifiers, is_on) in MOVING.into_iter().take(14) {
        let goal = if is_on { last } else { first };
        // The other keys have left the caret at the other end.
        let mut frames = 0;
        while stage.transcript.caret() != goal {
            stage.show((0..60).map(|_| key(which, modifiers)).collect());
            frames += 1;
            assert!(frames < 60, "{which:?} {modifiers:?} stays at {}", stage.transcript.caret());
        }
        check(&stage, &format!("{which:?}"));
    }
}

#[test]
fn a_page_takes_the_caret_along_at_its_height() {
    let mut stage = focused(&interview(300));
    for _ in 0..9 {
        press(&mut stage, Key::ArrowDown, NONE);
    }
    let top = stage.transcript.top();
    let caret = stage.transcript.caret();
    let text = stage.text();
    let lines =
        |stage: &Stage| text.line_of(stage.transcript.caret()).get() - text.line_of(stage.transcript.top()).get();
    let below = lines(&stage);
    press(&mut stage, Key::PageDown, NONE);
    stage.frames(1);
    assert!(stage.transcript.top() > top && stage.transcript.caret() > caret);
    assert!(lines(&stage).abs_diff(below) <= 3, "{} lines below the top, before {below}", lines(&stage));
    press(&mut stage, Key::PageUp, SHIFT);
    stage.frames(1);
    assert!(stage.transcript.selection().is_some());
    assert!(stage.transcript.top().get().abs_diff(top.get()) < 200);
}

#[test]
fn a_selection_grows_and_shrinks_the_way_it_came() {
    let mut stage = focused(&interview(20));
    let here = stage.text().find_all("semester").next().expect("a word");
    stage.transcript.stand_at(CharOffset::new(here.start.get() + 2));
    let mut way = vec![selected(&stage)];
    for _ in 0..4 {
        press(&mut stage, Key::ArrowUp, ALT);
        way.push(selected(&stage));
    }
    assert_eq!(way[1], "semester");
    assert!(way[2].starts_with("Setiap guru") && way[2].ends_with("disergap."), "{}", way[2]);
    assert!(way[3].ends_with("🙏🏽.") && way[4].len() > way[3].len());
    for before in way.iter().rev().skip(1) {
        press(&mut stage, Key::ArrowDown, ALT);
        assert_eq!(selected(&stage), *before);
    }
    assert_eq!(stage.transcript.caret().get(), here.start.get() + 2, "and the caret where it was");
}

#[test]
fn what_is_copied_says_whether_it_is_cited() {
    let mut stage = focused(&interview(4));
    press(&mut stage, Key::ArrowRight, COMMAND | SHIFT);
    assert_eq!(stage.show(vec![Event::Copy]).copied.as_deref(), Some("Bagaimana"));
    let heard = press(&mut stage, Key::C, COMMAND | SHIFT);
    assert!(heard.is_cited && heard.copied.is_none());
}

fn button(at: Pos2, pressed: bool, modifiers: Modifiers) -> Event {
    Event::PointerButton { pos: at, button: PointerButton::Primary, pressed, modifiers }
}

/// Where the first letters of a line stand.
fn first_letters(stage: &Stage, words: &str) -> Pos2 {
    let found = stage.shapes.iter().find_map(|shape| match shape {
        Shape::Text(text) if text.galley.text().starts_with(words) => Some(text.pos),
        _ => None,
    });
    found.expect("these words on show") + vec2(12.0, type_scale::READ.line / 2.0)
}

#[test]
fn clicks_select_a_word_a_sentence_a_turn_and_drags_go_on_by_it() {
    let mut stage = focused("KS: Supervisi rutin. Setiap guru saya supervisi.\nKS: Lalu kami bahas.");
    let at = first_letters(&stage, "Supervisi");
    stage.show(vec![Event::PointerMoved(at)]);
    for (clicks, words) in
        [(1, ""), (2, "Supervisi"), (3, "Supervisi rutin."), (4, "Supervisi rutin. Setiap guru saya supervisi.")]
    {
        // Far enough from the clicks before.
        stage.frames(60);
        for _ in 0..clicks {
            stage.show(vec![button(at, true, NONE), button(at, false, NONE)]);
        }
        assert_eq!(selected(&stage), words, "{clicks} clicks");
    }
    // A word, and on by words.
    stage.frames(60);
    stage.show(vec![button(at, true, NONE), button(at, false, NONE)]);
    stage.show(vec![button(at, true, NONE)]);
    stage.show(vec![Event::PointerMoved(pos2(at.x + 90.0, at.y))]);
    stage.frames(1);
    assert_eq!(selected(&stage), "Supervisi rutin");
    let far = pos2(at.x + 90.0, at.y);
    stage.show(vec![button(far, false, NONE)]);
    // A shifted click goes on by the grain; a press inside without moving takes the selection back.
    let farther = pos2(at.x + 190.0, at.y);
    stage.frames(60);
    stage.show(vec![Event::PointerMoved(farther)]);
    stage.show(vec![button(farther, true, SHIFT), button(farther, false, SHIFT)]);
    assert!(selected(&stage).starts_with("Supervisi rutin. Setiap"), "{}", selected(&stage));
    stage.frames(60);
    stage.show(vec![Event::PointerMoved(at)]);
    stage.show(vec![button(at, true, NONE)]);
    assert_ne!(selected(&stage), "", "it may be the beginning of carrying");
    stage.show(vec![button(at, false, NONE)]);
    assert_eq!(selected(&stage), "");
}

#[test]
fn a_pointer_that_rests_beyond_the_edge_goes_on_selecting() {
    let mut stage = focused(&interview(200));
    let at = first_letters(&stage, "Bagaimana");
    stage.show(vec![Event::PointerMoved(at)]);
    stage.show(vec![button(at, true, NONE)]);
    stage.show(vec![Event::PointerMoved(pos2(at.x, 760.0))]);
    stage.frames(1);
    let before = stage.transcript.caret();
    let top = stage.transcript.top();
    stage.frames(30);
    assert!(stage.transcript.caret() > before && stage.transcript.top() > top, "it scrolls while it rests");
    stage.show(vec![button(pos2(at.x, 760.0), false, NONE)]);
    check(&stage, "after a drag");
}

#[test]
fn a_handle_moves_one_end_and_nothing_else_hears_of_it_before_it_is_let_go() {
    let mut stage = focused("KS: Supervisi rutin. Setiap guru saya supervisi.\nKS: Lalu kami bahas.");
    let range = stage.text().find_all("Supervisi rutin. Setiap guru saya supervisi.").next().expect("words");
    let coding = mark(range, 1);
    stage.transcript.set_marks(vec![coding, mark(range, 2)], vec![ink("SUP.2")], Vec::new());
    stage.chosen = Some(coding.coding);
    stage.frames(60);
    let inside = first_letters(&stage, "Supervisi");
    let bar = pos2(inside.x - 12.0, inside.y);
    stage.show(vec![Event::PointerMoved(bar)]);
    stage.show(vec![button(bar, true, NONE)]);
    let mut heard = stage.show(vec![Event::PointerMoved(pos2(inside.x + 70.0, inside.y))]);
    stage.frames(1);
    assert!(heard.moved.is_none());
    let (moving, is_last) = stage.transcript.ends().expect("an end on the move");
    assert!(!is_last && moving.range.start > range.start && moving.range.end == range.end);
    assert_eq!(stage.transcript.range_of(mark(range, 2).coding), Some(range), "the other one stays");
    heard = stage.show(vec![button(pos2(inside.x + 70.0, inside.y), false, NONE)]);
    let moved = heard.moved.expect("moved");
    assert_eq!((moved.coding, moved.range), (coding.coding, moving.range));
    // A click on the handle is a click on the words.
    stage.transcript.set_marks(vec![coding], vec![ink("SUP.2")], Vec::new());
    stage.frames(60);
    stage.show(vec![Event::PointerMoved(bar)]);
    let heard = stage.show(vec![button(bar, true, NONE), button(bar, false, NONE)]);
    assert!(heard.moved.is_none() && stage.transcript.ends().is_none());
}

#[test]
fn escape_leaves_a_coding_as_it_was() {
    let mut stage = focused(&interview(6));
    let range = stage.text().find_all("dua kali").next().expect("words");
    stage.transcript.set_marks(vec![mark(range, 1)], vec![ink("SUP.2")], Vec::new());
    let coding = mark(range, 1).coding;
    assert!(stage.transcript.move_ends(coding));
    press(&mut stage, Key::ArrowRight, COMMAND);
    let grown = stage.transcript.range_of(coding).expect("a coding");
    assert_eq!(stage.text().slice(grown), Some("dua kali dalam"));
    press(&mut stage, Key::Tab, NONE);
    press(&mut stage, Key::ArrowLeft, NONE);
    assert!(stage.transcript.range_of(coding).expect("a coding").start < range.start);
    let heard = press(&mut stage, Key::Escape, NONE);
    assert!(heard.moved.is_none() && !heard.is_escaped);
    assert_eq!(stage.transcript.range_of(coding), Some(range));
    // Taken to the other end it stops at the last letter.
    assert!(stage.transcript.move_ends(coding));
    stage.show((0..20).map(|_| key(Key::ArrowLeft, COMMAND)).collect());
    assert_eq!(stage.text().slice(stage.transcript.range_of(coding).expect("a coding")), Some("d"));
    let heard = press(&mut stage, Key::Enter, NONE);
    assert_eq!(heard.moved.expect("moved").range, CharRange::new(range.start.get(), range.start.get() + 1));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    /// Whatever keys are pressed on whatever text, caret and selection are whole.
    #[test]
    fn no_key_leaves_a_place(string in hard_text(), keys in proptest::collection::vec((0_usize..20, any::<bool>()), 1..30)) {
        let mut stage = focused(&string);
        for (which, is_shifted) in keys {
            let (which, modifiers) = match which {
                16 => (Key::ArrowUp, ALT),
                17 => (Key::ArrowDown, ALT),
                18 => (Key::A, COMMAND),
                19 => (Key::Escape, NONE),
                at => (MOVING[at].0, MOVING[at].1),
            };
            let modifiers = if is_shifted && which != Key::A { modifiers | SHIFT } else { modifiers };
            press(&mut stage, which, modifiers);
            check(&stage, &format!("{which:?} {modifiers:?}"));
        }
    }

    /// Wherever its ends are taken, a coding keeps whole words of its source and both ends in order.
    #[test]
    fn ends_stay_in_order(
        string in hard_text(),
        a in 0_u32..400,
        length in 1_u32..60,
        keys in proptest::collection::vec(0_usize..17, 1..20),
    ) {
        let mut stage = focused(&string);
        let text = stage.text();
        let wanted = text.snap(CharRange::new(a.min(text.len()), a.saturating_add(length).min(text.len())));
        let Some(range) = super::select::tidy(wanted, &stage.transcript.blocks) else { return Ok(()) };
        let coding = mark(range, 1).coding;
        stage.transcript.set_marks(vec![mark(range, 1)], vec![ink("SUP.2")], Vec::new());
        prop_assert!(stage.transcript.move_ends(coding));
        for which in keys {
            let (which, modifiers) = if which == 16 { (Key::Tab, NONE) } else { (MOVING[which].0, MOVING[which].1) };
            press(&mut stage, which, modifiers);
            let now = stage.transcript.range_of(coding).expect("a coding");
            prop_assert!(!now.is_empty() && now.end.get() <= text.len());
            prop_assert_eq!(text.snap(now), now);
            let ground = stage.transcript.ground(&text);
            prop_assert!(ground.is_place(now.start) && ground.is_place(now.end), "{:?}", now);
        }
    }
}
