//! The place that answers: How do I hand it in? What can be exported at the left, its choices beside it,
//! and the first rows of the file on paper.

mod identity;
mod options;
mod preview;
mod sheet;
#[cfg(test)]
mod tests;
mod wanted;

pub use identity::IdentityForm;

use super::command::Command;
use super::commands::{Commands, Request};
use super::icons::{self, Icon};
use super::place::{Place, PlaceKind};
use super::theme::{Theme, measure, radius, space, type_scale};
use super::view::View;
use super::widgets::{
    Button, Words, empty_place_ui, focus_ring, hairline_v, icon_at, label_ui, page_frame, panel_frame,
};
use crate::analysis::{Axis, RowsKind};
use crate::domain::Message;
use crate::export::Transcribed;
use eframe::egui::{
    CentralPanel, Context, CornerRadius, Id, Panel, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2,
};
use options::{Target, comparison_words, options_ui};
use preview::{Key, Preview};
use wanted::{Wanted, What};

/// The list of what can be exported, in points.
const LIST: f32 = 272.0;
/// The same in a small window.
const LIST_SMALL: f32 = 200.0;
/// The choices, in points.
const OPTIONS: f32 = 288.0;
/// A row of the list, in points.
const ROW: f32 = 46.0;

/// The state of the place.
#[derive(Default)]
pub struct ReportPlace {
    wanted: Wanted,
    target: Target,
    preview: Option<Preview>,
}

/// Asks the place to show the comparison with these rows and columns when it is next turned to.
pub fn prefer_comparison(ctx: &Context, rows: RowsKind, by: Axis) {
    ctx.data_mut(|data| data.insert_temp(preference(), Some((rows, by))));
}

fn preference() -> Id {
    Id::unique("report preference")
}

impl Place for ReportPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        if let Some((rows, by)) =
            ui.data_mut(|data| data.remove_temp::<Option<(RowsKind, Axis)>>(preference())).flatten()
        {
            self.wanted = Wanted { what: What::Comparison, rows, by, ..self.wanted };
        }
        if view.study.codings.is_empty() {
            let go = view.text("report-empty-go");
            let pressed = empty_place_ui(ui, icons::FILE_TEXT, &view.text("report-empty"), &[(None, &go)]);
            if pressed.is_some() {
                commands.send(Request::Go(PlaceKind::Coding));
            }
            return;
        }
        self.wanted.keep(view.study);
        let texts = self.shown_texts(view);
        let key = Key {
            project: view.study.project.id,
            revision: view.study.project.revision,
            language: self.wanted.language(view.study),
            wanted: self.wanted,
            text: texts.first().and_then(|one| view.study.source(one.source)).map(|source| source.revision),
        };
        let preview = match self.preview.take().filter(|preview| preview.is_of(&key)) {
            Some(preview) => preview,
            None => Preview::new(view.study, key, &texts),
        };
        let list = if view.is_small { LIST_SMALL } else { LIST };
        let frame = panel_frame(ui.ctx()).inner_margin(vec2(space::XS, space::M));
        Panel::left("report list")
            .exact_size(list)
            .show_separator_line(false)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| self.list_ui(ui, view, commands));
        let frame = panel_frame(ui.ctx());
        Panel::left("report options")
            .exact_size(OPTIONS)
            .show_separator_line(false)
            .resizable(false)
            .frame(frame)
            .show(ui, |ui| {
                let rect = ui.max_rect();
                let line = Theme::of(ui).line;
                hairline_v(ui.painter(), rect.left() + 0.5, rect.y_range(), line);
                hairline_v(ui.painter(), rect.right() - 0.5, rect.y_range(), line);
                ScrollArea::vertical().auto_shrink(false).id_salt("options").show(ui, |ui| {
                    eframe::egui::Frame::new().inner_margin(space::M).show(ui, |ui| {
                        options_ui(ui, view, &mut self.wanted, &mut self.target, &preview, commands);
                    });
                });
            });
        CentralPanel::default().frame(page_frame(ui.ctx())).show(ui, |ui| preview.ui(ui, view.catalog));
        self.preview = Some(preview);
    }

    fn facts(&self, view: &View<'_>) -> String {
        let Some(preview) = &self.preview else { return String::new() };
        let key = match self.wanted.what {
            What::Excerpts | What::Comparison => "report-facts",
            What::Transcript => "report-facts-sources",
            What::Codebook => "report-facts-codes",
        };
        let what = view.text(self.wanted.what.name());
        view.say(&Message::new(key).with("what", what).with("n", preview.total))
    }
}

impl ReportPlace {
    /// The first text of a transcript, as soon as it is there.
    fn shown_texts(&self, view: &View<'_>) -> Vec<Transcribed> {
        if self.wanted.what != What::Transcript {
            return Vec::new();
        }
        let first = self.wanted.sources(view.study).into_iter().next();
        let source = first.and_then(|id| view.study.source(id));
        let text = source.and_then(|source| Some(Transcribed { source: source.id, text: view.texts.get(source)? }));
        text.into_iter().collect()
    }

    fn list_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let theme = Theme::of(ui);
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.horizontal(|ui| {
            ui.add_space(space::S);
            label_ui(ui, Words::of(&view.text("place-report"), type_scale::TITLE, theme.text));
        });
        ui.add_space(space::S);
        let segments = view.say(&Message::new("count-segments").with("n", coded_segments(view.study)));
        let sources = view.say(&Message::new("report-sources").with("n", view.study.sources.len()));
        let codes = view.say(&Message::new("report-codes").with("n", view.study.codes.len()));
        let rows = [
            (What::Excerpts, icons::QUOTES, "report-excerpts", segments),
            (What::Comparison, icons::TABLE, "report-comparison", comparison_words(view, &self.wanted)),
            (What::Transcript, icons::LIST_NUMBERS, "paper-transcript", sources),
            (What::Codebook, icons::BOOK_OPEN, "paper-codebook", codes),
        ];
        for (what, icon, key, below) in rows {
            if row_ui(ui, icon, &view.text(key), &below, self.wanted.what == what) {
                self.wanted.what = what;
            }
        }
        ui.add_space(space::M);
        let identity = view.text(Command::Identity.label());
        if Button::quiet(&identity).icon(icons::PENCIL_SIMPLE).ui(ui).clicked() {
            commands.run(Command::Identity);
        }
    }
}

/// Segments that carry a code; one may also be there because something else needs its words.
fn coded_segments(study: &crate::analysis::Study) -> usize {
    study.codings.iter().map(|entry| entry.segment).collect::<std::collections::HashSet<_>>().len()
}

/// A row of two lines with an icon before it; says whether it was picked.
fn row_ui(ui: &mut Ui, icon: Icon, title: &str, below: &str, is_chosen: bool) -> bool {
    let theme = Theme::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::ListItem, true, is_chosen, title));
    let painter = ui.painter();
    let fill = match (is_chosen, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => theme.sel,
        (false, true, _) => theme.press,
        (false, false, true) => theme.hover,
        _ => eframe::egui::Color32::TRANSPARENT,
    };
    painter.rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    let (ink, step) = if is_chosen { (theme.accent_text, type_scale::STRONG) } else { (theme.text, type_scale::BODY) };
    let middle = pos2(rect.left() + space::XS + measure::ICON_ALONE / 2.0, rect.center().y);
    icon_at(painter, middle, icon, measure::ICON_ALONE, if is_chosen { ink } else { theme.text2 });
    let left = rect.left() + space::XS + measure::ICON_ALONE + space::S;
    let width = rect.right() - space::XS - left;
    let words = Words::of(title, step, ink).within(painter, width, 1);
    painter.galley(pos2(left, rect.top() + 4.0), words, ink);
    let words = Words::of(below, type_scale::CAPTION, theme.text3).within(painter, width, 1);
    painter.galley(pos2(left, rect.top() + 25.0), words, theme.text3);
    focus_ring(ui, &response, rect.shrink(2.0), radius::CONTROL);
    response.clicked()
}
