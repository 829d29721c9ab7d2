//! The beginning of a paper as it will lie on the desk: headings, block quotations, numbered lines and tables, in the
//! reading face.

use super::preview::Text;
use crate::app::theme::{LIGHT, TypeStep, space, stroke, type_scale};
use crate::export::{Block, Grid, Line, Paper};
use eframe::egui::{Color32, CornerRadius, Painter, Pos2, Rect, Stroke, StrokeKind, pos2, vec2};

/// How far a quotation stands in, in points.
const INDENT: f32 = 28.0;
/// The column of names in the identity, of line numbers and of speakers, in points.
const NAMES: f32 = 132.0;
const NUMBER: f32 = 36.0;
const SPEAKER: f32 = 56.0;
/// Letters of a block that are laid out at most.
const LETTERS: usize = 1_200;

/// A pen that goes down the paper.
struct Pen<'a> {
    painter: &'a Painter,
    left: f32,
    width: f32,
    top: f32,
}

/// Paints a paper from a corner on, `width` wide; returns where it ends.
pub(super) fn paint(painter: &Painter, paper: &Paper, corner: Pos2, width: f32) -> f32 {
    let mut pen = Pen { painter, left: corner.x, width, top: corner.y };
    let (title, names) = (type_scale::QUOTE.strong().at(18.0), type_scale::QUOTE_SMALL.at(13.0));
    pen.words(&paper.title, title, LIGHT.text, 0.0, space::S);
    for (name, value) in &paper.identity {
        let top = pen.top;
        pen.words(name, names, LIGHT.text2, 0.0, 2.0);
        let below = pen.top;
        pen.top = top;
        pen.words(value, names, LIGHT.text, NAMES.min(width / 3.0), 2.0);
        pen.top = pen.top.max(below);
    }
    pen.top += space::XS;
    for block in paper.sections.iter().flat_map(|section| &section.blocks) {
        pen.block(block);
    }
    pen.top
}

impl Pen<'_> {
    fn words(&mut self, words: &str, step: TypeStep, ink: Color32, indent: f32, below: f32) {
        let shown = shortened(words);
        let text = Text::new(self.painter, &shown, step, ink, self.width - indent);
        let height = text.height();
        text.paint(self.painter, pos2(self.left + indent, self.top), ink);
        self.top = (self.top + height + below).round();
    }

    fn block(&mut self, block: &Block) {
        let (read, small) = (type_scale::QUOTE_SMALL, type_scale::QUOTE_SMALL.at(12.5));
        match block {
            Block::Heading(level, words) => {
                let (size, above) = match level {
                    1 => (16.0, space::M),
                    2 => (14.5, space::S),
                    _ => (14.0, space::XS),
                };
                self.top += above;
                self.words(words, type_scale::QUOTE.strong().at(size), LIGHT.text, 0.0, space::XS);
            }
            Block::Body(words) => self.words(words, read, LIGHT.text, 0.0, space::XS),
            Block::Points(points) => {
                for point in points {
                    self.words("•", read, LIGHT.text2, 0.0, 0.0);
                    self.top -= read.line;
                    self.words(point, read, LIGHT.text, space::M, 2.0);
                }
                self.top += space::XXS;
            }
            Block::Note(words) => self.words(words, small, LIGHT.text2, 0.0, space::XS),
            Block::Quote { words, foot } => {
                self.words(words, read, LIGHT.text, INDENT, 2.0);
                self.words(foot, small, LIGHT.text2, INDENT, space::S);
            }
            Block::Lines(lines) => lines.iter().for_each(|line| self.line(line)),
            Block::Table(grid) => self.grid(grid),
        }
    }

    fn line(&mut self, line: &Line) {
        let step = type_scale::QUOTE_SMALL;
        let number = Text::new(self.painter, &line.number, step.at(12.0), LIGHT.text3, NUMBER);
        number.paint(self.painter, pos2(self.left, self.top), LIGHT.text3);
        let speaker = shortened(&line.speaker);
        let speaker = Text::new(self.painter, &speaker, step.strong(), LIGHT.text, SPEAKER);
        let height = speaker.height();
        speaker.paint(self.painter, pos2(self.left + NUMBER, self.top), LIGHT.text);
        let top = self.top;
        self.words(&line.words, step, LIGHT.text, NUMBER + SPEAKER, 2.0);
        self.top = self.top.max(top + height.max(step.line) + 2.0);
    }

    fn grid(&mut self, grid: &Grid) {
        let step = type_scale::QUOTE_SMALL.at(12.5);
        if !grid.caption.is_empty() {
            self.words(&grid.caption, step.strong(), LIGHT.text, 0.0, space::XXS);
        }
        let all: u32 = grid.headings.iter().map(|(_, share)| *share).sum::<u32>().max(1);
        let widths: Vec<f32> =
            grid.headings.iter().map(|(_, share)| (self.width * *share as f32 / all as f32).floor()).collect();
        let heads: Vec<&str> = grid.headings.iter().map(|(heading, _)| heading.as_str()).collect();
        self.row(&heads, &widths, step.strong(), LIGHT.chrome);
        for row in &grid.rows {
            let cells: Vec<&str> = row.iter().map(String::as_str).collect();
            self.row(&cells, &widths, step, Color32::WHITE);
        }
        self.top += space::S;
    }

    fn row(&mut self, cells: &[&str], widths: &[f32], step: TypeStep, fill: Color32) {
        let edge = Stroke::new(stroke::HAIR, LIGHT.line3);
        let texts: Vec<Text> = cells
            .iter()
            .zip(widths)
            .map(|(words, width)| {
                Text::new(self.painter, &shortened(words), step, LIGHT.text, (width - 2.0 * space::XS).max(1.0))
            })
            .collect();
        let height = texts.iter().map(Text::height).fold(step.line, f32::max).round() + 10.0;
        let mut left = self.left;
        for (text, width) in texts.into_iter().zip(widths) {
            let rect = Rect::from_min_size(pos2(left, self.top), vec2(*width + 1.0, height + 1.0));
            self.painter.rect(rect, CornerRadius::ZERO, fill, edge, StrokeKind::Inside);
            text.paint(self.painter, rect.min + vec2(space::XS, 5.0), LIGHT.text);
            left += width;
        }
        self.top += height;
    }
}

/// The beginning of a text that is too long for a preview.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(LETTERS) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_owned(),
    }
}
