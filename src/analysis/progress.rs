//! How far the coding of a source is: worked out of its codings, or said by whoever codes.

use super::study::Study;
use crate::domain::{CharRange, CoderId, SourceId, SourceText, Turn, TurnKind};
use std::collections::HashMap;

/// How far somebody is with a source.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug, Default)]
pub enum Stage {
    /// Nothing is coded and nothing was said.
    #[default]
    Untouched,
    /// Something is coded.
    InProgress,
    /// Whoever codes has said that it is done.
    Done,
}

impl Stage {
    /// The name in files; never translated.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Untouched => "untouched",
            Self::InProgress => "in_progress",
            Self::Done => "done",
        }
    }
}

/// How far the coding of a source is.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Stand {
    /// How far, whoever coded; done as soon as one coder says so.
    pub stage: Stage,
    /// What carries a code, in thousandths: of the turns of informants; of the letters where nobody speaks.
    pub coded: u32,
    /// The same for each coder who coded in it or said something, by place in [`Study::coders`], ascending.
    pub by_coder: Vec<CoderStand>,
}

/// How far one coder is with a source.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct CoderStand {
    /// The coder, as a place in [`Study::coders`].
    pub coder: u32,
    /// How far.
    pub stage: Stage,
    /// What carries a code of theirs, in thousandths.
    pub coded: u32,
}

impl Study {
    /// How far the coding of every source is; parallel to [`Study::sources`].
    pub fn stands(&self) -> Vec<Stand> {
        let mut ranges: Vec<HashMap<u32, Vec<CharRange>>> = vec![HashMap::new(); self.sources.len()];
        for entry in &self.codings {
            let Some(segment) = self.segments.get(entry.segment as usize) else { continue };
            if let Some(of_source) = ranges.get_mut(segment.source as usize) {
                of_source.entry(entry.coder).or_default().push(segment.segment.range);
            }
        }
        for progress in self.progress.iter().filter(|progress| progress.is_finished) {
            let place = (self.source_at(progress.source), self.coder_at(progress.coder));
            if let (Some(source), Some(coder)) = place
                && let Some(of_source) = ranges.get_mut(source as usize)
            {
                of_source.entry(coder).or_default();
            }
        }
        ranges.into_iter().enumerate().map(|(source, ranges)| self.stand(source, ranges)).collect()
    }

    /// Whether a coder has marked a source as done.
    pub fn is_done_by(&self, source: SourceId, coder: CoderId) -> bool {
        self.progress.iter().any(|one| one.is_finished && one.source == source && one.coder == coder)
    }

    /// Whether informants speak in a source (a place in [`Study::sources`]), so that its progress is told in turns.
    pub fn is_spoken(&self, source: usize) -> bool {
        self.turns.get(source).is_some_and(|turns| turns.iter().any(is_answer))
    }

    /// What carries no code of anybody: the words of each turn of an informant; the lines of a text where nobody
    /// speaks. In the order of the text; words that are locked and those of the researcher are left out.
    pub fn uncoded(&self, source: usize, text: &SourceText) -> Vec<CharRange> {
        let coded = apart(
            self.codings
                .iter()
                .filter_map(|entry| self.segments.get(entry.segment as usize))
                .filter(|segment| segment.source as usize == source)
                .map(|segment| segment.segment.range)
                .chain(u32::try_from(source).map(|source| self.locked_words(source)).unwrap_or_default())
                .collect(),
        );
        let turns = self.turns.get(source).map_or(&[][..], |turns| turns);
        let is_free = |range: &CharRange| !range.is_empty() && !is_touched(&coded, *range);
        if self.is_spoken(source) {
            return turns.iter().filter(|turn| is_answer(turn)).map(|turn| turn.words).filter(is_free).collect();
        }
        let researcher = apart(turns.iter().filter(|turn| is_researchers(turn)).map(|turn| turn.range).collect());
        text.rows()
            .filter(|row| text.as_str().get(row.bytes.clone()).is_some_and(|words| !words.trim().is_empty()))
            .map(|row| row.range)
            .filter(|range| is_free(range) && !is_touched(&researcher, *range))
            .collect()
    }

    fn stand(&self, source: usize, ranges: HashMap<u32, Vec<CharRange>>) -> Stand {
        let stage = |coder: u32, is_coded: bool| {
            let is_done = self
                .sources
                .get(source)
                .zip(self.coders.get(coder as usize))
                .is_some_and(|(source, coder)| self.is_done_by(source.id, coder.id));
            match (is_done, is_coded) {
                (true, _) => Stage::Done,
                (false, true) => Stage::InProgress,
                (false, false) => Stage::Untouched,
            }
        };
        let all: Vec<CharRange> = ranges.values().flatten().copied().collect();
        let mut by_coder: Vec<CoderStand> = ranges
            .into_iter()
            .map(|(coder, ranges)| CoderStand {
                coder,
                stage: stage(coder, !ranges.is_empty()),
                coded: self.share(source, ranges),
            })
            .collect();
        by_coder.sort_unstable_by_key(|stand| stand.coder);
        Stand {
            stage: by_coder.iter().map(|stand| stand.stage).max().unwrap_or(Stage::Untouched),
            coded: self.share(source, all),
            by_coder,
        }
    }

    /// How much of a source lies in `ranges`, in thousandths; at least one where there is any.
    fn share(&self, source: usize, ranges: Vec<CharRange>) -> u32 {
        if ranges.is_empty() {
            return 0;
        }
        let apart = apart(ranges);
        let turns = self.turns.get(source).map_or(&[][..], |turns| turns);
        let (mut whole, mut coded) = (0_u64, 0_u64);
        for turn in turns.iter().filter(|turn| is_answer(turn)) {
            whole += 1;
            coded += u64::from(is_touched(&apart, turn.words));
        }
        if whole == 0 {
            whole = self.sources.get(source).map_or(0, |source| u64::from(source.length));
            coded = apart.iter().map(|range| u64::from(range.end.get() - range.start.get())).sum();
        }
        let share = coded.min(whole) * 1000 / whole.max(1);
        u32::try_from(share).unwrap_or(1000).max(1)
    }
}

/// Whether somebody answers in a turn.
fn is_answer(turn: &Turn) -> bool {
    turn.kind == TurnKind::Speech && turn.informant.is_some()
}

/// Whether a turn is the researcher's.
fn is_researchers(turn: &Turn) -> bool {
    matches!(turn.kind, TurnKind::Question | TurnKind::Reflection)
}

/// The same stretches one behind the other, none within another and none touching another.
fn apart(mut ranges: Vec<CharRange>) -> Vec<CharRange> {
    ranges.sort_unstable_by_key(|range| (range.start, range.end));
    let mut apart: Vec<CharRange> = Vec::new();
    for range in ranges {
        match apart.last_mut().filter(|last| range.start <= last.end) {
            Some(last) => last.end = last.end.max(range.end),
            None => apart.push(range),
        }
    }
    apart
}

/// Whether a stretch shares a letter with any of `apart`.
fn is_touched(apart: &[CharRange], range: CharRange) -> bool {
    let next = apart.partition_point(|other| other.end <= range.start);
    apart.get(next).is_some_and(|other| other.overlaps(range))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::sample::Builder;

    #[test]
    fn what_carries_no_code_is_the_rest_of_the_stands() {
        let study = Builder::study().build();
        for (at, stand) in study.stands().iter().enumerate().filter(|(at, _)| study.is_spoken(*at)) {
            let length = study.sources[at].length as usize;
            let text = SourceText::new("x".repeat(length));
            let answers = study.turns[at].iter().filter(|turn| is_answer(turn)).count();
            let free = study.uncoded(at, &text).len();
            assert_eq!(stand.coded as usize, ((answers - free) * 1000 / answers).max(usize::from(stand.coded > 0)));
        }
    }
}
