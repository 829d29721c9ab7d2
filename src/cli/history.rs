//! `undo`, `redo`, `history` and `check`: what was done, taking it back, and whether all still holds.

use super::args::Listing;
use super::json::{self, Bare};
use super::list::headed;
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::Study;
use crate::analysis::excerpt::written;
use crate::analysis::lookup::{self, LookupError};
use crate::domain::{CodingId, Message, StepId};
use crate::export::Nothing;
use crate::project::{Access, Project, Step};
use serde::Serialize;
use std::path::Path;

pub(crate) fn undo(terminal: &mut Terminal<'_>, path: &Path, take_over: bool) -> Done {
    session::change(terminal, path, take_over, |terminal, project| match project.undo()?.value {
        Some(step) => said(terminal, "cli-undone", &step),
        None => Err(Stop::failed(Message::new("cli-nothing-to-undo"))),
    })
}

pub(crate) fn redo(terminal: &mut Terminal<'_>, path: &Path, take_over: bool) -> Done {
    session::change(terminal, path, take_over, |terminal, project| match project.redo()?.value {
        Some(step) => said(terminal, "cli-redone", &step),
        None => Err(Stop::failed(Message::new("cli-nothing-to-redo"))),
    })
}

/// Goes back to a point, or only says what that would undo.
pub(crate) fn undo_to(terminal: &mut Terminal<'_>, path: &Path, name: &str, is_dry_run: bool, take_over: bool) -> Done {
    let say = |terminal: &mut Terminal<'_>, key: &str, steps: &[Step]| {
        if steps.is_empty() {
            return terminal.say(&Message::new("cli-nothing-from-there"));
        }
        steps.iter().try_for_each(|step| said(terminal, key, step))
    };
    if is_dry_run {
        return session::with(terminal, path, Access::ReadOnly, |terminal, project| {
            let steps = project.undo_preview(lookup::step(&ids(project)?, name)?)?;
            say(terminal, "cli-would-undo", &steps)
        });
    }
    session::change(terminal, path, take_over, |terminal, project| {
        let step = lookup::step(&ids(project)?, name)?;
        let steps = project.undo_preview(step)?;
        project.undo_to(step)?;
        say(terminal, "cli-undone", &steps)
    })
}

fn ids(project: &Project) -> Result<Vec<StepId>, Stop> {
    Ok(project.history(u32::MAX)?.iter().map(|step| step.id).collect())
}

fn said(terminal: &mut Terminal<'_>, key: &str, step: &Step) -> Done {
    let who = session::who(terminal);
    let what = step.named_to(&who.coder, &who.device);
    terminal.say(&Message::new(key).with("what", what))
}

/// A step as JSON.
#[derive(Serialize)]
pub(crate) struct StepEntry<'a> {
    id: String,
    at: String,
    coder: &'a str,
    device: &'a str,
    operation: &'a str,
    values: Bare<'a>,
    undoes: Option<String>,
    is_undone: bool,
}

impl<'a> From<&'a Step> for StepEntry<'a> {
    fn from(step: &'a Step) -> Self {
        Self {
            id: step.id.to_string(),
            at: written(step.at),
            coder: &step.coder,
            device: &step.device,
            operation: &step.sentence.key,
            values: Bare(&step.sentence),
            undoes: step.undoes.map(|id| id.to_string()),
            is_undone: step.is_undone,
        }
    }
}

pub(crate) fn list(terminal: &mut Terminal<'_>, listing: &Listing, limit: u32, of_coding: Option<&str>) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let steps = match of_coding {
            None => project.history(limit)?,
            Some(name) => {
                let mut steps = project.steps_of(coding(&project.study(), name)?)?;
                steps.reverse();
                steps.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
                steps
            }
        };
        if listing.json {
            let items: Vec<StepEntry<'_>> = steps.iter().map(StepEntry::from).collect();
            return json::answer(terminal, "history", &project.study(), Nothing {}, &items);
        }
        let mut table = headed(terminal, &["step", "when", "coder", "what"]).uncut();
        for step in &steps {
            let mut what = terminal.catalog.say(&step.sentence);
            if step.is_undone {
                what = terminal.catalog.say(&Message::new("cli-step-undone").with("what", what));
            }
            // As with codings, the end of an id is enough to name it.
            let id = step.id.to_string();
            let id = id[id.len() - 8..].to_owned();
            table.row(vec![id, terminal.catalog.moment(step.at), step.coder.clone(), what]);
        }
        terminal.write(&table.text())
    })
}

/// A coding that is there, or the whole id of one that is gone.
fn coding(study: &Study, name: &str) -> Result<CodingId, LookupError> {
    lookup::coding(study, name).or_else(|error| name.trim().parse().map_err(|_| error))
}

#[derive(Serialize)]
struct Problem<'a> {
    problem: &'a str,
    values: Bare<'a>,
}

#[derive(Serialize)]
struct Counted {
    quotations: u32,
    steps: u32,
}

pub(crate) fn check(terminal: &mut Terminal<'_>, listing: &Listing) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let report = project.check()?;
        if listing.json {
            let items: Vec<Problem<'_>> =
                report.problems.iter().map(|found| Problem { problem: &found.key, values: Bare(found) }).collect();
            let counted = Counted { quotations: report.quotations, steps: report.steps };
            json::answer(terminal, "check", &project.study(), counted, &items)?;
        } else if report.problems.is_empty() {
            let message = Message::new("cli-check-well").with("quotations", report.quotations);
            terminal.say(&message.with("steps", report.steps))?;
        } else {
            for problem in &report.problems {
                terminal.say(problem)?;
            }
        }
        if report.problems.is_empty() {
            Ok(())
        } else {
            let path = listing.project.display().to_string();
            let message = Message::new("cli-check-wrong").with("n", report.problems.len()).with("path", path);
            Err(Stop::failed(message))
        }
    })
}
