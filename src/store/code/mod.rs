//! Codes, the codebooks beside the first one, and the pairs of codes that are easily confused.

mod hung;

pub use hung::{Hung, HungOn};

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{Code, CodeId, Codebook, CodebookId, ConfusingPair};
use rusqlite::{Row, params};

fn read(row: &Row<'_>) -> rusqlite::Result<Code> {
    Ok(Code {
        id: key::id(row, "id")?,
        parent: key::id_or_none(row, "parent")?,
        kind: key::word(row, "kind")?,
        short: row.get("short")?,
        name: row.get("name")?,
        colour: key::word(row, "colour")?,
        key: row.get("key")?,
        order: row.get("ordinal")?,
        definition: row.get("definition")?,
        test: row.get("test")?,
        counts: key::list(row, "counts")?,
        counts_not: key::list(row, "counts_not")?,
        examples: key::list(row, "examples")?,
        keywords: key::list(row, "keywords")?,
        aliases: key::list(row, "aliases")?,
        codebook: key::id_or_none(row, "codebook")?,
    })
}

fn read_pair(row: &Row<'_>) -> rusqlite::Result<ConfusingPair> {
    Ok(ConfusingPair {
        a: key::id(row, "a")?,
        b: key::id(row, "b")?,
        rule: row.get("rule")?,
        example: row.get("example")?,
    })
}

impl Database {
    /// Adds a code; its parent is there already.
    pub fn add_code(&self, code: &Code) -> Result<(), Error> {
        self.write_code(include_str!("insert.sql"), code)
    }

    /// Writes a code anew, all of it.
    pub fn set_code(&self, code: &Code) -> Result<(), Error> {
        self.write_code(include_str!("update.sql"), code)
    }

    /// Both statements take the same values in the same order.
    fn write_code(&self, sql: &str, code: &Code) -> Result<(), Error> {
        self.conn.prepare_cached(sql)?.execute(params![
            code.id.key(),
            code.parent.map(Keyed::key),
            code.kind.key(),
            code.short,
            code.name,
            code.colour.to_string(),
            code.key,
            code.order,
            code.definition,
            code.test,
            key::to_list(&code.counts)?,
            key::to_list(&code.counts_not)?,
            key::to_list(&code.examples)?,
            key::to_list(&code.keywords)?,
            key::to_list(&code.aliases)?,
            code.codebook.map(Keyed::key),
        ])?;
        Ok(())
    }

    /// Takes the digit away from a code, so that another can have it.
    pub fn clear_key(&self, code: CodeId) -> Result<(), Error> {
        self.conn.prepare_cached("UPDATE code SET key = NULL WHERE id = ?")?.execute([code.key()])?;
        Ok(())
    }

    /// Removes a code with all that hangs on it: codes below it, codings, memos, findings and what was judged of it.
    pub fn remove_code(&self, code: CodeId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM code WHERE id = ?")?.execute([code.key()])?;
        Ok(())
    }

    /// All codes, in no particular order.
    pub fn codes(&self) -> Result<Vec<Code>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM code ORDER BY id")?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Adds a codebook beside the first one.
    pub fn add_codebook(&self, book: &Codebook) -> Result<(), Error> {
        self.conn
            .prepare_cached("INSERT INTO codebook (id, name, description, ordinal) VALUES (?, ?, ?, ?)")?
            .execute(params![book.id.key(), book.name, book.description, book.order])?;
        Ok(())
    }

    /// The codebooks beside the first one, in order.
    pub fn codebooks(&self) -> Result<Vec<Codebook>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM codebook ORDER BY ordinal, id")?;
        let rows = statement.query_map([], |row| {
            Ok(Codebook {
                id: key::id(row, "id")?,
                name: row.get("name")?,
                description: row.get("description")?,
                order: row.get("ordinal")?,
            })
        })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Writes name, description and place of a codebook anew.
    pub fn set_codebook(&self, book: &Codebook) -> Result<(), Error> {
        self.conn
            .prepare_cached("UPDATE codebook SET name = ?, description = ?, ordinal = ? WHERE id = ?")?
            .execute(params![book.name, book.description, book.order, book.id.key()])?;
        Ok(())
    }

    /// Removes a codebook beside the first one with all its codes.
    pub fn remove_codebook(&self, book: CodebookId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM codebook WHERE id = ?")?.execute([book.key()])?;
        Ok(())
    }

    /// Adds a pair of codes that are easily confused, under an id of its own.
    pub fn add_confusing_pair(&self, id: uuid::Uuid, pair: &ConfusingPair, order: u32) -> Result<(), Error> {
        self.conn
            .prepare_cached("INSERT INTO confusing_pair (id, a, b, rule, example, ordinal) VALUES (?, ?, ?, ?, ?, ?)")?
            .execute(params![id.into_bytes(), pair.a.key(), pair.b.key(), pair.rule, pair.example, order])?;
        Ok(())
    }

    /// Writes a pair anew, whichever way round it stands; whether there was such a pair.
    pub fn set_confusing_pair(&self, pair: &ConfusingPair) -> Result<bool, Error> {
        let (a, b) = (pair.a.key(), pair.b.key());
        let sql = "UPDATE confusing_pair SET rule = ?3, example = ?4 WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)";
        Ok(self.conn.prepare_cached(sql)?.execute(params![a, b, pair.rule, pair.example])? > 0)
    }

    /// Removes a pair, whichever way round it stands; whether there was such a pair.
    pub fn remove_confusing_pair(&self, a: CodeId, b: CodeId) -> Result<bool, Error> {
        let sql = "DELETE FROM confusing_pair WHERE (a = ?1 AND b = ?2) OR (a = ?2 AND b = ?1)";
        Ok(self.conn.prepare_cached(sql)?.execute([a.key(), b.key()])? > 0)
    }

    /// The place behind the last pair.
    pub fn next_pair_place(&self) -> Result<u32, Error> {
        let sql = "SELECT coalesce(max(ordinal) + 1, 0) FROM confusing_pair";
        Ok(self.conn.prepare_cached(sql)?.query_row([], |row| row.get(0))?)
    }

    /// All pairs of codes that are easily confused.
    pub fn confusing_pairs(&self) -> Result<Vec<ConfusingPair>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT * FROM confusing_pair ORDER BY ordinal, id")?;
        let rows = statement.query_map([], read_pair)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Codes that stand above themselves.
    pub fn codes_in_rings(&self) -> Result<Vec<CodeId>, Error> {
        let mut statement = self.conn.prepare(include_str!("rings.sql"))?;
        let rows = statement.query_map([], |row| key::id(row, "id"))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
