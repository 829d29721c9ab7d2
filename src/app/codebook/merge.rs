//! Merging, in two stages of one pane: into which code, and what that will do, before it is done.

use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Cell, ListRow, Words, label_ui, search_field_ui};
use crate::domain::{Code, CodeId, Message};
use crate::project::MergePreview;
use eframe::egui::{Key, ScrollArea, Ui};

/// Width of the pane.
const WIDTH: f32 = 560.0;
/// Rows of codes in sight.
const ROWS: f32 = 9.0;
/// Column of short codes.
const SHORT: f32 = 64.0;

/// The pane.
pub(in crate::app) struct MergePane {
    /// What was chosen; the code that stays is left out of what goes.
    chosen: Vec<CodeId>,
    filter: String,
    shown: Option<(CodeId, MergePreview)>,
    /// Whether the first thing of the stage is to take the focus.
    is_fresh: bool,
}

impl MergePane {
    /// Asks into which code these go.
    pub(in crate::app) fn new(chosen: Vec<CodeId>) -> Self {
        Self { chosen, filter: String::new(), shown: None, is_fresh: true }
    }

    fn going(&self, into: CodeId) -> Vec<CodeId> {
        self.chosen.iter().copied().filter(|code| *code != into).collect()
    }

    /// Works out what merging into a code would do, and comes back with it.
    fn ask(&self, into: CodeId, commands: &mut Commands) {
        let (chosen, from) = (self.chosen.clone(), self.going(into));
        commands.send(Request::Ask(Box::new(move |project| {
            let preview = project.merge_preview(&from, into)?;
            let shown = Some((into, preview));
            Ok(Some(Request::Lay(Box::new(Self { chosen, filter: String::new(), shown, is_fresh: true }))))
        })));
    }

    fn choose_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let label = |code: &CodeId| view.study.code(*code).map(|code| code.label().to_owned());
        let names: Vec<String> = self.chosen.iter().filter_map(label).take(6).collect();
        let about = Message::new("codebook-merge-about").with("codes", names.join(", "));
        label_ui(ui, Words::of(&view.say(&about), type_scale::SMALL, theme.text2));
        let field = search_field_ui(ui, &mut self.filter, &view.text("codebook-merge-find"), "");
        if std::mem::take(&mut self.is_fresh) {
            field.request_focus();
        }
        let wanted = self.filter.trim().to_lowercase();
        let is_several = self.chosen.len() > 1;
        let is_meant = |code: &&Code| {
            let is_chosen = self.chosen.contains(&code.id);
            let fits = code.full_name().to_lowercase().contains(&wanted)
                || code.aliases.iter().any(|alias| alias.to_lowercase().contains(&wanted));
            fits && (is_several || !is_chosen)
        };
        let mut found: Vec<&Code> = view.study.codes.iter().filter(is_meant).collect();
        // One of those that were chosen is meant more often than any other.
        found.sort_by_key(|code| !self.chosen.contains(&code.id));
        let mut picked = None;
        if field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter)) {
            picked = found.first().map(|code| code.id);
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let height = ROWS * measure::POPUP_ROW;
        let area = ScrollArea::vertical().max_height(height).min_scrolled_height(height).auto_shrink([false, false]);
        area.show_rows(ui, measure::POPUP_ROW, found.len(), |ui, range| {
            for code in found.get(range).unwrap_or_default() {
                let cell = if code.short.is_empty() {
                    Cell::Swatch(theme.code(code.colour), code.digit())
                } else {
                    Cell::Short(&code.short, SHORT)
                };
                let row = ListRow { cell, height: measure::POPUP_ROW, ..ListRow::new(&code.name) };
                if ui.push_id(code.id, |ui| row.ui(ui)).inner.clicked() {
                    picked = Some(code.id);
                }
            }
        });
        if let Some(into) = picked {
            self.ask(into, commands);
            return true;
        }
        let cancel = view.text("codebook-merge-cancel");
        let mut is_done = false;
        foot_ui(ui, |ui| is_done = Button::outlined(&cancel).ui(ui).clicked());
        is_done
    }

    fn preview_ui(&mut self, ui: &mut Ui, view: &View<'_>, into: CodeId, commands: &mut Commands) -> bool {
        let theme = Theme::of(ui);
        let words = self.shown.as_ref().map(|(_, preview)| preview.words()).unwrap_or_default();
        for (at, sentence) in words.iter().enumerate() {
            let step = if at == 0 { type_scale::STRONG } else { type_scale::BODY };
            label_ui(ui, Words::of(&view.say(sentence), step, theme.text));
            ui.add_space(space::XXS);
        }
        label_ui(ui, Words::of(&view.text("codebook-merge-undo"), type_scale::SMALL, theme.text2));
        let keys = ["codebook-merge-do", "codebook-merge-other", "codebook-merge-cancel"];
        let [merge, other, cancel] = keys.map(|key| view.text(key));
        let mut is_done = false;
        foot_ui(ui, |ui| {
            let button = Button::primary(&merge).enabled(!view.is_read_only).ui(ui);
            if std::mem::take(&mut self.is_fresh) {
                button.request_focus();
            }
            if button.clicked() {
                let from = self.going(into);
                commands.send(Request::change(move |project| project.merge_codes(&from, into)));
                is_done = true;
            }
            if Button::outlined(&other).ui(ui).clicked() {
                (self.shown, self.is_fresh) = (None, true);
            }
            is_done |= Button::quiet(&cancel).ui(ui).clicked();
        });
        is_done
    }
}

impl Pane for MergePane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        pane_width_ui(ui, WIDTH);
        heading_ui(ui, &view.text("codebook-merge-title"));
        match self.shown.as_ref().map(|(into, _)| *into) {
            Some(into) => self.preview_ui(ui, view, into, commands),
            None => self.choose_ui(ui, view, commands),
        }
    }
}
