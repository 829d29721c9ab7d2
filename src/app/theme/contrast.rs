//! How well one colour reads on another, and the test that holds every pair of the design to it.

use super::oklch::linear;
use eframe::egui::Color32;

fn luminance(colour: Color32) -> f32 {
    let [red, green, blue] = linear(colour);
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/// The contrast of two opaque colours as WCAG 2 counts it: 1 (none) to 21.
pub fn contrast_ratio(one: Color32, other: Color32) -> f32 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[cfg(test)]
mod tests {
    use super::super::{CodeLook, DARK, LIGHT, Theme};
    use super::*;
    use crate::domain::{Colour, Verdict};

    const READABLE: f32 = 4.5;
    const VISIBLE: f32 = 3.0;

    fn hold(theme: &Theme, what: &str, on: &str, text: Color32, fill: Color32, least: f32) {
        let ratio = contrast_ratio(text, fill);
        let name = if theme.dark { "dark" } else { "light" };
        assert!(ratio >= least, "{name}: {what} on {on} is {ratio:.2}:1, wanted {least}:1");
    }

    fn surfaces(theme: &Theme) -> [(&'static str, Color32); 8] {
        [
            ("chrome", theme.chrome),
            ("panel", theme.panel),
            ("page", theme.page),
            ("raised", theme.raised),
            ("field", theme.field),
            ("hover", theme.hover),
            ("press", theme.press),
            ("sel", theme.sel),
        ]
    }

    #[test]
    fn every_text_reads_on_every_surface_it_may_stand_on() {
        for theme in [&LIGHT, &DARK] {
            for (on, fill) in surfaces(theme) {
                hold(theme, "text", on, theme.text, fill, READABLE);
                hold(theme, "text2", on, theme.text2, fill, READABLE);
                if on != "press" {
                    hold(theme, "text3", on, theme.text3, fill, READABLE);
                    hold(theme, "accent_text", on, theme.accent_text, fill, READABLE);
                }
            }
            for (on, fill) in
                [("selection", theme.selection), ("search", theme.search), ("current", theme.search_current)]
            {
                hold(theme, "text", on, theme.text, fill, READABLE);
                hold(theme, "text2", on, theme.text2, fill, READABLE);
            }
            for fill in theme.coverage {
                hold(theme, "text", "coverage", theme.text, fill, READABLE);
                hold(theme, "text2", "coverage", theme.text2, fill, READABLE);
            }
            // Every pair the design's table of verdicts names, the unrated one on whatever it stands on.
            let unrated = theme.verdict(Verdict::Unrated);
            for (on, fill) in
                [("page", theme.page), ("panel", theme.panel), ("raised", theme.raised), ("sel", theme.sel)]
            {
                hold(theme, "unrated", on, unrated.text, fill, READABLE);
            }
            hold(theme, "text", "sel2", theme.text, theme.sel2, READABLE);
            hold(theme, "on_accent", "accent", theme.on_accent, theme.accent, READABLE);
            hold(theme, "on_accent", "accent_hover", theme.on_accent, theme.accent_hover, READABLE);
            for verdict in [Verdict::Agreement, Verdict::Partial, Verdict::Dissonance, Verdict::Silence] {
                let pair = theme.verdict(verdict);
                hold(theme, verdict.key(), "its fill", pair.text, pair.fill, READABLE);
            }
            for (on, fill) in [("chrome", theme.chrome), ("panel", theme.panel), ("page", theme.page)] {
                hold(theme, "bad", on, theme.dissonance.text, fill, READABLE);
                hold(theme, "warning", on, theme.partial.text, fill, READABLE);
            }
        }
    }

    #[test]
    fn rings_edges_and_stripes_are_seen() {
        for theme in [&LIGHT, &DARK] {
            for (on, fill) in [
                ("chrome", theme.chrome),
                ("panel", theme.panel),
                ("page", theme.page),
                ("raised", theme.raised),
                ("field", theme.field),
                ("sel", theme.sel),
            ] {
                hold(theme, "focus", on, theme.focus, fill, VISIBLE);
            }
            // The edges by which a control is known: boxes to tick, dashes, discs. The edge of a field or a button
            // (`line2`) is an ornament: its words or its fill say what it is.
            let papers = [
                ("chrome", theme.chrome),
                ("panel", theme.panel),
                ("page", theme.page),
                ("raised", theme.raised),
                ("field", theme.field),
            ];
            for (on, fill) in papers {
                hold(theme, "line3", on, theme.line3, fill, VISIBLE);
                hold(theme, "accent", on, theme.accent, fill, VISIBLE);
                hold(theme, "focus", on, theme.focus, fill, VISIBLE);
            }
            hold(theme, "accent", "sel", theme.accent, theme.sel, VISIBLE);
            hold(theme, "focus", "hover", theme.focus, theme.hover, VISIBLE);
            hold(theme, "focus", "selection", theme.focus, theme.selection, VISIBLE);
            hold(theme, "focus", "current", theme.focus, theme.search_current, VISIBLE);
            hold(theme, "caret", "page", theme.accent, theme.page, VISIBLE);
            for look in theme.families() {
                hold(theme, "stripe", "page", look.stripe, theme.page, VISIBLE);
                hold(theme, "stripe", "panel", look.stripe, theme.panel, VISIBLE);
            }
        }
    }

    fn hold_tint(theme: &Theme, what: &str, tint: Color32) {
        hold(theme, "text", what, theme.text, tint, READABLE);
        hold(theme, "text2", what, theme.text2, tint, READABLE);
    }

    #[test]
    fn words_read_on_every_tint_and_every_overlap() {
        for theme in [&LIGHT, &DARK] {
            let looks: Vec<CodeLook> = theme.families().collect();
            for (at, one) in looks.iter().enumerate() {
                hold_tint(theme, "a tint", one.tint);
                for (next, two) in looks.iter().enumerate().skip(at + 1) {
                    hold_tint(theme, "an overlap of two", theme.overlap(&[one.tint, two.tint]));
                    for three in &looks[next + 1..] {
                        let mixed = theme.overlap(&[one.tint, two.tint, three.tint]);
                        hold_tint(theme, "an overlap of three", mixed);
                    }
                }
            }
        }
    }

    #[test]
    fn a_colour_of_the_users_own_gives_a_readable_tint_and_a_visible_stripe() {
        for theme in [&LIGHT, &DARK] {
            for red in (0..=255).step_by(51) {
                for green in (0..=255).step_by(51) {
                    for blue in (0..=255).step_by(51) {
                        let look = theme.code(Colour([red, green, blue]));
                        hold_tint(theme, &format!("{red},{green},{blue}"), look.tint);
                        hold(theme, "its stripe", "page", look.stripe, theme.page, VISIBLE);
                    }
                }
            }
        }
    }

    #[test]
    fn the_families_of_the_codebook_are_looked_up_not_derived() {
        let sup = LIGHT.code(Colour([0xD5, 0x5E, 0x00]));
        assert_eq!(sup.tint, Color32::from_rgb(0xFE, 0xD2, 0xBF));
        assert_eq!(sup.stripe, Color32::from_rgb(0xC2, 0x4E, 0x00));
    }
}
