//! Words in a picture: how wide they are, where they break, and the faces they are drawn with.

use crate::export::faces;
use resvg::usvg::fontdb::{Database, Source};
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use std::sync::{Arc, LazyLock};
use unicode_segmentation::UnicodeSegmentation;

/// The name that the faces go by in a picture.
pub(super) const FAMILY: &str = "Source Sans 3";

/// How letters are drawn.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Letters {
    /// Height of the face, in points.
    pub size: f32,
    /// Whether the face is the strong one.
    pub is_strong: bool,
    /// The ink, `#RRGGBB`.
    pub ink: &'static str,
}

impl Letters {
    /// From one base line to the next, in points.
    pub fn leading(self) -> f32 {
        self.size * 1.25
    }

    /// How far below the middle of a row its base line lies, in points: half the height of a capital.
    pub fn below_middle(self) -> f32 {
        self.size * 0.33
    }
}

/// Every face of the program that steps in for another; read once.
pub(super) static FACES: LazyLock<Arc<Database>> = LazyLock::new(|| {
    let mut faces = Database::new();
    for bytes in [faces::SANS, faces::SANS_STRONG, faces::ARABIC, faces::MARKS, faces::EMOJI] {
        faces.load_font_source(Source::Binary(Arc::new(bytes)));
    }
    Arc::new(faces)
});

/// The width of words on one line, in points. A character that the face lacks counts as wide as it is high.
pub(super) fn width(words: &str, letters: Letters) -> f32 {
    let Ok(face) = FontRef::new(if letters.is_strong { faces::SANS_STRONG } else { faces::SANS }) else {
        return letters.size * words.chars().count() as f32;
    };
    let (glyphs, widths) = (face.charmap(), face.glyph_metrics(Size::new(letters.size), LocationRef::default()));
    let wide = |letter: char| glyphs.map(letter).and_then(|glyph| widths.advance_width(glyph)).unwrap_or(letters.size);
    words.chars().map(wide).sum()
}

/// Breaks words into lines no wider than `most` points, at blanks and, where one word is too long, inside it. What does
/// not fit into so many lines ends in "…". There is always one line.
pub(super) fn wrapped(words: &str, letters: Letters, most: f32, lines: usize) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    let mut line = String::new();
    for word in words.split_whitespace() {
        let longer = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if width(&longer, letters) <= most {
            line = longer;
            continue;
        }
        if !line.is_empty() {
            all.push(std::mem::take(&mut line));
        }
        for letter in word.graphemes(true) {
            if !line.is_empty() && width(&format!("{line}{letter}"), letters) > most {
                all.push(std::mem::take(&mut line));
            }
            line.push_str(letter);
        }
    }
    if !line.is_empty() || all.is_empty() {
        all.push(line);
    }
    if all.len() > lines {
        all.truncate(lines.max(1));
        if let Some(last) = all.last_mut() {
            while !last.is_empty() && width(&format!("{last}…"), letters) > most {
                let shorter = last.grapheme_indices(true).next_back().map_or(0, |(at, _)| at);
                last.truncate(shorter);
            }
            *last = format!("{}…", last.trim_end());
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: Letters = Letters { size: 8.0, is_strong: false, ink: "#000000" };

    #[test]
    fn words_break_at_blanks_and_long_ones_inside() {
        assert_eq!(wrapped("Kepala sekolah", SMALL, 200.0, 2), ["Kepala sekolah"]);
        assert_eq!(wrapped("Kepala sekolah", SMALL, 40.0, 2), ["Kepala", "sekolah"]);
        let long = wrapped("Pertanggungjawabannya", SMALL, 40.0, 9);
        assert!(long.len() > 1 && long.concat() == "Pertanggungjawabannya", "{long:?}");
        assert!(long.iter().all(|line| width(line, SMALL) <= 40.0), "{long:?}");
        let cut = wrapped("Guru mata pelajaran Pendidikan Pancasila dan Kewarganegaraan", SMALL, 60.0, 2);
        assert!(cut.len() == 2 && cut[1].ends_with('…') && width(&cut[1], SMALL) <= 60.0, "{cut:?}");
        assert_eq!(wrapped("", SMALL, 40.0, 2), [""]);
    }

    #[test]
    fn figures_are_as_wide_as_the_face_says() {
        // All figures of the face are 497 thousandths wide.
        assert!((width("2025", SMALL) - 4.0 * 8.0 * 0.497).abs() < 0.01);
    }
}
