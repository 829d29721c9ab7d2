//! Where the reader stands. The place is a block and a distance into it, not a number of pixels from the
//! top, so that blocks far away may stay unmeasured and blocks nearby may learn their true heights without
//! moving the words on show. Going somewhere walks from block to block and asks each for its height, so
//! that every distance that is gone is a true one.

use crate::domain::CharOffset;

/// No block is lower than this: a blank line with the gap above it, in points.
const LEAST: f64 = 8.0;

/// Heights of all blocks: estimated first, measured as they are laid out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heights {
    heights: Vec<f32>,
    is_measured: Vec<bool>,
    /// Distance of each block from the top as estimated; one more for the end. Kept as it is while heights
    /// are learned, for the overview, which must stand still.
    tops: Vec<f64>,
}

impl Heights {
    /// Starts from estimates; each counts the gap above its block.
    pub(crate) fn new(estimates: Vec<f32>) -> Self {
        let mut total = 0.0;
        let mut tops = vec![0.0];
        tops.extend(estimates.iter().map(|height| {
            total += f64::from(*height);
            total
        }));
        Self { is_measured: vec![false; estimates.len()], heights: estimates, tops }
    }

    /// Number of blocks.
    pub(crate) fn len(&self) -> usize {
        self.heights.len()
    }

    /// Height of a block with the gap above it.
    pub(crate) fn height(&self, block: usize) -> f32 {
        self.heights.get(block).copied().unwrap_or(0.0)
    }

    /// Whether a block has been laid out.
    pub(crate) fn is_measured(&self, block: usize) -> bool {
        self.is_measured.get(block).copied().unwrap_or(true)
    }

    /// Keeps the true height of a block.
    pub(crate) fn measure(&mut self, block: usize, height: f32) {
        if let (Some(known), Some(is_measured)) = (self.heights.get_mut(block), self.is_measured.get_mut(block)) {
            (*known, *is_measured) = (height, true);
        }
    }

    /// The nearest block to `from` that has not been laid out, at most `reach` blocks away.
    pub(crate) fn unmeasured_near(&self, from: usize, reach: usize) -> Option<usize> {
        (0..=reach)
            .flat_map(|away| [from.checked_add(away), from.checked_sub(away)])
            .flatten()
            .find(|at| *at < self.len() && !self.is_measured[*at])
    }

    /// Height of the whole text as estimated.
    pub(crate) fn total(&self) -> f64 {
        self.tops.last().copied().unwrap_or(0.0)
    }

    /// The distance from the top, as estimated, of a place that lies a share into a block.
    pub(crate) fn mapped(&self, block: usize, share: f64) -> f64 {
        let top = self.tops.get(block).copied().unwrap_or_else(|| self.total());
        let next = self.tops.get(block + 1).copied().unwrap_or(top);
        top + (next - top) * share.clamp(0.0, 1.0)
    }

    /// The block at a distance from the top, as estimated, and the share of it above.
    pub(crate) fn at(&self, distance: f64) -> (usize, f64) {
        let block = self.tops.partition_point(|top| *top <= distance).clamp(1, self.len().max(1)) - 1;
        let height = self.mapped(block, 1.0) - self.mapped(block, 0.0);
        let inside = distance - self.mapped(block, 0.0);
        (block, if height > 0.0 { (inside / height).clamp(0.0, 1.0) } else { 0.0 })
    }
}

/// A place to stand: a block and a distance into it, in points.
#[derive(Clone, Copy, PartialEq, Debug, Default)]
pub(crate) struct Spot {
    /// The block.
    pub(crate) block: usize,
    /// From its top; negative above the first block.
    pub(crate) inside: f64,
}

/// A window onto the blocks: how many there are, how high it is, how much air stands before the first and
/// behind the last, all in points.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pane {
    pub(crate) count: usize,
    pub(crate) view: f64,
    pub(crate) above: f64,
    pub(crate) below: f64,
}

impl Spot {
    /// Moves by a distance. `height` says how high a block is, and may lay it out to know.
    pub(crate) fn moved(mut self, by: f64, count: usize, height: &mut impl FnMut(usize) -> f64) -> Self {
        self.inside += by;
        while self.inside < 0.0 && self.block > 0 {
            self.block -= 1;
            self.inside += height(self.block);
        }
        while self.block + 1 < count {
            let here = height(self.block);
            if self.inside < here {
                break;
            }
            self.inside -= here;
            self.block += 1;
        }
        self
    }

    /// The same place, or the first or last one from which the window shows nothing but text and its air.
    pub(crate) fn kept(self, pane: Pane, height: &mut impl FnMut(usize) -> f64) -> Self {
        let mut kept = self;
        // Only near the end can the end be in sight; elsewhere its blocks need not be known.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a count of rows on a screen")]
        let reach = (pane.view.max(0.0) / LEAST) as usize + 2;
        if self.block.saturating_add(reach) >= pane.count {
            let end = pane.count.saturating_sub(1);
            let last = Self { block: end, inside: height(end) + pane.below - pane.view };
            let last = last.moved(0.0, pane.count, height);
            if (kept.block, kept.inside) > (last.block, last.inside) {
                kept = last;
            }
        }
        if kept.block == 0 {
            kept.inside = kept.inside.max(-pane.above);
        }
        kept
    }
}

/// What stays at the top of the window when everything is laid out anew: a row by its words.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct Anchor {
    /// The first position of the row.
    pub(crate) position: CharOffset,
    /// From the row's top to the window's, in points; negative where the row begins below it.
    pub(crate) into: f64,
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pane(count: usize, view: f64) -> Pane {
        Pane { count, view, above: 20.0, below: 30.0 }
    }

    #[test]
    fn learning_a_height_above_moves_nothing_on_show() {
        let mut heights = Heights::new(vec![10.0; 100]);
        let spot = Spot::default().moved(505.0, 100, &mut |at| f64::from(heights.height(at)));
        assert_eq!(spot, Spot { block: 50, inside: 5.0 });
        heights.measure(3, 400.0);
        assert_eq!(spot.moved(0.0, 100, &mut |at| f64::from(heights.height(at))), spot);
        assert_eq!(heights.mapped(50, 0.5), 505.0, "the overview stands still");
        assert_eq!(heights.unmeasured_near(3, 9), Some(4));
        assert_eq!(heights.unmeasured_near(99, 0), Some(99));
    }

    #[test]
    fn the_text_ends_at_both_ends() {
        let mut fifty = |_| 50.0;
        let top = Spot::default().moved(-900.0, 10, &mut fifty).kept(pane(10, 200.0), &mut fifty);
        assert_eq!(top, Spot { block: 0, inside: -20.0 });
        let end = Spot::default().moved(9000.0, 10, &mut fifty).kept(pane(10, 200.0), &mut fifty);
        assert_eq!(end, Spot { block: 6, inside: 30.0 });
        let still = Spot::default().moved(500.0, 1, &mut fifty).kept(pane(1, 200.0), &mut fifty);
        assert_eq!(still, Spot { block: 0, inside: -20.0 });
        let nothing = Spot::default().moved(5.0, 0, &mut fifty).kept(pane(0, 200.0), &mut fifty);
        assert_eq!(nothing, Spot { block: 0, inside: -20.0 });
    }

    proptest! {
        /// A distance on the overview and its place are the same.
        #[test]
        fn places_and_distances_agree(list in proptest::collection::vec(1.0_f32..500.0, 1..200), share in 0.0_f64..1.0) {
            let heights = Heights::new(list);
            let distance = heights.total() * share;
            let (block, share) = heights.at(distance);
            prop_assert!((heights.mapped(block, share) - distance).abs() < 1e-6);
        }

        /// There and back again is where one was, however far, and walking asks only for what lies between.
        #[test]
        fn what_is_gone_is_gone_back(list in proptest::collection::vec(8.0_f64..500.0, 1..80), steps in proptest::collection::vec(-900.0_f64..900.0, 1..20)) {
            let whole: f64 = list.iter().sum();
            let mut height = |at: usize| list[at];
            let mut spot = Spot::default();
            let mut gone = 0.0_f64;
            for step in steps {
                let by = step.clamp(-gone, (whole - 1.0 - gone).max(-gone));
                gone += by;
                spot = spot.moved(by, list.len(), &mut height);
                let distance = list[..spot.block].iter().sum::<f64>() + spot.inside;
                prop_assert!((distance - gone).abs() < 1e-6, "{distance} for {gone}");
            }
        }
    }
}
