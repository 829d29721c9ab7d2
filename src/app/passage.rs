//! A passage in its context: the lines round a segment as they stand in their source, the segment's words on the tint
//! of a code. Narrow enough to stand beside a table, so that whoever compares need not leave it to read on.

use super::theme::{CodeLook, Theme, TypeStep, measure, radius, space, type_scale};
use super::transcript::{Laid, Setting, displayed};
use super::view::View;
use super::widgets::{Button, Words, label_ui};
use crate::analysis::Study;
use crate::domain::{CharRange, LineNumber, SegmentId, SourceText, Turn, TurnKind};
use eframe::egui::{Align, CornerRadius, Painter, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use std::ops::RangeInclusive;
use std::sync::Arc;

/// Lines on show before the segment and behind it, at first.
const AROUND: u32 = 12;
/// The same where it stands among others.
const FEW: u32 = 2;
/// How many more lines a press brings, on one side.
const MORE: u32 = 30;
/// Lines of a segment that are on show at most; what lies behind them is read in the transcript.
const MOST: u32 = 400;
/// Letters of a line that are laid out at most; a source may be one line of a megabyte.
const LETTERS: usize = 4_000;
/// Line numbers, set against their right side, in points.
const NUMBER: f32 = 30.0;
/// Above and below the words of a line, in points.
const LINE_GAP: f32 = 3.0;

/// A passage on show.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Passage {
    segment: SegmentId,
    before: u32,
    behind: u32,
    /// Whether the segment has yet to be brought into sight.
    is_new: bool,
}

/// A segment in its text.
struct Placed<'a> {
    text: Arc<SourceText>,
    turns: &'a [Turn],
    range: CharRange,
    first: LineNumber,
    last: LineNumber,
}

impl<'a> Placed<'a> {
    /// Finds it; nothing for a segment that is gone or a text on its way.
    fn of(view: &View<'a>, segment: SegmentId) -> Option<Self> {
        let study: &'a Study = view.study;
        let entry = study.segment(segment)?;
        let text = view.texts.get(study.sources.get(entry.source as usize)?)?;
        let turns = study.turns.get(entry.source as usize).map_or(&[][..], |turns| turns);
        let range = entry.segment.range;
        let (first, last) = text.lines_of(range);
        let last = LineNumber::new(last.get().min(first.get() + MOST));
        Some(Self { text, turns, range, first, last })
    }
}

impl Passage {
    /// The passage round a segment, for a panel of its own.
    pub const fn of(segment: SegmentId) -> Self {
        Self { segment, before: AROUND, behind: AROUND, is_new: true }
    }

    /// The same with so few lines that it can stand among others.
    pub const fn brief(segment: SegmentId) -> Self {
        Self { segment, before: FEW, behind: FEW, is_new: false }
    }

    /// The segment it is about.
    pub const fn segment(&self) -> SegmentId {
        self.segment
    }

    /// Draws it over all the room there is. A segment that is gone, or a text on its way, leaves the room empty.
    pub fn ui(&mut self, ui: &mut Ui, view: &View<'_>, look: CodeLook) {
        let Some(placed) = Placed::of(view, self.segment) else { return };
        ScrollArea::vertical().id_salt("passage").auto_shrink(false).show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            ui.add_space(space::XS);
            self.lines_ui(ui, view, &placed, look);
            ui.add_space(space::M);
        });
    }

    /// Draws it where one stands, no higher than its lines are; whether its text was there.
    pub fn inline_ui(&mut self, ui: &mut Ui, view: &View<'_>, look: CodeLook) -> bool {
        let placed = Placed::of(view, self.segment);
        if let Some(placed) = &placed {
            self.lines_ui(ui, view, placed, look);
        }
        placed.is_some()
    }

    /// The lines, and at both ends the way to more of them.
    fn lines_ui(&mut self, ui: &mut Ui, view: &View<'_>, placed: &Placed<'_>, look: CodeLook) {
        let lines = shown(&placed.text, placed.first, placed.last, self.before, self.behind);
        let (is_more_before, is_more_behind) = (*lines.start() > 1, *lines.end() < placed.text.line_count());
        if is_more_before && more_ui(ui, &view.text("passage-before")) {
            self.before += MORE;
        }
        for number in lines {
            let number = LineNumber::new(number);
            let rect = line_ui(ui, placed, number, look);
            if let Some(rect) = rect.filter(|_| number == placed.first && self.is_new) {
                ui.scroll_to_rect(rect.expand2(vec2(0.0, 3.0 * rect.height().min(80.0))), Some(Align::Center));
                self.is_new = false;
            }
        }
        if is_more_behind && more_ui(ui, &view.text("passage-behind")) {
            self.behind += MORE;
        }
    }
}

/// The numbers of the lines on show.
fn shown(text: &SourceText, first: LineNumber, last: LineNumber, before: u32, behind: u32) -> RangeInclusive<u32> {
    first.get().saturating_sub(before).max(1)..=last.get().saturating_add(behind).min(text.line_count())
}

fn more_ui(ui: &mut Ui, words: &str) -> bool {
    ui.horizontal(|ui| {
        ui.add_space(space::M + NUMBER + space::S);
        Button::link(words).small_words().ui(ui).clicked()
    })
    .inner
}

/// One line with its number; where it stands. A blank line is a little air.
fn line_ui(ui: &mut Ui, placed: &Placed<'_>, number: LineNumber, look: CodeLook) -> Option<Rect> {
    let theme = Theme::of(ui);
    let (text, marked) = (&placed.text, placed.range);
    let line = text.line_range(number)?;
    let words: String = displayed(text.line(number)?).chars().take(LETTERS).collect();
    if words.trim().is_empty() {
        ui.add_space(space::XS);
        return None;
    }
    let step = type_scale::QUOTE_SMALL;
    let left = space::M + NUMBER + space::S;
    let width = (ui.available_width() - left - space::M).max(80.0);
    let laid = Laid::new(ui.ctx(), &words, Setting { step, width });
    let height = laid.height().max(step.line) + 2.0 * LINE_GAP;
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
    if !ui.is_rect_visible(rect) {
        return Some(rect);
    }
    let painter = ui.painter();
    let corner = pos2(rect.left() + left, rect.top() + LINE_GAP);
    let local = |position: u32| position.clamp(line.start.get(), line.end.get()) - line.start.get();
    let (from, to) = (local(marked.start.get()), local(marked.end.get()));
    for bar in laid.bars(from..to) {
        let band = bar.rect.translate(corner.to_vec2()).shrink2(vec2(0.0, 1.0));
        painter.rect_filled(band, CornerRadius::same(radius::BAND), look.tint);
    }
    paint_number(painter, theme, rect, number, step);
    let ink = if is_researcher(placed.turns, line) { theme.text2 } else { theme.text };
    laid.paint(painter, corner, ink);
    Some(rect)
}

fn paint_number(painter: &Painter, theme: &Theme, rect: Rect, number: LineNumber, step: TypeStep) {
    let galley = Words::of(&number.to_string(), type_scale::CAPTION, theme.text3).row(painter);
    let left = rect.left() + space::M + NUMBER - galley.size().x;
    let top = rect.top() + LINE_GAP + (step.line - galley.size().y) / 2.0;
    painter.galley(pos2(left, top.round()), galley, theme.text3);
}

/// Whether a line holds a question or a note of the researcher.
fn is_researcher(turns: &[Turn], line: CharRange) -> bool {
    let at = turns.partition_point(|turn| turn.range.end <= line.start);
    let turn = turns.get(at).filter(|turn| turn.range.start < line.end);
    turn.is_some_and(|turn| matches!(turn.kind, TurnKind::Question | TurnKind::Reflection))
}

/// The words that stand in for a passage whose source is locked or gone.
pub fn gone_ui(ui: &mut Ui, view: &View<'_>) {
    let theme = Theme::of(ui);
    ui.add_space(measure::CHIP);
    ui.horizontal(|ui| {
        ui.add_space(space::M);
        label_ui(ui, Words::of(&view.text("passage-gone"), type_scale::BODY, theme.text2));
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_on_show_stay_within_the_text() {
        let text = SourceText::new("a\nb\nc\nd\ne\n");
        let line = LineNumber::new;
        assert_eq!(shown(&text, line(3), line(3), 1, 1), 2..=4);
        assert_eq!(shown(&text, line(1), line(5), 12, 12), 1..=5);
        assert_eq!(shown(&text, line(5), line(5), 0, 40), 5..=5);
    }
}
