//! A coding as a card: its code with the meaning on demand, the sentence it completes, its direction, and who set it
//! when.

use super::super::CodingPlace;
use super::definition;
use crate::analysis::{CodingEntry, Study};
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use crate::app::view::View;
use crate::app::widgets::{Button, Words, card_ui, direction_control_ui, focus_ring, label_ui, rule_ui, swatch_at};
use crate::domain::{Code, CodeKind, CodingId, Message};
use eframe::egui::{
    Align, CornerRadius, Layout, Rect, Role, Sense, Stroke, StrokeKind, Ui, UiBuilder, Vec2, WidgetInfo, pos2, vec2,
};

/// Height of a card's head.
const HEAD: f32 = 24.0;
/// Room for the two buttons of a card's head.
const BUTTONS: f32 = 2.0 * measure::BUTTON_SMALL - 4.0;

impl CodingPlace {
    /// Draws the card of a coding. `is_alone`: no other coding is on the same words.
    pub(super) fn card_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        id: CodingId,
        is_alone: bool,
        commands: &mut Commands,
    ) {
        let Some(entry) = view.study.coding(id) else { return };
        let Some(code) = view.study.codes.get(entry.code as usize) else { return };
        let is_chosen = self.chosen == Some(id) && !is_alone;
        let corner = ui.cursor().min;
        let facts = facts(view, entry);
        card_ui(ui, |ui| {
            ui.spacing_mut().item_spacing.y = 0.0;
            let theme = Theme::of(ui);
            self.head_ui(ui, view, entry, code, is_chosen, &facts, commands);
            ui.add_space(6.0);
            if code.kind.takes_direction() {
                let direction = entry.coding.direction.map_or("unset", |direction| direction.key());
                sentence_ui(ui, view, view.study, entry.code, direction);
                ui.add_space(space::XS);
                let name = view.say(&Message::new("coding-direction").with("code", code.label()));
                let control = direction_control_ui(ui, view.catalog, &name, entry.coding.direction);
                if let Some(direction) = control.filter(|_| !view.is_read_only) {
                    commands.send(Request::SetDirection(vec![id], direction));
                    self.chosen = Some(id);
                }
            } else {
                label_ui(ui, Words::of(&view.text("coding-topic"), type_scale::SMALL, theme.text2));
            }
            if view.study.coders.len() > 1 {
                ui.add_space(6.0);
                label_ui(ui, Words::of(&facts, type_scale::CAPTION, theme.text3));
            }
            if self.inspector.explained == Some(code.id) {
                ui.add_space(space::XS);
                rule_ui(ui);
                ui.add_space(space::XS);
                definition::body_ui(ui, view, code, type_scale::SMALL);
            }
        });
        if is_chosen {
            let rect = Rect::from_min_max(corner, pos2(ui.min_rect().right(), ui.cursor().top()));
            let edge = Stroke::new(stroke::FIELD, Theme::of(ui).sel2);
            ui.painter().rect_stroke(rect, CornerRadius::same(radius::CARD), edge, StrokeKind::Inside);
        }
    }

    /// The code, a caret that unfolds its meaning, and the way to take it off.
    #[expect(clippy::too_many_arguments, reason = "a coding, its code, and what is said of them")]
    fn head_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        entry: &CodingEntry,
        code: &Code,
        is_chosen: bool,
        facts: &str,
        commands: &mut Commands,
    ) {
        let theme = Theme::of(ui);
        let (rect, _) = ui.allocate_exact_size(vec2(ui.available_width(), HEAD), Sense::hover());
        let named = Rect::from_min_max(rect.min, pos2(rect.right() - BUTTONS, rect.bottom()));
        let response = ui.interact(named, ui.scope_id().with(("card", entry.coding.id)), Sense::click());
        response.widget_info(|| {
            WidgetInfo::selected(Role::Button, true, is_chosen, format!("{} {}", code.short, code.name))
        });
        focus_ring(ui, &response, named, radius::CHIP);
        let middle = pos2(rect.left() + measure::SWATCH / 2.0, rect.center().y);
        let swatch = Rect::from_center_size(middle, Vec2::splat(measure::SWATCH));
        swatch_at(ui.painter(), swatch, theme.code(code.colour), None, theme.text);
        let left = swatch.right() + space::XS;
        let words = Words::of(&code.short, type_scale::STRONG, theme.text)
            .then(if code.short.is_empty() { "" } else { "  " }, type_scale::BODY, theme.text)
            .then(&code.name, type_scale::BODY, theme.text)
            .within(ui.painter(), named.right() - left - space::XXS, 1);
        let tip = if words.elided { format!("{}\n{facts}", code.full_name()) } else { facts.to_owned() };
        ui.painter().galley(pos2(left, (rect.center().y - words.size().y / 2.0).round()), words, theme.text);
        if response.clicked() {
            self.chosen = Some(entry.coding.id);
        }
        response.on_hover_text(tip);
        // A child of its own, so that the buttons' reach beyond the card's padding widens nothing.
        let side = Rect::from_min_max(pos2(named.right(), rect.top()), pos2(rect.right() + 6.0, rect.bottom()));
        let layout = Layout::right_to_left(Align::Center);
        let mut buttons = ui.new_child(UiBuilder::new().max_rect(side.expand2(vec2(0.0, 2.0))).layout(layout));
        buttons.spacing_mut().item_spacing.x = 0.0;
        let remove = view.say(&Message::new("coding-remove-code").with("code", code.label()));
        let button = Button::icon_only(icons::X, &remove).small().enabled(!view.is_read_only);
        if button.ui(&mut buttons).clicked() {
            commands.send(Request::Uncode(vec![entry.coding.id]));
        }
        let is_explained = self.inspector.explained == Some(code.id);
        let (icon, key) = match is_explained {
            true => (icons::CARET_UP, "coding-explain-close"),
            false => (icons::CARET_DOWN, "coding-explain"),
        };
        let explain = view.say(&Message::new(key).with("code", code.label()));
        if Button::icon_only(icon, &explain).small().ui(&mut buttons).clicked() {
            self.inspector.explained = (!is_explained).then_some(code.id);
        }
    }
}

/// Who put the code on the words, and when.
fn facts(view: &View<'_>, entry: &CodingEntry) -> String {
    let coder = view.study.coders.get(entry.coder as usize).map_or("", |coder| coder.name.as_str());
    format!("{coder} · {}", view.catalog.moment(entry.coding.created))
}

/// "Kutipan ini mendukung bahwa peran Supervisor dijalankan.", the direction in weight 600.
pub(in super::super) fn sentence_ui(ui: &mut Ui, view: &View<'_>, study: &Study, code: u32, direction: &str) {
    let theme = Theme::of(ui);
    let family = study.codes.get(study.family_of(code) as usize);
    // A code that is no role and stands below none makes no claim about a role: the sentence is about its own name.
    let message = match family.filter(|family| family.kind == CodeKind::Role) {
        Some(role) => Message::new(format!("coding-sentence-{direction}")).with("role", role.name.as_str()),
        None => {
            let name = study.codes.get(code as usize).map_or("", |code| code.name.as_str());
            Message::new(format!("coding-statement-{direction}")).with("name", name)
        }
    };
    let sentence = view.say(&message);
    let mut words = Words::new();
    for (at, piece) in sentence.split('*').enumerate() {
        let step = if at % 2 == 1 { type_scale::STRONG } else { type_scale::BODY };
        let ink = if at % 2 == 1 { theme.text } else { theme.text2 };
        words = words.then(piece, step, ink);
    }
    label_ui(ui, words);
}
