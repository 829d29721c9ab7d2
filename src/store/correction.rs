//! What a corrected text changes in rows that were there: the source gets another text and, where a new version of its
//! file came in, another original; turns and anchors move. Segments move as they do when a boundary is dragged.

use super::key::{self, Key, Keyed};
use super::many::{in_groups, values};
use super::{Database, Error};
use crate::domain::{AnchorId, CharOffset, RevisionId, Segment, Source, SourceId, Turn};
use rusqlite::types::Value;
use rusqlite::{params, params_from_iter};

/// How many rows one statement moves.
const MOST: usize = 256;

impl Database {
    /// Puts another text into the place of a source's text, and another file into that of its original where there is
    /// one. Both texts stay in the file.
    pub fn set_text(&self, source: &Source, original: Option<&[u8]>) -> Result<(), Error> {
        let (revision, key) = (source.revision.key(), source.id.key());
        let numbers = key::to_json(&source.numbers)?;
        match original {
            None => self
                .conn
                .prepare_cached("UPDATE source SET revision = ?, line_numbers = ? WHERE id = ?")?
                .execute(params![revision, numbers, key])?,
            Some(bytes) => {
                let hash = self.keep_original(bytes)?;
                self.conn
                    .prepare_cached(
                        "UPDATE source SET revision = ?, line_numbers = ?, original = ?, original_name = ?, encoding = ?
                         WHERE id = ?",
                    )?
                    .execute(params![revision, numbers, hash, source.original_name, source.encoding, key])?
            }
        };
        Ok(())
    }

    /// Moves turns; their labels and who speaks stay.
    pub fn move_turns(&self, turns: &[&Turn]) -> Result<(), Error> {
        in_groups(turns, MOST, |some| {
            let mut statement = self.conn.prepare_cached(&format!(
                "WITH moved (id, start, words_start, words_end, end_) AS (VALUES {})
                 UPDATE turn SET start = moved.start, words_start = moved.words_start, words_end = moved.words_end,
                     end_ = moved.end_ FROM moved WHERE turn.id = moved.id",
                values(some.len(), 5)
            ))?;
            let parameters = some.iter().flat_map(|turn| {
                let places = [turn.range.start, turn.words.start, turn.words.end, turn.range.end];
                std::iter::once(Value::from(turn.id.key().to_vec())).chain(places.map(|at| Value::from(at.get())))
            });
            statement.execute(params_from_iter(parameters))?;
            Ok(())
        })
    }

    /// Moves segments to other places, with everything that hangs on them; there is none at any of these places.
    pub fn move_segments(&self, segments: &[Segment]) -> Result<(), Error> {
        in_groups(segments, MOST, |some| {
            let mut statement = self.conn.prepare_cached(&format!(
                "WITH moved (id, revision, quote, start, end_, line, letter, line_end, letter_end) AS (VALUES {})
                 UPDATE segment SET revision = moved.revision, quote = moved.quote, start = moved.start,
                     end_ = moved.end_, line = moved.line, letter = moved.letter, line_end = moved.line_end,
                     letter_end = moved.letter_end FROM moved WHERE segment.id = moved.id",
                values(some.len(), 9)
            ))?;
            let parameters = some.iter().flat_map(|segment| {
                let numbers = [
                    i64::from(segment.range.start.get()),
                    i64::from(segment.range.end.get()),
                    i64::from(segment.line.get()),
                    i64::from(segment.line.letter()),
                    i64::from(segment.line_end.get()),
                    i64::from(segment.line_end.letter()),
                ];
                [
                    Value::from(segment.id.key().to_vec()),
                    Value::from(segment.revision.key().to_vec()),
                    Value::from(segment.quote.to_string()),
                ]
                .into_iter()
                .chain(numbers.map(Value::from))
            });
            statement.execute(params_from_iter(parameters))?;
            Ok(())
        })
    }

    /// Writes a turn anew: where it stands, its label, and who speaks.
    pub fn set_turn(&self, turn: &Turn) -> Result<(), Error> {
        self.conn
            .prepare_cached(
                "UPDATE turn SET start = ?, words_start = ?, words_end = ?, end_ = ?, label = ?, kind = ?, informant = ?
                 WHERE id = ?",
            )?
            .execute(params![
                turn.range.start.get(),
                turn.words.start.get(),
                turn.words.end.get(),
                turn.range.end.get(),
                turn.label,
                turn.kind.key(),
                turn.informant.map(Keyed::key),
                turn.id.key(),
            ])?;
        Ok(())
    }

    /// Moves every anchor of a source into another text.
    pub fn move_anchors(
        &self,
        source: SourceId,
        revision: RevisionId,
        moved: impl Fn(CharOffset) -> CharOffset,
    ) -> Result<(), Error> {
        let mut statement = self.conn.prepare_cached("SELECT id, position FROM anchor WHERE source = ?")?;
        let rows = statement
            .query_map([source.key()], |row| Ok((key::id::<AnchorId>(row, 0)?, CharOffset::new(row.get(1)?))))?;
        let anchors: Vec<(AnchorId, CharOffset)> = rows.collect::<Result<_, _>>()?;
        let mut statement = self.conn.prepare_cached("UPDATE anchor SET revision = ?, position = ? WHERE id = ?")?;
        for (id, position) in anchors {
            statement.execute(params![revision.key(), moved(position).get(), id.key()])?;
        }
        Ok(())
    }

    /// Removes every anchor of a source.
    pub fn remove_anchors(&self, source: SourceId) -> Result<(), Error> {
        let key: Key = source.key();
        self.conn.prepare_cached("DELETE FROM anchor WHERE source = ?")?.execute([key])?;
        Ok(())
    }
}
