//! Opening a project for one command and leaving it as one closed file, whatever came of the command.

use super::say::{Done, Stop, Terminal};
use crate::domain::Message;
use crate::project::{Access, Project, Who};
use std::path::Path;

/// Who acts: the coder set in the window unless the environment names another.
pub(crate) fn who(terminal: &Terminal<'_>) -> Who {
    Who::here(terminal.coder.as_deref(), &terminal.catalog)
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
    if let Some(elsewhere) = project.elsewhere().filter(|_| access == Access::ReadWrite) {
        let message = Message::new("cli-open-elsewhere").with("path", path.display().to_string());
        let message = message.with("coder", elsewhere.coder.as_str()).with("device", elsewhere.device.as_str());
        return Err(Stop::failed(message.with("at", elsewhere.opened)));
    }
    let noticed = project.notices().to_vec();
    noticed.iter().for_each(|notice| terminal.note(notice));
    let done = work(terminal, &mut project);
    project.notices()[noticed.len()..].iter().for_each(|notice| terminal.note(notice));
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

/// Opens a project to change it; where another device has it open only if that is taken over from.
pub(crate) fn change(
    terminal: &mut Terminal<'_>,
    path: &Path,
    take_over: bool,
    work: impl FnOnce(&mut Terminal<'_>, &mut Project) -> Done,
) -> Done {
    with(terminal, path, if take_over { Access::TakeOver } else { Access::ReadWrite }, work)
}
