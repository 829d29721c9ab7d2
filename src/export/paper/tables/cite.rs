//! Passages cited in the narrow cells of tables: `W.KS, b.19, 20, 22; W.G1, b.18–19`, lines that follow each other
//! joined, and one by one with their direction (`W.KS b.45 ▲`).

use super::CitationForm;
use crate::analysis::{Naming, Study};
use crate::domain::{Direction, LineNumber, LineNumbers, Message, SourceCitation, lines_cited};
use crate::export::paper::mark_of;
use crate::i18n::Catalog;

/// Cites passages, given as places in [`Study::segments`].
pub(super) struct Citer<'a> {
    study: &'a Study,
    form: CitationForm,
    naming: Naming,
    words: &'a Catalog,
    sources: &'a [SourceCitation],
}

impl<'a> Citer<'a> {
    pub(super) fn new(study: &'a Study, form: CitationForm, naming: Naming, words: &'a Catalog) -> Self {
        Self { study, form, naming, words, sources: study.source_citations(naming) }
    }

    /// By what name people go.
    pub(super) const fn naming(&self) -> Naming {
        self.naming
    }

    /// One passage by the project's pattern.
    pub(super) fn whole(&self, segment: u32) -> String {
        self.study.citation_as(&self.study.segments[segment as usize], self.naming)
    }

    /// Passages in reading order, those of one source together.
    pub(super) fn together(&self, segments: &[u32]) -> String {
        let entries = segments.iter().map(|at| &self.study.segments[*at as usize]);
        let mut sources: Vec<(u32, Vec<Lines>)> = Vec::new();
        for entry in entries {
            let lines = (entry.segment.line, entry.segment.line_end);
            match sources.last_mut().filter(|(source, _)| *source == entry.source) {
                Some((_, all)) => all.push(lines),
                None => sources.push((entry.source, vec![lines])),
            }
        }
        let cited = sources.into_iter().map(|(source, lines)| {
            let numbers = self.study.sources.get(source as usize).map(|source| source.numbers.clone());
            self.lines_of(source, &joined(lines, &numbers.unwrap_or_default()), ", ")
        });
        cited.collect::<Vec<_>>().join("; ")
    }

    /// Passages one by one with the directions that stand beside them.
    pub(super) fn each(&self, segments: &[(u32, Vec<Direction>)]) -> String {
        let cited = segments.iter().map(|(at, directions)| {
            let entry = &self.study.segments[*at as usize];
            let lines = lines_cited(entry.segment.line, entry.segment.line_end);
            let marks: String = directions.iter().map(|direction| mark_of(*direction)).collect();
            let cited = self.lines_of(entry.source, &lines, " ");
            if marks.is_empty() { cited } else { format!("{cited} {marks}") }
        });
        cited.collect::<Vec<_>>().join("; ")
    }

    /// One passage, in brackets.
    pub(super) fn bracketed(&self, segment: u32) -> String {
        format!("({})", self.together(&[segment]))
    }

    fn lines_of(&self, source: u32, lines: &str, between: &str) -> String {
        match self.form {
            CitationForm::Full => {
                self.sources.get(source as usize).map(|cited| cited.with_lines(lines)).unwrap_or_default()
            }
            CitationForm::Short => {
                let name = self.study.sources.get(source as usize).map_or("", |source| source.label());
                let name = self.study.source_name(name, self.naming);
                let lines = self.words.say(&Message::new("cited-lines").with("lines", lines));
                format!("{name}{between}{lines}")
            }
        }
    }
}

/// The first and the last line of a passage.
type Lines = (LineNumber, LineNumber);

/// Lines of a text as one list: `14–18, 20, 22`; those that touch or follow each other are one stretch.
fn joined(mut lines: Vec<Lines>, numbers: &LineNumbers) -> String {
    let follows = |line: LineNumber, end: LineNumber| {
        let row = |line| numbers.row_of(line, u32::MAX);
        row(end).is_some_and(|end| row(line) == Some(end.saturating_add(1)))
    };
    lines.sort_unstable();
    let mut stretches: Vec<Lines> = Vec::new();
    for (first, last) in lines {
        match stretches.last_mut().filter(|(_, end)| first <= *end || follows(first, *end)) {
            Some((_, end)) => *end = last.max(*end),
            None => stretches.push((first, last)),
        }
    }
    stretches.into_iter().map(|(first, last)| lines_cited(first, last)).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(all: &[(&str, &str)]) -> Vec<Lines> {
        all.iter().map(|(first, last)| (first.parse().expect("a line"), last.parse().expect("a line"))).collect()
    }

    #[test]
    fn lines_that_follow_each_other_are_one_stretch() {
        let plain = LineNumbers::default();
        let cited = |all: &[(&str, &str)]| joined(lines(all), &plain);
        assert_eq!(cited(&[("22", "22"), ("19", "19"), ("20", "20"), ("30", "32")]), "19–20, 22, 30–32");
        assert_eq!(cited(&[("14", "18"), ("16", "20")]), "14–20");
        assert_eq!(cited(&[]), "");
    }

    #[test]
    fn a_line_of_a_correction_keeps_its_letter_and_stands_between_its_neighbours() {
        let corrected = LineNumbers::of(lines(&[("1", "1"), ("2", "2"), ("2a", "2a"), ("3", "3")]));
        let cited = |all: &[(&str, &str)]| joined(lines(all), &corrected);
        assert_eq!(cited(&[("2a", "2a")]), "2a");
        assert_eq!(cited(&[("2", "2"), ("2a", "2a"), ("3", "3")]), "2–3");
        assert_eq!(cited(&[("2", "2"), ("3", "3")]), "2, 3");
        assert_eq!(cited(&[("2a", "2a"), ("3", "3")]), "2a–3");
    }
}
