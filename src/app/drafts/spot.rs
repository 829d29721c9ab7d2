//! Where in a comparison words are typed, as the file of drafts names it: a key there outlives the program.

use crate::domain::{
    Axis, CellKey, CodeId, CoderId, ColumnKey, Date, FindingId, GroupId, InformantId, RowKey, SourceId, Technique,
};
use serde::{Deserialize, Serialize};

/// A row.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowSpot {
    /// A code.
    Code(CodeId),
    /// A finding.
    Finding(FindingId),
}

impl From<RowKey> for RowSpot {
    fn from(row: RowKey) -> Self {
        match row {
            RowKey::Code(id) => Self::Code(id),
            RowKey::Finding(id) => Self::Finding(id),
        }
    }
}

impl From<RowSpot> for RowKey {
    fn from(row: RowSpot) -> Self {
        match row {
            RowSpot::Code(id) => Self::Code(id),
            RowSpot::Finding(id) => Self::Finding(id),
        }
    }
}

/// A column that keeps what is written in its cells.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnSpot {
    /// A group.
    Group(GroupId),
    /// An informant.
    Informant(InformantId),
    /// A technique.
    Technique(Technique),
    /// A source.
    Source(SourceId),
    /// A day: year, month, day.
    Date(i16, u8, u8),
    /// A coder.
    Coder(CoderId),
}

impl ColumnSpot {
    /// The spot of a column; nothing where nothing can be written in its cells.
    pub const fn of(column: ColumnKey) -> Option<Self> {
        Some(match column {
            ColumnKey::Group(id) => Self::Group(id),
            ColumnKey::Informant(id) => Self::Informant(id),
            ColumnKey::Technique(technique) => Self::Technique(technique),
            ColumnKey::Source(id) => Self::Source(id),
            ColumnKey::Date(date) => Self::Date(date.year(), date.month(), date.day()),
            ColumnKey::Coder(id) => Self::Coder(id),
            ColumnKey::Value | ColumnKey::Rest => return None,
        })
    }

    /// The column; nothing where its day is none.
    pub fn key(self) -> Option<ColumnKey> {
        Some(match self {
            Self::Group(id) => ColumnKey::Group(id),
            Self::Informant(id) => ColumnKey::Informant(id),
            Self::Technique(technique) => ColumnKey::Technique(technique),
            Self::Source(id) => ColumnKey::Source(id),
            Self::Date(year, month, day) => ColumnKey::Date(Date::new(year, month, day)?),
            Self::Coder(id) => ColumnKey::Coder(id),
        })
    }
}

/// A cell.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
pub struct CellSpot {
    row: RowSpot,
    column: ColumnSpot,
    within: Option<ColumnSpot>,
}

impl CellSpot {
    /// The spot of a cell; nothing where nothing can be written in it.
    pub fn of(cell: &CellKey) -> Option<Self> {
        let cell = cell.sorted();
        let within = match cell.within {
            Some(within) => Some(ColumnSpot::of(within)?),
            None => None,
        };
        Some(Self { row: cell.row.into(), column: ColumnSpot::of(cell.column)?, within })
    }

    /// The cell; nothing where one of its days is none.
    pub fn key(self) -> Option<CellKey> {
        let within = match self.within {
            Some(within) => Some(within.key()?),
            None => None,
        };
        Some(CellKey { row: self.row.into(), column: self.column.key()?, within })
    }

    /// The row.
    pub fn row(self) -> RowKey {
        self.row.into()
    }
}

/// An axis that a row can be judged by.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AxisSpot {
    /// Groups.
    Group,
    /// Informants.
    Informant,
    /// Techniques.
    Technique,
    /// Sources.
    Source,
    /// Days.
    Date,
    /// Coders.
    Coder,
}

impl AxisSpot {
    /// The spot of an axis; nothing for an attribute, by which no row is judged.
    pub const fn of(axis: Axis) -> Option<Self> {
        Some(match axis {
            Axis::Group => Self::Group,
            Axis::Informant => Self::Informant,
            Axis::Technique => Self::Technique,
            Axis::Source => Self::Source,
            Axis::Date => Self::Date,
            Axis::Coder => Self::Coder,
            Axis::Attribute(_) => return None,
        })
    }
}

impl From<AxisSpot> for Axis {
    fn from(axis: AxisSpot) -> Self {
        match axis {
            AxisSpot::Group => Self::Group,
            AxisSpot::Informant => Self::Informant,
            AxisSpot::Technique => Self::Technique,
            AxisSpot::Source => Self::Source,
            AxisSpot::Date => Self::Date,
            AxisSpot::Coder => Self::Coder,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    #[test]
    fn a_cell_comes_back_from_the_file_of_drafts() {
        let row = RowKey::Finding(FindingId::from_uuid(Uuid::from_u128(7)));
        let group = ColumnKey::Group(GroupId::from_uuid(Uuid::from_u128(8)));
        let day = ColumnKey::Date(Date::new(2025, 2, 12).expect("a day"));
        for cell in [CellKey::new(row, day), CellKey { row, column: group, within: Some(day) }] {
            let spot = CellSpot::of(&cell).expect("a cell that keeps notes");
            let written = serde_json::to_string(&spot).expect("a line");
            let read: CellSpot = serde_json::from_str(&written).expect("the same");
            assert_eq!(read.key(), Some(cell.sorted()));
            assert_eq!(read.row(), row);
        }
        assert_eq!(CellSpot::of(&CellKey::new(row, ColumnKey::Rest)), None);
    }
}
