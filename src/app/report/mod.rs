//! The place that answers: How do I hand it in? What can be exported at the left, its choices beside it,
//! and the first rows of the file on paper.

mod figure;
mod identity;
mod list;
mod material;
mod options;
mod pages;
mod preview;
#[cfg(test)]
mod tests;
mod wanted;
mod write;

pub use identity::IdentityForm;

use super::command::Command;
use super::commands::{Commands, Request};
use super::icons;
use super::place::{Place, PlaceKind};
use super::theme::{Theme, space, type_scale};
use super::view::View;
use super::widgets::{Button, Words, empty_place_ui, hairline_v, label_ui, page_frame, panel_frame};
use crate::analysis::{Axis, RowsKind};
use crate::domain::Message;
use crate::export::Transcribed;
use eframe::egui::{CentralPanel, Context, Id, Panel, ScrollArea, Ui, vec2};
use list::list_ui;
use material::{Material, Trail};
use options::options_ui;
use preview::{Key, Preview};
use wanted::{Wanted, What};
use write::Target;

/// The list of what can be exported, in points.
const LIST: f32 = 272.0;
/// The same in a small window.
const LIST_SMALL: f32 = 248.0;
/// The choices, in points.
const OPTIONS: f32 = 288.0;

/// The state of the place.
#[derive(Default)]
pub struct ReportPlace {
    wanted: Wanted,
    target: Target,
    preview: Option<Preview>,
    trail: Trail,
}

/// Rows of a comparison, its columns, and what these are divided by.
type Sides = (RowsKind, Axis, Option<Axis>);

/// Asks the place to show the comparison with these rows and columns when it is next turned to.
pub fn prefer_comparison(ctx: &Context, rows: RowsKind, by: Axis, within: Option<Axis>) {
    let sides: Sides = (rows, by, within);
    ctx.data_mut(|data| data.insert_temp(preference(), Some(sides)));
}

fn preference() -> Id {
    Id::unique("report preference")
}

impl Place for ReportPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        if let Some((rows, by, within)) = ui.data_mut(|data| data.remove_temp::<Option<Sides>>(preference())).flatten()
        {
            self.wanted = Wanted { what: What::Comparison, rows, by, within, ..self.wanted };
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
        let material = self.material(view, commands);
        let key = Key {
            project: view.study.project.id,
            revision: view.study.project.revision,
            language: self.wanted.language(view.study),
            wanted: self.wanted,
            text: material.texts.first().and_then(|one| view.study.source(one.source)).map(|source| source.revision),
            steps: material.steps.as_ref().map_or(0, |steps| steps.len()),
        };
        let preview = match self.preview.take().filter(|preview| preview.is_of(&key)) {
            Some(preview) => preview,
            None => Preview::new(view.study, key, &material),
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
            What::Excerpts
            | What::Comparison
            | What::Table(_)
            | What::Tables
            | What::Chart(_)
            | What::Audit
            | What::MemberCheck => "report-facts",
            What::Transcript => "report-facts-sources",
            What::Codebook => "report-facts-codes",
        };
        let what = self.wanted.what.title(view.catalog);
        let facts = view.say(&Message::new(key).with("what", what).with("n", preview.total));
        match (self.wanted.what, preview.pages) {
            (What::Table(_), Some(pages)) => {
                let pages = if preview.is_wide() { ("report-pages-wide", pages) } else { ("report-pages", pages) };
                format!("{facts} · {}", view.say(&Message::new(pages.0).with("n", pages.1)))
            }
            _ => facts,
        }
    }
}

impl ReportPlace {
    /// The first text of a transcript, or the history, as soon as it is there.
    fn material(&mut self, view: &View<'_>, commands: &mut Commands) -> Material {
        match self.wanted.what {
            What::Transcript => Material { texts: self.shown_texts(view), steps: None },
            What::Audit => Material { texts: Vec::new(), steps: self.trail.steps(view, commands) },
            _ => Material::default(),
        }
    }

    fn shown_texts(&self, view: &View<'_>) -> Vec<Transcribed> {
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
        ScrollArea::vertical().auto_shrink(false).id_salt("list").show(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            list_ui(ui, view, &mut self.wanted);
            ui.add_space(space::M);
            let identity = view.text(Command::Identity.label());
            if Button::quiet(&identity).icon(icons::PENCIL_SIMPLE).ui(ui).clicked() {
                commands.run(Command::Identity);
            }
        });
    }
}
