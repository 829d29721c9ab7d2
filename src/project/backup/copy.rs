//! A copy of the project wherever the user says: the same project, which can be opened there.

use super::super::Error;
use super::restore::refuse_visitors;
use super::{pace, readable};
use crate::store::{self, Making};
use crate::task::Watch;
use std::path::Path;

/// Saves a checked copy of the project file at `path`, which may be open, as `to`. It keeps the project's id, so
/// that the two can be compared later. A file that lies there is replaced only where `is_replacing` says so, and
/// never one that is open. The size of the copy in bytes.
///
/// # Errors
/// A file lies there, or is open; the project cannot be read, or the copy cannot be written or is not sound.
/// Nothing has changed then.
pub fn save_copy(path: &Path, to: &Path, is_replacing: bool, watch: &Watch) -> Result<u64, Error> {
    let is_there = to.exists();
    let is_itself = is_there && std::fs::canonicalize(path).ok() == std::fs::canonicalize(to).ok();
    if is_there && (is_itself || !is_replacing) {
        return Err(store::Error::Exists(to.to_owned()).into());
    }
    if is_there {
        refuse_visitors(to, "")?;
    }
    let making = Making { is_compact: false, barrier: None, pace: pace(watch) };
    let copy = readable(path, store::folder_of(to), &making)?;
    let bytes = copy.bytes;
    if is_there {
        copy.replace(to)?;
    } else {
        copy.land(to)?;
    }
    Ok(bytes)
}
