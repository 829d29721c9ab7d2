//! The transcript as it stands between frames, and the order of a frame: place the columns, scroll, lay
//! out what is in sight, hear mouse and keys, paint, then lay out a little of what is not in sight.

use super::blocks::{Blocks, Joint, displayed};
use super::columns::{ABOVE, BELOW, BLANK, Columns, GAP_LINE, GAP_SPEAKER};
use super::layout::{Laid, Setting};
use super::marks::{Ink, Mark, Marks};
use super::overview::Ticks;
use super::scroll::{Heights, Spot};
use super::select::Select;
use crate::app::theme::{Theme, TypeStep};
use crate::domain::{CharOffset, CharRange, CodingId, SourceText, Turn};
use crate::i18n::Catalog;
use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{EventFilter, Id, Pos2, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What is spent in a frame on blocks that are not in sight.
const SLICE: Duration = Duration::from_millis(4);
/// Blocks laid out above the first in sight, whose labels may reach into it.
const LEAD: usize = 3;
/// Blocks whose true heights are learned before going to a far place, so that it lands where it should.
const APPROACH: usize = 24;

/// How to show it.
pub struct Look<'a> {
    /// The words of the interface.
    pub catalog: &'a Catalog,
    /// Face, size and leading of the words.
    pub step: TypeStep,
    /// Width of the words, in characters.
    pub characters: u8,
    /// Whether the window is narrower than 1200 points.
    pub is_small: bool,
    /// The chosen coding.
    pub chosen: Option<CodingId>,
    /// Accessible name of the whole.
    pub name: &'a str,
}

/// What happened in a frame.
#[derive(Debug, Default)]
pub struct Heard {
    /// A coding was clicked, under its words, on its stripe or on its label.
    pub picked: Option<CodingId>,
    /// A click fell on words without a coding.
    pub is_unpicked: bool,
    /// Words to be copied.
    pub copied: Option<String>,
    /// Whether the transcript has the focus, so that single keys are meant for it.
    pub has_focus: bool,
    /// Whether Escape was pressed and there was nothing to take back.
    pub is_escaped: bool,
    /// Where the selection stands on the screen, for a popup beside it.
    pub selection: Option<Rect>,
    /// Where the chosen coding stands on the screen.
    pub chosen: Option<Rect>,
}

/// A block in sight.
pub(super) struct Shown {
    /// Its place in the list of blocks.
    pub(super) at: usize,
    /// Top left corner of its words.
    pub(super) corner: Pos2,
    /// Its words laid out.
    pub(super) laid: Laid,
}

impl Shown {
    /// Bottom of its words.
    pub(super) fn bottom(&self) -> f32 {
        self.corner.y + self.laid.height()
    }
}

/// A transcript on show.
#[derive(Default)]
pub struct Transcript {
    pub(super) text: Option<Arc<SourceText>>,
    pub(super) turns: Arc<[Turn]>,
    pub(super) blocks: Blocks,
    pub(super) marks: Marks,
    pub(super) heights: Heights,
    setting: Option<(Setting, f32)>,
    pub(super) spot: Spot,
    pub(super) select: Select,
    /// Where the caret wants to be across, while it goes up and down.
    pub(super) wanted_x: Option<f32>,
    /// Whether the mouse is selecting just now.
    pub(super) is_dragging: bool,
    wish: Option<(CharRange, bool)>,
    wants_focus: bool,
    pub(super) ticks: Ticks,
}

impl Transcript {
    /// Shows a text from its top. `turns` are in order of position.
    pub fn open(&mut self, text: Arc<SourceText>, turns: Arc<[Turn]>) {
        self.blocks = Blocks::new(&text, &turns);
        self.text = Some(text);
        self.turns = turns;
        self.marks = Marks::default();
        self.setting = None;
        self.heights = Heights::default();
        self.spot = Spot { block: 0, inside: -ABOVE };
        let first = self.blocks.list().first().map_or(CharOffset::ZERO, |block| block.words.start);
        self.select = Select::at(first);
        self.wish = None;
        self.is_dragging = false;
        self.ticks = Ticks::default();
    }

    /// Shows nothing.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// Replaces the codings. `inks` is what [`Mark::ink`] points into.
    pub fn set_marks(&mut self, marks: Vec<Mark>, inks: Vec<Ink>) {
        self.marks = Marks::new(marks, inks, &self.blocks);
        self.ticks = Ticks::default();
    }

    /// The selected stretch of the source.
    pub fn selection(&self) -> Option<CharRange> {
        self.select.range(self.text.as_ref()?, &self.blocks)
    }

    /// Where the caret stands.
    pub fn caret(&self) -> CharOffset {
        self.select.head()
    }

    /// Selects a stretch.
    pub fn select(&mut self, range: CharRange) {
        self.select = Select::stretch(range);
    }

    /// Takes the selection back; the caret stays at its end.
    pub fn deselect(&mut self) {
        self.select = Select::at(self.select.head());
    }

    /// Brings a stretch into sight at the next frame, a third down the window; nothing moves where it is in
    /// sight already.
    pub fn reveal(&mut self, range: CharRange) {
        self.wish = Some((range, false));
    }

    /// Brings the caret into sight by the least movement.
    pub(super) fn keep_caret_in_sight(&mut self) {
        let head = self.select.head();
        self.wish = Some((CharRange { start: head, end: head }, true));
    }

    /// Takes the focus at the next frame.
    pub fn focus(&mut self) {
        self.wants_focus = true;
    }

    /// Draws it into all the room there is.
    pub fn ui(&mut self, ui: &mut Ui, look: &Look<'_>) -> Heard {
        let mut heard = Heard::default();
        let rect = ui.available_rect_before_wrap();
        let id = ui.scope_id().with("transcript");
        let response = ui.interact(rect, id, Sense::click_and_drag());
        response.widget_info(|| WidgetInfo::labeled(Role::Document, true, look.name));
        ui.advance_cursor_after_rect(rect);
        let Some(text) = self.text.clone() else { return heard };
        let columns = Columns::new(rect, look.step, look.characters, look.is_small, self.marks.lane_count());
        let setting = Setting { step: look.step, width: columns.words.span() };
        self.prepare(ui, setting);
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        heard.has_focus = response.has_focus();
        let view = f64::from(rect.height());

        self.fulfil_wish(ui, &text, setting, view);
        self.scroll_by(wheel(ui, rect), view);
        self.overview_ui(ui, look, &columns, view);
        if heard.has_focus {
            ui.memory_mut(|memory| {
                let arrows = EventFilter { tab: false, horizontal_arrows: true, vertical_arrows: true, escape: true };
                memory.set_focus_lock_filter(id, arrows);
            });
            self.hear_keys(ui, &text, setting, view, &mut heard);
            self.fulfil_wish(ui, &text, setting, view);
        }
        let shown = self.lay_out(ui, &text, setting, &columns);
        self.hear_pointer(ui, &text, &response, &columns, &shown, look.chosen, &mut heard);

        let inner = UiBuilder::new().max_rect(columns.page).id_salt("words");
        ui.scope_builder(inner, |ui| {
            ui.set_clip_rect(ui.clip_rect().intersect(columns.page));
            for block in &shown {
                self.announce(ui, id, &text, block, &columns);
            }
            let hovered = self.paint_words(ui, look, &columns, &shown, &response, &mut heard);
            self.margin_ui(ui, look, &columns, &shown, hovered, &mut heard);
            self.paint_front(ui, &text, &columns, &shown, heard.has_focus);
        });
        self.measure_slice(ui, &text, setting);
        heard
    }

    /// Starts anew from estimates where width, face or pixels have changed.
    fn prepare(&mut self, ui: &Ui, setting: Setting) {
        let pixels = ui.pixels_per_point();
        if self.setting == Some((setting, pixels)) && self.heights.len() == self.blocks.len() {
            return;
        }
        let a_row = (setting.width / (setting.step.size * 0.5)).max(1.0);
        let estimates = (0..self.blocks.len())
            .map(|at| {
                let letters = self.blocks.list()[at].words.len();
                let words = if letters == 0 { BLANK } else { (letters as f32 / a_row).ceil() * setting.step.line };
                self.gap(at) + words
            })
            .collect();
        self.heights = Heights::new(estimates);
        self.setting = Some((setting, pixels));
        self.spot.inside = self.spot.inside.min(f64::from(self.heights.height(self.spot.block)));
    }

    /// What stands free above a block.
    pub(super) fn gap(&self, at: usize) -> f32 {
        match self.blocks.list().get(at).map(|block| block.joint) {
            _ if at == 0 => 0.0,
            Some(Joint::NewSpeaker) => GAP_SPEAKER,
            Some(Joint::SameSpeaker) => GAP_LINE,
            Some(Joint::SameLine) | None => 0.0,
        }
    }

    /// Lays a block out and keeps its height.
    pub(super) fn lay(&mut self, ui: &Ui, text: &SourceText, setting: Setting, at: usize) -> Option<Laid> {
        let block = self.blocks.list().get(at)?;
        let words = text.as_str().get(block.bytes.clone())?;
        let is_blank = words.is_empty();
        let laid = Laid::new(ui.ctx(), &displayed(words), setting);
        let height = if is_blank { BLANK } else { laid.height() };
        self.heights.measure(at, self.gap(at) + height);
        Some(laid)
    }

    fn learn(&mut self, ui: &Ui, text: &SourceText, setting: Setting, at: usize) {
        if !self.heights.is_measured(at) {
            let _ = self.lay(ui, text, setting, at);
        }
    }

    /// Moves the words by a distance; positive goes on in the text.
    pub(super) fn scroll_by(&mut self, by: f64, view: f64) {
        self.spot = self.spot.moved(by, &mut self.heights, view, ABOVE, BELOW);
    }

    /// Goes where [`Self::reveal`] wished.
    fn fulfil_wish(&mut self, ui: &Ui, text: &SourceText, setting: Setting, view: f64) {
        let Some((range, is_least)) = self.wish.take() else { return };
        let block = self.blocks.at(range.start);
        for at in block.saturating_sub(APPROACH)..(block + APPROACH / 2).min(self.blocks.len()) {
            self.learn(ui, text, setting, at);
        }
        let Some(laid) = self.lay(ui, text, setting, block) else { return };
        let (row_top, row_bottom) = laid.row_at(self.blocks.local(block, range.start));
        let base = self.heights.top(block) + f64::from(self.gap(block));
        let (top, bottom) = (base + f64::from(row_top), base + f64::from(row_bottom));
        let now = self.heights.top(self.spot.block) + self.spot.inside;
        let air = f64::from(setting.step.line) / 2.0;
        let target = if top >= now + air && bottom <= now + view - air {
            now
        } else if !is_least {
            top - view / 3.0
        } else if top < now + air {
            top - air
        } else {
            bottom + air - view
        };
        self.scroll_by(target - now, view);
    }

    /// Lays out what is in sight, and a few blocks above.
    fn lay_out(&mut self, ui: &Ui, text: &SourceText, setting: Setting, columns: &Columns) -> Vec<Shown> {
        let page = columns.page;
        // Blocks that turn out shorter than estimated may leave air below the last: look again.
        for _ in 0..3 {
            let mut y = f64::from(page.top()) - self.spot.inside;
            let mut at = self.spot.block;
            while y < f64::from(page.bottom()) && at < self.blocks.len() {
                self.learn(ui, text, setting, at);
                y += f64::from(self.heights.height(at));
                at += 1;
            }
            let before = self.spot;
            self.scroll_by(0.0, f64::from(page.height()));
            if before == self.spot {
                break;
            }
        }
        let first = self.spot.block.saturating_sub(LEAD);
        for at in first..self.spot.block {
            self.learn(ui, text, setting, at);
        }
        let mut y = f64::from(page.top()) - self.spot.inside;
        for at in first..self.spot.block {
            y -= f64::from(self.heights.height(at));
        }
        let mut shown = Vec::new();
        let mut at = first;
        while y < f64::from(page.bottom()) && at < self.blocks.len() {
            let gap = self.gap(at);
            if let Some(laid) = self.lay(ui, text, setting, at) {
                // Within a few thousand points of the window f32 is exact enough.
                #[expect(clippy::cast_possible_truncation, reason = "the distance was subtracted in f64")]
                let top = y as f32 + gap;
                let corner = pos2(columns.words.min, top).round_to_pixels(ui.pixels_per_point());
                shown.push(Shown { at, corner, laid });
            }
            y += f64::from(self.heights.height(at));
            at += 1;
        }
        shown
    }

    /// One accessible node a block in sight, named by its words.
    fn announce(&self, ui: &Ui, id: Id, text: &SourceText, shown: &Shown, columns: &Columns) {
        let Some(block) = self.blocks.list().get(shown.at) else { return };
        let size = vec2(columns.words.span(), shown.laid.height());
        let rect = Rect::from_min_size(shown.corner, size).intersect(columns.page);
        if block.words.is_empty() || !rect.is_positive() {
            return;
        }
        let node = ui.interact(rect, id.with(("block", shown.at)), Sense::hover());
        node.widget_info(|| {
            let words = text.as_str().get(block.bytes.clone()).unwrap_or_default();
            WidgetInfo::labeled(Role::Paragraph, true, words)
        });
    }

    /// Lays out blocks that are not in sight, a few milliseconds' worth.
    fn measure_slice(&mut self, ui: &Ui, text: &SourceText, setting: Setting) {
        let begin = Instant::now();
        while let Some(at) = self.heights.unmeasured() {
            if begin.elapsed() > SLICE {
                ui.ctx().request_repaint();
                return;
            }
            if self.lay(ui, text, setting, at).is_none() {
                self.heights.measure(at, 0.0);
            }
        }
    }

    /// The position in the source nearest to a point of the screen.
    pub(super) fn position_at(&self, shown: &[Shown], point: Pos2) -> Option<CharOffset> {
        let found = shown.iter().find(|shown| point.y < shown.bottom()).or_else(|| shown.last())?;
        let offset: Vec2 = point - found.corner;
        Some(self.blocks.source(found.at, found.laid.hit(vec2(offset.x, offset.y.max(0.0)))))
    }

    /// The theme's look of every code, in the order of inks.
    pub(super) fn looks(&self, theme: &Theme) -> Vec<crate::app::theme::CodeLook> {
        self.marks.inks().iter().map(|ink| theme.code(ink.colour)).collect()
    }
}

/// What the wheel asks for, in points of text.
fn wheel(ui: &Ui, rect: Rect) -> f64 {
    if !ui.rect_contains_pointer(rect) {
        return 0.0;
    }
    ui.input(|input| f64::from(-input.smooth_scroll_delta().y))
}
