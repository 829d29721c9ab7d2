//! `import`: files and folders become sources, each its own step. One that is refused does not keep the
//! others out. With `--dry-run` everything is read and said, and nothing changed.

use super::args::Import;
use super::imported;
use super::say::{Done, Stop, Terminal};
use super::{json, session};
use crate::analysis::lookup;
use crate::domain::Message;
use crate::import::{Found, ImportError, LabelRule, Reading, collect, read_file};
use crate::project::{AsVersion, Error, ImportFile, ImportOptions, ImportOutcome, Project};
use crate::task::Watch;
use std::collections::HashSet;
use std::ffi::OsStr;
use std::hash::{DefaultHasher, Hash, Hasher};
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
        labels: arguments.label.clone(),
        version: arguments.version.unwrap_or_default(),
        ..ImportOptions::default()
    };
    // What is said now holds over what was decided before.
    let labels: Vec<LabelRule> = project.label_rules().into_iter().chain(arguments.label.iter().cloned()).collect();
    let reading = Reading {
        encoding: arguments.encoding,
        technique: arguments.technique,
        labels,
        cues: arguments.cues,
        times: arguments.times,
        questions: arguments.questions,
    };
    let mut passed_over = Vec::new();
    let mut files: Vec<Result<ImportFile, ImportError>> = Vec::new();
    for found in collect(&expanded(&arguments.paths)) {
        match found {
            Found::File(path) => {
                files.push(Ok(ImportFile { path, reading: reading.clone(), options: options.clone() }));
            }
            Found::Problem(problem) => files.push(Err(problem)),
            Found::Passed(path) => passed_over.push(path.display().to_string()),
        }
    }
    if !passed_over.is_empty() {
        let message = Message::new("cli-import-passed");
        terminal.note(&message.with("files", passed_over.join(", ")));
    }
    let more = imported::More { dry_run: arguments.dry_run, passed_over };
    if arguments.dry_run {
        try_out(terminal, project, files, more, arguments.json)
    } else {
        take_in(terminal, project, files, more, arguments.json)
    }
}

/// Takes the files in and says of each, in their order, what came of it.
fn take_in(
    terminal: &mut Terminal<'_>,
    project: &mut Project,
    files: Vec<Result<ImportFile, ImportError>>,
    more: imported::More,
    is_json: bool,
) -> Done {
    let mut end = Ok(());
    let report = project.import_files(files, &Watch::new(), |_, some| {
        for file in some {
            match &file.outcome {
                ImportOutcome::Taken(taken) => {
                    if !is_json && let Err(stop) = imported::taken(terminal, taken) {
                        end = Err(stop);
                        return ControlFlow::Break(());
                    }
                    imported::notes(terminal, &file.file, &taken.remembered, &taken.warnings);
                }
                ImportOutcome::Refused(refusal) => {
                    log_detail(&refusal.sentence, refusal.detail.as_deref());
                    terminal.complain(&refusal.sentence);
                }
                ImportOutcome::Skipped => {}
            }
        }
        ControlFlow::Continue(())
    });
    end?;
    if is_json {
        let study = project.study();
        let lines: Vec<imported::Line<'_>> = report.files.iter().map(|file| imported::Line::of(file, &study)).collect();
        json::answer(terminal, "import", &study, more, &lines)?;
    }
    let skipped = report.skipped().count();
    if skipped > 0 {
        terminal.complain(&Message::new("cli-import-skipped").with("n", skipped));
    }
    if skipped > 0 || report.refused().next().is_some() { Err(Stop::Said) } else { Ok(()) }
}

/// Reads the files and says of each what would come of it.
fn try_out(
    terminal: &mut Terminal<'_>,
    project: &mut Project,
    files: Vec<Result<ImportFile, ImportError>>,
    more: imported::More,
    is_json: bool,
) -> Done {
    let mut tried = Vec::new();
    let (mut names, mut originals) = (HashSet::new(), HashSet::new());
    let mut is_refused = false;
    for file in files {
        let name = file.as_ref().map_or_else(|problem| problem.file().to_owned(), ImportFile::name);
        let read = file.and_then(|file| Ok((read_file(&file.path, &file.reading)?, file)));
        let one = match read {
            Err(error) => imported::Tried::refused(name, &error),
            Ok((parsed, file)) => {
                let likely = match file.options.version {
                    AsVersion::New => None,
                    AsVersion::Said | AsVersion::Correction => project.corrected_by(&parsed)?,
                };
                let correction = likely.map(|source| project.propose_correction(source, &parsed.text)).transpose()?;
                let is_correcting = correction.is_some() && file.options.version == AsVersion::Correction;
                let remembered =
                    file.reading.obeyed(&parsed).into_iter().filter(|rule| rule.is_remembered).cloned().collect();
                let (parsed, refused) = project.propose_import(parsed, &file.options);
                // Two of one set stand in each other's way as much as in that of what is there already.
                let refused = refused.filter(|_| !is_correcting).or_else(|| {
                    if !originals.insert(digest(&parsed.original)) {
                        Some(Error::SameBytes { file: name.clone(), name: parsed.name.clone() })
                    } else if !is_correcting && !names.insert(parsed.name.clone()) {
                        Some(Error::SameName { name: parsed.name.clone() })
                    } else {
                        None
                    }
                });
                let study = project.study();
                let mut tried = imported::Tried::of(name, parsed, &file.options, &study, remembered, refused.as_ref());
                (tried.correction, tried.is_correcting) = (correction, is_correcting);
                tried
            }
        };
        if let Some(refusal) = &one.refusal {
            is_refused = true;
            log_detail(&refusal.sentence, refusal.detail.as_deref());
            terminal.complain(&refusal.sentence);
        } else {
            if !is_json {
                one.say(terminal)?;
            }
            imported::notes(terminal, &one.file, &one.remembered, &one.warnings);
        }
        if let Some(correction) = one.correction.as_ref().filter(|_| !is_json) {
            if !one.is_correcting {
                let message = Message::new("import-warning-version").with("file", one.file.as_str());
                terminal.note(&message.with("source", correction.name.as_str()));
            }
            imported::corrected(terminal, correction)?;
        }
        if is_json {
            tried.push(one);
        }
    }
    if is_json {
        let lines: Vec<imported::Line<'_>> = tried.iter().map(imported::Line::tried).collect();
        json::answer(terminal, "import", &project.study(), more, &lines)?;
    } else {
        terminal.say(&Message::new("cli-import-would"))?;
    }
    if is_refused { Err(Stop::Said) } else { Ok(()) }
}

fn log_detail(sentence: &Message, detail: Option<&str>) {
    if let Some(detail) = detail {
        log::info!(target: crate::trace::TERMINAL, "{}: {detail}", sentence.key);
    }
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

/// What two files have in common only if their bytes are the same.
fn digest(bytes: &[u8]) -> (usize, u64) {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    (bytes.len(), hasher.finish())
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
