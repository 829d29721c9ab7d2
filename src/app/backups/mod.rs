//! Backups in the window: what is known of them, the form that lists them, and what is done with them.

mod act;
mod form;

#[cfg(test)]
mod tests;

pub use form::BackupsForm;

use super::fault::Fault;
use crate::project::backup::{Difference, Shelf};
use std::collections::HashMap;
use std::path::PathBuf;

/// What is known of the open project's backups, while the form is on show.
#[derive(Default)]
pub struct Backups {
    /// What is kept; nothing until it has been read.
    pub shelf: Option<Result<Shelf, Fault>>,
    /// What going back to a backup would lose and bring back, for those that were asked about.
    pub weighed: HashMap<PathBuf, Result<Difference, Fault>>,
}
