//! The strip at the right: where in the whole text codings and hits lie, and which part of it is in sight.
//! It is the scroll bar too. Its scale comes from estimated heights, which depend on nothing that is
//! learned later, so ticks and frame stand still while one reads, and text does while one holds the frame.

use super::columns::{Columns, TICK};
use super::layout::Setting;
use super::scroll::Spot;
use super::sheet::{Look, Transcript};
use crate::app::theme::{CodeLook, Theme, radius, stroke};
use crate::app::widgets::hairline_v;
use crate::domain::{CharOffset, Message, SourceText};
use eframe::egui::epaint::{Mesh, Shape};
use eframe::egui::{Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Least height of the frame that shows the part in sight.
const FRAME_LEAST: f64 = 24.0;

/// The ticks as one mesh, kept until codings, hits, size or theme change.
#[derive(Default)]
pub(super) struct Ticks {
    key: Option<(Rect, u64, bool)>,
    mesh: Arc<Mesh>,
}

impl Ticks {
    fn refresh(&mut self, key: (Rect, u64, bool), build: impl FnOnce() -> Mesh) -> Arc<Mesh> {
        if self.key != Some(key) {
            self.mesh = Arc::new(build());
            self.key = Some(key);
        }
        Arc::clone(&self.mesh)
    }
}

/// The part in sight, on the strip.
#[derive(Clone, Copy)]
struct Frame {
    /// Points of the strip for a point of text.
    scale: f64,
    /// Where the part in sight begins and how long it is, in points of text.
    now: f64,
    seen: f64,
    /// The whole text.
    total: f64,
}

impl Frame {
    /// Height on the strip.
    fn height(self) -> f64 {
        (self.seen * self.scale).max(FRAME_LEAST)
    }

    /// Points of the strip for a point of text, as the frame goes: a frame larger than what it stands for
    /// goes a little slower, so that both reach the end together.
    fn pace(self) -> f64 {
        let lack = (FRAME_LEAST - self.seen * self.scale).max(0.0);
        (self.scale - lack / (self.total - self.seen).max(1.0)).max(f64::MIN_POSITIVE)
    }
}

impl Transcript {
    /// Draws the strip and hears it.
    pub(super) fn overview_ui(
        &mut self,
        ui: &Ui,
        look: &Look<'_>,
        text: &SourceText,
        setting: Setting,
        columns: &Columns,
        looks: &[CodeLook],
    ) {
        let theme = Theme::of(ui);
        let rect = columns.overview;
        let view = f64::from(rect.height());
        let response = ui.interact(rect, ui.scope_id().with("overview"), Sense::CLICK | Sense::DRAG);
        self.follow_pull(ui, text, setting, view);
        let frame = self.frame(ui, text, setting, view);
        let pointer = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on());
        match pointer.map(|pointer| pointer.y - rect.top()) {
            Some(y) if self.held.is_none_or(|(_, before)| before != y) => {
                let top = frame.now * frame.pace();
                let grip = match self.held {
                    Some((grip, _)) => grip,
                    None if (top..top + frame.height()).contains(&f64::from(y)) => f64::from(y) - top,
                    None => frame.height() / 2.0,
                };
                self.held = Some((grip, y));
                let (block, share) = self.heights.at((f64::from(y) - grip) / frame.pace());
                let inside = self.learn(ui, text, setting, block) * share;
                let inside = if f64::from(y) <= grip { f64::NEG_INFINITY } else { inside };
                self.go(ui, text, setting, Spot { block, inside: inside.max(-super::columns::ABOVE) }, view);
            }
            // A pointer that rests moves nothing.
            Some(_) => {}
            None => self.held = None,
        }
        let frame = self.frame(ui, text, setting, view);
        self.announce_overview(ui, look, text, &response, frame);
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::ZERO, theme.panel);
        hairline_v(painter, rect.left(), rect.y_range(), theme.line);
        let key = (rect, frame.total.to_bits(), theme.dark);
        let mut kept = std::mem::take(&mut self.ticks);
        painter.add(Shape::Mesh(kept.refresh(key, || self.tick_mesh(rect, frame.scale, looks))));
        self.ticks = kept;
        self.paint_hit_lines(painter, theme, rect, frame.scale);
        if frame.seen + 1.0 < frame.total {
            #[expect(clippy::cast_possible_truncation, reason = "a share of the strip")]
            let (top, height) = ((frame.now * frame.pace()) as f32, frame.height() as f32);
            let top = top.min(rect.height() - height).max(0.0);
            let size = vec2(rect.width() - 3.0, height.round());
            let frame = Rect::from_min_size(pos2(rect.left() + 2.0, (rect.top() + top).round()), size);
            let fill = if response.hovered() || response.dragged() {
                theme.text.gamma_multiply(0.10)
            } else {
                Color32::TRANSPARENT
            };
            let edge = Stroke::new(stroke::HAIR, theme.line3);
            painter.rect(frame, CornerRadius::same(radius::CHIP), fill, edge, StrokeKind::Inside);
        }
    }

    fn frame(&mut self, ui: &Ui, text: &SourceText, setting: Setting, view: f64) -> Frame {
        let count = self.blocks.len();
        let begin = self.spot;
        let mut height = |at: usize| self.learn(ui, text, setting, at);
        let share = |spot: Spot, height: f64| if height > 0.0 { spot.inside / height } else { 0.0 };
        let end = begin.moved(view, count, &mut height);
        let (top, bottom) = (share(begin, height(begin.block)), share(end, height(end.block)));
        let total = self.heights.total().max(1.0);
        let now = self.heights.mapped(begin.block, top);
        let seen = self.heights.mapped(end.block, bottom) - now;
        // A text shorter than the strip keeps its own scale, or its frame would fill the strip for nothing.
        Frame { scale: view / total.max(view), now, seen, total }
    }

    fn announce_overview(
        &self,
        ui: &Ui,
        look: &Look<'_>,
        text: &SourceText,
        response: &eframe::egui::Response,
        frame: Frame,
    ) {
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ScrollBar, true, look.catalog.text("coding-overview"));
            info.value = Some(frame.now / frame.total);
            info
        });
        ui.ctx().accesskit_node_builder(response.id, |node| {
            node.set_min_numeric_value(0.0);
            node.set_max_numeric_value(1.0);
            let message = Message::new("coding-overview-value")
                .with("line", text.line_of(self.top()).to_string())
                .with("lines", text.line_count());
            node.set_value(look.catalog.say(&message));
        });
    }

    /// One tick a coding. What lies at the same height is drawn once.
    fn tick_mesh(&self, rect: Rect, scale: f64, looks: &[CodeLook]) -> Mesh {
        let mut mesh = Mesh::default();
        let inks = self.marks.list().iter().filter_map(|mark| {
            let look = looks.get(usize::from(mark.ink))?;
            Some((mark.range.start, look.stripe))
        });
        self.add_ticks(&mut mesh, inks, rect, scale, TICK);
        mesh
    }

    /// How far down the strip a position of the text lies, in points.
    pub(super) fn strip_row(&self, position: CharOffset, scale: f64) -> i32 {
        let at = self.blocks.at(position);
        let letters = self.blocks.list().get(at).map_or(1, |block| block.words.len().max(1));
        let share = f64::from(self.blocks.local(at, position)) / f64::from(letters);
        #[expect(clippy::cast_possible_truncation, reason = "a row of the strip")]
        let row = (self.heights.mapped(at, share) * scale).round() as i32;
        row
    }

    fn add_ticks(
        &self,
        mesh: &mut Mesh,
        places: impl Iterator<Item = (CharOffset, Color32)>,
        rect: Rect,
        scale: f64,
        size: (f32, f32),
    ) {
        let left = (rect.left() + (rect.width() - size.0) / 2.0 + 0.5).floor();
        let mut rows = BTreeMap::new();
        for (position, colour) in places {
            rows.insert(self.strip_row(position, scale), colour);
        }
        for (row, colour) in rows {
            let y = rect.top() + (row as f32).clamp(0.0, (rect.height() - size.1).max(0.0));
            mesh.add_colored_rect(Rect::from_min_size(pos2(left, y), vec2(size.0, size.1)), colour);
        }
    }
}
