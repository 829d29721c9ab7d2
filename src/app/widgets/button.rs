//! Buttons: one primary in a view, outlined for the rest, quiet ones without an edge. With an icon, words,
//! or both; an icon alone still has its accessible name and says it as a tooltip.

use super::{Words, focus_ring, icon_at, words::in_row};
use crate::app::icons::Icon;
use crate::app::theme::{Theme, measure, radius, space, stroke, type_scale};
use eframe::egui::{Color32, CornerRadius, Pos2, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Primary,
    Outlined,
    Quiet,
    Link,
}

/// A button in the making.
pub struct Button<'a> {
    kind: Kind,
    name: &'a str,
    said: Option<&'a str>,
    icon: Option<Icon>,
    trailing: Option<Icon>,
    is_icon_only: bool,
    is_enabled: bool,
    is_chosen: bool,
    is_strong: bool,
    is_small_words: bool,
    is_filling: bool,
    height: f32,
    tip: Option<&'a str>,
    most: Option<f32>,
}

impl<'a> Button<'a> {
    fn new(kind: Kind, name: &'a str) -> Self {
        Self {
            kind,
            name,
            said: None,
            icon: None,
            trailing: None,
            is_icon_only: false,
            is_enabled: true,
            is_chosen: false,
            is_strong: kind == Kind::Primary,
            is_small_words: false,
            is_filling: false,
            height: measure::BUTTON,
            tip: None,
            most: None,
        }
    }

    /// The one primary button of a view.
    pub fn primary(name: &'a str) -> Self {
        Self::new(Kind::Primary, name)
    }

    /// A button with an edge.
    pub fn outlined(name: &'a str) -> Self {
        Self::new(Kind::Outlined, name)
    }

    /// A button that is seen only under the pointer.
    pub fn quiet(name: &'a str) -> Self {
        Self::new(Kind::Quiet, name)
    }

    /// Words in the colour of links, with no padding of their own.
    pub fn link(name: &'a str) -> Self {
        Self::new(Kind::Link, name)
    }

    /// A quiet button that is only an icon; `name` is its accessible name and its tooltip.
    pub fn icon_only(icon: Icon, name: &'a str) -> Self {
        Self { icon: Some(icon), is_icon_only: true, tip: Some(name), ..Self::new(Kind::Quiet, name) }
    }

    /// With another accessible name than the words on it, which are a sign.
    #[must_use]
    pub fn said(self, name: &'a str) -> Self {
        Self { said: Some(name), ..self }
    }

    /// With an icon before the words.
    #[must_use]
    pub fn icon(self, icon: Icon) -> Self {
        Self { icon: Some(icon), ..self }
    }

    /// With an icon behind the words (a caret, where a menu opens).
    #[must_use]
    pub fn trailing(self, icon: Icon) -> Self {
        Self { trailing: Some(icon), ..self }
    }

    /// 28 instead of 32 points high.
    #[must_use]
    pub fn small(self) -> Self {
        Self { height: measure::BUTTON_SMALL, ..self }
    }

    /// A link in small words, for lines of small words.
    #[must_use]
    pub fn small_words(self) -> Self {
        Self { is_small_words: true, ..self }
    }

    /// 36 points high: the main export button.
    #[must_use]
    pub fn large(self) -> Self {
        Self { height: measure::BUTTON_LARGE, ..self }
    }

    /// As wide as the room there is, its words in the middle.
    #[must_use]
    pub fn filling(self) -> Self {
        Self { is_filling: true, ..self }
    }

    /// In weight 600.
    #[must_use]
    pub fn strong(self) -> Self {
        Self { is_strong: true, ..self }
    }

    /// Whether it can be pressed. Where not, the tooltip should say why.
    #[must_use]
    pub fn enabled(self, is_enabled: bool) -> Self {
        Self { is_enabled, ..self }
    }

    /// Whether what it stands for is on.
    #[must_use]
    pub fn chosen(self, is_chosen: bool) -> Self {
        Self { is_chosen, ..self }
    }

    /// What is said under the pointer.
    #[must_use]
    pub fn tip(self, tip: &'a str) -> Self {
        Self { tip: Some(tip), ..self }
    }

    /// Cuts the words with "…" at this width, in points.
    #[must_use]
    pub fn at_most(self, width: f32) -> Self {
        Self { most: Some(width), ..self }
    }

    fn colours(&self, theme: &Theme, response: &Response) -> (Color32, Color32, Color32) {
        let is_pressed = response.is_pointer_button_down_on() && self.is_enabled;
        let is_hovered = response.hovered() && self.is_enabled;
        let resting = |rest: Color32| match (is_pressed, is_hovered) {
            (true, _) => theme.press,
            (false, true) => theme.hover,
            _ => rest,
        };
        let clear = Color32::TRANSPARENT;
        match self.kind {
            _ if !self.is_enabled => {
                let edge = if matches!(self.kind, Kind::Primary | Kind::Outlined) { theme.line2 } else { clear };
                (clear, edge, theme.disabled)
            }
            Kind::Primary => {
                let fill = if is_pressed || is_hovered { theme.accent_hover } else { theme.accent };
                (fill, fill, theme.on_accent)
            }
            _ if self.is_chosen => (theme.sel, clear, theme.accent_text),
            Kind::Outlined => (resting(theme.raised), theme.line2, theme.text),
            Kind::Quiet if self.is_strong => (resting(clear), clear, theme.text),
            Kind::Quiet => (resting(clear), clear, theme.text2),
            Kind::Link => (clear, clear, theme.accent_text),
        }
    }

    /// Draws it.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let is_small = self.is_small_words || self.height < measure::BUTTON && self.kind != Kind::Link;
        let step = if is_small { type_scale::SMALL } else { type_scale::BODY };
        let step = if self.is_strong || self.is_chosen { step.strong() } else { step };
        let padding = match self.kind {
            Kind::Link => 0.0,
            Kind::Quiet => space::XS,
            _ => space::BUTTON_X,
        };
        let icon_size = if self.is_icon_only { measure::ICON_ALONE } else { measure::ICON };
        let words = Words::of(self.name, step, Color32::PLACEHOLDER);
        let galley = match self.most {
            Some(width) => words.within(ui.painter(), width, 1),
            None => words.row(ui.painter()),
        };
        let icon_room = |icon: Option<Icon>| icon.map_or(0.0, |_| measure::ICON + space::ICON_GAP);
        let inner = galley.size().x + icon_room(self.icon) + icon_room(self.trailing);
        let size = if self.is_icon_only {
            vec2(self.height, self.height)
        } else {
            let natural = inner + 2.0 * padding;
            let width = if self.is_filling { natural.max(ui.available_width()) } else { natural };
            vec2(width, if self.kind == Kind::Link { measure::BUTTON_SMALL } else { self.height })
        };
        let sense = if self.is_enabled { Sense::click() } else { Sense::hover() };
        let (rect, mut response) = ui.allocate_exact_size(size, sense);
        response.widget_info(|| {
            let name = self.said.unwrap_or(self.name);
            if self.is_chosen {
                WidgetInfo::selected(Role::Button, self.is_enabled, true, name)
            } else {
                WidgetInfo::labeled(Role::Button, self.is_enabled, name)
            }
        });
        super::follow_focus(&response);
        if ui.is_rect_visible(rect) {
            let (fill, edge, text) = self.colours(theme, &response);
            let painter = ui.painter();
            painter.rect(
                rect,
                CornerRadius::same(radius::CONTROL),
                fill,
                Stroke::new(stroke::HAIR, edge),
                StrokeKind::Inside,
            );
            if self.is_icon_only {
                if let Some(icon) = self.icon {
                    icon_at(painter, rect.center(), icon, icon_size, text);
                }
            } else {
                let mut left = (rect.left() + padding.max((rect.width() - inner) / 2.0)).round();
                if let Some(icon) = self.icon {
                    icon_at(painter, Pos2::new(left + measure::ICON / 2.0, rect.center().y), icon, icon_size, text);
                    left += measure::ICON + space::ICON_GAP;
                }
                let width = galley.size().x;
                in_row(painter, rect, left, galley, text);
                if self.kind == Kind::Link && response.hovered() {
                    let y = rect.center().y + step.size / 2.0 + 1.0;
                    painter.hline(left..=left + width, y.round() + 0.5, Stroke::new(stroke::HAIR, text));
                }
                if let Some(icon) = self.trailing {
                    let middle = left + width + space::ICON_GAP + measure::ICON / 2.0;
                    icon_at(painter, Pos2::new(middle, rect.center().y), icon, 14.0, text);
                }
            }
            focus_ring(ui, &response, rect, radius::CONTROL);
        }
        if let Some(tip) = self.tip.filter(|tip| !tip.is_empty()) {
            response = if self.is_enabled { response.on_hover_text(tip) } else { response.on_disabled_hover_text(tip) };
        }
        response
    }
}
