//! `source`: what is known of sources is changed, sources are typed in, deleted, and their files taken out again.

use super::args::technique;
use super::change::what_happened;
use super::export::is_same_file;
use super::given::words_of;
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::{Study, lookup};
use crate::domain::{Date, Message, SourceId, Technique};
use crate::export::save_bytes;
use crate::project::{Project, SourceFacts, TypedSource};
use clap::{Args, Subcommand};
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// What is wanted of a project's sources.
#[derive(Args, Debug)]
pub(crate) struct Source {
    pub project: PathBuf,
    #[command(subcommand)]
    pub action: Action,
}

#[derive(Subcommand, Debug)]
pub(crate) enum Action {
    Rename {
        source: String,
        #[arg(id = "source_name", value_name = "NAME", allow_hyphen_values = true)]
        name: String,
        #[arg(long)]
        take_over: bool,
    },
    Set(Box<Facts>),
    Delete {
        #[arg(id = "sources", required = true, value_name = "SOURCE")]
        sources: Vec<String>,
        #[arg(long)]
        take_over: bool,
    },
    Add(Box<Typed>),
    Original {
        source: String,
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
}

/// New facts; what is not named stays.
#[derive(Args, Debug)]
pub(crate) struct Facts {
    #[arg(id = "sources", required = true, value_name = "SOURCE")]
    pub sources: Vec<String>,
    #[command(flatten)]
    pub new: NewFacts,
    #[arg(long)]
    pub take_over: bool,
}

/// At least one of these.
#[derive(Args, Debug)]
#[group(required = true, multiple = true)]
pub(crate) struct NewFacts {
    #[arg(id = "source_short", long = "short", value_name = "CODE", allow_hyphen_values = true)]
    pub short: Option<String>,
    #[arg(id = "source_description", long = "description", value_name = "TEXT", allow_hyphen_values = true)]
    pub description: Option<String>,
    #[arg(long, value_parser = technique())]
    pub technique: Option<Technique>,
    #[arg(id = "new_date", long = "date", value_name = "YYYY-MM-DD|none")]
    pub date: Option<MaybeDate>,
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub place: Option<String>,
    #[arg(id = "source_setting", long = "setting", value_name = "TEXT", allow_hyphen_values = true)]
    pub setting: Option<String>,
    #[arg(id = "source_note", long = "note", value_name = "TEXT", allow_hyphen_values = true)]
    pub note: Option<String>,
    #[arg(long, value_name = "true|false")]
    pub done: Option<bool>,
}

/// A source that is typed, not imported.
#[derive(Args, Debug)]
pub(crate) struct Typed {
    #[arg(id = "source_name", long = "name", value_name = "NAME", allow_hyphen_values = true)]
    pub name: String,
    #[command(flatten)]
    pub words: Words,
    #[arg(long, value_parser = technique())]
    pub technique: Option<Technique>,
    #[arg(long, value_name = "YYYY-MM-DD")]
    pub date: Option<Date>,
    #[arg(long, allow_hyphen_values = true)]
    pub place: Option<String>,
    #[arg(long, value_name = "CODE")]
    pub informant: Option<String>,
    #[arg(long)]
    pub take_over: bool,
}

/// Where its words are: exactly one of these.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub(crate) struct Words {
    #[arg(id = "source_text", long = "text", value_name = "TEXT", allow_hyphen_values = true)]
    pub text: Option<String>,
    #[arg(id = "source_file", long = "file", value_name = "FILE|-")]
    pub file: Option<PathBuf>,
}

/// A date, or that there is none.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct MaybeDate(Option<Date>);

impl FromStr for MaybeDate {
    type Err = <Date as FromStr>::Err;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        if text == "none" { Ok(Self(None)) } else { text.parse().map(|date| Self(Some(date))) }
    }
}

pub(crate) fn run(terminal: &mut Terminal<'_>, arguments: Source) -> Done {
    let path = arguments.project;
    match arguments.action {
        Action::Rename { source, name, take_over } => {
            session::change(terminal, &path, take_over, |terminal, project| {
                let id = lookup::source(&project.study(), &source)?;
                let facts = SourceFacts { name: Some(name), ..SourceFacts::default() };
                let landed = project.describe_sources(&[id], &facts)?;
                what_happened(terminal, &landed)
            })
        }
        Action::Set(facts) => {
            session::change(terminal, &path, facts.take_over, |terminal, project| set(terminal, project, &facts))
        }
        Action::Delete { sources, take_over } => session::change(terminal, &path, take_over, |terminal, project| {
            let ids = named(&project.study(), &sources)?;
            let landed = project.delete_sources(&ids)?;
            what_happened(terminal, &landed)
        }),
        Action::Add(typed) => {
            session::change(terminal, &path, typed.take_over, |terminal, project| add(terminal, project, &typed))
        }
        Action::Original { source, output } => {
            session::ask(terminal, &path, |terminal, project| original(terminal, project, &source, &output))
        }
    }
}

fn named(study: &Study, names: &[String]) -> Result<Vec<SourceId>, Stop> {
    Ok(names.iter().map(|name| lookup::source(study, name)).collect::<Result<_, _>>()?)
}

fn set(terminal: &mut Terminal<'_>, project: &mut Project, asked: &Facts) -> Done {
    let ids = named(&project.study(), &asked.sources)?;
    let new = &asked.new;
    let facts = SourceFacts {
        name: None,
        short: new.short.clone(),
        description: new.description.clone(),
        technique: new.technique,
        date: new.date.map(|date| date.0),
        place: new.place.clone(),
        setting: new.setting.clone(),
        note: new.note.clone(),
    };
    let Some(is_done) = new.done else {
        let landed = project.describe_sources(&ids, &facts)?;
        return what_happened(terminal, &landed);
    };
    if facts != SourceFacts::default() {
        let landed = project.describe_sources(&ids, &facts)?;
        what_happened(terminal, &landed)?;
    }
    let landed = project.mark_done(&ids, is_done)?;
    what_happened(terminal, &landed)
}

fn add(terminal: &mut Terminal<'_>, project: &mut Project, asked: &Typed) -> Done {
    let text = match (&asked.words.text, &asked.words.file) {
        (Some(text), _) => text.clone(),
        (None, Some(file)) => words_of(file)?,
        (None, None) => String::new(),
    };
    let typed = TypedSource {
        name: asked.name.clone(),
        text,
        technique: asked.technique,
        date: asked.date,
        place: asked.place.clone().unwrap_or_default(),
        informant: asked.informant.clone(),
    };
    let landed = project.type_source(&typed)?;
    what_happened(terminal, &landed)
}

fn original(terminal: &mut Terminal<'_>, project: &Project, name: &str, output: &Path) -> Done {
    let id = lookup::source(&project.study(), name)?;
    if is_same_file(output, project.path()) {
        let path = output.display().to_string();
        return Err(Stop::failed(Message::new("cli-export-onto-project").with("path", path)));
    }
    let original = project.original(id)?;
    save_bytes(output, &original.bytes)?;
    // On standard error: the file may be standard output.
    terminal.note(
        &Message::new("cli-original-written")
            .with("bytes", original.bytes.len())
            .with("path", output.display().to_string()),
    );
    Ok(())
}
