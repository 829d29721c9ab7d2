//! `export`: excerpts, the comparison, the tables of the thesis, charts, transcripts, the codebook, the audit trail and the
//! sheets of the member check in files.

use super::args::{By, Export};
use super::given;
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::{Axis, Comparison, Filter, Naming, Question, RowsKind, Study, compare_with, excerpts, lookup};
use crate::domain::{Language, Message, Say, SourceId};
use crate::export::{
    ChartKind, ExcerptChoice, FileFormat, Format, Grouping, HandIn, Paper, TableChoice, TableKind, Transcribed,
    audit_paper, chart, codebook_paper, comparison_paper, excerpts_paper, member_check_paper, save_chart,
    save_codebook, save_comparison, save_excerpts, save_paper, save_tables, table_paper, today, transcript_paper,
};
use crate::i18n::Catalog;
use crate::project::{Access, Project};
use std::path::Path;

/// What can be exported; the parser leaves it open so that a pair that does not exist lists those that do.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    Excerpts,
    Comparison,
    Tables,
    Chart,
    Transcript,
    Codebook,
    Audit,
    MemberCheck,
}

impl What {
    const ALL: [Self; 8] = [
        Self::Excerpts,
        Self::Comparison,
        Self::Tables,
        Self::Chart,
        Self::Transcript,
        Self::Codebook,
        Self::Audit,
        Self::MemberCheck,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Excerpts => "excerpts",
            Self::Comparison => "comparison",
            Self::Tables => "tables",
            Self::Chart => "chart",
            Self::Transcript => "transcript",
            Self::Codebook => "codebook",
            Self::Audit => "audit",
            Self::MemberCheck => "membercheck",
        }
    }
}

/// Every pair that exists.
const PAIRS: [(What, &[FileFormat]); 8] = {
    // Tables of the codebook are read again, papers are for readers.
    const BOOK: &[FileFormat] =
        &[FileFormat::Table(Format::Csv), FileFormat::Table(Format::Json), FileFormat::READ[0], FileFormat::READ[1]];
    [
        (What::Excerpts, &FileFormat::ALL),
        (What::Comparison, &FileFormat::ALL),
        (What::Tables, &FileFormat::TABLES),
        (What::Chart, &FileFormat::PICTURES),
        (What::Transcript, &FileFormat::READ),
        (What::Codebook, BOOK),
        (What::Audit, &FileFormat::TABLES),
        (What::MemberCheck, &FileFormat::PAPERS),
    ]
};

/// The pair that was asked for.
fn pair(arguments: &Export) -> Result<(What, FileFormat), Stop> {
    let what = What::ALL.into_iter().find(|what| what.key() == arguments.what);
    let kinds = what.and_then(|what| PAIRS.iter().find(|(one, _)| *one == what)).map(|(_, kinds)| *kinds);
    let kind = kinds.and_then(|kinds| kinds.iter().find(|kind| kind.key() == arguments.format));
    if let (Some(what), Some(kind)) = (what, kind) {
        return Ok((what, *kind));
    }
    let pairs =
        PAIRS.iter().flat_map(|(what, kinds)| kinds.iter().map(|kind| format!("{} {}", what.key(), kind.key())));
    let message = Message::new("cli-usage-pair").with("pairs", pairs.collect::<Vec<_>>().join(", "));
    Err(Stop::Wrong(message.with("what", arguments.what.as_str()).with("format", arguments.format.as_str())))
}

/// One of a list of words that the parser left open.
fn one_of<T: std::str::FromStr>(value: &str, choices: &str) -> Result<T, Stop> {
    value.parse().map_err(|_| Stop::Wrong(Message::new("cli-usage-by").with("value", value).with("choices", choices)))
}

/// The columns of a comparison.
fn columns(by: &str, choices: &str) -> Result<By, Stop> {
    match by.strip_prefix("attribute:").filter(|name| !name.is_empty()) {
        Some(name) => Ok(By::Attribute(name.to_owned())),
        None => one_of(by, choices).map(By::Axis),
    }
}

/// What is asked for, in full.
struct Asked<'a> {
    what: What,
    kind: FileFormat,
    rows: RowsKind,
    axis: Axis,
    /// What the columns of a comparison stand within.
    within: Option<Axis>,
    chart: ChartKind,
    by: Grouping,
    /// Which tables, and how they are made.
    tables: &'a [TableKind],
    table: TableChoice,
    hand_in: HandIn,
    words: Option<Catalog>,
    filter: Filter,
    path: &'a Path,
}

pub(crate) fn export(terminal: &mut Terminal<'_>, arguments: &Export, lang: Option<Language>) -> Done {
    let (what, kind) = pair(arguments)?;
    if let (What::Codebook, FileFormat::Table(format)) = (what, kind) {
        return super::codebook::export(terminal, arguments, format);
    }
    let by = arguments.by.as_deref();
    let (axis, by) = match what {
        What::Comparison => {
            let axes = "group, informant, technique, source, date, coder, attribute:NAME";
            (by.map_or(Ok(By::Axis(Axis::Group)), |by| columns(by, axes))?, Grouping::Role)
        }
        _ => (By::Axis(Axis::Group), by.map_or(Ok(Grouping::Role), |by| one_of(by, "role, informant, source"))?),
    };
    let is_all = matches!(what, What::Comparison | What::Tables | What::Chart | What::Codebook | What::Audit);
    let which = &arguments.which;
    let is_free = which.code.is_none()
        && which.group.is_none()
        && which.technique.is_none()
        && which.coder.is_none()
        && which.direction.is_none();
    let only_source = is_free && which.informant.is_none();
    let only_informant = is_free && which.source.is_none();
    if (is_all && arguments.which.is_narrow())
        || (what == What::Transcript && !only_source)
        || (what == What::MemberCheck && !only_informant)
    {
        return Err(Stop::Wrong(Message::new("cli-usage-narrow")));
    }
    if arguments.within.is_some() && what != What::Comparison {
        return Err(Stop::Wrong(Message::new("cli-usage-within")));
    }
    let naming = if arguments.pseudonyms { Naming::Pseudonyms } else { Naming::Codes };
    let path = arguments.output.as_path();
    let sources = session::with(terminal, &arguments.project, Access::ReadOnly, |terminal, project| {
        if is_same_file(path, project.path()) {
            let path = path.display().to_string();
            return Err(Stop::failed(Message::new("cli-export-onto-project").with("path", path)));
        }
        let study = project.study();
        let filter = match what {
            What::Transcript => Filter {
                source: arguments.which.source.as_deref().map(|name| lookup::source(&study, name)).transpose()?,
                ..Filter::default()
            },
            _ => given::filter(&study, &arguments.which)?,
        };
        let axis = given::axis(&study, &axis)?;
        let within = arguments.within.as_ref().map(|within| given::axis(&study, within)).transpose()?;
        let hand_in = HandIn { naming, today: today() };
        let words = lang.map(Catalog::new);
        let rows = arguments.rows;
        let tables = arguments.table.as_ref().map_or(&TableKind::ALL[..], std::slice::from_ref);
        let table = chosen(arguments);
        let chart = arguments.chart;
        let asked = Asked { what, kind, rows, axis, within, chart, by, tables, table, hand_in, words, filter, path };
        let said = write(project, &asked)?;
        warn(terminal, &study, &asked);
        // On standard error: the file may be standard output.
        said.iter().for_each(|message| terminal.note(message));
        Ok(concerned(&study, &asked))
    })?;
    note(terminal, arguments, &sources);
    Ok(())
}

/// How tables are to be made.
fn chosen(arguments: &Export) -> TableChoice {
    let is_wide = (arguments.landscape || arguments.portrait).then_some(arguments.landscape);
    let (rows, cells, has_counts) = (arguments.rows, arguments.cells, arguments.counts);
    TableChoice { rows, cells, is_wide, has_counts, ..TableChoice::default() }
}

/// Says what somebody should know before it is handed out.
fn warn(terminal: &mut Terminal<'_>, study: &Study, asked: &Asked<'_>) {
    let has_words = matches!(asked.what, What::Excerpts | What::Tables | What::Transcript | What::MemberCheck);
    if has_words && !study.locked.codings.is_empty() {
        terminal.note(&Message::new("cli-export-locked").with("n", study.locked.codings.len()));
    }
    let children: Vec<&str> = study
        .informants
        .iter()
        .filter(|one| one.lacks_guardian() && !one.is_withdrawn())
        .map(|one| one.code.as_str())
        .collect();
    if has_words && !children.is_empty() {
        terminal.note(&Message::new("cli-export-guardians").with("names", children.join(", ")));
    }
}

fn write(project: &mut Project, asked: &Asked<'_>) -> Result<Vec<Message>, Stop> {
    let study = project.study();
    let shown = asked.path.display().to_string();
    let format = match asked.kind {
        FileFormat::Paper(format) => format,
        FileFormat::Table(format) => {
            let n = match asked.what {
                What::Tables | What::Audit => {
                    let paper = paper(project, &study, asked)?;
                    save_tables(asked.path, &study, &paper, &words(&study, asked))?;
                    paper.total
                }
                _ => table(&study, asked, format)?,
            };
            return Ok(vec![Message::new("cli-exported").with("path", shown).with("n", n)]);
        }
        FileFormat::Picture(format) => {
            let picture = chart(&study, asked.chart, asked.rows, &words(&study, asked))?;
            save_chart(asked.path, format, &picture)?;
            return Ok(vec![Message::new("cli-exported-paper").with("path", shown)]);
        }
    };
    let paper = paper(project, &study, asked)?;
    let replaced = save_paper(asked.path, format, &paper)?;
    let mut said = vec![Message::new("cli-exported-paper").with("path", shown)];
    said.extend((replaced > 0).then(|| Message::new("cli-export-replaced").with("n", replaced)));
    Ok(said)
}

/// The comparison that is asked for.
fn compared(study: &Study, asked: &Asked<'_>) -> Comparison {
    compare_with(study, &Question { rows: asked.rows, by: asked.axis, within: asked.within, book: None })
}

/// Writes a table; how many rows it has.
fn table(study: &Study, asked: &Asked<'_>, format: Format) -> Result<usize, Stop> {
    if asked.what == What::Comparison {
        let comparison = compared(study, asked);
        save_comparison(asked.path, format, study, &comparison, asked.words.as_ref())?;
        return Ok(comparison.rows.len());
    }
    if asked.what == What::Codebook {
        save_codebook(asked.path, format, study, None)?;
        let is_first = |at: &u32| study.codebook_of(*at).is_none();
        return Ok((0_u32..).zip(&study.codes).filter(|(at, _)| is_first(at)).count());
    }
    let mut excerpts = excerpts(study, &asked.filter);
    excerpts.iter_mut().for_each(|excerpt| excerpt.name_people(study, asked.hand_in.naming));
    save_excerpts(asked.path, format, study, &excerpts, asked.words.as_ref())?;
    Ok(excerpts.len())
}

/// The words of the file: in the language asked for, else in the project's.
fn words(study: &Study, asked: &Asked<'_>) -> Catalog {
    let asked = asked.words.as_ref().map(Catalog::language);
    Catalog::new(asked.unwrap_or(study.project.language))
}

fn paper(project: &mut Project, study: &Study, asked: &Asked<'_>) -> Result<Paper, Stop> {
    let words = &words(study, asked);
    Ok(match asked.what {
        What::Excerpts => {
            let choice = ExcerptChoice { filter: asked.filter.clone(), by: asked.by };
            excerpts_paper(study, &choice, asked.hand_in, words, None)
        }
        What::Comparison | What::Chart => comparison_paper(study, &compared(study, asked), asked.hand_in, words),
        What::Transcript => {
            let mut texts = Vec::new();
            for source in concerned(study, asked) {
                texts.push(Transcribed { source, text: project.text(source)? });
            }
            transcript_paper(study, &texts, asked.hand_in, words, None)
        }
        What::Codebook => codebook_paper(study, asked.hand_in, words, None),
        What::Tables => table_paper(study, asked.tables, &asked.table, asked.hand_in, words, None),
        What::Audit => audit_paper(study, &project.audit()?, asked.hand_in, words, None),
        What::MemberCheck => member_check_paper(study, asked.filter.informant, asked.hand_in, words),
    })
}

/// The sources whose words are in the file.
fn concerned(study: &Study, asked: &Asked<'_>) -> Vec<SourceId> {
    match asked.what {
        What::Codebook | What::Audit => Vec::new(),
        What::Tables | What::MemberCheck => study.sources.iter().map(|source| source.id).collect(),
        What::Transcript => {
            let all = study.sources.iter().map(|source| source.id);
            all.filter(|id| asked.filter.source.is_none_or(|wanted| wanted == *id)).collect()
        }
        What::Excerpts | What::Comparison | What::Chart => study.sources_of(&asked.filter),
    }
}

/// Writes down in the project what was exported. A project that cannot be written to goes without.
fn note(terminal: &Terminal<'_>, arguments: &Export, sources: &[SourceId]) {
    let who = session::who(terminal);
    let file = arguments.output.display().to_string();
    let noted = Project::open(&arguments.project, Access::ReadWrite, who).and_then(|mut project| {
        let noted = project.note_export(&arguments.what, &arguments.format, &file, sources);
        project.close().and(noted)
    });
    if let Err(error) = noted {
        log::info!("the export is not noted: {}", error.mark());
    }
}

pub(crate) fn is_same_file(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

/// Writes every kind of export into a folder, in the language of the terminal; returns their names.
pub(crate) fn every_export(
    terminal: &Terminal<'_>,
    project: &mut Project,
    comparison: &Comparison,
    folder: &Path,
) -> Result<Vec<String>, Stop> {
    let mut names = Vec::new();
    for (what, kinds) in PAIRS {
        let charts: &[ChartKind] = if what == What::Chart { &ChartKind::ALL } else { &[ChartKind::Informants] };
        for (chart, kind) in charts.iter().flat_map(|chart| kinds.iter().map(move |kind| (*chart, kind))) {
            let name = match what {
                What::Chart => format!("{}-{chart}.{kind}", what.key()),
                _ => format!("{}.{kind}", what.key()),
            };
            let path = folder.join(&name);
            write(
                project,
                &Asked {
                    what,
                    kind: *kind,
                    rows: comparison.rows_kind,
                    axis: comparison.by,
                    within: comparison.within,
                    chart,
                    by: Grouping::Role,
                    tables: &TableKind::ALL,
                    table: TableChoice::default(),
                    hand_in: HandIn { naming: Naming::Codes, today: today() },
                    words: Some(Catalog::new(terminal.catalog.language())),
                    filter: Filter::default(),
                    path: &path,
                },
            )?;
            names.push(name);
        }
    }
    names.sort();
    Ok(names)
}
