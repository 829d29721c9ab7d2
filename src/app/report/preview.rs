//! The first pages of what is going to be written, on the desk. Worked out once for a project revision and a set of
//! choices.

use super::figure::Figure;
use super::material::Material;
use super::pages::{self, Desk};
use super::wanted::{Wanted, What};
use crate::analysis::Study;
use crate::app::theme::{Theme, space};
use crate::domain::{Language, Message, ProjectId, RevisionId, Say};
use crate::export::Paper;
use crate::i18n::Catalog;
use eframe::egui::{CornerRadius, Role, ScrollArea, Sense, Ui, WidgetInfo};

/// Quotations, lines, families of codes and rows of tables that a preview of a paper shows.
const QUOTES: usize = 40;
const LINES: usize = 60;
const FAMILIES: usize = 40;
const ROWS: usize = 120;
/// Pages are never wider, in points: upright ones and those on their long side.
const UPRIGHT: f32 = 820.0;
const WIDE: f32 = 900.0;
/// Pages are never narrower; where there is less room the desk scrolls, in points.
const UPRIGHT_LEAST: f32 = 380.0;
const WIDE_LEAST: f32 = 700.0;
/// A column of a table is never narrower, in points, whatever the page.
const COLUMN_LEAST: f32 = 84.0;

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
    /// How many steps of the history are there, where they have to be asked for.
    pub steps: usize,
}

/// The first pages.
pub struct Preview {
    key: Key,
    paper: Paper,
    /// What is shown instead, where it is a picture.
    figure: Option<Figure>,
    /// What stands below the last words, where there are more than these.
    rest: Option<Message>,
    /// Rows, codings, sources or codes of the whole file.
    pub total: usize,
    /// Distinct segments in it.
    pub segments: usize,
    /// About how many pages tables fill, where all of them are here.
    pub pages: Option<usize>,
}

impl Preview {
    /// Whether this preview was made from `key`.
    pub fn is_of(&self, key: &Key) -> bool {
        self.key == *key
    }

    /// Looks at what the choices come to.
    pub fn new(study: &Study, key: Key, material: &Material) -> Self {
        let words = Catalog::new(key.language);
        let most = match key.wanted.what {
            What::Codebook => FAMILIES,
            What::Transcript => LINES,
            What::Excerpts => QUOTES,
            What::Comparison | What::Table(_) | What::Tables | What::Chart(_) | What::Audit | What::MemberCheck => ROWS,
        };
        let mut paper = key.wanted.paper(study, material, &words, Some(most));
        // The day is that of the export, which is not yet.
        let day = words.text("identity-exported");
        paper.identity.retain(|(name, _)| *name != day);
        let mut segments = 0;
        let mut total = paper.total;
        let shown: usize = paper.tables().map(|grid| grid.rows.len()).sum();
        let mut rest = None;
        match key.wanted.what {
            What::Transcript => {
                total = key.wanted.sources(study).len();
                rest = Some(Message::new("report-goes-on"));
            }
            What::Excerpts => {
                rest = (paper.total > QUOTES).then(|| Message::new("report-goes-on"));
                let is_wanted = key.wanted.filter();
                let is_wanted = is_wanted.matcher(study);
                let mut seen = vec![false; study.segments.len()];
                total = 0;
                for entry in study.codings.iter().filter(|entry| is_wanted(entry)) {
                    total += 1;
                    segments += usize::from(!std::mem::replace(&mut seen[entry.segment as usize], true));
                }
            }
            What::Comparison | What::Table(_) | What::Tables | What::Audit => {
                rest = (total > shown).then(|| Message::new("report-more-rows").with("n", total - shown));
            }
            What::Chart(_) | What::Codebook | What::MemberCheck => {}
        }
        if total == 0 {
            paper.sections.clear();
        }
        let pages = (shown > 0 && rest.is_none()).then(|| paper.table_pages());
        let figure = match key.wanted.what {
            What::Chart(_) => match key.wanted.chart(study, &words) {
                Ok(chart) => Some(Figure::new(chart)),
                Err(error) => {
                    log::warn!("the chart is not shown: {}", error.mark());
                    None
                }
            },
            _ => None,
        };
        Self { key, paper, figure, rest, total, segments, pages }
    }

    /// Whether its pages lie on their long side.
    pub fn is_wide(&self) -> bool {
        self.paper.sections.last().is_some_and(|section| section.is_wide)
    }

    /// Draws the pages over the room there is.
    pub fn ui(&self, ui: &mut Ui, catalog: &Catalog) {
        if let Some(figure) = &self.figure {
            return figure.ui(ui);
        }
        let theme = Theme::of(ui);
        let room = ui.available_rect_before_wrap();
        ui.painter().rect_filled(room, CornerRadius::ZERO, theme.chrome);
        ScrollArea::both().auto_shrink(false).id_salt("preview").show(ui, |ui| {
            let inner = room.width() - 2.0 * space::XL;
            let (upright, wide) = (inner.clamp(UPRIGHT_LEAST, UPRIGHT), inner.clamp(WIDE_LEAST, WIDE));
            let columns = self.paper.tables().map(|grid| grid.headings.len()).max().unwrap_or(0);
            let wide = wide.max(columns as f32 * COLUMN_LEAST);
            let widest = if self.paper.sections.iter().any(|section| section.is_wide) { wide } else { upright };
            let left = (ui.cursor().left() + ((room.width() - widest) / 2.0).max(space::XL)).round();
            let desk = Desk { left, top: ui.cursor().top() + space::XL, upright, wide, edge: theme.line2 };
            let rest = self.rest.as_ref().map(|message| catalog.say(message));
            let pages = pages::paint(ui.painter(), &self.paper, desk, rest.as_deref());
            for (number, page) in (1_usize..).zip(&pages) {
                let response = ui.interact(*page, ui.scope_id().with(("page", number)), Sense::hover());
                let spoken = Message::new("report-page").with("what", self.paper.title.as_str()).with("n", number);
                let spoken = catalog.say(&spoken);
                response.widget_info(|| WidgetInfo::labeled(Role::Document, true, &spoken));
            }
            if let Some(all) = pages.into_iter().reduce(|all, page| all.union(page)) {
                ui.advance_cursor_after_rect(all.expand(space::XL));
            }
        });
    }
}
