//! A theme as egui's `Style`, for everything the house does not draw itself.

use super::{Theme, radius, scale, space, stroke, type_scale};
use eframe::egui::style::{ScrollAnimation, ScrollFadeStyle, ScrollStyle, WidgetVisuals};
use eframe::egui::{CornerRadius, Shadow, Stroke, Style, TextStyle, Visuals, vec2};

pub(super) fn style_of(theme: &Theme, reading: f32) -> Style {
    let mut style = Style { visuals: visuals_of(theme), ..Style::default() };
    style.text_styles = [
        (TextStyle::Small, type_scale::SMALL),
        (TextStyle::Body, type_scale::BODY),
        (TextStyle::Button, type_scale::BODY),
        (TextStyle::Heading, type_scale::TITLE),
        (TextStyle::Monospace, type_scale::SMALL),
        (TextStyle::Name("caption".into()), type_scale::CAPTION),
        (TextStyle::Name("strong".into()), type_scale::STRONG),
        (TextStyle::Name("read".into()), type_scale::READ.at(reading)),
        (TextStyle::Name("quote".into()), type_scale::QUOTE),
    ]
    .into_iter()
    .map(|(name, step)| (name, step.font()))
    .collect();
    style.animation_time = 0.0;
    style.scroll_animation = ScrollAnimation::none();
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space::XS, space::XS);
    spacing.button_padding = vec2(space::BUTTON_X, 6.0);
    spacing.interact_size.y = scale::measure::BUTTON_SMALL;
    spacing.window_margin = space::M.into();
    spacing.menu_margin = space::XS.into();
    spacing.icon_width = scale::measure::ICON;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = space::ICON_GAP;
    spacing.combo_height = 270.0;
    spacing.tooltip_width = 320.0;
    spacing.scroll = scroll();
    style.interaction.tooltip_delay = 0.4;
    style.interaction.selectable_labels = false;
    style
}

fn scroll() -> ScrollStyle {
    ScrollStyle {
        bar_width: 8.0,
        floating_width: 8.0,
        floating_allocated_width: 0.0,
        dormant_background_opacity: 0.0,
        active_background_opacity: 1.0,
        interact_background_opacity: 1.0,
        dormant_handle_opacity: 1.0,
        active_handle_opacity: 1.0,
        interact_handle_opacity: 1.0,
        foreground_color: false,
        fade: ScrollFadeStyle { strength: 0.0, size: 0.0 },
        ..ScrollStyle::thin()
    }
}

fn visuals_of(theme: &Theme) -> Visuals {
    let mut visuals = if theme.dark { Visuals::dark() } else { Visuals::light() };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(theme.text3);
    visuals.hyperlink_color = theme.accent_text;
    visuals.faint_bg_color = theme.panel;
    visuals.extreme_bg_color = theme.field;
    visuals.text_edit_bg_color = Some(theme.field);
    visuals.code_bg_color = theme.hover;
    visuals.warn_fg_color = theme.partial.text;
    visuals.error_fg_color = theme.dissonance.text;
    visuals.panel_fill = theme.panel;
    visuals.window_fill = theme.raised;
    visuals.window_stroke = Stroke::new(stroke::HAIR, theme.line2);
    visuals.window_corner_radius = CornerRadius::same(radius::POPUP);
    visuals.menu_corner_radius = CornerRadius::same(radius::POPUP);
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow { offset: [0, 8], blur: 24, spread: 0, color: theme.shadow };
    visuals.selection.bg_fill = theme.selection;
    visuals.selection.stroke = Stroke::new(stroke::HAIR, theme.text);
    visuals.text_cursor.stroke = Stroke::new(stroke::FOCUS, theme.accent);
    visuals.text_cursor.on_duration = 0.53;
    visuals.text_cursor.off_duration = 0.53;
    visuals.indent_has_left_vline = false;
    visuals.striped = false;
    visuals.disabled_alpha = 1.0;
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = widget(theme.panel, theme.line, theme.text);
    widgets.inactive = widget(theme.raised, theme.line2, theme.text);
    widgets.hovered = widget(theme.hover, theme.line2, theme.text);
    widgets.active = widget(theme.press, theme.line2, theme.text);
    widgets.open = widget(theme.sel, theme.line2, theme.text);
    // Handles of scroll bars and empty checkboxes take `bg_fill`; it has to be seen on the page.
    widgets.inactive.bg_fill = theme.line2;
    widgets.hovered.bg_fill = theme.line3;
    widgets.active.bg_fill = theme.line3;
    visuals
}

fn widget(fill: eframe::egui::Color32, edge: eframe::egui::Color32, text: eframe::egui::Color32) -> WidgetVisuals {
    WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(stroke::HAIR, edge),
        corner_radius: CornerRadius::same(radius::CONTROL),
        fg_stroke: Stroke::new(stroke::HAIR, text),
        expansion: 0.0,
    }
}
