//! `backup`, `restore` and `compact`: they work from the file's path, so that a damaged or missing project has its
//! backups too.

use super::args::{Backup as BackupArguments, Restore};
use super::list::headed;
use super::say::{Done, Stop, Terminal, why};
use super::session;
use crate::analysis::excerpt::written;
use crate::domain::Message;
use crate::export::Answer;
use crate::project::backup::{self, Backup, Difference, Kept, Shelf, Sides, Why};
use crate::task::Watch;
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Entry {
    name: String,
    path: String,
    created: String,
    why: &'static str,
    bytes: u64,
    revision: Option<u64>,
    steps_since: Option<u64>,
}

#[derive(Serialize)]
struct Folder {
    folder: String,
}

#[derive(Serialize)]
struct Made {
    is_new: bool,
}

#[derive(Serialize)]
struct Side {
    kind: &'static str,
    only_present: usize,
    only_backup: usize,
    both: usize,
}

#[derive(Serialize)]
struct Outcome {
    backup: String,
    is_restored: bool,
    is_present_readable: bool,
    put_aside: Option<String>,
    lost_sources: Vec<String>,
    found_sources: Vec<String>,
}

pub(crate) fn backup(terminal: &mut Terminal<'_>, arguments: &BackupArguments) -> Done {
    let path = &arguments.project;
    if arguments.list {
        return list(terminal, path, arguments.json, "backup");
    }
    if let Some(to) = &arguments.output {
        let bytes = backup::save_copy(path, to, false, &Watch::new())?;
        let said = Message::new("cli-copy-saved").with("size", terminal.catalog.size(bytes));
        return terminal.say(&said.with("path", to.display().to_string()));
    }
    let kept = backup::back_up(path, Why::Asked, &Watch::new())?;
    if arguments.json {
        let shelf = backup::shelf(path)?;
        let items: Vec<Entry> =
            shelf.backups.iter().filter(|shelved| shelved.backup == *kept.backup()).map(entry).collect();
        let made = Made { is_new: matches!(kept, Kept::Made(_)) };
        return answer(terminal, &Answer::of(shelf.project, shelf.revision, "backup", made, &items));
    }
    let key = match kept {
        Kept::Made(_) => "cli-backup-made",
        Kept::Already(_) => "cli-backup-already",
    };
    let Backup { path, bytes, .. } = kept.backup();
    let said = Message::new(key).with("size", terminal.catalog.size(*bytes));
    terminal.say(&said.with("path", path.display().to_string()))
}

fn entry(shelved: &backup::Shelved) -> Entry {
    let Backup { path, at, why, bytes } = &shelved.backup;
    Entry {
        name: shelved.backup.name(),
        path: path.display().to_string(),
        created: written(*at),
        why: why.key(),
        bytes: *bytes,
        revision: shelved.revision,
        steps_since: shelved.steps_since,
    }
}

fn list(terminal: &mut Terminal<'_>, path: &Path, is_json: bool, command: &str) -> Done {
    let shelf = backup::shelf(path)?;
    if is_json {
        let items: Vec<Entry> = shelf.backups.iter().map(entry).collect();
        let folder = Folder { folder: shelf.folder.display().to_string() };
        return answer(terminal, &Answer::of(shelf.project, shelf.revision, command, folder, &items));
    }
    let Shelf { folder, backups, .. } = shelf;
    if backups.is_empty() {
        return terminal.say(&Message::new("cli-backup-none"));
    }
    let mut table = headed(terminal, &["backup", "when", "why", "size>", "steps>", "since>"]).uncut();
    for shelved in &backups {
        let number = |number: Option<u64>| number.map_or_else(|| "–".to_owned(), |number| number.to_string());
        table.row(vec![
            shelved.backup.name(),
            terminal.catalog.moment(shelved.backup.at),
            terminal.catalog.text(&format!("backup-why-{}", shelved.backup.why.key())),
            terminal.catalog.size(shelved.backup.bytes),
            number(shelved.revision),
            number(shelved.steps_since),
        ]);
    }
    terminal.write(&table.text())?;
    terminal.say(&Message::new("cli-backup-folder").with("path", folder.display().to_string()))
}

pub(crate) fn restore(terminal: &mut Terminal<'_>, arguments: &Restore) -> Done {
    let path = &arguments.project;
    let name = match &arguments.backup {
        Some(name) if !arguments.list => name,
        _ => return list(terminal, path, arguments.json, "restore"),
    };
    let chosen = backup::find(path, name)?;
    let difference = backup::difference(path, &chosen)?;
    if !arguments.json {
        said(terminal, &difference)?;
    }
    let restored = if arguments.dry_run {
        None
    } else {
        Some(backup::restore(path, &chosen, &session::who(terminal), &Watch::new())?)
    };
    let put_aside =
        restored.as_ref().and_then(|restored| restored.put_aside.as_ref()).map(|path| path.display().to_string());
    if arguments.json {
        let side = |kind, sides: Sides| {
            let Sides { only_present, only_backup, both } = sides;
            Side { kind, only_present, only_backup, both }
        };
        let items =
            [side("steps", difference.steps), side("sources", difference.sources), side("codings", difference.codings)];
        let outcome = Outcome {
            backup: chosen.display().to_string(),
            is_restored: restored.is_some(),
            is_present_readable: difference.is_present_readable,
            put_aside,
            lost_sources: difference.lost_sources,
            found_sources: difference.found_sources,
        };
        let mark = backup::mark(if restored.is_some() { path } else { &chosen })?;
        return answer(terminal, &Answer::of(mark.project, Some(mark.revision), "restore", outcome, &items));
    }
    if restored.is_none() {
        return terminal.say(&Message::new("cli-restore-would"));
    }
    terminal.say(&Message::new("cli-restored").with("path", path.display().to_string()))?;
    match put_aside {
        Some(aside) => terminal.say(&Message::new("cli-restore-aside").with("path", aside)),
        None => Ok(()),
    }
}

fn said(terminal: &mut Terminal<'_>, difference: &Difference) -> Done {
    for message in difference.sentences() {
        terminal.say(&message)?;
    }
    Ok(())
}

pub(crate) fn compact(terminal: &mut Terminal<'_>, path: &Path) -> Done {
    let device = session::who(terminal).device;
    let done = backup::compact(path, &device, &Watch::new())?;
    let said = done.sentence(&terminal.catalog);
    terminal.say(&said)
}

fn answer<M: Serialize>(terminal: &mut Terminal<'_>, answer: &Answer<'_, M, impl Serialize>) -> Done {
    let text = serde_json::to_string_pretty(answer)
        .map_err(|error| Stop::failed(Message::new("cli-output-failed").with("why", why(&error.into()))))?;
    terminal.line(&text)
}
