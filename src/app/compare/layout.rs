//! Where the columns and rows of the board lie: plain arithmetic in points, so that it can be tested
//! without a window.

use std::ops::Range;
use std::rc::Rc;

/// What the columns are laid out from.
#[derive(Clone, PartialEq, Debug)]
pub struct Wanted {
    /// Room for all of them.
    pub room: f32,
    /// The column of the rows' names; stays in sight.
    pub first: f32,
    /// A column of quotations that nobody has pulled is never narrower.
    pub least: f32,
    /// The columns of quotations: the width each was pulled to, if it was.
    pub pulled: Vec<Option<f32>>,
    /// The column of the result; 0 where the rows have none.
    pub result: f32,
    /// The column of the conclusion; 0 where there is none.
    pub conclusion: f32,
    /// How narrow it may be where that saves the board from scrolling.
    pub least_conclusion: f32,
}

/// Widths of the board: the rows' names, the columns of quotations, the result and the conclusion.
#[derive(Clone, PartialEq, Debug)]
pub struct Columns {
    /// The column of the rows' names.
    pub first: f32,
    /// Left edges of the columns of quotations, and the right edge of the last.
    edges: Rc<[f32]>,
    /// The column of the result.
    pub result: f32,
    /// The column of the conclusion.
    pub conclusion: f32,
}

impl Columns {
    /// Gives every column that was pulled its width and shares the rest among the others; where there is no rest, the
    /// board scrolls.
    pub fn share(wanted: &Wanted) -> Self {
        let kept: f32 = wanted.pulled.iter().flatten().sum();
        let others = wanted.pulled.iter().filter(|width| width.is_none()).count();
        let rest = wanted.room - wanted.first - wanted.result - kept;
        // A little less for the conclusion, where all of the board is in sight then.
        let left = rest - others as f32 * wanted.least;
        let conclusion = if left >= wanted.least_conclusion { wanted.conclusion.min(left) } else { wanted.conclusion };
        let rest = rest - conclusion;
        let each = (rest / others.max(1) as f32).floor().max(wanted.least);
        let mut at = wanted.first;
        let mut edges = vec![at];
        for pulled in &wanted.pulled {
            at += pulled.unwrap_or(each);
            edges.push(at);
        }
        Self { first: wanted.first, edges: edges.into(), result: wanted.result, conclusion }
    }

    /// How many columns of quotations.
    pub fn count(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }

    /// Width of the whole board.
    pub fn total(&self) -> f32 {
        self.left(self.count()) + self.result + self.conclusion
    }

    /// Left edge of a column of quotations; `count` is the left edge of the result.
    pub fn left(&self, column: usize) -> f32 {
        self.edges.get(column).or(self.edges.last()).copied().unwrap_or(self.first)
    }

    /// Left and right edge of a column; `count` is the result, the one behind it the conclusion.
    pub fn span(&self, column: usize) -> Range<f32> {
        let count = self.count();
        let end = self.left(count);
        match column {
            _ if column < count => self.left(column)..self.left(column + 1),
            _ if column == count => end..end + self.result,
            _ => end + self.result..end + self.result + self.conclusion,
        }
    }

    /// The columns of quotations that lie at least partly between two positions.
    pub fn visible(&self, from: f32, to: f32) -> Range<usize> {
        let count = self.count();
        let before = self.edges.partition_point(|edge| *edge <= from).saturating_sub(1).min(count);
        let before = if self.left(count) <= from { count } else { before };
        let begun = self.edges.partition_point(|edge| *edge < to).min(count);
        before..begun.max(before)
    }
}

/// Tops of the rows, from 0, with the foot of the last one at the end.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Rows {
    tops: Rc<[f32]>,
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
        Self { tops: tops.into() }
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

    fn shared(room: f32, pulled: &[Option<f32>], result: f32) -> Columns {
        let pulled = pulled.to_vec();
        concluded(room, pulled, result, 0.0)
    }

    fn concluded(room: f32, pulled: Vec<Option<f32>>, result: f32, conclusion: f32) -> Columns {
        let least_conclusion = 196.0;
        Columns::share(&Wanted { room, first: 158.0, least: 220.0, pulled, result, conclusion, least_conclusion })
    }

    #[test]
    fn the_conclusion_gives_way_a_little_where_all_is_in_sight_then() {
        let three = || vec![None; 3];
        let whole = concluded(1196.0, three(), 178.0, 236.0);
        assert_eq!((whole.conclusion, whole.total()), (200.0, 1196.0));
        assert_eq!(concluded(1516.0, three(), 178.0, 236.0).conclusion, 236.0);
        let scrolled = concluded(1100.0, three(), 178.0, 236.0);
        assert_eq!(scrolled.conclusion, 236.0, "the board scrolls anyway");
    }

    #[test]
    fn columns_share_what_is_left_and_never_shrink_below_the_least() {
        let wide = shared(1516.0, &[None; 3], 178.0);
        assert_eq!(wide.span(0), 158.0..551.0);
        assert!(wide.total() <= 1516.0);
        let narrow = shared(972.0, &[None; 3], 154.0);
        assert_eq!((narrow.left(1) - narrow.left(0), narrow.total()), (220.0, 972.0));
        let many = shared(972.0, &[None; 10], 154.0);
        assert_eq!(many.left(1), 378.0);
        assert!(many.total() > 972.0);
        assert_eq!(many.span(10).end, many.total());
        assert_eq!(shared(900.0, &[], 0.0).total(), 158.0);
    }

    #[test]
    fn a_column_that_was_pulled_keeps_its_width_and_the_others_share_the_rest() {
        let pulled = shared(1516.0, &[None, Some(500.0), None], 178.0);
        assert_eq!(pulled.span(1), 498.0..998.0);
        assert_eq!(pulled.span(2), 998.0..1338.0);
        assert_eq!(pulled.total(), 1516.0);
        let narrow = shared(1516.0, &[Some(90.0); 3], 178.0);
        assert_eq!(narrow.total(), 158.0 + 270.0 + 178.0, "less than there is, where all were pulled narrow");
    }

    #[test]
    fn only_what_is_in_sight_is_drawn() {
        let columns = shared(972.0, &[None; 10], 154.0);
        assert_eq!(columns.visible(0.0, 972.0), 0..4);
        assert_eq!(columns.visible(600.0, 1000.0), 2..4);
        assert_eq!(columns.visible(99_999.0, 100_000.0), 10..10);
        assert_eq!(shared(900.0, &[], 0.0).visible(0.0, 900.0), 0..0);
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
