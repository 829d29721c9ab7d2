//! Where the reader stands. The place is a block and a distance into it, not a number of pixels, so that
//! blocks above may learn their true heights without moving the words on show. Heights are summed in f64.

/// Heights of all blocks: estimated first, measured as they are laid out.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heights {
    heights: Vec<f32>,
    is_measured: Vec<bool>,
    /// Distance of each block from the top; valid up to `valid`.
    tops: Vec<f64>,
    valid: usize,
    next_unmeasured: usize,
}

impl Heights {
    /// Starts from estimates; each counts the gap above its block.
    pub(crate) fn new(estimates: Vec<f32>) -> Self {
        let count = estimates.len();
        Self {
            heights: estimates,
            is_measured: vec![false; count],
            tops: vec![0.0; count + 1],
            valid: 0,
            next_unmeasured: 0,
        }
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
            *is_measured = true;
            if (*known - height).abs() > f32::EPSILON {
                *known = height;
                self.valid = self.valid.min(block);
            }
        }
    }

    /// A block that has not been laid out yet, if any is left.
    pub(crate) fn unmeasured(&mut self) -> Option<usize> {
        while self.next_unmeasured < self.is_measured.len() && self.is_measured[self.next_unmeasured] {
            self.next_unmeasured += 1;
        }
        (self.next_unmeasured < self.is_measured.len()).then_some(self.next_unmeasured)
    }

    /// Distance of a block from the top of the text; of the end for a block behind the last.
    pub(crate) fn top(&mut self, block: usize) -> f64 {
        let block = block.min(self.heights.len());
        while self.valid < block {
            self.tops[self.valid + 1] = self.tops[self.valid] + f64::from(self.heights[self.valid]);
            self.valid += 1;
        }
        self.tops.get(block).copied().unwrap_or(0.0)
    }

    /// Height of the whole text.
    pub(crate) fn total(&mut self) -> f64 {
        self.top(self.heights.len())
    }

    /// The block at a distance from the top, and how far into it.
    pub(crate) fn at(&mut self, distance: f64) -> Spot {
        self.total();
        let block = self.tops.partition_point(|top| *top <= distance).clamp(1, self.heights.len().max(1)) - 1;
        Spot { block, inside: distance - self.top(block) }
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

impl Spot {
    /// Moves by a distance and keeps within the text: `above` points of air before the first block,
    /// `below` points behind the last, in a window `view` points high.
    pub(crate) fn moved(self, by: f64, heights: &mut Heights, view: f64, above: f64, below: f64) -> Self {
        let wanted = heights.top(self.block) + self.inside + by;
        let last = (heights.total() + below - view).max(-above);
        let distance = wanted.clamp(-above, last);
        // Standing still must not go through the sum, or rounding would creep.
        if (distance - wanted).abs() < f64::EPSILON && by == 0.0 { self } else { heights.at(distance) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn learning_a_height_above_moves_nothing_on_show() {
        let mut heights = Heights::new(vec![10.0; 100]);
        let spot = Spot::default().moved(505.0, &mut heights, 100.0, 0.0, 0.0);
        assert_eq!(spot, Spot { block: 50, inside: 5.0 });
        heights.measure(3, 400.0);
        assert_eq!(spot.moved(0.0, &mut heights, 100.0, 0.0, 0.0), spot);
        assert_eq!(heights.top(50), 890.0);
        assert_eq!(heights.unmeasured(), Some(0));
    }

    #[test]
    fn the_text_ends_at_both_ends() {
        let mut heights = Heights::new(vec![50.0; 10]);
        let top = Spot::default().moved(-900.0, &mut heights, 200.0, 20.0, 30.0);
        assert_eq!(top, Spot { block: 0, inside: -20.0 });
        let end = Spot::default().moved(9000.0, &mut heights, 200.0, 20.0, 30.0);
        assert_eq!(heights.top(end.block) + end.inside, 330.0);
        let mut few = Heights::new(vec![50.0]);
        let still = Spot::default().moved(500.0, &mut few, 200.0, 20.0, 30.0);
        assert_eq!(still, Spot { block: 0, inside: -20.0 });
    }

    proptest! {
        /// A distance and its place are the same.
        #[test]
        fn places_and_distances_agree(list in proptest::collection::vec(1.0_f32..500.0, 1..200), share in 0.0_f64..1.0) {
            let mut heights = Heights::new(list);
            let distance = heights.total() * share;
            let spot = heights.at(distance);
            prop_assert!((heights.top(spot.block) + spot.inside - distance).abs() < 1e-6);
            prop_assert!(spot.inside >= 0.0 && spot.inside <= f64::from(heights.height(spot.block)));
        }
    }
}
