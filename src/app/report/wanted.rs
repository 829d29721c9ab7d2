//! What is to be exported: the choices, what they come to, and the work that writes the file.

use super::material::Material;
use crate::analysis::{Axis, Comparison, Filter, Naming, Question, RowsKind, Study, compare_with, excerpts};
use crate::app::commands::{Finished, Job, Request};
use crate::app::fault::Fault;
use crate::domain::{CodeId, GroupId, InformantId, Language, Message, Say, SourceId, Technique};
use crate::export::{
    Chart, ChartKind, ExcerptChoice, FileFormat, Format, Grouping, HandIn, Paper, PaperFormat, TableChoice, TableKind,
    audit_paper, chart, codebook_paper, comparison_paper, excerpts_paper, member_check_paper, save_chart,
    save_comparison, save_excerpts, save_paper, save_tables, table_paper, today, transcript_paper,
};
use crate::i18n::Catalog;
use std::path::{Path, PathBuf};

/// The kinds of report.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum What {
    /// Coded excerpts, one row a coding.
    Excerpts,
    /// The comparison, one row a role or code.
    Comparison,
    /// One of the tables of the chapter of results.
    Table(TableKind),
    /// All of them in one file.
    Tables,
    /// A chart.
    Chart(ChartKind),
    /// Sources with numbered lines.
    Transcript,
    /// The codebook.
    Codebook,
    /// What was done, by whom and when.
    Audit,
    /// Sheets of the member check, one an informant.
    MemberCheck,
}

impl What {
    /// The name on the command line and in the list of exports.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Excerpts => "excerpts",
            Self::Comparison => "comparison",
            Self::Table(_) | Self::Tables => "tables",
            Self::Chart(_) => "chart",
            Self::Transcript => "transcript",
            Self::Codebook => "codebook",
            Self::Audit => "audit",
            Self::MemberCheck => "membercheck",
        }
    }

    /// What it is called: "Tabel 4.4", "Buku kode".
    pub fn title(self, catalog: &Catalog) -> String {
        catalog.text(match self {
            Self::Excerpts => "report-excerpts",
            Self::Comparison => "report-comparison",
            Self::Table(kind) => return catalog.say(&Message::new("report-table").with("number", kind.key())),
            Self::Tables => "report-tables",
            Self::Chart(kind) => return kind.figure(catalog),
            Self::Transcript => "paper-transcript",
            Self::Codebook => "paper-codebook",
            Self::Audit => "audit-title",
            Self::MemberCheck => "membercheck-title",
        })
    }

    /// The tables that it holds.
    pub fn tables(&self) -> &[TableKind] {
        match self {
            Self::Table(kind) => std::slice::from_ref(kind),
            Self::Tables => &TableKind::ALL,
            Self::Excerpts
            | Self::Comparison
            | Self::Chart(_)
            | Self::Transcript
            | Self::Codebook
            | Self::Audit
            | Self::MemberCheck => &[],
        }
    }
}

/// The choices.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Wanted {
    /// What is exported.
    pub what: What,
    /// Only this code and the codes below it.
    pub code: Option<CodeId>,
    /// Only words of this group.
    pub group: Option<GroupId>,
    /// Only sources collected this way.
    pub technique: Option<Technique>,
    /// Rows of the comparison.
    pub rows: RowsKind,
    /// Columns of the comparison.
    pub by: Axis,
    /// What they are divided by, once more.
    pub within: Option<Axis>,
    /// How tables are made.
    pub table: TableChoice,
    /// Language of headings and closed lists; the project's where not chosen.
    pub language: Option<Language>,
    /// Headings of excerpts.
    pub grouping: Grouping,
    /// Only this source's transcript.
    pub source: Option<SourceId>,
    /// Only this informant's sheet.
    pub informant: Option<InformantId>,
    /// By what name people go.
    pub naming: Naming,
    /// Kind of file.
    pub format: FileFormat,
}

impl Default for Wanted {
    fn default() -> Self {
        Self {
            what: What::Excerpts,
            code: None,
            group: None,
            technique: None,
            rows: RowsKind::Roles,
            by: Axis::Group,
            within: None,
            table: TableChoice::default(),
            language: None,
            grouping: Grouping::Role,
            source: None,
            informant: None,
            naming: Naming::Codes,
            format: FileFormat::Paper(PaperFormat::Docx),
        }
    }
}

impl Wanted {
    /// Which codings are wanted.
    pub fn filter(&self) -> Filter {
        Filter { code: self.code, group: self.group, technique: self.technique, ..Filter::default() }
    }

    /// The language of the file.
    pub fn language(&self, study: &Study) -> Language {
        self.language.unwrap_or(study.project.language)
    }

    /// The comparison that is wanted.
    fn comparison(&self, study: &Study) -> Comparison {
        compare_with(study, &Question { rows: self.rows, by: self.by, within: self.within, book: None })
    }

    /// Lets go of what the project no longer has, and of a division of columns by themselves.
    pub fn keep(&mut self, study: &Study) {
        if let Axis::Attribute(id) = self.by
            && !study.attributes.iter().any(|attribute| attribute.id == id)
        {
            self.by = Axis::Group;
        }
        self.within = self.within.filter(|within| *within != self.by);
        self.code = self.code.filter(|code| study.code_at(*code).is_some());
        self.source = self.source.filter(|source| study.source(*source).is_some());
        self.informant = self.informant.filter(|informant| study.informant_at(*informant).is_some());
        if !self.formats().contains(&self.format) {
            self.format = self.formats()[0];
        }
        self.group = self.group.filter(|group| study.group_at(*group).is_some());
    }

    /// The name proposed for the file, without its extension.
    pub fn file_name(&self, catalog: &Catalog) -> String {
        match self.what {
            What::Excerpts => catalog.text("report-file-excerpts"),
            What::Transcript => catalog.text("report-file-transcript"),
            What::Codebook => catalog.text("report-file-codebook"),
            What::Audit => catalog.text("report-file-audit"),
            What::MemberCheck => catalog.text("report-file-membercheck"),
            What::Tables => catalog.text("report-file-tables"),
            What::Chart(ChartKind::Informants) => catalog.text("chart-file-informants"),
            What::Chart(ChartKind::Coverage) => catalog.text("chart-file-coverage"),
            What::Table(kind) => {
                catalog.say(&Message::new("report-file-table").with("number", kind.key().replace('.', "-")))
            }
            What::Comparison => {
                let name = |axis: Axis| catalog.text(&format!("report-file-{}", axis.key()));
                let by = match self.within {
                    None => name(self.by),
                    Some(within) => {
                        let divided = Message::new("report-file-divided").with("by", name(self.by));
                        catalog.say(&divided.with("within", name(within)))
                    }
                };
                catalog.say(&Message::new("report-file-comparison").with("by", by))
            }
        }
    }

    /// The same, as the kind of file that the path's ending names; where it names none, as chosen.
    #[must_use]
    pub fn written_to(self, path: &Path) -> Self {
        let ending = path.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase);
        let named = ending.and_then(|ending| ending.parse().ok()).filter(|format| self.formats().contains(format));
        let format = named.unwrap_or(self.format);
        Self { format, ..self }
    }

    /// The formats that what is wanted can be written as.
    pub fn formats(&self) -> &'static [FileFormat] {
        match self.what {
            What::Excerpts | What::Comparison => &FileFormat::ALL,
            What::Chart(_) => &FileFormat::PICTURES,
            What::Table(_) | What::Tables | What::Audit => &FileFormat::TABLES,
            What::MemberCheck => &FileFormat::PAPERS,
            What::Transcript | What::Codebook => &FileFormat::READ,
        }
    }

    /// How people go on it, and the day.
    pub fn hand_in(&self) -> HandIn {
        HandIn { naming: self.naming, today: today() }
    }

    /// The sources whose words are wanted.
    pub fn sources(&self, study: &Study) -> Vec<SourceId> {
        match self.what {
            What::Codebook | What::Audit => Vec::new(),
            What::Transcript => {
                let all = study.sources.iter().map(|source| source.id);
                all.filter(|id| self.source.is_none_or(|wanted| wanted == *id)).collect()
            }
            What::Table(_) | What::Tables | What::MemberCheck => study.sources.iter().map(|source| source.id).collect(),
            What::Excerpts | What::Comparison | What::Chart(_) => study.sources_of(&self.filter()),
        }
    }

    /// The wish that writes the file. Where something is there already and `may_replace` says no, it is left alone and
    /// said so. The thread that owns the project is asked for texts first, and told what was exported last.
    pub fn request(self, path: PathBuf, may_replace: bool) -> Request {
        let busy = Message::new("report-busy");
        if !matches!(self.what, What::Transcript | What::Audit) {
            return Request::Job(busy, self.job(path, Material::default(), may_replace));
        }
        Request::Ask(Box::new(move |project| {
            let material = Material::read(&self, project)?;
            Ok(Some(Request::Job(busy, self.job(path, material, may_replace))))
        }))
    }

    /// The wish that copies it, put together by the thread that owns the project: as a page that Word takes with its
    /// tables and styles, and as plain words for what takes no more.
    pub fn copy(self) -> Request {
        Request::Ask(Box::new(move |project| {
            let study = project.study();
            let words = Catalog::new(self.language(&study));
            let paper = self.paper(&study, &Material::default(), &words, None);
            let plain = match self.what.tables() {
                [] => written(&paper, PaperFormat::Md),
                _ => Ok(paper.tab_separated()),
            };
            let page = written(&paper, PaperFormat::Html);
            let copied = plain.and_then(|plain| page.map(|html| Request::CopyPage { html, plain }));
            Ok(Some(copied.unwrap_or_else(|error| Request::Fail(Fault::of(&error)))))
        }))
    }

    fn job(self, path: PathBuf, material: Material, may_replace: bool) -> Job {
        Box::new(move |study, _watch| {
            if !may_replace && path.exists() {
                let sentence = Message::new("report-exists").with("path", path.display().to_string());
                return Err(Fault { sentence, detail: None });
            }
            let wanted = self.written_to(&path);
            let sentence = wanted.write(study, &material, &path).map_err(|error| Fault::of(&error))?;
            let (what, format, sources) = (self.what.key(), wanted.format.key(), self.sources(study));
            let file = path.display().to_string();
            let then = Request::Ask(Box::new(move |project| {
                // The file is written whether it is noted or not.
                if let Err(error) = project.note_export(what, format, &file, &sources) {
                    log::warn!("the export is not noted: {}", error.mark());
                }
                Ok(None)
            }));
            Ok(Finished { sentence, then: Some(then) })
        })
    }

    fn write(&self, study: &Study, material: &Material, path: &Path) -> Result<Message, crate::export::Error> {
        let words = Catalog::new(self.language(study));
        let shown = path.display().to_string();
        let format = match self.format {
            FileFormat::Paper(format) => format,
            FileFormat::Table(format) => {
                let n = self.write_table(study, material, path, format, &words)?;
                return Ok(Message::new("report-written").with("n", n).with("path", shown));
            }
            FileFormat::Picture(format) => {
                save_chart(path, format, &self.chart(study, &words)?)?;
                return Ok(Message::new("report-written-paper").with("path", shown));
            }
        };
        let paper = self.paper(study, material, &words, None);
        Ok(match save_paper(path, format, &paper)? {
            0 => Message::new("report-written-paper").with("path", shown),
            n => Message::new("report-written-replaced").with("n", n).with("path", shown),
        })
    }

    fn write_table(
        &self,
        study: &Study,
        material: &Material,
        path: &Path,
        format: Format,
        words: &Catalog,
    ) -> Result<usize, crate::export::Error> {
        if !self.what.tables().is_empty() || self.what == What::Audit {
            let paper = self.paper(study, material, words, None);
            save_tables(path, study, &paper, words)?;
            return Ok(paper.total);
        }
        if self.what == What::Comparison {
            let comparison = self.comparison(study);
            save_comparison(path, format, study, &comparison, Some(words))?;
            return Ok(comparison.rows.len());
        }
        let mut excerpts = excerpts(study, &self.filter());
        excerpts.iter_mut().for_each(|excerpt| excerpt.name_people(study, self.naming));
        save_excerpts(path, format, study, &excerpts, Some(words))?;
        Ok(excerpts.len())
    }

    /// The chart that is wanted; that of informants where none is. Its rows are the roles.
    pub fn chart(&self, study: &Study, words: &Catalog) -> Result<Chart, crate::export::Error> {
        let kind = if let What::Chart(kind) = self.what { kind } else { ChartKind::Informants };
        chart(study, kind, RowsKind::Roles, words)
    }

    /// What is wanted on paper; where `most` says so only the beginning.
    pub fn paper(&self, study: &Study, material: &Material, words: &Catalog, most: Option<usize>) -> Paper {
        match self.what {
            What::Excerpts => {
                let choice = ExcerptChoice { filter: self.filter(), by: self.grouping };
                excerpts_paper(study, &choice, self.hand_in(), words, most)
            }
            What::Comparison | What::Chart(_) => {
                comparison_paper(study, &self.comparison(study), self.hand_in(), words)
            }
            What::Table(_) | What::Tables => {
                table_paper(study, self.what.tables(), &self.table, self.hand_in(), words, most)
            }
            What::Transcript => transcript_paper(study, &material.texts, self.hand_in(), words, most),
            What::Audit => {
                let steps = material.steps.as_deref().map_or(&[][..], |steps| steps);
                audit_paper(study, steps, self.hand_in(), words, most)
            }
            What::MemberCheck => member_check_paper(study, self.informant, self.hand_in(), words),
            What::Codebook => codebook_paper(study, self.hand_in(), words, most),
        }
    }
}

/// A paper as text.
fn written(paper: &Paper, format: PaperFormat) -> Result<String, crate::export::Error> {
    let mut out = std::io::Cursor::new(Vec::new());
    paper.write(&mut out, format)?;
    Ok(String::from_utf8_lossy(&out.into_inner()).into_owned())
}

/// A path as typed: blanks at the ends taken off, `~` led home, the extension put on where it has none.
pub fn typed_path(typed: &str, format: FileFormat) -> Option<PathBuf> {
    let typed = typed.trim();
    if typed.is_empty() {
        return None;
    }
    let home = typed.strip_prefix("~/").and_then(|rest| Some((directories::UserDirs::new()?, rest)));
    let path = match home {
        Some((folders, rest)) => folders.home_dir().join(rest),
        None => PathBuf::from(typed),
    };
    Some(if path.extension().is_none() { path.with_extension(format.key()) } else { path })
}

#[cfg(test)]
mod tests {
    use super::*;

    const XLSX: FileFormat = FileFormat::Table(Format::Xlsx);
    const CSV: FileFormat = FileFormat::Table(Format::Csv);

    use crate::analysis::sample;
    use crate::task::Watch;
    use std::sync::Arc;

    #[test]
    fn a_typed_path_gets_its_extension_and_no_other() {
        assert_eq!(typed_path("  /tmp/kutipan ", XLSX), Some(PathBuf::from("/tmp/kutipan.xlsx")));
        assert_eq!(typed_path("/tmp/kutipan.txt", CSV), Some(PathBuf::from("/tmp/kutipan.txt")));
        assert_eq!(typed_path("   ", CSV), None);
        assert!(typed_path("~/a", CSV).is_some_and(|path| !path.starts_with("~")));
    }

    #[test]
    fn the_ending_of_a_path_says_what_is_written() {
        let wanted = Wanted { format: XLSX, ..Wanted::default() };
        assert_eq!(wanted.written_to(Path::new("a.CSV")).format, CSV);
        assert_eq!(wanted.written_to(Path::new("a.txt")).format, XLSX);
    }

    #[test]
    fn a_file_that_is_there_stays_until_it_may_be_replaced() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("kutipan.csv");
        std::fs::write(&path, "before")?;
        let study = Arc::new(sample::Builder::gold().build());
        let wanted = Wanted { format: CSV, ..Wanted::default() };
        let refused =
            wanted.job(path.clone(), Material::default(), false)(&study, &Watch::new()).err().expect("a refusal");
        assert_eq!(refused.sentence.key, "report-exists");
        assert_eq!(std::fs::read_to_string(&path)?, "before");
        let said = wanted.job(path.clone(), Material::default(), true)(&study, &Watch::new()).expect("a file");
        assert_eq!(said.sentence.key, "report-written");
        assert!(std::fs::read_to_string(&path)?.starts_with('\u{feff}'));
        Ok(())
    }
}
