//! Colours by how they look: OKLab and OKLCH, used to derive a code's tint and stripe from the one colour
//! the researcher chose.

use eframe::egui::Color32;
use eframe::egui::ecolor::{gamma_u8_from_linear_f32, linear_f32_from_gamma_u8};

/// A colour in OKLCH: lightness 0 to 1, chroma from 0, hue in radians.
#[derive(Clone, Copy, Debug)]
pub(super) struct Oklch {
    pub lightness: f32,
    pub chroma: f32,
    pub hue: f32,
}

/// A colour as linear light, each channel 0 to 1.
pub(super) fn linear(colour: Color32) -> [f32; 3] {
    [colour.r(), colour.g(), colour.b()].map(linear_f32_from_gamma_u8)
}

/// The colour of linear light, clamped into sRGB.
pub(super) fn from_linear(light: [f32; 3]) -> Color32 {
    let [red, green, blue] = light.map(gamma_u8_from_linear_f32);
    Color32::from_rgb(red, green, blue)
}

impl Oklch {
    /// The colour as seen.
    pub fn of(colour: Color32) -> Self {
        let [r, g, b] = linear(colour);
        let l = (0.412_221_46 * r + 0.536_332_55 * g + 0.051_445_995 * b).cbrt();
        let m = (0.211_903_5 * r + 0.680_699_5 * g + 0.107_396_96 * b).cbrt();
        let s = (0.088_302_46 * r + 0.281_718_85 * g + 0.629_978_7 * b).cbrt();
        let a = 1.977_998_5 * l - 2.428_592_2 * m + 0.450_593_7 * s;
        let b = 0.025_904_037 * l + 0.782_771_77 * m - 0.808_675_77 * s;
        Self { lightness: 0.210_454_26 * l + 0.793_617_8 * m - 0.004_072_047 * s, chroma: a.hypot(b), hue: b.atan2(a) }
    }

    fn light(self) -> [f32; 3] {
        let (a, b) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_78 * a + 0.215_803_76 * b).powi(3);
        let m = (self.lightness - 0.105_561_346 * a - 0.063_854_17 * b).powi(3);
        let s = (self.lightness - 0.089_484_18 * a - 1.291_485_5 * b).powi(3);
        [
            4.076_741_7 * l - 3.307_711_6 * m + 0.230_969_94 * s,
            -1.268_438 * l + 2.609_757_4 * m - 0.341_319_38 * s,
            -0.004_196_086_3 * l - 0.703_418_6 * m + 1.707_614_7 * s,
        ]
    }

    /// The nearest colour of sRGB with this lightness and hue: chroma gives way, never the hue.
    pub fn colour(mut self) -> Color32 {
        for _ in 0..64 {
            if self.light().iter().all(|value| (-0.0005..=1.0005).contains(value)) {
                break;
            }
            self.chroma *= 0.94;
        }
        from_linear(self.light())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_and_back_again() {
        for hex in [[0, 114, 178], [255, 255, 255], [1, 2, 3], [213, 94, 0], [230, 159, 0]] {
            let colour = Color32::from_rgb(hex[0], hex[1], hex[2]);
            let back = Oklch::of(colour).colour();
            for (one, other) in colour.to_array().into_iter().zip(back.to_array()) {
                assert!(one.abs_diff(other) <= 1, "{colour:?} came back as {back:?}");
            }
        }
    }
}
