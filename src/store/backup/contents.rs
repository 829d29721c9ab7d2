//! Which state of which project a file holds, so that two files can be told apart and compared.

use crate::domain::{CodingId, Message, ProjectId, SourceId, StepId, Timestamp};
use crate::store::{Database, Error, key, look, open};
use rusqlite::OptionalExtension;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Which state of which project.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The project.
    pub project: ProjectId,
    /// Its title.
    pub title: String,
    /// Number of steps.
    pub revision: u64,
    /// The last step, and when it was made.
    pub last: Option<(StepId, Timestamp)>,
}

/// What a file holds, as far as two are compared.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Contents {
    /// Which state of which project.
    pub mark: Mark,
    /// Its steps and their numbers.
    pub steps: BTreeMap<StepId, u64>,
    /// Its sources and their names.
    pub sources: BTreeMap<SourceId, String>,
    /// Its codings.
    pub codings: BTreeSet<CodingId>,
}

impl Database {
    /// Opens a file of any version that is known, to look at it: nothing is written, nobody signs in.
    ///
    /// # Errors
    /// It is no project, is of another program, or cannot be read.
    pub fn inspect(path: &Path) -> Result<Self, Error> {
        look::look_at(path)?;
        let conn = open::connect(path, true)?;
        Self::for_reading(conn, path).map_err(|error| error.of(path))
    }

    /// Which state of which project the file holds.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn mark(&self) -> Result<Mark, Error> {
        let project = self.project()?;
        let mut statement = self.conn.prepare_cached("SELECT id, at FROM step ORDER BY number DESC LIMIT 1")?;
        let last = statement
            .query_row([], |row| Ok((key::id(row, "id")?, Timestamp::from_millis(row.get("at")?))))
            .optional()?;
        Ok(Mark { project: project.id, title: project.title, revision: project.revision, last })
    }

    /// What the file holds.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn contents(&self) -> Result<Contents, Error> {
        self.reading(|database| {
            let mut steps = database.conn.prepare("SELECT id, number FROM step")?;
            let steps = steps.query_map([], |row| {
                Ok((key::id(row, "id")?, u64::try_from(row.get::<_, i64>("number")?).unwrap_or(0)))
            })?;
            let mut sources = database.conn.prepare("SELECT id, name FROM source")?;
            let sources = sources.query_map([], |row| Ok((key::id(row, "id")?, row.get("name")?)))?;
            let mut codings = database.conn.prepare("SELECT id FROM coding")?;
            let codings = codings.query_map([], |row| key::id(row, "id"))?;
            Ok(Contents {
                mark: database.mark()?,
                steps: steps.collect::<Result<_, _>>()?,
                sources: sources.collect::<Result<_, _>>()?,
                codings: codings.collect::<Result<_, _>>()?,
            })
        })
    }

    /// The sentences of the steps behind this number, newest first, at most `limit`.
    ///
    /// # Errors
    /// The file cannot be read.
    pub fn sentences_of(&self, steps: &[StepId]) -> Result<Vec<Message>, Error> {
        let mut sentences = Vec::with_capacity(steps.len());
        for id in steps {
            sentences.extend(self.step(*id)?.map(|step| step.sentence));
        }
        Ok(sentences)
    }
}
