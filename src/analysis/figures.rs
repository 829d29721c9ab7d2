//! What can be counted honestly of a code: how many segments, sources and informants carry it, how much text they
//! cover, and how their evidence points. None of it says how important a code is: segments say how often somebody
//! coded, coverage how many words were spent on it, and directions stand side by side without being set off.
//!
//! A code takes the codes below it with it. A segment counts once a code, whoever coded it; one of the researcher's
//! words alone counts nowhere.

use super::cooccurrence::Carried;
use super::study::Study;
use crate::domain::Direction;
use serde::Serialize;

/// Segments by the direction they carry. One that is coded with several counts under each; it is unset only where
/// none of its codings has a direction.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default, Serialize)]
pub struct Directions {
    /// Segments that carry ▲.
    pub supports: u32,
    /// Segments that carry ◐.
    pub partly: u32,
    /// Segments that carry ▼.
    pub weakens: u32,
    /// Segments coded as context: no evidence.
    pub context: u32,
    /// Segments without any direction.
    pub unset: u32,
}

/// The figures of one code.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Figures {
    /// The code, as a place in [`Study::codes`].
    pub code: u32,
    /// Segments that carry it.
    pub segments: u32,
    /// Sources with at least one of them.
    pub sources: u32,
    /// Informants whose words they cover.
    pub informants: u32,
    /// Code points covered in each source, parallel to [`Study::sources`]; words under several segments count once.
    pub covered: Vec<u32>,
    /// How they point.
    pub directions: Directions,
}

impl Figures {
    /// Code points covered in all sources.
    pub fn coverage(&self) -> u64 {
        self.covered.iter().map(|covered| u64::from(*covered)).sum()
    }

    /// The share of a length in code points that is covered, 0 to 1. Nothing where there is no text.
    pub fn share_of(&self, length: u64) -> Option<f64> {
        (length > 0).then(|| self.coverage() as f64 / length as f64)
    }
}

/// Code points of all sources: what coverage of the corpus is a share of.
pub fn corpus_length(study: &Study) -> u64 {
    study.sources.iter().map(|source| u64::from(source.length)).sum()
}

const MARKS: usize = 5;

const fn mark_of(direction: Option<Direction>) -> usize {
    match direction {
        Some(Direction::Supports) => 0,
        Some(Direction::Partly) => 1,
        Some(Direction::Weakens) => 2,
        Some(Direction::Context) => 3,
        None => 4,
    }
}

/// Counts each code with the codes below it, in the order given. Codes are places in [`Study::codes`], each once; one
/// that does not exist has nothing of anything.
pub fn figures(study: &Study, codes: &[u32]) -> Vec<Figures> {
    let carried = Carried::of(study, codes);
    let empty = |code: &u32| Figures {
        code: *code,
        segments: 0,
        sources: 0,
        informants: 0,
        covered: vec![0; study.sources.len()],
        directions: Directions::default(),
    };
    let mut all: Vec<Figures> = codes.iter().map(empty).collect();
    let mut has_spoken = vec![false; study.informants.len() * codes.len()];
    for (source, segments) in carried.by_source.iter().enumerate() {
        // How far each code has covered this source.
        let mut reached = vec![0_u32; codes.len()];
        let mut has_code = vec![false; codes.len()];
        for stretch in segments {
            for code in carried.by(stretch.segment) {
                let code = *code as usize;
                let figures = &mut all[code];
                figures.segments += 1;
                figures.sources += u32::from(!std::mem::replace(&mut has_code[code], true));
                figures.covered[source] += stretch.end.saturating_sub(stretch.start.max(reached[code]));
                reached[code] = reached[code].max(stretch.end);
                for informant in &study.segments[stretch.segment as usize].voice.informants {
                    let has_spoken = &mut has_spoken[code * study.informants.len() + *informant as usize];
                    figures.informants += u32::from(!std::mem::replace(has_spoken, true));
                }
            }
        }
    }
    point(study, codes, &mut all);
    all
}

/// Counts how the segments of each code point.
fn point(study: &Study, codes: &[u32], all: &mut [Figures]) {
    let rows = super::comparison::rows_of_codes(study, codes);
    let mut marked: Vec<(u32, u32, usize)> = Vec::with_capacity(study.codings.len());
    for entry in &study.codings {
        let is_counted =
            study.segments.get(entry.segment as usize).is_some_and(|entry| !entry.voice.is_researcher_only());
        let rows = rows.get(entry.code as usize).filter(|_| is_counted);
        let mark = mark_of(entry.coding.direction);
        marked.extend(rows.into_iter().flatten().map(|row| (*row, entry.segment, mark)));
    }
    marked.sort_unstable();
    marked.dedup();
    for of_one in marked.chunk_by(|one, other| (one.0, one.1) == (other.0, other.1)) {
        let has_direction = of_one.len() > 1 || of_one.iter().any(|(_, _, mark)| *mark != MARKS - 1);
        for (row, _, mark) in of_one {
            let directions = &mut all[*row as usize].directions;
            match mark {
                0 => directions.supports += 1,
                1 => directions.partly += 1,
                2 => directions.weakens += 1,
                3 => directions.context += 1,
                _ => directions.unset += u32::from(!has_direction),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::columns::place;
    use crate::analysis::sample::{Builder, number};
    use crate::analysis::{Axis, RowsKind, compare};
    use crate::domain::CharRange;
    use serde_json::Value;

    fn expected() -> Value {
        serde_json::from_str(include_str!("../../fixtures/study/expected-stats.json")).expect("expected-stats.json")
    }

    fn all_codes(study: &Study) -> Vec<u32> {
        (0..place(study.codes.len())).collect()
    }

    #[test]
    fn segments_sources_and_coverage_are_as_expected() {
        let study = Builder::gold().build();
        let expected = expected();
        let length = corpus_length(&study);
        assert_eq!(length, u64::from(number(&expected["panjang_korpus"])));
        for figures in figures(&study, &all_codes(&study)) {
            let short = &study.codes[figures.code as usize].short;
            let count = |table: &str| expected[table].get(short).map_or(0, number);
            assert_eq!(figures.segments, count("frekuensi_segmen"), "{short}");
            assert_eq!(figures.sources, count("frekuensi_dokumen"), "{short}");
            let covered = &expected["cakupan_karakter"][short];
            if figures.segments == 0 {
                assert!(covered.is_null() && figures.coverage() == 0, "{short}");
                continue;
            }
            assert_eq!(figures.coverage(), u64::from(number(&covered["total"])), "{short}");
            let share = figures.share_of(length).expect("a corpus") * 100.0;
            assert!((share - covered["persen_korpus"].as_f64().expect("a share")).abs() <= 0.00005, "{short} {share}");
            for (source, found) in study.sources.iter().zip(&figures.covered) {
                assert_eq!(*found, covered["per_dokumen"].get(&source.short).map_or(0, number), "{short} {source:?}");
            }
        }
    }

    #[test]
    fn informants_and_directions_are_those_of_the_comparison() {
        let study = Builder::gold().build();
        let by_source = compare(&study, RowsKind::Codes, Axis::Source);
        let by_informant = compare(&study, RowsKind::Codes, Axis::Informant);
        let sum = |row: &crate::analysis::Row, count: fn(&crate::analysis::Cell) -> u32| -> u32 {
            row.cells.iter().map(count).sum()
        };
        for (at, figures) in figures(&study, &all_codes(&study)).iter().enumerate() {
            let (row, heard) = (&by_source.rows[at], &by_informant.rows[at]);
            assert_eq!(figures.informants, sum(heard, |cell| u32::from(cell.segments > 0)), "{}", row.code);
            let directions = Directions {
                supports: sum(row, |cell| cell.supports),
                partly: sum(row, |cell| cell.partly),
                weakens: sum(row, |cell| cell.weakens),
                context: 0,
                unset: sum(row, |cell| cell.unset),
            };
            assert_eq!(figures.directions, directions, "{}", row.code);
        }
    }

    #[test]
    fn overlaps_are_covered_once_and_no_word_of_the_researcher_counts() {
        let mut builder = Builder::study();
        let turns = builder.rows.turns[0].clone();
        let question = turns.iter().find(|turn| turn.label == "P").expect("a question").words;
        let answer = turns.iter().find(|turn| turn.label == "KS").expect("an answer").words;
        let start = answer.start.get();
        builder.code_range(0, question, "SUP", None, 0);
        builder.code_range(0, CharRange::new(start, start + 20), "SUP", Some(Direction::Weakens), 0);
        builder.code_range(0, CharRange::new(start, start + 20), "SUP.1", None, 0);
        builder.code_range(0, CharRange::new(start + 5, start + 10), "SUP.2", None, 0);
        builder.code_range(0, CharRange::new(start + 15, start + 30), "SUP", Some(Direction::Context), 0);
        let study = builder.build();
        let code = (0..place(study.codes.len())).find(|at| study.codes[*at as usize].short == "SUP").expect("SUP");
        let [of, nothing] = &figures(&study, &[code, u32::MAX])[..] else { panic!("two codes") };
        assert_eq!((of.segments, of.sources, of.informants, of.coverage()), (3, 1, 1, 30));
        assert_eq!(of.directions, Directions { weakens: 1, context: 1, unset: 1, ..Directions::default() });
        assert_eq!((nothing.segments, nothing.coverage()), (0, 0));
        assert_eq!(of.share_of(0), None);
    }
}
