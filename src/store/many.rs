//! Rows written many at a time. A statement a row costs twice as much and more: SQLite gives each one a journal of its
//! own, because a trigger could refuse it.

use super::Error;

/// Gives rows to a statement in groups whose numbers are powers of two up to `most`, so that few statements serve every
/// number of rows.
pub(super) fn in_groups<T>(
    rows: &[T],
    most: usize,
    mut write: impl FnMut(&[T]) -> Result<(), Error>,
) -> Result<(), Error> {
    let mut rest = rows;
    while !rest.is_empty() {
        let (some, others) = rest.split_at(most.min(1 << rest.len().ilog2()));
        write(some)?;
        rest = others;
    }
    Ok(())
}

/// The rows of a `VALUES` clause: so many, each with so many parameters.
pub(super) fn values(rows: usize, parameters: usize) -> String {
    let row = format!("({})", vec!["?"; parameters].join(", "));
    vec![row; rows].join(", ")
}
