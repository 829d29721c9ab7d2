//! Texts and the bytes they were made of: immutable, found by their SHA-256, outside the history. An import
//! that is taken back leaves them, so that it can be brought back; the same content is stored once.

use super::check::Altered;
use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{RevisionId, SourceText};
use rusqlite::{OptionalExtension, params};
use sha2::{Digest, Sha256};
use uuid::Builder;

/// A SHA-256 sum.
pub(super) type Hash = [u8; 32];

pub(super) fn hash(bytes: &[u8]) -> Hash {
    Sha256::digest(bytes).into()
}

/// The id of a text: made of its content, so that two laptops that import the same text name it the same.
pub fn revision_id(text: &str) -> RevisionId {
    named_by(&hash(text.as_bytes()))
}

pub(super) fn named_by(sum: &Hash) -> RevisionId {
    let mut bytes = [0; 16];
    bytes.copy_from_slice(&sum[..16]);
    RevisionId::from_uuid(Builder::from_custom_bytes(bytes).into_uuid())
}

impl Database {
    /// Keeps a text, once.
    pub fn keep_text(&self, text: &SourceText) -> Result<RevisionId, Error> {
        let hash = hash(text.as_str().as_bytes());
        let id = named_by(&hash);
        self.conn
            .prepare_cached(
                "INSERT INTO revision (id, hash, length, lines, text) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
            )?
            .execute(params![id.key(), hash, text.len(), text.line_count(), text.as_str()])?;
        Ok(id)
    }

    /// Keeps the bytes of a file, once.
    pub(super) fn keep_original(&self, bytes: &[u8]) -> Result<Hash, Error> {
        let hash = hash(bytes);
        self.conn
            .prepare_cached("INSERT INTO original (hash, bytes) VALUES (?, ?) ON CONFLICT DO NOTHING")?
            .execute(params![hash, bytes])?;
        Ok(hash)
    }

    /// A text, as it was imported.
    pub fn text(&self, revision: RevisionId) -> Result<Option<String>, Error> {
        let mut statement = self.conn.prepare_cached("SELECT text FROM revision WHERE id = ?")?;
        Ok(statement.query_row([revision.key()], |row| row.get(0)).optional()?)
    }

    /// Every text whose content is not the one it is named by, and every original likewise.
    pub(super) fn altered_texts(&self) -> Result<Vec<Altered>, Error> {
        let mut altered = Vec::new();
        let source = |column: &str, key: &[u8]| -> Result<Option<String>, Error> {
            let sql = format!("SELECT name FROM source WHERE {column} = ? ORDER BY number LIMIT 1");
            Ok(self.conn.prepare_cached(&sql)?.query_row([key], |row| row.get(0)).optional()?)
        };
        let mut statement = self.conn.prepare("SELECT id, hash, length, lines, text FROM revision")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let id: RevisionId = key::id(row, "id")?;
            let text = SourceText::new(row.get::<_, String>("text")?);
            let is_whole = hash(text.as_str().as_bytes()) == row.get::<_, Hash>("hash")?
                && id == revision_id(text.as_str())
                && text.len() == row.get::<_, u32>("length")?
                && text.line_count() == row.get::<_, u32>("lines")?;
            if !is_whole {
                let source = source("revision", &id.key())?;
                altered.push(Altered { source, is_original: false, what: format!("revision {id}") });
            }
        }
        let mut statement = self.conn.prepare("SELECT hash, bytes FROM original")?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let expected: Hash = row.get("hash")?;
            if hash(row.get_ref("bytes")?.as_blob().unwrap_or_default()) != expected {
                let what = format!("original {:02x?}", &expected[..4]);
                altered.push(Altered { source: source("original", &expected)?, is_original: true, what });
            }
        }
        Ok(altered)
    }
}
