//! `verdict`, `cell` and `evaluate`: what the researcher concludes from a comparison, written down.

use super::args::{By, one_of};
use super::change::what_happened;
use super::given::{self, Passage};
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::lookup::{self, LookupError};
use crate::analysis::{Axis, Question, RowsKind, Study, compare_with, standing};
use crate::domain::{CellKey, EmptyReason, EvaluationValue, Message, RowKey, Verdict};
use clap::Args;
use std::path::PathBuf;
use std::str::FromStr;

const VERDICTS: &[&str] = &["agreement", "partial", "silence", "dissonance", "unrated"];

/// The verdict and the conclusion of a row.
#[derive(Args, Debug)]
pub(crate) struct VerdictArguments {
    pub project: PathBuf,
    pub row: String,
    #[command(flatten)]
    pub judged: Judged,
    #[arg(long, value_name = "BY", default_value = "group", value_parser = By::parser())]
    pub by: By,
    #[arg(long, value_name = "COLUMN,…", value_delimiter = ',', requires = "verdict")]
    pub silent: Option<Vec<String>>,
    #[arg(long)]
    pub take_over: bool,
}

/// What is to be judged: at least one of these.
#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
pub(crate) struct Judged {
    #[arg(value_parser = one_of::<Verdict>(VERDICTS), conflicts_with = "accept")]
    pub verdict: Option<Verdict>,
    #[arg(long)]
    pub accept: bool,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, conflicts_with = "conclusion_file")]
    pub conclusion: Option<String>,
    #[arg(long, value_name = "FILE|-")]
    pub conclusion_file: Option<PathBuf>,
}

/// What is written in a cell.
#[derive(Args, Debug)]
pub(crate) struct CellArguments {
    pub project: PathBuf,
    pub row: String,
    #[arg(long, value_name = "COLUMN")]
    pub column: String,
    #[arg(long, value_name = "BY", default_value = "group", value_parser = By::parser())]
    pub by: By,
    #[arg(long, value_name = "BY", value_parser = By::parser())]
    pub within: Option<By>,
    #[command(flatten)]
    pub written: Written,
    #[arg(id = "empty_segment", long = "segment", value_name = "SEGMENT", requires = "empty_reason")]
    pub segment: Option<String>,
    #[arg(long)]
    pub take_over: bool,
}

/// What is to be written: at least one of these.
#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
pub(crate) struct Written {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, conflicts_with = "summary_file")]
    pub summary: Option<String>,
    #[arg(long, value_name = "FILE|-")]
    pub summary_file: Option<PathBuf>,
    #[arg(id = "empty_reason", long = "reason", value_parser = one_of::<MaybeReason>(&["not_asked", "not_mentioned", "dont_know", "null"]))]
    pub reason: Option<MaybeReason>,
}

/// How well a role is carried out.
#[derive(Args, Debug)]
pub(crate) struct EvaluateArguments {
    pub project: PathBuf,
    #[arg(value_name = "ROLE")]
    pub role: String,
    #[arg(value_parser = one_of::<EvaluationValue>(&["optimal", "adequate", "not_yet_optimal"]),
        required_unless_present = "remove_evaluation")]
    pub value: Option<EvaluationValue>,
    #[arg(
        id = "evaluation_reason",
        long = "reason",
        value_name = "TEXT",
        allow_hyphen_values = true,
        required_unless_present = "remove_evaluation"
    )]
    pub reason: Option<String>,
    #[arg(id = "key_segment", long = "segment", value_name = "SEGMENT", required_unless_present = "remove_evaluation")]
    pub segments: Vec<String>,
    #[arg(id = "remove_evaluation", long = "remove", conflicts_with_all = ["value", "evaluation_reason", "key_segment"])]
    pub remove: bool,
    #[arg(long)]
    pub take_over: bool,
}

/// A reason, or none: then it is computed.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct MaybeReason(pub Option<EmptyReason>);

impl FromStr for MaybeReason {
    type Err = <EmptyReason as FromStr>::Err;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "null" { Ok(Self(None)) } else { text.parse().map(|reason| Self(Some(reason))) }
    }
}

/// A row by the name of its code, or by the id or the claim of a finding.
fn row(study: &Study, name: &str) -> Result<RowKey, Stop> {
    match lookup::code(study, name) {
        Ok(code) => Ok(RowKey::Code(code)),
        Err(unknown @ LookupError::Unknown { .. }) => match lookup::finding(study, name) {
            Err(LookupError::Unknown { .. }) => Err(unknown.into()),
            found => Ok(RowKey::Finding(found?)),
        },
        Err(other) => Err(other.into()),
    }
}

pub(crate) fn verdict(terminal: &mut Terminal<'_>, asked: &VerdictArguments) -> Done {
    let conclusion = match (&asked.judged.conclusion, &asked.judged.conclusion_file) {
        (Some(words), _) => Some(words.clone()),
        (None, Some(file)) => Some(given::words_of(file)?),
        (None, None) => None,
    };
    session::change(terminal, &asked.project, asked.take_over, |terminal, project| {
        let study = project.study();
        let (row, by) = (row(&study, &asked.row)?, given::axis(&study, &asked.by)?);
        let value = match (asked.judged.verdict, asked.judged.accept) {
            (Some(value), _) => Some(value),
            (None, true) => {
                let suggestion = standing(&study, row, by).suggestion;
                let Some(value) = suggestion.verdict else {
                    let (missing, all) = suggestion.undirected.unwrap_or_default();
                    let message = Message::new("cli-verdict-nothing").with("row", asked.row.as_str());
                    return Err(Stop::failed(message.with("missing", missing).with("all", all)));
                };
                Some(value)
            }
            (None, false) => None,
        };
        if let Some(value) = value {
            let landed = project.set_verdict(row, by, value, asked.silent.clone())?;
            what_happened(terminal, &landed)?;
        }
        if let Some(words) = &conclusion {
            let landed = project.set_conclusion(row, by, words)?;
            what_happened(terminal, &landed)?;
        }
        Ok(())
    })
}

/// The cell of a row in a column that is named by its id or its label.
fn cell(study: &Study, row: RowKey, name: &str, by: Axis, within: Option<Axis>) -> Result<CellKey, Stop> {
    let comparison = compare_with(study, &Question { rows: RowsKind::Roles, by, within, book: None });
    let columns = &comparison.columns;
    let is_id = |column: &&crate::analysis::Column| *column.id == *name;
    let is_label = |column: &&crate::analysis::Column| column.label.to_lowercase() == name.trim().to_lowercase();
    let by_label: Vec<_> = columns.iter().filter(is_label).collect();
    let only = if let [only] = by_label.as_slice() { Some(*only) } else { None };
    match columns.iter().find(is_id).or(only) {
        Some(column) => Ok(column.cell(row)),
        None => {
            let known: Vec<&str> = columns.iter().map(|column| &*column.id).collect();
            let message = Message::new("cli-cell-column").with("column", name);
            Err(Stop::failed(message.with("known", known.join(", "))))
        }
    }
}

pub(crate) fn write_cell(terminal: &mut Terminal<'_>, asked: &CellArguments) -> Done {
    let summary = match (&asked.written.summary, &asked.written.summary_file) {
        (Some(words), _) => Some(words.clone()),
        (None, Some(file)) => Some(given::words_of(file)?),
        (None, None) => None,
    };
    session::change(terminal, &asked.project, asked.take_over, |terminal, project| {
        let study = project.study();
        let by = given::axis(&study, &asked.by)?;
        let within = asked.within.as_ref().map(|within| given::axis(&study, within)).transpose()?;
        let cell = cell(&study, row(&study, &asked.row)?, &asked.column, by, within)?;
        if let Some(words) = &summary {
            let landed = project.set_summary(&cell, words)?;
            what_happened(terminal, &landed)?;
        }
        let Some(MaybeReason(reason)) = asked.written.reason else { return Ok(()) };
        let passage = asked.segment.as_deref().map(|name| given::passage(project, name)).transpose()?;
        let landed = match (reason, passage) {
            (Some(reason), Some(Passage::Words(source, range))) => {
                project.set_empty_reason_quoting(&cell, reason, (source, range))?
            }
            (reason, Some(Passage::Segment(segment))) => project.set_empty_reason(&cell, reason, Some(segment))?,
            (reason, _) => project.set_empty_reason(&cell, reason, None)?,
        };
        what_happened(terminal, &landed)
    })
}

pub(crate) fn evaluate(terminal: &mut Terminal<'_>, asked: &EvaluateArguments) -> Done {
    session::change(terminal, &asked.project, asked.take_over, |terminal, project| {
        let study = project.study();
        let code = lookup::code(&study, &asked.role)?;
        let Some(value) = asked.value else {
            return what_happened(terminal, &project.remove_evaluation(code)?);
        };
        let named = asked.segments.iter().map(|name| given::segment(&study, name));
        let segments = named.collect::<Result<Vec<_>, _>>()?;
        let reason = asked.reason.as_deref().unwrap_or_default();
        what_happened(terminal, &project.set_evaluation(code, value, reason, &segments)?)
    })
}
