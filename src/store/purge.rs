//! Removing words for good: out of rows, texts, originals and the history. What is gone is overwritten in the file
//! (`secure_delete`), and [`Database::vacuum`] leaves no gap it could have lain in.

use super::key::{Key, Keyed};
use super::{Database, Error};
use crate::domain::{RevisionId, Segment, SourceId, SourceText};
use rusqlite::types::ValueRef;
use rusqlite::{OptionalExtension, params};
use serde_json::Value;

/// Words cut out of texts of informants, which are cut anew and not rewritten.
const CUT: [(&str, &str); 1] = [("segment", "quote")];
/// Columns that hold a list as JSON.
const LISTS: [&str; 9] =
    ["aliases", "choices", "counts", "counts_not", "examples", "header", "keywords", "query", "silent"];

/// Something the researcher wrote.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Written {
    /// Its table.
    pub table: String,
    /// Its column.
    pub column: String,
    /// The key of its row.
    pub key: Key,
}

/// Tells of a text what stands there without the words that go; nothing where none of them is in it.
pub type Without<'a> = &'a dyn Fn(&str) -> Option<String>;

/// The same of everything that is written inside a list; whether something has changed.
fn rewritten(value: &mut Value, without: Without<'_>) -> bool {
    match value {
        Value::String(text) => match without(text) {
            Some(rest) => {
                *text = rest;
                true
            }
            None => false,
        },
        // All of them, not only up to the first that changes.
        Value::Array(list) => list.iter_mut().filter_map(|one| rewritten(one, without).then_some(())).count() > 0,
        Value::Object(fields) => {
            fields.values_mut().filter_map(|one| rewritten(one, without).then_some(())).count() > 0
        }
        _ => false,
    }
}

fn rest_of(text: &str, is_list: bool, without: Without<'_>) -> Option<String> {
    if is_list && let Ok(mut value) = serde_json::from_str::<Value>(text) {
        return rewritten(&mut value, without).then(|| value.to_string());
    }
    without(text)
}

impl Database {
    /// Everything the researcher wrote in which words stand that `without` takes out, with what is left of it.
    pub fn written_with(&self, without: Without<'_>) -> Result<Vec<(Written, String)>, Error> {
        let mut found = Vec::new();
        for table in &self.tables {
            let columns = table.columns.iter().filter(|column| !column.is_blob);
            for column in columns.filter(|column| !CUT.contains(&(table.name.as_str(), column.name.as_str()))) {
                let is_list = LISTS.contains(&column.name.as_str());
                let mut statement =
                    self.conn.prepare(&format!("SELECT id, \"{}\" FROM main.\"{}\"", column.name, table.name))?;
                let mut rows = statement.query([])?;
                while let Some(row) = rows.next()? {
                    if let ValueRef::Text(bytes) = row.get_ref(1)?
                        && let Ok(text) = std::str::from_utf8(bytes)
                        && let Some(rest) = rest_of(text, is_list, without)
                    {
                        let (table, column) = (table.name.clone(), column.name.clone());
                        found.push((Written { table, column, key: row.get(0)? }, rest));
                    }
                }
            }
        }
        Ok(found)
    }

    /// Writes what is left of something the researcher wrote. Where a name must be the only one of its kind, it gets
    /// the end of its key behind it.
    pub fn rewrite(&self, written: &Written, rest: &str) -> Result<(), Error> {
        let Written { table, column, key } = written;
        let sql = format!("UPDATE main.\"{table}\" SET \"{column}\" = ? WHERE id = ?");
        let mut statement = self.conn.prepare(&sql)?;
        if statement.execute(params![rest, key]).is_err() {
            let end: String = key.iter().skip(12).map(|byte| format!("{byte:02x}")).collect();
            statement.execute(params![format!("{rest} {end}"), key])?;
        }
        Ok(())
    }

    /// The text that a source is read from, as it was imported.
    pub fn text_of(&self, source: SourceId) -> Result<Option<String>, Error> {
        let mut statement = self.conn.prepare_cached(
            "SELECT revision.text FROM source JOIN revision ON revision.id = source.revision WHERE source.id = ?",
        )?;
        Ok(statement.query_row([source.key()], |row| row.get(0)).optional()?)
    }

    /// Puts another text into the place of a source's text and original; positions count in it as before. The original
    /// is plain text from there on, whatever it was, and its name says so.
    pub fn replace_text(&self, source: SourceId, text: &SourceText) -> Result<RevisionId, Error> {
        let revision = self.keep_text(text)?;
        let original = self.keep_original(text.as_str().as_bytes())?;
        let key = source.key();
        self.conn.execute(
            "UPDATE source SET revision = ?, original = ?, encoding = 'UTF-8',
                 original_name = CASE WHEN lower(original_name) LIKE '%.txt' THEN original_name
                                      ELSE original_name || '.txt' END
             WHERE id = ?",
            params![revision.key(), original, key],
        )?;
        self.conn.execute("UPDATE anchor SET revision = ? WHERE source = ?", params![revision.key(), key])?;
        Ok(revision)
    }

    /// Sets the text and the quotation of a segment that keeps its place.
    pub fn cut_anew(&self, segment: &Segment, revision: RevisionId, quote: &str) -> Result<(), Error> {
        self.conn.prepare_cached("UPDATE segment SET revision = ?, quote = ? WHERE id = ?")?.execute(params![
            revision.key(),
            quote,
            segment.id.key()
        ])?;
        Ok(())
    }

    /// Removes a segment with everything that hangs on it.
    pub fn remove_segment(&self, segment: &Segment) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM segment WHERE id = ?")?.execute([segment.id.key()])?;
        Ok(())
    }

    /// Removes texts and originals that no source is made of any more, those of imports taken back among them.
    pub fn drop_unused_texts(&self) -> Result<(), Error> {
        self.conn.execute_batch(
            "DELETE FROM revision WHERE id NOT IN
                 (SELECT revision FROM source UNION SELECT revision FROM segment UNION SELECT revision FROM anchor);
             DELETE FROM original WHERE hash NOT IN (SELECT original FROM source);",
        )?;
        Ok(())
    }

    /// Removes what the history keeps of rows as they were. The steps stay, their sentences without the words; none of
    /// them can be taken back, so the step in hand must be one that undo does not pass.
    pub fn forget_rows(&self, step: i64, without: Without<'_>) -> Result<(), Error> {
        let last: i64 = self.conn.query_row("SELECT coalesce(max(number), 0) FROM change", [], |row| row.get(0))?;
        self.conn.execute("DELETE FROM change", [])?;
        // Numbers go on behind those that are gone, so that no step takes up another's.
        self.conn.execute(
            "INSERT INTO change (number, step, host, kind, key, before)
             SELECT ?, ?, 'project', 'insert', id, NULL FROM project",
            params![last + 1, step],
        )?;
        let mut statement = self.conn.prepare("SELECT number, sentence FROM step ORDER BY number")?;
        let rows = statement.query_map([], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, String>(1)?)))?;
        let sentences: Vec<(i64, String)> = rows.collect::<Result<_, _>>()?;
        for (number, sentence) in sentences {
            if let Some(rest) = rest_of(&sentence, true, without) {
                self.conn.execute("UPDATE step SET sentence = ? WHERE number = ?", params![rest, number])?;
            }
        }
        Ok(())
    }

    /// Marks every past export that holds words of these sources as outdated for good.
    pub fn outdate_exports(&self, sources: &[SourceId]) -> Result<(), Error> {
        for row in self.exports()? {
            if row.exported.sources.iter().any(|source| sources.contains(source)) {
                self.conn.execute("UPDATE export SET step = -1 WHERE id = ?", [row.exported.id.key()])?;
            }
        }
        Ok(())
    }

    /// The number of the last step by which words were removed for good.
    pub fn last_purge(&self) -> Result<Option<u64>, Error> {
        let number: Option<i64> = self.conn.query_row(
            "SELECT max(number) FROM step WHERE is_barrier = 1 AND operation = 'purge'",
            [],
            |row| row.get(0),
        )?;
        Ok(number.and_then(|number| u64::try_from(number).ok()))
    }

    /// Writes the file anew without gaps and empties the log. Whether the log is empty: somebody who is reading just
    /// now is not waited for, and it goes when the last one closes.
    pub fn vacuum(&mut self) -> Result<bool, Error> {
        self.conn.flush_prepared_statement_cache();
        self.checkpoint()?;
        self.conn.execute_batch("VACUUM")?;
        self.checkpoint()
    }

    /// The number of the step in hand.
    pub fn step_in_hand(&self) -> Result<i64, Error> {
        Ok(self.conn.query_row("SELECT number FROM temp.current_step", [], |row| row.get(0))?)
    }
}
