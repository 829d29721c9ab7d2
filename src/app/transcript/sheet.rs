//! The transcript as it stands between frames, and the order of a frame: place the columns, scroll, lay
//! out what is in sight, hear mouse and keys, paint, then lay out a little of what is not in sight.

use super::blocks::{Blocks, Joint, displayed};
use super::bounds::Bounds;
use super::columns::{ABOVE, BELOW, BLANK, Columns, GAP_LINE, GAP_SPEAKER};
use super::heard::Heard;
use super::hits::Hits;
use super::keys::Eye;
use super::layout::{Laid, Setting};
use super::marks::{Ink, Mark, Marks, OtherCoder};
use super::notes::Noted;
use super::overview::Ticks;
use super::pointer::{Hand, Presses, Sight};
use super::scroll::{Anchor, Heights, Pane, Spot};
use super::select::Select;
use super::standing::Standing;
use crate::app::theme::{CodeLook, Theme, TypeStep, stroke, type_scale};
use crate::app::widgets::Words;
use crate::domain::{CharOffset, CharRange, CodingId, Message, Moment, SourceText, Turn, lines_cited, time_words};
use crate::i18n::Catalog;
use eframe::egui::emath::GuiRounding as _;
use eframe::egui::{
    Color32, CornerRadius, EventFilter, Id, Key, Pos2, Rect, Response, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    Vec2, WidgetInfo, pos2, vec2,
};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// What is spent in a frame on blocks that are not in sight.
const SLICE: Duration = Duration::from_millis(4);
/// Blocks laid out above the first in sight, whose labels may reach into it.
const LEAD: usize = 3;
/// Speakers whose names are measured.
const VOICES: usize = 64;
/// Codes that are said of a block.
const SAID: usize = 24;
/// Blocks on either side of the first in sight whose true heights are learned while there is time.
const NEAR: usize = 96;

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
    /// Whether a code is being carried that the words under it may take.
    pub is_offered: bool,
    /// Accessible name of the whole.
    pub name: &'a str,
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
    /// When words were said, in the order of their places.
    pub(super) moments: Arc<[Moment]>,
    /// Width of the longest time, in points.
    pub(super) time: Option<f32>,
    pub(super) blocks: Blocks,
    pub(super) marks: Marks,
    /// Memos on words, in the order of the text.
    pub(super) notes: Vec<Noted>,
    pub(super) heights: Heights,
    /// What the heights were made for: face and width, pixels a point, height of the window.
    setting: Option<(Setting, f32, f32)>,
    pub(super) spot: Spot,
    /// How far the words are to be moved in the next frame.
    pull: f64,
    /// Whether the heights were estimated in this frame.
    is_fresh: bool,
    /// Width of the longest speaker's name, in points.
    speaker: Option<f32>,
    /// Whether the focus came by the keyboard, so that it has to be seen where it is.
    is_ringed: bool,
    was_tab: bool,
    /// The row that stays at the top when everything is laid out anew.
    anchor: Option<Anchor>,
    /// Whether the place has changed since the anchor was taken.
    is_moved: bool,
    top: Option<CharOffset>,
    pub(super) select: Select,
    /// Where the caret wants to be across, while it goes up and down.
    pub(super) wanted_x: Option<f32>,
    /// Where the frame of the overview is held, from its top, and where the pointer was last, both in points.
    pub(super) held: Option<(f64, f32)>,
    /// What the mouse button does while it is held.
    pub(super) hand: Hand,
    /// Whether it has moved since it was pressed.
    pub(super) is_dragging: bool,
    pub(super) presses: Presses,
    /// A coding whose ends are on the move.
    pub(super) bounds: Option<Bounds>,
    /// The selections through which the present one grew.
    pub(super) ladder: Vec<Select>,
    wish: Option<(CharRange, bool)>,
    wants_focus: bool,
    pub(super) ticks: Ticks,
    pub(super) hits: Hits,
}

impl Transcript {
    /// Shows a text from its top. `turns` are in order of position.
    pub fn open(&mut self, text: Arc<SourceText>, turns: Arc<[Turn]>) {
        self.blocks = Blocks::new(&text, &turns);
        let first = self.blocks.list().first().map_or(CharOffset::ZERO, |block| block.words.start);
        *self = Self {
            text: Some(text),
            turns,
            blocks: std::mem::take(&mut self.blocks),
            spot: Spot { block: 0, inside: -ABOVE },
            is_moved: true,
            select: Select::at(first),
            wants_focus: self.wants_focus,
            ..Self::default()
        };
    }

    /// Shows a text as it stood when `standing` was taken, with the same words at the top.
    pub fn open_again(&mut self, text: Arc<SourceText>, turns: Arc<[Turn]>, standing: &Standing) {
        self.open(text, turns);
        if let Some(text) = self.text.as_ref() {
            let (anchor, select) = standing.found_in(text);
            self.anchor = Some(anchor);
            self.select = select;
            self.is_moved = false;
        }
    }

    /// Where one stands in the text, to come back to; nothing where no text is open.
    pub fn standing(&self) -> Option<Standing> {
        Some(Standing::new(self.text.as_ref()?, self.anchor?, self.select))
    }

    /// The first position of the row at the top of the window, as it was last drawn.
    pub fn top(&self) -> CharOffset {
        self.top.unwrap_or(CharOffset::ZERO)
    }

    /// Shows nothing.
    pub fn close(&mut self) {
        *self = Self::default();
    }

    /// Replaces the codings. `inks` is what [`Mark::ink`] points into, `coders` what [`Mark::coder`] does.
    pub fn set_marks(&mut self, marks: Vec<Mark>, inks: Vec<Ink>, coders: Vec<OtherCoder>) {
        self.marks = Marks::new(marks, inks, coders, &self.blocks);
        self.carry_ends_over();
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
        self.keep_in_sight(self.select.head());
    }

    /// Brings a position into sight by the least movement.
    pub(super) fn keep_in_sight(&mut self, at: CharOffset) {
        self.wish = Some((CharRange { start: at, end: at }, true));
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
        let speaker = self.speaker_width(ui);
        let time = self.time_width(ui);
        let lanes = self.marks.lane_count();
        let columns = Columns::new(rect, look.step, look.characters, look.is_small, lanes, speaker, time);
        let setting = Setting { step: look.step, width: columns.words.span() };
        self.prepare(ui, &text, setting, rect.height());
        if std::mem::take(&mut self.wants_focus) {
            response.request_focus();
        }
        heard.has_focus = response.has_focus();
        self.follow_ring(ui, &response);
        let view = f64::from(rect.height());
        let looks = self.looks(Theme::of(ui));

        self.fulfil_wish(ui, &text, setting, view);
        self.scroll_by(wheel(ui, rect));
        self.overview_ui(ui, look, &text, setting, &columns, &looks);
        if heard.has_focus {
            ui.memory_mut(|memory| {
                // While ends are on the move, Tab turns to the other one.
                let tab = self.bounds.is_some();
                let mine = EventFilter { tab, horizontal_arrows: true, vertical_arrows: true, escape: true };
                memory.set_focus_lock_filter(id, mine);
            });
            self.hear_keys(Eye { ui, text: &text, setting, view }, look.chosen, &mut heard);
            self.fulfil_wish(ui, &text, setting, view);
        }
        let shown = self.lay_out(ui, &text, setting, &columns);
        let sight =
            Sight { ui, text: &text, response: &response, columns: &columns, shown: &shown, chosen: look.chosen };
        self.hear_pointer(sight, &mut heard);
        self.hear_offer(sight, look.is_offered, &mut heard);
        if !heard.has_focus && self.bounds.is_some_and(|bounds| bounds.is_by_keys) {
            // Whoever turns to something else keeps what it came to.
            heard.moved = heard.moved.or(self.keep_ends());
        }

        let inner = UiBuilder::new().max_rect(columns.page).id_salt("words");
        ui.scope_builder(inner, |ui| {
            ui.set_clip_rect(ui.clip_rect().intersect(columns.page));
            for block in &shown {
                self.announce(ui, id, look, &text, block, &columns);
            }
            let margin = self.margin(&columns, &shown, look.chosen);
            let beside = self.beside_pointer(ui, &columns, &margin);
            let hovered = beside.or_else(|| self.under_pointer(ui, look, &columns, &shown, &response));
            let more = self.paint_words(ui, look, &looks, &columns, &shown, beside, &mut heard);
            self.margin_ui(ui, look, &looks, &columns, &margin, hovered, &mut heard);
            self.notes_ui(ui, look, &columns, &shown, &mut heard);
            for (at, more) in more.iter().enumerate() {
                self.more_ui(ui, look, more, id.with(("codes", at)), &mut heard);
            }
            self.paint_offer(ui, &columns, &shown, heard.over);
            self.paint_front(ui, &text, &columns, &shown, look.chosen, heard.has_focus);
        });
        if self.is_ringed {
            let ring = Stroke::new(stroke::FOCUS, Theme::of(ui).focus);
            ui.painter().rect_stroke(columns.page, CornerRadius::ZERO, ring, StrokeKind::Inside);
        }
        self.measure_slice(ui, &text, setting);
        heard
    }

    /// The ring is drawn once the Tab key has led here, until the mouse is used: a transcript has the focus
    /// nearly always, and a ring that is always there says nothing.
    fn follow_ring(&mut self, ui: &Ui, response: &Response) {
        let (is_tab, is_mouse) = ui.input(|input| (input.key_pressed(Key::Tab), input.pointer.any_pressed()));
        // The focus arrives in the frame after the key.
        let was_tab = std::mem::replace(&mut self.was_tab, is_tab);
        if response.gained_focus() {
            self.is_ringed = is_tab || was_tab;
        }
        self.is_ringed &= response.has_focus() && !is_mouse;
    }

    /// Width of the longest speaker's name, measured once a text.
    fn speaker_width(&mut self, ui: &Ui) -> f32 {
        *self.speaker.get_or_insert_with(|| {
            let labels: BTreeSet<&str> = self.turns.iter().map(|turn| turn.label.as_str()).collect();
            let step = type_scale::CAPTION.strong();
            let width = |label: &str| Words::of(label, step, Color32::PLACEHOLDER).row(ui.painter()).size().x;
            labels.into_iter().take(VOICES).map(width).fold(0.0, f32::max)
        })
    }

    /// Starts anew from estimates where width, face or pixels have changed, with the same row at the top.
    fn prepare(&mut self, ui: &Ui, text: &SourceText, setting: Setting, view: f32) {
        let wanted = Some((setting, ui.pixels_per_point(), view));
        if self.setting == wanted && self.heights.len() == self.blocks.len() {
            return;
        }
        let is_same_but_view =
            self.setting.zip(wanted).is_some_and(|(had, wants)| (had.0, had.1) == (wants.0, wants.1));
        if !is_same_but_view || self.heights.len() != self.blocks.len() {
            let a_row = (setting.width / (setting.step.size * 0.5)).max(1.0);
            let estimates = (0..self.blocks.len())
                .map(|at| {
                    let letters = self.blocks.list()[at].words.len();
                    let words = if letters == 0 { BLANK } else { (letters as f32 / a_row).ceil() * setting.step.line };
                    self.gap(at) + words
                })
                .collect();
            self.heights = Heights::new(estimates);
            self.is_fresh = true;
        }
        self.setting = wanted;
        if let Some(anchor) = self.anchor.filter(|_| !self.is_moved) {
            let block = self.blocks.at(anchor.position);
            if let Some(laid) = self.lay(ui, text, setting, block) {
                let (top, bottom) = laid.row_at(self.blocks.local(block, anchor.position));
                let into = anchor.into.min(f64::from(bottom - top) - 1.0);
                self.spot = Spot { block, inside: f64::from(self.gap(block) + top) + into };
            }
        }
        self.spot.block = self.spot.block.min(self.blocks.len().saturating_sub(1));
        self.stand(ui, text, setting, self.spot, f64::from(view));
    }

    /// Goes to a spot, or as near to it as the text goes.
    fn stand(&mut self, ui: &Ui, text: &SourceText, setting: Setting, spot: Spot, view: f64) {
        let pane = Pane { count: self.blocks.len(), view, above: ABOVE, below: BELOW };
        let mut height = |at: usize| self.learn(ui, text, setting, at);
        let spot = spot.moved(0.0, pane.count, &mut height);
        self.spot = spot.kept(pane, &mut height);
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

    /// The true height of a block with the gap above it.
    pub(super) fn learn(&mut self, ui: &Ui, text: &SourceText, setting: Setting, at: usize) -> f64 {
        if !self.heights.is_measured(at) && self.lay(ui, text, setting, at).is_none() {
            self.heights.measure(at, self.gap(at));
        }
        f64::from(self.heights.height(at))
    }

    /// Moves the words by a distance before they are next laid out; positive goes on in the text.
    pub(super) fn scroll_by(&mut self, by: f64) {
        self.pull += by;
    }

    /// Goes where [`Self::scroll_by`] asked.
    pub(super) fn follow_pull(&mut self, ui: &Ui, text: &SourceText, setting: Setting, view: f64) {
        let pull = std::mem::take(&mut self.pull);
        if pull != 0.0 {
            self.go(ui, text, setting, Spot { inside: self.spot.inside + pull, ..self.spot }, view);
        }
    }

    /// Goes to a spot because somebody asked to.
    pub(super) fn go(&mut self, ui: &Ui, text: &SourceText, setting: Setting, spot: Spot, view: f64) {
        let before = self.spot;
        self.stand(ui, text, setting, spot, view);
        self.is_moved |= before != self.spot;
    }

    /// From the window's top to the top of a block; endless where it is more than a window away.
    fn distance_to(&mut self, ui: &Ui, text: &SourceText, setting: Setting, block: usize, view: f64) -> f64 {
        let mut distance = -self.spot.inside;
        for at in self.spot.block..block {
            distance += self.learn(ui, text, setting, at);
            if distance > view {
                return f64::INFINITY;
            }
        }
        for at in (block..self.spot.block).rev() {
            distance -= self.learn(ui, text, setting, at);
            if distance < -view {
                return f64::NEG_INFINITY;
            }
        }
        distance
    }

    /// Goes where [`Self::reveal`] wished.
    fn fulfil_wish(&mut self, ui: &Ui, text: &SourceText, setting: Setting, view: f64) {
        let Some((range, is_least)) = self.wish.take() else { return };
        self.follow_pull(ui, text, setting, view);
        let block = self.blocks.at(range.start);
        let Some(laid) = self.lay(ui, text, setting, block) else { return };
        let (row_top, row_bottom) = laid.row_at(self.blocks.local(block, range.start));
        let inside = f64::from(self.gap(block) + row_top);
        let row = f64::from(row_bottom - row_top);
        let top = self.distance_to(ui, text, setting, block, view) + inside;
        let air = f64::from(setting.step.line) / 2.0;
        if top >= air && top + row <= view - air {
            return;
        }
        let above = match is_least {
            false => view / 3.0,
            true if top < air => air,
            true => view - air - row,
        };
        self.go(ui, text, setting, Spot { block, inside: inside - above }, view);
    }

    /// Lays out what is in sight, and a few blocks above.
    fn lay_out(&mut self, ui: &Ui, text: &SourceText, setting: Setting, columns: &Columns) -> Vec<Shown> {
        let page = columns.page;
        self.follow_pull(ui, text, setting, f64::from(page.height()));
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
        self.take_anchor(page.top(), &shown);
        shown
    }

    /// Keeps the row at the top, to be held there when everything is laid out anew. It is taken only where
    /// somebody has gone somewhere: narrowing a window and widening it again leads back to the same row.
    fn take_anchor(&mut self, top: f32, shown: &[Shown]) {
        let Some(block) = shown.iter().find(|block| block.bottom() > top).or_else(|| shown.last()) else { return };
        let (row, row_top) = block.laid.row_start(top - block.corner.y);
        let position = self.blocks.source(block.at, row);
        self.top = Some(position);
        if std::mem::take(&mut self.is_moved) || self.anchor.is_none() {
            let into = match block.at == self.spot.block {
                // Exactly, not on whole pixels as it was painted.
                true => self.spot.inside - f64::from(self.gap(block.at) + row_top),
                false => f64::from(top - block.corner.y - row_top),
            };
            self.anchor = Some(Anchor { position, into });
        }
    }

    /// One accessible node a block in sight: its words are the name, speaker and codes the description.
    fn announce(&self, ui: &Ui, id: Id, look: &Look<'_>, text: &SourceText, shown: &Shown, columns: &Columns) {
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
        ui.ctx().accesskit_node_builder(node.id, |node| {
            let here = |range: CharRange| range.overlaps(block.words);
            let mut codes = Vec::new();
            let mut is_selected = self.selection().is_some_and(here);
            for mark in self.marks.touching(block.words).filter_map(|at| self.marks.list().get(at)) {
                is_selected |= Some(mark.coding) == look.chosen;
                if codes.len() < SAID {
                    codes.push(self.facts_of(look, mark));
                }
            }
            let speaker = block.turn.and_then(|at| self.turns.get(at as usize)).map_or("", |turn| turn.label.as_str());
            let key = if speaker.is_empty() { "coding-block" } else { "coding-block-speaker" };
            let message = Message::new(key)
                .with("line", lines_cited(block.line, block.line_end))
                .with("speaker", speaker)
                .with("count", codes.len())
                .with("codes", codes.join("; "));
            let mut said = look.catalog.say(&message);
            if let Some(moment) = self.moments_of(block).first() {
                let time = Message::new("coding-block-time").with("time", time_words(moment.ms));
                said = format!("{said} {}", look.catalog.say(&time));
            }
            node.set_description(said);
            node.set_selected(is_selected);
        });
    }

    /// Lays out blocks near what is in sight, a few milliseconds' worth; those far away can wait for the day
    /// when somebody goes there.
    fn measure_slice(&mut self, ui: &Ui, text: &SourceText, setting: Setting) {
        // While a window is pulled, what is learned in one frame is of no use in the next.
        if std::mem::take(&mut self.is_fresh) {
            ui.ctx().request_repaint();
            return;
        }
        let begin = Instant::now();
        while let Some(at) = self.heights.unmeasured_near(self.spot.block, NEAR) {
            if begin.elapsed() > SLICE {
                ui.ctx().request_repaint();
                return;
            }
            self.learn(ui, text, setting, at);
        }
    }

    /// The position in the source nearest to a point of the screen.
    pub(super) fn position_at(&self, shown: &[Shown], point: Pos2) -> Option<CharOffset> {
        let found = shown.iter().find(|shown| point.y < shown.bottom()).or_else(|| shown.last())?;
        let offset: Vec2 = point - found.corner;
        Some(self.blocks.source(found.at, found.laid.hit(vec2(offset.x, offset.y.max(0.0)))))
    }

    /// The theme's look of every code, in the order of inks.
    pub(super) fn looks(&self, theme: &Theme) -> Vec<CodeLook> {
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
