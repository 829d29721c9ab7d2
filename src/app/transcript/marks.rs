//! The codings of one text, ready to be painted: overlaps flattened to runs that do not overlap, and a
//! lane beside the text for every stripe. Built when codings or codes change, never while drawing.

use super::blocks::Blocks;
use crate::domain::{CharOffset, CharRange, CodingId, Colour, Direction, SegmentId};
use std::collections::BTreeMap;
use std::ops::Range;

/// Lanes that are drawn; what finds no place is counted as "+n".
pub(crate) const LANES: usize = 6;
/// Codes of a run whose tints are mixed; at more the mix is grey anyway.
const MIXED: usize = 6;
/// Code points that surely fill a row: two stripes of one block this far apart cannot meet.
const ROW: u32 = 90;

/// How a code looks beside and under the words.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Ink {
    /// The colour stored with the code.
    pub colour: Colour,
    /// What the label says: the short code, or the name where there is none.
    pub label: String,
    /// The name of the code.
    pub name: String,
    /// Whether the label carries a direction mark.
    pub takes_direction: bool,
    /// Whether it fills also where another code fills; a code of evaluation only adds a dashed rule there.
    pub is_filling: bool,
}

/// One coding in a text.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Mark {
    /// The coding.
    pub coding: CodingId,
    /// Its segment.
    pub segment: SegmentId,
    /// Where.
    pub range: CharRange,
    /// Its code, as a place in the list of inks.
    pub ink: u16,
    /// What it says.
    pub direction: Option<Direction>,
    /// Who made it, as a place in the list of other coders; nothing where it is the one who acts.
    pub coder: Option<u16>,
    /// Whether its segment is a key quotation.
    pub is_key: bool,
}

/// Somebody else whose codings lie in a text.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct OtherCoder {
    /// Two letters, for the label.
    pub initials: String,
    /// The whole name.
    pub name: String,
}

/// A stretch over which the same codes lie.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Run {
    /// Where.
    pub(crate) range: CharRange,
    /// The codes that fill, each once, at most six.
    pub(crate) fills: Vec<u16>,
    /// The codes that draw a dashed rule only.
    pub(crate) dashes: Vec<u16>,
    /// How many codes lie here altogether.
    pub(crate) codes: u16,
}

/// All codings of a text.
#[derive(Clone, Debug, Default)]
pub(crate) struct Marks {
    inks: Vec<Ink>,
    coders: Vec<OtherCoder>,
    list: Vec<Mark>,
    /// The farthest end of all marks up to each one.
    reach: Vec<CharOffset>,
    runs: Vec<Run>,
    lanes: Vec<Option<u8>>,
    lane_count: usize,
}

impl Marks {
    /// Sorts, flattens and packs. `inks` is what [`Mark::ink`] points into, `coders` what [`Mark::coder`] does.
    pub(crate) fn new(mut list: Vec<Mark>, inks: Vec<Ink>, coders: Vec<OtherCoder>, blocks: &Blocks) -> Self {
        list.retain(|mark| !mark.range.is_empty());
        list.sort_by_key(|mark| (mark.range.start, std::cmp::Reverse(mark.range.end), mark.ink, mark.coding));
        let mut far = CharOffset::ZERO;
        let reach = list
            .iter()
            .map(|mark| {
                far = far.max(mark.range.end);
                far
            })
            .collect();
        let runs = flatten(&list, &inks);
        let lanes = pack(&list, blocks);
        let lane_count = lanes.iter().flatten().map(|lane| usize::from(*lane) + 1).max().unwrap_or(0);
        Self { inks, coders, list, reach, runs, lanes, lane_count }
    }

    /// The same codings, one of them on other words.
    pub(crate) fn moved(&self, coding: CodingId, range: CharRange, blocks: &Blocks) -> Self {
        let list = self.list.iter().map(|mark| {
            let range = if mark.coding == coding { range } else { mark.range };
            Mark { range, ..*mark }
        });
        Self::new(list.collect(), self.inks.clone(), self.coders.clone(), blocks)
    }

    /// The codings by start, the longest first.
    pub(crate) fn list(&self) -> &[Mark] {
        &self.list
    }

    /// How a code looks.
    pub(crate) fn ink(&self, at: u16) -> Option<&Ink> {
        self.inks.get(usize::from(at))
    }

    /// One of the other coders.
    pub(crate) fn coder(&self, at: u16) -> Option<&OtherCoder> {
        self.coders.get(usize::from(at))
    }

    /// How every code looks.
    pub(crate) fn inks(&self) -> &[Ink] {
        &self.inks
    }

    /// The lane of a coding from the text outwards; nothing where it found no place.
    pub(crate) fn lane(&self, at: usize) -> Option<u8> {
        self.lanes.get(at).copied().flatten()
    }

    /// Lanes in use.
    pub(crate) fn lane_count(&self) -> usize {
        self.lane_count
    }

    /// Places in the list of the codings that touch a stretch, in order.
    pub(crate) fn touching(&self, range: CharRange) -> impl Iterator<Item = usize> + '_ {
        let first = self.reach.partition_point(|far| *far <= range.start);
        let last = self.list.partition_point(|mark| mark.range.start < range.end);
        (first..last).filter(move |at| self.list[*at].range.end > range.start)
    }

    /// Places in the list of the codings that begin in a stretch.
    pub(crate) fn starting_in(&self, range: CharRange) -> Range<usize> {
        let first = self.list.partition_point(|mark| mark.range.start < range.start);
        first..self.list.partition_point(|mark| mark.range.start < range.end).max(first)
    }

    /// The runs that touch a stretch, in order.
    pub(crate) fn runs(&self, range: CharRange) -> &[Run] {
        let first = self.runs.partition_point(|run| run.range.end <= range.start);
        let last = self.runs.partition_point(|run| run.range.start < range.end);
        &self.runs[first..last.max(first)]
    }

    /// The coding a click at a position means: the shortest there; where one of them is chosen already,
    /// the next longer one, so that every one can be reached.
    pub(crate) fn picked(&self, position: CharOffset, chosen: Option<CodingId>) -> Option<CodingId> {
        let mut here: Vec<&Mark> = self
            .touching(CharRange::new(position.get(), position.get().saturating_add(1)))
            .map(|at| &self.list[at])
            .collect();
        here.sort_by_key(|mark| (mark.range.len(), mark.ink, mark.coding));
        let now = here.iter().position(|mark| Some(mark.coding) == chosen);
        let next = now.map_or(0, |at| (at + 1) % here.len());
        here.get(next).map(|mark| mark.coding)
    }
}

/// Flattens overlapping codings (sorted by start) into runs that do not overlap.
fn flatten(list: &[Mark], inks: &[Ink]) -> Vec<Run> {
    let mut edges: Vec<u32> = list.iter().flat_map(|mark| [mark.range.start.get(), mark.range.end.get()]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut runs: Vec<Run> = Vec::with_capacity(edges.len());
    let is_filling = |code: u16| inks.get(usize::from(code)).is_none_or(|ink| ink.is_filling);
    // How often each code lies here, first those that fill. Marks come by start and go by end.
    let (mut filling, mut dashing): (BTreeMap<u16, u32>, BTreeMap<u16, u32>) = Default::default();
    let mut by_end: Vec<&Mark> = list.iter().collect();
    by_end.sort_unstable_by_key(|mark| mark.range.end);
    let (mut next, mut gone) = (0, 0);
    for pair in edges.windows(2) {
        let &[start, end] = pair else { continue };
        while let Some(mark) = list.get(next).filter(|mark| mark.range.start.get() <= start) {
            let open = if is_filling(mark.ink) { &mut filling } else { &mut dashing };
            *open.entry(mark.ink).or_default() += 1;
            next += 1;
        }
        while let Some(mark) = by_end.get(gone).filter(|mark| mark.range.end.get() <= start) {
            let open = if is_filling(mark.ink) { &mut filling } else { &mut dashing };
            if let Some(count) = open.get_mut(&mark.ink) {
                *count -= 1;
                if *count == 0 {
                    open.remove(&mark.ink);
                }
            }
            gone += 1;
        }
        if filling.is_empty() && dashing.is_empty() {
            continue;
        }
        let count = u16::try_from(filling.len() + dashing.len()).unwrap_or(u16::MAX);
        let mut fills: Vec<u16> = filling.keys().take(MIXED).copied().collect();
        let mut dashes: Vec<u16> = dashing.keys().take(MIXED).copied().collect();
        if fills.is_empty() {
            // Alone on its words, a code of evaluation fills like any other.
            std::mem::swap(&mut fills, &mut dashes);
        }
        let range = CharRange::new(start, end);
        match runs.last_mut() {
            Some(last)
                if last.range.end == range.start
                    && last.fills == fills
                    && last.dashes == dashes
                    && last.codes == count =>
            {
                last.range.end = range.end;
            }
            _ => runs.push(Run { range, fills, dashes, codes: count }),
        }
    }
    runs
}

/// Finds a lane for every stripe: the first that is free. Two stripes share a lane if they lie in
/// different blocks or at least a row apart, so the lanes do not depend on what has been laid out.
fn pack(list: &[Mark], blocks: &Blocks) -> Vec<Option<u8>> {
    let mut busy: [Option<(usize, u32)>; LANES] = [None; LANES];
    list.iter()
        .map(|mark| {
            let first_block = blocks.at(mark.range.start);
            let last_block = blocks.at(CharOffset::new(mark.range.end.get() - 1));
            let free = busy.iter().position(|taken| match taken {
                None => true,
                Some((block, end)) => {
                    *block < first_block || *block == first_block && end.saturating_add(ROW) <= mark.range.start.get()
                }
            });
            free.and_then(|lane| {
                busy[lane] = Some((last_block, mark.range.end.get()));
                u8::try_from(lane).ok()
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::SourceText;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn ink(is_filling: bool) -> Ink {
        Ink { colour: Colour([0, 0, 0]), label: String::new(), name: String::new(), takes_direction: false, is_filling }
    }

    fn mark(start: u32, end: u32, ink: u16, id: u128) -> Mark {
        Mark {
            coding: CodingId::from_uuid(Uuid::from_u128(id)),
            segment: SegmentId::from_uuid(Uuid::from_u128(id)),
            range: CharRange::new(start, end),
            ink,
            direction: None,
            coder: None,
            is_key: false,
        }
    }

    fn blocks(text: &str) -> Blocks {
        Blocks::new(&SourceText::new(text), &[])
    }

    #[test]
    fn overlaps_become_runs() {
        let list = vec![mark(0, 10, 0, 1), mark(6, 14, 1, 2), mark(14, 16, 1, 3), mark(20, 22, 2, 4), mark(0, 4, 2, 5)];
        let marks = Marks::new(list, vec![ink(true), ink(true), ink(false)], Vec::new(), &blocks(&"x".repeat(30)));
        let runs: Vec<(u32, u32, Vec<u16>, Vec<u16>)> = marks
            .runs(CharRange::new(0, 30))
            .iter()
            .map(|run| (run.range.start.get(), run.range.end.get(), run.fills.clone(), run.dashes.clone()))
            .collect();
        assert_eq!(
            runs,
            [
                (0, 4, vec![0], vec![2]),
                (4, 6, vec![0], vec![]),
                (6, 10, vec![0, 1], vec![]),
                (10, 16, vec![1], vec![]),
                (20, 22, vec![2], vec![]),
            ]
        );
    }

    #[test]
    fn a_click_goes_from_the_shortest_coding_to_the_next() {
        let list = vec![mark(0, 20, 0, 1), mark(5, 9, 1, 2), mark(30, 40, 0, 3)];
        let marks = Marks::new(list, vec![ink(true), ink(true)], Vec::new(), &blocks(&"x".repeat(50)));
        let id = |id: u128| Some(CodingId::from_uuid(Uuid::from_u128(id)));
        assert_eq!(marks.picked(CharOffset::new(6), None), id(2));
        assert_eq!(marks.picked(CharOffset::new(6), id(2)), id(1));
        assert_eq!(marks.picked(CharOffset::new(6), id(1)), id(2));
        assert_eq!(marks.picked(CharOffset::new(25), None), None);
    }

    #[test]
    fn the_longest_stripe_stands_nearest_to_the_text() {
        let text = format!("{}\n{}", "x".repeat(400), "y".repeat(50));
        let list = vec![mark(10, 20, 0, 1), mark(10, 90, 0, 2), mark(300, 310, 0, 3), mark(401, 420, 0, 4)];
        let marks = Marks::new(list, vec![ink(true)], Vec::new(), &blocks(&text));
        let lanes: Vec<Option<u8>> = (0..4).map(|at| marks.lane(at)).collect();
        assert_eq!(lanes, [Some(0), Some(1), Some(0), Some(0)]);
        assert_eq!(marks.lane_count(), 2);
    }

    proptest! {
        /// Runs cover exactly what is coded, in order, without overlap; each names the codes that lie there.
        #[test]
        fn runs_are_the_codings_flattened(spans in proptest::collection::vec((0_u32..200, 1_u32..60, 0_u16..5), 0..40)) {
            let list: Vec<Mark> = spans
                .iter()
                .zip(1_u128..)
                .map(|((start, length, ink), id)| mark(*start, start + length, *ink, id))
                .collect();
            let inks = vec![ink(true), ink(true), ink(true), ink(true), ink(false)];
            let marks = Marks::new(list.clone(), inks, Vec::new(), &blocks(&"x".repeat(300)));
            let all = CharRange::new(0, 300);
            let runs = marks.runs(all);
            for pair in runs.windows(2) {
                prop_assert!(pair[0].range.end <= pair[1].range.start);
            }
            for at in 0..300 {
                let here = CharOffset::new(at);
                let mut expected: Vec<u16> =
                    list.iter().filter(|mark| mark.range.contains(here)).map(|mark| mark.ink).collect();
                expected.sort_unstable();
                expected.dedup();
                let count = runs.iter().find(|run| run.range.contains(here)).map_or(0, |run| usize::from(run.codes));
                prop_assert_eq!(count, expected.len());
                let mut found: Vec<u16> = runs
                    .iter()
                    .filter(|run| run.range.contains(here))
                    .flat_map(|run| run.fills.iter().chain(&run.dashes).copied())
                    .collect();
                found.sort_unstable();
                prop_assert_eq!(found, expected);
                let touching: Vec<usize> = marks.touching(CharRange::new(at, at + 1)).collect();
                let expected: Vec<usize> =
                    (0..marks.list().len()).filter(|place| marks.list()[*place].range.contains(here)).collect();
                prop_assert_eq!(touching, expected);
            }
        }

        /// Two stripes in one lane never share a row: they are a row apart or in different blocks.
        #[test]
        fn stripes_of_a_lane_keep_apart(spans in proptest::collection::vec((0_u32..2000, 1_u32..300), 0..60)) {
            let text = format!("{}\n", "x".repeat(199)).repeat(12);
            let blocks = blocks(&text);
            let list: Vec<Mark> = spans
                .iter()
                .zip(1_u128..)
                .map(|((start, length), id)| mark(*start, start + length, 0, id))
                .collect();
            let marks = Marks::new(list, vec![ink(true)], Vec::new(), &blocks);
            for lane in 0..6 {
                let mine: Vec<&Mark> = (0..marks.list().len())
                    .filter(|at| marks.lane(*at) == Some(lane))
                    .map(|at| &marks.list()[at])
                    .collect();
                for pair in mine.windows(2) {
                    let last = blocks.at(CharOffset::new(pair[0].range.end.get() - 1));
                    let next = blocks.at(pair[1].range.start);
                    prop_assert!(last < next || pair[0].range.end.get() + ROW <= pair[1].range.start.get());
                }
            }
        }
    }
}
