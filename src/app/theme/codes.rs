//! What a code looks like: a tint under its words, a stripe beside them. Both come from the one colour
//! the codebook stores; the nine families of the built-in codebook have theirs chosen by hand.

use super::oklch::{Oklch, from_linear, linear};
use super::{Theme, contrast_ratio};
use crate::domain::Colour;
use eframe::egui::Color32;

/// Tint and stripe of a code in one theme.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CodeLook {
    /// Under the words.
    pub tint: Color32,
    /// Margin stripe, rule at the row's foot, tick of the overview.
    pub stripe: Color32,
}

const fn rgb(hex: u32) -> Color32 {
    let [_, red, green, blue] = hex.to_be_bytes();
    Color32::from_rgb(red, green, blue)
}

const fn look(tint: u32, stripe: u32) -> CodeLook {
    CodeLook { tint: rgb(tint), stripe: rgb(stripe) }
}

/// (colour in the codebook, light, dark) of EDU, MAN, ADM, SUP, LEA, INO, MOT, KES, EVA.
const FAMILIES: [(u32, CodeLook, CodeLook); 9] = [
    (0x0072B2, look(0xCFE0FE, 0x0072B2), look(0x2D4063, 0x4C9CE0)),
    (0xE69F00, look(0xFDEDBB, 0xBA8200), look(0x50421E, 0xE6B022)),
    (0x7A7A7A, look(0xD4DADF, 0x646B73), look(0x373E42, 0x868D95)),
    (0xD55E00, look(0xFED2BF, 0xC24E00), look(0x5B3020, 0xEE7A38)),
    (0x009E73, look(0xC9EEDC, 0x00875F), look(0x234637, 0x2DBE91)),
    (0x56B4E9, look(0xD4F1F8, 0x2A93CF), look(0x2A4A52, 0x7CCBF5)),
    (0xCC79A7, look(0xFDDFEB, 0xC0608F), look(0x5B3847, 0xE08FBB)),
    (0x7F3C8D, look(0xE1D0F2, 0x7F3C8D), look(0x452E57, 0xBC7FD0)),
    (0x4D4D4D, look(0xD2CDC5, 0x4D4A45), look(0x37342D, 0xC9C4BA)),
];

impl Theme {
    /// Tint and stripe of a code of this colour. Cheap enough for a frame, dear enough to ask once a code.
    pub fn code(&self, colour: Colour) -> CodeLook {
        let [red, green, blue] = colour.0;
        let hex = u32::from_be_bytes([0, red, green, blue]);
        match FAMILIES.iter().find(|family| family.0 == hex) {
            Some((_, light, dark)) => *if self.dark { dark } else { light },
            None => self.derived(Color32::from_rgb(red, green, blue)),
        }
    }

    /// Tint and stripe of the speaker at a place among those of a text, where speakers are told apart and no code is
    /// in sight. The hues of the families, neighbours far apart; they come round again.
    pub fn speaker(&self, place: usize) -> CodeLook {
        const ORDER: [usize; 7] = [0, 1, 4, 7, 3, 5, 6];
        let (_, light, dark) = FAMILIES[ORDER[place % ORDER.len()]];
        if self.dark { dark } else { light }
    }

    fn derived(&self, own: Color32) -> CodeLook {
        let seen = Oklch::of(own);
        let (lightness, most) = if self.dark { (0.37, 0.065) } else { (0.90, 0.050) };
        let tint = Oklch { lightness, chroma: seen.chroma.min(most), hue: seen.hue }.colour();
        let mut stripe = seen;
        let step = if self.dark { 0.01 } else { -0.01 };
        while contrast_ratio(stripe.colour(), self.page) < 3.0 && (0.0..=1.0).contains(&stripe.lightness) {
            stripe.lightness += step;
        }
        CodeLook { tint, stripe: stripe.colour() }
    }

    /// The fill where several codes lie on the same words: an even mix of their tints as light mixes,
    /// a shade darker (lighter in the dark theme). One tint stays itself; none is transparent.
    pub fn overlap(&self, tints: &[Color32]) -> Color32 {
        match tints {
            [] => Color32::TRANSPARENT,
            [one] => *one,
            several => {
                let mut sum = [0.0; 3];
                for tint in several {
                    for (total, channel) in sum.iter_mut().zip(linear(*tint)) {
                        *total += channel;
                    }
                }
                let mut mixed = Oklch::of(from_linear(sum.map(|total| total / several.len() as f32)));
                mixed.lightness += if self.dark { 0.03 } else { -0.02 };
                mixed.colour()
            }
        }
    }

    /// Every family of the built-in codebook, in its order.
    #[cfg(test)]
    pub(super) fn families(&self) -> impl Iterator<Item = CodeLook> + '_ {
        FAMILIES.iter().map(|(_, light, dark)| *if self.dark { dark } else { light })
    }
}
