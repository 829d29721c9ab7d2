//! Which rows of a table are spoken words: an interview table names its columns (`S | ISI WAWANCARA | KODE`), or it
//! has two columns of which the first holds nothing but labels. Who of these labels speaks is decided later, with all
//! other labels of the text. A table of questions and answers (`No | Pertanyaan | Jawaban`) is read here too: each
//! answer then begins a line of its own, because a line belongs to one speaker.

use super::Row;
use crate::import::label;
use crate::import::layout::Part;
use std::collections::BTreeMap;
use std::ops::Range;

/// Most cells of a table that is looked at.
const MOST_CELLS: usize = 400_000;

/// A cell: the column it begins in, and where it stands in the text, in bytes.
#[derive(Clone, Copy, Debug)]
struct Cell {
    column: usize,
    start: usize,
    end: usize,
}

/// A table being written.
#[derive(Default)]
pub struct Table {
    cells: Vec<Cell>,
    /// Where each row begins among the cells, and in the text.
    rows: Vec<(usize, usize)>,
    column: usize,
    /// Whether a cell of the row in hand has begun.
    has_cells: bool,
    start: Option<usize>,
    is_too_large: bool,
}

/// Words that head the column of those who speak.
const SPEAKERS: &[&str] = &[
    "s",
    "subjek",
    "subyek",
    "pelaku",
    "penutur",
    "pembicara",
    "speaker",
    "informan",
    "narasumber",
    "nara sumber",
    "partisipan",
    "tokoh",
    "inisial",
    "kode informan",
    "kode subjek",
    "nama",
    "who",
    "participant",
    "subject",
    "p/n",
    "p/i",
    "p/s",
    "i/p",
    "pelaku wawancara",
    "peneliti/informan",
    "peran",
    "label",
    "nama pembicara",
];

/// Words that head the column of what is said.
const WORDS: &[&str] = &[
    "isi wawancara",
    "hasil wawancara",
    "wawancara",
    "verbatim",
    "transkrip",
    "transkrip wawancara",
    "transkripsi",
    "transkrip verbatim",
    "percakapan",
    "isi percakapan",
    "dialog",
    "ujaran",
    "tuturan",
    "pernyataan",
    "ucapan",
    "isi",
    "teks",
    "text",
    "words",
    "transcript",
    "utterance",
    "interview",
    "data wawancara",
    "catatan wawancara",
    "hasil transkrip",
    "hasil transkripsi",
    "materi wawancara",
];

/// Words that head the column of questions.
const QUESTIONS: &[&str] = &[
    "pertanyaan",
    "daftar pertanyaan",
    "pertanyaan wawancara",
    "pertanyaan peneliti",
    "butir pertanyaan",
    "item pertanyaan",
    "peneliti",
    "question",
    "questions",
    "tanya",
];

/// Words that head the column of answers, alone or with whose they are (`Jawaban informan`).
const ANSWERS: &[&str] = &["jawaban", "jawab", "answer", "answers", "tanggapan", "hasil wawancara", "hasil jawaban"];
/// Words that head it where it is called after whoever answers.
const ANSWERERS: &[&str] = &["informan", "narasumber", "nara sumber", "responden", "partisipan", "subjek", "informant"];

impl Table {
    pub fn is_at_start(&self, at: usize) -> bool {
        self.start == Some(at)
    }

    pub fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }

    pub fn has_cells(&self) -> bool {
        self.has_cells
    }

    /// Where the row in hand begins in the text.
    pub fn row_start(&self) -> Option<usize> {
        self.rows.last().map(|(_, at)| *at)
    }

    pub fn begin_row(&mut self, at: usize) {
        self.column = 0;
        self.has_cells = false;
        self.start = Some(at);
        self.is_too_large |= self.cells.len() >= MOST_CELLS || self.rows.len() >= MOST_CELLS;
        if self.is_too_large {
            // Where it begins is still needed.
            self.rows.truncate(1);
            self.rows.iter_mut().for_each(|row| row.1 = at);
        } else {
            self.rows.push((self.cells.len(), at));
        }
    }

    pub fn begin_cell(&mut self, at: usize, span: usize) {
        self.start = Some(at);
        self.has_cells = true;
        self.is_too_large |= self.cells.len() >= MOST_CELLS;
        if !self.is_too_large {
            self.cells.push(Cell { column: self.column, start: at, end: at });
        }
        self.column = self.column.saturating_add(span.clamp(1, 1000));
    }

    pub fn end_cell(&mut self, at: usize) {
        self.start = None;
        if let Some(cell) = self.cells.last_mut().filter(|_| !self.is_too_large) {
            cell.end = at;
        }
    }

    pub fn end_row(&mut self, at: usize) {
        self.start = None;
        let first = self.rows.last().map_or(0, |(first, _)| *first);
        for cell in self.cells.iter_mut().skip(first).filter(|_| !self.is_too_large) {
            // Empty cells at the end of the row are gone.
            cell.start = cell.start.min(at);
            cell.end = cell.end.clamp(cell.start, at);
        }
    }

    fn cells_of(&self, row: usize) -> &[Cell] {
        let first = self.rows[row].0;
        let end = self.rows.get(row + 1).map_or(self.cells.len(), |(next, _)| *next);
        &self.cells[first..end]
    }

    /// Marks the rows of spoken words of the table, which stands in `text`; gives the bytes of the tabs that have to
    /// become line ends.
    pub fn read(&self, text: &str, rows: &mut BTreeMap<usize, Row>) -> Vec<usize> {
        if self.is_too_large || self.rows.is_empty() {
            return Vec::new();
        }
        if let Some(pairs) = self.pairs(text) {
            return self.read_pairs(text, &pairs, rows);
        }
        let Some(columns) = self.headed(text).or_else(|| self.bare(text)) else { return Vec::new() };
        let said = |cell: &Cell| said(text, cell);
        self.silence(text, columns.first, rows);
        for row in columns.first..self.rows.len() {
            let cells = self.cells_of(row);
            let at = |column: usize| cells.iter().find(|cell| cell.column == column);
            let Some(words) = at(columns.words) else { continue };
            let label = columns.label.and_then(at).filter(|cell| !said(cell).is_empty());
            let start = self.rows[row].1;
            let end = cells.last().map_or(words.end, |cell| cell.end);
            mark(text, start..end, label, *words, None, rows);
        }
        Vec::new()
    }

    /// Marks the names of the columns, which are nobody's words.
    fn silence(&self, text: &str, until: usize, rows: &mut BTreeMap<usize, Row>) {
        for line in 0..until {
            let start = self.rows[line].1;
            let end = self.cells_of(line).last().map_or(start, |cell| cell.end);
            let silent = |at: usize| (at, Row { label: None, words: at..at, is_told: false, part: None });
            rows.extend(starts(text, start..end).map(silent));
        }
    }

    /// The columns of a table of questions and answers, where some question has an answer.
    fn pairs(&self, text: &str) -> Option<Pairs> {
        let pairs = (0..self.rows.len().min(2)).find_map(|row| {
            let cells = self.cells_of(row);
            let keys: Vec<String> =
                cells.iter().map(|cell| label::key(said(text, cell).trim_end_matches([':', '*']))).collect();
            let is_answer =
                |key: &String| ANSWERS.iter().any(|word| *key == *word || key.starts_with(&format!("{word} ")));
            let question = keys.iter().position(|key| QUESTIONS.contains(&key.as_str()))?;
            let is_answerer = |key: &String| ANSWERERS.contains(&key.as_str());
            let answer = keys
                .iter()
                .position(is_answer)
                .or_else(|| keys.iter().rposition(is_answerer))
                .filter(|answer| *answer > question)?;
            let is_speaker = |key: &String| SPEAKERS.contains(&key.as_str());
            let label = keys[question + 1..answer].iter().position(is_speaker).map(|at| at + question + 1);
            let column = |at: usize| cells[at].column;
            Some(Pairs { question: column(question), label: label.map(column), answer: column(answer), first: row + 1 })
        });
        let pairs = pairs.or_else(|| self.bare_pairs(text))?;
        let is_pair = |row: usize| {
            let has = |column: usize| self.cell(row, column).is_some_and(|cell| !said(text, cell).is_empty());
            has(pairs.question) && has(pairs.answer)
        };
        (pairs.first..self.rows.len()).any(is_pair).then_some(pairs)
    }

    /// The columns of a table of questions and answers without names: whatever stands in the first column of words ends
    /// as a question does, and something stands beside it.
    fn bare_pairs(&self, text: &str) -> Option<Pairs> {
        let (mut question, mut answer) = (None, None);
        let mut asked = 0;
        for row in 0..self.rows.len() {
            let is_number =
                |cell: &&Cell| said(text, cell).bytes().all(|byte| byte.is_ascii_digit() || b".)".contains(&byte));
            let mut words = self.cells_of(row).iter().skip_while(is_number).filter(|cell| !said(text, cell).is_empty());
            let (Some(first), Some(second), None) = (words.next(), words.next(), words.next()) else { return None };
            let columns = (*question.get_or_insert(first.column), *answer.get_or_insert(second.column));
            if columns != (first.column, second.column) || !said(text, first).ends_with('?') {
                return None;
            }
            asked += 1;
        }
        (asked >= 2).then_some(Pairs { question: question?, label: None, answer: answer?, first: 0 })
    }

    fn cell(&self, row: usize, column: usize) -> Option<&Cell> {
        self.cells_of(row).iter().find(|cell| cell.column == column)
    }

    fn read_pairs(&self, text: &str, pairs: &Pairs, rows: &mut BTreeMap<usize, Row>) -> Vec<usize> {
        self.silence(text, pairs.first, rows);
        let mut ends = Vec::new();
        for row in pairs.first..self.rows.len() {
            let start = self.rows[row].1;
            let end = self.cells_of(row).last().map_or(start, |cell| cell.end);
            let full = |column: usize| self.cell(row, column).filter(|cell| !said(text, cell).is_empty());
            let (question, answer) = (full(pairs.question), full(pairs.answer));
            let label = pairs.label.and_then(full).filter(|_| answer.is_some());
            let behind = label.or(answer);
            // The tab before the answer, or before whoever gives it.
            let tab = behind.and_then(|cell| cell.start.checked_sub(1)).filter(|_| question.is_some());
            if let Some(question) = question {
                let end = tab.unwrap_or(end);
                mark(text, start..end, None, *question, Some(Part::Question), rows);
            }
            if let Some(answer) = answer {
                let start = tab.map_or(start, |tab| tab + 1);
                let part = question.map(|_| Part::Answer);
                mark(text, start..end, label, *answer, part, rows);
            }
            ends.extend(tab);
        }
        ends
    }

    /// The columns of a table that names them in one of its first rows.
    fn headed(&self, text: &str) -> Option<Columns> {
        (0..self.rows.len().min(2)).find_map(|row| {
            let cells = self.cells_of(row);
            let of = |names: &[&str]| {
                cells.iter().find(|cell| names.contains(&label::key(said(text, cell).trim_end_matches(':')).as_str()))
            };
            let words = of(WORDS)?.column;
            let label = of(SPEAKERS).map(|cell| cell.column).filter(|label| *label < words);
            (cells.len() >= 2).then_some(Columns { label, words, first: row + 1 })
        })
    }

    /// The columns of a table without names: labels, then words; a column of numbers may stand before them, and one
    /// of colons between.
    fn bare(&self, text: &str) -> Option<Columns> {
        let said = |cell: &Cell| said(text, cell);
        let full: Vec<Vec<&Cell>> = (0..self.rows.len())
            .map(|row| self.cells_of(row).iter().filter(|cell| !said(cell).is_empty()).collect::<Vec<_>>())
            .filter(|cells| !cells.is_empty())
            .collect();
        let (mut label, mut words) = (None, None);
        let mut labelled = 0;
        for cells in &full {
            let is_number = |cell: &Cell| {
                let number = said(cell).trim_end_matches(['.', ')']);
                !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
            };
            let is_colon = |cell: &Cell| matches!(said(cell), ":" | "：");
            let mut rest = cells.iter().skip_while(|cell| is_number(cell)).filter(|cell| !is_colon(cell));
            let (first, second) = (rest.next()?, rest.next());
            if rest.next().is_some() {
                return None;
            }
            match second {
                // Whoever spoke before goes on.
                None if words == Some(first.column) => {}
                None => return None,
                Some(second) => {
                    label::of_cell(said(first))?;
                    if *label.get_or_insert(first.column) != first.column
                        || *words.get_or_insert(second.column) != second.column
                    {
                        return None;
                    }
                    labelled += 1;
                }
            }
        }
        let (label, words) = (label?, words?);
        (labelled >= 2).then_some(Columns { label: Some(label), words, first: 0 })
    }
}

/// What stands in a cell.
fn said<'t>(text: &'t str, cell: &Cell) -> &'t str {
    text.get(cell.start..cell.end).unwrap_or_default().trim()
}

/// The columns of a table of questions and answers.
struct Pairs {
    question: usize,
    /// Who answers, where a column says it.
    label: Option<usize>,
    answer: usize,
    /// The first row of words.
    first: usize,
}

struct Columns {
    label: Option<usize>,
    words: usize,
    /// The first row of words.
    first: usize,
}

/// The bytes at which the lines of a stretch begin.
fn starts(text: &str, stretch: Range<usize>) -> impl Iterator<Item = usize> {
    let inside = text.get(stretch.clone()).unwrap_or_default();
    std::iter::once(stretch.start).chain(inside.match_indices('\n').map(move |(at, _)| stretch.start + at + 1))
}

/// Marks the lines of one row; `part` is what the first line of its words begins.
fn mark(
    text: &str,
    row: Range<usize>,
    label: Option<&Cell>,
    words: Cell,
    part: Option<Part>,
    rows: &mut BTreeMap<usize, Row>,
) {
    let lines: Vec<usize> = starts(text, row.clone()).collect();
    let mut label = label.map(|cell| cell.start..cell.end);
    let mut part = part;
    for (number, start) in lines.iter().enumerate() {
        let end = lines.get(number + 1).map_or(row.end, |next| next - 1);
        let from = words.start.clamp(*start, end);
        let to = words.end.clamp(from, end);
        let own = label.take_if(|cell| *start <= cell.start && cell.end <= end && cell.end <= from);
        let begun = part.take_if(|_| text.get(from..to).is_some_and(|words| !words.trim().is_empty()));
        rows.insert(*start, Row { label: own, words: from..to, is_told: false, part: begun });
    }
}
