//! What was exported when. It happened, so it stands outside the history and no undo takes it back.

use super::key::{self, Key, Keyed};
use super::{Database, Error};
use crate::domain::{ExportId, Exported, SourceId, Timestamp};
use rusqlite::params;

/// A row of the list.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct ExportRow {
    /// What it says; whether it is outdated is not known here.
    pub exported: Exported,
    /// The last step that it holds; negative where what it held was removed for good.
    pub step: i64,
}

/// A row that says who speaks, changed since a step.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Since {
    /// Its table.
    pub table: String,
    /// Its key.
    pub key: Key,
    /// The columns that were changed; none for a row that was added.
    pub columns: Vec<String>,
    /// The number of the step that has changed it.
    pub step: i64,
    /// The number of the step that that one took back.
    pub undoes: Option<i64>,
}

fn to_hex(id: SourceId) -> String {
    id.uuid().simple().to_string()
}

impl Database {
    /// Writes down what was exported just now, in a transaction of its own.
    ///
    /// # Errors
    /// The file cannot be written.
    pub fn add_export(&mut self, exported: &Exported) -> Result<(), Error> {
        self.writable()?;
        let sources: Vec<String> = exported.sources.iter().copied().map(to_hex).collect();
        self.conn.execute(
            "INSERT INTO export (id, at, coder, what, format, file, step, sources)
             VALUES (?, ?, ?, ?, ?, ?, (SELECT coalesce(max(number), 0) FROM step), ?)",
            params![
                exported.id.key(),
                exported.at.millis(),
                exported.coder,
                exported.what,
                exported.format,
                exported.file,
                key::to_list(&sources)?,
            ],
        )?;
        Ok(())
    }

    /// What was exported, the newest first.
    pub fn exports(&self) -> Result<Vec<ExportRow>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM export ORDER BY at DESC, id DESC")?;
        let rows = statement.query_map([], |row| {
            let sources: Vec<String> = key::list(row, "sources")?;
            let exported = Exported {
                id: key::id::<ExportId>(row, "id")?,
                at: Timestamp::from_millis(row.get("at")?),
                coder: row.get("coder")?,
                what: row.get("what")?,
                format: row.get("format")?,
                file: row.get("file")?,
                sources: sources.iter().filter_map(|digits| digits.parse().ok()).collect(),
                is_outdated: false,
            };
            Ok(ExportRow { exported, step: row.get("step")? })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Rows that say who speaks, changed behind a step and not taken back since.
    pub fn changed_speakers(&self, step: i64) -> Result<Vec<Since>, Error> {
        let mut statement = self.conn.prepare_cached(
            "SELECT change.host, change.key, change.before, step.number, undone.number
             FROM step
             JOIN change ON change.number BETWEEN step.first_change AND step.last_change
             LEFT JOIN step AS undone ON undone.id = step.undoes
             WHERE step.number > ? AND step.is_undone = 0
               AND change.host IN ('turn', 'informant', 'informant_group', 'source')",
        )?;
        let rows = statement.query_map([step], |row| {
            let before: Option<String> = row.get(2)?;
            let before: serde_json::Map<String, serde_json::Value> =
                before.and_then(|before| serde_json::from_str(&before).ok()).unwrap_or_default();
            Ok(Since {
                table: row.get(0)?,
                key: row.get(1)?,
                columns: before.into_iter().map(|(column, _)| column).collect(),
                step: row.get(3)?,
                undoes: row.get(4)?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
