//! What is written in the cells of comparisons: one nullable column a kind of column, of which a note has one, or two
//! that cross.

use super::key::{self, Key, Keyed};
use super::verdict::{keys_of, row_of};
use super::{Database, Error};
use crate::domain::{
    CellKey, CellNote, CoderId, ColumnKey, Date, EmptyReason, GroupId, InformantId, SourceId, Technique, Timestamp,
};
use rusqlite::{OptionalExtension, Row, ToSql, params_from_iter};
use uuid::Uuid;

const SELECT: &str = include_str!("select.sql");
const AT: &str = include_str!("at.sql");
const PUT: [&str; 2] = [include_str!("update.sql"), include_str!("insert.sql")];

/// The keys of a cell as the statements take them: row, then columns.
#[derive(Default)]
struct Place {
    row: (Option<Key>, Option<Key>),
    group: Option<Key>,
    informant: Option<Key>,
    source: Option<Key>,
    coder: Option<Key>,
    technique: Option<&'static str>,
    date: Option<String>,
}

impl Place {
    fn of(cell: &CellKey) -> Self {
        let mut place = Self { row: keys_of(cell.row), ..Self::default() };
        for column in std::iter::once(cell.column).chain(cell.within) {
            match column {
                ColumnKey::Group(id) => place.group = Some(id.key()),
                ColumnKey::Informant(id) => place.informant = Some(id.key()),
                ColumnKey::Source(id) => place.source = Some(id.key()),
                ColumnKey::Coder(id) => place.coder = Some(id.key()),
                ColumnKey::Technique(technique) => place.technique = Some(technique.key()),
                ColumnKey::Date(date) => place.date = Some(date.to_string()),
                // The caller refuses them: they have no identity that lasts.
                ColumnKey::Value | ColumnKey::Rest => {}
            }
        }
        place
    }

    fn values(&self) -> [&dyn ToSql; 8] {
        let Self { row, group, informant, source, coder, technique, date } = self;
        [&row.0, &row.1, group, informant, source, coder, technique, date]
    }
}

/// The columns of a note in the order of [`ColumnKey`].
fn columns_of(row: &Row<'_>) -> rusqlite::Result<Vec<ColumnKey>> {
    let columns = [
        key::id_or_none::<GroupId>(row, "column_group")?.map(ColumnKey::Group),
        key::id_or_none::<InformantId>(row, "column_informant")?.map(ColumnKey::Informant),
        key::word_or_none::<Technique>(row, "column_technique")?.map(ColumnKey::Technique),
        key::id_or_none::<SourceId>(row, "column_source")?.map(ColumnKey::Source),
        key::word_or_none::<Date>(row, "column_date")?.map(ColumnKey::Date),
        key::id_or_none::<CoderId>(row, "column_coder")?.map(ColumnKey::Coder),
    ];
    Ok(columns.into_iter().flatten().collect())
}

/// The note; nothing for one of no column, which the schema does not let in.
fn read(row: &Row<'_>) -> rusqlite::Result<Option<CellNote>> {
    let columns = columns_of(row)?;
    let Some(column) = columns.first().copied() else { return Ok(None) };
    let cell = CellKey { row: row_of(row, "row_code", "row_finding")?, column, within: columns.get(1).copied() };
    Ok(Some(CellNote {
        cell: cell.sorted(),
        summary: row.get("summary")?,
        empty_reason: key::word_or_none(row, "empty_reason")?,
        segment: key::id_or_none(row, "segment")?,
        coder: row.get("coder_name")?,
        changed: Timestamp::from_millis(row.get("changed")?),
    }))
}

impl Database {
    /// All notes in cells, in no order that means anything.
    pub fn cell_notes(&self) -> Result<Vec<CellNote>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} ORDER BY cell_note.id"))?;
        let rows = statement.query_map([], read)?;
        Ok(rows.filter_map(Result::transpose).collect::<Result<_, _>>()?)
    }

    /// The note in a cell.
    pub fn cell_note(&self, cell: &CellKey) -> Result<Option<CellNote>, Error> {
        let mut statement = self.conn.prepare_cached(&format!("{SELECT} {AT}"))?;
        let place = Place::of(cell);
        Ok(statement.query_row(params_from_iter(place.values()), read).optional()?.flatten())
    }

    /// Writes the note in a cell; `new` is the key of a new one. Who wrote it is `coder`.
    pub fn put_cell_note(&self, note: &CellNote, coder: CoderId, new: Uuid) -> Result<(), Error> {
        let place = Place::of(&note.cell);
        let (id, by, changed): (Key, Key, i64) = (new.into_bytes(), coder.key(), note.changed.millis());
        let (reason, segment) = (note.empty_reason.map(EmptyReason::key), note.segment.map(Keyed::key));
        let rest: [&dyn ToSql; 6] = [&id, &note.summary, &reason, &segment, &by, &changed];
        let values: Vec<&dyn ToSql> = place.values().into_iter().chain(rest).collect();
        for sql in PUT {
            if self.conn.prepare_cached(sql)?.execute(params_from_iter(&values))? > 0 {
                break;
            }
        }
        Ok(())
    }

    /// Removes the note in a cell.
    pub fn remove_cell_note(&self, cell: &CellKey) -> Result<(), Error> {
        let place = Place::of(cell);
        self.conn.prepare_cached(&format!("DELETE FROM cell_note {AT}"))?.execute(params_from_iter(place.values()))?;
        Ok(())
    }

    /// How many notes stand in the column of a group, crossed or not.
    pub fn notes_of_group(&self, group: GroupId) -> Result<u32, Error> {
        self.count("SELECT count(*) FROM cell_note WHERE column_group = ?", group)
    }

    /// How many notes stand in the column of an informant.
    pub fn notes_of_informant(&self, informant: InformantId) -> Result<u32, Error> {
        self.count("SELECT count(*) FROM cell_note WHERE column_informant = ?", informant)
    }

    /// How many notes stand in the column of a source.
    pub fn notes_of_source(&self, source: SourceId) -> Result<u32, Error> {
        self.count("SELECT count(*) FROM cell_note WHERE column_source = ?", source)
    }

    /// How many times findings and evaluations cite a passage of a source.
    pub fn cited_in(&self, source: SourceId) -> Result<u32, Error> {
        let findings = "SELECT count(*) FROM segment JOIN evidence ON evidence.segment = segment.id WHERE source = ?";
        let evaluations =
            "SELECT count(*) FROM segment JOIN evaluation_evidence ON evaluation_evidence.segment = segment.id
             WHERE source = ?";
        Ok(self.count(findings, source)? + self.count(evaluations, source)?)
    }

    /// How many member checks were made with an informant.
    pub fn checks_with(&self, informant: InformantId) -> Result<u32, Error> {
        self.count("SELECT count(*) FROM member_check WHERE informant = ?", informant)
    }

    fn count(&self, sql: &str, of: impl Keyed) -> Result<u32, Error> {
        Ok(self.conn.prepare_cached(sql)?.query_row([of.key()], |row| row.get(0))?)
    }
}
