//! The rail at the left: the places that work, and the settings at its foot.

use crate::app::command::Command;
use crate::app::commands::Commands;
use crate::app::icons::{self, Icon};
use crate::app::place::PlaceKind;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Words, focus_ring, hairline_v, key_words};
use eframe::egui::{Align, Align2, Color32, CornerRadius, Layout, Role, Sense, Ui, WidgetInfo, pos2, vec2};

const PLACES: [(PlaceKind, Icon); 4] = [
    (PlaceKind::Data, icons::FILES),
    (PlaceKind::Coding, icons::HIGHLIGHTER_CIRCLE),
    (PlaceKind::Compare, icons::COLUMNS),
    (PlaceKind::Report, icons::FILE_TEXT),
];

/// Height of the program's initial: the first place begins at 56.
const MARK: f32 = 54.0;

/// Draws the rail.
pub(super) fn rail_ui(ui: &mut Ui, view: &View<'_>, place: PlaceKind, commands: &mut Commands) {
    let theme = Theme::of(ui);
    ui.spacing_mut().item_spacing.y = 2.0;
    let whole = ui.max_rect();
    hairline_v(ui.painter(), whole.right() - 0.5, whole.y_range(), theme.line);
    let (mark, _) = ui.allocate_exact_size(vec2(ui.available_width(), MARK), Sense::hover());
    let initial = type_scale::READ.strong().at(22.0).font();
    ui.painter().text(mark.center(), Align2::CENTER_CENTER, "E", initial, theme.text);
    for (kind, icon) in PLACES {
        let is_chosen = kind == place || (kind, place) == (PlaceKind::Data, PlaceKind::Codebook);
        place_ui(ui, view, kind, icon, is_chosen, commands);
    }
    ui.with_layout(Layout::bottom_up(Align::Min), |ui| {
        ui.add_space(space::S);
        place_ui(ui, view, PlaceKind::Settings, icons::GEAR, place == PlaceKind::Settings, commands);
    });
}

fn place_ui(ui: &mut Ui, view: &View<'_>, kind: PlaceKind, icon: Icon, is_chosen: bool, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let command = Command::Go(kind);
    let name = view.text(command.label());
    let height = if view.is_small { 40.0 } else { measure::RAIL_PLACE_HEIGHT };
    let (row, _) = ui.allocate_exact_size(vec2(ui.available_width(), height), Sense::hover());
    let width = if view.is_small { 40.0 } else { measure::RAIL_PLACE_WIDTH };
    let rect = eframe::egui::Rect::from_center_size(row.center(), vec2(width, height));
    let response = ui.interact(rect, ui.scope_id().with(("rail", kind)), Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::Tab, true, is_chosen, &name));
    let fill = match (is_chosen, response.is_pointer_button_down_on(), response.hovered()) {
        (true, _, _) => theme.sel,
        (false, true, _) => theme.press,
        (false, false, true) => theme.hover,
        _ => Color32::TRANSPARENT,
    };
    let ink = if is_chosen { theme.accent_text } else { theme.text2 };
    let painter = ui.painter();
    painter.rect_filled(rect, CornerRadius::same(radius::CARD), fill);
    let middle = if view.is_small { rect.center() } else { pos2(rect.center().x, rect.top() + 20.0) };
    let font = if is_chosen { Icon::font_filled(measure::RAIL_ICON) } else { Icon::font(measure::RAIL_ICON) };
    painter.text(middle, Align2::CENTER_CENTER, icon.glyph(), font, ink);
    if !view.is_small {
        let step = if is_chosen { type_scale::CAPTION.strong() } else { type_scale::CAPTION };
        let galley = Words::of(&name, step, ink).within(painter, width, 1);
        let left = rect.center().x - galley.size().x / 2.0;
        painter.galley(pos2(left.round(), rect.bottom() - 6.0 - galley.size().y), galley, ink);
    }
    focus_ring(ui, &response, rect, radius::CARD);
    let tip = match command.shortcuts().next() {
        Some(shortcut) => format!("{name} ({})", key_words(ui.ctx(), &shortcut)),
        None => name,
    };
    if response.on_hover_text(tip).clicked() {
        commands.run(command);
    }
}
