//! What steps did to the words and judgements of the researcher: every changed field with what it held before and
//! after. The history keeps only what was there before, so what was there after is found by going back from the rows as
//! they stand.

use crate::store::key::Key;
use crate::store::schema::Table;
use crate::store::{Database, Error};
use rusqlite::OptionalExtension;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// A field that a step has changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct FieldChange {
    /// Its table.
    pub table: &'static str,
    /// Its column.
    pub column: &'static str,
    /// The key of its row.
    pub key: Key,
    /// What it held before; nothing where the row came, or where nothing was in it.
    pub before: Option<String>,
    /// What it held after; nothing where the row went, or where nothing is in it.
    pub after: Option<String>,
}

/// What is told of a table.
struct Told {
    table: &'static str,
    columns: &'static [&'static str],
    /// Whether it is told of rows that come and go; else only of those that are changed.
    is_whole: bool,
}

const fn changed(table: &'static str, columns: &'static [&'static str]) -> Told {
    Told { table, columns, is_whole: false }
}

const fn whole(table: &'static str, columns: &'static [&'static str]) -> Told {
    Told { table, columns, is_whole: true }
}

/// The tables whose fields are told, in the words of the file.
const TOLD: [Told; 15] = [
    changed("project", &["title", "school", "researcher", "student_number", "supervisor", "citation"]),
    changed("source", &["name", "short", "description", "technique", "date", "place", "setting", "note"]),
    changed("informant", &["code", "description", "standing", "consent", "consent_date"]),
    changed("informant_group", &["name"]),
    changed("attribute_value", &["value"]),
    changed("code", &["short", "name", "definition", "test"]),
    changed("segment", &["quote", "reduction"]),
    changed("coding", &["direction"]),
    changed("evidence", &["direction"]),
    whole("memo", &["text"]),
    whole("finding", &["claim"]),
    whole("verdict", &["value", "conclusion"]),
    whole("cell_note", &["summary", "empty_reason"]),
    whole("evaluation", &["value", "reason"]),
    whole("member_check", &["state", "date", "note"]),
];

type Row = Map<String, Value>;

impl Database {
    /// What every step changed, by its number, in the order of the change.
    pub fn audit(&self) -> Result<HashMap<i64, Vec<FieldChange>>, Error> {
        self.reading(|database| {
            let mut rows: HashMap<(&'static str, Key), Option<Row>> = HashMap::new();
            let mut steps: HashMap<i64, Vec<FieldChange>> = HashMap::new();
            let mut statement = database.conn.prepare(include_str!("audit.sql"))?;
            let mut found = statement.query([])?;
            while let Some(row) = found.next()? {
                let table: String = row.get(1)?;
                let Some(told) = TOLD.iter().find(|told| told.table == table) else { continue };
                let (step, kind, key): (i64, String, Key) = (row.get(0)?, row.get(2)?, row.get(3)?);
                let image: Option<String> = row.get(4)?;
                let image = image.and_then(|image| serde_json::from_str(&image).ok()).unwrap_or(Value::Null);
                let place = (told.table, key);
                let after = match rows.remove(&place) {
                    Some(known) => known,
                    None => database.row_as_it_stands(told, key)?,
                };
                let before = match (kind.as_str(), image) {
                    ("insert", _) => None,
                    (_, Value::Object(image)) => {
                        let mut before = after.clone().unwrap_or_default();
                        before.extend(image);
                        Some(before)
                    }
                    _ => after.clone(),
                };
                if told.is_whole || kind == "update" {
                    tell(told, key, before.as_ref(), after.as_ref(), steps.entry(step).or_default());
                }
                rows.insert(place, before);
            }
            steps.values_mut().for_each(|changes| changes.reverse());
            Ok(steps)
        })
    }

    fn row_as_it_stands(&self, told: &Told, key: Key) -> Result<Option<Row>, Error> {
        let is_there = |column: &&&str| {
            let has = |table: &Table| table.columns.iter().any(|known| known.name == **column);
            self.tables.iter().any(|table| table.name == told.table && has(table))
        };
        let fields: Vec<String> =
            told.columns.iter().filter(is_there).map(|column| format!("'{column}', \"{column}\"")).collect();
        let sql = format!("SELECT json_object({}) FROM main.\"{}\" WHERE id = ?", fields.join(", "), told.table);
        let row: Option<String> = self.conn.prepare_cached(&sql)?.query_row([key], |row| row.get(0)).optional()?;
        Ok(row.and_then(|row| serde_json::from_str(&row).ok()))
    }
}

/// Adds the fields of a row that are not what they were.
fn tell(told: &Told, key: Key, before: Option<&Row>, after: Option<&Row>, changes: &mut Vec<FieldChange>) {
    // Changes are gathered from the newest on, and turned round at the end.
    for column in told.columns.iter().rev() {
        let held = |row: Option<&Row>| match row.and_then(|row| row.get(*column)) {
            Some(Value::String(text)) if !text.is_empty() => Some(text.clone()),
            Some(Value::Number(number)) => Some(number.to_string()),
            _ => None,
        };
        let (before, after) = (held(before), held(after));
        if before != after {
            changes.push(FieldChange { table: told.table, column, key, before, after });
        }
    }
}
