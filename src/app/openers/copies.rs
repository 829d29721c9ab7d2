//! Copies of the project that lie beside it: what only they hold, by name. Nothing is chosen here.

use crate::analysis::{Differing, Excerpt, Sides, SourceState};
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::widgets::{Button, Words, label_ui, rule_ui};
use crate::domain::Message;
use crate::i18n::Catalog;
use crate::project::{ComparedCopy, Step};
use eframe::egui::{ScrollArea, Ui};
use std::sync::Arc;

/// How many things of one kind are named; the rest is counted.
const NAMED: usize = 12;

/// The list of copies.
pub(in crate::app) struct Copies {
    copies: Arc<[ComparedCopy]>,
}

impl Copies {
    /// These copies, those with news first.
    pub fn new(copies: &Arc<[ComparedCopy]>) -> Self {
        Self { copies: Arc::clone(copies) }
    }
}

impl Pane for Copies {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        pane_width_ui(ui, measure::PANE_WIDE);
        let theme = Theme::of(ui);
        let catalog = view.catalog;
        heading_ui(ui, &catalog.text("copies-title"));
        label_ui(ui, Words::of(&catalog.text("copies-next"), type_scale::BODY, theme.text2));
        ui.add_space(space::XS);
        let mut is_done = false;
        let height = ui.ctx().content_rect().height() * 0.6;
        ScrollArea::vertical().max_height(height).show(ui, |ui| {
            ui.set_width(ui.available_width() - space::M);
            for copy in self.copies.iter() {
                rule_ui(ui);
                ui.add_space(space::XS);
                if copy_ui(ui, catalog, copy) {
                    commands.send(Request::OpenProject(copy.path.clone()));
                    is_done = true;
                }
                ui.add_space(space::S);
            }
        });
        let close = catalog.text("overlay-close");
        foot_ui(ui, |ui| is_done |= Button::primary(&close).ui(ui).clicked());
        is_done
    }
}

/// Draws one copy; whether it is to be opened.
fn copy_ui(ui: &mut Ui, catalog: &Catalog, copy: &ComparedCopy) -> bool {
    let theme = Theme::of(ui);
    label_ui(ui, Words::of(&copy.file_name(), type_scale::STRONG, theme.text));
    let divergence = &copy.divergence;
    if !copy.has_news() && divergence.sources.is_same() && divergence.codings.is_same() {
        label_ui(ui, Words::of(&catalog.text("copies-no-news"), type_scale::BODY, theme.text2));
    }
    let source = |source: &SourceState| source.name.clone();
    let coding = |coding: &Excerpt| {
        let message = Message::new("copies-coding")
            .with("code", coding.code.as_str())
            .with("quote", coding.quote.as_str())
            .with("citation", coding.citation.as_str())
            .with("coder", coding.coder.as_str());
        catalog.say(&message)
    };
    let step = |step: &Step| {
        let message = Message::new("copies-step")
            .with("what", step.sentence.clone())
            .with("coder", step.coder.as_str())
            .with("device", step.device.as_str())
            .with("at", step.at);
        catalog.say(&message)
    };
    sides_ui(ui, catalog, "copies-sources", &divergence.sources, source);
    sides_ui(ui, catalog, "copies-codings", &divergence.codings, coding);
    sides_ui(ui, catalog, "copies-steps", &copy.steps, step);
    ui.add_space(space::XXS);
    let open = catalog.text("copies-open");
    let name = catalog.say(&Message::new("copies-open-one").with("name", copy.file_name()));
    Button::outlined(&open).small().tip(&name).ui(ui).clicked()
}

/// One kind of thing: the counts in a line, then what only one side has, by name.
fn sides_ui<T>(ui: &mut Ui, catalog: &Catalog, kind: &str, sides: &Sides<T>, name: impl Fn(&T) -> String) {
    if sides.is_same() {
        return;
    }
    let theme = Theme::of(ui);
    let counts = Message::new("copies-counts")
        .with("kind", catalog.text(kind))
        .with("there", sides.only_there.len())
        .with("here", sides.only_here.len())
        .with("differing", sides.differing.len())
        .with("same", sides.same);
    label_ui(ui, Words::of(&catalog.say(&counts), type_scale::BODY, theme.text));
    let there = catalog.text("copies-only-there");
    names_ui(ui, catalog, &there, sides.only_there.iter().map(&name), sides.only_there.len());
    let differing = sides.differing.iter().map(|one| changed(catalog, one, &name));
    names_ui(ui, catalog, &catalog.text("copies-differing"), differing, sides.differing.len());
    let here = catalog.text("copies-only-here");
    names_ui(ui, catalog, &here, sides.only_here.iter().map(&name), sides.only_here.len());
}

fn changed<T>(catalog: &Catalog, one: &Differing<T>, name: impl Fn(&T) -> String) -> String {
    let fields: Vec<String> = one.fields.iter().map(|field| catalog.text(&format!("copies-field-{field}"))).collect();
    format!("{} – {}", name(&one.here), fields.join(", "))
}

fn names_ui(ui: &mut Ui, catalog: &Catalog, side: &str, names: impl Iterator<Item = String>, count: usize) {
    let theme = Theme::of(ui);
    for name in names.take(NAMED) {
        let words = Words::of(&format!("{side}: "), type_scale::SMALL, theme.text3);
        label_ui(ui, words.then(&name, type_scale::SMALL, theme.text2));
    }
    if count > NAMED {
        let more = catalog.say(&Message::new("copies-more").with("n", count - NAMED));
        label_ui(ui, Words::of(&more, type_scale::SMALL, theme.text3));
    }
}
