//! The two palettes, as the design's colour tables have them.

use super::{Pair, Theme};
use eframe::egui::Color32;

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn pair(text: u32, fill: u32) -> Pair {
    Pair { text: rgb(text), fill: rgb(fill) }
}

/// Paper by day.
pub static LIGHT: Theme = Theme {
    dark: false,
    chrome: rgb(0xF3F3F0),
    panel: rgb(0xF9F9F7),
    page: rgb(0xFEFEFD),
    raised: rgb(0xFFFFFF),
    field: rgb(0xFFFFFF),
    hover: rgb(0xECECE8),
    press: rgb(0xE2E2DD),
    sel: rgb(0xE4E6F4),
    sel2: rgb(0xD3D7EE),
    line: rgb(0xE4E4DF),
    line2: rgb(0xCFCFC9),
    line3: rgb(0x8A8D90),
    text: rgb(0x1D2023),
    text2: rgb(0x4B5056),
    text3: rgb(0x63686E),
    disabled: rgb(0x9A9EA2),
    accent: rgb(0x3A47A0),
    accent_hover: rgb(0x303B8A),
    on_accent: rgb(0xFFFFFF),
    accent_text: rgb(0x36429A),
    focus: rgb(0x4C5BC0),
    selection: rgb(0xC1C9F3),
    search: rgb(0xFFE58A),
    search_current: rgb(0xFFC83D),
    shadow: Color32::from_black_alpha(36),
    agreement: pair(0x1E6B4A, 0xE3F1EA),
    partial: pair(0x7A5200, 0xFBF0D6),
    dissonance: pair(0xA03418, 0xFBE9E3),
    silence: pair(0x53585E, 0xECECE8),
    coverage: [rgb(0xEEF0FA), rgb(0xDFE3F5), rgb(0xCCD3F0), rgb(0xB8C1EA)],
};

/// The same paper by night.
pub static DARK: Theme = Theme {
    dark: true,
    chrome: rgb(0x151618),
    panel: rgb(0x1A1B1E),
    page: rgb(0x1E2023),
    raised: rgb(0x27292D),
    field: rgb(0x151618),
    hover: rgb(0x26282C),
    press: rgb(0x2E3135),
    sel: rgb(0x2A2E47),
    sel2: rgb(0x363C60),
    line: rgb(0x2C2F33),
    line2: rgb(0x3D4146),
    line3: rgb(0x747A82),
    text: rgb(0xE6E5E1),
    text2: rgb(0xBABDC1),
    text3: rgb(0x92979D),
    disabled: rgb(0x676C72),
    accent: rgb(0x6F7FE0),
    accent_hover: rgb(0x8492EA),
    on_accent: rgb(0x0E1020),
    accent_text: rgb(0xA9B4F6),
    focus: rgb(0x8E9BF0),
    selection: rgb(0x3B4585),
    search: rgb(0x4F4000),
    search_current: rgb(0x5C4A00),
    shadow: Color32::from_black_alpha(128),
    agreement: pair(0x7FCBA6, 0x1D332A),
    partial: pair(0xE3BC6A, 0x382D16),
    dissonance: pair(0xF0A088, 0x3D231B),
    silence: pair(0xAEB1B5, 0x2C2F33),
    coverage: [rgb(0x23262F), rgb(0x2A2E41), rgb(0x323858), rgb(0x3B4372)],
};
