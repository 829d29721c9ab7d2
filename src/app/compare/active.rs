//! Where the keyboard stands on the board: a line, and in it the row's head, a cell, the result or the conclusion.

use super::layout::Columns;
use std::ops::Range;

/// Where in a line.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum At {
    /// The head of the row.
    Head,
    /// A cell, by its column.
    Cell(usize),
    /// The result of the row.
    Result,
    /// The conclusion of the row.
    Conclusion,
}

/// A line of the board and where in it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Active {
    /// The line: a row that no fold hides.
    pub line: usize,
    /// Where in it.
    pub at: At,
}

impl Default for Active {
    fn default() -> Self {
        Self { line: 0, at: At::Cell(0) }
    }
}

/// What a line is made of, from left to right.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Stops {
    /// How many cells.
    pub cells: usize,
    /// Whether there is a result.
    pub has_result: bool,
    /// Whether there is a conclusion.
    pub has_conclusion: bool,
}

impl Stops {
    fn last(self) -> At {
        match (self.has_conclusion, self.has_result, self.cells.checked_sub(1)) {
            (true, ..) => At::Conclusion,
            (_, true, _) => At::Result,
            (.., Some(last)) => At::Cell(last),
            _ => At::Head,
        }
    }

    /// The nearest stop to one that may be gone.
    pub fn nearest(self, at: At) -> At {
        match at {
            At::Cell(column) if column < self.cells => at,
            At::Head => at,
            At::Result if self.has_result => at,
            At::Conclusion if self.has_conclusion => at,
            At::Cell(_) if self.cells > 0 => At::Cell(self.cells - 1),
            _ => self.last(),
        }
    }

    /// The stop to the left; the head keeps to itself.
    pub const fn before(self, at: At) -> At {
        match at {
            At::Head | At::Cell(0) => At::Head,
            At::Cell(column) => At::Cell(column - 1),
            At::Conclusion if self.has_result => At::Result,
            At::Result | At::Conclusion => match self.cells {
                0 => At::Head,
                cells => At::Cell(cells - 1),
            },
        }
    }

    /// The stop to the right; the last one keeps to itself.
    pub const fn behind(self, at: At) -> At {
        let next = match at {
            At::Head => 0,
            At::Cell(column) => column + 1,
            At::Result if self.has_conclusion => return At::Conclusion,
            At::Result | At::Conclusion => return at,
        };
        match (next < self.cells, self.has_result, self.has_conclusion) {
            (true, ..) => At::Cell(next),
            (_, true, _) => At::Result,
            (.., true) => At::Conclusion,
            _ => at,
        }
    }
}

impl At {
    /// Left and right edge of it among the columns; nothing of the head, which is always in sight. Where the conclusion
    /// has no column of its own it lies under the result.
    pub fn span(self, columns: &Columns) -> Option<Range<f32>> {
        match self {
            Self::Head => None,
            Self::Cell(column) => Some(columns.span(column)),
            Self::Conclusion if columns.conclusion > 0.0 => Some(columns.span(columns.count() + 1)),
            Self::Result | Self::Conclusion => Some(columns.span(columns.count())),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: Stops = Stops { cells: 2, has_result: true, has_conclusion: true };

    #[test]
    fn arrows_go_from_the_head_to_the_conclusion_and_back() {
        let way = [At::Head, At::Cell(0), At::Cell(1), At::Result, At::Conclusion];
        for pair in way.windows(2) {
            assert_eq!(ALL.behind(pair[0]), pair[1]);
            assert_eq!(ALL.before(pair[1]), pair[0]);
        }
        assert_eq!(ALL.behind(At::Conclusion), At::Conclusion);
        assert_eq!(ALL.before(At::Head), At::Head);
    }

    #[test]
    fn what_is_gone_gives_way_to_what_is_nearest() {
        let bare = Stops { cells: 1, has_result: false, has_conclusion: false };
        assert_eq!(bare.nearest(At::Cell(5)), At::Cell(0));
        assert_eq!(bare.nearest(At::Conclusion), At::Cell(0));
        assert_eq!(bare.behind(At::Cell(0)), At::Cell(0));
        let none = Stops { cells: 0, has_result: false, has_conclusion: false };
        assert_eq!(
            (none.nearest(At::Cell(0)), none.behind(At::Head), none.before(At::Result)),
            (At::Head, At::Head, At::Head)
        );
    }
}
