//! `segments` and `segment`: what is known of a place, whoever coded it.

use super::args::Listing;
use super::change::what_happened;
use super::given::words_of;
use super::json;
use super::list::headed;
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::{SegmentEntry as Entry, Study, lookup};
use crate::domain::{MemoHost, SegmentId};
use crate::export::Nothing;
use clap::Args;
use serde::Serialize;
use std::path::PathBuf;
use std::sync::Arc;

#[derive(Args, Debug)]
pub(crate) struct SegmentArguments {
    pub project: PathBuf,
    #[arg(value_name = "SEGMENT|CODING")]
    pub segment: String,
    #[command(flatten)]
    pub known: Known,
    #[arg(long)]
    pub take_over: bool,
}

/// What is to be known of a place: at least one of these.
#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
pub(crate) struct Known {
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true,
        conflicts_with_all = ["reduction_file", "no_reduction"])]
    pub reduction: Option<String>,
    #[arg(long, value_name = "FILE|-", conflicts_with = "no_reduction")]
    pub reduction_file: Option<PathBuf>,
    #[arg(long)]
    pub no_reduction: bool,
    #[arg(id = "key_mark", long = "key", conflicts_with = "no_key_mark")]
    pub key: bool,
    #[arg(id = "no_key_mark", long = "no-key")]
    pub no_key: bool,
}

#[derive(Serialize)]
struct SegmentEntry<'a> {
    id: String,
    source_id: String,
    source: &'a str,
    revision: String,
    start: u32,
    end: u32,
    line: u32,
    line_end: u32,
    quote: &'a str,
    reduction: Option<&'a str>,
    key: bool,
    memo: Option<&'a str>,
    codings: usize,
    citation: String,
}

pub(crate) fn list(terminal: &mut Terminal<'_>, listing: &Listing) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let items = entries(&study);
        if listing.json {
            return json::answer(terminal, "segments", &study, Nothing {}, &items);
        }
        let mut table = headed(terminal, &["segment", "citation", "codings>", "key", "reduction", "quote"]);
        for item in &items {
            table.row(vec![
                item.id[item.id.len() - 8..].to_owned(),
                item.citation.clone(),
                item.codings.to_string(),
                if item.key { "★".to_owned() } else { String::new() },
                item.reduction.unwrap_or_default().to_owned(),
                item.quote.to_owned(),
            ]);
        }
        terminal.write(&table.text())
    })
}

/// Every segment by source and place.
fn entries<'a>(study: &'a Study) -> Vec<SegmentEntry<'a>> {
    let mut codings = vec![0_usize; study.segments.len()];
    for entry in &study.codings {
        if let Some(count) = codings.get_mut(entry.segment as usize) {
            *count += 1;
        }
    }
    let mut all: Vec<_> = study.segments.iter().zip(codings).collect();
    all.sort_by_key(|(entry, _)| (entry.source, entry.segment.range.start, entry.segment.range.end));
    let entry = |(entry, codings): (&'a Arc<Entry>, usize)| {
        let segment = &entry.segment;
        SegmentEntry {
            id: segment.id.to_string(),
            source_id: segment.source.to_string(),
            source: study.source(segment.source).map_or("", |source| source.name.as_str()),
            revision: segment.revision.to_string(),
            start: segment.range.start.get(),
            end: segment.range.end.get(),
            line: segment.line.get(),
            line_end: segment.line_end.get(),
            quote: &segment.quote,
            reduction: Some(&*segment.reduction).filter(|words| !words.is_empty()),
            key: segment.is_key,
            memo: study.memo_of(MemoHost::Segment(segment.id)).map(|memo| memo.text.as_str()),
            codings,
            citation: study.citation(entry),
        }
    };
    all.into_iter().map(entry).collect()
}

/// The segment of an id, or of a coding's.
fn named(study: &Study, name: &str) -> Result<SegmentId, Stop> {
    match lookup::segment(study, name) {
        Err(lookup::LookupError::Unknown { .. }) => {}
        found => return Ok(found?),
    }
    let coding = lookup::coding(study, name)?;
    let entry = study.coding(coding).ok_or(crate::project::Error::NoCoding)?;
    Ok(entry.coding.segment)
}

pub(crate) fn change(terminal: &mut Terminal<'_>, asked: &SegmentArguments) -> Done {
    let words = match (&asked.known.reduction, &asked.known.reduction_file) {
        (Some(words), _) => Some(words.clone()),
        (None, Some(file)) => Some(words_of(file)?),
        (None, None) => asked.known.no_reduction.then(String::new),
    };
    session::change(terminal, &asked.project, asked.take_over, |terminal, project| {
        let segment = named(&project.study(), &asked.segment)?;
        if asked.known.key || asked.known.no_key {
            let landed = project.set_key(&[segment], asked.known.key)?;
            what_happened(terminal, &landed)?;
        }
        // Where nothing else is known of a place without a coding, it has gone with its mark.
        if let Some(words) = words.filter(|words| !words.is_empty() || project.study().segment(segment).is_some()) {
            let landed = project.set_reduction(segment, &words)?;
            what_happened(terminal, &landed)?;
        }
        Ok(())
    })
}
