//! Turns of a source. A transcript has hundreds and a project tens of thousands, so they are written many a
//! statement and read in one go.

use super::key::{self, Keyed};
use super::many::{in_groups, values};
use super::{Database, Error};
use crate::domain::{CharRange, InformantId, SourceId, Turn, TurnId, TurnKind};
use rusqlite::types::ToSql;
use rusqlite::{Row, params, params_from_iter};
use std::collections::HashMap;

/// The columns of [`read`], in its order: by number, because a name is looked up anew in every row.
const COLUMNS: &str = "id, source, start, words_start, words_end, end_, label, kind, informant";

/// Most turns that one statement adds. Each statement keeps the pages that it touches until it is over, so many
/// turns a statement cost far less than one.
const MOST: usize = 64;

fn read(row: &Row<'_>) -> rusqlite::Result<(SourceId, Turn)> {
    let turn = Turn {
        id: key::id(row, 0)?,
        range: CharRange::new(row.get(2)?, row.get(5)?),
        words: CharRange::new(row.get(3)?, row.get(4)?),
        label: row.get(6)?,
        kind: key::word(row, 7)?,
        informant: key::id_or_none(row, 8)?,
    };
    Ok((key::id(row, 1)?, turn))
}

fn in_order(turns: &mut [Turn]) {
    turns.sort_by_key(|turn| (turn.range.start, turn.range.end, turn.id));
}

impl Database {
    /// Adds turns to a source; their positions count in the source's present text.
    pub fn add_turns(&self, source: SourceId, turns: &[Turn]) -> Result<(), Error> {
        in_groups(turns, MOST, |some| self.add_some(source, some))
    }

    fn add_some(&self, source: SourceId, turns: &[Turn]) -> Result<(), Error> {
        let source = source.key();
        let rows = values(turns.len(), 9);
        let mut statement = self.conn.prepare_cached(&format!("INSERT INTO turn ({COLUMNS}) VALUES {rows}"))?;
        let keys: Vec<_> = turns.iter().map(|turn| (turn.id.key(), turn.informant.map(Keyed::key))).collect();
        let places: Vec<[u32; 4]> = turns
            .iter()
            .map(|turn| [turn.range.start, turn.words.start, turn.words.end, turn.range.end].map(|at| at.get()))
            .collect();
        let kinds: Vec<&str> = turns.iter().map(|turn| turn.kind.key()).collect();
        let parameters = (0..turns.len()).flat_map(|at| {
            let [start, words_start, words_end, end] = &places[at];
            let row: [&dyn ToSql; 9] =
                [&keys[at].0, &source, start, words_start, words_end, end, &turns[at].label, &kinds[at], &keys[at].1];
            row
        });
        statement.execute(params_from_iter(parameters))?;
        Ok(())
    }

    /// Sets who speaks in a turn.
    pub fn set_speaker(&self, turn: TurnId, informant: Option<InformantId>, kind: TurnKind) -> Result<(), Error> {
        self.conn.prepare_cached("UPDATE turn SET informant = ?, kind = ? WHERE id = ?")?.execute(params![
            informant.map(Keyed::key),
            kind.key(),
            turn.key()
        ])?;
        Ok(())
    }

    /// Removes a turn; its words belong to nobody then.
    pub fn remove_turn(&self, turn: TurnId) -> Result<(), Error> {
        self.conn.prepare_cached("DELETE FROM turn WHERE id = ?")?.execute([turn.key()])?;
        Ok(())
    }

    /// The turns of a source in order of position.
    pub fn turns(&self, source: SourceId) -> Result<Vec<Turn>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("SELECT {COLUMNS} FROM turn WHERE source = ?"))?;
        let rows = statement.query_map([source.key()], |row| read(row).map(|(_, turn)| turn))?;
        let mut turns: Vec<Turn> = rows.collect::<Result<_, _>>()?;
        in_order(&mut turns);
        Ok(turns)
    }

    /// The turns of every source, each in order of position: one scan instead of a search a turn.
    pub fn all_turns(&self) -> Result<HashMap<SourceId, Vec<Turn>>, Error> {
        let mut all: HashMap<SourceId, Vec<Turn>> = HashMap::new();
        let mut statement = self.conn.prepare(&format!("SELECT {COLUMNS} FROM turn"))?;
        for row in statement.query_map([], read)? {
            let (source, turn) = row?;
            all.entry(source).or_default().push(turn);
        }
        for turns in all.values_mut() {
            in_order(turns);
        }
        Ok(all)
    }
}
