//! The result of a row: its verdict, what the program suggests and why.

use super::active::{Active, At};
use super::board::Board;
use super::frame::Frame;
use super::table::Wish;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::widgets::{Button, Words, label_ui, verdict_ui};
use crate::domain::Verdict;
use eframe::egui::{Align, Layout, Ui, UiBuilder, vec2};

impl Frame<'_, '_> {
    /// The result of a line.
    pub fn result_ui(&self, ui: &mut Ui, board: &Board, line: usize, active: Active) -> Option<Wish> {
        let rect = self.rect_at(Active { line, at: At::Result })?;
        if !ui.is_rect_visible(rect) && active != (Active { line, at: At::Result }) {
            return None;
        }
        let row = board.row_of(line)?;
        let head = board.rows.get(row)?;
        let theme = self.theme;
        let inner = rect.shrink2(vec2(space::CELL_X, space::CELL_Y));
        let mut wish = None;
        let layout = Layout::top_down(Align::Min);
        ui.scope_builder(UiBuilder::new().max_rect(inner).layout(layout).id_salt(("result", row)), |ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            if !head.is_directed {
                label_ui(ui, Words::of(&self.view.text("compare-no-direction"), type_scale::SMALL, theme.text3));
                return;
            }
            verdict_ui(ui, self.view.catalog, Verdict::Unrated, "");
            if let Some(suggested) = &head.suggested {
                ui.add_space(space::XXS);
                label_ui(ui, Words::of(suggested, type_scale::SMALL.strong(), theme.text));
            }
            for reason in &head.reasons {
                label_ui(ui, Words::of(reason, type_scale::SMALL, theme.text2));
            }
            if let Some(coding) = head.undirected
                && Button::link(&self.view.text("compare-undirected-go")).small().ui(ui).clicked()
            {
                wish = Some(Wish::Direct(coding));
            }
        });
        wish
    }
}

/// Height that the result of a row needs in a column of `width`.
pub fn result_height(ui: &Ui, board: &Board, row: usize, width: f32) -> f32 {
    let Some(head) = board.rows.get(row) else { return 0.0 };
    let width = width - 2.0 * space::CELL_X;
    let theme = Theme::of(ui);
    let mut height = 2.0 * space::CELL_Y + measure::CHIP + 2.0;
    if let Some(suggested) = &head.suggested {
        let words = Words::of(suggested, type_scale::SMALL.strong(), theme.text).wrapped(ui.painter(), width);
        height += 2.0 + space::XXS + 2.0 + words.size().y;
    }
    for reason in &head.reasons {
        height += 2.0 + Words::of(reason, type_scale::SMALL, theme.text2).wrapped(ui.painter(), width).size().y;
    }
    if head.undirected.is_some() {
        height += 2.0 + measure::BUTTON_SMALL;
    }
    height
}
