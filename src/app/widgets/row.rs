//! A row of a list: something at its left, words that give way, something at its right.

use super::{Words, focus_ring, icon_at, swatch_at, words::in_row};
use crate::app::icons::Icon;
use crate::app::theme::{CodeLook, Theme, measure, radius, space, type_scale};
use eframe::egui::{Color32, CornerRadius, Rect, Response, Role, Sense, Ui, Vec2, WidgetInfo, pos2, vec2};

/// What stands before the words of a row.
#[derive(Clone, Copy)]
pub enum Cell<'a> {
    /// Nothing.
    None,
    /// An icon.
    Icon(Icon),
    /// A code's swatch with the digit of its key.
    Swatch(CodeLook, Option<char>),
    /// A short name in a column of so many points, in weight 600.
    Short(&'a str, f32),
}

/// A row in the making.
pub struct ListRow<'a> {
    /// The words; also the accessible name together with a short name before them.
    pub words: &'a str,
    /// What stands before them.
    pub cell: Cell<'a>,
    /// Caption at the right: a count, a key. May be empty.
    pub right: &'a str,
    /// Least room kept free of words at the right, for the caption and what the caller paints there, in points.
    pub kept: f32,
    /// Whether it is the chosen one.
    pub is_chosen: bool,
    /// Room before everything, for the level in a tree.
    pub indent: f32,
    /// Height, in points.
    pub height: f32,
    /// Whether it can be picked.
    pub is_enabled: bool,
}

impl<'a> ListRow<'a> {
    /// A row of plain words.
    pub const fn new(words: &'a str) -> Self {
        Self {
            words,
            cell: Cell::None,
            right: "",
            kept: 0.0,
            is_chosen: false,
            indent: 0.0,
            height: measure::ROW,
            is_enabled: true,
        }
    }

    /// Draws it over the width there is.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let sense = if self.is_enabled { Sense::click() } else { Sense::hover() };
        let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), self.height), sense);
        let name = match self.cell {
            Cell::Short(short, _) => format!("{short} {}", self.words),
            _ => self.words.to_owned(),
        };
        response.widget_info(|| WidgetInfo::selected(Role::ListItem, self.is_enabled, self.is_chosen, &name));
        if !ui.is_rect_visible(rect) {
            super::follow_focus(&response);
            return response;
        }
        let painter = ui.painter();
        let is_hovered = response.hovered() && self.is_enabled;
        let fill = match (self.is_chosen, response.is_pointer_button_down_on(), is_hovered) {
            (true, _, _) => theme.sel,
            (false, true, _) => theme.press,
            (false, false, true) => theme.hover,
            _ => Color32::TRANSPARENT,
        };
        painter.rect_filled(rect, CornerRadius::same(radius::CONTROL), fill);
        let ink = match (self.is_enabled, self.is_chosen) {
            (false, _) => theme.disabled,
            (true, true) => theme.accent_text,
            (true, false) => theme.text,
        };
        let step = if self.is_chosen { type_scale::STRONG } else { type_scale::BODY };
        let mut left = rect.left() + space::XS + self.indent;
        match self.cell {
            Cell::None => {}
            Cell::Icon(icon) => {
                icon_at(painter, pos2(left + measure::ICON / 2.0, rect.center().y), icon, measure::ICON, theme.text2);
                left += measure::ICON + space::ICON_GAP;
            }
            Cell::Swatch(look, key) => {
                let corner = pos2(left, (rect.center().y - measure::SWATCH / 2.0).round());
                swatch_at(painter, Rect::from_min_size(corner, Vec2::splat(measure::SWATCH)), look, key, theme.text);
                left += measure::SWATCH + space::XS;
            }
            Cell::Short(short, width) => {
                let galley = Words::of(short, type_scale::STRONG, ink).within(painter, width, 1);
                in_row(painter, rect, left, galley, ink);
                left += width + space::XS;
            }
        }
        let mut end = rect.right() - space::XS;
        if !self.right.is_empty() {
            let caption = if self.is_chosen { ink } else { theme.text3 };
            let galley = Words::of(self.right, type_scale::SMALL, caption).row(painter);
            end -= galley.size().x;
            in_row(painter, rect, end, galley, caption);
            end -= space::XS;
        }
        end = end.min(rect.right() - space::XS - self.kept);
        let galley = Words::of(self.words, step, ink).within(painter, (end - left).max(0.0), 1);
        let is_cut = galley.elided;
        in_row(painter, rect, left, galley, ink);
        focus_ring(ui, &response, rect.shrink(2.0), radius::CONTROL);
        if is_cut { response.on_hover_text(self.words) } else { response }
    }
}
