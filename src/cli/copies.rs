//! `copies`: what a copy beside the project, left by a syncing program, holds that the project does not.

use super::args::Listing;
use super::history::StepEntry;
use super::json;
use super::say::{Done, Terminal};
use super::session;
use super::table::{Plain, Side};
use crate::analysis::{Differing, Excerpt, Sides, SourceState};
use crate::domain::Message;
use crate::export::Nothing;
use crate::project::ComparedCopy;
use serde::Serialize;
use std::path::Path;

/// A copy as JSON.
#[derive(Serialize)]
struct CopyEntry<'a> {
    path: String,
    sources: &'a Sides<SourceState>,
    codings: &'a Sides<Excerpt>,
    steps: Sides<StepEntry<'a>>,
}

pub(crate) fn run(terminal: &mut Terminal<'_>, listing: &Listing, other: Option<&Path>) -> Done {
    session::ask(terminal, &listing.project, |terminal, project| {
        let here = project.as_here()?;
        let copies = match other {
            Some(other) => vec![here.compare(other)?],
            None => here.compare_all(),
        };
        if listing.json {
            let items: Vec<CopyEntry<'_>> = copies.iter().map(entry).collect();
            return json::answer(terminal, "copies", &project.study(), Nothing {}, &items);
        }
        if copies.is_empty() {
            return terminal.say(&Message::new("cli-copies-none"));
        }
        for copy in &copies {
            show(terminal, copy)?;
        }
        terminal.say(&Message::new("copies-next"))
    })
}

fn entry(copy: &ComparedCopy) -> CopyEntry<'_> {
    CopyEntry {
        path: copy.path.display().to_string(),
        sources: &copy.divergence.sources,
        codings: &copy.divergence.codings,
        steps: Sides {
            only_here: copy.steps.only_here.iter().map(StepEntry::from).collect(),
            only_there: copy.steps.only_there.iter().map(StepEntry::from).collect(),
            differing: Vec::new(),
            same: copy.steps.same,
        },
    }
}

fn show(terminal: &mut Terminal<'_>, copy: &ComparedCopy) -> Done {
    terminal.line(&copy.path.display().to_string())?;
    let word = |key: &str| terminal.catalog.text(key);
    let mut counts = Plain::new(&[
        (String::new(), Side::Left),
        (word("copies-same"), Side::Right),
        (word("copies-only-here"), Side::Right),
        (word("copies-only-there"), Side::Right),
        (word("copies-differing"), Side::Right),
    ]);
    let divergence = &copy.divergence;
    counts.row(counted(word("copies-sources"), &divergence.sources));
    counts.row(counted(word("copies-codings"), &divergence.codings));
    counts.row(counted(word("copies-steps"), &copy.steps));
    terminal.write(&counts.text())?;
    for (key, sources) in
        [("copies-only-here", &divergence.sources.only_here), ("copies-only-there", &divergence.sources.only_there)]
    {
        for source in sources {
            line(terminal, key, &source.name)?;
        }
    }
    for source in &divergence.sources.differing {
        differing(terminal, source, |source| source.name.clone())?;
    }
    for (key, codings) in
        [("copies-only-here", &divergence.codings.only_here), ("copies-only-there", &divergence.codings.only_there)]
    {
        for coding in codings {
            let words = said(terminal, coding);
            line(terminal, key, &words)?;
        }
    }
    for coding in &divergence.codings.differing {
        let words = said(terminal, &coding.here);
        differing(terminal, coding, |_| words.clone())?;
    }
    for step in &copy.steps.only_there {
        let moment = terminal.catalog.moment(step.at);
        let what = terminal.catalog.say(&step.sentence);
        let message = Message::new("copies-step").with("what", what).with("coder", step.coder.as_str());
        let words = terminal.catalog.say(&message.with("device", step.device.as_str()).with("at", moment));
        line(terminal, "copies-only-there", &words)?;
    }
    terminal.line("")
}

fn counted<T>(name: String, sides: &Sides<T>) -> Vec<String> {
    let counts = [sides.same, sides.only_here.len(), sides.only_there.len(), sides.differing.len()];
    std::iter::once(name).chain(counts.map(|count| count.to_string())).collect()
}

/// `SUP.2 “Kami bahas…” (W.KS, baris 45)`.
fn said(terminal: &Terminal<'_>, coding: &Excerpt) -> String {
    let message = Message::new("copies-coding").with("code", coding.code.as_str()).with("quote", coding.quote.as_str());
    let message = message.with("citation", coding.citation.as_str()).with("coder", coding.coder.as_str());
    terminal.catalog.say(&message)
}

fn line(terminal: &mut Terminal<'_>, key: &str, words: &str) -> Done {
    let side = terminal.catalog.text(key);
    terminal.line(&super::say::one_line(&format!("{side}: {words}")))
}

fn differing<T>(terminal: &mut Terminal<'_>, one: &Differing<T>, name: impl Fn(&T) -> String) -> Done {
    let fields: Vec<String> =
        one.fields.iter().map(|field| terminal.catalog.text(&format!("copies-field-{field}"))).collect();
    let words = format!("{} – {}", name(&one.here), fields.join(", "));
    line(terminal, "copies-differing", &words)
}
