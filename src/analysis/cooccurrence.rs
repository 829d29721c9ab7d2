//! Which codes meet: how often passages of two codes lie on the same words.
//!
//! `n12` of two codes is the number of pairs of segments that overlap, one carrying the one code and one the other,
//! plus the segments that carry both; a pair counts once, whatever else the two carry. A code takes the codes below
//! it with it, so two codes of which one stands above the other are no pair: they would always meet. A segment of the
//! researcher's words alone counts nowhere. The figures say which codes meet, never that one causes the other.
//!
//! Segments are gone through from left to right, source by source, keeping how many that are open at that point carry
//! each code. No pair of segments is ever looked at, so ten thousand codings on one paragraph take no longer than ten
//! thousand apart.

use super::columns::place;
use super::comparison::rows_of_codes;
use super::study::Study;
use serde::Serialize;

/// How far the frequencies of two codes may lie apart before their coefficient is distorted: more than 5 : 1.
const UNEVEN: u64 = 5;

/// How often two codes meet.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Meeting {
    /// Overlapping pairs of segments, plus segments that carry both codes.
    pub n12: u64,
    /// Segments of the one code.
    pub n1: u32,
    /// Segments of the other.
    pub n2: u32,
}

impl Meeting {
    /// The c-coefficient, `n12 / (n1 + n2 − n12)`. Nothing where that cannot be worked out: neither code occurs, or
    /// they meet as often as both occur. Where it [leaves its range](Self::is_out_of_range) it is what the formula gives.
    pub fn coefficient(&self) -> Option<f64> {
        let below = self.sum() - i128::from(self.n12);
        (below != 0).then(|| self.n12 as f64 / below as f64)
    }

    /// Whether the coefficient lies outside 0 to 1 or cannot be worked out although the codes meet: one long passage
    /// meets several short ones.
    pub fn is_out_of_range(&self) -> bool {
        i128::from(self.n12) * 2 > self.sum()
    }

    /// Whether one code is used more than five times as often as the other, which makes the coefficient small however
    /// often the rarer one meets the other.
    pub fn is_uneven(&self) -> bool {
        let (less, more) = (self.n1.min(self.n2), self.n1.max(self.n2));
        less > 0 && u64::from(more) > UNEVEN * u64::from(less)
    }

    fn sum(&self) -> i128 {
        i128::from(self.n1) + i128::from(self.n2)
    }
}

/// How often the codes of a list meet each other.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Cooccurrence {
    /// The codes, as places in [`Study::codes`].
    codes: Vec<u32>,
    /// Segments of each code.
    frequencies: Vec<u32>,
    /// `n12` of (row, column), a full square; what lies below its diagonal is unused.
    met: Vec<u64>,
    /// Whether (row, column) is a pair; likewise.
    is_pair: Vec<bool>,
}

impl Cooccurrence {
    /// The codes that were asked about, as places in [`Study::codes`].
    pub fn codes(&self) -> &[u32] {
        &self.codes
    }

    /// How often two codes of the list meet, by their places in [`Self::codes`], in either order. Nothing where there
    /// is no such code, for a code and itself, and where one stands above the other.
    pub fn meeting(&self, one: usize, other: usize) -> Option<Meeting> {
        let (n1, n2) = (*self.frequencies.get(one)?, *self.frequencies.get(other)?);
        let at = one.min(other) * self.codes.len() + one.max(other);
        self.is_pair[at].then(|| Meeting { n12: self.met[at], n1, n2 })
    }

    /// The pairs that meet at all, in the order of the list, by their places in [`Self::codes`].
    pub fn meetings(&self) -> impl Iterator<Item = (usize, usize, Meeting)> {
        let pairs = (0..self.codes.len()).flat_map(|one| (one + 1..self.codes.len()).map(move |other| (one, other)));
        pairs.filter_map(|(one, other)| {
            let meeting = self.meeting(one, other).filter(|meeting| meeting.n12 > 0)?;
            Some((one, other, meeting))
        })
    }
}

/// Counts how often codes meet, each with the codes below it. Codes are places in [`Study::codes`], each once; one
/// that does not exist occurs nowhere.
pub fn cooccurrence(study: &Study, codes: &[u32]) -> Cooccurrence {
    let carried = Carried::of(study, codes);
    let mut sweep = Sweep::new(codes.len());
    for segments in &carried.by_source {
        sweep.go_through(&carried, segments);
    }
    let is_apart = |one: u32, other: u32| !study.is_within(one, other) && !study.is_within(other, one);
    let is_pair = codes.iter().flat_map(|one| codes.iter().map(move |other| is_apart(*one, *other))).collect();
    Cooccurrence { codes: codes.to_vec(), frequencies: sweep.frequencies, met: sweep.met, is_pair }
}

/// A segment on its way from left to right.
#[derive(Clone, Copy)]
pub(super) struct Stretch {
    pub start: u32,
    pub end: u32,
    /// Its place in [`Study::segments`].
    pub segment: u32,
}

/// Which of the codes every segment carries, and the segments that carry any, source by source from left to right.
pub(super) struct Carried {
    /// Where the codes of each segment end in `codes`.
    ends: Vec<u32>,
    /// Places in the list of codes, ascending and each once for each segment.
    codes: Vec<u32>,
    /// Parallel to [`Study::sources`].
    pub by_source: Vec<Vec<Stretch>>,
}

impl Carried {
    pub fn of(study: &Study, codes: &[u32]) -> Self {
        let rows = rows_of_codes(study, codes);
        let rows_of = |code: u32| rows.get(code as usize).map_or(&[][..], Vec::as_slice);
        // Where the codes of each segment begin, counted before they are put there.
        let mut next = vec![0_u32; study.segments.len() + 1];
        for entry in &study.codings {
            next[entry.segment as usize + 1] += place(rows_of(entry.code).len());
        }
        let mut sum = 0;
        for next in &mut next {
            sum += *next;
            *next = sum;
        }
        let mut all = vec![0_u32; sum as usize];
        for entry in &study.codings {
            for row in rows_of(entry.code) {
                let next = &mut next[entry.segment as usize];
                all[*next as usize] = *row;
                *next += 1;
            }
        }
        let mut carried = Self {
            ends: Vec::with_capacity(study.segments.len()),
            codes: Vec::with_capacity(all.len()),
            by_source: vec![Vec::new(); study.sources.len()],
        };
        let mut start = 0;
        for ((segment, entry), end) in (0_u32..).zip(&study.segments).zip(next) {
            let own = &mut all[start..end as usize];
            start = end as usize;
            if !own.is_empty() && !entry.voice.is_researcher_only() {
                own.sort_unstable();
                let first = carried.codes.len();
                for code in own {
                    if !carried.codes[first..].contains(code) {
                        carried.codes.push(*code);
                    }
                }
                let range = entry.segment.range;
                let stretch = Stretch { start: range.start.get(), end: range.end.get(), segment };
                carried.by_source[entry.source as usize].push(stretch);
            }
            carried.ends.push(place(carried.codes.len()));
        }
        for segments in &mut carried.by_source {
            segments.sort_unstable_by_key(|stretch| (stretch.start, stretch.end));
        }
        carried
    }

    /// What a segment carries, as places in the list of codes.
    pub fn by(&self, segment: u32) -> &[u32] {
        let at = segment as usize;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        &self.codes[start..self.ends[at] as usize]
    }
}

/// What is counted on the way.
struct Sweep {
    len: usize,
    frequencies: Vec<u32>,
    met: Vec<u64>,
    /// How many open segments carry each code.
    open: Vec<u32>,
    /// How many open segments carry both codes of (row, column), row below column.
    open_both: Vec<u32>,
}

impl Sweep {
    fn new(len: usize) -> Self {
        Self {
            len,
            frequencies: vec![0; len],
            met: vec![0; len * len],
            open: vec![0; len],
            open_both: vec![0; len * len],
        }
    }

    fn go_through(&mut self, carried: &Carried, segments: &[Stretch]) {
        let mut closing = segments.to_vec();
        closing.sort_unstable_by_key(|stretch| stretch.end);
        let mut closing = closing.into_iter().filter(|stretch| stretch.start < stretch.end).peekable();
        for stretch in segments {
            while let Some(closed) = closing.next_if(|other| other.end <= stretch.start) {
                self.turn(carried.by(closed.segment), |open| *open -= 1);
            }
            let own = carried.by(stretch.segment);
            self.meet(own, stretch.start < stretch.end);
            if stretch.start < stretch.end {
                self.turn(own, |open| *open += 1);
            }
        }
        for closed in closing {
            self.turn(carried.by(closed.segment), |open| *open -= 1);
        }
    }

    /// Opens or closes a segment.
    fn turn(&mut self, own: &[u32], by: impl Fn(&mut u32)) {
        for (at, one) in own.iter().enumerate() {
            by(&mut self.open[*one as usize]);
            for other in &own[at + 1..] {
                by(&mut self.open_both[*one as usize * self.len + *other as usize]);
            }
        }
    }

    /// Counts a segment and what it meets of the open ones.
    fn meet(&mut self, own: &[u32], has_words: bool) {
        for (at, one) in own.iter().enumerate() {
            let one = *one as usize;
            self.frequencies[one] += 1;
            if has_words {
                for other in 0..one {
                    self.met[other * self.len + one] += u64::from(self.open[other]);
                }
                for other in one + 1..self.len {
                    self.met[one * self.len + other] += u64::from(self.open[other]);
                }
            }
            for other in &own[at + 1..] {
                let pair = one * self.len + *other as usize;
                // Two segments that carry both codes were counted once from each side.
                self.met[pair] += 1;
                self.met[pair] -= if has_words { u64::from(self.open_both[pair]) } else { 0 };
            }
        }
    }
}

#[cfg(test)]
mod tests;
