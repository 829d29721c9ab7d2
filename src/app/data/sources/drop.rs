//! Where files can be dropped, below the last row while there is room.

use crate::app::command::Command;
use crate::app::commands::{Commands, PathFor, Request};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, dashed_outline, icon_at};
use eframe::egui::{
    Align, CornerRadius, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2, vec2,
};

/// Height of the zone, and with the room round it.
const ZONE: f32 = 76.0;
pub(super) const HEIGHT: f32 = ZONE + 2.0 * space::L;

/// Where files can be dropped; also says how else they come in.
pub(super) fn drop_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let theme = Theme::of(ui);
    ui.add_space(space::L);
    let width = ui.available_width() - 2.0 * space::L;
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), ZONE), Sense::hover());
    let rect = Rect::from_min_size(pos2(row.left() + space::L, row.top()), vec2(width, row.height()));
    let is_over = ui.ctx().input(|input| !input.raw.hovered_files.is_empty());
    if is_over {
        let corner = CornerRadius::same(radius::CONTROL);
        let edge = Stroke::new(stroke::FIELD, theme.focus);
        ui.painter().rect(rect, corner, theme.sel, edge, StrokeKind::Inside);
    } else {
        dashed_outline(ui.painter(), rect, theme.line3);
    }
    let words = view.text("data-drop");
    let link = view.text("data-path");
    let galley = Words::of(&words, type_scale::BODY, theme.text2).within(ui.painter(), width - 200.0, 1);
    let link_width = Words::of(&link, type_scale::BODY, theme.text2).row(ui.painter()).size().x;
    let whole = 24.0 + galley.size().x + space::S + link_width;
    let start = rect.center().x - whole / 2.0;
    let inner = Rect::from_min_max(pos2(start.max(rect.left() + space::S), rect.top()), rect.max);
    ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)), |ui| {
        ui.spacing_mut().item_spacing.x = space::XS;
        let (icon, _) = ui.allocate_exact_size(vec2(16.0, 16.0), Sense::hover());
        icon_at(ui.painter(), icon.center(), icons::FILE_PLUS, measure::ICON, theme.text2);
        let (place, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
        ui.painter().galley(place.min, galley, theme.text2);
        if Button::link(&link).enabled(Command::Import.is_enabled(Some(view))).ui(ui).clicked() {
            commands.send(Request::AskPath(PathFor::Import));
        }
    });
    ui.add_space(space::L);
}
