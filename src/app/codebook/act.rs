//! What is done to codes from here and from the codebook's panel in Koding.

use crate::analysis::Study;
use crate::app::commands::{Commands, Request};
use crate::app::icons;
use crate::app::view::View;
use crate::app::widgets::empty_place_ui;
use crate::domain::{CodeId, CodebookId};
use crate::project::MoveTo;
use eframe::egui::Ui;

use super::rows::siblings;

/// Deletes codes; the status line says what went with them and offers to undo it.
pub(in crate::app) fn delete(commands: &mut Commands, codes: Vec<CodeId>) {
    if !codes.is_empty() {
        commands.send(Request::change(move |project| project.delete_codes(&codes)));
    }
}

/// The words of a project without codes and their two buttons; whether a code is to be made by hand.
pub(in crate::app) fn empty_codebook_ui(ui: &mut Ui, view: &View<'_>, commands: &mut Commands) -> bool {
    let (take, make) = (view.text("codebook-take-emaslim"), view.text("codebook-make"));
    let buttons = [(None, take.as_str()), (Some(icons::PLUS), make.as_str())];
    let buttons = if view.is_read_only { &[][..] } else { &buttons[..] };
    match empty_place_ui(ui, icons::BOOK_OPEN, &view.text("coding-no-codes"), buttons) {
        Some(0) => {
            let language = view.study.project.language;
            commands.send(Request::change(move |project| project.add_emaslim(language)));
            false
        }
        Some(_) => true,
        None => false,
    }
}

fn send(commands: &mut Commands, codes: Vec<CodeId>, to: MoveTo) {
    commands.send(Request::change(move |project| project.move_codes(&codes, to)));
}

/// A place among siblings as the codebook counts it.
fn book_of(study: &Study, at: u32) -> Option<CodebookId> {
    study.codebook_of(at).map(|book| book.id)
}

/// Below the code before it.
pub(super) fn indent(study: &Study, code: CodeId, commands: &mut Commands) -> Option<CodeId> {
    let at = study.code_at(code)?;
    let beside = siblings(study, at);
    let place = beside.iter().position(|other| *other == at)?;
    let parent = study.codes.get(*beside.get(place.checked_sub(1)?)? as usize)?.id;
    send(commands, vec![code], MoveTo { parent: Some(parent), ..MoveTo::default() });
    Some(parent)
}

/// Beside the code above it.
pub(super) fn outdent(study: &Study, code: CodeId, commands: &mut Commands) -> Option<()> {
    let at = study.code_at(code)?;
    let above = study.code_parents.get(at as usize).copied().flatten()?;
    let beside = siblings(study, above);
    let place = beside.iter().position(|other| *other == above)? + 1;
    let parent = study.codes.get(above as usize)?.parent;
    send(commands, vec![code], MoveTo { parent, codebook: book_of(study, at), place: Some(place) });
    Some(())
}

/// Among its siblings, up or down.
pub(super) fn shift(study: &Study, code: CodeId, is_up: bool, commands: &mut Commands) -> Option<()> {
    let at = study.code_at(code)?;
    let beside = siblings(study, at);
    let place = beside.iter().position(|other| *other == at)?;
    let place = if is_up { place.checked_sub(1)? } else { place + 1 };
    if place >= beside.len() {
        return None;
    }
    let parent = study.codes.get(at as usize)?.parent;
    send(commands, vec![code], MoveTo { parent, codebook: book_of(study, at), place: Some(place) });
    Some(())
}

/// Beside another code, before or behind it.
pub(super) fn beside(
    study: &Study,
    moved: &[CodeId],
    other: CodeId,
    is_behind: bool,
    commands: &mut Commands,
) -> Option<()> {
    let at = study.code_at(other)?;
    let left: Vec<u32> = siblings(study, at)
        .into_iter()
        .filter(|place| *place == at || study.codes.get(*place as usize).is_some_and(|code| !moved.contains(&code.id)))
        .collect();
    let place = left.iter().position(|place| *place == at)? + usize::from(is_behind);
    let parent = study.codes.get(at as usize)?.parent;
    send(commands, moved.to_vec(), MoveTo { parent, codebook: book_of(study, at), place: Some(place) });
    Some(())
}
