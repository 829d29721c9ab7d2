//! `text`: the text of a source as it is, nothing added.

use super::args::Listing;
use super::json;
use super::say::{Done, Terminal};
use super::session;
use crate::analysis::{Lock, lookup};
use crate::domain::Message;
use crate::export::Nothing;
use serde::Serialize;

/// A line of a text.
#[derive(Serialize)]
struct Line<'a> {
    source_id: String,
    source: &'a str,
    line: u32,
    start: u32,
    end: u32,
    text: &'a str,
}

pub(crate) fn run(terminal: &mut Terminal<'_>, listing: &Listing, name: &str, lines: Option<(u32, u32)>) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let study = project.study();
        let id = lookup::source(&study, name)?;
        let text = project.text(id)?;
        for problem in project.text_problems(id)? {
            terminal.note(&problem);
        }
        let key = match study.lock_of(id) {
            Lock::Open => None,
            Lock::Part => Some("coding-locked-part"),
            Lock::Whole => Some("coding-locked"),
        };
        if let Some(key) = key {
            terminal.note(&Message::new(key).with("name", study.withdrawn_in(id).join(", ")));
        }
        let range = match lines {
            Some((first, last)) => lookup::lines(&text, first, last)?,
            None => text.range(),
        };
        if !listing.json {
            return terminal.write(text.slice(range).unwrap_or_default());
        }
        let source = study.source(id).map(|source| source.name.as_str()).unwrap_or_default();
        let items: Vec<Line<'_>> = text
            .rows()
            .filter(|row| range.start <= row.range.start && (row.range.start < range.end || lines.is_none()))
            .filter_map(|row| {
                let (start, end) = (row.range.start.get(), row.range.end.get());
                let text = text.as_str().get(row.bytes)?;
                Some(Line { source_id: id.to_string(), source, line: row.first.get(), start, end, text })
            })
            .collect();
        json::answer(terminal, "text", &study, Nothing {}, &items)
    })
}
