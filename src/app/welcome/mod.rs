//! The first page: a new project, an existing one, the sample study, those opened last; at the right what
//! the program is about, shown with words of the sample study.

mod example;
mod recent;

use super::command::Command;
use super::commands::{Commands, Request};
use super::icons::{self, Icon};
use super::rescue;
use super::session::{Link, Now};
use super::theme::{Theme, measure, radius, space, stroke, type_scale};
use super::widgets::{Button, Words, focus_ring, hairline_v, icon_at, key_words, label_ui, page_frame, panel_frame};
use crate::domain::Message;
use eframe::egui::{
    CentralPanel, Color32, CornerRadius, Panel, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, UiBuilder,
    WidgetInfo, pos2, vec2,
};

/// In a page lower than this, what stands above the projects opened last moves together, in points.
const LOW: f32 = 680.0;

/// The state of the first page.
#[derive(Default)]
pub(super) struct Welcome {}

impl Welcome {
    /// Draws the page.
    pub fn ui(&mut self, ui: &mut Ui, now: &Now, commands: &mut Commands) {
        if ui.available_width() >= measure::WELCOME_EXAMPLE_FROM {
            let panel = panel_frame(ui.ctx());
            let right = ui.available_width() - measure::WELCOME_LEFT;
            Panel::right("welcome-example")
                .exact_size(right)
                .resizable(false)
                .show_separator_line(false)
                .frame(panel)
                .show(ui, |ui| {
                    let rect = ui.max_rect();
                    hairline_v(ui.painter(), rect.left() + 0.5, rect.y_range(), Theme::of(ui).line);
                    example::example_ui(ui, &now.catalog);
                });
        }
        CentralPanel::default().frame(page_frame(ui.ctx())).show(ui, |ui| {
            let room = ui.max_rect();
            let left = room.left() + ((measure::WELCOME_LEFT - measure::WELCOME_COLUMN) / 2.0 + 6.0).min(96.0);
            let size = vec2(measure::WELCOME_COLUMN, room.height());
            let column = Rect::from_min_size(pos2(left, room.top()), size);
            ui.scope_builder(UiBuilder::new().max_rect(column), |ui| {
                let top = ((room.height() - 560.0) * 0.4).max(space::XL);
                ui.add_space(top);
                column_ui(ui, now, commands);
            });
            foot_ui(ui, now, column, commands);
        });
    }
}

fn column_ui(ui: &mut Ui, now: &Now, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let catalog = &now.catalog;
    let is_low = ui.max_rect().height() < LOW;
    ui.spacing_mut().item_spacing.y = 0.0;
    label_ui(ui, Words::of(&catalog.text("welcome-name"), type_scale::DISPLAY, theme.text));
    ui.add_space(space::S);
    ui.scope(|ui| {
        ui.set_max_width(if is_low { measure::WELCOME_COLUMN } else { 400.0 });
        label_ui(ui, Words::of(&catalog.text("welcome-question"), type_scale::READ.at(18.0), theme.text2));
    });
    ui.add_space(if is_low { space::M } else { space::XXL });
    ui.spacing_mut().item_spacing.y = if is_low { space::XS } else { 10.0 };
    let actions = [
        (Command::NewProject, icons::FILE_PLUS, "welcome-new"),
        (Command::OpenProject, icons::FOLDER_OPEN, "welcome-open"),
        (Command::OpenSample, icons::FLASK, "welcome-sample"),
    ];
    for (at, (command, icon, key)) in actions.into_iter().enumerate() {
        let keys = command.shortcuts().next().map(|keys| key_words(ui.ctx(), &keys));
        let words = (catalog.text(key), catalog.text(&format!("{key}.note")));
        if action_ui(ui, icon, &words, keys.as_deref(), at == 0) && now.busy.is_none() {
            commands.run(command);
        }
    }
    state_ui(ui, now, commands);
    if now.settings.recent.is_empty() {
        return;
    }
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.add_space(if is_low { space::M } else { space::XXL });
    ui.horizontal(|ui| {
        ui.add_space(10.0);
        label_ui(ui, Words::of(&catalog.text("welcome-recent"), type_scale::SMALL, theme.text3));
    });
    ui.add_space(space::XXS);
    let height = (ui.available_height() - 72.0).max(recent::HEIGHT);
    // Beside the bar that scrolls, not below it.
    let is_long = now.settings.recent.len() as f32 * recent::HEIGHT > height;
    let width = ui.available_width() - if is_long { space::M } else { 0.0 };
    ScrollArea::vertical().max_height(height).show(ui, |ui| {
        for recent in &now.settings.recent {
            recent::recent_ui(ui, now, recent, width, commands);
        }
    });
}

/// One of the large actions; whether it was pressed.
fn action_ui(ui: &mut Ui, icon: Icon, words: &(String, String), keys: Option<&str>, is_primary: bool) -> bool {
    let theme = Theme::of(ui);
    let size = vec2(measure::WELCOME_COLUMN, measure::WELCOME_ACTION);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &words.0));
    let is_hovered = response.hovered();
    let (fill, edge, ink, soft) = match (is_primary, is_hovered) {
        (true, true) => (theme.accent_hover, Color32::TRANSPARENT, theme.on_accent, theme.on_accent),
        (true, false) => (theme.accent, Color32::TRANSPARENT, theme.on_accent, theme.on_accent),
        (false, true) => (theme.hover, theme.line2, theme.text, theme.text2),
        (false, false) => (theme.raised, theme.line2, theme.text, theme.text2),
    };
    let painter = ui.painter();
    let corner = CornerRadius::same(radius::CARD);
    painter.rect(rect, corner, fill, Stroke::new(stroke::HAIR, edge), StrokeKind::Inside);
    icon_at(painter, pos2(rect.left() + 32.0, rect.center().y), icon, 22.0, ink);
    let name = Words::of(&words.0, type_scale::STRONG, ink).row(painter);
    let note = Words::of(&words.1, type_scale::SMALL, soft).within(painter, 300.0, 1);
    painter.galley(pos2(rect.left() + 59.0, rect.center().y - 20.0), name, ink);
    painter.galley(pos2(rect.left() + 59.0, rect.center().y + 1.0), note, soft);
    if let Some(keys) = keys {
        let galley = Words::of(keys, type_scale::CAPTION, soft).row(painter);
        let key = Rect::from_center_size(
            pos2(rect.right() - 18.0 - galley.size().x / 2.0 - 5.0, rect.center().y),
            vec2(galley.size().x + 10.0, 18.0),
        );
        let line = if is_primary { soft.gamma_multiply(0.6) } else { theme.line2 };
        let corner = CornerRadius::same(radius::CHIP);
        painter.rect(key, corner, Color32::TRANSPARENT, Stroke::new(stroke::HAIR, line), StrokeKind::Inside);
        painter.galley(pos2(key.left() + 5.0, (key.center().y - galley.size().y / 2.0).round()), galley, soft);
    }
    focus_ring(ui, &response, rect, radius::CARD);
    response.clicked()
}

/// What goes on and what went wrong: the first page has no status line.
fn state_ui(ui: &mut Ui, now: &Now, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let (sentence, colour, link) = match (&now.busy, &now.fault, &now.said) {
        (Some((busy, _)), _, _) => {
            let far = busy.sentence.clone().with("done", busy.done).with("total", busy.total);
            let stop: (&str, fn() -> Request) = ("status-cancel", || Request::Cancel);
            (now.catalog.say(&far), theme.text2, Some(stop))
        }
        (None, Some(fault), _) => {
            let details: (&str, fn() -> Request) = ("status-details", || Request::Details);
            (now.catalog.say(&fault.sentence), theme.dissonance.text, fault.detail.as_ref().map(|_| details))
        }
        (None, None, Some(said)) => {
            let link = match said.link {
                Some(Link::Wish(key, wish)) => Some((key, wish)),
                _ => None,
            };
            (now.catalog.say(&said.sentence), theme.text2, link)
        }
        (None, None, None) => return,
    };
    label_ui(ui, Words::of(&sentence, type_scale::BODY, colour));
    if let Some((key, wish)) = link
        && Button::link(&now.catalog.text(key)).ui(ui).clicked()
    {
        commands.send(wish());
    }
    rescue::offer_ui(ui, now, commands);
}

fn foot_ui(ui: &mut Ui, now: &Now, column: Rect, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let foot = Rect::from_min_max(pos2(column.left(), column.bottom() - 56.0), column.max);
    ui.scope_builder(UiBuilder::new().max_rect(foot), |ui| {
        ui.horizontal(|ui| {
            let promise = Words::of(&now.catalog.text("welcome-promise"), type_scale::SMALL, theme.text3);
            let galley = promise.row(ui.painter());
            let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x, measure::BUTTON_SMALL), Sense::hover());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, galley.text()));
            ui.painter().galley(pos2(rect.left(), rect.center().y - galley.size().y / 2.0), galley, theme.text3);
            ui.add_space(space::M);
            if Button::link(&now.catalog.text("welcome-language")).small_words().ui(ui).clicked() {
                commands.run(Command::SwitchLanguage);
            }
            let unread = now.notices.unread();
            // Beside the list of notices there is no room for both; Shift+F1 leads to the help all the same.
            if unread == 0 {
                ui.add_space(space::M);
                if Button::link(&now.catalog.text("welcome-help")).small_words().ui(ui).clicked() {
                    commands.run(Command::Help);
                }
            }
            if unread > 0 {
                ui.add_space(space::M);
                let name = now.catalog.say(&Message::new("notices-unread").with("n", unread));
                if Button::link(&name).small_words().ui(ui).clicked() {
                    commands.run(Command::Notices);
                }
            }
        });
    });
}
