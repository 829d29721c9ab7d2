//! The history: every changed row is recorded under the step that changed it, by triggers and not by
//! discipline, and any step can be taken back.

mod audit;
mod codebook;
mod coding;
mod replay;
mod sentence;
mod step;
mod triggers;

pub use audit::FieldChange;
pub use codebook::{Fields, RowChange, digits};
pub(super) use step::write_barrier;
pub use step::{StepRow, Touched};
pub(super) use triggers::install;
