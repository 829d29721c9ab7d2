//! Closed lists and columns in words, as files and tables show them.

use crate::analysis::{Column, ColumnKey};
use crate::domain::Message;
use crate::i18n::Catalog;

/// What stands above a column for people: techniques and days in words, all else as the project has it. Where two axes
/// cross it names both: `Wawancara: Guru`.
pub fn column_words(words: &Catalog, column: &Column) -> String {
    let own = column_title(words, column);
    match &column.within {
        None => own,
        Some((key, label)) => {
            let within = own_column_words(words, *key, label);
            words.say(&Message::new("column-crossed").with("within", within).with("column", own))
        }
    }
}

/// What stands above a column below the name of the one that it stands within. An observation sheet or a document holds
/// nobody's words.
pub fn column_title(words: &Catalog, column: &Column) -> String {
    match column.within.is_some() && column.is_mute() {
        true => words.text("column-nobody"),
        false => own_column_words(words, column.key, &column.label),
    }
}

/// The same of one of two columns that cross, by what it stands for and its label.
pub fn own_column_words(words: &Catalog, key: ColumnKey, label: &str) -> String {
    match key {
        ColumnKey::Technique(technique) => words.text(&format!("technique-{technique}")),
        ColumnKey::Date(date) => words.short_date(date),
        ColumnKey::Rest => words.text("column-rest"),
        ColumnKey::Group(_)
        | ColumnKey::Informant(_)
        | ColumnKey::Source(_)
        | ColumnKey::Coder(_)
        | ColumnKey::Value => label.to_owned(),
    }
}

/// The name of a group by its key; a group that the program does not know shows its key.
pub(super) fn group_words(words: &Catalog, key: &str) -> String {
    let message = format!("group-{key}");
    let name = words.text(&message);
    if name == message { key.to_owned() } else { name }
}
