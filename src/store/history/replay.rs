//! Taking a step back: its images are applied from the last to the first. The triggers record meanwhile what
//! a redo needs, so a redo is the same thing once more.

use crate::store::key::Key;
use crate::store::schema::{Column, Table};
use crate::store::{Database, Error};
use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};
use serde_json::Value as Json;

/// A change of a row as the history holds it.
pub(super) struct Image {
    host: String,
    kind: String,
    key: Key,
    before: Option<String>,
}

impl Database {
    /// Takes back what the step of this number did. The caller holds the transaction and the step under
    /// which this is recorded.
    pub fn take_back(&self, number: i64) -> Result<(), Error> {
        self.conn.pragma_update(None, "defer_foreign_keys", true)?;
        let mut statement = self.conn.prepare_cached(
            "SELECT host, kind, key, before FROM step
             JOIN change ON change.number BETWEEN step.first_change AND step.last_change
             WHERE step.number = ? ORDER BY change.number DESC",
        )?;
        let images: Vec<Image> = statement
            .query_map([number], |row| {
                Ok(Image { host: row.get(0)?, kind: row.get(1)?, key: row.get(2)?, before: row.get(3)? })
            })?
            .collect::<Result<_, _>>()?;
        for image in &images {
            self.apply(image)?;
        }
        Ok(())
    }

    fn apply(&self, image: &Image) -> Result<(), Error> {
        // Names from the file are looked up among the tables that this program made, never put into SQL as they are.
        let table = self
            .tables
            .iter()
            .find(|table| table.name == image.host)
            .ok_or_else(|| Error::History(format!("no table {}", image.host)))?;
        let name = &table.name;
        let touched = match image.kind.as_str() {
            "insert" => self
                .conn
                .prepare_cached(&format!("DELETE FROM main.\"{name}\" WHERE id = ?"))?
                .execute(params![image.key])?,
            "update" => {
                let (columns, mut values) = before(table, image)?;
                let sets: Vec<String> = columns.iter().map(|column| format!("\"{}\" = ?", column.name)).collect();
                values.push(Value::Blob(image.key.to_vec()));
                self.conn
                    .prepare_cached(&format!("UPDATE main.\"{name}\" SET {} WHERE id = ?", sets.join(", ")))?
                    .execute(params_from_iter(values))?
            }
            _ => {
                let (columns, mut values) = before(table, image)?;
                let names: Vec<String> = columns.iter().map(|column| format!(", \"{}\"", column.name)).collect();
                values.insert(0, Value::Blob(image.key.to_vec()));
                let marks = ", ?".repeat(columns.len());
                self.conn
                    .prepare_cached(&format!("INSERT INTO main.\"{name}\" (id{}) VALUES (?{marks})", names.concat()))?
                    .execute(params_from_iter(values))?
            }
        };
        if touched == 1 { Ok(()) } else { Err(Error::History(format!("{} of {name}: {touched} rows", image.kind))) }
    }

    /// Whether every image of the history can be read; each that cannot is described.
    pub(crate) fn unreadable_images(&self) -> Result<Vec<String>, Error> {
        let mut statement = self.conn.prepare("SELECT number, host, kind, key, before FROM change ORDER BY number")?;
        let mut rows = statement.query([])?;
        let mut unreadable = Vec::new();
        while let Some(row) = rows.next()? {
            let number: i64 = row.get(0)?;
            let image = Image { host: row.get(1)?, kind: row.get(2)?, key: row.get(3)?, before: row.get(4)? };
            let read = match self.tables.iter().find(|table| table.name == image.host) {
                None => Err(Error::History(format!("no table {}", image.host))),
                Some(_) if image.kind == "insert" => Ok(()),
                Some(table) => before(table, &image).map(|_| ()),
            };
            if let Err(error) = read {
                unreadable.push(format!("change {number}: {error}"));
            }
        }
        Ok(unreadable)
    }
}

/// The columns that an image holds with their values, in the order of the table.
fn before<'a>(table: &'a Table, image: &Image) -> Result<(Vec<&'a Column>, Vec<Value>), Error> {
    let wrong = |what: &str| Error::History(format!("{} of {}: {what}", image.kind, table.name));
    let text = image.before.as_deref().ok_or_else(|| wrong("no image"))?;
    let Ok(Json::Object(mut fields)) = serde_json::from_str(text) else { return Err(wrong("not an object")) };
    let mut columns = Vec::with_capacity(fields.len());
    let mut values = Vec::with_capacity(fields.len());
    for column in &table.columns {
        let Some(field) = fields.remove(&column.name) else { continue };
        values.push(match field {
            Json::Null => Value::Null,
            Json::Number(number) => Value::Integer(number.as_i64().ok_or_else(|| wrong("not an integer"))?),
            Json::String(digits) if column.is_blob => {
                Value::Blob(from_hex(&digits).ok_or_else(|| wrong("not hexadecimal"))?)
            }
            Json::String(text) => Value::Text(text),
            _ => return Err(wrong("not a value")),
        });
        columns.push(column);
    }
    if columns.is_empty() || !fields.is_empty() {
        return Err(wrong("not its columns"));
    }
    Ok((columns, values))
}

pub(super) fn from_hex(digits: &str) -> Option<Vec<u8>> {
    if !digits.len().is_multiple_of(2) || !digits.is_ascii() {
        return None;
    }
    (0..digits.len()).step_by(2).map(|at| u8::from_str_radix(&digits[at..at + 2], 16).ok()).collect()
}
