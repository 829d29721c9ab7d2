//! The inspector of a small window: a bar at the foot with the chosen coding, and the whole of it opened
//! over the text.

use super::CodingPlace;
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, CodeChip, Words, direction_key, hairline_h, label_ui};
use eframe::egui::{
    Align, Area, Frame, Key, Layout, Modifiers, Order, Role, Sense, Stroke, Ui, UiBuilder, WidgetInfo, pos2,
};

/// Width of the inspector over the text.
const WIDTH: f32 = 320.0;

impl CodingPlace {
    pub(super) fn bar_ui(&mut self, ui: &mut Ui, view: &View<'_>, commands: &mut Commands) {
        let theme = Theme::of(ui);
        let rect = ui.max_rect();
        hairline_h(ui.painter(), rect.x_range(), rect.top(), theme.line);
        let inner = rect.shrink2(eframe::egui::vec2(space::S, 0.0));
        ui.scope_builder(UiBuilder::new().max_rect(inner).layout(Layout::left_to_right(Align::Center)), |ui| {
            ui.spacing_mut().item_spacing.x = space::XS;
            let entry = self.chosen.and_then(|id| view.study.coding(id));
            let found = entry.and_then(|entry| Some((entry, view.study.codes.get(entry.code as usize)?)));
            let Some((entry, code)) = found else { return self.bar_of_none_ui(ui, view) };
            let is_key = view.study.segments.get(entry.segment as usize).is_some_and(|entry| entry.segment.is_key);
            let takes = code.kind.takes_direction();
            let chip = CodeChip {
                look: theme.code(code.colour),
                short: &code.short,
                name: &code.name,
                direction: takes.then_some(entry.coding.direction),
            };
            let words = if takes { direction_key(entry.coding.direction) } else { "coding-topic" };
            let words = view.text(words);
            // The buttons first: what the code says gives way to them.
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                let (detail, remove, memo) =
                    (view.text("coding-detail"), view.text("coding-remove"), view.text("coding-memo"));
                self.detail_button_ui(ui, &detail);
                if Button::quiet(&remove).icon(icons::X).small().enabled(!view.is_read_only).ui(ui).clicked() {
                    commands.send(Request::Uncode(vec![entry.coding.id]));
                }
                if Button::quiet(&memo).icon(icons::NOTE_PENCIL).small().ui(ui).clicked() {
                    self.is_detail_open = true;
                    self.memo.wants_focus = true;
                }
                let key = view.text("coding-key");
                let button = Button::icon_only(icons::QUOTES, &key).small().chosen(is_key);
                if button.enabled(!view.is_read_only).ui(ui).clicked() {
                    self.toggle_key(view, commands);
                }
                ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                    chip.ui(ui);
                    let room = ui.available_width() - space::XS;
                    let galley = Words::of(&words, type_scale::SMALL, theme.text2).within(ui.painter(), room, 1);
                    let (rect, response) = ui.allocate_exact_size(galley.size(), Sense::hover());
                    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &words));
                    ui.painter().galley(rect.min, galley, theme.text2);
                    response.on_hover_text(&words);
                });
            });
        });
    }

    /// The bar while no coding is chosen: what to do, with the selected words or with none.
    fn bar_of_none_ui(&mut self, ui: &mut Ui, view: &View<'_>) {
        let theme = Theme::of(ui);
        let is_selected = self.transcript.selection().is_some();
        let key = match (is_selected, view.is_read_only) {
            (true, false) => "coding-selected-next",
            (true, true) => "coding-selected-read",
            (false, _) if view.study.codings.is_empty() => "coding-nothing-coded",
            (false, _) => "coding-inspector-empty",
        };
        ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
            if is_selected {
                self.detail_button_ui(ui, &view.text("coding-detail"));
            }
            ui.with_layout(Layout::left_to_right(Align::Center), |ui| {
                label_ui(ui, Words::of(&view.text(key), type_scale::SMALL, theme.text2));
            });
        });
    }

    /// Opens the whole inspector over the text, or closes it.
    fn detail_button_ui(&mut self, ui: &mut Ui, name: &str) {
        let caret = if self.is_detail_open { icons::CARET_DOWN } else { icons::CARET_UP };
        if Button::outlined(name).small().trailing(caret).ui(ui).clicked() {
            self.is_detail_open = !self.is_detail_open;
        }
    }

    /// The whole inspector over the text at the right; Escape closes it.
    pub(super) fn detail_ui(&mut self, ui: &Ui, view: &View<'_>, commands: &mut Commands) {
        if ui.input_mut(|input| self.picker.is_none() && input.consume_key(Modifiers::NONE, Key::Escape)) {
            self.write_drafts(commands);
            self.is_detail_open = false;
            self.described = None;
            self.transcript.focus();
            return;
        }
        let whole = ui.max_rect();
        let top = whole.top() + super::header_height(true);
        let corner = pos2(whole.right() - WIDTH, top);
        let height = whole.bottom() - super::BAR - top;
        Area::new(ui.scope_id().with("detail")).order(Order::Middle).fixed_pos(corner).show(ui.ctx(), |ui| {
            let theme = Theme::of(ui);
            let frame = Frame::new()
                .fill(theme.panel)
                .stroke(Stroke::new(stroke::HAIR, theme.line2))
                .shadow(ui.visuals().popup_shadow);
            frame.show(ui, |ui| {
                ui.set_width(WIDTH);
                ui.set_height(height);
                ui.spacing_mut().item_spacing.y = 0.0;
                self.inspector_ui(ui, view, commands);
            });
        });
    }
}
