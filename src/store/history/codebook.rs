//! What steps did to the codebook: every changed row of it with all it held before and after. The history keeps only
//! what was there before, so what was there after is found by going back from the rows as they stand.

use super::step::{self, StepRow};
use crate::store::key::{Key, Keyed};
use crate::store::schema::Table;
use crate::store::{Database, Error};
use rusqlite::params;
use serde_json::{Map, Value};
use std::collections::HashMap;
use std::sync::Arc;

/// A row, by the names of its columns: numbers and texts as they are, ids as hexadecimal digits.
pub type Fields = Arc<Map<String, Value>>;

/// A row of the codebook that a step has changed.
#[derive(Clone, PartialEq, Debug)]
pub struct RowChange {
    /// Number of the step.
    pub step: i64,
    /// Its table: `code`, `confusing_pair` or `codebook`.
    pub table: String,
    /// Its key.
    pub key: Key,
    /// What it held before; nothing where it came.
    pub before: Option<Fields>,
    /// What it held after; nothing where it went.
    pub after: Option<Fields>,
}

/// The tables of the codebook.
const TABLES: [&str; 3] = ["code", "codebook", "confusing_pair"];

/// The digits of a key, as rows of the history write them.
pub fn digits(id: impl Keyed) -> String {
    id.key().iter().map(|byte| format!("{byte:02X}")).collect()
}

impl Database {
    /// Steps that touched the codebook, newest first, and what each changed, in the order of the change.
    pub fn codebook_changes(&self) -> Result<Vec<(StepRow, Vec<RowChange>)>, Error> {
        self.reading(|database| {
            let mut rows: HashMap<(String, Key), Fields> = HashMap::new();
            for table in database.tables.iter().filter(|table| TABLES.contains(&table.name.as_str())) {
                database.rows_as_they_stand(table, &mut rows)?;
            }
            let mut changes: HashMap<i64, Vec<RowChange>> = HashMap::new();
            let mut statement = database.conn.prepare(include_str!("codebook.sql"))?;
            let mut found = statement.query([])?;
            while let Some(row) = found.next()? {
                let (step, table, kind): (i64, String, String) = (row.get(0)?, row.get(1)?, row.get(2)?);
                let (key, image): (Key, Option<String>) = (row.get(3)?, row.get(4)?);
                let image = image.and_then(|image| serde_json::from_str(&image).ok()).unwrap_or(Value::Null);
                let place = (table.clone(), key);
                let after = rows.remove(&place);
                let before = match (kind.as_str(), image) {
                    ("insert", _) => None,
                    (_, Value::Object(image)) => {
                        let mut whole = after.as_deref().cloned().unwrap_or_default();
                        whole.extend(image);
                        Some(Arc::new(whole))
                    }
                    _ => after.clone(),
                };
                if let Some(before) = &before {
                    rows.insert(place, Arc::clone(before));
                }
                let change = RowChange { step, table, key, before, after };
                changes.entry(step).or_default().push(change);
            }
            let mut steps = Vec::with_capacity(changes.len());
            for (number, mut changed) in changes {
                changed.reverse();
                if let Some(step) = database.step_numbered(number)? {
                    steps.push((step, changed));
                }
            }
            steps.sort_by_key(|(step, _)| std::cmp::Reverse(step.number));
            Ok(steps)
        })
    }

    fn rows_as_they_stand(&self, table: &Table, rows: &mut HashMap<(String, Key), Fields>) -> Result<(), Error> {
        let fields: Vec<String> = table
            .columns
            .iter()
            .map(|column| {
                let name = &column.name;
                // hex(NULL) is '', which would turn nothing into an empty blob.
                let value = if column.is_blob {
                    format!("iif(\"{name}\" IS NULL, NULL, hex(\"{name}\"))")
                } else {
                    format!("\"{name}\"")
                };
                format!("'{name}', {value}")
            })
            .collect();
        let sql = format!("SELECT id, json_object({}) FROM main.\"{}\"", fields.join(", "), table.name);
        let mut statement = self.conn.prepare(&sql)?;
        let mut found = statement.query([])?;
        while let Some(row) = found.next()? {
            let (key, fields): (Key, String) = (row.get(0)?, row.get(1)?);
            if let Ok(Value::Object(fields)) = serde_json::from_str(&fields) {
                rows.insert((table.name.clone(), key), Arc::new(fields));
            }
        }
        Ok(())
    }

    /// The step of a number, where there is one.
    pub fn step_numbered(&self, number: i64) -> Result<Option<StepRow>, Error> {
        step::numbered(&self.conn, params![number])
    }
}
