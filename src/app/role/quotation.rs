//! A quotation in a column: its direction, its codes, who says it where and when, and the words in full. A click shows
//! it in its context beside; Enter goes to Koding.

use super::beside::Beside;
use super::findings::{CarriedQuotation, LinkPane, Linked};
use super::spread::{Quotation, Spread};
use super::{RolePage, measures};
use crate::app::commands::{Commands, Request};
use crate::app::compare::Laid;
use crate::app::icons;
use crate::app::theme::{Theme, measure, radius, space, type_scale};
use crate::app::view::View;
use crate::app::widgets::{CodeChip, Words, focus_ring, hairline_h, icon_at, mark_at};
use crate::domain::Direction;
use eframe::egui::{
    Align, CornerRadius, DragAndDrop, Key, Layout, Modifiers, Rect, Role, Sense, Shape, Ui, UiBuilder, WidgetInfo,
    pos2, vec2,
};

impl RolePage {
    /// Draws one; `at` is its place in the column.
    pub(super) fn quotation_ui(
        &mut self,
        ui: &mut Ui,
        view: &View<'_>,
        spread: &Spread,
        quotation: &Quotation,
        at: usize,
        commands: &mut Commands,
    ) {
        let width = ui.available_width();
        let top = ui.cursor().min;
        let id = ui.scope_id().with(("quotation", at));
        if let Some((_, height)) = quotation.measured.get().filter(|(known, _)| *known == width) {
            let rect = Rect::from_min_size(top, vec2(width, height));
            // Out of sight it is only a name and a place for the focus.
            if !ui.is_rect_visible(rect) {
                let response = ui.interact(rect, id, Sense::click());
                response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &quotation.name));
                crate::app::widgets::follow_focus(&response);
                ui.advance_cursor_after_rect(rect);
                return;
            }
        }
        // The fill stands behind the words, whose height is known only once they are laid out.
        let fill = ui.painter().add(Shape::Noop);
        let theme = Theme::of(ui);
        let is_context = quotation.mark == Some(Some(Direction::Context));
        let chips_height = chips_ui(ui, view, quotation, is_context);
        let inner = width - 2.0 * space::M;
        let words = Laid::new(ui.painter(), theme, &quotation.quote, quotation.edges, type_scale::QUOTE, inner);
        let words_top = top.y + space::S + chips_height + space::XXS;
        let rect = Rect::from_min_max(top, pos2(top.x + width, words_top + words.height() + space::S));
        quotation.measured.set(Some((width, rect.height())));
        let ink = if is_context { theme.text2 } else { theme.text };
        words.paint(ui.painter(), pos2(top.x + space::M, words_top), ink);
        hairline_h(ui.painter(), top.x + space::M..=rect.right() - space::M, rect.bottom() - 0.5, theme.line);
        let response = ui.interact(rect, id, Sense::click_and_drag());
        ui.advance_cursor_after_rect(rect);
        response.widget_info(|| WidgetInfo::labeled(Role::Button, true, &quotation.name));
        if self.wants_focus == Some(quotation.segment) {
            self.wants_focus = None;
            response.request_focus();
        }
        let is_open = self.passage.is_some_and(|passage| passage.segment() == quotation.segment);
        let shade = match (is_open, response.hovered()) {
            (true, _) => theme.sel,
            (false, true) => theme.hover,
            (false, false) => eframe::egui::Color32::TRANSPARENT,
        };
        ui.painter().set(fill, Shape::rect_filled(rect, CornerRadius::ZERO, shade));
        focus_ring(ui, &response, rect.shrink(3.0), radius::CONTROL);
        if response.drag_started() {
            DragAndDrop::set_payload(ui.ctx(), CarriedQuotation(quotation.segment, quotation.direction()));
            // What would take it has to be in sight.
            self.passage = None;
            self.beside = Some(Beside::Findings);
        }
        let is_linked = response.has_focus() && ui.input_mut(|input| input.consume_key(Modifiers::NONE, Key::F));
        if is_linked {
            let code = quotation.codings.first().and_then(|(code, _)| view.study.codes.get(*code as usize));
            let what = Linked::Segment(quotation.segment);
            let code = code.map_or(self.row, |code| code.id);
            let pane = LinkPane::new(what, &quotation.quote, Some(code), quotation.direction());
            commands.send(Request::Lay(Box::new(pane)));
        }
        let is_entered = response.has_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        let response = response.on_hover_text(view.text("role-quote-tip"));
        if is_entered {
            Self::go_to(spread, quotation.segment, commands);
        } else if response.clicked() {
            self.open_passage(quotation.segment);
        }
    }
}

/// The row above the words: mark, codes, citation. More codes than fit go into rows of their own. Returns its height.
fn chips_ui(ui: &mut Ui, view: &View<'_>, quotation: &Quotation, is_context: bool) -> f32 {
    let theme = Theme::of(ui);
    let top = ui.cursor().min + vec2(space::M, space::S);
    let right = ui.cursor().min.x + ui.available_width() - space::M;
    let citation = Words::of(&quotation.citation.0, type_scale::CAPTION.strong(), theme.text2)
        .then(&quotation.citation.1, type_scale::CAPTION, theme.text3)
        .row(ui.painter());
    let mut edge = right - citation.size().x;
    let middle = top.y + measure::CHIP / 2.0;
    let corner = pos2(edge, (middle - citation.size().y / 2.0).round());
    ui.painter().galley(corner, citation, theme.text3);
    if quotation.is_key {
        edge -= space::XXS + measures::KEY;
        let centre = pos2(edge + measures::KEY / 2.0, middle);
        icon_at(ui.painter(), centre, icons::QUOTES, measures::KEY, theme.accent_text);
        let area = Rect::from_center_size(centre, eframe::egui::Vec2::splat(measure::CHIP));
        ui.interact(area, ui.scope_id().with(("key", quotation.segment)), Sense::hover())
            .on_hover_text(view.text("coding-key"));
    }
    let mut left = top.x;
    if let Some(direction) = quotation.mark {
        let ink = if is_context { theme.text2 } else { theme.text };
        mark_at(ui.painter(), pos2(left + measure::MARK / 2.0, middle), measure::MARK, direction, ink);
        left += measures::MARK_ROOM;
    }
    let room = Rect::from_min_max(pos2(left, top.y), pos2(edge - space::XS, top.y + measure::CHIP));
    if is_context {
        let words = view.text("role-context");
        let galley = Words::of(&words, type_scale::CAPTION, theme.text3).within(ui.painter(), room.width(), 1);
        ui.painter().galley(pos2(left, (middle - galley.size().y / 2.0).round()), galley, theme.text3);
        return measure::CHIP;
    }
    let layout = Layout::left_to_right(Align::Min).with_main_wrap(true);
    let mut chips = ui.new_child(UiBuilder::new().max_rect(room).layout(layout).id_salt(("chips", quotation.segment)));
    chips.spacing_mut().item_spacing = vec2(6.0, space::XXS);
    for (code, direction) in &quotation.chips {
        let Some(code) = view.study.codes.get(*code as usize) else { continue };
        let look = theme.code(code.colour);
        let chip = CodeChip { look, short: code.label(), name: "", direction: *direction }.ui(&mut chips);
        chip.on_hover_text(code.full_name());
    }
    chips.min_rect().height().max(measure::CHIP)
}
