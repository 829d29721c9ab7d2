//! Which steps touched a coding, the segment it lay on at the time, or a memo on either. The history keeps what was
//! there before, so where it lay is found by going back from where it lies.

use crate::domain::CodingId;
use crate::store::key::{Key, Keyed};
use crate::store::{Database, Error};
use rusqlite::OptionalExtension;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// What a memo hangs on, as far as it matters here.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
struct Host {
    coding: Option<Key>,
    segment: Option<Key>,
}

/// The key in a column of an image; nothing where the column is not in it, nothing inside where it was NULL.
fn key_in(image: &Value, column: &str) -> Option<Option<Key>> {
    match image.get(column)? {
        Value::String(digits) => Some(super::replay::from_hex(digits).and_then(|bytes| bytes.try_into().ok())),
        _ => Some(None),
    }
}

impl Database {
    /// Numbers of the steps that touched a coding, the segment's own facts while it lay there, or a memo on either;
    /// ascending.
    pub fn steps_of_coding(&self, id: CodingId) -> Result<BTreeSet<i64>, Error> {
        self.reading(|database| database.walk_back(id.key()))
    }

    fn walk_back(&self, coding: Key) -> Result<BTreeSet<i64>, Error> {
        let mut lies_on: Option<Key> = self
            .conn
            .prepare_cached("SELECT segment FROM coding WHERE id = ?")?
            .query_row([coding], |row| row.get(0))
            .optional()?;
        let mut hosts: HashMap<Key, Host> = HashMap::new();
        let mut memos = self
            .conn
            .prepare_cached("SELECT id, coding, segment FROM memo WHERE coding IS NOT NULL OR segment IS NOT NULL")?;
        let mut rows = memos.query([])?;
        while let Some(row) = rows.next()? {
            hosts.insert(row.get(0)?, Host { coding: row.get(1)?, segment: row.get(2)? });
        }
        let mut found = BTreeSet::new();
        let mut statement = self.conn.prepare_cached(include_str!("coding.sql"))?;
        let mut rows = statement.query([coding])?;
        while let Some(row) = rows.next()? {
            let (step, key): (i64, Key) = (row.get(0)?, row.get(3)?);
            let words = |at: usize| -> rusqlite::Result<&str> { Ok(row.get_ref(at)?.as_str()?) };
            let (table, kind) = (words(1)?, words(2)?);
            // What it held before; the images of other rows are not even read.
            let image = || -> Result<Value, Error> {
                let before: Option<String> = row.get(4)?;
                Ok(before.and_then(|before| serde_json::from_str(&before).ok()).unwrap_or(Value::Null))
            };
            let is_touched = match table {
                "coding" => {
                    lies_on = if kind == "insert" { None } else { key_in(&image()?, "segment").unwrap_or(lies_on) };
                    true
                }
                "segment" => Some(key) == lies_on,
                _ => {
                    let after = hosts.get(&key).copied().unwrap_or_default();
                    let mut before = after;
                    if kind == "insert" {
                        before = Host::default();
                    } else {
                        let image = image()?;
                        before.coding = key_in(&image, "coding").unwrap_or(before.coding);
                        before.segment = key_in(&image, "segment").unwrap_or(before.segment);
                    }
                    hosts.insert(key, before);
                    let is_ours =
                        |host: Host| host.coding == Some(coding) || (host.segment.is_some() && host.segment == lies_on);
                    is_ours(before) || is_ours(after)
                }
            };
            if is_touched {
                found.insert(step);
            }
        }
        Ok(found)
    }
}
