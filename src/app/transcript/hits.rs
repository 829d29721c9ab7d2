//! Places that a search has found: bands under the words, over those of codes and under the selection, and lines
//! across the overview strip, which no coding draws: a coding's tick leaves air at both sides.

use super::paint::{band, corners};
use super::sheet::{Shown, Transcript};
use crate::app::theme::{Theme, radius, stroke};
use crate::domain::CharRange;
use eframe::egui::epaint::{Mesh, Shape};
use eframe::egui::{Painter, Rect, Stroke, StrokeKind, pos2, vec2};
use std::sync::Arc;

/// Height of a line across the strip.
const LINE: f32 = 3.0;

/// What a search has found in the text on show.
#[derive(Default)]
pub(super) struct Hits {
    list: Arc<[CharRange]>,
    current: Option<usize>,
    key: Option<(Rect, u64, bool)>,
    lines: Arc<Mesh>,
}

impl Transcript {
    /// Marks places; they are in order and do not overlap. `current` is the one the reader stands at.
    pub fn set_hits(&mut self, list: Arc<[CharRange]>, current: Option<usize>) {
        if !Arc::ptr_eq(&self.hits.list, &list) {
            self.hits.key = None;
        }
        self.hits.list = list;
        self.hits.current = current;
    }

    /// Paints the bands in a block; `words` are the block's.
    pub(super) fn paint_hits(&self, painter: &Painter, theme: &Theme, block: &Shown, words: CharRange) {
        let list = &self.hits.list;
        let first = list.partition_point(|hit| hit.end <= words.start);
        let here = list.iter().enumerate().skip(first).take_while(|(_, hit)| hit.start < words.end);
        for (at, hit) in here {
            let is_current = self.hits.current == Some(at);
            for bar in self.bars(block, *hit) {
                let rect = band(painter, bar.rect);
                let fill = if is_current { theme.search_current } else { theme.search };
                painter.rect_filled(rect, corners(&bar), fill);
                if is_current {
                    let outline = Stroke::new(stroke::FIELD, theme.focus);
                    painter.rect_stroke(rect, radius::BAND, outline, StrokeKind::Inside);
                }
            }
        }
    }

    /// Paints the lines across the overview strip; `scale` is points of the strip for a point of text.
    pub(super) fn paint_hit_lines(&mut self, painter: &Painter, theme: &Theme, strip: Rect, scale: f64) {
        if self.hits.list.is_empty() {
            return;
        }
        let key = (strip, scale.to_bits(), theme.dark);
        if self.hits.key != Some(key) {
            self.hits.lines = Arc::new(self.hit_lines(strip, scale, theme));
            self.hits.key = Some(key);
        }
        painter.add(Shape::Mesh(Arc::clone(&self.hits.lines)));
        if let Some(hit) = self.hits.current.and_then(|at| self.hits.list.get(at)) {
            painter.rect_filled(line(strip, self.strip_row(hit.start, scale), LINE), 0, theme.focus);
        }
    }

    /// A line a hit; lines that would lie on each other are drawn once. The ink in the middle is seen where the colour
    /// of hits is not.
    fn hit_lines(&self, strip: Rect, scale: f64, theme: &Theme) -> Mesh {
        let mut mesh = Mesh::default();
        let mut before = None;
        for hit in self.hits.list.iter() {
            let row = self.strip_row(hit.start, scale);
            if before != Some(row) {
                before = Some(row);
                let whole = line(strip, row, LINE);
                mesh.add_colored_rect(whole, theme.search_current);
                mesh.add_colored_rect(whole.shrink2(vec2(0.0, 1.0)), theme.text3);
            }
        }
        mesh
    }
}

/// A line across the strip, on whole points.
fn line(strip: Rect, row: i32, height: f32) -> Rect {
    let y = strip.top() + (row as f32).clamp(0.0, (strip.height() - height).max(0.0));
    Rect::from_min_size(pos2(strip.left() + 1.0, y.round()), vec2(strip.width() - 1.0, height))
}
