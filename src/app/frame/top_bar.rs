//! The bar at the top: the project with its menu, undo and redo, the list of keys, the coder.

use crate::app::command::Command;
use crate::app::commands::{Commands, Request};
use crate::app::icons::{self, Icon};
use crate::app::place::PlaceKind;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, ListRow, Words, chip_ui, focus_ring, hairline_h, key_words, rule_ui};
use crate::domain::Message;
use crate::project::Step;
use eframe::egui::{Align, Align2, Layout, Popup, Role, Sense, Ui, WidgetInfo, pos2, vec2};

/// What stands at the right at most: undo, redo, keys, the coder, and that nothing can be changed.
const RIGHT: f32 = 460.0;

const MENU: [Option<Command>; 12] = [
    Some(Command::NewProject),
    Some(Command::OpenProject),
    Some(Command::OpenSample),
    None,
    Some(Command::Import),
    Some(Command::Export),
    Some(Command::Identity),
    None,
    Some(Command::Go(PlaceKind::History)),
    Some(Command::Palette),
    None,
    Some(Command::CloseProject),
];

/// Draws the bar.
pub(super) fn top_bar_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let rect = ui.max_rect();
    hairline_h(ui.painter(), rect.x_range(), rect.bottom() - 0.5, theme.line);
    ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
        ui.add_space(space::XS);
        project_ui(ui, view, commands);
        if view.is_read_only {
            chip_ui(ui, None, &view.text("read-only"));
            if let Some(elsewhere) = view.elsewhere {
                let open = Message::new("elsewhere-open").with("device", elsewhere.device.as_str());
                if Button::link(&view.say(&open)).small_words().ui(ui).clicked() {
                    commands.send(Request::AskTakeOver);
                }
            }
        }
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            ui.add_space(space::S);
            coder_ui(ui, view, commands);
            ui.add_space(space::XS);
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
        });
    });
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

fn project_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let title = &view.study.project.title;
    let room = (ui.available_width() - RIGHT).max(120.0);
    let button = Button::quiet(title).strong().trailing(icons::CARET_DOWN).at_most(room).tip(title).ui(ui);
    Popup::menu(&button).width(264.0).gap(4.0).accessible_name(view.text("menu-project")).show(|ui| {
        ui.set_min_width(264.0);
        ui.spacing_mut().item_spacing.y = 0.0;
        for entry in MENU {
            match entry {
                None => {
                    ui.add_space(space::XXS);
                    rule_ui(ui);
                    ui.add_space(space::XXS);
                }
                Some(command) => {
                    let keys = command.shortcuts().next().map(|keys| key_words(ui.ctx(), &keys));
                    let name = view.text(command.label());
                    let row = ListRow {
                        right: keys.as_deref().unwrap_or_default(),
                        height: measure::POPUP_ROW,
                        is_enabled: command.is_enabled(Some(view)),
                        ..ListRow::new(&name)
                    };
                    if row.ui(ui).clicked() {
                        commands.run(command);
                        ui.close();
                    }
                }
            }
        }
    });
}

fn coder_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
    let theme = Theme::of(ui);
    let words = Words::of(view.coder, type_scale::SMALL, theme.text2).within(ui.painter(), 140.0, 1);
    let size = vec2(words.size().x + 24.0 + 8.0 + 2.0 * space::XS, measure::BUTTON);
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
    painter.galley(pos2(left, (rect.center().y - words.size().y / 2.0).round()), words, theme.text2);
    focus_ring(ui, &response, rect, 6);
    if response.on_hover_text(name).clicked() {
        commands.run(Command::Go(PlaceKind::Settings));
    }
}

/// The first letters of the first and the last word.
fn initials(name: &str) -> String {
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
