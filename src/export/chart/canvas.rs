//! What a picture is drawn on: boxes, lines and words as SVG, in points from the upper left corner.

use super::letters::{FAMILY, Letters};
use crate::export::paper::writable;
use quick_xml::escape::escape;

/// What stands at the given place of a line of words.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Anchor {
    /// Its left end.
    Start,
    /// Its middle.
    Middle,
    /// Its right end.
    End,
}

impl Anchor {
    const fn key(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Middle => "middle",
            Self::End => "end",
        }
    }
}

/// A box by its upper left corner.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(super) struct Area {
    pub x: f32,
    pub y: f32,
    pub width: f32,
    pub height: f32,
}

impl Area {
    pub fn middle(self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

/// A picture in the making.
#[derive(Default)]
pub(super) struct Canvas {
    svg: String,
}

impl Canvas {
    /// A filled box.
    pub fn fill(&mut self, area: Area, ink: &str) {
        let Area { x, y, width, height } = area;
        self.svg.push_str(&format!(
            r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{height:.2}" fill="{ink}"/>"#
        ));
    }

    /// The outline of a box, drawn inside it.
    pub fn outline(&mut self, area: Area, ink: &str, thick: f32) {
        let (x, y) = (area.x + thick / 2.0, area.y + thick / 2.0);
        let (width, height) = ((area.width - thick).max(0.0), (area.height - thick).max(0.0));
        self.svg.push_str(&format!(
            r#"<rect x="{x:.2}" y="{y:.2}" width="{width:.2}" height="{height:.2}" fill="none" stroke="{ink}" stroke-width="{thick}"/>"#
        ));
    }

    /// A straight line.
    pub fn line(&mut self, from: (f32, f32), to: (f32, f32), ink: &str, thick: f32) {
        let ((x1, y1), (x2, y2)) = (from, to);
        self.svg.push_str(&format!(
            r#"<line x1="{x1:.2}" y1="{y1:.2}" x2="{x2:.2}" y2="{y2:.2}" stroke="{ink}" stroke-width="{thick}"/>"#
        ));
    }

    /// A circle that is not filled; `dash` is the length of its dashes, 0 for none.
    pub fn circle(&mut self, middle: (f32, f32), radius: f32, ink: &str, thick: f32, dash: f32) {
        let (x, y) = middle;
        let dashes = if dash > 0.0 { format!(r#" stroke-dasharray="{dash}""#) } else { String::new() };
        self.svg.push_str(&format!(
            r#"<circle cx="{x:.2}" cy="{y:.2}" r="{radius:.2}" fill="none" stroke="{ink}" stroke-width="{thick}"{dashes}/>"#
        ));
    }

    /// Words on one line; `at` is on their base line.
    pub fn words(&mut self, at: (f32, f32), words: &str, letters: Letters, anchor: Anchor) {
        self.written(at, words, letters, anchor, "");
    }

    /// The same, read from below upwards.
    pub fn upright_words(&mut self, at: (f32, f32), words: &str, letters: Letters) {
        let turned = format!(r#" transform="rotate(-90 {:.2} {:.2})""#, at.0, at.1);
        self.written(at, words, letters, Anchor::Start, &turned);
    }

    /// Lines below each other; `at` is on the base line of the first.
    pub fn lines(&mut self, at: (f32, f32), lines: &[String], letters: Letters, anchor: Anchor) {
        let mut y = at.1;
        for line in lines {
            self.words((at.0, y), line, letters, anchor);
            y += letters.leading();
        }
    }

    fn written(&mut self, at: (f32, f32), words: &str, letters: Letters, anchor: Anchor, turned: &str) {
        let ((x, y), Letters { size, is_strong, ink }) = (at, letters);
        let weight = if is_strong { 600 } else { 400 };
        let words = writable(words);
        let (words, anchor) = (escape(&*words), anchor.key());
        self.svg.push_str(&format!(
            r#"<text x="{x:.2}" y="{y:.2}" font-family="'{FAMILY}'" font-size="{size}" font-weight="{weight}" fill="{ink}" text-anchor="{anchor}" xml:space="preserve"{turned}>{words}</text>"#
        ));
    }

    /// The picture as SVG with its words as words, on white and with a margin round it.
    pub fn finish(self, width: f32, height: f32, margin: f32) -> String {
        let drawn = self.svg;
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" width="{width:.2}" height="{height:.2}" viewBox="0 0 {width:.2} {height:.2}"><rect width="{width:.2}" height="{height:.2}" fill="#FFFFFF"/><g transform="translate({margin} {margin})">{drawn}</g></svg>"##
        )
    }
}
