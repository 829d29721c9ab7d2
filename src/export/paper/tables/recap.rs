//! Table 4.6: of every role whether sources and techniques agree, how well it is carried out, why, and where the words
//! are that show it; below it the sentence that the last chapter can begin with.

use super::matrix::verdict_words;
use super::{Made, Making, NOTHING, closing_sentence};
use crate::analysis::{Axis, Comparison, RowsKind, compare};
use crate::domain::{CodeId, Direction, Verdict};
use crate::export::paper::{Block, GridCell};

/// The axes that always stand in the table; time joins them where somebody has judged along it.
const AXES: [Axis; 2] = [Axis::Group, Axis::Technique];

impl Making<'_> {
    /// One row a role.
    pub(super) fn recap(&self) -> Made {
        let study = self.study;
        let has_dates = study.verdicts.iter().any(|one| one.axis == Axis::Date && one.value != Verdict::Unrated);
        let axes: Vec<Axis> = AXES.into_iter().chain(has_dates.then_some(Axis::Date)).collect();
        let compared: Vec<Comparison> = axes.iter().map(|axis| compare(study, RowsKind::Roles, *axis)).collect();
        let roles = compared.first().map_or(&[][..], |first| &first.rows);
        let rows = roles.iter().enumerate().take(self.most).filter_map(|(at, row)| {
            let mut cells: Vec<GridCell> = vec![row.label.as_str().into()];
            for comparison in &compared {
                let words = comparison.rows.get(at).map(|row| verdict_words(self, comparison, row));
                cells.push(words.unwrap_or_default().into());
            }
            cells.extend(self.evaluated(row.key.code()?));
            Some(cells)
        });
        let rows: Vec<_> = rows.collect();
        let mut headings = vec![self.heading("tables-role", 15)];
        headings.extend(axes.iter().map(|axis| (self.words.text(&format!("tables-axis-{axis}")), 15)));
        headings.push(self.heading("tables-evaluation", 13));
        headings.push(self.heading("tables-reason", 34));
        headings.push(self.heading("tables-evidence", 24));
        let closing = closing_sentence(study, self.words);
        let notes = (!closing.is_empty())
            .then(|| [Block::Note(self.words.text("tables-closing-draft")), Block::Body(closing)])
            .into_iter()
            .flatten();
        Made { rows, headings, centred: Vec::new(), total: roles.len(), notes: notes.collect() }
    }

    /// Evaluation, reason and key evidence of a role.
    fn evaluated(&self, role: CodeId) -> [GridCell; 3] {
        let Some(evaluation) = self.study.evaluation_of(role) else {
            return [self.words.text("verdict-unrated").into(), NOTHING.into(), NOTHING.into()];
        };
        let shown = evaluation.segments.iter().filter_map(|id| self.study.segment_at(*id));
        let shown: Vec<(u32, Vec<Direction>)> = shown.map(|at| (at, Vec::new())).collect();
        let evidence = if shown.is_empty() { NOTHING.to_owned() } else { self.citer.each(&shown) };
        [
            self.words.text(&format!("evaluation-{}", evaluation.value)).into(),
            evaluation.reason.as_str().into(),
            evidence.into(),
        ]
    }
}
