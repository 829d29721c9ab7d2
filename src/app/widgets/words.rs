//! Words laid out by the type scale: with its leading, in at most so many rows, cut with "…".

use crate::app::theme::{Theme, TypeStep};
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align, Color32, Galley, Painter, Pos2, Rect, Response, Role, Sense, Ui, WidgetInfo};
use std::sync::Arc;

/// Words in the making: pieces of different weight or colour in one paragraph.
#[derive(Default)]
pub struct Words {
    job: LayoutJob,
}

impl Words {
    /// No words yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Words of one kind.
    pub fn of(text: &str, step: TypeStep, colour: Color32) -> Self {
        Self::new().then(text, step, colour)
    }

    /// The same words and then some more.
    #[must_use]
    pub fn then(mut self, text: &str, step: TypeStep, colour: Color32) -> Self {
        let format = TextFormat {
            font_id: step.font(),
            color: colour,
            line_height: Some(step.line),
            valign: Align::Center,
            ..TextFormat::default()
        };
        self.job.append(text, 0.0, format);
        self
    }

    /// The same words, each row in the middle of the others.
    #[must_use]
    pub const fn centred(mut self) -> Self {
        self.job.halign = Align::Center;
        self
    }

    /// Lays them out in one row, as wide as they are.
    pub fn row(mut self, painter: &Painter) -> Arc<Galley> {
        self.job.wrap = TextWrapping::no_max_width();
        painter.layout_job(self.job)
    }

    /// Lays them out in at most `rows` rows of `width`, cut with "…" at a word.
    pub fn within(mut self, painter: &Painter, width: f32, rows: usize) -> Arc<Galley> {
        self.job.wrap =
            TextWrapping { max_width: width, max_rows: rows, break_anywhere: false, overflow_character: Some('…') };
        if rows == 1 {
            self.job.wrap.break_anywhere = true;
        }
        painter.layout_job(self.job)
    }

    /// Lays them out in as many rows of `width` as they need.
    pub fn wrapped(mut self, painter: &Painter, width: f32) -> Arc<Galley> {
        self.job.wrap = TextWrapping::wrap_at_width(width);
        painter.layout_job(self.job)
    }
}

/// Draws words as a label that screen readers find; they wrap at the width there is.
pub fn label_ui(ui: &mut Ui, words: Words) -> Response {
    let galley = words.wrapped(ui.painter(), ui.available_width());
    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
    // Rows that are centred stand around the galley's origin.
    ui.painter().galley(rect.min - galley.rect.min.to_vec2(), galley, Theme::of(ui).text);
    response
}

/// Draws a galley in the middle of the height of `rect`, from its left side.
pub(super) fn in_row(painter: &Painter, rect: Rect, left: f32, galley: Arc<Galley>, colour: Color32) {
    let top = rect.center().y - galley.size().y / 2.0;
    painter.galley(Pos2::new(left, top.round()), galley, colour);
}
