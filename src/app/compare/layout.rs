//! Where the columns and rows of the board lie: plain arithmetic in points, so that it can be tested
//! without a window.

use std::ops::Range;

/// Widths of the board: the rows' names, the columns that share what is left, the result.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Columns {
    /// The column of the rows' names; stays in sight.
    pub first: f32,
    /// Each column of quotations.
    pub each: f32,
    /// How many of them.
    pub count: usize,
    /// The column of the result; 0 where the rows have none.
    pub last: f32,
}

impl Columns {
    /// Shares `width` among `count` columns; none becomes narrower than `least`, the board scrolls instead.
    pub fn share(width: f32, count: usize, first: f32, least: f32, last: f32) -> Self {
        let each = if count == 0 { 0.0 } else { ((width - first - last) / count as f32).floor().max(least) };
        Self { first, each, count, last }
    }

    /// Width of the whole board.
    pub fn total(&self) -> f32 {
        self.first + self.each * self.count as f32 + self.last
    }

    /// Left edge of a column of quotations; `count` is the left edge of the result.
    pub fn left(&self, column: usize) -> f32 {
        self.first + self.each * column as f32
    }

    /// Left and right edge of a column; `count` is the result.
    pub fn span(&self, column: usize) -> Range<f32> {
        let left = self.left(column);
        left..left + if column < self.count { self.each } else { self.last }
    }

    /// The columns of quotations that lie at least partly between two positions.
    pub fn visible(&self, from: f32, to: f32) -> Range<usize> {
        let before = (0..self.count).take_while(|column| self.left(column + 1) <= from).count();
        let begun = (0..self.count).take_while(|column| self.left(*column) < to).count();
        before..begun.max(before)
    }
}

/// Tops of the rows, from 0, with the foot of the last one at the end.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Rows {
    tops: Vec<f32>,
}

impl Rows {
    /// Stacks rows of these heights.
    pub fn stack(heights: impl IntoIterator<Item = f32>) -> Self {
        let mut tops = vec![0.0];
        let mut at = 0.0;
        for height in heights {
            at += height;
            tops.push(at);
        }
        Self { tops }
    }

    /// How many rows.
    pub fn len(&self) -> usize {
        self.tops.len().saturating_sub(1)
    }

    /// Height of all rows.
    pub fn total(&self) -> f32 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// Top and foot of a row; a row that is not there has no height at the end.
    pub fn span(&self, row: usize) -> Range<f32> {
        let end = self.total();
        self.tops.get(row).copied().unwrap_or(end)..self.tops.get(row + 1).copied().unwrap_or(end)
    }

    /// The rows that lie at least partly between two heights.
    pub fn visible(&self, from: f32, to: f32) -> Range<usize> {
        if self.len() == 0 {
            return 0..0;
        }
        let first = self.tops.partition_point(|top| *top <= from).saturating_sub(1).min(self.len());
        let last = self.tops.partition_point(|top| *top < to).min(self.len());
        first..last.max(first)
    }
}

/// The scroll offset nearest to `now` at which `span` lies inside a window of `room` points; the start of
/// a span that does not fit goes first.
pub fn reveal(now: f32, room: f32, span: Range<f32>) -> f32 {
    let least = span.end - room;
    if span.start < now || span.end - span.start > room {
        span.start
    } else if now < least {
        least
    } else {
        now
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_share_what_is_left_and_never_shrink_below_the_least() {
        let wide = Columns::share(1516.0, 3, 158.0, 220.0, 178.0);
        assert_eq!(wide.each, 393.0);
        assert!(wide.total() <= 1516.0);
        let narrow = Columns::share(972.0, 3, 158.0, 220.0, 154.0);
        assert_eq!((narrow.each, narrow.total()), (220.0, 972.0));
        let many = Columns::share(972.0, 10, 158.0, 220.0, 154.0);
        assert_eq!(many.each, 220.0);
        assert!(many.total() > 972.0);
        assert_eq!(many.span(10).end, many.total());
        assert_eq!(Columns::share(900.0, 0, 158.0, 220.0, 0.0).total(), 158.0);
    }

    #[test]
    fn only_what_is_in_sight_is_drawn() {
        let columns = Columns::share(972.0, 10, 158.0, 220.0, 154.0);
        assert_eq!(columns.visible(0.0, 972.0), 0..4);
        assert_eq!(columns.visible(600.0, 1000.0), 2..4);
        assert_eq!(columns.visible(99_999.0, 100_000.0), 10..10);
        let rows = Rows::stack([100.0; 61]);
        assert_eq!(rows.visible(0.0, 250.0), 0..3);
        assert_eq!(rows.visible(100.0, 200.0), 1..2);
        assert_eq!(rows.visible(5950.0, 9000.0), 59..61);
        assert_eq!(rows.visible(9000.0, 9100.0).len(), 0);
        assert_eq!(Rows::stack([]).visible(0.0, 100.0), 0..0);
        assert_eq!(rows.span(60), 6000.0..6100.0);
    }

    #[test]
    fn the_active_cell_is_brought_into_sight_by_the_shortest_way() {
        assert_eq!(reveal(0.0, 500.0, 100.0..200.0), 0.0);
        assert_eq!(reveal(0.0, 500.0, 450.0..600.0), 100.0);
        assert_eq!(reveal(300.0, 500.0, 100.0..200.0), 100.0);
        assert_eq!(reveal(0.0, 80.0, 100.0..200.0), 100.0);
    }
}
