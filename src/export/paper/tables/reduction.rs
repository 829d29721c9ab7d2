//! Table 4.2: every coded statement with its core, its codes and its direction.

use super::{Made, Making};
use crate::analysis::in_reading_order;
use crate::domain::Direction;
use crate::export::paper::{GridCell, mark_of};

impl Making<'_> {
    /// One row a segment, in reading order.
    pub(super) fn reduction(&self) -> Made {
        let study = self.study;
        let mut codes: Vec<Vec<(u32, Option<Direction>)>> = vec![Vec::new(); study.segments.len()];
        for entry in &study.codings {
            let coded = (entry.code, entry.coding.direction);
            let all = &mut codes[entry.segment as usize];
            if !all.contains(&coded) {
                all.push(coded);
            }
        }
        let mut places: Vec<u32> = (0_u32..).take(study.segments.len()).collect();
        places.retain(|at| !codes[*at as usize].is_empty());
        in_reading_order(study, &mut places);
        let total = places.len();
        let rows = places.into_iter().zip(1_u32..).take(self.most).map(|(at, number)| {
            let coded = &mut codes[at as usize];
            coded.sort_unstable();
            let segment = &study.segments[at as usize].segment;
            let (names, marks) = self.coded(coded);
            vec![
                number.to_string().into(),
                self.citer.whole(at).into(),
                quoted(&segment.quote),
                segment.reduction.as_ref().into(),
                names,
                marks,
            ]
        });
        Made {
            rows: rows.collect(),
            headings: vec![
                self.heading("tables-no", 5),
                self.heading("tables-cited", 17),
                self.heading("tables-statement", 44),
                self.heading("tables-core", 28),
                self.heading("tables-coded", 14),
                self.heading("tables-direction", 8),
            ],
            centred: vec![0, 5],
            total,
            notes: vec![self.marks_note()],
        }
    }

    /// Codes and marks; on one line where one direction is that of all.
    fn coded(&self, coded: &[(u32, Option<Direction>)]) -> (GridCell, GridCell) {
        let name = |code: u32| self.study.codes[code as usize].label().to_owned();
        let mark = |direction: Option<Direction>| direction.map_or_else(String::new, |one| mark_of(one).to_string());
        let is_one = coded.windows(2).all(|pair| pair[0].1 == pair[1].1);
        if is_one {
            let names: Vec<String> = coded.iter().map(|(code, _)| name(*code)).collect();
            let mark = coded.first().map(|(_, direction)| mark(*direction)).unwrap_or_default();
            return (names.join(", ").into(), mark.into());
        }
        let (mut names, mut marks) = (GridCell::new(), GridCell::new());
        for (code, direction) in coded {
            names.words(name(*code));
            marks.words(mark(*direction));
        }
        (names, marks)
    }
}

/// Words of somebody, character for character, between quotation marks.
pub(super) fn quoted(words: &str) -> GridCell {
    format!("“{words}”").into()
}
