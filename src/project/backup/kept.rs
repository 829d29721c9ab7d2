//! Which backups stay: the newest of each of the last hours, days and weeks in which there was one, and the newest
//! few of each kind that guards something. One file can serve several.

use super::{Backup, Why};
use std::collections::BTreeSet;

const HOUR: i64 = 60 * 60 * 1_000;
/// (length of a stretch of time in milliseconds, how many such stretches keep their newest backup).
const STRETCHES: [(i64, usize); 3] = [(HOUR, 24), (24 * HOUR, 7), (7 * 24 * HOUR, 8)];
/// How many of each guarding kind stay, and how many that somebody asked for.
const FEW: usize = 5;

/// The backups that may go, of a list with the newest first.
pub(super) fn surplus(newest_first: &[Backup]) -> Vec<&Backup> {
    let mut kept = BTreeSet::new();
    for (length, stretches) in STRETCHES {
        let mut seen = BTreeSet::new();
        for (at, backup) in newest_first.iter().enumerate().filter(|(_, backup)| !backup.why.is_guard()) {
            let stretch = backup.at.millis().div_euclid(length);
            if seen.len() < stretches && seen.insert(stretch) {
                kept.insert(at);
            }
        }
    }
    for why in Why::ALL.into_iter().filter(|why| why.is_guard() || *why == Why::Asked) {
        let of_kind = newest_first.iter().enumerate().filter(|(_, backup)| backup.why == why);
        kept.extend(of_kind.take(FEW).map(|(at, _)| at));
    }
    newest_first.iter().enumerate().filter(|(at, _)| !kept.contains(at)).map(|(_, backup)| backup).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::Timestamp;
    use proptest::prelude::*;
    use std::path::PathBuf;

    fn backup(at: i64, why: Why) -> Backup {
        Backup { path: PathBuf::from(at.to_string()), at: Timestamp::from_millis(at), why, bytes: 1 }
    }

    /// What stays of a list, newest first.
    fn left(mut all: Vec<Backup>) -> Vec<Backup> {
        all.sort_by_key(|backup| std::cmp::Reverse(backup.at));
        let gone: Vec<Backup> = surplus(&all).into_iter().cloned().collect();
        all.retain(|backup| !gone.contains(backup));
        all
    }

    #[test]
    fn a_year_of_work_leaves_a_handful() {
        let mut all: Vec<Backup> = Vec::new();
        for hour in 0..365 * 24 {
            all.push(backup(hour * HOUR, Why::Hourly));
            all = left(all);
        }
        let last = 365 * 24 - 1;
        assert!(all.len() <= 24 + 7 + 8, "{}", all.len());
        for hour in 0..24 {
            assert!(all.contains(&backup((last - hour) * HOUR, Why::Hourly)), "hour {hour}");
        }
        let oldest = all.last().expect("one").at.millis();
        assert!(oldest < (last - 6 * 7 * 24) * HOUR, "reaches back weeks");
    }

    proptest! {
        #[test]
        fn letting_go_one_by_one_leaves_what_letting_go_at_once_leaves(
            gaps in proptest::collection::vec((1_i64..HOUR * 60, 0_usize..Why::ALL.len()), 1..200),
        ) {
            let mut now = 1_700_000_000_000_i64;
            let (mut one_by_one, mut all) = (Vec::new(), Vec::new());
            for (gap, why) in gaps {
                now += gap;
                let new = backup(now, Why::ALL[why]);
                all.push(new.clone());
                one_by_one.push(new.clone());
                one_by_one = left(one_by_one);
                prop_assert_eq!(&one_by_one[0], &new, "the newest stays");
            }
            let at_once = left(all.clone());
            prop_assert_eq!(&one_by_one, &at_once);
            prop_assert_eq!(&left(at_once.clone()), &at_once);
            prop_assert!(at_once.len() <= 24 + 7 + 8 + 4 * FEW);
            // Every one of the last seven days that had a usual backup still has its newest.
            let usual = |list: &[Backup]| -> Vec<Backup> {
                list.iter().filter(|backup| !backup.why.is_guard()).cloned().collect()
            };
            let days: BTreeSet<i64> = usual(&all).iter().map(|one| one.at.millis().div_euclid(24 * HOUR)).collect();
            for day in days.iter().rev().take(7) {
                let of_day = |one: &&Backup| one.at.millis().div_euclid(24 * HOUR) == *day;
                let newest = usual(&all).iter().filter(of_day).map(|one| one.at).max();
                prop_assert!(at_once.iter().any(|one| Some(one.at) == newest));
            }
        }
    }
}
