//! Charts for a thesis, as pictures as wide as its page: how many informants of each group speak about each role, and
//! where there is evidence and where none yet. People are counted, never turned into percentages.
//!
//! A chart is laid out once, as SVG in points; both files and what the window shows are made from that by `resvg` with
//! the faces of the program, so they are one picture. In the SVG that is saved letters are outlines: it looks the same
//! in a program that does not have the face. What it says in words stands in its description, for who cannot see it.

mod bars;
mod canvas;
mod coverage;
mod figure;
mod letters;
#[cfg(test)]
mod tests;

use super::{Error, Sink, write_beside};
use crate::analysis::{Axis, Column, Comparison, Question, Row, RowKind, RowsKind, Study, compare_with};
use crate::domain::source::keyed;
use crate::domain::{Colour, Message, RowKey};
use crate::export::columns::{column_words, own_column_words};
use crate::i18n::Catalog;
use canvas::Canvas;
use figure::{Caption, MARGIN, PAGE_WIDTH, caption_below};
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, Tree};
use std::fmt;
use std::path::Path;
use std::str::FromStr;
use std::sync::Arc;

/// The charts there are.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum ChartKind {
    /// Informants per role and group, as bars.
    Informants,
    /// Roles against groups within techniques, shaded.
    Coverage,
}

impl ChartKind {
    /// All, in the order of their figures.
    pub const ALL: [Self; 2] = [Self::Informants, Self::Coverage];

    /// The name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Informants => "informants",
            Self::Coverage => "coverage",
        }
    }

    /// Its number among the figures of the chapter.
    pub const fn number(self) -> u32 {
        match self {
            Self::Informants => 1,
            Self::Coverage => 2,
        }
    }

    /// What it is called: "Informan per peran".
    pub fn name(self, words: &Catalog) -> String {
        words.text(match self {
            Self::Informants => "chart-informants",
            Self::Coverage => "chart-coverage",
        })
    }

    /// "Gambar 4.1".
    pub fn figure(self, words: &Catalog) -> String {
        words.say(&Message::new("chart-figure").with("n", self.number()))
    }

    /// What it asks the study.
    pub fn comparison(self, study: &Study, rows: RowsKind) -> Comparison {
        let within = match self {
            Self::Informants => None,
            Self::Coverage => Some(Axis::Technique),
        };
        compare_with(study, &Question { rows, by: Axis::Group, within, book: None })
    }
}

keyed!(ChartKind, "informants, coverage", [ChartKind::Informants, ChartKind::Coverage]);

/// A kind of file that holds a picture.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PictureFormat {
    /// Lines and outlines, sharp at every size.
    Svg,
    /// Pixels, 300 to an inch on a page.
    Png,
}

impl PictureFormat {
    /// All, in the order of controls.
    pub const ALL: [Self; 2] = [Self::Png, Self::Svg];

    /// The name on the command line; also the extension of such a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }
}

keyed!(PictureFormat, "svg, png", [PictureFormat::Svg, PictureFormat::Png]);

/// Points in an inch, and centimetres in a point.
const INCH: f32 = 72.0;
const CENTIMETRES: f32 = 2.54 / INCH;
/// Pixels to an inch of the page.
const DENSITY: f32 = 300.0;
/// Pixels that a picture has at most; a longer one has fewer to an inch.
const MOST_PIXELS: f32 = 40_000_000.0;

/// A row as it looks: its name, and the ink of its code.
struct RowLook {
    name: String,
    ink: String,
}

/// A chart, laid out.
pub struct Chart {
    tree: Tree,
    title: String,
    description: String,
}

/// The pixels of a chart, from left to right and down, four bytes each: red, green, blue and 255.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Pixels {
    /// Pixels in a line.
    pub width: u32,
    /// Lines.
    pub height: u32,
    /// The bytes.
    pub rgba: Vec<u8>,
}

/// Lays a chart out, in the language of `words`.
///
/// # Errors
/// The picture could not be put together, which no study should bring about.
pub fn chart(study: &Study, kind: ChartKind, rows: RowsKind, words: &Catalog) -> Result<Chart, Error> {
    chart_of(study, kind, &kind.comparison(study, rows), words)
}

fn chart_of(study: &Study, kind: ChartKind, comparison: &Comparison, words: &Catalog) -> Result<Chart, Error> {
    let looks: Vec<RowLook> = comparison.rows.iter().map(|row| look(study, row)).collect();
    let mut canvas = Canvas::default();
    let (bottom, key) = match kind {
        ChartKind::Informants => (bars::draw(&mut canvas, comparison, &looks, words), "chart-informants-caption"),
        ChartKind::Coverage => (coverage::draw(&mut canvas, comparison, &looks, words), "chart-coverage-caption"),
    };
    let mut notes = vec![words.text("counted-frequency")];
    if kind == ChartKind::Informants {
        notes.insert(0, words.text("chart-bars-note"));
    }
    let project = study.project.title.trim();
    if !project.is_empty() {
        notes.push(words.say(&Message::new("chart-project").with("title", project)));
    }
    let caption = Caption {
        number: kind.figure(words),
        words: words.say(&Message::new(key).with("rows", comparison.rows_kind.key())),
        notes,
    };
    let height = caption_below(&mut canvas, bottom, &caption) + 2.0 * MARGIN;
    let options = usvg::Options { fontdb: Arc::clone(&letters::FACES), ..usvg::Options::default() };
    let tree = Tree::from_str(&canvas.finish(PAGE_WIDTH, height, MARGIN), &options)
        .map_err(|error| Error::Write(std::io::Error::other(error.to_string())))?;
    let title = format!("{} {}", caption.number, caption.words);
    Ok(Chart { tree, title, description: in_words(comparison, &looks, words) })
}

fn look(study: &Study, row: &Row) -> RowLook {
    let name = match row.kind {
        RowKind::Code | RowKind::Finding if row.code != row.label => format!("{} {}", row.code, row.label),
        RowKind::Role | RowKind::Code | RowKind::Finding => row.label.clone(),
    };
    let code = match row.key {
        RowKey::Code(code) => Some(code),
        RowKey::Finding(finding) => study.finding(finding).map(|finding| finding.code),
    };
    let colour = code.and_then(|code| study.code(code)).map_or(Colour([0x8A, 0x8D, 0x90]), |code| code.colour);
    RowLook { name, ink: colour.to_string() }
}

/// What the picture shows, a sentence a row: "Edukator: Kepala sekolah 1 dari 1; Guru 2 dari 2".
fn in_words(comparison: &Comparison, looks: &[RowLook], words: &Catalog) -> String {
    let cell = |(column, cell): (&Column, &crate::analysis::Cell)| {
        if column.is_mute() {
            let within = column.within.as_ref().map(|(key, label)| own_column_words(words, *key, label));
            let sources = words.say(&Message::new("count-sources").with("n", cell.sources));
            return format!("{}: {sources}", within.unwrap_or_else(|| words.text("chart-nobody")));
        }
        let count = Message::new("chart-of").with("n", cell.informants).with("all", column.informants_total);
        format!("{} {}", column_words(words, column), words.say(&count))
    };
    let row = |(row, look): (&Row, &RowLook)| {
        let cells: Vec<String> = comparison.columns.iter().zip(&row.cells).map(cell).collect();
        format!("{}: {}.", look.name, cells.join("; "))
    };
    comparison.rows.iter().zip(looks).map(row).collect::<Vec<_>>().join(" ")
}

impl Chart {
    /// "Gambar 4.1" and what it shows.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// What it says, in words, for who cannot see it.
    pub fn description(&self) -> &str {
        &self.description
    }

    /// Its width and height, in points.
    pub fn size(&self) -> (f32, f32) {
        (self.tree.size().width(), self.tree.size().height())
    }

    /// The picture as SVG, 15 cm wide.
    pub fn svg(&self) -> String {
        let options = usvg::WriteOptions {
            coordinates_precision: 2,
            transforms_precision: 5,
            indent: usvg::Indent::None,
            ..usvg::WriteOptions::default()
        };
        let drawn = self.tree.to_string(&options);
        let inside = drawn.split_once('>').map_or("", |(_, inside)| inside);
        let (width, height) = self.size();
        let said = |words: &str| quick_xml::escape::escape(&*super::paper::writable(words)).into_owned();
        format!(
            concat!(
                r#"<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" "#,
                r#"width="{:.2}cm" height="{:.2}cm" viewBox="0 0 {} {}" role="img">"#,
                "<title>{}</title><desc>{}</desc>{}\n"
            ),
            width * CENTIMETRES,
            height * CENTIMETRES,
            width,
            height,
            said(&self.title),
            said(&self.description),
            inside,
        )
    }

    /// The picture in pixels: so many to a point, fewer where it would have too many.
    pub fn pixels(&self, to_a_point: f32) -> Pixels {
        let (width, height) = self.size();
        let (across, down) = self.extent(to_a_point);
        let Some(mut pixels) = Pixmap::new(across, down) else {
            return Pixels { width: 0, height: 0, rgba: Vec::new() };
        };
        let fit = Transform::from_scale(across as f32 / width, down as f32 / height);
        resvg::render(&self.tree, fit, &mut pixels.as_mut());
        Pixels { width: across, height: down, rgba: pixels.take() }
    }

    /// Pixels across and down.
    fn extent(&self, to_a_point: f32) -> (u32, u32) {
        let (width, height) = self.size();
        let scale = to_a_point.min((MOST_PIXELS / (width * height)).sqrt());
        (whole(width * scale).max(1), whole(height * scale).max(1))
    }

    /// Writes the picture as PNG, 300 pixels to an inch.
    ///
    /// # Errors
    /// Writing failed.
    pub fn png(&self, out: &mut dyn Sink) -> Result<(), Error> {
        let pixels = self.pixels(DENSITY / INCH);
        let to_a_metre = pixels.width as f32 / (self.size().0 * CENTIMETRES) * 100.0;
        let mut encoder = png::Encoder::new(out, pixels.width, pixels.height);
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_compression(png::Compression::High);
        let to_a_metre = whole(to_a_metre);
        encoder.set_pixel_dims(Some(png::PixelDimensions {
            xppu: to_a_metre,
            yppu: to_a_metre,
            unit: png::Unit::Meter,
        }));
        encoder.add_itxt_chunk("Title".to_owned(), self.title.clone()).map_err(failed)?;
        encoder.add_itxt_chunk("Description".to_owned(), self.description.clone()).map_err(failed)?;
        let mut writer = encoder.write_header().map_err(failed)?;
        let opaque: Vec<u8> = pixels.rgba.chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        writer.write_image_data(&opaque).map_err(failed)?;
        writer.finish().map_err(failed)
    }
}

/// The nearest whole number of pixels.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded just before")]
fn whole(length: f32) -> u32 {
    length.round().clamp(0.0, MOST_PIXELS) as u32
}

fn failed(error: png::EncodingError) -> Error {
    match error {
        png::EncodingError::IoError(error) => Error::Write(error),
        other => Error::Write(std::io::Error::other(other.to_string())),
    }
}

/// Writes a chart to a file.
///
/// # Errors
/// As [`super::save_excerpts`].
pub fn save_chart(path: &Path, format: PictureFormat, chart: &Chart) -> Result<(), Error> {
    write_beside(path, |out| match format {
        PictureFormat::Svg => Ok(out.write_all(chart.svg().as_bytes())?),
        PictureFormat::Png => chart.png(out),
    })
}
