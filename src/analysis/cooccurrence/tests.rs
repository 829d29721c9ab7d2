//! Every co-occurrence of `expected-stats.json`, the cautions of the coefficient, and the sweep against the definition
//! written down pair by pair.

use super::*;
use crate::analysis::sample::{Builder, number};
use crate::analysis::study::Study;
use crate::domain::{CharRange, CodeKind, Technique};
use rand::rngs::SmallRng;
use rand::{Rng, SeedableRng};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

fn expected(table: &str) -> BTreeMap<String, (u64, u32, u32, f64)> {
    let all: Value =
        serde_json::from_str(include_str!("../../../fixtures/study/expected-stats.json")).expect("expected-stats.json");
    let rows = all[table].as_object().expect("a table");
    let row = |row: &Value| {
        let c = row["c"].as_f64().expect("a coefficient");
        (u64::from(number(&row["n12"])), number(&row["n1"]), number(&row["n2"]), c)
    };
    rows.iter().map(|(pair, found)| (pair.clone(), row(found))).collect()
}

/// The table of all pairs of these codes that meet, by their short codes in the order of letters.
fn found(study: &Study, codes: &[u32]) -> BTreeMap<String, (u64, u32, u32, f64)> {
    let all = cooccurrence(study, codes);
    let short = |at: usize| study.codes[codes[at] as usize].short.as_str();
    let row = |(one, other, meeting): (usize, usize, Meeting)| {
        let c = (meeting.coefficient().expect("a coefficient") * 1e6).round() / 1e6;
        match short(one) < short(other) {
            true => (format!("{}+{}", short(one), short(other)), (meeting.n12, meeting.n1, meeting.n2, c)),
            false => (format!("{}+{}", short(other), short(one)), (meeting.n12, meeting.n2, meeting.n1, c)),
        }
    };
    all.meetings().map(row).collect()
}

fn places_of(study: &Study, is_wanted: impl Fn(&str) -> bool) -> Vec<u32> {
    (0..place(study.codes.len())).filter(|at| is_wanted(&study.codes[*at as usize].short)).collect()
}

#[test]
fn families_and_indicators_meet_as_often_as_expected() {
    let study = Builder::gold().build();
    let families = places_of(&study, |short| !short.contains('.'));
    assert_eq!(found(&study, &families), expected("koko_peran"));
    let indicators = places_of(&study, |short| short.contains('.'));
    assert_eq!(found(&study, &indicators), expected("koko_subkode"));
}

/// Codes A and B, and A.1 below A, in two sources without turns.
fn builder() -> Builder {
    let mut builder = Builder::empty();
    for name in ["D.1", "D.2"] {
        builder.source(name, name, Technique::Document, "2025-02-12", &"kata ".repeat(200));
    }
    builder.code("A", "A", CodeKind::Role, None);
    builder.code("A.1", "A.1", CodeKind::Role, Some("A"));
    builder.code("B", "B", CodeKind::Role, None);
    builder.coder("Rahma");
    builder.coder("Aisyah");
    builder
}

fn meeting(builder: Builder, one: &str, other: &str) -> Option<Meeting> {
    let study = builder.build();
    let codes = places_of(&study, |_| true);
    let at = |short: &str| codes.iter().position(|at| study.codes[*at as usize].short == short).expect("a code");
    let all = cooccurrence(&study, &codes);
    assert_eq!(all.meeting(at(one), at(other)).map(|found| found.n12), all.meeting(at(other), at(one)).map(|f| f.n12));
    all.meeting(at(one), at(other))
}

#[test]
fn the_same_segment_and_overlapping_ones_meet_and_neighbours_do_not() {
    let mut one = builder();
    one.code_range(0, CharRange::new(0, 10), "A", None, 0);
    // The same words, coded by somebody else: one segment that carries both.
    one.code_range(0, CharRange::new(0, 10), "B", None, 1);
    one.code_range(0, CharRange::new(9, 20), "B", None, 0);
    // Side by side, and in another source.
    one.code_range(0, CharRange::new(20, 30), "A", None, 0);
    one.code_range(1, CharRange::new(0, 10), "B", None, 0);
    assert_eq!(meeting(one, "A", "B"), Some(Meeting { n12: 2, n1: 2, n2: 3 }));
}

#[test]
fn a_pair_of_segments_counts_once_whatever_they_carry() {
    let mut both = builder();
    for range in [CharRange::new(0, 10), CharRange::new(5, 15)] {
        both.code_range(0, range, "A", None, 0);
        both.code_range(0, range, "B", None, 0);
    }
    // Each segment carries both, and the two overlap.
    let found = meeting(both, "A", "B").expect("a pair");
    assert_eq!(found, Meeting { n12: 3, n1: 2, n2: 2 });
    assert!(found.is_out_of_range());
}

#[test]
fn a_code_takes_those_below_with_it_and_never_meets_them() {
    let mut below = builder();
    below.code_range(0, CharRange::new(0, 10), "A.1", None, 0);
    below.code_range(0, CharRange::new(0, 10), "A", None, 0);
    below.code_range(0, CharRange::new(0, 10), "B", None, 0);
    let study = below.build();
    let codes = places_of(&study, |_| true);
    let all = cooccurrence(&study, &codes);
    let pairs: Vec<_> = all.meetings().map(|(one, other, meeting)| (one, other, meeting.n12)).collect();
    assert_eq!(pairs, [(0, 2, 1), (1, 2, 1)]);
    assert_eq!(all.meeting(0, 1), None);
    assert_eq!(all.meeting(0, 0), None);
    assert_eq!(all.meeting(0, 3), None);
}

#[test]
fn the_cautions_are_marked() {
    // 100 and 10 with 5 in common: 0.048 although half of the rarer one meets the other.
    let rare = Meeting { n12: 5, n1: 100, n2: 10 };
    assert_eq!((rare.coefficient().expect("a coefficient") * 1000.0).round(), 48.0);
    assert!(rare.is_uneven() && !rare.is_out_of_range());
    assert!(!Meeting { n12: 5, n1: 50, n2: 10 }.is_uneven());
    // One long passage that meets six short ones leaves the range; that meets two of two cannot be divided.
    let mut long = builder();
    long.code_range(0, CharRange::new(0, 100), "A", None, 0);
    for at in 0..6 {
        long.code_range(0, CharRange::new(at * 10, at * 10 + 5), "B", None, 0);
    }
    let found = meeting(long, "A", "B").expect("a pair");
    assert_eq!(found, Meeting { n12: 6, n1: 1, n2: 6 });
    assert_eq!(found.coefficient(), Some(6.0));
    assert!(found.is_out_of_range() && found.is_uneven());
    let undefined = Meeting { n12: 4, n1: 2, n2: 2 };
    assert!(undefined.coefficient().is_none() && undefined.is_out_of_range());
    let nothing = Meeting::default();
    assert!(nothing.coefficient().is_none() && !nothing.is_out_of_range() && !nothing.is_uneven());
}

#[test]
fn the_sweep_counts_what_the_definition_says() {
    let mut chance = SmallRng::seed_from_u64(6);
    for _ in 0..40 {
        let mut builder = builder();
        let mut carried: BTreeMap<(usize, u32, u32), BTreeSet<&str>> = BTreeMap::new();
        for _ in 0..60 {
            let source = chance.random_range(0..2);
            let start = chance.random_range(0..80);
            let end = start + chance.random_range(1..30);
            let code = ["A", "A.1", "B"][chance.random_range(0..3)];
            builder.code_range(source, CharRange::new(start, end), code, None, 0);
            carried.entry((source, start, end)).or_default().insert(if code == "B" { "B" } else { "A" });
        }
        let segments: Vec<_> = carried.into_iter().collect();
        let mut n12 = 0;
        for (at, (one, ours)) in segments.iter().enumerate() {
            n12 += u64::from(ours.len() == 2);
            for (other, theirs) in &segments[at + 1..] {
                let overlap = one.0 == other.0 && one.1 < other.2 && other.1 < one.2;
                let meets =
                    (ours.contains("A") && theirs.contains("B")) || (ours.contains("B") && theirs.contains("A"));
                n12 += u64::from(overlap && meets);
            }
        }
        assert_eq!(meeting(builder, "A", "B").expect("a pair").n12, n12);
    }
}

#[test]
fn the_words_of_the_researcher_and_codes_that_are_gone_count_nowhere() {
    let mut builder = Builder::study();
    let turn = builder.rows.turns[0].iter().find(|turn| turn.label == "P").expect("a question").words;
    builder.code_range(0, turn, "SUP", None, 0);
    builder.code_range(0, turn, "EDU", None, 0);
    let study = builder.build();
    let codes = [0, 1, u32::MAX];
    let all = cooccurrence(&study, &codes);
    assert_eq!(all.meetings().count(), 0);
    assert!(cooccurrence(&study, &places_of(&study, |_| true)).frequencies.iter().all(|n| *n == 0));
    assert_eq!(cooccurrence(&study, &[]).meetings().count(), 0);
}
