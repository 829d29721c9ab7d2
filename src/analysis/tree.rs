//! Codes in the order of their tree, whatever a damaged file makes of it.

use super::study::place;
use crate::domain::{Code, CodeId};
use std::collections::HashMap;

/// The parent of each code as a place. A parent always stands before its child; a ring has one link that does not, and
/// it is cut here.
pub(super) fn parents(codes: &[Code], known: &HashMap<CodeId, u32>) -> Vec<Option<u32>> {
    let parent = |(at, code): (usize, &Code)| {
        code.parent.and_then(|parent| known.get(&parent).copied()).filter(|parent| *parent < place(at))
    };
    codes.iter().enumerate().map(parent).collect()
}

/// Codes with every parent directly before its children, siblings by their order, those of the first codebook first. Codes whose parents form
/// a ring (which `check` reports) stand at the end, so that none is lost from sight.
pub(super) fn in_tree_order(codes: Vec<Code>) -> Vec<Code> {
    let known: HashMap<CodeId, usize> = codes.iter().enumerate().map(|(at, code)| (code.id, at)).collect();
    let mut children: HashMap<Option<CodeId>, Vec<usize>> = HashMap::new();
    for (at, code) in codes.iter().enumerate() {
        children.entry(code.parent.filter(|parent| known.contains_key(parent))).or_default().push(at);
    }
    for siblings in children.values_mut() {
        siblings.sort_by(|a, b| {
            let (a, b) = (&codes[*a], &codes[*b]);
            (a.codebook, a.order, &a.short, &a.name, a.id).cmp(&(b.codebook, b.order, &b.short, &b.name, b.id))
        });
    }
    let mut order = Vec::with_capacity(codes.len());
    let mut waiting: Vec<usize> = children.remove(&None).unwrap_or_default();
    waiting.reverse();
    while let Some(at) = waiting.pop() {
        order.push(at);
        // Taken out, because in a damaged file two codes may have one id, and the second may stand below the first.
        if let Some(below) = children.remove(&Some(codes[at].id)) {
            waiting.extend(below.iter().rev());
        }
    }
    let mut taken = vec![false; codes.len()];
    for at in &order {
        taken[*at] = true;
    }
    order.extend((0..codes.len()).filter(|at| !taken[*at]));
    let mut slots: Vec<Option<Code>> = codes.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| slots[at].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Study;
    use crate::analysis::sample::Builder;
    use crate::analysis::study::place;

    #[test]
    fn codes_that_a_damaged_file_ties_in_a_knot_are_all_there_and_once() {
        let mut rows = Builder::study().rows;
        let (top, count) = (rows.codes[0].clone(), rows.codes.len());
        // One id twice, the second below the first; and two that stand below each other.
        rows.codes.push(Code { parent: Some(top.id), short: "X".to_owned(), ..top });
        let (a, b) = (rows.codes[count - 1].id, rows.codes[count - 2].id);
        rows.codes[count - 1].parent = Some(b);
        rows.codes[count - 2].parent = Some(a);
        let study = Study::new(rows);
        assert_eq!(study.codes.len(), count + 1);
        for code in 0..place(study.codes.len()) {
            assert!(study.is_within(code, study.family_of(code)));
        }
    }
}
