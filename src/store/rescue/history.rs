//! The history goes along where it can be read whole: half an audit trail would be a false one.

use super::found::{Found, read_again};
use super::model::Table;
use super::pages::Pages;
use crate::domain::Message;
use crate::store::{Database, Error, Opening, history};
use rusqlite::params_from_iter;
use rusqlite::types::Value;

/// Copies the history; the number of its steps, or nothing where it is not whole.
pub(super) fn keep(db: &Database, pages: &mut Pages, tables: &[Table], found: &Found) -> Result<Option<u32>, Error> {
    let is_broken = ["step", "change"].iter().any(|table| found.broken.contains(*table));
    let follows = |numbers: Vec<i64>| numbers.iter().zip(1..).all(|(number, expected)| *number == expected);
    let is_gapless = follows(found.steps.keys().copied().collect()) && follows(found.changes.keys().copied().collect());
    if is_broken || !is_gapless || found.steps.is_empty() {
        return Ok(None);
    }
    db.conn.execute_batch("SAVEPOINT history")?;
    let kept = copy(db, pages, tables, found)
        .and_then(|is_copied| Ok(is_copied && db.unreadable_images()?.is_empty() && db.unreadable_steps()?.is_empty()));
    if matches!(kept, Ok(true)) {
        db.conn.execute_batch("RELEASE history")?;
        return Ok(Some(u32::try_from(found.steps.len()).unwrap_or(u32::MAX)));
    }
    if let Err(error @ (Error::DiskFull | Error::Disk(_))) = kept {
        return Err(error);
    }
    db.conn.execute_batch("ROLLBACK TO history; RELEASE history")?;
    Ok(None)
}

fn copy(db: &Database, pages: &mut Pages, tables: &[Table], found: &Found) -> Result<bool, Error> {
    let put = |name: &str, values: &[Value]| -> Result<(), Error> {
        let marks = vec!["?"; values.len()].join(", ");
        let sql = format!("INSERT INTO main.\"{name}\" VALUES ({marks})");
        db.conn.prepare_cached(&sql)?.execute(params_from_iter(values))?;
        Ok(())
    };
    for row in found.steps.values() {
        if !row.is_whole {
            return Ok(false);
        }
        put("step", &row.values)?;
    }
    let Some(table) = tables.iter().find(|table| table.name == "change") else { return Ok(false) };
    for (number, spot) in &found.changes {
        let Some(mut record) = read_again(pages, *spot).filter(|record| record.is_whole) else { return Ok(false) };
        if record.values.len() != table.columns.len() {
            return Ok(false);
        }
        record.values[0] = Value::Integer(*number);
        put("change", &record.values)?;
    }
    Ok(true)
}

impl Database {
    /// Writes the step that says where all this comes from; undo does not pass it.
    pub(super) fn write_rescue(&self, opening: &Opening<'_>, has_history: bool) -> Result<(), Error> {
        let sentence = if has_history { "step-rescue" } else { "step-rescue-anew" };
        history::write_barrier(&self.conn, opening, "rescue", &Message::new(sentence))
    }
}
