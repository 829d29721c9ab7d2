//! The bar at the top: the project with its menu, undo and redo, the list of keys, the coder.

use crate::app::command::Command;
use crate::app::commands::{Commands, Request};
use crate::app::icons::{self, Icon};
use crate::app::place::PlaceKind;
use crate::app::session::Now;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{
    Button, ListRow, Words, chip_ui, focus_ring, hairline_h, icon_at, key_words, label_ui, rule_ui,
};
use crate::domain::Message;
use crate::project::Step;
use eframe::egui::{
    Align, Align2, CornerRadius, Layout, Popup, Rect, Response, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, Vec2,
    WidgetInfo, pos2, vec2,
};

/// What stands at the right at most: undo, redo, keys, the coder, and that nothing can be changed.
const RIGHT: f32 = 460.0;

/// The field in the middle of the bar, in points.
const FIND: Vec2 = vec2(400.0, 30.0);
/// Width of the project's menu, in points.
const MENU_WIDTH: f32 = 296.0;
/// How many of the projects opened last stand in the menu.
const RECENT: usize = 4;

/// A line of the menu.
enum Entry {
    /// A command.
    Run(Command),
    /// The projects opened last, under their heading.
    Recent,
    /// A hairline.
    Rule,
}

const MENU: [Entry; 18] = [
    Entry::Run(Command::NewProject),
    Entry::Run(Command::OpenProject),
    Entry::Run(Command::OpenSample),
    Entry::Recent,
    Entry::Rule,
    Entry::Run(Command::Import),
    Entry::Run(Command::Export),
    Entry::Run(Command::Identity),
    Entry::Rule,
    Entry::Run(Command::SaveCopy),
    Entry::Run(Command::BackUp),
    Entry::Run(Command::Backups),
    Entry::Run(Command::Go(PlaceKind::Codebook)),
    Entry::Run(Command::Go(PlaceKind::History)),
    Entry::Rule,
    Entry::Run(Command::Palette),
    Entry::Run(Command::Help),
    Entry::Run(Command::CloseProject),
];

/// Draws the bar.
pub(super) fn top_bar_ui(ui: &mut Ui, view: &View<'_>, now: &Now, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let rect = ui.max_rect();
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::XS);
        project_ui(ui, view, now, commands);
        if view.is_read_only {
            chip_ui(ui, None, &view.text("read-only"));
            if let Some(elsewhere) = view.elsewhere {
                let open = Message::new("elsewhere-open").with("device", elsewhere.device.as_str());
                if Button::link(&view.say(&open)).small_words().ui(ui).clicked() {
                    commands.send(Request::AskTakeOver);
                }
            }
        }
        if !view.is_small {
            find_ui(ui, view, rect, commands);
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::S);
            coder_ui(ui, view, commands);
            ui.add_space(space::XS);
            if icon_ui(ui, icons::QUESTION, &tip(ui, view, Command::Help, None), true) {
                commands.run(Command::Help);
            }
            if icon_ui(ui, icons::KEYBOARD, &tip(ui, view, Command::Keys, None), true) {
                commands.run(Command::Keys);
            }
            let (undo, redo) = (Command::Undo, Command::Redo);
            let name = tip(ui, view, redo, view.redoable);
            if icon_ui(ui, icons::ARROW_CLOCKWISE, &name, redo.is_enabled(Some(view))) {
                commands.run(redo);
            }
            let name = tip(ui, view, undo, view.undoable);
            if icon_ui(ui, icons::ARROW_COUNTER_CLOCKWISE, &name, undo.is_enabled(Some(view))) {
                commands.run(undo);
            }
            if view.is_small {
                let name = tip(ui, view, Command::Palette, None);
                if icon_ui(ui, icons::MAGNIFYING_GLASS, &name, true) {
                    commands.run(Command::Palette);
                }
            }
        });
    });
}

/// The field in the middle of the bar. It opens the palette, where the typing is done; with the search it will take a
/// text of its own.
fn find_ui(ui: &mut Ui, view: &View<'_>, bar: Rect, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let rect = Rect::from_center_size(pos2(ui.ctx().content_rect().center().x, bar.center().y), FIND);
    if rect.left() < ui.cursor().left() + space::M {
        return;
    }
    let response = ui.interact(rect, ui.scope_id().with("find"), Sense::click());
    let name = view.text("search-commands");
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let fill = match (response.is_pointer_button_down_on(), response.hovered()) {
        (true, _) => theme.press,
        (false, true) => theme.hover,
        _ => theme.field,
    };
    let painter = ui.painter();
    let edge = Stroke::new(stroke::HAIR, theme.line2);
    painter.rect(rect, CornerRadius::same(radius::CONTROL), fill, edge, StrokeKind::Inside);
    let middle = rect.center().y;
    icon_at(painter, pos2(rect.left() + 18.0, middle), icons::MAGNIFYING_GLASS, measure::ICON, theme.text2);
    let words = Words::of(&name, type_scale::BODY, theme.text2).row(painter);
    painter.galley(pos2(rect.left() + 34.0, (middle - words.size().y / 2.0).round()), words, theme.text2);
    if let Some(keys) = Command::Palette.shortcuts().next() {
        let keys = Words::of(&key_words(ui.ctx(), &keys), type_scale::CAPTION, theme.text2).row(painter);
        let size = vec2(keys.size().x + 10.0, 18.0);
        let cap = Rect::from_min_size(pos2(rect.right() - space::XS - size.x, (middle - 9.0).round()), size);
        let corner = CornerRadius::same(radius::CHIP);
        painter.rect_stroke(cap, corner, Stroke::new(stroke::HAIR, theme.line2), StrokeKind::Inside);
        painter.galley(pos2(cap.left() + 5.0, (middle - keys.size().y / 2.0).round()), keys, theme.text2);
    }
    focus_ring(ui, &response, rect, radius::CONTROL);
    if response.clicked() {
        commands.run(Command::Palette);
    }
}

fn icon_ui(ui: &mut Ui, icon: Icon, name: &str, is_enabled: bool) -> bool {
    Button::icon_only(icon, name).enabled(is_enabled).ui(ui).clicked()
}

/// "Urungkan: Mengode W.KS … (Ctrl+Z)".
fn tip(ui: &Ui, view: &View<'_>, command: Command, step: Option<&Step>) -> String {
    let label = view.text(command.label());
    let name = match step {
        Some(step) => {
            let what = view.say(&step.named_to(view.coder, view.device));
            view.say(&Message::new("tip-step").with("command", label).with("what", what))
        }
        None => label,
    };
    match command.shortcuts().next() {
        Some(shortcut) => format!("{name} ({})", key_words(ui.ctx(), &shortcut)),
        None => name,
    }
}

fn project_ui(ui: &mut Ui, view: &View<'_>, now: &Now, commands: &mut Commands) {
    let title = &view.study.project.title;
    // The field stands in the middle of the window: the title ends before it.
    let field = if view.is_small { 0.0 } else { ui.ctx().content_rect().center().x - FIND.x / 2.0 - space::XL };
    let end = if view.is_small { ui.max_rect().right() - RIGHT } else { field };
    let room = (end - ui.cursor().left() - 2.0 * space::XL).max(120.0);
    let button = Button::quiet(title).strong().trailing(icons::CARET_DOWN).at_most(room).tip(title).ui(ui);
    // The first entry takes the focus, so that the arrow keys go on from there.
    let is_opening = button.clicked() && !Popup::is_id_open(ui.ctx(), Popup::default_response_id(&button));
    let menu = Popup::menu(&button).width(MENU_WIDTH).gap(4.0).accessible_name(view.text("menu-project"));
    menu.show(|ui| {
        ui.set_min_width(MENU_WIDTH);
        ui.spacing_mut().item_spacing.y = 0.0;
        // In a low or much enlarged window the menu scrolls.
        let room = ui.ctx().content_rect().height() - measure::TOP_BAR - space::XXL;
        ScrollArea::vertical().max_height(room).min_scrolled_height(room).show(ui, |ui| {
            for (at, entry) in MENU.into_iter().enumerate() {
                match entry {
                    Entry::Rule => menu_rule_ui(ui),
                    Entry::Recent => recent_ui(ui, view, now, commands),
                    Entry::Run(command) => {
                        let row = entry_ui(ui, view, command, commands);
                        if is_opening && at == 0 {
                            row.request_focus();
                        }
                    }
                }
            }
        });
    });
}

fn menu_rule_ui(ui: &mut Ui) {
    ui.add_space(space::XXS);
    rule_ui(ui);
    ui.add_space(space::XXS);
}

fn entry_ui(ui: &mut Ui, view: &View<'_>, command: Command, commands: &mut Commands) -> Response {
    let keys = command.shortcuts().next().map(|keys| key_words(ui.ctx(), &keys));
    let name = view.text(command.label());
    let row = ListRow {
        right: keys.as_deref().unwrap_or_default(),
        height: measure::POPUP_ROW,
        is_enabled: command.is_enabled(Some(view)),
        ..ListRow::new(&name)
    };
    let why_not = command.why_not(Some(view)).map(|key| view.text(key)).unwrap_or_default();
    let response = row.ui(ui).on_disabled_hover_text(why_not);
    if response.clicked() {
        commands.run(command);
        ui.close();
    }
    response
}

/// The projects opened last, but not the one that is open.
fn recent_ui(ui: &mut Ui, view: &View<'_>, now: &Now, commands: &mut Commands) {
    let recent: Vec<_> = view.settings.recent.iter().filter(|recent| recent.path != *view.path).take(RECENT).collect();
    if recent.is_empty() {
        return;
    }
    let theme = Theme::of(ui);
    menu_rule_ui(ui);
    ui.horizontal(|ui| {
        ui.add_space(space::XS);
        label_ui(ui, Words::of(&view.text("welcome-recent"), type_scale::CAPTION, theme.text3));
    });
    for recent in recent {
        let missing = view.text("recent-missing");
        let is_missing = now.recents.is_missing(&recent.path);
        let right = if is_missing { missing.as_str() } else { "" };
        let row = ListRow { right, height: measure::POPUP_ROW, ..ListRow::new(&recent.title) };
        if row.ui(ui).on_hover_text(recent.path.display().to_string()).clicked() {
            commands.send(Request::OpenProject(recent.path.clone()));
            ui.close();
        }
    }
}

fn coder_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let words = Words::of(view.coder, type_scale::SMALL, theme.text2).within(ui.painter(), 140.0, 1);
    // In a small window the initials alone; the name is their tooltip.
    let room = if view.is_small { 0.0 } else { words.size().x + space::XS };
    let size = vec2(room + 24.0 + 2.0 * space::XS, measure::BUTTON);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let name = view.say(&Message::new("coder-acts").with("name", view.coder));
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &name));
    let painter = ui.painter();
    if response.hovered() {
        painter.rect_filled(rect, eframe::egui::CornerRadius::same(6), theme.hover);
    }
    let disc = pos2(rect.left() + space::XS + 12.0, rect.center().y);
    painter.circle_filled(disc, 12.0, theme.press);
    let font = type_scale::CAPTION.strong().at(11.0).font();
    painter.text(disc, Align2::CENTER_CENTER, initials(view.coder), font, theme.text);
    let left = disc.x + 12.0 + space::XS;
    if !view.is_small {
        painter.galley(pos2(left, (rect.center().y - words.size().y / 2.0).round()), words, theme.text2);
    }
    focus_ring(ui, &response, rect, 6);
    if response.on_hover_text(name).clicked() {
        commands.run(Command::Go(PlaceKind::Settings));
    }
}

/// The first letters of the first and the last word.
pub(in crate::app) fn initials(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let letter = |word: &&str| word.chars().next().map(|letter| letter.to_uppercase().to_string());
    match words.as_slice() {
        [] => String::new(),
        [one] => letter(one).unwrap_or_default(),
        [first, .., last] => [letter(first), letter(last)].into_iter().flatten().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::initials;

    #[test]
    fn initials_are_letters_whatever_the_script() {
        assert_eq!(initials("Rahma A."), "RA");
        assert_eq!(initials("  siti nur  halimah"), "SH");
        assert_eq!(initials("élan"), "É");
        assert_eq!(initials(""), "");
    }
}
