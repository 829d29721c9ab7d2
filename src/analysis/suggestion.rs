//! The one rule by which the program suggests a verdict for a row, and its reason. It never fills a verdict
//! in and never averages.
//!
//! Columns that were not asked, or of whose material nothing is coded yet, are left out and named. A column
//! speaks if it has evidence with a direction. Fewer than two speaking columns → silence; one all ▲ and
//! another all ▼ → dissonance; else any column mixed or ◐ → partial; else agreement. The other columns are
//! listed as silent. Where directions are missing it says how many and suggests nothing.

use super::comparison::{Cell, Column};
use crate::domain::{EmptyReason, Message, Verdict};
use serde::Serialize;
use std::sync::Arc;

/// What one speaking column says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Side {
    /// Place of the column.
    pub column: u32,
    /// Segments that carry ▲.
    pub supports: u32,
    /// Segments that carry ◐.
    pub partly: u32,
    /// Segments that carry ▼.
    pub weakens: u32,
}

impl Side {
    /// `▲3 ▼2`: what is there, in the order of controls.
    pub fn marks(&self) -> String {
        let marks = [("▲", self.supports), ("◐", self.partly), ("▼", self.weakens)];
        let there: Vec<String> =
            marks.iter().filter(|(_, count)| *count > 0).map(|(mark, count)| format!("{mark}{count}")).collect();
        there.join(" ")
    }
}

/// A suggested verdict with its reason.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Suggestion {
    /// The verdict; nothing where directions are missing.
    pub verdict: Option<Verdict>,
    /// Ids of the columns that have material coded but nothing to say in this row.
    pub silent: Vec<Arc<str>>,
    /// The reason for machines: column ids and counts, never translated.
    pub reason: String,
    /// The columns that speak, by place.
    #[serde(skip)]
    pub sides: Vec<Side>,
    /// The silent columns, by place.
    #[serde(skip)]
    pub silent_columns: Vec<u32>,
    /// The columns left out because nothing of them is coded yet or they were not asked, by place.
    #[serde(skip)]
    pub left_out_columns: Vec<u32>,
    /// (segments without direction, segments) of the row where directions are missing.
    #[serde(skip)]
    pub undirected: Option<(u32, u32)>,
}

impl Suggestion {
    /// The reason in words, sentence by sentence; `label` says the name of a column by its place.
    pub fn words(&self, label: impl Fn(u32) -> String) -> Vec<Message> {
        if let Some((missing, all)) = self.undirected {
            return vec![Message::new("suggestion-undirected").with("missing", missing).with("all", all)];
        }
        let names = |columns: &[u32]| columns.iter().map(|at| label(*at)).collect::<Vec<_>>().join(", ");
        let mut words = Vec::new();
        if !self.sides.is_empty() {
            let sides: Vec<String> =
                self.sides.iter().map(|side| format!("{} {}", label(side.column), side.marks())).collect();
            words.push(Message::new("suggestion-sides").with("sides", sides.join(", ")));
        }
        if !self.silent_columns.is_empty() {
            words.push(Message::new("suggestion-silent").with("columns", names(&self.silent_columns)));
        }
        if !self.left_out_columns.is_empty() {
            words.push(Message::new("suggestion-left-out").with("columns", names(&self.left_out_columns)));
        }
        words
    }
}

/// Applies the rule to one row. `is_coded` says of each column whether anything of its material is coded;
/// `evidence` and `undirected` count the row's segments, and those of them without direction.
pub(super) fn suggest(
    columns: &[Column],
    cells: &[Cell],
    is_coded: &[bool],
    evidence: u32,
    undirected: u32,
) -> Suggestion {
    let mut sides = Vec::new();
    let mut silent_columns = Vec::new();
    let mut left_out_columns = Vec::new();
    for (at, cell) in (0_u32..).zip(cells) {
        let asked = cell.empty_reason != Some(EmptyReason::NotAsked);
        let has_direction = cell.supports + cell.partly + cell.weakens > 0;
        if has_direction {
            sides.push(Side { column: at, supports: cell.supports, partly: cell.partly, weakens: cell.weakens });
        } else if !asked || !is_coded[at as usize] {
            left_out_columns.push(at);
        } else if cell.segments == 0 {
            silent_columns.push(at);
        }
    }
    let all_support = |side: &Side| side.partly == 0 && side.weakens == 0;
    let all_weaken = |side: &Side| side.partly == 0 && side.supports == 0;
    let verdict = if undirected > 0 {
        None
    } else if sides.len() < 2 {
        Some(Verdict::Silence)
    } else if sides.iter().any(all_support) && sides.iter().any(all_weaken) {
        Some(Verdict::Dissonance)
    } else if sides.iter().any(|side| !all_support(side) && !all_weaken(side)) {
        Some(Verdict::Partial)
    } else {
        Some(Verdict::Agreement)
    };
    let id = |at: &u32| &*columns[*at as usize].id;
    let ids = |list: &[u32]| list.iter().map(id).collect::<Vec<_>>().join(", ");
    let mut reason = Vec::new();
    if undirected > 0 {
        reason.push(format!("{undirected} of {evidence} without direction"));
    }
    for side in &sides {
        let counts = [("supports", side.supports), ("partly", side.partly), ("weakens", side.weakens)];
        let there: Vec<String> =
            counts.iter().filter(|(_, count)| *count > 0).map(|(name, count)| format!("{name} {count}")).collect();
        reason.push(format!("{}: {}", id(&side.column), there.join(", ")));
    }
    if !silent_columns.is_empty() {
        reason.push(format!("silent: {}", ids(&silent_columns)));
    }
    if !left_out_columns.is_empty() {
        reason.push(format!("left out: {}", ids(&left_out_columns)));
    }
    Suggestion {
        verdict,
        silent: silent_columns.iter().map(|at| columns[*at as usize].id.clone()).collect(),
        reason: reason.join("; "),
        sides,
        silent_columns,
        left_out_columns,
        undirected: (undirected > 0).then_some((undirected, evidence)),
    }
}
