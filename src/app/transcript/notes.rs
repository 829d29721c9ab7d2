//! Memos on words, as the comments of a Word document are: a mark between the words and the stripes, so that what a
//! supervisor has written beside a text is seen before anything is coded there. A click selects what it is about.

use super::columns::Columns;
use super::heard::Heard;
use super::sheet::{Look, Shown, Transcript};
use crate::app::icons;
use crate::app::theme::Theme;
use crate::app::widgets::icon_at;
use crate::domain::{CharRange, Message};
use eframe::egui::{CursorIcon, Rect, Role, Sense, Ui, Vec2, WidgetInfo, pos2};

/// The mark, at the most.
const MARK: f32 = 12.0;
/// From one mark to the next below.
const STEP: f32 = 14.0;

/// A memo on words of the text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Noted {
    /// What it is about.
    pub range: CharRange,
    /// How it begins.
    pub words: String,
}

impl Transcript {
    /// Sets the memos on words of the text.
    pub fn set_notes(&mut self, mut notes: Vec<Noted>) {
        notes.sort_by_key(|note| (note.range.start, note.range.end));
        self.notes = notes;
    }

    /// Draws the marks of what is in sight, each at the row on which its words begin, and hears them.
    pub(super) fn notes_ui(&self, ui: &Ui, look: &Look<'_>, columns: &Columns, shown: &[Shown], heard: &mut Heard) {
        let theme = Theme::of(ui);
        let middle = f32::midpoint(columns.words.max, columns.lanes) - 2.0;
        let mut free = f32::NEG_INFINITY;
        for block in shown {
            let Some(here) = self.blocks.list().get(block.at) else { continue };
            let first = self.notes.partition_point(|note| note.range.start < here.start);
            let mine = self.notes.iter().skip(first).take_while(|note| note.range.start < here.words.end);
            for note in mine {
                let (top, bottom) = block.laid.row_at(self.blocks.local(block.at, note.range.start));
                let y = (block.corner.y + f32::midpoint(top, bottom)).max(free);
                free = y + STEP;
                let rect = Rect::from_center_size(pos2(middle, y), Vec2::splat(STEP));
                if !rect.intersects(columns.page) {
                    continue;
                }
                let id = ui.scope_id().with(("note", note.range.start.get(), note.range.end.get()));
                let response = ui.interact(rect, id, Sense::CLICK);
                let line =
                    self.text.as_ref().map_or_else(String::new, |text| text.line_of(note.range.start).to_string());
                let name = look.catalog.say(&Message::new("coding-note").with("line", line));
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
                ui.ctx().accesskit_node_builder(response.id, |node| node.set_description(note.words.clone()));
                if response.clicked() {
                    heard.noted = Some(note.range);
                    heard.is_unpicked = false;
                }
                let is_strong = response.hovered() || response.has_focus() || self.selection() == Some(note.range);
                let ink = if is_strong { theme.text } else { theme.text3 };
                icon_at(ui.painter(), rect.center(), icons::NOTE_PENCIL, MARK, ink);
                response.on_hover_cursor(CursorIcon::PointingHand).on_hover_text(&note.words);
            }
        }
    }
}
