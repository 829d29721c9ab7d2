//! The coverage map: where there is evidence of a row and where there is none yet. A cell is shaded by how many
//! informants speak and says their number; an empty one bears the mark of its reason.

use super::RowLook;
use super::canvas::{Anchor, Area, Canvas};
use super::figure::{
    ASIDE, EDGE, GAP, GREYS, HAIRLINE, INK, INK2, NAME, RAMP, STRIPE, WIDTH, emptiness, inked, lines_around,
    names_width,
};
use super::letters::{Letters, width, wrapped};
use crate::analysis::{Cell, Column, Comparison};
use crate::domain::{EmptyReason, Message};
use crate::export::columns::own_column_words;
use crate::i18n::Catalog;

/// The widest a column may be, in points, and the air between two techniques.
const COLUMN: f32 = 112.0;
const APART: f32 = 7.0;
/// The height of a cell with two lines, and with one.
const CELL: f32 = 30.0;
const CELL_LOW: f32 = 19.0;
/// From which width on a cell says its segments as well.
const ROOMY: f32 = 46.0;
/// The longest that a name of a column is, read from below.
const TALL: f32 = 112.0;
const REASONS: [EmptyReason; 4] =
    [EmptyReason::NotCoded, EmptyReason::NotAsked, EmptyReason::NotMentioned, EmptyReason::DontKnow];
const NUMBER: Letters = Letters { size: 10.5, is_strong: true, ink: INK };
const SMALL: Letters = Letters { size: 7.0, is_strong: false, ink: INK2 };

/// A column: what stands over it, its own name, and whether anybody speaks in it.
struct Head {
    above: Option<String>,
    name: String,
    total: u32,
    /// Whether it is text in which nobody speaks, so that sources are what can be counted.
    is_mute: bool,
    x: f32,
}

/// Draws the picture; how high it is.
pub(super) fn draw(canvas: &mut Canvas, comparison: &Comparison, looks: &[RowLook], words: &Catalog) -> f32 {
    if comparison.rows.is_empty() {
        return emptiness(canvas, &words.text("chart-no-rows"));
    }
    if comparison.columns.is_empty() {
        return emptiness(canvas, &words.text("chart-no-columns"));
    }
    let most = names_width(looks);
    let names: Vec<Vec<String>> = looks.iter().map(|look| wrapped(&look.name, NAME, most, 4)).collect();
    let widest = names.iter().flatten().map(|line| width(line, NAME)).fold(0.0, f32::max);
    let left = STRIPE + GAP + widest + 10.0;
    let mut heads = heads(comparison, words);
    let wide = place(&mut heads, left);
    let top = heads_above(canvas, &heads, wide, words);

    let most = comparison.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.informants.max(cell.sources)).max();
    let steps = steps(most.unwrap_or(0));
    let cell_height = if wide >= ROOMY { CELL } else { CELL_LOW };
    let mut y = top;
    for ((row, look), name) in comparison.rows.iter().zip(looks).zip(&names) {
        let height = cell_height.max(NAME.leading() * name.len() as f32 + 4.0);
        canvas.fill(Area { x: 0.0, y: y + 2.0, width: STRIPE, height: height - 4.0 }, &look.ink);
        lines_around(canvas, STRIPE + GAP, y + height / 2.0, name, NAME, Anchor::Start);
        for (head, cell) in heads.iter().zip(&row.cells) {
            let area = Area { x: head.x + 0.75, y: y + 0.75, width: wide - 1.5, height: height - 1.5 };
            self::cell(canvas, area, head, cell, &steps, words);
        }
        y += height;
    }
    legend(canvas, y + 14.0, comparison, &heads, &steps, words)
}

/// The columns by name.
fn heads(comparison: &Comparison, words: &Catalog) -> Vec<Head> {
    let head = |column: &Column| {
        let is_mute = column.is_mute();
        let name = match is_mute {
            true => words.text("chart-nobody"),
            false => own_column_words(words, column.key, &column.label),
        };
        let above = column.within.as_ref().map(|(key, label)| own_column_words(words, *key, label));
        Head { above, name, total: column.informants_total, is_mute, x: 0.0 }
    };
    comparison.columns.iter().map(head).collect()
}

/// Places the columns from `left` on; how wide each is. A technique has at least the room of its name.
fn place(heads: &mut [Head], left: f32) -> f32 {
    let runs: Vec<(f32, f32)> = heads
        .chunk_by(|one, other| one.above == other.above)
        .map(|run| (run.len() as f32, run[0].above.as_deref().map_or(0.0, |name| width(name, NAME) + 2.0)))
        .collect();
    let room = WIDTH - left - (runs.len() as f32 - 1.0) * APART;
    let mut wide = room / heads.len().max(1) as f32;
    // Narrower columns leave more names without room, so it is settled step by step.
    for _ in 0..4 {
        let lacking: f32 = runs.iter().map(|(count, name)| (name - count * wide).max(0.0)).sum();
        wide = (room - lacking) / heads.len().max(1) as f32;
    }
    let wide = wide.clamp(4.0, COLUMN);
    let mut x = left;
    for (run, (count, name)) in heads.chunk_by_mut(|one, other| one.above == other.above).zip(runs) {
        for head in run {
            head.x = x;
            x += wide;
        }
        x += (name - count * wide).max(0.0) + APART;
    }
    wide
}

/// Draws the names over the columns, the technique over all of its groups; where they end.
fn heads_above(canvas: &mut Canvas, heads: &[Head], wide: f32, words: &Catalog) -> f32 {
    let letters = inked(ASIDE, INK);
    let mut top = 0.0;
    if heads.iter().any(|head| head.above.is_some()) {
        for run in heads.chunk_by(|one, other| one.above == other.above) {
            let (Some(first), Some(last)) = (run.first(), run.last()) else { continue };
            let name = first.above.as_deref().unwrap_or_default();
            let right = (last.x + wide).max(first.x + width(name, NAME) + 2.0);
            canvas.words(((first.x + right) / 2.0, NAME.size), name, NAME, Anchor::Middle);
            canvas.line((first.x + 1.0, NAME.size + 5.0), (right - 1.0, NAME.size + 5.0), EDGE, 0.75);
        }
        top = NAME.size + 9.0;
    }
    let longest = heads.iter().flat_map(|head| head.name.split_whitespace()).map(|word| width(word, letters));
    let people = |head: &Head| match head.total {
        0 => String::new(),
        n => words.say(&Message::new("count-informants").with("n", n)),
    };
    if longest.fold(0.0, f32::max) <= wide - 3.0 && wide >= ROOMY {
        let lines: Vec<_> = heads.iter().map(|head| wrapped(&head.name, letters, wide - 3.0, 3)).collect();
        let most = lines.iter().map(Vec::len).max().unwrap_or(1) as f32;
        for (head, lines) in heads.iter().zip(&lines) {
            let x = head.x + wide / 2.0;
            let first = top + letters.leading() * (most - lines.len() as f32) + letters.size;
            canvas.lines((x, first), lines, letters, Anchor::Middle);
            canvas.words((x, top + letters.leading() * most + SMALL.size), &people(head), SMALL, Anchor::Middle);
        }
        return top + letters.leading() * most + SMALL.size + 6.0;
    }
    let name = |head: &Head| match head.total {
        0 => head.name.clone(),
        n => format!("{} ({n})", head.name),
    };
    let lines = if wide >= 2.0 * letters.leading() { 2 } else { 1 };
    let names: Vec<Vec<String>> = heads.iter().map(|head| wrapped(&name(head), letters, TALL, lines)).collect();
    let tall = names.iter().flatten().map(|line| width(line, letters)).fold(0.0, f32::max);
    for (head, lines) in heads.iter().zip(&names) {
        let first = head.x + wide / 2.0 - letters.leading() * (lines.len() - 1) as f32 / 2.0 + letters.below_middle();
        for (line, x) in lines.iter().zip((0_u16..).map(|at| first + f32::from(at) * letters.leading())) {
            canvas.upright_words((x, top + tall), line, letters);
        }
    }
    top + tall + 5.0
}

/// Where each shade begins, ascending from 1: one a number where there are few, else wider and wider.
fn steps(most: u32) -> Vec<u32> {
    if most as usize <= RAMP.len() {
        return (1..=most).collect();
    }
    let round = (0..9).flat_map(|power| [1, 2, 5].map(|first| first * 10_u32.pow(power)));
    let mut steps: Vec<u32> = round.take_while(|step| *step <= most).collect();
    while steps.len() > RAMP.len() {
        steps.remove(1);
    }
    steps
}

/// The shade of a number, as a place in the ramp: few steps are spread over the whole of it.
fn shade(n: u32, steps: &[u32]) -> usize {
    let at = steps.partition_point(|step| *step <= n).saturating_sub(1);
    match steps.len() {
        0 | 1 => RAMP.len() / 2,
        count => (at * (RAMP.len() - 1) + (count - 1) / 2) / (count - 1),
    }
}

fn cell(canvas: &mut Canvas, area: Area, head: &Head, cell: &Cell, steps: &[u32], words: &Catalog) {
    let (x, y) = area.middle();
    if cell.segments == 0 {
        canvas.outline(area, HAIRLINE, 0.75);
        mark(canvas, (x, y), cell.empty_reason);
        return;
    }
    let (n, ramp) = if head.is_mute { (cell.sources, GREYS) } else { (cell.informants, RAMP) };
    let at = shade(n, steps);
    canvas.fill(area, ramp[at]);
    let ink = if at > 2 { "#FFFFFF" } else { INK };
    if area.width + 1.5 < ROOMY {
        let letters = Letters { size: if area.width < 16.0 { 8.0 } else { 9.0 }, ..inked(NUMBER, ink) };
        canvas.words((x, y + letters.below_middle()), &n.to_string(), letters, Anchor::Middle);
        return;
    }
    canvas.words((x, y - 1.0), &n.to_string(), inked(NUMBER, ink), Anchor::Middle);
    let segments = words.say(&Message::new("count-segments").with("n", cell.segments));
    let small = inked(SMALL, ink);
    canvas.words((x, y + 9.0), &segments, small, Anchor::Middle);
}

/// The mark of a reason: a dashed ring, a dash, a ring struck through, a question mark.
fn mark(canvas: &mut Canvas, at: (f32, f32), reason: Option<EmptyReason>) {
    let (x, y) = at;
    match reason {
        None => {}
        Some(EmptyReason::NotCoded) => canvas.circle(at, 3.2, EDGE, 0.8, 1.6),
        Some(EmptyReason::NotAsked) => canvas.line((x - 3.2, y), (x + 3.2, y), INK2, 0.9),
        Some(EmptyReason::NotMentioned) => {
            canvas.circle(at, 3.0, INK2, 0.8, 0.0);
            canvas.line((x - 3.4, y + 3.4), (x + 3.4, y - 3.4), INK2, 0.8);
        }
        Some(EmptyReason::DontKnow) => {
            let letters = Letters { size: 9.5, ..inked(NUMBER, INK2) };
            canvas.words((x, y + letters.below_middle()), "?", letters, Anchor::Middle);
        }
    }
}

/// Draws what shades and marks mean, those alone that stand in the picture; where it ends.
fn legend(
    canvas: &mut Canvas,
    top: f32,
    comparison: &Comparison,
    heads: &[Head],
    steps: &[u32],
    words: &Catalog,
) -> f32 {
    let cells = || comparison.rows.iter().flat_map(|row| heads.iter().zip(&row.cells));
    let mut flow = Flow { x: 0.0, y: top };
    let most = |is_mute: bool| {
        let of_kind = cells().filter(|(head, cell)| cell.segments > 0 && head.is_mute == is_mute);
        of_kind.map(|(_, cell)| if is_mute { cell.sources } else { cell.informants }).max().unwrap_or(0)
    };
    for (is_mute, key, ramp) in [(false, "chart-legend-informants", RAMP), (true, "chart-legend-sources", GREYS)] {
        let most = most(is_mute);
        if most == 0 {
            continue;
        }
        flow.title(canvas, &words.text(key));
        for (at, from) in steps.iter().enumerate().filter(|(_, from)| **from <= most) {
            let name = match steps.get(at + 1) {
                Some(next) if next - from > 1 => format!("{from}–{}", next - 1),
                None if at > 0 && from - steps[at - 1] > 1 => format!("≥ {from}"),
                _ => from.to_string(),
            };
            let area = flow.room(&name);
            canvas.fill(area, ramp[shade(*from, steps)]);
            flow.say(canvas, &name);
        }
        flow.end();
    }
    let reasons: Vec<EmptyReason> =
        REASONS.into_iter().filter(|reason| cells().any(|(_, cell)| cell.empty_reason == Some(*reason))).collect();
    if !reasons.is_empty() {
        flow.title(canvas, &words.text("chart-legend-empty"));
        for reason in reasons {
            let name = words.text(&format!("empty-{reason}"));
            let area = flow.room(&name);
            mark(canvas, area.middle(), Some(reason));
            flow.say(canvas, &name);
        }
        flow.end();
    }
    flow.y
}

/// Marks with their meaning, one behind the other.
struct Flow {
    x: f32,
    y: f32,
}

impl Flow {
    const ROW: f32 = 14.0;
    const MARK: f32 = 11.0;

    fn title(&mut self, canvas: &mut Canvas, words: &str) {
        let letters = inked(ASIDE, INK2);
        canvas.words((0.0, self.y + letters.below_middle()), words, letters, Anchor::Start);
        self.x = width(words, letters) + 10.0;
    }

    /// Where the mark of the next meaning stands: on the next line where there is no more room on this one.
    fn room(&mut self, words: &str) -> Area {
        let wide = Self::MARK + 4.0 + width(words, inked(ASIDE, INK));
        if self.x > 0.0 && self.x + wide > WIDTH {
            self.x = 0.0;
            self.y += Self::ROW;
        }
        let area = Area { x: self.x, y: self.y - Self::MARK / 2.0, width: Self::MARK, height: Self::MARK };
        self.x += Self::MARK + 4.0;
        area
    }

    fn say(&mut self, canvas: &mut Canvas, words: &str) {
        let letters = inked(ASIDE, INK);
        canvas.words((self.x, self.y + letters.below_middle()), words, letters, Anchor::Start);
        self.x += width(words, letters) + 12.0;
    }

    fn end(&mut self) {
        (self.x, self.y) = (0.0, self.y + Self::ROW);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shades_are_one_a_number_or_wider_and_wider() {
        assert_eq!(steps(0), [0; 0]);
        assert_eq!(steps(3), [1, 2, 3]);
        assert_eq!(steps(5), [1, 2, 3, 4, 5]);
        assert_eq!(steps(12), [1, 2, 5, 10]);
        assert_eq!(steps(200), [1, 20, 50, 100, 200]);
        let three: Vec<usize> = (1..=3).map(|n| shade(n, &steps(3))).collect();
        assert_eq!(three, [0, 2, 4]);
        let all: Vec<usize> = [1, 19, 20, 99, 100, 4_000].iter().map(|n| shade(*n, &steps(200))).collect();
        assert_eq!(all, [0, 0, 1, 2, 3, 4]);
        assert_eq!(shade(1, &steps(1)), 2);
    }
}
