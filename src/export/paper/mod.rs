//! What is read on paper: coded excerpts, the comparison, numbered transcripts and the codebook as headings, block
//! quotations, tables and numbered lines. Made once, written as DOCX, HTML or Markdown, and shown in the window before.

mod audit;
mod checked;
mod codebook;
mod compared;
mod docx;
mod docx_parts;
mod excerpts;
mod grid;
mod html;
mod markdown;
mod measure;
mod tables;
#[cfg(test)]
mod tests;
mod transcript;

pub use audit::audit_paper;
pub use checked::member_check_paper;
pub use codebook::codebook_paper;
pub use compared::comparison_paper;
pub use excerpts::{ExcerptChoice, Grouping, excerpts_paper};
pub use grid::{Grid, GridCell, Stretch};
pub use tables::{CellWords, CitationForm, TableChoice, TableKind, closing_sentence, is_handed_in, table_paper};
pub use transcript::{Transcribed, transcript_paper};

use super::{Error, Sink};
use crate::analysis::{Naming, Study};
use crate::domain::source::keyed;
use crate::domain::{Date, Language, Message};
use crate::i18n::Catalog;
use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

/// A kind of file that is read on paper.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum PaperFormat {
    /// A Word document.
    Docx,
    /// A page for a browser.
    Html,
    /// Markdown.
    Md,
}

impl PaperFormat {
    /// All, in the order of controls.
    pub const ALL: [Self; 3] = [Self::Docx, Self::Html, Self::Md];

    /// The name on the command line; also the extension of such a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Md => "md",
        }
    }
}

keyed!(PaperFormat, "docx, html, md", [PaperFormat::Docx, PaperFormat::Html, PaperFormat::Md]);

/// Who hands something in, and when.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HandIn {
    /// By what name people go.
    pub naming: Naming,
    /// The day that stands on it.
    pub today: Date,
}

/// Something on paper.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Paper {
    /// What it is.
    pub title: String,
    /// Who hands it in: a name and a value a line.
    pub identity: Vec<(String, String)>,
    /// The study it belongs to: its title and its school.
    pub study: String,
    /// Who made it, for the properties of the file; may be empty.
    pub author: String,
    /// Its language.
    pub language: Language,
    /// The day that stands on it.
    pub today: Date,
    /// Whether it begins with its first block: what it is and who hands it in stand in the heads of its pages then.
    pub is_bare: bool,
    /// Its sections; each begins a new page.
    pub sections: Vec<Section>,
    /// Quotations, rows, codes or sources in the whole of it, of which only the first ones may stand here.
    pub total: usize,
}

/// A part that begins on a page of its own.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Section {
    /// What stands at the head of its pages beside the title; may be empty.
    pub head: String,
    /// Whether its pages lie on their long side.
    pub is_wide: bool,
    /// What stands in it.
    pub blocks: Vec<Block>,
}

/// Something that stands on paper by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Block {
    /// A heading of level 1 to 3.
    Heading(u8, String),
    /// A paragraph.
    Body(String),
    /// Points of a list.
    Points(Vec<String>),
    /// A remark in small letters.
    Note(String),
    /// Words of somebody, character for character, and what stands below them: citation, direction, codes.
    Quote {
        /// The words.
        words: String,
        /// What stands below.
        foot: String,
    },
    /// Lines with their numbers.
    Lines(Vec<Line>),
    /// A table.
    Table(Grid),
}

/// A numbered line.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Line {
    /// Its number as it is cited.
    pub number: String,
    /// Who speaks, where somebody begins here.
    pub speaker: String,
    /// The words.
    pub words: String,
}

impl Paper {
    /// An empty paper with the project's identity.
    pub(super) fn new(study: &Study, title: String, words: &Catalog, today: Date) -> Self {
        Self {
            title,
            identity: identity(study, words, today),
            study: [study.project.title.as_str(), study.project.school.as_str()]
                .into_iter()
                .filter(|fact| !fact.is_empty())
                .collect::<Vec<_>>()
                .join(" · "),
            author: study.project.researcher.clone(),
            language: words.language(),
            today,
            is_bare: false,
            sections: Vec::new(),
            total: 0,
        }
    }

    /// Writes it as one of the formats of papers; how many characters had to be replaced because such a file cannot
    /// hold them.
    ///
    /// # Errors
    /// Writing failed.
    pub fn write(&self, out: &mut dyn Sink, format: PaperFormat) -> Result<usize, Error> {
        let replaced = self.unwritable();
        match format {
            PaperFormat::Html => html::write(out, self)?,
            PaperFormat::Md => markdown::write(out, self)?,
            PaperFormat::Docx => docx::write(out, self)?,
        }
        Ok(replaced)
    }

    /// Its tables, in order.
    pub fn tables(&self) -> impl Iterator<Item = &Grid> {
        let blocks = self.sections.iter().flat_map(|section| &section.blocks);
        blocks.filter_map(|block| if let Block::Table(grid) = block { Some(grid) } else { None })
    }

    /// How many characters XML, and with it Word, refuses.
    fn unwritable(&self) -> usize {
        let count = |text: &str| text.chars().filter(|letter| is_refused(*letter)).count();
        let of_block = |block: &Block| match block {
            Block::Heading(_, text) | Block::Body(text) | Block::Note(text) => count(text),
            Block::Points(points) => points.iter().map(|text| count(text)).sum(),
            Block::Quote { words, foot } => count(words) + count(foot),
            Block::Lines(lines) => lines.iter().map(|line| count(&line.speaker) + count(&line.words)).sum(),
            Block::Table(grid) => grid.rows.iter().flatten().map(|cell| count(&cell.text())).sum(),
        };
        self.sections.iter().flat_map(|section| &section.blocks).map(of_block).sum()
    }
}

/// The identity of a project as names and values; what is empty is left out.
pub(super) fn identity(study: &Study, words: &Catalog, today: Date) -> Vec<(String, String)> {
    let project = &study.project;
    let researcher = match (project.researcher.as_str(), project.student_number.as_str()) {
        (name, "") => name.to_owned(),
        ("", number) => number.to_owned(),
        (name, number) => words.say(&Message::new("paper-researcher").with("name", name).with("number", number)),
    };
    let all = [
        ("identity-title", project.title.clone()),
        ("identity-school", project.school.clone()),
        ("identity-researcher", researcher),
        ("identity-supervisor", project.supervisor.clone()),
        ("identity-exported", words.date(today)),
    ];
    all.into_iter().filter(|(_, value)| !value.is_empty()).map(|(key, value)| (words.text(key), value)).collect()
}

/// Whether XML 1.0 has no way of holding a character.
pub(super) const fn is_refused(letter: char) -> bool {
    matches!(letter, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}')
}

/// A text without the characters that XML refuses.
pub(super) fn writable(text: &str) -> Cow<'_, str> {
    if !text.contains(is_refused) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(
        text.chars().map(|letter| if is_refused(letter) { char::REPLACEMENT_CHARACTER } else { letter }).collect(),
    )
}

/// A direction as its mark and its word; nothing where none is set.
fn direction_words(words: &Catalog, direction: Option<crate::domain::Direction>) -> Option<String> {
    let direction = direction?;
    Some(format!("{} {}", mark_of(direction), words.text(&format!("direction-{direction}"))))
}

/// The mark of a direction.
const fn mark_of(direction: crate::domain::Direction) -> char {
    use crate::domain::Direction;
    match direction {
        Direction::Supports => '▲',
        Direction::Partly => '◐',
        Direction::Weakens => '▼',
        Direction::Context => '◇',
    }
}
