//! A file that looks like a new version of a source: whether it corrects that source or is one of its own is for the
//! researcher to say, after seeing which segments would stay, change or go.

use super::ImportSheet;
use super::facts::box_ui;
use crate::app::commands::{Commands, Request};
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, label_ui, segmented_ui};
use crate::domain::{Message, Say, SourceId};
use crate::project::Correction;
use eframe::egui::Ui;
use std::sync::{Arc, Mutex};

/// So many segments that are touched are listed; the report has them all.
const LISTED: usize = 40;

/// What a correction would do; nothing until the project has answered.
type Answer = Arc<Mutex<Option<Result<Correction, Message>>>>;

/// The source that a file looks like a new version of.
pub(super) struct Version {
    /// The source.
    pub source: SourceId,
    /// Whether the file corrects it; nothing until chosen.
    pub is_correcting: Option<bool>,
    text: Arc<str>,
    is_asked: bool,
    answer: Answer,
}

impl Version {
    /// The version that was read, with what was chosen before for the same source.
    pub fn read(source: SourceId, text: Arc<str>, before: Option<Self>) -> Self {
        let chosen = before.filter(|before| before.source == source).and_then(|before| before.is_correcting);
        Self { source, is_correcting: chosen, text, is_asked: false, answer: Answer::default() }
    }

    /// Asks the project, once, what the correction would do.
    pub fn ask(&mut self, commands: &mut Commands) {
        if std::mem::replace(&mut self.is_asked, true) {
            return;
        }
        let (source, text, answer) = (self.source, Arc::clone(&self.text), Arc::clone(&self.answer));
        commands.send(Request::Ask(Box::new(move |project| {
            let proposed = project.propose_correction(source, &text);
            if let Ok(mut answer) = answer.lock() {
                *answer = Some(proposed.map_err(|error| error.message()));
            }
            Ok(None)
        })));
    }

    fn answered(&self) -> Option<Result<Correction, Message>> {
        self.answer.lock().ok()?.clone()
    }
}

/// How sentences name the source.
pub(super) fn label(view: &View<'_>, source: SourceId) -> String {
    view.study.source(source).map_or_else(String::new, |source| source.label().to_owned())
}

/// Draws the choice and what it would do.
pub(super) fn version_ui(ui: &mut Ui, sheet: &mut ImportSheet, view: &View<'_>, at: usize) {
    let theme = Theme::of(ui);
    // A name that is taken says it already.
    let is_said = sheet.objection(view, at).is_some();
    let Some(version) = &mut sheet.files[at].version else { return };
    let name = label(view, version.source);
    let about = |key: &str| view.say(&Message::new(key).with("source", name.as_str()));
    if version.is_correcting.is_none() && !is_said {
        box_ui(ui, &about("sheet-version"), false);
    }
    let (correct, new) = (about("sheet-version-correct"), view.text("sheet-version-new"));
    let choices = [(Some(true), None, correct.as_str()), (Some(false), None, new.as_str())];
    if let Some(picked) = segmented_ui(ui, &about("sheet-version"), version.is_correcting, &choices) {
        version.is_correcting = picked;
    }
    if version.is_correcting == Some(false) {
        return;
    }
    let small = |ui: &mut Ui, words: &str, ink| label_ui(ui, Words::of(words, type_scale::SMALL, ink));
    match version.answered() {
        None => {
            small(ui, &view.text("sheet-version-waiting"), theme.text3);
        }
        Some(Err(wrong)) => {
            small(ui, &view.say(&wrong), theme.dissonance.text);
        }
        Some(Ok(correction)) if correction.edits == 0 => {
            small(ui, &about("sheet-version-same"), theme.text2);
        }
        Some(Ok(correction)) => {
            small(ui, &view.say(&correction.summary()), theme.text);
            ui.scope(|ui| {
                ui.spacing_mut().item_spacing.y = space::XXS;
                for message in correction.list().take(LISTED) {
                    small(ui, &view.say(&message), theme.text2);
                }
            });
            if let Some(more) = correction.touched.len().checked_sub(LISTED).filter(|more| *more > 0) {
                small(ui, &view.say(&Message::new("sheet-version-more").with("n", more)), theme.text3);
            }
        }
    }
}
