//! What can be done with a code from its row in Koding: read what it means, give it a digit, another colour, change it,
//! merge it, delete it.

use crate::app::codebook::{MergePane, delete, palette_ui};
use crate::app::commands::{Commands, Request};
use crate::app::frame::{Pane, PaneView, foot_ui, heading_ui, pane_width_ui};
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Cell, ListRow, MenuEntry, Words, context_menu_ui, label_ui};
use crate::domain::{CODE_COLOURS, CodeId, Message};
use crate::project::CodeChange;
use eframe::egui::{Key, Modifiers, Response, Ui};

/// The digits, from 1.
pub(super) const DIGITS: [Key; 9] =
    [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7, Key::Num8, Key::Num9];
/// Column of the digits.
const DIGIT: f32 = 20.0;

/// Opens the menu at a code's row by the second mouse button, the menu key or Shift+F10. Whether its definition is to
/// be shown.
pub(super) fn code_menu_ui(view: &View<'_>, commands: &mut Commands, code: CodeId, response: &Response) -> bool {
    let is_open = !view.is_read_only;
    let entries = [
        MenuEntry::new(view.text("coding-menu-meaning")),
        MenuEntry::new(view.text("coding-menu-key")).enabled(is_open),
        MenuEntry::new(view.text("codebook-recolour")).enabled(is_open),
        MenuEntry::new(view.text("codebook-edit-code")),
        MenuEntry::new(view.text("codebook-merge")).enabled(is_open),
        MenuEntry::new(view.text("codebook-delete")).enabled(is_open).grave(true),
    ];
    match context_menu_ui(response, &entries) {
        Some(0) => return true,
        Some(1) => commands.send(Request::Lay(Box::new(KeyPane { code, is_fresh: true }))),
        Some(2) => commands.send(Request::Lay(Box::new(ColourPane { code }))),
        Some(3) => commands.send(Request::EditCode(code)),
        Some(4) => commands.send(Request::Lay(Box::new(MergePane::new(vec![code])))),
        Some(_) => delete(commands, vec![code]),
        None => {}
    }
    false
}

/// Which digit codes with a code. The code that has it now is named, and loses it.
struct KeyPane {
    code: CodeId,
    /// Whether the row of its digit is to take the focus.
    is_fresh: bool,
}

impl Pane for KeyPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        let Some(code) = view.study.code(self.code) else { return true };
        let theme = Theme::of(ui);
        pane_width_ui(ui, measure::PANE);
        heading_ui(ui, &view.say(&Message::new("coding-key-title").with("code", code.full_name())));
        label_ui(ui, Words::of(&view.text("coding-key-about"), type_scale::SMALL, theme.text2));
        let mut wanted = None;
        for (digit, key) in (1_u8..).zip(DIGITS) {
            if ui.input_mut(|input| input.consume_key(Modifiers::NONE, key)) {
                wanted = Some(Some(digit));
            }
        }
        ui.spacing_mut().item_spacing.y = 0.0;
        let free = view.text("coding-key-free");
        for digit in 1..=9_u8 {
            let holder = view.study.codes.iter().find(|other| other.key == Some(digit));
            let words = holder.map_or_else(|| free.clone(), |holder| holder.full_name());
            let (short, is_chosen) = (digit.to_string(), code.key == Some(digit));
            let row = ListRow {
                cell: Cell::Short(&short, DIGIT),
                is_chosen,
                height: measure::POPUP_ROW,
                ..ListRow::new(&words)
            };
            let response = row.ui(ui);
            let is_first = code.key.map_or(digit == 1, |_| is_chosen);
            if self.is_fresh && is_first {
                self.is_fresh = false;
                response.request_focus();
            }
            if response.clicked() {
                wanted = Some(Some(digit));
            }
        }
        ui.spacing_mut().item_spacing.y = space::XS;
        let (none, cancel) = (view.text("coding-key-none"), view.text("coding-menu-cancel"));
        let mut is_done = false;
        foot_ui(ui, |ui| {
            is_done = Button::outlined(&cancel).ui(ui).clicked();
            if Button::quiet(&none).enabled(code.key.is_some()).ui(ui).clicked() {
                wanted = Some(None);
            }
        });
        if let Some(key) = wanted {
            let id = self.code;
            commands.send(Request::change(move |project| project.change_code(id, &[CodeChange::Key(key)])));
        }
        is_done || wanted.is_some()
    }
}

/// Which of the offered colours a code has; its indicators follow.
struct ColourPane {
    code: CodeId,
}

impl Pane for ColourPane {
    fn ui(&mut self, ui: &mut Ui, view: &PaneView<'_>, commands: &mut Commands) -> bool {
        let Some(view) = &view.project else { return true };
        let Some(code) = view.study.code(self.code) else { return true };
        let theme = Theme::of(ui);
        pane_width_ui(ui, measure::PANE);
        heading_ui(ui, &view.say(&Message::new("coding-colour-title").with("code", code.full_name())));
        label_ui(ui, Words::of(&view.text("coding-colour-about"), type_scale::SMALL, theme.text2));
        let mut is_done = false;
        ui.horizontal_wrapped(|ui| {
            for colour in CODE_COLOURS {
                if palette_ui(ui, view, theme, colour, colour == code.colour).clicked() {
                    let id = self.code;
                    commands
                        .send(Request::change(move |project| project.change_code(id, &[CodeChange::Colour(colour)])));
                    is_done = true;
                }
            }
        });
        let (other, cancel) = (view.text("coding-colour-other"), view.text("coding-menu-cancel"));
        foot_ui(ui, |ui| {
            is_done |= Button::outlined(&cancel).ui(ui).clicked();
            if Button::quiet(&other).ui(ui).clicked() {
                commands.send(Request::EditCode(self.code));
                is_done = true;
            }
        });
        is_done
    }
}
