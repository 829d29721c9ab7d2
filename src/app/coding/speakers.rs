//! Who speaks in a turn that carries no label, as answers below numbered questions do: the transcript shows the code of
//! the informant in the label's place.

use crate::analysis::Study;
use crate::domain::Turn;
use std::sync::Arc;

/// The turns as the transcript shows them.
pub(super) fn shown(study: &Study, turns: Arc<[Turn]>) -> Arc<[Turn]> {
    if turns.iter().all(|turn| !turn.label.is_empty() || turn.informant.is_none()) {
        return turns;
    }
    let named = |turn: &Turn| {
        let informant = turn.informant.and_then(|id| study.informant_at(id));
        let informant = informant.and_then(|at| study.informants.get(at as usize)).filter(|_| turn.label.is_empty());
        Turn { label: informant.map_or_else(|| turn.label.clone(), |known| known.code.clone()), ..turn.clone() }
    };
    turns.iter().map(named).collect()
}
