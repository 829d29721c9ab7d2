//! Lines that look like questions of the researcher and carry no label: whether they and what stands below them become
//! turns. It holds for all files of the sheet, as one researcher has written them all.

use super::ImportSheet;
use super::facts::part_ui;
use crate::app::theme::{Theme, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui, segmented_ui};
use crate::domain::Message;
use crate::import::Questions;
use eframe::egui::Ui;

/// Draws the choice where the chosen file leaves one.
pub(super) fn questions_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>, at: usize) {
    let Some(found) = sheet.files[at].seen().map(|seen| seen.parsed.questions) else { return };
    if found.questions == 0 {
        return;
    }
    let theme = Theme::of(ui);
    part_ui(ui, &view.text("sheet-questions"), &view.text("sheet-questions-note"));
    let name = view.say(&Message::new("sheet-questions-count").with("n", found.questions));
    label_ui(ui, Words::of(&name, type_scale::SMALL, theme.text2));
    let words = [view.text("sheet-questions-split"), view.text("sheet-questions-keep")];
    let choices = [(Questions::Split, None, words[0].as_str()), (Questions::Keep, None, words[1].as_str())];
    let chosen = if found.is_taken { Questions::Split } else { Questions::Keep };
    // Where nothing was decided, the choice that holds so far can be made one's own.
    if let Some(picked) = segmented_ui(ui, &name, chosen, &choices) {
        sheet.questions = picked;
        let has_some = |at: &usize| sheet.files[*at].seen().is_some_and(|seen| seen.parsed.questions.questions > 0);
        let concerned: Vec<usize> = (0..sheet.files.len()).filter(has_some).collect();
        for at in concerned {
            sheet.ask(at);
        }
    }
}
