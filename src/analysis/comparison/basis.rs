//! What the evidence of a row was, in a few letters that are kept beside its verdict: a checksum over which segments
//! stand in which column, what they say and how they read. Any change of it gives other letters (a coding, a direction, a
//! boundary, a corrected word, an informant in another group, a code under another role), and taking the change back
//! gives the same again.

use super::{Column, Row};
use crate::analysis::Study;
use sha2::{Digest as _, Sha256};
use std::fmt::Write as _;

/// Bytes of the checksum that are kept: enough that no two are ever the same by chance.
const KEPT: usize = 16;

/// The basis of a row.
pub(super) fn of(study: &Study, columns: &[Column], row: &Row) -> String {
    let mut entries: Vec<(&str, _, u8, &str)> = Vec::new();
    for (column, cell) in columns.iter().zip(&row.cells) {
        for (at, marks) in cell.places.iter().zip(&cell.marks) {
            let segment = &study.segments[*at as usize].segment;
            entries.push((&column.id, segment.id, marks.0, &segment.quote));
        }
    }
    entries.sort_unstable();
    let mut checksum = Sha256::new();
    for (column, segment, marks, quote) in entries {
        // No word holds U+0000, so it parts them.
        for part in [column.as_bytes(), &[0], segment.uuid().as_bytes(), &[marks], quote.as_bytes(), &[0]] {
            checksum.update(part);
        }
    }
    checksum.finalize().iter().take(KEPT).fold(String::new(), |mut basis, byte| {
        // Writing to a String cannot fail.
        let _ = write!(basis, "{byte:02x}");
        basis
    })
}
