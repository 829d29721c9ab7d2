//! A code that is carried over the words: those that are selected or chosen take it, others do not.

use super::columns::Columns;
use super::heard::{Heard, Over};
use super::pointer::Sight;
use super::sheet::{Shown, Transcript};
use crate::app::theme::{Theme, radius, stroke};
use crate::app::widgets::dashed_outline;
use crate::domain::CodingId;
use eframe::egui::{CursorIcon, Rect, Stroke, StrokeKind, Ui, pos2, vec2};

/// Above and below the words within which a carried code scrolls them.
const NEAR_EDGE: f32 = 28.0;

impl Transcript {
    /// Says what the carried code is over, and whether it was let go there.
    pub(super) fn hear_offer(&mut self, sight: Sight<'_>, is_offered: bool, heard: &mut Heard) {
        let Sight { ui, columns, shown, .. } = sight;
        if !is_offered {
            return;
        }
        let pointer = ui.input(|input| input.pointer.interact_pos());
        let Some(pointer) = pointer.filter(|at| columns.page.contains(*at) && sight.response.contains_pointer()) else {
            return;
        };
        self.scroll_beyond(ui, pointer, columns.page.shrink2(vec2(0.0, NEAR_EDGE)));
        let is_on_words = columns.words.contains(pointer.x);
        let targets = [self.selection(), sight.chosen.and_then(|coding: CodingId| self.range_of(coding))];
        let over = targets.into_iter().flatten().find(|range| self.is_under(shown, *range, pointer));
        heard.over = match over {
            Some(range) => Some(Over::Words(range)),
            None => is_on_words.then_some(Over::Others),
        };
        heard.is_dropped = heard.over.is_some() && ui.input(|input| input.pointer.any_released());
        ui.set_cursor_icon(match heard.over {
            Some(Over::Words(_)) => CursorIcon::Copy,
            Some(Over::Others) => CursorIcon::NotAllowed,
            None => CursorIcon::Grabbing,
        });
    }

    /// Marks the words that would take the code, or the block that does not.
    pub(super) fn paint_offer(&self, ui: &Ui, columns: &Columns, shown: &[Shown], over: Option<Over>) {
        let theme = Theme::of(ui);
        match over {
            Some(Over::Words(range)) => {
                let edge = Stroke::new(stroke::FIELD, theme.focus);
                for block in shown {
                    let is_here = self.blocks.list().get(block.at).is_some_and(|here| here.words.overlaps(range));
                    for bar in if is_here { self.bars(block, range) } else { Vec::new() } {
                        let rect = super::paint::band(ui.painter(), bar.rect);
                        ui.painter().rect_stroke(rect, radius::BAND, edge, StrokeKind::Outside);
                    }
                }
            }
            Some(Over::Others) => {
                let Some(pointer) = ui.input(|input| input.pointer.interact_pos()) else { return };
                let Some(block) = shown.iter().find(|block| pointer.y < block.bottom()) else { return };
                let corner = pos2(columns.words.min, block.corner.y);
                let rect = Rect::from_min_size(corner, vec2(columns.words.span(), block.laid.height()));
                dashed_outline(ui.painter(), rect.expand2(vec2(4.0, 0.0)), theme.line3);
            }
            None => {}
        }
    }
}
