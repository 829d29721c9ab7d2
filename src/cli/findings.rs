//! `findings` and `finding`: claims under a code with their evidence, what they should be warned of, and what informants
//! say to them.

use super::args::{Listing, direction, one_of};
use super::change::what_happened;
use super::given::{self, Passage};
use super::json;
use super::list::{headed, informant_codes};
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::excerpt::written;
use crate::analysis::findings::{carriers, warnings};
use crate::analysis::{Cell, Column, FindingWarning, Study, lookup};
use crate::domain::{Date, Direction, Evidence, Finding, FindingId, MemberCheckState, RowKey, SegmentId};
use crate::export::Nothing;
use crate::project::{Landed, Project};
use clap::{Args, Subcommand};
use serde::Serialize;
use std::path::PathBuf;

/// What is wanted of a project's findings.
#[derive(Args, Debug)]
pub(crate) struct FindingArguments {
    pub project: PathBuf,
    #[command(subcommand)]
    pub action: Action,
    #[arg(long, global = true)]
    pub take_over: bool,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Action {
    Add {
        code: String,
        claim: String,
        #[arg(long, value_name = "SEGMENT")]
        segment: Vec<String>,
        #[arg(long, value_parser = direction())]
        direction: Option<Direction>,
    },
    Change {
        finding: String,
        #[arg(long)]
        code: Option<String>,
        #[arg(
            id = "new_claim",
            long = "claim",
            value_name = "TEXT",
            required_unless_present = "code",
            allow_hyphen_values = true
        )]
        claim: Option<String>,
    },
    Move {
        finding: String,
        #[arg(id = "before_finding", long = "before", value_name = "FINDING")]
        before: Option<String>,
    },
    Link {
        finding: String,
        #[arg(id = "cited", value_name = "SEGMENT", required = true)]
        segments: Vec<String>,
        #[arg(long, value_parser = direction())]
        direction: Option<Direction>,
    },
    Unlink {
        finding: String,
        #[arg(id = "cited", value_name = "SEGMENT", required = true)]
        segments: Vec<String>,
    },
    Delete {
        finding: String,
    },
    Check {
        finding: String,
        informant: String,
        #[arg(value_parser = one_of::<MemberCheckState>(&["not_sent", "sent", "confirmed", "corrected", "rejected"]))]
        state: MemberCheckState,
        #[arg(id = "check_date", long = "date", value_name = "YYYY-MM-DD")]
        date: Option<Date>,
        #[arg(
            id = "check_note",
            long = "note",
            value_name = "TEXT",
            default_value = "",
            hide_default_value = true,
            allow_hyphen_values = true
        )]
        note: String,
    },
}

#[derive(Serialize)]
struct FindingEntry<'a> {
    id: String,
    code_id: String,
    code: &'a str,
    claim: &'a str,
    order: u32,
    created: String,
    evidence: Vec<EvidenceEntry<'a>>,
    groups: Vec<CarrierEntry>,
    techniques: Vec<CarrierEntry>,
    /// `one_informant`, `one_technique`, `only_principal`, `unresolved`.
    warnings: Vec<&'static str>,
    checks: Vec<CheckEntry<'a>>,
    verdicts: Vec<VerdictEntry<'a>>,
}

#[derive(Serialize)]
struct EvidenceEntry<'a> {
    segment: String,
    source: &'a str,
    citation: String,
    quote: &'a str,
    direction: Option<Direction>,
    informants: Vec<&'a str>,
    technique: Option<&'static str>,
}

#[derive(Serialize)]
struct CarrierEntry {
    id: String,
    segments: u32,
    informants: u32,
}

#[derive(Serialize)]
struct CheckEntry<'a> {
    informant: &'a str,
    state: &'static str,
    date: Option<String>,
    note: &'a str,
}

#[derive(Serialize)]
struct VerdictEntry<'a> {
    by: &'static str,
    verdict: &'static str,
    silent: &'a [String],
    conclusion: Option<&'a str>,
}

impl<'a> FindingEntry<'a> {
    fn of(study: &'a Study, finding: &'a Finding) -> Self {
        let carriers = carriers(study, finding.id);
        let carrier = |(column, cell): &(Column, Cell)| CarrierEntry {
            id: column.id.to_string(),
            segments: cell.segments,
            informants: cell.informants,
        };
        let checks = study.checks_of(finding.id).into_iter().map(|check| CheckEntry {
            informant: study
                .informant_at(check.informant)
                .and_then(|at| study.informants.get(at as usize))
                .map_or("", |informant| informant.code.as_str()),
            state: check.state.key(),
            date: check.date.map(|date| date.to_string()),
            note: &check.note,
        });
        let verdicts = study.verdicts.iter().filter(|verdict| verdict.row == RowKey::Finding(finding.id));
        Self {
            id: finding.id.to_string(),
            code_id: finding.code.to_string(),
            code: study.code(finding.code).map_or("", |code| code.label()),
            claim: &finding.claim,
            order: finding.order,
            created: written(finding.created),
            evidence: study.evidence_of(finding.id).filter_map(|one| evidence(study, one)).collect(),
            groups: carriers.groups.iter().map(carrier).collect(),
            techniques: carriers.techniques.iter().map(carrier).collect(),
            warnings: warnings(study, finding.id).into_iter().map(FindingWarning::key).collect(),
            checks: checks.collect(),
            verdicts: verdicts
                .map(|verdict| VerdictEntry {
                    by: verdict.axis.key(),
                    verdict: verdict.value.key(),
                    silent: &verdict.silent,
                    conclusion: Some(verdict.conclusion.as_str()).filter(|words| !words.is_empty()),
                })
                .collect(),
        }
    }
}

fn evidence<'a>(study: &'a Study, one: &Evidence) -> Option<EvidenceEntry<'a>> {
    let entry = study.segment(one.segment)?;
    let source = study.sources.get(entry.source as usize);
    Some(EvidenceEntry {
        segment: one.segment.to_string(),
        source: source.map_or("", |source| source.name.as_str()),
        citation: study.citation(entry),
        quote: &entry.segment.quote,
        direction: one.direction,
        informants: informant_codes(study, &entry.voice.informants),
        technique: source.map(|source| source.technique.key()),
    })
}

/// Every finding in the order of the codebook.
pub(crate) fn list(terminal: &mut Terminal<'_>, listing: &Listing) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let items: Vec<FindingEntry<'_>> =
            study.findings.iter().map(|finding| FindingEntry::of(&study, finding)).collect();
        if listing.json {
            return json::answer(terminal, "findings", &study, Nothing {}, &items);
        }
        let mut table = headed(terminal, &["finding", "code", "claim", "evidence>", "warnings"]);
        for item in &items {
            let warned = item.warnings.iter().map(|key| terminal.catalog.text(&format!("cli-beware-{key}")));
            table.row(vec![
                item.id[item.id.len() - 8..].to_owned(),
                item.code.to_owned(),
                item.claim.to_owned(),
                item.evidence.len().to_string(),
                warned.collect::<Vec<_>>().join("; "),
            ]);
        }
        terminal.write(&table.text())
    })
}

/// Segments by their names, each with one direction.
fn cited(
    project: &mut Project,
    names: &[String],
    direction: Option<Direction>,
) -> Result<Vec<(SegmentId, Option<Direction>)>, Stop> {
    let study = project.study();
    names.iter().map(|name| Ok((given::segment(&study, name)?, direction))).collect()
}

pub(crate) fn run(terminal: &mut Terminal<'_>, arguments: FindingArguments) -> Done {
    session::change(terminal, &arguments.project, arguments.take_over, |terminal, project| {
        let study = project.study();
        let named = |name: &str| -> Result<FindingId, Stop> { Ok(lookup::finding(&study, name)?) };
        match arguments.action {
            Action::Add { code, claim, segment, direction } => {
                let code = lookup::code(&study, &code)?;
                let evidence = cited(project, &segment, direction)?;
                let landed = project.add_finding(code, &claim, &evidence)?;
                what_happened(terminal, &landed)
            }
            Action::Change { finding, code, claim } => {
                let id = named(&finding)?;
                let known = study.finding(id).ok_or(crate::project::Misjudged::NoFinding)?;
                let code = code.map(|code| lookup::code(&study, &code)).transpose()?.unwrap_or(known.code);
                let claim = claim.as_deref().unwrap_or(&known.claim);
                what_happened(terminal, &project.change_finding(id, code, claim)?)
            }
            Action::Move { finding, before } => {
                let before = before.as_deref().map(named).transpose()?;
                what_happened(terminal, &project.move_finding(named(&finding)?, before)?)
            }
            Action::Link { finding, segments, direction } => {
                let id = named(&finding)?;
                // A line that carries no code can be evidence too; several named at once are coded ones.
                let landed: Landed<()> = match segments.as_slice() {
                    [only] => match given::passage(project, only)? {
                        Passage::Segment(segment) => project.link_evidence(id, &[(segment, direction)])?,
                        Passage::Words(source, range) => project.link_passage(id, (source, range), direction)?,
                    },
                    several => {
                        let evidence = cited(project, several, direction)?;
                        project.link_evidence(id, &evidence)?
                    }
                };
                what_happened(terminal, &landed)
            }
            Action::Unlink { finding, segments } => {
                let gone = segments.iter().map(|name| given::segment(&study, name)).collect::<Result<Vec<_>, _>>()?;
                what_happened(terminal, &project.unlink_evidence(named(&finding)?, &gone)?)
            }
            Action::Delete { finding } => what_happened(terminal, &project.delete_finding(named(&finding)?)?),
            Action::Check { finding, informant, state, date, note } => {
                let at = lookup::informant(&study, &informant)? as usize;
                let informant = study.informants.get(at).ok_or(crate::project::Error::NoInformant)?;
                let landed = project.set_member_check(named(&finding)?, informant.id, state, date, &note)?;
                what_happened(terminal, &landed)
            }
        }
    })
}
