//! The first rows of what is going to be written, on paper. Worked out once for a project revision and a
//! set of choices.

use super::wanted::{Wanted, What};
use crate::analysis::{Comparison, RowKind, Study, compare};
use crate::app::theme::{LIGHT, Theme, TypeStep, space, stroke, type_scale};
use crate::app::transcript::{Laid, Setting, has_right_to_left};
use crate::app::widgets::Words;
use crate::domain::{Language, Message, ProjectId, RevisionId, Verdict};
use crate::export::{FileFormat, Paper, Transcribed, column_words};
use crate::i18n::Catalog;
use eframe::egui::{
    Color32, CornerRadius, Galley, Painter, Pos2, Rect, Role, ScrollArea, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};
use std::sync::Arc;

/// Rows that a preview shows.
const ROWS: usize = 12;
/// Quotations, lines and families of codes that a preview of a paper shows.
const QUOTES: usize = 40;
const LINES: usize = 60;
const FAMILIES: usize = 40;
/// Letters of a quotation that a preview shows.
const LETTERS: usize = 280;
/// A column of counts is never narrower, in points.
const NARROW: f32 = 72.0;
/// Widths of the columns beside the quotation, in points.
const CITATION: f32 = 150.0;
const CODE: f32 = 76.0;
const DIRECTION: f32 = 104.0;
/// A quotation that has less than this takes the room of the last column, in points.
const QUOTE: f32 = 150.0;
/// Width of the column of the rows' names, in points.
const LABEL: f32 = 132.0;
/// Paper is never wider, in points.
const PAPER: f32 = 820.0;
/// Paper is never narrower; where there is less room it scrolls, in points.
const PAPER_LEAST: f32 = 380.0;

/// Paper below this width has a small margin, in points.
const SLIM: f32 = 560.0;

/// What a preview is made from.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Key {
    /// The project.
    pub project: ProjectId,
    /// Its revision.
    pub revision: u64,
    /// Language of the file.
    pub language: Language,
    /// The choices.
    pub wanted: Wanted,
    /// The text that is shown, where it has to be asked for and is there.
    pub text: Option<RevisionId>,
}

/// The first rows.
pub struct Preview {
    key: Key,
    title: String,
    /// Headings of the columns shown, with what each asks for: a width, or a share of what is left.
    columns: Vec<(String, Width)>,
    rows: Vec<Vec<String>>,
    /// What is shown instead of rows, where it is to be read.
    paper: Option<Paper>,
    /// Rows of the whole file.
    pub total: usize,
    /// Distinct segments in them.
    pub segments: usize,
}

#[derive(Clone, Copy, PartialEq, Debug)]
enum Width {
    Fixed(f32),
    Share(f32),
}

impl Preview {
    /// Whether this preview was made from `key`.
    pub fn is_of(&self, key: &Key) -> bool {
        self.key == *key
    }

    /// Looks at what the choices come to.
    pub fn new(study: &Study, key: Key, texts: &[Transcribed]) -> Self {
        let words = Catalog::new(key.language);
        if matches!(key.wanted.format, FileFormat::Paper(_)) && key.wanted.what != What::Comparison {
            return Self::of_paper(study, key, &words, texts);
        }
        match key.wanted.what {
            What::Excerpts => Self::of_excerpts(study, key, &words),
            What::Transcript | What::Codebook => Self::of_paper(study, key, &words, texts),
            What::Comparison => {
                let comparison = compare(study, key.wanted.rows, key.wanted.by);
                Self::of_comparison(key, &words, &comparison)
            }
        }
    }

    fn of_paper(study: &Study, key: Key, words: &Catalog, texts: &[Transcribed]) -> Self {
        let most = match key.wanted.what {
            What::Codebook => FAMILIES,
            What::Transcript => LINES,
            What::Excerpts | What::Comparison => QUOTES,
        };
        let mut paper = key.wanted.paper(study, texts, words, Some(most));
        // The day is that of the export, which is not yet.
        let day = words.text("identity-exported");
        paper.identity.retain(|(name, _)| *name != day);
        let mut segments = 0;
        let mut total = paper.total;
        match key.wanted.what {
            What::Transcript => total = key.wanted.sources(study).len(),
            What::Excerpts => {
                let is_wanted = key.wanted.filter();
                let is_wanted = is_wanted.matcher(study);
                let mut seen = vec![false; study.segments.len()];
                total = 0;
                for entry in study.codings.iter().filter(|entry| is_wanted(entry)) {
                    total += 1;
                    segments += usize::from(!std::mem::replace(&mut seen[entry.segment as usize], true));
                }
            }
            What::Comparison | What::Codebook => {}
        }
        if total == 0 {
            paper.sections.clear();
        }
        let title = paper.title.clone();
        Self { key, title, columns: Vec::new(), rows: Vec::new(), paper: Some(paper), total, segments }
    }

    fn of_excerpts(study: &Study, key: Key, words: &Catalog) -> Self {
        let filter = key.wanted.filter();
        let is_wanted = filter.matcher(study);
        let mut places: Vec<_> = study.codings.iter().filter(|entry| is_wanted(entry)).collect();
        let total = places.len();
        let mut seen = vec![false; study.segments.len()];
        let mut segments = 0;
        for entry in &places {
            segments += usize::from(!std::mem::replace(&mut seen[entry.segment as usize], true));
        }
        let order = |entry: &&crate::analysis::CodingEntry| {
            let segment = &study.segments[entry.segment as usize];
            (segment.source, segment.segment.range.start, entry.code)
        };
        if places.len() > ROWS {
            places.select_nth_unstable_by_key(ROWS, order);
            places.truncate(ROWS);
        }
        places.sort_by_key(order);
        let rows = places
            .into_iter()
            .map(|entry| {
                let segment = &study.segments[entry.segment as usize];
                let code = &study.codes[entry.code as usize];
                let quote = &segment.segment.quote;
                let start: String = quote.chars().take(LETTERS).collect();
                vec![
                    study.citation(segment),
                    code.label().to_owned(),
                    if start.len() < quote.len() { format!("{start}…") } else { start },
                    entry
                        .coding
                        .direction
                        .map_or_else(String::new, |direction| words.text(&format!("direction-{direction}"))),
                ]
            })
            .collect();
        let columns = [
            ("excerpt-citation", Width::Fixed(CITATION)),
            ("excerpt-code", Width::Fixed(CODE)),
            ("excerpt-quote", Width::Share(1.0)),
            ("excerpt-direction", Width::Fixed(DIRECTION)),
        ];
        Self {
            key,
            title: words.text("report-excerpts"),
            columns: columns.into_iter().map(|(name, width)| (words.text(name), width)).collect(),
            rows,
            paper: None,
            total,
            segments,
        }
    }

    fn of_comparison(key: Key, words: &Catalog, comparison: &Comparison) -> Self {
        let mut columns = vec![(words.text("comparison-label"), Width::Fixed(LABEL))];
        columns.extend(comparison.columns.iter().map(|column| (column_words(words, column), Width::Share(1.0))));
        columns.push((words.text("comparison-suggestion"), Width::Fixed(DIRECTION)));
        let rows = comparison.rows.iter().take(ROWS).map(|row| {
            let name = if row.code == row.label || row.kind == RowKind::Role {
                row.label.clone()
            } else {
                format!("{} {}", row.code, row.label)
            };
            let mut values = vec![name];
            values.extend(row.cells.iter().map(|cell| match cell.empty_reason {
                Some(reason) => words.text(&format!("empty-{reason}")),
                None => cell.segments.to_string(),
            }));
            let suggested = row.suggestion.verdict.filter(|verdict| *verdict != Verdict::Unrated);
            values.push(suggested.map_or_else(String::new, |verdict| words.text(&format!("verdict-{verdict}"))));
            values
        });
        Self {
            key,
            title: words.text("report-comparison"),
            columns,
            rows: rows.collect(),
            paper: None,
            total: comparison.rows.len(),
            segments: 0,
        }
    }

    /// Draws the paper over the room there is.
    pub fn ui(&self, ui: &mut Ui, catalog: &Catalog) {
        let theme = Theme::of(ui);
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, CornerRadius::ZERO, theme.chrome);
        ScrollArea::both().auto_shrink(false).id_salt("preview").show(ui, |ui| {
            let width = (room.width() - 2.0 * space::XL).clamp(PAPER_LEAST, PAPER);
            let left = (ui.cursor().left() + ((room.width() - width) / 2.0).max(space::XL)).round();
            let top = ui.cursor().top() + space::XL;
            // The fill goes below the words, whose height is known only when they are laid out.
            let fill = ui.painter().add(eframe::egui::Shape::Noop);
            let foot = self.paint(ui.painter(), catalog, pos2(left, top), width);
            let paper = Rect::from_min_max(pos2(left, top), pos2(left + width, foot));
            let edge = Stroke::new(stroke::HAIR, theme.line2);
            let shape = eframe::egui::epaint::RectShape::new(
                paper,
                CornerRadius::ZERO,
                Color32::WHITE,
                edge,
                StrokeKind::Inside,
            );
            ui.painter().set(fill, shape);
            let response = ui.interact(paper, ui.scope_id().with("paper"), Sense::hover());
            let spoken = format!("{}: {}", catalog.text("report-preview"), self.title);
            response.widget_info(|| WidgetInfo::labeled(Role::Document, true, &spoken));
            ui.advance_cursor_after_rect(paper.expand(space::XL));
        });
    }

    /// Paints title and table from a corner on; returns where the paper ends.
    fn paint(&self, painter: &Painter, catalog: &Catalog, corner: Pos2, width: f32) -> f32 {
        // Paper is white in both themes, so the ink is that of the light one.
        let ink = &LIGHT;
        let margin = if width < SLIM { space::M } else { space::XXL };
        let inner = width - 2.0 * margin;
        let left = corner.x + margin;
        let mut top = corner.y + space::XXL;
        if let Some(paper) = &self.paper {
            top = super::sheet::paint(painter, paper, pos2(left, top), inner) + space::XS;
            let is_whole = match self.key.wanted.what {
                What::Excerpts => paper.total <= QUOTES,
                What::Transcript => false,
                What::Comparison | What::Codebook => true,
            };
            if !is_whole {
                let words = catalog.text("report-goes-on");
                let galley = Words::of(&words, type_scale::CAPTION, ink.text3).row(painter);
                painter.galley(pos2(left, top), galley, ink.text3);
                top += type_scale::CAPTION.line;
            }
            return top + space::XL;
        }
        let title = Words::of(&self.title, type_scale::QUOTE.strong(), ink.text).wrapped(painter, inner);
        let size = title.size();
        painter.galley(pos2((corner.x + (width - size.x) / 2.0).round(), top), title, ink.text);
        top += size.y + space::M;
        let (shown, hidden) = self.fitting(inner);
        let widths = widths(&shown.iter().map(|at| self.columns[*at].1).collect::<Vec<_>>(), inner);
        let edge = Stroke::new(stroke::HAIR, ink.line3);
        let heads: Vec<&str> = shown.iter().map(|at| self.columns[*at].0.as_str()).collect();
        let body = self.rows.iter().map(|row| (false, shown.iter().map(|at| row[*at].as_str()).collect::<Vec<_>>()));
        for (is_head, row) in std::iter::once((true, heads)).chain(body) {
            let step =
                if is_head { type_scale::QUOTE_SMALL.at(13.0).strong() } else { type_scale::QUOTE_SMALL.at(13.0) };
            let galleys: Vec<_> = row
                .iter()
                .zip(&widths)
                .map(|(words, width)| Text::new(painter, words, step, ink.text, width - 2.0 * space::XS))
                .collect();
            let height = galleys.iter().map(Text::height).fold(0.0, f32::max).round() + 2.0 * 6.0;
            let mut at = left;
            for (galley, width) in galleys.into_iter().zip(&widths) {
                let rect = Rect::from_min_size(pos2(at, top), vec2(*width + 1.0, height + 1.0));
                let fill = if is_head { ink.chrome } else { Color32::WHITE };
                painter.rect(rect, CornerRadius::ZERO, fill, edge, StrokeKind::Inside);
                galley.paint(painter, rect.min + vec2(space::XS, 6.0), ink.text);
                at += width;
            }
            top += height;
        }
        top += space::S;
        let rest = [("report-more-rows", self.total - self.rows.len()), ("report-more-columns", hidden)];
        for (key, n) in rest.into_iter().filter(|(_, n)| *n > 0) {
            let words = catalog.say(&Message::new(key).with("n", n));
            let galley = Words::of(&words, type_scale::CAPTION, ink.text3).row(painter);
            painter.galley(pos2(left, top), galley, ink.text3);
            top += type_scale::CAPTION.line + 2.0;
        }
        top + space::XL
    }

    /// The columns that fit on the paper, and how many do not.
    fn fitting(&self, width: f32) -> (Vec<usize>, usize) {
        let fixed: f32 =
            self.columns.iter().map(|(_, width)| if let Width::Fixed(width) = width { *width } else { 0.0 }).sum();
        let shares = self.columns.iter().filter(|(_, width)| matches!(width, Width::Share(_))).count();
        // Words of five letters a row cannot be read: on slim paper the quotation comes before its direction.
        let is_slim = self.key.wanted.what == What::Excerpts && width - fixed < QUOTE;
        let last = self.columns.len() - 1;
        let most = (1..=shares).take_while(|n| fixed + *n as f32 * NARROW <= width).count().max(1).min(shares);
        let mut left = most;
        let shown = (0..self.columns.len())
            .filter(|at| match self.columns[*at].1 {
                Width::Fixed(_) => !(is_slim && *at == last),
                Width::Share(_) => {
                    left > 0 && {
                        left -= 1;
                        true
                    }
                }
            })
            .collect();
        (shown, shares - most + usize::from(is_slim))
    }
}

/// The words of a cell laid out.
pub(super) enum Text {
    Plain(Arc<Galley>),
    /// Some read from the right; egui alone would put them in the wrong order.
    BothWays(Laid),
}

impl Text {
    pub(super) fn new(painter: &Painter, words: &str, step: TypeStep, ink: Color32, width: f32) -> Self {
        if has_right_to_left(words) {
            let line = words.split_whitespace().collect::<Vec<_>>().join(" ");
            return Self::BothWays(Laid::new(painter.ctx(), &line, Setting { step, width }));
        }
        Self::Plain(Words::of(words, step, ink).wrapped(painter, width))
    }

    pub(super) fn height(&self) -> f32 {
        match self {
            Self::Plain(galley) => galley.size().y,
            Self::BothWays(laid) => laid.height(),
        }
    }

    pub(super) fn paint(self, painter: &Painter, corner: Pos2, ink: Color32) {
        match self {
            Self::Plain(galley) => {
                painter.galley(corner, galley, ink);
            }
            Self::BothWays(laid) => laid.paint(painter, corner, ink),
        }
    }
}

fn widths(asked: &[Width], width: f32) -> Vec<f32> {
    let fixed: f32 = asked.iter().map(|one| if let Width::Fixed(width) = one { *width } else { 0.0 }).sum();
    let shares: f32 = asked.iter().map(|one| if let Width::Share(share) = one { *share } else { 0.0 }).sum();
    asked
        .iter()
        .map(|one| match one {
            Width::Fixed(width) => *width,
            Width::Share(share) => ((width - fixed).max(0.0) * share / shares).floor(),
        })
        .collect()
}
