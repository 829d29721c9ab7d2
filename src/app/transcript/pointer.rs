//! What the mouse means: select by dragging (and scroll at the edges), a word, a block, a coding, or one
//! end of the selection by its handle.

use super::columns::Columns;
use super::select::Select;
use super::sheet::{Heard, Shown, Transcript};
use crate::domain::{CodingId, SourceText};
use eframe::egui::{CursorIcon, Rect, Response, Ui, Vec2};

/// How near to a handle's dot the pointer must be.
const GRIP: f32 = 9.0;
/// Share of the distance beyond the edge that is scrolled in a frame.
const PULL: f64 = 0.35;

impl Transcript {
    #[expect(clippy::too_many_arguments, reason = "what is seen, where, and what is heard")]
    pub(super) fn hear_pointer(
        &mut self,
        ui: &Ui,
        text: &SourceText,
        response: &Response,
        columns: &Columns,
        shown: &[Shown],
        chosen: Option<CodingId>,
        heard: &mut Heard,
    ) {
        let shift = ui.input(|input| input.modifiers.shift);
        if response.is_pointer_button_down_on() || response.clicked() {
            response.request_focus();
            self.wanted_x = None;
        }
        if response.drag_started()
            && let Some(from) = ui.input(|input| input.pointer.press_origin())
            && columns.page.contains(from)
        {
            let grips = self.handle_rects(text, shown);
            let is_near =
                |rect: Rect, dot: Vec2| (rect.center() + dot - from).length() < GRIP || rect.expand(3.0).contains(from);
            let range = self.selection();
            match (grips, range) {
                (Some((start, _)), Some(range)) if is_near(start, Vec2::new(0.0, -start.height() / 2.0)) => {
                    self.select = Select::from_to(range.end, range.start);
                }
                (Some((_, end)), Some(range)) if is_near(end, Vec2::new(0.0, end.height() / 2.0)) => {
                    self.select = Select::from_to(range.start, range.end);
                }
                _ if !shift => {
                    if let Some(position) = self.position_at(shown, from) {
                        self.select = Select::at(position);
                    }
                }
                _ => {}
            }
            self.is_dragging = true;
        }
        if self.is_dragging && !response.dragged() {
            self.is_dragging = false;
        }
        if self.is_dragging {
            self.drag(ui, text, response, columns, shown);
            return;
        }
        let Some(pointer) = response.interact_pointer_pos().filter(|pointer| columns.page.contains(*pointer)) else {
            return;
        };
        let Some(position) = self.position_at(shown, pointer) else { return };
        if response.triple_clicked() {
            self.select = Select::block(&self.blocks, position);
        } else if response.double_clicked() {
            let letter = self.letter_under(shown, pointer).unwrap_or(position);
            self.select = Select::word(text, &self.blocks, letter);
        } else if response.clicked() {
            if shift {
                self.select = Select::from_to(self.select.fixed(), position);
                return;
            }
            self.select = Select::at(position);
            heard.picked = self.coding_at(shown, pointer, chosen);
            heard.is_unpicked = heard.picked.is_none() && columns.words.contains(pointer.x);
        }
    }

    fn drag(&mut self, ui: &Ui, text: &SourceText, response: &Response, columns: &Columns, shown: &[Shown]) {
        let Some(pointer) = response.interact_pointer_pos() else { return };
        ui.set_cursor_icon(CursorIcon::Text);
        let page = columns.page;
        let beyond = (pointer.y - page.bottom()).max(0.0) + (pointer.y - page.top()).min(0.0);
        if beyond != 0.0 {
            self.scroll_by(f64::from(beyond) * PULL);
            ui.ctx().request_repaint();
        }
        let inside = pointer.clamp(page.min, page.max);
        if let Some(position) = self.position_at(shown, inside) {
            self.select.extend(text, &self.blocks, position);
        }
    }

    /// The letter under a point, where the nearest boundary may lie behind it.
    fn letter_under(&self, shown: &[Shown], point: eframe::egui::Pos2) -> Option<crate::domain::CharOffset> {
        let near = self.position_at(shown, point)?;
        let block = shown.iter().find(|block| point.y < block.bottom())?;
        let caret = block.laid.caret(self.blocks.local(block.at, near)).translate(block.corner.to_vec2());
        let before = near.get().saturating_sub(1);
        Some(if caret.center().x > point.x { crate::domain::CharOffset::new(before) } else { near })
    }
}
