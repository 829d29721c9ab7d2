//! `coding`: the boundary, the code and the direction of one coding.

use super::args::{MaybeDirection, one_of, range};
use super::change::what_happened;
use super::say::{Done, Terminal};
use super::session;
use crate::analysis::lookup;
use crate::domain::CharRange;
use clap::Args;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct CodingArguments {
    pub project: PathBuf,
    pub coding: String,
    #[command(flatten)]
    pub to: Change,
    #[arg(long)]
    pub take_over: bool,
}

/// What is to change, at least one of these; each is a step of its own, in this order.
#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
pub(crate) struct Change {
    #[arg(id = "new_range", long = "range", value_name = "120..180", value_parser = range)]
    pub range: Option<CharRange>,
    #[arg(id = "new_code", long = "code", value_name = "CODE")]
    pub code: Option<String>,
    #[arg(id = "new_direction", long = "direction",
        value_parser = one_of::<MaybeDirection>(&["supports", "partly", "weakens", "context", "none"]))]
    pub direction: Option<MaybeDirection>,
}

pub(crate) fn run(terminal: &mut Terminal<'_>, asked: &CodingArguments) -> Done {
    session::change(terminal, &asked.project, asked.take_over, |terminal, project| {
        let study = project.study();
        let coding = lookup::coding(&study, &asked.coding)?;
        // Looked up before anything is written, so that a name that leads nowhere changes nothing.
        let code = asked.to.code.as_deref().map(|name| lookup::code(&study, name)).transpose()?;
        if let Some(range) = asked.to.range {
            if let Some(entry) = study.coding(coding).and_then(|entry| study.segments.get(entry.segment as usize)) {
                lookup::range(&*project.text(entry.segment.source)?, range)?;
            }
            let landed = project.move_coding(coding, range)?;
            what_happened(terminal, &landed)?;
        }
        if let Some(code) = code {
            let landed = project.recode(coding, code)?;
            what_happened(terminal, &landed)?;
        }
        if let Some(MaybeDirection(direction)) = asked.to.direction {
            let landed = project.set_direction(&[coding], direction)?;
            what_happened(terminal, &landed)?;
        }
        Ok(())
    })
}
