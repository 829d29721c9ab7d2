//! What the board asks of the project beside what is written in its fields: a verdict, why a cell is empty. Each is one step.

use super::board::Board;
use crate::app::commands::{Commands, Request};
use crate::app::place::Spot;
use crate::app::role::{ReasonPane, context_of};
use crate::app::view::View;
use crate::domain::{CodingId, EmptyReason, Verdict};

/// Gives a row a verdict.
pub fn judge(board: &Board, row: usize, verdict: Verdict, silent: Option<Vec<String>>) -> Option<Request> {
    let (key, by) = (board.rows.get(row)?.key, board.by());
    Some(Request::change(move |project| project.set_verdict(key, by, verdict, silent)))
}

/// Says why a cell is empty. That somebody does not know is shown by words of theirs, which a form asks for.
pub fn reason(
    view: &View<'_>,
    board: &Board,
    (row, column): (usize, usize),
    reason: Option<EmptyReason>,
) -> Option<Request> {
    let cell = board.cell_key(row, column)?;
    if reason != Some(EmptyReason::DontKnow) {
        return Some(Request::change(move |project| project.set_empty_reason(&cell, reason, None)));
    }
    let (head, side) = (board.heads.get(column)?, board.comparison.columns.get(column)?);
    let row = board.rows.get(row)?;
    let known = view.study.note_of(&cell).and_then(|note| note.segment);
    let context = row.code.map(|code| context_of(view.study, view.catalog, code, side, known)).unwrap_or_default();
    let name = format!("{} · {}", row.short(), head.name);
    Some(Request::Lay(Box::new(ReasonPane::new(cell, &name, context, known))))
}

/// Leads to a coding in its transcript.
pub fn show_coding(view: &View<'_>, coding: CodingId, commands: &mut Commands) {
    if let Some(entry) = view.study.coding(coding) {
        let segment = &view.study.segments[entry.segment as usize].segment;
        let spot = Spot { source: segment.source, range: Some(segment.range), coding: Some(coding) };
        commands.send(Request::Show(spot));
    }
}
