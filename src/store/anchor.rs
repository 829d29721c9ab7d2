//! Anchors: places of a text that point out of it. They come with their source and go with it.

use super::key::{self, Keyed};
use super::{Database, Error};
use crate::domain::{Anchor, AnchorId, AnchorKind, CharOffset, Moment, RevisionId, SourceId};
use rusqlite::params;
use std::collections::HashMap;

impl Database {
    /// Adds anchors to a source; their positions count in the text of `revision`.
    pub fn add_anchors(
        &self,
        source: SourceId,
        revision: RevisionId,
        anchors: &[(AnchorId, Anchor)],
    ) -> Result<(), Error> {
        let mut statement = self.conn.prepare_cached(
            "INSERT INTO anchor (id, source, revision, position, kind, value) VALUES (?, ?, ?, ?, ?, ?)",
        )?;
        for (id, anchor) in anchors {
            statement.execute(params![
                id.key(),
                source.key(),
                revision.key(),
                anchor.position.get(),
                anchor.kind.key(),
                anchor.value,
            ])?;
        }
        Ok(())
    }

    /// The times of the recordings of all sources that have any, in the order of their places.
    pub fn all_moments(&self) -> Result<HashMap<SourceId, Vec<Moment>>, Error> {
        let mut statement = self
            .conn
            .prepare("SELECT source, position, value FROM anchor WHERE kind = 'time' ORDER BY source, position")?;
        let rows = statement.query_map([], |row| {
            let (source, position): (SourceId, _) = (key::id(row, 0)?, CharOffset::new(row.get(1)?));
            Ok((source, position, row.get::<_, String>(2)?))
        })?;
        let mut all: HashMap<SourceId, Vec<Moment>> = HashMap::new();
        for row in rows {
            let (source, position, value) = row?;
            // A file may hold anything; what is no number is no time.
            if let Ok(ms) = value.parse() {
                all.entry(source).or_default().push(Moment { position, ms });
            }
        }
        Ok(all)
    }

    /// The anchors of a source in the order of their places.
    pub fn anchors(&self, source: SourceId) -> Result<Vec<Anchor>, Error> {
        let mut statement = self.conn.prepare_cached(
            "SELECT position, kind, value FROM anchor WHERE source = ? ORDER BY position, kind, value",
        )?;
        let rows = statement.query_map([source.key()], |row| {
            let kind: String = row.get(1)?;
            Ok((CharOffset::new(row.get(0)?), AnchorKind::of_key(&kind), row.get(2)?))
        })?;
        let anchor =
            |(position, kind, value): (_, Option<AnchorKind>, _)| Some(Anchor { position, kind: kind?, value });
        Ok(rows.collect::<Result<Vec<_>, _>>()?.into_iter().filter_map(anchor).collect())
    }
}
