//! The history: every step as a sentence, with who and when. The newest stands first.

use super::command::Command;
use super::commands::Commands;
use super::icons;
use super::place::Place;
use super::theme::{Theme, measure, space, type_scale};
use super::view::View;
use super::widgets::{Button, Words, empty_place_ui, hairline_h, place_header_ui, scroll_by_keys};
use crate::domain::Message;
use eframe::egui::{Color32, Role, ScrollArea, Sense, Stroke, Ui, WidgetInfo, pos2, vec2};

/// The state of the place.
#[derive(Default)]
pub struct HistoryPlace {}

impl Place for HistoryPlace {
    fn ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let can_undo = Command::Undo.is_enabled(Some(view));
        let name = view.text(Command::Undo.label());
        place_header_ui(
            ui,
            view.is_small,
            &view.text("place-history"),
            |_| {},
            |ui| {
                let button = Button::outlined(&name).icon(icons::ARROW_COUNTER_CLOCKWISE).enabled(can_undo);
                if button.ui(ui).clicked() {
                    commands.run(Command::Undo);
                }
            },
        );
        if view.history.is_empty() {
            empty_place_ui(ui, icons::CLOCK_COUNTER_CLOCKWISE, &view.text("history-empty"), &[]);
            return;
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let page = ui.available_height();
        ScrollArea::vertical().auto_shrink(false).show_rows(ui, measure::TABLE_HEAD, view.history.len(), |ui, rows| {
            scroll_by_keys(ui, page);
            for at in rows {
                row_ui(ui, view, at);
            }
        });
    }

    fn facts(&self, view: &View<'_>) -> String {
        view.say(&Message::new("history-facts").with("n", view.history.len()))
    }
}

fn row_ui(ui: &mut Ui, view: &View<'_>, at: usize) {
    let theme = Theme::of(ui);
    let Some(step) = view.history.get(at) else { return };
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), measure::TABLE_HEAD), Sense::hover());
    let sentence = view.say(&step.sentence);
    let when = view.catalog.moment(step.at);
    response.widget_info(|| WidgetInfo::labeled(Role::ListItem, true, format!("{sentence}, {}, {when}", step.coder)));
    let painter = ui.painter();
    hairline_h(painter, rect.x_range(), rect.bottom() - 0.5, theme.line);
    let moment = Words::of(&when, type_scale::SMALL, theme.text3).row(painter);
    let coder = Words::of(&step.coder, type_scale::SMALL, theme.text2).within(painter, 140.0, 1);
    let room = rect.width() - 2.0 * space::L - 160.0 - 200.0;
    let ink = if step.is_undone { theme.text3 } else { theme.text };
    let words = Words::of(&sentence, type_scale::BODY, ink).within(painter, room, 1);
    let middle = rect.center().y;
    let left = rect.left() + space::L;
    if step.is_undone {
        painter.hline(left..=left + words.size().x, middle.round() + 0.5, Stroke::new(1.0, theme.text3));
    }
    for (x, galley) in [(left, words), (left + room + space::M, coder), (left + room + 160.0 + space::M, moment)] {
        painter.galley(pos2(x, (middle - galley.size().y / 2.0).round()), galley, Color32::PLACEHOLDER);
    }
}
