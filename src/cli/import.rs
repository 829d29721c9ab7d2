//! `import`: files and folders become sources, each its own step. One that is refused does not keep the
//! others out.

use super::args::Import;
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::lookup;
use crate::domain::{Message, Source};
use crate::import::{ParsedSource, read_all};
use crate::project::{ImportOptions, Project};
use crate::task::Watch;
use std::ops::ControlFlow;

pub(crate) fn run(terminal: &mut Terminal<'_>, arguments: &Import) -> Done {
    let work = |terminal: &mut Terminal<'_>, project: &mut Project| import(terminal, project, arguments);
    if arguments.dry_run {
        session::ask(terminal, &arguments.project, work)
    } else {
        session::change(terminal, &arguments.project, work)
    }
}

fn import(terminal: &mut Terminal<'_>, project: &mut Project, arguments: &Import) -> Done {
    let group = arguments.group.as_deref().map(|name| lookup::group(&project.study(), name)).transpose()?;
    let options = ImportOptions {
        technique: arguments.technique,
        informant: arguments.informant.clone(),
        group: group.and_then(|at| project.study().groups.get(at as usize).map(|group| group.key.clone())),
        date: arguments.date,
        place: arguments.place.clone(),
    };
    let mut end = Ok(());
    let mut refused = 0;
    let _broken_off = read_all(&arguments.paths, &Watch::new(), |file| {
        let one = match file {
            Ok(parsed) if arguments.dry_run => proposed(terminal, &parsed, &options),
            Ok(parsed) => taken(terminal, project, parsed, &options),
            Err(error) => Err(Stop::from(error)),
        };
        match one {
            Ok(()) => ControlFlow::Continue(()),
            Err(Stop::Failed { message, detail }) => {
                refused += 1;
                if let Some(detail) = detail {
                    log::info!("{}: {detail}", message.key);
                }
                terminal.complain(&message);
                ControlFlow::Continue(())
            }
            Err(other) => {
                end = Err(other);
                ControlFlow::Break(())
            }
        }
    });
    end?;
    if arguments.dry_run {
        terminal.say(&Message::new("cli-import-would"))?;
    }
    if refused > 0 { Err(Stop::Said) } else { Ok(()) }
}

fn taken(terminal: &mut Terminal<'_>, project: &mut Project, parsed: ParsedSource, options: &ImportOptions) -> Done {
    let warnings = parsed.warnings.clone();
    let id = project.import_source(parsed, options)?.value;
    let study = project.study();
    let place = study.source_at(id).map(|at| at as usize);
    if let Some(source) = place.and_then(|at| study.sources.get(at)) {
        let speak = super::list::speaking(&study, place.unwrap_or_default());
        let informants = super::list::informant_codes(&study, &speak).join(", ");
        said(terminal, source, &informants)?;
    }
    warn(terminal, &warnings);
    Ok(())
}

fn said(terminal: &mut Terminal<'_>, source: &Source, informants: &str) -> Done {
    let technique = source.technique.key();
    line(terminal, &source.name, technique, informants, source.date, source.lines)
}

fn proposed(terminal: &mut Terminal<'_>, parsed: &ParsedSource, options: &ImportOptions) -> Done {
    let codes: Vec<&str> = match &options.informant {
        Some(code) => vec![code],
        None => parsed.speakers.iter().map(|speaker| speaker.code.as_str()).collect(),
    };
    let lines = u32::try_from(parsed.text.lines().count()).unwrap_or(u32::MAX);
    let technique = options.technique.unwrap_or(parsed.technique).key();
    line(terminal, &parsed.name, technique, &codes.join(", "), options.date.or(parsed.date), lines)?;
    warn(terminal, &parsed.warnings);
    Ok(())
}

/// `W.KS.12-02-2025: Interview, KS, 12 Feb 2025, 83 lines`.
fn line(
    terminal: &mut Terminal<'_>,
    name: &str,
    technique: &str,
    informants: &str,
    date: Option<crate::domain::Date>,
    lines: u32,
) -> Done {
    let word = |key: &str| terminal.catalog.text(key);
    let nobody = || word("cli-import-nobody");
    let message = Message::new("cli-imported")
        .with("name", name)
        .with("technique", word(&format!("technique-{technique}")))
        .with("informants", if informants.is_empty() { nobody() } else { informants.to_owned() })
        .with("date", date.map_or_else(|| word("cli-import-undated"), |date| terminal.catalog.short_date(date)))
        .with("lines", terminal.catalog.say(&Message::new("count-lines").with("n", lines)));
    terminal.say(&message)
}

fn warn(terminal: &mut Terminal<'_>, warnings: &[Message]) {
    for warning in warnings {
        terminal.note(warning);
    }
}
