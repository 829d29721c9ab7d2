//! How the board of a project was left: what stands in it, how wide its columns are and which of its rows are
//! unfolded. It is the window's and not the project's: it is remembered with the place the project was left at.

use crate::analysis::{Axis, RowsKind};
use crate::domain::CodeId;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What the cells show.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// The words.
    #[default]
    Quotes,
    /// What the researcher says that each side says.
    Summaries,
    /// How many informants speak, and where nobody does.
    Coverage,
}

/// How a board was left.
#[derive(Clone, PartialEq, Eq, Debug, Serialize, Deserialize)]
#[serde(default)]
pub struct KeptBoard {
    /// What stands in the rows.
    pub rows: RowsKind,
    /// What stands in the columns.
    pub by: Axis,
    /// What the columns are divided by, once more.
    pub within: Option<Axis>,
    /// What the cells show.
    pub mode: Mode,
    /// Whether only quotations that weaken or hold partly are shown.
    pub is_negative: bool,
    /// The roles that are unfolded.
    pub open: BTreeSet<CodeId>,
    /// Among all codes, those that are folded.
    pub folded: BTreeSet<CodeId>,
    /// Widths of the columns that were pulled, in points, by axis and column.
    pub widths: BTreeMap<String, u16>,
}

impl Default for KeptBoard {
    fn default() -> Self {
        Self {
            rows: RowsKind::Roles,
            by: Axis::Group,
            within: None,
            mode: Mode::Quotes,
            is_negative: false,
            open: BTreeSet::new(),
            folded: BTreeSet::new(),
            widths: BTreeMap::new(),
        }
    }
}

impl KeptBoard {
    /// Whether the codes below a code are shown.
    pub fn is_open(&self, code: CodeId) -> bool {
        match self.rows {
            RowsKind::Roles => self.open.contains(&code),
            RowsKind::Codes | RowsKind::Findings => !self.folded.contains(&code),
        }
    }

    /// Shows the codes below a code, or hides them.
    pub fn set_open(&mut self, code: CodeId, is_open: bool) {
        let (list, is_in) = match self.rows {
            RowsKind::Roles => (&mut self.open, is_open),
            RowsKind::Codes | RowsKind::Findings => (&mut self.folded, !is_open),
        };
        if is_in {
            list.insert(code);
        } else {
            list.remove(&code);
        }
    }
}
