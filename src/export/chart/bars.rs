//! Informants per role and group: a bar a group in each role, as long as there are people who speak about it, inside
//! an outline as long as there are people. Names and numbers stand with the bars, so nothing hangs on a colour. What
//! would be longer than a page stands in two columns.

use super::RowLook;
use super::canvas::{Anchor, Area, Canvas};
use super::figure::{
    ASIDE, EDGE, GAP, HAIRLINE, INK, INK2, LABEL, NAME, RAMP, STRIPE, WIDTH, emptiness, inked, lines_around,
    names_width,
};
use super::letters::{Letters, width, wrapped};
use crate::analysis::{Column, Comparison, Row};
use crate::domain::Message;
use crate::export::columns::column_words;
use crate::i18n::Catalog;
use std::ops::Range;

/// The widest a column of names of groups may be, in points.
const NAMES: f32 = 104.0;
/// From one bar to the next where there are few groups, and where there are many.
const PITCH: f32 = 14.0;
const PITCH_MANY: f32 = 10.5;
/// More groups than these are drawn closer and in one ink.
const MANY: usize = 5;
/// What is higher than this, in points, stands in two columns.
const PAGE: f32 = 560.0;
/// Air between two columns.
const BETWEEN: f32 = 18.0;
/// The least length of one person, so that one of hundreds is seen.
const LEAST: f32 = 1.6;

/// Draws the picture; how high it is.
pub(super) fn draw(canvas: &mut Canvas, comparison: &Comparison, looks: &[RowLook], words: &Catalog) -> f32 {
    if comparison.rows.is_empty() {
        return emptiness(canvas, &words.text("chart-no-rows"));
    }
    if comparison.columns.is_empty() {
        return emptiness(canvas, &words.text("chart-no-columns"));
    }
    let bars = Bars::new(comparison, words);
    let rows = comparison.rows.len();
    let whole = Panel::new(&bars, looks, 0.0, WIDTH, true);
    if whole.height(&bars, 0..rows) <= PAGE || rows == 1 {
        return whole.draw(canvas, &bars, looks, 0..rows);
    }
    let (half, wide) = (rows.div_ceil(2), (WIDTH - BETWEEN) / 2.0);
    let first = Panel::new(&bars, looks, 0.0, wide, false);
    let second = Panel::new(&bars, looks, wide + BETWEEN, wide, false);
    let left = first.draw(canvas, &bars, looks, 0..half);
    left.max(second.draw(canvas, &bars, looks, half..rows))
}

/// A group with its name broken into lines, and how high its bars stand.
struct Group {
    lines: Vec<String>,
    total: u32,
    height: f32,
    ink: &'static str,
}

/// What is drawn, measured.
struct Bars<'a> {
    comparison: &'a Comparison,
    words: &'a Catalog,
    groups: Vec<Group>,
    label: Letters,
    strong: Letters,
    /// Informants of the largest group.
    most: u32,
    /// How thick a bar is.
    thick: f32,
}

impl<'a> Bars<'a> {
    fn new(comparison: &'a Comparison, words: &'a Catalog) -> Self {
        let count = comparison.columns.len();
        let is_many = count > MANY;
        let label = inked(if is_many { ASIDE } else { LABEL }, INK);
        let group = |(at, column): (usize, &Column)| {
            let lines = wrapped(&column_words(words, column), label, NAMES, 3);
            let least = if is_many { PITCH_MANY } else { PITCH };
            let height = least.max(label.leading() * lines.len() as f32 + 2.0);
            // Dark to light in the order of groups; many of them could not be told apart and share one ink.
            let ink = if is_many { RAMP[3] } else { RAMP[RAMP.len() - 1 - at] };
            Group { lines, total: column.informants_total, height, ink }
        };
        let groups: Vec<Group> = comparison.columns.iter().enumerate().map(group).collect();
        let most = groups.iter().map(|group| group.total).max().unwrap_or(0).max(1);
        let strong = Letters { is_strong: true, ..label };
        Self { comparison, words, groups, label, strong, most, thick: if is_many { 6.5 } else { 8.5 } }
    }

    fn counted(&self, row: &Row, at: usize) -> String {
        let (n, all) = (row.cells[at].informants, self.groups[at].total);
        self.words.say(&Message::new("chart-of").with("n", n).with("all", all))
    }

    fn segments(&self, row: &Row, at: usize) -> String {
        self.words.say(&Message::new("count-segments").with("n", row.cells[at].segments))
    }

    /// The width of the widest of these words over all bars.
    fn widest(&self, of: impl Fn(&Row, usize) -> String, letters: Letters) -> f32 {
        let all = self.comparison.rows.iter().flat_map(|row| (0..self.groups.len()).map(move |at| (row, at)));
        all.map(|(row, at)| width(&of(row, at), letters)).fold(0.0, f32::max)
    }
}

/// A column of rows.
struct Panel {
    x: f32,
    end: f32,
    /// Where bars begin and where the longest ends.
    left: f32,
    right: f32,
    /// The length of one person.
    one: f32,
    /// Names of rows, broken into lines.
    names: Vec<Vec<String>>,
    /// Whether names of rows stand beside the bars, and segments behind them; else names stand above.
    is_wide: bool,
    counts: f32,
}

impl Panel {
    fn new(bars: &Bars<'_>, looks: &[RowLook], x: f32, wide: f32, is_wide: bool) -> Self {
        let most = if is_wide { names_width(looks) } else { wide - STRIPE - GAP };
        let names: Vec<_> = looks.iter().map(|look| wrapped(&look.name, NAME, most, 4)).collect();
        let beside = match is_wide {
            true => names.iter().flatten().map(|line| width(line, NAME)).fold(0.0, f32::max) + 10.0,
            false => 0.0,
        };
        let groups = bars.groups.iter().flat_map(|group| &group.lines).map(|line| width(line, bars.label));
        let left = x + STRIPE + GAP + beside + groups.fold(0.0, f32::max) + GAP;
        let counts = bars.widest(|row, at| bars.counted(row, at), bars.strong);
        let aside = if is_wide { bars.widest(|row, at| bars.segments(row, at), ASIDE) + 2.0 * GAP } else { 0.0 };
        let (end, right) = (x + wide, x + wide - aside - counts - GAP);
        Self { x, end, left, right, one: (right - left) / bars.most as f32, names, is_wide, counts }
    }

    fn row_height(&self, bars: &Bars<'_>, at: usize) -> f32 {
        let (name, groups) = (NAME.leading() * self.names[at].len() as f32, bars.groups.iter());
        let groups: f32 = groups.map(|group| group.height).sum();
        2.0 * GAP + if self.is_wide { groups.max(name) } else { groups + name }
    }

    fn height(&self, bars: &Bars<'_>, rows: Range<usize>) -> f32 {
        rows.map(|at| self.row_height(bars, at)).sum()
    }

    /// Draws some rows from the top, and the axis below them; where that ends.
    fn draw(&self, canvas: &mut Canvas, bars: &Bars<'_>, looks: &[RowLook], rows: Range<usize>) -> f32 {
        let bottom = self.height(bars, rows.clone());
        for people in (0..=bars.most).step_by(step(bars.most, self.right - self.left) as usize) {
            let x = self.left + people as f32 * self.one;
            canvas.line((x, 0.0), (x, bottom + 3.0), HAIRLINE, 0.5);
            canvas.words((x, bottom + 12.0), &people.to_string(), ASIDE, Anchor::Middle);
        }
        let mut top = 0.0;
        for at in rows.clone() {
            let height = self.row_height(bars, at);
            if at > rows.start {
                // The names above belong to bars without lines behind them.
                canvas.line((self.x, top), (self.end, top), HAIRLINE, 0.5);
            }
            let stripe = Area { x: self.x, y: top + GAP, width: STRIPE, height: height - 2.0 * GAP };
            canvas.fill(stripe, &looks[at].ink);
            self.draw_row(canvas, bars, at, top + GAP);
            top += height;
        }
        canvas.line((self.left, 0.0), (self.left, bottom + 3.0), EDGE, 0.75);
        canvas.line((self.left, bottom), (self.right, bottom), EDGE, 0.75);
        let middle = if self.is_wide { (self.left + self.right) / 2.0 } else { (self.x + self.end) / 2.0 };
        canvas.words((middle, bottom + 24.0), &bars.words.text("chart-axis"), ASIDE, Anchor::Middle);
        bottom + 27.0
    }

    fn draw_row(&self, canvas: &mut Canvas, bars: &Bars<'_>, at: usize, top: f32) {
        let (row, name) = (&bars.comparison.rows[at], &self.names[at]);
        let x = self.x + STRIPE + GAP;
        let mut y = top;
        if self.is_wide {
            let first = bars.groups.first().map_or(PITCH, |group| group.height) / 2.0 + bars.label.below_middle();
            canvas.lines((x, y + first), name, NAME, Anchor::Start);
        } else {
            let height = NAME.leading() * name.len() as f32;
            canvas.fill(Area { x, y, width: self.end - x, height: height - 1.0 }, "#FFFFFF");
            canvas.lines((x, y + NAME.size), name, NAME, Anchor::Start);
            y += height;
        }
        for (place, (group, cell)) in bars.groups.iter().zip(&row.cells).enumerate() {
            let middle = y + group.height / 2.0;
            lines_around(canvas, self.left - GAP, middle, &group.lines, bars.label, Anchor::End);
            self.draw_bar(canvas, middle - bars.thick / 2.0, group, cell.informants, bars.thick);
            let base = middle + bars.label.below_middle();
            let letters = if cell.informants > 0 { bars.strong } else { inked(bars.label, INK2) };
            canvas.words((self.right + GAP + self.counts, base), &bars.counted(row, place), letters, Anchor::End);
            if self.is_wide {
                canvas.words((self.end, base), &bars.segments(row, place), ASIDE, Anchor::End);
            }
            y += group.height;
        }
    }

    fn draw_bar(&self, canvas: &mut Canvas, y: f32, group: &Group, people: u32, thick: f32) {
        let bar = |people: u32| {
            let least = if people > 0 { LEAST } else { 0.0 };
            Area { x: self.left, y, width: (people as f32 * self.one).max(least), height: thick }
        };
        canvas.fill(bar(group.total), "#FFFFFF");
        canvas.fill(bar(people), group.ink);
        if self.one >= 4.0 {
            for person in 1..group.total {
                let x = self.left + person as f32 * self.one;
                canvas.line((x, y), (x, y + thick), if person < people { "#FFFFFF" } else { HAIRLINE }, 0.6);
            }
        }
        canvas.outline(bar(group.total), EDGE, 0.5);
    }
}

/// How many people lie between two marks of the axis: whole ones, and no more marks than there is room for.
fn step(most: u32, room: f32) -> u32 {
    let marks = (room / 18.0).max(1.0);
    let fits = |step: &u32| f64::from(most) / f64::from(*step) <= f64::from(marks);
    let steps = (0..9).flat_map(|power| [1, 2, 5].map(|first| first * 10_u32.pow(power)));
    steps.into_iter().find(fits).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_axis_counts_whole_people() {
        assert_eq!(step(1, 200.0), 1);
        assert_eq!(step(3, 200.0), 1);
        assert_eq!(step(12, 52.0), 5);
        assert_eq!(step(40, 200.0), 5);
        assert_eq!(step(200, 150.0), 50);
        assert_eq!(step(3_000_000_000, 150.0), 500_000_000);
    }
}
