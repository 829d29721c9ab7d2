//! Questions over codings, asked of the resident [`Study`]: total functions over plain values.

mod cited;
mod columns;
pub mod comparison;
pub mod cooccurrence;
mod corrected;
mod crossing;
pub mod divergence;
pub mod excerpt;
pub mod figures;
pub mod find;
pub mod findings;
mod judged;
pub mod locked;
pub mod lookup;
pub mod progress;
#[cfg(test)]
pub mod sample;
mod speakers;
pub mod study;
pub mod suggestion;
mod tree;
mod voice;

pub use cited::Naming;
pub use comparison::{
    Axis, Cell, Column, ColumnKey, Comparison, Gap, LeftOut, LeftOutReason, Marks, Question, Row, RowKind, RowsKind,
    Standing, cell_segments, compare, compare_book, compare_row, compare_with, in_reading_order, standing,
};
pub use cooccurrence::{Cooccurrence, Meeting, cooccurrence};
pub use divergence::{Differing, Divergence, Sides, SourceState};
pub use excerpt::{Excerpt, ExcerptIn, Filter, excerpts, read_excerpts};
pub use figures::{Directions, Figures, corpus_length, figures};
pub use findings::{Carriers, FindingWarning};
pub use judged::Judged;
pub use locked::{Lock, Locked};
pub use progress::{Stage, Stand};
pub(crate) use study::by_host;
pub use study::{CodingEntry, SegmentEntry, Study, StudyRows};
pub use suggestion::{Side, Suggestion};
pub use voice::Voice;
