//! `text`: the text of a source as it is, nothing added.

use super::args::Listing;
use super::json;
use super::say::{Done, Terminal};
use super::session;
use crate::analysis::{Lock, lookup};
use crate::domain::{LineNumber, Message};
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
        let (first, last) = lines.unwrap_or((1, text.line_count()));
        let items: Vec<Line<'_>> = (first..=last)
            .filter_map(|number| {
                let line = LineNumber::new(number);
                let range = text.line_range(line)?;
                let (start, end) = (range.start.get(), range.end.get());
                let text = text.slice(range)?;
                Some(Line { source_id: id.to_string(), source, line: number, start, end, text })
            })
            .collect();
        json::answer(terminal, "text", &study, Nothing {}, &items)
    })
}
