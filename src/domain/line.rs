//! The numbers of lines. They are what a thesis cites, so they never move: they are those of the text as it was first
//! imported, and a correction leaves them where they are. A line end that it adds makes 45 and 45a of line 45, one that
//! it takes away makes 45–46 of two lines, and a line that it puts above the first is 0a.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

/// What a letter counts from where a line stands above the first one.
const ABOVE: i32 = -1_000_000;

/// The number of a line, counted from 1, with a letter where a correction has put the line behind that one.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct LineNumber {
    number: u32,
    /// Which line behind the one of this number, from 1; 0 for that line itself, below 0 above the first line.
    letter: i32,
}

impl LineNumber {
    /// Line `number`, counted from 1; 0 becomes 1.
    pub const fn new(number: u32) -> Self {
        Self { number: if number == 0 { 1 } else { number }, letter: 0 }
    }

    /// The line of this number and letter, as [`Self::letter`] gives it.
    pub const fn lettered(number: u32, letter: i32) -> Self {
        Self { letter, ..Self::new(number) }
    }

    /// The number, from 1.
    pub const fn get(self) -> u32 {
        self.number
    }

    /// The letter as a number: 0 for none.
    pub const fn letter(self) -> i32 {
        self.letter
    }

    /// The line that is put behind this one, or above the first one.
    const fn behind(line: Option<Self>) -> Self {
        match line {
            None => Self { number: 1, letter: ABOVE + 1 },
            Some(line) => Self { number: line.number, letter: line.letter.saturating_add(1) },
        }
    }
}

impl fmt::Display for LineNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, mut letter) =
            if self.letter < 0 { (0, self.letter.saturating_sub(ABOVE)) } else { (self.number, self.letter) };
        number.fmt(f)?;
        let mut letters = Vec::new();
        while letter > 0 {
            letters.push(char::from(b'a' + u8::try_from((letter - 1) % 26).unwrap_or(0)));
            letter = (letter - 1) / 26;
        }
        letters.iter().rev().try_for_each(|letter| letter.fmt(f))
    }
}

/// What is no line number.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct NoLine;

impl FromStr for LineNumber {
    type Err = NoLine;

    /// `45`, `45a`, and `0a` above the first line.
    fn from_str(text: &str) -> Result<Self, NoLine> {
        let end = text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len());
        let (number, letters) = text.split_at(end);
        let number: u32 = number.parse().map_err(|_| NoLine)?;
        let letter = letters.bytes().try_fold(0_i32, |sum, letter| {
            let place = i32::from(letter.to_ascii_lowercase().checked_sub(b'a').filter(|place| *place < 26)?) + 1;
            (sum < 10_000).then_some(sum * 26 + place)
        });
        match (number, letter.ok_or(NoLine)?) {
            (0, 0) => Err(NoLine),
            (0, letter) => Ok(Self { number: 1, letter: ABOVE + letter }),
            (number, letter) => Ok(Self { number, letter }),
        }
    }
}

/// Lines as a thesis cites them: `45`, or `45–48`.
pub fn lines_cited(line: LineNumber, line_end: LineNumber) -> String {
    if line == line_end { line.to_string() } else { format!("{line}–{line_end}") }
}

/// A row of the text whose numbers do not follow from the row before: `[row, number, letter, last number, last letter]`,
/// rows counted from 0.
type Run = (u32, u32, i32, u32, i32);

/// The numbers of a text's rows: which lines of the first text each of them is. Plain for a text that was never
/// corrected; otherwise the rows at which counting on from the row before would be wrong.
#[derive(Clone, PartialEq, Eq, Debug, Default, Serialize, Deserialize)]
#[serde(transparent)]
pub struct LineNumbers {
    runs: Arc<[Run]>,
}

impl LineNumbers {
    /// Those of rows one after the other, each with the first and the last line that it is.
    pub fn of(rows: impl IntoIterator<Item = (LineNumber, LineNumber)>) -> Self {
        let mut runs: Vec<Run> = Vec::new();
        let mut last = 0_u32;
        for (row, (from, to)) in (0..).zip(rows) {
            if !(from == to && to.letter == 0 && to.number == last.saturating_add(1)) {
                runs.push((row, from.number, from.letter, to.number, to.letter));
            }
            last = to.number;
        }
        Self { runs: runs.into() }
    }

    /// The first and the last line that a row is, counted from 0.
    pub fn at(&self, row: u32) -> (LineNumber, LineNumber) {
        let behind = self.runs.partition_point(|run| run.0 <= row);
        let Some((first, number, letter, last, last_letter)) = behind.checked_sub(1).map(|at| self.runs[at]) else {
            return (LineNumber::new(row.saturating_add(1)), LineNumber::new(row.saturating_add(1)));
        };
        if first == row {
            return (LineNumber::lettered(number, letter), LineNumber::lettered(last, last_letter));
        }
        let counted = LineNumber::new(last.saturating_add(row - first));
        (counted, counted)
    }

    /// The row, of so many, that is a line; nothing where a correction has taken that line out, or it never was.
    pub fn row_of(&self, line: LineNumber, rows: u32) -> Option<u32> {
        let (mut low, mut high) = (0, rows);
        while low < high {
            let middle = low + (high - low) / 2;
            if self.at(middle).1 < line { low = middle + 1 } else { high = middle }
        }
        (low < rows && self.at(low).0 <= line).then_some(low)
    }

    /// The numbers of a corrected text, whose rows are told by what they hold of the rows of this one: the first and the
    /// last of them, or nothing where all of a row is new.
    pub fn corrected(&self, rows: impl IntoIterator<Item = Option<(u32, u32)>>) -> Self {
        let mut before = None;
        Self::of(rows.into_iter().map(|held| {
            let (from, to) = held.map_or((None, None), |(from, to)| (Some(self.at(from).0), Some(self.at(to).1)));
            // What is left of a line that was cut in two is a line behind it.
            let from = from.filter(|from| before.is_none_or(|before| before < *from));
            let from = from.unwrap_or_else(|| LineNumber::behind(before));
            let to = to.filter(|to| from < *to).unwrap_or(from);
            before = Some(to);
            (from, to)
        }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(numbers: &LineNumbers, rows: u32) -> Vec<String> {
        (0..rows).map(|row| numbers.at(row)).map(|(first, last)| lines_cited(first, last)).collect()
    }

    #[test]
    fn lines_keep_their_numbers() {
        let plain = LineNumbers::default();
        assert_eq!(said(&plain, 3), ["1", "2", "3"]);
        // A row above, line 1 in two, 2 and 3 in one, 4 gone, one behind 5, then 6.
        let rows = [None, Some((0, 0)), Some((0, 0)), Some((1, 2)), Some((4, 4)), None, Some((5, 5))];
        let once = plain.corrected(rows);
        assert_eq!(said(&once, 8), ["0a", "1", "1a", "2–3", "5", "5a", "6", "7"]);
        let twice = once.corrected([Some((0, 0)), None, Some((1, 2)), Some((3, 3)), Some((4, 6)), Some((7, 7))]);
        assert_eq!(said(&twice, 6), ["0a", "0b", "1–1a", "2–3", "5–6", "7"]);
        let line = |number, letter| LineNumber::lettered(number, letter);
        let rows = |numbers: &LineNumbers, line| numbers.row_of(line, 7);
        assert_eq!(rows(&once, line(1, 0)), Some(1));
        assert_eq!(rows(&once, line(1, 1)), Some(2));
        assert_eq!((rows(&once, line(2, 0)), rows(&once, line(3, 0))), (Some(3), Some(3)));
        assert_eq!((rows(&once, line(4, 0)), rows(&once, line(7, 0))), (None, None));
        assert_eq!(rows(&plain, line(7, 0)), Some(6));
    }

    #[test]
    fn letters_go_on_behind_z() {
        for (letter, said) in [(0, "45"), (1, "45a"), (26, "45z"), (27, "45aa"), (53, "45ba")] {
            assert_eq!(LineNumber::lettered(45, letter).to_string(), said);
            assert_eq!(said.parse(), Ok(LineNumber::lettered(45, letter)));
        }
        for wrong in ["", "a", "0", "45-", "45é", "99999999999", "1abcdefg"] {
            assert_eq!(wrong.parse::<LineNumber>(), Err(NoLine), "{wrong}");
        }
        assert_eq!("0a".parse::<LineNumber>().map(|line| line.to_string()), Ok("0a".to_owned()));
    }

    #[test]
    fn numbers_go_to_a_file_and_come_back() {
        let numbers = LineNumbers::default().corrected([None, Some((0, 1)), Some((2, 2))]);
        let text = serde_json::to_string(&numbers).expect("written");
        assert_eq!(serde_json::from_str::<LineNumbers>(&text).expect("read"), numbers);
        assert_eq!(serde_json::to_string(&LineNumbers::default()).expect("written"), "[]");
    }
}
