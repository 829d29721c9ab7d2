//! Anchors: places of a text that point out of it. They come with their source and go with it.

use super::key::Keyed;
use super::{Database, Error};
use crate::domain::{Anchor, AnchorId, AnchorKind, CharOffset, RevisionId, SourceId};
use rusqlite::params;

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
