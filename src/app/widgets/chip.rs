//! Small labels: a code's swatch and chip, neutral chips, verdicts, keys.

use super::{Words, icon_at, mark_at, words::in_row};
use crate::app::icons::{self, Icon};
use crate::app::theme::{CodeLook, Theme, measure, radius, space, stroke, type_scale};
use crate::domain::{Direction, Verdict};
use crate::i18n::Catalog;
use eframe::egui::{
    Align2, Color32, Context, CornerRadius, KeyboardShortcut, Painter, Pos2, Rect, Response, Role, Sense, Shape,
    Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

/// Paints a code's swatch: tint, stripe at the left, and the digit of its key in the middle of the tint.
pub fn swatch_at(painter: &Painter, rect: Rect, look: CodeLook, key: Option<char>, ink: Color32) {
    let corner = CornerRadius::same(radius::CHIP);
    painter.rect_filled(rect, corner, look.tint);
    striped_side(painter, rect, look.stripe);
    if let Some(key) = key {
        let middle = rect.center() + vec2(stroke::BAR / 2.0, 0.0);
        painter.text(middle, Align2::CENTER_CENTER, key, type_scale::CAPTION.strong().font(), ink);
    }
}

/// The 3 px stripe at the left of a rounded shape, its outer corners rounded with the shape's.
fn striped_side(painter: &Painter, rect: Rect, stripe: Color32) {
    let corner = CornerRadius { nw: radius::CHIP, sw: radius::CHIP, ne: 0, se: 0 };
    let side = Rect::from_min_max(rect.min, pos2(rect.left() + stroke::BAR, rect.bottom()));
    painter.rect_filled(side, corner, stripe);
}

/// A swatch in running layout. The code's name stands beside it, so it has no name of its own.
pub fn code_swatch_ui(ui: &mut Ui, look: CodeLook, key: Option<char>) -> Response {
    let (rect, response) = ui.allocate_exact_size(Vec2::splat(measure::SWATCH), Sense::hover());
    swatch_at(ui.painter(), rect, look, key, Theme::of(ui).text);
    response
}

/// A code as a chip: tint, stripe, short code, name, mark.
pub struct CodeChip<'a> {
    /// Tint and stripe.
    pub look: CodeLook,
    /// Short code (`SUP.2`).
    pub short: &'a str,
    /// Name; may be empty.
    pub name: &'a str,
    /// The mark behind the name; the outer `None` shows no mark at all.
    pub direction: Option<Option<Direction>>,
}

impl CodeChip<'_> {
    /// Draws it.
    pub fn ui(self, ui: &mut Ui) -> Response {
        let theme = Theme::of(ui);
        let short = Words::of(self.short, type_scale::SMALL.strong(), theme.text).row(ui.painter());
        let name = Words::of(self.name, type_scale::SMALL, theme.text).row(ui.painter());
        let gap = if self.name.is_empty() { 0.0 } else { 6.0 };
        let mark = self.direction.map_or(0.0, |_| 5.0 + measure::MARK);
        let words = short.size().x + gap + name.size().x;
        let size = vec2(stroke::BAR + 6.0 + words + mark + 7.0, measure::CHIP);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, format!("{} {}", self.short, self.name)));
        let painter = ui.painter();
        painter.rect_filled(rect, CornerRadius::same(radius::CHIP), self.look.tint);
        striped_side(painter, rect, self.look.stripe);
        let left = rect.left() + stroke::BAR + 6.0;
        let behind = left + short.size().x + gap;
        in_row(painter, rect, left, short, theme.text);
        in_row(painter, rect, behind, name, theme.text);
        if let Some(direction) = self.direction {
            let middle = pos2(rect.right() - 7.0 - measure::MARK / 2.0, rect.center().y);
            mark_at(painter, middle, measure::MARK, direction, theme.text);
        }
        response
    }
}

/// A neutral chip: an icon, words, or both on `hover`.
pub fn chip_ui(ui: &mut Ui, icon: Option<Icon>, words: &str) -> Response {
    let theme = Theme::of(ui);
    let galley = Words::of(words, type_scale::SMALL, theme.text2).row(ui.painter());
    let room = icon.map_or(0.0, |_| 14.0 + 5.0);
    let (rect, response) = ui.allocate_exact_size(vec2(galley.size().x + room + 14.0, measure::CHIP), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.painter().rect_filled(rect, CornerRadius::same(radius::CHIP), theme.hover);
    if let Some(icon) = icon {
        icon_at(ui.painter(), pos2(rect.left() + 14.0, rect.center().y), icon, 14.0, theme.text2);
    }
    in_row(ui.painter(), rect, rect.left() + 7.0 + room, galley, theme.text2);
    response
}

/// A verdict as a badge: icon, word, and who is silent behind it. The unrated one has a dashed circle and
/// an edge instead of a fill.
pub fn verdict_ui(ui: &mut Ui, catalog: &Catalog, verdict: Verdict, silent: &str) -> Response {
    let theme = Theme::of(ui);
    let pair = theme.verdict(verdict);
    let (icon, key) = match verdict {
        Verdict::Agreement => (Some(icons::EQUALS), "verdict-agreement"),
        Verdict::Partial => (Some(icons::APPROXIMATE_EQUALS), "verdict-partial"),
        Verdict::Dissonance => (Some(icons::NOT_EQUALS), "verdict-dissonance"),
        Verdict::Silence => (Some(icons::EMPTY), "verdict-silence"),
        Verdict::Unrated => (None, "verdict-unrated"),
    };
    let word = catalog.text(key);
    let step = if icon.is_some() { type_scale::SMALL.strong() } else { type_scale::SMALL };
    let mut words = Words::of(&word, step, pair.text);
    let mut spoken = word;
    if !silent.is_empty() {
        words = words.then("  ", type_scale::SMALL, pair.text).then(silent, type_scale::SMALL, pair.text);
        spoken = format!("{spoken}, {silent}");
    }
    let galley = words.row(ui.painter());
    let size = vec2(8.0 + 14.0 + 6.0 + galley.size().x + 10.0, measure::CHIP + 2.0);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &spoken));
    let edge = if icon.is_some() { Color32::TRANSPARENT } else { theme.line2 };
    let painter = ui.painter();
    painter.rect(
        rect,
        CornerRadius::same(radius::CHIP),
        pair.fill,
        Stroke::new(stroke::HAIR, edge),
        StrokeKind::Inside,
    );
    let middle = Pos2::new(rect.left() + 8.0 + 7.0, rect.center().y);
    match icon {
        Some(icon) => icon_at(painter, middle, icon, 14.0, pair.text),
        None => mark_at(painter, middle, 12.0, None, pair.text),
    }
    in_row(painter, rect, rect.left() + 28.0, galley, pair.text);
    response
}

/// The keys of a shortcut as they are printed: "Ctrl F".
pub fn key_words(ctx: &Context, shortcut: &KeyboardShortcut) -> String {
    let words = ctx.format_shortcut(shortcut);
    let key = shortcut.logical_key;
    let before = words.strip_suffix(key.name()).unwrap_or_default();
    format!("{}{}", before.replace('+', " "), key.symbol_or_name())
}

/// A key as printed on a keyboard ("Ctrl F").
pub fn keycap_ui(ui: &mut Ui, key: &str) -> Response {
    let theme = Theme::of(ui);
    let galley = Words::of(key, type_scale::CAPTION, theme.text2).row(ui.painter());
    let width = (galley.size().x + 10.0).max(18.0);
    let (rect, response) = ui.allocate_exact_size(vec2(width, 18.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, key));
    keycap_at(ui.painter(), rect, galley, theme.line2, theme.raised, theme.text2);
    response
}

/// Paints a key into `rect`.
pub(super) fn keycap_at(
    painter: &Painter,
    rect: Rect,
    galley: std::sync::Arc<eframe::egui::Galley>,
    edge: Color32,
    fill: Color32,
    ink: Color32,
) {
    painter.rect(rect, CornerRadius::same(radius::CHIP), fill, Stroke::new(stroke::HAIR, edge), StrokeKind::Inside);
    let left = rect.center().x - galley.size().x / 2.0;
    in_row(painter, rect, left, galley, ink);
}

/// A dashed outline, for drop targets.
pub fn dashed_outline(painter: &Painter, rect: Rect, colour: Color32) {
    let corners = [rect.left_top(), rect.right_top(), rect.right_bottom(), rect.left_bottom(), rect.left_top()];
    painter.extend(Shape::dashed_line(&corners, Stroke::new(stroke::HAIR, colour), space::XXS, 3.0));
}
