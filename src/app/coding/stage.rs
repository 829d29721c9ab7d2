//! How far a source is, at its row at the left: a dashed circle while nothing is coded, a ring that fills with the coded
//! share, a check where whoever codes has said that it is done. The share and each coder's stand are said in words.

use crate::analysis::{Stage, Stand};
use crate::app::icons;
use crate::app::theme::{Theme, space};
use crate::app::view::View;
use crate::app::widgets::{icon_at, mark_at as direction_at};
use crate::domain::Message;
use eframe::egui::{Pos2, Rect, Shape, Stroke, Ui, pos2, vec2};
use std::f32::consts::TAU;

/// Room of the count beside the mark.
const COUNT: f32 = 26.0;
/// The mark, across.
const MARK: f32 = 11.0;
/// Room kept for count and mark.
pub(super) const COLUMN: f32 = COUNT + MARK + space::XS;
/// Width of the ring and of the part of it that is coded.
const RING: (f32, f32) = (1.0, 2.0);
/// Points of a whole ring.
const POINTS: f32 = 48.0;

/// How far whoever acts is: with several coders their own stand, else that of the source.
fn own(view: &View<'_>, stand: Option<&Stand>) -> (Stage, u32) {
    let Some(stand) = stand else { return (Stage::Untouched, 0) };
    if view.study.coders.len() < 2 {
        return (stand.stage, stand.coded);
    }
    let me = view.acting().and_then(|coder| view.study.coder_at(coder));
    let mine = stand.by_coder.iter().find(|one| Some(one.coder) == me);
    mine.map_or((Stage::Untouched, 0), |one| (one.stage, one.coded))
}

/// Paints the mark of a source beside its count.
pub(super) fn mark_at(ui: &Ui, view: &View<'_>, row: Rect, stand: Option<&Stand>) {
    if !ui.is_rect_visible(row) {
        return;
    }
    let theme = Theme::of(ui);
    let centre = pos2(row.right() - space::XS - COUNT - MARK / 2.0, row.center().y.round());
    match own(view, stand) {
        (Stage::Done, _) => icon_at(ui.painter(), centre, icons::CHECK, MARK + 2.0, theme.text2),
        (Stage::Untouched, _) => direction_at(ui.painter(), centre, MARK, None, theme.line3),
        (Stage::InProgress, coded) => {
            let round = (MARK - RING.1) / 2.0;
            ui.painter().circle_stroke(centre, round, Stroke::new(RING.0, theme.line3));
            ui.painter().add(Shape::line(arc(centre, round, coded), Stroke::new(RING.1, theme.text2)));
        }
    }
}

/// A part of a circle in thousandths, from the top and with the clock.
fn arc(centre: Pos2, round: f32, thousandths: u32) -> Vec<Pos2> {
    let share = thousandths.min(1000) as f32 / 1000.0;
    let steps = (share * POINTS).ceil().max(1.0);
    std::iter::successors(Some(0.0), |step| Some(step + 1.0))
        .take_while(|step| *step <= steps)
        .map(|step: f32| {
            let angle = TAU * (share * step / steps - 0.25);
            centre + round * vec2(angle.cos(), angle.sin())
        })
        .collect()
}

/// "Berjalan · 62 % giliran berkode · 41 segmen"; with several coders, each on a line of its own below.
pub(super) fn said(view: &View<'_>, at: usize, stand: Option<&Stand>, segments: u32) -> String {
    let none = Stand::default();
    let stand = stand.unwrap_or(&none);
    let stage = view.text(&format!("stage-{}", stand.stage.key()));
    let key = if view.study.is_spoken(at) { "coding-share-turns" } else { "coding-share-text" };
    let share = view.say(&Message::new(key).with("percent", stand.coded / 10));
    let segments = view.say(&Message::new("count-segments").with("n", segments));
    let mut said = format!("{stage} · {share} · {segments}");
    for one in stand.by_coder.iter().filter(|_| stand.by_coder.len() > 1) {
        let name = view.study.coders.get(one.coder as usize).map_or("", |coder| coder.name.as_str());
        let stage = view.text(&format!("stage-{}", one.stage.key()));
        let words = Message::new("data-progress").with("stage", stage).with("percent", one.coded / 10);
        said.push_str(&format!("\n{name}: {}", view.say(&words)));
    }
    said
}
