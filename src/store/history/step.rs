//! Steps: beginning one, ending one, and finding the one to take back or bring back.

use super::sentence;
use crate::domain::{Message, Say, StepId, Timestamp};
use crate::store::key::{self, Key, Keyed};
use crate::store::open::Opening;
use crate::store::{Database, Error};
use rusqlite::{Connection, OptionalExtension, Row, params};

/// A step as the file holds it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct StepRow {
    /// Its number, from 1, without gaps.
    pub number: i64,
    /// Its id.
    pub id: StepId,
    /// Which operation.
    pub operation: String,
    /// What was done.
    pub sentence: Message,
    /// Name of the coder.
    pub coder: String,
    /// Name of the device.
    pub device: String,
    /// When.
    pub at: Timestamp,
    /// The step that this one undoes.
    pub undoes: Option<StepId>,
    /// Whether it has been undone since.
    pub is_undone: bool,
    /// Whether undo stops here.
    pub is_barrier: bool,
}

/// A row that a step has changed.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Touched {
    /// Its table.
    pub table: String,
    /// Its key.
    pub key: Key,
}

/// Stands for a sentence that cannot be read.
const UNREADABLE: &str = "step-unreadable";

const COLUMNS: &str = "number, id, operation, sentence, coder, device, at, undoes, is_undone, is_barrier";

fn read(row: &Row<'_>) -> rusqlite::Result<StepRow> {
    let operation: String = row.get("operation")?;
    let stored: String = row.get("sentence")?;
    let sentence = serde_json::from_str(&stored)
        .ok()
        .and_then(|value| sentence::from_json(&value))
        .unwrap_or_else(|| Message::new(UNREADABLE).with("operation", operation.as_str()));
    Ok(StepRow {
        number: row.get("number")?,
        id: key::id(row, "id")?,
        operation,
        sentence,
        coder: row.get("coder")?,
        device: row.get("device")?,
        at: Timestamp::from_millis(row.get("at")?),
        undoes: key::id_or_none(row, "undoes")?,
        is_undone: row.get("is_undone")?,
        is_barrier: row.get("is_barrier")?,
    })
}

impl Database {
    /// Begins a transaction and a step; its number.
    pub fn begin_step(&mut self) -> Result<i64, Error> {
        self.writable()?;
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let begun = self.confirm_visit().and_then(|()| self.begun_step());
        if begun.is_err() {
            self.abandon_step();
        }
        begun
    }

    /// Begins a transaction that holds several steps, each between [`Self::begin_part`] and [`Self::end_part`].
    pub fn begin_batch(&mut self) -> Result<(), Error> {
        self.writable()?;
        self.conn.execute_batch("BEGIN IMMEDIATE")?;
        let begun = self.confirm_visit();
        if begun.is_err() {
            self.abandon_step();
        }
        begun
    }

    /// Commits the steps of a batch; where that fails, none has landed.
    pub fn end_batch(&mut self) -> Result<(), Error> {
        let ended = self.conn.execute_batch("COMMIT");
        if ended.is_err() {
            self.abandon_step();
        }
        Ok(ended?)
    }

    /// Begins a step of a batch; its number.
    pub fn begin_part(&mut self) -> Result<i64, Error> {
        self.conn.prepare_cached("SAVEPOINT part")?.execute([])?;
        self.begun_step()
    }

    /// Writes a step of a batch down.
    pub fn end_part(&mut self, step: &StepRow) -> Result<(), Error> {
        self.write_step(step)?;
        self.conn.prepare_cached("RELEASE part")?.execute([])?;
        Ok(())
    }

    /// Takes a step of a batch back to where it began. Whether the steps before it are still there: SQLite may have
    /// rolled back the whole transaction by itself (disk full).
    pub fn abandon_part(&mut self) -> Result<bool, Error> {
        if self.conn.is_autocommit() {
            return Ok(false);
        }
        self.conn.execute_batch("ROLLBACK TO part; RELEASE part")?;
        Ok(true)
    }

    fn begun_step(&self) -> Result<i64, Error> {
        let number: i64 = self
            .conn
            .prepare_cached("SELECT coalesce(max(number), 0) + 1 FROM step")?
            .query_row([], |row| row.get(0))?;
        self.conn
            .prepare_cached(
                "INSERT INTO temp.current_step (number, first_change)
                 SELECT ?, coalesce(max(number), 0) + 1 FROM main.change",
            )?
            .execute([number])?;
        Ok(number)
    }

    /// Whether the step has changed no row so far.
    pub fn is_step_empty(&self, number: i64) -> Result<bool, Error> {
        let found: Option<i64> = self
            .conn
            .prepare_cached(
                "SELECT 1 FROM change
                 WHERE number >= (SELECT first_change FROM temp.current_step WHERE number = ?) LIMIT 1",
            )?
            .query_row([number], |row| row.get(0))
            .optional()?;
        Ok(found.is_none())
    }

    /// Writes the step down and commits. The step that it undoes is marked; where that one undid another, the
    /// other counts as done again.
    pub fn end_step(&mut self, step: &StepRow) -> Result<(), Error> {
        let ended = self.write_step(step).and_then(|()| Ok(self.conn.execute_batch("COMMIT")?));
        if ended.is_err() {
            self.abandon_step();
        }
        ended
    }

    fn write_step(&self, step: &StepRow) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "INSERT INTO step (
                     number, id, operation, sentence, coder, device, at, undoes, is_barrier, first_change, last_change
                 )
                 SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, current_step.first_change,
                        (SELECT coalesce(max(change.number), 0) FROM main.change)
                 FROM temp.current_step",
            )?
            .execute(params![
                step.number,
                step.id.key(),
                step.operation,
                sentence::to_json(&step.sentence).to_string(),
                step.coder,
                step.device,
                step.at.millis(),
                step.undoes.map(Keyed::key),
                step.is_barrier,
            ])?;
        if let Some(undone) = step.undoes {
            self.conn
                .prepare_cached("UPDATE step SET is_undone = 0 WHERE id = (SELECT undoes FROM step WHERE id = ?)")?
                .execute([undone.key()])?;
            self.conn.prepare_cached("UPDATE step SET is_undone = 1 WHERE id = ?")?.execute([undone.key()])?;
        }
        self.conn.prepare_cached("DELETE FROM temp.current_step")?.execute([])?;
        self.conn.prepare_cached("DELETE FROM temp.new_owner")?.execute([])?;
        Ok(())
    }

    /// Rolls everything back to where the step began.
    pub fn abandon_step(&mut self) {
        // SQLite may have rolled back by itself (disk full); then there is nothing left to do.
        if !self.conn.is_autocommit()
            && let Err(error) = self.conn.execute_batch("ROLLBACK")
        {
            log::error!("roll back: {}", Error::from(error).mark());
        }
    }

    /// The rows that steps have changed (their first and last number), each once, in the order of their first
    /// change. Parts that came with their owner are not among them.
    pub fn touched(&self, first: i64, last: i64) -> Result<Vec<Touched>, Error> {
        let mut statement = self.conn.prepare_cached(include_str!("touched.sql"))?;
        let rows = statement.query_map([first, last], |row| Ok(Touched { table: row.get(0)?, key: row.get(1)? }))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Number of steps that have landed.
    pub fn step_count(&self) -> Result<u64, Error> {
        let number: i64 =
            self.conn.prepare_cached("SELECT coalesce(max(number), 0) FROM step")?.query_row([], |row| row.get(0))?;
        Ok(u64::try_from(number).unwrap_or(0))
    }

    /// The newest `limit` steps, newest first.
    pub fn steps(&self, limit: u32) -> Result<Vec<StepRow>, Error> {
        let mut statement =
            self.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM step ORDER BY number DESC LIMIT ?"))?;
        let rows = statement.query_map([limit], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Every step whose sentence cannot be read, described.
    pub(crate) fn unreadable_steps(&self) -> Result<Vec<String>, Error> {
        let mut statement = self.conn.prepare(&format!("SELECT {COLUMNS} FROM step ORDER BY number"))?;
        let mut rows = statement.query([])?;
        let mut unreadable = Vec::new();
        while let Some(row) = rows.next()? {
            let step = read(row)?;
            if step.sentence.key == UNREADABLE {
                unreadable.push(format!("step {}: {}", step.number, step.operation));
            }
        }
        let mut strays = self.conn.prepare(include_str!("strays.sql"))?;
        let numbers = strays.query_map([], |row| row.get::<_, i64>(0))?;
        for number in numbers {
            unreadable.push(format!("change {}: not within its step", number?));
        }
        Ok(unreadable)
    }

    /// The step of an id.
    pub fn step(&self, id: StepId) -> Result<Option<StepRow>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM step WHERE id = ?"))?;
        Ok(statement.query_row([id.key()], read).optional()?)
    }

    /// The step that undo takes back: the last one that stands, behind the last barrier.
    pub fn undoable(&self) -> Result<Option<StepRow>, Error> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM step
             WHERE undoes IS NULL AND is_undone = 0
               AND number > coalesce((SELECT max(number) FROM step WHERE is_barrier = 1), 0)
             ORDER BY number DESC LIMIT 1"
        ))?;
        Ok(statement.query_row([], read).optional()?)
    }

    /// The steps that stand from a number on and undo nothing themselves, newest first.
    pub fn standing_from(&self, number: i64) -> Result<Vec<StepRow>, Error> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM step WHERE undoes IS NULL AND is_undone = 0 AND number >= ? ORDER BY number DESC"
        ))?;
        let rows = statement.query_map([number], read)?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// The last step that undo does not pass.
    pub fn last_barrier(&self) -> Result<Option<StepRow>, Error> {
        let mut statement = self
            .conn
            .prepare_cached(&format!("SELECT {COLUMNS} FROM step WHERE is_barrier = 1 ORDER BY number DESC LIMIT 1"))?;
        Ok(statement.query_row([], read).optional()?)
    }

    /// The undoing step that redo takes back: the last one that stands, behind the last step that was no
    /// undoing. (An undoing step undoes a step that undoes nothing itself.)
    pub fn redoable(&self) -> Result<Option<StepRow>, Error> {
        let mut statement = self.conn.prepare_cached(&format!(
            "SELECT {COLUMNS} FROM step AS undoing
             WHERE undoes IS NOT NULL AND is_undone = 0
               AND number > coalesce((SELECT max(number) FROM step WHERE undoes IS NULL), 0)
               AND (SELECT undone.undoes FROM step AS undone WHERE undone.id = undoing.undoes) IS NULL
             ORDER BY number DESC LIMIT 1"
        ))?;
        Ok(statement.query_row([], read).optional()?)
    }
}

/// The step of a number.
pub(super) fn numbered(conn: &Connection, number: &[&dyn rusqlite::ToSql]) -> Result<Option<StepRow>, Error> {
    let mut statement = conn.prepare_cached(&format!("SELECT {COLUMNS} FROM step WHERE number = ?"))?;
    Ok(statement.query_row(number, read).optional()?)
}

/// Writes a step that undo does not pass, outside the project's own door: a migration.
pub(in crate::store) fn write_barrier(
    conn: &Connection,
    opening: &Opening<'_>,
    operation: &str,
    what: &Message,
) -> Result<(), Error> {
    conn.execute(
        "INSERT INTO step (number, id, operation, sentence, coder, device, at, is_barrier, first_change, last_change)
         SELECT coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ?, 1,
                (SELECT coalesce(max(number), 0) + 1 FROM change), (SELECT coalesce(max(number), 0) FROM change)
         FROM step",
        params![
            opening.migration.key(),
            operation,
            sentence::to_json(what).to_string(),
            opening.coder,
            opening.device,
            opening.now.millis(),
        ],
    )?;
    Ok(())
}
