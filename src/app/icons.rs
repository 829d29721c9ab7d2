//! The icons by name. Each is one character of the icon faces, cut down to this list.

use super::fonts;
use crate::domain::Technique;
use eframe::egui::{FontFamily, FontId};

/// An icon.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Icon(char);

impl Icon {
    /// The character in the icon faces.
    pub const fn glyph(self) -> char {
        self.0
    }

    /// The face it is drawn in, at a size in points.
    pub fn font(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(fonts::ICON.into()))
    }

    /// The filled face, for the chosen place on the rail.
    pub fn font_filled(size: f32) -> FontId {
        FontId::new(size, FontFamily::Name(fonts::ICON_FILL.into()))
    }
}

/// The icon of a technique.
pub const fn of_technique(technique: Technique) -> Icon {
    match technique {
        Technique::Interview => MICROPHONE,
        Technique::Observation => BINOCULARS,
        Technique::Document => FILE_TEXT,
    }
}

macro_rules! icons {
    ($($(#[$doc:meta])* $name:ident = $glyph:literal;)+) => {
        $($(#[$doc])* pub const $name: Icon = Icon($glyph);)+

        #[cfg(test)]
        const ALL: &[(&str, Icon)] = &[$((stringify!($name), $name)),+];
    };
}

icons! {
    /// Data.
    FILES = '\u{e710}';
    /// Coding.
    HIGHLIGHTER_CIRCLE = '\u{e632}';
    /// Comparison.
    COLUMNS = '\u{e546}';
    /// Search.
    MAGNIFYING_GLASS = '\u{e30c}';
    /// Team, groups.
    USERS = '\u{e4d6}';
    /// Report; a document.
    FILE_TEXT = '\u{e23a}';
    /// Settings.
    GEAR = '\u{e270}';
    /// Plus.
    PLUS = '\u{e3d4}';
    /// X.
    X = '\u{e4f6}';
    /// Check.
    CHECK = '\u{e182}';
    /// Copy.
    COPY = '\u{e1ca}';
    /// Export.
    EXPORT = '\u{eaf0}';
    /// Download simple.
    DOWNLOAD_SIMPLE = '\u{e20c}';
    /// File plus.
    FILE_PLUS = '\u{e236}';
    /// Folder open.
    FOLDER_OPEN = '\u{e256}';
    /// Pencil simple.
    PENCIL_SIMPLE = '\u{e3b4}';
    /// Note pencil.
    NOTE_PENCIL = '\u{e34c}';
    /// Funnel.
    FUNNEL = '\u{e266}';
    /// Dots three.
    DOTS_THREE = '\u{e1fe}';
    /// Sidebar simple.
    SIDEBAR_SIMPLE = '\u{ec24}';
    /// Text aa.
    TEXT_AA = '\u{e6ee}';
    /// Arrow counter clockwise.
    ARROW_COUNTER_CLOCKWISE = '\u{e038}';
    /// Arrow clockwise.
    ARROW_CLOCKWISE = '\u{e036}';
    /// Keyboard.
    KEYBOARD = '\u{e2d8}';
    /// Link.
    LINK = '\u{e2e2}';
    /// Squares four.
    SQUARES_FOUR = '\u{e464}';
    /// Text align left.
    TEXT_ALIGN_LEFT = '\u{e484}';
    /// An interview.
    MICROPHONE = '\u{e326}';
    /// An observation.
    BINOCULARS = '\u{ea64}';
    /// User.
    USER = '\u{e4c2}';
    /// Shield check.
    SHIELD_CHECK = '\u{e40c}';
    /// Quotes.
    QUOTES = '\u{e660}';
    /// Table.
    TABLE = '\u{e476}';
    /// List numbers.
    LIST_NUMBERS = '\u{e2f6}';
    /// Book open.
    BOOK_OPEN = '\u{e0e6}';
    /// Help.
    QUESTION = '\u{e3e8}';
    /// Clock counter clockwise.
    CLOCK_COUNTER_CLOCKWISE = '\u{e1a0}';
    /// Flask.
    FLASK = '\u{e79e}';
    /// File doc.
    FILE_DOC = '\u{eb1e}';
    /// Agreement.
    EQUALS = '\u{e21c}';
    /// Partial agreement.
    APPROXIMATE_EQUALS = '\u{edaa}';
    /// Dissonance.
    NOT_EQUALS = '\u{eda6}';
    /// Silence.
    EMPTY = '\u{edbc}';
    /// Not rated.
    CIRCLE_DASHED = '\u{e602}';
    /// Lightbulb.
    LIGHTBULB = '\u{e2dc}';
    /// Warning.
    WARNING = '\u{e4e0}';
    /// Caret left.
    CARET_LEFT = '\u{e138}';
    /// Caret right.
    CARET_RIGHT = '\u{e13a}';
    /// Caret up.
    CARET_UP = '\u{e13c}';
    /// Caret down.
    CARET_DOWN = '\u{e136}';
}

#[cfg(test)]
mod tests {
    use super::*;
    use eframe::egui::{Context, RawInput};

    #[test]
    fn both_icon_faces_hold_every_icon() {
        let ctx = Context::default();
        fonts::install(&ctx);
        let mut output = ctx.run_ui(RawInput::default(), |ui| {
            ui.ctx().fonts_mut(|fonts| {
                for (name, icon) in ALL {
                    assert!(fonts.has_glyph(&Icon::font(16.0), icon.glyph()), "{name}");
                    assert!(fonts.has_glyph(&Icon::font_filled(16.0), icon.glyph()), "{name} filled");
                }
            });
        });
        output.textures_delta.clear();
    }
}
