//! `new`, `code`, `uncode`: what changes a project, each one step of its history.

use super::args::CodeArguments;
use super::given;
use super::json;
use super::say::{Done, Stop, Terminal, why};
use super::session;
use crate::analysis::{Excerpt, Filter, excerpts, lookup};
use crate::domain::{Language, Message};
use crate::export::Nothing;
use crate::project::{CodebookChoice, Landed, NewProject, Project};
use std::collections::HashSet;
use std::path::Path;

pub(crate) fn new(terminal: &mut Terminal<'_>, path: &Path, codebook: &Path, lang: Option<Language>) -> Done {
    let read;
    let codebook = match codebook.to_str() {
        Some("emaslim") => CodebookChoice::Emaslim,
        Some("empty") => CodebookChoice::Empty,
        _ => {
            read = std::fs::read(codebook).map_err(|error| {
                let message = Message::new("cli-file-unreadable").with("path", codebook.display().to_string());
                Stop::failed(message.with("why", why(&error)))
            })?;
            CodebookChoice::Json(&read)
        }
    };
    let language = lang.unwrap_or(terminal.catalog.language());
    let new = NewProject { title: String::new(), language, codebook };
    let project = Project::create(path, &new, session::who(terminal))?;
    let codes = project.study().codes.len();
    project.close()?;
    terminal.say(&Message::new("cli-created").with("codes", codes).with("path", path.display().to_string()))
}

pub(crate) fn code(terminal: &mut Terminal<'_>, arguments: CodeArguments) -> Done {
    let path = arguments.project.clone();
    session::change(terminal, &path, arguments.take_over, |terminal, project| {
        let json = arguments.json;
        let codings = given::codings(project, arguments)?;
        let landed = project.code(&codings)?;
        if !json {
            return what_happened(terminal, &landed);
        }
        let made: HashSet<_> = landed.value.iter().copied().collect();
        let study = project.study();
        let mut items: Vec<Excerpt> = excerpts(&study, &Filter::default());
        items.retain(|excerpt| made.contains(&excerpt.id));
        json::answer(terminal, "code", &study, Nothing {}, &items)
    })
}

pub(crate) fn uncode(terminal: &mut Terminal<'_>, path: &Path, name: &str, take_over: bool) -> Done {
    session::change(terminal, path, take_over, |terminal, project| {
        let coding = lookup::coding(&project.study(), name)?;
        let landed = project.uncode(&[coding])?;
        what_happened(terminal, &landed)
    })
}

/// The sentence of the step, as the history will say it.
pub(crate) fn what_happened<T>(terminal: &mut Terminal<'_>, landed: &Landed<T>) -> Done {
    match &landed.step {
        Some(step) => terminal.say(&step.sentence),
        None => terminal.say(&Message::new("cli-nothing-changed")),
    }
}
