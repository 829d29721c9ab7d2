//! What the researcher of the sample study has judged: summaries, verdicts, conclusions, findings, evaluations, as the
//! study's own files have them. Each is a step of its own; those of one kind land together.

use super::{Arah, damaged, damaged_by};
use crate::analysis::{Study, lookup};
use crate::domain::{
    Axis, CellKey, ColumnKey, Date, Direction, EmptyReason, EvaluationValue, FindingId, MemberCheckState, RowKey,
    SegmentId, SourceId, Technique, Verdict,
};
use crate::project::judging::{conclude, evaluate, rate, summarise};
use crate::project::transact::Op;
use crate::project::{Error, Landed, Project};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::str::FromStr;

const WORDS: &str = include_str!("../../../assets/study/analysis.json");

/// Names of the study's file, and the ids that columns have.
const GROUPS: [(&str, &str); 3] = [("kepala_sekolah", "principal"), ("guru", "teacher"), ("siswa", "student")];
const VALUES: [(&str, EvaluationValue); 3] = [
    ("optimal", EvaluationValue::Optimal),
    ("cukup", EvaluationValue::Adequate),
    ("belum optimal", EvaluationValue::NotYetOptimal),
];

/// The verdicts of the study's file.
#[derive(Deserialize)]
pub(super) struct Triangulation {
    sumber: BTreeMap<String, Judged>,
    teknik: BTreeMap<String, Judged>,
    indikator_sumber: BTreeMap<String, Judged>,
}

#[derive(Deserialize)]
struct Judged {
    verdict: Verdict,
    #[serde(default)]
    senyap: Vec<String>,
    #[serde(default)]
    kesimpulan: String,
}

#[derive(Deserialize)]
struct Words {
    summaries: Vec<Summary>,
    reasons: Vec<Reason>,
    evaluations: Vec<Evaluated>,
    findings: Vec<Claim>,
}

#[derive(Deserialize)]
struct Summary {
    role: String,
    by: Axis,
    column: String,
    text: String,
}

#[derive(Deserialize)]
struct Reason {
    role: String,
    by: Axis,
    column: String,
    reason: EmptyReason,
    source: String,
    quote: String,
}

#[derive(Deserialize)]
struct Evaluated {
    role: String,
    reason: String,
    quotes: Vec<Quote>,
}

#[derive(Deserialize)]
struct Claim {
    code: String,
    claim: String,
    evidence: Vec<Quote>,
    checks: Vec<Check>,
}

/// A coded passage: its source, the line it begins on, and words of it where several do.
#[derive(Deserialize)]
struct Quote {
    source: String,
    line: u32,
    #[serde(default)]
    quote: String,
    #[serde(default)]
    direction: Option<Direction>,
}

#[derive(Deserialize)]
struct Check {
    informant: String,
    state: MemberCheckState,
    date: String,
    note: String,
}

impl From<Arah> for Direction {
    fn from(arah: Arah) -> Self {
        match arah {
            Arah::Mendukung => Self::Supports,
            Arah::Sebagian => Self::Partly,
            Arah::Melemahkan => Self::Weakens,
            Arah::Konteks => Self::Context,
        }
    }
}

/// Writes all of it.
pub(super) fn judge(
    project: &mut Project,
    verdicts: &Triangulation,
    evaluations: &BTreeMap<String, String>,
) -> Result<(), Error> {
    let words: Words = serde_json::from_str(WORDS).map_err(|error| damaged(&error.to_string()))?;
    let study = project.study();
    let mut summaries = Vec::new();
    for one in &words.summaries {
        summaries.push((cell(&study, &one.role, one.by, &one.column)?, one.text.as_str()));
    }
    let done = project.transact_each(Op::SetSummary, summaries, |work, (cell, text)| summarise(work, &cell, text))?;
    all(done)?;
    for one in &words.reasons {
        let cell = cell(&study, &one.role, one.by, &one.column)?;
        let source = source(&study, &one.source)?;
        let text = project.text(source)?;
        let range = lookup::quote(&text, &one.quote, None).map_err(|error| damaged_by(&error))?;
        project.set_empty_reason_quoting(&cell, one.reason, (source, range))?;
    }
    for one in &words.findings {
        let mut evidence = Vec::new();
        for quote in &one.evidence {
            evidence.push((segment(&study, quote)?, quote.direction));
        }
        let code = lookup::code(&study, &one.code).map_err(|error| damaged_by(&error))?;
        let finding = project.add_finding(code, &one.claim, &evidence)?.value;
        check(project, finding, &one.checks)?;
    }
    rate_all(project, verdicts)?;
    let mut evaluated = Vec::new();
    for one in &words.evaluations {
        let value = evaluations.get(&one.role).and_then(|value| VALUES.iter().find(|(name, _)| name == value));
        let (_, value) = value.ok_or_else(|| damaged(&one.role))?;
        let segments = one.quotes.iter().map(|quote| segment(&study, quote)).collect::<Result<Vec<_>, _>>()?;
        let code = lookup::code(&study, &one.role).map_err(|error| damaged_by(&error))?;
        evaluated.push((code, *value, one.reason.as_str(), segments));
    }
    let done = project.transact_each(Op::SetEvaluation, evaluated, |work, (code, value, reason, segments)| {
        evaluate(work, code, value, reason, &segments)
    })?;
    all(done)
}

/// Verdicts and conclusions of roles by group and technique, and verdicts of indicators by group.
fn rate_all(project: &mut Project, verdicts: &Triangulation) -> Result<(), Error> {
    let study = project.study();
    let (mut rated, mut concluded) = (Vec::new(), Vec::new());
    let tables = [
        (Axis::Group, &verdicts.sumber),
        (Axis::Technique, &verdicts.teknik),
        (Axis::Group, &verdicts.indikator_sumber),
    ];
    for (by, table) in tables {
        // In the order of the codebook, as a researcher would go.
        for code in study.codes.iter().filter(|code| table.contains_key(&code.short)) {
            let Some(judged) = table.get(&code.short) else { continue };
            let named = |name: &String| {
                GROUPS.iter().find(|(own, _)| own == name).map_or_else(|| name.clone(), |(_, id)| (*id).to_owned())
            };
            let silent: Vec<String> = judged.senyap.iter().map(named).collect();
            rated.push(((RowKey::Code(code.id), by), judged.verdict, silent));
            if !judged.kesimpulan.is_empty() {
                concluded.push(((RowKey::Code(code.id), by), judged.kesimpulan.as_str()));
            }
        }
    }
    let done = project
        .transact_each(Op::SetVerdict, rated, |work, (row, value, silent)| rate(work, row, value, Some(silent)))?;
    all(done)?;
    let done = project.transact_each(Op::SetConclusion, concluded, |work, (row, words)| conclude(work, row, words))?;
    all(done)
}

fn check(project: &mut Project, finding: FindingId, checks: &[Check]) -> Result<(), Error> {
    let study = project.study();
    for one in checks {
        let at = lookup::informant(&study, &one.informant).map_err(|error| damaged_by(&error))?;
        let informant = study.informants.get(at as usize).ok_or_else(|| damaged(&one.informant))?;
        let date = Date::from_str(&one.date).map_err(|_| damaged(&one.date))?;
        project.set_member_check(finding, informant.id, one.state, Some(date), &one.note)?;
    }
    Ok(())
}

/// That every step has landed.
fn all<T>(done: Vec<Result<Landed<T>, Error>>) -> Result<(), Error> {
    done.into_iter().try_for_each(|one| one.map(|_| ()))
}

fn source(study: &Study, name: &str) -> Result<SourceId, Error> {
    lookup::source(study, name).map_err(|error| damaged_by(&error))
}

fn cell(study: &Study, role: &str, by: Axis, column: &str) -> Result<CellKey, Error> {
    let code = lookup::code(study, role).map_err(|error| damaged_by(&error))?;
    let column = match by {
        Axis::Technique => Technique::from_str(column).ok().map(ColumnKey::Technique),
        Axis::Group => study.groups.iter().find(|group| group.key == column).map(|group| ColumnKey::Group(group.id)),
        _ => None,
    };
    Ok(CellKey::new(RowKey::Code(code), column.ok_or_else(|| damaged(role))?))
}

/// The coded passage of the study that begins on a line and holds the words.
fn segment(study: &Study, quote: &Quote) -> Result<SegmentId, Error> {
    let source = source(study, &quote.source)?;
    let mut found = study.segments.iter().filter(|entry| {
        let segment = &entry.segment;
        segment.source == source && segment.line.get() == quote.line && segment.quote.contains(&quote.quote)
    });
    match (found.next(), found.next()) {
        (Some(only), None) => Ok(only.segment.id),
        _ => Err(damaged(&format!("{} {} {}", quote.source, quote.line, quote.quote))),
    }
}
