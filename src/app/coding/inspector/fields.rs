//! What the researcher writes about the chosen coding: the memo.

use super::super::CodingPlace;
use super::super::draft::Labels;
use crate::app::commands::Commands;
use crate::app::view::View;
use crate::domain::MemoHost;
use eframe::egui::Ui;

/// Rows of an empty memo.
const MEMO_ROWS: usize = 3;

impl CodingPlace {
    /// The memo, and under it who wrote it when.
    pub(super) fn memo_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let memo = self.chosen.and_then(|coding| view.study.memo_of(MemoHost::Coding(coding)));
        let facts = memo.map(|memo| format!("{} · {}", memo.author, view.catalog.moment(memo.changed)));
        let labels = Labels {
            name: &view.text("coding-memo"),
            hint: &view.text("coding-memo-hint"),
            facts: facts.as_deref().unwrap_or_default(),
            rows: MEMO_ROWS,
        };
        self.memo.ui(ui, view, commands, &labels);
    }
}
