//! What leaves the program: excerpts and comparisons as CSV, XLSX and JSON, papers and charts, into any
//! [`std::io::Write`].
//!
//! - **JSON** is what the command line prints with `--json`: machine keys, nothing translated.
//! - **CSV** is RFC 4180, UTF-8 with a byte order mark (without it Excel reads UTF-8 as Windows-1252), comma,
//!   CRLF. Machine keys, or words of a language where one is asked for.
//! - **XLSX** is for people: words of a language, real dates, a sheet that says how it was counted.
//!
//! # A quotation that starts with `=`
//! A spreadsheet takes a CSV field that starts with `=`, `+`, `-`, `@`, a tab or a line end for a formula,
//! quoted or not: the words would be lost, or worse, run. There is no way of writing CSV that a spreadsheet
//! leaves alone and that is the bare words too. So such a field, and only such a field, gets one apostrophe
//! in front ([`guarded`]), and so does one that would look as if it had been given one; [`unguarded`] takes
//! it off again, and every field comes back character for character. All other fields are the bare words. In XLSX a
//! text is a text, whatever it starts with; nothing is added there, nor in JSON.

mod beside;
mod chart;
mod codebook;
mod columns;
mod comparison;
mod csv;
mod error;
mod excerpts;
pub mod faces;
mod json;
mod paper;
mod sheets;
mod table;
mod xlsx;

pub use crate::domain::{guarded, unguarded};
pub use beside::{Sink, write_beside};
pub use chart::{Chart, ChartKind, PictureFormat, Pixels, chart, save_chart};
pub use codebook::{codebook_csv, codebook_json, save_codebook};
pub use columns::{column_title, column_words, own_column_words};
pub use comparison::{comparison_csv, comparison_xlsx};
pub use error::Error;
pub use excerpts::{excerpts_csv, excerpts_xlsx};
pub use json::{Answer, Compared, Nothing, comparison_json, excerpts_json};
pub use paper::{
    Block, CellWords, CitationForm, ExcerptChoice, Grid, GridCell, Grouping, HandIn, Line, Paper, PaperFormat, Section,
    Stretch, TableChoice, TableKind, Transcribed, audit_paper, closing_sentence, codebook_paper, comparison_paper,
    excerpts_paper, is_handed_in, member_check_paper, table_paper, transcript_paper,
};

use crate::analysis::{Comparison, Excerpt, Study};
use crate::domain::Date;
use crate::domain::source::keyed;
use crate::i18n::Catalog;
use std::fmt;
use std::path::Path;
use std::str::FromStr;

/// A kind of file.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Format {
    /// Comma-separated values.
    Csv,
    /// An Excel workbook.
    Xlsx,
    /// The answer of `--json`.
    Json,
}

impl Format {
    /// All formats in the order of controls.
    pub const ALL: [Self; 3] = [Self::Csv, Self::Xlsx, Self::Json];

    /// The name on the command line; also the extension of such a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Json => "json",
        }
    }
}

keyed!(Format, "csv, xlsx, json", [Format::Csv, Format::Xlsx, Format::Json]);

/// Any kind of file that can be exported.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum FileFormat {
    /// Rows for other programs.
    Table(Format),
    /// Something to be read.
    Paper(PaperFormat),
    /// Something to be looked at.
    Picture(PictureFormat),
}

impl FileFormat {
    /// All that hold words, what is read first.
    pub const ALL: [Self; 6] = [
        Self::Paper(PaperFormat::Docx),
        Self::Paper(PaperFormat::Html),
        Self::Paper(PaperFormat::Md),
        Self::Table(Format::Xlsx),
        Self::Table(Format::Csv),
        Self::Table(Format::Json),
    ];

    /// What is read of sources and of the codebook.
    pub const READ: [Self; 2] = [Self::Paper(PaperFormat::Docx), Self::Paper(PaperFormat::Html)];

    /// What charts are saved as.
    pub const PICTURES: [Self; 2] = [Self::Picture(PictureFormat::Png), Self::Picture(PictureFormat::Svg)];

    /// What is filled in by hand.
    pub const PAPERS: [Self; 3] =
        [Self::Paper(PaperFormat::Docx), Self::Paper(PaperFormat::Html), Self::Paper(PaperFormat::Md)];

    /// What tables are handed in as.
    pub const TABLES: [Self; 4] = [
        Self::Paper(PaperFormat::Docx),
        Self::Table(Format::Xlsx),
        Self::Paper(PaperFormat::Html),
        Self::Paper(PaperFormat::Md),
    ];

    /// The name on the command line; also the extension of such a file.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Table(format) => format.key(),
            Self::Paper(format) => format.key(),
            Self::Picture(format) => format.key(),
        }
    }
}

keyed!(
    FileFormat,
    "docx, html, md, xlsx, csv, json, png, svg",
    [
        FileFormat::ALL[0],
        FileFormat::ALL[1],
        FileFormat::ALL[2],
        FileFormat::ALL[3],
        FileFormat::ALL[4],
        FileFormat::ALL[5],
        FileFormat::PICTURES[0],
        FileFormat::PICTURES[1]
    ]
);

/// Writes excerpts to a file. Without `words` CSV has machine keys, and XLSX, which is for people, the words of
/// the project's language.
///
/// # Errors
/// The folder is missing or cannot be written to, the disk is full, the workbook cannot hold it. What stood
/// at `path` before is still there then.
pub fn save_excerpts(
    path: &Path,
    format: Format,
    study: &Study,
    excerpts: &[Excerpt],
    words: Option<&Catalog>,
) -> Result<(), Error> {
    write_beside(path, |out| match format {
        Format::Csv => excerpts_csv(out, excerpts, words),
        Format::Xlsx => match words {
            Some(words) => excerpts_xlsx(out, &stamp(study, words), excerpts, words),
            None => {
                let words = Catalog::new(study.project.language);
                excerpts_xlsx(out, &stamp(study, &words), excerpts, &words)
            }
        },
        Format::Json => excerpts_json(out, &study.project, "codings", excerpts),
    })
}

/// Writes bytes to a file as they are.
///
/// # Errors
/// As [`save_excerpts`].
pub fn save_bytes(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_beside(path, |out| Ok(out.write_all(bytes)?))
}

/// Writes a comparison to a file; otherwise as [`save_excerpts`].
///
/// # Errors
/// As [`save_excerpts`].
pub fn save_comparison(
    path: &Path,
    format: Format,
    study: &Study,
    comparison: &Comparison,
    words: Option<&Catalog>,
) -> Result<(), Error> {
    write_beside(path, |out| match format {
        Format::Csv => comparison_csv(out, comparison, words),
        Format::Xlsx => match words {
            Some(words) => comparison_xlsx(out, study, comparison, words),
            None => comparison_xlsx(out, study, comparison, &Catalog::new(study.project.language)),
        },
        Format::Json => comparison_json(out, &study.project, comparison),
    })
}

/// Writes a paper to a file; how many characters had to be replaced because such a file cannot hold them.
///
/// # Errors
/// As [`save_excerpts`].
pub fn save_paper(path: &Path, format: PaperFormat, paper: &Paper) -> Result<usize, Error> {
    let mut replaced = 0;
    write_beside(path, |out| {
        replaced = paper.write(out, format)?;
        Ok(())
    })?;
    Ok(replaced)
}

/// Writes the tables of a paper as a workbook, one sheet a table.
///
/// # Errors
/// As [`save_excerpts`].
pub fn save_tables(path: &Path, study: &Study, paper: &Paper, words: &Catalog) -> Result<(), Error> {
    write_beside(path, |out| sheets::write(out, &stamp(study, words), paper, words))
}

/// Who hands a workbook in, and when.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Stamp {
    /// Names and values of the project's identity.
    pub identity: Vec<(String, String)>,
    /// Who made it; may be empty.
    pub author: String,
    /// The day that stands on it.
    pub today: Date,
}

fn stamp(study: &Study, words: &Catalog) -> Stamp {
    let today = today();
    Stamp { identity: paper::identity(study, words, today), author: study.project.researcher.clone(), today }
}

/// The day that is written on what is handed in today, in the zone of this machine.
pub fn today() -> Date {
    let now = jiff::Zoned::now();
    let (month, day) = (u8::try_from(now.month()).unwrap_or(1), u8::try_from(now.day()).unwrap_or(1));
    Date::new(now.year(), month, day).unwrap_or_default()
}

#[cfg(test)]
mod tests;
