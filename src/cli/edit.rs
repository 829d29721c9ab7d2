//! `edit`: words of a transcript are corrected; segments follow.

use super::args::range;
use super::change::what_happened;
use super::given::words_of;
use super::imported;
use super::say::{Done, Terminal};
use super::{json, session};
use crate::analysis::lookup;
use crate::domain::CharRange;
use clap::Args;
use std::path::PathBuf;

#[derive(Args, Debug)]
pub(crate) struct Edit {
    pub project: PathBuf,
    #[arg(long)]
    pub source: String,
    #[arg(long, value_name = "120..180", value_parser = range)]
    pub range: CharRange,
    #[command(flatten)]
    pub words: NewWords,
    #[arg(long)]
    pub json: bool,
    #[arg(long)]
    pub take_over: bool,
}

/// What is to stand there: exactly one of these.
#[derive(Args, Debug)]
#[group(required = true, multiple = false)]
pub(crate) struct NewWords {
    #[arg(id = "new_text", long = "text", value_name = "TEXT", allow_hyphen_values = true)]
    pub text: Option<String>,
    #[arg(id = "new_text_file", long = "text-file", value_name = "FILE|-")]
    pub file: Option<PathBuf>,
}

pub(crate) fn run(terminal: &mut Terminal<'_>, asked: &Edit) -> Done {
    session::change(terminal, &asked.project, asked.take_over, |terminal, project| {
        let source = lookup::source(&project.study(), &asked.source)?;
        let words = match (&asked.words.text, &asked.words.file) {
            (Some(text), _) => text.clone(),
            (None, Some(file)) => words_of(file)?,
            (None, None) => String::new(),
        };
        let landed = project.correct_words(source, asked.range, &words)?;
        if asked.json {
            let study = project.study();
            let items: Vec<imported::TouchedLine<'_>> = imported::touched(&landed.value);
            return json::answer(terminal, "edit", &study, imported::Counts::of(&landed.value), &items);
        }
        what_happened(terminal, &landed)?;
        imported::corrected(terminal, &landed.value)
    })
}
