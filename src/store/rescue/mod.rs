//! Rescuing what can be read of a damaged project into a new file. The damaged file is only ever read, page by
//! page, past the database, so that nothing in it acts and one broken page takes nothing else with it.

mod fill;
mod found;
mod history;
mod model;
mod older;
mod pages;
mod place;
mod report;
mod texts;
mod tree;

pub use report::{Count, Note, Reread, Salvage, SavedSource, StandIns, TextState};

use super::look::plain_file;
use super::open::with_suffix;
use super::{Database, Error, Opening, schema};
use std::path::Path;

/// Reads what is left of the project at `path` into the new file `db`.
///
/// # Errors
/// There is no such file, it holds nothing of a project, it is of a newer version, or the new file cannot be
/// written.
pub fn rescue(path: &Path, db: &Database, stand_ins: &StandIns<'_>, opening: &Opening<'_>) -> Result<Salvage, Error> {
    plain_file(path)?;
    let mut pages =
        pages::Pages::open(path, &with_suffix(path, "-wal")).map_err(|error| Error::of_file(path, &error))?;
    let version = pages.version();
    // A number far off is no version but damage.
    if (schema::MAX + 1..schema::MAX + 1000).contains(&version) {
        return Err(Error::Newer { path: path.to_owned(), version, newest: schema::MAX });
    }
    let tables = model::tables()?;
    let found = found::read(&mut pages, &tables);
    let is_ours = ["source", "code", "segment", "project"].iter().any(|table| found.rows.contains_key(*table));
    if !is_ours && found.texts.is_empty() {
        return Err(Error::NothingToRescue(path.to_owned()));
    }
    fill::fill(db, &mut pages, &tables, found, stand_ins, opening)
}

/// The names of the tables of any database file, as far as they can be read; the file is not opened as one.
pub(super) fn table_names(path: &Path) -> Vec<String> {
    let Ok(mut pages) = pages::Pages::open(path, &with_suffix(path, "-wal")) else { return Vec::new() };
    found::table_names(&mut pages)
}
