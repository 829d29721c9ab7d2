//! Opening a project for one command and leaving it as one closed file, whatever came of the command.

use super::say::{Done, Stop, Terminal};
use crate::project::{Access, Project, Who};
use std::path::Path;

/// Who acts from this machine: as the environment says, as set in the window, as the system calls its user.
pub(crate) fn who(terminal: &Terminal<'_>) -> Who {
    let first = |names: &[&str]| {
        names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.trim().is_empty()))
    };
    let host = || std::fs::read_to_string("/etc/hostname").ok().map(|name| name.trim().to_owned());
    Who {
        coder: first(&["EMASLIM_CODER"])
            .or_else(|| terminal.coder.clone())
            .or_else(|| first(&["USERNAME", "USER", "LOGNAME"]))
            .unwrap_or_else(|| terminal.catalog.text("coder-unnamed")),
        device: first(&["COMPUTERNAME", "HOSTNAME"])
            .or_else(host)
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| terminal.catalog.text("device-unnamed")),
    }
}

/// Opens a project, does `work` and closes it.
pub(crate) fn with<T>(
    terminal: &mut Terminal<'_>,
    path: &Path,
    access: Access,
    work: impl FnOnce(&mut Terminal<'_>, &mut Project) -> Result<T, Stop>,
) -> Result<T, Stop> {
    let who = who(terminal);
    let mut project = Project::open(path, access, who)?;
    for notice in project.notices().to_vec() {
        terminal.note(&notice);
    }
    let done = work(terminal, &mut project);
    let closed = project.close();
    let value = done?;
    closed?;
    Ok(value)
}

/// Opens a project to ask it something: nothing is written.
pub(crate) fn ask(
    terminal: &mut Terminal<'_>,
    path: &Path,
    work: impl FnOnce(&mut Terminal<'_>, &mut Project) -> Done,
) -> Done {
    with(terminal, path, Access::ReadOnly, work)
}

/// Opens a project to change it.
pub(crate) fn change(
    terminal: &mut Terminal<'_>,
    path: &Path,
    work: impl FnOnce(&mut Terminal<'_>, &mut Project) -> Done,
) -> Done {
    with(terminal, path, Access::ReadWrite, work)
}
