//! Attributes of informants and sources, and their values.

use super::key;
use super::{Database, Error};
use crate::domain::{Attribute, AttributeOf, AttributeValue, InformantId, SourceId};
use rusqlite::Row;

fn read(row: &Row<'_>) -> rusqlite::Result<Attribute> {
    Ok(Attribute {
        id: key::id(row, "id")?,
        host: key::word(row, "host")?,
        name: row.get("name")?,
        kind: key::word(row, "kind")?,
        choices: key::list(row, "choices")?,
        order: row.get("ordinal")?,
    })
}

/// The value; nothing for one of neither an informant nor a source, which the schema does not let in.
fn read_value(row: &Row<'_>) -> rusqlite::Result<Option<AttributeValue>> {
    let of = match (key::id_or_none::<InformantId>(row, "informant")?, key::id_or_none::<SourceId>(row, "source")?) {
        (Some(informant), _) => AttributeOf::Informant(informant),
        (None, Some(source)) => AttributeOf::Source(source),
        (None, None) => return Ok(None),
    };
    Ok(Some(AttributeValue { attribute: key::id(row, "attribute")?, of, value: row.get("value")? }))
}

impl Database {
    /// All attributes in the order of tables.
    pub fn attributes(&self) -> Result<Vec<Attribute>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM attribute ORDER BY host, ordinal, id")?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// All values of attributes, in no particular order.
    pub fn attribute_values(&self) -> Result<Vec<AttributeValue>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM attribute_value ORDER BY id")?;
        let rows = statement.query_map([], read_value)?;
        Ok(rows.filter_map(Result::transpose).collect::<Result<_, _>>()?)
    }
}
