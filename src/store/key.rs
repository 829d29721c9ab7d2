//! Ids as the file holds them (16 bytes), and the small conversions that every mapper needs.

use crate::domain::{
    AnchorId, AttributeId, CodeId, CodebookId, CoderId, CodingId, Date, ExportId, FindingId, GroupId, InformantId,
    LabelId, MemoId, ProgressId, ProjectId, RevisionId, SegmentId, SourceId, StepId, TurnId,
};
use rusqlite::types::Type;
use rusqlite::{Row, RowIndex};
use std::str::FromStr;
use uuid::Uuid;

/// An id as a key of the file.
pub type Key = [u8; 16];

/// An id that is the key of a table.
pub trait Keyed: Copy {
    /// The key.
    fn key(self) -> Key;
    /// The id of a key.
    fn of(key: Key) -> Self;
}

macro_rules! keyed_by {
    ($($id:ident),+) => {$(
        impl Keyed for $id {
            fn key(self) -> Key {
                self.uuid().into_bytes()
            }
            fn of(key: Key) -> Self {
                Self::from_uuid(Uuid::from_bytes(key))
            }
        }
    )+};
}
keyed_by!(
    AnchorId,
    AttributeId,
    CodeId,
    CodebookId,
    ExportId,
    CoderId,
    CodingId,
    FindingId,
    GroupId,
    InformantId,
    LabelId,
    MemoId,
    ProgressId,
    ProjectId,
    RevisionId,
    SegmentId,
    SourceId,
    StepId,
    TurnId
);

type Got<T> = rusqlite::Result<T>;

/// The id in a column.
pub fn id<I: Keyed>(row: &Row<'_>, column: impl RowIndex) -> Got<I> {
    row.get::<_, Key>(column).map(I::of)
}

/// The id in a column that may be empty.
pub fn id_or_none<I: Keyed>(row: &Row<'_>, column: impl RowIndex) -> Got<Option<I>> {
    row.get::<_, Option<Key>>(column).map(|key| key.map(I::of))
}

fn wrong(
    row: &Row<'_>,
    column: impl RowIndex,
    error: impl std::error::Error + Send + Sync + 'static,
) -> rusqlite::Error {
    let index = column.idx(row.as_ref()).unwrap_or(0);
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}

/// A member of a closed list.
pub fn word<T>(row: &Row<'_>, column: impl RowIndex) -> Got<T>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    row.get_ref(column)?.as_str()?.parse().map_err(|error| wrong(row, column, error))
}

/// A member of a closed list, or nothing.
pub fn word_or_none<T>(row: &Row<'_>, column: impl RowIndex) -> Got<Option<T>>
where
    T: FromStr,
    T::Err: std::error::Error + Send + Sync + 'static,
{
    let text = row.get_ref(column)?.as_str_or_null()?;
    text.map(str::parse).transpose().map_err(|error| wrong(row, column, error))
}

/// A date, or nothing.
pub fn date_or_none(row: &Row<'_>, column: &str) -> Got<Option<Date>> {
    word_or_none(row, column)
}

/// A list kept as JSON.
pub fn list<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> Got<Vec<T>> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| wrong(row, column, error))
}

/// A list as JSON.
pub fn to_list<T: serde::Serialize>(list: &[T]) -> Got<String> {
    serde_json::to_string(list).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}

/// A value kept as JSON.
pub fn json<T: serde::de::DeserializeOwned>(row: &Row<'_>, column: &str) -> Got<T> {
    let text: String = row.get(column)?;
    serde_json::from_str(&text).map_err(|error| wrong(row, column, error))
}

/// A value as JSON.
pub fn to_json<T: serde::Serialize>(value: &T) -> Got<String> {
    serde_json::to_string(value).map_err(|error| rusqlite::Error::ToSqlConversionFailure(Box::new(error)))
}
