//! Questions over codings, asked of the resident [`Study`]: total functions over plain values.

pub mod lookup;
pub mod study;

pub use study::{CodingEntry, SegmentEntry, Study, StudyRows, Voice};
