//! `sources`, `informants`, `codes`, `codings`: what a project holds, as a table or as JSON.

use super::args::{Listing, Which};
use super::given;
use super::json;
use super::people::More;
use super::say::{Done, Terminal};
use super::session;
use super::table::{Plain, Side};
use crate::analysis::{CodingEntry, Stand, Study, excerpts};
use crate::export::Nothing;
use serde::Serialize;
use std::collections::BTreeSet;

#[derive(Serialize)]
struct SourceEntry<'a> {
    id: String,
    name: &'a str,
    short: &'a str,
    description: &'a str,
    technique: &'static str,
    date: Option<String>,
    place: &'a str,
    setting: &'a str,
    number: u32,
    revision: String,
    original_name: &'a str,
    length: u32,
    lines: u32,
    turns: usize,
    informants: Vec<&'a str>,
    groups: Vec<&'a str>,
    segments: usize,
    codings: usize,
    words: u32,
    note: &'a str,
    progress: ProgressEntry<'a>,
}

/// How far the coding of a source is, and for each coder.
#[derive(Serialize)]
struct ProgressEntry<'a> {
    /// `untouched`, `in_progress` or `done`.
    stage: &'static str,
    /// Thousandths of the turns (where nobody speaks, of the letters) that carry a code.
    coded: u32,
    coders: Vec<CoderProgress<'a>>,
}

#[derive(Serialize)]
struct CoderProgress<'a> {
    coder: &'a str,
    stage: &'static str,
    coded: u32,
}

fn progress<'a>(study: &'a Study, stand: &Stand) -> ProgressEntry<'a> {
    let coders = stand.by_coder.iter().filter_map(|one| {
        let coder = &study.coders.get(one.coder as usize)?.name;
        Some(CoderProgress { coder, stage: one.stage.key(), coded: one.coded })
    });
    ProgressEntry { stage: stand.stage.key(), coded: stand.coded, coders: coders.collect() }
}

fn group_key(study: &Study, informant: u32) -> Option<&str> {
    let at = study.informant_groups.get(informant as usize).copied().flatten()?;
    study.groups.get(at as usize).map(|group| group.key.as_str())
}

fn group_keys<'a>(study: &'a Study, informants: &[u32]) -> Vec<&'a str> {
    let groups = study.groups_of(informants).into_iter().filter_map(|at| study.groups.get(at as usize));
    groups.map(|group| group.key.as_str()).collect()
}

pub(crate) fn informant_codes<'a>(study: &'a Study, places: &[u32]) -> Vec<&'a str> {
    places.iter().filter_map(|at| study.informants.get(*at as usize)).map(|found| found.code.as_str()).collect()
}

/// Coded segments and codings that `is_meant` holds for, by the place of the segment.
fn counted(study: &Study, is_meant: impl Fn(&CodingEntry) -> bool) -> (usize, usize) {
    let meant: Vec<u32> = study.codings.iter().filter(|entry| is_meant(entry)).map(|entry| entry.segment).collect();
    (meant.iter().collect::<BTreeSet<_>>().len(), meant.len())
}

pub(crate) fn sources(terminal: &mut Terminal<'_>, listing: &Listing) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let stands = study.stands();
        let revisions: Vec<_> = study.sources.iter().map(|source| source.revision).collect();
        let words = project.word_counts(&revisions)?;
        let items: Vec<SourceEntry<'_>> = study
            .sources
            .iter()
            .enumerate()
            .map(|(at, source)| {
                let speaking = study.speakers(at);
                let (segments, codings) = counted(&study, |entry| {
                    study.segments.get(entry.segment as usize).is_some_and(|segment| segment.source as usize == at)
                });
                SourceEntry {
                    id: source.id.to_string(),
                    name: &source.name,
                    short: &source.short,
                    description: &source.description,
                    technique: source.technique.key(),
                    date: source.date.map(|date| date.to_string()),
                    place: &source.place,
                    setting: &source.setting,
                    number: source.number,
                    revision: source.revision.to_string(),
                    original_name: &source.original_name,
                    length: source.length,
                    lines: source.lines,
                    turns: study.turns.get(at).map_or(0, |turns| turns.len()),
                    informants: informant_codes(&study, &speaking),
                    groups: group_keys(&study, &speaking),
                    segments,
                    codings,
                    words: words.get(&source.revision).copied().unwrap_or_default(),
                    note: &source.note,
                    progress: progress(&study, &stands[at]),
                }
            })
            .collect();
        if listing.json {
            return json::answer(terminal, "sources", &study, Nothing {}, &items);
        }
        let mut table = headed(
            terminal,
            &["source", "technique", "informants", "date", "lines>", "segments>", "codings>", "progress"],
        );
        for (item, source) in items.iter().zip(&study.sources) {
            table.row(vec![
                item.name.to_owned(),
                terminal.catalog.text(&format!("technique-{}", item.technique)),
                item.informants.join(", "),
                source.date.map(|date| terminal.catalog.short_date(date)).unwrap_or_default(),
                item.lines.to_string(),
                item.segments.to_string(),
                item.codings.to_string(),
                terminal.catalog.text(&format!("stage-{}", item.progress.stage)),
            ]);
        }
        terminal.write(&table.text())
    })
}

#[derive(Serialize)]
struct InformantEntry<'a> {
    id: String,
    code: &'a str,
    description: &'a str,
    group: Option<&'a str>,
    standing: &'static str,
    is_child: bool,
    sources: Vec<&'a str>,
    segments: usize,
    codings: usize,
    #[serde(flatten)]
    more: More<'a>,
}

pub(crate) fn informants(terminal: &mut Terminal<'_>, listing: &Listing) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let speaks: Vec<Vec<u32>> = (0..study.sources.len()).map(|source| study.speakers(source)).collect();
        let items: Vec<InformantEntry<'_>> = (0_u32..)
            .zip(&study.informants)
            .map(|(at, informant)| {
                let (segments, codings) = counted(&study, |entry| {
                    study
                        .segments
                        .get(entry.segment as usize)
                        .is_some_and(|segment| segment.voice.informants.contains(&at))
                });
                InformantEntry {
                    id: informant.id.to_string(),
                    code: &informant.code,
                    description: &informant.description,
                    group: group_key(&study, at),
                    standing: informant.standing.key(),
                    is_child: informant.is_child,
                    sources: study
                        .sources
                        .iter()
                        .zip(&speaks)
                        .filter(|(_, speaks)| speaks.contains(&at))
                        .map(|(source, _)| source.name.as_str())
                        .collect(),
                    segments,
                    codings,
                    more: More::of(&study, at, informant),
                }
            })
            .collect();
        if listing.json {
            return json::answer(terminal, "informants", &study, Nothing {}, &items);
        }
        let mut table =
            headed(terminal, &["informant", "description", "group", "standing", "sources", "segments>", "codings>"]);
        for item in &items {
            let group = item.group.and_then(|key| study.groups.iter().find(|group| group.key == key));
            table.row(vec![
                item.code.to_owned(),
                item.description.to_owned(),
                group.map(|group| group.name.clone()).unwrap_or_default(),
                terminal.catalog.text(&format!("cli-standing-{}", item.standing)),
                item.sources.join(", "),
                item.segments.to_string(),
                item.codings.to_string(),
            ]);
        }
        terminal.write(&table.text())
    })
}

#[derive(Serialize)]
struct CodeEntry<'a> {
    id: String,
    parent_id: Option<String>,
    kind: &'static str,
    code: &'a str,
    name: &'a str,
    path: Vec<&'a str>,
    colour: String,
    key: Option<u8>,
    definition: &'a str,
    test: &'a str,
    counts: &'a [String],
    counts_not: &'a [String],
    examples: &'a [String],
    keywords: &'a [String],
    aliases: &'a [String],
    segments: usize,
    codings: usize,
}

pub(crate) fn codes(terminal: &mut Terminal<'_>, listing: &Listing) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let paths: Vec<Vec<&str>> = (0..study.codes.len()).map(|at| path(&study, at)).collect();
        let items: Vec<CodeEntry<'_>> = (0_u32..)
            .zip(&study.codes)
            .map(|(at, code)| {
                let (segments, codings) = counted(&study, |entry| entry.code == at);
                CodeEntry {
                    id: code.id.to_string(),
                    parent_id: code.parent.map(|id| id.to_string()),
                    kind: code.kind.key(),
                    code: &code.short,
                    name: &code.name,
                    path: paths[at as usize].clone(),
                    colour: code.colour.to_string(),
                    key: code.key,
                    definition: &code.definition,
                    test: &code.test,
                    counts: &code.counts,
                    counts_not: &code.counts_not,
                    examples: &code.examples,
                    keywords: &code.keywords,
                    aliases: &code.aliases,
                    segments,
                    codings,
                }
            })
            .collect();
        if listing.json {
            return json::answer(terminal, "codes", &study, Nothing {}, &items);
        }
        let mut table = headed(terminal, &["code", "name", "segments>", "codings>"]);
        for item in &items {
            let indent = "  ".repeat(item.path.len().saturating_sub(1));
            table.row(vec![
                format!("{indent}{}", item.code),
                item.name.to_owned(),
                item.segments.to_string(),
                item.codings.to_string(),
            ]);
        }
        terminal.write(&table.text())
    })
}

pub(crate) fn codings(terminal: &mut Terminal<'_>, listing: &Listing, which: &Which) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let items = excerpts(&study, &given::filter(&study, which)?);
        if listing.json {
            return json::answer(terminal, "codings", &study, Nothing {}, &items);
        }
        let mut table = headed(terminal, &["coding", "citation", "code", "direction", "informants", "quote"]);
        for item in &items {
            // The end of an id is enough to name a coding; the beginning is a time and often the same.
            let id = item.id.to_string();
            let direction = item.direction.map_or("unset", |direction| direction.key());
            table.row(vec![
                id[id.len() - 8..].to_owned(),
                item.citation.clone(),
                item.code.clone(),
                terminal.catalog.text(&format!("direction-{direction}")),
                item.informants.join(", "),
                item.quote.clone(),
            ]);
        }
        terminal.write(&table.text())
    })
}

/// The names from the top of the codebook down to a code.
fn path(study: &Study, code: usize) -> Vec<&str> {
    let mut names = Vec::new();
    let mut at = u32::try_from(code).ok();
    while let Some(found) = at.and_then(|at| study.codes.get(at as usize)) {
        names.push(found.name.as_str());
        at = at.and_then(|at| study.code_parents.get(at as usize).copied().flatten());
    }
    names.reverse();
    names
}

/// A table with translated headers; a name that ends in `>` is a column of numbers.
pub(crate) fn headed(terminal: &Terminal<'_>, columns: &[&str]) -> Plain {
    let columns: Vec<(String, Side)> = columns
        .iter()
        .map(|name| match name.strip_suffix('>') {
            Some(name) => (terminal.catalog.text(&format!("cli-column-{name}")), Side::Right),
            None => (terminal.catalog.text(&format!("cli-column-{name}")), Side::Left),
        })
        .collect();
    Plain::new(&columns)
}
