//! The first lines of the chosen file as they would be read, each speaker with a quiet tint of his own under the
//! label; the researcher's words stand back as in the transcript.

use super::{ImportSheet, State};
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui};
use crate::domain::{Message, TurnKind};
use eframe::egui::{CornerRadius, Galley, Painter, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};
use std::sync::Arc;

/// Heights of the lines, kept while neither the file nor the width changes.
#[derive(Default)]
pub(super) struct Heights {
    of: Option<(usize, u32)>,
    tops: Vec<f32>,
}

impl Heights {
    /// Measures anew next time.
    pub fn forget(&mut self) {
        self.of = None;
    }
}

/// Draws the preview.
pub(super) fn preview_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>) {
    let theme = Theme::of(ui);
    let Some(file) = sheet.files.get(sheet.chosen) else { return };
    ui.add_space(space::XS);
    let (seen, head) = match &file.state {
        State::Seen(seen) => (Some(seen), view.say(&Message::new("sheet-preview").with("n", seen.line_count))),
        State::Waiting => (None, view.text("sheet-preview-waiting")),
        State::Refused(_) => (None, view.text("sheet-preview-none")),
    };
    label_ui(ui, Words::of(&head, type_scale::SMALL, theme.text3));
    let Some(seen) = seen else { return };
    let lines = &seen.lines;
    let words = |painter: &Painter, at: usize, width: f32| laid_out(painter, theme, &lines[at], width);
    let width = (ui.available_width() - measure::SHEET_NUMBER - space::S).max(1.0);
    let key = (sheet.chosen, width.to_bits());
    if sheet.heights.of != Some(key) {
        let mut top = 0.0;
        sheet.heights.tops.clear();
        for at in 0..lines.len() {
            sheet.heights.tops.push(top);
            top += words(ui.painter(), at, width).size().y;
        }
        sheet.heights.tops.push(top);
        sheet.heights.of = Some(key);
    }
    let tops = &sheet.heights.tops;
    let height = tops.last().copied().unwrap_or_default();
    ScrollArea::vertical().id_salt(("sheet-preview", sheet.chosen)).auto_shrink(false).show_viewport(
        ui,
        |ui, shown| {
            let (whole, _) = ui.allocate_exact_size(vec2(ui.available_width(), height + space::M), Sense::hover());
            let first = tops.partition_point(|top| *top <= shown.top()).saturating_sub(1);
            for at in (first..lines.len()).take_while(|at| tops[*at] < shown.bottom()) {
                let line = &lines[at];
                let place = pos2(whole.left() + measure::SHEET_NUMBER, whole.top() + tops[at]);
                let galley = words(ui.painter(), at, width);
                let rect = Rect::from_min_size(place, galley.size());
                let response = ui.interact(rect, ui.scope_id().with(("line", at)), Sense::hover());
                response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} {}", at + 1, line.text)));
                let number = Words::of(&(at + 1).to_string(), type_scale::CAPTION, theme.text3).row(ui.painter());
                let left = place.x - space::S - number.size().x;
                let middle = type_scale::QUOTE.line / 2.0 - number.size().y / 2.0;
                ui.painter().galley(pos2(left, (place.y + middle).round()), number, theme.text3);
                if let Some(speaker) = line.speaker {
                    let look = theme.speaker(speaker);
                    let bar = Rect::from_min_max(
                        pos2(place.x - stroke::BAR - stroke::FOCUS, rect.top()),
                        pos2(place.x - stroke::FOCUS, rect.bottom()),
                    );
                    ui.painter().rect_filled(bar, CornerRadius::ZERO, look.stripe);
                    if line.label > 0 {
                        let label: String = line.text.chars().take(line.label).collect();
                        let label =
                            Words::of(label.trim_end(), type_scale::QUOTE.strong(), theme.text).row(ui.painter());
                        let under = Rect::from_min_size(place, label.size());
                        ui.painter().rect_filled(under, CornerRadius::same(radius::CHIP), look.tint);
                    }
                }
                ui.painter().galley(place, galley, theme.text);
            }
            if (seen.line_count as usize) > lines.len() && shown.bottom() >= height {
                let more = Words::of("…", type_scale::QUOTE, theme.text3).row(ui.painter());
                ui.painter().galley(
                    pos2(whole.left() + measure::SHEET_NUMBER, whole.top() + height - space::XXS),
                    more,
                    theme.text3,
                );
            }
        },
    );
}

fn laid_out(painter: &Painter, theme: &Theme, line: &super::reader::Line, width: f32) -> Arc<Galley> {
    let ink = match line.kind {
        Some(TurnKind::Speech) => theme.text,
        _ => theme.text2,
    };
    let split = line.text.char_indices().nth(line.label).map_or(line.text.len(), |(byte, _)| byte);
    let (label, words) = line.text.split_at(split);
    // An empty line is as high as any other.
    let words = if line.text.is_empty() { " " } else { words };
    Words::of(label, type_scale::QUOTE.strong(), ink).then(words, type_scale::QUOTE, ink).wrapped(painter, width)
}
