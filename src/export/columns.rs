//! Closed lists and columns in words, as files and tables show them.

use crate::analysis::{Column, ColumnKey};
use crate::i18n::Catalog;

/// What stands above a column for people: techniques and days in words, all else as the project has it.
pub fn column_words(words: &Catalog, column: &Column) -> String {
    match column.key {
        ColumnKey::Technique(technique) => words.text(&format!("technique-{technique}")),
        ColumnKey::Date(date) => words.short_date(date),
        ColumnKey::Rest => words.text("column-rest"),
        ColumnKey::Group(_)
        | ColumnKey::Informant(_)
        | ColumnKey::Source(_)
        | ColumnKey::Coder(_)
        | ColumnKey::Value => column.label.clone(),
    }
}

/// The name of a group by its key; a group that the program does not know shows its key.
pub(super) fn group_words(words: &Catalog, key: &str) -> String {
    let message = format!("group-{key}");
    let name = words.text(&message);
    if name == message { key.to_owned() } else { name }
}
