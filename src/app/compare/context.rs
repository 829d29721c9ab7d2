//! A passage in its context: the words of its source before and behind it, read beside the board.

use super::fit::Laid;
use super::measures;
use super::quote::Edges;
use crate::analysis::Study;
use crate::app::theme::{Theme, space, type_scale};
use crate::app::transcript::has_right_to_left;
use crate::domain::{CharOffset, CharRange, SourceId, SourceText, Turn};
use eframe::egui::text::{LayoutJob, TextFormat, TextWrapping};
use eframe::egui::{Align, Color32, Galley, Painter, Pos2, pos2};
use std::sync::Arc;

/// The words round a passage.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Context {
    before: String,
    passage: String,
    behind: String,
    /// Whether the text goes on before and behind what is shown.
    is_cut: (bool, bool),
}

impl Context {
    /// The turn before a passage, its own, and the one behind it, at most so many code points at each side; where
    /// nobody takes turns, the lines around it.
    pub fn of(study: &Study, source: SourceId, text: &SourceText, range: CharRange) -> Option<Self> {
        let at = study.source_at(source)?;
        let turns = study.turns.get(at as usize)?;
        let touched = |turn: &Turn| turn.range.start < range.end && range.start < turn.range.end;
        let first = turns.iter().position(touched);
        let last = turns.iter().rposition(touched);
        let (from, to) = match (first, last) {
            (Some(first), Some(last)) => {
                let from = turns[first.saturating_sub(1)].range.start;
                (from, turns[(last + 1).min(turns.len() - 1)].range.end)
            }
            _ => (CharOffset::ZERO, text.range().end),
        };
        let least = CharOffset::new(range.start.get().saturating_sub(measures::CONTEXT)).max(from);
        let most = CharOffset::new((range.end.get().saturating_add(measures::CONTEXT)).min(text.len())).min(to);
        let cut =
            |start: CharOffset, end: CharOffset| text.slice(CharRange { start, end }).unwrap_or_default().to_owned();
        Some(Self {
            before: cut(least.min(range.start), range.start),
            passage: cut(range.start, range.end),
            behind: cut(range.end, most.max(range.end)),
            is_cut: (least > from, most < to),
        })
    }

    /// Lays it out over `width`; `tint` lies under the passage.
    pub fn laid(&self, painter: &Painter, theme: &Theme, tint: Color32, width: f32) -> LaidContext {
        let (open, close) = (if self.is_cut.0 { "…" } else { "" }, if self.is_cut.1 { "…" } else { "" });
        if [&self.before, &self.passage, &self.behind].iter().any(|words| has_right_to_left(words)) {
            let block = |words: &str, step| Laid::new(painter, theme, words.trim(), Edges::default(), step, width);
            return LaidContext::Stacked(vec![
                (block(&format!("{open}{}", self.before), type_scale::QUOTE_SMALL), theme.text2),
                (block(&self.passage, type_scale::QUOTE), theme.text),
                (block(&format!("{}{close}", self.behind), type_scale::QUOTE_SMALL), theme.text2),
            ]);
        }
        let step = type_scale::QUOTE;
        let mut job = LayoutJob { wrap: TextWrapping::wrap_at_width(width), ..LayoutJob::default() };
        let mut then = |words: &str, color: Color32, background: Color32| {
            let format = TextFormat {
                font_id: step.font(),
                color,
                background,
                line_height: Some(step.line),
                valign: Align::Center,
                ..TextFormat::default()
            };
            job.append(words, 0.0, format);
        };
        let clear = Color32::TRANSPARENT;
        then(open, theme.text3, clear);
        then(self.before.trim_start(), theme.text2, clear);
        then(&self.passage, theme.text, tint);
        then(self.behind.trim_end(), theme.text2, clear);
        then(close, theme.text3, clear);
        LaidContext::Running(painter.layout_job(job))
    }
}

/// A context laid out.
pub enum LaidContext {
    /// In one run.
    Running(Arc<Galley>),
    /// What is before, the passage, and what is behind one below the other: where some of it reads from the right.
    Stacked(Vec<(Laid, Color32)>),
}

impl LaidContext {
    /// Height of all of it, in points.
    pub fn height(&self) -> f32 {
        match self {
            Self::Running(galley) => galley.size().y,
            Self::Stacked(blocks) => blocks.iter().map(|(laid, _)| laid.height() + space::XS).sum(),
        }
    }

    /// Paints it from a corner on.
    pub fn paint(self, painter: &Painter, corner: Pos2, theme: &Theme) {
        match self {
            Self::Running(galley) => {
                painter.galley(corner, galley, theme.text);
            }
            Self::Stacked(blocks) => {
                let mut top = corner.y;
                for (laid, ink) in blocks {
                    let height = laid.height();
                    laid.paint(painter, pos2(corner.x, top), ink);
                    top += height + space::XS;
                }
            }
        }
    }
}
