//! Labels that were decided: whose turns they stand before.

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::Label;
use rusqlite::params;

impl Database {
    /// Adds a decided label, or decides it anew.
    pub fn put_label(&self, label: &Label) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO label_map (id, label, kind, informant) VALUES (?1, ?2, ?3, ?4)
                 ON CONFLICT (id) DO UPDATE SET label = ?2, kind = ?3, informant = ?4",
            )?
            .execute(params![label.id.key(), label.label, label.kind.key(), label.informant.map(Keyed::key)])?;
        Ok(())
    }

    /// All decided labels.
    pub fn labels(&self) -> Result<Vec<Label>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM label_map ORDER BY label")?;
        let rows = statement.query_map([], |row| {
            Ok(Label {
                id: key::id(row, "id")?,
                label: row.get("label")?,
                kind: key::word(row, "kind")?,
                informant: key::id_or_none(row, "informant")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
