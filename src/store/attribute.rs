//! Attributes of informants and sources, and their values.

use super::key::{self, Key, Keyed};
use super::{Database, Error};
use crate::domain::{Attribute, AttributeId, AttributeOf, AttributeValue, InformantId, SourceId};
use rusqlite::{Row, params};
use uuid::Uuid;

/// The keys of an informant and a source, of which a value has one.
const fn keys_of(of: AttributeOf) -> (Option<InformantId>, Option<SourceId>) {
    match of {
        AttributeOf::Informant(id) => (Some(id), None),
        AttributeOf::Source(id) => (None, Some(id)),
    }
}

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

    /// Adds an attribute, or sets everything about the one of its id but what it is about.
    pub fn put_attribute(&self, attribute: &Attribute) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO attribute (id, host, name, kind, choices, ordinal) VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE SET name = ?3, kind = ?4, choices = ?5, ordinal = ?6",
            )?
            .execute(params![
                attribute.id.key(),
                attribute.host.key(),
                attribute.name,
                attribute.kind.key(),
                key::to_list(&attribute.choices)?,
                attribute.order,
            ])?;
        Ok(())
    }

    /// Removes an attribute with its values.
    pub fn remove_attribute(&self, id: AttributeId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM attribute WHERE id = ?")?.execute([id.key()])?;
        Ok(())
    }

    /// Sets a value; `new` is the id of the row where there is none yet.
    pub fn put_attribute_value(&self, value: &AttributeValue, new: Uuid) -> Result<(), Error> {
        let (informant, source) = keys_of(value.of);
        let (informant, source) = (informant.map(Keyed::key), source.map(Keyed::key));
        let changed = self
            .conn
            .prepare_cached(
                "UPDATE attribute_value SET value = ?1 WHERE attribute = ?2 AND informant IS ?3 AND source IS ?4",
            )?
            .execute(params![value.value, value.attribute.key(), informant, source])?;
        if changed == 0 {
            let id: Key = new.into_bytes();
            self.conn
                .prepare_cached(
                    "INSERT INTO attribute_value (id, attribute, informant, source, value) VALUES (?, ?, ?, ?, ?)",
                )?
                .execute(params![id, value.attribute.key(), informant, source, value.value])?;
        }
        Ok(())
    }

    /// Removes a value; one that is not there is no error.
    pub fn remove_attribute_value(&self, attribute: AttributeId, of: AttributeOf) -> Result<(), Error> {
        let (informant, source) = keys_of(of);
        self.conn
            .prepare_cached("DELETE FROM attribute_value WHERE attribute = ? AND informant IS ? AND source IS ?")?
            .execute(params![attribute.key(), informant.map(Keyed::key), source.map(Keyed::key)])?;
        Ok(())
    }
}
