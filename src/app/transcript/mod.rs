//! The transcript: a text with line numbers, speakers and codings, selected by mouse and keys. It lays out
//! only what is in sight, owns its selection as a stretch of the source, and knows nothing of the project:
//! the place that shows it hands in text and marks and is told what was clicked.

mod blocks;
mod bounds;
mod columns;
mod cycle;
mod ground;
mod heard;
mod hits;
#[cfg(test)]
mod key_tests;
mod keys;
mod layout;
mod margin;
mod marks;
mod notes;
mod offer;
mod overview;
mod paint;
mod pointer;
mod scroll;
mod select;
mod sentence;
mod sheet;
mod standing;
mod times;
mod words;

#[cfg(test)]
mod tests;

pub(crate) use blocks::displayed;
pub use bounds::Moved;
pub use heard::{Heard, Over};
pub(crate) use layout::{Laid, Setting, has_right_to_left};
pub use marks::{Ink, Mark, OtherCoder};
pub use notes::Noted;
pub use pointer::Carried;
pub use sheet::{Look, Transcript};
pub use standing::Standing;
