//! Memos. One nullable column a kind of host, so that what hangs on a thing goes with it.

use super::key::{self, Key, Keyed};
use super::{Database, Error};
use crate::domain::{CoderId, Memo, MemoHost, MemoId, Timestamp};
use rusqlite::{OptionalExtension, Row, params};

const SELECT: &str = include_str!("select.sql");

/// The columns of hosts, in the order of `insert.sql`.
const HOSTS: [&str; 6] = ["source", "informant", "code", "segment", "coding", "finding"];

/// The place of a host in [`HOSTS`] with its key; nothing for the journal.
fn column_of(host: MemoHost) -> Option<(usize, Key)> {
    match host {
        MemoHost::Journal => None,
        MemoHost::Source(id) => Some((0, id.key())),
        MemoHost::Informant(id) => Some((1, id.key())),
        MemoHost::Code(id) => Some((2, id.key())),
        MemoHost::Segment(id) => Some((3, id.key())),
        MemoHost::Coding(id) => Some((4, id.key())),
        MemoHost::Finding(id) => Some((5, id.key())),
    }
}

fn host_of(row: &Row<'_>) -> rusqlite::Result<MemoHost> {
    let makers: [fn(Key) -> MemoHost; 6] = [
        |key| MemoHost::Source(Keyed::of(key)),
        |key| MemoHost::Informant(Keyed::of(key)),
        |key| MemoHost::Code(Keyed::of(key)),
        |key| MemoHost::Segment(Keyed::of(key)),
        |key| MemoHost::Coding(Keyed::of(key)),
        |key| MemoHost::Finding(Keyed::of(key)),
    ];
    for (column, make) in HOSTS.iter().zip(makers) {
        if let Some(key) = row.get::<_, Option<Key>>(*column)? {
            return Ok(make(key));
        }
    }
    Ok(MemoHost::Journal)
}

fn read(row: &Row<'_>) -> rusqlite::Result<Memo> {
    Ok(Memo {
        id: key::id(row, "id")?,
        host: host_of(row)?,
        text: row.get("text")?,
        author: row.get("author_name")?,
        changed: Timestamp::from_millis(row.get("changed")?),
    })
}

impl Database {
    /// Adds a memo.
    pub fn add_memo(
        &self,
        id: MemoId,
        host: MemoHost,
        text: &str,
        author: CoderId,
        now: Timestamp,
    ) -> Result<(), Error> {
        let host = column_of(host);
        let key_in = |column: usize| host.filter(|(at, _)| *at == column).map(|(_, key)| key);
        self.conn.prepare_cached(include_str!("insert.sql"))?.execute(params![
            id.key(),
            key_in(0),
            key_in(1),
            key_in(2),
            key_in(3),
            key_in(4),
            key_in(5),
            text,
            author.key(),
            now.millis(),
        ])?;
        Ok(())
    }

    /// Writes the text of a memo anew.
    pub fn set_memo_text(&self, id: MemoId, text: &str, author: CoderId, now: Timestamp) -> Result<(), Error> {
        self.conn
            .prepare_cached("UPDATE memo SET text = ?, author = ?, changed = ? WHERE id = ?")?
            .execute(params![text, author.key(), now.millis(), id.key()])?;
        Ok(())
    }

    /// Removes a memo.
    pub fn remove_memo(&self, id: MemoId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM memo WHERE id = ?")?.execute([id.key()])?;
        Ok(())
    }

    /// The memo of a host; of several, the oldest. A journal has pages and no one memo.
    pub fn memo_of(&self, host: MemoHost) -> Result<Option<Memo>, Error> {
        Ok(self.memos_of(host)?.into_iter().next())
    }

    /// Every memo of a host, the oldest first: there is one, but files from elsewhere may hold more. None of the
    /// journal, which has pages.
    pub fn memos_of(&self, host: MemoHost) -> Result<Vec<Memo>, Error> {
        let Some((column, key)) = column_of(host) else { return Ok(Vec::new()) };
        let mut statement = self
            .conn
            .prepare_cached(&format!("{SELECT} WHERE memo.{} = ? ORDER BY memo.created, memo.id", HOSTS[column]))?;
        let rows = statement.query_map([key], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The memo of an id.
    pub fn memo(&self, id: MemoId) -> Result<Option<Memo>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} WHERE memo.id = ?"))?;
        Ok(statement.query_row([id.key()], read).optional()?)
    }

    /// All memos, the oldest first.
    pub fn memos(&self) -> Result<Vec<Memo>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} ORDER BY memo.created, memo.id"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}
