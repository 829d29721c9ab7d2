//! The tables of the chapter of results, 4.1 to 4.6: informants and documents, data reduction, coding, triangulation of
//! sources and of techniques, and the evaluation of the roles. One a file in this folder, each a [`Grid`] that Word,
//! a browser, Markdown and a workbook show alike.

mod cite;
mod closing;
mod coding;
mod informants;
mod matrix;
mod recap;
mod reduction;
#[cfg(test)]
mod tests;

use super::{Block, Grid, HandIn, Paper, Section};
use crate::analysis::{Axis, RowsKind, Study};
use crate::domain::Message;
use crate::domain::source::keyed;
use crate::i18n::Catalog;
use cite::Citer;
pub use closing::closing_sentence;
pub use matrix::is_handed_in;
use std::fmt;
use std::str::FromStr;

/// A table of the chapter.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum TableKind {
    /// 4.1: informants and documents.
    Informants,
    /// 4.2: data reduction, a row a statement.
    Reduction,
    /// 4.3: coding, a row an indicator.
    Coding,
    /// 4.4: triangulation of sources.
    Sources,
    /// 4.5: triangulation of techniques.
    Techniques,
    /// 4.6: the evaluation of the roles.
    Evaluation,
}

impl TableKind {
    /// All, in their order.
    pub const ALL: [Self; 6] =
        [Self::Informants, Self::Reduction, Self::Coding, Self::Sources, Self::Techniques, Self::Evaluation];

    /// Its number, which is its name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Informants => "4.1",
            Self::Reduction => "4.2",
            Self::Coding => "4.3",
            Self::Sources => "4.4",
            Self::Techniques => "4.5",
            Self::Evaluation => "4.6",
        }
    }

    /// The word that its messages end in.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Informants => "informants",
            Self::Reduction => "reduction",
            Self::Coding => "coding",
            Self::Sources => "sources",
            Self::Techniques => "techniques",
            Self::Evaluation => "evaluation",
        }
    }

    /// Its name: "Matriks triangulasi sumber".
    pub fn name(self, words: &Catalog) -> String {
        words.text(&format!("tables-name-{}", self.word()))
    }

    /// What stands in its columns, where sides are set against each other.
    pub const fn axis(self) -> Option<Axis> {
        match self {
            Self::Sources => Some(Axis::Group),
            Self::Techniques => Some(Axis::Technique),
            Self::Informants | Self::Reduction | Self::Coding | Self::Evaluation => None,
        }
    }

    /// Whether its pages lie on their long side unless chosen otherwise.
    pub const fn is_wide(self) -> bool {
        true
    }
}

keyed!(
    TableKind,
    "4.1, 4.2, 4.3, 4.4, 4.5, 4.6",
    [TableKind::ALL[0], TableKind::ALL[1], TableKind::ALL[2], TableKind::ALL[3], TableKind::ALL[4], TableKind::ALL[5]]
);

/// What the cells of a triangulation hold.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum CellWords {
    /// The researcher's summary and the citations.
    #[default]
    Summaries,
    /// Citations with their direction.
    Citations,
    /// The shortest quotations, key quotations first.
    Quotes,
}

impl CellWords {
    /// All, in the order of controls.
    pub const ALL: [Self; 3] = [Self::Summaries, Self::Citations, Self::Quotes];

    /// The name on the command line.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Summaries => "summaries",
            Self::Citations => "citations",
            Self::Quotes => "quotes",
        }
    }
}

keyed!(CellWords, "summaries, citations, quotes", [CellWords::Summaries, CellWords::Citations, CellWords::Quotes]);

/// How passages are cited in narrow cells.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum CitationForm {
    /// Short: `W.KS, b.45`.
    #[default]
    Short,
    /// By the project's pattern: `W.KS.12-02-2025, baris 45`.
    Full,
}

impl CitationForm {
    /// Both, in the order of controls.
    pub const ALL: [Self; 2] = [Self::Short, Self::Full];

    /// The name in lists of choices.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Short => "short",
            Self::Full => "full",
        }
    }
}

keyed!(CitationForm, "short, full", [CitationForm::Short, CitationForm::Full]);

/// How tables are made.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct TableChoice {
    /// The rows of a triangulation.
    pub rows: RowsKind,
    /// What its cells hold.
    pub cells: CellWords,
    /// How passages are cited.
    pub citation: CitationForm,
    /// Whether pages lie on their long side; as each table has it where not chosen.
    pub is_wide: Option<bool>,
    /// Whether cells end in "2 informan · 7 segmen".
    pub has_counts: bool,
}

impl Default for TableChoice {
    fn default() -> Self {
        Self {
            rows: RowsKind::Roles,
            cells: CellWords::default(),
            citation: CitationForm::default(),
            is_wide: None,
            has_counts: false,
        }
    }
}

/// What every table is made from.
struct Making<'a> {
    study: &'a Study,
    choice: &'a TableChoice,
    words: &'a Catalog,
    citer: Citer<'a>,
    /// Rows that are made at most.
    most: usize,
}

/// A table as it comes out of one of the files here.
struct Made {
    /// Headings, with shares of the width.
    headings: Vec<(String, u32)>,
    centred: Vec<usize>,
    rows: Vec<Vec<super::GridCell>>,
    /// Rows of the whole table.
    total: usize,
    /// What stands below it.
    notes: Vec<Block>,
}

/// Tables on paper: one on its pages alone, several each on pages of its own behind a sheet that lists them. Where
/// `most` says so only the first rows of each.
pub fn table_paper(
    study: &Study,
    kinds: &[TableKind],
    choice: &TableChoice,
    hand_in: HandIn,
    words: &Catalog,
    most: Option<usize>,
) -> Paper {
    let title = match kinds {
        [kind] => caption(*kind, words),
        _ => words.text("tables-title"),
    };
    let mut paper = Paper::new(study, title, words, hand_in.today);
    paper.is_bare = kinds.len() == 1;
    if !paper.is_bare {
        let list = kinds.iter().map(|kind| Block::Body(caption(*kind, words)));
        paper.sections.push(Section { blocks: list.collect(), ..Section::default() });
    }
    for kind in kinds {
        let citer = Citer::new(study, choice.citation, hand_in.naming, words);
        let making = Making { study, choice, words, citer, most: most.unwrap_or(usize::MAX) };
        let made = making.table(*kind);
        paper.total += made.total;
        let grid =
            Grid { caption: caption(*kind, words), headings: made.headings, centred: made.centred, rows: made.rows };
        let mut blocks = vec![Block::Table(grid)];
        blocks.extend(made.notes);
        let is_wide = choice.is_wide.unwrap_or(kind.is_wide());
        paper.sections.push(Section { head: caption(*kind, words), is_wide, blocks });
    }
    paper
}

/// What stands above a table: "Tabel 4.4 Matriks triangulasi sumber".
fn caption(kind: TableKind, words: &Catalog) -> String {
    words.say(&Message::new("tables-caption").with("number", kind.key()).with("name", kind.name(words)))
}

impl Making<'_> {
    fn table(&self, kind: TableKind) -> Made {
        match kind {
            TableKind::Informants => self.informants(),
            TableKind::Reduction => self.reduction(),
            TableKind::Coding => self.coding(),
            TableKind::Sources => self.matrix(kind, Axis::Group),
            TableKind::Techniques => self.matrix(kind, Axis::Technique),
            TableKind::Evaluation => self.recap(),
        }
    }

    fn heading(&self, key: &str, share: u32) -> (String, u32) {
        (self.words.text(key), share)
    }

    /// What the marks of directions mean.
    fn marks_note(&self) -> Block {
        Block::Note(self.words.text("tables-marks"))
    }
}

/// What stands where nothing is.
const NOTHING: &str = "–";
