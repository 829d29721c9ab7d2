//! Painting of the page, back to front: bands, rules, search hits, selection, words, caret, handles. Colours come
//! in here and nowhere before, so that another theme or another colour of a code lays nothing out anew.

use super::blocks::{Joint, Tone};
use super::columns::{Columns, SPEAKER_GAP};
use super::heard::Heard;
use super::layout::Bar;
use super::margin::{COUNTED, More};
use super::marks::{Mark, Run};
use super::pointer::grip;
use super::sheet::{Look, Shown, Transcript};
use crate::app::theme::{CodeLook, Theme, TypeStep, radius, stroke, type_scale};
use crate::app::widgets::Words;
use crate::domain::{CharRange, CodingId, SourceText, lines_cited};
use eframe::egui::emath::GuiRounding as _;
use eframe::egui::epaint::Mesh;
use eframe::egui::{
    Color32, CornerRadius, CursorIcon, Painter, Pos2, Rangef, Rect, Response, Sense, Shape, Stroke, StrokeKind, Ui,
    pos2, vec2,
};
use std::collections::BTreeMap;
use std::time::Duration;

/// Rules at a row's foot, at most.
const RULES: usize = 3;
/// From one rule to the next.
const RULE_STEP: f32 = 3.0;
/// A dash and the gap behind it.
const DASH: (f32, f32) = (5.0, 3.0);
/// Dot at the end of a handle.
const DOT: f32 = 4.0;
/// Room of a count beside the words.
const MORE: f32 = 22.0;
/// How long the caret is seen and not seen, in seconds.
const BLINK: f64 = 0.53;

impl Transcript {
    /// Paints bands, selection, words and numbers. `outlined` is a coding whose stripe or label is under the
    /// pointer. Gives the places beside the words where codes that could not be shown are counted.
    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what is heard")]
    pub(super) fn paint_words(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        looks: &[CodeLook],
        columns: &Columns,
        shown: &[Shown],
        outlined: Option<CodingId>,
        heard: &mut Heard,
    ) -> Vec<More> {
        let theme = Theme::of(ui);
        let painter = ui.painter();
        let find = |id: CodingId| self.marks.list().iter().find(|mark| mark.coding == id);
        let chosen = look.chosen.and_then(find);
        let outlined = outlined.filter(|id| Some(*id) != look.chosen).and_then(find);
        let selection = self.selection();
        let mut more = Vec::new();
        let mut bands = Bands { looks, fills: BTreeMap::new(), mesh: Mesh::default() };
        for block in shown {
            let Some(range) = self.blocks.list().get(block.at).map(|block| block.words) else { continue };
            for run in self.marks.runs(range) {
                self.paint_run(painter, theme, &mut bands, columns, block, run, &mut more);
            }
        }
        painter.add(Shape::mesh(bands.mesh));
        for block in shown {
            let Some(range) = self.blocks.list().get(block.at).map(|block| block.words) else { continue };
            self.paint_hits(painter, theme, block, range);
            for mark in [outlined, chosen].into_iter().flatten().filter(|mark| mark.range.overlaps(range)) {
                let around = self.outline(painter, theme, looks, block, mark);
                if Some(mark.coding) == look.chosen {
                    heard.chosen = around.into_iter().chain(heard.chosen).reduce(Rect::union);
                }
            }
            if let Some(selected) = selection.filter(|selected| selected.overlaps(range)) {
                for bar in self.bars(block, selected) {
                    painter.rect_filled(band(painter, bar.rect), corners(&bar), theme.selection);
                    heard.selection = Some(heard.selection.map_or(bar.rect, |rect| rect.union(bar.rect)));
                }
            }
        }
        let drop = caption_drop(painter, look.step);
        for block in shown {
            self.paint_block(ui, theme, columns, block, drop);
        }
        more
    }

    /// The coding whose words are under the pointer.
    pub(super) fn under_pointer(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        columns: &Columns,
        shown: &[Shown],
        response: &Response,
    ) -> Option<CodingId> {
        let pointer = response.hover_pos().filter(|pos| columns.words.contains(pos.x))?;
        if self.is_busy() || look.is_offered {
            return None;
        }
        ui.set_cursor_icon(CursorIcon::Text);
        self.coding_at(shown, pointer, None)
    }

    /// Draws a line round the words of a coding, row by row; gives what it encloses.
    fn outline(
        &self,
        painter: &Painter,
        theme: &Theme,
        looks: &[CodeLook],
        block: &Shown,
        mark: &Mark,
    ) -> Option<Rect> {
        let stripe = looks.get(usize::from(mark.ink)).map_or(theme.text2, |look| look.stripe);
        let bars = self.bars(block, mark.range);
        for bar in &bars {
            let line = Stroke::new(stroke::HAIR, stripe);
            painter.rect_stroke(band(painter, bar.rect), radius::BAND, line, StrokeKind::Inside);
        }
        bars.into_iter().map(|bar| bar.rect).reduce(Rect::union)
    }

    /// The rectangles of a stretch of the source in a block, on the screen.
    pub(super) fn bars(&self, block: &Shown, range: CharRange) -> Vec<Bar> {
        let Some(words) = self.blocks.list().get(block.at).map(|block| block.words) else { return Vec::new() };
        let local = self.blocks.local(block.at, range.start)..self.blocks.local(block.at, range.end);
        let mut bars = block.laid.bars(local);
        for bar in &mut bars {
            bar.rect = bar.rect.translate(block.corner.to_vec2());
            // A stretch that goes on in another block has its ends there.
            bar.is_first &= range.start >= words.start;
            bar.is_last &= range.end <= words.end;
        }
        bars
    }

    #[expect(clippy::too_many_arguments, reason = "what is drawn, where, and what is left over")]
    fn paint_run(
        &self,
        painter: &Painter,
        theme: &Theme,
        bands: &mut Bands<'_>,
        columns: &Columns,
        block: &Shown,
        run: &Run,
        more: &mut Vec<More>,
    ) {
        let looks = bands.looks;
        let look_of = |code: &u16| looks.get(usize::from(*code));
        let fill = bands.fill(theme, &run.fills);
        let bars = self.bars(block, run.range);
        for bar in &bars {
            let rect = band(painter, bar.rect);
            match self.run_corners(bar, run) {
                CornerRadius::ZERO => bands.mesh.add_colored_rect(rect, fill),
                round => {
                    painter.rect_filled(rect, round, fill);
                }
            }
            let mut foot = rect.bottom() - stroke::FOCUS;
            if run.fills.len() > 1 {
                for stripe in run.fills.iter().take(RULES).filter_map(look_of) {
                    let rule = Rect::from_min_size(pos2(rect.left(), foot), vec2(rect.width(), stroke::FOCUS));
                    bands.mesh.add_colored_rect(rule, stripe.stripe);
                    foot -= RULE_STEP;
                }
            }
            for dashed in run.dashes.iter().take(1).filter_map(look_of) {
                let mut left = rect.left();
                while left < rect.right() {
                    let right = (left + DASH.0).min(rect.right());
                    let dash = Rect::from_min_max(pos2(left, foot), pos2(right, foot + stroke::FOCUS));
                    bands.mesh.add_colored_rect(dash, dashed.stripe);
                    left += DASH.0 + DASH.1;
                }
            }
        }
        let count = usize::from(run.codes).saturating_sub(RULES);
        let room = columns.lanes - columns.words.max;
        if let Some(bar) = bars.first().filter(|_| count > 0 && room >= MORE) {
            let side = Rangef::new(columns.words.max, columns.words.max + MORE);
            let rect = Rect::from_x_y_ranges(side, bar.rect.y_range());
            // One count a row, of the first run that has one.
            if more.last().is_none_or(|last: &More| last.is_above(rect)) && columns.page.intersects(rect) {
                more.push(More::new(rect, self.marks.touching(run.range).take(COUNTED).collect(), count));
            }
        }
    }

    /// Corners are round only where coded words begin and end, not where one run follows another.
    fn run_corners(&self, bar: &Bar, run: &Run) -> CornerRadius {
        let before = CharRange::new(run.range.start.get().saturating_sub(1), run.range.start.get());
        let behind = CharRange::new(run.range.end.get(), run.range.end.get() + 1);
        let is_free = |range: CharRange| range.is_empty() || self.marks.runs(range).is_empty();
        let bar = Bar { is_first: bar.is_first && is_free(before), is_last: bar.is_last && is_free(behind), ..*bar };
        corners(&bar)
    }

    fn paint_block(&self, ui: &Ui, theme: &Theme, columns: &Columns, shown: &Shown, drop: f32) {
        let Some(block) = self.blocks.list().get(shown.at) else { return };
        if block.words.is_empty() {
            return;
        }
        let painter = ui.painter();
        let (ink, is_aside) = match block.tone {
            Tone::Words => (theme.text, false),
            Tone::Aside => (theme.text2, true),
        };
        shown.laid.paint(painter, shown.corner, ink);
        let (top, bottom) = shown.laid.row_at(0);
        let middle = shown.corner.y + (top + bottom) / 2.0 + drop;
        let caption = type_scale::CAPTION;
        if block.joint != Joint::SameLine {
            let number = Words::of(&lines_cited(block.line, block.line_end), caption, theme.text3).row(painter);
            let corner = pos2(columns.number - number.size().x, middle - number.size().y / 2.0);
            painter.galley(corner.round_to_pixels(painter.pixels_per_point()), number, theme.text3);
        }
        if let Some(right) = columns.time {
            self.paint_times(ui, theme, right, shown, drop);
        }
        let turn = block.turn.filter(|_| block.says_speaker).and_then(|at| self.turns.get(at as usize));
        if let Some(turn) = turn {
            let (step, ink) = if is_aside { (caption, theme.text3) } else { (caption.strong(), theme.text) };
            let room = columns.words.min - SPEAKER_GAP - columns.speaker;
            let galley = Words::of(&turn.label, step, ink).within(painter, room, 1);
            let corner = pos2(columns.speaker, middle - galley.size().y / 2.0);
            let rect = Rect::from_min_size(corner, galley.size());
            let is_cut = galley.elided;
            painter.galley(corner.round_to_pixels(painter.pixels_per_point()), galley, ink);
            if is_cut {
                let id = ui.scope_id().with(("speaker", shown.at));
                ui.interact(rect, id, Sense::HOVER).on_hover_text(&turn.label);
            }
        }
    }

    /// Paints the caret and the handles of the selection and of the chosen coding.
    pub(super) fn paint_front(
        &self,
        ui: &Ui,
        text: &SourceText,
        columns: &Columns,
        shown: &[Shown],
        chosen: Option<CodingId>,
        has_focus: bool,
    ) {
        let theme = Theme::of(ui);
        let painter = ui.painter();
        let (moving, selection) = (self.ends(), self.selection());
        let coding = moving.map(|(moved, _)| moved.coding).or(chosen).and_then(|coding| self.range_of(coding));
        if let Some((start, end)) = coding.and_then(|range| self.end_rects(shown, range))
            && (moving.is_some() || !self.is_busy())
        {
            paint_handles(painter, theme, start, end);
            let pointer = ui.input(|input| input.pointer.hover_pos()).filter(|at| columns.page.contains(*at));
            if pointer.is_some_and(|at| grip(start, end, at).is_some()) && ui.rect_contains_pointer(columns.page) {
                ui.set_cursor_icon(CursorIcon::ResizeHorizontal);
            }
            if let Some((_, is_end)) = moving {
                // The end that moves is ringed: both have the same colour.
                let at = if is_end { end.center_bottom() } else { start.center_top() };
                painter.circle_stroke(at, DOT + stroke::FOCUS, Stroke::new(stroke::FIELD, theme.focus));
            }
        }
        if moving.is_some() {
            return;
        }
        if let Some((start, end)) = self.handle_rects(text, shown) {
            if !self.is_busy() && coding != selection {
                paint_handles(painter, theme, start, end);
            }
            return;
        }
        if !has_focus {
            return;
        }
        let head = self.select.head();
        let at = self.blocks.at(head);
        let Some(block) = shown.iter().find(|block| block.at == at) else { return };
        let rect = block.laid.caret(self.blocks.local(at, head)).translate(block.corner.to_vec2());
        let time = ui.input(|input| input.time);
        // Steady where blinking is switched off.
        let is_blinking = ui.visuals().text_cursor.blink;
        let is_on = !is_blinking || (time / BLINK).rem_euclid(2.0) < 1.0;
        if is_blinking {
            ui.ctx().request_repaint_after(Duration::from_secs_f64(BLINK - time.rem_euclid(BLINK)));
        }
        if is_on && columns.page.contains(rect.center()) {
            let x = painter.round_to_pixel_center(rect.center().x);
            painter.vline(x, rect.shrink2(vec2(0.0, 4.0)).y_range(), Stroke::new(stroke::FIELD, theme.accent));
        }
    }

    /// Where the two handles of the selection stand.
    pub(super) fn handle_rects(&self, text: &SourceText, shown: &[Shown]) -> Option<(Rect, Rect)> {
        self.end_rects(shown, self.select.range(text, &self.blocks)?)
    }

    /// Where the two ends of a stretch stand, each as high as its row; far away where they are not in sight.
    pub(super) fn end_rects(&self, shown: &[Shown], range: CharRange) -> Option<(Rect, Rect)> {
        let mut all = shown.iter().flat_map(|block| {
            let is_here = self.blocks.list().get(block.at).is_some_and(|here| here.words.overlaps(range));
            if is_here { self.bars(block, range) } else { Vec::new() }
        });
        let first = all.next()?;
        let last = all.last().unwrap_or(first);
        let side = |rect: Rect, x: f32| Rect::from_min_max(pos2(x, rect.top()), pos2(x, rect.bottom()));
        let off = |is_there: bool, rect: Rect| if is_there { rect } else { rect.translate(vec2(0.0, -9000.0)) };
        Some((
            off(first.is_first, side(first.rect, first.rect.left())),
            off(last.is_last, side(last.rect, last.rect.right())),
        ))
    }

    /// The coding that a click at a point of the page means.
    pub(super) fn coding_at(&self, shown: &[Shown], point: Pos2, chosen: Option<CodingId>) -> Option<CodingId> {
        let block = shown.iter().find(|block| point.y >= block.corner.y && point.y < block.bottom())?;
        let words = self.blocks.list().get(block.at)?.words;
        let near = self.position_at(shown, point)?;
        // The nearest boundary may be the one behind the letter under the pointer.
        let back = crate::domain::CharOffset::new(near.get().saturating_sub(1).max(words.start.get()));
        [near, back].into_iter().find_map(|position| {
            let letter = CharRange::new(position.get(), position.get() + 1);
            let is_under = self.bars(block, letter).iter().any(|bar| bar.rect.expand2(vec2(0.5, 0.0)).contains(point));
            if is_under { self.marks.picked(position, chosen) } else { None }
        })
    }
}

/// The bands and rules of a frame. They stand on whole pixels, so all that have no round corner are one mesh:
/// thousands of them cost what a handful of rounded rectangles does.
struct Bands<'a> {
    looks: &'a [CodeLook],
    /// The mix of tints of codes that lie on each other, mixed once a frame.
    fills: BTreeMap<Vec<u16>, Color32>,
    mesh: Mesh,
}

impl Bands<'_> {
    fn fill(&mut self, theme: &Theme, codes: &[u16]) -> Color32 {
        if let Some(fill) = self.fills.get(codes) {
            return *fill;
        }
        let look_of = |code: &u16| self.looks.get(usize::from(*code));
        let tints: Vec<Color32> = codes.iter().filter_map(look_of).map(|look| look.tint).collect();
        let fill = theme.overlap(&tints);
        self.fills.insert(codes.to_vec(), fill);
        fill
    }
}

/// A bar with a dot at either end of a stretch.
fn paint_handles(painter: &Painter, theme: &Theme, start: Rect, end: Rect) {
    for (bar, dot) in [(start, start.left_top()), (end, end.left_bottom())] {
        let bar = Rect::from_center_size(bar.center(), vec2(stroke::FOCUS, bar.height() - 2.0));
        painter.rect_filled(bar, CornerRadius::ZERO, theme.accent);
        painter.circle_filled(dot, DOT, theme.accent);
    }
}

/// The band of a row: two points lower than the row, so that rows read as bands, on whole pixels.
pub(super) fn band(painter: &Painter, rect: Rect) -> Rect {
    let (left, right) = {
        let pixels = painter.pixels_per_point();
        (rect.left().round_to_pixels(pixels), rect.right().round_to_pixels(pixels))
    };
    Rect::from_min_max(pos2(left, rect.top() + 1.0), pos2(right, rect.bottom() - 1.0))
}

/// How far below the middle of its row a caption stands so that it shares the base line of words of this
/// setting, in whole points.
fn caption_drop(painter: &Painter, step: TypeStep) -> f32 {
    let base = |step: TypeStep| {
        let galley = Words::of("0", step, Color32::PLACEHOLDER).row(painter);
        let row = galley.rows.first()?;
        Some(row.pos.y + row.glyphs.first()?.pos.y - galley.size().y / 2.0)
    };
    base(step).zip(base(type_scale::CAPTION)).map_or(0.0, |(words, caption)| (words - caption).round())
}

pub(super) fn corners(bar: &Bar) -> CornerRadius {
    let round = |is_end: bool| if is_end { radius::BAND } else { 0 };
    let (left, right) = (round(bar.is_first), round(bar.is_last));
    CornerRadius { nw: left, sw: left, ne: right, se: right }
}
