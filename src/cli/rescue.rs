//! `rescue`: what can still be read of a damaged project goes into a new file.

use super::json::{self, Bare};
use super::say::{Done, Stop, Terminal, one_line};
use super::session;
use crate::domain::Message;
use crate::project::{Access, Project, rescue};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Entry<'a> {
    is_saved: bool,
    what: &'a str,
    values: Bare<'a>,
}

#[derive(Serialize)]
struct Whole {
    is_whole: bool,
}

pub(crate) fn run(terminal: &mut Terminal<'_>, damaged: &Path, new: &Path, json: bool) -> Done {
    let who = session::who(terminal);
    let report = rescue(damaged, new, terminal.catalog.language(), &who)?;
    if json {
        let said = |is_saved| move |message| Entry { is_saved, what: key_of(message), values: Bare(message) };
        let saved = report.saved.iter().map(said(true));
        let items: Vec<Entry<'_>> = saved.chain(report.lost.iter().map(said(false))).collect();
        let project = Project::open(new, Access::ReadOnly, who)?;
        json::answer(terminal, "rescue", &project.study(), Whole { is_whole: report.is_whole }, &items)?;
    } else {
        for (heading, list) in [("rescue-heading-saved", &report.saved), ("rescue-heading-lost", &report.lost)] {
            if !list.is_empty() {
                terminal.say(&Message::new(heading))?;
            }
            for message in list {
                let sentence = terminal.catalog.say(message);
                terminal.line(&format!("  {}", one_line(&sentence)))?;
            }
        }
    }
    let key = if report.is_whole { "rescue-all" } else { "rescue-some" };
    let ended = Message::new(key).with("damaged", damaged.display().to_string()).with("new", new.display().to_string());
    if !report.is_whole {
        return Err(Stop::failed(ended));
    }
    if json { Ok(()) } else { terminal.say(&ended) }
}

fn key_of(message: &Message) -> &str {
    &message.key
}
