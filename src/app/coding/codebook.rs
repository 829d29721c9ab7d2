//! The codebook at the left: families that open, with the digit of their key; a click codes the words at
//! hand, or shows what the code means where there are none. Codes are carried to words from here, and words to codes.

use super::CodingPlace;
use super::code_menu::code_menu_ui;
use super::find;
use super::sources::{ROW, section_ui};
use crate::app::codebook::empty_codebook_ui;
use crate::app::command::Command;
use crate::app::commands::Commands;
use crate::app::icons;
use crate::app::place::PlaceKind;
use crate::app::theme::{Theme, measure, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Cell, ListRow, Words, focus_ring, icon_at, label_ui};
use crate::domain::{Code, CodeId, Message};
use eframe::egui::{Frame, Margin, Rect, Role, ScrollArea, Sense, Ui, WidgetInfo, pos2, vec2};

/// Room for the caret that opens a family.
const CARET: f32 = 20.0;
/// Column of short codes.
const SHORT: f32 = 42.0;

impl CodingPlace {
    pub(super) fn codebook_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        if !view.is_small {
            section_ui(ui, &view.text("coding-codebook"), |ui| {
                let edit = view.text("codebook-edit");
                if Button::icon_only(icons::PENCIL_SIMPLE, &edit).small().ui(ui).clicked() {
                    commands.run(Command::Go(PlaceKind::Codebook));
                }
            });
        }
        if view.study.codes.is_empty() {
            if empty_codebook_ui(ui, view, commands) {
                commands.run(Command::Go(PlaceKind::Codebook));
            }
            return;
        }
        ScrollArea::vertical().id_salt("codebook").auto_shrink([false, false]).show(ui, |ui| {
            Frame::new().inner_margin(Margin::from(vec2(space::XS, 0.0))).show(ui, |ui| {
                for (at, code) in (0_u32..).zip(&view.study.codes) {
                    if view.study.code_parents.get(at as usize).copied().flatten().is_none() {
                        self.family_ui(ui, view, commands, at, code);
                    }
                }
                ui.add_space(space::M);
            });
        });
    }

    fn family_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands, at: u32, code: &Code) {
        let theme = Theme::of(ui);
        let has_children = find::children(view.study, at).next().is_some();
        let is_open = self.open_families.contains(&code.id);
        let corner = ui.cursor().min;
        let count = self.counts.code(at as usize).to_string();
        let row = ListRow {
            cell: Cell::Swatch(theme.code(code.colour), code.digit()),
            right: &count,
            is_chosen: self.described == Some(code.id),
            indent: CARET,
            ..ListRow::new(&code.name)
        };
        let response = self.code_row_ui(ui, view, commands, row, code);
        self.clicked_code(view, commands, code.id, &response);
        if code_menu_ui(view, commands, code.id, &response) {
            self.describe(Some(code.id));
        }
        tip(view, code, &response);
        if has_children {
            let caret = Rect::from_min_size(corner + vec2(2.0, 0.0), vec2(CARET + 4.0, ROW));
            let toggle = ui.interact(caret, response.id.with("caret"), Sense::click());
            let key = if is_open { "coding-close-family" } else { "coding-open-family" };
            toggle.widget_info(|| {
                let name = view.say(&Message::new(key).with("code", code.name.as_str()));
                WidgetInfo::selected(Role::Button, true, is_open, name)
            });
            focus_ring(ui, &toggle, caret.shrink(3.0), 4);
            let icon = if is_open { icons::CARET_DOWN } else { icons::CARET_RIGHT };
            icon_at(ui.painter(), pos2(corner.x + 14.0, caret.center().y), icon, 12.0, theme.text3);
            if toggle.clicked() {
                if is_open {
                    self.open_families.remove(&code.id);
                } else {
                    self.open_families.insert(code.id);
                }
            }
        }
        if has_children && !is_open && self.opens(ui, code.id, &response) {
            self.open_families.insert(code.id);
        }
        if !is_open {
            return;
        }
        for child in find::children(view.study, at).collect::<Vec<_>>() {
            let Some(code) = view.study.codes.get(child as usize) else { continue };
            let count = self.counts.code(child as usize).to_string();
            let row = ListRow {
                cell: Cell::Short(&code.short, SHORT),
                right: &count,
                is_chosen: self.described == Some(code.id),
                indent: CARET,
                ..ListRow::new(&code.name)
            };
            let response = self.code_row_ui(ui, view, commands, row, code);
            self.clicked_code(view, commands, code.id, &response);
            if code_menu_ui(view, commands, code.id, &response) {
                self.describe(Some(code.id));
            }
            tip(view, code, &response);
        }
    }

    fn clicked_code(
        &mut self,
        view: &View<'_>,
        commands: &mut Commands,
        code: CodeId,
        response: &eframe::egui::Response,
    ) {
        if !response.clicked() {
            return;
        }
        if self.target(view).is_some() {
            self.code_with(view, commands, code);
            self.transcript.focus();
        } else {
            self.describe(Some(code).filter(|code| self.described != Some(*code)));
        }
    }

    /// Shows what a code means in the inspector, or no longer.
    fn describe(&mut self, code: Option<CodeId>) {
        self.described = code;
        if code.is_some() {
            // Where the inspector is away, nothing would show.
            self.is_detail_open = true;
            self.is_inspector_hidden = false;
        }
    }
}

/// What the code means, under the pointer.
fn tip(view: &View<'_>, code: &Code, response: &eframe::egui::Response) {
    if code.definition.is_empty() && code.test.is_empty() {
        return;
    }
    response.clone().on_hover_ui(|ui| {
        let theme = Theme::of(ui);
        ui.set_max_width(measure::DETAIL);
        label_ui(ui, Words::of(&code.full_name(), type_scale::STRONG, theme.text));
        if !code.definition.is_empty() {
            label_ui(ui, Words::of(&code.definition, type_scale::SMALL, theme.text2));
        }
        if !code.test.is_empty() {
            let test = view.say(&Message::new("coding-test").with("test", code.test.as_str()));
            label_ui(ui, Words::of(&test, type_scale::SMALL, theme.text2));
        }
    });
}
