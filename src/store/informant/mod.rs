//! Informants and their groups.

use crate::domain::{Consent, ConsentKind, Group, GroupId, Informant, InformantId, Scope, Timestamp};
use crate::store::key::{self, Keyed};
use crate::store::{Database, Error};
use rusqlite::{OptionalExtension, Row, params};

const PUT: &str = include_str!("put.sql");

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
        pseudonym: row.get("pseudonym")?,
        consent: Consent {
            kind: key::word_or_none(row, "consent")?,
            date: key::date_or_none(row, "consent_date")?,
            scope: Scope {
                record: row.get("may_record")?,
                quote: row.get("may_quote")?,
                show: row.get("may_show")?,
                archive: row.get("may_archive")?,
            },
            assent: row.get("assent")?,
            guardian: row.get("guardian")?,
            withdrawn: row.get::<_, Option<i64>>("withdrawn")?.map(Timestamp::from_millis),
        },
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

    /// Sets the name and the place of a group; its key stays.
    pub fn set_group(&self, group: &Group) -> Result<(), Error> {
        self.conn.prepare_cached("UPDATE informant_group SET name = ?, ordinal = ? WHERE id = ?")?.execute(params![
            group.name,
            group.order,
            group.id.key()
        ])?;
        Ok(())
    }

    /// Removes a group; its informants have none then.
    pub fn remove_group(&self, id: GroupId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM informant_group WHERE id = ?")?.execute([id.key()])?;
        Ok(())
    }

    /// Removes an informant with what hangs on it; turns become nobody's.
    pub fn remove_informant(&self, id: InformantId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM informant WHERE id = ?")?.execute([id.key()])?;
        Ok(())
    }

    /// Adds an informant, or sets everything about the one of its id.
    pub fn put_informant(&self, informant: &Informant) -> Result<(), Error> {
        let Informant { consent, .. } = informant;
        self.conn.prepare_cached(PUT)?.execute(params![
            informant.id.key(),
            informant.code,
            informant.description,
            informant.group.map(Keyed::key),
            informant.standing.key(),
            informant.is_child,
            informant.pseudonym,
            consent.kind.map(ConsentKind::key),
            consent.date.map(|date| date.to_string()),
            consent.scope.record,
            consent.scope.quote,
            consent.scope.show,
            consent.scope.archive,
            consent.assent,
            consent.guardian,
            consent.withdrawn.map(Timestamp::millis),
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
