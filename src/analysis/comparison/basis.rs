//! What the evidence of a row was, in a few letters that are kept beside its verdict: a checksum over which segments
//! stand in which column, what they say and how they read. Any change of it gives other letters (a coding, a direction, a
//! boundary, a corrected word, an informant in another group, a code under another role), and taking the change back
//! gives the same again. The letters are kept in files, so the way they are made stays as it is.

use super::{Column, Row};
use crate::analysis::Study;
use crate::domain::Segment;
use siphasher::sip::SipHasher13;
use std::hash::Hasher as _;

/// Stands for a segment and its words.
pub(in crate::analysis) fn print(segment: &Segment) -> u64 {
    let mut checksum = SipHasher13::new();
    checksum.write(segment.id.uuid().as_bytes());
    checksum.write(segment.quote.as_bytes());
    checksum.finish()
}

/// The basis of a row: the sum over its evidence, because it lies there in no order that lasts.
pub(super) fn of(study: &Study, columns: &[Column], row: &Row) -> String {
    let mut sum = 0_u64;
    for (column, cell) in columns.iter().zip(&row.cells) {
        let mut of_column = SipHasher13::new();
        of_column.write(column.id.as_bytes());
        // No name of a column holds U+0000, so it ends here.
        of_column.write(&[0]);
        for (at, marks) in cell.places.iter().zip(&cell.marks) {
            let mut checksum = of_column;
            checksum.write(&study.segments[*at as usize].print.to_le_bytes());
            checksum.write(&[marks.0]);
            sum = sum.wrapping_add(checksum.finish());
        }
    }
    format!("{sum:016x}")
}
