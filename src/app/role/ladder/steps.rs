//! The steps that are written: what is still to be directed, the summary at a column's foot, the conclusion of the row.

use super::Climb;
use crate::app::commands::{Commands, Request};
use crate::app::drafts::{Labels, Standing};
use crate::app::role::spread::Spread;
use crate::app::role::{RolePage, measures};
use crate::app::theme::{Theme, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, hairline_h, label_ui};
use crate::domain::Message;
use eframe::egui::{Align, CornerRadius, Layout, Rect, Ui, UiBuilder, vec2};

/// Rows of the conclusion.
const CONCLUSION: usize = 5;
/// Rows of a summary, and in a small window.
const SUMMARY: (usize, usize) = (3, 2);

/// The way to the first quotation without a direction.
pub(super) fn quotations_ui(ui: &mut Ui, view: &View<'_>, spread: &Spread, climb: &Climb, commands: &mut Commands) {
    if climb.undirected == 0 {
        return;
    }
    if let Some(spot) = &spread.undirected
        && Button::link(&view.text("compare-undirected-go")).small_words().ui(ui).clicked()
    {
        commands.send(Request::Show(spot.clone()));
    }
}

impl RolePage {
    /// The conclusion of the row.
    pub(super) fn conclusion_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let labels = Labels {
            name: &view.text("ladder-conclusion"),
            hint: &view.text("ladder-conclusion-hint"),
            facts: "",
            rows: CONCLUSION,
            is_steady: true,
        };
        self.written.conclusion.paused_ui(ui, view, commands, &labels);
        standing_ui(ui, view, self.written.conclusion.standing());
    }

    /// The summary of a column, over the foot of the column.
    pub(in crate::app::role) fn summary_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        title: &str,
        column: usize,
        rect: Rect,
        commands: &mut Commands,
    ) {
        let theme = Theme::of(ui);
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.panel);
        hairline_h(ui.painter(), rect.x_range(), rect.top() + 0.5, theme.line);
        let Some(summary) = self.written.summaries.get_mut(column) else { return };
        let inner = rect.shrink2(vec2(space::M, if view.is_small { space::XS } else { space::S }));
        let builder = UiBuilder::new().max_rect(inner).layout(Layout::top_down(Align::Min)).id_salt("summary");
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let size = vec2(ui.available_width(), type_scale::SMALL.line);
            ui.allocate_ui_with_layout(size, Layout::right_to_left(Align::Min), |ui| {
                ui.set_min_size(size);
                if summary.standing() == Standing::Unwritten {
                    label_ui(ui, Words::of(&view.text("ladder-unwritten"), type_scale::CAPTION, theme.text3));
                }
                ui.with_layout(Layout::left_to_right(Align::Min), |ui| {
                    label_ui(ui, Words::of(&view.text("ladder-summary"), type_scale::SMALL, theme.text2));
                });
            });
            ui.add_space(space::XXS + 1.0);
            let name = view.say(&Message::new("ladder-summary-of").with("column", title));
            let labels = Labels {
                name: &name,
                hint: &view.text("ladder-summary-hint"),
                facts: "",
                rows: if view.is_small { SUMMARY.1 } else { SUMMARY.0 },
                is_steady: true,
            };
            summary.paused_ui(ui, view, commands, &labels);
        });
    }

    /// Height of the foot with the summaries; more where one of them was found after a crash.
    pub(in crate::app::role) fn foot_height(&self, view: &View<'_>) -> f32 {
        let is_found = self.written.summaries.iter().any(|one| one.standing() == Standing::Recovered);
        let height = if view.is_small { measures::FOOT_SMALL } else { measures::FOOT };
        if is_found { height + measures::FOUND } else { height }
    }
}

/// Says under a field that its words are not written yet.
pub(super) fn standing_ui(ui: &mut Ui, view: &View<'_>, standing: Standing) {
    if standing == Standing::Unwritten {
        ui.add_space(space::XXS);
        label_ui(ui, Words::of(&view.text("ladder-unwritten"), type_scale::CAPTION, Theme::of(ui).text3));
    }
}
