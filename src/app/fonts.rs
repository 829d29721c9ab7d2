//! The faces the window is set in, and which one steps in where another lacks a character.

use crate::export::faces;
use eframe::egui::{Context, FontData, FontDefinitions, FontFamily, FontTweak};
use std::sync::Arc;

/// Interface face.
pub const UI: &str = "ui";
/// Interface face, weight 600.
pub const UI_STRONG: &str = "ui-strong";
/// Reading face.
pub const READ: &str = "read";
/// Reading face, weight 600.
pub const READ_STRONG: &str = "read-strong";
/// Reading face, italic.
pub const READ_ITALIC: &str = "read-italic";
/// Icons.
pub const ICON: &str = "icon";
/// Filled icons, for the chosen place only.
pub const ICON_FILL: &str = "icon-fill";

const SANS: &str = "Source Sans 3";
const SANS_STRONG: &str = "Source Sans 3 SemiBold";
const SERIF: &str = "Literata";
const SERIF_STRONG: &str = "Literata SemiBold";
const SERIF_ITALIC: &str = "Literata Italic";
const ARABIC: &str = "Noto Naskh Arabic";
/// How much lower Arabic is set, as a share of its size, so that its base line meets that of the Latin face:
/// egui puts faces of different ascent on one row by their middles.
const ARABIC_DOWN: f32 = 0.15;
const MARKS: &str = "Noto Sans Symbols 2";
const EMOJI: &str = "Noto Emoji";
const PHOSPHOR: &str = "Phosphor";
const PHOSPHOR_FILL: &str = "Phosphor Fill";

/// Sets the faces and their order of stepping in; egui's own faces stay last in every chain.
pub fn install(ctx: &Context) {
    ctx.set_fonts(definitions());
}

fn definitions() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let last: Vec<String> = fonts.families.get(&FontFamily::Proportional).cloned().unwrap_or_default();
    let plain = FontTweak::default();
    let unhinted = FontTweak { hinting: Some(false), ..FontTweak::default() };
    let faces: [(&str, &'static [u8], FontTweak); 10] = [
        (SANS, faces::SANS, plain.clone()),
        (SANS_STRONG, faces::SANS_STRONG, plain.clone()),
        (SERIF, include_bytes!("../../assets/fonts/Literata-Regular.ttf"), unhinted.clone()),
        (SERIF_STRONG, include_bytes!("../../assets/fonts/Literata-SemiBold.ttf"), unhinted.clone()),
        (SERIF_ITALIC, include_bytes!("../../assets/fonts/Literata-Italic.ttf"), unhinted.clone()),
        (ARABIC, faces::ARABIC, FontTweak { scale: 1.12, y_offset_factor: ARABIC_DOWN, ..unhinted }),
        (MARKS, faces::MARKS, plain.clone()),
        (EMOJI, faces::EMOJI, plain.clone()),
        (PHOSPHOR, include_bytes!("../../assets/fonts/Phosphor-Regular.ttf"), plain.clone()),
        (PHOSPHOR_FILL, include_bytes!("../../assets/fonts/Phosphor-Fill.ttf"), plain),
    ];
    for (name, bytes, tweak) in faces {
        fonts.font_data.insert(name.to_owned(), Arc::new(FontData::from_static(bytes).tweak(tweak)));
    }
    let chains: [(FontFamily, &[&str]); 9] = [
        (FontFamily::Proportional, &[SANS, ARABIC, MARKS, EMOJI]),
        (FontFamily::Monospace, &[SANS, ARABIC, MARKS, EMOJI]),
        (FontFamily::Name(UI.into()), &[SANS, ARABIC, MARKS, EMOJI]),
        (FontFamily::Name(UI_STRONG.into()), &[SANS_STRONG, SANS, ARABIC, MARKS, EMOJI]),
        (FontFamily::Name(READ.into()), &[SERIF, ARABIC, SANS, MARKS, EMOJI]),
        (FontFamily::Name(READ_STRONG.into()), &[SERIF_STRONG, SERIF, ARABIC, SANS_STRONG, MARKS, EMOJI]),
        (FontFamily::Name(READ_ITALIC.into()), &[SERIF_ITALIC, SERIF, ARABIC, SANS, MARKS, EMOJI]),
        (FontFamily::Name(ICON.into()), &[PHOSPHOR]),
        (FontFamily::Name(ICON_FILL.into()), &[PHOSPHOR_FILL]),
    ];
    for (family, faces) in chains {
        let chain = faces.iter().map(|face| (*face).to_owned()).chain(last.iter().cloned()).collect();
        fonts.families.insert(family, chain);
    }
    fonts
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{FontId, RawInput};

    #[test]
    fn every_chain_draws_what_a_transcript_can_hold() {
        let ctx = Context::default();
        install(&ctx);
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            ui.ctx().fonts_mut(|fonts| {
                for family in [UI, UI_STRONG, READ, READ_STRONG, READ_ITALIC] {
                    let font = FontId::new(17.0, FontFamily::Name(family.into()));
                    for character in "aḥḍṣṭẓẖʿʾāīū\u{2011}◐◑○●◇▲▼ﷺالسلام🙏“”–…≥".chars()
                    {
                        assert!(fonts.has_glyph(&font, character), "{family} lacks {character}");
                    }
                }
            });
        });
        output.textures_delta.clear();
    }
}
