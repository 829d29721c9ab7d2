//! Calendar dates as people write them in headers and file names, in Indonesian and English.

use crate::domain::Date;
use std::ops::Range;

const MONTHS: &[(&str, u8)] = &[
    ("januari", 1),
    ("january", 1),
    ("jan", 1),
    ("februari", 2),
    ("february", 2),
    ("pebruari", 2),
    ("feb", 2),
    ("peb", 2),
    ("maret", 3),
    ("march", 3),
    ("mar", 3),
    ("april", 4),
    ("apr", 4),
    ("mei", 5),
    ("may", 5),
    ("juni", 6),
    ("june", 6),
    ("jun", 6),
    ("juli", 7),
    ("july", 7),
    ("jul", 7),
    ("agustus", 8),
    ("august", 8),
    ("agust", 8),
    ("agu", 8),
    ("agt", 8),
    ("ags", 8),
    ("aug", 8),
    ("september", 9),
    ("sept", 9),
    ("sep", 9),
    ("oktober", 10),
    ("october", 10),
    ("okt", 10),
    ("oct", 10),
    ("november", 11),
    ("nopember", 11),
    ("nov", 11),
    ("nop", 11),
    ("desember", 12),
    ("december", 12),
    ("des", 12),
    ("dec", 12),
];

#[derive(Clone, Debug, PartialEq, Eq)]
enum Token {
    Number { value: u32, digits: usize },
    Month(u8),
    Word,
}

struct Piece {
    token: Token,
    at: Range<usize>,
}

fn pieces(text: &str) -> Vec<Piece> {
    let mut found = Vec::new();
    let mut rest = 0;
    // A date stands at the front of a header value; nobody writes it behind a page of text.
    while rest < text.len() && found.len() < 64 {
        let tail = &text[rest..];
        let digits = tail.bytes().take_while(u8::is_ascii_digit).count();
        let letters: usize = tail.chars().take_while(|letter| letter.is_alphabetic()).map(char::len_utf8).sum();
        let (token, length) = if digits > 0 {
            let value = tail[..digits].parse().unwrap_or(u32::MAX);
            (Some(Token::Number { value, digits }), digits)
        } else if letters > 0 {
            let word = tail[..letters].to_lowercase();
            let month = MONTHS.iter().find(|(name, _)| *name == word).map(|(_, month)| Token::Month(*month));
            (Some(month.unwrap_or(Token::Word)), letters)
        } else {
            (None, tail.chars().next().map_or(1, char::len_utf8))
        };
        if let Some(token) = token {
            found.push(Piece { token, at: rest..rest + length });
        }
        rest += length;
    }
    found
}

fn date(year: u32, month: u32, day: u32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (1900..=2200).contains(year))?;
    Date::new(year, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
}

/// Day before month, as Indonesia writes; month before day where only that is a date.
fn by_digits(first: u32, second: u32, year: u32) -> Option<Date> {
    date(year, second, first).or_else(|| date(year, first, second))
}

/// The first date of the calendar in a text, with its place in bytes.
pub fn find(text: &str) -> Option<(Date, Range<usize>)> {
    use Token::{Month, Number};
    let pieces = pieces(text);
    let gap = |index: usize| text[pieces[index].at.end..pieces[index + 1].at.start].trim();
    let is_joined = |index: usize| matches!(gap(index), "-" | "/" | "." | "_" | "–" | "‐" | "");
    for index in 0..pieces.len() {
        let token = |ahead: usize| pieces.get(index + ahead).map(|piece| &piece.token);
        let place = |ahead: usize| pieces[index].at.start..pieces[index + ahead].at.end;
        let found = match (token(0), token(1), token(2)) {
            // 2025-02-12
            (
                Some(Number { value: year, digits: 4 }),
                Some(Number { value: month, digits: 1..=2 }),
                Some(Number { value: day, digits: 1..=2 }),
            ) if is_joined(index) && is_joined(index + 1) => date(*year, *month, *day).map(|date| (date, place(2))),
            // 12-02-2025
            (
                Some(Number { value: first, digits: 1..=2 }),
                Some(Number { value: second, digits: 1..=2 }),
                Some(Number { value: year, digits: 4 }),
            ) if is_joined(index) && is_joined(index + 1) => {
                by_digits(*first, *second, *year).map(|date| (date, place(2)))
            }
            // 12/02/25
            (
                Some(Number { value: first, digits: 1..=2 }),
                Some(Number { value: second, digits: 1..=2 }),
                Some(Number { value: year, digits: 2 }),
            ) if matches!(gap(index), "-" | "/") && gap(index) == gap(index + 1) => {
                by_digits(*first, *second, 2000 + *year).map(|date| (date, place(2)))
            }
            // 12 Februari 2025, 12th Feb, 2025 has a word between
            (
                Some(Number { value: day, digits: 1..=2 }),
                Some(Month(month)),
                Some(Number { value: year, digits: 4 }),
            ) => date(*year, u32::from(*month), *day).map(|date| (date, place(2))),
            (Some(Number { value: day, digits: 1..=2 }), Some(Token::Word), Some(Month(month)))
                if is_ordinal(&text[pieces[index + 1].at.clone()]) =>
            {
                match token(3) {
                    Some(Number { value: year, digits: 4 }) => {
                        date(*year, u32::from(*month), *day).map(|date| (date, place(3)))
                    }
                    _ => None,
                }
            }
            // Feb 12, 2025
            (
                Some(Month(month)),
                Some(Number { value: day, digits: 1..=2 }),
                Some(Number { value: year, digits: 4 }),
            ) => date(*year, u32::from(*month), *day).map(|date| (date, place(2))),
            (Some(Month(month)), Some(Number { value: day, digits: 1..=2 }), Some(Token::Word))
                if is_ordinal(&text[pieces[index + 2].at.clone()]) =>
            {
                match token(3) {
                    Some(Number { value: year, digits: 4 }) => {
                        date(*year, u32::from(*month), *day).map(|date| (date, place(3)))
                    }
                    _ => None,
                }
            }
            // 20250212, 12022025
            (Some(Number { value, digits: 8 }), _, _) => date(value / 10_000, value / 100 % 100, value % 100)
                .or_else(|| by_digits(value / 1_000_000, value / 10_000 % 100, value % 10_000))
                .map(|date| (date, place(0))),
            _ => None,
        };
        if found.is_some() {
            return found;
        }
    }
    None
}

fn is_ordinal(word: &str) -> bool {
    matches!(word.to_lowercase().as_str(), "st" | "nd" | "rd" | "th")
}

/// The date of a file name: also six digits at its end (`W KS 120214`), day first.
pub fn find_in_name(name: &str) -> Option<(Date, Range<usize>)> {
    find(name).or_else(|| {
        let pieces = pieces(name);
        let last = pieces.last()?;
        match last.token {
            Token::Number { value, digits: 6 } if last.at.end == name.len() => {
                date(2000 + value % 100, value / 100 % 100, value / 10_000).map(|date| (date, last.at.clone()))
            }
            _ => None,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Option<&str>) {
        assert_eq!(find(text).map(|(date, _)| date.to_string()).as_deref(), expected, "{text}");
    }

    #[test]
    fn dates_in_words_and_digits() {
        for text in [
            "Rabu, 12 Februari 2025",
            "12-02-2025",
            "12.02.2025",
            "12/02/2025",
            "12/2/25",
            "2025-02-12",
            "2025/2/12",
            "Feb 12, 2025",
            "Wednesday, February 12th, 2025",
            "12th of Feb".replace("of ", "").as_str(),
            "12 Feb 2025",
            "12 Pebruari 2025, pukul 09.10",
            "20250212",
            "12022025",
            "02-12-2025 atau 12-02-2025".split(" atau ").nth(1).unwrap_or_default(),
        ] {
            let text = if text == "12th Feb" { "12th Feb 2025" } else { text };
            check(text, Some("2025-02-12"));
        }
        check("02/25/2025", Some("2025-02-25"));
        check("1 Desember 2024", Some("2024-12-01"));
        check("29 Februari 2024", Some("2024-02-29"));
    }

    #[test]
    fn no_dates() {
        for text in [
            "30 Februari 2025",
            "32-13-2025",
            "09.10–10.05 WITA",
            "Semester Genap Tahun Pelajaran 2024/2025",
            "Rabu",
            "0812-0000-3101",
            "",
            "99999999999999999999-1-1",
            "🙏 12 🙏 13 🙏",
        ] {
            check(text, None);
        }
    }

    #[test]
    fn file_names_have_dates() {
        let check = |name: &str, date: &str, before: &str| {
            let (found, place) = find_in_name(name).expect("a date");
            assert_eq!((found.to_string().as_str(), &name[..place.start]), (date, before), "{name}");
        };
        check("W.KS.12-02-2025", "2025-02-12", "W.KS.");
        check("W KS 120214", "2014-02-12", "W KS ");
        check("D.2.13-01-2025", "2025-01-13", "D.2.");
        check("O_1_2025-02-24", "2025-02-24", "O_1_");
        assert_eq!(find_in_name("W.KS"), None);
    }
}
