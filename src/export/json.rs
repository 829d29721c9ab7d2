//! The answers of `--json`, which are also what JSON files hold. Keys are a contract, values never translated.

use super::Error;
use crate::analysis::{Axis, Column, Comparison, Excerpt, LeftOut, Row, RowsKind};
use crate::domain::{ProjectId, ProjectInfo};
use serde::Serialize;
use std::io::Write;

#[derive(Serialize)]
struct Revised {
    id: ProjectId,
    revision: u64,
}

/// The frame around every answer: `{"emaslim":1,"command":…,"project":{id,revision},"items":[…]}`.
#[derive(Serialize)]
pub struct Answer<'a, T: Serialize> {
    emaslim: u32,
    command: &'a str,
    project: Revised,
    items: &'a [T],
}

impl<'a, T: Serialize> Answer<'a, T> {
    /// The answer of a command.
    pub fn new(project: &ProjectInfo, command: &'a str, items: &'a [T]) -> Self {
        Self { emaslim: 1, command, project: Revised { id: project.id, revision: project.revision }, items }
    }

    /// Writes it, indented, with a line end behind.
    ///
    /// # Errors
    /// Writing failed.
    pub fn write(&self, out: impl Write) -> Result<(), Error> {
        write_json(out, self)
    }
}

#[derive(Serialize)]
struct Compared<'a> {
    emaslim: u32,
    command: &'a str,
    project: Revised,
    by: Axis,
    rows_kind: RowsKind,
    columns: &'a [Column],
    left_out: &'a LeftOut,
    items: &'a [Row],
}

fn write_json(mut out: impl Write, answer: &impl Serialize) -> Result<(), Error> {
    serde_json::to_writer_pretty(&mut out, answer).map_err(std::io::Error::from)?;
    Ok(out.write_all(b"\n")?)
}

/// Writes excerpts as the answer of `command` (`codings`, so that `code --from` reads the file).
///
/// # Errors
/// Writing failed.
pub fn excerpts_json(out: impl Write, project: &ProjectInfo, command: &str, excerpts: &[Excerpt]) -> Result<(), Error> {
    Answer::new(project, command, excerpts).write(out)
}

/// Writes a comparison as the answer of `compare`.
///
/// # Errors
/// Writing failed.
pub fn comparison_json(out: impl Write, project: &ProjectInfo, comparison: &Comparison) -> Result<(), Error> {
    let answer = Compared {
        emaslim: 1,
        command: "compare",
        project: Revised { id: project.id, revision: project.revision },
        by: comparison.by,
        rows_kind: comparison.rows_kind,
        columns: &comparison.columns,
        left_out: &comparison.left_out,
        items: &comparison.rows,
    };
    write_json(out, &answer)
}
