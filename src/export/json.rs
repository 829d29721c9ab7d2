//! The answers of `--json`, which are also what JSON files hold. Keys are a contract, values never translated.

use super::Error;
use crate::analysis::{Axis, Column, Comparison, Excerpt, LeftOut, RowsKind};
use crate::domain::{ProjectId, ProjectInfo};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Revised {
    id: ProjectId,
    revision: Option<u64>,
}

/// The frame around every answer: `{"emaslim":1,"command":…,"project":{id,revision},…,"items":[…]}`.
#[derive(Serialize)]
pub struct Answer<'a, M: Serialize, T: Serialize> {
    emaslim: u32,
    command: &'a str,
    project: Revised,
    #[serde(flatten)]
    more: M,
    items: &'a [T],
}

/// No keys beside the usual ones.
#[derive(Serialize)]
pub struct Nothing {}

/// The keys that the answer of `compare` has beside the usual ones.
#[derive(Serialize)]
pub struct Compared<'a> {
    by: &'a str,
    rows_kind: RowsKind,
    within: Option<&'static str>,
    columns: &'a [Column],
    left_out: &'a LeftOut,
}

impl<'a> From<&'a Comparison> for Compared<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        let Comparison { by: _, by_key, rows_kind, columns, left_out, within, rows: _ } = comparison;
        Self { by: by_key, rows_kind: *rows_kind, within: within.map(Axis::key), columns, left_out }
    }
}

impl<'a, M: Serialize, T: Serialize> Answer<'a, M, T> {
    /// The answer of a command, with `more` keys before the items.
    pub fn new(project: &ProjectInfo, command: &'a str, more: M, items: &'a [T]) -> Self {
        Self::of(project.id, Some(project.revision), command, more, items)
    }

    /// The same about a project that is not open; it has no revision where its file is damaged or gone.
    pub fn of(id: ProjectId, revision: Option<u64>, command: &'a str, more: M, items: &'a [T]) -> Self {
        Self { emaslim: 1, command, project: Revised { id, revision }, more, items }
    }

    /// Writes it, indented, with a line end behind.
    ///
    /// # Errors
    /// Writing failed.
    pub fn write(&self, mut out: impl Write) -> Result<(), Error> {
        serde_json::to_writer_pretty(&mut out, self).map_err(std::io::Error::from)?;
        Ok(out.write_all(b"\n")?)
    }
}

/// Writes excerpts as the answer of `command` (`codings`, so that `code --from` reads the file).
///
/// # Errors
/// Writing failed.
pub fn excerpts_json(out: impl Write, project: &ProjectInfo, command: &str, excerpts: &[Excerpt]) -> Result<(), Error> {
    Answer::new(project, command, Nothing {}, excerpts).write(out)
}

/// Writes a comparison as the answer of `compare`.
///
/// # Errors
/// Writing failed.
pub fn comparison_json(out: impl Write, project: &ProjectInfo, comparison: &Comparison) -> Result<(), Error> {
    Answer::new(project, "compare", Compared::from(comparison), &comparison.rows).write(out)
}
