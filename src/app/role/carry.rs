//! Quotations carried to findings. What is carried travels as a chip under the pointer; the finding that would take it
//! is outlined; Escape lets it fall.

use super::RolePage;
use super::cited::mark_words;
use super::findings::CarriedQuotation;
use super::spread::Spread;
use crate::app::commands::{Commands, Request};
use crate::app::theme::{Theme, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, dashed_outline};
use crate::domain::Message;
use eframe::egui::{
    Area, Context, CornerRadius, DragAndDrop, Frame, Id, Margin, Order, Rect, Stroke, StrokeKind, Ui, vec2,
};

/// Whether a quotation is being carried.
pub(super) fn is_carried(ctx: &Context) -> bool {
    DragAndDrop::has_payload_of_type::<CarriedQuotation>(ctx)
}

/// Outlines a place that takes what is carried over it; what was let go there just now.
pub(super) fn dropped_ui(ui: &Ui, view: &View<'_>, rect: Rect, commands: &mut Commands) -> Option<CarriedQuotation> {
    let carried = DragAndDrop::payload::<CarriedQuotation>(ui.ctx())?;
    let is_over = ui.ctx().pointer_latest_pos().is_some_and(|at| rect.intersect(ui.clip_rect()).contains(at));
    if !is_over {
        return None;
    }
    let theme = Theme::of(ui);
    if view.is_read_only {
        dashed_outline(ui.painter(), rect, theme.line3);
    } else {
        let edge = Stroke::new(stroke::FIELD, theme.focus);
        ui.painter().rect_stroke(rect, CornerRadius::same(radius::CARD), edge, StrokeKind::Inside);
    }
    if !ui.input(|input| input.pointer.any_released()) {
        return None;
    }
    DragAndDrop::clear_payload(ui.ctx());
    if view.is_read_only {
        commands.send(Request::Tell(Message::new("why-read-only")));
        return None;
    }
    Some(*carried)
}

impl RolePage {
    /// What is carried, under the pointer.
    pub(super) fn carried_ui(&self, ui: &Ui, view: &View<'_>, spread: &Spread) {
        let Some(carried) = DragAndDrop::payload::<CarriedQuotation>(ui.ctx()) else { return };
        let Some(pointer) = ui.ctx().pointer_latest_pos() else { return };
        let Some(entry) = view.study.segment(carried.0) else { return };
        let words = format!("{} {}", mark_words(Some(carried.1)), spread.cite(view.catalog, entry));
        let area = Area::new(Id::unique("carried quotation")).order(Order::Tooltip).interactable(false);
        area.fixed_pos(pointer + vec2(space::S, space::XS)).show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            let frame = Frame::new()
                .fill(theme.raised)
                .shadow(ui.visuals().popup_shadow)
                .corner_radius(CornerRadius::same(radius::CHIP))
                .inner_margin(Margin::symmetric(8, 4));
            frame.show(ui, |ui| {
                let galley = Words::of(&words, type_scale::SMALL, theme.text).row(ui.painter());
                let (rect, _) = ui.allocate_exact_size(galley.size(), eframe::egui::Sense::hover());
                ui.painter().galley(rect.min, galley, theme.text);
            });
        });
    }
}
