//! Where a judgement stands: the row and the column of a comparison, and what is written in the cell between them.

use super::source::keyed;
use super::{
    AttributeId, CodeId, CoderId, Date, EmptyReason, FindingId, GroupId, InformantId, SegmentId, SourceId, Technique,
    Timestamp,
};
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// What stands in the columns.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// Groups of informants: triangulation of sources.
    Group,
    /// Informants one by one.
    Informant,
    /// Interview, observation, document: triangulation of techniques.
    Technique,
    /// Sources one by one.
    Source,
    /// Days of collection: triangulation of time.
    Date,
    /// Coders: triangulation of researchers.
    Coder,
    /// The values of a column of the researcher's own, about informants or sources. It takes no verdict.
    Attribute(AttributeId),
}

impl Axis {
    /// All axes that every project has, in the order of controls.
    pub const ALL: [Self; 6] = [Self::Group, Self::Informant, Self::Technique, Self::Source, Self::Date, Self::Coder];

    /// The name in files and on the command line; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Group => "group",
            Self::Informant => "informant",
            Self::Technique => "technique",
            Self::Source => "source",
            Self::Date => "date",
            Self::Coder => "coder",
            Self::Attribute(_) => "attribute",
        }
    }
}

keyed!(
    Axis,
    "group, informant, technique, source, date, coder",
    [Axis::Group, Axis::Informant, Axis::Technique, Axis::Source, Axis::Date, Axis::Coder]
);

/// What a row of a comparison is. In files it is the bare id.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
#[serde(untagged)]
pub enum RowKey {
    /// A role, or any other code, with the codes below it.
    Code(CodeId),
    /// A finding.
    Finding(FindingId),
}

impl fmt::Display for RowKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Code(id) => id.fmt(f),
            Self::Finding(id) => id.fmt(f),
        }
    }
}

impl RowKey {
    /// The code, where it is one.
    pub const fn code(self) -> Option<CodeId> {
        match self {
            Self::Code(id) => Some(id),
            Self::Finding(_) => None,
        }
    }

    /// The finding, where it is one.
    pub const fn finding(self) -> Option<FindingId> {
        match self {
            Self::Code(_) => None,
            Self::Finding(id) => Some(id),
        }
    }
}

/// What a column of a comparison stands for.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum ColumnKey {
    /// A group of informants.
    Group(GroupId),
    /// An informant.
    Informant(InformantId),
    /// A technique.
    Technique(Technique),
    /// A source.
    Source(SourceId),
    /// A day.
    Date(Date),
    /// A coder.
    Coder(CoderId),
    /// A value of an attribute; the value is the id of the column.
    Value,
    /// What has no group, no date or no value; its id is `none`.
    Rest,
}

impl ColumnKey {
    /// Whether something can be written in its cells: a value and what is left over have no identity that lasts.
    pub const fn keeps_notes(self) -> bool {
        !matches!(self, Self::Value | Self::Rest)
    }
}

/// A cell: a row and a column, or a row and two columns that cross (a group within a technique). Which of the two
/// stands within the other makes no difference to what the cell is; [`CellKey::sorted`] knows no difference either.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct CellKey {
    /// The row.
    pub row: RowKey,
    /// The column.
    pub column: ColumnKey,
    /// The column that it stands within, where two cross.
    pub within: Option<ColumnKey>,
}

impl CellKey {
    /// The cell of a row and a column.
    pub const fn new(row: RowKey, column: ColumnKey) -> Self {
        Self { row, column, within: None }
    }

    /// The same cell with its two columns in one order.
    #[must_use]
    pub fn sorted(self) -> Self {
        match self.within {
            Some(within) if within < self.column => Self { column: within, within: Some(self.column), ..self },
            _ => self,
        }
    }

    /// Whether something can be written in it: both columns last, and they are not of one kind.
    pub fn keeps_notes(&self) -> bool {
        let differ = |within: ColumnKey| std::mem::discriminant(&within) != std::mem::discriminant(&self.column);
        self.column.keeps_notes() && self.within.is_none_or(|within| within.keeps_notes() && differ(within))
    }
}

/// What is written in a cell. There is one a cell, whoever wrote it last.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct CellNote {
    /// The cell, sorted.
    pub cell: CellKey,
    /// What the column says in one sentence; may be empty.
    pub summary: String,
    /// Why there is no quotation, where the researcher has said so; never [`EmptyReason::NotCoded`], which is computed.
    pub empty_reason: Option<EmptyReason>,
    /// The words that show the reason ("I don't know"); nothing where they are locked.
    pub segment: Option<SegmentId>,
    /// Who wrote it last.
    pub coder: String,
    /// When.
    pub changed: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_cell_is_the_same_whichever_column_stands_within_the_other() {
        let row = RowKey::Code(CodeId::from_uuid(Uuid::from_u128(1)));
        let group = ColumnKey::Group(GroupId::from_uuid(Uuid::from_u128(2)));
        let technique = ColumnKey::Technique(Technique::Interview);
        let one = CellKey { row, column: group, within: Some(technique) };
        let other = CellKey { row, column: technique, within: Some(group) };
        assert_eq!(one.sorted(), other.sorted());
        assert_ne!(one.sorted(), CellKey::new(row, group).sorted());
        assert!(one.keeps_notes());
        assert!(!CellKey { within: Some(ColumnKey::Rest), ..one }.keeps_notes());
        assert!(!CellKey { within: Some(group), ..one }.keeps_notes());
    }
}
