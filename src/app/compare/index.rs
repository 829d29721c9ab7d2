//! Two lists that the board looks things up in, made once a board: the codings of each segment, and the shortest name
//! that leads to each source.

use crate::analysis::Study;
use std::collections::HashMap;

/// Codings sorted by segment: where each segment's end, and their places.
pub fn codings_by_segment(study: &Study) -> (Vec<u32>, Vec<u32>) {
    let mut ends = vec![0_u32; study.segments.len()];
    for entry in &study.codings {
        ends[entry.segment as usize] += 1;
    }
    let mut sum = 0;
    for end in &mut ends {
        let count = *end;
        *end = sum;
        sum += count;
    }
    let mut codings = vec![0_u32; study.codings.len()];
    for (at, entry) in (0_u32..).zip(&study.codings) {
        let slot = &mut ends[entry.segment as usize];
        codings[*slot as usize] = at;
        *slot += 1;
    }
    for segment in 0..ends.len() {
        let start = if segment == 0 { 0 } else { ends[segment - 1] };
        codings[start as usize..ends[segment] as usize].sort_by_key(|at| study.codings[*at as usize].code);
    }
    (ends, codings)
}

/// The shortest name of each source that leads to it: the informant's code where the informant speaks in no
/// other source and nobody else speaks in this one, the source's short code otherwise.
pub fn narrow_sources(study: &Study) -> Vec<String> {
    let speakers: Vec<Vec<u32>> = (0..study.sources.len()).map(|at| study.speakers(at)).collect();
    let mut heard: HashMap<u32, u32> = HashMap::new();
    for informant in speakers.iter().flatten() {
        *heard.entry(*informant).or_default() += 1;
    }
    let own_code = |speakers: &[u32]| match speakers {
        [one] if heard.get(one) == Some(&1) => {
            study.informants.get(*one as usize).map(|informant| informant.code.clone())
        }
        _ => None,
    };
    study
        .sources
        .iter()
        .zip(&speakers)
        .map(|(source, speakers)| own_code(speakers).unwrap_or_else(|| source.short.clone()))
        .collect()
}
