//! `demo`: the sample study, fully coded, with its comparison and its exports; then the window.

use super::OpenWindow;
use super::export;
use super::outcome;
use super::say::{Done, Stop, Terminal, why};
use super::session;
use crate::analysis::{Axis, RowsKind, compare};
use crate::domain::{Language, Message, Say};
use crate::project::{Project, sample};
use crate::task::Watch;
use std::collections::HashSet;
use std::path::{Path, PathBuf};

pub(crate) fn run(
    terminal: &mut Terminal<'_>,
    into: Option<PathBuf>,
    lang: Option<Language>,
    window: Option<OpenWindow<'_>>,
) -> Done {
    let folder = folder(into)?;
    terminal.say(&Message::new("cli-demo-folder").with("path", folder.display().to_string()))?;
    terminal.flush()?;
    let path = folder.join("sample.emaslim");
    let language = lang.unwrap_or(terminal.catalog.language());
    let mut project = sample::build(&path, language, session::who(terminal), &Watch::new())?;
    let shown = show(terminal, &mut project, &folder);
    project.close()?;
    shown?;
    terminal.flush()?;
    let Some(window) = window else { return Ok(()) };
    if let Err(why) = window(Some(path)) {
        log::info!("no window: {}", why.message().key);
        terminal.say(&Message::new("cli-demo-no-window"))?;
    }
    Ok(())
}

/// The folder, absolute; a new temporary one, which is kept, where none was named.
fn folder(into: Option<PathBuf>) -> Result<PathBuf, Stop> {
    let made = match &into {
        Some(folder) => std::fs::create_dir_all(folder).and_then(|()| std::path::absolute(folder)),
        None => tempfile::Builder::new().prefix("emaslim-").tempdir().map(tempfile::TempDir::keep),
    };
    made.map_err(|error| {
        let path = into.unwrap_or_else(std::env::temp_dir).display().to_string();
        Stop::failed(Message::new("cli-folder-failed").with("path", path).with("why", why(&error)))
    })
}

fn show(terminal: &mut Terminal<'_>, project: &mut Project, folder: &Path) -> Done {
    let study = project.study();
    let comparison = compare(&study, RowsKind::Roles, Axis::Group);
    terminal.line("")?;
    outcome::show(terminal, &comparison)?;
    let segments: HashSet<u32> = study.codings.iter().map(|entry| entry.segment).collect();
    let counts = Message::new("cli-demo-counts").with("segments", segments.len());
    terminal.say(&counts.with("codings", study.codings.len()))?;
    terminal.line("")?;
    let written = export::every_export(terminal, project, &comparison, folder)?;
    terminal.say(&Message::new("cli-demo-written").with("files", written.join(", ")))
}
