//! Informants and their groups.

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{Group, Informant, InformantId};
use rusqlite::{OptionalExtension, Row, params};

fn read_group(row: &Row<'_>) -> rusqlite::Result<Group> {
    Ok(Group { id: key::id(row, "id")?, key: row.get("key")?, name: row.get("name")?, order: row.get("ordinal")? })
}

fn read(row: &Row<'_>) -> rusqlite::Result<Informant> {
    Ok(Informant {
        id: key::id(row, "id")?,
        code: row.get("code")?,
        description: row.get("description")?,
        group: key::id_or_none(row, "informant_group")?,
        standing: key::word(row, "standing")?,
        is_child: row.get("is_child")?,
    })
}

impl Database {
    /// Adds a group.
    pub fn add_group(&self, group: &Group) -> Result<(), Error> {
        self.conn
            .prepare_cached("INSERT INTO informant_group (id, key, name, ordinal) VALUES (?, ?, ?, ?)")?
            .execute(params![group.id.key(), group.key, group.name, group.order])?;
        Ok(())
    }

    /// All groups in the order of tables.
    pub fn groups(&self) -> Result<Vec<Group>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM informant_group ORDER BY ordinal, key")?;
        let rows = statement.query_map([], read_group)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds an informant, or sets its description, group, standing and whether it is a child.
    pub fn put_informant(&self, informant: &Informant) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO informant (id, code, description, informant_group, standing, is_child)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6)
                 ON CONFLICT (id) DO UPDATE
                 SET code = ?2, description = ?3, informant_group = ?4, standing = ?5, is_child = ?6",
            )?
            .execute(params![
                informant.id.key(),
                informant.code,
                informant.description,
                informant.group.map(Keyed::key),
                informant.standing.key(),
                informant.is_child,
            ])?;
        Ok(())
    }

    /// All informants by code.
    pub fn informants(&self) -> Result<Vec<Informant>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM informant ORDER BY code")?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The informant of an id.
    pub fn informant(&self, id: InformantId) -> Result<Option<Informant>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM informant WHERE id = ?")?;
        Ok(statement.query_row([id.key()], read).optional()?)
    }

    /// The informant of a code.
    pub fn informant_of_code(&self, code: &str) -> Result<Option<Informant>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM informant WHERE code = ?")?;
        Ok(statement.query_row([code], read).optional()?)
    }
}
