//! `import`: files and folders become sources, each its own step. One that is refused does not keep the
//! others out.

use super::args::Import;
use super::say::{Done, Stop, Terminal};
use super::session;
use crate::analysis::lookup;
use crate::domain::{Message, Source, SourceId};
use crate::import::{ImportError, ParsedSource, Reading, read_all, read_in_batches};
use crate::project::{Error, ImportOptions, Landed, Project};
use crate::task::Watch;
use std::ffi::OsStr;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

pub(crate) fn run(terminal: &mut Terminal<'_>, arguments: &Import) -> Done {
    let work = |terminal: &mut Terminal<'_>, project: &mut Project| import(terminal, project, arguments);
    if arguments.dry_run {
        session::ask(terminal, &arguments.project, work)
    } else {
        session::change(terminal, &arguments.project, arguments.take_over, work)
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
    let paths = expanded(&arguments.paths);
    let mut log = Log { refused: 0, end: Ok(()) };
    let _broken_off = if arguments.dry_run {
        read_all(&paths, &Reading::default(), &Watch::new(), |file| {
            let one = file.map_err(Stop::from).and_then(|parsed| proposed(terminal, &parsed, &options));
            log.note(terminal, one)
        })
    } else {
        read_in_batches(&paths, &Reading::default(), &Watch::new(), |files| {
            take(terminal, project, files, &options, &mut log)
        })
    };
    log.end?;
    if arguments.dry_run {
        terminal.say(&Message::new("cli-import-would"))?;
    }
    if log.refused > 0 { Err(Stop::Said) } else { Ok(()) }
}

/// What came of the files so far.
struct Log {
    refused: u32,
    /// What ended the work before its time.
    end: Done,
}

impl Log {
    /// A file that was refused is said, and the others go on; whatever else goes wrong ends the work.
    fn note(&mut self, terminal: &mut Terminal<'_>, one: Done) -> ControlFlow<()> {
        match one {
            Ok(()) => ControlFlow::Continue(()),
            Err(Stop::Failed { message, detail }) => {
                self.refused += 1;
                if let Some(detail) = detail {
                    log::info!("{}: {detail}", message.key);
                }
                terminal.complain(&message);
                ControlFlow::Continue(())
            }
            Err(other) => {
                self.end = Err(other);
                ControlFlow::Break(())
            }
        }
    }
}

/// Takes some files in together and says of each, in their order, what came of it.
fn take(
    terminal: &mut Terminal<'_>,
    project: &mut Project,
    files: Vec<Result<ParsedSource, ImportError>>,
    options: &ImportOptions,
    log: &mut Log,
) -> ControlFlow<()> {
    let mut parsed = Vec::with_capacity(files.len());
    let mut about = Vec::with_capacity(files.len());
    for file in files {
        about.push(file.map(|file| {
            let warnings = file.warnings.clone();
            parsed.push((file, options.clone()));
            warnings
        }));
    }
    let mut landed = match project.import_sources(parsed) {
        Ok(landed) => landed.into_iter(),
        // Nothing can be written: the next files would fare no better.
        Err(error) => {
            log.end = Err(error.into());
            return ControlFlow::Break(());
        }
    };
    for file in about {
        let one = match file {
            Err(error) => Err(Stop::from(error)),
            Ok(warnings) => landed.next().map_or(Ok(()), |landed| taken(terminal, project, landed, &warnings)),
        };
        log.note(terminal, one)?;
    }
    ControlFlow::Continue(())
}

/// The paths, with every `*` in a file name filled in that the shell has left (Windows shells leave them
/// all). A pattern that fits nothing stays, and is refused by its name.
fn expanded(paths: &[PathBuf]) -> Vec<PathBuf> {
    let mut all = Vec::new();
    for path in paths {
        let pattern = path.file_name().and_then(OsStr::to_str).filter(|name| name.contains('*') && !path.exists());
        let Some(pattern) = pattern else {
            all.push(path.clone());
            continue;
        };
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let entries = std::fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let mut fitting: Vec<PathBuf> = entries
            .filter(|entry| entry.file_name().to_str().is_some_and(|name| fits(pattern, name)))
            .map(|entry| entry.path())
            .collect();
        if fitting.is_empty() {
            fitting.push(path.clone());
        }
        fitting.sort();
        all.append(&mut fitting);
    }
    all
}

/// Whether a name fits a pattern in which `*` stands for any letters. A hidden file must be named.
fn fits(pattern: &str, name: &str) -> bool {
    if name.starts_with('.') && !pattern.starts_with('.') {
        return false;
    }
    let mut pieces = pattern.split('*');
    let Some(mut rest) = pieces.next().and_then(|first| name.strip_prefix(first)) else { return false };
    let mut pieces: Vec<&str> = pieces.collect();
    let Some(last) = pieces.pop() else { return rest.is_empty() };
    for piece in pieces {
        let Some(at) = rest.find(piece) else { return false };
        rest = &rest[at + piece.len()..];
    }
    rest.ends_with(last)
}

fn taken(
    terminal: &mut Terminal<'_>,
    project: &Project,
    landed: Result<Landed<SourceId>, Error>,
    warnings: &[Message],
) -> Done {
    let id = landed?.value;
    let study = project.study();
    let place = study.source_at(id).map(|at| at as usize);
    if let Some(source) = place.and_then(|at| study.sources.get(at)) {
        let speak = super::list::speaking(&study, place.unwrap_or_default());
        let informants = super::list::informant_codes(&study, &speak).join(", ");
        said(terminal, source, &informants)?;
    }
    warn(terminal, warnings);
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_star_stands_for_any_letters() {
        for (pattern, name, does) in [
            ("*", "W.KS.txt", true),
            ("*.txt", "W.KS.txt", true),
            ("W.*.txt", "W.KS.txt", true),
            ("W*K*.txt", "W.KS.txt", true),
            ("*.txt", "W.KS.md", false),
            ("W.*W.*", "W.KS", false),
            ("a*a", "a", false),
            ("*", ".hidden", false),
            (".*", ".hidden", true),
            ("*é*", "caf\u{e9}.txt", true),
        ] {
            assert_eq!(fits(pattern, name), does, "{pattern} {name}");
        }
    }
}
