//! What an eye would see at once and a comparison of pictures never says: words that run out of their room, words
//! on words, interface words cut where nobody may cut them, and widgets without a name.

use crate::app::App;
use eframe::egui::Role;
use eframe::egui::epaint::{ClippedShape, TextShape};
use eframe::egui::{Rect, Shape, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::NodeT;

/// How far words may stand out before it counts, in points: the last letter of an italic, a rounded position.
const SLACK: f32 = 1.5;
/// How much of two words has to lie on each other before it counts, in points.
const OVERLAP: (f32, f32) = (3.0, 4.0);

/// What is forgiven in one place, and why it is no flaw.
#[derive(Clone, Copy, Default)]
pub(super) struct Forgiven {
    /// The place scrolls sideways: what leaves its room at the right can be brought in.
    pub scrolls_sideways: bool,
}

/// Words as they were painted.
struct Painted {
    text: String,
    /// Each row's ink.
    rows: Vec<Rect>,
    clip: Rect,
    is_cut: bool,
}

/// The flaws of what the harness shows, each as a sentence.
pub(super) fn of(harness: &Harness<'_, App>, forgiven: Forgiven) -> Vec<String> {
    let screen = harness.ctx.content_rect();
    let mut painted = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &harness.output().shapes {
        gather(shape, clip_rect.intersect(screen), &mut painted);
    }
    let mut flaws = Vec::new();
    for words in &painted {
        run_out(words, forgiven, &mut flaws);
        if words.is_cut && words.text.starts_with('[') {
            flaws.push(format!("cut: {:?}", words.text));
        }
    }
    lie_on_each_other(&painted, &mut flaws);
    nameless(harness, screen, forgiven, &mut flaws);
    flaws
}

/// Collects the words of a shape; an opaque fill takes away what it covers.
fn gather(shape: &Shape, clip: Rect, painted: &mut Vec<Painted>) {
    match shape {
        Shape::Vec(shapes) => shapes.iter().for_each(|shape| gather(shape, clip, painted)),
        Shape::Rect(rect) if rect.fill.a() == 255 && rect.blur_width < 1.0 => {
            let cover = rect.rect.intersect(clip);
            for words in painted.iter_mut() {
                words.rows =
                    words.rows.iter().flat_map(|row| left_over(row.intersect(words.clip), *row, cover)).collect();
            }
            painted.retain(|words| !words.rows.is_empty());
        }
        Shape::Text(text) => {
            let words = words_of(text, clip);
            if !words.rows.is_empty() {
                painted.push(words);
            }
        }
        _ => {}
    }
}

/// What is still to be seen of a row beside a cover; the whole row where nothing is hidden.
fn left_over(seen: Rect, row: Rect, cover: Rect) -> Vec<Rect> {
    let hides = seen.is_positive()
        && cover.intersects(seen)
        && cover.top() <= seen.top() + 1.0
        && cover.bottom() >= seen.bottom() - 1.0;
    if !hides {
        return vec![row];
    }
    let before = Rect::from_min_max(seen.min, pos2(cover.left().min(seen.right()), seen.bottom()));
    let behind = Rect::from_min_max(pos2(cover.right().max(seen.left()), seen.top()), seen.max);
    [before, behind].into_iter().filter(|part| part.width() > SLACK).collect()
}

fn words_of(text: &TextShape, clip: Rect) -> Painted {
    let rows = text.galley.rows.iter().filter(|row| row.visuals.mesh_bounds.is_positive());
    Painted {
        text: text.galley.text().to_owned(),
        rows: rows.map(|row| row.visuals.mesh_bounds.translate(text.pos.to_vec2() + row.pos.to_vec2())).collect(),
        clip,
        is_cut: text.galley.elided,
    }
}

/// Rows of which a part is in sight and a part is not, sideways.
fn run_out(words: &Painted, forgiven: Forgiven, flaws: &mut Vec<String>) {
    if forgiven.scrolls_sideways {
        return;
    }
    for row in &words.rows {
        let is_in_sight = words.clip.y_range().contains(row.center().y)
            && row.right() > words.clip.left()
            && row.left() < words.clip.right();
        let out = (words.clip.left() - row.left()).max(row.right() - words.clip.right());
        if is_in_sight && out > SLACK {
            flaws.push(format!("{out:.0} points out of its room: {:?} at {row:?}", words.text));
            return;
        }
    }
}

fn lie_on_each_other(painted: &[Painted], flaws: &mut Vec<String>) {
    // Letters, digits and icons; the icons stand in the private area of their face.
    let is_seen = |letter: char| letter.is_alphanumeric() || ('\u{e000}'..'\u{f8ff}').contains(&letter);
    let is_said = |words: &&Painted| words.text.chars().any(is_seen);
    let said: Vec<&Painted> = painted.iter().filter(is_said).collect();
    for (at, one) in said.iter().enumerate() {
        for other in &said[at + 1..] {
            let mut meet = one.rows.iter().flat_map(|row| {
                let row = row.intersect(one.clip);
                other.rows.iter().map(move |second| row.intersect(second.intersect(other.clip)))
            });
            let worst = meet.find(|both| both.width() > OVERLAP.0 && both.height() > OVERLAP.1);
            if let Some(both) = worst {
                flaws.push(format!("{:?} lies on {:?} at {:?}", other.text, one.text, both.min));
            }
        }
    }
}

/// Whether a node is something to be used, not only read.
pub(in crate::app) fn is_used(role: Role) -> bool {
    matches!(
        role,
        Role::Button
            | Role::CheckBox
            | Role::ComboBox
            | Role::Link
            | Role::ListItem
            | Role::MenuItem
            | Role::RadioButton
            | Role::Slider
            | Role::SpinButton
            | Role::Switch
            | Role::Tab
            | Role::TextInput
            | Role::MultilineTextInput
            | Role::TreeItem
            | Role::Row
            | Role::Cell
            | Role::GridCell
    )
}

fn nameless(harness: &Harness<'_, App>, screen: Rect, forgiven: Forgiven, flaws: &mut Vec<String>) {
    for node in harness.root().children_recursive() {
        let found = node.accesskit_node();
        if !is_used(found.role()) {
            continue;
        }
        let rect = node.rect();
        let name = found.label().filter(|name| !name.trim().is_empty());
        if name.is_none() {
            flaws.push(format!("no name: {:?} at {rect:?}", found.role()));
        }
        let is_out = rect.left() < screen.left() - SLACK || rect.right() > screen.right() + SLACK;
        if is_out && rect.is_positive() && !forgiven.scrolls_sideways {
            flaws.push(format!("leaves the window: {:?} at {rect:?}", name.unwrap_or_default()));
        }
    }
}

#[test]
fn a_flaw_is_found_and_what_is_covered_is_none() {
    use eframe::egui::{Color32, CornerRadius, Sense, Ui};
    let paint = |ui: &mut Ui| {
        let (rect, _) = ui.allocate_exact_size(vec2(300.0, 100.0), Sense::hover());
        let font = eframe::egui::FontId::proportional(14.0);
        let at = |x: f32, y: f32| pos2(rect.left() + x, rect.top() + y);
        let painter = ui.painter().with_clip_rect(Rect::from_min_size(rect.min, vec2(120.0, 100.0)));
        let text = |at, words: &str| {
            painter.text(at, eframe::egui::Align2::LEFT_TOP, words, font.clone(), Color32::BLACK);
        };
        text(at(0.0, 0.0), "below the sheet");
        painter.rect_filled(rect, CornerRadius::ZERO, Color32::WHITE);
        text(at(0.0, 0.0), "on the sheet");
        text(at(4.0, 2.0), "on words");
        text(at(80.0, 40.0), "runs out of its room");
    };
    let mut harness = Harness::new_ui(paint);
    harness.run_steps(2);
    let mut painted = Vec::new();
    for ClippedShape { clip_rect, shape, .. } in &harness.output().shapes {
        gather(shape, *clip_rect, &mut painted);
    }
    let mut flaws = Vec::new();
    painted.iter().for_each(|words| run_out(words, Forgiven::default(), &mut flaws));
    lie_on_each_other(&painted, &mut flaws);
    assert_eq!(flaws.len(), 2, "{flaws:?}");
    assert!(flaws[0].contains("runs out") && flaws[1].contains("on words"), "{flaws:?}");
}
