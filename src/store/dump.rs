//! All user data as text, table by table and row by key. Two projects with the same dump hold the same;
//! history, immutable texts, search index and rowids are left out.

use super::{Database, Error, Opening};
use crate::domain::{StepId, Timestamp};
use rusqlite::types::ValueRef;
use std::fmt::Write as _;
use std::path::Path;
use uuid::Uuid;

/// The dump of the project at `path`, which may be open elsewhere.
pub fn dump(path: &Path) -> Result<String, Error> {
    let opening = Opening {
        coder: "",
        device: "",
        now: Timestamp::from_millis(0),
        migration: StepId::from_uuid(Uuid::nil()),
        visit: Uuid::nil(),
        is_reading_only: true,
        is_taking_over: false,
        own_folder: None,
    };
    let (database, _) = Database::open(path, &opening)?;
    database.dump()
}

impl Database {
    /// All user data as text.
    pub fn dump(&self) -> Result<String, Error> {
        self.reading(|database| {
            let mut text = String::new();
            for table in &database.tables {
                let mut statement =
                    database.conn.prepare(&format!("SELECT * FROM main.\"{}\" ORDER BY id", table.name))?;
                let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    text.push_str(&table.name);
                    for (column, name) in names.iter().enumerate() {
                        // Writing to a String cannot fail.
                        let _ = match row.get_ref(column)? {
                            ValueRef::Null => write!(text, " {name}=∅"),
                            ValueRef::Integer(number) => write!(text, " {name}={number}"),
                            ValueRef::Real(number) => write!(text, " {name}={number:?}"),
                            ValueRef::Text(bytes) => write!(text, " {name}={:?}", String::from_utf8_lossy(bytes)),
                            ValueRef::Blob(bytes) => {
                                let _ = write!(text, " {name}=x");
                                bytes.iter().try_for_each(|byte| write!(text, "{byte:02x}"))
                            }
                        };
                    }
                    text.push('\n');
                }
            }
            Ok(text)
        })
    }
}
