//! `memos`: every note of the researcher with what it hangs on.

use super::args::Listing;
use super::change::what_happened;
use super::json;
use super::list::headed;
use super::say::Done;
use super::say::Terminal;
use super::session;
use crate::analysis::excerpt::written;
use crate::analysis::{Study, lookup};
use crate::domain::{Memo, MemoHost};
use crate::export::Nothing;
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;

/// A memo to be written; a page of the journal where it hangs on nothing.
#[derive(Args, Debug)]
pub(crate) struct NewMemo {
    pub project: PathBuf,
    #[arg(id = "memo_text", long = "text", value_name = "TEXT", allow_hyphen_values = true)]
    pub text: String,
    #[command(flatten)]
    pub on: On,
    #[arg(long)]
    pub take_over: bool,
}

/// What it hangs on: at most one of these.
#[derive(Args, Debug)]
#[group(required = false, multiple = false)]
pub(crate) struct On {
    #[arg(long)]
    pub source: Option<String>,
    #[arg(long)]
    pub code: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub informant: Option<String>,
    #[arg(long, value_name = "ID")]
    pub coding: Option<String>,
}

#[derive(Serialize)]
struct MemoEntry<'a> {
    id: String,
    /// `journal`, `source`, `informant`, `code`, `segment`, `coding` or `finding`.
    host: &'static str,
    /// Id of what it hangs on.
    host_id: Option<String>,
    /// What it hangs on as the command line names it: a name, a code, a citation.
    on: Option<String>,
    source: Option<&'a str>,
    code: Option<&'a str>,
    citation: Option<String>,
    text: &'a str,
    author: &'a str,
    changed: String,
}

impl<'a> MemoEntry<'a> {
    fn of(memo: &'a Memo, study: &'a Study) -> Self {
        let bare = Self {
            id: memo.id.to_string(),
            host: memo.host.key(),
            host_id: None,
            on: None,
            source: None,
            code: None,
            citation: None,
            text: &memo.text,
            author: &memo.author,
            changed: written(memo.changed),
        };
        let source = |at: u32| study.sources.get(at as usize).map(|source| source.name.as_str());
        match memo.host {
            MemoHost::Journal => bare,
            MemoHost::Source(id) => {
                let name = study.source(id).map(|source| source.name.as_str());
                Self { host_id: Some(id.to_string()), on: name.map(str::to_owned), source: name, ..bare }
            }
            MemoHost::Informant(id) => {
                let found = study.informants.iter().find(|informant| informant.id == id);
                Self { host_id: Some(id.to_string()), on: found.map(|informant| informant.code.clone()), ..bare }
            }
            MemoHost::Code(id) => {
                let code = study.code(id).map(|code| code.label());
                Self { host_id: Some(id.to_string()), on: code.map(str::to_owned), code, ..bare }
            }
            MemoHost::Segment(id) => {
                let entry = study.segment(id);
                let citation = entry.map(|entry| study.citation(entry));
                let source = entry.and_then(|entry| source(entry.source));
                Self { host_id: Some(id.to_string()), on: citation.clone(), source, citation, ..bare }
            }
            MemoHost::Coding(id) => {
                let coding = study.coding(id);
                let entry = coding.and_then(|coding| study.segments.get(coding.segment as usize));
                let citation = entry.map(|entry| study.citation(entry));
                let code = coding.and_then(|coding| study.codes.get(coding.code as usize)).map(|code| code.label());
                let on = citation.as_ref().map(|citation| [code.unwrap_or_default(), citation.as_str()].join(" "));
                let source = entry.and_then(|entry| source(entry.source));
                Self { host_id: Some(id.to_string()), on, source, code, citation, ..bare }
            }
            MemoHost::Finding(id) => Self { host_id: Some(id.to_string()), ..bare },
        }
    }
}

pub(crate) fn run(terminal: &mut Terminal<'_>, listing: &Listing) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let mut memos: Vec<&Memo> = study.memos.iter().collect();
        memos.sort_by_key(|memo| (memo.changed, memo.id));
        let items: Vec<MemoEntry<'_>> = memos.iter().map(|memo| MemoEntry::of(memo, &study)).collect();
        if listing.json {
            return json::answer(terminal, "memos", &study, Nothing {}, &items);
        }
        let mut table = headed(terminal, &["when", "host", "which", "coder", "memo"]);
        for (item, memo) in items.iter().zip(&memos) {
            table.row(vec![
                terminal.catalog.moment(memo.changed),
                terminal.catalog.text(&format!("memo-host-{}", item.host)),
                item.on.clone().unwrap_or_default(),
                item.author.to_owned(),
                item.text.to_owned(),
            ]);
        }
        terminal.write(&table.text())
    })
}

/// Writes the memo of a host, whose words it replaces, or a page of the journal.
pub(crate) fn write(terminal: &mut Terminal<'_>, asked: &NewMemo) -> Done {
    session::change(terminal, &asked.project, asked.take_over, |terminal, project| {
        let study = project.study();
        let on = &asked.on;
        let host = if let Some(name) = &on.source {
            MemoHost::Source(lookup::source(&study, name)?)
        } else if let Some(name) = &on.code {
            MemoHost::Code(lookup::code(&study, name)?)
        } else if let Some(name) = &on.coding {
            MemoHost::Coding(lookup::coding(&study, name)?)
        } else if let Some(name) = &on.informant {
            let at = lookup::informant(&study, name)? as usize;
            study.informants.get(at).map_or(MemoHost::Journal, |informant| MemoHost::Informant(informant.id))
        } else {
            MemoHost::Journal
        };
        let landed = project.write_memo(host, &asked.text)?;
        what_happened(terminal, &landed)
    })
}
