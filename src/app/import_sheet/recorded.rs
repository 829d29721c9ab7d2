//! What becomes of a recording that was written down: whether the pieces of one speaker are joined, and whether times
//! stay within the words. Both hold for all files of the sheet, as all come from one program.

use super::ImportSheet;
use super::facts::part_ui;
use crate::app::theme::{Theme, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui, segmented_ui};
use crate::domain::Message;
use crate::import::{Cues, Recorded, Times};
use eframe::egui::Ui;

/// Draws the choices that the chosen file leaves.
pub(super) fn recorded_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>, at: usize) {
    let Some(found) = sheet.files[at].seen().map(|seen| seen.parsed.recorded) else { return };
    if found == Recorded::default() {
        return;
    }
    let theme = Theme::of(ui);
    part_ui(ui, &view.text("sheet-recorded"), &view.text("sheet-recorded-note"));
    let mut is_changed = false;
    if found.cues > 1 {
        let name = view.say(&Message::new("sheet-cues").with("n", found.cues));
        label_ui(ui, Words::of(&name, type_scale::SMALL, theme.text2));
        let words = [view.text("sheet-cues-join"), view.text("sheet-cues-keep")];
        let choices = [(Cues::Join, None, words[0].as_str()), (Cues::Keep, None, words[1].as_str())];
        if let Some(picked) = segmented_ui(ui, &name, sheet.cues, &choices) {
            sheet.cues = picked;
            is_changed = true;
        }
    }
    if found.stamps > 0 {
        let name = view.say(&Message::new("sheet-times").with("n", found.stamps));
        label_ui(ui, Words::of(&name, type_scale::SMALL, theme.text2));
        let words = [view.text("sheet-times-remove"), view.text("sheet-times-keep")];
        let choices = [(Times::Remove, None, words[0].as_str()), (Times::Keep, None, words[1].as_str())];
        if let Some(picked) = segmented_ui(ui, &name, sheet.times, &choices) {
            sheet.times = picked;
            is_changed = true;
        }
    }
    if is_changed {
        let is_recorded =
            |at: &usize| sheet.files[*at].seen().is_some_and(|seen| seen.parsed.recorded != Recorded::default());
        let concerned: Vec<usize> = (0..sheet.files.len()).filter(is_recorded).collect();
        for at in concerned {
            sheet.ask(at);
        }
    }
}
