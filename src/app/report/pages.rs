//! A paper as it will lie on the desk: white pages with their margins, headings, block quotations, numbered lines and
//! tables whose heads stand again on every page, in the reading face. Word breaks lines and pages by its own face, so
//! pages here hold somewhat less than those on paper.

use crate::app::theme::{LIGHT, TypeStep, space, stroke, type_scale};
use crate::app::transcript::{Laid, Setting, has_right_to_left};
use crate::app::widgets::Words;
use crate::export::{Block, Grid, GridCell, Line, Paper, Section, Stretch};
use eframe::egui::{
    Color32, CornerRadius, Galley, Painter, Pos2, Rect, Shape, Stroke, StrokeKind, layers::ShapeIdx, pos2, vec2,
};
use std::sync::Arc;

/// How far a quotation stands in, in points.
const INDENT: f32 = 28.0;
/// The column of names in the identity, of line numbers and of speakers, in points.
const NAMES: f32 = 132.0;
const NUMBER: f32 = 36.0;
const SPEAKER: f32 = 56.0;
/// Letters of a block that are laid out at most.
const LETTERS: usize = 1_200;
/// An upright page is so much higher than wide; one on its long side so much lower.
const A4: f32 = 1.414;
/// The margin is this share of the width of a page.
const MARGIN: f32 = 0.06;
/// A row that fills more than this part of a page may be broken.
const LONG_ROW: f32 = 3.0;
/// Between pages, in points.
const GAP: f32 = 18.0;
/// The size of the words of tables, and the padding of their cells, in points.
const CELL: f32 = 13.0;
const CELL_X: f32 = 8.0;
const CELL_Y: f32 = 6.0;

/// Where pages lie: their left edge, the first one's top, and how wide an upright one and one on its long side is.
#[derive(Clone, Copy, Debug)]
pub(super) struct Desk {
    pub left: f32,
    pub top: f32,
    pub upright: f32,
    pub wide: f32,
    /// The edge of a page.
    pub edge: Color32,
}

/// A pen that goes down the pages.
struct Pen<'a> {
    painter: &'a Painter,
    desk: Desk,
    /// The page in hand: its frame's place among the shapes, and its corner and size.
    frame: Option<ShapeIdx>,
    page: Rect,
    margin: f32,
    top: f32,
    pages: Vec<Rect>,
}

/// Paints the pages of a paper; where they lie. `rest` stands below the last words, where there are more than these.
pub(super) fn paint(painter: &Painter, paper: &Paper, desk: Desk, rest: Option<&str>) -> Vec<Rect> {
    let mut pen =
        Pen { painter, desk, frame: None, page: Rect::NOTHING, margin: 0.0, top: desk.top, pages: Vec::new() };
    let nothing = [Section::default()];
    let sections = if paper.sections.is_empty() { &nothing[..] } else { &paper.sections };
    for (at, section) in sections.iter().enumerate() {
        pen.begin(section.is_wide);
        if at == 0 && !paper.is_bare {
            pen.opening(paper);
        }
        for block in &section.blocks {
            pen.block(block);
        }
        if at + 1 == sections.len()
            && let Some(rest) = rest
        {
            pen.top += space::XXS;
            pen.words(rest, type_scale::CAPTION, LIGHT.text3, 0.0, 0.0);
        }
        pen.end();
    }
    pen.pages
}

impl Pen<'_> {
    fn begin(&mut self, is_wide: bool) {
        let width = if is_wide { self.desk.wide } else { self.desk.upright };
        let height = (if is_wide { width / A4 } else { width * A4 }).round();
        let top = self.pages.last().map_or(self.desk.top, |page: &Rect| page.bottom() + GAP);
        self.page = Rect::from_min_size(pos2(self.desk.left, top), vec2(width, height));
        self.margin = (width * MARGIN).round();
        self.top = top + self.margin;
        // The fill goes below the words, and a row may make the page longer.
        self.frame = Some(self.painter.add(Shape::Noop));
    }

    fn end(&mut self) {
        let bottom = self.page.bottom().max(self.top + self.margin);
        let page = Rect::from_min_max(self.page.min, pos2(self.page.right(), bottom));
        let edge = Stroke::new(stroke::HAIR, self.desk.edge);
        if let Some(frame) = self.frame.take() {
            let shape = eframe::egui::epaint::RectShape::new(
                page,
                CornerRadius::ZERO,
                Color32::WHITE,
                edge,
                StrokeKind::Inside,
            );
            self.painter.set(frame, shape);
        }
        self.pages.push(page);
    }

    fn left(&self) -> f32 {
        self.page.left() + self.margin
    }

    fn width(&self) -> f32 {
        self.page.width() - 2.0 * self.margin
    }

    /// Makes room for something of a height; whether a page was begun for it.
    fn room(&mut self, height: f32) -> bool {
        let is_first = self.top <= self.page.top() + self.margin;
        if is_first || self.top + height <= self.page.bottom() - self.margin {
            return false;
        }
        let is_wide = self.page.width() > self.page.height();
        self.end();
        self.begin(is_wide);
        true
    }

    fn opening(&mut self, paper: &Paper) {
        let (title, names) = (type_scale::QUOTE.strong().at(18.0), type_scale::QUOTE_SMALL.at(CELL));
        self.words(&paper.title, title, LIGHT.text, 0.0, space::S);
        for (name, value) in &paper.identity {
            let top = self.top;
            self.words(name, names, LIGHT.text2, 0.0, 2.0);
            let below = self.top;
            self.top = top;
            self.words(value, names, LIGHT.text, NAMES.min(self.width() / 3.0), 2.0);
            self.top = self.top.max(below);
        }
        self.top += space::XS;
    }

    fn words(&mut self, words: &str, step: TypeStep, ink: Color32, indent: f32, below: f32) {
        let text = Text::new(self.painter, &shortened(words), step, ink, self.width() - indent);
        let height = text.height();
        self.room(height);
        text.paint(self.painter, pos2(self.left() + indent, self.top), ink);
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
                // A heading stays with the beginning of what it is of.
                self.room(above + 3.0 * read.line);
                self.words(words, type_scale::QUOTE.strong().at(size), LIGHT.text, 0.0, space::XS);
            }
            Block::Body(words) => self.words(words, read, LIGHT.text, 0.0, space::XS),
            Block::Points(points) => {
                for point in points {
                    self.room(read.line);
                    self.words("•", read, LIGHT.text2, 0.0, 0.0);
                    self.top -= read.line;
                    self.words(point, read, LIGHT.text, space::M, 2.0);
                }
                self.top += space::XXS;
            }
            Block::Note(words) => {
                self.top += space::XXS;
                self.words(words, small, LIGHT.text2, 0.0, space::XS);
            }
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
        let words = Text::new(self.painter, &shortened(&line.words), step, LIGHT.text, self.width() - NUMBER - SPEAKER);
        let speaker = Text::new(self.painter, &shortened(&line.speaker), step.strong(), LIGHT.text, SPEAKER);
        let height = words.height().max(speaker.height()).max(step.line);
        self.room(height);
        let number = Text::new(self.painter, &line.number, step.at(12.0), LIGHT.text3, NUMBER);
        number.paint(self.painter, pos2(self.left(), self.top), LIGHT.text3);
        speaker.paint(self.painter, pos2(self.left() + NUMBER, self.top), LIGHT.text);
        words.paint(self.painter, pos2(self.left() + NUMBER + SPEAKER, self.top), LIGHT.text);
        self.top = (self.top + height + 2.0).round();
    }

    fn grid(&mut self, grid: &Grid) {
        let step = type_scale::QUOTE_SMALL.at(CELL).with_line(18.0);
        let all: u32 = grid.headings.iter().map(|(_, share)| *share).sum::<u32>().max(1);
        let mut widths: Vec<f32> =
            grid.headings.iter().map(|(_, share)| (self.width() * *share as f32 / all as f32).floor()).collect();
        if let Some(last) = widths.last_mut() {
            *last += 1.0;
        }
        let caption = (!grid.caption.is_empty()).then(|| {
            Words::of(&grid.caption, type_scale::QUOTE.strong(), LIGHT.text).wrapped(self.painter, self.width())
        });
        let above = caption.as_ref().map_or(0.0, |caption| caption.size().y + space::S);
        let first = grid.rows.first().map(|row| Row::new(self.painter, row, &grid.centred, &widths, step));
        let head = |pen: &Self| Row::head(pen.painter, grid, &widths, step.strong());
        let inner = self.page.height() - 2.0 * self.margin;
        let first = first.map_or(0.0, |row| if row.height > inner / LONG_ROW { 3.0 * step.line } else { row.height });
        self.room(above + head(self).height + first);
        if let Some(caption) = caption {
            let left = self.left() + ((self.width() - caption.size().x) / 2.0).round();
            self.painter.galley(pos2(left, self.top), caption, LIGHT.text);
            self.top += above;
        }
        let first_head = head(self);
        self.row(&first_head, &widths, LIGHT.chrome, 0.0, first_head.height);
        for row in &grid.rows {
            let row = Row::new(self.painter, row, &grid.centred, &widths, step);
            self.whole_or_in_pieces(&row, &widths, step.line, |pen| {
                let head = head(pen);
                pen.row(&head, &widths, LIGHT.chrome, 0.0, head.height);
            });
        }
        self.top += space::XS;
    }

    /// A row on one page; a long one goes on on the next, as it will on paper, cut between its lines.
    fn whole_or_in_pieces(&mut self, row: &Row, widths: &[f32], line: f32, head: impl Fn(&mut Self)) {
        let inner = self.page.height() - 2.0 * self.margin;
        if row.height <= inner / LONG_ROW {
            if self.room(row.height) {
                head(self);
            }
            self.row(row, widths, Color32::WHITE, 0.0, row.height);
            return;
        }
        let mut from = 0.0;
        while from < row.height {
            let mut left = self.page.bottom() - self.margin - self.top;
            if left < 3.0 * line && self.room(3.0 * line) {
                head(self);
                left = self.page.bottom() - self.margin - self.top;
            }
            let lines = ((left - CELL_Y) / line).floor().max(1.0);
            let rest = row.height - from;
            let piece = if rest <= left { rest } else { lines * line + if from == 0.0 { CELL_Y } else { 0.0 } };
            self.row(row, widths, Color32::WHITE, from, piece);
            from += piece;
            if from < row.height {
                self.room(f32::INFINITY);
                head(self);
            }
        }
    }

    /// A stretch of a row, from so many points below its top on.
    fn row(&mut self, row: &Row, widths: &[f32], fill: Color32, from: f32, piece: f32) {
        let edge = Stroke::new(stroke::HAIR, LIGHT.line3);
        let mut left = self.left();
        for (cell, width) in row.cells.iter().zip(widths) {
            let rect = Rect::from_min_size(pos2(left, self.top), vec2(*width + 1.0, piece + 1.0));
            self.painter.rect(rect, CornerRadius::ZERO, fill, edge, StrokeKind::Inside);
            let is_cut = piece < row.height;
            let painter = if is_cut {
                &self.painter.with_clip_rect(rect.intersect(self.painter.clip_rect()))
            } else {
                self.painter
            };
            let height: f32 = cell.texts.iter().map(Text::height).sum();
            let above = if row.is_head { (row.height - height) / 2.0 } else { CELL_Y };
            let mut top = rect.top() + above - from;
            for text in &cell.texts {
                let room = width - 2.0 * CELL_X;
                let slack = if cell.is_centred { ((room - text.width()) / 2.0).max(0.0).round() } else { 0.0 };
                text.paint(painter, pos2(rect.left() + CELL_X + slack, top.round()), LIGHT.text);
                top += text.height();
            }
            left += width;
        }
        self.top += piece;
    }
}

/// A cell laid out.
struct LaidCell {
    texts: Vec<Text>,
    is_centred: bool,
}

/// A row laid out.
struct Row {
    cells: Vec<LaidCell>,
    height: f32,
    is_head: bool,
}

impl Row {
    fn new(painter: &Painter, row: &[GridCell], centred: &[usize], widths: &[f32], step: TypeStep) -> Self {
        let cells = row.iter().zip(widths).enumerate().map(|(at, (cell, width))| LaidCell {
            texts: cell
                .paragraphs
                .iter()
                .map(|paragraph| Text::of_stretches(painter, paragraph, step, width - 2.0 * CELL_X))
                .collect(),
            is_centred: centred.contains(&at),
        });
        Self::of(cells.collect(), step, false)
    }

    fn head(painter: &Painter, grid: &Grid, widths: &[f32], step: TypeStep) -> Self {
        let cells = grid.headings.iter().zip(widths).map(|((words, _), width)| LaidCell {
            texts: words.split('\n').map(|line| Text::middled(painter, line, step, width - 2.0 * CELL_X)).collect(),
            is_centred: true,
        });
        Self::of(cells.collect(), step, true)
    }

    fn of(cells: Vec<LaidCell>, step: TypeStep, is_head: bool) -> Self {
        let height = |cell: &LaidCell| cell.texts.iter().map(Text::height).sum::<f32>();
        let height = cells.iter().map(height).fold(step.line, f32::max).round() + 2.0 * CELL_Y;
        Self { cells, height, is_head }
    }
}

/// Words laid out.
enum Text {
    Plain(Arc<Galley>),
    /// Some read from the right; egui alone would put them in the wrong order.
    BothWays(Laid),
}

impl Text {
    fn new(painter: &Painter, words: &str, step: TypeStep, ink: Color32, width: f32) -> Self {
        if has_right_to_left(words) {
            let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
            return Self::BothWays(Laid::new(painter.ctx(), &line, Setting { step, width }));
        }
        Self::Plain(Words::of(words, step, ink).wrapped(painter, width.max(1.0)))
    }

    /// Rows in the middle of each other.
    fn middled(painter: &Painter, words: &str, step: TypeStep, width: f32) -> Self {
        Self::Plain(Words::of(words, step, LIGHT.text).centred().wrapped(painter, width.max(1.0)))
    }

    fn of_stretches(painter: &Painter, stretches: &[Stretch], step: TypeStep, width: f32) -> Self {
        let whole: String = stretches.iter().map(|stretch| stretch.words.as_str()).collect();
        if has_right_to_left(&whole) {
            return Self::new(painter, &shortened(&whole), step, LIGHT.text, width);
        }
        let words = stretches.iter().fold(Words::new(), |words, stretch| {
            let (step, ink) =
                if stretch.is_small { (step.at(12.0).with_line(step.line), LIGHT.text2) } else { (step, LIGHT.text) };
            words.then(&shortened(&stretch.words), step, ink)
        });
        Self::Plain(words.wrapped(painter, width.max(1.0)))
    }

    fn height(&self) -> f32 {
        match self {
            Self::Plain(galley) => galley.size().y,
            Self::BothWays(laid) => laid.height(),
        }
    }

    fn width(&self) -> f32 {
        match self {
            Self::Plain(galley) => galley.size().x,
            Self::BothWays(_) => 0.0,
        }
    }

    fn paint(&self, painter: &Painter, corner: Pos2, ink: Color32) {
        match self {
            Self::Plain(galley) => {
                // Rows that are centred stand around the galley's origin.
                painter.galley(corner - galley.rect.min.to_vec2(), Arc::clone(galley), ink);
            }
            Self::BothWays(laid) => laid.paint(painter, corner, ink),
        }
    }
}

/// The beginning of a text that is too long for a preview.
fn shortened(words: &str) -> String {
    match words.char_indices().nth(LETTERS) {
        Some((at, _)) => format!("{}…", &words[..at]),
        None => words.to_owned(),
    }
}
