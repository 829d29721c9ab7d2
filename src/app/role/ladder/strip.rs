//! The ladder of a small window: five discs with their names in one row over the columns. A press opens its step beside.

use super::{Climb, RolePage, Spread, disc_at, evaluation};
use crate::app::role::beside::Beside;
use crate::app::role::measures;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, focus_ring, hairline_h};
use eframe::egui::{Align, CornerRadius, Layout, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

impl RolePage {
    /// Draws it.
    pub(in crate::app::role) fn strip_ui(&mut self, ui: &mut Ui, view: &View<'_>, spread: &Spread) {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), measures::STRIP), Sense::hover());
        ui.painter().rect_filled(rect, CornerRadius::ZERO, theme.panel);
        hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
        let climb = Climb::of(view, spread, self);
        let inner = rect.shrink2(vec2(space::M, 0.0));
        let builder = UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)).id_salt("strip");
        ui.scope_builder(builder, |ui| {
            ui.spacing_mut().item_spacing.x = space::XXS;
            for step in climb.steps() {
                let title = view.text(step.key());
                let is_shown = self.beside == Some(Beside::Ladder);
                let words = Words::of(&title, type_scale::SMALL, theme.text).row(ui.painter());
                let size = vec2(measures::DISC + 6.0 + words.size().x + 2.0 * space::XS, measure::BUTTON_SMALL);
                let (rect, response) = ui.allocate_exact_size(size, Sense::click());
                let mut spoken = format!("{title}, {}", climb.caption(view, spread.by(), step));
                if climb.is_done(step) {
                    spoken = format!("{spoken}, {}", view.text("ladder-done"));
                }
                if step == super::Step::Evaluation {
                    let evaluated = evaluation::spoken(view, &self.written.evaluating);
                    if !evaluated.is_empty() {
                        spoken = format!("{spoken}, {evaluated}");
                    }
                }
                response.widget_info(|| WidgetInfo::selected(Role::Button, true, is_shown, &spoken));
                if response.hovered() {
                    ui.painter().rect_filled(rect, CornerRadius::same(radius::CONTROL), theme.hover);
                }
                let middle = pos2(rect.left() + space::XS + measures::DISC / 2.0, rect.center().y);
                disc_at(ui.painter(), theme, Rect::from_center_size(middle, Vec2::splat(measures::DISC)), &climb, step);
                let top = (rect.center().y - words.size().y / 2.0).round();
                let left = rect.left() + space::XS + measures::DISC + 6.0;
                ui.painter().galley(pos2(left, top), words, theme.text);
                focus_ring(ui, &response, rect, radius::CONTROL);
                if response.on_hover_text(&spoken).clicked() {
                    self.passage = None;
                    self.beside = Some(Beside::Ladder);
                    self.written.wanted = Some(step);
                }
            }
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let name = self.findings_name(view);
                let is_shown = self.beside == Some(Beside::Findings);
                if Button::quiet(&name).small().chosen(is_shown).ui(ui).clicked() {
                    self.passage = None;
                    self.beside = if is_shown { None } else { Some(Beside::Findings) };
                }
            });
        });
    }
}
