//! A project opened last, as a row of the first page: its title, where it lies, when it was open, and whether its file is
//! still there. A row can be taken off the list; the file stays what it is.

use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::session::Now;
use crate::app::settings::{Recent, Settings};
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::widgets::{Button, Words, focus_ring};
use crate::domain::{Message, Timestamp};
use eframe::egui::{CornerRadius, Rect, Role, Sense, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2};

/// Height of a row, in points.
pub(super) const HEIGHT: f32 = 44.0;
/// Room at the left and the right of a row, in points.
const INSET: f32 = 10.0;

/// Draws the row.
pub(super) fn recent_ui(ui: &mut Ui, now: &Now, recent: &Recent, width: f32, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let catalog = &now.catalog;
    let is_missing = now.recents.is_missing(&recent.path);
    let (rect, response) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::click());
    let folder = match is_missing {
        true => catalog.say(&Message::new("recent-missing-at").with("folder", folder_words(recent))),
        false => folder_words(recent),
    };
    let spoken = if is_missing { format!("{}, {folder}", recent.title) } else { recent.title.clone() };
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &spoken));
    let is_over = ui.rect_contains_pointer(rect);
    let painter = ui.painter();
    if is_over {
        let fill = if response.is_pointer_button_down_on() { theme.press } else { theme.hover };
        painter.rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
    }
    // The button that takes the row away stands there for whoever is at the row, by pointer or by keys.
    let button = Rect::from_center_size(
        pos2(rect.right() - INSET / 2.0 - measure::BUTTON_SMALL / 2.0, rect.center().y),
        Vec2::splat(measure::BUTTON_SMALL),
    );
    let forget = catalog.say(&Message::new("recent-forget").with("title", recent.title.as_str()));
    let builder = UiBuilder::new().id_salt(&recent.path).max_rect(button);
    let is_at_button = ui
        .ctx()
        .memory(|memory| memory.focused())
        .is_some_and(|focused| ui.ctx().data(|data| data.get_temp(response.id.with("forget"))) == Some(focused));
    let shows_button = is_missing || is_over || response.has_focus() || is_at_button;
    if shows_button {
        let pressed = ui.scope_builder(builder, |ui| Button::icon_only(icons::X, &forget).small().ui(ui)).inner;
        ui.ctx().data_mut(|data| data.insert_temp(response.id.with("forget"), pressed.id));
        if pressed.clicked() {
            let recents = now.settings.recent.iter().filter(|known| known.path != recent.path).cloned().collect();
            commands.send(Request::Settings(Box::new(Settings { recent: recents, ..now.settings.clone() })));
        }
    }
    let painter = ui.painter();
    let day = catalog.moment(Timestamp::from_millis(recent.opened));
    let day = day.split(',').next().unwrap_or_default();
    let when = Words::of(day, type_scale::SMALL, theme.text3).row(painter);
    let end = if shows_button { button.left() - space::XXS } else { rect.right() - INSET };
    let left = rect.left() + INSET;
    let room = end - when.size().x - space::S - left;
    let ink = if is_missing { theme.text2 } else { theme.text };
    let title = Words::of(&recent.title, type_scale::BODY, ink).within(painter, room, 1);
    let soft = if is_missing { theme.partial.text } else { theme.text3 };
    let folder = Words::of(&folder, type_scale::CAPTION, soft).within(painter, room, 1);
    painter.galley(pos2(end - when.size().x, (rect.center().y - when.size().y / 2.0).round()), when, theme.text3);
    painter.galley(pos2(left, rect.top() + 3.0), title, ink);
    painter.galley(pos2(left, rect.top() + 23.0), folder, soft);
    focus_ring(ui, &response, rect.shrink(2.0), radius::CONTROL);
    if response.on_hover_text(recent.path.display().to_string()).clicked() {
        commands.send(Request::OpenProject(recent.path.clone()));
    }
}

/// The last folders of a path: "Dokumen › Skripsi".
fn folder_words(recent: &Recent) -> String {
    let folder = recent.path.parent().unwrap_or(&recent.path);
    let names: Vec<String> = folder.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names[names.len().saturating_sub(2)..].join(" › ")
}
