//! The strip at the right: where in the whole text codings lie, and which part of it is in sight. It is
//! the scroll bar too.

use super::blocks::Blocks;
use super::columns::{Columns, TICK};
use super::marks::Marks;
use super::scroll::Heights;
use super::sheet::{Look, Transcript};
use crate::app::theme::{CodeLook, Theme, radius, stroke};
use crate::app::widgets::hairline_v;
use eframe::egui::epaint::{Mesh, Shape};
use eframe::egui::{Color32, CornerRadius, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Least height of the frame that shows the part in sight.
const FRAME_LEAST: f32 = 24.0;

/// The ticks as one mesh, kept until codings, heights, size or theme change.
#[derive(Default)]
pub(super) struct Ticks {
    key: Option<(Rect, u64, bool)>,
    mesh: Arc<Mesh>,
}

impl Ticks {
    fn refresh(&mut self, rect: Rect, total: f64, is_dark: bool, build: impl FnOnce() -> Mesh) -> Arc<Mesh> {
        let key = (rect, total.to_bits(), is_dark);
        if self.key != Some(key) {
            self.mesh = Arc::new(build());
            self.key = Some(key);
        }
        Arc::clone(&self.mesh)
    }
}

impl Transcript {
    /// Draws the strip and hears it.
    pub(super) fn overview_ui(&mut self, ui: &Ui, look: &Look<'_>, columns: &Columns, view: f64) {
        let theme = Theme::of(ui);
        let rect = columns.overview;
        let response = ui.interact(rect, ui.scope_id().with("overview"), Sense::CLICK | Sense::DRAG);
        let total = self.heights.total().max(1.0);
        // A text shorter than the strip keeps its own scale, or its frame would fill the strip for nothing.
        let scale = f64::from(rect.height()) / total.max(view);
        let now = self.heights.top(self.spot.block) + self.spot.inside;
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ScrollBar, true, look.catalog.text("coding-overview"));
            info.value = Some(now / total);
            info
        });
        if let Some(pointer) = response.interact_pointer_pos().filter(|_| response.is_pointer_button_down_on()) {
            let wanted = f64::from(pointer.y - rect.top()) / scale - view / 2.0;
            self.scroll_by(wanted - now, view);
        }
        let painter = ui.painter();
        hairline_v(painter, rect.left(), rect.y_range(), theme.line);
        let looks = self.looks(theme);
        let (marks, blocks, heights) = (&self.marks, &self.blocks, &mut self.heights);
        let mesh = self.ticks.refresh(rect, total, theme.dark, || ticks(marks, blocks, heights, rect, scale, &looks));
        painter.add(Shape::Mesh(mesh));
        if total > view {
            let now = self.heights.top(self.spot.block) + self.spot.inside;
            #[expect(clippy::cast_possible_truncation, reason = "a share of the strip")]
            let (top, height) = ((now.max(0.0) * scale) as f32, (view * scale) as f32);
            let height = height.max(FRAME_LEAST);
            let top = top.min(rect.height() - height);
            let frame = Rect::from_min_size(rect.min + vec2(2.0, top), vec2(rect.width() - 3.0, height));
            let fill = if response.hovered() || response.dragged() {
                theme.text.gamma_multiply(0.10)
            } else {
                Color32::TRANSPARENT
            };
            let edge = Stroke::new(stroke::HAIR, theme.line3);
            painter.rect(frame, CornerRadius::same(radius::CHIP), fill, edge, StrokeKind::Inside);
        }
    }
}

/// One tick a coding; ticks that would lie on each other are drawn once.
fn ticks(marks: &Marks, blocks: &Blocks, heights: &mut Heights, rect: Rect, scale: f64, looks: &[CodeLook]) -> Mesh {
    let mut mesh = Mesh::default();
    let left = rect.left() + ((rect.width() - TICK.0) / 2.0).round() + 0.5;
    let mut before: Option<(f32, u16)> = None;
    for mark in marks.list() {
        let at = blocks.at(mark.range.start);
        let letters = blocks.list().get(at).map_or(1, |block| block.words.len().max(1));
        let share = f64::from(blocks.local(at, mark.range.start)) / f64::from(letters);
        let distance = heights.top(at) + f64::from(heights.height(at)) * share;
        #[expect(clippy::cast_possible_truncation, reason = "a place on the strip")]
        let y = rect.top() + ((distance * scale) as f32).round().clamp(0.0, rect.height() - TICK.1);
        if before.is_some_and(|(other, ink)| (other - y).abs() < 1.0 && ink == mark.ink) {
            continue;
        }
        before = Some((y, mark.ink));
        if let Some(look) = looks.get(usize::from(mark.ink)) {
            let tick = Rect::from_min_size(pos2(left.floor(), y), vec2(TICK.0, TICK.1));
            mesh.add_colored_rect(tick, look.stripe);
        }
    }
    mesh
}
