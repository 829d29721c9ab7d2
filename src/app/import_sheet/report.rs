//! What an import came to: what is in, what was refused and why, what was odd. To be read at leisure and copied.

use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::icons;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::widgets::{Button, Words, icon_at, label_ui};
use crate::domain::Message;
use crate::i18n::Catalog;
use crate::project::{ImportOutcome, ImportReport, ImportedFile, Taken};
use eframe::egui::{ScrollArea, Sense, Ui, vec2};
use std::sync::Arc;

/// The report over the window.
pub struct ReportPane {
    report: Arc<ImportReport>,
}

impl ReportPane {
    /// The report of an import.
    pub fn new(report: Arc<ImportReport>) -> Self {
        Self { report }
    }
}

/// What the report says of one file, line by line.
fn said(catalog: &Catalog, file: &ImportedFile) -> Vec<String> {
    match &file.outcome {
        ImportOutcome::Skipped => {
            vec![catalog.say(&Message::new("sheet-report-skipped").with("name", file.file.as_str()))]
        }
        ImportOutcome::Refused(refusal) => vec![catalog.say(&refusal.sentence)],
        ImportOutcome::Taken(taken) => {
            if let Some(correction) = &taken.correction {
                let mut lines = vec![catalog.say(&correction.summary())];
                lines.extend(correction.list().map(|message| catalog.say(&message)));
                lines.extend(taken.warnings.iter().map(|warning| catalog.say(warning)));
                return lines;
            }
            let informants = match taken.informants.as_slice() {
                [] => catalog.text("sheet-report-nobody"),
                some => some.join(", "),
            };
            let message = Message::new("sheet-report-taken")
                .with("name", taken.name.as_str())
                .with("technique", catalog.text(&format!("technique-{}", taken.technique)))
                .with("informants", informants)
                .with("turns", taken.turns)
                .with("lines", taken.lines);
            let mut lines = vec![catalog.say(&message)];
            if !taken.remembered.is_empty() {
                let rules: Vec<String> = taken
                    .remembered
                    .iter()
                    .map(|rule| match &rule.informant {
                        Some(code) => format!("{} → {code}", rule.label),
                        None => rule.label.clone(),
                    })
                    .collect();
                let message = Message::new("importing-remembered").with("file", file.file.as_str());
                lines.push(catalog.say(&message.with("labels", rules.join(", "))));
            }
            lines.extend(taken.warnings.iter().map(|warning| catalog.say(warning)));
            lines
        }
    }
}

/// Whether nothing about a file needs a look: no warning, and no quotation that it has touched.
fn is_smooth(taken: &Taken) -> bool {
    taken.warnings.is_empty() && taken.correction.as_ref().is_none_or(|correction| correction.touched.is_empty())
}

/// One sentence about all files.
pub fn summary(report: &ImportReport) -> Message {
    let (taken, refused, skipped) = (report.taken().count(), report.refused().count(), report.skipped().count());
    let first = report.taken().next();
    let sentence = match (report.is_stopped, taken, first) {
        (true, ..) => Message::new("import-cancelled").with("n", taken),
        (false, 0, _) => Message::new("import-none"),
        (false, 1, Some(one)) => match &one.correction {
            Some(correction) => correction.summary(),
            None => Message::new("import-one").with("name", one.name.as_str()),
        },
        (false, several, _) => Message::new("import-several").with("n", several),
    };
    let sentence = match refused {
        0 => sentence,
        n => Message::new("import-refused").with("what", sentence).with("n", n),
    };
    match skipped {
        0 => sentence,
        n => Message::new("sheet-skipped").with("what", sentence).with("n", n),
    }
}

impl Pane for ReportPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let catalog = view.catalog;
        pane_width_ui(ui, measure::SHEET_REPORT);
        heading_ui(ui, &catalog.text("sheet-report"));
        let whole = catalog.say(&summary(&self.report));
        label_ui(ui, Words::of(&whole, type_scale::BODY, theme.text));
        ui.add_space(space::XS);
        // What needs a look stands first.
        let mut files: Vec<&ImportedFile> = self.report.files.iter().collect();
        files.sort_by_key(|file| match &file.outcome {
            ImportOutcome::Refused(_) => 0,
            ImportOutcome::Skipped => 1,
            ImportOutcome::Taken(taken) => {
                if is_smooth(taken) {
                    3
                } else {
                    2
                }
            }
        });
        let height = ui.ctx().content_rect().height() * 0.5;
        ScrollArea::vertical().max_height(height).min_scrolled_height(height).show(ui, |ui| {
            // The words end before the scroll bar.
            ui.set_max_width(ui.available_width() - space::M);
            ui.spacing_mut().item_spacing.y = space::XXS;
            for file in &files {
                let (icon, ink) = match &file.outcome {
                    ImportOutcome::Taken(taken) if is_smooth(taken) => (icons::CHECK, theme.text2),
                    ImportOutcome::Taken(_) => (icons::WARNING, theme.partial.text),
                    ImportOutcome::Refused(_) => (icons::X, theme.dissonance.text),
                    ImportOutcome::Skipped => (icons::EMPTY, theme.text3),
                };
                ui.horizontal_top(|ui| {
                    let (rect, _) = ui.allocate_exact_size(vec2(measure::ICON, type_scale::BODY.line), Sense::hover());
                    icon_at(ui.painter(), rect.center(), icon, measure::ICON, ink);
                    ui.vertical(|ui| {
                        for (at, line) in said(catalog, file).iter().enumerate() {
                            let (step, ink) =
                                if at == 0 { (type_scale::BODY, theme.text) } else { (type_scale::SMALL, theme.text2) };
                            label_ui(ui, Words::of(line, step, ink));
                        }
                    });
                });
            }
        });
        let (copy, close) = (catalog.text("details-copy"), catalog.text("overlay-close"));
        let mut is_done = false;
        foot_ui(ui, |ui| {
            is_done = Button::primary(&close).ui(ui).clicked();
            if Button::outlined(&copy).ui(ui).clicked() {
                let all = self.report.files.iter().flat_map(|file| said(catalog, file));
                let words: Vec<String> = std::iter::once(whole.clone()).chain(all).collect();
                commands.send(Request::Copy(words.join("\n")));
            }
        });
        is_done
    }
}
