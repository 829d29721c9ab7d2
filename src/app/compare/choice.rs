//! Which quotations a cell of the board shows. A cell has room for two, so they have to be the telling
//! ones: what the researcher marked as key goes first; where a column disagrees with itself both sides show, and where
//! several sources speak, two of them do.

use super::quote::Edges;
use crate::domain::Direction;

/// A quotation that could stand in a cell, in document order among its like.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Candidate<'a> {
    /// Its source, as a place in the study.
    pub source: u32,
    /// What it says about the row; nothing where not set or where directions differ.
    pub direction: Option<Direction>,
    /// Whether the researcher marked it as a key quotation.
    pub is_key: bool,
    /// How many of the row's codes it carries.
    pub codes: usize,
    /// Its words.
    pub quote: &'a str,
}

/// Length in code points that fills two rows of a column without being cut.
const FITTING: std::ops::RangeInclusive<usize> = 24..=110;

impl Candidate<'_> {
    /// How well it speaks for itself: several indicators at once, a whole sentence, a length that fits.
    fn weight(&self) -> usize {
        let edges = Edges::of(self.quote);
        let fits = FITTING.contains(&self.quote.chars().count());
        2 * self.codes.min(3) + usize::from(!edges.open_start) + usize::from(!edges.open_end) + 2 * usize::from(fits)
    }

    const fn is_evidence(&self) -> bool {
        matches!(self.direction, Some(Direction::Supports | Direction::Partly | Direction::Weakens))
    }
}

/// Places of the `limit` most telling candidates: key quotations first, each kind ascending. The first pick comes from the commonest
/// direction; each further one prefers a direction not yet shown, then a source not yet shown.
pub fn most_telling(candidates: &[Candidate<'_>], limit: usize) -> Vec<usize> {
    let common = |direction| candidates.iter().filter(|other| other.direction == direction).count();
    let mut chosen: Vec<usize> = Vec::with_capacity(limit);
    while chosen.len() < limit.min(candidates.len()) {
        let best = (0..candidates.len()).filter(|at| !chosen.contains(at)).max_by_key(|at| {
            let one = &candidates[*at];
            let new_side =
                one.is_evidence() && chosen.iter().all(|other| candidates[*other].direction != one.direction);
            let new_source = chosen.iter().all(|other| candidates[*other].source != one.source);
            let earlier = candidates.len() - at;
            if chosen.is_empty() {
                (one.is_key, one.is_evidence(), common(one.direction), true, one.weight(), earlier)
            } else {
                (one.is_key, one.is_evidence(), usize::from(new_side), new_source, one.weight(), earlier)
            }
        });
        match best {
            Some(at) => chosen.push(at),
            None => break,
        }
    }
    chosen.sort_unstable_by_key(|at| (!candidates[*at].is_key, *at));
    chosen
}

#[cfg(test)]
mod tests {
    use super::*;

    const WHOLE: &str = "Setiap Sabtu pertama kami bedah modul ajar bersama beliau.";

    fn candidate(source: u32, direction: Option<Direction>, quote: &str) -> Candidate<'_> {
        Candidate { source, direction, is_key: false, codes: 1, quote }
    }

    #[test]
    fn both_sides_of_a_divided_column_show() {
        let up = Some(Direction::Supports);
        let down = Some(Direction::Weakens);
        let list = [
            candidate(1, up, WHOLE),
            candidate(1, up, WHOLE),
            candidate(2, up, WHOLE),
            candidate(1, down, "tapi belum,"),
        ];
        assert_eq!(most_telling(&list, 2), [0, 3]);
    }

    #[test]
    fn two_sources_speak_where_there_are_two() {
        let down = Some(Direction::Weakens);
        let list = [candidate(1, down, WHOLE), candidate(1, down, WHOLE), candidate(2, down, "belum sempat")];
        assert_eq!(most_telling(&list, 2), [0, 2]);
        assert_eq!(most_telling(&list, 1), [0]);
    }

    #[test]
    fn a_whole_sentence_that_fits_goes_before_a_scrap() {
        let up = Some(Direction::Supports);
        let long = "kata ".repeat(80);
        let list = [candidate(1, up, "ya"), candidate(1, up, &long), candidate(1, up, WHOLE)];
        assert_eq!(most_telling(&list, 1), [2]);
    }

    #[test]
    fn evidence_goes_before_what_has_no_direction() {
        let list = [
            candidate(1, None, WHOLE),
            candidate(2, None, WHOLE),
            candidate(1, Some(Direction::Partly), "agak jarang"),
        ];
        assert_eq!(most_telling(&list, 1), [2]);
    }

    #[test]
    fn key_quotations_go_first_whatever_they_say() {
        let up = Some(Direction::Supports);
        let key = Candidate { is_key: true, ..candidate(1, Some(Direction::Partly), "agak jarang") };
        let list = [candidate(1, up, WHOLE), candidate(2, up, WHOLE), key];
        assert_eq!(most_telling(&list, 2), [2, 1]);
        assert_eq!(most_telling(&list, 1), [2]);
    }

    #[test]
    fn fewer_than_asked_for_and_none_are_no_trouble() {
        assert_eq!(most_telling(&[candidate(1, None, "👨‍👩‍👧")], 2), [0]);
        assert!(most_telling(&[], 2).is_empty());
        assert!(most_telling(&[candidate(1, None, WHOLE)], 0).is_empty());
    }
}
