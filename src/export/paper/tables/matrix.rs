//! Tables 4.4 and 4.5: what each side says about a row, whether they agree, and what follows from it. A row that the
//! researcher has not judged says so; the program's suggestion stands in no table.

use super::{CellWords, Made, Making, TableKind};
use crate::analysis::{Axis, Cell, Comparison, Marks, Row, RowKind, Study, compare, in_reading_order};
use crate::domain::{CodeKind, Direction, EmptyReason, Message, Verdict};
use crate::export::columns::column_words;
use crate::export::paper::{Block, GridCell};
use std::collections::HashMap;

/// Quotations that a cell shows at most.
const QUOTES: usize = 3;

impl Making<'_> {
    /// The triangulation along an axis.
    pub(super) fn matrix(&self, kind: TableKind, by: Axis) -> Made {
        let mut comparison = compare(self.study, self.choice.rows, by);
        comparison.rows.retain(|row| is_handed_in(self.study, row));
        let mut headings = vec![self.heading(&format!("tables-rows-{}", self.choice.rows), 15)];
        headings.extend(comparison.columns.iter().map(|column| (column_words(self.words, column), 18)));
        headings.push(self.heading(if kind == TableKind::Sources { "tables-verdict" } else { "tables-result" }, 15));
        headings.push(self.heading("tables-conclusion", 22));
        let marks = match self.choice.cells {
            CellWords::Citations => vec![self.marks_note()],
            CellWords::Summaries | CellWords::Quotes => Vec::new(),
        };
        let counts = self.choice.has_counts.then(|| Block::Note(self.words.text("counted-frequency")));
        Made {
            rows: comparison.rows.iter().take(self.most).map(|row| self.matrix_row(&comparison, row)).collect(),
            headings,
            centred: Vec::new(),
            total: comparison.rows.len(),
            notes: marks.into_iter().chain(counts).collect(),
        }
    }

    fn matrix_row(&self, comparison: &Comparison, row: &Row) -> Vec<GridCell> {
        let name = if row.code == row.label || row.kind != RowKind::Code {
            row.label.clone()
        } else {
            format!("{} {}", row.code, row.label)
        };
        let mut cells: Vec<GridCell> = vec![name.into()];
        cells.extend(row.cells.iter().map(|cell| self.matrix_cell(comparison, cell)));
        cells.push(verdict_words(self, comparison, row).into());
        cells.push(row.conclusion.as_deref().unwrap_or_default().into());
        cells
    }

    fn matrix_cell(&self, comparison: &Comparison, cell: &Cell) -> GridCell {
        let mut places = cell.places.clone();
        in_reading_order(self.study, &mut places);
        let mut said = GridCell::new();
        if places.is_empty() {
            said.words(self.silent_words(comparison, cell));
            if let Some(at) = cell.empty_segment.and_then(|id| self.study.segment_at(id)) {
                said.small(&self.citer.bracketed(at));
            }
            if !cell.summary.is_empty() && self.choice.cells == CellWords::Summaries {
                said.words(cell.summary.as_str());
            }
            return said;
        }
        match self.choice.cells {
            CellWords::Summaries => {
                if !cell.summary.is_empty() {
                    said.words(cell.summary.as_str());
                }
                said.small(&format!("({})", self.citer.together(&places)));
            }
            CellWords::Citations => said.words(self.citer.each(&directed(cell, &places))),
            CellWords::Quotes => self.shortest(cell, &places, &mut said),
        }
        if self.choice.has_counts {
            let count = |key: &str, n: u32| self.words.say(&Message::new(key).with("n", n));
            let segments = count("count-segments", cell.segments);
            said.small_line(match cell.informants {
                0 => segments,
                n => format!("{} · {segments}", count("count-informants", n)),
            });
        }
        said
    }

    /// Why nothing stands in a cell. Sides that were asked and said nothing give no information, as theses word it.
    fn silent_words(&self, comparison: &Comparison, cell: &Cell) -> String {
        match cell.empty_reason {
            Some(EmptyReason::NotCoded) => self.words.text("empty-not_coded"),
            Some(EmptyReason::NotAsked) => self.words.text("empty-not_asked"),
            Some(EmptyReason::DontKnow) => self.words.text("empty-dont_know"),
            Some(EmptyReason::NotMentioned) | None if comparison.by == Axis::Technique => {
                self.words.text("tables-no-evidence")
            }
            Some(EmptyReason::NotMentioned) | None => self.words.text("tables-silent"),
        }
    }

    /// The shortest quotations, key quotations first, each with its citation; then how many more there are.
    fn shortest(&self, cell: &Cell, places: &[u32], said: &mut GridCell) {
        let mut directed = directed(cell, places);
        directed.sort_by_key(|(at, _)| {
            let segment = &self.study.segments[*at as usize].segment;
            (!segment.is_key, segment.range.end.get() - segment.range.start.get())
        });
        let more = directed.len().saturating_sub(QUOTES);
        for (at, directions) in directed.into_iter().take(QUOTES) {
            said.words(format!("“{}”", self.study.segments[at as usize].segment.quote));
            let marks: String = directions.into_iter().map(super::super::mark_of).collect();
            said.small(format!("{} {marks}", self.citer.bracketed(at)).trim_end());
        }
        if more > 0 {
            said.small_line(self.words.say(&Message::new("tables-more-segments").with("n", more)));
        }
    }
}

/// Passages of a cell with the directions that they have in its row.
fn directed(cell: &Cell, places: &[u32]) -> Vec<(u32, Vec<Direction>)> {
    let marks: HashMap<u32, Marks> = cell.places.iter().copied().zip(cell.marks.iter().copied()).collect();
    let of = |at: &u32| {
        let marks = marks.get(at).copied();
        let all = [Direction::Supports, Direction::Partly, Direction::Weakens];
        (*at, all.into_iter().filter(|one| marks.is_some_and(|marks| marks.has(*one))).collect())
    };
    places.iter().map(of).collect()
}

/// Whether a row stands in the table: roles and their indicators do, topics only where the researcher has judged them.
pub fn is_handed_in(study: &Study, row: &Row) -> bool {
    row.verdict != Verdict::Unrated
        || row.conclusion.is_some()
        || row.key.code().is_none_or(|id| study.code(id).is_some_and(|code| code.kind == CodeKind::Role))
}

/// "Sesuai", "Senyap (siswa)", "Belum dinilai".
pub(super) fn verdict_words(making: &Making<'_>, comparison: &Comparison, row: &Row) -> String {
    let verdict = making.words.text(&format!("verdict-{}", row.verdict));
    if row.verdict != Verdict::Silence || row.silent.is_empty() {
        return verdict;
    }
    let silent = row.silent.iter().map(|id| {
        let column = comparison.columns.iter().find(|column| column.id == *id);
        column.map_or_else(|| id.to_string(), |column| column_words(making.words, column).to_lowercase())
    });
    format!("{verdict} ({})", silent.collect::<Vec<_>>().join(", "))
}
